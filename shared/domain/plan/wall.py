"""Wall-clock rules as spans of time, right on the days on which the clocks change.

A span lasts from the first moment at which the clocks show its beginning to the last at which they show its end, so
that an hour that comes twice has no hole in it. A time that the clocks skip is the moment at which they do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.domain.plan.rules import Blackout, QuietHours, weekday

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    since: datetime
    until: datetime
    """The first moment after it."""

    def __contains__(self, at: datetime) -> bool:
        return self.since <= at < self.until


def moments(day: date, at: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and the last moment at which the clocks show ``at``, in UTC; the same but where they go back."""
    shown = datetime.combine(day, time.fromisoformat(at)).replace(tzinfo=zone)
    first, last = (shown.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if first <= last:
        return first, last
    skipped = _change_between(last, first, zone)
    return skipped, skipped


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks go forward."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def local_day(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def day_begins(day: date, zone: ZoneInfo) -> datetime:
    return moments(day, "00:00", zone)[0]


def days_span(first_day: date, last_day: date, zone: ZoneInfo) -> Span:
    return Span(since=day_begins(first_day, zone), until=day_begins(last_day + _DAY, zone))


def quiet_from(quiet: QuietHours, day: date, zone: ZoneInfo) -> Span | None:
    """The quiet hours that begin on ``day``."""
    if quiet.weekdays and weekday(day) not in quiet.weekdays:
        return None
    last_day = day if quiet.ends > quiet.starts else day + _DAY
    span = Span(since=moments(day, quiet.starts, zone)[0], until=moments(last_day, quiet.ends, zone)[1])
    return span if span.since < span.until else None


def quiet_at(quiet: QuietHours, at: datetime, zone: ZoneInfo) -> Span | None:
    """The quiet hours in which ``at`` falls."""
    day = local_day(at, zone)
    spans = (quiet_from(quiet, day + number * _DAY, zone) for number in (-1, 0))
    return next((span for span in spans if span is not None and at in span), None)


def blacked_out(blackout: Blackout, zone: ZoneInfo) -> Span:
    return days_span(blackout.first_day, blackout.last_day, zone)


def days(first_day: date, last_day: date) -> Iterator[date]:
    for number in range((last_day - first_day).days + 1):
        yield first_day + number * _DAY
