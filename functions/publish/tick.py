"""Once a minute: what is due until shortly after the next tick goes to its queue."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

import msgspec

from shared import telemetry
from shared.domain.clock import Clock
from shared.domain.parties import DEPLOYMENT
from shared.domain.schedule import Mark, Timer, buckets_between, delay_seconds, is_soon, span_to_read
from shared.queues import Queue
from shared.stores import Committing, ConflictError, Reading, Timers

FORGET_AT_ONCE = 100
NAME = "tick"


class Store(Reading, Committing, Timers, Protocol): ...


def tick(*, store: Store, outbound: Queue, clock: Clock) -> int:
    """Hand over every timer from where the last tick ended to two minutes ahead; returns how many.

    A timer is dropped only after its message is durable. Handed over twice is harmless: the second message finds
    a post that is claimed already.
    """
    began = clock.now()
    mark = store.get(Mark, DEPLOYMENT, NAME) or _first_mark(began, store)
    since, until = span_to_read(mark, began)
    handed: list[Timer] = []
    dispatched = 0
    for timer in store.due(buckets_between(since, until)):
        now = clock.now()
        if not is_soon(timer.due_at, now):
            continue
        outbound.send(msgspec.json.encode(timer).decode(), delay_seconds(timer.due_at, now))
        handed.append(timer)
        dispatched += 1
        if len(handed) == FORGET_AT_ONCE:
            store.forget(handed)
            handed = []
    store.forget(handed)
    # No further than the beginning: what was read early may have been joined by others since.
    _move(mark, min(until, began), store)
    return dispatched


def _first_mark(began: datetime, store: Store) -> Mark:
    """Committed before anything is read, so that a first tick that fails is made good by the next."""
    mark = Mark(realm=DEPLOYMENT, id=NAME, until=began)
    try:
        store.commit(mark)
    except ConflictError:
        return store.get(Mark, DEPLOYMENT, NAME) or mark
    return mark


def _move(mark: Mark, until: datetime, store: Store) -> None:
    try:
        store.commit(replace(mark, until=until, version=mark.version + 1))
    except ConflictError:
        telemetry.logger.info("another tick ran at the same time; it has read as far")
