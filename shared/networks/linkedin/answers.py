"""What LinkedIn answers, as far as it is used, and what its refusals mean.

Sources, under https://learn.microsoft.com/en-us/linkedin/: marketing/community-management/shares/posts-api,
…/shares/comments-api, …/organizations/organization-access-control-by-role,
…/organizations/organization-social-action-notifications, shared/api-guide/concepts/error-handling.
"""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar

import msgspec

from shared.domain.engagement import Engagement
from shared.domain.errors import BackchannelError
from shared.domain.posts import Published
from shared.networks import CredentialsError, RefusedError, ThrottledError
from shared.networks.linkedin import urns
from shared.networks.linkedin.text import plain
from shared.networks.rest import Answered, resumes_at, shaped

_DUPLICATE = re.compile(r"duplicate of (urn:li:[A-Za-z]+:(?:\d{1,20}|\([\w:,]{1,80}\)))", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"\bday\b", re.IGNORECASE)


class DuplicateError(RefusedError):
    """The organisation has a post of this text up already, LinkedIn says: ``urn``."""

    def __init__(self, urn: str) -> None:
        super().__init__(f"LinkedIn takes no text twice: it is up as {urn}.")
        self.urn = urn


class Post(msgspec.Struct, rename="camel"):
    id: str
    created_at: int = 0
    """Milliseconds since 1970."""
    commentary: str = ""
    lifecycle_state: str = "PUBLISHED"

    @property
    def published(self) -> Published:
        return published(self.id, self.created_at)

    @property
    def text(self) -> str:
        return plain(self.commentary)


class _Stamp(msgspec.Struct):
    time: int
    """Milliseconds since 1970."""


class _Message(msgspec.Struct):
    text: str


class Comment(msgspec.Struct):
    id: str
    actor: str
    object: str
    created: _Stamp
    message: _Message
    comment_urn: str = msgspec.field(name="commentUrn", default="")
    urn: str = msgspec.field(name="$URN", default="")

    @property
    def published(self) -> Published:
        named = self.comment_urn or self.urn or f"urn:li:comment:({self.object},{self.id})"
        return published(urns.whole(named), self.created.time)


class Posts(msgspec.Struct):
    elements: list[Post]


class Comments(msgspec.Struct):
    elements: list[Comment]


class _Reactions(msgspec.Struct):
    count: int


class _CommentSummary(msgspec.Struct):
    count: int | None = None


class _Social(msgspec.Struct, rename="camel"):
    reaction_summaries: dict[str, _Reactions] | None = None
    """By kind; those that nobody made are left out."""
    comment_summary: _CommentSummary | None = None

    @property
    def engagement(self) -> Engagement:
        kinds, comments = self.reaction_summaries, self.comment_summary
        return Engagement(
            likes=None if kinds is None else sum(kind.count for kind in kinds.values()),
            replies=comments.count if comments else None,
        )


class SocialMetadata(msgspec.Struct):
    """Source: …/shares/social-metadata-api. By URN."""

    results: dict[str, _Social] = {}
    statuses: dict[str, int] = {}


class _Role(msgspec.Struct):
    role: str
    organization: str = ""
    target: str = msgspec.field(name="organizationTarget", default="")

    def lets_speak_for(self, organization: str) -> bool:
        return organization in (self.organization, self.target) and self.role in ROLES


ROLES = frozenset({"ADMINISTRATOR", "CONTENT_ADMINISTRATOR", "CONTENT_ADMIN", "DIRECT_SPONSORED_CONTENT_POSTER"})
"""Of a member, with which a token may post for an organisation."""


class Roles(msgspec.Struct):
    elements: list[_Role]


class Organization(msgspec.Struct, rename="camel"):
    id: int
    vanity_name: str = ""
    localized_name: str = ""


class _Upload(msgspec.Struct, rename="camel"):
    upload_url: str
    image: str


class Upload(msgspec.Struct):
    value: _Upload


class _Written(msgspec.Struct):
    owner: str = ""
    text: str = ""


class _Decorated(msgspec.Struct):
    comment: _Written | None = None
    share: _Written | None = None


class Notice(msgspec.Struct, rename="camel"):
    action: str
    last_modified_at: int
    generated_activity: str = ""
    source_post: str = ""
    decorated_generated_activity: _Decorated | None = None

    @property
    def written(self) -> _Written:
        decorated = self.decorated_generated_activity or _Decorated()
        return decorated.comment or decorated.share or _Written()


class Notices(msgspec.Struct):
    elements: list[Notice]


T = TypeVar("T")


def read(kind: type[T], answered: Answered) -> T:
    return shaped(kind, answered.body, "LinkedIn", strict=False)


def published(urn: str, milliseconds: int = 0) -> Published:
    said = datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else datetime.now(UTC)
    return Published(external_id=urn, url=urns.address(urn), at=urns.made_at(urn) or said)


def said(body: Any) -> str:
    return str(body.get("message", "")) if isinstance(body, dict) else ""


def complaint(answered: Answered) -> BackchannelError | None:
    message = said(answered.body)
    if answered.status in (400, 409, 422) and (found := _DUPLICATE.search(message)):
        return DuplicateError(found[1])
    if answered.status == 403 and message.startswith("Not enough permissions"):
        return CredentialsError("The account's token lacks a permission at LinkedIn, or its member a role on the Page.")
    if answered.status == 426:
        return RefusedError("LinkedIn has ended the version of its API that Backchannel speaks.")
    if answered.status == 429:
        return ThrottledError("LinkedIn asks to wait.", resumes_at(answered.headers) or _end_of_day(message))
    return None


def _end_of_day(message: str) -> datetime | None:
    """Limits of a day begin anew at midnight, UTC."""
    if not _DAY.search(message):
        return None
    return datetime.combine(datetime.now(UTC).date() + timedelta(days=1), time(), UTC)
