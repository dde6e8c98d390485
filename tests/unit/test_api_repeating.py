"""What is sent again because its answer was lost leaves what it made the first time; nothing is done twice."""

from typing import Any

import pytest

from shared.api.routes import Route
from tests.unit.test_api_routes import ROUTES, World

REPEATABLE = [route for route in ROUTES if route.method in ("PUT", "PATCH", "DELETE")]
OF_EACH_TIME = {"version", "set_at", "changed_at", "state_at", "number", "emptied"}
"""What an answer says of this request alone."""


def told(answer: Any) -> Any:
    """An answer without what says when it was given."""
    if isinstance(answer, dict):
        return {name: told(value) for name, value in answer.items() if name not in OF_EACH_TIME}
    return [told(one) for one in answer] if isinstance(answer, list) else answer


@pytest.mark.parametrize("route", REPEATABLE, ids=lambda route: route.name)
def test_sent_again_it_leaves_what_it_made(route: Route) -> None:
    world = World()
    first = world.call(route, world.proper_key(route))
    assert first.status == route.status
    again = world.call(route, world.proper_key(route))
    assert again.status in (route.status, 404, 409), again.body
    if again.status == route.status:
        assert told(again.body) == told(first.body)


def test_only_posts_need_a_key_to_be_sent_again() -> None:
    assert {route.method for route in ROUTES} == {"GET", "POST", "PUT", "PATCH", "DELETE"}
