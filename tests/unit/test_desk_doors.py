"""Accounts, sources and endpoints: who may speak where, what is listened to, who is told."""

from typing import Any

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def account(**changed: Any) -> dict[str, Any]:
    return {
        "network": "mastodon",
        "handle": "acme_help",
        "base_url": "https://social.example",
        "credentials": {"access_token": "a-second-token"},
    } | changed


def connect(acme: Brand, **changed: Any) -> Any:
    return acme.house.ok("POST", acme.path("/accounts"), account(**changed), key=acme.owner_key)


def refused(acme: Brand, door: str, body: Any, status: int = 422) -> Any:
    return acme.house.refused(status, "POST", acme.path(door), body, key=acme.owner_key).get("field")


def test_credentials_lie_in_the_vault_and_nowhere_else(acme: Brand) -> None:
    made = connect(acme)
    assert acme.house.vault.kept[made["id"]] == {"access_token": "a-second-token"}
    listed = acme.house.ok("GET", acme.path("/accounts"), key=acme.agent_key)
    for seen in (made, listed, acme.house.store.everything(), acme.house.outbound.sent):
        assert "a-second-token" not in str(seen)


def test_nothing_is_put_in_the_vault_for_an_account_that_is_refused(acme: Brand) -> None:
    refused(acme, "/accounts", account(base_url="http://social.example"))
    assert acme.house.vault.kept.keys() == {acme.account}


def test_an_account_is_listed_as_it_was_connected(acme: Brand) -> None:
    made = connect(acme, handle="@acme_help", base_url="https://social.example/")
    assert (made["handle"], made["base_url"], made["kind"]) == ("acme_help", "https://social.example", "brand")
    assert made in acme.house.ok("GET", acme.path("/accounts"), key=acme.agent_key)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"base_url": "http://social.example"}, "base_url"),
        ({"base_url": "ftp://social.example"}, "base_url"),
        ({"base_url": "social.example"}, "base_url"),
        ({"base_url": "https://"}, "base_url"),
        ({"base_url": "https://user:word@social.example"}, "base_url"),
        ({"base_url": "https://social.example/ a"}, "base_url"),
        ({"network": "friendster"}, "network"),
        ({"handle": ""}, "handle"),
        ({"handle": "a b"}, "handle"),
        ({"credentials": {}}, "credentials"),
        ({"kind": "person"}, "owner"),
        ({"kind": "robot"}, "kind"),
        ({"owner": "mbr_none"}, "owner"),
        ({"kind": "person", "owner": "mbr_none"}, "owner"),
    ],
)
def test_what_is_wrong_with_an_account_is_named(acme: Brand, changed: dict[str, Any], field: str) -> None:
    assert refused(acme, "/accounts", account(**changed)) == field


def test_an_account_is_a_shadow_only_when_it_is_said_so(acme: Brand) -> None:
    assert connect(acme)["shadow"] is False
    assert connect(acme, handle="acme_test", shadow=True)["shadow"] is True


@pytest.mark.parametrize("first", [True, False])
def test_an_account_is_never_the_brands_own_and_a_shadow_at_once(acme: Brand, first: bool) -> None:
    made = connect(acme, shadow=first)
    assert refused(acme, "/accounts", account(shadow=not first)) == "handle"
    acme.house.ok("DELETE", acme.path(f"/accounts/{made['id']}"), key=acme.owner_key)
    assert connect(acme, shadow=not first)["shadow"] is not first


def test_a_refusal_does_not_repeat_the_credentials(acme: Brand) -> None:
    body = account(credentials={"access_token": ["a-second-token"]})
    given = acme.house.refused(422, "POST", acme.path("/accounts"), body, key=acme.owner_key)
    assert "a-second-token" not in str(given)


def test_a_persons_account_is_owned_by_a_person_of_the_client(acme: Brand) -> None:
    assert connect(acme, kind="person", owner=acme.approver)["owner"] == acme.approver
    assert refused(acme, "/accounts", account(kind="person", owner=acme.agent)) == "owner"


def test_a_persons_account_speaks_only_by_its_owners_own_approval(acme: Brand) -> None:
    body = {"rows": {"community": {"approvals": 0}}}
    acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.owner_key)
    made = connect(acme, handle="chief", kind="person", owner=acme.approver)
    post = acme.draft("I think so.", account=made["id"], handle="chief")
    assert post["state"] == "in_review"
    verdict = {"verdict": "approve", "content_hash": post["content_hash"]}
    acme.house.refused(403, "POST", acme.path(f"/posts/{post['id']}/approvals"), verdict, key=acme.owner_key)
    assert acme.approve(post)["state"] == "scheduled"


def test_a_closed_account_takes_no_more_posts_and_closes_once(acme: Brand) -> None:
    path = acme.path(f"/accounts/{acme.account}")
    assert acme.house.ok("DELETE", path, key=acme.owner_key)["closed_at"]
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    assert refused(acme, "/posts", body) == "account"


def source(**changed: Any) -> dict[str, Any]:
    return {"name": "Monitor", "scheme": "standard", "network": "mastodon"} | changed


def test_a_source_is_made_with_a_secret_that_is_shown_once(acme: Brand) -> None:
    made = acme.house.ok("POST", acme.path("/sources"), source(), key=acme.owner_key)
    assert made["secret"].startswith("whsec_")
    assert made["hook"] == f"/hooks/{made['id']}"
    listed = acme.house.ok("GET", acme.path("/sources"), key=acme.agent_key)
    assert [one["id"] for one in listed] == [made["id"]]
    assert made["secret"] not in str(listed)


def test_a_secret_that_the_caller_knows_already_is_not_shown_back(acme: Brand) -> None:
    body = source(scheme="x", network="", secret="the-app-secret-of-x")
    made = acme.house.ok("POST", acme.path("/sources"), body, key=acme.owner_key)
    assert "the-app-secret" not in str(made)
    assert made["network"] == "x"
    assert "the-app-secret" not in str(acme.house.store.everything())


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"scheme": "rot13"}, "scheme"),
        ({"network": ""}, "network"),
        ({"network": "Mastodon"}, "network"),
        ({"secret": "short"}, "secret"),
        ({"secret": "whsec_not base64 at all, though long"}, "secret"),
        ({"secret": "whsec_c2hvcnQgYnV0IGJhc2U2NA=="}, "secret"),
        ({"scheme": "x"}, "secret"),
        ({"scheme": "meta", "secret": "the-app-secret-of-meta"}, "verify_token"),
        ({"scheme": "generic"}, "mapping"),
        (
            {"scheme": "generic", "network": "", "mapping": {"external_id": "id", "author": "by", "text": "text"}},
            "network",
        ),
    ],
)
def test_what_a_source_lacks_is_named(acme: Brand, changed: dict[str, Any], field: str) -> None:
    assert refused(acme, "/sources", source(**changed)) == field


def test_a_source_closes_once(acme: Brand) -> None:
    made = acme.house.ok("POST", acme.path("/sources"), source(), key=acme.owner_key)
    path = acme.path(f"/sources/{made['id']}")
    assert acme.house.ok("DELETE", path, key=acme.owner_key)["closed_at"]
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)


def test_an_endpoints_secret_is_shown_once(acme: Brand) -> None:
    body = {"url": "https://hooks.example/in", "events": ["post.*"]}
    made = acme.house.ok("POST", acme.path("/endpoints"), body, key=acme.house.agency_key)
    assert made["secret"].startswith("whsec_")
    assert made["party"] == "agency"
    listed = acme.house.ok("GET", acme.path("/endpoints"), key=acme.owner_key)
    assert [one["id"] for one in listed] == [made["id"]]
    assert made["secret"] not in str(listed)


def test_two_endpoints_have_two_secrets(acme: Brand) -> None:
    body = {"url": "https://hooks.example/in"}
    made = [acme.house.ok("POST", acme.path("/endpoints"), body, key=acme.owner_key)["secret"] for _ in range(2)]
    assert made[0] != made[1]


@pytest.mark.parametrize("url", ["http://hooks.example", "hooks.example", "https://a:b@hooks.example", ""])
def test_an_endpoint_is_reached_over_tls(acme: Brand, url: str) -> None:
    assert refused(acme, "/endpoints", {"url": url}) == "url"


def test_a_party_closes_its_own_endpoints_only(acme: Brand) -> None:
    body = {"url": "https://hooks.example/in"}
    made = acme.house.ok("POST", acme.path("/endpoints"), body, key=acme.house.agency_key)
    path = acme.path(f"/endpoints/{made['id']}")
    acme.house.refused(403, "DELETE", path, key=acme.owner_key)
    acme.house.ok("DELETE", path, key=acme.house.agency_key)
    acme.house.refused(409, "DELETE", path, key=acme.house.agency_key)
