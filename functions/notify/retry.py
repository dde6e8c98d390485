"""Each minute: whose time has come, or whose call was lost, is called."""

from datetime import datetime
from typing import Protocol

from shared.clients import for_every_client
from shared.domain.couriers import Courier
from shared.domain.endpoints import Endpoint
from shared.queues import Queue
from shared.stores import Reading
from shared.wakes import Wake, messages


class Store(Reading, Protocol): ...


def retry(*, store: Store, deliveries: Queue, now: datetime) -> int:
    """How many were called. Raises StoreError at the end when a client could not be read; the others' were called."""

    def called(client: str) -> int:
        couriers = {courier.endpoint: courier for courier in store.list(Courier, client)}
        wakes = [
            Wake(client=client, endpoint=endpoint.id)
            for endpoint in store.list(Endpoint, client)
            if endpoint.listens and ((courier := couriers.get(endpoint.id)) is None or courier.is_to_be_woken(now))
        ]
        if wakes:
            deliveries.send_all(messages(wakes))
        return len(wakes)

    return for_every_client(called, store)
