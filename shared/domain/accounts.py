"""The doors between a client and the outside: accounts to speak from, sources to listen to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from shared.domain.secrets import Signing

SHORTEST_LIFE = timedelta(minutes=2)
"""Of credentials, whatever a network says: they are not renewed more often than a run comes by."""
KEPT_AFTER_CLOSING = timedelta(hours=1)
"""Of credentials: what was under way when their account was closed is still read, and taken down under a stop."""
LIFE_UNSAID = timedelta(hours=1)
"""Of credentials whose network does not say how long they last."""
_PORTS = {"http": 80, "https": 443}


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
    """For a person's account: the member who alone may have it speak; None once they are removed."""
    shadow: bool = False
    """A sandbox or a private test account, for drills: nothing that is said there is the brand's voice."""
    external_id: str = ""
    """The network's own id of it, by the word of the credentials; stays the same when the handle changes."""
    created_at: datetime
    closed_at: datetime | None = None
    version: int = 1

    def is_same_voice_as(self, other: "Account") -> bool:
        """Whether both are one account of one network."""
        return (self.network, server(self.base_url), self.external_id) == (
            other.network,
            server(other.base_url),
            other.external_id,
        )


def server(url: str) -> tuple[str, int]:
    """Host and port of a web address, however it is written. Raises ValueError."""
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """That the credentials of an account run out and are renewed: when, and who is at it.

    A renewal begins with a lease, so that a refresh token which can be used once is used once.
    """

    account: str
    client: str
    expires_at: datetime | None
    """None: the network did not say."""
    refresh_at: datetime | None
    """When to renew them next, or those of a closed account to be deleted; None: nobody can but a person."""
    lease_until: datetime | None = None
    """While one is at it; left behind in the past by one that did not come to its end."""
    version: int = 1

    def is_due(self, now: datetime) -> bool:
        leased = self.lease_until is not None and now < self.lease_until
        return self.refresh_at is not None and self.refresh_at <= now and not leased

    def settled(self, expires_at: datetime | None, refresh_at: datetime | None) -> "Grant":
        """This grant, free again, once it is known how long the credentials last and when to renew them next."""
        return replace(self, expires_at=expires_at, refresh_at=refresh_at, lease_until=None, version=self.version + 1)


def ending(account: Account, before: Grant | None, now: datetime) -> Grant:
    """What says when the credentials of ``account``, which is closed ``now``, are deleted."""
    grant = before or Grant(account=account.id, client=account.client, expires_at=None, refresh_at=None, version=0)
    return grant.settled(grant.expires_at, now + KEPT_AFTER_CLOSING)


def half_of_life(expires_at: datetime | None, now: datetime) -> datetime:
    """When to renew credentials that hold from ``now``: at half of their life, long before any post misses them."""
    return now + (max(expires_at - now, SHORTEST_LIFE) if expires_at else LIFE_UNSAID) / 2


class Scheme(StrEnum):
    """How a source signs what it sends; one module of ``shared/webhooks`` each."""

    STANDARD = "standard"
    X = "x"
    META = "meta"
    THREADS = "threads"
    LINKEDIN = "linkedin"
    MASTODON = "mastodon"
    WEBSUB = "websub"
    SLACK = "slack"
    MELTWATER = "meltwater"
    GENERIC = "generic"


class Purpose(StrEnum):
    """What a source is there to tell."""

    MENTIONS = "mentions"
    PRIORITIES = "priorities"
    """What matters to the client: stated by a tool of its own, as the client states it over the API."""


OF_NETWORKS: Mapping[Scheme, tuple[str, ...]] = {
    Scheme.X: ("x",),
    Scheme.META: ("facebook", "instagram"),
    Scheme.THREADS: ("threads",),
    Scheme.LINKEDIN: ("linkedin",),
    Scheme.MASTODON: ("mastodon",),
}
"""Schemes in which a network itself speaks, of itself alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldMapping:
    """Where a generic source keeps what we need. Paths are dotted keys into one item; numbers index lists.

    ``items`` is the path of the list of items in the payload ("" when the payload is one item or a list itself).
    """

    items: str = ""
    network: str = ""
    external_id: str
    """"" for a tool that gives no ids: then a message is known again by its author, its words and its time."""
    author: str
    text: str
    url: str = ""
    posted_at: str = ""
    followers: str = ""
    in_reply_to: str = ""
    conversation: str = ""
    language: str = ""
    edited_at: str = ""
    """Present when the author has changed the message since."""
    event: str = ""
    """What kind of news of the message the item is."""
    deleted: str = ""
    """The value at ``event`` that says that its author took it back."""
    signature_header: str = "X-Signature"
    timestamp_header: str = ""
    """When named, the timestamp (Unix seconds) is checked and signed as ``{timestamp}.{body}``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source(Signing):
    """Where mentions come from. Found by id alone, since a webhook names no client.

    Its newest secret answers challenges; any that is good verifies.
    """

    id: str
    client: str
    name: str
    scheme: Scheme
    network: str
    verify_token: str = field(default="", repr=False)
    """Meta's ``hub.verify_token``."""
    topic: str = ""
    """WebSub: the address of the feed. Mastodon: the account whose mentions are meant, as its server writes it."""
    mapping: FieldMapping | None = None
    purpose: Purpose = Purpose.MENTIONS
    created_at: datetime
    closed_at: datetime | None = None

    @property
    def realm(self) -> str:
        return source_realm(self.id)

    def speaks_for(self, network: str) -> bool:
        """Whether it is to be believed that a message on this network was changed or taken back."""
        return network in OF_NETWORKS.get(self.scheme, (self.network,))


def source_realm(source: str) -> str:
    """A source is a realm of its own: whoever takes webhooks in may read sources and nothing else."""
    return f"source#{source}"
