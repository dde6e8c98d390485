"""What a runner does with an endpoint while it holds its courier.

Whatever it writes, it writes together with the courier, at the version that it knows: once somebody else holds that,
nothing of it is written any more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from functions.notify.replays import next_page
from functions.notify.tell import Tell
from functions.notify.telling import AtOnce, Round
from shared.domain.clock import Clock, NewId
from shared.domain.couriers import Courier, Verdict, judged
from shared.domain.deliveries import Delivery, due
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Fact, entry, system
from shared.stores import Committing, ConflictError, Deliveries, Reading, Record

MOST = 48
"""Deliveries in a round: each with a fact, and what else is written, they are one transaction."""
STARTS_WITHIN = 30.0
"""Seconds in which tellings are begun."""
ENDS_WITHIN = 45.0
"""Seconds after which no answer is waited for; the rest of the function's time is for writing."""
WHO = system("notify.run")


Written = tuple[Courier, Sequence[Record]]
"""The courier as it becomes, and what else is written."""


class LeaseLostError(Exception):
    """Somebody else holds the courier."""


class Store(Reading, Deliveries, Committing, Protocol): ...


@dataclass(kw_only=True, slots=True)
class Turn:
    store: Store
    tell: Tell
    at_once: AtOnce
    clock: Clock
    new_id: NewId
    jitter: Callable[[], float]
    courier: Courier
    endpoint: Endpoint
    _began: float = field(init=False)

    def __post_init__(self) -> None:
        self._began = self.clock.monotonic()

    def work(self) -> datetime | None:
        """Returns when there is next something to tell, as far as is known. Raises :class:`LeaseLostError`."""
        while True:
            if self.courier.woken:
                # Before what waits is read: whoever calls from now on is heard again.
                self._commit(lambda courier: (replace(courier, woken=False), ()))
            now = self.clock.now()
            is_over = self.clock.monotonic() >= self._began + STARTS_WITHIN
            if not self.endpoint.listens:
                next_at = None
            elif self.courier.is_paused(now):
                next_at = self.courier.paused_until
            elif is_over:
                next_at = now
            else:
                waiting, next_at = due(self.store.waiting_deliveries(self.endpoint.id), now, MOST)
                if waiting:
                    self._round(waiting)
                    self._read_again(self.courier.holder)
                    continue
                if self.courier.replay:
                    self._replay()
                    continue
            if self._given_back(next_at, whatever_comes=is_over):
                return next_at

    def _round(self, waiting: Sequence[Delivery]) -> None:
        if self.courier.failing_since is not None:
            # One only, to see whether the endpoint is back; and a fresh one, lest it be just this one that it refuses.
            firsts = {delivery.subject: delivery for delivery in reversed(waiting)}
            waiting = [min(firsts.values(), key=lambda delivery: (delivery.tries, delivery.id))]
        entries = self.store.entries(self.endpoint.client, [(one.at, one.id) for one in waiting])
        url = self.endpoint.url
        round_ = Round(
            tell=self.tell,
            clock=self.clock,
            endpoint=self.endpoint,
            entries=entries,
            starts_until=self._began + STARTS_WITHIN,
            ends_by=self._began + ENDS_WITHIN,
        )
        told = round_.told(waiting, self.at_once)
        now = self.clock.now()

        def change(courier: Courier) -> Written:
            verdict = judged(courier, told, now, self.jitter)
            if self.endpoint.url != url:  # of the new address the answers of the one before say nothing
                verdict = replace(verdict, courier=courier, disabled_because="")
            return self._ended(verdict, now)

        self._commit(change)

    def _ended(self, verdict: Verdict, now: datetime) -> Written:
        """All that is written of a round."""
        facts = [
            Fact(
                type="delivery.abandoned",
                subject=one.endpoint,
                data={"event": one.id, "event_type": one.type, "tries": one.tries, "because": one.because},
            )
            for one in verdict.abandoned
        ]
        records: list[Record] = [*verdict.deliveries]
        if verdict.disabled_because and self.endpoint.listens:
            records.append(
                replace(
                    self.endpoint,
                    disabled_at=now,
                    disabled_because=verdict.disabled_because,
                    version=self.endpoint.version + 1,
                )
            )
            because = {"because": verdict.disabled_because}
            facts.append(Fact(type="endpoint.disabled", subject=self.endpoint.id, data=because))
        return verdict.courier, records + [self._entry(fact, now) for fact in facts]

    def _replay(self) -> None:
        """The next page; if somebody else puts up one of its deliveries just then, nothing, and it is read anew."""
        page = next_page(self.courier, self.endpoint, self.store, self.clock.now(), MOST)
        facts = [self._entry(fact, self.clock.now()) for fact in page.facts]
        ends = page.replay is None or page.replay.finished_at is not None
        records = (*(() if page.replay is None else (page.replay,)), *page.deliveries, *facts)

        def change(courier: Courier) -> Written:
            return (replace(courier, replay="") if ends else courier), records

        try:
            self._commit(change)
        except ConflictError as conflict:
            if not isinstance(conflict.record, Delivery):
                raise

    def _entry(self, fact: Fact, now: datetime) -> Record:
        return entry(fact, id=self.new_id("led"), realm=self.endpoint.client, at=now, who=WHO)

    def _given_back(self, next_at: datetime | None, *, whatever_comes: bool) -> bool:
        """False: somebody called meanwhile. ``whatever_comes``: that is left to the next turn."""

        def change(courier: Courier) -> Written:
            if courier.woken and not whatever_comes:
                return replace(courier, woken=False), ()
            return courier.given_back(next_at, self.clock.now()), ()

        self._commit(change)
        return not self.courier.holder

    def _commit(self, change: Callable[[Courier], Written]) -> None:
        """Write what ``change`` makes of the courier as it is, and what goes with that."""
        holder = self.courier.holder
        while True:
            changed, others = change(self.courier)
            courier = replace(changed, version=self.courier.version + 1)
            try:
                self.store.commit(courier, *others)
            except ConflictError as conflict:
                if not isinstance(conflict.record, Courier | Endpoint):
                    raise
                self._read_again(holder)
            else:
                self.courier = courier
                self.endpoint = next((one for one in others if isinstance(one, Endpoint)), self.endpoint)
                return

    def _read_again(self, holder: str) -> None:
        courier = self.store.get(Courier, self.courier.client, self.courier.endpoint)
        endpoint = self.store.get(Endpoint, self.courier.client, self.courier.endpoint)
        if courier is None or courier.holder != holder or endpoint is None:
            raise LeaseLostError(self.courier.endpoint)
        self.courier, self.endpoint = courier, endpoint
