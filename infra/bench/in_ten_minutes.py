"""Many posts due within minutes, in virtual time: the real tick and the real sender, over a store in memory.

Each call takes a time assumed here and is counted as AWS would; each message is handled in a function of its own, as
many at once as there are. What is simulated is AWS, not the code.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any

from functions.publish.send import Sender
from functions.publish.tick import tick
from infra.bench.percentiles import percentiles
from infra.bench.prices import usd
from infra.bench.samples import let_out, scheduled
from infra.simulation.people import account
from shared.dispatch import convoy_in, messages
from shared.domain.clock import id_maker
from shared.domain.posts import Published
from shared.networks import Ready
from shared.queues import MOST_AT_ONCE, Sent
from shared.stores.batches import MOST_READ
from shared.stores.dynamo import PAGE
from shared.stores.memory import MemoryStore

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TAKES = {"store": 0.010, "queue": 0.010, "network": 0.300, "start": 0.010}
"""Seconds of one call to DynamoDB, to SQS and to a social network, and from a message's time to its function's."""
MOST_DELETED = 25
"""Items in one ``BatchWriteItem``. Source:
https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html"""
MEMORY = 0.5
"""GB."""
TIMERS_IN_A_UNIT = 10
"""Of 4 KB."""


@dataclass
class Bill:
    calls: int = 0
    units: Counter[str] = field(default_factory=Counter)
    """Of what is paid for, by the names in :data:`infra.bench.prices.PRICES`, and Lambda's GB-seconds."""

    def add(self, calls: int, **units: float) -> None:
        self.calls += calls
        for name, number in units.items():
            self.units[name] += number  # type: ignore[assignment]

    def per_million(self, posts: int) -> float:
        return usd(self.units) / posts


@dataclass
class Watch:
    """One function's clock; it goes on with what the function does."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def _pages(number: int, most: int) -> int:
    return max(1, math.ceil(number / most))


BILLED: Mapping[str, Callable[[tuple[Any, ...], Any], tuple[int, dict[str, float]]]] = {
    "commit": lambda given, _: (1, {"write": len(given) * (2 if len(given) > 1 else 1)}),
    "get": lambda *_: (1, {"read": 1}),
    "post": lambda *_: (1, {"read": 1}),
    "clearance": lambda *_: (1, {"read": 8}),
    "several": lambda given, _: (_pages(len(given[1]), MOST_READ), {"read": len(given[1])}),
    "several_posts": lambda given, _: (_pages(len(given[0]), MOST_READ), {"read": len(given[0])}),
    "due": lambda given, found: (
        max(len(given[0]), _pages(len(found), PAGE)),
        {"read": max(len(given[0]), len(found) / TIMERS_IN_A_UNIT)},
    ),
    "forget": lambda given, _: (_pages(len(given[0]), MOST_DELETED), {"write": len(given[0])}),
}
"""By call of the store: how many requests it is, and how many units of what."""


@dataclass
class BilledStore:
    store: MemoryStore
    watch: Watch
    bill: Bill

    def __getattr__(self, name: str) -> Any:
        real, billed = getattr(self.store, name), BILLED[name]

        def call(*given: Any) -> Any:
            if name == "due":
                given = (list(given[0]),)
            found = real(*given)
            found = list(found) if name == "due" else found
            calls, units = billed(given, found)
            self.bill.add(calls, **units)
            self.watch.sleep(calls * TAKES["store"])
            return found

        return call


@dataclass
class BilledQueue:
    deliver: Callable[[datetime, str], None]
    watch: Watch
    bill: Bill

    def send(self, body: str, delay_seconds: int = 0) -> None:
        self.send_all([Sent(body, delay_seconds)])

    def send_all(self, messages: Sequence[Sent]) -> None:
        for first in range(0, len(messages), MOST_AT_ONCE):
            self.bill.add(1, sqs=1)
            self.watch.sleep(TAKES["queue"])
            for one in messages[first : first + MOST_AT_ONCE]:
                self.deliver(self.watch.now() + timedelta(seconds=one.delay_seconds), one.body)


@dataclass
class PromptLine:
    """A network that takes everything."""

    watch: Watch
    due: Callable[[str], datetime]
    landed: list[tuple[str, float]]

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        late = (self.watch.now() - self.due(ready.part.post)).total_seconds()
        self.landed.append((ready.part.post, late * 1000))
        self.watch.sleep(min(TAKES["network"], timeout))
        return Published(external_id=ready.attempt.id, url="", at=self.watch.now())


class Minutes:
    """The minutes in which the posts are due, and all that happens in them."""

    def __init__(self) -> None:
        self.store, self.bill = MemoryStore(), Bill()
        self.landed: list[tuple[str, float]] = []
        self.spans: list[tuple[datetime, datetime]] = []
        """In which a function was under way."""
        self._messages: list[tuple[datetime, int, str]] = []
        self._numbers = count()

    def run(self, minutes: int) -> None:
        for minute in range(minutes):
            self._send_until(START + timedelta(minutes=minute))
            watch = Watch(START + timedelta(minutes=minute))
            tick(
                store=BilledStore(self.store, watch, self.bill),
                outbound=BilledQueue(self._deliver, watch, self.bill),
                clock=watch,
            )
        self._send_until(datetime.max.replace(tzinfo=UTC))

    def at_once(self) -> int:
        """The most functions that were under way at the same time."""
        steps = sorted([(began, 1) for began, _ in self.spans] + [(ended, -1) for _, ended in self.spans])
        under_way = most = 0
        for _, step in steps:
            under_way += step
            most = max(most, under_way)
        return most

    def _deliver(self, at: datetime, body: str) -> None:
        heappush(self._messages, (at, next(self._numbers), body))

    def _send_until(self, until: datetime) -> None:
        while self._messages and self._messages[0][0] < until:
            at, _, body = heappop(self._messages)
            watch = Watch(at + timedelta(seconds=TAKES["start"]))
            began = watch.now()
            store = BilledStore(self.store, watch, self.bill)
            sender = Sender(store, lambda _, watch=watch: self._line(watch), watch, id_maker(watch))  # type: ignore[misc]
            if again := sender.send_each(convoy_in(body)):
                BilledQueue(self._deliver, watch, self.bill).send_all(messages(again, watch.now()))
            self.spans.append((began, watch.now()))
            # A message is received and deleted, and a function called, for each.
            ran = (watch.now() - began).total_seconds()
            self.bill.add(2, sqs=2, gb_seconds=ran * MEMORY, **{"lambda": 1})

    def _line(self, watch: Watch) -> Any:
        return PromptLine(watch, self._due, self.landed)

    def _due(self, id_: str) -> datetime:
        post = self.store.post(id_)
        if post is None or post.due_at is None:
            raise LookupError(id_)
        return post.due_at


def measure(posts: int, span: timedelta, accounts: int) -> dict[str, Any]:
    """``posts`` due evenly over ``span``, of each account in turn."""
    minutes = Minutes()
    minutes.store.commit(*let_out("acme", START))
    for number in range(accounts):
        minutes.store.commit(account(f"acc_{number}", "acme", START))
    ahead = timedelta(minutes=5)
    for number in range(posts):
        due_at = START + ahead + span * number / posts
        minutes.store.commit(*scheduled(f"pst_{number}", "acme", due_at, account=f"acc_{number % accounts}"))
    minutes.run((ahead + span) // timedelta(minutes=1) + 2)
    late = [lateness for _, lateness in minutes.landed]
    times = Counter(post for post, _ in minutes.landed)
    return {
        "posts": posts,
        "lateness_ms": percentiles(late),
        "early": sum(lateness < 0 for lateness in late),
        "lost": posts - len(times),
        "doubled": sum(times.values()) - len(times),
        "functions_at_once": minutes.at_once(),
        "aws_calls_per_post": round(minutes.bill.calls / posts, 2),
        "usd_per_million_posts": round(minutes.bill.per_million(posts), 2),
    }
