"""Weeks of mentions as a brand hears them: with days and nights, weekdays, moods, growth, and what happens to brands.

Everything is drawn from one seed. What happens has a beginning and an end that are known, so that a detector can be
held against them.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import Random

from shared.domain.listening.classify import AT_ONCE, PRESSING, SOON
from shared.domain.listening.pulse import Heard

START = datetime(2026, 3, 2, tzinfo=UTC)
"""A Monday."""
HOUR = 60
DAY = 24 * HOUR
WEEK = 7 * DAY
NETWORKS = ("x", "instagram", "facebook", "mastodon", "bluesky")
_NETWORK_SHARES = (0.4, 0.25, 0.2, 0.1, 0.05)
_NIGHT = (0.25, 0.15, 0.1, 0.1, 0.12, 0.25, 0.5, 0.8)
_DAY = (*_NIGHT, 1.1, 1.3, 1.35, 1.4, 1.5, 1.4, 1.3, 1.3, 1.35, 1.4, 1.5, 1.6, 1.7, 1.6, 1.2, 0.7)
_WEEKDAYS = (1.05, 1.05, 1.0, 1.05, 1.1, 0.9, 0.85)
_MOOD_MINUTES = 10
_NOBODY_KNOWN = 1 << 40
_BOT = 666


class Kind(StrEnum):
    """What can happen. The first four are no crises, however loud."""

    CAMPAIGN = "campaign"
    """A launch or a contest: many times the mentions, and few of them negative."""
    FLOOD = "flood"
    """One author who posts the same complaint hundreds of times."""
    HOLIDAY = "holiday"
    SPAM = "spam"
    """Many accounts that advertise something, negative in tone and known for noise."""
    SUDDEN = "sudden"
    SLOW = "slow"
    """Smoulders: half a day until it is at its height, and two days at it."""
    TOPIC = "topic"
    """About one topic, and hardly to be seen in the brand's total."""
    FEW = "few"
    """A handful of angry people, at a brand that is hardly ever spoken of."""
    DANGER = "danger"
    """Several people tell of an injury; no burst at all."""


CRISES = frozenset({Kind.SUDDEN, Kind.SLOW, Kind.TOPIC, Kind.FEW, Kind.DANGER})
_LENGTHS = {
    Kind.CAMPAIGN: 8 * HOUR,
    Kind.FLOOD: 3 * HOUR,
    Kind.HOLIDAY: 2 * DAY,
    Kind.SPAM: 2 * HOUR,
    Kind.SUDDEN: 10 * HOUR,
    Kind.SLOW: 60 * HOUR,
    Kind.TOPIC: 8 * HOUR,
    Kind.FEW: 4 * HOUR,
    Kind.DANGER: 90,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    name: str
    an_hour: float
    """Mentions, on average."""
    negative: float
    """The share of them that is, on average."""
    topics: Mapping[str, float] = field(default_factory=dict)
    """The share of mentions that each is named in."""
    zone: int = 0
    """Hours that its people's day is later than UTC's."""
    growth: float = 0.0
    """By week."""
    restless: float = 0.35
    """How far its rate strays from its shape: the deviation of its logarithm."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    kind: Kind
    begins: int
    """Minutes from the start."""
    topic: str = ""
    strength: float = 1.0

    @property
    def ends(self) -> int:
        return self.begins + _LENGTHS[self.kind]

    @property
    def crisis(self) -> bool:
        return self.kind in CRISES


def minutes(brand: Brand, happenings: tuple[Happening, ...], length: int, seed: int) -> Iterator[list[Heard]]:
    """What is heard in each of ``length`` minutes from :data:`START`."""
    story = _Story(brand, happenings, seed)
    for minute in range(length):
        yield story.heard(minute)


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


class _Story:
    def __init__(self, brand: Brand, happenings: tuple[Happening, ...], seed: int) -> None:
        self._brand, self._happenings = brand, happenings
        self._random = Random(f"{brand.name} {seed}")  # noqa: S311
        self._mood = self._temper = 0.0
        self._replies: dict[int, list[bool]] = defaultdict(list)
        """To come: in which minute, and whether they speak against."""
        self._told = 0

    def heard(self, minute: int) -> list[Heard]:
        if minute % _MOOD_MINUTES == 0:
            self._stray()
        facts: list[Heard] = []
        rate = self._rate(minute)
        odds = self._brand.negative / (1 - self._brand.negative) * math.exp(self._temper)
        negative = odds / (1 + odds)
        for _ in range(self._poisson(rate)):
            self._mention(facts, minute, self._random.random() < negative)
        for against in self._replies.pop(minute, ()):
            self._mention(facts, minute, against, answered=False)
        for happening in self._happenings:
            if happening.begins <= minute < happening.ends:
                self._happen(facts, happening, minute)
        return facts

    def _stray(self) -> None:
        """Moods last for an hour or two: counts of neighbouring minutes belong together."""
        kept = math.exp(-_MOOD_MINUTES / 90)
        fresh = math.sqrt(1 - kept * kept)
        self._mood = kept * self._mood + fresh * self._random.gauss(0, self._brand.restless)
        self._temper = kept * self._temper + fresh * self._random.gauss(0, 0.3)

    def _shape(self, minute: int) -> float:
        local = minute + self._brand.zone * HOUR
        hour, part = divmod(local % DAY, HOUR)
        between = _DAY[hour] + (_DAY[(hour + 1) % 24] - _DAY[hour]) * part / HOUR
        return between * _WEEKDAYS[local // DAY % 7]

    def _rate(self, minute: int) -> float:
        """Of a minute, without what happens to the brand."""
        mood = math.exp(self._mood - self._brand.restless**2 / 2)
        rate = self._brand.an_hour / HOUR * self._shape(minute) * mood * (1 + self._brand.growth) ** (minute / WEEK)
        for happening in self._happenings:
            if happening.kind is Kind.HOLIDAY and happening.begins <= minute < happening.ends:
                rate *= 0.35
        return rate

    def _happen(self, facts: list[Heard], happening: Happening, minute: int) -> None:
        since, usual = minute - happening.begins, self._brand.an_hour / HOUR
        loud = happening.strength * usual * max(0.4, self._shape(minute))
        grown, topic = 1 - math.exp(-since / 20), happening.topic
        match happening.kind:
            case Kind.CAMPAIGN:
                self._extra(facts, minute, 8 * loud * math.exp(-since / (4 * HOUR)), 0.06, topic)
            case Kind.SUDDEN:
                self._extra(facts, minute, 3 * loud * grown * math.exp(-since / (4 * HOUR)), 0.8, topic)
            case Kind.SLOW:
                self._extra(facts, minute, 0.8 * loud * min(1.0, since / (12 * HOUR)), 0.75, topic)
            case Kind.TOPIC:
                self._extra(facts, minute, 4 * loud * self._brand.topics[topic] * grown, 0.85, topic)
            case Kind.FEW:
                self._extra(facts, minute, 4 * happening.strength / HOUR, 0.9, topic)
            case Kind.FLOOD | Kind.SPAM | Kind.DANGER:
                self._alike(facts, happening, minute)

    def _alike(self, facts: list[Heard], happening: Happening, minute: int) -> None:
        """Messages that nobody answers."""
        an_hour, more = {
            Kind.FLOOD: (500.0, {"author": _BOT}),
            Kind.SPAM: (3 * max(self._brand.an_hour, 30.0), {"function": "noise"}),
            Kind.DANGER: (8 * HOUR / _LENGTHS[Kind.DANGER], {"urgency": AT_ONCE}),
        }[happening.kind]
        for _ in range(self._poisson(an_hour * happening.strength / HOUR)):
            self._mention(facts, minute, True, answered=False, **more)  # type: ignore[arg-type]

    def _extra(self, facts: list[Heard], minute: int, rate: float, negative: float, topic: str) -> None:
        for _ in range(self._poisson(rate)):
            self._mention(facts, minute, self._random.random() < negative, topic=topic)

    def _mention(
        self,
        facts: list[Heard],
        minute: int,
        against: bool,
        *,
        topic: str = "",
        author: int | None = None,
        function: str = "",
        urgency: int | None = None,
        answered: bool = True,
    ) -> None:
        random, chance = self._random, self._random.random()
        self._told += 1
        topics = tuple(name for name, share in self._brand.topics.items() if name == topic or random.random() < share)
        usual_urgency = AT_ONCE if chance < 0.002 else PRESSING if chance < 0.05 else SOON if chance < 0.3 else 0
        facts.append(
            Heard(
                mention=f"mnt_{self._told:032}",
                at=at(minute) + timedelta(seconds=int(chance * 60)),
                author=self._author() if author is None else author,
                network=random.choices(NETWORKS, _NETWORK_SHARES)[0],
                function=function or ("customer_service" if against else "community"),
                sentiment=-0.3 - 0.7 * chance if against else chance - 0.2,
                urgency=usual_urgency if urgency is None else urgency,
                topics=topics,
                watched=random.random() < 0.002,
            )
        )
        if answered and random.random() < 0.08:
            for _ in range(1 + int(random.expovariate(0.5))):
                self._replies[minute + 1 + random.randrange(20)].append(against)

    def _author(self) -> int:
        """A quarter is written by those who always write, the first of them most."""
        if self._random.random() < 0.25:
            return 1000 + int(self._random.paretovariate(0.8)) % (20 + int(self._brand.an_hour * 5))
        return _NOBODY_KNOWN + self._random.getrandbits(40)

    def _poisson(self, mean: float) -> int:
        if mean > 30:
            return max(0, round(self._random.gauss(mean, math.sqrt(mean))))
        left, count = self._random.random(), 0
        chance = math.exp(-mean)
        while left > chance:
            left -= chance
            count += 1
            chance *= mean / count
            if chance < 1e-18:
                break
        return count
