"""Taking a published post down, and reading the network to see that it is gone."""

import msgspec

from functions.recover.switch import Switch
from shared.api.routes import Call
from shared.domain.errors import NotFoundError, StateError
from shared.domain.posts import PostState
from shared.domain.stops import ScopeKind, StopScope


class NewRecall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    client: str
    post: str


class Recalled(msgspec.Struct, frozen=True):
    """``state`` is recalled, or recall_failed when a person must act; ``because`` says what."""

    post: str
    state: PostState
    url: str
    because: str


def recall(call: Call[NewRecall], switch: Switch) -> Recalled:
    """Take a published post down and verify that it is gone; one that is recalled already is answered as such."""
    switch.reach(call.caller, StopScope(ScopeKind.POST, f"{call.body.client}/{call.body.post}"))
    post = switch.store.post(call.body.post)
    if post is None:
        raise NotFoundError("There is no such post.")
    if not post.sent:
        raise StateError(f"The post is {post.state.value}; there is nothing to take down.")
    gone = switch.outcomes.recall(post, call.caller.who)
    return Recalled(post=gone.id, state=gone.state, url=post.sent[0].url, because=gone.because)
