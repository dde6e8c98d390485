"""Who is told of a client's ledger: where, of what, and in which shape."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.parties import Party
from shared.domain.standing_codes import StandingCode


class EndpointKind(StrEnum):
    """What listens at the address."""

    WEBHOOK = "webhook"
    SLACK = "slack"
    """An incoming webhook of Slack."""
    TEAMS = "teams"
    """A workflow of Microsoft Teams that posts what a webhook brings."""
    EMAIL = "email"

    @property
    def is_read_by_people(self) -> bool:
        return self is not EndpointKind.WEBHOOK


class Envelope(StrEnum):
    """The shape of what a webhook brings."""

    STANDARD = "standard"
    """``{"type", "timestamp", "data"}``, as Standard Webhooks has it."""
    CLOUDEVENTS = "cloudevents"
    """CloudEvents 1.0, structured mode."""
    FLAT = "flat"
    """One object without inner objects, for tools that map fields by hand."""


CONCERNS_PEOPLE = frozenset(
    {
        # A post that waits for somebody, or waits no more.
        "post.drafted",
        "post.changed",
        "post.reopened",
        "post.back_in_review",
        "post.change_requested",
        "post.change_request_withdrawn",
        "post.approved",
        "post.approval_withdrawn",
        "post.rejected",
        # What became of it.
        "post.published",
        "post.held",
        "post.unknown",
        "post.unverified",
        "post.failed",
        "post.expired",
        "post.recalled",
        "post.recall_failed",
        "post.out_of_place",
        # A question to the client.
        "mention.escalated",
        "escalation.reminded",
        "escalation.moved",
        "escalation.exhausted",
        "escalation.answered",
        # What somebody must look at now.
        "mention.notable",
        "mention.overdue",
        "crisis.raised",
        "crisis.ended",
        "incident.raised",
        "stop.engaged",
        "stop.lift_asked",
        "stop.lifted",
        "stop.drained",
        "audit.broken",
        "drill.failed",
        # What was promised, agreed or is to be agreed.
        "follow_up.overdue",
        "priorities.stale",
        "guidelines.set",
        "mandate.proposed",
        "mandate.set",
        "roster.introduced",
        "review.made",
        # What does not get through any more.
        "endpoint.disabled",
    }
)
"""What a person is told who named no events: that they are to decide or do something, or that something went wrong,
or that what they waited for is done. Not each step of the work, and not the housekeeping."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """An address that is told of a client's ledger."""

    id: str
    client: str
    party: Party
    agency: str | None
    kind: EndpointKind = EndpointKind.WEBHOOK
    envelope: Envelope = Envelope.STANDARD
    url: str = field(repr=False)
    """Of some kinds it is a secret itself; ``mailto:…`` for e-mail."""
    secrets: tuple[str, ...] = field(repr=False)
    """Standard Webhooks form, ``whsec_…``; the newest first. What is sent is signed with all that are good."""
    rotated_at: datetime | None = None
    """When the newest secret was added."""
    events: tuple[str, ...]
    """Event types wanted; ``post.*`` takes a family. Empty means all, and of a kind that people read
    :data:`CONCERNS_PEOPLE`."""
    approver: str | None = None
    """Of a kind that people read: the member whose approval is asked for there, by links."""
    code: StandingCode | None = field(default=None, repr=False)
    """With which the approver decides by those links."""
    created_at: datetime
    disabled_at: datetime | None = None
    """Since nothing got through for too long; its party can enable it again."""
    disabled_because: str = ""
    closed_at: datetime | None = None
    version: int = 1

    @property
    def listens(self) -> bool:
        return self.closed_at is None and self.disabled_at is None

    def wants(self, event: str) -> bool:
        if not self.listens:
            return False
        if not self.events and self.kind.is_read_by_people:
            return event in CONCERNS_PEOPLE
        return is_among(event, self.events)


def is_among(event: str, wanted: Sequence[str]) -> bool:
    """Whether one of ``wanted`` is the type of ``event``, or its family, such as ``post.*``; all are, when none is."""
    family = event.split(".", 1)[0] + ".*"
    return not wanted or event in wanted or family in wanted
