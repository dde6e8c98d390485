"""Sees everything as it truly happens, and knows what may never be: the invariants of the stop protocol.

I1: at most one copy, and another only of what was taken down and approved anew. I2: what lands after a stop's flag is
named by its receipt. I3: nothing lands after drained. I4: every due post has one end, and every stop drains. I5: what
is recorded is so. I6: nothing is sent that was not approved as it is. And: nothing goes out early, beyond its window,
out of its account's order, or when it came due during a stop, which lasts until the lift was asked for, unless two
people let it pass as it is. A stop that recalls names all that was out; what lands beyond a network's bound is found,
and taken down under a stop; a drill stops its own account alone and lifts what it says it lifted.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.simulation.order import Order
from infra.simulation.slow_network import SlowNetwork, Status
from infra.simulation.standing import Standing
from infra.simulation.timeline import MOST_SKEW, Timeline
from infra.simulation.violation import ViolationError
from shared.domain.approvals import Approval
from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE, Attempt
from shared.domain.posts import LATENESS_WINDOW, Post, PostState
from shared.domain.receipts import NamedEnd, ReceiptPage
from shared.domain.recovery import Drill, DrillOutcome
from shared.domain.stops import Stop
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

UNDECIDED = frozenset({PostState.IN_REVIEW, PostState.APPROVED})
"""Waiting for people."""


@dataclass
class Witness:
    timeline: Timeline
    store: MemoryStore
    network: SlowNetwork = field(init=False)
    standing: dict[str, Standing] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)
    approved: dict[tuple[str, str, str], set[Approval]] = field(default_factory=dict)
    """Who approved what, by post, account and text."""
    order: Order = field(default_factory=Order)
    seen: Counter[str] = field(default_factory=Counter)

    def require(self, holds: bool, broken: str) -> None:
        if not holds:
            raise ViolationError(broken, self.timeline.trace or [])

    # What is committed.

    def committed(self, records: tuple[Any, ...]) -> None:
        for record in records:
            self.order.committed(record, self.timeline.at)
            if isinstance(record, Stop):
                self._stop(record, [page for page in records if isinstance(page, ReceiptPage)])
            elif isinstance(record, Post):
                self._post(record)
            elif isinstance(record, Drill):
                self._drill(record)

    def _stop(self, stop: Stop, pages: list[ReceiptPage]) -> None:
        standing = self.standing.setdefault(stop.id, Standing(stop, self.timeline.at))
        standing.stop = stop
        standing.pages |= {page.number: page for page in pages}
        if stop.complete:
            named = Counter(one.attempt for one in standing.named)
            self.require(len(named) == named.total() == stop.ends.total, f"{stop.id} miscounts {named}")
            unnamed = [attempt for attempt in standing.landed if not standing.names(attempt)]
            self.require(not unnamed, f"I2b {unnamed} landed after the flag, unnamed by {stop.id}")
            unreached = standing.unreached(self._attempts_under(standing))
            self.require(not unreached, f"{stop.id} recalls since {stop.recall_since} without {unreached}")
        if stop.lifted_at is not None and standing.lifted_at is None:
            self.require(stop.drained, f"{stop.id} was lifted before it drained")
            standing.lifted_at = self.timeline.at

    def _attempts_under(self, standing: Standing) -> list[Attempt]:
        attempts = self.store.attempts_since(datetime.min.replace(tzinfo=UTC))
        return [one for one in attempts if (post := self.store.post(one.post)) and standing.covers(post)]

    def _drill(self, drill: Drill) -> None:
        self.seen[f"drill {drill.outcome.value}"] += 1
        if drill.stop is None:
            return
        standing = self.standing[drill.stop]
        done = standing.stop.drained and standing.lifted_at is not None
        self.require(done or drill.outcome is not DrillOutcome.DONE, f"{drill.id} says that its stop was lifted")
        own = standing.stop.scope == f"account:{drill.client}/{drill.account}"
        self.require(own, f"{drill.id} stopped more than its account")

    def _post(self, post: Post) -> None:
        self.posts.add(post.id)
        if post.state is PostState.SCHEDULED and post.approved(self.timeline.at):
            for part in post.parts:
                self.approved.setdefault((post.id, post.account, part), set()).update(post.approvals)
        if post.state is PostState.PUBLISHED:
            out = [part.external_id in self.network.statuses for part in post.sent]
            self.require(all(out) and len(out) == len(post.parts), f"I5 {post.id} is not out as it is recorded")
        if post.state is PostState.RECALLED:
            # What lands beyond the network's bound is looked for by the sentinel; at the end it must be gone.
            seen = {id_ for id_ in self._visible(post.id) if not self.network.statuses[id_].late}
            self.require(not seen, f"I5 {post.id} is recorded as recalled, and visible")

    def returned(self, stop: Stop) -> None:
        """The stop call has answered, with this head of a receipt."""
        self.seen["stop"] += 1
        standing = self.standing[stop.id]
        named = all(standing.names(attempt) for attempt in standing.landed)
        # Another one may have widened it meanwhile, and not be through with what went out before.
        named = named and stop.named_at is not None
        self.require(named, f"I2 {stop.id} answered without naming {standing.landed}")

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
        if status.late:
            self.seen["late"] += 1
        else:
            self._in_bound(status, post)

    def _in_bound(self, status: Status, post: Post) -> None:
        self._in_time(status)
        disorder = self.order.broken_by(status)
        self.require(disorder is None, disorder or "")
        for standing in [one for one in self.standing.values() if one.covers(post)]:
            if standing.lets_through(post):
                self.seen["let through"] += 1
            else:
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
        if not standing.stop.complete:
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
            self.require(post.state in ENDS | UNDECIDED, f"I4 {id_} ends {post.state}")
            visible, recorded = self._visible(id_), {part.external_id for part in post.sent}
            asked = post.state is PostState.UNVERIFIED and len(post.sent) + 1 < len(post.parts)
            late = {id_ for id_ in visible if asked and self.network.statuses[id_].late}
            recalled = post.state is PostState.RECALLED
            self.require(not (recalled and visible), f"I5 {id_} is recalled, and {visible} can be seen")
            self.require(visible - late <= recorded, f"I5 {id_} is {post.state}, and {visible - recorded} can be seen")
        for id_, standing in self.standing.items():
            self.require(standing.stop.drained, f"I4 {id_} has not drained")
            if standing.lifted_at is None:
                self._late(standing)
            for one in standing.named:
                self.seen[f"named {one.end.value}"] += 1
                gone = one.end in (NamedEnd.NOT_SENT, NamedEnd.RECALLED, NamedEnd.UNVERIFIED)
                seen = any(status.attempt == one.attempt and not status.late for status in self.network.visible())
                self.require(not (gone and seen), f"I5 {id_} says {one.end} of {one.attempt}, which can be seen")

    def _late(self, standing: Standing) -> None:
        """What landed beyond the network's bound under a stop that stands is found, and taken down."""
        for status in self.network.visible():
            post = self.store.post(status.post)
            assert post is not None
            if status.late and status.at > standing.since and standing.covers(post) and not standing.lets_through(post):
                told = post.state in (PostState.RECALL_FAILED, PostState.UNVERIFIED)
                self.require(told, f"{status.id} landed late under {standing.stop.id} and is left up")

    def _visible(self, post: str) -> set[str]:
        return {status.id for status in self.network.visible() if status.post == post}
