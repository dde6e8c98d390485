"""One Page's line to Facebook, through the Pages API.

Sources: https://developers.facebook.com/docs/pages-api/posts, …/pages-api/comments-mentions and
https://developers.facebook.com/docs/graph-api/advanced for what a call can be told to read of what it made.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from time import monotonic

import msgspec

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Media, Part, Published
from shared.networks import (
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
)
from shared.networks.facebook import CAPABILITIES
from shared.networks.graph import FACEBOOK_VERSION, Graph, in_preparation, moment, node, shaped
from shared.networks.graph.containers import Made
from shared.networks.graph.text import comparable
from shared.networks.rest import CLOCK_SKEW, as_many_as_there_are, one_by_one

READ = "id,created_time,message,permalink_url"
POSTS = "/me/posts"
"""``me`` is the Page whose token it is; the edge has what the Page itself posted."""
MOST_IN_REPLY = 1
COUNTED = "reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)"
"""Of a post or a comment; a comment has no shares."""


class _Author(msgspec.Struct):
    id: str = ""


class _Entry(msgspec.Struct, rename={"author": "from"}):
    """The part of a post or a comment that is used.

    Sources: https://developers.facebook.com/docs/graph-api/reference/post and …/reference/comment
    """

    id: str
    created_time: str = ""
    message: str = ""
    permalink_url: str = ""
    author: _Author | None = None

    @property
    def at(self) -> datetime:
        return moment(self.created_time)

    @property
    def url(self) -> str:
        return self.permalink_url or f"https://www.facebook.com/{self.id}"

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=self.url, at=self.at)

    @property
    def shown(self) -> Shown:
        return Shown(published=self.published, text=self.message)


class _Total(msgspec.Struct):
    total_count: int | None = None


class _Summed(msgspec.Struct):
    """An edge of which nothing is asked but how much is on it."""

    summary: _Total = msgspec.field(default_factory=_Total)


class _Shares(msgspec.Struct):
    count: int | None = None


class _Counts(msgspec.Struct):
    """Left out of it is what Facebook does not tell, as of shares that nobody made."""

    reactions: _Summed = msgspec.field(default_factory=_Summed)
    comments: _Summed = msgspec.field(default_factory=_Summed)
    shares: _Shares = msgspec.field(default_factory=_Shares)

    @property
    def engagement(self) -> Engagement:
        return Engagement(
            likes=self.reactions.summary.total_count,
            replies=self.comments.summary.total_count,
            reposts=self.shares.count,
        )


class _Page(msgspec.Struct):
    """Source: https://developers.facebook.com/docs/graph-api/reference/page"""

    id: str
    name: str = ""
    username: str = ""


class FacebookConnection:
    def __init__(self, account: Account, credentials: Mapping[str, str], shelf: Shelf, *, base_url: str) -> None:
        self._client = account.client
        self._shelf = shelf
        self._graph = Graph(
            base_url,
            credentials.get("access_token", ""),
            version=FACEBOOK_VERSION,
            app_secret=credentials.get("app_secret", ""),
        )
        self._page: _Page | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Uploads the pictures, unpublished; ``prepared`` are their ids."""
        if part.in_reply_to and len(part.media) > MOST_IN_REPLY:
            raise RefusedError("A comment on Facebook takes one picture.")
        if part.in_reply_to:
            node(part.in_reply_to)
        deadline = monotonic() + timeout
        with in_preparation():
            uploaded = tuple(self._uploaded(media, deadline - monotonic()) for media in part.media)
        return Ready(part=part, attempt=attempt, prepared=uploaded)

    def _uploaded(self, media: Media, timeout: float) -> str:
        form = {"published": "false", "alt_text_custom": media.alt}
        content = self._shelf.content(self._client, media)
        answer = self._graph.post(
            "/me/photos", form, timeout=max(timeout, 0.1), files={"source": (media.sha256, content, media.kind)}
        )
        return shaped(Made, answer).id

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        part, pictures = ready.part, ready.prepared or ()
        form = {"message": part.text, "fields": READ}
        if part.in_reply_to:
            path = f"{node(part.in_reply_to)}/comments"
            form |= {"attachment_id": pictures[0]} if pictures else {}
        else:
            path = "/me/feed"
            for number, picture in enumerate(pictures):
                form[f"attached_media[{number}]"] = msgspec.json.encode({"media_fbid": picture}).decode()
        made = shaped(_Entry, self._graph.post(path, form, timeout=timeout))
        return Published(external_id=made.id, url=made.url, at=made.at if made.created_time else datetime.now(UTC))

    def closed_until(self) -> datetime | None:
        return self._graph.closed_until()

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads the Page's posts, or the comments on what was answered, newest first: a call for each 50.

        And one, once, for the Page's id, by which its own comments are told from others'.
        """
        since = attempt.started_at - CLOCK_SKEW
        for entry in self._comments(part.in_reply_to, since) if part.in_reply_to else self._posts(since):
            if comparable(entry.message) == comparable(part.text) and entry.id not in taken:
                return entry.published
        return None

    def recall(self, external_id: str) -> None:
        self._graph.delete(external_id)

    def visible(self, external_id: str) -> bool:
        return self._graph.visible(external_id, lambda: POSTS)

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Its posts; Facebook lists nowhere what a Page commented. As many calls as :meth:`find`."""
        return [post.shown for post in as_many_as_there_are(self._posts(since))]

    def _posts(self, since: datetime) -> Iterator[_Entry]:
        return self._graph.since(since, _Entry, POSTS, {"fields": READ, "since": str(int(since.timestamp()))})

    def _comments(self, on: str, since: datetime) -> Iterator[_Entry]:
        params = {"fields": f"{READ},from", "order": "reverse_chronological"}
        for comment in self._graph.since(since, _Entry, f"{node(on)}/comments", params):
            if comment.author is not None and comment.author.id == self._own_page().id:
                yield comment

    def identity(self) -> Identity:
        page = self._own_page()
        return Identity(external_id=page.id, handle=page.username or page.name)

    def _own_page(self) -> _Page:
        """Asked for once."""
        if self._page is None:
            self._page = shaped(_Page, self._graph.get("/me", {"fields": "id,name,username"}))
        return self._page

    def mentions(self, cursor: str) -> Heard:
        raise NotOfferedError(CAPABILITIES.cannot["poll"])

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """A call for each. Reactions of every kind are likes."""
        return one_by_one(posts, self._counted)

    def _counted(self, post: Posted) -> Engagement | None:
        fields = COUNTED if post.is_reply else f"{COUNTED},shares"
        answer = self._graph.get_if_there(node(post.external_id), {"fields": fields})
        return None if answer is None else shaped(_Counts, answer).engagement
