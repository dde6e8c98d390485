"""Numbers, times and sentences as people read them. English only."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shared.domain.review import Review
from shared.domain.reviewing.fates import DECLINED, Fate
from shared.domain.reviewing.happenings import Kind
from shared.domain.reviewing.questions import Answered
from shared.domain.text import DIRECTIONS

HOUR, DAY = 60, 24 * 60
LONGEST_EXCERPT = 220
_STRIPPED = dict.fromkeys(map(ord, DIRECTIONS))
FATES = {
    Fate.POSTED: "Posted as written",
    Fate.EDITED: "Posted after a change",
    Fate.ANSWERED: "Answered by the client",
    Fate.REJECTED: "Rejected",
    Fate.CANCELLED: "Withdrawn",
    Fate.UNSENT: "Approved, not sent",
    Fate.RECALLED: "Posted, taken down",
    Fate.OPEN: "Still open",
    Fate.WITHDRAWN: "Question taken back",
    Fate.PUT_ASIDE: "Left alone",
}
ANSWERS = {
    Answered.IN_TIME: "Answered in time",
    Answered.LATE: "Answered late",
    Answered.WAITING: "Waits for an answer",
    Answered.OVERDUE: "Unanswered by everybody asked",
    Answered.WITHDRAWN: "Taken back",
}
URGENCIES = ("Calm", "Soon", "Pressing", "At once")
KINDS = {Kind.CRISIS: "Crisis", Kind.STOP: "Stop", Kind.DRILL: "Drill"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Point:
    """Something worth talking about, and the section that says more."""

    text: str
    section: str


def named(function: str) -> str:
    """A business function as a person calls it."""
    return function.replace("_", " ").capitalize() or "Other"


def in_order(value: Any) -> Any:
    """Text without characters that turn the order of letters around; whatever else stays as it is."""
    return value.translate(_STRIPPED) if isinstance(value, str) else value


def excerpt(text: str) -> str:
    """What somebody said, on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[:LONGEST_EXCERPT].rstrip() + " …"


def duration(minutes: float | None) -> str:
    if minutes is None:
        return "–"
    whole = round(minutes)
    if whole < 1:
        return "under 1 min"
    if whole < 2 * HOUR:
        return f"{whole} min"
    if whole < 2 * DAY:
        hours, rest = divmod(whole, HOUR)
        return f"{hours} h {rest} min" if rest and hours < 10 else f"{hours} h"
    days, rest = divmod(whole, DAY)
    return f"{days} d {rest // HOUR} h" if rest >= HOUR else f"{days} d"


def number(count: float) -> str:
    """With thin spaces, which cannot break, between thousands."""
    return f"{count:,}".replace(",", "\u202f")


def counted(count: int, one: str) -> str:
    """Small numbers in words: ``two posts``."""
    return f"{_said(count)} {one}{'' if count == 1 else 's'}"


def _said(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else number(count)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def day(at: date) -> str:
    return f"{at:%A} {at.day} {at:%B}"


def time(at: datetime | None, zone: ZoneInfo) -> str:
    """In the client's zone: ``Tue 24 Nov, 14:05``."""
    if at is None:
        return "–"
    local = at.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def span(review: Review, zone: ZoneInfo) -> str:
    """``23–29 November 2026``."""
    first = review.starts_at.astimezone(zone).date()
    last = (review.ends_at - timedelta(microseconds=1)).astimezone(zone).date()
    if first.month == last.month:
        return f"{first.day}–{last.day} {last:%B %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {last.day} {last:%B %Y}"
    return f"{first.day} {first:%B %Y} – {last.day} {last:%B %Y}"


def headline(review: Review) -> str:
    """The week in a sentence or two."""
    received, waits = review.mentions_received, review.waits
    published = review.posts.get("published", 0)
    if not received:
        posted = f"; {counted(published, 'post')} went out" if published else ", and nothing was posted"
        return f"Nothing came in{posted}."
    came = f"{sentence(counted(received, 'message'))} came in"
    if not waits.asked:
        return f"{came}; none of them asked for an answer."
    if waits.asked == 1:
        return f"{came}. The one that asked for an answer {_single(review)}."
    asking = f"Of the {number(waits.asked)} that asked for an answer"
    if not waits.answered:
        return f"{came}. {asking}, none has one yet."
    fast = f", half of them within {duration(waits.minutes)}" if waits.answered > 1 else ""
    if waits.in_time == waits.asked:
        return f"{came}. {asking}, every one had it in time{fast}."
    late = f" and {number(waits.late)} late" if waits.late else ""
    return f"{came}. {asking}, {number(waits.in_time)} had one in time{late}{fast}."


def _single(review: Review) -> str:
    if not review.waits.answered:
        return "was put aside" if review.waits.put_aside else "waits for it"
    return "had it in time" if review.waits.in_time else "had it late"


def worth_talking_about(review: Review) -> Iterator[Point]:
    """What stands out, the gravest first."""
    for section, count, one, many in _counts(review):
        if count:
            yield Point(one if count == 1 else f"{sentence(_said(count))} {many}", section)


def _counts(review: Review) -> Iterator[tuple[str, int, str, str]]:
    """The section that says more, how many, and how one and many are told of."""
    kinds = Counter(one.kind for one in review.happenings if one.began_at is not None)
    failed = sum(one.kind is Kind.DRILL and not one.went_well for one in review.happenings)
    barren = [one.name for one in review.priorities if one.produced_nothing]
    declined = sum(of.get(fate.value, 0) for of in review.fates.values() for fate in DECLINED)
    open_actions = sum(one.done_at is None for one in review.actions)
    named = f"The priority “{excerpt(barren[0])}” led to no post" if barren else ""
    waits, questions = review.waits.overdue, review.responsiveness.unanswered
    yield "happened", kinds[Kind.CRISIS], "A potential crisis was raised", "potential crises were raised"
    yield "happened", kinds[Kind.STOP], "Posting was stopped once", "times posting was stopped"
    yield "happened", failed, "A drill of the stop failed", "drills of the stop failed"
    yield "missed", review.missed, "One important message was taken up by nobody", f"important messages {_BY_NOBODY}"
    yield "questions", questions, "One question to the client has no answer", "questions to the client have no answer"
    yield "answers", waits, "One message waits past its target", "messages wait past their targets"
    yield "raised", declined, "One recommendation was declined", "recommendations were declined"
    yield "priorities", len(barren), named, "priorities led to no post"
    yield "agreed", open_actions, "One agreed action is still to be done", "agreed actions are still to be done"


_BY_NOBODY = "were taken up by nobody"


def change(now: float | None, before: float | None, unit: str = "") -> str:
    """Against the week before; empty where that is not known."""
    if now is None or before is None:
        return ""
    moved = round(now) - round(before)
    if not moved:
        return "as the week before"
    said = f"{number(abs(moved))} {unit}{'' if unit in ('', 'min') or abs(moved) == 1 else 's'}".strip()
    fewer = "less" if unit == "min" else "fewer"
    return f"{said} {'more' if moved > 0 else fewer} than the week before"
