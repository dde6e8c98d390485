"""When a client's accounts speak: it alone says so, and what becomes scheduled is held to it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.ledger import Entry
from shared.domain.plan.agenda import Agenda
from shared.domain.plan.wall import local_day
from shared.domain.posts import PostState
from shared.domain.roster.shifts import Shift
from tests.house import Brand, House, brand, person
from tests.network import START
from tests.schemas import conforms

DESK = Path(__file__).parents[2] / "functions/desk"
NIGHT = {"starts": "22:00", "ends": "07:00"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def lay_down(acme: Brand, **body: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/plan"), body, key=acme.owner_key)


def invalid(acme: Brand, **body: Any) -> Any:
    return acme.house.refused(422, "PUT", acme.path("/plan"), body, key=acme.owner_key)


def approval(acme: Brand, post: Any) -> Any:
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    return ("POST", acme.path(f"/posts/{post['id']}/approvals"), body)


def held_back(acme: Brand, post: Any) -> str:
    """Why its last approval is refused."""
    return str(acme.house.refused(409, *approval(acme, post), key=acme.approver_key)["detail"])


def timed(acme: Brand, text: str = "Good morning", **more: Any) -> Any:
    return acme.draft(text, **{"publish_at": "2026-11-26T12:00:00"} | more)


def cancel(acme: Brand, post: Any) -> Any:
    return acme.house.ok("POST", acme.path(f"/posts/{post['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)


def statement(acme: Brand, text: str) -> Any:
    """The client's own, in a crisis."""
    body = {"account": acme.account, "handle": "acme", "text": text, "function": "crisis"}
    post = acme.house.ok("POST", acme.path("/posts"), body, key=acme.owner_key)
    for key in (acme.approver_key, acme.second_key):
        if post["state"] == "in_review":
            post = acme.approve(post, key=key)
    return post


def on_shift(acme: Brand, starts_at: datetime, hours: int) -> None:
    acme.house.store.commit(
        Shift(
            id=acme.house.new_id("shf"),
            client="acme",
            member=acme.agent,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=hours),
            made_by=acme.agent,
            made_at=starts_at,
        )
    )


# What the client says


def test_a_plan_is_the_clients_to_say(acme: Brand) -> None:
    _, lead = person(acme, "Lead", acme.house.agency_key, ["read", "approve"])
    acme.house.refused(403, "PUT", acme.path("/plan"), {}, key=lead)


def test_a_plan_is_one_statement_that_replaces_the_one_before(acme: Brand) -> None:
    assert acme.house.ok("GET", acme.path("/plan"), key=acme.agent_key)["version"] == 0
    first = lay_down(acme, quiet_hours=[NIGHT])
    second = lay_down(acme, least_live_share=0.5, version=1)
    assert (first["version"], second["version"], second["set_by"]) == (1, 2, acme.owner)
    assert second["quiet_hours"] == []
    assert second["exempt_functions"] == ["customer_service", "crisis"]
    assert acme.house.ok("GET", acme.path("/plan"), key=acme.agent_key) == second
    acme.house.refused(409, "PUT", acme.path("/plan"), {"version": 1}, key=acme.owner_key)
    told = [entry.data for entry in acme.house.entries() if entry.type == "plan.set"]
    assert told == [
        {"version": 1, "changed": ["quiet_hours"]},
        {"version": 2, "changed": ["quiet_hours", "least_live_share"]},
    ]


DAYS = {"first_day": "2026-12-24", "last_day": "2026-12-26"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"cadence": [{"most_a_day": 51}]}, "cadence.0.most_a_day"),
        ({"cadence": [{"most_a_day": -1}]}, "cadence.0.most_a_day"),
        ({"cadence": [{"least_gap_minutes": 1441}]}, "cadence.0.least_gap_minutes"),
        ({"cadence": [{"accounts": ["acc_other"]}]}, "cadence.0.accounts"),
        ({"quiet_hours": [NIGHT | {"starts": "24:00"}]}, "quiet_hours.0.starts"),
        ({"quiet_hours": [NIGHT | {"ends": "7:00"}]}, "quiet_hours.0.ends"),
        ({"quiet_hours": [NIGHT | {"ends": "07:00Z"}]}, "quiet_hours.0.ends"),
        ({"quiet_hours": [NIGHT | {"weekdays": ["someday"]}]}, "quiet_hours.0.weekdays.0"),
        ({"blackouts": [DAYS | {"reason": ""}]}, "blackouts.0.reason"),
        ({"blackouts": [DAYS | {"reason": "a", "last_day": "2026-12-23"}]}, "blackouts.0.last_day"),
        ({"blackouts": [DAYS | {"reason": "a", "first_day": "1999-12-31"}]}, "blackouts.0.first_day"),
        ({"blackouts": [DAYS | {"reason": "a", "first_day": "24 December"}]}, "blackouts.0.first_day"),
        ({"exempt_functions": ["crises"]}, "exempt_functions"),
        ({"slots": [{"weekday": "monday", "at": "09:00", "account": "acc_other", "theme": "a"}]}, "slots.0.account"),
        ({"campaigns": [DAYS | {"name": "a", "hashtags": ["#a"]}]}, "campaigns.0.hashtags"),
        ({"campaigns": [DAYS | {"name": "a", "functions": ["contests"]}]}, "campaigns.0.functions"),
        ({"campaigns": [DAYS | {"name": "a" * 200, "note": "n" * 1000}] * 60}, "campaigns"),
        ({"campaigns": [DAYS | {"name": "a"}] * 201}, "campaigns"),
        ({"least_live_share": 1.5}, "least_live_share"),
        ({"coverage": {"window_hours": 0, "action": "warn"}}, "coverage.window_hours"),
        ({"coverage": {"window_hours": 1, "action": "shout"}}, "coverage.action"),
        ({"coverage": {"window_hours": 1, "action": "warn", "functions": ["contests"]}}, "coverage.functions"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(acme: Brand, body: Any, field: str) -> None:
    assert invalid(acme, **body)["field"] == field


def test_a_statement_that_could_not_be_kept_as_one_record_is_refused(acme: Brand) -> None:
    rule = NIGHT | {"accounts": [acme.account] * 200}
    assert invalid(acme, quiet_hours=[rule] * 100)["field"] == "slots"


def test_a_time_at_the_end_of_the_calendar_is_refused(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT], coverage={"window_hours": 2, "action": "warn"})
    body = {"account": acme.account, "handle": "acme", "text": "Good night", "function": "community"}
    late = body | {"publish_at": "9999-12-31T23:30:00Z"}
    assert acme.house.refused(422, "POST", acme.path("/posts"), late, key=acme.agent_key)["field"] == "publish_at"


def test_a_function_of_the_clients_own_may_be_exempt(acme: Brand) -> None:
    own = {"functions": [{"name": "warranty", "words": ["seal"]}]}
    acme.house.ok("PUT", acme.path("/listening"), own, key=acme.owner_key)
    assert lay_down(acme, exempt_functions=["warranty"])["exempt_functions"] == ["warranty"]


# Where it is asked


def test_a_draft_is_told_what_its_approval_will_be_refused_for(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    post = timed(acme, publish_at="2026-11-26T23:00:00")
    (told,) = post["plan_findings"]
    assert (told["rule"], told["refuses"]) == ("quiet_hours", True)
    assert told["next_at"] == "2026-11-27T06:00:00Z"
    assert acme.post(post["id"])["plan_findings"] == [told]
    assert held_back(acme, post) == (
        "The client's plan does not let it out then: quiet hours last until 2026-11-27T07:00+01:00. "
        "Give it the next time that suits, 2026-11-27T07:00+01:00."
    )


def test_given_the_time_that_suits_it_is_approved(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    post = timed(acme, publish_at="2026-11-26T23:00:00")
    edit = {"publish_at": post["plan_findings"][0]["next_at"]}
    changed = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), edit, key=acme.agent_key)
    assert changed["plan_findings"] == []
    assert acme.approve(changed)["state"] == "scheduled"


def test_what_is_to_go_out_at_once_is_held_to_the_time_of_its_last_approval(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    post = acme.draft("Good evening")
    assert post["plan_findings"] == []
    acme.house.clock.sleep(timedelta(hours=13).total_seconds())
    assert "quiet hours" in held_back(acme, post)
    acme.house.clock.sleep(timedelta(hours=9).total_seconds())
    assert acme.approve(post)["state"] == "scheduled"


def test_only_the_last_approval_is_refused(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    lay_down(acme, quiet_hours=[NIGHT])
    post = timed(acme, publish_at="2026-11-26T23:00:00")
    assert acme.approve(post, key=acme.approver_key)["state"] == "in_review"
    acme.house.refused(409, *approval(acme, post), key=acme.second_key)


def test_what_the_mandate_delegates_is_refused_where_it_is_written(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0}})
    lay_down(acme, quiet_hours=[NIGHT])
    body = {"account": acme.account, "handle": "acme", "text": "Good night", "function": "community"}
    path, late = acme.path("/posts"), {"publish_at": "2026-11-26T23:00:00"}
    assert "quiet hours" in acme.house.refused(409, "POST", path, body | late, key=acme.agent_key)["detail"]
    assert acme.house.ok("POST", path, body, key=acme.agent_key)["state"] == "scheduled"


def test_what_waits_for_a_call_is_held_to_the_time_of_the_call(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    post = acme.approve(acme.draft("Good evening", on_call=True))
    path = acme.path(f"/posts/{post['id']}/publish")
    acme.house.clock.sleep(timedelta(hours=13).total_seconds())
    assert "quiet hours" in acme.house.refused(409, "POST", path, key=acme.agent_key)["detail"]
    acme.house.clock.sleep(timedelta(hours=9).total_seconds())
    assert acme.house.ok("POST", path, key=acme.agent_key)["state"] == "scheduled"


def test_each_draft_of_a_recommendation_is_told(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    mention = acme.house.mention("Lovely shop")
    acme.house.clock.sleep(timedelta(hours=13).total_seconds())
    draft = {"account": acme.account, "handle": "acme", "text": "Thank you!"}
    body = {"action": "respond", "drafts": [draft, draft | {"text": "Thanks!"}]}
    path = acme.path(f"/mentions/{mention}/recommendations")
    made = acme.house.ok("POST", path, body, key=acme.agent_key)
    assert [len(acme.post(post)["plan_findings"]) for post in made["posts"]] == [1, 1]


def test_a_crisis_is_answered_at_night(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[{"starts": "00:00", "ends": "00:00"}])
    assert statement(acme, "We are looking into it")["state"] == "scheduled"


def test_a_client_without_a_plan_pays_one_read(acme: Brand) -> None:
    def calls(act: Callable[[], Any]) -> Any:
        acme.house.store.calls.clear()
        act()
        return dict(acme.house.store.calls)

    first, second = timed(acme), timed(acme, "Good evening", publish_at="2026-11-26T13:00:00")
    without = calls(lambda: acme.approve(first))
    lay_down(acme)
    with_plan = calls(lambda: acme.approve(second))
    assert with_plan["get"] == without["get"]
    assert with_plan["together"] - without.get("together", 0) == 1
    kept = [record for record in acme.house.store.commits[-1] if isinstance(record, Agenda)]
    assert len(kept) == 1


# How often


def test_the_most_a_day_holds_and_names_the_next_day(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 2}])
    for hour in (9, 10):
        acme.approve(timed(acme, publish_at=f"2026-11-26T{hour:02}:00:00"))
    post = timed(acme)
    assert post["plan_findings"][0]["rule"] == "most_a_day"
    assert "2 are planned on 2026-11-26 already" in held_back(acme, post)
    assert acme.post(post["id"])["approvals"] == []


@pytest.mark.parametrize("how", ["cancel", "withdraw", "change", "stop"])
def test_a_place_that_is_given_back_is_anothers(acme: Brand, how: str) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    first, second = acme.approve(timed(acme)), timed(acme, "Good evening")
    held_back(acme, second)
    path = acme.path(f"/posts/{first['id']}")
    if how == "cancel":
        cancel(acme, first)
    elif how == "withdraw":
        body = {"verdict": "withdraw", "content_hash": first["content_hash"]}
        acme.house.ok("POST", path + "/approvals", body, key=acme.approver_key)
    elif how == "change":
        acme.house.ok("PATCH", path, {"text": "Another"}, key=acme.agent_key)
    else:
        acme.stop(f"post:acme/{first['id']}")
        acme.house.clock.sleep(timedelta(days=1, hours=2).total_seconds())
        acme.house.tick()
        acme.house.deliver()
        assert acme.post(first["id"])["state"] == "held"
        edit = {"publish_at": "2026-11-26T20:00:00"}
        second = acme.house.ok("PATCH", acme.path(f"/posts/{second['id']}"), edit, key=acme.agent_key)
    assert acme.approve(second)["state"] == "scheduled"


def test_a_place_that_was_anothers_meanwhile_is_not_had_again(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    first = acme.approve(timed(acme))
    path = acme.path(f"/posts/{first['id']}")
    acme.house.ok("PATCH", path, {"text": "Another"}, key=acme.agent_key)
    acme.approve(timed(acme, "Good evening"))
    assert "1 are planned" in held_back(acme, acme.post(first["id"]))


def test_what_went_out_keeps_its_place(acme: Brand) -> None:
    lay_down(acme, cadence=[{"least_gap_minutes": 60}])
    acme.published()
    second = acme.draft("Good evening")
    assert "60 minutes lie between two" in held_back(acme, second)
    acme.house.clock.sleep(3600)
    assert acme.approve(second)["state"] == "scheduled"


def test_an_answer_takes_no_place_and_needs_none(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    acme.approve(acme.draft("Good morning"))
    for number in range(3):
        mention = acme.house.mention("Lovely", external_id=str(number))
        assert acme.approve(acme.draft("Thank you", mention=mention))["state"] == "scheduled"
    (agenda,) = acme.house.store.list(Agenda, "acme")
    assert len(agenda.places) == 1


def test_a_crisis_statement_takes_a_place_and_needs_none(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    assert statement(acme, "We are sorry")["state"] == "scheduled"
    assert statement(acme, "It is over")["state"] == "scheduled"
    assert "2 are planned" in held_back(acme, acme.draft("Good morning"))


def test_accounts_have_a_cadence_each(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    other = {
        "network": "mastodon",
        "handle": "acme_help",
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    account = acme.house.ok("POST", acme.path("/accounts"), other, key=acme.owner_key)["id"]
    acme.approve(timed(acme))
    assert acme.approve(timed(acme, account=account, handle="acme_help"))["state"] == "scheduled"


def test_posts_from_before_the_plan_are_counted(acme: Brand) -> None:
    acme.approve(timed(acme))
    lay_down(acme, cadence=[{"most_a_day": 1}])
    assert "1 are planned" in held_back(acme, timed(acme, "Good evening"))


def test_a_plan_that_came_later_leaves_what_is_scheduled_alone(acme: Brand) -> None:
    posts = [acme.approve(timed(acme, text)) for text in ("Good morning", "Good evening")]
    lay_down(acme, cadence=[{"most_a_day": 1}], quiet_hours=[{"starts": "00:00", "ends": "00:00"}])
    assert [acme.post(post["id"])["state"] for post in posts] == ["scheduled", "scheduled"]


def test_two_approvals_at_once_do_not_both_take_the_last_place(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    first, second = timed(acme), timed(acme, "Good evening")
    inner: list[Any] = []

    def meanwhile() -> None:
        inner.append(acme.house.call(*approval(acme, second), key=acme.second_key))

    acme.house.store.before["commit"].append(meanwhile)
    outer = acme.house.call(*approval(acme, first), key=acme.approver_key)
    assert (inner[0].status, outer.status) == (200, 409)
    assert outer.body["type"].endswith("changed-meanwhile")
    assert "1 are planned" in held_back(acme, first)
    scheduled = list(acme.house.store.posts("acme", PostState.SCHEDULED))
    assert [post.id for post in scheduled] == [second["id"]]


steps = st.tuples(
    st.sampled_from(["post", "post", "approve", "cancel", "withdraw", "move", "pass"]),
    st.integers(0, 5),
    st.integers(1, 60),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(steps, min_size=10, max_size=25))
def test_whatever_is_scheduled_cancelled_and_moved_the_cadence_holds(order: list[tuple[str, int, int]]) -> None:
    acme = brand(House())
    lay_down(acme, cadence=[{"most_a_day": 2, "least_gap_minutes": 60}])
    ids: list[str] = []
    for step, which, half_hours in order:
        at = (acme.house.clock.now() + timedelta(minutes=30 * half_hours)).isoformat()
        if step == "post" or not ids:
            ids.append(timed(acme, publish_at=at)["id"])
        id_ = ids[-1] if step == "post" else ids[which % len(ids)]
        path = acme.path(f"/posts/{id_}")
        if step == "pass":
            acme.house.clock.sleep(1800 * half_hours / 8)
        elif step == "cancel":
            acme.house.call("POST", path + "/cancel", {"reason": "no"}, key=acme.agent_key)
        elif step == "withdraw":
            body = {"verdict": step, "content_hash": acme.post(id_)["content_hash"]}
            acme.house.call("POST", path + "/approvals", body, key=acme.approver_key)
        else:
            if step == "move":
                acme.house.call("PATCH", path, {"publish_at": at}, key=acme.agent_key)
            acme.house.call(*approval(acme, acme.post(id_)), key=acme.approver_key)
        scheduled = acme.house.store.posts("acme", PostState.SCHEDULED)
        times = sorted(post.due_at for post in scheduled if post.due_at)
        days = [local_day(at, ZoneInfo("Europe/Oslo")) for at in times]
        assert all(days.count(day) <= 2 for day in days)
        assert all(later - earlier >= timedelta(hours=1) for earlier, later in pairwise(times))


def test_a_refusal_looks_at_a_bounded_number_of_posts(acme: Brand) -> None:
    lay_down(acme, cadence=[{"most_a_day": 1}])
    acme.approve(timed(acme))
    second = timed(acme, "Good evening")
    acme.house.store.calls.clear()
    held_back(acme, second)
    assert acme.house.store.calls["several_posts"] == 1
    assert acme.house.store.calls["posts"] == 0


def test_drafts_are_not_counted_where_no_cadence_asks(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    acme.house.store.calls.clear()
    timed(acme)
    assert acme.house.store.calls["posts"] == 0


# Who is there


def test_a_timed_post_needs_a_responder_on_shift(acme: Brand) -> None:
    lay_down(acme, coverage={"window_hours": 2, "action": "refuse"})
    post = timed(acme)
    assert "No time that would suit is near" in held_back(acme, post)
    on_shift(acme, datetime(2026, 11, 26, 14, tzinfo=UTC), 4)
    told = held_back(acme, post)
    assert "nobody is on shift from 2026-11-26T12:00+01:00 to 2026-11-26T14:00+01:00" in told
    assert "the next time that suits, 2026-11-26T15:00+01:00" in told
    on_shift(acme, datetime(2026, 11, 26, 10, tzinfo=UTC), 4)
    assert acme.approve(post)["state"] == "scheduled"


def test_where_the_client_wants_a_warning_it_is_scheduled_and_told(acme: Brand) -> None:
    lay_down(acme, coverage={"window_hours": 2, "action": "warn"})
    post = acme.approve(timed(acme))
    assert post["state"] == "scheduled"
    assert [(one["rule"], one["refuses"]) for one in post["plan_findings"]] == [("coverage", False)]


@pytest.mark.parametrize("path", sorted(DESK.glob("*.py")), ids=lambda path: path.stem)
def test_whatever_schedules_a_post_asks_the_plan(path: Path) -> None:
    source = path.read_text()
    assert source.count('"post.scheduled"') <= source.count("= check_plan(")


def test_what_the_plan_tells_is_as_its_schema_says(acme: Brand) -> None:
    lay_down(acme, quiet_hours=[NIGHT])
    made = acme.house.ok("POST", acme.path("/plan/feeds"), {"name": "Mine"}, key=acme.agent_key)
    acme.house.ok("DELETE", acme.path(f"/plan/feeds/{made['id']}"), key=acme.agent_key)
    told = [entry for entry in acme.house.entries() if entry.type.startswith("plan.")]
    assert [entry.type for entry in told] == ["plan.set", "plan.feed_made", "plan.feed_closed"]
    for entry in told:
        conforms(event(entry))


def event(entry: Entry) -> Any:
    data = {"client": entry.realm, "subject": entry.subject, "who": dict(entry.who), **entry.data}
    return {"type": entry.type, "timestamp": START.isoformat(), "data": data}
