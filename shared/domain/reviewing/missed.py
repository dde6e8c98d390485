"""What came in, mattered, and was taken up by nobody."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.listening.classify import PRESSING
from shared.domain.reviewing.gathered import Gathered

MOST_MISSED = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Missed:
    """A mention that mattered, as it came in."""

    mention: str
    at: datetime
    function: str
    network: str
    urgency: int
    score: float
    needs_answer: bool


def missed(week: Gathered, notice_above: float) -> tuple[int, tuple[Missed, ...]]:
    """How many important ones there were, and the :data:`MOST_MISSED` most urgent of them.

    Important is what presses, or scored above ``notice_above``, from which the client wants to be told at once.
    """
    important = [
        one
        for one in week.received.values()
        if one.id not in week.taken_up
        and one.id not in week.answered_at
        and (one.urgency >= PRESSING or one.score >= notice_above)
    ]
    first = heapq.nsmallest(MOST_MISSED, important, key=lambda one: (-one.urgency, -one.score, one.at, one.id))
    return len(important), tuple(
        Missed(
            mention=one.id,
            at=one.at,
            function=one.function,
            network=one.network,
            urgency=one.urgency,
            score=one.score,
            needs_answer=one.needs_answer,
        )
        for one in first
    )


def not_taken_up(week: Gathered, most: int) -> tuple[str, ...]:
    """Of all, the first by id."""
    return tuple(heapq.nsmallest(most, _ids(week)))


def _ids(week: Gathered) -> Iterable[str]:
    return (id_ for id_ in week.received if id_ not in week.taken_up)
