"""Webhooks out, with some endpoints dead, slow or flapping: what is lost, out of order, and delayed for the others.

On the deployed engine, from the ledger stream to HTTP receivers on the loopback; each event is wanted by one endpoint:
all of them by each would be more than two cores write in a sitting. That is told in virtual time (``virtual``), by the
real fan-out and runner over a memory store. ``delay_ms``: of what healthy endpoints were told, from when it
happened until it was received: first ``to_queue``, until the stream brought it and it was put up, then ``to_receiver``.
``healthy_p99_ratio``: of the whole's p99 to that of a run in which all are healthy.
``lost``: what was neither told nor waits; ``late``: what waits for an endpoint that answers. ``out_of_order``: events
whose first telling came after a later one's of the same subject.

``aws_calls_per_event`` and ``usd_per_million`` are ``counted``'s, for one endpoint.
"""

import os
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.bench.goals import AtMost, Goal
from infra.bench.percentiles import percentiles
from infra.bench.samples import OWNER
from infra.bench.webhooks import counted, virtual
from infra.bench.webhooks.events import Wanted, disorder, endpoint
from infra.bench.webhooks.receivers import Kind, Receivers, receiving
from infra.client import Api
from infra.engine import Engine, running_engine
from shared.domain.clock import SystemClock, id_maker
from shared.stores.dynamo import DynamoStore

AT_ONCE = 20
"""Events in one commit."""
QUIET = 75.0
"""Seconds without anything received, after which nothing more is waited for."""
PATIENCE = 60.0
"""Seconds for an answer of the engine to this bench itself."""
MILLISECOND = timedelta(milliseconds=1)
KINDS: Mapping[Kind, int] = {Kind.REFUSING: 2, Kind.HANGING: 3, Kind.SLOW: 2, Kind.FLAPPING: 1}
GOALS: dict[str, Goal] = {
    "lost": AtMost(0),
    "late": AtMost(0),
    "out_of_order": AtMost(0),
    "healthy_p99_ratio": AtMost(1.2),
    "virtual.lost": AtMost(0),
    "virtual.out_of_order": AtMost(0),
    "virtual.healthy_p99_ratio": AtMost(1.2),
}


def measure(
    *, events: int = 10_000, endpoints: int = 20, per_second: float = 25.0, virtual_events: int = 10_000
) -> dict[str, Any]:
    """``per_second``: at which events happen; below what two cores can tell, or they would measure their own queue."""
    some_not = [kind for kind, number in KINDS.items() for _ in range(number)]
    some_not += [Kind.HEALTHY] * (endpoints - len(some_not))
    calm = _on_its_own(events, [Kind.HEALTHY] * endpoints, per_second)
    rough = _on_its_own(events, some_not, per_second)
    return {
        "lost": calm["lost"] + rough["lost"],
        "out_of_order": calm["out_of_order"] + rough["out_of_order"],
        "healthy_p99_ratio": round(rough["delay_ms"]["whole"]["p99"] / calm["delay_ms"]["whole"]["p99"], 3),
        **counted.measure(),
        "events_per_second": calm["events_per_second"],
        "delay_ms": {"all_healthy": calm["delay_ms"], "some_not": rough["delay_ms"]},
        "late": calm["late"] + rough["late"],
        "told_again": calm["told_again"] + rough["told_again"],
        "virtual": virtual.measure(virtual_events, some_not),
    }


def _on_its_own(events: int, kinds: Sequence[Kind], per_second: float) -> dict[str, Any]:
    """On an engine of its own, warmed: one whose tables have grown is slower."""
    with running_engine() as engine, receiving() as receivers:
        os.environ |= {"AWS_ENDPOINT_URL": engine.endpoint_url}
        _run(engine, receivers, "warm", [Kind.HEALTHY] * len(kinds), len(kinds) * AT_ONCE, per_second)
        return _run(engine, receivers, "measured", kinds, events, per_second)


def _run(
    engine: Engine, receivers: Receivers, client: str, kinds: Sequence[Kind], events: int, per_second: float
) -> dict[str, Any]:
    store = DynamoStore(engine.stage, read_timeout=PATIENCE)  # the engine has other things to do as well
    wanted = {each.endpoint: each for each in _made(engine, store, receivers, client, kinds)}
    receivers.clear()
    new_id = id_maker(SystemClock())
    names = list(wanted)
    began = time.monotonic()
    for first in range(0, events, AT_ONCE):
        time.sleep(max(0.0, began + first / per_second - time.monotonic()))
        now = datetime.now(UTC)
        entries = [
            wanted[names[number % len(names)]].happens(new_id("led"), client, now, number // len(names))
            for number in range(first, min(first + AT_ONCE, events))
        ]
        store.commit(*entries)
    answering = [each for each in wanted.values() if each.kind.answers]
    receivers.wait(sum(len(each.events) for each in answering), QUIET)
    return _found(store, receivers, list(wanted.values()), began)


def _made(
    engine: Engine, store: DynamoStore, receivers: Receivers, client: str, kinds: Sequence[Kind]
) -> Iterator[Wanted]:
    Api(engine.api_url, engine.agency_key).post(
        "/clients", {"id": client, "name": client, "zone": "Europe/Oslo", "owner": OWNER}
    )
    for number, kind in enumerate(kinds):
        made = Wanted(f"end_{client}_{number}", kind)
        store.commit(endpoint(made.endpoint, client, receivers.url(made.endpoint, kind), made.type))
        yield made


def _found(store: DynamoStore, receivers: Receivers, wanted: Sequence[Wanted], began: float) -> dict[str, Any]:
    delays: defaultdict[str, list[float]] = defaultdict(list)
    lost = out_of_order = again = late = 0
    for each in wanted:
        got = receivers.received(each.endpoint)
        first: dict[str, datetime] = {}
        for id_, at in got:
            first.setdefault(id_, at)
        again += len(got) - len(first)
        waiting = {one.id for one in store.waiting_deliveries(each.endpoint)}
        lost += len(each.events.keys() - first.keys() - waiting)
        late += len(waiting) if each.kind.answers else 0
        out_of_order += disorder(each.events[id_] for id_ in first)
        if each.kind is Kind.HEALTHY:
            queued_at = {one.id: one.queued_at for one in store.deliveries(each.endpoint)}
            for id_, at in first.items():
                happened_at = each.events[id_].at
                delays["whole"].append((at - happened_at) / MILLISECOND)
                delays["to_queue"].append((queued_at[id_] - happened_at) / MILLISECOND)
                delays["to_receiver"].append((at - queued_at[id_]) / MILLISECOND)
    took = receivers.last_at - began
    told = sum(len(receivers.received(each.endpoint)) for each in wanted)
    return {
        "lost": lost,
        "out_of_order": out_of_order,
        "told_again": again,
        "late": late,
        "delay_ms": {part: percentiles(found) for part, found in delays.items()},
        "events_per_second": round(told / took, 1),
    }
