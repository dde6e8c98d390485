"""Questions that only the client can answer: whom they reach, by when, and what hangs on them."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.notify.webhook import payload
from functions.prioritize.waiting import attend
from shared.domain.following.escalations import Escalation
from shared.domain.listening.mentions import MentionState
from tests.house import Brand, House, brand
from tests.schemas import conforms

MINUTES = 60.0


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def minute(house: House, minutes: float = 0) -> int:
    """The run of the minute, some minutes later."""
    house.clock.sleep(minutes * MINUTES)
    until = house.clock.monotonic() + 60
    return attend("acme", store=house.store, clock=house.clock, new_id=house.new_id, until=until)


def plan(acme: Brand, *people: str, name: str = "*", **times: int) -> Any:
    body = {"functions": {name: {"people": people, **times}}}
    return acme.house.ok("PUT", acme.path("/escalation-plan"), body, key=acme.owner_key)


def asked(acme: Brand, text: str = "Is it so?", **more: Any) -> Any:
    mention = more.pop("mention", None) or acme.house.mention(text)
    body = {"question": "What may we say?", **more}
    return acme.house.ok("POST", acme.path(f"/mentions/{mention}/escalations"), body, key=acme.agent_key)


def now(acme: Brand, escalation: Any) -> Escalation:
    found = acme.house.store.get(Escalation, "acme", escalation["id"])
    assert found is not None
    return found


def told(acme: Brand, *types: str) -> list[str]:
    """Of today."""
    return [type_ for type_ in acme.house.facts() if type_.startswith(types or ("escalation.",))]


def answer(acme: Brand, escalation: Any, *, key: str = "") -> Any:
    path = acme.path(f"/escalations/{escalation['id']}/answer")
    return acme.house.ok("POST", path, {"answer": "All of it."}, key=key or acme.owner_key)


def withdraw(acme: Brand, escalation: Any) -> Any:
    path = acme.path(f"/escalations/{escalation['id']}/withdrawal")
    return acme.house.ok("POST", path, {"reason": "We know."}, key=acme.agent_key)


# Whom it reaches


def test_where_a_chain_is_laid_down_nobody_need_be_named(acme: Brand) -> None:
    plan(acme, acme.approver, acme.second)
    one = asked(acme)
    assert (one["to"], one["then"]) == (acme.approver, [acme.second])
    other = asked(acme, to=acme.owner)
    assert (other["to"], other["then"]) == (acme.owner, [acme.approver, acme.second])


def test_a_function_has_its_own_people_and_times(acme: Brand) -> None:
    chains = {
        "crisis": {"people": [acme.second], "answer_within_minutes": 10, "remind_after_minutes": 2},
        "*": {"people": [acme.approver]},
    }
    acme.house.ok("PUT", acme.path("/escalation-plan"), {"functions": chains}, key=acme.owner_key)
    crisis, other = asked(acme, "The battery is on fire"), asked(acme, "Lovely, is it?")
    assert (crisis["to"], crisis["deadline"][:16]) == (acme.second, "2026-11-25T09:10")
    assert (other["to"], other["deadline"][:16]) == (acme.approver, "2026-11-26T09:00")
    assert acme.house.ok("GET", acme.path("/escalation-plan"), key=acme.agent_key)["functions"].keys() == chains.keys()


def test_a_question_may_go_to_a_team(acme: Brand) -> None:
    person = {"name": "Lawyer", "signature": "^LW", "teams": ["legal"]}
    lawyer = acme.house.ok("POST", acme.path("/members"), person, key=acme.owner_key)["id"]
    plan(acme, "team:legal", acme.owner)
    one = asked(acme, to="team:legal")
    assert (one["to"], one["then"]) == ("team:legal", [acme.owner])
    acme.house.ok("DELETE", acme.path(f"/members/{lawyer}"), key=acme.owner_key)
    assert asked(acme)["to"] == acme.owner
    minute(acme.house, 24 * 60)
    assert now(acme, one).to == acme.owner


@pytest.mark.parametrize("people", [(), ("mbr_none",), ("team:none",), ("agent",), ("owner", "owner"), ("owner",) * 11])
def test_a_chain_names_people_and_teams_of_the_client_once_each(acme: Brand, people: tuple[str, ...]) -> None:
    named = [{"agent": acme.agent, "owner": acme.owner}.get(one, one) for one in people]
    body = {"functions": {"*": {"people": named}}}
    problem = acme.house.refused(422, "PUT", acme.path("/escalation-plan"), body, key=acme.owner_key)
    assert problem["field"].startswith("functions.*.people")


@pytest.mark.parametrize(
    ("chain", "at"),
    [
        ({"answer_within_minutes": 4}, "answer_within_minutes"),
        ({"answer_within_minutes": 43_201}, "answer_within_minutes"),
        ({"answer_within_minutes": 30, "remind_after_minutes": 30}, "remind_after_minutes"),
        ({"remind_after_minutes": 0}, "remind_after_minutes"),
    ],
)
def test_a_chains_times_are_ones_that_can_be_kept(acme: Brand, chain: Any, at: str) -> None:
    body = {"functions": {"sales": {"people": [acme.owner], **chain}}}
    problem = acme.house.refused(422, "PUT", acme.path("/escalation-plan"), body, key=acme.owner_key)
    assert problem["field"] == f"functions.sales.{at}"


def test_only_the_client_lays_down_whom_it_has_asked_and_of_functions_that_there_are(acme: Brand) -> None:
    body = {"functions": {"*": {"people": [acme.owner]}}}
    path = acme.path("/escalation-plan")
    wanted = {"member": acme.agent, "scopes": ["approve"]}
    key = acme.house.ok("POST", acme.path("/keys"), wanted, key=acme.house.agency_key)["key"]
    acme.house.refused(403, "PUT", path, body, key=key)
    slip = {"functions": {"crysis": {"people": [acme.owner]}}}
    assert acme.house.refused(422, "PUT", path, slip, key=acme.owner_key)["field"] == "functions"
    acme.house.refused(404, "GET", path, key=acme.agent_key)
    acme.house.refused(409, "PUT", path, body | {"version": 3}, key=acme.owner_key)


# What time does


def test_it_reminds_moves_on_and_ends_with_both_told_once_each(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second, answer_within_minutes=60)
    one = asked(acme)
    for _ in range(200):
        minute(house, 1)
        minute(house)
    assert told(acme) == [
        "escalation.planned",
        "escalation.reminded",
        "escalation.moved",
        "escalation.reminded",
        "escalation.exhausted",
    ]
    over = now(acme, one)
    assert (over.state, over.to, over.reminders) == ("exhausted", acme.second, 2)
    assert [(step.was, step.to) for step in over.steps] == [(acme.approver, acme.second)]
    assert list(house.store.waiting("acme", house.clock.now())) == []


def test_two_runs_at_once_tell_it_once(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second, answer_within_minutes=60)
    asked(acme)
    house.clock.sleep(30 * MINUTES)
    house.store.before["commit"].append(lambda: minute(house))
    minute(house)
    house.clock.sleep(30 * MINUTES)
    house.store.before["commit"].append(lambda: minute(house))
    minute(house)
    assert told(acme, "escalation.reminded", "escalation.moved") == ["escalation.reminded", "escalation.moved"]


def test_an_answer_at_the_same_moment_is_not_moved_on(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second, answer_within_minutes=60)
    one = asked(acme)
    house.clock.sleep(60 * MINUTES)
    house.store.before["commit"].append(lambda: answer(acme, one))
    minute(house)
    assert (now(acme, one).state, now(acme, one).to) == ("answered", acme.approver)
    assert told(acme, "escalation.moved") == []


def test_a_client_that_nobody_asks_anything_costs_no_more(house: House, acme: Brand) -> None:
    plan(acme, acme.approver)
    answer(acme, asked(acme, "Lovely"))
    house.store.calls.clear()
    minute(house, 24 * 60)
    assert dict(house.store.calls) == {"waiting": 1}


def test_what_is_closed_meanwhile_is_asked_of_nobody_any_more(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second)
    one = asked(acme)
    house.ok("POST", acme.path(f"/mentions/{one['mention']}/dismissal"), {"reason": "moot"}, key=acme.agent_key)
    minute(house, 12 * 60)
    assert (now(acme, one).state, now(acme, one).because) == ("withdrawn", "what it is about is closed")
    assert told(acme, "escalation.reminded", "escalation.withdrawn") == ["escalation.withdrawn"]


def test_one_of_before_there_were_chains_is_answered_as_ever(house: House, acme: Brand) -> None:
    mention = house.mention("Is it so?")
    at = house.clock.now()
    old = Escalation(
        id="esc_old",
        client="acme",
        agency=acme.agency,
        mention=mention,
        question="So?",
        to=acme.owner,
        asked_by=acme.agent,
        asked_at=at,
        deadline=at,
    )
    house.store.commit(old)
    assert answer(acme, {"id": "esc_old"})["state"] == "answered"


# The draft that waits


def drafted(acme: Brand) -> tuple[str, str]:
    mention = acme.house.mention("Where is my order?")
    draft = {"account": acme.account, "handle": "acme", "text": "It ships today."}
    body = {"action": "respond", "drafts": [draft]}
    path = acme.path(f"/mentions/{mention}/recommendations")
    return mention, acme.house.ok("POST", path, body, key=acme.agent_key)["posts"][0]


def approval(acme: Brand, post: str) -> Any:
    body = {"verdict": "approve", "content_hash": acme.post(post)["content_hash"]}
    return acme.house.call("POST", acme.path(f"/posts/{post}/approvals"), body, key=acme.approver_key)


def test_a_draft_waits_for_the_answer_and_shows_it(acme: Brand) -> None:
    mention, post = drafted(acme)
    one = asked(acme, mention=mention, post=post, to=acme.owner)
    refused = approval(acme, post)
    assert (refused.status, one["id"] in refused.body["detail"]) == (409, True)
    assert acme.post(post)["answers"] == []
    answer(acme, one)
    [given] = acme.post(post)["answers"]
    assert (given["escalation"], given["answer"], given["by"]) == (one["id"], "All of it.", acme.owner)
    mention_now = acme.house.store.mention(mention)
    assert mention_now is not None
    assert mention_now.state is MentionState.RECOMMENDED
    assert approval(acme, post).status == 200


def test_each_of_several_questions_holds_it_until_its_own_end(acme: Brand) -> None:
    mention, post = drafted(acme)
    first = asked(acme, mention=mention, post=post, to=acme.owner)
    second = asked(acme, mention=mention, post=post, to=acme.second)
    answer(acme, first)
    assert second["id"] in approval(acme, post).body["detail"]
    withdraw(acme, second)
    assert [one["escalation"] for one in acme.post(post)["answers"]] == [first["id"]]
    assert approval(acme, post).status == 200


def test_a_question_that_nobody_answered_still_holds_it(house: House, acme: Brand) -> None:
    mention, post = drafted(acme)
    one = asked(acme, mention=mention, post=post, to=acme.owner)
    minute(house, 48 * 60)
    minute(house, 48 * 60)
    assert now(acme, one).state == "exhausted"
    assert approval(acme, post).status == 409
    answer(acme, one)
    assert approval(acme, post).status == 200


def test_to_change_the_text_does_not_answer_the_question(acme: Brand) -> None:
    mention, post = drafted(acme)
    asked(acme, mention=mention, post=post, to=acme.owner)
    acme.house.ok("PATCH", acme.path(f"/posts/{post}"), {"text": "Soon."}, key=acme.agent_key)
    assert approval(acme, post).status == 409


def test_an_approval_and_a_question_at_the_same_moment_do_not_both_get_their_way(acme: Brand) -> None:
    mention, post = drafted(acme)
    acme.house.store.before["commit"].append(lambda: asked(acme, mention=mention, post=post, to=acme.owner))
    assert approval(acme, post).status == 409
    assert acme.post(post)["state"] == "in_review"


def test_only_a_draft_in_review_that_answers_the_mention_waits(acme: Brand) -> None:
    mention, post = drafted(acme)
    path = acme.path(f"/mentions/{acme.house.mention('Hello')}/escalations")
    for named, at in ((post, path), ("pst_none", acme.path(f"/mentions/{mention}/escalations"))):
        body = {"question": "So?", "to": acme.owner, "post": named}
        assert acme.house.refused(422, "POST", at, body, key=acme.agent_key)["field"] == "post"
    acme.house.ok("POST", acme.path(f"/posts/{post}/cancel"), {"reason": "no"}, key=acme.agent_key)
    body = {"question": "So?", "to": acme.owner, "post": post}
    acme.house.refused(409, "POST", acme.path(f"/mentions/{mention}/escalations"), body, key=acme.agent_key)


# Its end


def test_only_who_asked_takes_a_question_back_and_once(acme: Brand) -> None:
    one = asked(acme, to=acme.owner)
    path = acme.path(f"/escalations/{one['id']}/withdrawal")
    acme.house.refused(403, "POST", path, {"reason": "no"}, key=acme.agent_two_key)
    assert withdraw(acme, one)["state"] == "withdrawn"
    acme.house.refused(409, "POST", path, {"reason": "no"}, key=acme.agent_key)
    answered = acme.path(f"/escalations/{one['id']}/answer")
    acme.house.refused(409, "POST", answered, {"answer": "Yes."}, key=acme.owner_key)
    shown = acme.house.ok("GET", acme.path(f"/mentions/{one['mention']}"), key=acme.agent_key)
    assert shown["state"] == "open"


def test_how_the_client_answers_is_measured(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second, answer_within_minutes=60)
    quick, slow, late, back = (asked(acme) for _ in range(4))
    withdraw(acme, back)
    house.clock.sleep(10 * MINUTES)
    answer(acme, quick)
    minute(house, 20)
    minute(house, 30)
    house.clock.sleep(10 * MINUTES)
    answer(acme, slow)
    minute(house, 20)
    minute(house, 60)
    given = [entry.data for entry in house.entries() if entry.type == "escalation.answered"]
    assert [(one["minutes"], one["in_time"], one["moved"], one["reminders"]) for one in given] == [
        (10.0, True, 0, 0),
        (70.0, False, 1, 1),
    ]
    week = house.ok("GET", acme.path("/reviews/2026-W48"), key=acme.owner_key)["responsiveness"]
    assert week == {
        "asked": 4,
        "answered": 2,
        "in_time": 0.333,
        "minutes": 40.0,
        "reminded": 3,
        "moved": 2,
        "unanswered": 1,
    }
    assert now(acme, late).state == "exhausted"


def test_what_is_told_is_as_its_schema_says(house: House, acme: Brand) -> None:
    plan(acme, acme.approver, acme.second, answer_within_minutes=60)
    one = asked(acme)
    withdraw(acme, asked(acme))
    for _ in range(4):
        minute(house, 30)
    answer(acme, one)
    types = {f"escalation.{end}" for end in ("planned", "reminded", "moved", "exhausted", "withdrawn", "answered")}
    entries = [entry for entry in house.entries() if entry.type in types | {"mention.escalated"}]
    assert {entry.type for entry in entries} == types | {"mention.escalated"}
    for entry in entries:
        conforms(json.loads(payload(entry)))


STEPS = st.lists(st.sampled_from(["minute", "two at once", "wait", "answer", "withdraw", "remove"]), max_size=14)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_whatever_happens_in_whatever_order_it_ends_and_each_step_is_told_once(steps: list[str]) -> None:
    house = House()
    acme = brand(house)
    plan(acme, acme.approver, acme.second, acme.owner, answer_within_minutes=60)
    one = asked(acme)
    gone = iter([acme.second, acme.approver])
    for step in steps:
        if step == "wait":
            house.clock.sleep(25 * MINUTES)
        elif step == "minute":
            minute(house)
        elif step == "two at once":
            house.store.before["commit"].append(lambda: minute(house))
            minute(house)
            house.store.before["commit"].clear()
        elif step == "remove":
            if member := next(gone, None):
                house.ok("DELETE", acme.path(f"/members/{member}"), key=acme.owner_key)
        elif now(acme, one).is_open:
            answer(acme, one) if step == "answer" else withdraw(acme, one)
    for _ in range(8):
        minute(house, 60)
    over = now(acme, one)
    assert over.state in ("answered", "withdrawn", "exhausted")
    assert over.next_at is None
    happened = [
        (entry.type, entry.data["to"])
        for entry in house.entries()
        if entry.type in ("escalation.reminded", "escalation.moved", "escalation.exhausted")
    ]
    assert len(set(happened)) == len(happened)
    assert [to for type_, to in happened if type_ == "escalation.moved"] == [step.to for step in over.steps]
    assert sum(type_ == "escalation.reminded" for type_, _ in happened) == over.reminders
