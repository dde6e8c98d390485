"""The key under which a client's people are known: made with the first of them, and never changed."""

from collections.abc import Callable
from typing import Protocol

from shared.domain.listening.people import KEY_SIZE, PeopleKey, people_key
from shared.stores import Committing, ConflictError, Mentions, Reference


class Store(Mentions, Committing, Protocol): ...


class PeopleKeys:
    """Each client's is read once in the life of a process, or made."""

    def __init__(self, store: Store, entropy: Callable[[int], bytes]) -> None:
        self._store = store
        self._entropy = entropy
        self._known: dict[str, PeopleKey] = {}

    def __call__(self, client: str) -> PeopleKey:
        if client not in self._known:
            self._known[client] = self._read(client) or self._make(client)
        return self._known[client]

    def _read(self, client: str) -> PeopleKey | None:
        wanted = Reference(PeopleKey, client, client)
        found: PeopleKey | None = self._store.together([wanted]).get(wanted)
        return found

    def _make(self, client: str) -> PeopleKey:
        made = people_key(client, self._entropy(KEY_SIZE))
        try:
            self._store.commit(made)
        except ConflictError:
            made = self._read(client) or made  # somebody else was first
        return made
