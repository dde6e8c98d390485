"""Sources by id, remembered by the warm process: a busy source is read once a minute, not once a webhook."""

import re
from collections.abc import Callable
from typing import Protocol

from shared.domain.accounts import Source, source_realm
from shared.stores import Reading

REMEMBERED_FOR = 60.0
"""Seconds; so long may a closed source or a withdrawn secret still be taken."""
MOST_REMEMBERED = 1_000
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Sources(Protocol):
    def source(self, id: str) -> Source | None: ...  # noqa: A002


class StoredSources:
    """An unknown id is asked for each time, so that a new source works at once."""

    def __init__(self, store: Reading, monotonic: Callable[[], float]) -> None:
        self._store = store
        self._monotonic = monotonic
        self._known: dict[str, tuple[float, Source]] = {}

    def source(self, id: str) -> Source | None:  # noqa: A002
        now = self._monotonic()
        known = self._known.get(id)
        if known is not None and now - known[0] < REMEMBERED_FOR:
            return known[1]
        found = self._store.get(Source, source_realm(id), id) if _ID.fullmatch(id) else None
        self._known.pop(id, None)
        if found is not None:
            if len(self._known) >= MOST_REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[id] = (now, found)
        return found
