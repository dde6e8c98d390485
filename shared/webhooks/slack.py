"""Slack, and whatever signs as it does: messages of the channels that an app is in, changed and deleted ones too.

Source: https://docs.slack.dev/authentication/verifying-requests-from-slack and https://docs.slack.dev/apis/events-api
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from shared.domain.accounts import Source
from shared.domain.listening.mentions import Report
from shared.domain.text import clean
from shared.webhooks import fields
from shared.webhooks.heard import Event, Proof, UnknownEvent
from shared.webhooks.signatures import check, check_time, digest, header

VERIFICATION = "url_verification"
CALLBACK = "event_callback"
MESSAGES = frozenset({"message", "app_mention"})
WRITTEN = frozenset({"", "bot_message", "file_share", "me_message", "thread_broadcast"})
"""Subtypes."""
CHANGED = "message_changed"
DELETED = "message_deleted"
LONGEST_CHALLENGE = 512


class _Edited(msgspec.Struct):
    ts: str = ""


class _Message(msgspec.Struct):
    ts: str = ""
    text: str | None = None
    user: str | None = None
    bot_id: str | None = None
    thread_ts: str | None = None
    edited: _Edited | None = None


class _Event(_Message):
    type: str = ""
    subtype: str | None = None
    channel: str = ""
    message: _Message | None = None
    deleted_ts: str = ""


class _Payload(msgspec.Struct):
    type: str
    challenge: str = ""
    event: _Event | None = None


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    timestamp = header(headers, "x-slack-request-timestamp")
    check_time(timestamp, now)
    signed = f"v0:{timestamp}:".encode() + body
    check(
        [header(headers, "x-slack-signature")],
        ["v0=" + digest(secret.encode(), signed).hex() for secret in source.secrets if secret],
    )


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    given: _Payload = fields.shaped(payload, _Payload)
    if given.type == VERIFICATION:
        challenge = clean(given.challenge, "challenge", longest=LONGEST_CHALLENGE)
        yield Proof("application/json", json.dumps({"challenge": challenge}))
    elif given.type == CALLBACK and given.event is not None and given.event.type in MESSAGES:
        yield from _of_event(source, given.event, now)
    else:
        yield UnknownEvent(fields.event_type(given.event.type if given.event else given.type))


def _of_event(source: Source, event: _Event, now: datetime) -> Iterator[Event]:
    subtype = event.subtype or ""
    if subtype == DELETED:
        yield fields.retraction(source.network, _id(event.channel, event.deleted_ts), "event.deleted_ts")
    elif subtype == CHANGED and event.message is not None:
        if event.message.edited is not None:  # else a link was unfurled, or the like
            yield _report(source, event.channel, event.message, "event.message", now)
    elif subtype in WRITTEN:
        yield _report(source, event.channel, event, "event", now)
    else:
        yield UnknownEvent(fields.event_type(f"{event.type}.{subtype}"))


def _report(source: Source, channel: str, message: _Message, place: str, now: datetime) -> Report:
    answered = message.thread_ts if message.thread_ts != message.ts else None
    return Report(
        network=source.network,
        external_id=fields.identity(_id(channel, message.ts), f"{place}.ts"),
        author=fields.author(message.user or message.bot_id or "", f"{place}.user"),
        text=fields.message(message.text or "", f"{place}.text"),
        posted_at=fields.moment(message.ts, now),
        in_reply_to=fields.identity(_id(channel, answered or ""), f"{place}.thread_ts", empty=True),
        edited_at=fields.edited(message.edited.ts, now) if message.edited else None,
    )


def _id(channel: str, timestamp: str) -> str:
    """A message's time tells it apart from the others in its channel; "" without one."""
    return f"{channel}/{timestamp}" if channel and timestamp else ""
