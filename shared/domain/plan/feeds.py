"""Addresses at which a calendar program reads one client's plan. Such a program cannot send a key."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from shared.domain.parties import Party

TOKEN = "fd"  # noqa: S105 - the kind of token that opens a feed


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """Opens the plan's calendar and nothing else, as long as the key with which it was made is good."""

    id: str
    client: str
    name: str
    party: Party
    agency: str | None
    key: str
    digest: str
    """Hex SHA-256 of the secret; 256 random bits need no slow hash."""
    made_by: str
    made_at: datetime
    closed_at: datetime | None = None
    version: int = 1

    def opens_with(self, secret: str) -> bool:
        digest = hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
        return hmac.compare_digest(self.digest, digest) and self.closed_at is None
