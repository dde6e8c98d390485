"""The ledger's stream to each endpoint that wants the entry: one message on the queue `deliveries` each."""

from dataclasses import dataclass

import msgspec

from shared.domain.accounts import Endpoint
from shared.domain.ledger import Entry
from shared.queues import Queue
from shared.stores import Reading

OWN = "delivery."
"""Entries about deliveries are not delivered, or a dead endpoint would feed itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One entry on its way to one endpoint. ``tries``: how often it has been sent in vain."""

    endpoint: str
    entry: Entry
    tries: int = 0


def fan_out(entry: Entry, *, store: Reading, deliveries: Queue) -> int:
    """Queue a notice for each endpoint of the entry's client that wants it; returns how many."""
    if entry.type.startswith(OWN):
        return 0
    wanting = [endpoint for endpoint in store.list(Endpoint, entry.realm) if endpoint.wants(entry.type)]
    for endpoint in wanting:
        deliveries.send(msgspec.json.encode(Notice(endpoint=endpoint.id, entry=entry)).decode())
    return len(wanting)
