"""How a client listens: what it adds to the standard names, how soon it answers, and what each thing counts for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.domain.listening.classify import Classification, OwnFunction
from shared.domain.listening.scores import STANDARD, Weights
from shared.domain.mandate.terms import Function

ANSWER_MINUTES: Mapping[str, int] = {
    Function.CRISIS.value: 15,
    Function.CUSTOMER_SERVICE.value: 60,
    Function.PUBLIC_RELATIONS.value: 120,
    Function.SALES.value: 240,
}
OTHER_ANSWER_MINUTES = 720
ESCALATION_MINUTES: Mapping[str, int] = {
    Function.CRISIS.value: 30,
    Function.CUSTOMER_SERVICE.value: 240,
    Function.PUBLIC_RELATIONS.value: 240,
}
OTHER_ESCALATION_MINUTES = 1440
WATCHED_HOURS = 24


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """The client's statement, whole: each change is a new version."""

    client: str
    weights: Weights = STANDARD
    answer_minutes: Mapping[str, int] = field(default_factory=lambda: ANSWER_MINUTES)
    """Answer targets by function."""
    escalation_minutes: Mapping[str, int] = field(default_factory=lambda: ESCALATION_MINUTES)
    """By function: so long has whoever is asked a question that only the client can answer."""
    watch_hours: Mapping[str, int] = field(default_factory=dict)
    """By function: so long are a post's replies taken to follow it; a day where nothing is said."""
    functions: tuple[OwnFunction, ...] = ()
    """Those that the client adds to the standard ones."""
    watch_words: tuple[str, ...] = ()
    """Whose mere mention may be the beginning of a crisis."""
    notice_above: float = 60.0
    """A score from which a mention is told of at once."""
    stale_after_days: int = 7
    """So long without a word on what matters, and the client is asked for one."""
    escalate_to: str = ""
    """The member of the client who is asked about what has waited twice its answer target; "": nobody."""
    set_by: str = ""
    set_at: datetime | None = None
    version: int = 0
    """0: nobody has said anything, and this is what holds then."""

    def answer_target(self, labels: Classification) -> timedelta | None:
        """How soon it is to be answered; None for what asks for no answer."""
        if not labels.needs_answer:
            return None
        return timedelta(minutes=self.minutes_to_answer(labels.function))

    def minutes_to_answer(self, function: str) -> int:
        """The target of what serves ``function`` and asks for an answer."""
        return self.answer_minutes.get(function, OTHER_ANSWER_MINUTES)

    def escalation_time(self, function: str) -> timedelta:
        """How soon the client is to answer a question about what serves ``function``."""
        return timedelta(minutes=self.escalation_minutes.get(function, OTHER_ESCALATION_MINUTES))

    def watched_for(self, function: str) -> timedelta:
        """How long a post that serves ``function`` is watched."""
        return timedelta(hours=self.watch_hours.get(function, WATCHED_HOURS))
