"""Every route of recover. A key with the scope ``stop`` can use these and nothing else."""

from functions.recover.recall import NewRecall, Recalled, recall
from functions.recover.receipts import list_stops, show_stop
from functions.recover.resume import Resumed, resume
from functions.recover.stop import NewStop, engage
from shared.api.routes import Route
from shared.domain.parties import Scope
from shared.domain.stops import Stop

ROUTES: tuple[Route, ...] = (
    Route(
        method="POST",
        path="/stops",
        use_case=engage,
        scope=Scope.STOP,
        body=NewStop,
        returns=Stop,
        status=201,
    ),
    Route(
        method="GET",
        path="/stops",
        use_case=list_stops,
        scope=Scope.STOP,
        returns=list[Stop],
        query={"day": "UTC date; today when absent."},
    ),
    Route(method="GET", path="/stops/{stop}", use_case=show_stop, scope=Scope.STOP, returns=Stop),
    Route(method="POST", path="/stops/{stop}/resume", use_case=resume, scope=Scope.STOP, returns=Resumed),
    Route(method="POST", path="/recalls", use_case=recall, scope=Scope.STOP, body=NewRecall, returns=Recalled),
)
