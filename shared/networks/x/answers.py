"""The part of X's answers that is used, as its OpenAPI document has them (https://api.x.com/2/openapi.json).

That document calls fields after posts (``referenced_posts``, ``post_count``) that X's pages still call after tweets:
both are read.
"""

from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import msgspec

from shared.domain.engagement import Engagement
from shared.domain.posts import Published
from shared.networks import Shown
from shared.networks.rest import shaped
from shared.networks.x.refusals import Problem
from shared.networks.x.shown import Link, readable

IDS_BEGAN = 1_288_834_974_657
"""Unix time in milliseconds from which ids count."""
ID_TIME_SHIFT = 22
"""Bits of an id below its time: who made it, and which in its millisecond."""
ANSWERED, SHARED = "replied_to", "retweeted"

Id = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{1,19}\Z")]
T = TypeVar("T")


def read(kind: type[T], body: Any) -> T:
    return shaped(kind, body, "X")


def moment(id_: str) -> datetime:
    """When the post with this id was made. Source: https://docs.x.com/fundamentals/x-ids"""
    return datetime.fromtimestamp(((int(id_) >> ID_TIME_SHIFT) + IDS_BEGAN) / 1000, UTC)


def published(id_: str) -> Published:
    """Where a post can be seen: at an address that needs no handle, which may change."""
    return Published(external_id=id_, url=f"https://x.com/i/web/status/{id_}", at=moment(id_))


class _Created(msgspec.Struct):
    id: Id


class Created(msgspec.Struct):
    data: _Created


class _Deletion(msgspec.Struct):
    deleted: bool


class Deleted(msgspec.Struct):
    data: _Deletion | None = None
    errors: list[Problem] = []


class _Reference(msgspec.Struct):
    type: str
    id: str


class _Entities(msgspec.Struct):
    urls: list[Link] | None = None


class _LongText(msgspec.Struct):
    text: str
    entities: _Entities | None = None


class _Attachments(msgspec.Struct):
    media_keys: list[str] | None = None


class Post(msgspec.Struct):
    id: Id
    text: str
    author_id: str = ""
    conversation_id: str = ""
    lang: Any = None
    entities: _Entities | None = None
    note_post: _LongText | None = None
    note_tweet: _LongText | None = None
    referenced_posts: list[_Reference] = []
    referenced_tweets: list[_Reference] = []
    attachments: _Attachments | None = None

    @property
    def at(self) -> datetime:
        return moment(self.id)

    @property
    def in_reply_to(self) -> str:
        references = (*self.referenced_posts, *self.referenced_tweets)
        return next((other.id for other in references if other.type == ANSWERED), "")

    @property
    def is_share(self) -> bool:
        return any(other.type == SHARED for other in (*self.referenced_posts, *self.referenced_tweets))

    @property
    def pictures(self) -> int:
        return len(self.attachments.media_keys or ()) if self.attachments else 0

    @property
    def words(self) -> str:
        """Its whole text as its author wrote it: a long one is cut where X shows posts to those who do not ask."""
        long_text = self.note_post or self.note_tweet
        text, entities = (long_text.text, long_text.entities) if long_text else (self.text, self.entities)
        return readable(text, (entities and entities.urls) or ())

    @property
    def shown(self) -> Shown:
        return Shown(published=published(self.id), text=" ".join(self.words.split()))


class OnePost(msgspec.Struct):
    data: Post | None = None
    errors: list[Problem] = []


class _PostMetrics(msgspec.Struct):
    like_count: int | None = None
    reply_count: int | None = None
    repost_count: int | None = None
    retweet_count: int | None = None
    quote_count: int | None = None
    impression_count: int | None = None

    @property
    def engagement(self) -> Engagement:
        return Engagement(
            likes=self.like_count,
            replies=self.reply_count,
            reposts=self.retweet_count if self.repost_count is None else self.repost_count,
            quotes=self.quote_count,
            views=self.impression_count,
        )


class _CountedPost(msgspec.Struct):
    id: Id
    public_metrics: _PostMetrics = msgspec.field(default_factory=_PostMetrics)


class Counted(msgspec.Struct):
    """Posts by their ids. ``data`` is left out where none is there any more; ``errors`` name those that are gone."""

    data: list[_CountedPost] = []
    errors: list[Problem] = []


class _Metrics(msgspec.Struct):
    followers_count: int | None = None
    following_count: int | None = None
    post_count: int | None = None
    tweet_count: int | None = None

    @property
    def posts(self) -> int | None:
        return self.tweet_count if self.post_count is None else self.post_count


class User(msgspec.Struct):
    id: Id
    username: str
    created_at: datetime | None = None
    description: str = ""
    profile_image_url: str | None = None
    public_metrics: _Metrics = msgspec.field(default_factory=_Metrics)


class OneUser(msgspec.Struct):
    data: User


class _Meta(msgspec.Struct):
    next_token: str | None = None
    newest_id: str | None = None


class _Includes(msgspec.Struct):
    users: list[User] = []


class Posts(msgspec.Struct):
    """A page. ``data`` is left out of an empty one, and ``meta`` of what is none: then ``errors`` say why."""

    meta: _Meta
    data: list[Post] = []
    includes: _Includes = msgspec.field(default_factory=_Includes)


class Users(msgspec.Struct):
    meta: _Meta
    data: list[User] = []


class _Processing(msgspec.Struct):
    state: str = ""


class _Uploaded(msgspec.Struct):
    id: Id
    processing_info: _Processing | None = None


class Uploaded(msgspec.Struct):
    data: _Uploaded
