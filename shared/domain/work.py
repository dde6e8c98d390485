"""The agency's and the client's answers to a mention: recommendations, and questions only the client can answer."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    RESPOND = "respond"
    ESCALATE = "escalate"
    IGNORE = "ignore"


@dataclass(frozen=True, kw_only=True, slots=True)
class Recommendation:
    """What the agency proposes for a mention. Its drafts are posts in review; approving one cancels the others."""

    id: str
    client: str
    agency: str
    mention: str
    action: Action
    note: str
    posts: tuple[str, ...]
    escalation: str | None
    by: str
    at: datetime
    version: int = 1


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
