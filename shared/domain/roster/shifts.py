"""Who is there to answer, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LONGEST_SHIFT = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class Handover:
    """What who was on duty before leaves to know."""

    shift: str
    """Of whom it is."""
    by: str
    at: datetime
    note: str


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
    """Of whoever planned it."""
    handovers: tuple[Handover, ...] = ()
    """One of each shift before, its last."""
    introduction: str | None = None
    """The post that says who is on duty."""
    made_by: str
    made_at: datetime
    cancelled_at: datetime | None = None
    version: int = 1

    def covers(self, account: str) -> bool:
        return self.cancelled_at is None and (not self.accounts or account in self.accounts)

    def overlaps(self, since: datetime, until: datetime) -> bool:
        return self.cancelled_at is None and self.starts_at < until and since < self.ends_at

    def cancelled(self, at: datetime) -> "Shift":
        return replace(self, cancelled_at=at, version=self.version + 1)

    def told(self, handover: Handover) -> "Shift":
        others = tuple(one for one in self.handovers if one.shift != handover.shift)
        return replace(self, handovers=(*others, handover), version=self.version + 1)


def following(shift: Shift, shifts: Iterable[Shift], accounts: Iterable[str], now: datetime) -> list[Shift]:
    """Who is on duty next on each of ``accounts``, which are those of ``shift``; the earliest first."""
    later = sorted(
        (one for one in shifts if one.id != shift.id and one.starts_at > shift.starts_at and one.ends_at > now),
        key=lambda one: (one.starts_at, one.id),
    )
    firsts = (next((one for one in later if one.covers(account)), None) for account in accounts)
    wanted = {one.id for one in firsts if one is not None}
    return [one for one in later if one.id in wanted]


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
