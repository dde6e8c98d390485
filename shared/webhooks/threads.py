"""Threads: Meta's signature and challenge around a payload of its own.

Source: https://developers.facebook.com/docs/threads/webhooks. How they are signed is not said there: taken to be as
Meta's other webhooks are.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.listening.mentions import Report
from shared.webhooks import fields
from shared.webhooks.heard import Event, UnknownEvent
from shared.webhooks.meta import challenge, verify

__all__ = ["challenge", "events", "verify"]

WRITTEN = frozenset({"replies", "mentions"})
DELETED = "delete"
NO_MESSAGES = frozenset({"publish"})
"""What the account itself put up."""
NETWORK = "threads"


class _Reference(msgspec.Struct):
    id: str = ""
    username: str = ""


class _Medium(msgspec.Struct):
    id: str
    username: str = ""
    text: str = ""
    permalink: str | None = None
    timestamp: str | int | None = None
    replied_to: _Reference = msgspec.field(default_factory=_Reference)
    root_post: _Reference = msgspec.field(default_factory=_Reference)


class _Change(msgspec.Struct):
    field: str = ""
    value: Any = None


class _Payload(msgspec.Struct):
    values: _Change | list[_Change]


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:  # noqa: ARG001 it is on Threads
    values = fields.shaped(payload, _Payload).values
    changes = [("values", values)] if isinstance(values, _Change) else []
    if isinstance(values, list):
        changes = [(f"values[{index}]", change) for index, change in enumerate(values)]
    for place, change in changes:
        if change.field in WRITTEN | {DELETED}:
            medium: _Medium = fields.shaped(change.value, _Medium, f"{place}.value")
            yield from _of_medium(medium, change.field, f"{place}.value", now)
        elif change.field not in NO_MESSAGES:
            yield UnknownEvent(fields.event_type(change.field))


def _of_medium(medium: _Medium, field: str, place: str, now: datetime) -> Iterator[Event]:
    if field == DELETED:
        yield fields.retraction(NETWORK, medium.id, f"{place}.id")
        return
    own_thread = field == "replies" and medium.username == medium.root_post.username
    if own_thread and medium.username:
        return  # the account goes on under its own post
    yield Report(
        network=NETWORK,
        external_id=fields.identity(medium.id, f"{place}.id"),
        author=fields.author(medium.username, f"{place}.username"),
        text=fields.message(medium.text, f"{place}.text"),
        url=fields.link(medium.permalink),
        posted_at=fields.moment(medium.timestamp, now),
        in_reply_to=fields.identity(medium.replied_to.id, f"{place}.replied_to.id", empty=True),
        conversation=fields.identity(medium.root_post.id, f"{place}.root_post.id", empty=True),
    )
