"""One account's line to its Bluesky server (PDS). Source: https://docs.bsky.app/docs/category/http-reference"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Media, Part, Published
from shared.networks import (
    Followers,
    Heard,
    Identity,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
    ThrottledError,
)
from shared.networks.bluesky import keys, session
from shared.networks.bluesky.records import (
    Found,
    Reference,
    Reply,
    Uploaded,
    Written,
    post,
    published,
    put_up_at,
    shown,
)
from shared.networks.bluesky.text import facets
from shared.networks.bluesky.xrpc import GoneError, Xrpc
from shared.networks.rest import READ_TIMEOUT, Deadline

PAGE = 100
MOST_PAGES = 4


class _Head(msgspec.Struct):
    cid: str


class _Page(msgspec.Struct):
    records: list[Found]
    cursor: str | None = None


class _Resolved(msgspec.Struct):
    did: str


class _Owner(msgspec.Struct):
    did: str
    handle: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    place: keys.Place
    record: dict[str, Any]
    head: str
    """The commit that the repository stood at: the post is only taken while it still does."""


def _within(seconds: float) -> Deadline:
    return Deadline(seconds, "The server was too slow for the post to be made ready in time.")


class BlueskyConnection:
    def __init__(self, account: Account, credentials: Mapping[str, str], shelf: Shelf) -> None:
        self._account = account
        self._credentials = credentials
        self._shelf = shelf
        self._session = session.kept(credentials)
        self._closed_until: datetime | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """A call for the head, and one each for the post that is answered, for a name that is mentioned, a picture."""
        deadline = _within(timeout)
        try:
            line = self._line(deadline)
            record = post(
                part,
                attempt,
                reply=self._reply_to(part.in_reply_to, line, deadline) if part.in_reply_to else None,
                facets=facets(part.text, lambda handle: self._did_of(handle, line, deadline)),
                blobs=[self._upload(media, line, deadline) for media in part.media],
            )
            # Last, since whatever else the account does moves it.
            head = line.ask("com.atproto.sync.getLatestCommit", _Head, did=self._did, timeout=deadline.left())
        except OutcomeUnknownError as unready:
            raise ThrottledError(f"The post could not be made ready: {unready.reason}", None) from unready
        return Ready(part=part, attempt=attempt, prepared=_Prepared(self._own_place(attempt), record, head.cid))

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        """With a key of the attempt's own, so that a resend writes the same record or finds it there."""
        deadline, prepared = _within(timeout), ready.prepared
        try:
            line = self._line(deadline)
        except OutcomeUnknownError as closed:
            raise ThrottledError(f"Nothing was sent: {closed.reason}", None) from closed
        body = {
            "repo": prepared.place.did,
            "collection": prepared.place.collection,
            "rkey": prepared.place.key,
            "record": prepared.record,
            "swapCommit": prepared.head,
        }
        line.do("com.atproto.repo.putRecord", Reference, body, timeout=deadline.left())
        self._closed_until = line.closed_until()
        return published(prepared.place, Written(createdAt=prepared.record["createdAt"]))

    def closed_until(self) -> datetime | None:
        return self._closed_until

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """One call: the attempt's own key."""
        line = self._line(_within(READ_TIMEOUT))
        place = self._own_place(attempt)
        found = _record(line, place, READ_TIMEOUT)
        if found is None or place.uri in taken:
            return None
        written = found.written
        answers = written.reply.parent.uri if written.reply else ""
        same = written.text == part.text and answers == part.in_reply_to
        return published(place, written) if same else None

    def recall(self, external_id: str) -> None:
        """The server says the same of a record that is gone."""
        line = self._line(_within(READ_TIMEOUT))
        place = keys.place(external_id)
        if place.did != self._did:
            raise RefusedError("That post is another account's.")
        body = {"repo": place.did, "collection": place.collection, "rkey": place.key}
        line.tell("com.atproto.repo.deleteRecord", body)

    def visible(self, external_id: str) -> bool:
        return _record(self._line(_within(READ_TIMEOUT)), keys.place(external_id), READ_TIMEOUT) is not None

    def fence(self) -> None:
        """Afterwards no post can land that was made ready before: the repository's head, which each names, has moved.

        An empty commit: nothing in the repository changes. What :meth:`find` says after it is final. Its own outcome
        may be unknown; then it is to be called again.
        """
        line = self._line(_within(READ_TIMEOUT))
        line.tell("com.atproto.repo.applyWrites", {"repo": self._did, "writes": []})

    def recent(self, since: datetime) -> Sequence[Shown]:
        """At most :data:`MOST_PAGES` calls for posts and as many for shares."""
        found = [one for collection in (keys.POST, keys.REPOST) for one in self._since(since, collection)]
        return [shown(one) for one in sorted(found, key=put_up_at, reverse=True)]

    def _since(self, since: datetime, collection: str) -> list[Found]:
        line = self._line(_within(READ_TIMEOUT))
        found: list[Found] = []
        cursor: str | None = None
        for _ in range(MOST_PAGES):
            page = line.ask(
                "com.atproto.repo.listRecords",
                _Page,
                repo=self._did,
                collection=collection,
                limit=PAGE,
                cursor=cursor,
            )
            late = [one for one in page.records if put_up_at(one) >= since]
            found += late
            if len(late) < len(page.records) or page.cursor is None:
                break
            cursor = page.cursor
        return found

    def identity(self) -> Identity:
        owner = self._line(_within(READ_TIMEOUT)).ask("com.atproto.server.getSession", _Owner)
        return Identity(external_id=owner.did, handle=owner.handle)

    def mentions(self, cursor: str) -> Heard:
        """By notifications, or, where a server has none, by the stream of all that its accounts write."""
        line = self._line(_within(READ_TIMEOUT))
        if self._credentials.get("listen") == "stream":
            from shared.networks.bluesky import stream  # noqa: PLC0415  its libraries load only when it is used

            return stream.heard(self._server, self._did, line, cursor)
        from shared.networks.bluesky import notifications  # noqa: PLC0415

        return notifications.heard(line, cursor)

    def followers(self, most: int) -> Followers:
        from shared.networks.bluesky import people  # noqa: PLC0415

        return people.followers(self._line(_within(READ_TIMEOUT)), self._did, most)

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """By the AppView behind the account's server; a server that has none counts nothing."""
        from shared.networks.bluesky import counts  # noqa: PLC0415

        return counts.engagement(self._line(_within(READ_TIMEOUT)), [post.external_id for post in posts])

    def _line(self, deadline: Deadline) -> Xrpc:
        """Signs in first, where no session was handed over."""
        if self._session is None:
            self._session = session.created(self._account.base_url, self._credentials, timeout=deadline.left())
        return Xrpc(self._server, self._session.access_token)

    @property
    def _server(self) -> str:
        return (self._session.pds if self._session else "") or self._account.base_url

    @property
    def _did(self) -> str:
        return self._session.did if self._session else ""

    def _own_place(self, attempt: Attempt) -> keys.Place:
        return keys.Place(self._did, keys.POST, keys.record_key(attempt))

    def _reply_to(self, uri: str, line: Xrpc, deadline: Deadline) -> Reply:
        """Both ends of the thread. Source: https://docs.bsky.app/docs/tutorials/creating-a-post"""
        place = keys.place(uri)
        found = _record(line, place, deadline.left())
        if found is None or place.collection != keys.POST:
            raise RefusedError("The post that is answered is gone.")
        parent = Reference(uri=found.uri, cid=found.cid)
        above = found.written.reply
        return Reply(root=above.root if above else parent, parent=parent)

    def _did_of(self, handle: str, line: Xrpc, deadline: Deadline) -> str | None:
        try:
            found = line.ask("com.atproto.identity.resolveHandle", _Resolved, handle=handle, timeout=deadline.left())
        except RefusedError:
            return None
        return found.did

    def _upload(self, media: Media, line: Xrpc, deadline: Deadline) -> dict[str, Any]:
        """Nobody sees it until a post names it, and the server forgets it if none does."""
        content = self._shelf.content(self._account.client, media)
        name = "com.atproto.repo.uploadBlob"
        return line.upload(name, Uploaded, content, media.kind, timeout=deadline.left()).blob


def _record(line: Xrpc, place: keys.Place, timeout: float) -> Found | None:
    try:
        return line.ask(
            "com.atproto.repo.getRecord",
            Found,
            repo=place.did,
            collection=place.collection,
            rkey=place.key,
            timeout=timeout,
        )
    except GoneError:
        return None
