"""Makes the exports that were asked for: their rows go to a file as they are read, and the file to its bucket."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import msgspec

from shared.domain.clock import Clock, NewId
from shared.domain.exports import MOST_TRIES, Export, ExportContent, ExportFormat, ExportOrder
from shared.domain.ledger import Fact, entry, system
from shared.domain.measures.days import days_between
from shared.domain.measures.figures import By
from shared.domain.measures.views import flat, row
from shared.domain.parties import DEPLOYMENT, Client
from shared.measuring import entries, found
from shared.sheets import FIGURES, Cell, Columns, write_csv
from shared.stores import Committing, ConflictError, Reading

WHO = system("review.export")
BEGUN_WITHIN = 60.0
"""Seconds of a run; what waits then is the next one's, so that each export has nearly all of a run's time."""
DAYS_AT_ONCE = 14
MOST_ROWS = 1_000_000
TOO_LARGE = "It is more than one file takes; ask in parts."
LEDGER: Columns = {"id": str, "at": datetime, "type": str, "subject": str, "who": str, "data": str}
MEASURES: Columns = {"day": str, "by": str, "name": str, **FIGURES}
Rows = Iterator[Sequence[Cell]]
WriteParquet = Callable[[Path, Columns, Rows], int]


class Store(Reading, Committing, Protocol): ...


class Files(Protocol):
    def put(self, export: Export, file: Path) -> None: ...


class _Bounded:
    """Rows, up to what one run and one file can hold. ``exceeded``: there were more.

    It ends early instead of raising: a file's writer may be one that knows no errors of ours.
    """

    def __init__(self, rows: Rows, clock: Clock, until: float) -> None:
        self.exceeded = False
        self._rows = rows
        self._clock = clock
        self._until = until

    def __iter__(self) -> Rows:
        for number, cells in enumerate(self._rows):
            if number >= MOST_ROWS or self._clock.monotonic() >= self._until:
                self.exceeded = True
                return
            yield cells


def export_all(
    *, store: Store, files: Files, write_parquet: WriteParquet, clock: Clock, new_id: NewId, until: float
) -> int:
    """Make what is due; returns how many were. ``until``: when to give up on what is too large."""
    made, begin_until = 0, clock.monotonic() + BEGUN_WITHIN
    for order in store.list(ExportOrder, DEPLOYMENT):
        if order.ended or clock.monotonic() >= begin_until:
            continue
        export = store.get(Export, order.client, order.id)
        if export is None or not export.is_due(clock.now()):
            continue
        made += _made(export, order, store, files, write_parquet, clock, new_id, until)
    return made


def _made(
    export: Export,
    order: ExportOrder,
    store: Store,
    files: Files,
    write_parquet: WriteParquet,
    clock: Clock,
    new_id: NewId,
    until: float,
) -> bool:
    begun = export.begun(clock.now())
    try:
        store.commit(begun)
    except ConflictError:
        return False  # another run has it
    if begun.tries > MOST_TRIES:
        return _ended(
            begun.failed(f"It was begun {MOST_TRIES} times and never ended.", clock.now()), order, store, new_id
        )
    with TemporaryDirectory() as folder:
        file = Path(folder, "export")
        rows = _Bounded(_rows(begun, store, clock), clock, until)
        count = _write(begun, file, iter(rows), write_parquet)
        if rows.exceeded:
            return _ended(begun.failed(TOO_LARGE, clock.now()), order, store, new_id)
        files.put(begun, file)
        return _ended(begun.done(count, file.stat().st_size, clock.now()), order, store, new_id)


def _ended(ended: Export, order: ExportOrder, store: Store, new_id: NewId) -> bool:
    fact = Fact(type="export.done", subject=ended.id, data={"rows": ended.rows, "size": ended.size})
    if ended.because:
        fact = Fact(type="export.failed", subject=ended.id, data={"because": ended.because})
    at = ended.ended_at or ended.asked_at
    store.commit(ended, order.over(), entry(fact, id=new_id("led"), realm=ended.client, at=at, who=WHO))
    return not ended.because


def _rows(export: Export, store: Store, clock: Clock) -> Rows:
    client = store.get(Client, export.client, export.client)
    if client is None:
        return
    days = tuple(days_between(export.since, export.until))
    if export.what is ExportContent.LEDGER:
        for day in days:
            for one in entries(client, day, store):
                who, data = (msgspec.json.encode(part, order="sorted").decode() for part in (one.who, one.data))
                yield one.id, one.at, one.type, one.subject, who, data
        return
    for start in range(0, len(days), DAYS_AT_ONCE):
        some = days[start : start + DAYS_AT_ONCE]
        known = found(client, some, tuple(By), clock.now(), store, most_live=len(some))
        for day, measures in known.days.items():
            for by in By:
                for name, figures in sorted(measures.of(by).items()):
                    yield day.isoformat(), by.value, name, *flat(row(name, figures)).values()


def _write(export: Export, file: Path, rows: Rows, write_parquet: WriteParquet) -> int:
    columns = LEDGER if export.what is ExportContent.LEDGER else MEASURES
    if export.format is ExportFormat.PARQUET:
        return write_parquet(file, columns, rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        return write_csv(out, columns, rows)
