"""The weekly review, from the ledger alone: what was recommended and what became of it, and what was agreed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from shared.domain.errors import InvalidError
from shared.domain.ledger import Entry

_WEEK = re.compile(r"\A(2[0-9]{3})-W([0-9]{2})\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewAction:
    """Something agreed in a review; it is carried over until it is done."""

    id: str
    text: str
    agreed_in: str
    by: str
    at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Actions:
    """All that a client and its agencies have agreed in reviews."""

    client: str
    items: tuple[ReviewAction, ...] = ()
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Responsiveness:
    """How the client answered what only it can answer, of the questions that were asked in the week."""

    asked: int = 0
    answered: int = 0
    in_time: float | None = None
    """Share of all that were asked and not taken back; null when there were none."""
    minutes: float | None = None
    """Median of those that were answered."""
    reminded: int = 0
    moved: int = 0
    """How often one went on to the next person."""
    unanswered: int = 0
    """By the end of the week."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """One week of a client. Times in minutes; a median is null when there is nothing to measure."""

    client: str
    week: str
    starts_at: datetime
    ends_at: datetime
    mentions_received: int
    mentions_by_function: Mapping[str, int]
    recommendations: Mapping[str, int]
    """How many to respond, escalate, ignore."""
    minutes_to_recommendation: float | None
    dismissed: int
    posts: Mapping[str, int]
    """Of the week's posts: drafted, approved, rejected, published, recalled, held, … ."""
    escalations_asked: int
    escalations_answered: int
    escalations_answered_in_time: int
    minutes_to_answer: float | None
    responsiveness: Responsiveness = Responsiveness()
    stops: int
    """In earnest; each drill's own stop is not among them."""
    drills: int
    not_recommended: tuple[str, ...]
    """Mentions that came in, stayed, and that nobody recommended on or dismissed (at most 50)."""
    actions: tuple[ReviewAction, ...]
    made_at: datetime
    version: int = 1


def week_of(at: datetime, zone: str) -> str:
    """ISO week such as ``2026-W47``, in the client's zone."""
    year, week, _ = at.astimezone(ZoneInfo(zone)).isocalendar()
    return f"{year}-W{week:02}"


def week_bounds(week: str, zone: str) -> tuple[datetime, datetime]:
    """From Monday 00:00 to the next Monday 00:00 by the client's clocks. Raises InvalidError."""
    try:
        [(year, number)] = _WEEK.findall(week)
        monday = date.fromisocalendar(int(year), int(number), 1)
        following = monday + timedelta(days=7)
    except (ValueError, OverflowError) as wrong:
        raise InvalidError("is not a week such as 2026-W47", "week") from wrong
    place = ZoneInfo(zone)
    return datetime.combine(monday, time(), place), datetime.combine(following, time(), place)


def days_of(starts_at: datetime, ends_at: datetime) -> Iterable[date]:
    """The UTC days that a span touches: the ledger's partitions."""
    day = starts_at.astimezone(ZoneInfo("UTC")).date()
    last = (ends_at - timedelta(microseconds=1)).astimezone(ZoneInfo("UTC")).date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def review(
    client: str, week: str, zone: str, entries: Iterable[Entry], agreed: Iterable[ReviewAction], now: datetime
) -> Review:
    """Sum up a week. ``entries`` may hold more than the week; order does not matter."""
    starts_at, ends_at = week_bounds(week, zone)
    of_week = [entry for entry in entries if starts_at <= entry.at < ends_at]
    count = Counter(entry.type for entry in of_week)
    received = [entry for entry in of_week if entry.type == "mention.received"]
    recommended = [entry for entry in of_week if entry.type == "mention.recommended"]
    answered = [entry for entry in of_week if entry.type == "escalation.answered"]
    handled = {
        entry.subject
        for entry in of_week
        if entry.type in ("mention.recommended", "mention.dismissed", "mention.escalated", "mention.retracted")
    }
    missed = sorted({entry.subject for entry in received} - handled)
    return Review(
        client=client,
        week=week,
        starts_at=starts_at,
        ends_at=ends_at,
        mentions_received=len(received),
        mentions_by_function=Counter(str(entry.data.get("function")) for entry in received),
        recommendations=Counter(str(entry.data.get("action")) for entry in recommended),
        minutes_to_recommendation=_median(recommended),
        dismissed=count["mention.dismissed"],
        posts={type_.removeprefix("post."): number for type_, number in count.items() if _is_of_posts(type_)},
        escalations_asked=count["mention.escalated"],
        escalations_answered=len(answered),
        escalations_answered_in_time=sum(bool(entry.data.get("in_time")) for entry in answered),
        minutes_to_answer=_median(answered),
        responsiveness=responsiveness(of_week),
        stops=count["stop.engaged"] - count["drill.done"],
        drills=count["drill.done"],
        not_recommended=tuple(missed[:50]),
        actions=tuple(action for action in agreed if action.done_at is None or action.done_at >= starts_at),
        made_at=now,
    )


def responsiveness(of_week: Iterable[Entry]) -> Responsiveness:
    """What was asked in the week, and what had become of it by its end."""
    found: dict[str, list[Entry]] = {type_: [] for type_ in _OF_QUESTIONS}
    for entry in of_week:
        if entry.type in found:
            found[entry.type].append(entry)
    asked = {str(entry.data.get("escalation")) for entry in found["mention.escalated"]}
    withdrawn = {entry.subject for entry in found["escalation.withdrawn"]} & asked
    answered = [entry for entry in found["escalation.answered"] if entry.subject in asked]
    wanted = len(asked) - len(withdrawn)
    in_time = sum(bool(entry.data.get("in_time")) for entry in answered)
    return Responsiveness(
        asked=len(asked),
        answered=len(answered),
        in_time=round(in_time / wanted, 3) if wanted else None,
        minutes=_median(answered),
        reminded=sum(entry.subject in asked for entry in found["escalation.reminded"]),
        moved=sum(entry.subject in asked for entry in found["escalation.moved"]),
        unanswered=wanted - len(answered),
    )


_OF_QUESTIONS = (
    "mention.escalated",
    "escalation.answered",
    "escalation.withdrawn",
    "escalation.reminded",
    "escalation.moved",
)


def _is_of_posts(type_: str) -> bool:
    """What became of posts; how they did on their networks is told several times of each."""
    return type_.startswith("post.") and type_ != "post.engagement"


def _median(entries: Iterable[Entry]) -> float | None:
    minutes = [float(entry.data["minutes"]) for entry in entries if "minutes" in entry.data]
    return round(median(minutes), 1) if minutes else None
