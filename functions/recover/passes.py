"""A statement goes out during a stop: one post, exactly as it stands, let through by two people."""

import msgspec

from functions.recover.switch import Switch, ledger_of
from shared.api.routes import Call
from shared.domain.errors import NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.posts import Post, PostState, content_hash
from shared.domain.stops import Pass, Stop, StopScope, let_through, scopes_over
from shared.stores import Record

PASSABLE = frozenset({PostState.IN_REVIEW, PostState.SCHEDULED, PostState.HELD})


class NewPass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``content_hash``: of the post as it was seen; a later change needs a new pass."""

    client: str
    post: str
    content_hash: str


class Passed(msgspec.Struct, frozen=True):
    """``granted`` is false after the first person asked."""

    asked: Pass
    granted: bool


def let_pass(call: Call[NewPass], switch: Switch) -> Passed:
    """Ask that one post may go out under a stop; a second person of the party that made the stop grants it.

    The pass is no approval. The post is drafted, or a held one changed (``PATCH``) so that it is in review again; two
    people let it pass; its approvers approve it as usual, and it goes out. A post that is due at once is approved last,
    for without its pass it is held. It holds for exactly this post with this content, against this stop and no other,
    until the stop is lifted.
    """
    stop = switch.stop(call.caller, call.path["stop"])
    post = _post(call.body, StopScope.parse(stop.scope), switch)
    let, asked = let_through(stop, call.caller, post.id, call.body.content_hash)
    if let is not stop:
        _record(let, asked, call, switch)
    return Passed(asked=asked, granted=asked.granted_by is not None)


def _record(stop: Stop, asked: Pass, call: Call[NewPass], switch: Switch) -> None:
    scope = StopScope.parse(stop.scope)
    data = {"scope": stop.scope, "post": asked.post, "content_hash": asked.content_hash}
    fact = Fact(type="stop.pass_asked", subject=stop.id, data=data)
    changed: tuple[Record, ...] = (stop,)
    if asked.granted_by is not None:
        fact = Fact(type="stop.pass_granted", subject=stop.id, data=data)
        changed = (stop, switch.store.flags([scope])[stop.scope].let_through(asked))
    realm = ledger_of(scope, stop.who.realm)
    switch.store.commit(*changed, switch.entry(fact, realm, call.caller.who, switch.clock.now()))


def _post(wanted: NewPass, scope: StopScope, switch: Switch) -> Post:
    post = switch.store.post(wanted.post)
    if post is None or post.client != wanted.client or not _lies_in(post, scope):
        raise NotFoundError("There is no such post under this stop.")
    if post.state not in PASSABLE:
        raise StateError(f"The post is {post.state.value}; it needs no pass.")
    if content_hash(post) != wanted.content_hash:
        raise StateError("The post has changed meanwhile; read it again.")
    return post


def _lies_in(post: Post, scope: StopScope) -> bool:
    return scope in scopes_over(
        client=post.client, agency=post.agency, network=post.network, account=post.account, post=post.id
    )
