"""Each minute: whose time has come, or whose call was lost, is called."""

from datetime import datetime
from typing import Protocol

from shared.clients import every_client
from shared.domain.couriers import Courier
from shared.domain.endpoints import Endpoint
from shared.queues import Queue
from shared.stores import Reading
from shared.wakes import Wake, messages


class Store(Reading, Protocol): ...


def retry(*, store: Store, deliveries: Queue, now: datetime) -> int:
    """How many were called."""
    wakes = []
    for client in every_client(store):
        couriers = {courier.endpoint: courier for courier in store.list(Courier, client)}
        for endpoint in store.list(Endpoint, client):
            courier = couriers.get(endpoint.id)
            if endpoint.listens and (courier is None or courier.is_to_be_woken(now)):
                wakes.append(Wake(client=client, endpoint=endpoint.id))
    if wakes:
        deliveries.send_all(messages(wakes))
    return len(wakes)
