"""Mentions out of a server's own stream of everything that its accounts write, for servers without notifications.

Sources: https://atproto.com/specs/event-stream, https://atproto.com/specs/sync and the lexicon
``com/atproto/sync/subscribeRepos.json``. The stream goes on for ever; a call hears what was written since its cursor,
and a little longer, and hangs up.
"""

import logging
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from urllib.parse import urlencode

import msgspec
import websocket

from shared.domain.listening.mentions import Report, Retraction
from shared.networks import NETWORK_ERRORS, Heard, ThrottledError
from shared.networks.bluesky import events, keys
from shared.networks.bluesky.records import language_of, moment
from shared.networks.bluesky.xrpc import Xrpc
from shared.networks.rest import CLOCK_SKEW, READ_TIMEOUT

SECONDS = 3.0
"""In which a call hears what it can."""
QUIET = 0.5
"""Seconds without an event after which there is no more for now."""
MOST_EVENTS = 5_000
MOST_HEARD = 200
"""In one call; so many that their authors' handles can be asked for."""
_log = logging.getLogger(__name__)


class _Cursor(msgspec.Struct, omit_defaults=True):
    seq: int = 0
    since: datetime | None = None
    """What was written before is passed over: when listening began."""


class _StaleError(Exception):
    """The server does not know the cursor."""


def heard(base_url: str, did: str, line: Xrpc, cursor: str) -> Heard:
    """What is to the account ``did``. ``line`` is asked once for each author's handle.

    A cursor that is not known here or there starts from the oldest event that the server still has, with a warning in
    the log. Raises ThrottledError when the stream cannot be reached.
    """
    at = _read_cursor(cursor)
    listener = _Listener(did, line, at)
    try:
        listener.listen(base_url)
    except _StaleError:
        _log.warning("The server's stream does not reach as far as the cursor %s: it is heard from its oldest.", at.seq)
        listener = _Listener(did, line, _Cursor())
        listener.listen(base_url)
    return listener.heard()


def _read_cursor(cursor: str) -> _Cursor:
    if not cursor:
        return _Cursor(since=datetime.now(UTC) - CLOCK_SKEW)
    try:
        return msgspec.json.decode(cursor, type=_Cursor)
    except msgspec.MsgspecError:
        _log.warning("The cursor is none of ours: the server's stream is heard from its oldest.")
        return _Cursor()


class _Listener:
    def __init__(self, did: str, line: Xrpc, at: _Cursor) -> None:
        self._did = did
        self._line = line
        self._at = at
        self._reports: list[Report] = []
        self._retractions: list[Retraction] = []
        self._handles: dict[str, str] = {}
        self._more = False

    def heard(self) -> Heard:
        cursor = msgspec.json.encode(self._at).decode()
        reports, retractions = tuple(self._reports), tuple(self._retractions)
        return Heard(reports=reports, retractions=retractions, cursor=cursor, more=self._more)

    def listen(self, base_url: str) -> None:
        until = monotonic() + SECONDS
        with closing(_frames(base_url, self._at.seq)) as frames:
            for number, frame in enumerate(frames, 1):
                self._take(frame)
                heard = len(self._reports) + len(self._retractions)
                if number >= MOST_EVENTS or heard >= MOST_HEARD or monotonic() > until:
                    self._more = True
                    return

    def _take(self, frame: bytes) -> None:
        """Raises _StaleError; a frame that cannot be read says nothing."""
        halves = events.frame(frame)
        if halves is None:
            return
        what, body = halves
        said = events.read(events.Said, body)
        if what.op == -1 and said is not None and said.error == "FutureCursor":
            raise _StaleError
        if what.t == "#info" and said is not None and said.name == "OutdatedCursor":
            _log.warning("The server's stream has lost what came after the cursor %s.", self._at.seq)
        event = events.read(events.Event, body)
        # The reference server may send the event at the cursor once more, when it has just been written.
        if what.op != 1 or event is None or event.seq <= self._at.seq:
            return
        at = moment(event.time)
        is_old = at is not None and self._at.since is not None and at < self._at.since
        if what.t == "#commit" and event.repo != self._did and not is_old:
            self._take_commit(event)
        self._at = _Cursor(seq=event.seq, since=self._at.since)

    def _take_commit(self, event: events.Event) -> None:
        ops = [op for op in event.ops if op.is_of_a_post]
        for op in ops:
            if op.action == "delete":
                self._take_back(f"at://{event.repo}/{op.path}")
        if any(op.cid is not None for op in ops):
            blocks = events.records_of(event)
            for op in ops:
                post = events.read(events.Post, blocks.get(op.cid or b""))
                if post is not None and post.is_to(self._did):
                    report = self._report(event, op, post)
                    self._retractions = [one for one in self._retractions if one.external_id != report.external_id]
                    self._reports.append(report)

    def _take_back(self, uri: str) -> None:
        """Whether it was to the account cannot be known any more: only the inbox knows."""
        self._reports = [one for one in self._reports if one.external_id != uri]
        self._retractions.append(Retraction(network="bluesky", external_id=uri))

    def _report(self, event: events.Event, op: events.Operation, post: events.Post) -> Report:
        place = keys.Place(event.repo, *op.path.split("/", 1))
        return Report(
            network="bluesky",
            external_id=place.uri,
            author=self._handle_of(event.repo),
            text=post.text,
            url=place.url,
            posted_at=moment(post.createdAt) or moment(event.time),
            in_reply_to=post.reply.parent.uri if post.reply else "",
            conversation=post.reply.root.uri if post.reply else "",
            language=language_of(post.langs),
            edited_at=moment(event.time) if op.action == "update" else None,
        )

    def _handle_of(self, did: str) -> str:
        if did not in self._handles:
            try:
                owner = self._line.ask("com.atproto.repo.describeRepo", dict[str, Any], repo=did)
            except NETWORK_ERRORS:
                owner = {}
            self._handles[did] = str(owner.get("handle") or did)
        return self._handles[did]


def _frames(base_url: str, seq: int) -> Generator[bytes, None, None]:
    """Until it is quiet or the server hangs up. Raises ThrottledError when it cannot be reached."""
    address = "ws" + base_url.removeprefix("http").rstrip("/")
    query = urlencode({"cursor": seq})
    try:
        line = websocket.create_connection(
            f"{address}/xrpc/com.atproto.sync.subscribeRepos?{query}",
            timeout=READ_TIMEOUT,
            header={"User-Agent": "Backchannel"},
            suppress_origin=True,
            redirect_limit=0,
        )
    except (OSError, ValueError, websocket.WebSocketException) as unreachable:
        raise ThrottledError("The server's stream cannot be reached.", None) from unreachable
    try:
        line.settimeout(QUIET)
        while True:
            kind, frame = line.recv_data()
            if kind == websocket.ABNF.OPCODE_CLOSE:
                return
            yield frame
    except (OSError, websocket.WebSocketException):
        return
    finally:
        line.shutdown()  # type: ignore[no-untyped-call]
