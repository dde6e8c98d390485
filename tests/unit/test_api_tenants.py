"""A session of work on one client touches no other: its key against every route there is, with the other's real ids.

The routes are those of the tables that serve the API; one that is added is tried here from then on, whoever adds it.
"""

import re
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest

from shared.api.routes import Route
from shared.domain.parties import Party, Scope
from tests.house import Brand, House, Response, brand, person
from tests.unit.test_api_routes import BODIES, ROUTES, World

EVERY_SCOPE = [scope.value for scope in Scope]
WHOSE = ["owner", "agent of the same agency", "owner of another agency's", "agent of another agency"]
OF_NO_CLIENT: dict[str, Any] = {
    "create_client": 403,
    "list_networks": 200,
    "list_event_types": 200,
    "show_openapi": 200,
    "list_templates": 200,
    "list_stops": [],
    "list_drills": [],
}
"""Routes that name no client, and what they say to a key of another one: a status, or all that they list."""
OPENED_BY_TOKEN = [route for route in ROUTES if route.opens_with == "token"]
"""No key opens these, and none keeps them shut: what the token of one client opens is in ``test_api_tokens``."""
NAMES_A_CLIENT = [route for route in ROUTES if route.name not in OF_NO_CLIENT and route not in OPENED_BY_TOKEN]
INNER = [route for route in NAMES_A_CLIENT if set(re.findall(r"{(\w+)}", route.path)) - {"client", "week", "network"}]
"""Routes of one thing of one client."""


@dataclass
class Neighbours:
    """A client with one of everything, and keys of others, with every scope that there is."""

    world: World
    bolt: Brand
    """Of the same agency."""
    keys: dict[str, str]

    @property
    def house(self) -> House:
        return self.world.house

    def stored(self) -> bytes:
        tables = self.world.everything()
        return msgspec.json.encode(
            [(table, key, record) for table in sorted(tables) for key, record in sorted(tables[table].items(), key=str)]
        )

    def refused(self, route: Route, key: str, **names: str) -> Response:
        before = self.stored()
        given = self.world.call(route, key, names)
        assert self.stored() == before
        return given


@pytest.fixture(scope="module")
def neighbours() -> Neighbours:
    """Made once: whatever is done to it here leaves it as it was."""
    world = World()
    bolt, south = brand(world.house, "bolt"), world.house.agency("South")
    dune = brand(world.house, "dune", south)
    _, agent = person(bolt, "Agent", world.house.agency_key, EVERY_SCOPE)
    _, other_agent = person(dune, "Agent", south, EVERY_SCOPE)
    keys = dict(zip(WHOSE, (bolt.owner_key, agent, dune.owner_key, other_agent), strict=True))
    return Neighbours(world, bolt, keys)


def of(routes: list[Route]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("route", routes, ids=lambda route: route.name)


def test_no_route_is_left_out() -> None:
    tried = {route.name for route in (*NAMES_A_CLIENT, *OPENED_BY_TOKEN)} | set(OF_NO_CLIENT)
    assert tried == {route.name for route in ROUTES}
    for route in NAMES_A_CLIENT:
        named = "{client}" in route.path or route.path.startswith(("/stops", "/recalls", "/drills"))
        assert named, f"{route.name} names no client; say in OF_NO_CLIENT what it tells"


@pytest.mark.parametrize("whose", WHOSE)
@of(NAMES_A_CLIENT)
def test_every_route_of_another_client_is_not_found(neighbours: Neighbours, route: Route, whose: str) -> None:
    given = neighbours.refused(route, neighbours.keys[whose])
    assert given.status == 404, given.body


@pytest.mark.parametrize("whose", WHOSE[:2])
@of(INNER)
def test_no_thing_of_another_client_is_found_under_ones_own(neighbours: Neighbours, route: Route, whose: str) -> None:
    given = neighbours.refused(route, neighbours.keys[whose], client="bolt")
    not_its_partys = route.party is Party.CLIENT and "agent" in whose
    assert given.status == 404 or (not_its_partys and given.status == 403), given.body


@pytest.mark.parametrize("whose", WHOSE)
@of([route for route in ROUTES if route.name in OF_NO_CLIENT])
def test_what_is_of_no_client_tells_nothing_of_one(neighbours: Neighbours, route: Route, whose: str) -> None:
    given, told = neighbours.refused(route, neighbours.keys[whose]), OF_NO_CLIENT[route.name]
    assert (given.status if isinstance(told, int) else given.body) == told


@of([route for route in ROUTES if route.body and route.path.count("{") == 1 and "{client}" in route.path])
def test_what_a_body_names_of_another_client_stays_as_it_was(route: Route) -> None:
    world = World()
    bolt = brand(world.house, "bolt")
    before = world.everything()
    path = route.path.format(client="bolt")
    world.house.call(route.method, path, BODIES[route.name](world), key=bolt.owner_key)
    after = world.everything()
    for table, records in before.items():
        for key, record in records.items():
            owner = next((found for name in ("realm", "client", "id") if (found := getattr(record, name, None))), None)
            if owner not in ("bolt", bolt.agency):
                assert after[table][key] == record
