"""What is usual for a client or a topic: how many people speak in each hour of the week, and how many of them against.

The rate is a level times the shape of the day times that of the week. Each whole hour moves them a little, by no more
than what is believable: a crisis must not become usual. All counts are of people, who count once in six hours.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

HOURS_OF_WEEK = 168
WINDOWS = (5, 15, 60, 360)
"""Minutes that are looked at: what breaks out shows in the first, what smoulders in the last."""
FIRST_DAY = 24
"""So many hours are believed as they are, for there is nothing yet to compare them with."""
SETTLED = 168
"""After so many hours each hour of the week was seen once."""

_MONDAY = 72
"""Hours from a Monday to the epoch, which was a Thursday."""
_LEVEL_KEPT = 1 - 1 / 168
_SHARES_KEPT = 1 - 1 / 336
PRIOR_SHARE = 0.2
"""Of those who speak of a brand of which nothing is known, so many are taken to speak against it."""
_PRIOR_SHARE_WEIGHT = 10.0
_LEAST_SHARE, _MOST_SHARE = 0.005, 0.95
_PRIOR_URGENT, _PRIOR_URGENT_WEIGHT = 0.002, 100.0
_ERRORS_KEPT = 1 - 1 / 1008
_TAKEN, _TAKEN_OF_SHARE = (0.6, 0.15), (0.6, 0.1)
"""Clumps and moods, of the number of people and of those among them who speak against."""
_PRIOR_WEIGHT = 10.0
_LEAST_EXCESS, _MOST_EXCESS = 0.7, 8.0
_LEAST_REACH = 3.0
"""A few people more than expected are always believable, however few are expected."""
_LEAST_MULTIPLIER, _MOST_MULTIPLIER = 0.05, 9.9
_BUSY = 4.0
_FLAT_DAY = (1.0,) * 24
_FLAT_WEEK = (1.0,) * HOURS_OF_WEEK


@dataclass(frozen=True, kw_only=True, slots=True)
class Hour:
    """How many people spoke, against the brand, and urgently, in each of the sixty minutes."""

    people: Sequence[int]
    against: Sequence[int]
    urgent: Sequence[int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Errors:
    """How wrong expectations were, against the variance that they are taken to have: v·(1 + clumps) + moods·v².

    v is the variance by chance alone. Clumps: one post draws answers of its kind. Moods: what is expected itself strays
    for hours.
    """

    squares: float = 0.0
    """Of errors in deviations, each weighted: few people tell little."""
    weight: float = 0.0

    @property
    def excess(self) -> float:
        """So many times the variance that it was taken for."""
        found = (self.squares + _PRIOR_WEIGHT) / (self.weight + _PRIOR_WEIGHT)
        return min(_MOST_EXCESS, max(_LEAST_EXCESS, found))

    def after(self, counts: Iterable[tuple[float, float, float]], taken: tuple[float, float]) -> "Errors":
        """Once more, with what was counted, what was expected, and the variance by chance."""
        squares, weight = self.squares * _ERRORS_KEPT, self.weight * _ERRORS_KEPT
        clumps, moods = _times(taken, self.excess)
        for count, expected, chance in counts:
            if chance > 0:
                error = _near(count, expected, chance, (clumps, moods), 2.5) - expected
                part = chance / (chance + 1)
                squares += part * error * error / (chance * (1 + taken[0]) + taken[1] * chance * chance)
                weight += part
        return Errors(squares=_kept(squares), weight=_kept(weight))


@dataclass(frozen=True, kw_only=True, slots=True)
class Usual:
    """Sums fade, so that what is usual may change over weeks."""

    hours: int = 0
    """Whole hours that it was learnt from."""
    people: float = 0.5
    exposure: float = 0.5
    """Hours of the shape 1 in which ``people`` were heard."""
    of: float = 0.0
    """People of whom ``against`` and ``urgent`` were that."""
    against: float = 0.0
    urgent: float = 0.0
    day: tuple[float, ...] = _FLAT_DAY
    week: tuple[float, ...] = _FLAT_WEEK
    errors: tuple[Errors, ...] = (Errors(),) * len(WINDOWS)
    """For each window, of the number of people."""
    share_errors: tuple[Errors, ...] = (Errors(),) * len(WINDOWS)
    """Of the number among them who speak against."""

    @property
    def level(self) -> float:
        return self.people / self.exposure

    def shape(self, hour: int) -> float:
        return self.day[hour % 24] * self.week[(hour + _MONDAY) % HOURS_OF_WEEK]

    @property
    def level_at_most(self) -> float:
        """Until a whole day was heard the hours to come may be its busiest."""
        return self.level * (1 + (_BUSY - 1) * max(0.0, 1 - self.hours / FIRST_DAY))

    def share(self, prior: float = PRIOR_SHARE) -> float:
        """Of those who speak, so many speak against the brand."""
        share = (self.against + prior * _PRIOR_SHARE_WEIGHT) / (self.of + _PRIOR_SHARE_WEIGHT)
        return min(_MOST_SHARE, max(_LEAST_SHARE, share))

    @property
    def urgent_share(self) -> float:
        return (self.urgent + _PRIOR_URGENT * _PRIOR_URGENT_WEIGHT) / (self.of + _PRIOR_URGENT_WEIGHT)

    def spread(self, window: int) -> tuple[float, float]:
        """Clumps and moods of the number of people in that window; more when little is known yet."""
        clumps, moods = _times(_TAKEN, self.errors[WINDOWS.index(window)].excess)
        return clumps, moods + 1 / (1 + self.hours / 8)

    def spread_of_share(self, window: int, share: float) -> tuple[float, float]:
        """The same of the number among them who speak against; ``share`` is what is usual."""
        clumps, moods = _times(_TAKEN_OF_SHARE, self.share_errors[WINDOWS.index(window)].excess)
        return clumps, moods + 1 / (share * (1 - share) * (self.of + _PRIOR_SHARE_WEIGHT))

    def after(
        self,
        hour: int,
        seen: Hour,
        six_hours: tuple[int, int, float] | None = None,
        base: float = 1.0,
        prior_share: float = PRIOR_SHARE,
    ) -> "Usual":
        """With one more whole hour. ``base``: what the shape of the client says of it, for a topic.

        ``six_hours``: how many spoke in six hours that end with this one, how many of them against, and how many were
        expected to speak.
        """
        shape = base * self.shape(hour)
        expected, share = self.level * shape, self.share(prior_share)
        people, against, urgent = float(sum(seen.people)), float(sum(seen.against)), float(sum(seen.urgent))
        if self.hours >= FIRST_DAY:
            spread = self.spread(60)
            people = _believable(people, expected, spread)
            against = _believable(against, share * people, spread)
            urgent = _believable(urgent, self.urgent_share * people, spread)
        day, week = self._multipliers(hour, people, expected)
        errors, share_errors = self._errors(seen, six_hours, expected, share)
        return replace(
            self,
            hours=self.hours + 1,
            people=_kept(self.people * _LEVEL_KEPT + people),
            exposure=_kept(self.exposure * _LEVEL_KEPT + shape),
            of=_kept(self.of * _SHARES_KEPT + people),
            against=_kept(self.against * _SHARES_KEPT + against),
            urgent=_kept(self.urgent * _SHARES_KEPT + urgent),
            day=day,
            week=week,
            errors=errors,
            share_errors=share_errors,
        )

    def _multipliers(self, hour: int, people: float, expected: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Many people teach more than few: by three in an hour, half of what by thousands."""
        surprise = (people / expected - 1) * expected / (expected + 3) if expected > 0 else 0.0
        days, weeks = self.hours // 24, self.hours // HOURS_OF_WEEK
        day = _moved(self.day, hour % 24, surprise * max(0.15, 1 / (days + 2)))
        if not weeks:
            return day, self.week
        return day, _moved(self.week, (hour + _MONDAY) % HOURS_OF_WEEK, surprise * max(0.2, 1 / (weeks + 1)))

    def _errors(
        self, seen: Hour, six_hours: tuple[int, int, float] | None, expected: float, share: float
    ) -> tuple[tuple[Errors, ...], tuple[Errors, ...]]:
        if self.hours < 2 * FIRST_DAY:
            return self.errors, self.share_errors
        errors, share_errors = [], []
        for at, window in enumerate(WINDOWS):
            if window <= 60:
                starts = range(0, 60, window)
                counts = [
                    (_part(seen.people, start, window), _part(seen.against, start, window), expected * window / 60)
                    for start in starts
                ]
            else:
                counts = [] if six_hours is None else [six_hours]
            errors.append(self.errors[at].after([(people, mean, mean) for people, _, mean in counts], _TAKEN))
            shares = [(against, people * share, people * share * (1 - share)) for people, against, _ in counts]
            share_errors.append(self.share_errors[at].after(shares, _TAKEN_OF_SHARE))
        return tuple(errors), tuple(share_errors)


UNKNOWN = Usual()


def _believable(count: float, expected: float, spread: tuple[float, float]) -> float:
    return _near(count, expected, expected, spread, 3.0)


def _near(count: float, expected: float, chance: float, spread: tuple[float, float], deviations: float) -> float:
    """The nearest to ``count`` that is not too far from what was expected. ``chance``: the variance by chance alone."""
    clumps, moods = spread
    reach = max(_LEAST_REACH, deviations * math.sqrt(chance * (1 + clumps) + moods * chance * chance))
    return min(max(count, expected - reach), expected + reach)


def _times(spread: tuple[float, float], excess: float) -> tuple[float, float]:
    """The spread with so many times the variance."""
    return (1 + spread[0]) * excess - 1, spread[1] * excess


def _part(counts: Sequence[int], start: int, length: int) -> int:
    return sum(counts[start : start + length])


def _moved(multipliers: tuple[float, ...], at: int, by: float) -> tuple[float, ...]:
    moved = multipliers[at] * (1 + by)
    kept = round(min(_MOST_MULTIPLIER, max(_LEAST_MULTIPLIER, moved)), 3)
    return (*multipliers[:at], kept, *multipliers[at + 1 :])


def _kept(number: float) -> float:
    """Short in JSON, and exact enough: seven digits."""
    return float(f"{number:.7g}")
