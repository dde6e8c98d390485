"""What a stop accounts for, name by name, on as many pages as that takes, and what became of each.

A name is on one page only. Which names a page has, and their order, never changes once it is written; their ends do.
So pages can be read one by one, a naming that was cut short goes on after the last one, and a page can be written
whenever one of its names has ended.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

PAGE_SIZE = 100
"""Names. A page is one item of the store, of 400 KB at the most, and one answer of the API."""
LONGEST_REASON = 500
"""Characters, so that a page of reasons stays within its item."""


class NamedKind(StrEnum):
    IN_FLIGHT = "in_flight"
    """It was under way when the stop fell."""
    OUT = "out"
    """It was out when the stop fell, and the stop takes down what went out since an earlier time."""


class NamedEnd(StrEnum):
    IN_FLIGHT = "in_flight"
    RECALLING = "recalling"
    """It is out, and is being taken down."""
    WAITING = "waiting"
    """It is out, and the network takes no deletions before ``until``; then it is taken down."""
    PUBLISHED = "published"
    """It went out in the moment before the stop, and was left up."""
    NOT_SENT = "not_sent"
    RECALLED = "recalled"
    RECALL_FAILED = "recall_failed"
    UNVERIFIED = "unverified"


UNDER_WAY = frozenset({NamedEnd.IN_FLIGHT, NamedEnd.RECALLING, NamedEnd.WAITING})
"""Not yet ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An attempt that a stop accounts for, and what became of it."""

    attempt: str
    client: str
    account: str
    post: str
    started_at: datetime
    kind: NamedKind = NamedKind.IN_FLIGHT
    end: NamedEnd = NamedEnd.IN_FLIGHT
    until: datetime | None = None
    url: str = ""
    because: str = ""

    def ended(self, end: NamedEnd, because: str, *, url: str = "", until: datetime | None = None) -> "Named":
        """With what became of it. A reason that is longer than a page has room for is cut."""
        return replace(self, end=end, because=because[:LONGEST_REASON], url=url or self.url, until=until)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """How many names have which end."""

    in_flight: int = 0
    recalling: int = 0
    waiting: int = 0
    published: int = 0
    not_sent: int = 0
    recalled: int = 0
    recall_failed: int = 0
    unverified: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def under_way(self) -> int:
        return sum(self.counts[end.value] for end in UNDER_WAY)

    def changed(self, before: "Iterable[ReceiptPage]", after: "Iterable[ReceiptPage]") -> "Ends":
        """The counts once pages that were as ``before``, or not at all, are as ``after``."""
        counts = Counter(self.counts)
        counts.update(one.end.value for page in after for one in page.named)
        counts.subtract(one.end.value for page in before for one in page.named)
        return Ends(**counts)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiptPage:
    stop: str
    number: int
    """From 1."""
    named: tuple[Named, ...]
    version: int = 1

    @property
    def under_way(self) -> bool:
        return any(one.end in UNDER_WAY for one in self.named)

    def told(self, named: Sequence[Named]) -> "ReceiptPage":
        """The page with what has become of the same names since."""
        return replace(self, named=tuple(named), version=self.version + 1)


def pages_to_write(
    stop: str, pages: Sequence[ReceiptPage], in_flight: Iterable[Named], out: Iterable[Named]
) -> Iterator[ReceiptPage]:
    """What is missing from a receipt of ``pages`` so that it has all of ``in_flight`` and ``out``.

    Pages come in the order in which they are to be written: those on which something that was left up is now taken
    down, then new ones, with what is in flight first. Nothing is missing, and nothing comes, when all was written.
    """
    recalled = {one.attempt: one for one in out}
    for page in pages:
        again = [recalled.get(one.attempt, one) if one.end is NamedEnd.PUBLISHED else one for one in page.named]
        if tuple(again) != page.named:
            yield page.told(again)
    written = {one.attempt for page in pages for one in page.named}
    wanted = {one.attempt: one for one in in_flight} | recalled
    new = [one for attempt, one in wanted.items() if attempt not in written]
    for index, start in enumerate(range(0, len(new), PAGE_SIZE)):
        yield ReceiptPage(stop=stop, number=len(pages) + index + 1, named=tuple(new[start : start + PAGE_SIZE]))
