"""Once a minute: what is due until shortly after the next tick goes to its queue."""

from dataclasses import replace
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
    mark = store.get(Mark, DEPLOYMENT, NAME)
    since, until = span_to_read(mark, clock.now())
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
    # No further than now: what is due ahead may still be joined by others.
    reached = min(until, clock.now())
    begun = mark or Mark(realm=DEPLOYMENT, id=NAME, until=reached, version=0)
    moved = replace(begun, until=reached, version=begun.version + 1)
    try:
        store.commit(moved)
    except ConflictError:
        telemetry.logger.info("another tick ran at the same time; it has read as far")
    return dispatched
