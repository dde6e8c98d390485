"""The names of what is counted and timed, and sums of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.measures.histogram import Histogram, bucket, within


class Count(StrEnum):
    MENTIONS = "mentions"
    WANTING_ANSWER = "wanting_answer"
    RECOMMENDED = "recommended"
    TO_RESPOND = "to_respond"
    TO_ESCALATE = "to_escalate"
    TO_IGNORE = "to_ignore"
    DISMISSED = "dismissed"
    DRAFTS = "drafts"
    EDITS = "edits"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    ACCEPTED_AS_IS = "accepted_as_is"
    ACCEPTED_EDITED = "accepted_edited"
    DECLINED = "declined"
    IGNORED = "ignored"
    ANSWERED = "answered"
    ANSWERED_IN_TIME = "answered_in_time"
    OVERDUE = "overdue"
    MISSED = "missed"
    POSTS = "posts"
    RECALLED = "recalled"
    HELD = "held"
    EXPIRED = "expired"
    FAILED = "failed"
    UNVERIFIED = "unverified"
    ASKED = "asked"
    CLIENT_ANSWERS = "client_answers"
    CLIENT_ANSWERS_IN_TIME = "client_answers_in_time"
    REMINDED = "reminded"
    EXHAUSTED = "exhausted"
    WITHDRAWN = "withdrawn"
    FOLLOW_UPS = "follow_ups"
    KEPT = "kept"
    KEPT_IN_TIME = "kept_in_time"
    BROKEN = "broken"
    DROPPED = "dropped"
    FOLLOW_UPS_LATE = "follow_ups_late"
    STOPS = "stops"
    DRILLS = "drills"
    DRILLS_FAILED = "drills_failed"
    CRISES = "crises"
    INCIDENTS = "incidents"
    POSTS_READ = "posts_read"
    LIKES = "likes"
    REPLIES = "replies"
    REPOSTS = "reposts"
    QUOTES = "quotes"
    VIEWS = "views"


class Time(StrEnum):
    TO_RECOMMENDATION = "to_recommendation"
    TO_DECISION = "to_decision"
    TO_ANSWER = "to_answer"
    TO_CLIENT_ANSWER = "to_client_answer"
    LATENESS = "lateness"
    STOP_DRAINED = "stop_drained"
    DRILL_FLAG = "drill_flag"
    DRILL_DRAINED = "drill_drained"


class By(StrEnum):
    """What figures are told apart by; each event counts in the total, and once in each other that it names."""

    TOTAL = "total"
    FUNCTION = "function"
    ACCOUNT = "account"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over some events; what did not happen is left out."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """By :class:`Count`."""
    times: Mapping[str, Histogram] = field(default_factory=dict)
    """By :class:`Time`."""

    def __add__(self, other: "Figures") -> "Figures":
        times = dict(self.times)
        for name, histogram in other.times.items():
            times[name] = times[name] + histogram if name in times else histogram
        return Figures(Counter(self.counts) + Counter(other.counts), times)

    def count(self, of: Count) -> int:
        return self.counts.get(of.value, 0)

    def time(self, of: Time) -> Histogram:
        return self.times.get(of.value, Histogram())


Cells = Mapping[str, Figures]
"""Figures by the name of what they are of; the total has one cell, without a name."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures in total, and by business function, account and member."""

    cells: Mapping[By, Cells] = field(default_factory=dict)

    def of(self, by: By) -> Cells:
        return self.cells.get(by, {})

    @property
    def total(self) -> Figures:
        return self.of(By.TOTAL).get("", Figures())

    def __add__(self, other: "Measures") -> "Measures":
        merged = {by: added((self.of(by), other.of(by))) for by in By}
        return Measures({by: cells for by, cells in merged.items() if cells})


def added(several: Iterable[Cells]) -> dict[str, Figures]:
    """All cells, those of one name added up."""
    merged: dict[str, Figures] = {}
    for cells in several:
        for name, figures in cells.items():
            merged[name] = merged[name] + figures if name in merged else figures
    return merged


class Tally:
    """One cell while it is being summed up."""

    __slots__ = ("counts", "times", "totals")

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.times: dict[str, Counter[int]] = {}
        self.totals: Counter[str] = Counter()

    def add(self, counts: Mapping[Count, int], times: Mapping[Time, int]) -> None:
        for what, number in counts.items():
            if number:
                self.counts[what.value] += number
        for time, milliseconds in times.items():
            held = within(milliseconds)
            self.times.setdefault(time.value, Counter())[bucket(held)] += 1
            self.totals[time.value] += held

    @property
    def figures(self) -> Figures:
        times = {name: Histogram(dict(counts), self.totals[name]) for name, counts in self.times.items()}
        return Figures(dict(self.counts), times)
