"""Who speaks to the client: what they are to it and why, a person's word on that, and their wish to be forgotten."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import msgspec

from functions.desk.tools import Desk
from shared.api.cursors import read_cursor, write_cursor
from shared.api.pages import size_asked
from shared.api.routes import Call, Change
from shared.domain.accounts import Account, server
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError
from shared.domain.ledger import Fact
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.people import PeopleKey, Person, RoleFound, RoleMark, Utterance, author_key
from shared.domain.listening.scores import Role
from shared.domain.mandate.terms import Activity, Function
from shared.domain.parties import Party
from shared.stores import Record, Reference

USUAL_PAGE = 25
MOST_READ = 1000
"""People that are looked at for one page: when few of them are meant, it is a short one, and ``next`` goes on."""
MOST_EMPTIED = 30
"""Mentions in one transaction: three records each."""
FORGOTTEN = "its author asked to be forgotten"
_ID = re.compile(r"per_[0-9a-f]{32}")


class NewRoleMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``holds``: whether somebody is that, whatever the rules find; null leaves it to the rules again."""

    role: Role
    holds: bool | None
    agency: str | None = None


class PersonView(msgspec.Struct, frozen=True):
    """``author``: the network's own id, or ``@`` and the handle. ``days``: on which something was said, up to 30.

    ``mean_sentiment``: −1 (hostile) … 1 (delighted). ``followers``: as last told, 0 when nobody said.
    """

    id: str
    network: str
    author: str
    handle: str
    roles: tuple[RoleFound, ...]
    mentions: int
    days: int
    mean_sentiment: float
    functions: Mapping[str, int]
    followers: int
    first_at: datetime
    last_at: datetime
    latest: tuple[str, ...]
    marks: tuple[RoleMark, ...]


class PeoplePage(msgspec.Struct, frozen=True):
    """A page may be short, or empty, and yet have a ``next``; null on the last one."""

    items: list[PersonView]
    next: str | None


class Forgetting(msgspec.Struct, frozen=True):
    """``emptied``: mentions that lost their author and text just now; ``left``: how many still have them. Ask again."""

    person: str
    emptied: int
    left: int


def list_people(call: Call[None], desk: Desk) -> PeoplePage:
    """List those who speak to the client: evangelists, detractors, influencers, employees and suspected bots."""
    _may_listen(call, desk)
    role, network = _role(call.query.get("role")), call.query.get("network")
    size = size_asked(call.query, usual=USUAL_PAGE)
    own = _own_authors(call, desk)
    items: list[PersonView] = []
    for looked_at, person in enumerate(desk.store.people(call.client, _after(call.query.get("cursor"))), 1):
        if person.forgotten_at is None and network in (None, person.network):
            shown = _view(person, own)
            if role is None or role in {found.role for found in shown.roles}:
                items.append(shown)
        if len(items) == size or looked_at == MOST_READ:
            return PeoplePage(items=items, next=write_cursor(_Cursor(person.id)))
    return PeoplePage(items=items, next=None)


def show_person(call: Call[None], desk: Desk) -> PersonView:
    """Read what somebody is to the client, on what ground, and the ids of the latest that they said."""
    _may_listen(call, desk)
    return _view(_person(call, desk), _own_authors(call, desk))


def mark_person(call: Call[NewRoleMark], desk: Desk) -> Change:
    """Say what somebody is, or is not: it wins over the rules until it is taken back."""
    wanted = call.body
    agency = desk.agency(call, wanted.agency)
    decision = desk.permission(call, Activity.IDENTIFY, Function.PUBLIC_RELATIONS.value, agency)
    marked = _person(call, desk).marked(wanted.role, wanted.holds, call.caller.member, call.now)
    data = {"role": wanted.role.value, "holds": wanted.holds, "mandate": decision.reason}
    fact = Fact(type="person.marked", subject=marked.id, data=data)
    return Change(records=(marked,), facts=(fact,), reply=_view(marked, _own_authors(call, desk)))


def forget_person(call: Call[None], desk: Desk) -> Change | Forgetting:
    """Forget somebody who asked for it: what is known of them, and author and text of what they said.

    What they say from now on comes in as anybody's does, and nothing is kept of who they are beyond it. Up to 30 of
    their mentions are emptied at once; the rest when it is asked again.
    """
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Only the client forgets people: it answers to them for what is kept.")
    person = _known(call, desk)
    said = [one for one in desk.store.utterances(person.id) if one.emptied_at is None]
    now = said[:MOST_EMPTIED]
    reply = Forgetting(person=person.id, emptied=len(now), left=len(said) - len(now))
    if person.forgotten_at is not None and not now:
        return reply
    emptied, facts = _emptied(call, desk, now)
    records: tuple[Record, ...] = emptied
    if person.forgotten_at is None:
        records = (person.forgotten(call.now), *emptied)
    told = Fact(type="person.forgotten", subject=person.id, data={"mentions": reply.emptied, "left": reply.left})
    return Change(records=records, facts=(told, *facts), reply=reply)


def _emptied(call: Call[Any], desk: Desk, said: Collection[Utterance]) -> tuple[tuple[Record, ...], tuple[Fact, ...]]:
    """Their mentions without who said what, as if they had been taken back."""
    wanted = [Reference(Mention, call.client, one.mention) for one in said]
    stored: list[Mention] = list(desk.store.together(wanted).values())
    there = [mention for mention in stored if mention.state is not MentionState.RETRACTED]
    facts = (
        Fact(
            type="mention.retracted",
            subject=mention.id,
            data={"network": mention.network, "source": "privacy_request", "was": mention.state.value},
        )
        for mention in there
    )
    # Some networks' ids of a message name its author. Delivered once more, it is known by the hash that is our own id.
    gone = (replace(mention.retracted(), closed_because=FORGOTTEN, external_id="") for mention in there)
    return (*(one.emptied(call.now) for one in said), *gone), tuple(facts)


def _may_listen(call: Call[Any], desk: Desk) -> None:
    """The mandate binds the agency; whom the client hears is its own affair."""
    if call.caller.agency is not None:
        desk.permission(call, Activity.LISTEN, Function.PUBLIC_RELATIONS.value, call.caller.agency)


def _person(call: Call[Any], desk: Desk) -> Person:
    known = _known(call, desk)
    if known.forgotten_at is not None:
        raise NotFoundError("There is no such person.")
    return known


def _known(call: Call[Any], desk: Desk) -> Person:
    """Or what stays of somebody who was forgotten."""
    key = desk.store.get(PeopleKey, call.client, call.client)
    if key is not None:
        # No gateway is asked whether it decoded the path: neither part has a % of its own.
        wanted = Reference(Person, call.client, key.id_of(unquote(call.path["network"]), unquote(call.path["author"])))
        found: Person | None = desk.store.together([wanted]).get(wanted)
        if found is not None:
            return found
    raise NotFoundError("There is no such person.")


def _own_authors(call: Call[Any], desk: Desk) -> Mapping[str, Collection[str]]:
    """By network, whoever speaks for the client here: with the accounts that it connected."""
    own: dict[str, set[str]] = {}
    for account in desk.store.list(Account, call.client):
        if account.closed_at is None:
            host, _ = server(account.base_url)
            names = (account.handle, f"{account.handle}@{host}")
            keys = {author_key(account.external_id, ""), *(author_key("", name) for name in names)}
            own.setdefault(account.network, set()).update(keys)
    return own


def _view(person: Person, own: Mapping[str, Collection[str]]) -> PersonView:
    return PersonView(
        id=person.id,
        network=person.network,
        author=person.author,
        handle=person.handle,
        roles=person.roles(own.get(person.network, ())),
        mentions=person.mentions,
        days=len(person.days),
        mean_sentiment=person.mean_sentiment,
        functions=person.functions,
        followers=person.followers,
        first_at=person.first_at,
        last_at=person.last_at,
        latest=tuple(one.mention for one in person.evidence),
        marks=person.marks,
    )


def _role(given: str | None) -> Role | None:
    try:
        return Role(given) if given is not None else None
    except ValueError as unknown:
        raise InvalidError(f"must be one of {', '.join(Role)}", "role") from unknown


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    person: str


def _after(cursor: str | None) -> str:
    if cursor is None:
        return ""
    person = read_cursor(cursor, _Cursor, of="list").person
    if not _ID.fullmatch(person):
        raise InvalidError("is not a cursor of this list", "cursor")
    return person
