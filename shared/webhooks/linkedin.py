"""LinkedIn: notifications of what members do with an organisation's posts, ten at most in one webhook.

Source: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation and
https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-social-action-notifications.
The actions of edited and deleted comments are known from other people's code, not tried.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from shared.domain.accounts import Source
from shared.domain.errors import ChallengeError, InvalidError
from shared.domain.listening.mentions import Report
from shared.webhooks import fields
from shared.webhooks.heard import Event, Proof, UnknownEvent
from shared.webhooks.signatures import check, digest, header

TYPE = "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS"
WRITTEN = frozenset({"COMMENT", "SHARE", "SHARE_MENTION"})
CHANGED = "COMMENT_EDIT"
DELETED = "COMMENT_DELETE"
NO_MESSAGES = frozenset({"LIKE", "ADMIN_COMMENT"})
NETWORK = "linkedin"
_PREFIX = "hmacsha256="
"""Stands before the body when it is signed."""
_CODE = re.compile(r"[0-9A-Fa-f-]{1,64}")
_SHORT_URN = re.compile(r"\((?!urn:)")


class _Written(msgspec.Struct):
    owner: str = ""
    text: str = ""


class _Decorated(msgspec.Struct):
    comment: _Written | None = None
    share: _Written | None = None


class _Notification(msgspec.Struct, rename="camel"):
    action: str = ""
    organizational_entity: str = ""
    source_post: str = ""
    generated_activity: str = ""
    decorated_generated_activity: _Decorated | None = None
    last_modified_at: int | float | str | None = None


class _Payload(msgspec.Struct):
    type: str
    notifications: list[_Notification] = []


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 no time is signed
    """Hex, with or without the prefix that is signed with the body."""
    check(
        [header(headers, "x-li-signature").removeprefix(_PREFIX)],
        [digest(secret.encode(), _PREFIX.encode() + body).hex() for secret in source.secrets if secret],
    )


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    """Answers with the first secret, every two hours anew.

    A code is signed with the key that signs bodies. So only what looks like a UUID is signed, which no signed body
    does: else anybody could have a body of their own signed by asking.
    """
    code = query.get("challengeCode", "")
    if not _CODE.fullmatch(code):
        raise InvalidError("must be a UUID", "challengeCode")
    if not source.secrets or not source.secrets[0]:
        raise ChallengeError("This source has no secret.")
    response = digest(source.secrets[0].encode(), code.encode()).hex()
    return Proof("application/json", json.dumps({"challengeCode": code, "challengeResponse": response}))


def events(source: Source, payload: object, now: datetime) -> Iterator[Event]:  # noqa: ARG001 it is on LinkedIn
    given: _Payload = fields.shaped(payload, _Payload)
    if given.type != TYPE:
        yield UnknownEvent(fields.event_type(given.type))
        return
    for index, notification in enumerate(given.notifications):
        place = f"notifications[{index}]"
        if notification.action == DELETED:
            yield fields.retraction(NETWORK, _urn(notification), f"{place}.generatedActivity")
        elif notification.action in WRITTEN | {CHANGED}:
            yield from _written(notification, place, now)
        elif notification.action not in NO_MESSAGES:
            yield UnknownEvent(fields.event_type(notification.action))


def _written(notification: _Notification, place: str, now: datetime) -> Iterator[Event]:
    decorated = notification.decorated_generated_activity or _Decorated()
    written = decorated.comment or decorated.share or _Written()
    if written.owner and written.owner == notification.organizational_entity:
        return
    post = notification.source_post
    changed = notification.action == CHANGED
    yield Report(
        network=NETWORK,
        external_id=fields.identity(_urn(notification), f"{place}.generatedActivity"),
        author=fields.author(written.owner, f"{place}.decoratedGeneratedActivity"),
        text=fields.message(written.text, f"{place}.decoratedGeneratedActivity.text"),
        url=fields.link(f"https://www.linkedin.com/feed/update/{post}" if post else ""),
        posted_at=None if changed else fields.moment(notification.last_modified_at, now),
        in_reply_to=fields.identity(post, f"{place}.sourcePost", empty=True),
        edited_at=fields.edited(notification.last_modified_at, now) if changed else None,
    )


def _urn(notification: _Notification) -> str:
    """One comment is named in two ways, ``urn:li:comment:(activity:1,2)`` and ``…:(urn:li:activity:1,2)``."""
    return _SHORT_URN.sub("(urn:li:", notification.generated_activity)
