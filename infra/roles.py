"""Who may call what, made from the route tables that serve the API: a key's scope, its party, and the mandate.

Decision 29 carries the table; a test keeps it as it is made here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from shared.api.routes import Route

ANY_KEY = "any key"
BY_ADDRESS = "no key: the token in its address"
BY_ANYBODY = "no key"
EITHER = "either"


@dataclass(frozen=True, slots=True)
class RouteAsks:
    """What one route asks of its caller."""

    route: str
    """Its method and path."""
    scope: str
    """Of the key."""
    party: str
    """Whose alone it is."""
    mandate: str
    """The activities of which it asks the mandate."""

    def __str__(self) -> str:
        return f"| `{self.route}` | {self.scope} | {self.party} | {self.mandate} |"


def what_routes_ask() -> Iterator[RouteAsks]:
    for route in (*DESK, *RECOVER):
        yield RouteAsks(
            f"{route.method} {route.path}",
            _scope(route),
            route.party.value if route.party else EITHER,
            ", ".join(activity.value for activity in route.asks),
        )


def _scope(route: Route) -> str:
    if route.opens_with == "token":
        return BY_ADDRESS
    if route.opens_with == "nothing":
        return BY_ANYBODY
    return route.scope.value if route.scope else ANY_KEY


def table() -> str:
    """In Markdown."""
    head = ("| route | scope | party | asks the mandate |", "|---|---|---|---|")
    return "\n".join([*head, *map(str, what_routes_ask())])
