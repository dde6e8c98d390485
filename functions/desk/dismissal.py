"""A person is dismissed: one call ends their keys, their place on the roster and their shifts, re-opens what rests on
their word, and says what they leave behind.

What they claimed or were assigned in the inbox stays as it is: a claim runs out, and anybody may assign it anew.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

import msgspec

from functions.desk.leaving import leave
from functions.desk.members import check_own
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party
from shared.domain.posts import Post, PostState
from shared.domain.roster.dismissal import ON_THEIR_WAY, WAITING, concerns, reopened
from shared.domain.text import clean

MOST_TOLD = 200
MOST_LOOKED_AT = 2_000
"""Published posts, the newest."""


class MemberDismissal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str


class Reopened(msgspec.Struct, frozen=True):
    post: str
    was: PostState
    because: str


class Outside(msgspec.Struct, frozen=True):
    """A post that everybody can see."""

    post: str
    url: str
    at: datetime


class Dismissed(msgspec.Struct, frozen=True, kw_only=True):
    """What this call ended. ``left``: what did not go into one transaction; the same call again goes on with it.

    ``being_sent``: posts of theirs for which it is too late; recall them, or ask again when that is known.
    ``wrote`` and ``approved``: what is out, the newest 200 of each, since ``looked_back_to`` (None: ever).
    """

    member: Member
    keys_revoked: tuple[str, ...]
    shifts_cancelled: tuple[str, ...]
    reopened: tuple[Reopened, ...]
    being_sent: tuple[str, ...]
    wrote: tuple[Outside, ...]
    approved: tuple[Outside, ...]
    looked_back_to: datetime | None
    left: int


def dismiss_member(call: Call[MemberDismissal], desk: Desk) -> Change | Dismissed:
    """Dismiss a person: keys, place on the roster and shifts end at once, and what rests on their word is re-opened."""
    member = desk.registered(Member, call, call.path["member"])
    if call.caller.party is not Party.CLIENT:
        check_own(call, member)
    because = f"was dismissed: {clean(call.body.reason, 'reason', longest=500)}"
    leaving = leave(member, call, desk, because)
    ending = {record.id for record in leaving.records if isinstance(record, Post)}
    posts = [post for post in _standing(call, desk) if concerns(post, member.id) and post.id not in ending]
    changes = [(post, back) for post in posts if (back := reopened(post, member.id, because, call.now))]
    changes.sort(key=lambda change: change[0].due_at or call.now)
    written = changes[: leaving.room // 2]
    out, looked_back_to = _published(call, desk)
    dismissed = Dismissed(
        member=leaving.member,
        keys_revoked=leaving.keys,
        shifts_cancelled=leaving.shifts,
        reopened=tuple(Reopened(post.id, post.state, back.because) for post, back in written),
        being_sent=tuple(post.id for post in posts if post.state in ON_THEIR_WAY),
        wrote=_told(post for post in out if post.author == member.id),
        approved=_told(post for post in out if any(one.member == member.id for one in post.approvals)),
        looked_back_to=looked_back_to,
        left=leaving.left + len(changes) - len(written),
    )
    records = (*leaving.records, *(back for _, back in written))
    facts = (*leaving.facts, *(_reopened(post, back) for post, back in written))
    return Change(records=records, facts=facts, reply=dismissed) if records else dismissed


def _standing(call: Call[MemberDismissal], desk: Desk) -> Iterator[Post]:
    """What is not out yet, as it is now: an index may be behind."""
    ids = [post.id for state in (*WAITING, *ON_THEIR_WAY) for post in desk.store.posts(call.client, state)]
    yield from desk.store.several_posts(ids).values()


def _published(call: Call[MemberDismissal], desk: Desk) -> tuple[list[Post], datetime | None]:
    """The newest, and since when when these are not all."""
    found = list(islice(desk.store.posts(call.client, PostState.PUBLISHED), MOST_LOOKED_AT + 1))
    return found[:MOST_LOOKED_AT], found[MOST_LOOKED_AT - 1].state_at if len(found) > MOST_LOOKED_AT else None


def _told(posts: Iterator[Post]) -> tuple[Outside, ...]:
    seen = (post for post in posts if post.sent)
    return tuple(Outside(post.id, post.sent[0].url, post.sent[0].at) for post in islice(seen, MOST_TOLD))


def _reopened(post: Post, back: Post) -> Fact:
    left = [approval.member for approval in back.approvals]
    withdrawn = [approval.member for approval in post.approvals if approval.member not in left]
    data = {"was": post.state.value, "because": back.because, "approvals_withdrawn": withdrawn}
    return Fact(type="post.reopened", subject=post.id, data=data)
