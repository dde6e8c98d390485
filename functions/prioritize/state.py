"""What matters to the client, said by a tool of its own, becomes what is in force."""

from typing import Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import entry, system
from shared.domain.listening.mentions import Delivery
from shared.domain.listening.priorities import Priorities, restated
from shared.domain.parties import Client
from shared.stores import Committing, Mentions, Reference
from shared.voices import named_anew

WHO = system("prioritize.mentions")


class Store(Mentions, Committing, Protocol): ...


def state(delivery: Delivery, *, store: Store, clock: Clock, new_id: NewId) -> bool:
    """Keep what a delivery states; returns whether it was news.

    It counts from when it was received: the same delivery again, and one that was overtaken by a later statement,
    change nothing. Raises ConflictError when somebody said something at the same moment; then it is to be tried again.
    """
    if delivery.priorities is None:
        return False
    place = Reference(Priorities, delivery.client, delivery.client)
    of = Reference(Client, delivery.client, delivery.client)
    known = store.together([place, of])
    before: Priorities | None = known.get(place)
    if before is not None and delivery.received_at <= before.set_at:
        return False
    source, at = delivery.source, delivery.received_at
    priorities, fact = restated(before, delivery.priorities, client=delivery.client, by=source, at=at, source=source)
    client: Client | None = known.get(of)
    voices = named_anew(client, priorities, store) if client is not None else ()
    store.commit(priorities, *voices, entry(fact, id=new_id("led"), realm=delivery.client, at=clock.now(), who=WHO))
    return True
