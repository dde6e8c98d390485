"""Who may call what: the table that is made from the routes says of each what its use case does."""

from pathlib import Path
from typing import Any

import pytest

from functions.desk import tools
from functions.desk.routes import ROUTES as DESK_ROUTES
from functions.recover.routes import ROUTES as RECOVER_ROUTES
from infra.roles import table, what_routes_ask
from shared.api.routes import Route
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope
from tests.house import person
from tests.unit.test_api_routes import ROUTES, World, of

PAGE = Path(__file__).parents[2] / "infra/decisions/0029-the-mandate.md"
ASKING = [route for route in DESK_ROUTES if route.asks]
OF_ONE_PARTY = [route for route in ROUTES if route.party]


@pytest.fixture
def world() -> World:
    return World()


def agents_key(world: World) -> str:
    return person(world.acme, "All-rounder", world.house.agency_key, [scope.value for scope in Scope])[1]


def asked(world: World, route: Route, key: str, monkeypatch: pytest.MonkeyPatch) -> set[Activity]:
    """The activities of which the mandate was asked while the route was called."""
    found: set[Activity] = set()
    decide = vars(tools)["decide"]

    def watched(mandate: Any, activity: Activity, *given: Any, **named: Any) -> Any:
        found.add(activity)
        return decide(mandate, activity, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(tools, "decide", watched)
        world.call(route, key)
    return found


def test_no_route_is_outside_the_table() -> None:
    assert [one.route for one in what_routes_ask()] == [
        f"{route.method} {route.path}" for route in (*DESK_ROUTES, *RECOVER_ROUTES)
    ]


def test_the_table_is_in_the_decision_as_the_code_makes_it() -> None:
    assert table() in PAGE.read_text()


@of([route for route in DESK_ROUTES if route.name != "check_mandate"])
@pytest.mark.parametrize("party", [Party.CLIENT, Party.AGENCY])
def test_a_route_asks_the_mandate_of_what_the_table_says_and_of_nothing_else(
    world: World, route: Route, party: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = world.proper_key(route) if party is Party.CLIENT else agents_key(world)
    found = asked(world, route, key, monkeypatch)
    assert found <= set(route.asks)
    if route.asks and (party is Party.AGENCY) == (Activity.LISTEN in route.asks):  # the client hears whom it wants
        assert found


def test_a_bulk_action_and_a_recommendation_ask_for_all_that_the_table_says(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_name = {route.name: route for route in DESK_ROUTES}
    owner = world.acme.owner_key
    assert asked(world, by_name["recommend"], owner, monkeypatch) == set(by_name["recommend"].asks)
    found = asked(world, by_name["act_on_inbox"], owner, monkeypatch)
    found |= asked(world, by_name["claim"], owner, monkeypatch)
    assert found == set(by_name["act_on_inbox"].asks)


@of(OF_ONE_PARTY)
def test_what_is_one_partys_is_refused_to_the_other_whatever_its_key(world: World, route: Route) -> None:
    key = agents_key(world) if route.party is Party.CLIENT else world.acme.owner_key
    before = world.everything()
    given = world.call(route, key)
    assert given.status == 403, given.body
    assert world.everything() == before


def test_every_activity_is_asked_for_by_some_route() -> None:
    assert {activity for route in ASKING for activity in route.asks} == set(Activity)
