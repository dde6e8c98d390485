"""Outbound messages and the states that they go through. See ``infra/decisions`` for the stop protocol.

A post ends in exactly one of published, recalled, held, failed, expired, cancelled, unverified, with a reason.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from shared.domain.errors import StateError
from shared.domain.parties import Party


class PostState(StrEnum):
    IN_REVIEW = "in_review"
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


ALLOWED_MOVES: dict[PostState, frozenset[PostState]] = {
    PostState.IN_REVIEW: frozenset({PostState.SCHEDULED, PostState.CANCELLED}),
    PostState.SCHEDULED: frozenset(
        {PostState.IN_REVIEW, PostState.CLAIMED, PostState.HELD, PostState.EXPIRED, PostState.CANCELLED}
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
    PostState.UNKNOWN: frozenset({PostState.PUBLISHED, PostState.UNVERIFIED}),
    PostState.PUBLISHED: frozenset({PostState.RECALLED, PostState.RECALL_FAILED}),
    PostState.RECALL_FAILED: frozenset({PostState.RECALLED}),
    PostState.UNVERIFIED: frozenset({PostState.PUBLISHED}),
    PostState.HELD: frozenset({PostState.IN_REVIEW, PostState.CANCELLED}),
    PostState.RECALLED: frozenset(),
    PostState.FAILED: frozenset(),
    PostState.EXPIRED: frozenset(),
    PostState.CANCELLED: frozenset(),
}
"""A held post goes to review only: nothing goes from held back to scheduled without a new decision."""

APPROVAL_LASTS = timedelta(days=30)
LATENESS_WINDOW = timedelta(minutes=10)
"""A post later than this is expired, never sent late."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    member: str
    party: Party
    content_hash: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """Where a post can be seen."""

    external_id: str
    url: str
    at: datetime


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
    in_reply_to: str
    """External id of the message that it answers, or empty."""
    mention: str | None
    recommendation: str | None
    author: str
    """The member who wrote it."""
    publish_at: datetime | None
    """None: as soon as it is approved."""
    approvals_needed: int
    approvals: tuple[Approval, ...] = ()
    created_at: datetime
    due_at: datetime | None = None
    """Set when it is scheduled."""
    state: PostState = PostState.IN_REVIEW
    state_at: datetime
    because: str = ""
    attempt: str | None = None
    published: Published | None = None
    version: int = 1

    def moved(self, state: PostState, at: datetime, because: str = "", **changes: Any) -> "Post":
        """This post in its next state. Raises :class:`StateError` on a move that the machine does not have."""
        if state not in ALLOWED_MOVES[self.state]:
            raise StateError(f"The post is {self.state.value}; it cannot become {state.value}.")
        return replace(self, state=state, state_at=at, because=because, version=self.version + 1, **changes)

    def again(self, at: datetime, because: str) -> "Post":
        """The same state, newly found, with what is known now."""
        return replace(self, state_at=at, because=because, version=self.version + 1)

    def approvers(self, now: datetime) -> int:
        seen = content_hash(self)
        people = {
            approval.member
            for approval in self.approvals
            if approval.content_hash == seen and now - approval.at < APPROVAL_LASTS
        }
        return len(people)

    def approved(self, now: datetime) -> bool:
        """Whether as many people as needed approved exactly this text, account and time, lately enough."""
        return self.approvers(now) >= self.approvals_needed


def content_hash(post: Post) -> str:
    """Hex SHA-256 over everything that will be seen, where and when: what an approval is bound to."""
    seen = {
        "account": post.account,
        "network": post.network,
        "handle": post.handle,
        "text": post.text,
        "in_reply_to": post.in_reply_to,
        "publish_at": post.publish_at.isoformat() if post.publish_at else None,
    }
    canonical = json.dumps(seen, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
