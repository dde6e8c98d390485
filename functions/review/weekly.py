"""The review of the week that has ended, for each client, by the clocks of the client's zone."""

from dataclasses import replace
from typing import Protocol

from shared.clients import for_every_client
from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.measures.days import SETTLED_AFTER
from shared.domain.parties import Client
from shared.domain.review import Review
from shared.domain.weeks import last_week, week_bounds
from shared.reviews import summed_up
from shared.stores import Committing, ConflictError, Reading

WHO = system("review.weekly")


class Store(Reading, Committing, Protocol): ...


def weekly(*, store: Store, clock: Clock, new_id: NewId) -> int:
    """Make every review that is due and not yet made; returns how many were made."""
    return for_every_client(lambda client: _made(client, store, clock, new_id), store)


def _made(client_id: str, store: Store, clock: Clock, new_id: NewId) -> bool:
    now = clock.now()
    client = store.get(Client, client_id, client_id)
    if client is None:
        return False
    # A review is made once: not before all that is of its week has been entered.
    week = last_week(now - SETTLED_AFTER, client.zone)
    _, ends_at = week_bounds(week, client.zone)
    if client.created_at >= ends_at or store.get(Review, client_id, week) is not None:
        return False
    fact = Fact(type="review.made", subject=client_id, data={"week": week})
    told = entry(fact, id=new_id("led"), realm=client_id, at=now, who=WHO)
    # Its notes have a record of their own, from which they are read with it.
    summed = replace(summed_up(client, week, now, store), notes=())
    try:
        store.commit(summed, told)
    except ConflictError:
        return False
    return True
