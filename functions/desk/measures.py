"""A client's work in figures, over a span of its days."""

from datetime import date, timedelta
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.errors import InvalidError, StateError
from shared.domain.measures.days import days_between, today
from shared.domain.measures.figures import By
from shared.domain.measures.views import MeasuresRow, Split, rows, total
from shared.measuring import found
from shared.sheets import csv_text, measures_sheet

LONGEST_SPAN = 366
LONGEST_APART = 92
"""Days, told apart by function, account or member: each of these is many times the total."""
USUAL_SPAN = 7
MOST_LIVE = 3
"""Days folded while somebody waits: today, and those that are over but not kept yet."""
FORMATS = ("json", "csv")


class MeasuresReply(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """``from`` and ``until`` are both among the days. ``pending``: days that are not summed up yet; ask again later."""

    client: str
    zone: str
    since: date
    until: date
    by: Split
    total: MeasuresRow
    rows: list[MeasuresRow]
    pending: tuple[date, ...]


def show_measures(call: Call[None], desk: Desk) -> MeasuresReply | str:
    """Read how fast and how well the work was done: by day, week, function, account or member; as JSON or CSV."""
    client = desk.client(call)
    split = _one_of(call, "by", tuple(Split), Split.DAY)
    format_ = _one_of(call, "format", FORMATS, "json")
    whole = split in (Split.DAY, Split.WEEK)
    longest = LONGEST_SPAN if whole else LONGEST_APART
    since, until = span(call.query.get("from"), call.query.get("until"), today(call.now, client.zone), longest)
    days = tuple(days_between(since, until))
    kinds = (By.TOTAL,) if whole else (By.TOTAL, By(split))
    known = found(client, days, kinds, call.now, desk.store, MOST_LIVE)
    shown = rows(Split(split), known.days)
    if format_ == "csv":
        if known.pending:
            raise StateError(f"{known.pending[0]} and others are not summed up yet, and a table cannot say so.")
        return csv_text(*measures_sheet(str(split), shown))
    return MeasuresReply(
        client=client.id,
        zone=client.zone,
        since=since,
        until=until,
        by=Split(split),
        total=total(known.days.values()),
        rows=shown,
        pending=known.pending,
    )


def span(since: str | None, until: str | None, now: date, longest: int) -> tuple[date, date]:
    """The first and last day that are asked for; the last seven where nothing is said. Raises InvalidError."""
    last = _day(until, "until") if until is not None else now
    first = _day(since, "from") if since is not None else last - timedelta(days=USUAL_SPAN - 1)
    check_span(first, last, longest)
    return first, last


def check_span(first: date, last: date, longest: int) -> None:
    if first > last:
        raise InvalidError("must not be later than until", "from")
    if (last - first).days >= longest:
        raise InvalidError(f"must be within {longest} days of from; ask in parts", "until")


def _day(text: str, field: str) -> date:
    try:
        given = date.fromisoformat(text)
    except ValueError as wrong:
        raise InvalidError("is not a date such as 2026-11-25", field) from wrong
    if not 2000 <= given.year < 3000:
        raise InvalidError("is not a date such as 2026-11-25", field)
    return given


def _one_of(call: Call[Any], field: str, choices: tuple[str, ...], usual: str) -> str:
    given = call.query.get(field, usual)
    if given not in choices:
        raise InvalidError(f"must be one of {', '.join(choices)}", field)
    return given
