"""A post on call: approved ahead, sent when an agency's own scheduler calls for it."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def on_call(acme: Brand) -> Any:
    return acme.approve(acme.draft("Now!", on_call=True))


def called(acme: Brand, post: Any, **headers: str) -> Any:
    return acme.house.ok("POST", acme.path(f"/posts/{post['id']}/publish"), key=acme.agent_key, **headers)


def test_an_approved_post_on_call_waits_until_it_is_called_for(house: House, acme: Brand) -> None:
    post = on_call(acme)
    house.deliver()
    house.tick()
    assert post["state"] == "approved"
    assert house.network.live() == []
    called(acme, post)
    house.deliver()
    assert [status.text for status in house.network.live()] == ["Now!"]


def test_one_that_is_not_approved_is_not_sent_by_a_call(house: House, acme: Brand) -> None:
    post = acme.draft("Now!", on_call=True)
    house.refused(409, "POST", acme.path(f"/posts/{post['id']}/publish"), key=acme.agent_key)


def test_the_same_call_again_is_answered_the_same_and_sends_once(house: House, acme: Brand) -> None:
    post = on_call(acme)
    first = called(acme, post, **{"idempotency-key": "run-7"})
    again = called(acme, post, **{"idempotency-key": "run-7"})
    house.deliver()
    assert first == again
    assert len(house.network.statuses) == 1


def test_another_call_for_the_same_post_is_refused(house: House, acme: Brand) -> None:
    post = on_call(acme)
    called(acme, post)
    house.refused(409, "POST", acme.path(f"/posts/{post['id']}/publish"), key=acme.agent_key)


def test_a_key_without_the_scope_publish_calls_for_nothing(house: House, acme: Brand) -> None:
    post = on_call(acme)
    _, key = person(acme, "Reader", house.agency_key, ["read", "recommend"])
    house.refused(403, "POST", acme.path(f"/posts/{post['id']}/publish"), key=key)


def test_a_stop_holds_what_is_called_for(house: House, acme: Brand) -> None:
    post = on_call(acme)
    acme.stop("client:acme")
    called(acme, post)
    house.deliver()
    assert acme.post(post["id"])["state"] == "held"
    assert house.network.statuses == []


def test_a_withdrawn_approval_ends_the_waiting(house: House, acme: Brand) -> None:
    post = on_call(acme)
    body = {"verdict": "withdraw", "content_hash": post["content_hash"]}
    house.ok("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=acme.approver_key)
    house.refused(409, "POST", acme.path(f"/posts/{post['id']}/publish"), key=acme.agent_key)


def test_a_post_on_call_has_no_time(house: House, acme: Brand) -> None:
    body = {
        "account": acme.account,
        "handle": "acme",
        "text": "Now!",
        "function": "community",
        "on_call": True,
        "publish_at": "2026-12-01T12:00:00Z",
    }
    refused = house.refused(422, "POST", acme.path("/posts"), body, key=acme.agent_key)
    assert refused["field"] == "publish_at"
