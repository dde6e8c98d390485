"""Weeks of mentions of several brands (``infra/simulation/weeks.py``): how soon a crisis is spotted, and false alarms.

Beside it stands a detector of the simple kind: so many negative mentions within an hour. It is given the best threshold
for each brand and topic, chosen afterwards from what was to be spotted: once that with the fewest mistakes, once the
best of those without a false alarm.
"""

import math
import os
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from random import Random
from statistics import median
from typing import Any

import msgspec

from infra.bench.goals import AtMost, Goal
from infra.simulation.weeks import DAY, HOUR, WEEK, Brand, Happening, Kind, at, minutes
from shared.domain.listening.pulse import NEGATIVE, heard, opened
from shared.domain.listening.spotting import STANDARD, judged

GOALS: dict[str, Goal] = {
    "false_alarms_per_week": AtMost(0.2),
    "detection_delay_min": AtMost(60),
    "largest_pulse_bytes": AtMost(250_000),
}
UNSEEN = 2000
"""The first seed that was not looked at while the rule was made."""
AFTERMATH = 3 * HOUR
"""After the end of a crisis to raise one is no false alarm yet."""
_QUIET = (Kind.CAMPAIGN, Kind.FLOOD, Kind.SPAM, Kind.HOLIDAY)
_LARGE = (Kind.SUDDEN, Kind.SLOW, Kind.TOPIC, Kind.DANGER)


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """A brand, how long it is known before anything counts, and what happens to it then, in any order."""

    brand: Brand
    known: int = 2 * WEEK
    watched: int = 4 * WEEK
    kinds: tuple[Kind, ...] = (*_QUIET, *_LARGE)
    seeds: int | None = None
    """At most."""


_TOPICS = {"delivery": 0.1, "app": 0.04}
SETTINGS = (
    Setting(
        brand=Brand(name="corner shop", an_hour=0.5, negative=0.12, zone=1),
        kinds=(*_QUIET, Kind.FEW, Kind.DANGER, Kind.FEW, Kind.DANGER),
    ),
    Setting(
        brand=Brand(name="small chain", an_hour=3, negative=0.2, zone=-6, growth=0.05),
        kinds=(*_QUIET, Kind.SUDDEN, Kind.FEW, Kind.DANGER, Kind.SLOW),
    ),
    Setting(brand=Brand(name="regional", an_hour=40, negative=0.2, topics=_TOPICS, zone=9, growth=0.04)),
    Setting(brand=Brand(name="newcomer", an_hour=60, negative=0.5, topics={"network": 0.15}, zone=-3), known=0),
    Setting(
        brand=Brand(name="national", an_hour=300, negative=0.15, topics=_TOPICS), known=WEEK, watched=3 * WEEK, seeds=2
    ),
    Setting(
        brand=Brand(name="global", an_hour=4000, negative=0.18, topics=_TOPICS, restless=0.25),
        known=2 * DAY,
        watched=4 * DAY,
        kinds=(Kind.CAMPAIGN, Kind.FLOOD, Kind.SUDDEN, Kind.TOPIC),
        seeds=1,
    ),
)
Raised = tuple[int, str]
"""In which minute, and of which topic."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a detector made of one story."""

    delays: tuple[tuple[Kind, int | None], ...]
    """Of each crisis, in minutes; None when it was missed."""
    false: tuple[Raised, ...]
    weeks: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One brand and seed: what each detector found, and how large the pulse became, in bytes."""

    found: Mapping[str, Found]
    largest_pulse: int


def measure(
    *, seeds: int = 2, first: int = UNSEEN, cores: int | None = None, settings: Sequence[str] = ()
) -> dict[str, Any]:
    """``settings``: of these brands only. What was missed, and each false alarm, is told on standard error."""
    runs = [
        (setting, seed)
        for setting in reversed(SETTINGS)
        for seed in range(first, first + min(seeds, setting.seeds or seeds))
        if not settings or setting.brand.name in settings
    ]
    with ProcessPoolExecutor(cores or os.cpu_count()) as pool:
        runs_told = list(pool.map(_run, *zip(*runs, strict=True)))
    return {
        "brand_weeks": round(sum(told.found["rule"].weeks for told in runs_told), 1),
        **_figures([told.found["rule"] for told in runs_told]),
        **{name: _figures([told.found[name] for told in runs_told]) for name in _COSTS},
        "largest_pulse_bytes": max(told.largest_pulse for told in runs_told),
    }


def happenings(setting: Setting, seed: int) -> tuple[Happening, ...]:
    """One in each stretch of time, at any hour."""
    random = Random(f"{setting.brand.name} happens {seed}")  # noqa: S311
    kinds = random.sample(setting.kinds, len(setting.kinds))
    stretch = setting.watched // len(kinds)
    return tuple(
        Happening(
            kind=kind,
            begins=setting.known + place * stretch + random.randrange(max(1, min(DAY, stretch - 60 * HOUR))),
            topic=random.choice(sorted(setting.brand.topics)) if _has_topic(kind, setting.brand) else "",
            strength=random.uniform(1, 3)
            * (max(1.0, setting.brand.an_hour / 100) ** 0.5 if kind is Kind.DANGER else 1),
        )
        for place, kind in enumerate(kinds)
    )


def _has_topic(kind: Kind, brand: Brand) -> bool:
    return kind is Kind.TOPIC or (kind is Kind.CAMPAIGN and bool(brand.topics))


def _run(setting: Setting, seed: int) -> Told:
    story = happenings(setting, seed)
    length = setting.known + setting.watched
    numbers = count(1)
    pulse = opened(setting.brand.name, at(0))
    raised: list[Raised] = []
    batch, size = [], 0
    negative: dict[str, list[int]] = {topic: [0] * length for topic in ("", *setting.brand.topics)}
    for minute, facts in enumerate(minutes(setting.brand, story, length, seed)):
        for fact in facts:
            if fact.sentiment <= NEGATIVE and fact.function != "noise":
                for topic in ("", *fact.topics):
                    negative[topic][minute] += 1
        batch += facts
        if minute < setting.known and minute % HOUR != HOUR - 1:
            continue
        now = at(minute) + timedelta(seconds=59)
        told = judged(heard(pulse, batch, now), now, lambda prefix: f"{prefix}_{next(numbers):026}")
        pulse, batch = told.pulse, []
        if minute >= setting.known:
            raised += ((minute, crisis.topic) for crisis in told.raised)
        if minute % DAY == 0:
            size = max(size, len(msgspec.json.encode(pulse)))
    found = {name: _judge(_thresholds(negative, story, setting, cost), story, setting) for name, cost in _COSTS.items()}
    found["rule"] = _judge(raised, story, setting)
    _tell(setting, seed, found["rule"])
    return Told(found=found, largest_pulse=size)


def _judge(raised: Iterable[Raised], story: Iterable[Happening], setting: Setting) -> Found:
    crises = [happening for happening in story if happening.crisis]
    raised = sorted(raised)
    delays = [(crisis.kind, _delay(raised, crisis)) for crisis in crises]
    false = (
        (minute, topic)
        for minute, topic in raised
        if not any(crisis.begins <= minute < crisis.ends + AFTERMATH for crisis in crises)
    )
    return Found(delays=tuple(delays), false=tuple(false), weeks=setting.watched / WEEK)


def _delay(raised: Iterable[Raised], crisis: Happening) -> int | None:
    return next(
        (
            minute - crisis.begins
            for minute, topic in raised
            if crisis.begins <= minute < crisis.ends and (topic in ("", crisis.topic) or not crisis.topic)
        ),
        None,
    )


def _fewest_mistakes(found: Found) -> tuple[float, ...]:
    missed, delay = _missed(found)
    return missed + len(found.false), delay


def _no_false_alarm(found: Found) -> tuple[float, ...]:
    return len(found.false), *_missed(found)


def _missed(found: Found) -> tuple[int, float]:
    """How many, and the delay of the others."""
    delays = [delay for _, delay in found.delays if delay is not None]
    return len(found.delays) - len(delays), median(delays) if delays else math.inf


_COSTS: Mapping[str, Callable[[Found], tuple[float, ...]]] = {
    "best_threshold": _fewest_mistakes,
    "quiet_threshold": _no_false_alarm,
}
"""What the best threshold is the best at."""


def _thresholds(
    negative: Mapping[str, Sequence[int]],
    story: Sequence[Happening],
    setting: Setting,
    cost: Callable[[Found], tuple[float, ...]],
) -> Iterable[Raised]:
    """What is raised with the best threshold of each topic."""
    for topic, counts in negative.items():
        wanted = [one for one in story if one.topic in ("", topic) or not topic]
        hours = _hours(counts)
        candidates = sorted(set(hours[setting.known :]) - {0})
        few = candidates[:: max(1, len(candidates) // 40)]
        tried = [[(minute, topic) for minute in _above(hours, threshold, setting.known)] for threshold in few]
        yield from min([[], *tried], key=lambda raised: cost(_judge(raised, wanted, setting)))


def _hours(counts: Sequence[int]) -> list[int]:
    """For each minute, the sum of the hour that ends with it."""
    window: deque[int] = deque(maxlen=HOUR)
    total, sums = 0, []
    for number in counts:
        if len(window) == HOUR:
            total -= window[0]
        window.append(number)
        total += number
        sums.append(total)
    return sums


def _above(hours: Sequence[int], threshold: int, since: int) -> Iterable[int]:
    """When it is reached, after it was not for as long as the rule calls calm."""
    calm = STANDARD.calm_for // timedelta(minutes=1)
    last = -calm
    for minute in range(since, len(hours)):
        if hours[minute] >= threshold:
            if minute - last >= calm:
                yield minute
            last = minute


def _figures(found: Sequence[Found]) -> dict[str, Any]:
    by_kind: dict[Kind, list[int | None]] = defaultdict(list)
    for one in found:
        for kind, delay in one.delays:
            by_kind[kind].append(delay)
    every = [delay for delays in by_kind.values() for delay in delays]
    weeks = sum(one.weeks for one in found)
    return {
        **_delays(every),
        "false_alarms_per_week": round(sum(len(one.false) for one in found) / weeks, 3) if weeks else 0.0,
        **{kind.value: _delays(delays) for kind, delays in sorted(by_kind.items())},
    }


def _delays(delays: Sequence[int | None]) -> dict[str, float]:
    known = sorted(delay for delay in delays if delay is not None)
    figures: dict[str, float] = {"crises": len(delays), "missed": len(delays) - len(known)}
    if known:
        figures["detection_delay_min"] = round(median(known), 1)
        figures["detection_delay_p90_min"] = known[math.ceil(len(known) * 0.9) - 1]
    return figures


def _tell(setting: Setting, seed: int, found: Found) -> None:
    name = f"{setting.brand.name}, seed {seed}"
    for kind, delay in found.delays:
        if delay is None:
            print(f"{name}: missed {kind}", file=sys.stderr)  # noqa: T201
    for minute, topic in found.false:
        print(f"{name}: false alarm {topic!r} at {at(minute):%a %d %b %H:%M}", file=sys.stderr)  # noqa: T201
