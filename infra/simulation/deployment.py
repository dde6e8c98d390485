"""The deployed functions over a store that fails, a network that is slow and a queue that delivers twice."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from random import Random
from typing import Any

from functions.desk.wake import wake_soon
from functions.publish import reconcile, tick
from functions.publish.send import Sender
from functions.recover.drain import drain_all
from functions.recover.switch import Switch
from infra.simulation.slow_network import SlowNetwork
from infra.simulation.timeline import Timeline, Watch
from infra.simulation.witness import Witness
from shared.api.routes import Change
from shared.dispatch import convoy_in, messages
from shared.outcomes import Outcomes
from shared.queues import QueueError, Sent
from shared.stores import ConflictError, StoreError
from shared.stores.memory import MemoryStore

STORY = 480.0
"""Seconds in which people act and things go wrong."""
CLEAN_UP = 900.0
"""Seconds of calm after it, with the clean-up functions running: more than the longest window."""
REDELIVERED = 30.0
DAY = 86_400.0


class FaultyStore:
    """Each call a step that may fail: before it does anything, or after, so that the caller cannot know."""

    def __init__(self, timeline: Timeline, store: MemoryStore, witness: Witness) -> None:
        self._timeline = timeline
        self._store = store
        self._witness = witness

    def __getattr__(self, method: str) -> Any:
        real = getattr(self._store, method)

        def called(*args: Any) -> Any:
            return self._timeline.call(f"store.{method}", lambda: self._answered(method, real, args))

        return called

    def _answered(self, method: str, real: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        weather = self._timeline.weather
        if self._timeline.happens(weather.store_errors):
            raise StoreError("The store did not answer.")
        result = real(*args)
        if method == "commit":
            self._witness.committed(args)
            if self._timeline.happens(weather.lost_replies):
                raise self._timeline.chance.choice((StoreError("The answer was lost."), ConflictError(args[0])))
        return list(result) if hasattr(result, "__next__") else result


class Outbound:
    """A queue that delivers at least once, some of it much later, and again whatever failed."""

    def __init__(self, timeline: Timeline, deliver: Callable[[str], None]) -> None:
        self._timeline = timeline
        self._deliver = deliver

    def send(self, body: str, delay_seconds: int = 0) -> None:
        def take() -> None:
            timeline, weather = self._timeline, self._timeline.weather
            if timeline.happens(weather.queue_errors):
                raise QueueError("The queue did not take the message.")
            late = timeline.happens(weather.late_messages)
            self._later(delay_seconds + (timeline.chance.uniform(0, STORY) if late else 0), body)
            if timeline.happens(weather.duplicates):
                self._later(delay_seconds, body)
                self._later(timeline.chance.choice((STORY, DAY)) * timeline.chance.random(), body)
            if timeline.happens(weather.queue_errors):
                raise QueueError("The queue's answer was lost.")

        self._timeline.call("queue.send", take)

    def send_all(self, messages: Sequence[Sent]) -> None:
        for one in messages:
            self.send(one.body, one.delay_seconds)

    def _later(self, seconds: float, body: str) -> None:
        self._timeline.later(seconds + self._timeline.chance.random(), lambda: self._deliver(body))


class Deployment:
    """Each function runs with a clock of its own."""

    def __init__(self, timeline: Timeline, sender: type[Sender]) -> None:
        self.timeline = timeline
        self.plain = MemoryStore()
        self.witness = Witness(timeline, self.plain)
        self.network = self.witness.network = SlowNetwork(timeline, self.witness.landed, self._due)
        self.store: Any = FaultyStore(timeline, self.plain, self.witness)
        self._queue = Outbound(timeline, self._deliver)
        self._sender = sender
        self._numbers = count(1)

    def _due(self, post: str) -> datetime | None:
        known = self.plain.post(post)
        return known.due_at if known else None

    @property
    def chance(self) -> Random:
        return self.timeline.chance

    def new_id(self, prefix: str) -> str:
        return f"{prefix}_{next(self._numbers)}"

    def committed(self, change: Change, watch: Watch) -> None:
        """What the API does with what a route returned."""
        self.store.commit(*change.records)
        wake_soon(change, self.store, self._queue, watch.now())

    def switch(self, watch: Watch) -> Switch:
        outcomes = Outcomes(self.store, self.network.connect, watch, self.new_id, "recover")
        return Switch(store=self.store, outcomes=outcomes, clock=watch, new_id=self.new_id)

    def run_by_the_clock(self, every: float = 60.0) -> None:
        """Tick, reconcile and drain, from now on; less often once there is little to do."""
        self.timeline.launch("t", lambda watch: tick.tick(store=self.store, outbound=self._queue, clock=watch))
        self.timeline.launch("r", self._reconcile)
        self.timeline.launch("d", lambda watch: drain_all(self.switch(watch)))
        if self.timeline.ticks < STORY + CLEAN_UP - every:
            following = 60.0 if self.timeline.ticks < STORY else 150.0
            self.timeline.later(every, lambda: self.run_by_the_clock(following))

    def _reconcile(self, watch: Watch) -> None:
        outcomes = Outcomes(self.store, self.network.connect, watch, self.new_id, "reconcile")
        reconcile.reconcile(store=self.store, outcomes=outcomes, clock=watch)

    def _deliver(self, body: str) -> None:
        def send(watch: Watch) -> None:
            sender = self._sender(self.store, self.network.connect, watch, self.new_id)
            again = sender.send_each(convoy_in(body))
            if again:
                self._queue.send_all(messages(again, watch.now()))

        self.timeline.launch("w", send, lambda: self.timeline.later(REDELIVERED, lambda: self._deliver(body)))
