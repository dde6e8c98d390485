"""Reading stops: each one's receipt, page by page, and those of a day, or that stand."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time

import msgspec

from functions.recover.naming import Receipt
from functions.recover.switch import Switch
from shared.api.cursors import read_cursor, write_cursor
from shared.api.routes import Call
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError
from shared.domain.parties import DEPLOYMENT, Roll
from shared.domain.receipts import Named, ReceiptPage
from shared.domain.stops import StandingStop, Stop, day_of_stops


@dataclass(frozen=True, kw_only=True, slots=True)
class StopReceipt(Stop):
    """A stop with one page of what it names, and ``ends``: how many of all that it names have which end.

    ``complete``: whether everything to be named is on a page. ``next`` is the cursor of the following page; null on
    the last one.
    """

    named: tuple[Named, ...]
    next: str | None


def show_stop(call: Call[None], switch: Switch) -> StopReceipt:
    """Read a stop's receipt, page by page: what it named, what became of each, and whether it has drained."""
    number = _page_number(call.query.get("cursor"))
    stop = switch.stop(call.caller, call.path["stop"])
    if number == 1 and not stop.pages:
        return _viewed(stop, None)
    page = switch.store.page(stop.id, number)
    if page is None:
        raise InvalidError("is not a cursor of this receipt", "cursor")
    return _viewed(stop, page)


def viewed(receipt: Receipt) -> StopReceipt:
    """As the API answers with it: the first page."""
    return _viewed(receipt.stop, receipt.first)


def _viewed(stop: Stop, page: ReceiptPage | None) -> StopReceipt:
    more = page is not None and page.number < stop.pages
    return StopReceipt(
        **{field.name: getattr(stop, field.name) for field in fields(Stop)},
        named=page.named if page else (),
        next=write_cursor(_Cursor(page.number + 1)) if page and more else None,
    )


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    page: int


def _page_number(cursor: str | None) -> int:
    return 1 if cursor is None else read_cursor(cursor, _Cursor, of="receipt").page


def list_stops(call: Call[None], switch: Switch) -> list[Stop]:
    """List a day's stops that the key reaches, or with ``standing=true`` those of any day that stand."""
    only_standing = _flag(call.query, "standing")
    found = []
    for id_ in _ids(call, switch, only_standing=only_standing):
        try:
            stop = switch.stop(call.caller, id_)
        except (NotFoundError, ForbiddenError):
            continue
        if stop.lifted_at is None or not only_standing:
            found.append(stop)
    return found


def _ids(call: Call[None], switch: Switch, *, only_standing: bool) -> list[str]:
    if only_standing and "day" not in call.query:
        return [one.id for one in switch.store.list(StandingStop, DEPLOYMENT) if one.lifted_at is None]
    try:
        day = date.fromisoformat(call.query.get("day", call.now.date().isoformat()))
    except ValueError as wrong:
        raise InvalidError("is not a date such as 2026-11-25", "day") from wrong
    return [roll.id for roll in switch.store.list(Roll, day_of_stops(datetime.combine(day, time(), UTC)))]


def _flag(query: Mapping[str, str], name: str) -> bool:
    given = query.get(name, "false")
    if given not in ("true", "false"):
        raise InvalidError("must be true or false", name)
    return given == "true"
