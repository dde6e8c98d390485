"""Content for advocates to post themselves: approved like a saved reply, and never a post of ours."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from functions.desk.advocates import advocate_named, check_employer, networks, topics
from functions.desk.guidelines import in_force, text_held_to
from functions.desk.reusable_approvals import NewTextApproval, TextVerdict, judged, may
from functions.desk.tools import Desk, widened
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.content.advocates import Share, Suggestion
from shared.domain.content.reusable import hash_of
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.guidelines.checking import About, check
from shared.domain.guidelines.rules import Disclosure, Guidelines
from shared.domain.ledger import Fact
from shared.domain.links import check_links
from shared.domain.mandate.terms import Activity, Function
from shared.domain.schedule import utc
from shared.domain.stops import ScopeKind, StopScope
from shared.domain.text import clean, language
from shared.networks import CONNECTORS, capabilities_of

LONGEST_TEXT = 5_000
_SERVES = Function.COMMUNITY.value


class NewSuggestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``disclosure``: what says that an employee speaks, such as ``#employee``; it must stand in ``text``.

    ``networks``, ``topics``: all, when none is named. A time without an offset is meant in the client's zone.
    """

    text: str
    disclosure: str
    starts_at: datetime
    ends_at: datetime
    link: str = ""
    networks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""
    agency: str | None = None


class NewShare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where an advocate says they posted it; nothing is fetched from there."""

    advocate: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SuggestionView(Suggestion):
    """A suggestion, the hash that an approval of it must name, and whether it is approved as it stands."""

    content_hash: str
    is_approved: bool


def make_suggestion(call: Call[NewSuggestion], desk: Desk) -> Change:
    """Suggest content for advocates; they see it once it is approved, in its time."""
    wanted = call.body
    agency = desk.agency(call, wanted.agency)
    reason, needed = may(Activity.CREATE, (_SERVES,), (), agency, call, desk)
    zone = desk.client(call).zone
    starts_at, ends_at = utc(wanted.starts_at, "starts_at", zone), utc(wanted.ends_at, "ends_at", zone)
    if ends_at <= max(starts_at, call.now):
        raise InvalidError("is over already, or not after starts_at", "ends_at")
    if wanted.language != language(wanted.language):
        raise InvalidError("must be a language's two letters (ISO 639-1)", "language")
    suggestion = Suggestion(
        id=call.new_id("sug"),
        client=call.client,
        agency=agency,
        text=clean(wanted.text, "text", longest=LONGEST_TEXT),
        link=_address(wanted.link, "link") if wanted.link else "",
        disclosure=clean(wanted.disclosure, "disclosure", longest=100).strip(),
        networks=networks(wanted.networks),
        topics=topics(wanted.topics),
        language=wanted.language,
        starts_at=starts_at,
        ends_at=ends_at,
        author=call.caller.member,
        approvals_needed=needed,
        created_at=call.now,
    )
    suggestion = _held(suggestion, in_force(call, desk))
    data = {"content_hash": hash_of(suggestion), "mandate": reason}
    fact = Fact(type="suggestion.made", subject=suggestion.id, data=data)
    return Change(records=(suggestion,), facts=(fact,), reply=_viewed(suggestion, call))


def list_suggestions(call: Call[None], desk: Desk) -> Listed[SuggestionView]:
    """List the suggestions and how often they were shared; of an advocate, those that fit them now."""
    kept = desk.store.list(Suggestion, call.client)
    named = call.query.get("advocate")
    if named is not None:
        check_employer(call)
        advocate, stopped = advocate_named(named, call, desk), _is_stopped(call, desk)
        kept = (one for one in kept if not stopped and one.fits(advocate, call.now))
    return listed(call, kept, by_id).shown(lambda suggestion: _viewed(suggestion, call))


def decide_on_suggestion(call: Call[NewTextApproval], desk: Desk) -> Change:
    """Approve a suggestion as it stands, or reject it; advocates are not shown it any more then."""
    suggestion = _suggestion(call, desk)
    decided, reason = judged(
        suggestion, call, desk, readings=(suggestion.whole,), places=_places(suggestion), functions=(_SERVES,)
    )
    data = {"content_hash": call.body.content_hash, "mandate": reason}
    if call.body.verdict is TextVerdict.REJECT:
        fact = Fact(type="suggestion.rejected", subject=decided.id, data=data | {"reason": decided.rejected})
    else:
        fact = Fact(
            type="suggestion.approved", subject=decided.id, data=data | {"approved": decided.approved(call.now)}
        )
    return Change(records=(decided,), facts=(fact,), reply=_viewed(decided, call))


def record_share(call: Call[NewShare], desk: Desk) -> Change:
    """Record where an advocate says they posted a suggestion: their own word, which is counted and not followed."""
    suggestion = _suggestion(call, desk)
    check_employer(call)
    advocate = advocate_named(call.body.advocate, call, desk)
    if advocate.member not in (None, call.caller.member):
        raise ForbiddenError("An advocate who has a key speaks for themselves.")
    url = _address(call.body.url, "url")
    if any((one.suggestion, one.url) == (suggestion.id, url) for one in advocate.shares):
        raise StateError("That was recorded already.")
    if not suggestion.approved(call.now) or call.now < suggestion.starts_at:
        raise StateError("The suggestion is not approved, or its time has not come; nobody was shown it.")
    share = Share(suggestion=suggestion.id, url=url, at=call.now)
    counted = replace(suggestion, shares=suggestion.shares + 1, version=suggestion.version + 1)
    fact = Fact(type="suggestion.shared", subject=suggestion.id, data={"shares": counted.shares})
    return Change(records=(counted, advocate.sharing(share)), facts=(fact,), reply=_viewed(counted, call))


def _suggestion(call: Call[Any], desk: Desk) -> Suggestion:
    found = desk.store.get(Suggestion, call.client, call.path["suggestion"])
    if found is None:
        raise NotFoundError("There is no such suggestion.")
    return found


def _viewed(suggestion: Suggestion, call: Call[Any]) -> SuggestionView:
    hashed, approved = hash_of(suggestion), suggestion.approved(call.now)
    return widened(SuggestionView, suggestion, content_hash=hashed, is_approved=approved)


def _held(suggestion: Suggestion, guidelines: Guidelines) -> Suggestion:
    """With what was found in it. Raises InvalidError."""
    check_links(suggestion.whole, "link" if suggestion.link else "text")
    for network in suggestion.networks:
        capabilities_of(network).check_text(suggestion.whole, "text")
    said = Disclosure(id="disclosure", texts=(suggestion.disclosure,))
    if check(suggestion.text, Guidelines(client=suggestion.client, profanity=None, disclosures=(said,))):
        raise InvalidError(
            f"does not say {suggestion.disclosure}, by which readers know that an employee speaks", "text"
        )
    held = text_held_to(suggestion, (suggestion.whole,), _places(suggestion), guidelines, "text")
    return replace(held, approvals_needed=max(held.approvals_needed, 1 if held.is_for_client else 0))


def _address(url: str, field: str) -> str:
    """An address on the web as it stands, of which nothing is fetched; a path may have an ``@`` in it."""
    try:
        parts = urlsplit(clean(url, field, longest=2000))
        is_one = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        is_one = False
    if not is_one or any(character.isspace() for character in url):
        raise InvalidError("must be an https:// address without credentials", field)
    return url


def _places(suggestion: Suggestion) -> Collection[About]:
    """On every network where it may be posted, by accounts that are not the client's."""
    return tuple(
        About(function=_SERVES, network=network, language=suggestion.language)
        for network in suggestion.networks or CONNECTORS
    )


def _is_stopped(call: Call[Any], desk: Desk) -> bool:
    """While the client is stopped nothing new is suggested to anybody."""
    scope = StopScope(ScopeKind.CLIENT, call.client)
    flag = desk.store.flags([scope]).get(str(scope))
    return flag is not None and bool(flag.engaged)
