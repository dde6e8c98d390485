"""Who is told of a client's ledger: where, of what, and in which shape."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.parties import Party


class EndpointKind(StrEnum):
    """What listens at the address."""

    WEBHOOK = "webhook"
    SLACK = "slack"
    """An incoming webhook of Slack."""
    TEAMS = "teams"
    """A workflow of Microsoft Teams that posts what a webhook brings."""
    EMAIL = "email"


class Envelope(StrEnum):
    """The shape of what a webhook brings."""

    STANDARD = "standard"
    """``{"type", "timestamp", "data"}``, as Standard Webhooks has it."""
    CLOUDEVENTS = "cloudevents"
    """CloudEvents 1.0, structured mode."""
    FLAT = "flat"
    """One object without inner objects, for tools that map fields by hand."""


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
    """Event types wanted; empty means all. ``post.*`` takes a family."""
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
        family = event.split(".", 1)[0] + ".*"
        return not self.events or event in self.events or family in self.events
