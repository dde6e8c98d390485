"""Samples of events for tools in which people map fields by hand: flat, newest first, of the client alone."""

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def test_the_newest_events_of_a_type_come_first_and_flat(acme: Brand) -> None:
    posts = []
    for text in ("one", "two", "three", "four"):
        posts.append(acme.draft(text)["id"])
        acme.house.clock.sleep(1)
    found = acme.house.ok("GET", acme.path("/events?type=post.drafted&limit=3"), key=acme.agent_key)
    assert [one["subject"] for one in found] == posts[:0:-1]
    assert {one["type"] for one in found} == {"post.drafted"}
    assert found[0]["who_member"] == acme.agent
    assert found[0]["data_account"] == acme.account
    assert found[0]["client"] == "acme"


def test_samples_are_found_on_the_days_before_and_no_further_back_than_a_week(acme: Brand) -> None:
    acme.draft("one")
    path = acme.path("/events?type=post.drafted")
    acme.house.clock.sleep(6 * 86_400)
    assert len(acme.house.ok("GET", path, key=acme.owner_key)) == 1
    acme.house.clock.sleep(86_400)
    assert acme.house.ok("GET", path, key=acme.owner_key) == []


def test_a_family_is_asked_for_as_an_endpoint_asks_for_it(acme: Brand) -> None:
    acme.approved("one")
    found = acme.house.ok("GET", acme.path("/events?type=post.*&limit=50"), key=acme.owner_key)
    assert [one["type"] for one in found] == ["post.scheduled", "post.approved", "post.drafted"]


def test_of_no_type_three_come(acme: Brand) -> None:
    assert len(acme.house.ok("GET", acme.path("/events"), key=acme.owner_key)) == 3


@pytest.mark.parametrize("limit", ["0", "51", "-1", "x", "", "1e1", "²", "9999"])
def test_how_many_is_bounded(acme: Brand, limit: str) -> None:
    problem = acme.house.refused(422, "GET", acme.path(f"/events?limit={limit}"), key=acme.owner_key)
    assert problem["field"] == "limit"


def test_another_clients_events_are_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    acme.house.refused(404, "GET", acme.path("/events"), key=bolt.owner_key)
