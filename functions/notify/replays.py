"""The next page of the ledger that an endpoint is to be told again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol

from shared.domain.couriers import Courier
from shared.domain.deliveries import Delivery, queued, wants
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Fact
from shared.domain.replays import Replay
from shared.stores import Deliveries, Reading


class Store(Reading, Deliveries, Protocol): ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    replay: Replay | None
    """As it is after this page; None: there is no such replay, or none any more."""
    deliveries: Sequence[Delivery] = ()
    facts: Sequence[Fact] = ()


def next_page(courier: Courier, endpoint: Endpoint, store: Store, now: datetime, most: int) -> Page:
    """What waits already is left as it is: it will be told anyway."""
    replay = store.get(Replay, courier.client, courier.replay)
    if replay is None or replay.finished_at is not None:
        return Page(replay=None)
    seen = list(islice(store.ledger(replay.client, replay.day, replay.after), most))
    wanted = [one for one in seen if replay.since <= one.at < replay.until and wants(endpoint, one)]
    known = store.several_deliveries(endpoint.id, [one.id for one in wanted])
    again = [
        known[one.id].again(replay.id, now) if one.id in known else queued(one, endpoint.id, now)
        for one in wanted
        if one.id not in known or not known[one.id].waits
    ]
    last = seen[-1].id if seen else replay.after
    replay = replay.further(last, len(again), is_last_of_day=len(seen) < most, now=now)
    facts: Sequence[Fact] = ()
    if replay.finished_at is not None:
        data = {"endpoint": endpoint.id, "events": replay.events}
        facts = (Fact(type="replay.finished", subject=replay.id, data=data),)
    return Page(replay=replay, deliveries=again, facts=facts)
