"""Sees everything as it truly happens, and knows what may never be: the invariants of the stop protocol.

I1: at most one copy, and another only of what was taken down and approved anew. I2: what lands after a stop's flag is
named by its receipt. I3: nothing lands after drained. I4: every due post has one end, and every stop drains. I5: what
is recorded is so. I6: nothing is sent that was not approved as it is. And: nothing goes out early, beyond its window,
or when it came due during a stop, which lasts until the lift was asked for.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from infra.simulation.slow_network import SlowNetwork, Status
from infra.simulation.timeline import MOST_SKEW, Timeline
from infra.simulation.world import ViolationError
from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.domain.posts import LATENESS_WINDOW, Approval, Post, PostState
from shared.domain.stops import NamedEnd, Stop
from shared.stores.memory import MemoryStore

SKEW = timedelta(seconds=MOST_SKEW)
ENDS = frozenset(
    {
        PostState.PUBLISHED,
        PostState.RECALLED,
        PostState.RECALL_FAILED,
        PostState.HELD,
        PostState.FAILED,
        PostState.EXPIRED,
        PostState.CANCELLED,
        PostState.UNVERIFIED,
    }
)


@dataclass
class Standing:
    """A stop whose flag is committed."""

    stop: Stop
    since: datetime
    landed: list[str] = field(default_factory=list)
    """Attempts that landed in its scope since, while nothing was named yet."""
    lifted_at: datetime | None = None

    def covers(self, post: Post) -> bool:
        kind, _, id_ = self.stop.scope.partition(":")
        return {
            "everything": True,
            "network": post.network == id_,
            "agency": post.agency == id_,
            "client": post.client == id_,
            "account": f"{post.client}/{post.account}" == id_,
            "post": f"{post.client}/{post.id}" == id_,
        }[kind]

    def names(self, attempt: str) -> bool:
        return any(one.attempt == attempt for one in self.stop.named or ())


@dataclass
class Witness:
    timeline: Timeline
    store: MemoryStore
    network: SlowNetwork = field(init=False)
    standing: dict[str, Standing] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)
    approved: dict[tuple[str, str, str], set[Approval]] = field(default_factory=dict)
    """Who approved what, by post, account and text."""
    seen: Counter[str] = field(default_factory=Counter)

    def require(self, holds: bool, broken: str) -> None:
        if not holds:
            raise ViolationError(broken, self.timeline.trace or [])

    # What is committed.

    def committed(self, records: tuple[Any, ...]) -> None:
        for record in records:
            if isinstance(record, Stop):
                self._stop(record)
            elif isinstance(record, Post):
                self._post(record)

    def _stop(self, stop: Stop) -> None:
        standing = self.standing.setdefault(stop.id, Standing(stop, self.timeline.at))
        standing.stop = stop
        if stop.named is not None:
            unnamed = [attempt for attempt in standing.landed if not standing.names(attempt)]
            self.require(not unnamed, f"I2b {unnamed} landed after the flag, unnamed by {stop.id}")
        if stop.lifted_at is not None and standing.lifted_at is None:
            self.require(stop.drained, f"{stop.id} was lifted before it drained")
            standing.lifted_at = self.timeline.at

    def _post(self, post: Post) -> None:
        self.posts.add(post.id)
        if post.state is PostState.SCHEDULED and post.approved(self.timeline.at):
            for part in post.parts:
                self.approved.setdefault((post.id, post.account, part), set()).update(post.approvals)
        if post.state is PostState.PUBLISHED:
            out = [part.external_id in self.network.statuses for part in post.sent]
            self.require(all(out) and len(out) == len(post.parts), f"I5 {post.id} is not out as it is recorded")
        if post.state is PostState.RECALLED:
            self.require(not self._visible(post.id), f"I5 {post.id} is recorded as recalled, and visible")

    def returned(self, stop: Stop) -> None:
        """The stop call has answered with this receipt."""
        self.seen["stop"] += 1
        landed = self.standing[stop.id].landed
        named = {one.attempt for one in stop.named or ()}
        self.require(stop.named is not None and set(landed) <= named, f"I2 {stop.id} answered without naming {landed}")

    # What lands.

    def landed(self, status: Status) -> None:
        post = self.store.post(status.post)
        assert post is not None
        copies = [one for one in self.network.statuses.values() if (one.post, one.text) == (post.id, status.text)]
        self.require(all(one.deleted for one in copies), f"I1 {status.id} is another copy of {copies}")
        approvals = self.approved.get((status.post, status.account, status.text), set())
        self.require(len(copies) < len(approvals), f"I6 {status.id} was sent more often than it was approved")
        before = status.in_reply_to
        self.require(not before or before in self.network.statuses, f"{status.id} answers what is not out")
        self._in_time(status)
        for standing in self.standing.values():
            if standing.covers(post):
                self._under(standing, status)

    def _in_time(self, status: Status) -> None:
        assert status.due_at is not None
        late = status.at - status.due_at
        self.require(late >= -SKEW, f"{status.id} went out early, by {-late}")
        latest = LATENESS_WINDOW + SEND_DEADLINE + SKEW + timedelta(seconds=self.network.settles)
        self.require(late <= latest, f"{status.id} went out {late} late")

    def _under(self, standing: Standing, status: Status) -> None:
        due_at = status.due_at or status.at
        until = standing.stop.lifted_at or status.at
        during = standing.since + DEADLINE_MARGIN < due_at < until - DEADLINE_MARGIN
        self.require(not during, f"{status.id} came due during {standing.stop.id} and went out")
        if standing.lifted_at is not None:
            return
        if standing.stop.named is None:
            standing.landed.append(status.attempt)
        else:
            self.require(standing.names(status.attempt), f"I2 {status.id} landed unnamed by {standing.stop.id}")
        self.require(not standing.stop.drained, f"I3 {status.id} landed after {standing.stop.id} had drained")

    # How it ends.

    def ended(self) -> None:
        """Time has passed and every clean-up has run: each post has an end that is true, and each stop has drained."""
        for id_ in sorted(self.posts):
            post = self.store.post(id_)
            assert post is not None
            self.seen[post.state.value] += 1
            self.require(post.state in ENDS or post.state is PostState.IN_REVIEW, f"I4 {id_} ends {post.state}")
            visible, recorded = self._visible(id_), {part.external_id for part in post.sent}
            self.require(visible <= recorded, f"I5 {id_} is {post.state}, and {visible - recorded} can be seen")
        for id_, standing in self.standing.items():
            self.require(standing.stop.drained, f"I4 {id_} has not drained")
            for one in standing.stop.named or ():
                self.seen[f"named {one.end.value}"] += 1
                gone = one.end in (NamedEnd.NOT_SENT, NamedEnd.RECALLED, NamedEnd.UNVERIFIED)
                seen = any(status.attempt == one.attempt for status in self.network.visible())
                self.require(not (gone and seen), f"I5 {id_} says {one.end} of {one.attempt}, which can be seen")

    def _visible(self, post: str) -> set[str]:
        return {status.id for status in self.network.visible() if status.post == post}
