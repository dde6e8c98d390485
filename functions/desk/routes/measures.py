"""The work in figures."""

from functions.desk import measures
from functions.desk.routes.paths import CLIENT
from shared.api.routes import Route
from shared.domain.parties import Scope

MEASURES: tuple[Route, ...] = (
    Route(
        "GET",
        CLIENT + "/measures",
        measures.show_measures,
        Scope.READ,
        measures.MeasuresReply,
        content_type="text/csv; charset=utf-8",
        query={
            "from": "First day by the client's clocks; six days before `until` when absent.",
            "until": "Last day, which is among them; today when absent.",
            "by": "`day`, `week`, `function`, `account` or `member`; `day` when absent.",
            "format": "`json` or `csv`; `json` when absent.",
        },
    ),
)
