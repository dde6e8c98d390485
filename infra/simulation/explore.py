"""Every interleaving of a few tasks of the real code, with crashes, searched depth first by replaying prefixes.

A task's future depends only on what its calls returned, so a state is the store, the network, the clock and, for each
task, a hash of what it has seen; a state that was seen before is not searched again. Reads of records that nothing in
the scenario writes (accounts, clients) are not steps: they commute with everything.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from functions.publish.reconcile import reconcile
from functions.publish.send import Sender
from functions.recover.drain import drain, drain_all
from functions.recover.stop import NewStop, engage
from functions.recover.switch import Switch
from infra.simulation.world import CRASH_AFTER, CRASH_BEFORE, Stepped, Task, ViolationError, WireNetwork, World
from shared.api.routes import Call
from shared.domain.accounts import Account, AccountKind
from shared.domain.attempts import SEND_DEADLINE
from shared.domain.parties import Caller, Client, Party, Scope
from shared.domain.posts import Approval, Post, PostState, content_hash
from shared.domain.schedule import Due
from shared.domain.stops import Stop
from shared.outcomes import Outcomes
from shared.stores.memory import MemoryStore

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SPANS = (SEND_DEADLINE + timedelta(seconds=1), timedelta(seconds=6), timedelta(seconds=61))
"""Time passes in these jumps: past a deadline, past the margin after it, past the time in which the network settles."""
LONGEST_WALK = 400
IMMEDIATE = frozenset({"get", "list"})
TERMINAL = frozenset(
    {
        PostState.PUBLISHED,
        PostState.RECALLED,
        PostState.HELD,
        PostState.FAILED,
        PostState.EXPIRED,
        PostState.CANCELLED,
        PostState.UNVERIFIED,
    }
)
UNSEEN = frozenset({PostState.RECALLED, PostState.HELD, PostState.FAILED, PostState.EXPIRED, PostState.CANCELLED})

Action = tuple[str, ...]


@dataclass
class Design:
    """The protocol under test; a mutant replaces one part of it."""

    sender: type[Sender] = Sender
    store: Callable[[MemoryStore, World], Any] = lambda store, _: store
    lands_late: bool = False


@dataclass
class Scenario:
    """One post that is due now, ``deliveries`` of it, and one stop of its client."""

    design: Design
    deliveries: int = 2
    crashes: int = 1
    world: World = field(init=False)
    network: WireNetwork = field(init=False)
    store: MemoryStore = field(init=False)
    stopped: Stop | None = None
    """The receipt, once the stop call has returned."""
    drained: bool = False
    landed_unreturned: list[str] = field(default_factory=list)
    crashed: int = 0
    jumps: int = 0
    trace: list[Action] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.world = World(START)
        self.network = WireNetwork(self.world)
        self.network.lands_late = self.design.lands_late
        self.store = MemoryStore()
        self.post = due_post()
        self.store.commit(account(), client(), self.post)
        seen = _Mixed(self.world, self.design.store(self.store, self.world))
        for number in range(self.deliveries):
            self._start_sender(f"w{number}", seen)
        self.world.start("stop", lambda: self._stop(seen))
        self.world.start("reconcile", lambda: self._reconcile(seen))

    def _start_sender(self, name: str, store: Any) -> None:
        sender = self.design.sender(store, self.network.connect, self.world, ids(name))
        due = Due(post=self.post, at=START)
        self.world.start(name, lambda: (self.world.call("delivered", lambda: None), sender.send(due)))

    def _switch(self, store: Any, name: str) -> Switch:
        new_id = ids(name)
        outcomes = Outcomes(store, self.network.connect, self.world, new_id, name)
        return Switch(store=store, outcomes=outcomes, clock=self.world, new_id=new_id)

    def _stop(self, store: Any) -> None:
        switch = self._switch(store, "k")
        self.world.call("asked", lambda: None)
        call = Call(caller=caller(), body=NewStop("client:acme", "x"), now=self.world.now(), new_id=switch.new_id)
        stop = engage(call, switch)
        self.stopped = stop
        named = {one.attempt for one in stop.named or ()}
        for attempt in self.landed_unreturned:
            if attempt not in named:
                raise ViolationError("I2b landed between the flag and the return, unnamed", self.trace)
        self.drained = stop.drained
        while not stop.drained:
            self._rest(stop)
            stop = drain(stop, switch)
            self.drained = stop.drained

    def _reconcile(self, store: Any) -> None:
        outcomes = Outcomes(store, self.network.connect, self.world, ids("r"), "reconcile")
        while True:
            self._rest("reconcile")
            reconcile(store=store, outcomes=outcomes, clock=self.world)

    def _rest(self, state: Hashable) -> None:
        """The head of a loop, where ``state`` is all that a task remembers."""
        self.world.call("rest", lambda: None)
        task = self.world.running
        assert task is not None
        task.seen = hash(state)

    # What can happen next.

    def enabled(self) -> list[Action]:
        actions: list[Action] = []
        for name, task in self.world.tasks.items():
            if task.over or (name == "reconcile" and not self._worth_reconciling(task)):
                continue
            if task.waiting is not None and not task.waiting.over and not self._timed_out(task):
                continue
            actions.append(("step", name))
            if (
                self.crashed < self.crashes
                and name != "reconcile"
                and task.pending not in ("delivered", "asked", "rest")
            ):
                actions += [("step", name, CRASH_BEFORE), ("step", name, CRASH_AFTER)]
        for index, flight in enumerate(self.network.flights):
            if flight.over:
                continue
            if self.design.lands_late or self.world.now() <= flight.lands_until:
                actions.append(("land", str(index)))
            actions.append(("lose", str(index)))
        if self.jumps < len(SPANS):
            actions.append(("time", str(self.jumps)))
        return actions

    def is_twin(self, action: Action) -> bool:
        """Deliveries run the same code and differ in name only, so one order of their beginnings stands for all."""
        waiting = [name for name, task in self.world.tasks.items() if task.pending == "delivered" and not task.over]
        return action[0] == "step" and action[1] in waiting[1:]

    def _worth_reconciling(self, task: Task) -> bool:
        return task.pending != "rest" or any(
            attempt.abandoned(self.world.now()) for attempt in self.store.attempts_since(START) if not attempt.ended
        )

    def _timed_out(self, task: Task) -> bool:
        assert task.waiting is not None
        return self.world.now() > task.waiting.lands_until

    def apply(self, action: Action) -> None:
        self.trace.append(action)
        kind, what, *how = action
        if kind == "step":
            self.crashed += bool(how)
            self.world.step(what, *how)
        elif kind == "land":
            self._land(int(what))
        elif kind == "lose":
            self.network.flights[int(what)].dropped = True
        else:
            self.world.pass_time(SPANS[self.jumps])
            self.jumps += 1

    def _land(self, index: int) -> None:
        network = self.network
        flight = network.flights[index]
        network.land(flight)
        if len(network.statuses) > 1:
            raise ViolationError("I1 two copies", self.trace)
        if self.stopped is not None:
            if flight.attempt not in {one.attempt for one in self.stopped.named or ()}:
                raise ViolationError("I2 landed after the stop returned, unnamed", self.trace)
        elif self._flag_is_set():
            self.landed_unreturned.append(flight.attempt)
        if self.drained and not self.design.lands_late:
            raise ViolationError("I3 landed after drained", self.trace)

    def _flag_is_set(self) -> bool:
        return any(record for (_, item), record in self.store._tables["stops"].items() if item == "flag")

    def key(self) -> int:
        tasks = tuple(
            (name, task.over, task.pending, task.seen, task.waiting is not None)
            for name, task in self.world.tasks.items()
        )
        records = tuple(hash(tuple(self.store._tables[table].items())) for table in ("posts", "attempts", "stops"))
        when = (self.world.at, self.crashed, self.drained, self.stopped, tuple(self.landed_unreturned))
        return hash((tasks, records, self.network.state(), when))

    # The end of the story.

    def quiet(self) -> bool:
        """No sender runs, nothing is on the wire, and the stop has drained, died, or was never asked for."""
        tasks = self.world.tasks
        senders = all(task.over for name, task in tasks.items() if name.startswith("w"))
        stop = tasks["stop"]
        return senders and not self.network.under_way() and (stop.over or stop.pending == "asked")

    def check_end(self) -> None:
        """Let time pass and the two clean-up functions run; then every post must have an end that is true."""
        self.world.pass_time(timedelta(minutes=15))
        new_id = ids("end")
        outcomes = Outcomes(self.store, self.network.connect, self.world, new_id, "end")
        reconcile(store=self.store, outcomes=outcomes, clock=self.world)
        drain_all(Switch(store=self.store, outcomes=outcomes, clock=self.world, new_id=new_id))
        post = self.store.post(self.post.id)
        assert post is not None
        delivered_again = post.state is PostState.SCHEDULED and self.crashed
        if post.state not in TERMINAL and not delivered_again:
            raise ViolationError(f"I4 the post has no end: {post.state}", self.trace)
        visible = any(not status.deleted for status in self.network.statuses)
        if (post.state is PostState.PUBLISHED) != visible and post.state is not PostState.SCHEDULED:
            raise ViolationError(f"I5 recorded as {post.state}, visible: {visible}", self.trace)
        if len(self.network.statuses) > len(post.approvals):
            raise ViolationError("I6 more sends than approvals", self.trace)


class _Mixed:
    """The store as tasks see it: every call a step, but for reads of what nothing in the scenario writes."""

    def __init__(self, world: World, store: Any) -> None:
        self._stepped = Stepped(world, store, "store")
        self._store = store

    def __getattr__(self, method: str) -> Any:
        return getattr(self._store if method in IMMEDIATE else self._stepped, method)


@dataclass
class Explored:
    states: int = 0
    schedules: int = 0
    """Runs from the start to a state that was known or the last of its path."""
    ends: int = 0
    whole: bool = True
    """Whether nothing was left out."""


def explore(design: Design, *, deliveries: int = 2, crashes: int = 1, most: int | None = None) -> Explored:
    """Search all schedules. Raises :class:`ViolationError` at the first that breaks an invariant.

    ``most``: give up after so many states, for a search that is only meant to find something.
    """
    explored, known = Explored(), set[int]()
    todo: list[list[Action]] = [[]]
    while todo:
        prefix = todo.pop()
        scenario = _replayed(design, deliveries, crashes, prefix)
        explored.schedules += 1
        while (key := scenario.key()) not in known:
            known.add(key)
            explored.states += 1
            if scenario.quiet():
                explored.ends += 1
                _replayed(design, deliveries, crashes, prefix).check_end()
            actions = [action for action in scenario.enabled() if not scenario.is_twin(action)]
            if most is not None and explored.states >= most:
                explored.whole = False
                return explored
            if not actions:
                break
            todo += [[*prefix, action] for action in actions[1:]]
            prefix = [*prefix, actions[0]]
            scenario.apply(actions[0])
    return explored


def wander(design: Design, seed: int, *, deliveries: int = 2, crashes: int = 1) -> None:
    """One schedule drawn from ``seed``. Raises :class:`ViolationError` when it breaks an invariant."""
    chance = Random(seed)  # noqa: S311
    scenario = Scenario(design, deliveries, crashes)
    for _ in range(LONGEST_WALK):
        if scenario.quiet() and (scenario.stopped is not None or chance.random() < 0.1):
            scenario.check_end()
            return
        actions = scenario.enabled()
        if not actions:
            return
        scenario.apply(chance.choice(actions))


def hunted(design: Design, walks: int, *, deliveries: int = 2, crashes: int = 1) -> tuple[int, ViolationError] | None:
    """The first seed below ``walks`` whose schedule breaks an invariant, and how; None when none does."""
    for seed in range(walks):
        try:
            wander(design, seed, deliveries=deliveries, crashes=crashes)
        except ViolationError as broken:
            return seed, broken
    return None


def _replayed(design: Design, deliveries: int, crashes: int, prefix: list[Action]) -> Scenario:
    scenario = Scenario(design, deliveries, crashes)
    for action in prefix:
        scenario.apply(action)
    return scenario


def ids(name: str) -> Callable[[str], str]:
    count = 0

    def new_id(prefix: str) -> str:
        nonlocal count
        count += 1
        return f"{prefix}_{name}_{count}"

    return new_id


def account() -> Account:
    return Account(
        id="acc_1",
        client="acme",
        network="mastodon",
        handle="acme",
        kind=AccountKind.BRAND,
        base_url="https://social.example",
        owner=None,
        created_at=START,
    )


def client() -> Client:
    return Client(id="acme", name="Acme", zone="UTC", agencies=("agy_1",), created_at=START)


def caller() -> Caller:
    return Caller(
        realm="acme", key="key_1", member="mbr_1", party=Party.CLIENT, agency=None, scopes=frozenset({Scope.STOP})
    )


def due_post() -> Post:
    post = Post(
        id="pst_1",
        client="acme",
        agency="agy_1",
        account="acc_1",
        network="mastodon",
        handle="acme",
        function="community",
        text="hello",
        in_reply_to="",
        mention=None,
        recommendation=None,
        author="mbr_2",
        publish_at=None,
        approvals_needed=1,
        created_at=START,
        due_at=START,
        state=PostState.SCHEDULED,
        state_at=START,
    )
    approval = Approval(member="mbr_1", party=Party.CLIENT, content_hash=content_hash(post), at=START)
    return Post(**{name: getattr(post, name) for name in post.__slots__} | {"approvals": (approval,)})
