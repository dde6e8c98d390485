"""The kill switch: what a stop covers, what holds under it, and who may lift it.

A flag exists per scope and is never removed: lifting a stop leaves behind when it was lifted, so that what was
due while it stood can never go out afterwards by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shared.domain.attempts import DEADLINE_MARGIN, Attempt, AttemptState
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.parties import Caller, Party

_SCOPE = re.compile(r"everything|(?:network|agency|client):[\w.-]+|(?:account|post):[\w.-]+/[\w.-]+")


class ScopeKind(StrEnum):
    POST = "post"
    ACCOUNT = "account"
    CLIENT = "client"
    AGENCY = "agency"
    NETWORK = "network"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class StopScope:
    """In text: ``client:acme``, ``account:acme/acc_…``, ``post:acme/pst_…``, ``network:mastodon``, ``everything``."""

    kind: ScopeKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}" if self.id else self.kind.value

    @classmethod
    def parse(cls, text: str) -> "StopScope":
        """Raises InvalidError for anything but a scope as it is written, so that no stop covers less than it says."""
        if not _SCOPE.fullmatch(text):
            raise InvalidError(
                "must be everything, network:NAME, agency:ID, client:ID, account:CLIENT/ID or post:CLIENT/ID", "scope"
            )
        kind, _, id_ = text.partition(":")
        return cls(ScopeKind(kind), id_)

    @property
    def client(self) -> str | None:
        """The client within which the scope lies, if it lies within one."""
        if self.kind in (ScopeKind.ACCOUNT, ScopeKind.POST, ScopeKind.CLIENT):
            return self.id.partition("/")[0]
        return None


def scopes_over(*, client: str, agency: str, network: str, account: str, post: str) -> tuple[StopScope, ...]:
    """Every scope that a post lies in: a sender asks all of them, strongly, after its attempt is on record."""
    return (
        StopScope(ScopeKind.EVERYTHING),
        StopScope(ScopeKind.NETWORK, network),
        StopScope(ScopeKind.AGENCY, agency),
        StopScope(ScopeKind.CLIENT, client),
        StopScope(ScopeKind.ACCOUNT, f"{client}/{account}"),
        StopScope(ScopeKind.POST, f"{client}/{post}"),
    )


def scopes_of(attempt: Attempt) -> tuple[StopScope, ...]:
    return scopes_over(
        client=attempt.client,
        agency=attempt.agency,
        network=attempt.network,
        account=attempt.account,
        post=attempt.post,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """What a sender reads. ``engaged`` holds the ids of the stops that stand on this scope."""

    scope: str
    epoch: int
    engaged: tuple[str, ...]
    lifted_at: datetime | None = None
    version: int = 1

    def engage(self, stop: str) -> "Flag":
        return replace(self, epoch=self.epoch + 1, engaged=(*self.engaged, stop), version=self.version + 1)

    def lift(self, stop: str, at: datetime) -> "Flag":
        left = tuple(standing for standing in self.engaged if standing != stop)
        latest = max(at, self.lifted_at or at)  # two machines' clocks may disagree on which lift came last
        return replace(self, engaged=left, lifted_at=latest, version=self.version + 1)


class NamedEnd(StrEnum):
    IN_FLIGHT = "in_flight"
    PUBLISHED = "published"
    """It went out in the moment before the stop, and was left up."""
    NOT_SENT = "not_sent"
    RECALLED = "recalled"
    RECALL_FAILED = "recall_failed"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An attempt that was under way when the stop fell, and what became of it."""

    attempt: str
    client: str
    account: str
    post: str
    started_at: datetime
    end: NamedEnd = NamedEnd.IN_FLIGHT
    url: str = ""
    because: str = ""


def name(attempts: Iterable[Attempt], scope: StopScope, stopped_at: datetime) -> tuple[Named, ...]:
    """The attempts in ``scope`` of which some part may happen after ``stopped_at``, or happened around it.

    What landed up to the margin between two clocks earlier is named too: too many is safe, too few is not.
    """
    return tuple(
        _named(attempt, stopped_at)
        for attempt in attempts
        if scope in scopes_of(attempt) and _may_be_seen_after(attempt, stopped_at)
    )


def _may_be_seen_after(attempt: Attempt, stopped_at: datetime) -> bool:
    if attempt.state is AttemptState.NOT_SENT:
        return False
    return attempt.ended_at is None or attempt.ended_at >= stopped_at - DEADLINE_MARGIN


def out_before(attempt: Attempt, stopped_at: datetime) -> bool:
    """Whether it had landed, and that was known, when the stop fell."""
    landed = attempt.state is AttemptState.LANDED
    return landed and attempt.ended_at is not None and attempt.ended_at < stopped_at


def _named(attempt: Attempt, stopped_at: datetime) -> Named:
    before = out_before(attempt, stopped_at)
    return Named(
        attempt=attempt.id,
        client=attempt.client,
        account=attempt.account,
        post=attempt.post,
        started_at=attempt.started_at,
        end=NamedEnd.PUBLISHED if before else NamedEnd.IN_FLIGHT,
        url=attempt.published.url if attempt.published else "",
        because="it went out before the stop" if before else "",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """A stop and its receipt."""

    id: str
    scope: str
    reason: str
    who: Caller
    epoch: int
    stopped_at: datetime
    named: tuple[Named, ...] | None = None
    """None until the attempts in flight have been read."""
    drained_at: datetime | None = None
    lift_asked_by: str | None = None
    lifted_at: datetime | None = None
    version: int = 1

    @property
    def drained(self) -> bool:
        return self.drained_at is not None

    def told(self, named: tuple[Named, ...], at: datetime) -> "Stop":
        """The stop with what is known of the attempts it names; drained when every one has ended."""
        ended = all(one.end is not NamedEnd.IN_FLIGHT for one in named)
        return replace(self, named=named, drained_at=at if ended else None, version=self.version + 1)


def holding(flags: Iterable[Flag], due_at: datetime) -> str | None:
    """Why a post due at ``due_at`` must not go out, or None. ``flags``: all there are over it, read strongly."""
    for flag in flags:
        if flag.engaged:
            return f"{flag.scope} is stopped ({', '.join(flag.engaged)})."
        if flag.lifted_at is not None and due_at <= flag.lifted_at:
            return f"It came due while {flag.scope} was stopped; it needs a new decision."
    return None


def may_stop(caller: Caller, scope: StopScope, agencies: Iterable[str]) -> None:
    """Raises :class:`ForbiddenError` unless the caller's key reaches the scope.

    A client's or agency's member stops within the key's own client; only an agency's administration key reaches
    further. ``agencies`` are those of the client within which the scope lies.
    """
    own_client = scope.client is not None and caller.realm == scope.client
    if own_client or caller.realm in agencies:
        return
    if caller.agency == caller.realm and scope.kind in (ScopeKind.EVERYTHING, ScopeKind.NETWORK):
        return
    if caller.agency == caller.realm and scope == StopScope(ScopeKind.AGENCY, caller.realm):
        return
    raise ForbiddenError(f"This key does not reach the scope {scope}.")


def lift(stop: Stop, caller: Caller, now: datetime) -> Stop:
    """The stop after ``caller`` asks to resume: the first ask is recorded, a second person's ask lifts it.

    One that is lifted stays as it is.
    """
    if not stop.drained:
        raise StateError("The stop has not drained: what was in flight is not yet accounted for.")
    if caller.party is not stop.who.party or (caller.party is Party.AGENCY and caller.agency != stop.who.agency):
        raise ForbiddenError("A stop is lifted only by the party that made it.")
    if stop.lifted_at is not None:
        return stop
    if stop.lift_asked_by is None:
        return replace(stop, lift_asked_by=caller.member, version=stop.version + 1)
    if stop.lift_asked_by == caller.member:
        raise StateError("Resuming takes two people; a second member must ask as well.")
    return replace(stop, lifted_at=now, version=stop.version + 1)
