"""Sees whether the posts of one account go out in the order in which they are due."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from infra.simulation.slow_network import Status
from infra.simulation.timeline import MOST_SKEW
from shared.domain.attempts import Attempt
from shared.domain.lanes import Lane
from shared.domain.posts import LATENESS_WINDOW, Post, PostState

SURELY_WAITED_FOR = LATENESS_WINDOW - 2 * timedelta(seconds=MOST_SKEW)
"""After its time, by the true clock: nobody yet takes a post for one that is out of the way."""


class Order:
    """Of a post that was on its way, in its account's lane, before another one was claimed.

    A post whose outcome was not known for a while is out of the way: who is behind it goes ahead.
    """

    def __init__(self) -> None:
        self._joined: dict[tuple[str, datetime | None], datetime] = {}
        self._claimed: dict[str, datetime] = {}
        self._unknown: set[str] = set()
        self._out: defaultdict[str, list[Status]] = defaultdict(list)

    def committed(self, record: Any, at: datetime) -> None:
        if isinstance(record, Lane):
            for place in record.places:
                self._joined.setdefault((place.post, place.due_at), at)
        elif isinstance(record, Attempt):
            self._claimed.setdefault(record.id, at)
        elif isinstance(record, Post) and record.state is PostState.UNKNOWN:
            self._unknown.add(record.id)

    def broken_by(self, status: Status) -> str | None:
        """In which way ``status``, which has landed, went out before its time or after its turn; None if it did not."""
        for one, other in self._pairs(status):
            if one.sent_at > other.sent_at and self._goes_first(one, other):
                return f"{other.id} went out before {one.id}, which was due before it on its account"
        return None

    def _pairs(self, status: Status) -> Iterator[tuple[Status, Status]]:
        """With each that is out already, the one that is due first coming first."""
        others = self._out[status.account]
        for other in others:
            if other.post != status.post:
                yield (status, other) if _place(status) < _place(other) else (other, status)
        others.append(status)

    def _goes_first(self, one: Status, other: Status) -> bool:
        joined = self._joined.get((one.post, one.due_at))
        in_time = one.due_at is not None and other.sent_at - one.due_at < SURELY_WAITED_FOR
        on_its_way = joined is not None and joined < self._claimed[other.attempt]
        return in_time and on_its_way and one.post not in self._unknown


def _place(status: Status) -> tuple[datetime, str]:
    return status.due_at or status.at, status.post
