"""Days by the client's clocks, and what is kept of one that is over: a sum that the ledger gives again at any time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.domain.measures.figures import By, Figures, Measures
from shared.domain.measures.folding import RULES

SETTLED_AFTER = timedelta(minutes=15)
"""An entry is written by then that was dated in the day before: no function of ours runs longer."""
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class DayMeasures:
    """What is kept of one day, told apart by one thing. Each in a record of its own: most ask for one of them."""

    client: str
    day: date
    by: By
    cells: Mapping[str, Figures] = field(default_factory=dict)
    zone: str
    """By whose clocks the day is."""
    rules: int = RULES
    version: int = 1

    @property
    def id(self) -> str:
        return day_id(self.by, self.day)

    def holds(self, zone: str) -> bool:
        """Whether it is still what the ledger would give."""
        return self.zone == zone and self.rules == RULES


@dataclass(frozen=True, kw_only=True, slots=True)
class Measuring:
    """How far a client's days are kept: all before ``until`` are, by these clocks and rules."""

    client: str
    until: date
    zone: str
    rules: int = RULES
    version: int = 1

    def moved(self, until: date) -> "Measuring":
        return replace(self, until=until, version=self.version + 1)


def measuring(known: Measuring | None, client: str, created_at: datetime, zone: str) -> Measuring:
    """Where to go on: from the client's first day where nothing is kept that still holds."""
    if known is not None and known.zone == zone and known.rules == RULES:
        return known
    first = created_at.astimezone(ZoneInfo(zone)).date()
    return Measuring(client=client, until=first, zone=zone, version=known.version if known else 0)


def day_id(by: By, day: date) -> str:
    return f"{by.value}#{day.isoformat()}"


def kept(client: str, day: date, zone: str, measures: Measures) -> tuple[DayMeasures, ...]:
    """What to keep of a day; of an empty one as well, so that nobody reads the ledger for it again."""
    return tuple(DayMeasures(client=client, day=day, by=by, cells=measures.of(by), zone=zone) for by in By)


def today(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """From midnight to midnight by the client's clocks: 23 to 25 hours."""
    place = ZoneInfo(zone)
    starts, ends = (datetime.combine(one, time(), place) for one in (day, day + DAY))
    return starts.astimezone(UTC), ends.astimezone(UTC)


def is_settled(day: date, zone: str, now: datetime) -> bool:
    """Whether nothing is entered into the day any more."""
    return now >= day_bounds(day, zone)[1] + SETTLED_AFTER


def days_between(first: date, last: date) -> Iterator[date]:
    """Both among them."""
    while first <= last:
        yield first
        first += DAY
