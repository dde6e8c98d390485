"""What the doctor found: a line for each thing that was tried, with what to do where it is not well."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from infra.cli.calling import Line
from infra.cli.failures import CommandError, RefusedError


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    """It works now, and will not for ever."""
    FAIL = "fail"
    SKIP = "skip"
    """It could not be tried; whether it works is not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    check: str
    """Its name, which never changes: programs go by it."""
    state: State
    says: str
    remedy: str = ""
    part: str = ""
    """The function or queue of the deployment that it is about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ward:
    """What the doctor is given: a line of the person who asks, perhaps one of a second person, and patience."""

    line: Line
    approver: Line | None
    patience: float
    """Seconds that a step of the worker path may take."""
    monotonic: Callable[[], float] = field(repr=False)
    sleep: Callable[[float], None] = field(repr=False)

    @property
    def client(self) -> str:
        return self.line.of_client()

    def until(self, look: Callable[[], Any]) -> Any:
        """The first true answer of ``look``; None when there was none in time."""
        ends = self.monotonic() + self.patience
        while True:
            if found := look():
                return found
            if self.monotonic() >= ends:
                return None
            self.sleep(0.5)


def why(failure: CommandError | RefusedError) -> str:
    """A failed call as one sentence."""
    return " ".join(failure.lines) if isinstance(failure, RefusedError) else str(failure)


UNDONE = (CommandError, RefusedError)
"""What a call that did not succeed raises."""
