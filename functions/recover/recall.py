"""Taking a published post down, and reading the network to see that it is gone."""

from datetime import datetime

import msgspec

from functions.recover.drain import THROTTLED_FOR
from functions.recover.switch import Switch
from shared.api.routes import Call
from shared.domain.errors import NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import DEPLOYMENT
from shared.domain.posts import Post, PostState
from shared.domain.stops import QueuedRecall, ScopeKind, StopScope
from shared.networks import ThrottledError


class NewRecall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    client: str
    post: str


class Recalled(msgspec.Struct, frozen=True):
    """``state`` is recalled, or recall_failed when a person must act; ``because`` says what.

    ``until``: the network takes no deletions before then; the post is still up, and is taken down when it does.
    """

    post: str
    state: PostState
    url: str
    because: str
    until: datetime | None = None


def recall(call: Call[NewRecall], switch: Switch) -> Recalled:
    """Take a published post down and verify that it is gone; one that is recalled already is answered as such."""
    switch.reach(call.caller, StopScope(ScopeKind.POST, f"{call.body.client}/{call.body.post}"))
    post = switch.store.post(call.body.post)
    if post is None:
        raise NotFoundError("There is no such post.")
    if not post.sent:
        raise StateError(f"The post is {post.state.value}; there is nothing to take down.")
    url = post.sent[0].url
    try:
        gone = switch.outcomes.recall(post, call.caller.who)
    except ThrottledError as throttled:
        queued = _queue(post, throttled.until, call, switch)
        return Recalled(post=post.id, state=post.state, url=url, because=throttled.reason, until=queued.until)
    return Recalled(post=gone.id, state=gone.state, url=url, because=gone.because)


def _queue(post: Post, until: datetime | None, call: Call[NewRecall], switch: Switch) -> QueuedRecall:
    now = switch.clock.now()
    later = max(until or now + THROTTLED_FOR, now)
    before = switch.store.get(QueuedRecall, DEPLOYMENT, post.id)
    version = before.version + 1 if before else 1
    queued = QueuedRecall(post=post.id, until=later, who=call.caller.who, version=version)
    fact = Fact(type="post.recall_queued", subject=post.id, data={"url": post.sent[0].url, "until": later.isoformat()})
    switch.store.commit(queued, switch.entry(fact, post.client, call.caller.who, now))
    return queued
