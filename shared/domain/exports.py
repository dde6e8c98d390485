"""A client's figures or ledger as a file: asked for, made by a function with time for it, and fetched by a link."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from shared.domain.parties import DEPLOYMENT

KEPT = timedelta(days=7)
"""The file; the bucket drops it then."""
REMEMBERED = timedelta(days=30)
"""That there was one."""
ABANDONED_AFTER = timedelta(minutes=15)
"""Nothing of ours runs longer: whoever began it is gone."""
MOST_TRIES = 3
MOST_OPEN = 3
"""Of one client, at once."""


class ExportFormat(StrEnum):
    CSV = "csv"
    PARQUET = "parquet"


class ExportContent(StrEnum):
    MEASURES = "measures"
    """The figures of each day, in total and by function, account and member."""
    LEDGER = "ledger"
    """All that happened, entry by entry."""


class ExportState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    id: str
    client: str
    what: ExportContent
    format: ExportFormat
    since: date
    """The first day by the client's clocks."""
    until: date
    """The last one, which is in it."""
    asked_by: str
    asked_at: datetime
    state: ExportState = ExportState.WAITING
    because: str = ""
    tries: int = 0
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    rows: int | None = None
    size: int | None = None
    """Bytes."""
    version: int = 1

    @property
    def place(self) -> str:
        """Where the file lies in its bucket."""
        return f"exports/{self.client}/{self.id}.{self.format.value}"

    @property
    def file_name(self) -> str:
        return f"{self.client}-{self.what.value}-{self.since}-{self.until}.{self.format.value}"

    @property
    def forgotten_at(self) -> datetime:
        return self.asked_at + REMEMBERED

    @property
    def is_open(self) -> bool:
        return self.state in (ExportState.WAITING, ExportState.RUNNING)

    def is_due(self, now: datetime) -> bool:
        """Whether somebody is to make it: nobody has begun, or whoever had is gone."""
        if self.state is ExportState.WAITING or self.begun_at is None:
            return self.is_open
        return self.state is ExportState.RUNNING and now - self.begun_at >= ABANDONED_AFTER

    def can_be_fetched(self, now: datetime) -> bool:
        return self.state is ExportState.DONE and self.ended_at is not None and now < self.ended_at + KEPT

    def begun(self, now: datetime) -> "Export":
        return replace(self, state=ExportState.RUNNING, begun_at=now, tries=self.tries + 1, version=self.version + 1)

    def done(self, rows: int, size: int, now: datetime) -> "Export":
        return replace(self, state=ExportState.DONE, rows=rows, size=size, ended_at=now, version=self.version + 1)

    def failed(self, because: str, now: datetime) -> "Export":
        return replace(self, state=ExportState.FAILED, because=because, ended_at=now, version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportOrder:
    """An export in the list of those of the whole deployment that are to be made."""

    id: str
    client: str
    forgotten_at: datetime
    ended: bool = False
    version: int = 1

    @property
    def realm(self) -> str:
        return DEPLOYMENT

    def over(self) -> "ExportOrder":
        return replace(self, ended=True, version=self.version + 1)
