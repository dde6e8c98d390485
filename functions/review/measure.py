"""Each client's days that are over, folded once and kept. Thrown away, they are had again from the ledger."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from shared.clients import for_every_client
from shared.domain.clock import Clock
from shared.domain.measures.days import DAY, DayMeasures, Measuring, day_id, is_settled, kept, measuring, today
from shared.domain.measures.figures import By, Measures
from shared.domain.parties import Client
from shared.measuring import folded
from shared.stores import Committing, ConflictError, Reading

Tell = Callable[[str, Measures], None]
"""Takes a client's id and its last day."""


class Store(Reading, Committing, Protocol): ...


def measure(*, store: Store, clock: Clock, tell: Tell, until: float) -> int:
    """Keep every day that is over and not kept; returns how many. ``until``: when to leave the rest to the next run."""
    return for_every_client(lambda client: _kept(client, store, clock, tell, until), store)


def _kept(client_id: str, store: Store, clock: Clock, tell: Tell, until: float) -> int:
    client = store.get(Client, client_id, client_id)
    if client is None:
        return 0
    known = measuring(store.get(Measuring, client_id, client_id), client_id, client.created_at, client.zone)
    done = 0
    while is_settled(known.until, client.zone, clock.now()) and clock.monotonic() < until:
        day, measures = known.until, folded(client, known.until, store)
        known = known.moved(day + DAY)
        try:
            store.commit(known, *_records(client, day, measures, store))
        except ConflictError:
            return done  # another run is at it
        done += 1
        if _is_yesterday(day, client.zone, clock.now()):
            tell(client_id, measures)
    return done


def _records(client: Client, day: date, measures: Measures, store: Store) -> list[DayMeasures]:
    """In the place of what was kept of the day by other clocks or rules."""
    before = store.several(DayMeasures, [(client.id, day_id(by, day)) for by in By])
    versions = {record.by: record.version for record in before.values()}
    records = kept(client.id, day, client.zone, measures)
    return [replace(record, version=versions.get(record.by, 0) + 1) for record in records]


def _is_yesterday(day: date, zone: str, now: datetime) -> bool:
    return day + DAY == today(now, zone)
