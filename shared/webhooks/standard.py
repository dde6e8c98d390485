"""Standard Webhooks: our own documented form, for monitoring tools that can be told what to send.

The signing is theirs, the payloads are ours (``events/schemas/mention.created.json``, ``mention.changed.json`` and
``mention.deleted.json``).
Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import SignatureError
from shared.domain.listening.mentions import Report
from shared.domain.text import language
from shared.webhooks import fields
from shared.webhooks.heard import Event, UnknownEvent
from shared.webhooks.signatures import check, check_time, digest, header

_Id = Annotated[str, msgspec.Meta(min_length=1, max_length=fields.LONGEST_ID)]


class Item(msgspec.Struct, kw_only=True):
    """One message as a tool saw it."""

    external_id: Annotated[
        _Id | None,
        msgspec.Meta(
            description="The network's own id of the message: two tools that report it must say the same. "
            "Null where a tool has none: then it is known again by its author, its words and its time.",
        ),
    ]
    author: Annotated[str, msgspec.Meta(description="Handle of who wrote it, with or without @.")]
    text: Annotated[str, msgspec.Meta(description="The message; may be empty.")]
    network: Annotated[str | None, msgspec.Meta(description="Left out, it is the source's network.")] = None
    url: str | None = None
    posted_at: Annotated[
        str | int | float | None, msgspec.Meta(description="ISO 8601 with a zone, or Unix seconds.")
    ] = None
    followers: Annotated[int | float | None, msgspec.Meta(description="How many follow the author.")] = None
    in_reply_to: Annotated[str | None, msgspec.Meta(description="The network's id of the message that it answers.")] = (
        None
    )
    conversation: Annotated[
        str | None, msgspec.Meta(description="The network's id of the message that began the conversation.")
    ] = None
    language: Annotated[str | None, msgspec.Meta(description="A language tag, where the network tells it.")] = None


class ChangedItem(Item, kw_only=True):
    """One message as its author changed it."""

    external_id: _Id
    edited_at: Annotated[
        str | int | float | None, msgspec.Meta(description="Written like posted_at; left out, it is now.")
    ] = None


class DeletedItem(msgspec.Struct, kw_only=True):
    """One message that its author took back."""

    external_id: _Id
    network: Annotated[str | None, msgspec.Meta(description="Left out, it is the source's network.")] = None


class MentionCreated(msgspec.Struct, kw_only=True):
    """A payload: one message, or many."""

    type: Literal["mention.created"]
    data: Item | list[Item]


class MentionChanged(msgspec.Struct, kw_only=True):
    """A payload: one message, or many. Believed for the source's own network."""

    type: Literal["mention.changed"]
    data: ChangedItem | list[ChangedItem]


class MentionDeleted(msgspec.Struct, kw_only=True):
    """A payload: one message, or many. Believed for the source's own network."""

    type: Literal["mention.deleted"]
    data: DeletedItem | list[DeletedItem]


PAYLOADS: Mapping[str, type[Any]] = {
    "mention.created": MentionCreated,
    "mention.changed": MentionChanged,
    "mention.deleted": MentionDeleted,
}


class _Event(msgspec.Struct):
    type: str


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """HMAC-SHA256 over ``id.timestamp.body``, as ``v1,<base64>``; several may stand side by side."""
    message_id, timestamp = header(headers, "webhook-id"), header(headers, "webhook-timestamp")
    if not message_id:
        raise SignatureError("The header webhook-id is missing.")
    check_time(timestamp, now)
    signed = f"{message_id}.{timestamp}.".encode(errors="replace") + body
    check(
        header(headers, "webhook-signature").split(" "),
        ["v1," + b64encode(digest(_key(secret), signed)).decode() for secret in source.secrets if secret],
    )


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    type_: str = fields.shaped(payload, _Event).type
    if type_ not in PAYLOADS:
        yield UnknownEvent(fields.event_type(type_))
        return
    data = fields.shaped(payload, PAYLOADS[type_]).data
    if not isinstance(data, list):
        yield _event(source, data, "data", now)
        return
    for index, item in enumerate(data):
        yield _event(source, item, f"data[{index}]", now)


def _event(source: Source, item: Item | DeletedItem, place: str, now: datetime) -> Event:
    network = fields.network(item.network or source.network, f"{place}.network")
    if isinstance(item, DeletedItem):
        return fields.retraction(network, item.external_id, f"{place}.external_id")
    return Report(
        network=network,
        external_id=fields.identity(item.external_id or "", f"{place}.external_id", empty=item.external_id is None),
        author=fields.author(item.author, f"{place}.author"),
        text=fields.message(item.text, f"{place}.text"),
        url=fields.link(item.url),
        posted_at=fields.moment(item.posted_at, now),
        followers=fields.count(item.followers),
        in_reply_to=fields.identity(item.in_reply_to or "", f"{place}.in_reply_to", empty=True),
        conversation=fields.identity(item.conversation or "", f"{place}.conversation", empty=True),
        language=language(item.language),
        edited_at=fields.edited(item.edited_at, now) if isinstance(item, ChangedItem) else None,
    )


def _key(secret: str) -> bytes:
    encoded = secret.removeprefix("whsec_").rstrip("=")
    return b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
