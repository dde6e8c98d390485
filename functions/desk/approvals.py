"""Approving exactly what will be seen: an approval names the hash of text, pictures, account and time."""

from dataclasses import replace
from enum import StrEnum

import msgspec

from functions.desk.guidelines import in_force, still_held_to
from functions.desk.posts import timer, viewed
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.accounts import Account, AccountKind
from shared.domain.errors import ForbiddenError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.mentions import MentionState
from shared.domain.mandate import Activity
from shared.domain.parties import Party
from shared.domain.posts import Approval, Post, PostState, content_hash
from shared.domain.text import clean
from shared.domain.work import Recommendation
from shared.stores import Record


class Verdict(StrEnum):
    APPROVE = "approve"
    REJECT = "reject"
    WITHDRAW = "withdraw"


class NewApproval(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``content_hash`` as ``GET`` of the post shows it; ``reason`` is needed to reject."""

    verdict: Verdict
    content_hash: str
    reason: str = ""


def decide_on_post(call: Call[NewApproval], desk: Desk) -> Change:
    """Approve, reject, or withdraw one's approval until the post is being sent."""
    post = desk.post(call)
    account = desk.registered(Account, call, post.account)
    reason = _permission(post, account, call, desk)
    if call.body.content_hash != content_hash(post):
        raise StateError("The post is not what this approval names any more; read it again.")
    verdicts = {Verdict.APPROVE: _approved, Verdict.REJECT: _rejected, Verdict.WITHDRAW: _withdrawn}
    change = verdicts[call.body.verdict](post, call, desk)
    first, *others = change.facts
    explained = replace(first, data={**first.data, "mandate": reason})
    return replace(change, facts=(explained, *others))


def _permission(post: Post, account: Account, call: Call[NewApproval], desk: Desk) -> str:
    """Why the caller may approve: the guidelines can ask for the client's word where the mandate does not."""
    try:
        return desk.permission(call, Activity.APPROVE, post.function, post.agency, account).reason
    except ForbiddenError:
        if post.is_for_client and call.caller.party is Party.CLIENT and account.kind is AccountKind.BRAND:
            return "The guidelines ask for the client's approval."
        raise


def _approved(post: Post, call: Call[NewApproval], desk: Desk) -> Change:
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review is approved.")
    account = desk.registered(Account, call, post.account)
    if post.author == call.caller.member and account.owner != call.caller.member:
        raise ForbiddenError("No one approves their own draft.")
    if any(approval.member == call.caller.member for approval in post.approvals):
        raise StateError("You approved this already; the other approval is somebody else's to give.")
    following = post.next_approver(call.now)
    if following not in (None, call.caller.party):
        raise StateError(f"The next approval is the {following}'s to give; the mandate says in which order.")
    if post.publish_at is not None and post.publish_at < call.now:
        raise StateError("Its time has passed; give it a new one with PATCH, then approve that.")
    answered = desk.store.mention(post.mention) if post.mention else None
    if answered is not None and answered.state is MentionState.RETRACTED:
        raise StateError("Its author took back what it answers; reject it, or cancel it.")
    post = still_held_to(post, in_force(call, desk))
    approval = Approval(
        member=call.caller.member, party=call.caller.party, content_hash=content_hash(post), at=call.now
    )
    approved = replace(post, approvals=(*post.approvals, approval), version=post.version + 1)
    fact = Fact(
        type="post.approved",
        subject=post.id,
        data={
            "content_hash": approval.content_hash,
            "still_needed": max(
                0, post.approvals_needed - len(approved.approvals), 1 if approved.awaits_client(call.now) else 0
            ),
        },
    )
    if not approved.approved(call.now):
        return Change(records=(approved,), facts=(fact,), reply=viewed(approved))
    if post.on_call:
        waiting = replace(approved, state=PostState.APPROVED, state_at=call.now)
        return _chosen(waiting, (fact,), (waiting,), call, desk)
    due_at = post.publish_at or call.now
    scheduled = replace(approved, state=PostState.SCHEDULED, state_at=call.now, due_at=due_at)
    due = Fact(type="post.scheduled", subject=post.id, data={"due_at": due_at.isoformat()})
    return _chosen(scheduled, (fact, due), (scheduled, timer(scheduled)), call, desk)


def _chosen(
    post: Post, facts: tuple[Fact, ...], records: tuple[Record, ...], call: Call[NewApproval], desk: Desk
) -> Change:
    passed_over = _alternatives(post, call, desk)
    cancelled = (Fact(type="post.cancelled", subject=other.id, data={"reason": other.because}) for other in passed_over)
    return Change(records=(*records, *passed_over), facts=(*facts, *cancelled), reply=viewed(post))


def _alternatives(chosen: Post, call: Call[NewApproval], desk: Desk) -> tuple[Post, ...]:
    """The other drafts of the same recommendation, cancelled: one answer goes out, not several."""
    if chosen.recommendation is None:
        return ()
    recommendation = desk.registered(Recommendation, call, chosen.recommendation)
    others = (desk.store.post(other) for other in recommendation.posts if other != chosen.id)
    return tuple(
        other.moved(PostState.CANCELLED, call.now, "another draft was chosen")
        for other in others
        if other is not None and other.state is PostState.IN_REVIEW
    )


def _rejected(post: Post, call: Call[NewApproval], desk: Desk) -> Change:  # noqa: ARG001
    reason = clean(call.body.reason, "reason", longest=500)
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review is rejected.")
    rejected = post.moved(PostState.CANCELLED, call.now, f"rejected: {reason}")
    fact = Fact(type="post.rejected", subject=post.id, data={"reason": reason})
    return Change(records=(rejected,), facts=(fact,), reply=viewed(rejected))


def _withdrawn(post: Post, call: Call[NewApproval], desk: Desk) -> Change:  # noqa: ARG001
    if post.state not in (PostState.IN_REVIEW, PostState.APPROVED, PostState.SCHEDULED):
        raise StateError(f"The post is {post.state.value}; it is too late to withdraw.")
    left = tuple(approval for approval in post.approvals if approval.member != call.caller.member)
    if left == post.approvals:
        raise StateError("You have not approved this.")
    if post.approval_order:
        # What came after it was given on the strength of it.
        givers = [approval.member for approval in post.approvals]
        left = post.approvals[: givers.index(call.caller.member)]
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
