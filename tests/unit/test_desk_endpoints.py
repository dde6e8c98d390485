"""Endpoints: who is told, and by which party's word."""

from typing import Any

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def refused(acme: Brand, door: str, body: Any, status: int = 422) -> Any:
    return acme.house.refused(status, "POST", acme.path(door), body, key=acme.owner_key).get("field")


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
