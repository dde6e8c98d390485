"""Every event to every endpoint, in virtual time: the real fan-out and runner over a memory store, each call on a watch
of its own, so that nobody waits for another's answer. An endpoint has one holder at a time; a call that comes while it
is at work is answered when it is through."""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from functions.notify.fan_out import fan_out
from functions.notify.run import Runner
from functions.notify.tell import Answered, Unanswered
from infra.bench.percentiles import percentiles
from infra.bench.webhooks.events import disorder, endpoint, happened
from infra.bench.webhooks.receivers import FLAPS, SLOW, Kind
from shared.domain.clock import id_maker
from shared.domain.deliveries import Delivery
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.queues import Sent
from shared.stores import Record
from shared.stores.memory import MemoryStore
from shared.wakes import wake_in

CLIENT = "acme"
BEGINS = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
SPAN = timedelta(minutes=20)
"""In which the events happen."""
AFTER = timedelta(hours=1)
"""In which what is still to be told is."""
BATCH = 100
HANGS = 13.0
"""Seconds until a request without an answer is given up."""


@dataclass(slots=True)
class Watch:
    at: datetime

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Shelves(MemoryStore):
    """With what waits, and the entries, where they are found without looking at all there is."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: defaultdict[str, dict[str, Delivery]] = defaultdict(dict)

    def commit(self, *records: Record) -> None:
        super().commit(*records)
        for record in records:
            if isinstance(record, Delivery):
                self._waiting[record.endpoint].pop(record.id, None)
                if record.waits:
                    self._waiting[record.endpoint][record.id] = record

    def waiting_deliveries(self, endpoint: str) -> Iterator[Delivery]:  # nothing is replayed here
        return iter([delivery for _, delivery in sorted(self._waiting[endpoint].items())])

    def count(self) -> int:
        return len(self._tables["deliveries"])


@dataclass(slots=True)
class Calls:
    """The queue."""

    watch: Watch
    calls: list[tuple[datetime, int, str]]
    numbers: Any

    def send(self, body: str, delay_seconds: float = 0) -> None:
        heapq.heappush(self.calls, (self.watch.at + timedelta(seconds=delay_seconds), next(self.numbers), body))

    def send_all(self, messages: Sequence[Sent]) -> None:
        for one in messages:
            self.send(one.body, one.delay_seconds)


@dataclass(slots=True)
class World:
    kinds: dict[str, Kind]
    store: Shelves = field(default_factory=Shelves)
    calls: list[tuple[datetime, int, str]] = field(default_factory=list)
    told: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    delays: list[float] = field(default_factory=list)
    """Milliseconds, of what healthy endpoints were told."""
    tried: int = 0
    _numbers: Any = field(default_factory=count)
    _busy_until: dict[str, datetime] = field(default_factory=dict)

    def run(self, events: int) -> None:
        for name in self.kinds:
            self.store.commit(endpoint(name, CLIENT, "https://hooks.example", "bench.happened"))
        for first in range(0, events, BATCH):
            now = BEGINS + SPAN * first / events
            self._calls_until(now)
            watch = Watch(now)
            new_id = id_maker(watch)
            entries = [
                happened(new_id("led"), CLIENT, now, "bench.happened", f"pst_{number // 8}")
                for number in range(first, min(first + BATCH, events))
            ]
            self.store.commit(*entries)
            fan_out(entries, store=self.store, deliveries=Calls(watch, self.calls, self._numbers), now=now)
        self._calls_until(BEGINS + SPAN + AFTER)

    def _calls_until(self, end: datetime) -> None:
        while self.calls and self.calls[0][0] <= end:
            at, _, body = heapq.heappop(self.calls)
            wake = wake_in(body)
            busy_until = self._busy_until.get(wake.endpoint, at)
            if busy_until > at:
                heapq.heappush(self.calls, (busy_until, next(self._numbers), body))
                continue
            watch = Watch(at)
            runner = Runner(
                store=self.store,
                tell=lambda entry, to, watch=watch: self._tell(entry, to, watch),
                at_once=lambda jobs, _seconds: [job() for job in jobs] and None,
                deliveries=Calls(watch, self.calls, self._numbers),
                clock=watch,
                new_id=id_maker(watch),
                jitter=lambda: 0.5,
            )
            runner.run(wake)
            self._busy_until[wake.endpoint] = watch.at

    def _tell(self, entry: Entry, to: Endpoint, watch: Watch) -> Answered:
        kind = self.kinds[to.id]
        self.tried += 1
        if not kind.answers:
            watch.sleep(HANGS if kind is Kind.HANGING else 0.0)
            raise Unanswered("it gave no answer")
        watch.sleep((SLOW if kind is Kind.SLOW else 0.01) / 8)
        if kind is Kind.FLAPPING and watch.monotonic() % (2 * FLAPS) < FLAPS:
            return Answered(503)
        self.told[to.id].append(entry)
        if kind is Kind.HEALTHY:
            self.delays.append((watch.at - entry.at) / timedelta(milliseconds=1))
        return Answered(204)


def _ran(events: int, kinds: Sequence[Kind]) -> World:
    world = World({f"end_{number}": kind for number, kind in enumerate(kinds)})
    world.run(events)
    return world


def measure(events: int, kinds: Sequence[Kind]) -> dict[str, float]:
    world, calm = _ran(events, kinds), _ran(events, [Kind.HEALTHY] * len(kinds))
    lost = out_of_order = again = 0
    for name in world.kinds:
        first = list({entry.id: entry for entry in world.told[name]}.values())
        waiting = sum(1 for _ in world.store.waiting_deliveries(name))
        may_wait = 0 if world.kinds[name].answers else waiting
        lost += events - len(first) - may_wait
        again += len(world.told[name]) - len(first)
        out_of_order += disorder(first)
    return {
        "deliveries": world.store.count(),
        "lost": lost,
        "out_of_order": out_of_order,
        "healthy_p99_ratio": round(percentiles(world.delays)["p99"] / percentiles(calm.delays)["p99"], 3),
        "told_again": again,
        "requests_to_the_dead": world.tried - sum(map(len, world.told.values())),
    }
