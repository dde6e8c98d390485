"""A client's weeks: from Monday to Monday by its own clocks, which may change in one."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.domain.errors import InvalidError

_WEEK = re.compile(r"\A(2[0-9]{3})-W([0-9]{2})\Z")


def week_of(at: datetime, zone: str) -> str:
    """ISO week such as ``2026-W47``, in the client's zone."""
    year, week, _ = at.astimezone(ZoneInfo(zone)).isocalendar()
    return f"{year}-W{week:02}"


def week_bounds(week: str, zone: str) -> tuple[datetime, datetime]:
    """From Monday 00:00 to the next Monday 00:00 by the client's clocks. Raises InvalidError."""
    try:
        [(year, number)] = _WEEK.findall(week)
        monday = date.fromisocalendar(int(year), int(number), 1)
        following = monday + timedelta(days=7)
    except (ValueError, OverflowError) as wrong:
        raise InvalidError("is not a week such as 2026-W47", "week") from wrong
    place = ZoneInfo(zone)
    return datetime.combine(monday, time(), place), datetime.combine(following, time(), place)


def last_week(at: datetime, zone: str) -> str:
    """The last week that had ended by then. Seven days back is no week back: one may have an hour more, or less."""
    starts_at, _ = week_bounds(week_of(at, zone), zone)
    return week_of(starts_at - timedelta(days=1), zone)


def days_of(starts_at: datetime, ends_at: datetime) -> Iterable[date]:
    """The UTC days that a span touches: the ledger's partitions."""
    day = starts_at.astimezone(ZoneInfo("UTC")).date()
    last = (ends_at - timedelta(microseconds=1)).astimezone(ZoneInfo("UTC")).date()
    while day <= last:
        yield day
        day += timedelta(days=1)
