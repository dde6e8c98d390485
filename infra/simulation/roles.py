"""The functions that take part in a scenario, as they are deployed, but for whom they ask."""

from datetime import datetime
from typing import Any, Protocol

from functions.publish.reconcile import reconcile
from functions.publish.send import Sender
from functions.recover.drain import drain, drain_all
from functions.recover.naming import Receipt
from functions.recover.stop import NewStop, stop_scope
from functions.recover.switch import Switch
from infra.simulation.parts import Ask
from infra.simulation.people import caller
from infra.simulation.shelf import AskedStore
from infra.simulation.wire import WireLine
from shared.api.routes import Call
from shared.domain.clock import Clock
from shared.domain.posts import Post, PostState
from shared.domain.schedule import Due
from shared.outcomes import Outcomes
from shared.stores.memory import MemoryStore

STOP_ID = "stp_stop_1"


def is_put_off(post: Post | None) -> bool:
    """Whether it was tried, and waits for another try."""
    return post is not None and post.state is PostState.SCHEDULED and post.attempt is not None


class Surroundings(Clock, Protocol):
    """What a run sees."""

    def ask(self, ask: Ask) -> Any: ...

    def new_id(self, prefix: str) -> str: ...


class Roles:
    """Each method is one run of a function. ``first`` is what the store held when the scenario began, at ``start``."""

    def __init__(
        self,
        due: Due,
        first: MemoryStore,
        start: datetime,
        sender: type[Sender] = Sender,
        line: type[WireLine] = WireLine,
    ) -> None:
        self._line = line
        self.due = due
        self._first = first
        self._start = start
        self._sender = sender

    def send(self, run: Surroundings) -> None:
        self._bound(run).send(self.due)

    def send_again(self, run: Surroundings) -> None:
        """What its new timer wakes, once the post was put off."""
        post = self._store(run).post(self.due.post.id)
        if is_put_off(post):
            self._bound(run).send(Due(post=post, at=run.now()))

    def stop(self, run: Surroundings) -> Receipt:
        client = self.due.post.client
        order = NewStop(f"client:{client}", "an incident")
        call = Call(caller=caller(client, "mbr_1"), body=order, now=run.now(), new_id=run.new_id)
        return stop_scope(call, self._switch(run))

    def look(self, run: Surroundings) -> None:
        """One look of the drain at the stop, as it stands in the store."""
        switch = self._switch(run)
        stop = switch.store.stop(STOP_ID)
        if stop is not None:
            drain(stop, switch)

    def drain(self, run: Surroundings) -> None:
        drain_all(self._switch(run))

    def reconcile(self, run: Surroundings) -> None:
        reconcile(store=self._store(run), outcomes=self._outcomes(run), clock=run)

    def _bound(self, run: Surroundings) -> Sender:
        return self._sender(self._store(run), lambda _: self._line(run.ask, run), run, run.new_id)

    def _store(self, run: Surroundings) -> Any:
        return AskedStore(run.ask, self._first, self._start)

    def _outcomes(self, run: Surroundings) -> Outcomes:
        return Outcomes(self._store(run), lambda _: self._line(run.ask, run), run, run.new_id, "simulated")

    def _switch(self, run: Surroundings) -> Switch:
        return Switch(store=self._store(run), outcomes=self._outcomes(run), clock=run, new_id=run.new_id)
