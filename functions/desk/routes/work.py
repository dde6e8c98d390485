"""The inbox, and what is done about a mention."""

from functions.desk import escalations, handling, inbox, recommendations
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.following.escalations import Escalation
from shared.domain.listening.mentions import Mention
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope
from shared.domain.recommendations import Recommendation

_MENTION = CLIENT + "/mentions/{mention}"

WORK: tuple[Route, ...] = (
    Route(
        "GET",
        CLIENT + "/inbox",
        inbox.show_inbox,
        Scope.READ,
        inbox.InboxPage,
        query={
            "limit": "1 to 100; 25 when absent.",
            "cursor": "`next` of the page before.",
            "assigned_to": "Only what is this member's or team's; empty: nobody's.",
            "function": "Only what serves this business function.",
        },
    ),
    Route(
        "POST",
        CLIENT + "/inbox/actions",
        handling.act_on_inbox,
        Scope.RECOMMEND,
        handling.InboxActionDone,
        body=handling.InboxAction,
        asks=(Activity.IDENTIFY, Activity.PRIORITIZE),
    ),
    Route("GET", _MENTION, inbox.show_mention, Scope.READ, inbox.InboxItem),
    Route("GET", _MENTION + "/conversation", inbox.show_conversation, Scope.READ, list[Mention]),
    Route(
        "POST",
        _MENTION + "/recommendations",
        recommendations.recommend,
        Scope.RECOMMEND,
        Recommendation,
        body=recommendations.NewRecommendation,
        status=201,
        asks=(Activity.IDENTIFY, Activity.CREATE),
    ),
    Route(
        "POST",
        _MENTION + "/escalations",
        escalations.escalate,
        Scope.RECOMMEND,
        Escalation,
        body=escalations.NewEscalation,
        status=201,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/dismissal",
        handling.dismiss,
        Scope.RECOMMEND,
        Mention,
        body=handling.Dismissal,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST",
        _MENTION + "/claim",
        handling.claim,
        Scope.RECOMMEND,
        Mention,
        body=handling.NewClaim,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/release",
        handling.release,
        Scope.RECOMMEND,
        Mention,
        body=handling.Release,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/assignment",
        handling.assign,
        Scope.RECOMMEND,
        Mention,
        body=handling.Assignment,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST",
        _MENTION + "/snooze",
        handling.snooze,
        Scope.RECOMMEND,
        Mention,
        body=handling.Snooze,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST",
        _MENTION + "/wake",
        handling.wake,
        Scope.RECOMMEND,
        Mention,
        body=handling.Waking,
        asks=(Activity.PRIORITIZE,),
    ),
    Route("GET", CLIENT + "/escalations", escalations.list_escalations, Scope.READ, list[Escalation], query=PAGED),
    Route(
        "POST",
        CLIENT + "/escalations/{escalation}/answer",
        escalations.answer_escalation,
        Scope.APPROVE,
        Escalation,
        body=escalations.GivenAnswer,
        party=Party.CLIENT,
    ),
)
