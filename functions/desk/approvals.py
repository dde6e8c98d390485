"""Approving exactly what will be seen: an approval names the hash of text, pictures, account and time."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

import msgspec

from functions.desk.drafting import threaded, worded
from functions.desk.escalations import check_answered
from functions.desk.guidelines import in_force, still_held_to
from functions.desk.posts import viewed
from functions.desk.scheduling import schedule
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Approval
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.mentions import MentionState
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party
from shared.domain.posts import ChangeRequest, Post, PostState, content_hash, telling
from shared.domain.recommendations import Recommendation
from shared.domain.text import clean


class Verdict(StrEnum):
    APPROVE = "approve"
    REJECT = "reject"
    REQUEST_CHANGE = "request_change"
    WITHDRAW = "withdraw"


class Suggestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the post could read instead."""

    text: str
    thread: tuple[str, ...] = ()


class NewApproval(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``content_hash`` as ``GET`` of the post shows it; ``reason`` is needed to reject, and to request a change.

    ``suggestion``: with a request. Its author takes it over by ``PATCH`` with ``as_suggested``, or writes anew.
    """

    verdict: Verdict
    content_hash: str
    reason: str = ""
    suggestion: Suggestion | None = None


def decide_on_post(call: Call[NewApproval], desk: Desk) -> Change:
    """Approve, reject, request a change, or withdraw one's approval or request until the post is being sent."""
    post = desk.post(call)
    account = desk.registered(Account, call, post.account)
    reason = permission(post, account, call, desk)
    if call.body.content_hash != content_hash(post):
        raise StateError("The post is not what this approval names any more; read it again.")
    if call.body.suggestion is not None and call.body.verdict is not Verdict.REQUEST_CHANGE:
        raise InvalidError("goes with the request of a change", "suggestion")
    verdicts = {
        Verdict.APPROVE: _approved,
        Verdict.REJECT: _rejected,
        Verdict.REQUEST_CHANGE: _sent_back,
        Verdict.WITHDRAW: _withdrawn,
    }
    change = verdicts[call.body.verdict](post, account, call, desk)
    first, *others = change.facts
    explained = replace(first, data={**first.data, "mandate": reason})
    return replace(change, facts=(explained, *others))


def permission(post: Post, account: Account, call: Call[NewApproval], desk: Desk) -> str:
    """Why the caller may approve: the guidelines can ask for the client's word where the mandate does not."""
    try:
        return desk.permission(call, Activity.APPROVE, post.function, post.agency, account).reason
    except ForbiddenError:
        if post.is_for_client and call.caller.party is Party.CLIENT and account.kind is AccountKind.BRAND:
            return "The guidelines ask for the client's approval."
        raise


def _approved(post: Post, account: Account, call: Call[NewApproval], desk: Desk) -> Change:
    post = _approvable(post, account, call, desk)
    approval = Approval(
        member=call.caller.member,
        party=call.caller.party,
        teams=desk.teams_of_caller(call, post.demand),
        content_hash=content_hash(post),
        at=call.now,
    )
    standing = post.valid_approvals(call.now)
    if post.demand.approvers and post.demand.given((*standing, approval)) == post.demand.given(standing):
        awaited = " or ".join(map(str, post.awaited(call.now))) or "the client"
        raise StateError(f"The next approval is {awaited}'s to give, as the mandate has it.")
    approved = replace(post, approvals=(*standing, approval), version=post.version + 1)
    missing = post.demand.approvals - post.demand.given(approved.approvals)
    fact = Fact(
        type="post.approved",
        subject=post.id,
        data={
            **_decided(post, call),
            "content_hash": approval.content_hash,
            "still_needed": max(0, missing, 1 if approved.awaits_client(call.now) else 0),
        },
    )
    if not approved.approved(call.now):
        return Change(records=(approved,), facts=(fact,), reply=viewed(approved))
    going = schedule(replace(approved, accepted=True), call, desk)
    passed_over = _alternatives(approved, call, desk)
    cancelled = (Fact(type="post.cancelled", subject=other.id, data={"reason": other.because}) for other in passed_over)
    return Change(
        records=(*going.records, *passed_over),
        facts=(fact, *going.facts, *cancelled),
        reply=viewed(going.post),
    )


def _approvable(post: Post, account: Account, call: Call[NewApproval], desk: Desk) -> Post:
    """The post with what the mandate and the guidelines in force ask of it, if the caller may approve it as it is."""
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review is approved.")
    if call.caller.member in (post.author, *post.editors) and account.owner != call.caller.member:
        raise ForbiddenError("No one approves their own draft.")
    if any(approval.member == call.caller.member for approval in post.valid_approvals(call.now)):
        raise StateError("You approved this already; the other approval is somebody else's to give.")
    if post.change_request is not None:
        raise StateError(
            f"A change of it was asked for: {post.change_request.reason} Change it, then have it approved."
        )
    check_answered(post)
    if post.publish_at is not None and post.publish_at < call.now:
        raise StateError("Its time has passed; give it a new one with PATCH, then approve that.")
    answered = desk.store.mention(post.mention) if post.mention else None
    if answered is not None and answered.state is MentionState.RETRACTED:
        raise StateError("Its author took back what it answers; reject it, or cancel it.")
    post = still_held_to(post, in_force(call, desk))
    return replace(post, demand=desk.demand(post, account, call))


def _alternatives(chosen: Post, call: Call[NewApproval], desk: Desk) -> tuple[Post, ...]:
    """The other drafts of the same recommendation, cancelled: one answer goes out, not several."""
    return tuple(
        other.moved(PostState.CANCELLED, call.now, "another draft was chosen") for other in _others(chosen, call, desk)
    )


def _others(post: Post, call: Call[NewApproval], desk: Desk) -> tuple[Post, ...]:
    """The other drafts of the same recommendation that wait for a decision."""
    if post.recommendation is None:
        return ()
    recommendation = desk.registered(Recommendation, call, post.recommendation)
    others = (desk.store.post(other) for other in recommendation.posts if other != post.id)
    return tuple(other for other in others if other is not None and other.state is PostState.IN_REVIEW)


def _decided(post: Post, call: Call[NewApproval]) -> dict[str, Any]:
    """What a decision is measured by: the minutes since the draft, as it is now, was put up for review."""
    return {
        **telling(post),
        "recommendation": post.recommendation,
        "changes": post.changes,
        "again": post.accepted,
        "minutes": round((call.now - post.state_at).total_seconds() / 60, 1),
    }


def _rejected(post: Post, _: Account, call: Call[NewApproval], desk: Desk) -> Change:
    reason = clean(call.body.reason, "reason", longest=500)
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review is rejected.")
    rejected = post.moved(PostState.CANCELLED, call.now, f"rejected: {reason}")
    data = {**_decided(post, call), "reason": reason, "drafts_left": len(_others(post, call, desk))}
    fact = Fact(type="post.rejected", subject=post.id, data=data)
    return Change(records=(rejected,), facts=(fact,), reply=viewed(rejected))


def _sent_back(post: Post, _: Account, call: Call[NewApproval], desk: Desk) -> Change:  # noqa: ARG001
    reason = clean(call.body.reason, "reason", longest=500)
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only of what is in review is a change asked for.")
    if post.sent:
        raise StateError("Parts of it are out already; recall them, or approve the rest as it stands.")
    wished = call.body.suggestion
    request = ChangeRequest(
        by=call.caller.member,
        party=call.caller.party,
        at=call.now,
        reason=reason,
        text=worded(wished.text, post.network, "suggestion.text", reply=bool(post.in_reply_to)) if wished else None,
        thread=threaded(wished.thread, post.network, "suggestion.") if wished else (),
    )
    sent_back = replace(post, change_request=request, version=post.version + 1)
    data = {**telling(post), "reason": reason, "suggested": wished is not None}
    fact = Fact(type="post.change_requested", subject=post.id, data=data)
    return Change(records=(sent_back,), facts=(fact,), reply=viewed(sent_back))


def _withdrawn(post: Post, _: Account, call: Call[NewApproval], desk: Desk) -> Change:  # noqa: ARG001
    if post.state not in (PostState.IN_REVIEW, PostState.APPROVED, PostState.SCHEDULED):
        raise StateError(f"The post is {post.state.value}; it is too late to withdraw.")
    if post.change_request is not None and post.change_request.by == call.caller.member:
        kept = replace(post, change_request=None, version=post.version + 1)
        fact = Fact(type="post.change_request_withdrawn", subject=post.id, data={"by": call.caller.member})
        return Change(records=(kept,), facts=(fact,), reply=viewed(kept))
    left = post.approvals_without(call.caller.member)
    if left == post.approvals:
        raise StateError("You have not approved this.")
    withdrawn = replace(
        post,
        approvals=left,
        state=PostState.IN_REVIEW,
        state_at=call.now,
        due_at=None,
        because="an approval was withdrawn",
        version=post.version + 1,
    )
    fact = Fact(type="post.approval_withdrawn", subject=post.id, data={"by": call.caller.member})
    return Change(records=(withdrawn,), facts=(fact,), reply=viewed(withdrawn))
