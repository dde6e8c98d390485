"""Who takes part: clients, agencies, their members, and the keys by which members act.

A *realm* owns records: a client, or an agency for its own administration. Its id is the partition of
everything that belongs to it, so one realm's key cannot name another realm's record.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DEPLOYMENT = "deployment"
"""The realm of what belongs to no one party: the roll of agencies."""


class Party(StrEnum):
    AGENCY = "agency"
    CLIENT = "client"
    OPERATOR = "operator"
    """Whoever runs the deployment: let in by IAM, when there is no way in with a key. Has no members."""


class Scope(StrEnum):
    """What a key may be used for. ``stop`` stands alone: a stop key can do nothing else."""

    READ = "read"
    RECOMMEND = "recommend"
    APPROVE = "approve"
    PUBLISH = "publish"
    STOP = "stop"
    ADMIN = "admin"


@dataclass(frozen=True, kw_only=True, slots=True)
class Agency:
    id: str
    name: str
    created_at: datetime
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A brand. ``agencies`` work for it, each under a mandate of its own."""

    id: str
    name: str
    zone: str
    """IANA name of the zone in which the client's people live and its schedules are meant."""
    agencies: tuple[str, ...]
    created_at: datetime
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Roll:
    """A name in a list: an agency in the deployment's, a client in its agency's, a source in its client's."""

    realm: str
    id: str
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnAccount:
    """A member's own account on a network, which is nobody's to speak from but theirs."""

    network: str
    handle: str
    """Without its ``@`` and its server."""
    server: str = ""
    """Host of the server, for a network that has many."""

    def is_of(self, network: str, handle: str, host: str) -> bool:
        """Whether this is the account that a network calls so."""
        name, _, place = handle.casefold().partition("@")
        if (self.network, self.handle.casefold()) != (network, name):
            return False
        return not self.server or self.server in (place, host)


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person of one party."""

    id: str
    realm: str
    party: Party
    agency: str | None
    """The agency this member works for; None for the client's own people."""
    name: str
    signature: str
    """What the person's posts are signed with, such as ``^MS``."""
    teams: tuple[str, ...] = ()
    """Of its party, such as ``legal``."""
    created_at: datetime
    removed_at: datetime | None = None
    person: str | None = None
    """The agency's own member who this is; one person has a record at each client that they work on."""
    serves: tuple[str, ...] = ()
    """Of an agency's own member: the clients at which they have a record that names this one."""
    own_accounts: tuple[OwnAccount, ...] = ()
    """By their party's word."""
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A member's API key. The secret itself is shown once and never stored."""

    id: str
    realm: str
    member: str
    party: Party
    agency: str | None
    scopes: tuple[Scope, ...]
    digest: str
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    version: int = 1

    def usable(self, now: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyUse:
    """When a key was used last, to within :data:`USE_NOTED_EVERY`."""

    realm: str
    key: str
    at: datetime
    version: int = 1


USE_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """Who is asking, as proven by a key."""

    realm: str
    key: str
    member: str
    party: Party
    agency: str | None
    scopes: frozenset[Scope]

    @property
    def who(self) -> dict[str, str]:
        """As the ledger names the actor."""
        if self.party is Party.OPERATOR:
            return {"operator": self.member}
        named = {"member": self.member, "key": self.key, "party": self.party.value}
        return named | ({"agency": self.agency} if self.agency else {})
