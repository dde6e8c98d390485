"""Each client's week is reviewed once, when it has ended by the client's own clocks."""

from datetime import UTC, datetime, timedelta

import pytest

from functions.review.weekly import weekly
from shared.domain.measures.days import SETTLED_AFTER
from shared.domain.review import Review
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
"""An hour into it in Oslo."""


@pytest.fixture
def house() -> House:
    return House()


def run(house: House, at: datetime) -> int:
    house.clock.at = at
    return weekly(store=house.store, clock=house.clock, new_id=house.new_id)


def client_in(house: House, client: str, zone: str) -> None:
    owner = {"name": "Owner", "signature": "^OW"}
    house.ok("POST", "/clients", {"id": client, "name": client, "zone": zone, "owner": owner}, key=house.agency_key)


def made(house: House, client: str, week: str = "2026-W48") -> Review | None:
    return house.store.get(Review, client, week)


def test_a_week_is_reviewed_when_it_has_ended_and_only_once(house: House) -> None:
    brand(house)
    assert run(house, MONDAY - timedelta(hours=2)) == 0
    assert run(house, MONDAY) == 1
    assert run(house, MONDAY + timedelta(hours=1)) == 0
    assert house.facts().count("review.made") == 1


@pytest.mark.parametrize(("zone", "hours"), [("Pacific/Auckland", -13), ("Europe/Oslo", -1), ("America/New_York", 5)])
def test_a_week_ends_by_the_clocks_of_the_clients_zone(house: House, zone: str, hours: int) -> None:
    client_in(house, "acme", zone)
    settled = MONDAY + timedelta(hours=hours) + SETTLED_AFTER
    assert run(house, settled - timedelta(seconds=1)) == 0
    assert run(house, settled) == 1


@pytest.mark.parametrize(
    ("week", "ends_at"),
    [
        pytest.param("2026-W13", datetime(2026, 3, 29, 22, tzinfo=UTC), id="an hour less"),
        pytest.param("2026-W43", datetime(2026, 10, 25, 23, tzinfo=UTC), id="an hour more"),
    ],
)
def test_a_week_in_which_the_clocks_change_is_reviewed_when_it_has_ended(
    house: House, week: str, ends_at: datetime
) -> None:
    house.clock.at = ends_at - timedelta(days=3)
    brand(house)
    for minutes in range(-90, 15, 15):
        run(house, ends_at + timedelta(minutes=minutes))
        assert made(house, "acme", week) is None
    assert run(house, ends_at + SETTLED_AFTER) == 1
    assert made(house, "acme", week)


def test_what_was_begun_before_midnight_and_entered_after_it_is_in_the_review(house: House) -> None:
    brand(house)
    house.mention("Do you sell boots?")
    midnight = MONDAY - timedelta(hours=1)
    house.clock.at = midnight - timedelta(seconds=1)
    house.store.before["commit"].append(lambda: run(house, midnight + timedelta(seconds=5)))
    house.mention("Where is my order?")
    run(house, MONDAY)
    found = made(house, "acme")
    assert found is not None
    assert found.mentions_received == 2


def test_every_client_of_every_agency_is_reviewed_once(house: House) -> None:
    acme: Brand = brand(house)
    brand(house, "bolt", house.agency("South"))
    body = {"name": "West", "owner": {"name": "Administrator", "signature": "^WE"}}
    house.ok("POST", acme.path("/agencies"), body, key=acme.owner_key)
    assert run(house, MONDAY) == 2
    assert made(house, "acme")
    assert made(house, "bolt")


def test_a_client_whose_review_cannot_be_kept_keeps_nobody_else_from_theirs_and_it_is_told(house: House) -> None:
    brand(house)
    brand(house, "bolt", house.agency("South"))
    house.store.before["commit"].append(raising(StoreError("It is too large.")))
    with pytest.raises(StoreError):
        run(house, MONDAY)
    assert (made(house, "acme"), made(house, "bolt") is not None) == (None, True)
    assert run(house, MONDAY + timedelta(hours=1)) == 1


def test_a_client_that_came_after_the_week_is_not_reviewed_for_it(house: House) -> None:
    house.clock.at = MONDAY
    client_in(house, "acme", "Europe/Oslo")
    assert run(house, MONDAY + timedelta(hours=1)) == 0


def test_a_review_counts_the_clients_week_and_nothing_around_it(house: House) -> None:
    brand(house)
    house.clock.at = MONDAY - timedelta(hours=1, minutes=1)
    inside = house.mention("Where is my order?")
    house.clock.at = MONDAY - timedelta(hours=1)
    house.mention("Where is mine?")
    run(house, MONDAY)
    found = made(house, "acme")
    assert found is not None
    assert found.not_recommended == (inside,)
    assert found.starts_at == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert found.ends_at == datetime(2026, 11, 29, 23, tzinfo=UTC)


def test_what_was_made_is_what_is_read_with_the_actions_as_they_stand_now(house: House) -> None:
    acme = brand(house)
    body = {"text": "Answer sooner"}
    action = house.ok("POST", acme.path("/reviews/2026-W48/actions"), body, key=acme.agent_key)
    run(house, MONDAY)
    house.ok("POST", acme.path("/reviews/2026-W49/actions"), {"done": action["id"]}, key=acme.agent_key)
    shown = house.ok("GET", acme.path("/reviews/2026-W48"), key=acme.owner_key)
    assert shown["made_at"] == "2026-11-30T00:00:00Z"
    assert shown["actions"][0]["done_at"]


def test_two_runs_at_the_same_moment_make_one_review(house: House) -> None:
    brand(house)
    house.store.before["commit"].append(lambda: run(house, MONDAY))
    assert run(house, MONDAY) == 0
    assert house.facts().count("review.made") == 1


def test_a_lost_week_of_runs_costs_only_the_reviews_of_that_week(house: House) -> None:
    brand(house)
    assert run(house, MONDAY + timedelta(days=8)) == 1
    assert made(house, "acme", "2026-W49")
    assert made(house, "acme", "2026-W48") is None
