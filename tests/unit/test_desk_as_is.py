"""A client may ask its agency to post its text as it stands: the request is its word, and the agency sends it."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def request(acme: Brand, **more: Any) -> dict[str, Any]:
    wanted = {"account": acme.account, "handle": "acme", "text": "We are sorry. ^OW", "function": "community"}
    return {**wanted, "as_is": True, **more}


def asked(acme: Brand, **more: Any) -> Any:
    return acme.house.ok("POST", acme.path("/posts"), request(acme, **more), key=acme.owner_key)


def send(acme: Brand, post: Any, status: int = 200, key: str | None = None) -> Any:
    given = acme.house.call("POST", acme.path(f"/posts/{post['id']}/publish"), key=key or acme.agent_key)
    assert given.status == status, given.body
    return given.body


def test_the_agency_sends_what_the_client_asked_for_and_the_ledger_says_so(acme: Brand) -> None:
    post = asked(acme)
    assert (post["state"], post["as_is"], post["approvals"][0]["as_is"]) == ("approved", True, True)
    assert send(acme, post)["state"] == "scheduled"
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"
    told = {entry.type: entry.data for entry in acme.house.entries()}
    assert told["post.drafted"]["as_is"] is told["post.scheduled"]["as_is"] is True


def test_it_is_the_agency_who_sends_it(acme: Brand) -> None:
    post = asked(acme)
    _, key = person(acme, "Publisher", acme.owner_key, ["publish"])
    send(acme, post, 403, key)
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "approved"


def test_the_request_is_what_a_mandate_on_request_waits_for(acme: Brand) -> None:
    acme.agree({"community": {"post": "on_request"}})
    assert send(acme, asked(acme))["state"] == "scheduled"


def test_where_more_than_one_approval_is_asked_for_the_request_is_one_of_them(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    post = asked(acme)
    assert post["state"] == "in_review"
    assert acme.approve(post)["state"] == "approved"


def test_a_changed_text_is_not_what_was_asked_for(acme: Brand) -> None:
    post = asked(acme)
    edit = {"text": "We are very sorry. ^OW"}
    changed = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), edit, key=acme.agent_key)
    assert (changed["state"], changed["as_is"], changed["approvals"]) == ("in_review", False, [])
    send(acme, changed, 409)


def test_only_the_client_asks_and_with_a_key_that_approves(acme: Brand) -> None:
    path = acme.path("/posts")
    acme.house.refused(403, "POST", path, request(acme), key=acme.agent_key)
    _, key = person(acme, "Writer", acme.owner_key, ["recommend"])
    acme.house.refused(403, "POST", path, request(acme), key=key)
    late = request(acme, publish_at="2026-11-26T09:00:00Z")
    assert acme.house.refused(422, "POST", path, late, key=acme.owner_key)["field"] == "publish_at"


def test_whom_the_mandate_lets_not_approve_asks_for_nothing_as_it_is(acme: Brand) -> None:
    acme.agree({"community": {"approve": "agency"}})
    acme.house.refused(403, "POST", acme.path("/posts"), request(acme), key=acme.owner_key)
