"""What happens to every client's mentions each minute. A client whose turn fails keeps nobody else from theirs."""

from collections.abc import Callable, Iterator
from typing import Protocol

from functions.prioritize.following import Follower
from functions.prioritize.heating import warm
from functions.prioritize.nudging import nudge
from functions.prioritize.reranking import rerank
from functions.prioritize.spotting import spot
from functions.prioritize.waiting import attend
from shared import telemetry
from shared.clients import every_client
from shared.domain.clock import Clock, NewId
from shared.stores import Committing, Mentions, Reading, StoreError

LONGEST_RUN = 240.0
"""Seconds after which a run leaves the rest to the next one: well before its time-out."""
Shuffle = Callable[[list[str]], None]
"""So that, should time run out, it is not always the same who wait for the next run."""


class Store(Reading, Mentions, Committing, Protocol): ...


def attend_all(store: Store, clock: Clock, new_id: NewId, shuffle: Shuffle) -> int:
    """What waits climbs, what has a time is told, replies are tied to posts, a crisis is spotted, silence is asked.

    Returns how many mentions were due.
    """

    def turn(client: str, until: float) -> int:
        due = attend(client, store=store, clock=clock, new_id=new_id, until=until)
        follower = Follower(client, store=store, clock=clock, new_id=new_id)
        counted = spot(client, store=store, clock=clock, new_id=new_id, first=follower.follow)
        warm(client, counted, store=store, clock=clock)
        nudge(client, store=store, clock=clock, new_id=new_id)
        return due

    return sum(_turns(turn, store, clock, shuffle))


def rerank_all(store: Store, clock: Clock, shuffle: Shuffle) -> int:
    """After a change of what counts. Returns how many mentions were to be scored anew."""

    def turn(client: str, until: float) -> int:
        return rerank(client, store=store, clock=clock, until=until)

    return sum(_turns(turn, store, clock, shuffle))


def _turns(turn: Callable[[str, float], int], store: Store, clock: Clock, shuffle: Shuffle) -> Iterator[int]:
    until = clock.monotonic() + LONGEST_RUN
    clients = every_client(store)
    shuffle(clients)
    failed = 0
    for number, client in enumerate(clients):
        if clock.monotonic() >= until:
            telemetry.count("clients_left_to_the_next_run", len(clients) - number)
            break
        try:
            yield turn(client, until)
        except StoreError as failure:
            failed += 1
            telemetry.logger.warning("the next run tries again", extra={"client": client, "because": str(failure)})
    if failed:
        telemetry.count("clients_failed", failed)
