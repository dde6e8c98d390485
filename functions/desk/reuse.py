"""Making a post of a saved reply or of evergreen content."""

from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account, AccountKind
from shared.domain.content.replies import ReplyUse, SavedReply, carried_over, check_usable, rendered, use_id, used_again
from shared.domain.errors import InvalidError
from shared.domain.parties import Member
from shared.domain.posts import Post
from shared.stores import Record


class Reuse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A saved reply by its id, and a value for each of its variables."""

    id: str
    values: dict[str, str] = {}


def worded_by(reuse: Reuse, call: Call[Any], desk: Desk, account: Account, place: str) -> tuple[SavedReply, str]:
    """The saved reply and its text with the values in it. Raises InvalidError naming the value."""
    if account.kind is AccountKind.PERSON:
        raise InvalidError("cannot be used on a person's account, whose owner approves each post", f"{place}reply")
    reply = desk.store.get(SavedReply, call.client, reuse.id)
    if reply is None:
        raise InvalidError("is not a saved reply of this client", f"{place}reply.id")
    return reply, rendered(reply, reuse.values, f"{place}reply.values")


def reused(post: Post, call: Call[Any], desk: Desk) -> tuple[Post, tuple[Record, ...]]:
    """``post`` with the approvals that it has of its saved reply, and what is to be kept of the use."""
    if post.reply is None:
        return post, ()
    reply = desk.store.get(SavedReply, call.client, post.reply.id)
    if reply is None:
        return post, ()
    check_usable(reply, post, "reply")
    standing = reply.standing(call.now)
    members = desk.store.several(Member, [(call.client, one.member) for one in standing]) if standing else {}
    approved = carried_over(post, reply, {member.id: member for member in members.values()}, call.now)
    if not reply.evergreen:
        return approved, ()
    use = desk.store.get(ReplyUse, call.client, use_id(reply.id, post.account))
    latest = desk.store.post(use.post) if use is not None else None
    return approved, (used_again(reply, approved, use, latest, call.now),)
