"""What functions share, the store and the network, as values that calls turn into others.

A call's answer and effect depend on what a part holds and on nothing else, so each such pair is tried out once.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol

from shared.domain.errors import BackchannelError


@dataclass(frozen=True, slots=True)
class Ask:
    """A call to a part of what functions share."""

    part: str
    method: str
    args: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return f"{self.part}.{self.method}"


class Answer:
    """What a call returned or raised. Of equal ones there is one object, which stands for them all."""

    __slots__ = ("_error", "_value")

    def __init__(self, value: Any, error: BackchannelError | None = None) -> None:
        self._value = value
        self._error = error

    def given(self) -> Any:
        if self._error is not None:
            raise self._error.with_traceback(None)
        return self._value


class Live(Protocol):
    """A part at work, whose methods are the calls. All that it holds is its ``content``."""

    @property
    def content(self) -> Hashable: ...


class Part:
    """A part that holds ``content``. Of equal ones there is one object."""

    __slots__ = ("_effects", "_known", "content")

    def __init__(self, content: Any, known: "Known") -> None:
        self.content = content
        self._known = known
        self._effects: dict[Ask, tuple[Answer, Part]] = {}

    def ask(self, ask: Ask) -> tuple[Answer, "Part"]:
        """The answer, and what the part is then."""
        effect = self._effects.get(ask)
        if effect is None:
            effect = self._effects[ask] = self._known.tried(self, ask)
        return effect


class Known:
    """Whatever a part was seen to hold and heard to answer. ``seen_through`` is what calls to it go through."""

    def __init__(self, live: Callable[[Any], Live], seen_through: Callable[[Any], Any] = lambda live: live) -> None:
        self._live = live
        self._seen_through = seen_through
        self._parts: dict[Hashable, Part] = {}
        self._answers: dict[Hashable, Answer] = {}

    def part(self, content: Hashable) -> Part:
        known = self._parts.get(content)
        if known is None:
            known = self._parts[content] = Part(content, self)
        return known

    def tried(self, part: Part, ask: Ask) -> tuple[Answer, Part]:
        live = self._live(part.content)
        try:
            value = getattr(self._seen_through(live), ask.method)(*ask.args)
        except BackchannelError as error:
            told = (type(error), str(error), frozen(vars(error)))
            return self._answers.setdefault(told, Answer(None, error)), part
        if hasattr(value, "__next__"):
            value = tuple(value)
        return self._answers.setdefault(frozen(value), Answer(value)), self.part(live.content)


def frozen(value: Any) -> Any:
    """A hashable stand-in: equal for equal values."""
    if isinstance(value, dict):
        return tuple((frozen(key), frozen(one)) for key, one in sorted(value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(frozen(item) for item in value)
    return value
