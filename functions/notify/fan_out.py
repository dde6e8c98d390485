"""The ledger's stream to each endpoint that wants an entry: one delivery that waits for it, and one call."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from typing import Protocol

from shared.domain.deliveries import Delivery, queued, wants
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.queues import Queue
from shared.stores import Committing, ConflictError, Reading
from shared.wakes import Wake, messages

AT_ONCE = 100
"""Deliveries in one transaction."""


class Store(Reading, Committing, Protocol): ...


def fan_out(entries: Sequence[Entry], *, store: Store, deliveries: Queue, now: datetime) -> int:
    """Put up a batch of entries for the endpoints that want them; how many deliveries that is.

    Entries that came before are left as they are, but their endpoints are called again: the call may be what failed.
    """
    endpoints = {realm: tuple(store.list(Endpoint, realm)) for realm in dict.fromkeys(one.realm for one in entries)}
    wanted = [
        queued(entry, endpoint.id, now)
        for entry in entries
        for endpoint in endpoints[entry.realm]
        if wants(endpoint, entry)
    ]
    waiting = list({(one.endpoint, one.id): one for one in wanted}.values())
    for some in _split(waiting, AT_ONCE):
        _keep(some, store)
    if waiting:
        deliveries.send_all(messages(Wake(client=one.client, endpoint=one.endpoint) for one in waiting))
    return len(waiting)


def _keep(waiting: Sequence[Delivery], store: Committing) -> None:
    try:
        store.commit(*waiting)
    except ConflictError:
        for one in waiting:
            with suppress(ConflictError):  # it is there already
                store.commit(one)


def _split(waiting: Iterable[Delivery], most: int) -> Iterator[Sequence[Delivery]]:
    left = iter(waiting)
    while some := list(islice(left, most)):
        yield some
