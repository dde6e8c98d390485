"""The ledger's stream to each endpoint that wants the entry: one message on the queue `deliveries` each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.queues import Queue
from shared.stores import Reading

OWN = "delivery."
"""Entries about deliveries are not delivered, or a dead endpoint would feed itself."""
EndpointsOf = Callable[[str], Sequence[Endpoint]]
"""By client."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One entry on its way to one endpoint. ``tries``: how often it has been sent in vain."""

    endpoint: str
    entry: Entry
    tries: int = 0


def read_once(store: Reading) -> EndpointsOf:
    """Reads each client's endpoints when they are first asked for: once for a batch of entries."""
    return cache(lambda realm: tuple(store.list(Endpoint, realm)))


def fan_out(entry: Entry, *, endpoints: EndpointsOf, deliveries: Queue) -> int:
    """Queue a notice for each endpoint of the entry's client that wants it; returns how many."""
    if entry.type.startswith(OWN):
        return 0
    wanting = [endpoint for endpoint in endpoints(entry.realm) if endpoint.wants(entry)]
    for endpoint in wanting:
        deliveries.send(msgspec.json.encode(Notice(endpoint=endpoint.id, entry=entry)).decode())
    return len(wanting)
