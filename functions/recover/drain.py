"""After a stop: each named attempt to its end, what landed taken down and seen to be gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from functions.recover.switch import Switch, ledger_of
from shared import telemetry
from shared.domain.attempts import NAMING_HORIZON, Attempt, AttemptState
from shared.domain.ledger import Entry, Fact, system
from shared.domain.parties import DEPLOYMENT, Roll
from shared.domain.posts import PostState
from shared.domain.stops import (
    UNDER_WAY,
    Named,
    NamedEnd,
    NamedKind,
    QueuedRecall,
    Stop,
    StopScope,
    day_of_stops,
    merge,
    name,
    out_before,
    went_out,
)
from shared.networks import ThrottledError
from shared.stores import ConflictError

WHO = system("recover.drain")
LOOK = 5.0
"""Seconds after which one look takes up nothing more: what is left is for the next."""
LOOKED_BACK = timedelta(days=7)
"""For stops not drained: a network may put off deletions for days."""
THROTTLED_FOR = timedelta(minutes=1)
"""When the network does not say how long."""
_ENDS = {
    AttemptState.NOT_SENT: NamedEnd.NOT_SENT,
    AttemptState.UNVERIFIED: NamedEnd.UNVERIFIED,
}


def drain(stop: Stop, switch: Switch) -> Stop:
    """One look at what is still under way. Safe to repeat, and to run beside another one."""
    if stop.drained:
        return stop
    if stop.named is None:
        return named(stop, switch)
    ends = _looked_at(stop, stop.named, switch)
    return stop if ends == stop.named else _told(stop, ends, switch)


def named(stop: Stop, switch: Switch) -> Stop:
    """``stop`` naming every attempt that may still be seen, by strong reads; drained at once when there is none.

    With ``recall_since`` it also names what went out since then. A stop whose first caller died before this is named
    by the next one to look at it.
    """
    if stop.named is not None:
        return stop
    attempts = list(switch.store.attempts_since(min(stop.stopped_at, _since(stop)) - NAMING_HORIZON))
    in_flight = name(attempts, StopScope.parse(stop.scope), stop.stopped_at)
    ends, unnamed = merge(in_flight, _went_out(attempts, stop))
    return _told(replace(stop, unnamed=unnamed), ends, switch)


def recall_since(stop: Stop, since: datetime, who: Mapping[str, str], switch: Switch) -> Stop:
    """``stop``, which stands and has named what was in flight, also taking down what went out since ``since``."""
    if stop.named is None or (stop.recall_since is not None and stop.recall_since <= since):
        return stop
    asked = replace(stop, recall_since=since)
    out = _went_out(switch.store.attempts_since(since - NAMING_HORIZON), asked)
    ends, unnamed = merge(stop.named, out)
    told = replace(asked, unnamed=unnamed).told(ends, switch.clock.now())
    realm = ledger_of(StopScope.parse(stop.scope), stop.who.realm)
    entry = switch.entry(recall_asked(told), realm, who, switch.clock.now())
    switch.store.commit(told, entry, *_drained_entry(told, switch))
    return told


def recall_asked(stop: Stop) -> Fact:
    since = _since(stop).isoformat()
    return Fact(type="stop.recall_asked", subject=stop.id, data={"scope": stop.scope, "since": since})


def _since(stop: Stop) -> datetime:
    return stop.recall_since or stop.stopped_at


def _went_out(attempts: Iterable[Attempt], stop: Stop) -> tuple[Named, ...]:
    if stop.recall_since is None:
        return ()
    return went_out(attempts, StopScope.parse(stop.scope), stop.recall_since, stop.stopped_at)


def _told(stop: Stop, ends: tuple[Named, ...], switch: Switch) -> Stop:
    told = stop.told(ends, switch.clock.now())
    try:
        switch.store.commit(told, *_drained_entry(told, switch))
    except ConflictError:
        return switch.store.stop(stop.id) or told
    return told


def _drained_entry(stop: Stop, switch: Switch) -> tuple[Entry, ...]:
    """The ledger's word that nothing of a stop is in flight any more; nothing while something is."""
    if not stop.drained or stop.named is None:
        return ()
    fact = Fact(type="stop.drained", subject=stop.id, data={"ends": {one.post: one.end.value for one in stop.named}})
    realm = ledger_of(StopScope.parse(stop.scope), stop.who.realm)
    return (switch.entry(fact, realm, WHO, switch.clock.now()),)


def drain_all(switch: Switch) -> int:
    """Drain every stop of the last days that has not drained, and take up the recalls that networks put off.

    Returns how many stops and recalls still wait.
    """
    now, waiting = switch.clock.now(), 0
    for days in range(LOOKED_BACK.days, -1, -1):
        for roll in switch.store.list(Roll, day_of_stops(now - timedelta(days=days))):
            stop = switch.store.stop(roll.id)
            if stop is not None and not stop.drained and not drain(stop, switch).drained:
                waiting += 1
    return waiting + _queued(switch)


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


def _looked_at(stop: Stop, ends: Sequence[Named], switch: Switch) -> tuple[Named, ...]:
    """Each with its end, if that can be known by now. An account that is throttled is left alone from then on."""
    started, now = switch.clock.monotonic(), switch.clock.now()
    throttled: dict[str, datetime] = {}
    looked: list[Named] = []
    for one in ends:
        later = throttled.get(one.account, one.until)
        if one.end not in UNDER_WAY or switch.clock.monotonic() - started > LOOK:
            looked.append(one)
        elif one.end is not NamedEnd.IN_FLIGHT and later is not None and later > now:
            looked.append(replace(one, end=NamedEnd.WAITING, until=later))
        else:
            looked.append(_ended(one, stop, switch))
        if looked[-1].end is NamedEnd.WAITING and looked[-1].until is not None:
            throttled[one.account] = looked[-1].until
    return tuple(looked)


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
    return replace(named, end=_ENDS[settled.state], because=settled.because)


def _taken_down(named: Named, landed: Attempt, stop: Stop, switch: Switch) -> Named:
    if landed.published is None:
        raise ValueError(f"{landed.id} has landed nowhere")
    url = landed.published.url
    if named.kind is NamedKind.IN_FLIGHT and out_before(landed, stop.stopped_at):
        return replace(named, end=NamedEnd.PUBLISHED, url=url, because="it went out before the stop")
    post = switch.store.post(named.post)
    if post is None or post.state in (PostState.CLAIMED, PostState.UNKNOWN):
        return named
    try:
        recalled = switch.outcomes.recall(post, since_part=landed.part)
    except ThrottledError as throttled:
        now = switch.clock.now()
        until = max(throttled.until or now + THROTTLED_FOR, now)
        return replace(named, end=NamedEnd.WAITING, until=until, url=url, because=throttled.reason)
    gone = recalled.state is PostState.RECALLED or len(recalled.sent) <= landed.part
    end = NamedEnd.RECALLED if gone else NamedEnd.RECALL_FAILED
    return replace(named, end=end, until=None, url=url, because=recalled.because)
