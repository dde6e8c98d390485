"""What recover's use cases work with, and the questions that several of them ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.clients import clients_of, every_client
from shared.domain.accounts import Account
from shared.domain.clock import Clock, NewId
from shared.domain.errors import ForbiddenError, NotFoundError
from shared.domain.ledger import Entry, Fact, entry
from shared.domain.parties import Caller, Client
from shared.domain.stops import ScopeKind, Stop, StopScope, may_stop
from shared.networks import capabilities_of
from shared.outcomes import Outcomes
from shared.stores import Committing, Reading, Stops


class Store(Reading, Committing, Stops, Protocol): ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Switch:
    store: Store
    outcomes: Outcomes
    clock: Clock
    new_id: NewId

    def reach(self, caller: Caller, scope: StopScope) -> None:
        """Raises unless the scope exists and the caller's key reaches it. Another client's is told as not there."""
        client = scope.client
        agencies: tuple[str, ...] = ()
        if client is not None:
            found = self.store.get(Client, client, client)
            if found is None:
                raise NotFoundError(f"There is no scope {scope}.")
            agencies = found.agencies
        try:
            may_stop(caller, scope, agencies)
        except ForbiddenError:
            if client is not None:
                raise NotFoundError(f"There is no scope {scope}.") from None
            raise
        if not self._exists(scope):
            raise NotFoundError(f"There is no scope {scope}.")

    def _exists(self, scope: StopScope) -> bool:
        client, _, inner = scope.id.partition("/")
        if scope.kind is ScopeKind.ACCOUNT:
            return self.store.get(Account, client, inner) is not None
        if scope.kind is ScopeKind.POST:
            post = self.store.post(inner)
            return post is not None and post.client == client
        if scope.kind is ScopeKind.NETWORK:
            capabilities_of(scope.id)
        return True

    def stop(self, caller: Caller, id: str) -> Stop:  # noqa: A002
        """A stop that the caller's key reaches, or NotFoundError."""
        found = self.store.stop(id)
        if found is None:
            raise NotFoundError("There is no such stop.")
        self.reach(caller, StopScope.parse(found.scope))
        return found

    def clients_in(self, scope: StopScope) -> list[str]:
        """The clients that a scope touches."""
        if scope.client is not None:
            return [scope.client]
        if scope.kind is ScopeKind.AGENCY:
            return clients_of([scope.id], self.store)
        return every_client(self.store)

    def entry(self, fact: Fact, realm: str, who: Mapping[str, str], at: datetime) -> Entry:
        return entry(fact, id=self.new_id("led"), realm=realm, at=at, who=who)


def ledger_of(scope: StopScope, caller_realm: str) -> str:
    """The ledger in which a scope's stops are entered: its client's, or that of whoever reaches further."""
    return scope.client or caller_realm
