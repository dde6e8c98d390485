"""A week's entries in one pass, in any order: what came in, held small, and what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain.ledger import Entry, of_a_drills_post

TAKEN_UP = frozenset({"mention.recommended", "mention.dismissed", "mention.escalated", "mention.retracted"})
"""After these nobody can say that a mention was missed."""
_KEPT = frozenset(
    {
        "crisis.ended",
        "crisis.raised",
        "drill.done",
        "drill.failed",
        "escalation.answered",
        "escalation.exhausted",
        "escalation.moved",
        "escalation.reminded",
        "escalation.withdrawn",
        "mention.escalated",
        "mention.recommended",
        "post.cancelled",
        "post.change_requested",
        "post.changed",
        "post.expired",
        "post.failed",
        "post.published",
        "post.recalled",
        "post.rejected",
        "priorities.set",
        "stop.engaged",
        "stop.lifted",
    }
)
"""Whole. Of all others it is enough to know how many there were, and of which mention."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """A mention as it came in."""

    id: str
    at: datetime
    network: str
    function: str
    needs_answer: bool
    urgency: int
    score: float
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """A week of one client."""

    count: Counter[str] = field(default_factory=Counter)
    """Entries by type."""
    received: dict[str, Received] = field(default_factory=dict)
    taken_up: set[str] = field(default_factory=set)
    """Mentions that somebody recommended on, dismissed or asked about, or that were taken back."""
    put_aside: set[str] = field(default_factory=set)
    """Mentions that are to have no answer."""
    answered_at: dict[str, datetime] = field(default_factory=dict)
    """When the ledger heard of the first answer to a mention."""
    answered_after: dict[str, float] = field(default_factory=dict)
    """Minutes until that could be seen, by its network's clock: what was found out later was not answered later."""
    entries: defaultdict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """Those that are kept whole, by type, by time."""

    def of(self, *types: str) -> Iterable[Entry]:
        return (entry for type_ in types for entry in self.entries.get(type_, ()))


def gathered(entries: Iterable[Entry], starts_at: datetime, ends_at: datetime) -> Gathered:
    """Those of ``entries`` that lie in the week."""
    week = Gathered()
    for entry in entries:
        if starts_at <= entry.at < ends_at and not of_a_drills_post(entry):
            _take(week, entry)
    for kept in week.entries.values():
        kept.sort(key=lambda entry: (entry.at, entry.id, entry.subject))
    return week


def _take(week: Gathered, entry: Entry) -> None:
    week.count[entry.type] += 1
    if entry.type == "mention.received":
        week.received[entry.subject] = _received(entry)
        return
    if entry.type in TAKEN_UP:
        week.taken_up.add(entry.subject)
    if entry.type in ("mention.dismissed", "mention.retracted"):
        week.put_aside.add(entry.subject)
    if entry.type == "mention.recommended" and entry.data.get("action") == "ignore":
        week.put_aside.add(entry.subject)
    if entry.type == "mention.answered":
        before = week.answered_at.get(entry.subject, entry.at)
        if entry.at <= before:
            week.answered_at[entry.subject] = entry.at
            if "minutes" in entry.data:
                week.answered_after[entry.subject] = float(entry.data["minutes"])
    if entry.type in _KEPT:
        week.entries[entry.type].append(entry)


def _received(entry: Entry) -> Received:
    data = entry.data
    return Received(
        id=entry.subject,
        at=entry.at,
        network=str(data.get("network", "")),
        function=str(data.get("function")),
        needs_answer=bool(data.get("needs_answer", False)),
        urgency=int(data.get("urgency", 0)),
        score=float(data.get("score", 0.0)),
        topics=tuple(data.get("topics", ())),
    )
