"""X: webhooks of its Activity API.

Source: https://docs.x.com/x-api/webhooks/introduction and https://docs.x.com/x-api/activity/introduction
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import InvalidError
from shared.domain.mentions import Report
from shared.webhooks import fields
from shared.webhooks.signatures import ChallengeError, check, digest, header

MENTIONS = frozenset({"post.mention.create", "post.reply.create", "post.quote.create"})
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
    referenced_posts: list[_Referenced] = []
    referenced_tweets: list[_Referenced] = []
    note_post: _LongText | None = None
    note_tweet: _LongText | None = None


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


def challenge(source: Source, query: Mapping[str, str]) -> tuple[str, str]:
    """Answers a challenge-response check with the first secret, the one now in use.

    A token is signed with the key that signs bodies. So only what cannot be a JSON object is signed: else
    anybody could have a body of their own signed by asking.
    """
    token = query.get("crc_token", "")
    if not _TOKEN.fullmatch(token):
        raise InvalidError("must be 1 to 512 of A-Z a-z 0-9 + / = _ . -", "crc_token")
    if not source.secrets or not source.secrets[0]:
        raise ChallengeError("This source has no secret.")
    return "application/json", json.dumps({"response_token": _signature(source.secrets[0], token.encode())})


def reports(source: Source, payload: object, now: datetime) -> list[Report]:
    """The post of a mention event; none for other events, nor for the account's posts about itself."""
    data: _Data = fields.shaped(payload, _Event).data
    if data.event_type not in MENTIONS:
        return []
    post: _Post = fields.shaped(data.payload, _Post, "data.payload")
    if post.author_id == data.filter.user_id:
        return []
    includes: _Includes = fields.shaped(data.includes or {}, _Includes, "data.includes")
    author = next((user for user in includes.users if user.id == post.author_id), _User(post.author_id))
    handle = fields.author(author.username or post.author_id, "data.includes.users.username")
    post_id = fields.identity(post.id, "data.payload.id")
    long_text = post.note_post or post.note_tweet
    return [
        Report(
            network=source.network,
            external_id=post_id,
            author=handle,
            text=fields.message((long_text and long_text.text) or post.text, "data.payload.text"),
            url=fields.link(f"https://x.com/{author.username or 'i'}/status/{post_id}"),
            posted_at=fields.moment(post.created_at, now),
            followers=fields.count(author.public_metrics.followers_count),
            in_reply_to=fields.identity(_answered(post), "data.payload.referenced_posts", empty=True),
        )
    ]


def _answered(post: _Post) -> str:
    referenced = (*post.referenced_posts, *post.referenced_tweets)
    replied_to = next((other.id for other in referenced if other.type == "replied_to"), "")
    return post.in_reply_to_tweet_id or replied_to


def _signature(secret: str, message: bytes) -> str:
    return "sha256=" + b64encode(digest(secret.encode(), message)).decode()
