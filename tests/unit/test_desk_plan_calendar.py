"""The plan as one sees it day by day, and as a calendar program reads it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from functions.desk import plan_calendars
from functions.desk.feeds import MOST_FEEDS
from shared.domain.plan.feeds import Feed
from shared.domain.roster.shifts import Shift
from tests.house import Brand, House, brand, person

SLOT = {"weekday": "thursday", "at": "12:00", "theme": "Lunch, tea; and more"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def lay_down(acme: Brand, **body: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/plan"), body, key=acme.owner_key)


def seen(acme: Brand, query: str = "") -> Any:
    return acme.house.ok("GET", acme.path("/plan/calendar") + query, key=acme.agent_key)


def make(acme: Brand, *, key: str | None = None, name: str = "Mine") -> Any:
    return acme.house.ok("POST", acme.path("/plan/feeds"), {"name": name}, key=key or acme.agent_key)


def read(acme: Brand, feed: Any) -> Any:
    return acme.house.call("GET", feed["url"])


def finds_nothing(acme: Brand, url: str) -> None:
    before = acme.house.store.everything()
    given = acme.house.call("GET", url)
    assert (given.status, given.body["instance"]) == (404, "/clients/{client}/plan.ics")
    assert acme.house.store.everything() == before


def events(acme: Brand, feed: Any) -> dict[str, Any]:
    """What a calendar program makes of the feed, by uid."""
    answered = read(acme, feed)
    assert answered.status == 200
    parsed = icalendar.Calendar.from_ical(answered.body)
    return {str(event["uid"]).removesuffix("@acme.backchannel"): event for event in parsed.walk("VEVENT")}


def timed(acme: Brand, at: str = "2026-11-26T12:10:00") -> Any:
    return acme.draft("Good morning", publish_at=at)


# Day by day


def test_four_weeks_are_shown_from_today_on_when_nobody_says_which(acme: Brand) -> None:
    found = seen(acme)
    assert (found["first_day"], found["last_day"], len(found["days"])) == ("2026-11-25", "2026-12-22", 28)
    assert (found["version"], found["complete"]) == (0, True)


def test_today_is_the_clients_day(acme: Brand) -> None:
    acme.house.clock.sleep(timedelta(hours=14, minutes=30).total_seconds())
    assert seen(acme)["first_day"] == "2026-11-26"


def test_a_slot_is_a_gap_until_a_post_has_its_time(acme: Brand) -> None:
    lay_down(acme, slots=[SLOT | {"account": acme.account}])
    day = "?from=2026-11-26&until=2026-11-26"
    assert seen(acme, day)["days"][0]["slots"][0]["post"] is None
    post = timed(acme)
    slot = seen(acme, day)["days"][0]["slots"][0]
    assert (slot["post"]["post"], slot["post"]["state"]) == (post["id"], "in_review")
    acme.approve(post)
    assert seen(acme, day)["days"][0]["slots"][0]["post"]["state"] == "scheduled"


def test_what_went_out_is_shown_on_its_day(acme: Brand) -> None:
    post = acme.approve(timed(acme))
    acme.published("At once")
    acme.house.clock.sleep(timedelta(days=1, hours=2, minutes=9).total_seconds())
    acme.house.tick()
    acme.house.deliver()
    acme.house.clock.sleep(timedelta(days=3).total_seconds())
    found = seen(acme, "?from=2026-11-25&until=2026-11-27")
    assert [(one["post"], one["state"]) for one in found["days"][1]["posts"]] == [(post["id"], "published")]
    assert (found["mix"]["timed"], found["mix"]["live"], found["mix"]["live_share"]) == (1, 1, 0.5)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?from=tomorrow", "from"),
        ("?from=1999-01-01", "from"),
        ("?until=9999-01-01", "until"),
        ("?from=2026-11-26&until=2026-11-25", "until"),
        ("?from=2026-11-01&until=2027-01-02", "until"),
        ("?days=3", "days"),
    ],
)
def test_days_that_cannot_be_shown_are_refused_by_name(acme: Brand, query: str, field: str) -> None:
    path = acme.path("/plan/calendar") + query
    assert acme.house.refused(422, "GET", path, key=acme.agent_key)["field"] == field


def test_sixty_two_days_are_shown_at_the_most(acme: Brand) -> None:
    assert len(seen(acme, "?from=2026-11-01&until=2027-01-01")["days"]) == 62


def test_a_calendar_that_leaves_out_posts_says_so(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_calendars, "MOST_READ", 2)
    timed(acme)
    assert seen(acme)["complete"]
    timed(acme)
    assert not seen(acme)["complete"]


# The feed


def test_a_feed_opens_without_a_key_and_is_a_calendar(acme: Brand) -> None:
    answered = read(acme, make(acme))
    assert answered.status == 200
    assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answered.headers["Cache-Control"] == "no-store"
    parsed = icalendar.Calendar.from_ical(answered.body)
    assert (str(parsed["version"]), str(parsed["x-wr-timezone"])) == ("2.0", "Europe/Oslo")
    assert not parsed.errors


def test_a_feed_shows_posts_slots_blackouts_campaigns_and_shifts(acme: Brand) -> None:
    days = {"first_day": "2026-12-24", "last_day": "2026-12-26"}
    campaign = {"name": "Advent", "note": "One, two; three\nfour \\ five", "hashtags": ["advent"], **days}
    lay_down(
        acme,
        slots=[SLOT | {"account": acme.account}],
        blackouts=[days | {"reason": "Christmas, of course; " + "и" * 200}],
        campaigns=[campaign],
    )
    post = acme.approve(timed(acme))
    at = datetime(2026, 11, 26, 8, tzinfo=UTC)
    shift = Shift(
        id="shf_1",
        client="acme",
        member=acme.agent,
        starts_at=at,
        ends_at=at + timedelta(hours=8),
        note="Handed over: a secret",
        made_by=acme.agent,
        made_at=at,
    )
    acme.house.store.commit(shift)
    found = events(acme, make(acme))
    assert str(found[post["id"]]["summary"]) == "@acme Lunch, tea; and more (scheduled)"
    assert found[post["id"]].decoded("dtstart") == datetime(2026, 11, 26, 11, 10, tzinfo=UTC)
    assert str(found["slot-2026-12-03-0"]["summary"]) == "Gap: @acme Lunch, tea; and more"
    assert "slot-2026-11-26-0" not in found
    (blackout,) = (event for uid, event in found.items() if uid.startswith("blackout"))
    assert str(blackout["summary"]) == "Nothing goes out: Christmas, of course; " + "и" * 200
    assert (str(blackout.decoded("dtstart")), str(blackout.decoded("dtend"))) == ("2026-12-24", "2026-12-27")
    (told,) = (event for uid, event in found.items() if uid.startswith("campaign"))
    assert str(told["description"]) == "One, two; three\nfour \\ five\n#advent"
    assert str(found["shf_1"]["summary"]) == "On shift: ^XX for all accounts"
    assert found["shf_1"].decoded("dtend") == at + timedelta(hours=8)


def test_what_is_for_some_accounts_names_them_and_everything_has_an_id_of_its_own(acme: Brand) -> None:
    days = {"first_day": "2026-12-24", "last_day": "2026-12-26", "reason": "Christmas"}
    lay_down(acme, blackouts=[days, days | {"accounts": [acme.account]}])
    found = events(acme, make(acme))
    assert sorted(str(event["summary"]) for event in found.values()) == [
        "Nothing goes out on @acme: Christmas",
        "Nothing goes out: Christmas",
    ]


def test_lines_are_folded_and_end_as_the_standard_says(acme: Brand) -> None:
    days = {"first_day": "2026-12-24", "last_day": "2026-12-26"}
    lay_down(acme, blackouts=[days | {"reason": "и" * 300}])
    body = read(acme, make(acme)).body
    lines = body.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in body.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_line_break_in_what_somebody_wrote_makes_no_line_of_the_feed(acme: Brand) -> None:
    lay_down(acme, slots=[SLOT | {"account": acme.account, "theme": "a\r\nEND:VEVENT\r\nATTACH:https://x.example"}])
    body = read(acme, make(acme)).body
    assert "\r\nATTACH" not in body
    assert body.count("BEGIN:VEVENT") == body.count("END:VEVENT") - body.count("\\nEND:VEVENT")


def test_what_posts_say_and_what_is_handed_over_is_not_in_the_feed(acme: Brand) -> None:
    timed(acme)
    assert "Good morning" not in read(acme, make(acme)).body


def test_a_feed_shows_a_month_back_and_three_ahead(acme: Brand) -> None:
    lay_down(acme, slots=[SLOT | {"account": acme.account}])
    found = sorted(uid for uid in events(acme, make(acme)) if uid.startswith("slot-"))
    assert (found[0], found[-1]) == ("slot-2026-10-29-0", "slot-2027-02-25-0")


# Who opens it


def test_a_feeds_secret_is_shown_once_and_kept_as_a_digest(acme: Brand) -> None:
    made = make(acme)
    secret = made["url"].rpartition(".")[2]
    assert all("url" not in one for one in acme.house.ok("GET", acme.path("/plan/feeds"), key=acme.owner_key))
    assert secret not in repr(acme.house.store.everything())
    headers = {"idempotency-key": "once"}
    body, path = {"name": "Mine"}, acme.path("/plan/feeds")
    assert acme.house.call("POST", path, body, key=acme.agent_key, headers=headers).status == 201
    assert acme.house.call("POST", path, body, key=acme.agent_key, headers=headers).status == 409


def test_a_closed_feed_opens_nothing(acme: Brand) -> None:
    made = make(acme)
    path = acme.path(f"/plan/feeds/{made['id']}")
    assert acme.house.ok("DELETE", path, key=acme.agent_key)["closed_at"]
    assert read(acme, made).status == 404
    acme.house.refused(409, "DELETE", path, key=acme.agent_key)


@pytest.mark.parametrize("spoilt", ["", "?token=", "?token=fd_acme.fed_1.secret", "?token=fd_a.b", "?token=é"])
def test_a_wrong_token_finds_nothing(acme: Brand, spoilt: str) -> None:
    finds_nothing(acme, acme.path("/plan.ics") + spoilt)


def test_a_feed_opens_its_own_client_and_no_other(acme: Brand) -> None:
    brand(acme.house, "bolt")
    token = make(acme)["url"].rpartition("?")[2]
    given = acme.house.call("GET", f"/clients/bolt/plan.ics?{token}")
    assert given.status == 404
    assert token.rpartition(".")[2] not in str(given.body)


def test_a_token_with_another_secret_finds_nothing_and_no_key_is_a_token(acme: Brand) -> None:
    made = make(acme)
    finds_nothing(acme, made["url"][:-1] + ("A" if made["url"][-1] != "A" else "B"))
    finds_nothing(acme, acme.path(f"/plan.ics?token={acme.owner_key}"))
    token = made["url"].rpartition("=")[2]
    acme.house.refused(401, "GET", acme.path("/plan"), key=token)
    acme.house.refused(401, "GET", acme.path("/plan"), key=token.replace("fd_", "bk_"))


def test_a_feed_ends_with_the_key_that_made_it(acme: Brand) -> None:
    leaver, key = person(acme, "Leaver", acme.owner_key, ["read"])
    made = make(acme, key=key)
    assert read(acme, made).status == 200
    acme.house.ok("DELETE", acme.path(f"/members/{leaver}"), key=acme.owner_key)
    assert read(acme, made).status == 404


def test_the_client_closes_any_feed_and_an_agency_its_own(acme: Brand) -> None:
    mine, theirs = make(acme), make(acme, key=acme.owner_key)
    acme.house.refused(403, "DELETE", acme.path(f"/plan/feeds/{theirs['id']}"), key=acme.agent_key)
    acme.house.ok("DELETE", acme.path(f"/plan/feeds/{mine['id']}"), key=acme.owner_key)


def test_there_is_an_end_to_how_many_feeds_there_are(acme: Brand) -> None:
    for number in range(MOST_FEEDS):
        make(acme, name=str(number))
    path, body = acme.path("/plan/feeds"), {"name": "One more"}
    assert "close one" in acme.house.refused(409, "POST", path, body, key=acme.agent_key)["detail"]
    (first, *_) = acme.house.store.list(Feed, "acme")
    acme.house.ok("DELETE", acme.path(f"/plan/feeds/{first.id}"), key=acme.agent_key)
    make(acme)
