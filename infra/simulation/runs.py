"""The product's own code as far as its calls can take it: a tree of points, each found once.

Between two calls a function only computes: where it stands follows from what its calls were answered and what its clock
showed. A point is found by running the code from its beginning with the answers on record; every other schedule that
comes to the same point takes it from memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from infra.simulation.parts import Answer, Ask
from shared.domain.errors import BackchannelError

BEGUN = Answer(None)
History = tuple[tuple[Answer, int], ...]
"""Each answer, and the seconds since the scenario's start after which it came. The first one lets the run begin."""


class _ReachedError(BaseException):
    """The run has come to a call that is not answered yet. Not an Exception: no code of ours can catch it."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask


class Run:
    """What one run of a function sees: answers to its calls, a clock, and ids."""

    def __init__(self, name: str, start: datetime, history: History) -> None:
        self.read_clock = False
        """Since the last answer."""
        self._name = name
        self._start = start
        self._ids = count(1)
        (_, self._elapsed), *answers = history
        self._answers = iter(answers)

    def ask(self, ask: Ask) -> Any:
        for answer, elapsed in self._answers:
            self._elapsed, self.read_clock = elapsed, False
            return answer.given()
        raise _ReachedError(ask)

    def now(self) -> datetime:
        self.read_clock = True
        return self._start + timedelta(seconds=self._elapsed)

    def monotonic(self) -> float:
        self.read_clock = True
        return float(self._elapsed)

    def sleep(self, seconds: float) -> None:
        raise AssertionError(f"{self._name} waits for {seconds} s, and nothing in a scenario is due later")

    def new_id(self, prefix: str) -> str:
        return f"{prefix}_{self._name}_{next(self._ids)}"


@dataclass(frozen=True, slots=True)
class Met:
    """What a run came to: its next call, or its end, with what it returned."""

    ask: Ask | None
    result: Any = None


@dataclass(frozen=True, slots=True)
class Code:
    """A function of the product under the name by which its ids tell it, with a clock that can show ``times``."""

    name: str
    start: datetime
    times: Sequence[int]
    work: Callable[[Run], Any]

    def met(self, history: History) -> tuple[Met, Sequence[int]]:
        """What a run with these answers comes to, and at which times it comes to the same."""
        run = Run(self.name, self.start, history)
        try:
            met = Met(None, self.work(run))
        except _ReachedError as reached:
            met = Met(reached.ask)
        except BackchannelError:
            # The function run failed; what called it may call again.
            met = Met(None)
        at = history[-1][1]
        return met, [at] if run.read_clock else [time for time in self.times if time >= at]


class Point:
    """Where a run stands: about to begin, about to make the call ``ask``, or over, with its ``result``.

    It stands for all runs that have asked the same and been answered the same, whatever the clock showed them on the
    way. Where that makes them differ later, there are several points that may come next.
    """

    __slots__ = ("_code", "_histories", "_next", "ask", "begun", "name", "over", "result")

    def __init__(self, code: Code, histories: Sequence[History], met: Met, *, begun: bool = True) -> None:
        self.ask = met.ask
        self.result = met.result
        self.begun = begun
        self.over = begun and met.ask is None
        self.name = code.name
        self._code = code
        self._histories = histories
        self._next: dict[Answer, Mapping[int, Sequence[Point]]] = {}

    @classmethod
    def beginning(cls, code: Code) -> "Point":
        """Before the first call; or, where the clock is read before that, before even that."""
        history = ((BEGUN, code.times[0]),)
        met, times = code.met(history)
        if len(times) < len(code.times):
            return cls(code, [()], Met(None), begun=False)
        return cls(code, [history], met, begun=False)

    def after(self, answer: Answer, elapsed: int) -> Sequence["Point"]:
        """Where it may stand when it is answered so, after so many seconds."""
        known = self._next.get(answer)
        if known is None:
            known = self._next[answer] = self._found(answer)
        return known[elapsed]

    def _found(self, answer: Answer) -> Mapping[int, Sequence["Point"]]:
        histories: defaultdict[Met, list[History]] = defaultdict(list)
        at: defaultdict[int, set[Met]] = defaultdict(set)
        for history in self._histories:
            for longer, met, times in self._tried(history, answer):
                histories[met].append(longer)
                for time in times:
                    at[time].add(met)
        points = {met: Point(self._code, some, met) for met, some in histories.items()}
        return {time: [point for met, point in points.items() if met in mets] for time, mets in at.items()}

    def _tried(self, history: History, answer: Answer) -> Iterator[tuple[History, Met, Sequence[int]]]:
        """``history`` with the answer at each time at which it can have come and makes a difference."""
        last = history[-1][1] if history else 0
        left = [time for time in self._code.times if time >= last]
        while left:
            longer = (*history, (answer, left[0]))
            met, times = self._code.met(longer)
            yield longer, met, times
            left = left[len(times) :]
