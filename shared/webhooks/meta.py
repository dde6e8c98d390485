"""Meta: webhooks of Facebook Pages, with what was posted or commented on a Page and where it was mentioned.

Source: https://developers.facebook.com/docs/graph-api/webhooks/getting-started and …/webhooks/reference/page
"""

import hmac
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import InvalidError
from shared.domain.mentions import Report
from shared.domain.text import clean
from shared.webhooks import fields
from shared.webhooks.signatures import ChallengeError, check, digest, header

FIELDS = frozenset({"feed", "mention"})
ITEMS = frozenset({"comment", "link", "photo", "post", "share", "status", "video"})
"""What people write; likes and reactions are not messages."""
LONGEST_CHALLENGE = 512


class _From(msgspec.Struct):
    id: str = ""
    name: str = ""


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


class _Change(msgspec.Struct):
    field: str = ""
    value: Any = None


class _Entry(msgspec.Struct):
    id: str = ""
    changes: list[_Change] = []


class _Payload(msgspec.Struct):
    object: str
    entry: list[_Entry] = []


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 Meta signs no time
    check(
        [header(headers, "x-hub-signature-256")],
        ["sha256=" + digest(secret.encode(), body).hex() for secret in source.secrets if secret],
    )


def challenge(source: Source, query: Mapping[str, str]) -> tuple[str, str]:
    """Gives back ``hub.challenge`` to who knows the source's verify token."""
    given, known = query.get("hub.verify_token", "").encode(errors="replace"), source.verify_token.encode()
    if not hmac.compare_digest(given, known) or not known or query.get("hub.mode") != "subscribe":
        raise ChallengeError("The mode is not subscribe, or the verify token is not this source's.")
    return "text/plain", clean(query.get("hub.challenge", ""), "hub.challenge", longest=LONGEST_CHALLENGE)


def reports(source: Source, payload: object, now: datetime) -> list[Report]:  # noqa: ARG001 a Page is on Facebook
    """One for each new post or comment by others, in the order given."""
    given: _Payload = fields.shaped(payload, _Payload)
    if given.object != "page":
        return []
    return [
        report
        for at, entry in enumerate(given.entry)
        for index, change in enumerate(entry.changes)
        if change.field in FIELDS
        for report in _of_change(change, entry.id, f"entry[{at}].changes[{index}].value", now)
    ]


def _of_change(change: _Change, page: str, place: str, now: datetime) -> Iterator[Report]:
    value: _Value = fields.shaped(change.value, _Value, place)
    author = value.sender.id or str(value.sender_id) or value.sender.name or value.sender_name
    if value.verb != "add" or value.item not in ITEMS or author == page:
        return
    message_id = value.comment_id or value.post_id
    if not message_id:
        raise InvalidError("is missing", f"{place}.post_id")
    answered = (value.parent_id or value.post_id) if value.comment_id else ""
    yield Report(
        network="facebook",
        external_id=fields.identity(message_id, f"{place}.{'comment_id' if value.comment_id else 'post_id'}"),
        author=fields.author(author, f"{place}.from"),
        text=fields.message(value.message, f"{place}.message"),
        url=fields.link(value.permalink_url or f"https://www.facebook.com/{message_id}"),
        posted_at=fields.moment(value.created_time, now),
        in_reply_to=fields.identity(answered, f"{place}.parent_id", empty=True),
    )
