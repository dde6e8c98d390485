"""What each kind of source needs to be registered, how its secret is changed, and what it sent that is unread."""

from typing import Any

import pytest
from webhook_senders import FEED

from shared.domain.accounts import Scheme, Source, source_realm
from shared.domain.listening.mentions import unread
from tests.house import Brand, House, brand

SECRET = "the-providers-secret"
MAPPING = {"external_id": "id", "author": "who", "text": "what"}
NEEDED: dict[Scheme, dict[str, Any]] = {
    Scheme.STANDARD: {"network": "mastodon"},
    Scheme.X: {"secret": SECRET},
    Scheme.META: {"secret": SECRET, "verify_token": "a token"},
    Scheme.THREADS: {"secret": SECRET, "verify_token": "a token"},
    Scheme.LINKEDIN: {"secret": SECRET},
    Scheme.MASTODON: {"secret": SECRET, "topic": "acme"},
    Scheme.WEBSUB: {"network": "youtube", "topic": FEED},
    Scheme.SLACK: {"secret": SECRET},
    Scheme.MELTWATER: {},
    Scheme.GENERIC: {"network": "mastodon", "mapping": MAPPING},
}
NETWORK = {
    Scheme.X: "x",
    Scheme.META: "facebook",
    Scheme.THREADS: "threads",
    Scheme.LINKEDIN: "linkedin",
    Scheme.WEBSUB: "youtube",
    Scheme.SLACK: "slack",
    Scheme.MELTWATER: "web",
}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def add(acme: Brand, scheme: Scheme, **changed: Any) -> Any:
    body = {"name": "Monitor", "scheme": scheme.value} | NEEDED[scheme] | changed
    return acme.house.ok("POST", acme.path("/sources"), body, key=acme.owner_key)


def kept(acme: Brand, source: Any) -> Source:
    found = acme.house.store.get(Source, source_realm(source["id"]), source["id"])
    assert found is not None
    return found


def secrets(source: Any) -> str:
    return f"/sources/{source['id']}/secrets"


@pytest.mark.parametrize("scheme", Scheme)
def test_a_source_of_every_scheme_is_made_of_what_it_needs(acme: Brand, scheme: Scheme) -> None:
    made = add(acme, scheme)
    assert (made["scheme"], made["network"]) == (scheme.value, NETWORK.get(scheme, "mastodon"))
    assert ("secret" in made) is ("secret" not in NEEDED[scheme])
    assert len(kept(acme, made).secrets[0]) <= 64


@pytest.mark.parametrize(("scheme", "field"), [(scheme, field) for scheme in Scheme for field in NEEDED[scheme]])
def test_what_a_source_cannot_be_without_is_named(acme: Brand, scheme: Scheme, field: str) -> None:
    needed = {name: value for name, value in NEEDED[scheme].items() if name != field}
    body = {"name": "Monitor", "scheme": scheme.value} | needed
    refusal = acme.house.refused(422, "POST", acme.path("/sources"), body, key=acme.owner_key)
    assert refusal["field"] == field


@pytest.mark.parametrize(
    ("scheme", "changed", "field"),
    [
        (Scheme.X, {"network": "mastodon"}, "network"),
        (Scheme.META, {"network": "threads"}, "network"),
        (Scheme.WEBSUB, {"secret": "x" * 200}, "secret"),
        (Scheme.MELTWATER, {"secret": "x" * 65}, "secret"),
        (Scheme.SLACK, {"secret": "x" * 15}, "secret"),
        (Scheme.MASTODON, {"topic": "\0"}, "topic"),
        (Scheme.GENERIC, {"mapping": MAPPING | {"event": "type"}}, "mapping.deleted"),
        (Scheme.GENERIC, {"mapping": MAPPING | {"deleted": "gone"}}, "mapping.deleted"),
    ],
)
def test_what_a_source_cannot_have_is_named(acme: Brand, scheme: Scheme, changed: dict[str, Any], field: str) -> None:
    body = {"name": "Monitor", "scheme": scheme.value} | NEEDED[scheme] | changed
    assert acme.house.refused(422, "POST", acme.path("/sources"), body, key=acme.owner_key)["field"] == field


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"scheme": "rot13"}, "scheme"),
        ({"network": "Mastodon"}, "network"),
        ({"secret": "whsec_not base64 at all, though long"}, "secret"),
        ({"secret": "whsec_c2hvcnQgYnV0IGJhc2U2NA=="}, "secret"),
    ],
)
def test_what_is_wrong_with_a_source_is_named(acme: Brand, changed: dict[str, Any], field: str) -> None:
    body = {"name": "Monitor", "scheme": "standard", "network": "mastodon"} | changed
    assert acme.house.refused(422, "POST", acme.path("/sources"), body, key=acme.owner_key)["field"] == field


def test_a_secret_that_was_made_here_is_shown_once(acme: Brand) -> None:
    made = add(acme, Scheme.STANDARD)
    assert made["secret"].startswith("whsec_")
    assert made["hook"] == f"/hooks/{made['id']}"
    listed = acme.house.ok("GET", acme.path("/sources"), key=acme.agent_key)
    assert [one["id"] for one in listed] == [made["id"]]
    assert made["secret"] not in str(listed)


def test_a_secret_that_the_caller_knows_already_is_not_shown_back(acme: Brand) -> None:
    made = add(acme, Scheme.X)
    assert SECRET not in str(made)
    assert SECRET not in str(acme.house.store.everything())


def test_a_source_closes_once(acme: Brand) -> None:
    path = acme.path(f"/sources/{add(acme, Scheme.STANDARD)['id']}")
    assert acme.house.ok("DELETE", path, key=acme.owner_key)["closed_at"]
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)


def test_one_source_may_speak_for_pages_and_another_for_instagram(acme: Brand) -> None:
    assert add(acme, Scheme.META, network="instagram")["network"] == "instagram"


def test_a_new_secret_is_shown_once_comes_first_and_leaves_the_old_one_good_for_a_day(acme: Brand) -> None:
    made = add(acme, Scheme.STANDARD)
    rotated = acme.house.ok("POST", acme.path(secrets(made)), {}, key=acme.owner_key)
    assert rotated["secret"].startswith("whsec_")
    assert kept(acme, made).secrets == (rotated["secret"], made["secret"])
    assert rotated["older_secret_until"] == "2026-11-26T09:00:00Z"
    (listed,) = acme.house.ok("GET", acme.path("/sources"), key=acme.agent_key)
    assert "secret" not in listed
    assert listed["older_secret_until"] == rotated["older_secret_until"]
    acme.house.clock.sleep(86_400)
    (listed,) = acme.house.ok("GET", acme.path("/sources"), key=acme.agent_key)
    assert "older_secret_until" not in listed
    assert not any(secret in str(acme.house.entries()) for secret in kept(acme, made).secrets)


def test_of_several_new_secrets_the_last_two_are_good(acme: Brand) -> None:
    made = add(acme, Scheme.X)
    for number in range(3):
        acme.house.ok("POST", acme.path(secrets(made)), {"secret": f"{SECRET}-{number}"}, key=acme.owner_key)
    assert kept(acme, made).secrets == (f"{SECRET}-2", f"{SECRET}-1")


def test_an_old_secret_that_got_out_is_withdrawn_at_once(acme: Brand) -> None:
    made = add(acme, Scheme.X)

    def withdrawn() -> int:
        return acme.house.call("DELETE", acme.path(secrets(made)), key=acme.owner_key).status

    assert withdrawn() == 409
    acme.house.ok("POST", acme.path(secrets(made)), {"secret": SECRET + "-2"}, key=acme.owner_key)
    assert withdrawn() == 200
    assert kept(acme, made).secrets == (SECRET + "-2",)
    assert withdrawn() == 409
    assert acme.house.facts()[-2:] == ["source.secret_rotated", "source.secret_withdrawn"]


@pytest.mark.parametrize("secret", [None, "short", SECRET])
def test_a_new_secret_is_the_providers_own_and_another(acme: Brand, secret: str | None) -> None:
    made = add(acme, Scheme.X)
    refusal = acme.house.refused(422, "POST", acme.path(secrets(made)), {"secret": secret}, key=acme.owner_key)
    assert refusal["field"] == "secret"
    assert SECRET not in str(refusal)


def test_a_closed_source_gets_no_new_secret(acme: Brand) -> None:
    made = add(acme, Scheme.STANDARD)
    acme.house.ok("DELETE", acme.path(f"/sources/{made['id']}"), key=acme.owner_key)
    acme.house.refused(409, "POST", acme.path(secrets(made)), {}, key=acme.owner_key)
    acme.house.refused(409, "DELETE", acme.path(secrets(made)), key=acme.owner_key)


def test_what_a_source_sent_that_nobody_understood_is_shown_as_it_came(acme: Brand) -> None:
    made, other = add(acme, Scheme.STANDARD), add(acme, Scheme.STANDARD)
    acme.house.store.commit(unread("acme", made["id"], ("mention.liked",), '{"type":…}', acme.house.clock.now()))
    (shown,) = acme.house.ok("GET", acme.path(f"/sources/{made['id']}/unread"), key=acme.owner_key)
    assert (shown["types"], shown["body"]) == (["mention.liked"], '{"type":…}')
    assert acme.house.ok("GET", acme.path(f"/sources/{other['id']}/unread"), key=acme.owner_key) == []
