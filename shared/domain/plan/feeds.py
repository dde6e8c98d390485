"""Addresses at which a calendar program reads one client's plan. Such a program cannot send a key."""

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
    made_by: str
    made_at: datetime
    closed_at: datetime | None = None
    version: int = 1
