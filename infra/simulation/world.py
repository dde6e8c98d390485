"""A small world in which every call of the real code to a store or a network is a step that can be scheduled.

Each task is a greenlet that runs the product's own code until its next call; whoever drives the world decides which
task steps next, whether it crashes before or after the call, when the network lands what is on its wire, and when
time passes. Nothing else in the world moves.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from greenlet import greenlet

from shared.domain.accounts import Account
from shared.domain.errors import BackchannelError
from shared.domain.posts import Post, Published
from shared.networks import OutcomeUnknownError, Shown

CRASH_BEFORE = "crash before"
CRASH_AFTER = "crash after"


class Crashed(BaseException):
    """The process died. Not an Exception: no code of ours can catch it."""


class ViolationError(AssertionError):
    """An invariant broke; ``trace`` tells how."""

    def __init__(self, invariant: str, trace: list[tuple[str, ...]]) -> None:
        super().__init__(f"{invariant}\n  " + "\n  ".join(" ".join(action) for action in trace))
        self.invariant = invariant


@dataclass
class Task:
    """One function run: what it is about to call, and all that it has seen, which is all that it can depend on."""

    name: str
    run: Callable[[], Any]
    pending: str = ""
    seen: int = 0
    """Hash over the results of its calls so far."""
    dead: bool = False
    waiting: "Flight | None" = None
    """The flight whose answer it waits for."""
    thread: greenlet = field(init=False)

    @property
    def over(self) -> bool:
        return self.dead or self.thread.dead


class World:
    """Tasks, the clock and the network's wire. ``start`` runs a task up to its first call."""

    def __init__(self, now: datetime) -> None:
        self.at = now
        self.ticks = 0.0
        self.tasks: dict[str, Task] = {}
        self.running: Task | None = None

    # The clock of all tasks. Sleeping is a step as well, and takes the time it takes.
    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def sleep(self, seconds: float) -> None:
        self.pass_time(timedelta(seconds=seconds))

    def pass_time(self, span: timedelta) -> None:
        self.at += span
        self.ticks += span.total_seconds()

    def start(self, name: str, run: Callable[[], Any]) -> None:
        task = Task(name, run)
        self.tasks[name] = task

        def body() -> None:
            try:
                run()
            except BackchannelError:
                """The function run failed; what called it may call again."""

        task.thread = greenlet(body)
        self.step(name)

    def step(self, name: str, how: str = "") -> None:
        """Let a task make its pending call and run up to the next one; or die around that call."""
        self.running = self.tasks[name]
        self.running.thread.switch(*([how] if how else []))
        self.running = None

    def call(self, label: str, do: Callable[[], Any]) -> Any:
        """Made by a task: give up control, then do the call when control comes back."""
        task = self.running
        if task is None:
            return do()
        task.pending = label
        how = task.thread.parent.switch()
        if how == CRASH_BEFORE:
            self._die(task)
        try:
            result = do()
        except Exception as error:
            self.saw(task, label, error)
            raise
        if how == CRASH_AFTER:
            self._die(task)
        self.saw(task, label, result)
        return result

    def saw(self, task: Task, label: str, result: Any) -> None:
        """Remember what a call returned or raised."""
        given = repr(result) if isinstance(result, Exception) else seen(result)
        task.seen = hash((task.seen, label, given))

    def _die(self, task: Task) -> None:
        task.dead = True
        task.waiting = None
        task.thread.parent.switch()
        raise AssertionError("a dead task was run")


def seen(result: Any) -> Any:
    """A hashable stand-in for what a call returned."""
    if isinstance(result, dict):
        return tuple(sorted((key, seen(value)) for key, value in result.items()))
    if isinstance(result, (list, tuple)):
        return tuple(seen(item) for item in result)
    return result


class Stepped:
    """``target`` with every method a step of whichever task calls it. Iterators are read whole in one step."""

    def __init__(self, world: World, target: Any, name: str) -> None:
        self._world = world
        self._target = target
        self._name = name

    def __getattr__(self, method: str) -> Any:
        real = getattr(self._target, method)

        def called(*args: Any, **kwargs: Any) -> Any:
            def do() -> Any:
                result = real(*args, **kwargs)
                return list(result) if hasattr(result, "__next__") else result

            return self._world.call(f"{self._name}.{method}", do)

        return called


@dataclass
class Flight:
    """A request on its way to the network. It may land after its sender has died."""

    attempt: str
    post: str
    text: str
    lands_until: datetime
    landed: "Status | None" = None
    dropped: bool = False

    @property
    def over(self) -> bool:
        return self.landed is not None or self.dropped


@dataclass
class Status:
    id: str
    attempt: str
    post: str
    text: str
    at: datetime
    deleted: bool = False


@dataclass
class WireNetwork:
    """Publishing has three steps: the request leaves, it lands or is lost, the answer comes back."""

    world: World
    flights: list[Flight] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    lands_late: bool = False
    """Whether a request may land after its sender's time-out."""

    def connect(self, _account: Account) -> "WireLine":
        return WireLine(self)

    def under_way(self) -> list[Flight]:
        return [flight for flight in self.flights if not flight.over]

    def land(self, flight: Flight) -> None:
        status = Status(f"s{len(self.statuses) + 1}", flight.attempt, flight.post, flight.text, self.world.now())
        self.statuses.append(status)
        flight.landed = status

    def state(self) -> Any:
        return (
            tuple((flight.attempt, flight.landed is not None, flight.dropped) for flight in self.flights),
            tuple((status.attempt, status.deleted) for status in self.statuses),
        )


@dataclass
class WireLine:
    network: WireNetwork

    def publish(self, post: Post, attempt: str, *, timeout: float) -> Published:
        world = self.network.world
        flight = Flight(attempt, post.id, post.text, world.now() + timedelta(seconds=timeout))

        world.call("network.send", lambda: self.network.flights.append(flight))
        task = world.running
        if task is not None:
            task.waiting = flight

        def answer() -> Published:
            if flight.landed is None:
                flight.dropped = flight.dropped or not self.network.lands_late
                raise OutcomeUnknownError("no answer came")
            return published(flight.landed)

        result: Published = world.call("network.answer", answer)
        if task is not None:
            task.waiting = None
        return result

    def find(self, post: Post, since: datetime, taken: Collection[str] = ()) -> Published | None:
        def look() -> Published | None:
            for status in self.network.statuses:
                if status.post == post.id and not status.deleted and status.at >= since and status.id not in taken:
                    return published(status)
            return None

        found: Published | None = self.network.world.call("network.find", look)
        return found

    def recall(self, external_id: str) -> None:
        def delete() -> None:
            for status in self.network.statuses:
                if status.id == external_id:
                    status.deleted = True

        self.network.world.call("network.recall", delete)

    def visible(self, external_id: str) -> bool:
        def look() -> bool:
            return any(status.id == external_id and not status.deleted for status in self.network.statuses)

        return bool(self.network.world.call("network.visible", look))

    def recent(self, since: datetime) -> Sequence[Shown]:
        network = self.network

        def look() -> list[Shown]:
            up = [one for one in network.statuses if not one.deleted and one.at >= since]
            return [Shown(published=published(one), text=one.text) for one in reversed(up)]

        shown: list[Shown] = network.world.call("network.recent", look)
        return shown


def published(status: Status) -> Published:
    return Published(external_id=status.id, url=f"https://social.example/{status.id}", at=status.at)
