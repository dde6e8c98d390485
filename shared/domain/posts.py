"""Outbound messages and the states that they go through. See ``infra/decisions`` for the stop protocol.

A post ends in exactly one of published, recalled, held, failed, expired, cancelled, unverified, with a reason.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from shared.domain.approvals import Approval, Approver, Demand
from shared.domain.errors import StateError
from shared.domain.following.follow_ups import Commitment
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.parties import Party
from shared.domain.plan.findings import PlanFinding


class PostState(StrEnum):
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    """Waiting for the call that sends it, by an agency's own scheduler."""
    SCHEDULED = "scheduled"
    CLAIMED = "claimed"
    UNKNOWN = "unknown"
    PUBLISHED = "published"
    RECALLED = "recalled"
    RECALL_FAILED = "recall_failed"
    HELD = "held"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    UNVERIFIED = "unverified"


_TAKEN_DOWN = frozenset({PostState.RECALLED, PostState.RECALL_FAILED})

ALLOWED_MOVES: dict[PostState, frozenset[PostState]] = {
    PostState.IN_REVIEW: frozenset({PostState.APPROVED, PostState.SCHEDULED, PostState.CANCELLED, *_TAKEN_DOWN}),
    PostState.APPROVED: frozenset({PostState.IN_REVIEW, PostState.SCHEDULED, PostState.CANCELLED, *_TAKEN_DOWN}),
    PostState.SCHEDULED: frozenset(
        {PostState.IN_REVIEW, PostState.CLAIMED, PostState.HELD, PostState.EXPIRED, PostState.CANCELLED, *_TAKEN_DOWN}
    ),
    PostState.CLAIMED: frozenset(
        {
            PostState.SCHEDULED,
            PostState.HELD,
            PostState.PUBLISHED,
            PostState.FAILED,
            PostState.EXPIRED,
            PostState.UNKNOWN,
            PostState.UNVERIFIED,
        }
    ),
    PostState.UNKNOWN: frozenset(
        {PostState.PUBLISHED, PostState.SCHEDULED, PostState.HELD, PostState.EXPIRED, PostState.UNVERIFIED}
    ),
    PostState.PUBLISHED: _TAKEN_DOWN,
    PostState.RECALL_FAILED: frozenset({PostState.RECALLED}),
    PostState.UNVERIFIED: frozenset({PostState.PUBLISHED, *_TAKEN_DOWN}),
    PostState.HELD: frozenset({PostState.IN_REVIEW, PostState.CANCELLED, *_TAKEN_DOWN}),
    PostState.RECALLED: frozenset({PostState.RECALL_FAILED}),
    PostState.FAILED: _TAKEN_DOWN,
    PostState.EXPIRED: _TAKEN_DOWN,
    PostState.CANCELLED: _TAKEN_DOWN,
}
"""A held post goes to review only: nothing goes from held back to scheduled without a new decision.

A thread can end any way with some of its parts out; these can be taken down. What lands of a recalled post after all,
and cannot be taken down, makes it recall_failed. From unknown a thread is scheduled when the part is found,
for the next one; and any post that is proven not to have gone out.
"""

PARTLY_OUT = frozenset({PostState.APPROVED, PostState.SCHEDULED, PostState.HELD, PostState.IN_REVIEW})
"""In which a thread may be with parts of it out and the rest still to go."""
APPROVAL_LASTS = timedelta(days=30)
LONGEST_THREAD = 25
"""Parts."""
LATENESS_WINDOW = timedelta(minutes=10)
"""A post later than this is expired, never sent late."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UsedReply:
    """The saved reply of which a post is made, as it was then."""

    id: str
    content_hash: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Where a post can be seen."""

    external_id: str
    url: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeRequest:
    """What somebody who may approve it wants to be different."""

    by: str
    party: Party
    at: datetime
    reason: str
    text: str | None = None
    """How it could read; None: they leave that to its author."""
    thread: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Media:
    """A picture that goes out with a post, by its content."""

    sha256: str
    """Hex, of its bytes."""
    kind: str
    """Such as ``image/png``."""
    size: int
    """Bytes."""
    width: int
    height: int
    alt: str = ""
    """What it shows, for those who do not see it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one call to a network puts out: a post, or one part of a thread."""

    post: str
    """The post's id."""
    text: str
    in_reply_to: str = ""
    """External id of what it answers; of a thread's later parts, the part before."""
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What only the client can answer about a draft. While it waits, the draft is not approved."""

    escalation: str
    text: str
    answer: str = ""
    by: str | None = None
    at: datetime | None = None
    """When it was answered."""
    withdrawn: bool = False

    @property
    def waits(self) -> bool:
        return self.at is None and not self.withdrawn


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    id: str
    client: str
    agency: str
    """The agency under whose mandate the post is made."""
    account: str
    network: str
    handle: str
    function: str
    text: str
    thread: tuple[str, ...] = ()
    """The parts after the first, each a reply to the one before."""
    media: tuple[Media, ...] = ()
    """What goes out with the first part."""
    in_reply_to: str
    """External id of the message that it answers, or empty."""
    mention: str | None
    recommendation: str | None
    author: str
    """The member who wrote it, or changed it last."""
    author_party: Party
    editors: tuple[str, ...] = ()
    """Who else wrote of it before: what they wrote they do not approve."""
    publish_at: datetime | None
    """None: as soon as it is approved, or called for."""
    on_call: bool = False
    """It goes out when somebody calls for it after it is approved."""
    as_is: bool = False
    """The client asks the agency to post its text as it stands."""
    demand: Demand
    """Whose approvals it needs, by the mandate as it was when it was asked last."""
    change_request: ChangeRequest | None = None
    """While there is one, nobody approves."""
    approvals: tuple[Approval, ...] = ()
    created_at: datetime
    due_at: datetime | None = None
    """Set when it is scheduled."""
    state: PostState = PostState.IN_REVIEW
    state_at: datetime
    because: str = ""
    disconnected: bool = False
    """It was put off since its account's credentials do not work."""
    attempt: str | None = None
    sent: tuple[Published, ...] = ()
    """Where each part can be seen that is out; a crash goes on with the part after the last of them."""
    language: str = ""
    """ISO 639-1; "" when its author did not say."""
    findings: tuple[GuidelineFinding, ...] = ()
    """Of the client's guidelines; nothing among them that blocks."""
    guidelines: int = 0
    """The version of them that it was held to last."""
    plan_findings: tuple[PlanFinding, ...] = ()
    """What of the client's plan spoke against its time when it was held to it last."""
    reply: UsedReply | None = None
    """The saved reply that its text is; None when it is written for itself, or was changed."""
    shadow: bool = False
    """Of an account for drills: nobody watches for replies."""
    commitments: tuple[Commitment, ...] = ()
    """What it promises, as its author states it."""
    questions: tuple[Question, ...] = ()
    """Asked of the client about it."""
    changes: int = 0
    """How often it was changed since it was drafted."""
    accepted: bool = False
    """It has had all its approvals once, whatever became of them."""
    version: int = 1

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.text, *self.thread)

    def part(self, index: int) -> Part:
        """The part as the network gets it: a reply to the one before it."""
        return self.part_after(index, self.sent[index - 1] if index else None)

    def part_after(self, index: int, before: Published | None) -> Part:
        """The part at ``index`` as the reply to ``before``, whatever is still out of the thread."""
        first = self.in_reply_to if index == 0 else ""
        return Part(
            post=self.id,
            text=self.parts[index],
            in_reply_to=before.external_id if before else first,
            media=self.media if index == 0 else (),
        )

    def moved(self, state: PostState, at: datetime, because: str = "", **changes: Any) -> "Post":
        """This post in its next state. Raises :class:`StateError` on a move that the machine does not have."""
        if state not in ALLOWED_MOVES[self.state]:
            raise StateError(f"The post is {self.state.value}; it cannot become {state.value}.")
        return replace(self, state=state, state_at=at, because=because, version=self.version + 1, **changes)

    def asked(self, question: Question) -> "Post":
        """With a question, or one of its questions as it stands now."""
        others = tuple(one for one in self.questions if one.escalation != question.escalation)
        return replace(self, questions=(*others, question), version=self.version + 1)

    def again(self, at: datetime, because: str) -> "Post":
        """The same state, newly found, with what is known now."""
        return replace(self, state_at=at, because=because, version=self.version + 1)

    def valid_approvals(self, now: datetime) -> tuple[Approval, ...]:
        """Those of exactly this content, account and time, lately enough."""
        seen = content_hash(self)
        return tuple(
            approval
            for approval in self.approvals
            if approval.content_hash == seen and now - approval.at < APPROVAL_LASTS
        )

    def approvals_without(self, member: str) -> tuple[Approval, ...]:
        """Those that are left when ``member`` takes theirs back. In turn, what came after was given on the strength."""
        givers = [approval.member for approval in self.approvals]
        if member not in givers:
            return self.approvals
        if self.demand.approvers and self.demand.in_order:
            return self.approvals[: givers.index(member)]
        return tuple(approval for approval in self.approvals if approval.member != member)

    def approved(self, now: datetime) -> bool:
        """Whether all whom the mandate asks for approved exactly this, and the client where the guidelines ask it."""
        return self.demand.is_met(self.valid_approvals(now)) and not self.awaits_client(now)

    def awaited(self, now: datetime) -> tuple[Approver, ...]:
        """Whose approval counts next, of those whom the mandate names."""
        return self.demand.awaited(self.valid_approvals(now))

    @property
    def needs_approval(self) -> bool:
        return self.demand.approvals > 0 or self.is_for_client

    def is_approved_by(self, member: str | None) -> bool:
        """Whether ``member`` approved exactly this."""
        seen = content_hash(self)
        return any(approval.member == member and approval.content_hash == seen for approval in self.approvals)

    @property
    def is_for_client(self) -> bool:
        """Whether the guidelines ask for the client's own approval, whatever the mandate delegates."""
        return any(finding.severity is Severity.APPROVAL for finding in self.findings)

    def awaits_client(self, now: datetime) -> bool:
        """Whether the guidelines ask for the client's own approval, and it is not there."""
        return self.is_for_client and all(one.party is not Party.CLIENT for one in self.valid_approvals(now))


def telling(post: Post) -> dict[str, Any]:
    """As it is told of: what is said in it is not. A drill's is told as one, for it is no work for people."""
    told = {"account": post.account, "function": post.function, "author": post.author, "mention": post.mention}
    return {**told, "drill": True} if post.shadow else told


def content_hash(post: Post) -> str:
    """Hex SHA-256 over everything that will be seen, where and when: what an approval is bound to."""
    seen: dict[str, Any] = {
        "account": post.account,
        "network": post.network,
        "handle": post.handle,
        "text": post.text,
        "in_reply_to": post.in_reply_to,
        "publish_at": post.publish_at.isoformat() if post.publish_at else None,
    }
    if post.thread:
        seen["thread"] = post.thread
    if post.on_call:
        seen["on_call"] = True
    if post.media:
        seen["media"] = [{"sha256": one.sha256, "kind": one.kind, "alt": one.alt} for one in post.media]
    canonical = json.dumps(seen, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
