"""Who is told of a client's ledger: where, of what, and in which shape."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import InvalidError
from shared.domain.ledger import Entry
from shared.domain.parties import Party
from shared.domain.secrets import Signing
from shared.domain.standing_codes import StandingCode

TESTED = "endpoint.tested"
"""The event that somebody asked for to try an endpoint."""
DELIVERY = "backchannel-delivery"
"""The header that every webhook of ours has, so that one which comes back to us is known."""


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
        "post.parts_recalled",
        "post.out_of_place",
        # A question to the client.
        "mention.escalated",
        "escalation.reminded",
        "escalation.moved",
        "escalation.exhausted",
        "escalation.answered",
        "escalation.withdrawn",
        # What somebody must look at now.
        "mention.notable",
        "mention.overdue",
        "crisis.raised",
        "crisis.ended",
        "incident.raised",
        "stop.engaged",
        "stop.lift_asked",
        "stop.pass_asked",
        "stop.lifted",
        "stop.drained",
        "audit.broken",
        "drill.failed",
        "link.code_refused",
        # What was promised, agreed or is to be agreed.
        "follow_up.overdue",
        "priorities.stale",
        "guidelines.set",
        "mandate.proposed",
        "mandate.requested",
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
class Endpoint(Signing):
    """An address that is told of a client's ledger.

    What is sent to it is signed with each secret that is good, in the form of Standard Webhooks (``whsec_…``); what
    listens there without checking a signature has none.
    """

    id: str
    client: str
    party: Party
    agency: str | None
    kind: EndpointKind = EndpointKind.WEBHOOK
    envelope: Envelope = Envelope.STANDARD
    url: str = field(repr=False)
    """Of some kinds it is a secret itself; ``mailto:…`` for e-mail."""
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

    @property
    def listens(self) -> bool:
        return self.closed_at is None and self.disabled_at is None

    @property
    def url_is_secret(self) -> bool:
        """Whoever has it may write there."""
        return self.kind in (EndpointKind.SLACK, EndpointKind.TEAMS)

    @property
    def shown_url(self) -> str:
        """As much of it as gives nothing away: at whose server it is."""
        scheme, _, rest = self.url.partition(":")
        if not rest.startswith("//"):
            return f"{scheme}:…"
        return f"{scheme}://{rest[2:].partition('/')[0].partition('?')[0]}/…"

    def wants(self, entry: Entry) -> bool:
        """A test is for the endpoint that is tested, whatever it asked for, and for no other."""
        if not self.listens:
            return False
        if entry.type == TESTED:
            return entry.subject == self.id
        if not self.events and self.kind.is_read_by_people:
            return entry.type in CONCERNS_PEOPLE
        return is_among(entry.type, self.events)


def is_among(event: str, wanted: Collection[str]) -> bool:
    """Whether ``wanted`` names the type of ``event`` or its family; all are, where it names none."""
    return not wanted or event in wanted or family(event) in wanted


def family(event: str) -> str:
    """As a filter names all events of a kind: ``post.*``."""
    return event.partition(".")[0] + ".*"


def asked_for(events: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """A filter of which each part matches something. Raises InvalidError naming the part that does not."""
    families = {family(event) for event in known}
    asked = tuple(dict.fromkeys(events))
    for place, event in enumerate(asked):
        if event not in known and event not in families:
            raise InvalidError("matches no event; GET /event-types lists them", f"events.{place}")
    return asked
