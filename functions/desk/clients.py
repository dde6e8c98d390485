"""Clients, and the agencies that work for them.

Each party's first key is handed to it when it is created; from then on only a party itself makes its members and
keys, so an agency cannot approve in its client's name, nor the other way round.
"""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.apart.voices import Voice, client_name
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.mandate.agreement import Mandate, MandateVersion, kept
from shared.domain.mandate.terms import sensible_default
from shared.domain.parties import (
    DEPLOYMENT,
    Agency,
    Client,
    Key,
    Member,
    Party,
    Roll,
    Scope,
)
from shared.domain.text import clean, slug
from shared.domain.tokens import Token, new_secret
from shared.voices import known_to

OWNER_SCOPES = tuple(Scope)
ADMINISTRATION_SCOPES = (Scope.ADMIN, Scope.STOP)
MOST_TEAMS = 20


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody to be made a member. ``signature`` is what their posts end with, such as ``^MS``.

    ``teams``: of their party, such as ``legal``: a mandate can ask for their approval, and questions go to one.
    """

    name: str
    signature: str
    teams: tuple[str, ...] = ()


class NewClient(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str
    zone: str
    owner: Person


class NewAgency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agency already here by its ``agency`` id, or a new one by ``name`` and ``owner``."""

    agency: str | None = None
    name: str | None = None
    owner: Person | None = None


class Admitted(msgspec.Struct, frozen=True):
    """``owner_key`` is shown this once; hand it to ``owner``, who makes all further keys of that party."""

    client: Client
    owner: str | None
    owner_key: str | None


def create_client(call: Call[NewClient], desk: Desk) -> Change:
    """Create a client; the calling agency works for it under the default mandate."""
    agency = call.caller.agency
    if agency is None or call.caller.realm != agency:
        raise ForbiddenError("Clients are created with an agency's administration key.")
    wanted = call.body
    client = Client(
        id=slug(wanted.id, "id"),
        name=clean(wanted.name, "name", longest=200),
        zone=_zone(wanted.zone),
        agencies=(agency,),
        created_at=call.now,
    )
    if client.id == DEPLOYMENT or desk.store.get(Client, client.id, client.id) is not None:
        raise StateError(f"There is a client {client.id} already.")
    owner, key, token = owner_of(call, desk, wanted.owner, realm=client.id, party=Party.CLIENT, agency=None)
    voice = Voice(agency=agency, client=client.id, name=client_name(client.name))
    return Change(
        records=(client, Roll(realm=agency, id=client.id), *_mandate(call, client.id, agency), voice, owner, key),
        facts=(Fact(type="client.created", subject=client.id, data={"name": client.name}),),
        reply=Admitted(client=client, owner=owner.id, owner_key=token),
    )


def show_client(call: Call[None], desk: Desk) -> Client:
    """Show a client and the agencies that work for it."""
    return desk.client(call)


def add_agency(call: Call[NewAgency], desk: Desk) -> Change:
    """Have a further agency work for the client, under the default mandate and with keys of its own."""
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Only the client itself takes on another agency.")
    client = desk.client(call)
    made, owner_id, token = _admitted(call, desk)
    agency = made[0].id if made else str(call.body.agency)
    if agency in client.agencies:
        raise StateError("That agency works for the client already.")
    changed = replace(client, agencies=(*client.agencies, agency), version=client.version + 1)
    return Change(
        records=(
            changed,
            Roll(realm=agency, id=client.id),
            *_mandate(call, client.id, agency),
            *known_to(changed, desk.store),
            *made,
        ),
        facts=(Fact(type="agency.added", subject=agency),),
        reply=Admitted(client=changed, owner=owner_id, owner_key=token),
    )


def _admitted(call: Call[NewAgency], desk: Desk) -> tuple[tuple[Any, ...], str | None, str | None]:
    wanted = call.body
    if wanted.agency is not None:
        if desk.store.get(Agency, wanted.agency, wanted.agency) is None:
            raise InvalidError("is not an agency of this deployment", "agency")
        return (), None, None
    if wanted.name is None or wanted.owner is None:
        raise InvalidError("must be given, with an owner, unless agency names one", "name")
    agency = Agency(id=call.new_id("agy"), name=clean(wanted.name, "name", longest=200), created_at=call.now)
    owner, key, token = owner_of(call, desk, wanted.owner, realm=agency.id, party=Party.AGENCY, agency=agency.id)
    return (agency, Roll(realm=DEPLOYMENT, id=agency.id), owner, key), owner.id, token


def named_teams(given: tuple[str, ...], field: str) -> tuple[str, ...]:
    """The names of teams, checked. Raises InvalidError."""
    if len(given) > MOST_TEAMS:
        raise InvalidError(f"names more than {MOST_TEAMS}", field)
    return tuple(sorted({slug(name, f"{field}.{index}") for index, name in enumerate(given)}))


def owner_of(
    call: Call[Any], desk: Desk, person: Person, *, realm: str, party: Party, agency: str | None
) -> tuple[Member, Key, str]:
    """A party's first member, with a key that can make the others."""
    member = Member(
        id=call.new_id("mbr"),
        realm=realm,
        party=party,
        agency=agency,
        name=clean(person.name, "owner.name", longest=200),
        signature=clean(person.signature, "owner.signature", longest=20),
        teams=named_teams(person.teams, "owner.teams"),
        created_at=call.now,
    )
    scopes = OWNER_SCOPES if party is Party.CLIENT else ADMINISTRATION_SCOPES
    key, token = key_for(call, desk, member, realm, scopes)
    return member, key, token


def key_for(
    call: Call[Any], desk: Desk, member: Member, realm: str, scopes: tuple[Scope, ...], expires_at: Any = None
) -> tuple[Key, str]:
    """A new key of ``member``, and the token to show once."""
    secret, digest = new_secret(desk.entropy)
    key = Key(
        id=call.new_id("key"),
        realm=realm,
        member=member.id,
        party=member.party,
        agency=member.agency,
        scopes=scopes,
        digest=digest,
        created_at=call.now,
        expires_at=expires_at,
    )
    return key, str(Token(realm=realm, key=key.id, secret=secret))


def _mandate(call: Call[Any], client: str, agency: str) -> tuple[Mandate, MandateVersion]:
    """The one to begin with."""
    rows = sensible_default()
    mandate = Mandate(client=client, agency=agency, rows=rows, set_by=call.caller.member, set_at=call.now)
    return mandate, kept(mandate)


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise InvalidError("is not a time zone, such as Europe/Oslo", "zone") from unknown
