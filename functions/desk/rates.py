"""The permits of keys, as one warm process holds them: a store that does not answer closes the desk to nobody."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from shared import telemetry
from shared.domain.parties import Caller
from shared.domain.rates import (
    PER_KEY,
    Admission,
    Permits,
    RatePolicy,
    Share,
    admitted,
    is_used_up,
    one_more,
    opened,
    own_share,
    taken,
)
from shared.stores import Committing, ConflictError, Reading, StoreError

MOST_REMEMBERED = 10_000
TRIES = 3
"""To take a block, while other processes take theirs."""


class Store(Reading, Committing, Protocol): ...


@dataclass(slots=True)
class Rates:
    store: Store
    policy: RatePolicy = PER_KEY
    _shares: dict[tuple[str, str], Share] = field(default_factory=dict)
    _seen: dict[tuple[str, str], Permits] = field(default_factory=dict)
    """The records as this process wrote or read them last, which spares most blocks their read."""

    def admit(self, caller: Caller, now: datetime) -> Admission:
        place = caller.realm, caller.key
        share = own_share(self._shares.get(place), now, self.policy)
        if is_used_up(share):
            share = self._with_more(place, share)
        if len(self._shares) >= MOST_REMEMBERED:
            self._shares.clear()
            self._seen.clear()
        self._shares[place], admission = admitted(share, self.policy)
        return admission

    def _with_more(self, place: tuple[str, str], share: Share) -> Share:
        """The share with a block more, if there is one; open when nobody can say."""
        try:
            for _ in range(TRIES):
                if (more := self._taken(place, share)) is not None:
                    return more
        except StoreError:
            telemetry.logger.exception("the permits of a key are not known; its requests are let through")
            return opened(share)
        return one_more(share)

    def _taken(self, place: tuple[str, str], share: Share) -> Share | None:
        """None when another process took permits at the same moment."""
        before = self._seen.pop(place, None) or self.store.get(Permits, *place)
        record, more = taken(before, share, *place, self.policy)
        if record is not before:
            try:
                self.store.commit(record)
            except ConflictError:
                return None
        self._seen[place] = record
        return more
