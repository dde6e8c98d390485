"""One account's line to Threads.

Sources: https://developers.facebook.com/docs/threads/posts, …/threads/reply-management, …/threads/reference
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

import msgspec

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.listening.mentions import Report
from shared.domain.posts import Media, Part, Published
from shared.networks import (
    NETWORK_ERRORS,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    Posted,
    Ready,
    Shelf,
    Shown,
)
from shared.networks.graph import Graph, in_preparation, moment, node, shaped
from shared.networks.graph.containers import Containers, Made
from shared.networks.graph.text import comparable
from shared.networks.rest import CLOCK_SKEW, as_many_as_there_are, one_by_one
from shared.networks.threads import CAPABILITIES

VERSION = "v1.0"
CONTAINERS = "/me/threads"
POSTS = "/me/threads"
REPLIES = "/me/replies"
MENTIONS = "/me/mentions"
READ = "id,text,timestamp,permalink,replied_to"
METRICS = ("views", "likes", "replies", "reposts", "quotes")
HEARD = f"{READ},username"
SITE = "https://www.threads.com/"
"""Where a post is seen that Threads gives no address of, as of one that is said to hold others' property."""


class _Named(msgspec.Struct):
    id: str


class _Thread(msgspec.Struct):
    """The part of a post that is used. Source: https://developers.facebook.com/docs/threads/threads-media"""

    id: str
    timestamp: str
    text: str = ""
    permalink: str = ""
    username: str = ""
    replied_to: _Named | None = None

    @property
    def at(self) -> datetime:
        return moment(self.timestamp)

    @property
    def answers(self) -> str:
        return self.replied_to.id if self.replied_to else ""

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=self.permalink or SITE, at=self.at)

    @property
    def shown(self) -> Shown:
        return Shown(published=self.published, text=self.text)

    @property
    def report(self) -> Report:
        return Report(
            network="threads",
            external_id=self.id,
            author=self.username,
            text=self.text,
            url=self.permalink,
            posted_at=self.at,
            in_reply_to=self.answers,
        )


class _Value(msgspec.Struct):
    value: int


class _Metric(msgspec.Struct):
    name: str
    values: list[_Value] = []


class _Insights(msgspec.Struct):
    """Source: https://developers.facebook.com/docs/threads/insights. What it does not know it leaves out."""

    data: list[_Metric] = []

    @property
    def engagement(self) -> Engagement:
        told = {metric.name: metric.values[0].value for metric in self.data if metric.values}
        return Engagement(**{name: told.get(name) for name in METRICS})


class _Owner(msgspec.Struct):
    """Source: https://developers.facebook.com/docs/threads/threads-profiles"""

    id: str
    username: str


@dataclass(frozen=True, slots=True)
class _Heard:
    """How far mentions were heard, as a cursor says it: the time of the newest, and all of that second."""

    at: datetime
    ids: frozenset[str] = frozenset()

    @staticmethod
    def of(cursor: str) -> "_Heard":
        """One that is none of ours is before the oldest."""
        time_, _, ids = cursor.partition(" ")
        try:
            return _Heard(datetime.fromisoformat(time_).astimezone(UTC), frozenset(ids.split()))
        except (ValueError, OverflowError):
            return _Heard(datetime.min.replace(tzinfo=UTC))

    def and_then(self, new: Sequence[_Thread]) -> "_Heard":
        """``new``: oldest first."""
        if not new:
            return self
        at = new[-1].at
        ids = frozenset(one.id for one in new if one.at == at)
        return _Heard(at, ids | self.ids if at == self.at else ids)

    def __str__(self) -> str:
        return " ".join([self.at.isoformat(), *sorted(self.ids)])


class ThreadsConnection:
    def __init__(
        self,
        account: Account,
        credentials: Mapping[str, str],
        shelf: Shelf,
        *,
        base_url: str,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._account = account
        self._shelf = shelf
        self._graph = Graph(base_url, credentials.get("access_token", ""), version=VERSION, names_next=False)
        self._containers = Containers(self._graph, "status,error_message", pause)
        self._owner: _Owner | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Makes the container and waits until it can be published; ``prepared`` is its id."""
        deadline = monotonic() + timeout
        with in_preparation():
            container = self._containers.ready(CONTAINERS, self._form(part, deadline), deadline=deadline)
        return Ready(part=part, attempt=attempt, prepared=container)

    def _form(self, part: Part, deadline: float) -> dict[str, str]:
        form = {"text": part.text} | ({"reply_to_id": node(part.in_reply_to)[1:]} if part.in_reply_to else {})
        if not part.media:
            return form | {"media_type": "TEXT"}
        if len(part.media) == 1:
            return form | self._picture(part.media[0])
        children = [
            self._containers.ready(CONTAINERS, self._picture(media) | {"is_carousel_item": "true"}, deadline=deadline)
            for media in part.media
        ]
        return form | {"media_type": "CAROUSEL", "children": ",".join(children)}

    def _picture(self, media: Media) -> dict[str, str]:
        alt = {"alt_text": media.alt} if media.alt else {}
        return {"media_type": "IMAGE", "image_url": self._shelf.link(self._account.client, media)} | alt

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        """One call, and a second one that reads where it stands, for which the first one's answer has only an id."""
        deadline = monotonic() + timeout
        answer = self._graph.post("/me/threads_publish", {"creation_id": ready.prepared}, timeout=timeout)
        made = shaped(Made, answer)
        with suppress(*NETWORK_ERRORS):
            if (left := deadline - monotonic()) > 0:
                return shaped(_Thread, self._graph.get(node(made.id), {"fields": READ}, timeout=left)).published
        return Published(external_id=made.id, url=self._profile, at=datetime.now(UTC))

    @property
    def _profile(self) -> str:
        """Where a post of which no more than its id is known can be seen."""
        return f"{SITE}@{self._account.handle}"

    def closed_until(self) -> datetime | None:
        return self._graph.closed_until()

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads the account's own posts, or its replies, newest first: a call for each 50."""
        since = attempt.started_at - CLOCK_SKEW
        for thread in self._own(REPLIES if part.in_reply_to else POSTS, since):
            same = thread.answers == part.in_reply_to and comparable(thread.text) == comparable(part.text)
            if same and thread.id not in taken:
                return thread.published
        return None

    def recall(self, external_id: str) -> None:
        self._graph.delete(external_id)

    def visible(self, external_id: str) -> bool:
        return self._graph.visible(external_id, lambda: POSTS)

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Twice as many calls as :meth:`find`."""
        own = [thread for edge in (POSTS, REPLIES) for thread in as_many_as_there_are(self._own(edge, since))]
        return [thread.shown for thread in sorted(own, key=lambda thread: thread.at, reverse=True)]

    def _own(self, edge: str, since: datetime) -> Iterator[_Thread]:
        return self._graph.since(since, _Thread, edge, {"fields": READ, "since": str(int(since.timestamp()))})

    def identity(self) -> Identity:
        if self._owner is None:
            self._owner = shaped(_Owner, self._graph.get("/me", {"fields": "id,username"}))
        return Identity(external_id=self._owner.id, handle=self._owner.username)

    def mentions(self, cursor: str) -> Heard:
        """Public posts that name the account; replies to its posts come by webhook. A call for each 50."""
        if not cursor:
            return Heard(reports=(), cursor=str(_Heard(datetime.now(UTC).replace(microsecond=0))))
        last = _Heard.of(cursor)
        there = as_many_as_there_are(self._graph.since(last.at, _Thread, MENTIONS, {"fields": HEARD}))
        new = sorted((one for one in there if one.id not in last.ids), key=lambda one: one.at)
        return Heard(reports=tuple(one.report for one in new), cursor=str(last.and_then(new)))

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """A call for each, which needs ``threads_manage_insights``."""
        return one_by_one(posts, self._counted)

    def _counted(self, post: Posted) -> Engagement | None:
        path = f"{node(post.external_id)}/insights"
        answer = self._graph.get_if_there(path, {"metric": ",".join(METRICS)})
        return None if answer is None else shaped(_Insights, answer).engagement
