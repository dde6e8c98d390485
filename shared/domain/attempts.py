"""Tries at sending, kept in a ledger that a stop reads to name what is in flight. Rows are never deleted."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.posts import Published

SHARDS = 4
"""A stop reads each shard once, whatever is queued."""
NAMING_HORIZON = timedelta(hours=1)
"""Attempts older than this have long ended: reconcile closes an unknown one within minutes."""
SEND_DEADLINE = timedelta(seconds=15)
"""From the claim to the last moment at which the network call may still be open."""
DEADLINE_MARGIN = timedelta(seconds=5)
"""Beyond the deadline, what two clocks may disagree on, before an open attempt counts as abandoned."""


class AttemptState(StrEnum):
    OPEN = "open"
    UNKNOWN = "unknown"
    LANDED = "landed"
    NOT_SENT = "not_sent"
    UNVERIFIED = "unverified"


ENDED = frozenset({AttemptState.LANDED, AttemptState.NOT_SENT, AttemptState.UNVERIFIED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """One try. ``id`` is also the idempotency key at networks that take one."""

    id: str
    client: str
    agency: str
    account: str
    network: str
    post: str
    part: int = 0
    """Which part of a thread it tries to send, from 0."""
    started_at: datetime
    deadline: datetime
    state: AttemptState = AttemptState.OPEN
    because: str = ""
    published: Published | None = None
    ended_at: datetime | None = None
    """By our clock; the network's own, in ``published``, may be another."""
    version: int = 1

    @property
    def shard(self) -> int:
        return zlib.crc32(self.id.encode()) % SHARDS

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    def abandoned(self, now: datetime) -> bool:
        """Nobody is sending it any more: it may be reconciled by reading the network."""
        return self.state is AttemptState.UNKNOWN or (
            self.state is AttemptState.OPEN and now > self.deadline + DEADLINE_MARGIN
        )

    def moved(
        self, state: AttemptState, at: datetime, because: str = "", published: Published | None = None
    ) -> "Attempt":
        return replace(
            self,
            state=state,
            because=because,
            published=published,
            ended_at=at if state in ENDED else None,
            version=self.version + 1,
        )


def unfinished(attempts: Iterable[Attempt]) -> list[Attempt]:
    return [attempt for attempt in attempts if not attempt.ended]
