"""Lifting a stop takes two people; what it held goes back to review, and nothing goes out by itself."""

from collections.abc import Iterator

import msgspec

from functions.recover.switch import Switch, ledger_of
from shared.api.routes import Call
from shared.domain.ledger import Fact
from shared.domain.posts import Post, PostState
from shared.domain.stops import StandingStop, Stop, StopScope, lift, scopes_over
from shared.stores import ConflictError, Record


class Resumed(msgspec.Struct, frozen=True):
    """``lifted`` is false after the first person asked. ``in_review``: posts that were held and need a new decision."""

    stop: Stop
    lifted: bool
    in_review: list[str]


def resume(call: Call[None], switch: Switch) -> Resumed:
    """Ask to lift a stop; the second person of the party that made it lifts it."""
    stop = switch.stop(call.caller, call.path["stop"])
    scope = StopScope.parse(stop.scope)
    asked = lift(stop, call.caller, switch.clock.now())
    if asked is not stop:
        _record(asked, scope, call, switch)
    lifted = asked.lifted_at is not None
    # Asked again after it was cut short, it brings back what is still held.
    in_review = list(_back_to_review(call, switch, scope)) if lifted else []
    return Resumed(stop=asked, lifted=lifted, in_review=in_review)


def _record(asked: Stop, scope: StopScope, call: Call[None], switch: Switch) -> None:
    now = switch.clock.now()
    fact = Fact(type="stop.lift_asked", subject=asked.id, data={"scope": asked.scope})
    changed: tuple[Record, ...] = (asked,)
    if asked.lifted_at is not None:
        fact = Fact(type="stop.lifted", subject=asked.id, data={"scope": asked.scope})
        flag = switch.store.flags([scope])[asked.scope]
        standing = StandingStop(id=asked.id).lifted(asked.lifted_at)
        changed = (asked, standing, flag.lift(asked.id, asked.lifted_at))
    entry = switch.entry(fact, ledger_of(scope, asked.who.realm), call.caller.who, now)
    switch.store.commit(*changed, entry)


def _back_to_review(call: Call[None], switch: Switch, scope: StopScope) -> Iterator[str]:
    for client in switch.clients_in(scope):
        for held in list(switch.store.posts(client, PostState.HELD)):
            post = switch.store.post(held.id)
            if post is None or post.state is not PostState.HELD or scope not in _scopes(post):
                continue
            back = post.moved(
                PostState.IN_REVIEW,
                switch.clock.now(),
                f"it needs a new decision; it was held: {post.because}",
                approvals=(),
                demand=post.demand.at_least_one(),
                due_at=None,
            )
            fact = Fact(type="post.back_in_review", subject=post.id)
            try:
                switch.store.commit(back, switch.entry(fact, client, call.caller.who, switch.clock.now()))
            except ConflictError:
                continue
            yield post.id


def _scopes(post: Post) -> tuple[StopScope, ...]:
    return scopes_over(client=post.client, agency=post.agency, network=post.network, account=post.account, post=post.id)
