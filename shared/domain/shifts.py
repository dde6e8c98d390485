"""Who is there to answer, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Shift:
    """A member is on duty from ``starts_at`` until just before ``ends_at``."""

    id: str
    client: str
    member: str
    accounts: tuple[str, ...] = ()
    """Ids of those that it answers on; empty: all of the client's."""
    starts_at: datetime
    ends_at: datetime
    note: str = ""
    """Handed over by who was on duty before."""
    made_by: str
    made_at: datetime
    cancelled_at: datetime | None = None
    version: int = 1

    def covers(self, account: str) -> bool:
        return self.cancelled_at is None and (not self.accounts or account in self.accounts)


def uncovered(
    shifts: Iterable[Shift], account: str, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """The times between ``since`` and ``until`` in which nobody is on duty for ``account``, oldest first."""
    at = since
    for shift in sorted((one for one in shifts if one.covers(account)), key=lambda one: one.starts_at):
        if shift.ends_at <= at:
            continue
        if shift.starts_at >= until:
            break
        if shift.starts_at > at:
            yield at, shift.starts_at
        at = shift.ends_at
    if at < until:
        yield at, until
