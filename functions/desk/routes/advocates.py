"""Advocates of the client, and what they are suggested to share."""

from functions.desk import advocates, suggestions
from functions.desk.reusable_approvals import NewTextApproval
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.content.advocates import Advocate
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope

_SUGGESTION = CLIENT + "/suggestions/{suggestion}"

ADVOCATES: tuple[Route, ...] = (
    Route(
        "POST",
        CLIENT + "/advocates",
        advocates.add_advocate,
        Scope.RECOMMEND,
        Advocate,
        body=advocates.NewAdvocate,
        status=201,
        party=Party.CLIENT,
    ),
    Route(
        "GET",
        CLIENT + "/advocates",
        advocates.list_advocates,
        Scope.READ,
        list[Advocate],
        party=Party.CLIENT,
        query=PAGED,
    ),
    Route(
        "DELETE",
        CLIENT + "/advocates/{advocate}",
        advocates.remove_advocate,
        Scope.RECOMMEND,
        Advocate,
        party=Party.CLIENT,
    ),
    Route(
        "POST",
        CLIENT + "/suggestions",
        suggestions.make_suggestion,
        Scope.RECOMMEND,
        suggestions.SuggestionView,
        body=suggestions.NewSuggestion,
        status=201,
        asks=(Activity.CREATE,),
    ),
    Route(
        "GET",
        CLIENT + "/suggestions",
        suggestions.list_suggestions,
        Scope.READ,
        list[suggestions.SuggestionView],
        query=PAGED | {"advocate": "Only those that fit this advocate now."},
    ),
    Route(
        "POST",
        _SUGGESTION + "/approvals",
        suggestions.decide_on_suggestion,
        Scope.APPROVE,
        suggestions.SuggestionView,
        body=NewTextApproval,
        asks=(Activity.APPROVE,),
    ),
    Route(
        "POST",
        _SUGGESTION + "/shares",
        suggestions.record_share,
        Scope.RECOMMEND,
        suggestions.SuggestionView,
        body=suggestions.NewShare,
        status=201,
        party=Party.CLIENT,
    ),
)
