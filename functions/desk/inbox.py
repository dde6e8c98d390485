"""The agency's day: open mentions in the order in which they matter, each with the reasons for its place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

import msgspec

from functions.desk.conversations import conversation_of
from functions.desk.ranked import ranking_of
from functions.desk.tools import Desk, widened
from shared.api.cursors import read_cursor, write_cursor
from shared.api.pages import size_asked
from shared.api.routes import Call
from shared.domain.listening.mentions import Mention
from shared.domain.listening.ranking import Ranking, first_page
from shared.domain.listening.scores import Reason

USUAL_PAGE = 25
MOST_LOOKED_AT = 1_000
"""Mentions, for one page of those that are asked for; and whatever has the same score as the last of them."""
Below = tuple[float, str] | None
"""Score and id of the last one on the page before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxItem(Mention):
    """A mention with what its score is made of: ``reasons`` add up to ``score``."""

    reasons: tuple[Reason, ...]


class InboxPage(msgspec.Struct, frozen=True):
    """``next`` is the cursor of the following page; null on the last one.

    A page of what was asked for alone may hold fewer than its limit, or none, and others follow.
    """

    items: list[InboxItem]
    priorities_version: int
    next: str | None


def show_inbox(call: Call[None], desk: Desk) -> InboxPage:
    """Read what is in the inbox, what matters most first, each with the reasons for its place.

    One query; while a change of what matters is still being written to each mention, all of the inbox is read.
    """
    size, asked = size_asked(call.query, usual=USUAL_PAGE), _Asked.of(call.query)
    ranking, settled = ranking_of(call, desk)
    after = _read(call.query.get("cursor"))
    below = (after.score, after.mention) if after else None
    if settled:
        by_score = desk.store.inbox(call.client, after.score if after else None)
    else:
        by_score = desk.store.whole_inbox(call.client)
    found = _Looking(by_score, asked, below, MOST_LOOKED_AT if settled else None)
    page = first_page(found, ranking, size, settled=settled, below=below)
    return InboxPage(
        items=[_item(mention, ranking) for mention in page],
        priorities_version=ranking.priorities_version,
        next=_cursor(page[-1]) if len(page) == size else found.cursor,
    )


def show_mention(call: Call[None], desk: Desk) -> InboxItem:
    """Read one mention with its score."""
    ranking, _ = ranking_of(call, desk)
    return _item(ranking.scored(desk.mention(call)), ranking)


def show_conversation(call: Call[None], desk: Desk) -> list[Mention]:
    """Read all that is known of the conversation that a mention belongs to, oldest first; up to 200."""
    return conversation_of(desk.mention(call), desk.store)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of the inbox is asked for; None: whatever it is."""

    assigned_to: str | None
    function: str | None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "_Asked":
        return cls(query.get("assigned_to"), query.get("function"))

    @property
    def is_all(self) -> bool:
        return self.assigned_to is None and self.function is None

    def includes(self, mention: Mention) -> bool:
        return self.assigned_to in (None, mention.assigned_to) and self.function in (None, mention.function)


class _Looking:
    """Passes on what is asked for of mentions that come in falling order, until it has looked at ``most`` of them."""

    def __init__(self, found: Iterable[Mention], asked: _Asked, below: Below, most: int | None) -> None:
        self._found = found
        self._asked = asked
        self._below = below
        self._most = None if asked.is_all else most
        self.cursor: str | None = None
        """Where to look on, when it stopped before the end."""

    def __iter__(self) -> Iterator[Mention]:
        looked, last = 0, inf
        for mention in self._found:
            if self._most is not None:
                if self._below is not None and (mention.score, mention.id) >= self._below:
                    continue
                if looked >= self._most and mention.score < last:
                    self.cursor = write_cursor(_Cursor(score=last, mention=""))
                    return
                looked, last = looked + 1, mention.score
            if self._asked.includes(mention):
                yield mention


def _item(mention: Mention, ranking: Ranking) -> InboxItem:
    return widened(InboxItem, mention, reasons=ranking.reasons(mention))


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    """``mention``: the last one; empty when all of that score have been looked at."""

    score: float
    mention: str


def _cursor(last: Mention) -> str:
    return write_cursor(_Cursor(score=last.score, mention=last.id))


def _read(cursor: str | None) -> _Cursor | None:
    return None if cursor is None else read_cursor(cursor, _Cursor, of="list")
