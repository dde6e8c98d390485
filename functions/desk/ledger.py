"""The ledger as both parties may read it."""

from datetime import date

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.errors import InvalidError
from shared.domain.ledger import Entry

LARGEST_PAGE = 500


class LedgerPage(msgspec.Struct, frozen=True):
    """One UTC day's entries, oldest first; ``next`` goes into ``after`` for the following page."""

    items: list[Entry]
    next: str | None


def show_ledger(call: Call[None], desk: Desk) -> LedgerPage:
    """Read what happened on one day: who did what, when, and under which mandate."""
    try:
        day = date.fromisoformat(call.query.get("day", call.now.date().isoformat()))
    except ValueError as wrong:
        raise InvalidError("is not a date such as 2026-11-25", "day") from wrong
    found = desk.store.ledger(call.client, day, call.query.get("after", ""))
    items = [entry for _, entry in zip(range(LARGEST_PAGE), found, strict=False)]
    return LedgerPage(items=items, next=items[-1].id if len(items) == LARGEST_PAGE else None)
