"""The agency's and the client's answers to a mention: recommendations, and questions only the client can answer."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.mandate import Function, standard_function


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Escalation:
    """A question to a named person of the client, with a deadline."""

    id: str
    client: str
    agency: str
    mention: str
    question: str
    to: str
    """The member who owes the answer."""
    asked_by: str
    asked_at: datetime
    deadline: datetime
    state: EscalationState = EscalationState.WAITING
    answer: str = ""
    answered_by: str | None = None
    answered_at: datetime | None = None
    version: int = 1

    def answered(self, answer: str, by: str, at: datetime) -> "Escalation":
        return replace(
            self,
            state=EscalationState.ANSWERED,
            answer=answer,
            answered_by=by,
            answered_at=at,
            version=self.version + 1,
        )


ESCALATION_TIME = {
    Function.CRISIS: timedelta(minutes=30),
    Function.CUSTOMER_SERVICE: timedelta(hours=4),
    Function.PUBLIC_RELATIONS: timedelta(hours=4),
}
DEFAULT_ESCALATION_TIME = timedelta(hours=24)


def escalation_deadline(function: str, asked_at: datetime) -> datetime:
    known = standard_function(function)
    return asked_at + (ESCALATION_TIME.get(known, DEFAULT_ESCALATION_TIME) if known else DEFAULT_ESCALATION_TIME)
