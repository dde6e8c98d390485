"""Mastodon: webhooks that a server's administrators set up, of everything that is written on the server.

For brands with a server of their own; on others' servers the account's notifications are asked for instead. What names
the source's account (``topic``) is a mention. Deletions are not told.

Source: https://docs.joinmastodon.org/admin/webhooks
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.listening.mentions import Report
from shared.domain.markup import written
from shared.domain.text import language
from shared.webhooks import fields
from shared.webhooks.heard import Event, UnknownEvent
from shared.webhooks.signatures import check, digest, header

STATUSES = frozenset({"status.created", "status.updated"})
NO_MESSAGES = frozenset({"account.approved", "account.created", "account.updated"})
NETWORK = "mastodon"


class _Account(msgspec.Struct):
    acct: str
    followers_count: int | float | None = None


class _Named(msgspec.Struct):
    acct: str = ""


class _Status(msgspec.Struct):
    id: str
    content: str
    account: _Account
    spoiler_text: str = ""
    url: str | None = None
    created_at: str | None = None
    edited_at: str | None = None
    in_reply_to_id: str | None = None
    language: Any = None
    mentions: list[_Named] = []
    reblog: Any = None


class _Payload(msgspec.Struct):
    event: str
    object: Any = None


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 no time is signed
    check(
        [header(headers, "x-hub-signature")],
        ["sha256=" + digest(secret.encode(), body).hex() for secret in source.secrets if secret],
    )


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:
    given: _Payload = fields.shaped(payload, _Payload)
    if given.event in STATUSES:
        status: _Status = fields.shaped(given.object, _Status, "object")
        if _named(source, status):
            yield _report(status, now)
    elif given.event not in NO_MESSAGES:
        yield UnknownEvent(fields.event_type(given.event))


def _named(source: Source, status: _Status) -> bool:
    """Whether it is somebody else's and names the account. A boost has no words of its own."""
    account = source.topic.lower()
    names = {named.acct.lower() for named in status.mentions}
    return status.reblog is None and account in names and status.account.acct.lower() != account


def _report(status: _Status, now: datetime) -> Report:
    said = (status.spoiler_text, written(status.content))
    return Report(
        network=NETWORK,
        external_id=fields.identity(status.id, "object.id"),
        author=fields.author(status.account.acct, "object.account.acct"),
        text=fields.message("\n\n".join(part for part in said if part), "object.content"),
        url=fields.link(status.url),
        posted_at=fields.moment(status.created_at, now),
        followers=fields.count(status.account.followers_count),
        in_reply_to=fields.identity(status.in_reply_to_id or "", "object.in_reply_to_id", empty=True),
        language=language(status.language),
        edited_at=fields.edited(status.edited_at, now) if status.edited_at else None,
    )
