"""After a stop: each named attempt to its end, what landed taken down and seen to be gone."""

from dataclasses import replace
from datetime import timedelta

from functions.recover.switch import Switch, day_of_stops, ledger_of
from shared import telemetry
from shared.domain.attempts import NAMING_HORIZON, Attempt, AttemptState
from shared.domain.ledger import Entry, Fact, system
from shared.domain.parties import Roll
from shared.domain.posts import PostState
from shared.domain.stops import Named, NamedEnd, Stop, StopScope, name, out_before
from shared.stores import ConflictError

WHO = system("recover.drain")
_ENDS = {
    AttemptState.NOT_SENT: NamedEnd.NOT_SENT,
    AttemptState.UNVERIFIED: NamedEnd.UNVERIFIED,
}


def drain(stop: Stop, switch: Switch) -> Stop:
    """One look at what is still in flight. Safe to repeat, and to run beside another one."""
    if stop.drained:
        return stop
    if stop.named is None:
        return named(stop, switch)
    ends = tuple(_ended(one, stop, switch) if one.end is NamedEnd.IN_FLIGHT else one for one in stop.named)
    return stop if ends == stop.named else _told(stop, ends, switch)


def named(stop: Stop, switch: Switch) -> Stop:
    """``stop`` naming every attempt that may still be seen, by strong reads; drained at once when there is none.

    A stop whose first caller died before this is named by the next one to look at it.
    """
    if stop.named is not None:
        return stop
    attempts = switch.store.attempts_since(stop.stopped_at - NAMING_HORIZON)
    return _told(stop, name(attempts, StopScope.parse(stop.scope), stop.stopped_at), switch)


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
    """Drain every stop of today and yesterday that has not drained; returns how many still have not."""
    now, waiting = switch.clock.now(), 0
    for day in (now - timedelta(days=1), now):
        for roll in switch.store.list(Roll, day_of_stops(day)):
            stop = switch.store.stop(roll.id)
            if stop is not None and not stop.drained and not drain(stop, switch).drained:
                waiting += 1
    return waiting


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
    if out_before(landed, stop.stopped_at):
        return replace(named, end=NamedEnd.PUBLISHED, url=url, because="it went out before the stop")
    post = switch.store.post(named.post)
    if post is None or post.state not in (PostState.PUBLISHED, PostState.RECALLED, PostState.RECALL_FAILED):
        return named
    recalled = switch.outcomes.recall(post) if post.state is PostState.PUBLISHED else post
    end = NamedEnd.RECALLED if recalled.state is PostState.RECALLED else NamedEnd.RECALL_FAILED
    return replace(named, end=end, url=url, because=recalled.because)
