"""Each minute: whose time has come, or whose call was lost, is called."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.couriers import Courier
from shared.domain.endpoints import Endpoint
from shared.queues import Queue
from shared.stores import Reading, StoreError
from shared.wakes import Wake, messages


class Store(Reading, Protocol): ...


def retry(*, store: Store, deliveries: Queue, now: datetime) -> int:
    """How many were called. A client that cannot be read is left to the next minute."""
    called = failed = 0
    for client in every_client(store):
        try:
            wakes = _to_be_woken(client, store, now)
        except StoreError as failure:
            failed += 1
            telemetry.logger.warning("the next run tries again", extra={"client": client, "because": str(failure)})
            continue
        if wakes:
            deliveries.send_all(messages(wakes))
        called += len(wakes)
    if failed:
        telemetry.count("clients_failed", failed)
    return called


def _to_be_woken(client: str, store: Store, now: datetime) -> Sequence[Wake]:
    couriers = {courier.endpoint: courier for courier in store.list(Courier, client)}
    return [
        Wake(client=client, endpoint=endpoint.id)
        for endpoint in store.list(Endpoint, client)
        if endpoint.listens and ((courier := couriers.get(endpoint.id)) is None or courier.is_to_be_woken(now))
    ]
