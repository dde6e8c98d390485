"""Function runs that give up control at each call to a store, a queue or a network.

Each is a greenlet that runs the product's own code until its next call; whoever drives the world decides when the call
is made, and whether the run dies before or after it. Nothing else in the world moves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from greenlet import greenlet

from shared.domain.errors import BackchannelError

CRASH_BEFORE = "crash before"
CRASH_AFTER = "crash after"


@dataclass
class Task:
    """One function run."""

    name: str
    dead: bool = False
    thread: greenlet = field(init=False)

    @property
    def over(self) -> bool:
        return self.dead or self.thread.dead


class World:
    """Tasks, and the true time: ``at``, and ``ticks`` in seconds. ``start`` runs a task up to its first call."""

    def __init__(self, now: datetime) -> None:
        self.at = now
        self.ticks = 0.0
        self.tasks: dict[str, Task] = {}
        self.running: Task | None = None

    def start(self, name: str, run: Callable[[], Any]) -> None:
        task = self.tasks[name] = Task(name)

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
        how = task.thread.parent.switch()
        if how == CRASH_BEFORE:
            self._die(task)
        try:
            result = do()
        except BackchannelError as error:
            self.saw(task, label, error)
            raise
        if how == CRASH_AFTER:
            self._die(task)
        self.saw(task, label, result)
        return result

    def saw(self, task: Task, label: str, result: Any) -> None:
        """What a call returned or raised."""

    def _die(self, task: Task) -> None:
        task.dead = True
        task.thread.parent.switch()
        raise AssertionError("a dead task was run")
