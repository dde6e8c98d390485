"""Tells one endpoint what waits for it, in order, as long as there is something to tell and time to do it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from functions.notify.tell import Tell
from functions.notify.telling import AtOnce
from functions.notify.turn import LeaseLostError, Turn
from shared.domain.clock import Clock, NewId
from shared.domain.couriers import Courier, not_yet_told
from shared.domain.endpoints import Endpoint
from shared.queues import LONGEST_DELAY, Queue
from shared.stores import Committing, ConflictError, Deliveries, Reading
from shared.wakes import Wake, message

TRIES = 10
"""To become an endpoint's holder, or to tell the one it has that there is more."""


class Store(Reading, Deliveries, Committing, Protocol): ...


class BusyError(Exception):
    """Others changed the courier each time that it was to be claimed; the queue brings the call again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Runner:
    store: Store
    tell: Tell
    at_once: AtOnce
    deliveries: Queue
    clock: Clock
    new_id: NewId
    jitter: Callable[[], float]
    """0 … 1."""

    def run(self, wake: Wake) -> None:
        holder = self.new_id("run")
        for _ in range(TRIES):
            try:
                self._answer(wake, holder)
            except ConflictError as conflict:
                if not isinstance(conflict.record, Courier):
                    raise
            else:
                return
        raise BusyError(wake.endpoint)

    def _answer(self, wake: Wake, holder: str) -> None:
        """Raises ConflictError when somebody else was faster."""
        now = self.clock.now()
        endpoint = self.store.get(Endpoint, wake.client, wake.endpoint)
        if endpoint is None or not endpoint.listens:
            return
        courier = self.store.get(Courier, wake.client, wake.endpoint) or not_yet_told(endpoint)
        if courier.holder == holder:
            self._work(courier, endpoint, wake)  # the claim was written, and its answer lost
        elif courier.is_held(now):
            if not courier.woken:
                self.store.commit(courier.but_woken())
        elif not courier.is_paused(now):
            claimed = courier.claimed(holder, now)
            self.store.commit(claimed)
            self._work(claimed, endpoint, wake)

    def _work(self, courier: Courier, endpoint: Endpoint, wake: Wake) -> None:
        turn = Turn(
            store=self.store,
            tell=self.tell,
            at_once=self.at_once,
            clock=self.clock,
            new_id=self.new_id,
            jitter=self.jitter,
            courier=courier,
            endpoint=endpoint,
        )
        try:
            next_at = turn.work()
        except LeaseLostError:
            return  # whoever has it now goes on
        if next_at is None or next_at == courier.next_at:
            return
        seconds = max(0.0, (next_at - self.clock.now()).total_seconds())
        if seconds < LONGEST_DELAY:
            self.deliveries.send_all([message(wake, int(seconds) + 1 if seconds else 0)])
