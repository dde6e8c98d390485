"""Somebody leaves: their keys, their place on the roster and their shifts end together."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.errors import StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Key, Member, Party, Scope
from shared.domain.posts import Post, PostState
from shared.domain.roster.dismissal import WAITING
from shared.domain.roster.shifts import Shift
from shared.domain.roster.speakers import Speaker
from shared.stores import Record

MOST_WRITTEN = 90
"""Records and facts, of the hundred that one transaction holds."""
MOST_KEYS = 30
MOST_SHIFTS = 5
"""In one transaction; each with a fact of its own they take it up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaving:
    """What ends now. ``left``: how many keys and shifts did not go into one transaction."""

    member: Member
    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    keys: tuple[str, ...]
    shifts: tuple[str, ...]
    left: int

    @property
    def room(self) -> int:
        """How many more may be written with it."""
        return max(0, MOST_WRITTEN - len(self.records) - len(self.facts))


def leave(member: Member, call: Call[Any], desk: Desk, because: str) -> Leaving:
    """What is still there of ``member`` ends. Asked again it goes on, and then there is nothing."""
    keys = [key for key in desk.store.list(Key, call.client) if key.revoked_at is None]
    own_keys = [key for key in keys if key.member == member.id]
    shifts = [
        shift
        for shift in desk.store.list(Shift, call.client)
        if shift.member == member.id and shift.cancelled_at is None and shift.ends_at > call.now
    ]
    records: list[Record] = []
    facts: list[Fact] = []
    revoking = own_keys[:MOST_KEYS]
    ending = shifts[:MOST_SHIFTS]
    if member.removed_at is None:
        _check_is_not_last(member, keys, call)
        member = replace(member, removed_at=call.now, version=member.version + 1)
        records += (member, *_silenced(member, call, desk), *no_more_serving(member, call, desk))
        revoked_now = {"keys_revoked": [key.id for key in revoking]}
        facts.append(Fact(type="member.removed", subject=member.id, data=revoked_now))
    else:
        facts += (Fact(type="key.revoked", subject=key.id) for key in revoking)
    speaker = desk.store.get(Speaker, call.client, member.id)
    if speaker is not None and speaker.ended_at is None:
        records.append(speaker.ended(call.caller.member, call.now, because))
        facts.append(Fact(type="roster.dismissed", subject=member.id, data={"reason": because}))
    records += (revoked(key, call.now) for key in revoking)
    for shift in ending:
        records.append(shift.cancelled(call.now))
        facts.append(Fact(type="shift.cancelled", subject=shift.id, data={"member": member.id}))
        posts, told = without_introduction(shift, call, desk)
        records += posts
        facts += told
    return Leaving(
        member=member,
        records=tuple(records),
        facts=tuple(facts),
        keys=tuple(key.id for key in revoking),
        shifts=tuple(shift.id for shift in ending),
        left=len(own_keys) - len(revoking) + len(shifts) - len(ending),
    )


def _silenced(member: Member, call: Call[Any], desk: Desk) -> Iterator[Account]:
    """The accounts that are the member's own: nobody is there any more who could approve what they say."""
    for account in desk.store.list(Account, call.client):
        if account.owner == member.id and account.closed_at is None:
            yield replace(account, owner=None, version=account.version + 1)


def no_more_serving(member: Member, call: Call[Any], desk: Desk) -> tuple[Member, ...]:
    """The agency's own record of the person, without this client."""
    found = desk.store.get(Member, member.agency, member.person) if member.agency and member.person else None
    if found is None:
        return ()
    left = tuple(client for client in found.serves if client != call.client)
    return (replace(found, serves=left, version=found.version + 1),)


def without_introduction(shift: Shift, call: Call[Any], desk: Desk) -> tuple[tuple[Post, ...], tuple[Fact, ...]]:
    """The post that was to say who is on duty is cancelled with the shift, unless it is on its way."""
    post = desk.store.post(shift.introduction) if shift.introduction else None
    if post is None or post.state not in WAITING:
        return (), ()
    cancelled = post.moved(PostState.CANCELLED, call.now, "its shift was cancelled")
    fact = Fact(type="post.cancelled", subject=post.id, data={"reason": cancelled.because})
    return (cancelled,), (fact,)


def revoked(key: Key, now: datetime) -> Key:
    return replace(key, revoked_at=now, version=key.version + 1)


def _check_is_not_last(member: Member, keys: list[Key], call: Call[Any]) -> None:
    """A client without anybody who makes keys could never act again; an agency has its administration."""
    if member.party is not Party.CLIENT:
        return
    admins = [key for key in keys if key.party is Party.CLIENT and Scope.ADMIN in key.scopes and key.usable(call.now)]
    if {key.member for key in admins} == {member.id}:
        raise StateError("That is the last person of the client's with an administration key; make another one first.")
