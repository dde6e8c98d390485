"""One post that is due, its deliveries, one stop of its client, drain, reconcile and crashes: what may happen when.

A state is a value: where each function's run stands, what the store and the network hold, and the time. What may happen
next depends on nothing else, so a state that was seen before need not be searched again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from functions.publish.send import Sender
from functions.recover.naming import Receipt
from infra.simulation.parts import Answer, Ask, Known, Part
from infra.simulation.people import account, client, draft, mandate, people, scheduled
from infra.simulation.roles import Roles, is_put_off
from infra.simulation.runs import BEGUN, Code, Point
from infra.simulation.shelf import Shelf
from infra.simulation.violation import ViolationError
from infra.simulation.wire import Flight, Wire, WireLine
from shared.domain.attempts import Attempt
from shared.domain.posts import Post
from shared.domain.schedule import Due
from shared.domain.stops import Stop

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TIMES = (0, 16, 22, 83)
"""Seconds to which time jumps: past a deadline, past the margin after it, past the time in which a network settles."""
STOP, DRAIN, RECONCILE, AGAIN = "stop", "drain", "reconcile", "again"
REPEATED = frozenset({DRAIN, RECONCILE})
"""What runs by the clock: when it dies, it begins again."""
OCCASIONAL = REPEATED | {AGAIN}
"""What begins when it would find something to do. A post that was put off is sent again once; a third time would be as
the second."""

Action = tuple[str, ...]


def as_it_is(store: Any) -> Any:
    return store


@dataclass(frozen=True)
class Design:
    """The protocol under test; a mutant replaces one part of it."""

    sender: type[Sender] = Sender
    seen_through: Callable[[Any], Any] = as_it_is
    """What calls to the store go through."""
    lands_late: bool = False
    """Whether a request may land after its sender's time-out."""
    fenced: type[WireLine] | None = None
    """How the account is spoken for at a network that has a fence; None at one that has none."""


class State(NamedTuple):
    points: tuple[Point | None, ...]
    """Where each function stands, in the order of :attr:`Scenario.names`; None when it is over."""
    store: Part
    network: Part
    time: int = 0
    """Index into :data:`TIMES`."""
    crashed: int = 0
    receipt: frozenset[str] | None = None
    """The attempts that the stop call named, once it has returned."""
    landed: frozenset[str] = frozenset()
    """Attempts that landed after the flag was set, while the stop call is under way."""

    @property
    def now(self) -> datetime:
        return START + timedelta(seconds=TIMES[self.time])

    @property
    def flights(self) -> tuple[Flight, ...]:
        flights: tuple[Flight, ...] = self.network.content[0]
        return flights


def records(store: Part) -> list[Any]:
    return [record for _, _, record in store.content]


class Scenario:
    def __init__(self, design: Design, *, deliveries: int = 2, crashes: int = 1) -> None:
        self._design = design
        self._crashes = crashes
        speaker = account("acc_1", "acme", START)
        if design.fenced:
            speaker = replace(speaker, network="bluesky")
        post = scheduled(draft("pst_1", speaker, "agy_1", START), START, START)
        shelf = Shelf()
        rules = (*people("acme", START), mandate("acme", "agy_1", START))
        shelf.commit(speaker, client("acme", ("agy_1",), START), *rules, post)
        self.roles = roles = Roles(Due(post=post, at=START), shelf, START, design.sender, design.fenced or WireLine)
        works: dict[str, Callable[[Any], Any]] = {f"w{number}": roles.send for number in range(deliveries)}
        if design.fenced:
            works[AGAIN] = roles.send_again
        works |= {STOP: roles.stop, DRAIN: roles.look, RECONCILE: roles.reconcile}
        self._begin = {name: Point.beginning(Code(name, START, TIMES, work)) for name, work in works.items()}
        begun = tuple(point for name, point in self._begin.items() if name != DRAIN)
        self._networks = Known(Wire.of)
        store = Known(Shelf.of, design.seen_through).part(shelf.content)
        self.first = State(begun, store, self._networks.part(Wire().content))
        self._worth: dict[tuple[Part, int], frozenset[str]] = {}

    def moves(self, state: State) -> Iterator[tuple[Action, State]]:
        """All that may happen next. Raises :class:`ViolationError` when some of it must not."""
        for index, point in enumerate(state.points):
            if point is not None and self._may_go_on(state, index, point):
                yield from self._step(state, index, point)
        yield from self._arrivals(state)
        if state.time + 1 < len(TIMES):
            yield ("time", f"{TIMES[state.time + 1]} s"), self._later(state)

    # The functions.

    def _may_go_on(self, state: State, index: int, point: Point) -> bool:
        if not point.begun:
            return self._may_begin(state, index, point)
        assert point.ask is not None
        if point.ask.method != "answer":
            return True
        flight: Flight = point.ask.args[0]
        return flight not in state.flights or state.now > flight.lands_until

    def _may_begin(self, state: State, index: int, point: Point) -> bool:
        if point.name in OCCASIONAL:
            return point.name in self._worthwhile(state)
        # Deliveries run the same code, so one order of their beginnings stands for all.
        before = state.points[index - 1] if index else None
        return point.name == STOP or before is None or before.begun

    def _worthwhile(self, state: State) -> frozenset[str]:
        """Of what runs by the clock, that which would find something to do."""
        place = state.store, state.time
        if place not in self._worth:
            worth, held = set(), records(state.store)
            if any(isinstance(record, Stop) and not record.drained for record in held):
                worth.add(DRAIN)
            if any(isinstance(record, Attempt) and not record.ended and record.abandoned(state.now) for record in held):
                worth.add(RECONCILE)
            if any(isinstance(record, Post) and is_put_off(record) for record in held):
                worth.add(AGAIN)
            self._worth[place] = frozenset(worth)
        return self._worth[place]

    def _step(self, state: State, index: int, point: Point) -> Iterator[tuple[Action, State]]:
        action = (point.name, str(point.ask or "begins"))
        answer, made = self._made(state, point.ask)
        for following in point.after(answer, TIMES[state.time]):
            yield action, self._reached(made, index, following, action)
        if point.begun and state.crashed < self._crashes:
            for how, left in (("and dies before", state), ("and dies after", made)):
                yield (*action, how), self._over(left._replace(crashed=left.crashed + 1), index, point)

    def _made(self, state: State, ask: Ask | None) -> tuple[Answer, State]:
        if ask is None:
            return BEGUN, state
        if ask.part == "store":
            answer, store = state.store.ask(ask)
            return answer, state._replace(store=store)
        answer, network = state.network.ask(ask)
        return answer, state._replace(network=network)

    def _reached(self, state: State, index: int, point: Point, action: Action) -> State:
        if not point.over:
            return self._at(state, index, point)
        if isinstance(point.result, Receipt):
            first = point.result.first
            named = frozenset(one.attempt for one in first.named) if first else frozenset()
            if state.landed - named:
                raise ViolationError("I2b landed between the flag and the return, unnamed", [action])
            state = state._replace(receipt=named)
        return self._over(state, index, point)

    def _over(self, state: State, index: int, point: Point) -> State:
        """What runs by the clock runs again; the drain follows on the stop call, answered or not."""
        if point.name == STOP:
            return self._at(state._replace(landed=frozenset()), index, self._begin[DRAIN])
        return self._at(state, index, self._begin[point.name] if point.name in REPEATED else None)

    @staticmethod
    def _at(state: State, index: int, point: Point | None) -> State:
        return state._replace(points=(*state.points[:index], point, *state.points[index + 1 :]))

    def quiet(self, state: State) -> bool:
        """Nothing runs and nothing is on the wire; the stop was answered, has died, or was never asked for."""
        deliveries = [one for one in state.points if one and (one.begun or one.name not in (STOP, *OCCASIONAL))]
        return not deliveries and not state.flights

    # The network, and time.

    def _arrivals(self, state: State) -> Iterator[tuple[Action, State]]:
        for flight in state.flights:
            if self._may_land(flight, state.now):
                yield ("network", "lands", flight.attempt), self._landed(state, flight)
            yield ("network", "loses", flight.attempt), self._lost(state, flight)

    def _may_land(self, flight: Flight, now: datetime) -> bool:
        return self._design.lands_late or now <= flight.lands_until

    def _landed(self, state: State, flight: Flight) -> State:
        action, network = ("network", "lands", flight.attempt), Ask("network", "land", (flight, state.now))
        before, state = state, state._replace(network=state.network.ask(network)[1])
        if len(state.network.content[1]) == len(before.network.content[1]):
            return state  # the network has refused it
        if len(state.network.content[1]) > 1:
            raise ViolationError("I1 two copies", [action])
        if state.receipt is not None and flight.attempt not in state.receipt:
            raise ViolationError("I2 landed after the stop returned, unnamed", [action])
        stops = [record for record in records(state.store) if isinstance(record, Stop)]
        if any(stop.drained for stop in stops) and (self._design.fenced or not self._design.lands_late):
            raise ViolationError("I3 landed after drained", [action])
        if stops and self._stopping(state):
            return state._replace(landed=state.landed | {flight.attempt})
        return state

    def _stopping(self, state: State) -> bool:
        """Whether somebody waits for the stop call to return."""
        stop = state.points[-2]
        return stop is not None and stop.name == STOP

    def _lost(self, state: State, flight: Flight) -> State:
        return state._replace(network=state.network.ask(Ask("network", "lose", (flight,)))[1])

    def _later(self, state: State) -> State:
        """What can land no more is as good as lost."""
        later = state._replace(time=state.time + 1)
        for flight in state.flights:
            if not self._may_land(flight, later.now):
                later = self._lost(later, flight)
        return later
