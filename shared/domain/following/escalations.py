"""Whom the client has asked, in which order, and what time does to a question that waits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.following.alarms import Alarm, alarm_of
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party

TEAM = "team:"
"""Before the name of a team, where a member's id may stand."""
ANY_FUNCTION = "*"
MOST_PEOPLE = 10
IsThere = Callable[[str], bool]
"""Whether somebody, or somebody of a team, can be asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """Who answers for one business function."""

    people: tuple[str, ...]
    """Members, or teams such as ``team:legal``: the next when the deadline of the one before has passed."""
    answer_within_minutes: int | None = None
    """So long has each; None: as the client says of the function."""
    remind_after_minutes: int | None = None
    """None: after half of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EscalationPlan:
    """The client's statement, whole: each change is a new version."""

    client: str
    functions: Mapping[str, Chain]
    """By function; ``*``: of all that are not named."""
    set_by: str
    set_at: datetime
    version: int = 1

    def chain(self, function: str) -> Chain | None:
        return self.functions.get(function) or self.functions.get(ANY_FUNCTION)


class EscalationState(StrEnum):
    WAITING = "waiting"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXHAUSTED = "exhausted"
    """Nobody is left who could be asked. It may still be answered, or withdrawn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EscalationStep:
    """Of a question from one to another."""

    was: str
    to: str
    at: datetime
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Escalation:
    """A question to the client: to a person or a team, with a deadline, and to the next when that passes."""

    id: str
    client: str
    agency: str
    mention: str
    post: str | None = None
    """The draft that it is about, which waits for the answer."""
    function: str = ""
    question: str
    to: str
    """Who owes the answer now: a member's id, or a team such as ``team:legal``."""
    then: tuple[str, ...] = ()
    """Who is asked next, one after another."""
    asked_by: str
    asked_at: datetime
    deadline: datetime
    """Of whoever owes the answer now."""
    within_minutes: int = 0
    """So long has each who is asked."""
    remind_after_minutes: int = 0
    next_at: datetime | None = None
    """When to remind, or to move it on."""
    reminders: int = 0
    """Of all who were asked."""
    steps: tuple[EscalationStep, ...] = ()
    state: EscalationState = EscalationState.WAITING
    answer: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = None
    because: str = ""
    """Why it was withdrawn."""
    ended_at: datetime | None = None
    """When it was withdrawn, or nobody was left to be asked."""
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether an answer is still of use."""
        return self.state in (EscalationState.WAITING, EscalationState.EXHAUSTED)

    def answered(self, answer: str, by: str, at: datetime) -> "Escalation":
        return replace(
            self,
            state=EscalationState.ANSWERED,
            answer=answer,
            answered_by=by,
            answered_at=at,
            next_at=None,
            version=self.version + 1,
        )

    def withdrawn(self, because: str, at: datetime) -> "Escalation":
        return replace(
            self,
            state=EscalationState.WITHDRAWN,
            because=because,
            ended_at=at,
            next_at=None,
            version=self.version + 1,
        )


def those_of(members: Iterable[Member]) -> IsThere:
    """Who of the client can be asked: those who were not removed, and teams with one of them."""
    here = [member for member in members if member.party is Party.CLIENT and member.removed_at is None]
    names = {member.id for member in here} | {f"{TEAM}{team}" for member in here for team in member.teams}
    return names.__contains__


def in_order(chain: Chain | None, named: str, is_there: IsThere) -> tuple[str, ...]:
    """Who is asked, one after another: whoever is named, then the others of the chain."""
    people = chain.people if chain else ()
    return tuple(one for one in dict.fromkeys((named, *people)) if one and is_there(one))


def timed(escalation: Escalation, chain: Chain | None, within: timedelta) -> Escalation:
    """A new question with its times. ``within``: what the client says of its function."""
    minutes = int(within.total_seconds() // 60)
    reminder = None
    if chain is not None:
        minutes, reminder = chain.answer_within_minutes or minutes, chain.remind_after_minutes
    # A reminder that a shorter deadline overtakes is one at half of it.
    reminder = reminder if reminder is not None and reminder < minutes else minutes // 2
    return _clocked(replace(escalation, within_minutes=minutes, remind_after_minutes=reminder), escalation.asked_at)


def _clocked(escalation: Escalation, at: datetime) -> Escalation:
    return replace(
        escalation,
        deadline=at + timedelta(minutes=escalation.within_minutes),
        next_at=at + timedelta(minutes=escalation.remind_after_minutes),
    )


def alarms(escalation: Escalation) -> tuple[Alarm, ...]:
    """What is written with it. Those of before there were alarms have none."""
    return (alarm_of(escalation),) if escalation.within_minutes else ()


def due(escalation: Escalation, now: datetime, is_there: IsThere) -> tuple[Escalation, Fact] | None:
    """What time has done to it by now, one step at a time; None when nothing is due.

    Whoever owes the answer is reminded once, and at their deadline the next one who is still there owes it.
    """
    if escalation.state is not EscalationState.WAITING or escalation.next_at is None or now < escalation.next_at:
        return None
    there = is_there(escalation.to)
    if there and now < escalation.deadline:
        reminders = escalation.reminders + 1
        told = replace(escalation, next_at=escalation.deadline, reminders=reminders, version=escalation.version + 1)
        return told, Fact(type="escalation.reminded", subject=told.id, data=telling(told))
    because = "the deadline passed" if there else "they do not work for the client any more"
    left = [number for number, one in enumerate(escalation.then) if is_there(one)]
    if not left:
        over = replace(
            escalation,
            state=EscalationState.EXHAUSTED,
            then=(),
            ended_at=now,
            next_at=None,
            version=escalation.version + 1,
        )
        asked = [*(one.was for one in over.steps), over.to]
        return over, Fact(type="escalation.exhausted", subject=over.id, data=telling(over) | {"asked": asked})
    to = escalation.then[left[0]]
    moved = replace(
        escalation,
        to=to,
        then=escalation.then[left[0] + 1 :],
        steps=(*escalation.steps, EscalationStep(was=escalation.to, to=to, at=now, because=because)),
        version=escalation.version + 1,
    )
    data = telling(_clocked(moved, now)) | {"was": escalation.to, "because": because}
    return _clocked(moved, now), Fact(type="escalation.moved", subject=moved.id, data=data)


def moot(escalation: Escalation, now: datetime, because: str) -> tuple[Escalation, Fact] | None:
    """Taken back, when it waits: nobody needs its answer any more."""
    if escalation.state is not EscalationState.WAITING:
        return None
    return taken_back(escalation, now, because)


def taken_back(escalation: Escalation, now: datetime, because: str) -> tuple[Escalation, Fact]:
    withdrawn = escalation.withdrawn(because, now)
    data = telling(withdrawn) | {"because": because}
    return withdrawn, Fact(type="escalation.withdrawn", subject=withdrawn.id, data=data)


def telling(escalation: Escalation) -> dict[str, object]:
    """As it is told of."""
    return {
        "mention": escalation.mention,
        "post": escalation.post,
        "to": escalation.to,
        "deadline": escalation.deadline.isoformat(),
        "function": escalation.function,
    }


def measured(escalation: Escalation, at: datetime) -> dict[str, object]:
    """How fast the client answered: in time is what came before the first deadline, whoever answered."""
    minutes = (at - escalation.asked_at).total_seconds() / 60
    first = escalation.within_minutes or (escalation.deadline - escalation.asked_at).total_seconds() / 60
    return {
        "minutes": round(minutes, 1),
        "in_time": minutes <= first,
        "moved": len(escalation.steps),
        "reminders": escalation.reminders,
    }
