"""Telling an endpoint again what happened: one event, or all of a time."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Replay:
    """Goes through the ledger from ``since`` on, up to but not including ``until``; or is of one ``event``."""

    id: str
    client: str
    endpoint: str
    event: str | None = None
    since: datetime
    until: datetime
    asked_at: datetime
    by: str
    """The member who asked for it."""
    day: date
    """Of UTC, of the ledger; the one that it has come to."""
    after: str = ""
    """The last entry of the day that it has seen."""
    events: int = 0
    """So far put up to be told again."""
    finished_at: datetime | None = None
    because: str = ""
    """Why it ended before its end."""
    version: int = 1

    @property
    def last_day(self) -> date:
        return (self.until - timedelta(microseconds=1)).astimezone(UTC).date()

    def further(self, seen: str, added: int, *, is_last_of_day: bool, now: datetime) -> "Replay":
        """It has seen the day's entries up to ``seen``."""
        on = replace(self, events=self.events + added, version=self.version + 1)
        if not is_last_of_day:
            return replace(on, after=seen)
        if self.day >= self.last_day:
            return replace(on, after=seen, finished_at=now)
        return replace(on, day=self.day + timedelta(days=1), after="")
