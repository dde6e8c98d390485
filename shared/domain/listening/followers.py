"""Followers that are bought or made by machines: what a sample of them says of an account, and how sure that is.

A network shows some of an account's followers, and of each what it likes to. Each rule says of how many it could judge;
who shows enough signs is suspected. Nothing is kept of any single follower.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from shared.domain.listening.people import looks_generated

SAMPLE = 500
"""Followers that are asked for: a share is then known to within 4.4 points at the worst."""
SUSPECTED_FROM = 3
"""Points. No picture and nothing posted is how many people follow who only read: two."""
Z = 1.959964
"""Of an interval that holds in 95 of 100 samples."""
FOLLOWS_MANY = 1000
FOLLOWED_BY_FEW = 0.01
"""Followers for each account that one follows."""
MADE_TOGETHER = 5
"""Accounts of one day that are more than chance, if they are also :data:`MADE_TOGETHER_SHARE` of those with a date."""
MADE_TOGETHER_SHARE = 0.1
SAME_WORDS = 3
"""Accounts with one description."""
SHORTEST_DESCRIPTION = 10
"""Characters: what is shorter, several may well have written."""
JUMP = 100
"""Followers at the least that are a jump, or a drop."""
JUMP_SHARE = 0.05
"""Of those before, a day."""
WANTED_FOR = timedelta(days=1)
"""So long a network is asked again that has no time."""
AUDITS_KEPT = timedelta(days=400)


class Follower(Protocol):
    """What a network shows of an account that follows; None where it does not say."""

    @property
    def handle(self) -> str: ...
    @property
    def created_at(self) -> datetime | None: ...
    @property
    def followers(self) -> int | None: ...
    @property
    def following(self) -> int | None: ...
    @property
    def posts(self) -> int | None: ...
    @property
    def has_picture(self) -> bool | None: ...
    @property
    def description(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Crowd:
    """What is only seen of many together."""

    days: frozenset[date]
    """On which more of them were made than chance makes."""
    descriptions: frozenset[str]
    """That several have."""


Judge = Callable[[Follower, Crowd], bool | None]
"""Whether a sign shows; None where the network does not tell."""


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    because: str
    points: int
    judge: Judge


def _follows_blindly(one: Follower, _: Crowd) -> bool | None:
    if one.following is None or one.followers is None:
        return None
    return one.following >= FOLLOWS_MANY and one.followers <= one.following * FOLLOWED_BY_FEW


def _made_together(one: Follower, crowd: Crowd) -> bool | None:
    return None if one.created_at is None else _day(one.created_at) in crowd.days


RULES: tuple[Rule, ...] = (
    Rule(
        "no_picture",
        "has no picture of its own",
        1,
        lambda one, _: None if one.has_picture is None else not one.has_picture,
    ),
    Rule("no_posts", "has never posted", 1, lambda one, _: None if one.posts is None else one.posts == 0),
    Rule("generated_handle", "has a handle as machines make them", 1, lambda one, _: looks_generated(one.handle)),
    Rule(
        "follows_blindly",
        f"follows {FOLLOWS_MANY} or more and has next to no followers",
        3,
        _follows_blindly,
    ),
    Rule("made_together", "was made on one day with many others of the sample", 2, _made_together),
    Rule(
        "same_description",
        "describes itself in the same words as others of the sample",
        2,
        lambda one, crowd: _words(one) in crowd.descriptions,
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """How often a sign showed, among how many of whom the network says enough to tell."""

    rule: str
    because: str
    fired: int
    judged: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """In 95 of 100 such samples the true value lies in it; no measure of what is wrong with the sample itself."""

    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Growth:
    """Since the audit before."""

    since: datetime
    gained: int
    """Negative for a loss."""
    a_day: float
    unusual: str = ""
    """Why it is out of the ordinary; "" when it is not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """What a sample says."""

    total: int
    """Followers in all, as the network counts them."""
    sampled: int
    suspected: int
    share: float | None
    """Of the sample; None when there is none."""
    interval: Interval | None
    findings: tuple[Finding, ...]
    sample_is: str
    """What was looked at, and what it leaves out."""


class AuditState(StrEnum):
    WANTED = "wanted"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowerAudit:
    id: str
    client: str
    account: str
    asked_by: str
    asked_at: datetime
    state: AuditState = AuditState.WANTED
    because: str = ""
    """Why it failed, or has to wait."""
    ended_at: datetime | None = None
    quality: Quality | None = None
    growth: Growth | None = None
    version: int = 1

    @property
    def forgotten_at(self) -> datetime:
        return self.asked_at + AUDITS_KEPT

    def done(self, quality: Quality, before: "FollowerAudit | None", at: datetime) -> "FollowerAudit":
        """``before``: the account's last audit that was done."""
        grown = None
        if before is not None and before.quality is not None and before.ended_at is not None:
            grown = growth(before.quality.total, before.ended_at, quality.total, at)
        return replace(
            self,
            state=AuditState.DONE,
            because="",
            ended_at=at,
            quality=quality,
            growth=grown,
            version=self.version + 1,
        )

    def failed(self, because: str, at: datetime) -> "FollowerAudit":
        return replace(self, state=AuditState.FAILED, because=because, ended_at=at, version=self.version + 1)

    def put_off(self, because: str, at: datetime) -> "FollowerAudit":
        """To be tried again, unless it was for too long: then it failed. Itself when nothing is new."""
        if at - self.asked_at >= WANTED_FOR:
            return self.failed(because, at)
        return self if because == self.because else replace(self, because=because, version=self.version + 1)


def quality(total: int, sample: Sequence[Follower]) -> Quality:
    """What a sample of an account's ``total`` followers says of them."""
    crowd = _crowd(sample)
    judged: Mapping[str, Counter[bool]] = {rule.name: Counter() for rule in RULES}
    suspected = 0
    for one in sample:
        points = 0
        for rule in RULES:
            shows = rule.judge(one, crowd)
            if shows is not None:
                judged[rule.name][shows] += 1
                points += rule.points if shows else 0
        suspected += points >= SUSPECTED_FROM
    size = len(sample)
    whole = size >= total
    share = suspected / size if size else None
    interval = None
    if share is not None:
        interval = Interval(low=share, high=share) if whole else wilson(suspected, size)
    return Quality(
        total=max(total, size),
        sampled=size,
        suspected=suspected,
        share=None if share is None else round(share, 4),
        interval=interval and Interval(low=round(interval.low, 4), high=round(interval.high, 4)),
        findings=tuple(
            Finding(
                rule=rule.name,
                because=rule.because,
                fired=judged[rule.name][True],
                judged=judged[rule.name].total(),
            )
            for rule in RULES
        ),
        sample_is=_described(total, size),
    )


def wilson(hits: int, of: int) -> Interval:
    """The interval of a share (E. B. Wilson, 1927), which holds for few and for extreme ones as well."""
    share, z2 = hits / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z / (1 + z2 / of) * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    # Rounding must not leave the share itself outside.
    return Interval(low=max(0.0, min(share, middle - half)), high=min(1.0, max(share, middle + half)))


def growth(before: int, since: datetime, now: int, at: datetime) -> Growth:
    """From one audit to the next. Two on one day are taken as a day apart, so that an hour is no proof of a pace."""
    gained = now - before
    days = max(1.0, (at - since) / timedelta(days=1))
    a_day = gained / days
    unusual = ""
    if abs(gained) >= JUMP and abs(a_day) >= JUMP_SHARE * max(before, 1):
        what = "gained" if gained > 0 else "lost"
        unusual = (
            f"It {what} {abs(gained)} followers in {days:.1f} days, from {before}: {JUMP_SHARE:.0%} a day or more."
        )
    return Growth(since=since, gained=gained, a_day=round(a_day, 1), unusual=unusual)


def _crowd(sample: Sequence[Follower]) -> Crowd:
    made = Counter(_day(one.created_at) for one in sample if one.created_at is not None)
    many = max(MADE_TOGETHER, MADE_TOGETHER_SHARE * made.total())
    words = Counter(_words(one) for one in sample)
    return Crowd(
        days=frozenset(day for day, count in made.items() if count >= many),
        descriptions=frozenset(
            said for said, count in words.items() if count >= SAME_WORDS and len(said) >= SHORTEST_DESCRIPTION
        ),
    )


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _words(one: Follower) -> str:
    return " ".join(one.description.casefold().split())


def _described(total: int, size: int) -> str:
    if not size:
        return "The network showed no followers."
    if size >= total:
        return f"All {size} followers."
    return (
        f"The latest {size} of {total} followers, as the network lists them. It is no random draw: who came lately is "
        "in it and who came long ago is not, so the share of all may be another. The interval speaks of chance alone."
    )
