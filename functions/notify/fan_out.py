"""The ledger's stream to each endpoint that wants an entry: one delivery that waits for it, and one call."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Protocol

from shared.domain.deliveries import Delivery, queued, wants
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.queues import Queue
from shared.stores import Committing, ConflictError, Deliveries, Reading
from shared.wakes import Wake, messages

AT_ONCE = 100
"""Deliveries in one transaction."""


class Store(Reading, Deliveries, Committing, Protocol): ...


def fan_out(entries: Sequence[Entry], *, store: Store, deliveries: Queue, now: datetime) -> int:
    """Put up a batch of entries for the endpoints that want them; how many deliveries that is.

    Entries that came before are left as they are, but their endpoints are called again: the call may be what failed.
    """
    endpoints = {realm: tuple(store.list(Endpoint, realm)) for realm in dict.fromkeys(one.realm for one in entries)}
    waiting = {
        # Endpoint by endpoint: what is in one transaction is read by few requests where it is there already.
        (endpoint.id, entry.id): queued(entry, endpoint.id, now)
        for realm, listening in endpoints.items()
        for endpoint in listening
        for entry in entries
        if entry.realm == realm and wants(endpoint, entry)
    }
    for some in _split(waiting.values(), AT_ONCE):
        _keep(some, store)
    if waiting:
        deliveries.send_all(messages(Wake(client=one.client, endpoint=one.endpoint) for one in waiting.values()))
    return len(waiting)


def _keep(waiting: Sequence[Delivery], store: Store) -> None:
    """A batch that comes again costs little more than the first time: or what took too long once would for ever."""
    while waiting:
        try:
            store.commit(*waiting)
        except ConflictError:
            waiting = _new(waiting, store)
        else:
            return


def _new(waiting: Sequence[Delivery], store: Deliveries) -> Sequence[Delivery]:
    """Those that are not there yet."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for one in waiting:
        ids[one.endpoint].append(one.id)
    known = {endpoint: store.several_deliveries(endpoint, some) for endpoint, some in ids.items()}
    return [one for one in waiting if one.id not in known[one.endpoint]]


def _split(waiting: Iterable[Delivery], most: int) -> Iterator[Sequence[Delivery]]:
    left = iter(waiting)
    while some := list(islice(left, most)):
        yield some
