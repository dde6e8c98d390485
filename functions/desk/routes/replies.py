"""Texts that are approved once and used again."""

from functions.desk import replies
from functions.desk.reusable_approvals import NewTextApproval
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Scope

_REPLY = CLIENT + "/replies/{reply}"

REPLIES: tuple[Route, ...] = (
    Route(
        "POST",
        CLIENT + "/replies",
        replies.draft_reply,
        Scope.RECOMMEND,
        replies.SavedReplyView,
        body=replies.NewSavedReply,
        status=201,
        asks=(Activity.CREATE,),
    ),
    Route("GET", CLIENT + "/replies", replies.list_replies, Scope.READ, list[replies.SavedReplyView], query=PAGED),
    Route("GET", _REPLY, replies.show_reply, Scope.READ, replies.SavedReplyView),
    Route(
        "PATCH",
        _REPLY,
        replies.change_reply,
        Scope.RECOMMEND,
        replies.SavedReplyView,
        body=replies.SavedReplyEdit,
        asks=(Activity.CREATE,),
    ),
    Route(
        "POST",
        _REPLY + "/approvals",
        replies.decide_on_reply,
        Scope.APPROVE,
        replies.SavedReplyView,
        body=NewTextApproval,
        asks=(Activity.APPROVE,),
    ),
    Route("DELETE", _REPLY, replies.retire_reply, Scope.RECOMMEND, replies.SavedReplyView, asks=(Activity.CREATE,)),
)
