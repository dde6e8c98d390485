"""Mentions as Bluesky's own network tells an account of them.

Source: https://docs.bsky.app/docs/api/app-bsky-notification-list-notifications

They come newest first. What is dated back, or comes to light late, stands a little way down: each look goes
:data:`OVERLAP` further back than the last one got, and leaves out what was seen. Of deletions they say nothing.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from shared.domain.listening.mentions import Report
from shared.networks import Heard, RefusedError
from shared.networks.bluesky import keys
from shared.networks.bluesky.records import Found, language_of, moment
from shared.networks.bluesky.xrpc import Xrpc

REASONS = ("mention", "reply", "quote")
PAGE = 100
MOST_PAGES = 5
"""In one call; there is more at once where these do not reach back far enough."""
OVERLAP = timedelta(minutes=5)
MOST_SEEN = 500
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


class _Author(msgspec.Struct):
    did: str
    handle: str = ""


class _Notification(Found, kw_only=True):
    """Its ``value`` is called ``record`` here."""

    author: _Author
    reason: str
    indexed_at: str = msgspec.field(name="indexedAt")
    value: dict[str, Any] = msgspec.field(name="record", default_factory=dict)

    @property
    def at(self) -> datetime:
        return moment(self.indexed_at) or _EVER

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.uri.encode()).hexdigest()[:12]

    def report(self) -> Report:
        written = self.written
        return Report(
            network="bluesky",
            external_id=self.uri,
            author=self.author.handle or self.author.did,
            text=written.text,
            url=keys.web_address(self.uri),
            posted_at=moment(written.createdAt) or self.at,
            in_reply_to=written.reply.parent.uri if written.reply else "",
            conversation=written.reply.root.uri if written.reply else "",
            language=language_of(written.langs),
        )


class _Page(msgspec.Struct):
    notifications: list[_Notification]
    cursor: str | None = None


class _Cursor(msgspec.Struct, omit_defaults=True):
    at: datetime = _EVER
    """Of the latest that was heard."""
    seen: list[str] = []
    """Marks of those within the overlap."""
    page: str = ""
    """Where to go on with a look that is not at its end."""
    top: datetime = _EVER
    """Of the latest in that look."""
    fresh: list[str] = []
    """Marks out of that look."""


def heard(line: Xrpc, cursor: str) -> Heard:
    """At most :data:`MOST_PAGES` calls. A cursor that is none of ours hears all that the network still shows."""
    if not cursor:
        return Heard(reports=(), cursor=_written(_now(line)))
    try:
        before = msgspec.json.decode(cursor, type=_Cursor)
    except msgspec.MsgspecError:
        before = _Cursor()
    try:
        return _looked(line, before)
    except RefusedError:
        if not before.page:
            raise
        return _looked(line, _Cursor(at=before.at, seen=before.seen))


def _now(line: Xrpc) -> _Cursor:
    latest = _page(line, "", 1).notifications
    return _Cursor(at=max((one.at for one in latest), default=_EVER), seen=[one.mark for one in latest])


def _looked(line: Xrpc, before: _Cursor) -> Heard:
    floor = before.at - OVERLAP if before.at > _EVER else _EVER
    page, known, found = before.page, set(before.seen) | set(before.fresh), list[_Notification]()
    for _ in range(MOST_PAGES):
        answer = _page(line, page, PAGE)
        late = [one for one in answer.notifications if one.at >= floor]
        found += [one for one in late if one.mark not in known and one.reason in REASONS]
        page = answer.cursor or ""
        if not page or len(late) < len(answer.notifications):
            page = ""
            break
    top = max([before.at, before.top, *(one.at for one in found)])
    fresh = [*before.fresh, *(one.mark for one in found)]
    if page:
        after = _Cursor(at=before.at, seen=before.seen, page=page, top=top, fresh=fresh[-MOST_SEEN:])
    else:
        after = _Cursor(at=top, seen=[*before.seen, *fresh][-MOST_SEEN:])
    reports = tuple(one.report() for one in reversed(found))
    return Heard(reports=reports, cursor=_written(after), more=bool(page))


def _page(line: Xrpc, page: str, limit: int) -> _Page:
    asked: dict[str, Any] = {"limit": limit, "cursor": page or None, "reasons": list(REASONS)}
    return line.ask("app.bsky.notification.listNotifications", _Page, **asked)


def _written(cursor: _Cursor) -> str:
    return msgspec.json.encode(cursor).decode()
