"""A key opens what it is for, until the moment it is revoked or runs out; anything less opens nothing."""

from datetime import timedelta

import pytest

from shared.domain.tokens import Token
from tests.house import Brand, House, brand, person
from tests.network import START

INBOX = "/clients/acme/inbox"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def token(acme: Brand) -> Token:
    found = Token.parse(acme.owner_key)
    assert found is not None
    return found


def test_a_revoked_key_is_refused_at_its_very_next_call(acme: Brand) -> None:
    acme.house.ok("GET", INBOX, key=acme.agent_key)
    mine = token_id(acme.agent_key)
    acme.house.ok("DELETE", f"/clients/acme/keys/{mine}", key=acme.house.agency_key)
    acme.house.refused(401, "GET", INBOX, key=acme.agent_key)


def test_a_key_may_revoke_itself(acme: Brand) -> None:
    acme.house.ok("DELETE", f"/clients/acme/keys/{token_id(acme.owner_key)}", key=acme.owner_key)
    acme.house.refused(401, "GET", INBOX, key=acme.owner_key)


def test_removing_a_member_revokes_all_of_their_keys_at_once(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": ["read"]}
    further = acme.house.ok("POST", "/clients/acme/keys", body, key=acme.owner_key)["key"]
    acme.house.ok("DELETE", f"/clients/acme/members/{acme.approver}", key=acme.owner_key)
    for key in (acme.approver_key, further):
        acme.house.refused(401, "GET", INBOX, key=key)


def test_a_key_opens_until_it_expires_and_not_from_then_on(acme: Brand) -> None:
    expires = START + timedelta(hours=1)
    body = {"member": acme.approver, "scopes": ["read"], "expires_at": expires.isoformat()}
    key = acme.house.ok("POST", "/clients/acme/keys", body, key=acme.owner_key)["key"]
    acme.house.clock.at = expires - timedelta(microseconds=1)
    acme.house.ok("GET", INBOX, key=key)
    acme.house.clock.at = expires
    acme.house.refused(401, "GET", INBOX, key=key)


def test_every_way_in_which_a_key_fails_is_told_alike(acme: Brand) -> None:
    _, revoked = person(acme, "Former", acme.owner_key, ["read"])
    acme.house.ok("DELETE", f"/clients/acme/keys/{token_id(revoked)}", key=acme.owner_key)
    mine = token(acme)
    wrong = str(Token(realm=mine.realm, key=mine.key, secret="wrong"))
    unknown = str(Token(realm=mine.realm, key="key_none", secret=mine.secret))
    told = {str(acme.house.refused(401, "GET", INBOX, key=key)) for key in (None, revoked, wrong, unknown)}
    assert len(told) == 1


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer bk_",
        "Bearer bk_..",
        "Bearer bk_acme",
        "Bearer bk_acme.key_1",
        "Bearer bk_acme.key_1.secret.more",
        "Bearer bk_acme#.key_1.secret",
        "Bearer bk_deployment.agy_1.secret",
        "Bearer bk_ä.ö.ü",
        "Bearer bk_\ud800.\ud800.\ud800",
        "Bearer \x00",
        "Basic YWNtZTpzZWNyZXQ=",
        "bk_acme.key_1.secret",
        "Bearer " + "bk_" * 10_000,
    ],
)
def test_what_is_no_key_opens_nothing(acme: Brand, header: str) -> None:
    acme.house.refused(401, "GET", INBOX, headers={"authorization": header})


@pytest.mark.parametrize("tail", ["", "A", "\ud800", "\x00", "é"])
def test_a_key_with_another_secret_opens_nothing(acme: Brand, tail: str) -> None:
    mine = token(acme)
    changed = f"Bearer bk_{mine.realm}.{mine.key}.{mine.secret[:-1]}{tail}"
    acme.house.refused(401, "GET", INBOX, headers={"authorization": changed})


def test_a_key_moved_to_another_realm_opens_nothing(acme: Brand) -> None:
    brand(acme.house, "bolt")
    mine = token(acme)
    moved = str(Token(realm="bolt", key=mine.key, secret=mine.secret))
    acme.house.refused(401, "GET", "/clients/bolt/inbox", key=moved)


def test_the_word_bearer_may_be_written_in_any_case(acme: Brand) -> None:
    for word in ("bearer", "BEARER"):
        given = acme.house.call("GET", INBOX, headers={"authorization": f"{word} {acme.owner_key}"})
        assert given.status == 200


def test_a_refusal_never_repeats_what_was_sent_as_a_key(acme: Brand) -> None:
    sent = "bk_acme.key_1.a-guess-at-a-secret"
    assert "a-guess" not in str(acme.house.refused(401, "GET", INBOX, key=sent))


def test_only_a_digest_of_a_secret_is_kept(acme: Brand) -> None:
    kept = str(acme.house.store.everything())
    for key in (acme.owner_key, acme.agent_key, acme.house.agency_key):
        assert key.rpartition(".")[2] not in kept


def test_keys_are_listed_without_anything_that_opens(acme: Brand) -> None:
    listed = acme.house.ok("GET", "/clients/acme/keys", key=acme.owner_key)
    assert {one["id"] for one in listed} >= {token_id(acme.owner_key), token_id(acme.agent_key)}
    assert not any("digest" in one or "secret" in one or "key" in one for one in listed)


def token_id(key: str) -> str:
    return key.split(".")[1]
