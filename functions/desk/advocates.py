"""Employees who volunteer to post the brand's content from their own accounts. Nobody posts for them."""

from datetime import datetime
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.content.advocates import Advocate
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party
from shared.domain.schedule import utc
from shared.domain.text import clean, language
from shared.networks import CONNECTORS

MOST_NAMED = 50
"""Networks, languages or topics."""


class NewAdvocate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``member``: of whoever has a key, and they alone can say it. ``consented_at``: of others, when they volunteered.

    ``networks``, ``languages``, ``topics``: any, when none is named.
    """

    name: str
    member: str | None = None
    consented_at: datetime | None = None
    networks: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def add_advocate(call: Call[NewAdvocate], desk: Desk) -> Change:
    """Record that an employee volunteers to be sent content for their own accounts, and who says so."""
    check_employer(call)
    wanted = call.body
    advocate = Advocate(
        id=call.new_id("adv"),
        client=call.client,
        name=clean(wanted.name, "name", longest=200),
        member=wanted.member,
        networks=networks(wanted.networks),
        languages=_languages(wanted.languages),
        topics=topics(wanted.topics),
        consented_at=_consented(call, desk),
        consented_by=call.caller.member,
    )
    return Change(records=(advocate,), facts=(Fact(type="advocate.joined", subject=advocate.id),), reply=advocate)


def list_advocates(call: Call[None], desk: Desk) -> Listed[Advocate]:
    """List the client's advocates, and what they say they posted."""
    check_employer(call)
    return listed(call, (one for one in desk.store.list(Advocate, call.client) if one.left_at is None), by_id)


def remove_advocate(call: Call[None], desk: Desk) -> Change:
    """Have an advocate leave: who they are and what they shared is forgotten."""
    check_employer(call)
    advocate = desk.store.get(Advocate, call.client, call.path["advocate"])
    if advocate is None or advocate.left_at is not None:
        raise NotFoundError("There is no such advocate.")
    gone = advocate.gone(call.now)
    return Change(records=(gone,), facts=(Fact(type="advocate.left", subject=gone.id),), reply=gone)


def check_employer(call: Call[Any]) -> None:
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Who of its employees are advocates is the client's alone to know and to say.")


def advocate_named(id_: str, call: Call[Any], desk: Desk) -> Advocate:
    """The client's, for the field ``advocate``."""
    found = desk.store.get(Advocate, call.client, id_)
    if found is None or found.left_at is not None:
        raise InvalidError("is not an advocate of this client", "advocate")
    return found


def networks(given: tuple[str, ...]) -> tuple[str, ...]:
    _check_number(given, "networks")
    for network in given:
        if network not in CONNECTORS:
            raise InvalidError(f"names {network!r}, which is no network", "networks")
    return given


def topics(given: tuple[str, ...]) -> tuple[str, ...]:
    _check_number(given, "topics")
    return tuple(clean(topic, "topics", longest=100).strip().casefold() for topic in given)


def _languages(given: tuple[str, ...]) -> tuple[str, ...]:
    _check_number(given, "languages")
    for code in given:
        if not code or code != language(code):
            raise InvalidError("must be languages' two letters (ISO 639-1)", "languages")
    return given


def _check_number(given: tuple[str, ...], field: str) -> None:
    if len(given) > MOST_NAMED:
        raise InvalidError(f"names more than {MOST_NAMED}", field)


def _consented(call: Call[NewAdvocate], desk: Desk) -> datetime:
    """When they volunteered; whoever has a key does it by this very call."""
    wanted = call.body
    if wanted.member is None:
        if wanted.consented_at is None:
            raise InvalidError("must say when they volunteered, of somebody without a key", "consented_at")
        at = utc(wanted.consented_at, "consented_at", desk.client(call).zone)
        if at > call.now:
            raise InvalidError("is in the future", "consented_at")
        return at
    member = desk.store.get(Member, call.client, wanted.member)
    if member is None or member.party is not Party.CLIENT or member.removed_at is not None:
        raise InvalidError("is not a member of the client", "member")
    if member.id != call.caller.member:
        raise ForbiddenError("Whoever has a key volunteers with it themselves.")
    if wanted.consented_at is not None:
        raise InvalidError("is now, for whoever volunteers themselves", "consented_at")
    if any(one.member == member.id and one.left_at is None for one in desk.store.list(Advocate, call.client)):
        raise StateError("You are an advocate already.")
    return call.now
