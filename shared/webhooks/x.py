"""X: webhooks of its Activity API.

Source: https://docs.x.com/x-api/webhooks/introduction and https://docs.x.com/x-api/activity/introduction; what a
deletion says is in X's OpenAPI document. X tells of the deletions of those users that it was asked about, the brand
itself among them. A repost has no words of its own, and no post is told of as edited.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import ChallengeError, InvalidError
from shared.domain.listening.mentions import Report
from shared.domain.text import language
from shared.webhooks import fields
from shared.webhooks.heard import Event, Proof, UnknownEvent
from shared.webhooks.signatures import check, digest, header

MENTIONS = frozenset({"post.mention.create", "post.reply.create", "post.quote.create"})
DELETION = "post.delete"
NO_MESSAGES = frozenset({"post.create", "post.repost.create", "like.create", "follow.follow", "follow.unfollow"})
_TOKEN = re.compile(r"[A-Za-z0-9+/=_.-]{1,512}")


class _Filter(msgspec.Struct):
    user_id: str = ""


class _Referenced(msgspec.Struct):
    type: str
    id: str


class _LongText(msgspec.Struct):
    text: str = ""


class _Post(msgspec.Struct):
    id: str
    author_id: str
    text: str
    created_at: str | None = None
    in_reply_to_tweet_id: str | None = None
    conversation_id: str = ""
    lang: Any = None
    referenced_posts: list[_Referenced] = []
    referenced_tweets: list[_Referenced] = []
    note_post: _LongText | None = None
    note_tweet: _LongText | None = None


class _Deleted(msgspec.Struct):
    id: str
    author_id: str = ""


class _Metrics(msgspec.Struct):
    followers_count: int = 0


class _User(msgspec.Struct):
    id: str
    username: str = ""
    public_metrics: _Metrics = msgspec.field(default_factory=_Metrics)


class _Includes(msgspec.Struct):
    users: list[_User] = []


class _Data(msgspec.Struct):
    event_type: str = ""
    filter: _Filter = msgspec.field(default_factory=_Filter)
    payload: Any = None
    includes: Any = None


class _Event(msgspec.Struct):
    data: _Data = msgspec.field(default_factory=_Data)


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 X signs no time
    check(
        [header(headers, "x-twitter-webhooks-signature")],
        [_signature(key, body) for key in source.secrets if key],
    )


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    """Answers a challenge-response check with the first secret, the one now in use.

    A token is signed with the key that signs bodies. So only what cannot be a JSON object is signed: else
    anybody could have a body of their own signed by asking.
    """
    token = query.get("crc_token", "")
    if not _TOKEN.fullmatch(token):
        raise InvalidError("must be 1 to 512 of A-Z a-z 0-9 + / = _ . -", "crc_token")
    if not source.secrets or not source.secrets[0]:
        raise ChallengeError("This source has no secret.")
    answer = json.dumps({"response_token": _signature(source.secrets[0], token.encode())})
    return Proof("application/json", answer)


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    """One event. The account's posts about itself are no mentions; who deleted a post is not told apart."""
    data: _Data = fields.shaped(payload, _Event).data
    if data.event_type in MENTIONS:
        yield from _mention(source, data, now)
    elif data.event_type == DELETION:
        deleted: _Deleted = fields.shaped(data.payload, _Deleted, "data.payload")
        yield fields.retraction(source.network, deleted.id, "data.payload.id")
    elif data.event_type not in NO_MESSAGES:
        yield UnknownEvent(fields.event_type(data.event_type))


def _mention(source: Source, data: _Data, now: datetime) -> Iterator[Report]:
    post: _Post = fields.shaped(data.payload, _Post, "data.payload")
    if post.author_id == data.filter.user_id:
        return
    includes: _Includes = fields.shaped(data.includes or {}, _Includes, "data.includes")
    author = next((user for user in includes.users if user.id == post.author_id), _User(post.author_id))
    handle = fields.author(author.username or post.author_id, "data.includes.users.username")
    post_id = fields.identity(post.id, "data.payload.id")
    long_text = post.note_post or post.note_tweet
    yield Report(
        network=source.network,
        external_id=post_id,
        author=handle,
        text=fields.message((long_text and long_text.text) or post.text, "data.payload.text"),
        url=fields.link(f"https://x.com/{author.username or 'i'}/status/{post_id}"),
        posted_at=fields.moment(post.created_at, now),
        followers=fields.count(author.public_metrics.followers_count),
        in_reply_to=fields.identity(_answered(post), "data.payload.referenced_posts", empty=True),
        conversation=fields.identity(post.conversation_id, "data.payload.conversation_id", empty=True),
        language=language(post.lang),
    )


def _answered(post: _Post) -> str:
    referenced = (*post.referenced_posts, *post.referenced_tweets)
    replied_to = next((other.id for other in referenced if other.type == "replied_to"), "")
    return post.in_reply_to_tweet_id or replied_to


def _signature(secret: str, message: bytes) -> str:
    return "sha256=" + b64encode(digest(secret.encode(), message)).decode()
