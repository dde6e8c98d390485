"""One seed, one story: many posts, accounts, workers and stops, on the real code, in the weather of that seed.

Every event is drawn from ``Random(seed)``, so a seed replays exactly. Nothing here decides what is right: the product
does, and :class:`Witness` looks on.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from functions.desk.posts import timer
from functions.desk.wake import wake_soon
from functions.publish import reconcile, tick
from functions.publish.send import Sender
from functions.recover.drain import drain_all
from functions.recover.recall import NewRecall, recall
from functions.recover.resume import resume
from functions.recover.stop import NewStop, engage
from functions.recover.switch import Switch
from infra.simulation.slow_network import SlowNetwork
from infra.simulation.timeline import CALM, Timeline, Watch, drawn
from infra.simulation.witness import Standing, Witness
from infra.simulation.world import ViolationError
from shared.api.routes import Call, Change
from shared.dispatch import convoy_in, messages
from shared.domain.accounts import Account, AccountKind
from shared.domain.parties import DEPLOYMENT, Caller, Client, Party, Roll, Scope
from shared.domain.posts import Approval, Post, PostState, content_hash
from shared.domain.schedule import Mark
from shared.outcomes import Outcomes
from shared.queues import QueueError, Sent
from shared.stores import ConflictError, StoreError
from shared.stores.memory import MemoryStore

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
CLIENTS = ("acme", "bolt")
AGENCIES = ("agy_1", "agy_2")
STORY = 480.0
"""Seconds in which people act and things go wrong."""
CLEAN_UP = 900.0
"""Seconds of calm after it, with the clean-up functions running: more than the longest window."""
REDELIVERED = 30.0
DAY = 86_400.0


class FaultyStore:
    """Each call a step that may fail: before it does anything, or after, so that the caller cannot know."""

    def __init__(self, timeline: Timeline, store: MemoryStore, witness: Witness) -> None:
        self._timeline = timeline
        self._store = store
        self._witness = witness

    def __getattr__(self, method: str) -> Any:
        real = getattr(self._store, method)

        def called(*args: Any) -> Any:
            return self._timeline.call(f"store.{method}", lambda: self._answered(method, real, args))

        return called

    def _answered(self, method: str, real: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        weather = self._timeline.weather
        if self._timeline.happens(weather.store_errors):
            raise StoreError("The store did not answer.")
        result = real(*args)
        if method == "commit":
            self._witness.committed(args)
            if self._timeline.happens(weather.lost_replies):
                raise self._timeline.chance.choice((StoreError("The answer was lost."), ConflictError(args[0])))
        return list(result) if hasattr(result, "__next__") else result


class Outbound:
    """A queue that delivers at least once, some of it much later, and again whatever failed."""

    def __init__(self, timeline: Timeline, deliver: Callable[[str], None]) -> None:
        self._timeline = timeline
        self._deliver = deliver

    def send(self, body: str, delay_seconds: int = 0) -> None:
        def take() -> None:
            timeline, weather = self._timeline, self._timeline.weather
            if timeline.happens(weather.queue_errors):
                raise QueueError("The queue did not take the message.")
            late = timeline.happens(weather.late_messages)
            self._later(delay_seconds + (timeline.chance.uniform(0, STORY) if late else 0), body)
            if timeline.happens(weather.duplicates):
                self._later(delay_seconds, body)
                self._later(timeline.chance.choice((STORY, DAY)) * timeline.chance.random(), body)
            if timeline.happens(weather.queue_errors):
                raise QueueError("The queue's answer was lost.")

        self._timeline.call("queue.send", take)

    def send_all(self, messages: Sequence[Sent]) -> None:
        for one in messages:
            self.send(one.body, one.delay_seconds)

    def _later(self, seconds: float, body: str) -> None:
        self._timeline.later(seconds + self._timeline.chance.random(), lambda: self._deliver(body))


class Simulation:
    """The deployed functions over a faulty store, a slow network and a queue; and the people who use them."""

    def __init__(self, seed: int, sender: type[Sender] = Sender, *, traced: bool = False) -> None:
        self.chance = Random(seed)  # noqa: S311
        self.timeline = Timeline(START, self.chance, drawn(self.chance), traced=traced)
        self.plain = MemoryStore()
        self.witness = Witness(self.timeline, self.plain)
        self.network = self.witness.network = SlowNetwork(self.timeline, self.witness.landed)
        self.store: Any = FaultyStore(self.timeline, self.plain, self.witness)
        self.queue = Outbound(self.timeline, self._deliver)
        self._sender = sender
        self._numbers = count(1)
        self._set_up()

    def run(self) -> Counter[str]:
        """Tell the story to its end. Returns what came about, by name. Raises :class:`ViolationError`."""
        self._functions_run(60.0)
        self.timeline.run_until(STORY)
        self.timeline.weather = CALM
        self.timeline.run_until(STORY + CLEAN_UP)
        self.witness.ended()
        ends = self._ends()
        self.timeline.run_until(STORY + CLEAN_UP + DAY)
        self.witness.require(self._ends() == ends, "what had ended changed when late messages came")
        return self.witness.seen

    def _ends(self) -> list[tuple[str, PostState]]:
        posts = (self.plain.post(id_) for id_ in sorted(self.witness.posts))
        return [(post.id, post.state) for post in posts if post is not None]

    def new_id(self, prefix: str) -> str:
        return f"{prefix}_{next(self._numbers)}"

    # The functions, each run with a clock of its own.

    def _deliver(self, body: str) -> None:
        def send(watch: Watch) -> None:
            sender = self._sender(self.store, self.network.connect, watch, self.new_id)
            again = sender.send_each(convoy_in(body))
            if again:
                self.queue.send_all(messages(again, watch.now()))

        self.timeline.launch("w", send, lambda: self.timeline.later(REDELIVERED, lambda: self._deliver(body)))

    def _switch(self, watch: Watch) -> Switch:
        outcomes = Outcomes(self.store, self.network.connect, watch, self.new_id, "recover")
        return Switch(store=self.store, outcomes=outcomes, clock=watch, new_id=self.new_id)

    def _functions_run(self, every: float) -> None:
        """What runs by the clock; less often once there is little to do."""

        def reconciling(watch: Watch) -> None:
            outcomes = Outcomes(self.store, self.network.connect, watch, self.new_id, "reconcile")
            reconcile.reconcile(store=self.store, outcomes=outcomes, clock=watch)

        self.timeline.launch("t", lambda watch: tick.tick(store=self.store, outbound=self.queue, clock=watch))
        self.timeline.launch("r", reconciling)
        self.timeline.launch("d", lambda watch: drain_all(self._switch(watch)))
        if self.timeline.ticks < STORY + CLEAN_UP - every:
            self.timeline.later(every, lambda: self._functions_run(60.0 if self.timeline.ticks < STORY else 150.0))

    # The people.

    def _set_up(self) -> None:
        chance = self.chance
        agencies = AGENCIES[: chance.choice((1, 2))]
        clients = CLIENTS[: chance.choice((1, 2))]
        accounts = [account(number, chance.choice(clients)) for number in range(chance.randint(2, 4))]
        rolls = [Roll(realm=DEPLOYMENT, id=agency) for agency in agencies]
        rolls += [Roll(realm=agency, id=client) for agency in agencies for client in clients]
        made = [Client(id=id_, name=id_, zone="UTC", agencies=agencies, created_at=START) for id_ in clients]
        # Ticks have run before: without a mark of theirs, what a new stage's first ones all fail to read is lost.
        self.plain.commit(*accounts, *made, *rolls, Mark(realm=DEPLOYMENT, id=tick.NAME, until=START))
        incidents = [chance.uniform(30.0, STORY - 120.0) for _ in range(chance.randint(1, 3))]
        posts = [self._post(chance.choice(accounts), chance.choice(agencies)) for _ in range(chance.randint(10, 40))]
        for post in posts:
            self._plan(post, chance.choice(incidents))
        for at in incidents:
            scope, callers = self._scope(chance.choice(posts))
            self.timeline.later(at, lambda scope=scope, callers=callers: self._stop(scope, callers))  # type: ignore[misc]

    def _post(self, speaker: Account, agency: str) -> Post:
        id_, parts = self.new_id("pst"), self.chance.choice((1, 1, 1, 2, 3))
        return Post(
            id=id_,
            client=speaker.client,
            agency=agency,
            account=speaker.id,
            network=speaker.network,
            handle=speaker.handle,
            function="community",
            text=id_,
            thread=tuple(f"{id_} {part}" for part in range(2, parts + 1)),
            in_reply_to="",
            mention=None,
            recommendation=None,
            author="mbr_author",
            publish_at=None,
            approvals_needed=1,
            created_at=START,
            state_at=START,
        )

    def _plan(self, post: Post, incident: float) -> None:
        """Due around an incident, for that is where it is hard; scheduled ahead or at the last moment."""
        chance, timeline = self.chance, self.timeline
        due = max(1.0, chance.choice((chance.gauss(incident, 3.0), chance.uniform(1.0, STORY))))
        drafted = max(0.0, due - chance.choice((0.0, 5.0, 110.0, 400.0)))
        timeline.later(drafted, lambda: self._schedule(post, max(0.0, due - drafted)))
        act = chance.choice((None, None, None, self._cancel, self._reschedule, self._recall))
        if act is not None:
            timeline.later(max(0.0, due + chance.gauss(0.0, 8.0)), lambda: act(post.id))

    def _schedule(self, post: Post, ahead: float) -> None:
        """Approve and schedule, in the state that the post is in; its people see no faults but the store's."""

        def scheduled(watch: Watch) -> None:
            due_at = self.timeline.at + timedelta(seconds=ahead)
            approval = Approval(
                member="mbr_client", party=Party.CLIENT, content_hash=content_hash(post), at=self.timeline.at
            )
            ready = replace(
                post, approvals=(approval,), due_at=due_at, state=PostState.SCHEDULED, state_at=self.timeline.at
            )
            wakes = timer(ready)
            self.store.commit(ready, wakes)
            wake_soon(Change(records=(ready, wakes), facts=(), reply=None), self.store, self.queue, watch.now())

        self.timeline.launch("desk", scheduled)

    def _cancel(self, id_: str) -> None:
        def cancelled(watch: Watch) -> None:
            post = self.store.post(id_)
            if post is not None and post.state in (PostState.SCHEDULED, PostState.HELD):
                self.store.commit(post.moved(PostState.CANCELLED, watch.now(), "no"))

        self.timeline.launch("desk", cancelled)

    def _reschedule(self, id_: str) -> None:
        def rescheduled(_: Watch) -> None:
            post = self.store.post(id_)
            if post is None or post.state not in (PostState.SCHEDULED, PostState.IN_REVIEW):
                return
            # What is partly out is only approved again as it stands, to go on at once.
            if post.state is PostState.IN_REVIEW or not post.sent:
                again = replace(post, version=post.version + 1)
                ahead = 0.0 if post.sent else self.chance.uniform(0.0, 200.0)
                self.timeline.later(0.0, lambda: self._schedule(again, ahead))

        self.timeline.launch("desk", rescheduled)

    def _scope(self, post: Post) -> tuple[str, tuple[Caller, Caller]]:
        agency = post.agency
        scope, party = self.chance.choice(
            (
                (f"post:{post.client}/{post.id}", Party.CLIENT),
                (f"account:{post.client}/{post.account}", Party.CLIENT),
                (f"client:{post.client}", Party.CLIENT),
                (f"client:{post.client}", Party.AGENCY),
                (f"agency:{agency}", Party.AGENCY),
                (f"network:{post.network}", Party.AGENCY),
                ("everything", Party.AGENCY),
            )
        )
        realm = post.client if party is Party.CLIENT else agency
        of_agency = None if party is Party.CLIENT else agency
        return scope, (caller(realm, "mbr_1", of_agency), caller(realm, "mbr_2", of_agency))

    def _stop(self, scope: str, callers: tuple[Caller, Caller]) -> None:
        """Someone stops, and stops again until there is an answer; later, perhaps, two people resume."""
        wait = self.chance.choice((0.0, 0.0, 20.0))

        def stopped(watch: Watch) -> None:
            switch = self._switch(watch)
            call = Call(caller=callers[0], body=NewStop(scope, "x"), now=watch.now(), new_id=self.new_id, wait=wait)
            stop = engage(call, switch)
            self.witness.returned(stop)
            if self.chance.random() < 0.6:
                self._resume_later(self.witness.standing[stop.id], callers)

        self.timeline.launch("k", stopped, lambda: self.timeline.later(2.0, lambda: self._stop(scope, callers)))

    def _resume_later(self, standing: Standing, callers: tuple[Caller, ...]) -> None:
        after = self.chance.uniform(1.0, 200.0)
        for who, ask_at in zip(callers, (after, after + self.chance.uniform(0.0, 20.0)), strict=True):
            self.timeline.later(ask_at, lambda who=who: self._resume(standing, who))  # type: ignore[misc]

    def _resume(self, standing: Standing, who: Caller) -> None:
        def resumed(watch: Watch) -> None:
            call: Call[None] = Call(
                caller=who, body=None, path={"stop": standing.stop.id}, now=watch.now(), new_id=self.new_id
            )
            for id_ in resume(call, self._switch(watch)).in_review:
                if self.chance.random() < 0.5:
                    self.timeline.later(self.chance.uniform(0.0, 30.0), lambda id_=id_: self._reschedule(id_))  # type: ignore[misc]

        def again() -> None:
            if standing.lifted_at is None and self.timeline.ticks < STORY:
                self.timeline.later(15.0, lambda: self._resume(standing, who))

        self.timeline.launch("k", resumed, again)

    def _recall(self, id_: str) -> None:
        post = self.plain.post(id_)
        if post is None or not post.sent:
            return
        by, body = caller(post.client, "mbr_1", None), NewRecall(post.client, id_)

        def recalled(watch: Watch) -> None:
            recall(Call(caller=by, body=body, now=watch.now(), new_id=self.new_id), self._switch(watch))

        self.timeline.launch("k", recalled)


def simulate(seed: int, sender: type[Sender] = Sender) -> Counter[str]:
    """One story. Raises :class:`ViolationError` with the seed and its whole trace when an invariant breaks."""
    try:
        return Simulation(seed, sender).run()
    except ViolationError:
        return replay(seed, sender)


def replay(seed: int, sender: type[Sender] = Sender) -> Counter[str]:
    """The same story again, told in full should it break."""
    told = Simulation(seed, sender, traced=True)
    try:
        return told.run()
    except ViolationError as broken:
        raise ViolationError(f"seed {seed}: {broken.invariant}", told.timeline.trace or []) from None


def account(number: int, client: str) -> Account:
    return Account(
        id=f"acc_{number}",
        client=client,
        network="mastodon",
        handle=f"account_{number}",
        kind=AccountKind.BRAND,
        base_url="https://social.example",
        owner=None,
        created_at=START,
    )


def caller(realm: str, member: str, agency: str | None) -> Caller:
    party = Party.CLIENT if agency is None else Party.AGENCY
    return Caller(realm=realm, key="key", member=member, party=party, agency=agency, scopes=frozenset({Scope.STOP}))
