"""The doors between a client and the outside: accounts to speak from, sources to listen to, endpoints to tell."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.parties import Party


class AccountKind(StrEnum):
    BRAND = "brand"
    PERSON = "person"


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """A handle on a network. Its credentials lie in the vault under its own id, never here."""

    id: str
    client: str
    network: str
    handle: str
    kind: AccountKind
    base_url: str
    owner: str | None
    """For a person's account: the member who alone may have it speak."""
    shadow: bool = False
    """A sandbox or a private test account, for drills: nothing that is said there is the brand's voice."""
    created_at: datetime
    closed_at: datetime | None = None
    version: int = 1


class Scheme(StrEnum):
    """How a source signs what it sends; one module of ``shared/webhooks`` each."""

    STANDARD = "standard"
    X = "x"
    META = "meta"
    GENERIC = "generic"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapping:
    """Where a generic source keeps what we need. Paths are dotted keys into one item; numbers index lists.

    ``items`` is the path of the list of items in the payload ("" when the payload is one item or a list itself).
    """

    items: str = ""
    network: str = ""
    external_id: str
    author: str
    text: str
    url: str = ""
    posted_at: str = ""
    followers: str = ""
    in_reply_to: str = ""
    signature_header: str = "X-Signature"
    timestamp_header: str = ""
    """When named, the timestamp (Unix seconds) is checked and signed as ``{timestamp}.{body}``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where mentions come from. Found by id alone, since a webhook names no client."""

    id: str
    client: str
    name: str
    scheme: Scheme
    network: str
    secrets: tuple[str, ...] = field(repr=False)
    """Any of them verifies, so that a secret can be rotated."""
    verify_token: str = field(default="", repr=False)
    """Meta's ``hub.verify_token``."""
    mapping: Mapping | None = None
    created_at: datetime
    closed_at: datetime | None = None
    version: int = 1


def source_realm(source: str) -> str:
    """A source is a realm of its own: whoever takes webhooks in may read sources and nothing else."""
    return f"source#{source}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """A URL that is told of a client's ledger, by signed webhook."""

    id: str
    client: str
    party: Party
    agency: str | None
    url: str
    secret: str = field(repr=False)
    """Standard Webhooks form, ``whsec_…``."""
    events: tuple[str, ...]
    """Event types wanted; empty means all. ``post.*`` takes a family."""
    created_at: datetime
    closed_at: datetime | None = None
    version: int = 1

    def wants(self, event: str) -> bool:
        if self.closed_at is not None:
            return False
        family = event.split(".", 1)[0] + ".*"
        return not self.events or event in self.events or family in self.events
