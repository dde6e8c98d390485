"""What is promised in an answer becomes somebody's to keep, is told of in time, and is closed with an outcome."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.prioritize.waiting import attend
from shared.domain.following.follow_ups import FollowUp
from shared.domain.ledger import Entry
from tests.house import Brand, House, brand
from tests.network import START
from tests.schemas import conforms

HOUR = 3600.0
DUE = (START + timedelta(hours=5)).isoformat()


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def minute(house: House, hours: float = 0) -> int:
    house.clock.sleep(hours * HOUR)
    until = house.clock.monotonic() + 60
    return attend("acme", store=house.store, clock=house.clock, new_id=house.new_id, until=until)


def listed(acme: Brand, query: str = "") -> Any:
    return acme.house.ok("GET", acme.path(f"/follow-ups{query}"), key=acme.agent_key)


def promise(acme: Brand, **more: Any) -> Any:
    body = {"what": "A call", "due_at": DUE, "function": "sales", **more}
    return acme.house.ok("POST", acme.path("/follow-ups"), body, key=acme.agent_key)


def said(house: House) -> list[Entry]:
    """Since the beginning."""
    days = (START.date() + timedelta(days=day) for day in range((house.clock.now() - START).days + 2))
    entries = (entry for day in days for entry in house.store.ledger("acme", day))
    return [entry for entry in entries if entry.type.startswith("follow_up.")]


# What a draft promises


def test_a_promise_of_which_the_draft_says_nothing_is_a_warning_and_blocks_nothing(acme: Brand) -> None:
    post = acme.draft("Sorry! We will call you by Friday.", thread=["You will hear from us."])
    assert [(one["rule"], one["severity"], one["part"], one["said"]) for one in post["findings"]] == [
        ("commitment", "warn", 0, "We will call"),
        ("commitment", "warn", 1, "You will hear"),
    ]
    assert acme.approve(post)["state"] == "scheduled"


def test_a_draft_that_says_until_when_has_none(acme: Brand) -> None:
    commitments = [{"what": "A call", "due_at": DUE}]
    assert acme.draft("We will call you.", commitments=commitments)["findings"] == []
    post = acme.draft("We will call you.")
    path = acme.path(f"/posts/{post['id']}")
    changed = acme.house.ok("PATCH", path, {"commitments": commitments}, key=acme.agent_key)
    assert (changed["findings"], changed["commitments"][0]["what"]) == ([], "A call")
    again = acme.house.ok("PATCH", path, {"commitments": []}, key=acme.agent_key)
    assert [one["rule"] for one in again["findings"]] == ["commitment"]


@pytest.mark.parametrize(
    ("commitments", "field"),
    [
        ([{"what": "A call", "due_at": DUE}] * 6, "commitments"),
        ([{"what": " ", "due_at": DUE}], "commitments.0.what"),
        ([{"what": "A call", "due_at": "2026-11-24T09:00:00Z"}], "commitments.0.due_at"),
        ([{"what": "A call"}], "commitments.0.due_at"),
    ],
)
def test_a_promise_says_what_and_until_when(acme: Brand, commitments: Any, field: str) -> None:
    body = {"account": acme.account, "handle": "acme", "text": "Hello", "function": "sales", "commitments": commitments}
    assert acme.house.refused(422, "POST", acme.path("/posts"), body, key=acme.agent_key)["field"] == field


def test_no_rule_of_the_clients_has_the_name_of_that_warning(acme: Brand) -> None:
    body = {"words": [{"id": "commitment", "words": ["guaranteed"]}]}
    problem = acme.house.refused(422, "PUT", acme.path("/guidelines"), body, key=acme.owner_key)
    assert problem["field"] == "words.0.id"


def test_what_was_promised_is_its_authors_to_keep_once_it_is_out(house: House, acme: Brand) -> None:
    mention = house.mention("Where is my order?")
    wall_clock = "2026-11-25T18:00:00"
    commitments = [{"what": "A call", "due_at": DUE}, {"what": "The parcel's number", "due_at": wall_clock}]
    acme.approved("We will call you.", mention=mention, commitments=commitments)
    assert listed(acme) == []
    house.deliver()
    first, second = listed(acme)
    assert (first["what"], first["owner"], first["mention"], first["function"], first["state"]) == (
        "A call",
        acme.agent,
        mention,
        "customer_service",
        "open",
    )
    assert second["due_at"].startswith("2026-11-25T17:00")
    written = [type(record) for record in house.store.commits[-1]]
    assert written.count(FollowUp) == 2
    [out] = [entry for entry in house.entries() if entry.type == "post.published"]
    assert out.data["follow_ups"] == [first["id"], second["id"]]


def test_a_thread_promises_once_it_is_out_as_a_whole(house: House, acme: Brand) -> None:
    acme.approved("One", thread=["Two"], commitments=[{"what": "A call", "due_at": DUE}])
    house.network.faults = [None, None]
    house.deliver()
    house.deliver()
    assert len(listed(acme)) == 1


# Telling


def test_it_is_told_of_when_it_is_due_and_once_a_day_after_that_though_two_runs_look(house: House, acme: Brand) -> None:
    promise(acme)
    for _ in range(60):
        house.store.before["commit"].append(lambda: minute(house))
        minute(house, 1)
        house.store.before["commit"].clear()
    told = [(entry.type, entry.data.get("days")) for entry in said(house)[1:]]
    assert told == [("follow_up.due", None), ("follow_up.overdue", 1), ("follow_up.overdue", 2)]


def test_what_is_closed_is_told_of_no_more_and_nothing_is_looked_for(house: House, acme: Brand) -> None:
    made = promise(acme)
    house.ok("POST", acme.path(f"/follow-ups/{made['id']}/close"), {"outcome": "kept"}, key=acme.agent_key)
    house.store.calls.clear()
    minute(house, 48)
    assert dict(house.store.calls) == {"waiting": 1}


# By hand


def test_a_promise_that_was_made_elsewhere_is_noted_by_hand(house: House, acme: Brand) -> None:
    mention = house.mention("Where is my order?")
    made = promise(acme, mention=mention, function=None, owner=acme.approver)
    assert (made["owner"], made["function"], made["mention"]) == (acme.approver, "customer_service", mention)
    post = acme.draft("Hello", mention=mention)
    assert promise(acme, post=post["id"], function=None)["mention"] == mention


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"what": ""}, "what"),
        ({"due_at": "2026-11-24T09:00:00Z"}, "due_at"),
        ({"function": None}, "function"),
        ({"mention": "mnt_none"}, "mention"),
        ({"post": "pst_none"}, "post"),
        ({"owner": "mbr_none"}, "owner"),
    ],
)
def test_what_is_noted_by_hand_says_what_it_is_about(acme: Brand, more: Any, field: str) -> None:
    body = {"what": "A call", "due_at": DUE, "function": "sales", **more}
    assert acme.house.refused(422, "POST", acme.path("/follow-ups"), body, key=acme.agent_key)["field"] == field


def test_a_function_that_is_not_that_of_what_it_is_about_is_refused(house: House, acme: Brand) -> None:
    body = {"what": "A call", "due_at": DUE, "function": "sales", "mention": house.mention("Where is my order?")}
    assert house.refused(422, "POST", acme.path("/follow-ups"), body, key=acme.agent_key)["field"] == "function"


def test_it_is_closed_once_with_what_became_of_it(house: House, acme: Brand) -> None:
    made = promise(acme)
    path = acme.path(f"/follow-ups/{made['id']}/close")
    house.clock.sleep(6 * HOUR)
    closed = house.ok("POST", path, {"outcome": "broken", "note": "Nobody called."}, key=acme.agent_key)
    assert (closed["state"], closed["outcome"], closed["closed_by"]) == ("broken", "Nobody called.", acme.agent)
    assert said(house)[-1].data["in_time"] is False
    house.refused(409, "POST", path, {"outcome": "kept"}, key=acme.agent_key)
    assert listed(acme) == []
    assert [one["id"] for one in listed(acme, "?state=broken")] == [made["id"]]
    assert house.refused(422, "GET", acme.path("/follow-ups?state=lost"), key=acme.agent_key)["field"] == "state"


def test_it_goes_to_another_member_who_is_there(house: House, acme: Brand) -> None:
    made = promise(acme)
    path = acme.path(f"/follow-ups/{made['id']}/assignment")
    house.ok("DELETE", acme.path(f"/members/{acme.second}"), key=acme.owner_key)
    assert house.refused(422, "POST", path, {"to": acme.second}, key=acme.agent_key)["field"] == "to"
    assert house.ok("POST", path, {"to": acme.owner}, key=acme.agent_key)["owner"] == acme.owner
    assert minute(house, 5) == 1
    assert said(house)[-1].data["owner"] == acme.owner


def test_the_mandate_says_who_follows_up(house: House, acme: Brand) -> None:
    made = promise(acme)
    acme.agree({"sales": {"follow_up": "client"}})
    for rest, body in (("close", {"outcome": "kept"}), ("assignment", {"to": acme.owner})):
        house.refused(403, "POST", acme.path(f"/follow-ups/{made['id']}/{rest}"), body, key=acme.agent_key)
    body = {"what": "A call", "due_at": DUE, "function": "sales"}
    house.refused(403, "POST", acme.path("/follow-ups"), body, key=acme.agent_key)
    house.ok("POST", acme.path(f"/follow-ups/{made['id']}/close"), {"outcome": "kept"}, key=acme.owner_key)


def test_what_is_told_is_as_its_schema_says(house: House, acme: Brand) -> None:
    made = promise(acme)
    minute(house, 5)
    minute(house, 24)
    path = acme.path(f"/follow-ups/{made['id']}")
    house.ok("POST", path + "/assignment", {"to": acme.owner}, key=acme.agent_key)
    house.ok("POST", path + "/close", {"outcome": "dropped"}, key=acme.agent_key)
    types = [entry.type.partition(".")[2] for entry in said(house)]
    assert types == ["made", "due", "overdue", "reassigned", "closed"]
    for entry in said(house):
        conforms(json.loads(payload(entry)))
