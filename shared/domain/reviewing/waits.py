"""How long people waited for an answer, against the targets that the client laid down, by function and by day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from shared.domain.reviewing.gathered import Gathered, Received

Target = Callable[[str], int]
"""In how many minutes what serves a function is to be answered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """Of the mentions that asked for an answer, by how they stood at the end of the week. The four add up to all."""

    in_time: int = 0
    late: int = 0
    put_aside: int = 0
    """Somebody decided that they are to have no answer, or their authors took them back."""
    waiting: int = 0
    overdue: int = 0
    """Of those that wait: for longer than the target."""
    minutes: float | None = None
    """Median of those that were answered."""

    @property
    def asked(self) -> int:
        return self.in_time + self.late + self.put_aside + self.waiting

    @property
    def answered(self) -> int:
        return self.in_time + self.late


@dataclass(frozen=True, kw_only=True, slots=True)
class FunctionWaits:
    function: str
    received: int
    """Those that asked for no answer, too."""
    target_minutes: int
    waits: Waits


@dataclass(frozen=True, kw_only=True, slots=True)
class DayWaits:
    day: date
    """In the client's zone: the day on which they came in."""
    received: int
    waits: Waits


def by_function(week: Gathered, target: Target, ends_at: datetime) -> tuple[FunctionWaits, ...]:
    """The most heard function first."""
    grouped: dict[str, list[Received]] = defaultdict(list)
    for one in week.received.values():
        grouped[one.function].append(one)
    return tuple(
        FunctionWaits(
            function=function,
            received=len(received),
            target_minutes=target(function),
            waits=_waits(received, week, target, ends_at),
        )
        for function, received in sorted(grouped.items(), key=lambda group: (-len(group[1]), group[0]))
    )


def by_day(week: Gathered, target: Target, starts_at: datetime, ends_at: datetime, zone: str) -> tuple[DayWaits, ...]:
    """All days of the week that have begun, those without anything too."""
    place = ZoneInfo(zone)
    grouped: dict[date, list[Received]] = {day: [] for day in _days(starts_at, ends_at, place)}
    for one in week.received.values():
        grouped[one.at.astimezone(place).date()].append(one)
    return tuple(
        DayWaits(day=day, received=len(received), waits=_waits(received, week, target, ends_at))
        for day, received in grouped.items()
    )


def altogether(week: Gathered, target: Target, ends_at: datetime) -> Waits:
    return _waits(week.received.values(), week, target, ends_at)


def _days(starts_at: datetime, ends_at: datetime, place: ZoneInfo) -> Iterator[date]:
    day = starts_at.astimezone(place).date()
    while day <= (ends_at - timedelta(microseconds=1)).astimezone(place).date():
        yield day
        day += timedelta(days=1)


def _waits(received: Iterable[Received], week: Gathered, target: Target, ends_at: datetime) -> Waits:
    in_time = late = put_aside = waiting = overdue = 0
    minutes = []
    for one in received:
        if not one.needs_answer:
            continue
        answered_at = week.answered_at.get(one.id)
        waited = week.answered_after.get(one.id, ((answered_at or ends_at) - one.at).total_seconds() / 60)
        fast = waited <= target(one.function)
        if answered_at is not None:
            minutes.append(waited)
            in_time, late = in_time + fast, late + (not fast)
        elif one.id in week.put_aside:
            put_aside += 1
        else:
            waiting, overdue = waiting + 1, overdue + (not fast)
    return Waits(
        in_time=in_time,
        late=late,
        put_aside=put_aside,
        waiting=waiting,
        overdue=overdue,
        minutes=round(median(minutes), 1) if minutes else None,
    )
