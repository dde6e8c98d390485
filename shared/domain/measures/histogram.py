"""Durations of many events in little space: how many fell into which bucket of a fixed logarithmic scale.

All use one scale and count in whole numbers, so two that are added are exactly what all values together give, in
whatever order; and a quantile is within :data:`ERROR` of the true one.

Source: the mapping of DDSketch, https://arxiv.org/abs/1908.10693
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

ERROR = 0.05
"""Relative, of a quantile."""
_GROWTH = (1 + ERROR) / (1 - ERROR)
_LONGEST = 10 * 366 * 24 * 3_600_000
_BOUNDS = tuple(accumulate(range(280), lambda bound, _: bound * _GROWTH, initial=1.0))
"""The greatest value of each bucket, in milliseconds: the first holds what is no longer than one."""


@dataclass(frozen=True, slots=True)
class Histogram:
    counts: Mapping[int, int] = field(default_factory=dict)
    """By the number of the bucket."""
    total: int = 0
    """Of all values, in milliseconds."""

    @classmethod
    def of(cls, milliseconds: Iterable[int]) -> "Histogram":
        values = [within(value) for value in milliseconds]
        return cls(Counter(map(bucket, values)), sum(values))

    def __add__(self, other: "Histogram") -> "Histogram":
        return Histogram(Counter(self.counts) + Counter(other.counts), self.total + other.total)

    @property
    def count(self) -> int:
        return sum(self.counts.values())

    @property
    def mean(self) -> float | None:
        """In milliseconds, exact; None of nothing."""
        return self.total / self.count if self.counts else None

    @property
    def median(self) -> float | None:
        """In milliseconds; of an even number of values, half way between the two in the middle. None of nothing."""
        if not self.counts:
            return None
        return (self._at((self.count - 1) // 2) + self._at(self.count // 2)) / 2

    @property
    def nine_in_ten(self) -> float | None:
        """In milliseconds: the least that nine in ten of all values, or more, do not exceed. None of nothing."""
        return self._at((9 * self.count + 9) // 10 - 1) if self.counts else None

    def _at(self, place: int) -> float:
        """Within :data:`ERROR` of the value at that place of all in order, from nought on."""
        numbers = sorted(self.counts)
        passed = accumulate(self.counts[number] for number in numbers)
        number = next(number for number, so_far in zip(numbers, passed, strict=True) if so_far > place)
        return 2 * _BOUNDS[number] / (_GROWTH + 1) if number else 0.0


def within(milliseconds: int) -> int:
    """What the scale can hold: clocks that disagree make a duration neither negative nor endless."""
    return min(max(0, milliseconds), _LONGEST)


def bucket(milliseconds: int) -> int:
    return bisect_left(_BOUNDS, milliseconds) if milliseconds > 0 else 0
