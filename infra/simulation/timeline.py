"""A world in which every call takes time and may go wrong, all of it drawn from one seed.

Tasks are those of :class:`World`. Where an exhaustive search chooses who steps next, here time does: each call comes
back after a while that is drawn, so that any order can come about, and long ones too: a frozen worker, a late message.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from typing import Any

from infra.simulation.violation import ViolationError
from infra.simulation.world import CRASH_AFTER, CRASH_BEFORE, Task, World

MOST_SKEW = 2.4
"""Seconds by which a worker's wall clock is off. Two of them differ by less than the margin that the product grants."""
LONGEST_FREEZE = 90.0
BUGS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What no function run may end with, whatever the weather."""
RATES = (0.0, 0.003, 0.02)
"""How often something goes wrong, per call; one of these for each thing and seed."""


@dataclass(frozen=True, kw_only=True)
class Weather:
    """How often what goes wrong, per call; ``network`` weighs a publish's fates."""

    slow: float = 0.0
    freezes: float = 0.0
    jumps: float = 0.0
    crashes: float = 0.0
    store_errors: float = 0.0
    lost_replies: float = 0.0
    queue_errors: float = 0.0
    duplicates: float = 0.0
    late_messages: float = 0.0
    unreadable: float = 0.0
    lies: float = 0.0
    network: tuple[int, ...] = (1,)


CALM = Weather()


def drawn(chance: Random) -> Weather:
    rates = {name: chance.choice(RATES) for name in ("freezes", "jumps", "crashes", "store_errors", "queue_errors")}
    often = {name: chance.choice(RATES) * 10 for name in ("slow", "duplicates", "late_messages", "unreadable", "lies")}
    network = (chance.choice((4, 20)), *(chance.choice((0, 1, 4)) for _ in range(6)), chance.choice((0, 0, 1)))
    return Weather(**rates, **often, lost_replies=chance.choice(RATES) * 3, network=network)


@dataclass
class Watch:
    """A worker's clocks: the wall clock is off by ``skew``; the other stands still with a frozen machine."""

    timeline: "Timeline"
    skew: float
    stood_still: float = 0.0

    def now(self) -> datetime:
        return self.timeline.at + timedelta(seconds=self.skew)

    def monotonic(self) -> float:
        return self.timeline.ticks - self.stood_still

    def sleep(self, seconds: float) -> None:
        self.timeline.wait("sleep", max(seconds, 1e-6))


class Timeline(World):
    """``at`` and ``ticks`` are the true time. ``trace`` holds what happened, when it is asked for."""

    def __init__(self, start_at: datetime, chance: Random, weather: Weather, *, traced: bool = False) -> None:
        super().__init__(start_at)
        self.chance = chance
        self.weather = weather
        self.trace: list[tuple[str, ...]] | None = [] if traced else None
        self._start_at = start_at
        self._watches: dict[str, Watch] = {}
        self._failed: dict[str, Callable[[], None]] = {}
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._count = count()

    def note(self, *what: str) -> None:
        if self.trace is not None:
            self.trace.append((f"{self.ticks:10.3f}", *what))

    def happens(self, rate: float) -> bool:
        return rate > 0 and self.chance.random() < rate

    def later(self, seconds: float, do: Callable[[], None]) -> None:
        heappush(self._events, (self.ticks + seconds, next(self._count), do))

    def run_until(self, ticks: float) -> None:
        while self._events and self._events[0][0] <= ticks:
            moment, _, do = heappop(self._events)
            self._reach(moment)
            do()
        self._reach(ticks)

    def _reach(self, ticks: float) -> None:
        self.ticks = ticks
        self.at = self._start_at + timedelta(seconds=ticks)

    def launch(self, name: str, run: Callable[[Watch], Any], failed: Callable[[], None] | None = None) -> None:
        """A function run, with clocks of its own. ``failed`` is called when it dies or raises a refusal."""
        name = f"{name}#{next(self._count)}"
        watch = self._watches[name] = Watch(self, self.chance.uniform(-MOST_SKEW, MOST_SKEW))
        if failed is not None:
            self._failed[name] = failed

        def body() -> None:
            try:
                run(watch)
            except BUGS as bug:
                raise ViolationError(f"{name} broke: {bug!r}", self.trace or []) from bug
            self._failed.pop(name, None)

        self.start(name, body)

    def step(self, name: str, how: str = "") -> None:
        super().step(name, how)
        if self.tasks[name].over:
            del self.tasks[name]
            del self._watches[name]
            self.later(0.0, self._failed.pop(name, lambda: None))

    def call(self, label: str, do: Callable[[], Any]) -> Any:
        """One call of a task: it comes back after a while that is drawn, or the task dies around it."""
        if self.running is None:
            return do()
        how = ""
        if self.happens(self.weather.crashes):
            how = self.chance.choice((CRASH_BEFORE, CRASH_AFTER))
        return self._made(label, do, self._takes(self._watches[self.running.name]), how)

    def wait(self, label: str, seconds: float) -> None:
        if self.running is not None:
            self._made(label, lambda: None, seconds, "")

    def _made(self, label: str, do: Callable[[], Any], seconds: float, how: str) -> Any:
        assert self.running is not None
        name = self.running.name
        self.later(seconds, lambda: self.step(name, how))
        self.note(name, label, f"{seconds:.3f}", how)
        return super().call(label, do)

    def saw(self, task: Task, label: str, result: Any) -> None:
        self.note(task.name, label, "->", repr(result)[:900])

    def _takes(self, watch: Watch) -> float:
        if self.happens(self.weather.jumps):
            watch.skew = self.chance.uniform(-MOST_SKEW, MOST_SKEW)
        if self.happens(self.weather.freezes):
            frozen = self.chance.uniform(1.0, LONGEST_FREEZE)
            watch.stood_still += frozen * self.chance.choice((0, 1))
            return frozen
        return self.chance.uniform(0.2, 6.0) if self.happens(self.weather.slow) else self.chance.uniform(0.001, 0.05)
