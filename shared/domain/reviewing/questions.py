"""What the client was asked in the week, and how it was answered by the end of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.ledger import Entry
from shared.domain.reviewing.gathered import Gathered

MOST_QUESTIONS = 30


class Answered(StrEnum):
    IN_TIME = "in_time"
    LATE = "late"
    WAITING = "waiting"
    OVERDUE = "overdue"
    """It went to everybody who could be asked, and nobody answered."""
    WITHDRAWN = "withdrawn"


_OPEN_FIRST = (Answered.OVERDUE, Answered.WAITING, Answered.LATE, Answered.IN_TIME, Answered.WITHDRAWN)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question; what was asked and answered stands in the escalation with this id."""

    id: str
    mention: str
    function: str
    to: str
    """Who owed the answer first: a member, or a team."""
    at: datetime
    outcome: Answered
    minutes: float | None = None
    """Until the answer."""
    moved: int = 0
    """How often it went on to the next person."""


def asked(week: Gathered) -> tuple[Asked, ...]:
    """At most :data:`MOST_QUESTIONS`, those without an answer first."""
    answers = {one.subject: one for one in week.of("escalation.answered")}
    withdrawn = {one.subject for one in week.of("escalation.withdrawn")}
    exhausted = {one.subject for one in week.of("escalation.exhausted")}
    moved: dict[str, int] = {}
    for one in week.of("escalation.moved"):
        moved[one.subject] = moved.get(one.subject, 0) + 1
    found = [
        Asked(
            id=id_,
            mention=one.subject,
            function=str(one.data.get("function", "")),
            to=str(one.data.get("to", "")),
            at=one.at,
            outcome=_outcome(id_, answers, withdrawn, exhausted),
            minutes=float(answers[id_].data["minutes"]) if id_ in answers and "minutes" in answers[id_].data else None,
            moved=moved.get(id_, 0),
        )
        for one in week.of("mention.escalated")
        if (id_ := str(one.data.get("escalation")))
    ]
    found.sort(key=lambda one: _OPEN_FIRST.index(one.outcome))
    return tuple(found[:MOST_QUESTIONS])


def _outcome(id_: str, answers: Mapping[str, Entry], withdrawn: set[str], exhausted: set[str]) -> Answered:
    if id_ in answers:
        return Answered.IN_TIME if answers[id_].data.get("in_time") else Answered.LATE
    if id_ in withdrawn:
        return Answered.WITHDRAWN
    return Answered.OVERDUE if id_ in exhausted else Answered.WAITING
