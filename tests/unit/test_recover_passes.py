"""A statement goes out during a stop: one post, as two people saw it, and nothing else."""

from typing import Any

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def asked(acme: Brand, stop: Any, post: Any, key: str) -> Any:
    body = {"client": acme.client, "post": post["id"], "content_hash": post["content_hash"]}
    return acme.house.ok("POST", f"/stops/{stop['id']}/passes", body, key=key)


def refused(acme: Brand, status: int, stop: Any, post: Any, key: str, client: str = "acme") -> Any:
    body = {"client": client, "post": post["id"], "content_hash": post["content_hash"]}
    return acme.house.refused(status, "POST", f"/stops/{stop['id']}/passes", body, key=key)["detail"]


def let_pass(acme: Brand, stop: Any, post: Any) -> None:
    assert not asked(acme, stop, post, acme.owner_key)["granted"]
    assert asked(acme, stop, post, acme.approver_key)["granted"]


def state(acme: Brand, post: Any) -> str:
    acme.house.deliver()
    found: str = acme.post(post["id"])["state"]
    return found


def test_a_statement_goes_out_while_the_stop_stands_and_nothing_else_does(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    statement, other = acme.draft("We know, and we are sorry."), acme.draft("Have a lovely day!")
    let_pass(acme, stop, statement)
    acme.approve(statement)
    acme.approve(other)
    assert (state(acme, statement), state(acme, other)) == ("published", "held")
    assert [status.text for status in acme.house.network.live()] == ["We know, and we are sorry."]


def test_one_person_lets_nothing_through(acme: Brand) -> None:
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    asked(acme, stop, post, acme.owner_key)
    assert "two people" in refused(acme, 409, stop, post, acme.owner_key)
    acme.approve(post)
    assert state(acme, post) == "held"


def test_a_pass_is_no_approval(acme: Brand) -> None:
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    let_pass(acme, stop, post)
    assert state(acme, post) == "in_review"


def test_a_post_that_changed_after_its_pass_is_held(acme: Brand) -> None:
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    let_pass(acme, stop, post)
    changed = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Ho"}, key=acme.agent_key)
    acme.approve(changed)
    assert state(acme, post) == "held"


def test_a_held_post_is_changed_let_through_and_approved_anew(acme: Brand) -> None:
    stop = acme.stop("client:acme")
    post = acme.approved("Hi")
    assert state(acme, post) == "held"
    again = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"now": True}, key=acme.agent_key)
    let_pass(acme, stop, again)
    acme.approve(again)
    assert state(acme, post) == "published"


def test_another_stop_over_the_post_still_holds_it(acme: Brand) -> None:
    ours, theirs = acme.stop("client:acme"), acme.stop("client:acme", key=acme.agent_key)
    post = acme.draft("Hi")
    let_pass(acme, ours, post)
    acme.approve(post)
    assert state(acme, post) == "held"
    assert theirs["id"] in acme.post(post["id"])["because"]
    assert ours["id"] not in acme.post(post["id"])["because"]


def test_a_stop_of_a_narrower_scope_still_holds_it(acme: Brand) -> None:
    ours = acme.stop("client:acme")
    acme.stop(f"account:acme/{acme.account}")
    post = acme.draft("Hi")
    let_pass(acme, ours, post)
    acme.approve(post)
    assert state(acme, post) == "held"


def test_lifting_the_stop_voids_its_passes(acme: Brand) -> None:
    first, post = acme.stop("client:acme"), acme.draft("Hi")
    let_pass(acme, first, post)
    for key in (acme.owner_key, acme.approver_key):
        acme.house.ok("POST", f"/stops/{first['id']}/resume", key=key)
    acme.house.clock.sleep(1)
    acme.stop("client:acme")
    acme.approve(post)
    assert state(acme, post) == "held"
    assert "lifted" in refused(acme, 409, first, post, acme.owner_key)


def test_no_other_party_lets_a_post_through_a_stop(acme: Brand) -> None:
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    assert "party that made it" in refused(acme, 403, stop, post, acme.agent_key)


def test_a_pass_names_a_post_under_the_stop_as_it_stands(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    elsewhere = bolt.draft("Hi")
    refused(acme, 409, stop, post | {"content_hash": "ab" * 32}, acme.owner_key)
    refused(acme, 404, stop, elsewhere, acme.owner_key)
    refused(acme, 404, stop, elsewhere, acme.owner_key, client="bolt")
    refused(acme, 404, stop, post | {"id": "pst_none"}, acme.owner_key)
    refused(acme, 404, stop, post, bolt.owner_key)


def test_what_is_out_needs_no_pass(acme: Brand) -> None:
    post = acme.published("Hi")
    stop = acme.stop("client:acme")
    assert "needs no pass" in refused(acme, 409, stop, post, acme.owner_key)


def test_the_receipt_and_the_ledger_name_both_people(acme: Brand) -> None:
    stop, post = acme.stop("client:acme"), acme.draft("Hi")
    let_pass(acme, stop, post)
    (given,) = acme.house.ok("GET", f"/stops/{stop['id']}", key=acme.owner_key)["passes"]
    assert (given["asked_by"], given["granted_by"]) == (acme.owner, acme.approver)
    told = [(entry.type, entry.who["member"]) for entry in acme.house.entries() if ".pass_" in entry.type]
    assert told == [("stop.pass_asked", acme.owner), ("stop.pass_granted", acme.approver)]
    assert asked(acme, stop, post, acme.second_key)["granted"]
    assert acme.house.facts().count("stop.pass_granted") == 1
