"""What the client cares about today, and the order of the inbox that follows from it.

score = base (fixed when the mention arrives) + priority match + age against the answer target.

Only the last two change, and both have a largest possible value, so the inbox reads mentions in base order
and stops as soon as no later one can enter the page: a change of priorities re-ranks the whole inbox at the
next read, and nothing is rewritten.
"""

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.mandate import Function, standard_function
from shared.domain.mentions import Mention, Reason

ANSWER_TARGET = {
    Function.CRISIS: timedelta(minutes=15),
    Function.CUSTOMER_SERVICE: timedelta(hours=1),
    Function.PUBLIC_RELATIONS: timedelta(hours=2),
    Function.SALES: timedelta(hours=4),
}
DEFAULT_ANSWER_TARGET = timedelta(hours=12)

MOST_AGE_POINTS = 15.0
MOST_PRIORITY_POINTS = 60.0
_ROUNDING = 0.002
"""More than a base score and a score, both in thousandths, gain by being rounded."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Priority:
    """One thing that matters, from one time until another.

    It matches a mention that names any of its ``words`` (whole words or phrases, caseless), was written by any of
    its ``authors``, or serves any of its ``functions``.
    """

    name: str
    weight: float
    """Points for a match, −60 … 60."""
    words: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    note: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def in_force(self, now: datetime) -> bool:
        return (self.starts_at is None or self.starts_at <= now) and (self.ends_at is None or now < self.ends_at)

    def matches(self, mention: Mention, words: str) -> bool:
        """``words`` is the mention's text as :func:`folded` gives it."""
        return (
            any(folded(word) in words for word in self.words if folded(word).strip())
            or mention.author.casefold() in {author.removeprefix("@").casefold() for author in self.authors}
            or mention.function in self.functions
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Priorities:
    """The client's statement, whole: each change is a new version."""

    client: str
    items: tuple[Priority, ...]
    set_by: str
    set_at: datetime
    version: int = 1


def folded(text: str) -> str:
    """Text as space-separated caseless words with a space at each end, so that ``in`` matches whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def priority_reasons(mention: Mention, priorities: Priorities | None, now: datetime) -> Iterator[Reason]:
    """Matches in the order stated, together at most ±60 points: overlapping priorities add up to a known bound."""
    if priorities is None:
        return
    words, left_up, left_down = folded(mention.text), MOST_PRIORITY_POINTS, MOST_PRIORITY_POINTS
    for priority in priorities.items:
        if not priority.in_force(now) or not priority.matches(mention, words):
            continue
        if priority.weight >= 0:
            points = min(priority.weight, left_up)
            left_up -= points
        else:
            points = -min(-priority.weight, left_down)
            left_down += points
        if points:
            yield Reason(
                name=f"priority: {priority.name}",
                points=points,
                because=priority.note or "matches what matters now",
            )


def age_reason(mention: Mention, now: datetime) -> Reason:
    """Waiting counts from nothing on arrival to 15 points at the answer target, and no more after it."""
    function = standard_function(mention.function)
    target = ANSWER_TARGET.get(function, DEFAULT_ANSWER_TARGET) if function else DEFAULT_ANSWER_TARGET
    waited = max(timedelta(0), now - mention.received_at)
    share = min(1.0, waited / target)
    minutes = int(waited.total_seconds() // 60)
    return Reason(
        name="age",
        points=round(MOST_AGE_POINTS * share, 3),
        because=f"waiting {minutes} min of {int(target.total_seconds() // 60)}",
    )


def _most_priority_points(priorities: Priorities | None, now: datetime) -> float:
    """What any mention can gain by matching all that is in force."""
    items = priorities.items if priorities else ()
    return min(MOST_PRIORITY_POINTS, sum(max(0.0, item.weight) for item in items if item.in_force(now)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    mention: Mention
    score: float
    reasons: tuple[Reason, ...]


def rank(mention: Mention, priorities: Priorities | None, now: datetime) -> Ranked:
    reasons = (*mention.reasons, *priority_reasons(mention, priorities, now), age_reason(mention, now))
    return Ranked(mention=mention, score=round(sum(reason.points for reason in reasons), 3), reasons=reasons)


def first_page(
    by_base_score: Iterable[Mention],
    priorities: Priorities | None,
    now: datetime,
    size: int,
    below: tuple[float, str] | None = None,
) -> list[Ranked]:
    """The ``size`` highest of mentions that come in falling base order; reads no further than it must.

    ``below``: score and id of the last one on the page before.
    """
    best: list[tuple[float, str, Ranked]] = []
    headroom = MOST_AGE_POINTS + _most_priority_points(priorities, now)
    for mention in by_base_score:
        if len(best) == size and mention.base_score + headroom + _ROUNDING < best[0][0]:
            break
        ranked = rank(mention, priorities, now)
        candidate = (ranked.score, ranked.mention.id, ranked)
        if below is not None and candidate[:2] >= below:
            continue
        if len(best) < size:
            heapq.heappush(best, candidate)
        elif candidate[:2] > best[0][:2]:
            heapq.heapreplace(best, candidate)
    return [ranked for _, _, ranked in sorted(best, key=lambda item: item[:2], reverse=True)]
