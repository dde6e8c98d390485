"""A request sent twice under one Idempotency-Key is done once and answered the same."""

from typing import Any

import pytest

from shared.api.problems import TYPE_BASE
from shared.domain.ledger import Entry
from shared.domain.replay import Reply
from shared.stores import StoreError
from tests.house import Brand, House, Response, brand, raising

ONCE = {"idempotency-key": "once"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def write(acme: Brand, text: str = "Good morning", key: str | None = None, **headers: str) -> Response:
    body = {"account": acme.account, "handle": "acme", "text": text, "function": "community"}
    sent = ONCE | {name.replace("_", "-"): value for name, value in headers.items()}
    return acme.house.call("POST", acme.path("/posts"), body, key=key or acme.agent_key, headers=sent)


def posts(acme: Brand) -> list[Any]:
    return list(acme.house.ok("GET", acme.path("/posts"), key=acme.owner_key))


def test_a_repeated_request_is_answered_as_the_first_and_does_nothing(acme: Brand) -> None:
    first = write(acme)
    before = acme.house.store.everything()
    again = write(acme)
    assert (again.status, again.body) == (201, first.body)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert acme.house.store.everything() == before


def test_a_repeated_request_is_answered_as_the_first_although_the_world_has_moved_on(acme: Brand) -> None:
    first = write(acme)
    acme.house.ok("POST", acme.path(f"/posts/{first.body['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)
    acme.house.clock.sleep(3600)
    assert write(acme).body == first.body


def test_the_reply_is_kept_in_the_commit_that_it_answers_for(acme: Brand) -> None:
    write(acme)
    last = acme.house.store.commits[-1]
    assert {Reply, Entry} < {type(record) for record in last}


def test_another_body_under_the_same_key_is_refused(acme: Brand) -> None:
    write(acme)
    given = write(acme, "Good evening")
    assert (given.status, given.body["type"]) == (422, TYPE_BASE + "idempotency-mismatch")
    assert len(posts(acme)) == 1


def test_another_path_under_the_same_key_is_refused(acme: Brand) -> None:
    post = write(acme).body["id"]
    path = acme.path(f"/posts/{post}/cancel")
    given = acme.house.refused(422, "POST", path, {"reason": "no"}, key=acme.agent_key, headers=ONCE)
    assert given["type"] == TYPE_BASE + "idempotency-mismatch"


def test_two_callers_may_use_the_same_key_for_different_things(acme: Brand) -> None:
    assert write(acme).status == 201
    assert write(acme, "Good evening", key=acme.agent_two_key).status == 201
    assert len(posts(acme)) == 2


def test_a_refused_request_may_be_put_right_under_the_same_key(acme: Brand) -> None:
    assert write(acme, " ").status == 422
    assert write(acme).status == 201


def test_two_copies_at_the_same_moment_are_done_once(acme: Brand) -> None:
    """The second copy arrives while the first is about to commit, and gets there before it."""
    other: list[Response] = []
    acme.house.store.before["commit"].append(lambda: other.append(write(acme)))
    first = write(acme)
    assert (first.status, first.body) == (201, other[0].body)
    assert len(posts(acme)) == 1


def test_a_commit_whose_answer_was_lost_is_answered_by_the_retry(acme: Brand) -> None:
    acme.house.store.after["commit"].append(raising(StoreError("The store did not answer.")))
    assert write(acme).status == 503
    again = write(acme)
    assert (again.status, again.headers["Idempotent-Replayed"]) == (201, "true")
    assert len(posts(acme)) == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/keys", {"scopes": ["read"]}),
        ("/endpoints", {"url": "https://hooks.example"}),
        ("/sources", {"name": "Monitor", "scheme": "standard", "network": "mastodon"}),
        ("/agencies", {"name": "South", "owner": {"name": "Administrator", "signature": "^SA"}}),
    ],
)
def test_a_reply_that_shows_a_secret_is_not_kept_and_not_given_twice(acme: Brand, path: str, body: Any) -> None:
    body = body | ({"member": acme.approver} if path == "/keys" else {})
    made = acme.house.ok("POST", acme.path(path), body, key=acme.owner_key, **ONCE)
    kept = [record for record in acme.house.store.commits[-1] if isinstance(record, Reply)]
    assert [reply.body for reply in kept] == [""]
    given = acme.house.refused(409, "POST", acme.path(path), body, key=acme.owner_key, headers=ONCE)
    assert "secret" in given["detail"]
    shown = next(made[name] for name in ("key", "secret", "owner_key") if name in made)
    assert str(shown).removeprefix("whsec_")[:20] not in str(kept)


@pytest.mark.parametrize("given", ["", "x" * 256])
def test_an_idempotency_key_has_1_to_255_characters(acme: Brand, given: str) -> None:
    assert write(acme, idempotency_key="x" * 255).status == 201
    refusal = write(acme, "Good evening", idempotency_key=given)
    assert (refusal.status, refusal.body["field"]) == (422, "Idempotency-Key")


def test_without_a_key_each_request_is_another(acme: Brand) -> None:
    acme.draft("Good morning")
    acme.draft("Good morning")
    assert len(posts(acme)) == 2


def test_a_retried_creation_of_a_client_does_not_make_a_second_owner() -> None:
    house = House()
    body = {"id": "acme", "name": "Acme", "zone": "UTC", "owner": {"name": "Owner", "signature": "^OW"}}
    house.ok("POST", "/clients", body, key=house.agency_key, **ONCE)
    house.refused(409, "POST", "/clients", body, key=house.agency_key, headers=ONCE)
