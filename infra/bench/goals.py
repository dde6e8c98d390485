"""What a figure is to be. Figures are named by their path in what ``measure`` returns: ``recover.ratio``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Figures = Mapping[str, Any]


class Goal(Protocol):
    """Reads as ``≤ 1.6`` in a table."""

    def met(self, figure: float, figures: Figures) -> bool: ...


@dataclass(frozen=True, slots=True)
class AtMost:
    most: float

    def met(self, figure: float, _figures: Figures) -> bool:
        return figure <= self.most

    def __str__(self) -> str:
        return f"≤ {self.most:g}"


@dataclass(frozen=True, slots=True)
class AtLeast:
    least: float

    def met(self, figure: float, _figures: Figures) -> bool:
        return figure >= self.least

    def __str__(self) -> str:
        return f"≥ {self.least:g}"


@dataclass(frozen=True, slots=True)
class SameAs:
    """Equal to another figure of the same bench."""

    other: str

    def met(self, figure: float, figures: Figures) -> bool:
        return bool(figure == dict(flat(figures))[self.other])

    def __str__(self) -> str:
        return f"= {self.other}"


def flat(figures: Figures, path: str = "") -> Iterator[tuple[str, float]]:
    """Each figure by its path."""
    for name, figure in figures.items():
        if isinstance(figure, Mapping):
            yield from flat(figure, f"{path}{name}.")
        else:
            yield f"{path}{name}", figure
