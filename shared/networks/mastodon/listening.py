"""What is said to an account on Mastodon, and who follows it.

A mention is heard as a notification. Source: https://docs.joinmastodon.org/methods/notifications/

Notifications are asked for from a little before the last one heard, for three reasons. A server that makes several at
once may show a later one first. Nobody is notified of a change to a message (``edited_at``). And when a message is
deleted, its notification goes without a word. So of the last :data:`KEPT` mentions both are seen; what becomes of an
older one is not.

Private messages ("direct") are left out: they were not said for others to read, and an answer would be public.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

import msgspec

from shared.domain.listening.mentions import Retraction
from shared.domain.markup import written
from shared.networks import Follower, Followers, Heard
from shared.networks.mastodon.entities import NETWORK, Account, Asked, Notification, Status, sound, utc

PAGE = 40
"""What every server gives at once, if asked for it; one gives a single notification when nothing is said."""
MOST_PAGES = 10
KEPT = 20
"""Of the mentions heard last: as much as a place can hold, and a page has as many again for what is new."""
FOLLOWERS_PAGE = 80
FIRST = "0"
"""Comes before every id, where ids are numbers and where they are text."""
PRIVATE = "direct"


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """A mention that was heard. A server may change the id of a status with its text; this is its first."""

    note: str
    status: str
    edited_at: datetime | None


class _Cursor(msgspec.Struct, frozen=True):
    """``after``: the notification before the known ones. ``at``: when the latest was made, by its server."""

    after: str
    at: datetime | None = None
    known: tuple[_Known, ...] = ()

    def by_time(self, newest: Sequence[Notification]) -> tuple["_Cursor", list[Notification]]:
        """The same place by when notifications were made, and what is after it, if anything is."""
        later = [note for note in newest if self.at is None or note.created_at > self.at]
        if not later:
            return self, later
        return _Cursor(newest[-len(later) - 1].id if len(later) < len(newest) else FIRST, self.at, self.known), later

    def moved(self, notes: Sequence[Notification]) -> "_Cursor":
        """Once these were heard, which are all there are after it, or the oldest of them."""
        first = {known.note: known.status for known in self.known}
        kept = tuple(
            _Known(note.id, first.get(note.id, status.id), status.edited_at)
            for note, status in _mentions(notes[-KEPT:])
        )
        after = notes[-KEPT - 1].id if len(notes) > KEPT else self.after
        return _Cursor(after, notes[-1].created_at if notes else self.at, kept)


def mentions(cursor: str, asked: Asked, visible: Callable[[str], bool]) -> Heard:
    """As :meth:`Connection.mentions`: one call, one more when the page is full, and one for each that is gone.

    On a server whose pages begin with the newest, of a flood of more than :data:`MOST_PAGES` pages, the newest.
    """
    notes = _Told(asked)
    if not cursor:
        return Heard(reports=(), cursor=_written(_Cursor(FIRST).moved(notes.newest())))
    place = _read(cursor)
    found, more = notes.since(place.after)
    if not found and place.after != FIRST:
        # Those that were heard are not there: they were cleared away, or the server's ids begin anew.
        place, found = place.by_time(notes.newest())
    known = {one.note: one for one in place.known}
    reports = [
        status.report(known[note.id].status if note.id in known else status.id)
        for note, status in _mentions(found)
        if note.id not in known or known[note.id].edited_at != status.edited_at
    ]
    here = {note.id for note in found}
    gone = [one.status for one in place.known if one.note not in here and not visible(one.status)]
    return Heard(
        reports=tuple(reports),
        retractions=tuple(Retraction(network=NETWORK, external_id=external_id) for external_id in gone),
        cursor=_written(place.moved(found)),
        more=more,
    )


def followers(owner: str, total: int, most: int, asked: Asked) -> Followers:
    """As :meth:`Connection.followers`: a call for each 80."""
    sample: list[Follower] = []
    below: str | None = None
    while len(sample) < most:
        size = min(FOLLOWERS_PAGE, most - len(sample))
        page = asked(Account, "account_followers", owner, limit=size, max_id=below)
        sample += [_follower(account) for account in page.items]
        below = page.below
        if not page.items or below is None:
            break
    # Some servers count none for an account that does not show them.
    return Followers(total=max(total, len(sample)), sample=tuple(sample[:most]))


def _follower(account: Account) -> Follower:
    return Follower(
        external_id=account.id,
        handle=account.handle,
        created_at=utc(account.created_at),
        followers=account.followers_count,
        following=account.following_count,
        posts=account.statuses_count,
        has_picture=account.has_picture,
        description=sound(written(account.note or "")),
    )


class _Told:
    """Notifications of mentions alone, oldest first."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def newest(self) -> list[Notification]:
        return self._page()[::-1]

    def since(self, after: str) -> tuple[list[Notification], bool]:
        """Those after ``after``, or the oldest of them when there are more than can be had at once, and whether so.

        By ``min_id`` Mastodon gives the page next to it. snac2 gives the newest page, and those before it have to be
        asked for.
        """
        found = self._page(min_id=after)
        if len(found) < PAGE:
            return found[::-1], False
        for _ in range(MOST_PAGES - 1):
            here = {note.id for note in found}
            below = [note for note in self._page(min_id=after, max_id=found[-1].id) if note.id not in here]
            if not below:
                return found[::-1], True
            found += below
        return found[::-1], False

    def _page(self, **bounds: str) -> list[Notification]:
        """Newest first."""
        return list(self._asked(Notification, "notifications", types=["mention"], limit=PAGE, **bounds).items)


def _mentions(notes: Sequence[Notification]) -> Iterator[tuple[Notification, Status]]:
    """Those that can be told of: not every server leaves out what was not asked for.

    One that cannot be read must not keep those after it from being heard.
    """
    for note in notes:
        if note.type == "mention":
            with suppress(msgspec.ValidationError, UnicodeError):
                status = msgspec.convert(note.status, Status)
                if status.visibility != PRIVATE:
                    yield note, status


def _written(cursor: _Cursor) -> str:
    return msgspec.json.encode(cursor).decode()


def _read(cursor: str) -> _Cursor:
    try:
        return msgspec.json.decode(cursor, type=_Cursor)
    except msgspec.DecodeError:
        return _Cursor(FIRST)
