"""Measures as they are shown: every name there, with what is worked out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.domain.measures.figures import By, Count, Figures, Measures, Time, added
from shared.domain.measures.histogram import Histogram


class Split(StrEnum):
    """What the rows are of. Days and ISO weeks are those of the client's clocks."""

    DAY = "day"
    WEEK = "week"
    FUNCTION = "function"
    ACCOUNT = "account"
    MEMBER = "member"


class Proportion(StrEnum):
    ANSWERED_IN_TIME = "answered_in_time"
    """Of what was answered in time or became overdue."""
    ACCEPTED = "accepted"
    """Of the recommended drafts that were decided on."""
    ACCEPTED_AS_IS = "accepted_as_is"
    """Of those that were accepted."""
    CLIENT_ANSWERED_IN_TIME = "client_answered_in_time"
    """Of the client's answers to what only it can answer."""
    KEPT = "kept"
    """Of the promises that were closed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Duration:
    """How long something took. The median and what nine in ten kept to are within 5 % of the exact ones."""

    count: int = 0
    mean: float | None = None
    median: float | None = None
    nine_in_ten: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasuresRow:
    """The figures of one day, week, function, account or member. Nothing to measure is null, and never 0."""

    name: str
    """``2026-11-25``, ``2026-W48``, a function, or an id."""
    counts: Mapping[Count, int]
    shares: Mapping[Proportion, float | None]
    minutes: Mapping[Time, Duration]
    """Of responses: to the first recommendation, to the decision on a draft, to the answer, to the client's answer."""
    seconds: Mapping[Time, Duration]
    """Of machines: how late posts were, and how long stops and drills took."""


IN_MINUTES = (Time.TO_RECOMMENDATION, Time.TO_DECISION, Time.TO_ANSWER, Time.TO_CLIENT_ANSWER)
IN_SECONDS = (Time.LATENESS, Time.STOP_DRAINED, Time.DRILL_FLAG, Time.DRILL_DRAINED)
_SHARES: Mapping[Proportion, tuple[tuple[Count, ...], tuple[Count, ...]]] = {
    Proportion.ANSWERED_IN_TIME: ((Count.ANSWERED_IN_TIME,), (Count.OVERDUE,)),
    Proportion.ACCEPTED: ((Count.ACCEPTED_AS_IS, Count.ACCEPTED_EDITED), (Count.DECLINED,)),
    Proportion.ACCEPTED_AS_IS: ((Count.ACCEPTED_AS_IS,), (Count.ACCEPTED_EDITED,)),
    Proportion.KEPT: ((Count.KEPT,), (Count.BROKEN, Count.DROPPED)),
}
"""What counts for each, and what against it."""


def row(name: str, figures: Figures) -> MeasuresRow:
    shares = {share: _share(figures, *sides) for share, sides in _SHARES.items()}
    answers = figures.count(Count.CLIENT_ANSWERS)
    in_time = figures.count(Count.CLIENT_ANSWERS_IN_TIME)
    return MeasuresRow(
        name=name,
        counts={count: figures.count(count) for count in Count},
        shares={**shares, Proportion.CLIENT_ANSWERED_IN_TIME: round(in_time / answers, 3) if answers else None},
        minutes={time: _duration(figures.time(time), 60_000, 1) for time in IN_MINUTES},
        seconds={time: _duration(figures.time(time), 1000, 3) for time in IN_SECONDS},
    )


def rows(split: Split, days: Mapping[date, Measures]) -> list[MeasuresRow]:
    """One for each day or week there is, with or without figures; or for each function, account or member seen."""
    if split in (Split.DAY, Split.WEEK):
        named = week if split is Split.WEEK else date.isoformat
        cells = added({named(day): measures.total} for day, measures in sorted(days.items()))
    else:
        by = By(split.value)
        cells = dict(sorted(added(measures.of(by) for measures in days.values()).items()))
    return [row(name, figures) for name, figures in cells.items()]


def total(days: Iterable[Measures]) -> MeasuresRow:
    return row("", added({"": measures.total} for measures in days).get("", Figures()))


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def flat(shown: MeasuresRow) -> dict[str, int | float | None]:
    """A row's figures side by side, for a table."""
    durations = {f"{time.value}_minutes": taken for time, taken in shown.minutes.items()}
    durations |= {f"{time.value}_seconds": taken for time, taken in shown.seconds.items()}
    return {
        **{count.value: number for count, number in shown.counts.items()},
        **{f"{share.value}_share": value for share, value in shown.shares.items()},
        **{
            f"{name}_{part}": value
            for name, taken in durations.items()
            for part, value in (
                ("count", taken.count),
                ("mean", taken.mean),
                ("median", taken.median),
                ("nine_in_ten", taken.nine_in_ten),
            )
        },
    }


def _share(figures: Figures, counts: Iterable[Count], against: Iterable[Count]) -> float | None:
    part = sum(map(figures.count, counts))
    whole = part + sum(map(figures.count, against))
    return round(part / whole, 3) if whole else None


def _duration(times: Histogram, unit: int, digits: int) -> Duration:
    def shown(milliseconds: float | None) -> float | None:
        return None if milliseconds is None else round(milliseconds / unit, digits)

    return Duration(
        count=times.count,
        mean=shown(times.mean),
        median=shown(times.median),
        nine_in_ten=shown(times.nine_in_ten),
    )
