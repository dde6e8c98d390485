"""The work in figures, to look at and to take away."""

from functions.desk import exports, measures
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
    Route(
        "POST",
        CLIENT + "/exports",
        exports.ask_for_export,
        Scope.READ,
        exports.ExportView,
        body=exports.NewExport,
        status=201,
    ),
    Route("GET", CLIENT + "/exports/{export}", exports.show_export, Scope.READ, exports.ExportView),
)
