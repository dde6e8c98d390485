"""Members and their keys. A party makes and removes only its own."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from functions.desk.clients import Person, key_for, named_teams
from functions.desk.leaving import leave, revoked
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.approval_links import ApprovalLink
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Key, Member, Party, Scope
from shared.domain.schedule import utc
from shared.domain.text import clean


class NewKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    member: str
    scopes: tuple[Scope, ...]
    expires_at: datetime | None = None


class NewTeams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Those that the person is in from now on."""

    teams: tuple[str, ...]


class KeyView(msgspec.Struct, frozen=True):
    id: str
    member: str
    party: Party
    agency: str | None
    scopes: tuple[Scope, ...]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


class KeyMade(msgspec.Struct, frozen=True):
    """``key`` is the bearer key itself, shown this once."""

    id: str
    key: str


def add_member(call: Call[Person], desk: Desk) -> Change:  # noqa: ARG001
    """Add a person of the caller's own party; under an agency's own id, one who administers the agency."""
    member = Member(
        id=call.new_id("mbr"),
        realm=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        name=clean(call.body.name, "name", longest=200),
        signature=clean(call.body.signature, "signature", longest=20),
        teams=named_teams(call.body.teams, "teams"),
        created_at=call.now,
    )
    fact = Fact(type="member.added", subject=member.id, data={"party": member.party.value})
    return Change(records=(member,), facts=(fact,), reply=member)


def list_members(call: Call[None], desk: Desk) -> list[Member]:
    """List the people of both parties who work on this client."""
    return list(desk.store.list(Member, call.client))


def remove_member(call: Call[None], desk: Desk) -> Change:
    """Remove a person: every key they have is revoked and their place on the roster ends, at once."""
    member = desk.registered(Member, call, call.path["member"])
    check_own(call, member)
    if member.removed_at is not None:
        raise StateError("That member is removed already.")
    leaving = leave(member, call, desk, "was removed")
    if leaving.left:
        raise StateError("That member has more keys and shifts than one call removes; dismiss them instead.")
    return Change(records=leaving.records, facts=leaving.facts, reply=leaving.member)


def set_teams(call: Call[NewTeams], desk: Desk) -> Change:
    """Say in which teams of the caller's own party a person is; what they approved before stays approved."""
    member = desk.registered(Member, call, call.path["member"])
    check_own(call, member)
    changed = replace(member, teams=named_teams(call.body.teams, "teams"), version=member.version + 1)
    fact = Fact(type="member.teams_set", subject=member.id, data={"teams": list(changed.teams)})
    return Change(records=(changed,), facts=(fact,), reply=changed)


def make_key(call: Call[NewKey], desk: Desk) -> Change:
    """Make a key for a member of the caller's own party; it is shown this once."""
    member = desk.registered(Member, call, call.body.member)
    check_own(call, member)
    if member.removed_at is not None:
        raise InvalidError("is a member who was removed", "member")
    if not call.body.scopes:
        raise InvalidError("must name at least one scope", "scopes")
    expires_at = call.body.expires_at
    if expires_at is not None:
        expires_at = utc(expires_at, "expires_at")
        if expires_at <= call.now:
            raise InvalidError("is in the past", "expires_at")
    scopes = tuple(sorted(set(call.body.scopes)))
    key, token = key_for(call, desk, member, call.client, scopes, expires_at)
    fact = Fact(type="key.made", subject=key.id, data={"member": member.id, "scopes": [s.value for s in scopes]})
    return Change(records=(key,), facts=(fact,), reply=KeyMade(id=key.id, key=token))


def list_keys(call: Call[None], desk: Desk) -> list[KeyView]:
    """List the keys that open this client, without their secrets."""
    return [_view(key) for key in desk.store.list(Key, call.client)]


def revoke_key(call: Call[None], desk: Desk) -> Change:
    """Revoke a key of the caller's own party; its next call is refused."""
    key = desk.registered(Key, call, call.path["key"])
    check_own(call, key)
    if key.revoked_at is not None:
        raise StateError("That key is revoked already.")
    ended = revoked(key, call.now)
    return Change(records=(ended,), facts=(Fact(type="key.revoked", subject=key.id),), reply=_view(ended))


def check_own(call: Call[Any], theirs: Member | Key | ApprovalLink) -> None:
    """Raises ForbiddenError when a person, or what stands for one, is the other party's."""
    if (theirs.party, theirs.agency) != (call.caller.party, call.caller.agency):
        raise ForbiddenError("That person belongs to another party, which alone decides about its people and keys.")


def _view(key: Key) -> KeyView:
    return KeyView(
        id=key.id,
        member=key.member,
        party=key.party,
        agency=key.agency,
        scopes=key.scopes,
        created_at=key.created_at,
        expires_at=key.expires_at,
        revoked_at=key.revoked_at,
    )
