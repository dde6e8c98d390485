"""When something is to be looked at again. It lies among what waits, so that to look costs nothing where nothing is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

PREFIX = "alm_"


class Ringing(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def client(self) -> str: ...

    @property
    def next_at(self) -> datetime | None: ...

    @property
    def version(self) -> int: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """Of one record, and written with it each time: so it has the record's own version and need not be read."""

    id: str
    client: str
    next_at: datetime | None
    """None: not again."""
    version: int


def alarm_of(record: Ringing) -> Alarm:
    return Alarm(id=f"{PREFIX}{record.id}", client=record.client, next_at=record.next_at, version=record.version)


def subject_of(alarm: str) -> str | None:
    """The id of what the alarm with this id is of; None for an id of something else."""
    return alarm.removeprefix(PREFIX) if alarm.startswith(PREFIX) else None
