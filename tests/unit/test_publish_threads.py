"""A thread goes out part by part; whatever happens in the middle, no part goes out twice and none is lost."""

from typing import Any

import pytest

from shared.domain.posts import PostState
from shared.domain.stops import StopScope
from shared.networks import OutcomeUnknownError, RefusedError, ThrottledError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

PARTS = ["One.", "Two.", "Three."]


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def thread(acme: Brand) -> Any:
    return acme.approve(acme.draft(PARTS[0], thread=PARTS[1:]))


def texts(house: House) -> list[str]:
    return [status.text for status in house.network.live()]


def test_the_parts_go_out_in_order_each_a_reply_to_the_one_before(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.deliver()
    stands = acme.post(post["id"])
    assert texts(house) == PARTS
    assert stands["state"] == "published"
    assert [part["external_id"] for part in stands["sent"]] == ["1", "2", "3"]
    assert [status.in_reply_to for status in house.network.statuses] == ["", "1", "2"]


def test_each_part_is_an_attempt_of_its_own(house: House, acme: Brand) -> None:
    thread(acme)
    house.deliver()
    assert len({status.attempt for status in house.network.statuses}) == len(PARTS)


def test_an_approval_covers_every_part(house: House, acme: Brand) -> None:
    draft = acme.draft(PARTS[0], thread=PARTS[1:])
    changed = house.ok("PATCH", acme.path(f"/posts/{draft['id']}"), {"thread": ["Else."]}, key=acme.agent_key)
    assert changed["content_hash"] != draft["content_hash"]


def test_a_part_that_is_too_long_is_named(house: House, acme: Brand) -> None:
    body = {
        "account": acme.account,
        "handle": "acme",
        "text": "One.",
        "thread": ["Two.", "x" * 501],
        "function": "community",
    }
    refused = house.call("POST", acme.path("/posts"), body, key=acme.agent_key)
    assert (refused.status, refused.body["field"]) == (422, "thread.1")


def test_a_crash_after_a_part_goes_on_at_the_next_one(house: House, acme: Brand) -> None:
    post = thread(acme)
    # The claim of the second part fails: the run ends there.
    house.store.before["commit"] += [lambda: None, lambda: None, raising(StoreError("gone"))]
    with pytest.raises(StoreError):
        house.deliver()
    assert texts(house) == PARTS[:1]
    house.tick()
    house.deliver()
    assert texts(house) == PARTS
    assert acme.post(post["id"])["state"] == "published"


def test_a_part_whose_answer_is_lost_is_found_and_the_thread_goes_on(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, "posted, then lost"]
    house.deliver()
    assert acme.post(post["id"])["state"] == "unknown"
    house.clock.sleep(30)
    house.reconcile()
    house.tick()
    house.deliver()
    assert texts(house) == PARTS
    assert acme.post(post["id"])["state"] == "published"


def test_a_part_that_never_landed_is_not_sent_again(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, OutcomeUnknownError("no answer")]
    house.deliver()
    house.clock.sleep(600)
    house.reconcile()
    house.tick()
    house.deliver()
    assert texts(house) == PARTS[:1]
    assert acme.post(post["id"])["state"] == "unverified"


def test_a_refused_part_ends_the_thread_and_what_is_out_can_be_recalled(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, RefusedError("too rude")]
    house.deliver()
    assert acme.post(post["id"])["state"] == "failed"
    recalled = house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    assert recalled["state"] == "recalled"
    assert texts(house) == []


def test_a_throttled_part_goes_out_later_and_the_first_ones_not_again(house: House, acme: Brand) -> None:
    thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    assert texts(house) == PARTS[:1]
    house.clock.sleep(61)
    house.tick()
    house.deliver()
    assert texts(house) == PARTS


def test_a_stop_in_the_middle_holds_the_rest_and_leaves_the_choice_of_what_is_out(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    house.clock.sleep(30)
    acme.stop("client:acme")
    house.clock.sleep(31)
    house.tick()
    house.deliver()
    assert acme.post(post["id"])["state"] == "held"
    assert texts(house) == PARTS[:1]
    house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    assert acme.post(post["id"])["state"] == "recalled"
    assert texts(house) == []


def test_after_the_stop_the_rest_needs_a_new_approval_and_goes_on_where_it_ended(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    house.clock.sleep(30)
    stop = acme.stop("client:acme")
    house.clock.sleep(31)
    house.tick()
    house.deliver()
    for key in (acme.owner_key, acme.approver_key):
        house.ok("POST", f"/stops/{stop['id']}/resume", key=key)
    stands = acme.post(post["id"])
    assert stands["state"] == "in_review"
    house.clock.sleep(1)
    acme.approve(stands)
    house.deliver()
    assert texts(house) == PARTS


def test_the_parts_that_are_out_cannot_be_reworded(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    house.refused(409, "PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Else."}, key=acme.agent_key)


def test_the_rest_of_a_thread_is_held_when_it_is_too_late(house: House, acme: Brand) -> None:
    house.tick()
    post = thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    house.clock.sleep(3600)
    house.tick()
    house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_what_lands_after_the_stop_is_taken_down_and_the_parts_before_it_stay(house: House, acme: Brand) -> None:
    post = thread(acme)
    house.network.faults = [None, ThrottledError("wait", None)]
    house.deliver()
    house.clock.sleep(61)
    house.tick()
    # The stop falls between the second part's strong read and its landing.
    house.store.after["clearance"] += [lambda: acme.stop("client:acme")]
    house.deliver()
    house.drain()
    assert house.store.flags([StopScope.parse("client:acme")])["client:acme"].engaged
    assert acme.post(post["id"])["state"] == PostState.HELD
    assert texts(house) == PARTS[:1]
