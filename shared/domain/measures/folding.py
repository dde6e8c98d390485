"""From the ledger's entries to measures: what each entry counts for, by itself alone.

So a fact carries all that it is measured by, days are folded apart, and their sums are those of the whole. An entry
from before a fact carried something counts for what it has.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.domain.ledger import Entry, of_a_drills_post
from shared.domain.measures.figures import By, Count, Figures, Measures, Tally, Time
from shared.domain.recovery import DRILL_REASON

ENGAGEMENT_AFTER = "24h"
"""Of the readings of a post's engagement, the one that is summed: each tells all there is by then."""
RULES = 1
"""Raised when an entry counts for something else than before: what was folded by other rules is folded anew."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one entry counts for, and whose it is beside the total's."""

    counts: Mapping[Count, int]
    times: Mapping[Time, int] = field(default_factory=dict)
    """In milliseconds."""
    member: str | None = None


def measured(entries: Iterable[Entry]) -> Measures:
    """The measures of these entries, in whatever order they come."""
    tallies: dict[By, dict[str, Tally]] = {by: {} for by in By}
    for entry in entries:
        rule = _RULES.get(entry.type)
        worth = rule(entry, entry.data) if rule is not None and not of_a_drills_post(entry) else None
        if worth is None:
            continue
        names = {
            By.TOTAL: "",
            By.FUNCTION: entry.data.get("function"),
            By.ACCOUNT: entry.data.get("account"),
            By.MEMBER: worth.member,
        }
        for by, name in names.items():
            if isinstance(name, str) and (name or by is By.TOTAL):
                tallies[by].setdefault(name, Tally()).add(worth.counts, worth.times)
    summed: dict[By, Mapping[str, Figures]] = {
        by: {name: tally.figures for name, tally in cells.items()} for by, cells in tallies.items() if cells
    }
    return Measures(summed)


def _minutes(time: Time, data: Mapping[str, Any]) -> dict[Time, int]:
    minutes = data.get("minutes")
    return {} if minutes is None else {time: round(minutes * 60_000)}


def _received(_: Entry, data: Mapping[str, Any]) -> Worth:
    return Worth({Count.MENTIONS: 1, Count.WANTING_ANSWER: int(bool(data.get("needs_answer")))})


def _recommended(entry: Entry, data: Mapping[str, Any]) -> Worth:
    """Timed is the first of a mention's recommendations alone."""
    action = {"respond": Count.TO_RESPOND, "escalate": Count.TO_ESCALATE, "ignore": Count.TO_IGNORE}
    counts = {Count.RECOMMENDED: 1}
    if data.get("action") in action:
        counts[action[data["action"]]] = 1
    times = _minutes(Time.TO_RECOMMENDATION, data) if data.get("first", True) else {}
    return Worth(counts, times, entry.who.get("member"))


def _approved(entry: Entry, data: Mapping[str, Any]) -> Worth | None:
    """The last of the approvals that it needed: the decision. What a stop held is accepted once all the same."""
    if data.get("still_needed"):
        return None
    counts = {Count.APPROVED: 1}
    if _is_first_word(data):
        counts[Count.ACCEPTED_EDITED if data.get("changes") else Count.ACCEPTED_AS_IS] = 1
    return Worth(counts, _minutes(Time.TO_DECISION, data), entry.who.get("member"))


def _rejected(entry: Entry, data: Mapping[str, Any]) -> Worth:
    """A recommendation is declined with the last of its drafts."""
    declined = int(_is_first_word(data) and not data.get("drafts_left"))
    counts = {Count.REJECTED: 1, Count.DECLINED: declined}
    return Worth(counts, _minutes(Time.TO_DECISION, data), entry.who.get("member"))


def _is_first_word(data: Mapping[str, Any]) -> bool:
    """Whether it decides on a recommendation that was not accepted before."""
    return bool(data.get("recommendation")) and not data.get("again")


def _answered(_: Entry, data: Mapping[str, Any]) -> Worth:
    """What came late before anybody was told that it is overdue is overdue from here."""
    in_time = data.get("in_time")
    counts = {
        Count.ANSWERED: 1,
        Count.ANSWERED_IN_TIME: int(in_time is True),
        Count.OVERDUE: int(in_time is False and not data.get("was_overdue")),
    }
    return Worth(counts, _minutes(Time.TO_ANSWER, data), data.get("author"))


def _overdue(_: Entry, data: Mapping[str, Any]) -> Worth:
    """Nobody raised it; or somebody did, and the client has not decided."""
    state = data.get("state")
    counts = {Count.OVERDUE: 1, Count.MISSED: int(state == "open"), Count.IGNORED: int(state == "recommended")}
    return Worth(counts)


def _published(_: Entry, data: Mapping[str, Any]) -> Worth:
    late = data.get("late_seconds")
    times = {} if late is None else {Time.LATENESS: round(late * 1000)}
    return Worth({Count.POSTS: 1, Count.FOLLOW_UPS: len(data.get("follow_ups", ()))}, times, data.get("author"))


def _client_answered(entry: Entry, data: Mapping[str, Any]) -> Worth:
    counts = {Count.CLIENT_ANSWERS: 1, Count.CLIENT_ANSWERS_IN_TIME: int(bool(data.get("in_time")))}
    return Worth(counts, _minutes(Time.TO_CLIENT_ANSWER, data), entry.who.get("member"))


def _follow_up_closed(_: Entry, data: Mapping[str, Any]) -> Worth | None:
    outcomes = {"kept": Count.KEPT, "broken": Count.BROKEN, "dropped": Count.DROPPED}
    outcome = outcomes.get(str(data.get("outcome")))
    if outcome is None:
        return None
    in_time = int(outcome is Count.KEPT and bool(data.get("in_time")))
    return Worth({outcome: 1, Count.KEPT_IN_TIME: in_time}, member=data.get("owner"))


def _follow_up_late(_: Entry, data: Mapping[str, Any]) -> Worth | None:
    """Told each day; it became late on the first."""
    return Worth({Count.FOLLOW_UPS_LATE: 1}, member=data.get("owner")) if data.get("days") == 1 else None


def _stopped(_: Entry, data: Mapping[str, Any]) -> Worth | None:
    return None if data.get("reason") == DRILL_REASON else Worth({Count.STOPS: 1})


def _drained(_: Entry, data: Mapping[str, Any]) -> Worth | None:
    seconds = data.get("seconds")
    if seconds is None or data.get("drill"):
        return None
    return Worth({}, {Time.STOP_DRAINED: round(seconds * 1000)})


def _drilled(entry: Entry, data: Mapping[str, Any]) -> Worth:
    timed = {Time.DRILL_FLAG: data.get("flag_ms"), Time.DRILL_DRAINED: data.get("drain_ms")}
    failed = entry.type == "drill.failed"
    times = {} if failed else {time: round(value) for time, value in timed.items() if value is not None}
    return Worth({Count.DRILLS: 1, Count.DRILLS_FAILED: int(failed)}, times)


def _engaged(_: Entry, data: Mapping[str, Any]) -> Worth | None:
    """What a network does not tell is not there."""
    if data.get("after") != ENGAGEMENT_AFTER:
        return None
    told = (Count.LIKES, Count.REPLIES, Count.REPOSTS, Count.QUOTES, Count.VIEWS)
    counts = {count: data[count.value] for count in told if data.get(count.value) is not None}
    return Worth({Count.POSTS_READ: 1, **counts}, member=data.get("author"))


_Rule = Callable[[Entry, Mapping[str, Any]], Worth | None]


def _of_one(count: Count) -> _Rule:
    return lambda entry, _: Worth({count: 1}, member=entry.who.get("member"))


def _of_author(count: Count) -> _Rule:
    return lambda _, data: Worth({count: 1}, member=data.get("author"))


_RULES: Mapping[str, _Rule] = {
    "mention.received": _received,
    "mention.recommended": _recommended,
    "mention.dismissed": _of_one(Count.DISMISSED),
    "mention.overdue": _overdue,
    "mention.answered": _answered,
    "mention.escalated": _of_one(Count.ASKED),
    "escalation.answered": _client_answered,
    "escalation.reminded": lambda *_: Worth({Count.REMINDED: 1}),
    "escalation.exhausted": lambda *_: Worth({Count.EXHAUSTED: 1}),
    "escalation.withdrawn": lambda *_: Worth({Count.WITHDRAWN: 1}),
    "post.drafted": _of_one(Count.DRAFTS),
    "post.changed": _of_one(Count.EDITS),
    "post.change_requested": _of_one(Count.CHANGES_REQUESTED),
    "post.approved": _approved,
    "post.rejected": _rejected,
    "post.published": _published,
    "post.recalled": _of_author(Count.RECALLED),
    "post.held": _of_author(Count.HELD),
    "post.expired": _of_author(Count.EXPIRED),
    "post.failed": _of_author(Count.FAILED),
    "post.unverified": _of_author(Count.UNVERIFIED),
    "post.engagement": _engaged,
    "follow_up.made": lambda _, data: Worth({Count.FOLLOW_UPS: 1}, member=data.get("owner")),
    "follow_up.closed": _follow_up_closed,
    "follow_up.overdue": _follow_up_late,
    "stop.engaged": _stopped,
    "stop.drained": _drained,
    "drill.done": _drilled,
    "drill.failed": _drilled,
    "crisis.raised": lambda *_: Worth({Count.CRISES: 1}),
    "incident.raised": lambda *_: Worth({Count.INCIDENTS: 1}),
}
