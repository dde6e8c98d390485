"""Webhooks out in one process: the real fan-out, runner and retry over a memory store, a queue and a fake clock."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from functions.notify.fan_out import fan_out
from functions.notify.retry import retry
from functions.notify.run import Runner
from functions.notify.tell import Answered, Unanswered
from shared.domain.clock import id_maker
from shared.domain.couriers import Courier
from shared.domain.deliveries import Delivery
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.domain.parties import DEPLOYMENT, Party, Roll
from shared.queues import Sent
from shared.wakes import wake_in
from tests.house import WatchedStore, counting_entropy
from tests.network import START, FakeClock

Behaviour = Callable[[Entry, datetime], Answered | int | None]
"""What an endpoint answers: a status, or nothing."""
REDELIVERED_AFTER = 360.0
"""Seconds: a call whose handling failed is visible again."""
MINUTE = 60.0


def fine(entry: Entry, now: datetime) -> int:
    return 204


def silent(entry: Entry, now: datetime) -> None:
    return None


def answering(status: int, retry_after: float | None = None) -> Behaviour:
    return lambda _entry, _now: Answered(status, retry_after)


def in_turn(jobs: Sequence[Callable[[], None]], seconds: float) -> None:
    for job in jobs:
        job()


@dataclass(frozen=True, slots=True)
class Telling:
    at: datetime
    endpoint: str
    entry: Entry
    status: int


@dataclass
class DelayQueue:
    """Calls, each with when it is visible."""

    clock: FakeClock
    calls: list[tuple[float, int, str]] = field(default_factory=list)
    _numbers: Any = field(default_factory=count)

    def send(self, body: str, delay_seconds: float = 0) -> None:
        heapq.heappush(self.calls, (self.clock.monotonic() + delay_seconds, next(self._numbers), body))

    def send_all(self, messages: Sequence[Sent]) -> None:
        for one in messages:
            self.send(one.body, one.delay_seconds)

    @property
    def next_at(self) -> float:
        return self.calls[0][0] if self.calls else float("inf")


class PostOffice:
    """``client`` with endpoints, each of which behaves as it is told to."""

    def __init__(self, client: str = "acme") -> None:
        self.client = client
        self.clock = FakeClock()
        self.new_id = id_maker(self.clock, counting_entropy())
        self.store = WatchedStore()
        self.queue = DelayQueue(self.clock)
        self.behaviours: dict[str, Behaviour] = {}
        self.tellings: list[Telling] = []
        self.takes = 0.0
        """Seconds for each answer."""
        self.streamed: set[str] = set()
        self.sent_minutes = 0
        self.crashes = 0
        self.seen_store: Any = self.store
        """The store, the queue and the telling as the code sees them."""
        self.seen_queue: Any = self.queue
        self.seen_tell: Callable[[Entry, Endpoint], Answered] = self.tell
        self.store.commit(Roll(realm=DEPLOYMENT, id="agy_1"), Roll(realm="agy_1", id=client))

    def endpoint(self, behaviour: Behaviour = fine, *, events: Sequence[str] = ()) -> str:
        made = Endpoint(
            id=self.new_id("end"),
            client=self.client,
            party=Party.CLIENT,
            agency=None,
            url="https://hooks.example",
            secrets=(),
            events=tuple(events),
            created_at=self.clock.now(),
        )
        self.store.commit(made)
        self.behaviours[made.id] = behaviour
        return made.id

    def happens(self, subject: str, type_: str = "post.published", **data: Any) -> Entry:
        made = Entry(
            id=self.new_id("led"),
            realm=self.client,
            at=self.clock.now(),
            type=type_,
            subject=subject,
            who={"function": "test"},
            data=data,
        )
        self.store.commit(made)
        return made

    def stream(self) -> None:
        """The ledger's new entries, a batch until it is taken."""
        days = {self.clock.now().date(), (self.clock.now() - timedelta(days=1)).date()}
        found = [one for day in sorted(days) for one in self.store.ledger(self.client, day)]
        batch = [one for one in found if one.id not in self.streamed]
        while batch and not self._survives(
            lambda: fan_out(batch, store=self.seen_store, deliveries=self.seen_queue, now=self.clock.now())
        ):
            self.clock.sleep(1)
        self.streamed |= {one.id for one in batch}

    def tell(self, entry: Entry, endpoint: Endpoint) -> Answered:
        self.clock.sleep(self.takes)
        given = self.behaviours[endpoint.id](entry, self.clock.now())
        answer = given if isinstance(given, Answered) else Answered(given or 0)
        self.tellings.append(Telling(self.clock.now(), endpoint.id, entry, answer.status))
        if not answer.status:
            raise Unanswered("it gave no answer (ConnectTimeoutError)")
        return answer

    def runner(self) -> Runner:
        return Runner(
            store=self.seen_store,
            tell=self.seen_tell,
            at_once=in_turn,
            deliveries=self.seen_queue,
            clock=self.clock,
            new_id=self.new_id,
            jitter=lambda: 0.5,
        )

    def goes_on(self, seconds: float) -> None:
        """Streams, calls and minutes in the order of their time."""
        end = self.clock.monotonic() + seconds
        self.stream()
        while (at := min(self.queue.next_at, (self.sent_minutes + 1) * MINUTE)) <= end:
            self.clock.sleep(max(0.0, at - self.clock.monotonic()))
            if at == self.queue.next_at:
                _, _, body = heapq.heappop(self.queue.calls)
                if not self._survives(lambda body=body: self.runner().run(wake_in(body))):
                    self.queue.send(body, REDELIVERED_AFTER)
            else:
                self.sent_minutes += 1
                self._survives(lambda: retry(store=self.seen_store, deliveries=self.seen_queue, now=self.clock.now()))
            self.stream()
        self.clock.sleep(max(0.0, end - self.clock.monotonic()))

    def _survives(self, handling: Callable[[], object]) -> bool:
        try:
            handling()
        except CrashError:
            self.crashes += 1
            return False
        return True

    def told(self, endpoint: str) -> list[str]:
        """The ids of what got through to an endpoint, as often as it did."""
        return [one.entry.id for one in self.tellings if one.endpoint == endpoint and 200 <= one.status < 300]

    def courier(self, endpoint: str) -> Courier:
        found = self.store.get(Courier, self.client, endpoint)
        assert found is not None
        return found

    def kept(self, endpoint: str) -> Endpoint:
        found = self.store.get(Endpoint, self.client, endpoint)
        assert found is not None
        return found

    def delivery(self, endpoint: str, id_: str) -> Delivery:
        return self.store.several_deliveries(endpoint, [id_])[id_]

    def entries(self, days: int = 5) -> list[Entry]:
        dates = [(START + timedelta(days=day)).date() for day in range(days)]
        return [one for day in dates for one in self.store.ledger(self.client, day)]

    def first_tellings(self, endpoint: str) -> Mapping[str, list[str]]:
        """By subject, what got through, each once, in the order of its first time."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for one in self.tellings:
            if one.endpoint == endpoint and 200 <= one.status < 300:
                found[one.entry.subject][one.entry.id] = None
        return {subject: list(ids) for subject, ids in found.items()}


class CrashError(BaseException):
    """The function is gone at this point, and with it whatever would have caught an exception."""
