"""How a scenario ends: nothing moves any more, time passes, what runs by the clock runs, and every post has its end."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from infra.simulation.parts import Ask, Part
from infra.simulation.roles import Roles, is_put_off
from infra.simulation.scenario import State
from infra.simulation.shelf import Shelf
from infra.simulation.violation import ViolationError
from infra.simulation.wire import Wire
from shared.domain.posts import PostState
from shared.domain.stops import Stop

AFTER = timedelta(minutes=15)
ROUNDS = 3
"""A stop whose caller died is named by one run of the drain and drained by the next."""
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


class Aftermath:
    """The store and the network at work, with nobody else about."""

    def __init__(self, state: State) -> None:
        self.shelf = Shelf.of(state.store.content)
        self.wire = Wire.of(state.network.content)
        self._at = state.now + AFTER
        self._ids = count(1)

    def ask(self, ask: Ask) -> Any:
        return getattr(self.shelf if ask.part == "store" else self.wire, ask.method)(*ask.args)

    def now(self) -> datetime:
        return self._at

    def monotonic(self) -> float:
        return self._at.timestamp()

    def sleep(self, seconds: float) -> None:
        self._at += timedelta(seconds=seconds)

    def new_id(self, prefix: str) -> str:
        return f"{prefix}_{next(self._ids)}"


class Ending:
    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._checked: set[tuple[Part, Part, int, bool]] = set()

    def check(self, state: State) -> None:
        """Raises :class:`ViolationError` unless every post comes to an end that is true, and the stop drains."""
        crashed = state.crashed > 0
        end = state.store, state.network, state.time, crashed
        if end in self._checked:
            return
        self._checked.add(end)
        after = Aftermath(state)
        for _ in range(ROUNDS):
            self._roles.reconcile(after)
            self._roles.drain(after)
        broken = self._broken(after, crashed)
        if broken is not None:
            raise ViolationError(broken, [])

    def _broken(self, after: Aftermath, crashed: bool) -> str | None:
        post = after.shelf.post(self._roles.due.post.id)
        assert post is not None
        stops = [record for record in after.shelf.records if isinstance(record, Stop)]
        visible = [status for status in after.wire.statuses if not status.deleted]
        # Of a delivery that died before its claim nothing is known; the queue delivers it again, or a new timer does.
        redelivered = post.state is PostState.SCHEDULED and (crashed or is_put_off(post))
        if post.state not in TERMINAL and not redelivered:
            return f"I4 the post has no end: {post.state}"
        if not all(stop.drained for stop in stops):
            return "I4 the stop has not drained"
        if any(status.at >= stop.stopped_at for status in visible for stop in stops):
            return "I3 landed during the stop, and left up"
        if (post.state is PostState.PUBLISHED) != bool(visible):
            return f"I5 recorded as {post.state}, visible: {bool(visible)}"
        if len(after.wire.statuses) > len(post.approvals):
            return "I6 more sends than approvals"
        return None
