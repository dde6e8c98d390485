"""Addresses at which people without a key read one week's review."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.parties import Party

TOKEN = "rvl"  # noqa: S105 - the kind of token that opens a review
LONGEST_DAYS = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewLink:
    """Opens the page of one week and nothing else, as long as the key with which it was made is good."""

    id: str
    client: str
    week: str
    name: str
    """Whom it is for."""
    party: Party
    agency: str | None
    key: str
    digest: str
    made_by: str
    made_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None
    version: int = 1

    def is_open(self, now: datetime) -> bool:
        return self.withdrawn_at is None and now < self.expires_at
