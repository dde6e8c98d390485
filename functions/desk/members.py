"""Members and their keys. A party makes and removes only its own."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from functions.desk.clients import Person, key_for, named_teams
from functions.desk.leaving import leave, no_more_serving, revoked
from functions.desk.own_accounts import check_is_not_connected, stated
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.approval_links import ApprovalLink
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Key, Member, OwnAccount, Party, Scope
from shared.domain.schedule import utc
from shared.domain.text import clean


class NewMember(Person, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``person``: of an agency, the id of its own member who this is, so that it can show whom else they work for.

    ``own_accounts``: their private ones, which are then connected for no client that they work on.
    """

    person: str | None = None
    own_accounts: tuple[OwnAccount, ...] = ()


class MemberChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out stays."""

    person: str | None = None
    own_accounts: tuple[OwnAccount, ...] | None = None
    teams: tuple[str, ...] | None = None


class NewKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    member: str
    scopes: tuple[Scope, ...]
    expires_at: datetime | None = None


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


def add_member(call: Call[NewMember], desk: Desk) -> Change:
    """Add a person of the caller's own party; under an agency's own id, one who administers the agency."""
    own = stated(call.body.own_accounts, "own_accounts")
    member = Member(
        id=call.new_id("mbr"),
        realm=call.client,
        party=call.caller.party,
        agency=call.caller.agency,
        name=clean(call.body.name, "name", longest=200),
        signature=clean(call.body.signature, "signature", longest=20),
        teams=named_teams(call.body.teams, "teams"),
        created_at=call.now,
        person=call.body.person,
        own_accounts=own,
    )
    check_is_not_connected(own, member.id, call, desk, "own_accounts")
    persons = (_serving(member.person, call, desk),) if member.person else ()
    fact = Fact(type="member.added", subject=member.id, data={"party": member.party.value})
    return Change(records=(member, *persons), facts=(fact,), reply=member)


def change_member(call: Call[MemberChange], desk: Desk) -> Change:
    """Say who of the agency a member of the caller's own party is, in which teams, and which accounts are their own.

    What they approved as somebody of a team stays approved.
    """
    member = desk.registered(Member, call, call.path["member"])
    check_own(call, member)
    if member.removed_at is not None:
        raise StateError("That member is removed.")
    own = member.own_accounts
    if call.body.own_accounts is not None:
        own = stated(call.body.own_accounts, "own_accounts")
        check_is_not_connected(own, member.id, call, desk, "own_accounts")
    person = call.body.person or member.person
    persons: tuple[Member, ...] = ()
    if person is not None and person != member.person:
        persons = (_serving(person, call, desk), *no_more_serving(member, call, desk))
    teams = member.teams if call.body.teams is None else named_teams(call.body.teams, "teams")
    changed = replace(member, person=person, own_accounts=own, teams=teams, version=member.version + 1)
    parts = [name for name in ("person", "own_accounts", "teams") if getattr(changed, name) != getattr(member, name)]
    fact = Fact(type="member.changed", subject=member.id, data={"changed": parts})
    return Change(records=(changed, *persons), facts=(fact,), reply=changed)


def list_members(call: Call[None], desk: Desk) -> Listed[Member]:
    """List the people of both parties who work on this client."""
    return listed(call, desk.store.list(Member, call.client), by_id)


def remove_member(call: Call[None], desk: Desk) -> Change:
    """Remove a person: their keys, their place on the roster and their own account's voice end, at once."""
    member = desk.registered(Member, call, call.path["member"])
    check_own(call, member)
    if member.removed_at is not None:
        raise StateError("That member is removed already.")
    leaving = leave(member, call, desk, "was removed")
    if leaving.left:
        raise StateError("That member has more keys and shifts than one call removes; dismiss them instead.")
    return Change(records=leaving.records, facts=leaving.facts, reply=leaving.member)


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


def list_keys(call: Call[None], desk: Desk) -> Listed[KeyView]:
    """List the keys that open this client, without their secrets."""
    return listed(call, desk.store.list(Key, call.client), by_id).shown(_view)


def revoke_key(call: Call[None], desk: Desk) -> Change:
    """Revoke a key of the caller's own party; its next call is refused."""
    key = desk.registered(Key, call, call.path["key"])
    check_own(call, key)
    if key.revoked_at is not None:
        raise StateError("That key is revoked already.")
    ended = revoked(key, call.now)
    return Change(records=(ended,), facts=(Fact(type="key.revoked", subject=key.id),), reply=_view(ended))


def _serving(person: str, call: Call[Any], desk: Desk) -> Member:
    """The agency's own record of a person, who has one at this client from now on."""
    agency = call.caller.agency
    if agency is None or call.client == agency:
        raise InvalidError("is for who works for an agency at one of its clients", "person")
    found = desk.store.get(Member, agency, person)
    if found is None or found.removed_at is not None:
        raise InvalidError("must be a member of the agency itself", "person")
    if call.client in found.serves:
        raise InvalidError("is a member here already", "person")
    return replace(found, serves=(*found.serves, call.client), version=found.version + 1)


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
