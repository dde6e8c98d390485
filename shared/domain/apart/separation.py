"""What is kept of texts that were found out of place, to be shown to the client for which they were drafted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

SHOWN_FOR = timedelta(days=30)
MOST_SHOWN = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Misplaced:
    """A draft that looked like it belongs elsewhere, held for the client's own approval."""

    post: str
    account: str
    by: str
    """The member who wrote it."""
    said: tuple[str, ...]
    """Its own words that were found."""
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OutOfPlace:
    """The drafts for one client of late that looked like they belong elsewhere, the newest last."""

    client: str
    found: tuple[Misplaced, ...] = ()
    version: int = 1

    def lately(self, now: datetime) -> tuple[Misplaced, ...]:
        return tuple(one for one in self.found if now - one.at < SHOWN_FOR)

    def with_more(self, found: Iterable[Misplaced], now: datetime) -> "OutOfPlace":
        return replace(self, found=(*self.lately(now), *found)[-MOST_SHOWN:], version=self.version + 1)
