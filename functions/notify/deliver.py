"""One notice to one endpoint; in vain, it goes back to the queue with a pause."""

from dataclasses import replace
from typing import Protocol

import msgspec

from functions.notify.fan_out import Notice
from functions.notify.tell import Tell, Unanswered
from shared.domain.clock import Clock, NewId
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Fact, entry, system
from shared.queues import Queue
from shared.stores import Committing, Reading

PAUSES = (5, 30, 120, 600, *(900,) * 10)
"""Seconds before each further try; two and a half hours together, as far as a queue alone can wait."""
GONE = 410
"""By Standard Webhooks, the receiver's word that it wants no more."""
WHO = system("notify.deliver")


class Store(Reading, Committing, Protocol): ...


def deliver(notice: Notice, *, store: Store, tell: Tell, deliveries: Queue, clock: Clock, new_id: NewId) -> None:
    """Send a notice once."""
    endpoint = store.get(Endpoint, notice.entry.realm, notice.endpoint)
    if endpoint is None or not endpoint.listens:
        return
    try:
        status = tell(notice.entry, endpoint).status
    except Unanswered as silence:
        status, because = 0, str(silence)
    else:
        because = f"it answered {status}"
    if 200 <= status < 300:
        return
    if status == GONE:
        closed = replace(endpoint, closed_at=clock.now(), version=endpoint.version + 1)
        _enter("delivery.endpoint_gone", notice, because, store, clock, new_id, closed)
    elif notice.tries >= len(PAUSES):
        _enter("delivery.abandoned", notice, because, store, clock, new_id)
    else:
        again = replace(notice, tries=notice.tries + 1)
        deliveries.send(msgspec.json.encode(again).decode(), PAUSES[notice.tries])


def _enter(
    type_: str, notice: Notice, because: str, store: Store, clock: Clock, new_id: NewId, *records: Endpoint
) -> None:
    fact = Fact(
        type=type_,
        subject=notice.endpoint,
        data={"event": notice.entry.id, "tries": notice.tries, "because": because},
    )
    told = entry(fact, id=new_id("led"), realm=notice.entry.realm, at=clock.now(), who=WHO)
    store.commit(*records, told)
