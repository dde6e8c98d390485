"""What became of what endpoints were told, and telling it again."""

from functions.desk import deliveries
from functions.desk.routes.paths import CLIENT
from shared.api.routes import Route
from shared.domain.parties import Scope
from shared.domain.replays import Replay

ENDPOINT = CLIENT + "/endpoints/{endpoint}"

DELIVERIES: tuple[Route, ...] = (
    Route(
        "GET",
        ENDPOINT + "/deliveries",
        deliveries.list_deliveries,
        Scope.READ,
        deliveries.DeliveryPage,
        query={"state": "Only those: `waiting`, `delivered` or `abandoned`.", "cursor": "`next` of the page before."},
    ),
    Route("GET", ENDPOINT + "/health", deliveries.show_health, Scope.READ, deliveries.EndpointHealth),
    Route(
        "POST",
        ENDPOINT + "/enable",
        deliveries.enable_endpoint,
        Scope.ADMIN,
        deliveries.EndpointHealth,
        decides_anew=True,
    ),
    Route(
        "POST",
        ENDPOINT + "/replays",
        deliveries.start_replay,
        Scope.ADMIN,
        Replay,
        body=deliveries.NewReplay,
        status=201,
        decides_anew=True,
    ),
    Route("GET", ENDPOINT + "/replays/{replay}", deliveries.show_replay, Scope.READ, Replay),
)
