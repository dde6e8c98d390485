"""After a stop: each named attempt to its end, what landed taken down and seen to be gone."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from functions.recover.naming import Receipt, complete, read_receipt, tell, with_first_page
from functions.recover.switch import Switch
from shared import telemetry
from shared.domain.attempts import Attempt, AttemptState
from shared.domain.parties import DEPLOYMENT
from shared.domain.posts import PostState
from shared.domain.receipts import UNDER_WAY, Named, NamedEnd, NamedKind, ReceiptPage
from shared.domain.stops import QueuedRecall, StandingStop, Stop, out_before
from shared.networks import ThrottledError
from shared.stores import ConflictError

LOOK = 5.0
"""Seconds after which one look takes up nothing more: what is left is for the next."""
RUN = 40.0
"""Seconds after which a run of the drain begins no further look; the function's own time-out is a minute."""
THROTTLED_FOR = timedelta(minutes=1)
"""When the network does not say how long."""
_ENDS = {
    AttemptState.NOT_SENT: NamedEnd.NOT_SENT,
    AttemptState.UNVERIFIED: NamedEnd.UNVERIFIED,
}


def drain(stop: Stop, switch: Switch) -> Receipt:
    """One look at what is still under way, page by page. Safe to repeat, and to run beside another one."""
    if stop.drained:
        return with_first_page(stop, switch)
    if not stop.complete:
        return complete(stop, switch)
    look = _Look(stop, switch, switch.clock.monotonic() + LOOK)
    first, as_given = None, stop
    for page in switch.store.pages(stop.id):
        told = look.at(page)
        if told is not page:
            try:
                stop = tell(stop, [page], [told], switch, complete=True)
            except ConflictError:
                # What another one has told counts; what was taken down is on record with its post.
                return read_receipt(stop.id, switch)
        first = first or told
        if look.over:
            break
    # Where this look has found nothing new, another one may have told the rest since ``stop`` was read.
    return read_receipt(stop.id, switch) if stop is as_given else Receipt(stop, first)


def drain_all(switch: Switch) -> int:
    """Drain every stop that stands and has not drained, and take up the recalls that networks put off.

    Stops take turns, a look each, for as long as looking gets on. Returns how many stops and recalls still wait.
    """
    turns, waiting = deque(_undrained(switch)), 0
    until = switch.clock.monotonic() + RUN
    while turns:
        stop = turns.popleft()
        looked = drain(stop, switch).stop if switch.clock.monotonic() < until else stop
        if looked.version > stop.version and not looked.drained:
            turns.append(looked)
        else:
            waiting += not looked.drained
    return waiting + _queued(switch)


def _undrained(switch: Switch) -> Iterator[Stop]:
    for standing in list(switch.store.list(StandingStop, DEPLOYMENT)):
        stop = switch.store.stop(standing.id) if standing.lifted_at is None else None
        if stop is not None and not stop.drained:
            yield stop


def _queued(switch: Switch) -> int:
    """Recalls that were put off; returns how many still are."""
    waiting = 0
    for queued in list(switch.store.list(QueuedRecall, DEPLOYMENT)):
        if queued.done_at is None and not _taken_up(queued, switch):
            waiting += 1
    return waiting


def _taken_up(queued: QueuedRecall, switch: Switch) -> bool:
    now = switch.clock.now()
    post = switch.store.post(queued.post)
    if post is None or queued.until > now:
        return post is None
    try:
        switch.outcomes.recall(post, queued.who)
        switch.store.commit(replace(queued, done_at=now, version=queued.version + 1))
    except ThrottledError as throttled:
        later = throttled.until or now + THROTTLED_FOR
        switch.store.commit(replace(queued, until=max(later, now), version=queued.version + 1))
        return False
    except ConflictError:
        telemetry.logger.info("changed meanwhile; the next look takes it up", extra={"post": queued.post})
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at the pages of a stop, which takes up nothing more when the monotonic clock is past ``until``.

    An account that is throttled is left alone from then on.
    """

    stop: Stop
    switch: Switch
    until: float
    throttled: dict[str, datetime] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        return self.switch.clock.monotonic() > self.until

    def at(self, page: ReceiptPage) -> ReceiptPage:
        """The page with each end that can be known by now; the same page when nothing has changed."""
        named = tuple(self._seen(one) if one.end in UNDER_WAY else one for one in page.named)
        return page if named == page.named else page.told(named)

    def _seen(self, named: Named) -> Named:
        later = self.throttled.get(named.account, named.until)
        if self.over:
            seen = named
        elif named.end is not NamedEnd.IN_FLIGHT and later is not None and later > self.switch.clock.now():
            seen = replace(named, end=NamedEnd.WAITING, until=later)
        else:
            seen = _ended(named, self.stop, self.switch)
        if seen.end is NamedEnd.WAITING and seen.until is not None:
            self.throttled[seen.account] = seen.until
        return seen


def _ended(named: Named, stop: Stop, switch: Switch) -> Named:
    attempt = switch.store.attempt(named.attempt, named.started_at)
    if attempt is None:
        return named
    try:
        settled = attempt if attempt.ended else switch.outcomes.settle(attempt)
        if not settled.ended:
            return named
        if settled.state is AttemptState.LANDED:
            return _taken_down(named, settled, stop, switch)
    except ConflictError:
        telemetry.logger.info("changed meanwhile; the next look takes it up", extra={"attempt": named.attempt})
        return named
    return named.ended(_ENDS[settled.state], settled.because)


def _taken_down(named: Named, landed: Attempt, stop: Stop, switch: Switch) -> Named:
    if landed.published is None:
        raise ValueError(f"{landed.id} has landed nowhere")
    url = landed.published.url
    if named.kind is NamedKind.IN_FLIGHT and out_before(landed, stop.stopped_at):
        return named.ended(NamedEnd.PUBLISHED, "it went out before the stop", url=url)
    post = switch.store.post(named.post)
    if post is None or post.state in (PostState.CLAIMED, PostState.UNKNOWN):
        return named
    try:
        recalled = switch.outcomes.recall(post, since_part=landed.part)
    except ThrottledError as throttled:
        now = switch.clock.now()
        until = max(throttled.until or now + THROTTLED_FOR, now)
        return named.ended(NamedEnd.WAITING, throttled.reason, url=url, until=until)
    gone = recalled.state is PostState.RECALLED or len(recalled.sent) <= landed.part
    return named.ended(NamedEnd.RECALLED if gone else NamedEnd.RECALL_FAILED, recalled.because, url=url)
