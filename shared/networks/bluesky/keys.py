"""Names of records: an attempt's own key, and where a record stands in the network.

Sources: https://atproto.com/specs/tid, https://atproto.com/specs/at-uri-scheme
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from shared.domain.attempts import Attempt
from shared.networks import RefusedError

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
_URI = re.compile(
    r"at://(?P<did>did:[a-z]+:[A-Za-z0-9._:%-]{1,200})/(?P<collection>[A-Za-z0-9.-]{3,317})/(?P<key>[A-Za-z0-9._:~-]{1,512})"
)


def record_key(attempt: Attempt) -> str:
    """The same for the same attempt: the time at which it started, in microseconds, and ten bits of its id."""
    at = (attempt.started_at - _EPOCH) // timedelta(microseconds=1)
    number = at << 10 | int.from_bytes(hashlib.sha256(attempt.id.encode()).digest()[:2], "big") >> 6
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(60, -1, -5))


def time_of(key: str) -> datetime | None:
    """When a record was made, by its key; None of a key that tells no time."""
    if not _TID.fullmatch(key):
        return None
    number = 0
    for character in key:
        number = number << 5 | _ALPHABET.index(character)
    return _EPOCH + timedelta(microseconds=number >> 10)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: whose repository, which collection, which key."""

    did: str
    collection: str
    key: str

    @property
    def uri(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.key}"

    @property
    def url(self) -> str:
        """Where a person sees it. By the account's DID, which stays when its handle changes."""
        return f"https://bsky.app/profile/{self.did}/post/{self.key}"


def place(uri: str) -> Place:
    """Raises RefusedError for what names no record."""
    found = _place(uri)
    if found is None:
        raise RefusedError("That is not the address of a record on Bluesky.")
    return found


def web_address(uri: str) -> str:
    """Where a person sees what somebody else's record names; "" where it names none."""
    found = _place(uri)
    return found.url if found else ""


def _place(uri: str) -> Place | None:
    found = _URI.fullmatch(uri)
    return Place(found["did"], found["collection"], found["key"]) if found else None
