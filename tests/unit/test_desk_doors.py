"""Sources and endpoints: what is listened to, who is told."""

from typing import Any

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def refused(acme: Brand, door: str, body: Any, status: int = 422) -> Any:
    return acme.house.refused(status, "POST", acme.path(door), body, key=acme.owner_key).get("field")


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
