"""Meta: webhooks of Facebook Pages and Instagram accounts: what others wrote there, changed, took back.

Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started, …/webhooks/reference/page and
https://developers.facebook.com/docs/instagram-platform/webhooks. Instagram tells of no deletion and no edit.
"""

import hmac
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import ChallengeError, InvalidError
from shared.domain.listening.mentions import Report
from shared.domain.text import clean
from shared.webhooks import fields
from shared.webhooks.heard import Event, Proof, UnknownEvent
from shared.webhooks.signatures import check, digest, header

ITEMS = frozenset({"comment", "link", "photo", "post", "share", "status", "video"})
"""What people write; likes and reactions are not messages."""
ADDED = frozenset({"add"})
CHANGED = frozenset({"edit", "edited", "update"})
REMOVED = frozenset({"delete", "remove"})
UNSEEN = frozenset({"block", "follow", "hide", "mute", "unblock", "unhide"})
"""What the Page does with a message."""
NO_MESSAGES = frozenset({"instagram.live_comments", "instagram.story_insights"})
LONGEST_CHALLENGE = 512


class _From(msgspec.Struct):
    id: str = ""
    name: str = ""
    username: str = ""


class _Value(msgspec.Struct, rename={"sender": "from"}):
    item: str = ""
    verb: str = ""
    post_id: str = ""
    comment_id: str = ""
    parent_id: str = ""
    message: str = ""
    sender: _From = msgspec.field(default_factory=_From)
    sender_id: str | int = ""
    sender_name: str = ""
    created_time: int | str | None = None
    permalink_url: str | None = None


class _Medium(msgspec.Struct):
    id: str = ""


class _Comment(msgspec.Struct, rename={"sender": "from"}):
    id: str
    text: str = ""
    parent_id: str = ""
    sender: _From = msgspec.field(default_factory=_From)
    media: _Medium = msgspec.field(default_factory=_Medium)


class _InstagramMention(msgspec.Struct):
    media_id: str
    comment_id: str = ""


class _Change(msgspec.Struct):
    field: str = ""
    value: Any = None


class _Entry(msgspec.Struct):
    id: str = ""
    time: Any = None
    changes: list[_Change] = []
    messaging: list[Any] = []


class _Payload(msgspec.Struct):
    object: str
    entry: list[_Entry] = []


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 Meta signs no time
    check(
        [header(headers, "x-hub-signature-256")],
        ["sha256=" + digest(secret.encode(), body).hex() for secret in source.secrets if secret],
    )


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    """Gives back ``hub.challenge`` to who knows the source's verify token."""
    given, known = query.get("hub.verify_token", "").encode(errors="replace"), source.verify_token.encode()
    if not hmac.compare_digest(given, known) or not known or query.get("hub.mode") != "subscribe":
        raise ChallengeError("The mode is not subscribe, or the verify token is not this source's.")
    return Proof("text/plain", clean(query.get("hub.challenge", ""), "hub.challenge", longest=LONGEST_CHALLENGE))


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:  # noqa: ARG001 each object has its network
    """What others wrote, changed and took back, in the order given; what the Page or account itself did is left out."""
    given: _Payload = fields.shaped(payload, _Payload)
    for at, entry in enumerate(given.entry):
        if entry.messaging:
            yield UnknownEvent(fields.event_type(f"{given.object}.messaging"))
        for index, change in enumerate(entry.changes):
            kind = f"{given.object}.{change.field}"
            if kind in _READ:
                yield from _READ[kind](change.value, entry, f"entry[{at}].changes[{index}].value", now)
            elif kind not in NO_MESSAGES:
                yield UnknownEvent(fields.event_type(kind))


def _own(author: str, entry: _Entry) -> bool:
    return author != "" and author == entry.id


def _of_page(given: object, entry: _Entry, place: str, now: datetime) -> Iterator[Event]:
    value: _Value = fields.shaped(given, _Value, place)
    author = value.sender.id or str(value.sender_id) or value.sender.name or value.sender_name
    if value.item not in ITEMS or value.verb in UNSEEN or _own(author, entry):
        return
    if value.verb not in ADDED | CHANGED | REMOVED:
        yield UnknownEvent(fields.event_type(f"page.{value.item}.{value.verb}"))
        return
    message_id, field = (value.comment_id, "comment_id") if value.comment_id else (value.post_id, "post_id")
    if not message_id:
        raise InvalidError("is missing", f"{place}.post_id")
    if value.verb in REMOVED:
        yield fields.retraction("facebook", message_id, f"{place}.{field}")
        return
    answered = (value.parent_id or value.post_id) if value.comment_id else ""
    yield Report(
        network="facebook",
        external_id=fields.identity(message_id, f"{place}.{field}"),
        author=fields.author(author, f"{place}.from"),
        text=fields.message(value.message, f"{place}.message"),
        url=fields.link(value.permalink_url or f"https://www.facebook.com/{message_id}"),
        posted_at=fields.moment(value.created_time, now),
        in_reply_to=fields.identity(answered, f"{place}.parent_id", empty=True),
        conversation=fields.identity(value.post_id if value.comment_id else "", f"{place}.post_id", empty=True),
        edited_at=fields.edited(entry.time, now) if value.verb in CHANGED else None,
    )


def _instagram_comment(given: object, entry: _Entry, place: str, now: datetime) -> Iterator[Event]:
    comment: _Comment = fields.shaped(given, _Comment, place)
    if _own(comment.sender.id, entry):
        return
    yield Report(
        network="instagram",
        external_id=fields.identity(comment.id, f"{place}.id"),
        author=fields.author(comment.sender.username or comment.sender.id, f"{place}.from"),
        text=fields.message(comment.text, f"{place}.text"),
        posted_at=fields.moment(entry.time, now),
        in_reply_to=fields.identity(comment.parent_id or comment.media.id, f"{place}.parent_id", empty=True),
        conversation=fields.identity(comment.media.id, f"{place}.media.id", empty=True),
    )


def _instagram_mention(given: object, entry: _Entry, place: str, now: datetime) -> Iterator[Event]:
    """Instagram says where the account was mentioned and neither by whom nor how: the ids alone are a mention too."""
    mention: _InstagramMention = fields.shaped(given, _InstagramMention, place)
    yield Report(
        network="instagram",
        external_id=fields.identity(mention.comment_id or mention.media_id, f"{place}.media_id"),
        author="",
        text="",
        posted_at=fields.moment(entry.time, now),
        in_reply_to=fields.identity(mention.media_id if mention.comment_id else "", f"{place}.media_id", empty=True),
    )


_READ: Mapping[str, Callable[[object, _Entry, str, datetime], Iterator[Event]]] = {
    "page.feed": _of_page,
    "page.mention": _of_page,
    "instagram.comments": _instagram_comment,
    "instagram.mentions": _instagram_mention,
}
"""By object and field."""
