"""What is out and watched: the posts whose replies come to the front of the inbox, and what was replied so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from functions.desk.conversations import tied_to
from functions.desk.tools import Desk
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.errors import NotFoundError, StateError
from shared.domain.following.watches import Watch, watch_id
from shared.domain.ledger import Fact
from shared.domain.listening.mentions import MentionState
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import Activity
from shared.domain.text import clean

"""Posts: the replies of each are looked for by a query or two."""


class WatchClosing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``outcome``: what became of it, such as ``settled``."""

    outcome: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WatchView:
    """``post`` is the name of the watch as well; of a thread all parts are watched together."""

    post: str
    account: str
    function: str
    author: str
    mention: str | None
    url: str
    opened_at: datetime
    until: datetime
    closed_at: datetime | None
    outcome: str
    replies: int
    unanswered: int
    """Of the replies: still in somebody's inbox."""
    thread: tuple[str, ...]
    """Ids of the replies, oldest first."""


def list_watches(call: Call[None], desk: Desk) -> Listed[WatchView]:
    """List the posts that are watched now, the newest first, each with how many replied and who waits for an answer."""
    listening = _listening(call.client, desk)
    by_post: dict[str, list[Watch]] = {}
    for watch in desk.store.list(Watch, call.client):
        if watch.covers(call.now, listening.watched_for(watch.function)):
            by_post.setdefault(watch.post, []).append(watch)
    page = listed(
        call, by_post.values(), lambda parts: by_time(max(one.opened_at for one in parts), parts[0].post), falling=True
    )
    return page.shown(lambda parts: _viewed(parts, listening, desk))


def close_watch(call: Call[WatchClosing], desk: Desk) -> Change:
    """Say that a post needs no following up any more, and what became of it."""
    post = desk.store.post(call.path["watch"])
    if post is None or post.client != call.client:
        raise NotFoundError("There is no such watch.")
    places = [(call.client, watch_id(call.client, post.network, one.external_id)) for one in post.sent]
    parts = [one for one in desk.store.several(Watch, places).values() if one.post == post.id]
    if not parts:
        raise NotFoundError("There is no such watch.")
    mandate = desk.permission(call, Activity.FOLLOW_UP, post.function, post.agency).reason
    open_ = [one for one in parts if one.closed_at is None]
    if not open_:
        raise StateError("It is closed already.")
    outcome = clean(call.body.outcome, "outcome", longest=500)
    closed = [one.closed(outcome, call.caller.member, call.now) for one in open_]
    fact = Fact(type="watch.closed", subject=post.id, data={"outcome": outcome, "mandate": mandate})
    return Change(records=tuple(closed), facts=(fact,), reply=_viewed(closed, _listening(call.client, desk), desk))


def _listening(client: str, desk: Desk) -> Listening:
    return desk.store.get(Listening, client, client) or Listening(client=client)


def _viewed(given: Iterable[Watch], listening: Listening, desk: Desk) -> WatchView:
    parts: Sequence[Watch] = sorted(given, key=lambda one: one.part)
    first, last = parts[0], parts[-1]
    above = desk.store.mention(first.mention) if first.mention else None
    links = {one.external_id for one in parts} | (above.links if above is not None else frozenset())
    tied = tied_to(links, first.client, first.network, desk.store)
    replies = [one for one in tied if one.watch == first.post and one.state is not MentionState.RETRACTED]
    return WatchView(
        post=first.post,
        account=first.account,
        function=first.function,
        author=first.author,
        mention=first.mention,
        url=first.url,
        opened_at=first.opened_at,
        until=last.opened_at + listening.watched_for(first.function),
        closed_at=last.closed_at,
        outcome=last.outcome,
        replies=len(replies),
        unanswered=sum(one.is_open for one in replies),
        thread=tuple(one.id for one in replies),
    )
