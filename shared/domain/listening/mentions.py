"""Inbound messages: what the network or a monitoring tool reported, and what we made of it."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from shared.domain.listening.classify import CALM, Classification, Intent, Message
from shared.domain.listening.priorities import Priority
from shared.domain.listening.scores import Standing
from shared.domain.listening.words import words
from shared.domain.mandate.terms import Function
from shared.domain.text import disguise


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """One message as one tool reported it; what every payload parser produces."""

    network: str
    external_id: str
    """"" from a tool that gives none."""
    author: str
    text: str
    url: str = ""
    posted_at: datetime | None = None
    followers: int = 0
    in_reply_to: str = ""
    """External id of the post that it answers."""
    conversation: str = ""
    """External id of the post that began what it belongs to, where the network tells."""
    language: str = ""
    """ISO 639-1, where the network tells."""
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

    @property
    def realm(self) -> str:
        return unread_realm(self.source)

    @property
    def forgotten_at(self) -> datetime:
        return self.received_at + UNREAD_KEPT


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
    priorities: tuple[Priority, ...] | None = None
    """What matters to the client now, as a tool of its own states it; None: it said nothing of that."""


class MentionState(StrEnum):
    OPEN = "open"
    RECOMMENDED = "recommended"
    ESCALATED = "escalated"
    ANSWERED = "answered"
    DISMISSED = "dismissed"
    RETRACTED = "retracted"
    """Its author took it back, and nothing of what it said is kept."""
    MERGED = "merged"
    """Another mention is the same message; this one stands for an id of it."""


OPEN_STATES = frozenset({MentionState.OPEN, MentionState.RECOMMENDED, MentionState.ESCALATED})
"""Still somebody's work: shown in the inbox."""


WAITING_STEPS = (0.5, 1.0, 2.0)
"""Shares of its answer target after which a mention that still waits climbs. At the second it is overdue."""
OVERDUE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """Somebody is at it: until then, nobody else is to be."""

    by: str
    until: datetime


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
    conversation: str
    """What all that answer one another have in common, as far as it is known: see :meth:`links`."""
    sources: tuple[str, ...]
    """Ids of the sources that reported it; several tools make one mention."""
    function: str
    intent: Intent
    sentiment: float
    """−1 (hostile) … 1 (delighted)."""
    needs_answer: bool
    urgency: int
    """0 … 3; at 3 a person must look within minutes."""
    language: str
    """ISO 639-1; "" where nothing tells."""
    because: tuple[str, ...] = ()
    """On what ground it is labelled so."""
    roles: tuple[str, ...] = ()
    """What its author was to the client when it arrived."""
    watch: str = ""
    """The post that it follows: one that is watched, and that it replies to."""
    heat: int = 0
    """How much is said in its conversation: 0 … 3."""
    waits: int = 0
    """Steps of its answer target that have passed: 0 … 3."""
    score: float = 0.0
    ranking: str = ""
    """The ranking by which it has its score."""
    state: MentionState = MentionState.OPEN
    closed_because: str = ""
    next_at: datetime | None = None
    """When it is to be looked at again: a step of its answer target, or the end of its rest."""
    snoozed_until: datetime | None = None
    assigned_to: str = ""
    """A member, or the name of a team."""
    claim: Claim | None = None
    merged_into: str = ""
    edited_at: datetime | None = None
    """When its author last changed it, as far as we were told."""
    recommended_at: datetime | None = None
    """When somebody first recommended what to do."""
    answer_by: datetime | None = None
    """When its answer target passes; None for what asks for no answer."""
    version: int = 1

    @property
    def labels(self) -> Classification:
        return Classification(
            function=self.function,
            intent=self.intent,
            sentiment=self.sentiment,
            needs_answer=self.needs_answer,
            urgency=self.urgency,
            language=self.language,
            because=self.because,
        )

    @property
    def standing(self) -> Standing:
        return Standing(
            followers=self.followers, roles=self.roles, heat=self.heat, follows=bool(self.watch), waits=self.waits
        )

    @property
    def is_open(self) -> bool:
        """Something is still to become of it."""
        return self.state in OPEN_STATES

    @property
    def is_in_inbox(self) -> bool:
        """Somebody's work now: open, and not laid aside until later."""
        return self.is_open and self.snoozed_until is None

    @property
    def is_overdue(self) -> bool:
        """It was found to wait for longer than its target."""
        return self.waits >= OVERDUE

    @property
    def links(self) -> frozenset[str]:
        """External ids that it has in common with the others of its conversation."""
        return frozenset(link for link in (self.external_id, self.in_reply_to, self.conversation) if link)

    def labelled(self, labels: Classification) -> "Mention":
        return replace(
            self,
            function=labels.function,
            intent=labels.intent,
            sentiment=labels.sentiment,
            needs_answer=labels.needs_answer,
            urgency=labels.urgency,
            language=labels.language,
            because=labels.because,
        )

    def reported_by(self, source: str) -> "Mention":
        return replace(self, sources=(*self.sources, source))

    def is_older_than(self, report: Report) -> bool:
        """Whether its author has changed it since, by this report."""
        return self.state is not MentionState.RETRACTED and _age(report) > _age(self)

    def edited(self, report: Report, labels: Classification) -> "Mention":
        """The same mention as its author changed it.

        Whoever works on it goes on: its state stays, and so does when and where it was first heard of.
        """
        author = self.author or report.author
        changed = replace(
            self,
            author=author,
            text=report.text,
            url=self.url or report.url,
            followers=max(self.followers, report.followers),
            edited_at=report.edited_at,
        )
        return changed.labelled(_with_disguise(labels, author, report.text))

    def retracted(self) -> "Mention":
        """Taken back for good: out of the inbox, and what it said forgotten. Itself when it is so already."""
        if self.state is MentionState.RETRACTED:
            return self
        before = f"; it was {self.state.value} {self.closed_because}".rstrip() if self.closed_because else ""
        forgotten = replace(
            self,
            author="",
            text="",
            url="",
            followers=0,
            in_reply_to="",
            conversation="",
            watch="",
            roles=(),
            score=0.0,
            ranking="",
            state=MentionState.RETRACTED,
            closed_because=f"its author took it back{before}",
            next_at=None,
            snoozed_until=None,
            claim=None,
            edited_at=None,
            answer_by=None,
            version=self.version + 1,
        )
        return forgotten.labelled(NOTHING_SAID)

    def moved(self, state: MentionState, because: str = "") -> "Mention":
        """In another state. Whoever had claimed it is free, and what is closed waits for nothing any more."""
        closed = state not in OPEN_STATES
        return replace(
            self,
            state=state,
            closed_because=because,
            claim=None,
            snoozed_until=None,
            next_at=None if closed else self.next_at,
            version=self.version + 1,
        )

    def answered(self, post: str) -> "Mention":
        return self.moved(MentionState.ANSWERED, f"answered by {post}")

    def joined(self, report: Report) -> "Mention":
        """The same mention, which had no id so far, with what a report of it by its id knows."""
        return replace(
            self,
            external_id=report.external_id,
            url=self.url or report.url,
            in_reply_to=self.in_reply_to or report.in_reply_to,
            conversation=self.conversation or report.conversation or report.in_reply_to or report.external_id,
        )

    def climbed(self, target: timedelta | None, now: datetime) -> "Mention":
        """With the steps of its answer target that have passed."""
        passed = sum(step <= now for step in self._steps(target))
        return self if passed <= self.waits else replace(self, waits=passed)

    def due(self, target: timedelta | None) -> "Mention":
        """With the time at which to look at it again: its next step, or the end of its rest."""
        looks = [*self._steps(target)[self.waits :][:1], *([self.snoozed_until] if self.snoozed_until else [])]
        answer_by = self.received_at + target if target is not None else None
        return replace(self, next_at=min(looks, default=None), answer_by=answer_by)

    def _steps(self, target: timedelta | None) -> "list[datetime]":
        if target is None or not self.is_open:
            return []
        return [self.received_at + target * share for share in WAITING_STEPS]


NOTHING_SAID = Classification(
    function=Function.COMMUNITY.value,
    intent=Intent.STATEMENT,
    sentiment=0.0,
    needs_answer=False,
    urgency=CALM,
    language="",
)


def message_of(report: Report) -> Message:
    """What a classifier is told."""
    return Message(
        text=report.text,
        network=report.network,
        author=report.author,
        language=report.language,
        to_us=bool(report.in_reply_to),
    )


def mention_of(delivery: Delivery, report: Report, labels: Classification) -> Mention:
    """A report as a new mention; it has no score yet."""
    posted_at = report.posted_at or delivery.received_at
    return Mention(
        id=mention_id(delivery.client, report.network, report.external_id or unnamed(report, posted_at)),
        client=delivery.client,
        network=report.network,
        external_id=report.external_id,
        author=report.author,
        text=report.text,
        url=report.url,
        posted_at=posted_at,
        received_at=delivery.received_at,
        followers=max(0, report.followers),
        in_reply_to=report.in_reply_to,
        conversation=report.conversation or report.in_reply_to or report.external_id,
        sources=(delivery.source,),
        function=labels.function,
        intent=labels.intent,
        sentiment=labels.sentiment,
        needs_answer=labels.needs_answer,
        urgency=labels.urgency,
        language=labels.language,
        because=_with_disguise(labels, report.author, report.text).because,
        edited_at=report.edited_at,
    )


def merged(delivery: Delivery, report: Report, into: Mention) -> Mention:
    """What stands for the id of a message that is known already, from a tool that gave none."""
    pointer = replace(mention_of(delivery, report, NOTHING_SAID).retracted(), version=1)
    return replace(pointer, state=MentionState.MERGED, merged_into=into.id, closed_because=f"is {into.id}")


def taken_back(delivery: Delivery, retraction: Retraction) -> Mention:
    """What stands for a message that was taken back before it was reported, so that a late report finds it so."""
    unknown = Report(network=retraction.network, external_id=retraction.external_id, author="", text="")
    return replace(mention_of(delivery, unknown, NOTHING_SAID).retracted(), version=1)


def _with_disguise(labels: Classification, author: str, text: str) -> Classification:
    misleading = disguise(author, text)
    return replace(labels, because=(*labels.because, misleading)) if misleading else labels


def _age(told: Report | Mention) -> tuple[datetime, bool, str]:
    """What is newer is greater: by its author's own time, then what has a text over what has none.

    Two edits of one moment have an order too, though it means nothing: all who see both keep the same one. Two tools
    may write one unedited message differently, and the first to tell is believed.
    """
    edited_at = told.edited_at
    return edited_at or datetime.min.replace(tzinfo=UTC), bool(told.text), told.text if edited_at else ""


def mention_id(client: str, network: str, external_id: str) -> str:
    """The same message has the same id whoever reports it, so that the store refuses the second copy."""
    return f"mnt_{digest(client, network, external_id)}"


def unnamed(report: Report, posted_at: datetime) -> str:
    """What stands for the id of a message whose tool gives none: the same report again has the same."""
    return f"unnamed#{report.author.casefold()}#{posted_at.isoformat()}#{' '.join(words(report.text))}"


def digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
