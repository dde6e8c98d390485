"""The kill switch: what a stop covers, what holds under it, and who may lift it.

A flag exists per scope and is never removed: lifting a stop leaves behind when it was lifted, so that what was
due while it stood can never go out afterwards by itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.attempts import DEADLINE_MARGIN, Attempt, AttemptState
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.parties import DEPLOYMENT, Caller, Party, Scope
from shared.domain.receipts import Ends, Named, NamedEnd, NamedKind, ReceiptPage

RECALL_REACH = timedelta(days=29)
"""How far back a stop can recall: attempts are kept for 30 days."""
MOST_PASSES = 100
"""Asked for under one stop."""

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
class Pass:
    """One post, exactly as it stands, may go out although a stop stands; when two people have asked for it."""

    stop: str
    post: str
    content_hash: str
    asked_by: str
    granted_by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """What a sender reads. ``engaged`` holds the ids of the stops that stand on this scope."""

    scope: str
    epoch: int
    engaged: tuple[str, ...]
    passes: tuple[Pass, ...] = ()
    """Granted under the stops that stand here."""
    lifted_at: datetime | None = None
    version: int = 1

    def engage(self, stop: str) -> "Flag":
        return replace(self, epoch=self.epoch + 1, engaged=(*self.engaged, stop), version=self.version + 1)

    def lift(self, stop: str, at: datetime) -> "Flag":
        """The stop no longer stands here, and its passes are void."""
        left = tuple(standing for standing in self.engaged if standing != stop)
        passes = tuple(granted for granted in self.passes if granted.stop != stop)
        latest = max(at, self.lifted_at or at)  # two machines' clocks may disagree on which lift came last
        return replace(self, engaged=left, passes=passes, lifted_at=latest, version=self.version + 1)

    def let_through(self, granted: Pass) -> "Flag":
        return replace(self, passes=(*self.passes, granted), version=self.version + 1)

    def standing_for(self, post: str, content_hash: str) -> tuple[str, ...]:
        """The stops here under which the post has no pass."""
        passed = {one.stop for one in self.passes if (one.post, one.content_hash) == (post, content_hash)}
        return tuple(stop for stop in self.engaged if stop not in passed)


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


def went_out(attempts: Iterable[Attempt], scope: StopScope, since: datetime, stopped_at: datetime) -> tuple[Named, ...]:
    """What landed in ``scope`` from ``since`` until the stop, by our clock: to be taken down, the newest first."""
    found = [one for one in attempts if scope in scopes_of(one) and out_before(one, stopped_at)]
    recent = [one for one in found if one.ended_at is not None and one.ended_at >= since]
    newest_first = sorted(recent, key=lambda one: (one.ended_at, one.id), reverse=True)
    return tuple(
        replace(_named(one, stopped_at), kind=NamedKind.OUT, end=NamedEnd.RECALLING, because="") for one in newest_first
    )


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
    """A stop, and the head of its receipt: the names are on pages of their own."""

    id: str
    scope: str
    reason: str
    who: Caller
    epoch: int
    stopped_at: datetime
    recall_since: datetime | None = None
    """What went out since then is taken down too."""
    named_at: datetime | None = None
    """When everything that was in flight had been named."""
    complete: bool = False
    """Whether the pages have every name: not before ``named_at``, nor while what went out since an earlier
    ``recall_since`` is being added."""
    pages: int = 0
    ends: Ends = field(default_factory=Ends)
    """Of all names on the pages."""
    passes: tuple[Pass, ...] = ()
    """Asked for or granted."""
    drained_at: datetime | None = None
    lift_asked_by: str | None = None
    lifted_at: datetime | None = None
    version: int = 1

    @property
    def drained(self) -> bool:
        return self.drained_at is not None

    def told(
        self, before: Iterable[ReceiptPage], after: Sequence[ReceiptPage], at: datetime, *, complete: bool
    ) -> "Stop":
        """The stop to be written with its pages ``after``, which were as ``before`` or are new.

        It is complete from then on or not yet, and has drained when it is complete and every name has ended.
        """
        ends = self.ends.changed(before, after)
        return replace(
            self,
            pages=max(self.pages, *(page.number for page in after), 0),
            ends=ends,
            named_at=(self.named_at or at) if complete else self.named_at,
            complete=complete,
            drained_at=at if complete and not ends.under_way else None,
            version=self.version + 1,
        )

    def widened(self, since: datetime) -> "Stop":
        """The stop that takes down what went out since ``since``, too, once that has been added to its receipt."""
        return replace(self, recall_since=since, complete=False, drained_at=None, version=self.version + 1)

    def reaches(self, since: datetime) -> bool:
        """Whether it takes down what went out since ``since`` already."""
        return self.recall_since is not None and self.recall_since <= since


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingStop:
    """A stop's place in the list of those that stand, written and marked in the commits that raise and lift it."""

    id: str
    lifted_at: datetime | None = None
    version: int = 1

    def lifted(self, at: datetime) -> "StandingStop":
        return replace(self, lifted_at=at, version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class QueuedRecall:
    """A recall that the network put off. It is taken up when ``until`` has passed."""

    post: str
    until: datetime
    who: Mapping[str, str]
    """Who asked for it, as the ledger names them."""
    done_at: datetime | None = None
    version: int = 1


def check_recall_since(since: datetime, now: datetime) -> None:
    """Raises :class:`InvalidError` unless what went out since then is on record."""
    if since > now:
        raise InvalidError("is in the future", "recall_since")
    if now - since > RECALL_REACH:
        raise InvalidError(f"must be within the last {RECALL_REACH.days} days", "recall_since")


def holding(flags: Iterable[Flag], due_at: datetime, post: str = "", content_hash: str = "") -> str | None:
    """Why a post due at ``due_at`` must not go out, or None. ``flags``: all there are over it, read strongly.

    ``post`` and ``content_hash`` are what a pass is for.
    """
    for flag in flags:
        standing = flag.standing_for(post, content_hash)
        if standing:
            return f"{flag.scope} is stopped ({', '.join(standing)})."
        if flag.lifted_at is not None and due_at <= flag.lifted_at:
            return f"It came due while {flag.scope} was stopped; it needs a new decision."
    return None


def operator(name: str) -> Caller:
    """Whoever runs the deployment, let in by IAM and not by a key. ``name`` is what they say of themselves."""
    return Caller(
        realm=DEPLOYMENT, key="", member=name, party=Party.OPERATOR, agency=None, scopes=frozenset({Scope.STOP})
    )


def may_stop(caller: Caller, scope: StopScope, agencies: Iterable[str]) -> None:
    """Raises :class:`ForbiddenError` unless the caller's key reaches the scope.

    A client's or agency's member stops within the key's own client; only an agency's administration key reaches
    further. ``agencies`` are those of the client within which the scope lies. An operator reaches everything.
    """
    own_client = scope.client is not None and caller.realm == scope.client
    if own_client or caller.realm in agencies or caller.party is Party.OPERATOR:
        return
    if caller.agency == caller.realm and scope.kind in (ScopeKind.EVERYTHING, ScopeKind.NETWORK):
        return
    if caller.agency == caller.realm and scope == StopScope(ScopeKind.AGENCY, caller.realm):
        return
    raise ForbiddenError(f"This key does not reach the scope {scope}.")


def same_party(caller: Caller, other: Caller) -> bool:
    return (caller.party, caller.agency) == (other.party, other.agency)


def _answers_for(stop: Stop, caller: Caller) -> None:
    """Raises :class:`ForbiddenError` unless the caller may have a part in loosening the stop.

    An operator stands in for parties whose keys could not get through; once they can, it is theirs to decide.
    """
    if stop.who.party is Party.OPERATOR:
        if Scope.ADMIN not in caller.scopes:
            raise ForbiddenError("An operator's stop is lifted by people who administer what it covers.")
    elif not same_party(caller, stop.who):
        raise ForbiddenError("A stop is lifted only by the party that made it.")


def lift(stop: Stop, caller: Caller, now: datetime) -> Stop:
    """The stop after ``caller`` asks to resume: the first ask is recorded, a second person's ask lifts it.

    One that is lifted stays as it is.
    """
    if not stop.drained:
        raise StateError("The stop has not drained: what was in flight is not yet accounted for.")
    _answers_for(stop, caller)
    if stop.lifted_at is not None:
        return stop
    if stop.lift_asked_by is None:
        return replace(stop, lift_asked_by=caller.member, version=stop.version + 1)
    if stop.lift_asked_by == caller.member:
        raise StateError("Resuming takes two people; a second member must ask as well.")
    return replace(stop, lifted_at=now, version=stop.version + 1)


def let_through(stop: Stop, caller: Caller, post: str, content_hash: str) -> tuple[Stop, Pass]:
    """The stop after ``caller`` asks that a post may pass: the first ask is recorded, a second person's grants it.

    One that is granted stays as it is.
    """
    _answers_for(stop, caller)
    if stop.lifted_at is not None:
        raise StateError("The stop is lifted; nothing needs a pass.")
    if stop.named_at is None:
        # What a pass lets out must not be taken for what was in flight, and taken down.
        raise StateError("The stop has not named what was in flight yet; ask again in a minute.")
    asked = next((one for one in stop.passes if (one.post, one.content_hash) == (post, content_hash)), None)
    if asked is None:
        if len(stop.passes) >= MOST_PASSES:
            raise StateError(f"{MOST_PASSES} passes were asked for under this stop; lift it instead.")
        asked = Pass(stop=stop.id, post=post, content_hash=content_hash, asked_by=caller.member)
        return replace(stop, passes=(*stop.passes, asked), version=stop.version + 1), asked
    if asked.granted_by is not None:
        return stop, asked
    if asked.asked_by == caller.member:
        raise StateError("A pass takes two people; a second member must ask as well.")
    granted = replace(asked, granted_by=caller.member)
    passes = tuple(granted if one is asked else one for one in stop.passes)
    return replace(stop, passes=passes, version=stop.version + 1), granted


def day_of_stops(at: datetime) -> str:
    """The realm of the roll of a day's stops."""
    return f"stops#{at:%Y-%m-%d}"
