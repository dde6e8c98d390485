"""The memory store as a part: what it holds can be taken out and put into another one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from typing import Any

from infra.simulation.parts import Ask, frozen
from shared.domain.attempts import Attempt
from shared.domain.ledger import Entry
from shared.domain.schedule import Mark
from shared.stores import Record
from shared.stores.memory import MemoryStore
from shared.stores.rows import attempt_at

UNREAD = (Entry, Mark)
"""Nothing in a scenario reads the ledger, and none is as long as what a reconcile without a mark looks back on."""


class Shelf(MemoryStore):
    @property
    def content(self) -> Hashable:
        """Every record, with its place."""
        return frozenset((table, key, record) for table, rows in self._tables.items() for key, record in rows.items())

    @property
    def records(self) -> list[Any]:
        return [record for rows in self._tables.values() for record in rows.values()]

    @classmethod
    def of(cls, content: Any) -> "Shelf":
        shelf = cls()
        for table, key, record in content:
            shelf._tables[table][key] = record
        return shelf

    def commit(self, *records: Record) -> None:
        super().commit(*_read(records))

    def drop(self, attempt: Attempt) -> None:
        del self._tables["attempts"][attempt_at(attempt.id, attempt.started_at).key]


class AskedStore:
    """The store as a run sees it: what it calls is put to ``ask``.

    Reads of single records of the registry are answered from ``unchanging``, for nothing in a scenario writes those.
    ``oldest`` is when the first of its attempts can have begun: all that look back further are the same call.
    """

    def __init__(self, ask: Callable[[Ask], Any], unchanging: MemoryStore, oldest: datetime) -> None:
        self._ask = ask
        self._oldest = oldest
        self.get = unchanging.get

    def commit(self, *records: Record) -> None:
        if read := _read(records):
            self._ask(Ask("store", "commit", read))

    def attempts_since(self, at: datetime) -> Sequence[Attempt]:
        attempts: Sequence[Attempt] = self._ask(Ask("store", "attempts_since", (max(at, self._oldest),)))
        return attempts

    def __getattr__(self, method: str) -> Any:
        return lambda *args: self._ask(Ask("store", method, frozen(args)))


def _read(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(record for record in records if not isinstance(record, UNREAD))
