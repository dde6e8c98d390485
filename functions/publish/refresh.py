"""Every few minutes: credentials that run out are renewed at half of their life, long before a post could miss them.

A refresh token may be good for one use, and a second one may end the whole grant. So a renewal begins with a lease that
one worker gets; what the network answers is kept before anything else, as the one successor of what it came from; and
it takes that one's place only while no person has connected the account anew. Credentials of an account that was closed
are deleted. Costs a read of the registry for each client, and for each renewal two writes of its grant, three calls to
the vault and the network's one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from shared import telemetry
from shared.clients import every_client
from shared.domain.accounts import Account, Grant, half_of_life
from shared.domain.clock import Clock, NewId
from shared.domain.errors import InvalidError
from shared.domain.incidents import IncidentKind, incident_of
from shared.domain.ledger import Fact, entry, system
from shared.incidents import RAISED, untold
from shared.networks import (
    CredentialsError,
    NotOfferedError,
    OutcomeUnknownError,
    Refresh,
    RefusedError,
    ThrottledError,
)
from shared.networks.vault import Held, expiry
from shared.stores import Committing, ConflictError, Reading, Record, StoreError

FUNCTION = "publish.refresh"
LEASE = timedelta(minutes=10)
"""Longer than the function may run: whoever held a lease that has ended is gone."""
LONGEST_RUN = 150.0
"""Seconds after which no further renewal is begun; the function's own time-out leaves time for the last one."""
AGAIN = timedelta(minutes=5)
"""From a network that does not say how long it wants to wait to the next try."""
REFUSED_AGAIN = timedelta(minutes=30)
"""From a refusal to the next try, while the credentials still work: a network can be wrong for a while."""
UNSAID_AGAIN = timedelta(hours=25)
"""From a refusal of credentials of which nobody knows how long they last to another try, before anybody is told.

Threads renews a token from its second day on: https://developers.facebook.com/docs/threads/get-started/long-lived-tokens
"""
KEEP_PAUSES = (1.0, 3.0, 9.0)
"""Seconds between the tries to keep what the network has given, which nobody else has."""


class Store(Reading, Committing, Protocol): ...


class Keeping(Protocol):
    """The part of the vault that renewing takes."""

    def held(self, account: Account) -> Held: ...

    def successor(self, account: Account, held: Held) -> Mapping[str, str] | None: ...

    def keep(self, account: Account, credentials: Mapping[str, str], held: Held) -> None: ...

    def promote(self, account: Account, held: Held) -> bool: ...

    def forget(self, account: Account) -> None: ...


class Refreshing:
    """Bound to its collaborators; one run renews what is due. ``refresher`` finds how a network's are renewed."""

    def __init__(
        self, store: Store, vault: Keeping, refresher: Callable[[str], Refresh | None], clock: Clock, new_id: NewId
    ) -> None:
        self._store = store
        self._vault = vault
        self._refresher = refresher
        self._clock = clock
        self._new_id = new_id

    def refresh(self) -> int:
        """Returns how many accounts' credentials were renewed."""
        started, renewed = self._clock.monotonic(), 0
        for account, grant in self._due():
            if self._clock.monotonic() - started > LONGEST_RUN:
                break
            try:
                renewed += self._handled(account, grant)
            except (StoreError, ThrottledError):
                # The lease ends, and the next run goes on from whatever is kept.
                telemetry.logger.exception("not renewed; tried again later", extra={"account": account.id})
        return renewed

    def _due(self) -> Iterator[tuple[Account, Grant]]:
        for client in every_client(self._store):
            for grant in self._store.list(Grant, client):
                if not grant.is_due(self._clock.now()):
                    continue
                account = self._store.get(Account, client, grant.account)
                if account is not None:
                    yield account, grant

    def _handled(self, account: Account, grant: Grant) -> bool:
        """Whether the credentials were renewed. Raises StoreError, and ThrottledError when the vault is out."""
        if account.closed_at is not None:
            self._forget(account, grant)
            return False
        leased = replace(grant, lease_until=self._clock.now() + LEASE, version=grant.version + 1)
        try:
            self._store.commit(leased)
        except ConflictError:
            return False
        try:
            held = self._vault.held(account)
        except CredentialsError as lost:
            self._give_up(account, leased, lost.reason)
            return False
        cut_short = grant.lease_until is not None
        fresh = self._vault.successor(account, held) if cut_short else None
        if fresh is None:
            fresh = self._asked(account, leased, held, cut_short=cut_short)
            if fresh is None:
                return False
            self._keep(account, fresh, held)
        if not self._vault.promote(account, held):
            telemetry.logger.info("connected anew meanwhile", extra={"account": account.id})
            return False
        expires_at = _expiry(fresh)
        self._settle(leased, expires_at, half_of_life(expires_at, self._clock.now()))
        return True

    def _forget(self, account: Account, grant: Grant) -> None:
        """Those of a closed account, once. Nothing is leased: to delete twice is to delete."""
        self._vault.forget(account)
        now = self._clock.now()
        fact = Fact(type="account.credentials_deleted", subject=account.id)
        told = entry(fact, id=self._new_id("led"), realm=account.client, at=now, who=system(FUNCTION))
        try:
            self._store.commit(grant.settled(None, None), told)
        except ConflictError:
            telemetry.logger.info("deleted by another run meanwhile", extra={"account": account.id})

    def _asked(self, account: Account, leased: Grant, held: Held, *, cut_short: bool) -> Mapping[str, str] | None:
        """What the network gives for ``held``; None when it gives nothing, and that is on record."""
        try:
            refresh = self._refresher(account.network)
            if refresh is None:
                raise NotOfferedError("The network renews none.")
            return refresh(account, held.credentials)
        except CredentialsError as refusal:
            if leased.expires_at is None:
                # They may be too young to be renewed; and whether they work is seen by whoever watches the account.
                in_a_day = self._clock.now() + UNSAID_AGAIN
                self._settle(leased, in_a_day, in_a_day)
                return None
            earlier = " An earlier renewal was cut short, which may have cost the token." if cut_short else ""
            self._give_up(account, leased, refusal.reason + earlier, held.version)
        except RefusedError as refusal:
            self._leave(account, leased, refusal.reason, held.version)
        except (ThrottledError, OutcomeUnknownError) as delay:
            until = delay.until if isinstance(delay, ThrottledError) else None
            self._settle(leased, leased.expires_at, until or self._clock.now() + AGAIN)
        return None

    def _keep(self, account: Account, fresh: Mapping[str, str], held: Held) -> None:
        for pause in KEEP_PAUSES:
            try:
                return self._vault.keep(account, fresh, held)
            except ThrottledError:
                self._clock.sleep(pause)
        return self._vault.keep(account, fresh, held)

    def _give_up(self, account: Account, leased: Grant, reason: str, version: str = "") -> None:
        """A person must connect it again. While it still works it is tried again, since a network can be wrong."""
        now, ends = self._clock.now(), leased.expires_at
        news = self._news(account, leased, f"The account's credentials are no longer renewed. {reason}", version)
        self._settle(leased, ends, now + REFUSED_AGAIN if ends and now < ends else None, *news)

    def _leave(self, account: Account, leased: Grant, reason: str, version: str) -> None:
        """Credentials that nobody can renew; nothing is wrong with that, unless they run out."""
        news: tuple[Record, ...] = ()
        if leased.expires_at is not None:
            because = f"The account's credentials run out, and cannot be renewed. {reason}"
            news = self._news(account, leased, because, version)
        self._settle(leased, leased.expires_at, None, *news)

    def _settle(self, leased: Grant, expires_at: datetime | None, refresh_at: datetime | None, *news: Record) -> None:
        """Ends the lease, unless a person has connected the account anew; of what was before that, nothing is told."""
        try:
            self._store.commit(leased.settled(expires_at, refresh_at), *news)
            if news:
                telemetry.count(RAISED)
        except ConflictError:
            telemetry.logger.info("connected anew meanwhile", extra={"account": leased.account})

    def _news(self, account: Account, leased: Grant, because: str, version: str) -> tuple[Record, ...]:
        now, ends = self._clock.now(), leased.expires_at
        before = f" before {ends:%Y-%m-%d %H:%M} UTC" if ends is not None and now < ends else ""
        # About the same for the same credentials, so that it is raised once for them.
        about, because = f"refresh {account.version} {version}", f"{because} Connect it again{before}."
        incident = incident_of(account, IncidentKind.DISCONNECTED, about, because, since=now, now=now)
        return untold(incident, self._store, self._new_id, FUNCTION)


def _expiry(credentials: Mapping[str, str]) -> datetime | None:
    """What a network says that cannot be read is as good as unsaid."""
    try:
        return expiry(credentials)
    except InvalidError:
        return None
