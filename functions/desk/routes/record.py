"""What happened: crises, incidents, the ledger, the weekly review."""

from functions.desk import crises, incidents, reviews
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.listening.crisis import Crisis
from shared.domain.parties import Scope
from shared.domain.review import Review, ReviewAction

RECORD: tuple[Route, ...] = (
    Route("GET", CLIENT + "/crises", crises.list_crises, Scope.READ, list[Crisis], query=PAGED),
    Route("POST", CLIENT + "/crises/{crisis}/end", crises.end_crisis, Scope.APPROVE, Crisis),
    Route(
        "GET", CLIENT + "/incidents", incidents.list_incidents, Scope.READ, list[incidents.IncidentView], query=PAGED
    ),
    Route(
        "GET",
        CLIENT + "/ledger",
        reviews.show_ledger,
        Scope.READ,
        reviews.LedgerPage,
        query={"day": "UTC date; today when absent.", "after": "`next` of the page before."},
    ),
    Route("GET", CLIENT + "/reviews/{week}", reviews.show_review, Scope.READ, Review),
    Route(
        "POST",
        CLIENT + "/reviews/{week}/actions",
        reviews.agree_action,
        Scope.RECOMMEND,
        ReviewAction,
        body=reviews.NewAction,
        status=201,
    ),
)
