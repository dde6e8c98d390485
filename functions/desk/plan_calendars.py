"""The plan day by day, as one sees it and as a calendar program reads it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.errors import InvalidError
from shared.domain.plan.calendar import OUT, SHOWN, PlanCalendar, calendar
from shared.domain.plan.rules import Plan
from shared.domain.plan.wall import day_begins, local_day
from shared.domain.posts import Post, PostState
from shared.domain.roster.shifts import Shift

LONGEST = 62
"""Days."""
USUAL = 28
"""Days, when nobody says until when."""
MOST_READ = 1_000
"""Posts of a state."""


def show_calendar(call: Call[None], desk: Desk) -> PlanCalendar:
    """Show the plan day by day: slots and what fills them, what is timed beside them, gaps in coverage, the mix."""
    zone = ZoneInfo(desk.client(call).zone)
    first_day = _day(call, "from") or local_day(call.now, zone)
    last_day = _day(call, "until") or first_day + timedelta(days=USUAL - 1)
    if not first_day <= last_day < first_day + timedelta(days=LONGEST):
        raise InvalidError(f"must be on one of the {LONGEST} days from `from` on", "until")
    plan = desk.store.get(Plan, call.client, call.client) or Plan(client=call.client)
    return planned(plan, zone, first_day, last_day, desk, tuple(desk.store.list(Shift, call.client)))


def planned(
    plan: Plan, zone: ZoneInfo, first_day: date, last_day: date, desk: Desk, shifts: tuple[Shift, ...]
) -> PlanCalendar:
    """What is now, held against ``plan``."""
    since = day_begins(first_day, zone)
    found: list[Post] = []
    complete = True
    for state in SHOWN:
        read = list(_posts(plan.client, state, since, desk))
        complete = complete and len(read) < MOST_READ
        found += read
    return replace(calendar(plan, zone, first_day, last_day, found, shifts), complete=complete)


def _posts(client: str, state: PostState, since: datetime, desk: Desk) -> Iterator[Post]:
    """Those that can be of a time since then, the newest in the state first."""
    for _, post in zip(range(MOST_READ), desk.store.posts(client, state), strict=False):
        if state in OUT and post.state_at < since:
            return
        yield post


def _day(call: Call[None], name: str) -> date | None:
    given = call.query.get(name)
    if given is None:
        return None
    try:
        day = date.fromisoformat(given)
    except ValueError as unread:
        raise InvalidError("must be a day, such as 2026-12-01", name) from unread
    if not 2000 <= day.year < 3000:
        raise InvalidError("is no day of this millennium", name)
    return day
