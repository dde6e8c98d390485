"""What was promised in an answer: by whom it is kept, until when, and how it ended."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.errors import StateError
from shared.domain.ledger import Fact

MOST_COMMITMENTS = 5
"""Of one post: each is a record in the transaction that records it as out."""
EVERY = timedelta(days=1)
"""How often one that is late is told of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """A promise in a draft."""

    what: str
    due_at: datetime


class FollowUpState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """A promise that was made: it is open until somebody says what became of it."""

    id: str
    client: str
    agency: str
    function: str
    post: str | None
    mention: str | None
    what: str
    due_at: datetime
    owner: str
    """The member who keeps it."""
    made_at: datetime
    state: FollowUpState = FollowUpState.OPEN
    outcome: str = ""
    """What whoever closed it had to say."""
    closed_by: str | None = None
    closed_at: datetime | None = None
    next_at: datetime | None
    """When it is to be told of next."""
    version: int = 1

    def reassigned(self, owner: str) -> "FollowUp":
        self._check_open()
        return replace(self, owner=owner, version=self.version + 1)

    def closed(self, state: FollowUpState, outcome: str, by: str, at: datetime) -> "FollowUp":
        self._check_open()
        return replace(
            self, state=state, outcome=outcome, closed_by=by, closed_at=at, next_at=None, version=self.version + 1
        )

    def _check_open(self) -> None:
        if self.state is not FollowUpState.OPEN:
            raise StateError(f"The follow-up is {self.state.value}.")


def follow_up_id(post: str, number: int) -> str:
    """The same promise of the same post is the same record, however often the post is found to be out."""
    return f"fup_{hashlib.sha256(f'{post}#{number}'.encode()).hexdigest()[:32]}"


def due(follow_up: FollowUp, now: datetime) -> tuple[FollowUp, Fact] | None:
    """What is to be told of it by now: that it is due, and then each day that it is late; None when nothing is.

    A day that passed while nobody looked is not made up for.
    """
    if follow_up.state is not FollowUpState.OPEN or follow_up.next_at is None or now < follow_up.next_at:
        return None
    days = max(0, (now - follow_up.due_at) // EVERY)
    told = replace(follow_up, next_at=follow_up.due_at + (days + 1) * EVERY, version=follow_up.version + 1)
    if not days:
        return told, Fact(type="follow_up.due", subject=follow_up.id, data=telling(follow_up))
    return told, Fact(type="follow_up.overdue", subject=follow_up.id, data=telling(follow_up) | {"days": days})


def telling(follow_up: FollowUp) -> dict[str, str | int | None]:
    """As it is told of."""
    return {
        "post": follow_up.post,
        "mention": follow_up.mention,
        "owner": follow_up.owner,
        "due_at": follow_up.due_at.isoformat(),
        "function": follow_up.function,
    }
