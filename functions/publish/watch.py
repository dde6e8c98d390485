"""Every few minutes: what stands on each account's timeline is held against what Backchannel sent.

A post that Backchannel did not send is an incident, with a stop ready to be engaged by whoever is told of it; so is an
account that cannot be watched. Costs four queries for the attempts, and for each open account a read and a write of how
far it was watched, a read of its secret, and two network calls, one more for each further 40 posts.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.accounts import Account
from shared.domain.attempts import DEADLINE_MARGIN, NAMING_HORIZON, SEND_DEADLINE, Attempt, AttemptState
from shared.domain.clock import Clock, NewId
from shared.domain.incidents import EXCERPT, Incident, IncidentKind, incident_id, incident_of
from shared.domain.schedule import Mark
from shared.incidents import told
from shared.networks import NETWORK_ERRORS, Connect, CredentialsError, RefusedError, Shown, capabilities_of
from shared.stores import Committing, ConflictError, Reading, Stops, StoreError

FUNCTION = "publish.watch"
LOOK_BACK = timedelta(minutes=10)
"""A network may show a post this long after its time; what is read again raises nothing again."""
FARTHEST = timedelta(days=7)
"""What is read at the most, of an account that was out of sight for longer; attempts are kept for longer than that."""
UNWATCHED = timedelta(hours=1)
"""A network that only asks to wait, or gives no usable answer, is an incident after this long."""
CLOCK_SKEW = timedelta(seconds=30)
"""What a network's clock may be off from ours."""


class Store(Reading, Committing, Stops, Protocol): ...


@dataclass(frozen=True, kw_only=True, slots=True)
class _Watched:
    """An account, and how far its timeline has been held against what was sent."""

    account: Account
    mark: Mark | None
    since: datetime


class Watch:
    """Bound to its collaborators; one run looks at every account once."""

    def __init__(self, store: Store, connect: Connect, clock: Clock, new_id: NewId) -> None:
        self._store = store
        self._connect = connect
        self._clock = clock
        self._new_id = new_id

    def watch(self) -> int:
        """Returns how many incidents were raised."""
        watched = [self._watched(account) for account in self._accounts()]
        if not watched:
            return 0
        earliest = max(min(one.since for one in watched), self._clock.now() - FARTHEST)
        attempts = defaultdict(list)
        for attempt in self._store.attempts_since(earliest - LOOK_BACK - NAMING_HORIZON):
            attempts[attempt.client, attempt.account].append(attempt)
        return sum(self._looked(one, attempts[one.account.client, one.account.id]) for one in watched)

    def _accounts(self) -> Iterator[Account]:
        for client in every_client(self._store):
            for account in self._store.list(Account, client):
                if account.closed_at is None and not account.shadow:
                    yield account

    def _watched(self, account: Account) -> _Watched:
        mark = self._store.get(Mark, account.client, mark_id(account))
        return _Watched(account=account, mark=mark, since=mark.until if mark else account.created_at)

    def _looked(self, watched: _Watched, attempts: list[Attempt]) -> int:
        try:
            return sum(
                told(incident, self._store, self._new_id, FUNCTION) for incident in self._incidents(watched, attempts)
            )
        except StoreError:
            # One account that cannot be recorded must not keep the others from being watched.
            account = watched.account.id
            telemetry.logger.exception("not recorded; the next run looks again", extra={"account": account})
            return 0

    def _incidents(self, watched: _Watched, attempts: list[Attempt]) -> Iterator[Incident]:
        account, now = watched.account, self._clock.now()
        since = max(watched.since - LOOK_BACK, account.created_at, now - FARTHEST)
        try:
            shown = self._connect(account).recent(since)
        except NETWORK_ERRORS as unreadable:
            if isinstance(unreadable, CredentialsError):
                because = f"The account is disconnected, and its posts are held. {unreadable.reason}"
                yield _out_of_sight(watched, IncidentKind.DISCONNECTED, because, now)
            elif isinstance(unreadable, RefusedError) or now - watched.since > UNWATCHED:
                because = f"The account cannot be watched. {unreadable.reason}"
                yield _out_of_sight(watched, IncidentKind.UNWATCHED, because, now)
            return
        until = _settled(account, attempts, now)
        yield from _foreign(account, [one for one in shown if one.published.at < until], attempts, now)
        self._mark(watched, until)

    def _mark(self, watched: _Watched, until: datetime) -> None:
        if until <= watched.since:
            return
        begun = watched.mark or Mark(realm=watched.account.client, id=mark_id(watched.account), until=until, version=0)
        try:
            self._store.commit(replace(begun, until=until, version=begun.version + 1))
        except ConflictError:
            telemetry.logger.info("watched by another run meanwhile", extra={"account": watched.account.id})


def mark_id(account: Account) -> str:
    return f"watch:{account.id}"


def _settled(account: Account, attempts: list[Attempt], now: datetime) -> datetime:
    """What is older than this is of no attempt whose end is still to be learnt."""
    settles = capabilities_of(account.network).settles_within + SEND_DEADLINE + DEADLINE_MARGIN
    under_way = [attempt.started_at - CLOCK_SKEW for attempt in attempts if not attempt.ended]
    return min([now - settles, *under_way])


def _foreign(account: Account, shown: list[Shown], attempts: list[Attempt], now: datetime) -> Iterator[Incident]:
    ours = {attempt.published.external_id for attempt in attempts if attempt.published}
    for one in reversed(shown):
        external_id = one.published.external_id
        if external_id not in ours:
            yield Incident(
                id=incident_id(account, external_id),
                client=account.client,
                account=account.id,
                network=account.network,
                handle=account.handle,
                kind=IncidentKind.FOREIGN_POST,
                because=_explained(one, attempts),
                at=one.published.at,
                raised_at=now,
                url=one.published.url,
                external_id=external_id,
                excerpt=one.text[:EXCERPT],
            )


def _explained(shown: Shown, attempts: list[Attempt]) -> str:
    """A post whose outcome could not be learnt may have appeared after all; only a person can tell."""
    doubtful = sorted(
        {
            attempt.post
            for attempt in attempts
            if attempt.state is AttemptState.UNVERIFIED and attempt.started_at - CLOCK_SKEW <= shown.published.at
        }
    )
    if not doubtful:
        return "Backchannel did not send this post."
    return f"Backchannel did not send this post, unless it is {' or '.join(doubtful)}, whose outcome is not known."


def _out_of_sight(watched: _Watched, kind: IncidentKind, because: str, now: datetime) -> Incident:
    # Until it can be read again ``since`` stays the same, and so it is raised once.
    since = watched.since
    return incident_of(watched.account, kind, since.isoformat(), because, since=since, now=now)
