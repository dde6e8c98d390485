"""Once a minute: what is due until shortly after the next tick goes to its queue."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from shared import telemetry
from shared.dispatch import dispatch
from shared.domain.clock import Clock
from shared.domain.parties import DEPLOYMENT
from shared.domain.schedule import Mark, Timer, buckets_between, due, is_soon, span_to_read
from shared.queues import Queue
from shared.stores import Committing, ConflictError, Reading, Timers

AT_ONCE = 100
NAME = "tick"


class Store(Reading, Committing, Timers, Protocol): ...


def tick(*, store: Store, outbound: Queue, clock: Clock) -> int:
    """Hand over what every timer wakes from where the last tick ended to two minutes ahead; returns how many posts.

    A timer is dropped only after its message is durable.
    """
    began = clock.now()
    mark = store.get(Mark, DEPLOYMENT, NAME) or _first_mark(began, store)
    since, until = span_to_read(mark, began)
    timers = [timer for timer in store.due(buckets_between(since, until)) if is_soon(timer.due_at, began)]
    timers.sort(key=lambda timer: timer.due_at)
    dispatched = 0
    for first in range(0, len(timers), AT_ONCE):
        batch = timers[first : first + AT_ONCE]
        dispatched += _dispatch(batch, store, outbound, clock)
        store.forget(batch)
    # No further than the beginning: what was read early may have been joined by others since.
    _move(mark, min(until, began), store)
    return dispatched


def _dispatch(timers: Sequence[Timer], store: Store, outbound: Queue, clock: Clock) -> int:
    posts = store.several_posts([timer.subject for timer in timers])
    woken = [found for timer in timers if (found := due(timer, posts.get(timer.subject)))]
    dispatch(woken, store=store, outbound=outbound, now=clock.now())
    return len(woken)


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
