"""Inbound messages: what the network or a monitoring tool reported, and what we made of it."""

import hashlib
import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from shared.domain.classify import Classification, classify
from shared.domain.mandate import Function
from shared.domain.text import disguise


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
    edited_at: datetime | None = None
    """When its author last changed it; None as it was first written. Only by this is one text newer than another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retraction:
    """A message that its author took back."""

    network: str
    external_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """A webhook with events of types that we do not know, as it came: kept a while for whoever wants to know them."""

    id: str
    client: str
    source: str
    types: tuple[str, ...]
    body: str
    """Its beginning, up to :data:`LONGEST_UNREAD`."""
    received_at: datetime
    version: int = 1


LONGEST_UNREAD = 50_000
"""Characters of a body that are kept: however they are encoded, inside one stored record."""
UNREAD_KEPT = timedelta(days=30)


def unread(client: str, source: str, types: tuple[str, ...], body: str, at: datetime) -> Unread:
    """The same webhook again has the same id, so that one is kept."""
    digest = hashlib.sha256("\x1f".join((source, body)).encode()).hexdigest()
    kept = body[:LONGEST_UNREAD]
    return Unread(id=f"unr_{digest[:32]}", client=client, source=source, types=types, body=kept, received_at=at)


def unread_realm(source: str) -> str:
    """A realm of its own, so that whoever writes there can write nothing else of the registry."""
    return f"unread#{source}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What one webhook brought, as it travels from ``ingest`` to ``prioritize`` (JSON, on the queue ``inbound``).

    Its order means nothing: the same messages end the same however they come.
    """

    source: str
    client: str
    received_at: datetime
    reports: tuple[Report, ...]
    retractions: tuple[Retraction, ...] = ()
    unread: Unread | None = None


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
    RETRACTED = "retracted"
    """Its author took it back, and nothing of what it said is kept."""


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
    edited_at: datetime | None = None
    """When its author last changed it, as far as we were told."""
    version: int = 1

    @property
    def base_score(self) -> float:
        return round(sum(reason.points for reason in self.reasons), 3)

    def reported_by(self, source: str) -> "Mention":
        """The same mention with one more source, or itself when that source is known."""
        if source in self.sources or self.state is MentionState.RETRACTED:
            return self
        return replace(self, sources=(*self.sources, source), version=self.version + 1)

    def edited(self, report: Report) -> "Mention":
        """The same mention as its author changed it, classified anew; itself when ``report`` is no newer.

        Whoever works on it goes on: its state stays, and so does when and where it was first heard of.
        """
        if self.state is MentionState.RETRACTED or _age(report) <= _age(self):
            return self
        labels, followers = classify(report.text), max(self.followers, report.followers)
        author = self.author or report.author
        return replace(
            self,
            author=author,
            text=report.text,
            url=self.url or report.url,
            followers=followers,
            function=labels.function,
            sentiment=labels.sentiment,
            asks=labels.asks,
            reasons=base_reasons(labels, followers, disguise(author, report.text)),
            edited_at=report.edited_at,
            version=self.version + 1,
        )

    def retracted(self) -> "Mention":
        """Taken back for good: out of the inbox, and what it said forgotten. Itself when it is so already."""
        if self.state is MentionState.RETRACTED:
            return self
        labels = classify("")
        before = f"; it was {self.state.value} {self.closed_because}".rstrip() if self.closed_because else ""
        return replace(
            self,
            author="",
            text="",
            url="",
            followers=0,
            in_reply_to="",
            function=labels.function,
            sentiment=labels.sentiment,
            asks=labels.asks,
            reasons=(),
            state=MentionState.RETRACTED,
            closed_because=f"its author took it back{before}",
            edited_at=None,
            version=self.version + 1,
        )

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
        reasons=base_reasons(labels, report.followers, disguise(report.author, report.text)),
        edited_at=report.edited_at,
    )


def taken_back(delivery: Delivery, retraction: Retraction) -> Mention:
    """What stands for a message that was taken back before it was reported, so that a late report finds it so."""
    unknown = Report(network=retraction.network, external_id=retraction.external_id, author="", text="")
    return replace(mention_of(delivery, unknown).retracted(), version=1)


def _age(told: Report | Mention) -> tuple[datetime, bool, str]:
    """What is newer is greater: by its author's own time, then what has a text over what has none.

    Two edits of one moment have an order too, though it means nothing: all who see both keep the same one. Two tools
    may write one unedited message differently, and the first to tell is believed.
    """
    edited_at = told.edited_at
    return edited_at or datetime.min.replace(tzinfo=UTC), bool(told.text), told.text if edited_at else ""


def base_reasons(labels: Classification, followers: int, disguised: str = "") -> tuple[Reason, ...]:
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
    if disguised:
        reasons.append(Reason(name="disguise", points=0.0, because=disguised))
    return tuple(reasons)


def mention_id(client: str, network: str, external_id: str) -> str:
    """The same message has the same id whoever reports it, so that the store refuses the second copy."""
    digest = hashlib.sha256("\x1f".join((client, network, external_id)).encode()).hexdigest()
    return f"mnt_{digest[:32]}"
