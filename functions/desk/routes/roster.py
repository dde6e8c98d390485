"""Who may speak for the client, and when they are there."""

from functions.desk import dismissal, roster, shifts
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope
from shared.domain.roster.shifts import Shift

_SPEAKER = CLIENT + "/roster/{member}"
_SHIFT = CLIENT + "/shifts/{shift}"

ROSTER: tuple[Route, ...] = (
    Route(
        "POST",
        CLIENT + "/roster",
        roster.introduce,
        Scope.ADMIN,
        roster.SpeakerView,
        body=roster.Introduction,
        status=201,
    ),
    Route("GET", CLIENT + "/roster", roster.list_roster, Scope.READ, list[roster.SpeakerView], query=PAGED),
    Route(
        "POST",
        _SPEAKER + "/acceptance",
        roster.accept,
        Scope.APPROVE,
        roster.SpeakerView,
        body=roster.Acceptance,
        party=Party.CLIENT,
    ),
    Route(
        "POST",
        _SPEAKER + "/acknowledgement",
        roster.acknowledge,
        Scope.READ,
        roster.SpeakerView,
        body=roster.Acknowledgement,
    ),
    Route(
        "POST",
        _SPEAKER + "/trainings",
        roster.train,
        Scope.ADMIN,
        roster.SpeakerView,
        body=roster.NewTraining,
        status=201,
    ),
    Route(
        "POST",
        _SPEAKER + "/dismissal",
        dismissal.dismiss_member,
        Scope.ADMIN,
        dismissal.Dismissed,
        body=dismissal.MemberDismissal,
    ),
    Route(
        "POST",
        CLIENT + "/shifts",
        shifts.make_shift,
        Scope.RECOMMEND,
        Shift,
        body=shifts.NewShift,
        status=201,
        asks=(Activity.CREATE,),
    ),
    Route(
        "GET",
        CLIENT + "/shifts",
        shifts.list_shifts,
        Scope.READ,
        list[Shift],
        query=PAGED | {"from": "Now when absent.", "until": "A week later when absent; 92 days later at most."},
    ),
    Route("DELETE", _SHIFT, shifts.cancel_shift, Scope.RECOMMEND, Shift),
    Route("POST", _SHIFT + "/handover", shifts.hand_over, Scope.RECOMMEND, list[Shift], body=shifts.NewHandover),
)
