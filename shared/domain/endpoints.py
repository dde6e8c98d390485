"""Who is told of a client's ledger: where, of what, and in which shape."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import InvalidError
from shared.domain.ledger import Entry
from shared.domain.parties import Party
from shared.domain.secrets import Signing

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


class Envelope(StrEnum):
    """The shape of what a webhook brings."""

    STANDARD = "standard"
    """``{"type", "timestamp", "data"}``, as Standard Webhooks has it."""
    CLOUDEVENTS = "cloudevents"
    """CloudEvents 1.0, structured mode."""
    FLAT = "flat"
    """One object without inner objects, for tools that map fields by hand."""


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
    """Event types wanted; empty means all. ``post.*`` takes a family."""
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
        return not self.events or entry.type in self.events or family(entry.type) in self.events


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
