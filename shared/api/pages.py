"""Lists that go on: a page of one, and from where the next one goes on, whatever is added or ends meanwhile."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from itertools import dropwhile, islice
from typing import Any, TypeVar

import msgspec

from shared.api.cursors import read_cursor, write_cursor
from shared.api.routes import Call, Listed
from shared.domain.errors import InvalidError

T = TypeVar("T")

LARGEST_PAGE = 100
PAGED = {
    "limit": f"1 to {LARGEST_PAGE}; {LARGEST_PAGE} when absent.",
    "cursor": "Of the following page, as the header `Link` of the page before has it.",
}
"""The query parameters of a list that is answered as an array."""


class Place(msgspec.Struct, frozen=True, order=True):
    """Where something stands in a list; no two of a list stand at the same place."""

    at: str
    """What the list is ordered by, as text that sorts."""
    id: str


def by_time(at: datetime, id: str) -> Place:  # noqa: A002
    return Place(at.astimezone(UTC).isoformat(timespec="microseconds"), id)


def by_id(one: Any) -> Place:
    return Place("", one.id)


def place_asked(call: Call[Any]) -> Place | None:
    """Where the page before ended; None for the first page. Raises InvalidError for what is no cursor."""
    cursor = call.query.get("cursor")
    return None if cursor is None else read_cursor(cursor, Place, of="list")


def listed(call: Call[Any], items: Iterable[T], place: Callable[[T], Place], *, falling: bool = False) -> Listed[T]:
    """The page of ``items`` that is asked for, by rising place or ``falling``."""
    return cut(call, sorted(items, key=place, reverse=falling), place, falling=falling)


def cut(call: Call[Any], items: Iterable[T], place: Callable[[T], Place], *, falling: bool = False) -> Listed[T]:
    """As :func:`listed`, of items that are in their order; no more is read of them than the page takes."""
    size, after = size_asked(call.query), place_asked(call)
    if after is not None:
        items = dropwhile(lambda one: (place(one) >= after) if falling else (place(one) <= after), items)
    found = list(islice(items, size + 1))
    page = tuple(found[:size])
    return Listed(page, write_cursor(place(page[-1])) if len(found) > size else None)


def size_asked(query: Mapping[str, str], usual: int = LARGEST_PAGE) -> int:
    """How many entries the page may have. Raises InvalidError for what is no such number."""
    given = query.get("limit", str(usual))
    if not (given.isascii() and given.isdecimal() and len(given) <= 3 and 1 <= int(given) <= LARGEST_PAGE):
        raise InvalidError(f"must be 1 to {LARGEST_PAGE}", "limit")
    return int(given)
