"""What is seen through: questions to the client, watches, follow-ups."""

from functions.desk import escalation_plans, escalations, follow_ups, watches
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.following.escalations import Escalation, EscalationPlan
from shared.domain.following.follow_ups import FollowUp
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope

FOLLOWING: tuple[Route, ...] = (
    Route(
        "POST",
        CLIENT + "/escalations/{escalation}/withdrawal",
        escalations.withdraw_escalation,
        Scope.RECOMMEND,
        Escalation,
        body=escalations.Withdrawal,
    ),
    Route(
        "PUT",
        CLIENT + "/escalation-plan",
        escalation_plans.set_escalation_plan,
        Scope.APPROVE,
        EscalationPlan,
        body=escalation_plans.NewEscalationPlan,
        party=Party.CLIENT,
    ),
    Route("GET", CLIENT + "/escalation-plan", escalation_plans.show_escalation_plan, Scope.READ, EscalationPlan),
    Route("GET", CLIENT + "/watches", watches.list_watches, Scope.READ, list[watches.WatchView], query=PAGED),
    Route(
        "POST",
        CLIENT + "/watches/{watch}/close",
        watches.close_watch,
        Scope.RECOMMEND,
        watches.WatchView,
        body=watches.WatchClosing,
        asks=(Activity.FOLLOW_UP,),
    ),
    Route(
        "GET",
        CLIENT + "/follow-ups",
        follow_ups.list_follow_ups,
        Scope.READ,
        list[FollowUp],
        query=PAGED | {"state": "open, kept, broken or dropped; `open` when absent."},
    ),
    Route(
        "POST",
        CLIENT + "/follow-ups",
        follow_ups.add_follow_up,
        Scope.RECOMMEND,
        FollowUp,
        body=follow_ups.NewFollowUp,
        status=201,
        asks=(Activity.FOLLOW_UP,),
    ),
    Route(
        "POST",
        CLIENT + "/follow-ups/{follow_up}/close",
        follow_ups.close_follow_up,
        Scope.RECOMMEND,
        FollowUp,
        body=follow_ups.Closing,
        asks=(Activity.FOLLOW_UP,),
    ),
    Route(
        "POST",
        CLIENT + "/follow-ups/{follow_up}/assignment",
        follow_ups.reassign_follow_up,
        Scope.RECOMMEND,
        FollowUp,
        body=follow_ups.Reassignment,
        asks=(Activity.FOLLOW_UP,),
    ),
)
