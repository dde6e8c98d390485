"""Incidents on a client's accounts: a post that Backchannel did not send, an account that it cannot watch or use."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.domain.accounts import Account
from shared.domain.stops import ScopeKind, StopScope

EXCERPT = 280
"""Characters of a foreign post that are kept."""


class IncidentKind(StrEnum):
    FOREIGN_POST = "foreign_post"
    UNWATCHED = "unwatched"
    DISCONNECTED = "disconnected"
    """Its credentials do not work, or soon will not: a person must connect it again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyStop:
    """The body of ``POST /stops`` that stops the account."""

    scope: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Incident:
    """Raised once. ``at``: when the foreign post appeared, by its network, or since when nothing is known."""

    id: str
    client: str
    account: str
    network: str
    handle: str
    kind: IncidentKind
    because: str
    at: datetime
    raised_at: datetime
    url: str = ""
    external_id: str = ""
    excerpt: str = ""
    version: int = 1

    @property
    def ready_stop(self) -> ReadyStop:
        scope = StopScope(ScopeKind.ACCOUNT, f"{self.client}/{self.account}")
        return ReadyStop(scope=str(scope), reason=f"{self.because} ({self.id})")


def incident_id(account: Account, about: str) -> str:
    """The same for the same thing, so that it is raised once. ``about``: an external id, or since when."""
    told = "\n".join((account.client, account.id, about))
    return "inc_" + hashlib.sha256(told.encode()).hexdigest()[:26]


def incident_of(
    account: Account, kind: IncidentKind, about: str, because: str, *, since: datetime, now: datetime
) -> Incident:
    """Of an account as a whole. ``about``: as for :func:`incident_id`; ``since``: from when nothing is known."""
    return Incident(
        id=incident_id(account, about),
        client=account.client,
        account=account.id,
        network=account.network,
        handle=account.handle,
        kind=kind,
        because=because,
        at=since,
        raised_at=now,
    )
