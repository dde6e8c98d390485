"""Due posts to their queue, each with its place among those of its account on record."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

import msgspec

from shared.domain.lanes import Lane, convoys
from shared.domain.schedule import Due, delay_seconds
from shared.queues import LARGEST_MESSAGE, Queue, Sent
from shared.stores import Committing, ConflictError, Reading, StoreError

TRIES = 5
"""An account's lane is written by a tick and by whoever schedules a post for the next minutes; both read it anew."""


class Store(Reading, Committing, Protocol): ...


def dispatch(due: Sequence[Due], *, store: Store, outbound: Queue, now: datetime) -> None:
    """Hand over up to 100 posts. Raises StoreError or QueueError when some may not have been.

    Handed over twice is harmless: the second message finds a post that is claimed already.
    """
    if due:
        _join_lanes(due, store, now)
        outbound.send_all([message for convoy in convoys(due) for message in messages(convoy, now)])


def messages(convoy: Sequence[Due], now: datetime) -> list[Sent]:
    """Posts of one account, to be sent one after another: one message, if they fit into it."""
    body = msgspec.json.encode(convoy)
    if len(body) > LARGEST_MESSAGE and len(convoy) > 1:
        half = len(convoy) // 2
        return messages(convoy[:half], now) + messages(convoy[half:], now)
    return [Sent(body.decode(), delay_seconds(convoy[0].wanted_at, now))]


def convoy_in(body: str) -> tuple[Due, ...]:
    """What a message says."""
    return msgspec.json.decode(body, type=tuple[Due, ...])


def _join_lanes(due: Iterable[Due], store: Store, now: datetime) -> None:
    joining: dict[tuple[str, str], list[Due]] = {}
    for one in due:
        joining.setdefault(one.account, []).append(one)
    for _ in range(TRIES):
        lanes = store.several(Lane, list(joining))
        joined = [
            lanes.get(key, Lane(client=key[0], account=key[1], version=0)).joined([one.post for one in some], now)
            for key, some in joining.items()
        ]
        try:
            store.commit(*joined)
        except ConflictError:
            continue
        return
    raise StoreError("The order of an account's posts could not be written; it changes too often.")
