"""When each key was used last: noted beside the requests, and never at a request's cost."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from shared.domain.parties import USE_NOTED_EVERY, KeyUse
from shared.domain.tokens import Token
from shared.stores import Committing, ConflictError, Reading

MOST_REMEMBERED = 10_000


class Store(Reading, Committing, Protocol): ...


@dataclass(slots=True)
class KeyUses:
    """Of one warm process, which asks the store about a key once in :data:`USE_NOTED_EVERY`."""

    store: Store
    _noted: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def note(self, authorization: str, now: datetime) -> None:
        """That the key of a request that was let in was used. Raises StoreError when that is not known to be noted."""
        token = Token.parse(authorization.partition(" ")[2].strip())
        if token is None:
            return
        place = token.realm, token.key
        noted = self._noted.get(place)
        if noted is not None and now - noted < USE_NOTED_EVERY:
            return
        if len(self._noted) >= MOST_REMEMBERED:
            self._noted.clear()
        # Remembered before it is written: while the store does not answer, requests do not wait for it again and again.
        self._noted[place] = now
        before = self.store.get(KeyUse, *place)
        if before is not None and now - before.at < USE_NOTED_EVERY:
            return
        version = before.version + 1 if before else 1
        try:
            self.store.commit(KeyUse(realm=token.realm, key=token.key, at=now, version=version))
        except ConflictError:
            return  # another process noted it at the same moment
