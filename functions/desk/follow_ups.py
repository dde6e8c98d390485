"""What was promised in answers: whose it is, until when, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.errors import InvalidError
from shared.domain.following.alarms import alarm_of
from shared.domain.following.follow_ups import FollowUp, FollowUpState, telling
from shared.domain.ledger import Fact
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Member
from shared.domain.posts import Post
from shared.domain.text import clean


class NewFollowUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``function`` is that of the ``post`` or ``mention`` it is about; one that is about none must say it.

    ``owner``: the member who keeps it; the caller when nobody is named.
    """

    what: str
    due_at: datetime
    post: str | None = None
    mention: str | None = None
    function: str | None = None
    owner: str | None = None
    agency: str | None = None


class Outcome(StrEnum):
    KEPT = "kept"
    BROKEN = "broken"
    DROPPED = "dropped"


class Closing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outcome: Outcome
    note: str = ""


class Reassignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    to: str


@dataclass(frozen=True, slots=True)
class _About:
    """What a follow-up that is made by hand is about."""

    post: Post | None
    mention: str | None
    function: str


def list_follow_ups(call: Call[None], desk: Desk) -> Listed[FollowUp]:
    """List what was promised, what is due first before the rest; the open ones by default."""
    given = call.query.get("state", FollowUpState.OPEN.value)
    state = next((one for one in FollowUpState if one.value == given), None)
    if state is None:
        raise InvalidError(f"must be one of {', '.join(FollowUpState)}", "state")
    found = (one for one in desk.store.list(FollowUp, call.client) if one.state is state)
    return listed(call, found, lambda one: by_time(one.due_at, one.id))


def add_follow_up(call: Call[NewFollowUp], desk: Desk) -> Change:
    """Note what was promised elsewhere than in a draft: it is told of when it is due, and each day that it is late."""
    wanted = call.body
    about = _about(call, desk)
    agency = about.post.agency if about.post else desk.agency(call, wanted.agency)
    mandate = desk.permission(call, Activity.FOLLOW_UP, about.function, agency).reason
    due_at = desk.instant(call, wanted.due_at, "due_at") or wanted.due_at
    follow_up = FollowUp(
        id=call.new_id("fup"),
        client=call.client,
        agency=agency,
        function=about.function,
        post=wanted.post,
        mention=about.mention,
        what=clean(wanted.what, "what", longest=500),
        due_at=due_at,
        owner=_member(wanted.owner, call, desk, "owner") if wanted.owner is not None else call.caller.member,
        made_at=call.now,
        next_at=due_at,
    )
    return _changed(follow_up, Fact(type="follow_up.made", subject=follow_up.id, data=_data(follow_up, mandate)))


def close_follow_up(call: Call[Closing], desk: Desk) -> Change:
    """Say what became of a promise: kept, broken, or dropped."""
    follow_up, mandate = _open(call, desk)
    note = clean(call.body.note, "note", longest=1000, empty=True)
    closed = follow_up.closed(FollowUpState(call.body.outcome.value), note, call.caller.member, call.now)
    data = _data(closed, mandate) | {"outcome": closed.state.value, "in_time": call.now <= closed.due_at}
    return _changed(closed, Fact(type="follow_up.closed", subject=closed.id, data=data))


def reassign_follow_up(call: Call[Reassignment], desk: Desk) -> Change:
    """Give a promise to another member to keep."""
    follow_up, mandate = _open(call, desk)
    moved = follow_up.reassigned(_member(call.body.to, call, desk, "to"))
    data = _data(moved, mandate) | {"was": follow_up.owner}
    return _changed(moved, Fact(type="follow_up.reassigned", subject=moved.id, data=data))


def _about(call: Call[NewFollowUp], desk: Desk) -> _About:
    wanted = call.body
    post = desk.store.post(wanted.post) if wanted.post is not None else None
    if wanted.post is not None and (post is None or post.client != call.client):
        raise InvalidError("is not a post of this client", "post")
    mention = desk.store.mention(wanted.mention) if wanted.mention is not None else None
    if wanted.mention is not None and (mention is None or mention.client != call.client):
        raise InvalidError("is not a mention of this client", "mention")
    if post is not None and mention is not None and post.mention != mention.id:
        raise InvalidError("is not what the post answers", "mention")
    function = post.function if post else mention.function if mention else wanted.function
    if function is None:
        raise InvalidError("must be given for what is about no post and no mention", "function")
    if wanted.function not in (None, function):
        raise InvalidError(f"must be that of what it is about, {function}", "function")
    return _About(post, mention.id if mention else post.mention if post else None, function)


def _open(call: Call[Any], desk: Desk) -> tuple[FollowUp, str]:
    """The follow-up that is named, and what the mandate says of the caller working on it."""
    follow_up = desk.registered(FollowUp, call, call.path["follow_up"])
    return follow_up, desk.permission(call, Activity.FOLLOW_UP, follow_up.function, follow_up.agency).reason


def _member(id_: str, call: Call[Any], desk: Desk, field: str) -> str:
    member = desk.store.get(Member, call.client, id_)
    if member is None or member.removed_at is not None:
        raise InvalidError("is not a member who works on this client", field)
    return member.id


def _data(follow_up: FollowUp, mandate: str) -> dict[str, Any]:
    return {**telling(follow_up), "mandate": mandate}


def _changed(follow_up: FollowUp, fact: Fact) -> Change:
    return Change(records=(follow_up, alarm_of(follow_up)), facts=(fact,), reply=follow_up)
