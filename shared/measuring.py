"""A client's days in figures: as they are kept, and folded from the ledger where they are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.domain.clock import ulid
from shared.domain.ledger import Entry
from shared.domain.measures.days import SETTLED_AFTER, DayMeasures, day_bounds, day_id, today
from shared.domain.measures.figures import By, Measures
from shared.domain.measures.folding import measured
from shared.domain.parties import Client
from shared.domain.weeks import days_of
from shared.stores import Reading


@dataclass(frozen=True, slots=True)
class Found:
    days: dict[date, Measures]
    pending: tuple[date, ...]
    """Of which nothing is said, for nobody has folded them yet."""


def found(
    client: Client, days: Sequence[date], kinds: Iterable[By], now: datetime, store: Reading, most_live: int
) -> Found:
    """What is known of ``days``, told apart by ``kinds``. At most ``most_live`` are folded here and now."""
    kinds = tuple(kinds)
    first, last = today(client.created_at, client.zone), today(now, client.zone)
    asked = [day for day in days if first <= day <= last]
    kept = store.several(DayMeasures, [(client.id, day_id(by, day)) for day in asked for by in kinds])
    answer: dict[date, Measures] = {day: Measures() for day in days if day not in asked}
    missing = []
    for day in asked:
        records = [kept.get((client.id, day_id(by, day))) for by in kinds]
        holding = [record for record in records if record is not None and record.holds(client.zone)]
        if len(holding) == len(kinds):
            answer[day] = Measures({record.by: record.cells for record in holding})
        else:
            missing.append(day)
    live = missing[-most_live:] if most_live else []
    answer |= {day: folded(client, day, store) for day in live}
    return Found(dict(sorted(answer.items())), tuple(day for day in missing if day not in live))


def folded(client: Client, day: date, store: Reading) -> Measures:
    return measured(entries(client, day, store))


def entries(client: Client, day: date, store: Reading) -> Iterable[Entry]:
    """The ledger's of one day by the client's clocks, by id."""
    starts_at, ends_at = day_bounds(day, client.zone)
    # An id is made after its entry is dated, so what lies before is of the day before.
    after = f"led_{ulid(starts_at - SETTLED_AFTER, bytes(10))}"
    for utc_day in days_of(starts_at, ends_at):
        for entry in store.ledger(client.id, utc_day, after):
            if starts_at <= entry.at < ends_at:
                yield entry
