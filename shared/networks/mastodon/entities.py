"""Mastodon's things as they are read here, and how they are asked for."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, Protocol, TypeVar
from urllib.parse import SplitResult, urlsplit

import msgspec

from shared.domain.listening.mentions import Report
from shared.domain.markup import written
from shared.domain.text import language

NETWORK = "mastodon"
LONGEST_TEXT = 65_536
"""Characters."""
LONGEST_AUTHOR = 200
LONGEST_LINK = 2_048
NO_PICTURE = frozenset({"missing.png", "susie.png"})
"""What Mastodon and snac2 show of an account that has put up none."""
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)

T = TypeVar("T")
When = Annotated[datetime, msgspec.Meta(tz=True)]
Id = Annotated[str, msgspec.Meta(pattern=r"^[!-~]{1,512}$")]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """As the server gave it. ``below``: what to ask for next as ``max_id``, by its ``Link`` header."""

    items: Sequence[T]
    below: str | None


class Asked(Protocol):
    """One read through the method of Mastodon.py with that name."""

    def __call__(self, kind: type[T], read: str, *given: Any, **named: Any) -> Page[T]: ...


class Account(msgspec.Struct):
    """The part of an account that is used. Source: https://docs.joinmastodon.org/entities/Account/"""

    id: Id
    acct: str
    url: str | None = None
    created_at: When | None = None
    note: str | None = None
    avatar: str | None = None
    followers_count: int | None = None
    following_count: int | None = None
    statuses_count: int | None = None

    @property
    def handle(self) -> str:
        """With its server, which a server leaves out of its own accounts' names."""
        server = _parts(self.url).netloc
        return self.acct if "@" in self.acct or not server else f"{self.acct}@{server}"

    @property
    def has_picture(self) -> bool:
        return _parts(self.avatar).path.rpartition("/")[2] not in ("", *NO_PICTURE)


class Status(msgspec.Struct):
    id: Id
    created_at: When
    content: str
    account: Account
    url: str | None = None
    uri: str | None = None
    in_reply_to_id: Id | None = None
    edited_at: When | None = None
    spoiler_text: str | None = None
    visibility: str = ""
    language: Any = None

    def report(self, external_id: str) -> Report:
        return Report(
            network=NETWORK,
            external_id=external_id,
            author=sound(self.account.handle)[:LONGEST_AUTHOR],
            text=sound("\n\n".join(filter(None, (self.spoiler_text, written(self.content)))))[:LONGEST_TEXT],
            url=_link(self.url or self.uri or ""),
            posted_at=utc(self.created_at),
            followers=max(self.account.followers_count or 0, 0),
            in_reply_to=self.in_reply_to_id or "",
            language=language(self.language),
            edited_at=utc(self.edited_at),
        )


class Notification(msgspec.Struct):
    """Source: https://docs.joinmastodon.org/entities/Notification/"""

    id: Id
    type: str
    created_at: When
    status: Any = None


def _parts(url: str | None) -> SplitResult:
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def _link(url: str) -> str:
    plain = url.startswith(("https://", "http://")) and url.isprintable() and " " not in url
    return url if plain and len(url) <= LONGEST_LINK else ""


def utc(at: datetime | None) -> datetime | None:
    """None for what is no time that there ever was."""
    return at.astimezone(UTC) if at is not None and EARLIEST <= at <= LATEST else None


def sound(text: str) -> str:
    """In NFC, without the characters that no message can have."""
    kept = (one for one in text if one in "\t\n" or unicodedata.category(one) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))
