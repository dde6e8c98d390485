"""Who may call what: the table that is made from the routes is in the decision, and leaves nothing out.

That each route does what it says there is in ``test_roles_by_mandate``.
"""

from pathlib import Path

from functions.desk.routes import ROUTES as DESK_ROUTES
from functions.recover.routes import ROUTES as RECOVER_ROUTES
from infra.roles import table, what_routes_ask
from shared.domain.mandate.terms import Activity

PAGE = Path(__file__).parents[2] / "infra/decisions/0029-the-mandate.md"
ASKING = [route for route in DESK_ROUTES if route.asks]


def test_no_route_is_outside_the_table() -> None:
    assert [one.route for one in what_routes_ask()] == [
        f"{route.method} {route.path}" for route in (*DESK_ROUTES, *RECOVER_ROUTES)
    ]


def test_the_table_is_in_the_decision_as_the_code_makes_it() -> None:
    assert table() in PAGE.read_text()


def test_every_activity_is_asked_for_by_some_route() -> None:
    assert {activity for route in ASKING for activity in route.asks} == set(Activity)
