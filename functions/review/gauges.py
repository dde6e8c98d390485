"""The figures that are watched in CloudWatch, by a client's id and a business function, and by nothing else."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from shared.clients import for_every_client
from shared.domain.clock import Clock
from shared.domain.measures.figures import By, Count, Figures, Measures, Time
from shared.domain.measures.views import Proportion, row
from shared.domain.posts import PostState
from shared.stores import Reading

COUNTED = (Count.MENTIONS, Count.ANSWERED, Count.OVERDUE, Count.MISSED)
TIMED = (Time.TO_RECOMMENDATION, Time.TO_DECISION, Time.TO_ANSWER)


class Gauges(Protocol):
    def __call__(self, values: Mapping[str, float], **dimensions: str) -> None:
        """Writes the values of now."""
        ...


def waiting(*, store: Reading, clock: Clock, write: Gauges) -> int:
    """Write how many posts of each client wait for approval, and the longest wait; returns how many clients."""

    def written(client: str) -> int:
        since = [post.state_at for post in store.posts(client, PostState.IN_REVIEW)]
        write({"approvals_waiting": len(since), "longest_wait_minutes": _minutes(since, clock.now())}, client=client)
        return 1

    return for_every_client(written, store)


def day_told(client: str, measures: Measures, write: Gauges) -> None:
    """Write a day's figures: the client's, and those of each business function."""
    write(dict(_values(measures.total)), client=client)
    for function, figures in measures.of(By.FUNCTION).items():
        write(dict(_values(figures)), client=client, function=function)


def _values(figures: Figures) -> Iterator[tuple[str, float]]:
    shown = row("", figures)
    for count in COUNTED:
        yield f"day_{count.value}", shown.counts[count]
    for time in TIMED:
        median = shown.minutes[time].median
        if median is not None:
            yield f"day_minutes_{time.value}", median
    in_time = shown.shares[Proportion.ANSWERED_IN_TIME]
    if in_time is not None:
        yield "day_share_in_time", in_time


def _minutes(since: list[datetime], now: datetime) -> float:
    return round((now - min(since)).total_seconds() / 60, 1) if since else 0.0
