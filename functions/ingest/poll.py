"""Each minute: what was said to the accounts of networks that send no webhooks goes onto the queue ``inbound``.

A page of it is one message on the queue, and only then is it noted how far the account was listened to: cut short
between the two, the page comes again, and who stores the mentions refuses the second copy. All of a client's open
accounts are listened to, a person's as well, since what is said to one who speaks for the brand wants an answer too;
but for the shadow accounts, of drills. One whose credentials do not let it listen is an incident, told once.

Costs a query for each agency, two for each client, and for each account a read of its secret and a network call; and,
when there is news, a message and a write. One that is an incident costs a read more.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from functions.ingest.inbound import messages
from shared import telemetry
from shared.api.problems import TooLargeError
from shared.clients import every_client
from shared.domain.accounts import Account
from shared.domain.clock import Clock, NewId
from shared.domain.errors import BackchannelError
from shared.domain.incidents import IncidentKind, incident_of
from shared.domain.listening.mentions import Delivery
from shared.domain.listening.polling import Listened, not_yet_listened
from shared.incidents import told
from shared.networks import (
    CONNECTORS,
    NETWORK_ERRORS,
    Connect,
    CredentialsError,
    Heard,
    ThrottledError,
    capabilities_of,
)
from shared.networks.capabilities import Does
from shared.queues import Queue, QueueError
from shared.stores import Committing, ConflictError, Reading, StoreError

FUNCTION = "ingest.poll"
LONGEST_RUN = timedelta(seconds=45)
"""After which no other page is asked for: well before the function's time-out, and before the next run."""
MOST_PAGES = 5
"""Of one account in one run, so that one which is flooded leaves time for the others."""
LONGEST_WAIT = timedelta(hours=1)
"""Whatever a network asks for."""


class OutOfTimeError(BackchannelError):
    """The run is at its end."""


FAILURES = (*NETWORK_ERRORS, StoreError, QueueError, TooLargeError, OutOfTimeError)


class Store(Reading, Committing, Protocol): ...


@dataclass(frozen=True, slots=True)
class _Listener:
    account: Account
    listened: Listened


class Poll:
    """Bound to its collaborators; one run listens to every account once, in an order that ``shuffle`` makes.

    Should time run out, it is not always the same who wait for the next run.
    """

    def __init__(
        self,
        store: Store,
        connect: Connect,
        queue: Queue,
        clock: Clock,
        new_id: NewId,
        shuffle: Callable[[list[Any]], None],
    ) -> None:
        self._store = store
        self._connect = connect
        self._queue = queue
        self._clock = clock
        self._new_id = new_id
        self._shuffle = shuffle

    def poll(self) -> int:
        """Returns how many messages were heard of, those that were changed or taken back among them."""
        end = self._clock.monotonic() + LONGEST_RUN.total_seconds()
        listeners = list(self._listeners())
        self._shuffle(listeners)
        heard = unheard = 0
        for listener in listeners:
            try:
                for page in self._pages(listener, end):
                    heard += len(page.reports) + len(page.retractions)
            except FAILURES as failure:
                # One account that cannot be heard must not keep the others from being listened to.
                unheard += 1
                said = {"account": listener.account.id, "because": str(failure), "error": type(failure).__name__}
                telemetry.logger.warning("not heard; the next run listens again", extra=said)
                if isinstance(failure, CredentialsError):
                    self._tell(listener.account, failure)
        _count("mentions_heard", heard)
        _count("accounts_unheard", unheard)
        return heard

    def _listeners(self) -> Iterator[_Listener]:
        for client in every_client(self._store):
            accounts = [account for account in self._store.list(Account, client) if _is_listened_to(account)]
            if accounts:
                known = {listened.account: listened for listened in self._store.list(Listened, client)}
                for account in accounts:
                    yield _Listener(account, known.get(account.id) or not_yet_listened(client, account.id))

    def _pages(self, listener: _Listener, end: float) -> Iterator[Heard]:
        """Each once it is on the queue."""
        account, listened, now = listener.account, listener.listened, self._clock.now()
        if listened.wait_until is not None and now < listened.wait_until:
            return
        for _ in range(MOST_PAGES):
            if self._clock.monotonic() >= end:
                raise OutOfTimeError("There was no time left for it.")
            try:
                page = self._connect(account).mentions(listened.cursor)
            except ThrottledError as throttled:
                if throttled.until is not None:
                    self._keep(listened.waiting(min(throttled.until, now + LONGEST_WAIT)))
                raise
            self._hand_on(account, page)
            yield page
            moved = listened.at(page.cursor)
            if moved is not listened and not self._keep(moved):
                break
            listened = moved
            if not page.more:
                break

    def _tell(self, account: Account, failure: CredentialsError) -> None:
        now = self._clock.now()
        # About the same until it is connected again, so that it is raised once and not each minute.
        about = f"poll {account.version}"
        because = f"What is said to the account is not heard. {failure.reason} Connect it again."
        incident = incident_of(account, IncidentKind.DISCONNECTED, about, because, since=now, now=now)
        try:
            told(incident, self._store, self._new_id, FUNCTION)
        except StoreError:
            telemetry.logger.exception("not recorded; the next run tells it", extra={"account": account.id})

    def _hand_on(self, account: Account, page: Heard) -> None:
        if page.reports or page.retractions:
            delivery = Delivery(
                source=account.id,
                client=account.client,
                received_at=self._clock.now(),
                reports=page.reports,
                retractions=page.retractions,
            )
            for message in messages(delivery):
                self._queue.send(message)

    def _keep(self, listened: Listened) -> bool:
        try:
            self._store.commit(listened)
        except ConflictError:
            telemetry.logger.info("listened to by another run meanwhile", extra={"account": listened.account})
            return False
        return True


def _is_listened_to(account: Account) -> bool:
    return account.closed_at is None and not account.shadow and _polls(account.network)


def _polls(network: str) -> bool:
    """Whether its mentions are heard by asking for them."""
    return network in CONNECTORS and Does.POLL in capabilities_of(network).does


def _count(name: str, value: int) -> None:
    if value:
        telemetry.count(name, value)
