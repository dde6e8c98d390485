"""Saved replies and evergreen content: texts that are approved once, with places for values of narrow kinds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from functions.desk.guidelines import in_force, text_held_to
from functions.desk.reusable_approvals import NewTextApproval, TextVerdict, judged, may
from functions.desk.tools import Desk, widened
from shared.api.pages import by_id, listed
from shared.api.priorities import function
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account, AccountKind
from shared.domain.content.replies import SavedReply, samples
from shared.domain.content.reusable import hash_of
from shared.domain.content.values import Variable, check_places, check_variables
from shared.domain.errors import InvalidError, NotFoundError, StateError
from shared.domain.guidelines.checking import About
from shared.domain.ledger import Fact
from shared.domain.links import check_links
from shared.domain.mandate.terms import Activity
from shared.domain.text import clean, language
from shared.networks import CONNECTORS, capabilities_of

LONGEST_TEXT = 5_000
LONGEST_GAP = 3650
"""Days."""
MOST_FUNCTIONS = 20
MOST_NAMED = 100
"""Accounts or networks."""


class NewSavedReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``text`` has the places of ``variables`` in braces. ``accounts``, ``networks``: all, when none is named.

    ``evergreen``: posted on its own, with at least ``gap_days`` between two uses on one account; other texts
    answer mentions.
    """

    name: str
    text: str
    functions: tuple[str, ...]
    variables: tuple[Variable, ...] = ()
    accounts: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    language: str = ""
    evergreen: bool = False
    gap_days: int = 0
    agency: str | None = None


class SavedReplyEdit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is left out stays. Whatever is seen of it or says where it is used needs new approvals."""

    name: str | None = None
    text: str | None = None
    functions: tuple[str, ...] | None = None
    variables: tuple[Variable, ...] | None = None
    accounts: tuple[str, ...] | None = None
    networks: tuple[str, ...] | None = None
    language: str | None = None
    evergreen: bool | None = None
    gap_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedReplyView(SavedReply):
    """A saved reply, the hash that an approval of it must name, and whether it is approved as it stands."""

    content_hash: str
    is_approved: bool


def draft_reply(call: Call[NewSavedReply], desk: Desk) -> Change:
    """Save a reply or evergreen content; once approved, posts made of it need no approval of their own."""
    wanted = call.body
    reply, reason = _checked(
        SavedReply(
            id=call.new_id("rpl"),
            client=call.client,
            agency=desk.agency(call, wanted.agency),
            name=wanted.name,
            text=wanted.text,
            variables=wanted.variables,
            functions=wanted.functions,
            accounts=wanted.accounts,
            networks=wanted.networks,
            language=wanted.language,
            evergreen=wanted.evergreen,
            gap_days=wanted.gap_days,
            author=call.caller.member,
            approvals_needed=0,
            created_at=call.now,
        ),
        call,
        desk,
    )
    fact = Fact(type="reply.drafted", subject=reply.id, data=_told(reply, reason))
    return Change(records=(reply,), facts=(fact,), reply=_viewed(reply, call))


def list_replies(call: Call[None], desk: Desk) -> Listed[SavedReplyView]:
    """List the saved replies and the evergreen content that are not retired."""
    kept = desk.store.list(SavedReply, call.client)
    page = listed(call, (reply for reply in kept if reply.retired_at is None), by_id)
    return page.shown(lambda reply: _viewed(reply, call))


def show_reply(call: Call[None], desk: Desk) -> SavedReplyView:
    """Read a saved reply, its approvals, and the hash that an approval must name."""
    return _viewed(_reply(call, desk), call)


def change_reply(call: Call[SavedReplyEdit], desk: Desk) -> Change:
    """Change a saved reply; its approvals were of what it was, and are gone with it."""
    reply = _reply(call, desk)
    if reply.retired_at is not None:
        raise StateError("That saved reply is retired; save another one.")
    may(Activity.CREATE, reply.functions, _accounts(reply, call, desk), reply.agency, call, desk)
    edit = {name: given for name in call.body.__struct_fields__ if (given := getattr(call.body, name)) is not None}
    changed, reason = _checked(replace(reply, **edit, version=reply.version + 1), call, desk)
    if hash_of(changed) != hash_of(reply):
        editors = tuple(sorted({*reply.editors, reply.author} - {call.caller.member}))
        changed = replace(changed, author=call.caller.member, editors=editors, approvals=(), rejected="")
    fact = Fact(type="reply.changed", subject=reply.id, data=_told(changed, reason))
    return Change(records=(changed,), facts=(fact,), reply=_viewed(changed, call))


def decide_on_reply(call: Call[NewTextApproval], desk: Desk) -> Change:
    """Approve a saved reply as it stands, for all posts that will be made of it, or reject it."""
    reply = _reply(call, desk)
    accounts = _accounts(reply, call, desk)
    decided, reason = judged(
        reply,
        call,
        desk,
        readings=tuple(samples(reply)),
        places=_places(reply, call, desk),
        functions=reply.functions,
        accounts=accounts,
    )
    data = {"content_hash": call.body.content_hash, "mandate": reason}
    if call.body.verdict is TextVerdict.REJECT:
        fact = Fact(type="reply.rejected", subject=reply.id, data=data | {"reason": decided.rejected})
    else:
        fact = Fact(type="reply.approved", subject=reply.id, data=data | {"approved": decided.approved(call.now)})
    return Change(records=(decided,), facts=(fact,), reply=_viewed(decided, call))


def retire_reply(call: Call[None], desk: Desk) -> Change:
    """Retire a saved reply: no post is made of it any more; what is scheduled stays so."""
    reply = _reply(call, desk)
    if reply.retired_at is not None:
        raise StateError("That saved reply is retired already.")
    reason, _ = may(Activity.CREATE, reply.functions, _accounts(reply, call, desk), reply.agency, call, desk)
    retired = replace(reply, retired_at=call.now, version=reply.version + 1)
    fact = Fact(type="reply.retired", subject=reply.id, data={"mandate": reason})
    return Change(records=(retired,), facts=(fact,), reply=_viewed(retired, call))


def _reply(call: Call[Any], desk: Desk) -> SavedReply:
    found = desk.store.get(SavedReply, call.client, call.path["reply"])
    if found is None:
        raise NotFoundError("There is no such saved reply.")
    return found


def _viewed(reply: SavedReply, call: Call[Any]) -> SavedReplyView:
    return widened(SavedReplyView, reply, content_hash=hash_of(reply), is_approved=reply.approved(call.now))


def _told(reply: SavedReply, mandate: str) -> Mapping[str, Any]:
    return {"content_hash": hash_of(reply), "functions": list(reply.functions), "mandate": mandate}


def _checked(reply: SavedReply, call: Call[Any], desk: Desk) -> tuple[SavedReply, str]:
    """As it is kept, and why the caller may write it. Raises InvalidError naming the field."""
    _check_where(reply, call, desk)
    reason, needed = may(Activity.CREATE, reply.functions, _accounts(reply, call, desk), reply.agency, call, desk)
    if reply.language != language(reply.language):
        raise InvalidError("must be a language's two letters (ISO 639-1)", "language")
    if not (1 <= reply.gap_days <= LONGEST_GAP if reply.evergreen else reply.gap_days == 0):
        raise InvalidError(f"must be 1 to {LONGEST_GAP} for evergreen content, and left out for others", "gap_days")
    check_variables(reply.variables, "variables")
    text = clean(reply.text, "text", longest=LONGEST_TEXT)
    check_places(text, reply.variables, "text")
    reply = replace(reply, name=clean(reply.name, "name", longest=100), text=text)
    readings = tuple(samples(reply))
    for reading in readings:
        check_links(reading, "text")
        for network in reply.networks:
            capabilities_of(network).check_text(reading, "text", reply=not reply.evergreen)
    held = text_held_to(reply, readings, _places(reply, call, desk), in_force(call, desk), "text")
    return replace(held, approvals_needed=max(needed, 1 if held.is_for_client else 0)), reason


def _check_where(reply: SavedReply, call: Call[Any], desk: Desk) -> None:
    if not 1 <= len(reply.functions) <= MOST_FUNCTIONS:
        raise InvalidError(f"must name 1 to {MOST_FUNCTIONS} functions", "functions")
    for name in reply.functions:
        function(name, "functions")
    for field in ("accounts", "networks"):
        if len(getattr(reply, field)) > MOST_NAMED:
            raise InvalidError(f"names more than {MOST_NAMED}", field)
    for network in reply.networks:
        if network not in CONNECTORS:
            raise InvalidError(f"names {network!r}, which is no network", "networks")
    known = {account.id: account for account in _accounts(reply, call, desk)}
    for account in reply.accounts:
        if account not in known:
            raise InvalidError("names an account that is not this client's", "accounts")
        if known[account].kind is AccountKind.PERSON:
            raise InvalidError("names a person's account, whose owner approves each post", "accounts")


def _accounts(reply: SavedReply, call: Call[Any], desk: Desk) -> Collection[Account]:
    """Those that it names."""
    if not reply.accounts:
        return ()
    found = desk.store.several(Account, [(call.client, account) for account in dict.fromkeys(reply.accounts)])
    return [account for account in found.values() if account.closed_at is None]


def _places(reply: SavedReply, call: Call[Any], desk: Desk) -> Collection[About]:
    """Wherever it may be used by now."""
    return tuple(
        About(function=serves, account=account.id, network=account.network, language=reply.language)
        for account in desk.store.list(Account, call.client)
        if account.closed_at is None
        and account.kind is AccountKind.BRAND
        and (not reply.accounts or account.id in reply.accounts)
        and (not reply.networks or account.network in reply.networks)
        for serves in reply.functions
    )
