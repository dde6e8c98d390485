"""Inbound messages: what the network or a monitoring tool reported, and what we made of it."""

import hashlib
import math
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shared.domain.classify import Classification, classify
from shared.domain.mandate import Function


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """One message as one tool reported it; what every payload parser produces."""

    network: str
    external_id: str
    author: str
    text: str
    url: str = ""
    posted_at: datetime | None = None
    followers: int = 0
    in_reply_to: str = ""
    """External id of the post that it answers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retraction:
    """A message that its author took back."""

    network: str
    external_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What one webhook brought, as it travels from ``ingest`` to ``prioritize`` (JSON, on the queue ``inbound``)."""

    source: str
    client: str
    received_at: datetime
    reports: tuple[Report, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One named contribution; a score is the sum of its reasons."""

    name: str
    points: float
    because: str


FUNCTION_POINTS = {
    Function.CRISIS: 40.0,
    Function.CUSTOMER_SERVICE: 20.0,
    Function.PUBLIC_RELATIONS: 20.0,
    Function.SALES: 12.0,
    Function.ANNOUNCEMENT: 8.0,
    Function.CONTEST: 6.0,
    Function.COMMUNITY: 4.0,
    Function.NOISE: -20.0,
}


class MentionState(StrEnum):
    OPEN = "open"
    RECOMMENDED = "recommended"
    ESCALATED = "escalated"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


OPEN_STATES = frozenset({MentionState.OPEN, MentionState.RECOMMENDED, MentionState.ESCALATED})
"""Still somebody's work: shown in the inbox."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    id: str
    client: str
    network: str
    external_id: str
    author: str
    text: str
    url: str
    posted_at: datetime
    received_at: datetime
    followers: int
    in_reply_to: str
    sources: tuple[str, ...]
    """Ids of the sources that reported it; several tools make one mention."""
    function: str
    sentiment: float
    """−1 (hostile) … 1 (delighted)."""
    asks: bool
    """Whether it asks for an answer."""
    reasons: tuple[Reason, ...]
    """The part of its score that does not change with time or priorities."""
    state: MentionState = MentionState.OPEN
    closed_because: str = ""
    version: int = 1

    @property
    def base_score(self) -> float:
        return round(sum(reason.points for reason in self.reasons), 3)

    def reported_by(self, source: str) -> "Mention":
        """The same mention with one more source, or itself when that source is known."""
        if source in self.sources:
            return self
        return replace(self, sources=(*self.sources, source), version=self.version + 1)

    def moved(self, state: MentionState, because: str = "") -> "Mention":
        return replace(self, state=state, closed_because=because, version=self.version + 1)


def mention_of(delivery: Delivery, report: Report) -> Mention:
    """A report as a new mention, classified, with the reasons of its base score."""
    labels = classify(report.text)
    return Mention(
        id=mention_id(delivery.client, report.network, report.external_id),
        client=delivery.client,
        network=report.network,
        external_id=report.external_id,
        author=report.author,
        text=report.text,
        url=report.url,
        posted_at=report.posted_at or delivery.received_at,
        received_at=delivery.received_at,
        followers=report.followers,
        in_reply_to=report.in_reply_to,
        sources=(delivery.source,),
        function=labels.function,
        sentiment=labels.sentiment,
        asks=labels.asks,
        reasons=base_reasons(labels, report.followers),
    )


def base_reasons(labels: Classification, followers: int) -> tuple[Reason, ...]:
    """The part of a score that is fixed when a mention arrives."""
    reasons = [
        Reason(
            name="function",
            points=FUNCTION_POINTS.get(Function(labels.function), 0.0),
            because=f"serves {labels.function}",
        )
    ]
    if labels.sentiment:
        points = round(-12.0 * labels.sentiment if labels.sentiment < 0 else 3.0 * labels.sentiment, 3)
        reasons.append(Reason(name="sentiment", points=points, because=f"sentiment {labels.sentiment:+.2f}"))
    if labels.asks:
        reasons.append(Reason(name="question", points=8.0, because="asks for an answer"))
    if followers > 0:
        points = round(min(20.0, 3.0 * math.log10(1 + followers)), 3)
        reasons.append(Reason(name="reach", points=points, because=f"{followers} followers"))
    return tuple(reasons)


def mention_id(client: str, network: str, external_id: str) -> str:
    """The same message has the same id whoever reports it, so that the store refuses the second copy."""
    digest = hashlib.sha256("\x1f".join((client, network, external_id)).encode()).hexdigest()
    return f"mnt_{digest[:32]}"
