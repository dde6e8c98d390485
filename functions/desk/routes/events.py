"""What tools are told, as samples of it."""

from functions.desk import events
from functions.desk.routes.paths import CLIENT
from shared.api.routes import Route
from shared.domain.flat import Scalar
from shared.domain.parties import Scope

EVENTS: tuple[Route, ...] = (
    Route(
        "GET",
        CLIENT + "/events",
        events.list_events,
        Scope.READ,
        list[dict[str, Scalar]],
        query={
            "type": "Such as `post.published`, or `post.*`; all when absent.",
            "limit": f"How many, 1 to {events.MOST}; {events.USUAL} when absent.",
        },
    ),
)
