"""Once a minute: what is due until shortly after the next tick goes to its queue."""

import msgspec

from shared.domain.clock import Clock
from shared.domain.schedule import delay_seconds, due_buckets, is_soon
from shared.queues import Queue
from shared.stores import Timers

FORGET_AT_ONCE = 100


def tick(*, store: Timers, outbound: Queue, clock: Clock) -> int:
    """Hand over every timer from the look-back to two minutes ahead; returns how many.

    A timer is dropped only after its message is durable. Handed over twice is harmless: the second message finds
    a post that is claimed already.
    """
    handed = []
    dispatched = 0
    for timer in store.due(due_buckets(clock.now())):
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
    return dispatched
