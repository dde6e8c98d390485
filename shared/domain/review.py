"""The weekly review, from the ledger alone: what was recommended and what became of it, and what was agreed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from statistics import median

from shared.domain.agreed import ReviewAction, ReviewNote, carried
from shared.domain.ledger import Entry
from shared.domain.listening.priorities import Priority
from shared.domain.listening.settings import Listening
from shared.domain.reviewing.fates import Raised, fates
from shared.domain.reviewing.gathered import gathered
from shared.domain.reviewing.happenings import Happening, happenings, stops_in_earnest
from shared.domain.reviewing.missed import Missed, missed, not_taken_up
from shared.domain.reviewing.questions import Asked, asked
from shared.domain.reviewing.waits import DayWaits, FunctionWaits, Waits, altogether, by_day, by_function
from shared.domain.reviewing.yields import PriorityYield, yields
from shared.domain.weeks import week_bounds


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
    """Those that failed as well."""
    not_recommended: tuple[str, ...]
    """Mentions that came in, stayed, and that nobody recommended on or dismissed (at most 50)."""
    missed: int = 0
    """Important ones among them: pressing, or with a score of which the client wants to be told."""
    most_important_missed: tuple[Missed, ...] = ()
    fates: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Recommendations by action and by what became of them."""
    raised: tuple[Raised, ...] = ()
    """The first of each fate."""
    waits: Waits = field(default_factory=Waits)
    waits_by_function: tuple[FunctionWaits, ...] = ()
    waits_by_day: tuple[DayWaits, ...] = ()
    questions: tuple[Asked, ...] = ()
    """Those without an answer first; ``responsiveness`` counts them all."""
    happened: int = 0
    happenings: tuple[Happening, ...] = ()
    priorities: tuple[PriorityYield, ...] = ()
    """Those that produced nothing first."""
    actions: tuple[ReviewAction, ...]
    """Agreed by then, and not done before the week."""
    notes: tuple[ReviewNote, ...] = ()
    made_at: datetime
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreements:
    """What both parties had laid down and agreed, beside the ledger."""

    listening: Listening
    """Answer targets, and the score from which a mention matters."""
    priorities: tuple[Priority, ...] = ()
    """As they stand now, unless they were stated after the week."""
    actions: tuple[ReviewAction, ...] = ()
    notes: tuple[ReviewNote, ...] = ()


def review(client: str, week: str, zone: str, entries: Iterable[Entry], beside: Agreements, now: datetime) -> Review:
    """Sum up a week, as far as it has come. ``entries`` may hold more than the week; order does not matter."""
    starts_at, ends_at = week_bounds(week, zone)
    so_far = min(ends_at, max(now, starts_at))
    found = gathered(entries, starts_at, ends_at)
    count, listening = found.count, beside.listening
    recommended, answered = [*found.of("mention.recommended")], [*found.of("escalation.answered")]
    fated, (many_missed, missed_first) = fates(found), missed(found, listening.notice_above)
    happened, first_happenings = happenings(found)
    return Review(
        client=client,
        week=week,
        starts_at=starts_at,
        ends_at=ends_at,
        mentions_received=len(found.received),
        mentions_by_function=dict(Counter(one.function for one in found.received.values())),
        recommendations=dict(Counter(str(entry.data.get("action")) for entry in recommended)),
        minutes_to_recommendation=_median(recommended),
        dismissed=count["mention.dismissed"],
        posts={type_.removeprefix("post."): number for type_, number in count.items() if _is_of_posts(type_)},
        escalations_asked=count["mention.escalated"],
        escalations_answered=len(answered),
        escalations_answered_in_time=sum(bool(entry.data.get("in_time")) for entry in answered),
        minutes_to_answer=_median(answered),
        responsiveness=responsiveness(found.of(*_OF_QUESTIONS)),
        stops=stops_in_earnest(found),
        drills=count["drill.done"] + count["drill.failed"],
        not_recommended=not_taken_up(found, 50),
        missed=many_missed,
        most_important_missed=missed_first,
        fates=fated.counts,
        raised=fated.raised,
        waits=altogether(found, listening.minutes_to_answer, so_far),
        waits_by_function=by_function(found, listening.minutes_to_answer, so_far),
        waits_by_day=by_day(found, listening.minutes_to_answer, starts_at, so_far, zone),
        questions=asked(found),
        happened=happened,
        happenings=first_happenings,
        priorities=yields(found, beside.priorities, starts_at, so_far),
        actions=carried(beside.actions, week, starts_at),
        notes=beside.notes,
        made_at=now,
    )


def with_agreed(made: Review, actions: tuple[ReviewAction, ...], notes: tuple[ReviewNote, ...]) -> Review:
    """A review that was made, with what was agreed and done since, and noted on its week."""
    now = {one.id: one for one in carried(actions, made.week, made.starts_at)}
    shown = {one.id: one for one in made.actions} | now
    return replace(made, actions=tuple(shown.values()), notes=notes)


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
