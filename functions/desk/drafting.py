"""What is written for an account: held to the network, the mandate, the guidelines and its author's voice."""

from datetime import datetime
from typing import Any

import msgspec

from functions.desk.guidelines import held_to, in_force
from functions.desk.media import Attached, attached
from functions.desk.reuse import Reuse, worded_by
from functions.desk.signing import voiced
from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account, AccountKind
from shared.domain.content.replies import SavedReply, check_usable
from shared.domain.content.reusable import hash_of
from shared.domain.errors import InvalidError
from shared.domain.following.follow_ups import MOST_COMMITMENTS, Commitment
from shared.domain.guidelines.rules import Guidelines
from shared.domain.links import check_links
from shared.domain.listening.mentions import Mention
from shared.domain.mandate.terms import Activity
from shared.domain.posts import LONGEST_THREAD, Post, UsedReply
from shared.domain.text import clean, language
from shared.networks import capabilities_of
from shared.networks.capabilities import Does

LONGEST_TEXT = 25_000


class NewCommitment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a draft promises, and until when; it is somebody's to keep from when the post is out."""

    what: str
    due_at: datetime


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A post names its account twice, by id and handle, so that a slip is seen.

    ``thread``: further parts, each a reply to the one before. ``media``: pictures, which go out with the first part.
    ``publish_at`` with an offset is an instant; without one
    it is meant in the client's zone. ``on_call``: once approved it waits for ``POST …/publish``, for agencies that have
    a scheduler of their own. ``language``: ISO 639-1, for guidelines that allow some only. ``reply``: a saved reply, or
    evergreen content, in place of ``text``.
    ``commitments``: up to 5.
    """

    account: str
    handle: str
    text: str | None = None
    reply: Reuse | None = None
    thread: tuple[str, ...] = ()
    media: tuple[Attached, ...] = ()
    publish_at: datetime | None = None
    on_call: bool = False
    language: str = ""
    commitments: tuple[NewCommitment, ...] = ()


def drafted(
    call: Call[Any],
    desk: Desk,
    draft: Draft,
    field: str,
    *,
    agency: str,
    mention: Mention | None = None,
    recommendation: str | None = None,
    function: str | None = None,
    guidelines: Guidelines | None = None,
) -> Post:
    """A new post in review. ``field`` is where the draft stands in the request, for what is wrong with it.

    A recommendation asks for an approval even of what the mandate delegates. ``guidelines``: when they are known.
    """
    place = f"{field}." if field else ""
    account = _account(draft, call, desk, place)
    serves = _served(mention, function, place)
    decision = desk.permission(call, Activity.CREATE, serves, agency, account)
    answers = mention is not None and mention.network == account.network
    capabilities_of(account.network).check_does(Does.REPLY if answers else Does.POST, f"{place}account")
    _check_said(draft, place)
    guidelines = guidelines or in_force(call, desk)
    saved, text = _text(draft, call, desk, account, place)
    text, thread = voiced(text, draft, place, serves, account, guidelines, call, desk)
    post = Post(
        id=call.new_id("pst"),
        client=call.client,
        agency=agency,
        account=account.id,
        network=account.network,
        handle=account.handle,
        function=serves,
        text=worded(text, account.network, f"{place}text", reply=answers),
        thread=threaded(thread, account.network, place),
        media=attached(draft.media, call, desk, account.network, place),
        in_reply_to=mention.external_id if mention and answers else "",
        mention=mention.id if mention else None,
        recommendation=recommendation,
        author=call.caller.member,
        author_party=call.caller.party,
        publish_at=desk.instant(call, draft.publish_at, f"{place}publish_at"),
        on_call=draft.on_call,
        demand=decision.demand.at_least_one() if recommendation else decision.demand,
        created_at=call.now,
        state_at=call.now,
        language=draft.language or (saved.language if saved else ""),
        reply=UsedReply(id=saved.id, content_hash=hash_of(saved)) if saved else None,
        shadow=account.shadow,
        commitments=committed(draft.commitments, call, desk, place),
    )
    if saved is not None:
        check_usable(saved, post, f"{place}reply")
    return held_to(post, guidelines, place)


def _served(mention: Mention | None, function: str | None, place: str) -> str:
    """The business function that the post serves."""
    serves = mention.function if mention else function
    if serves is None:
        raise InvalidError("must be given for a post that answers no mention", f"{place}function")
    if function not in (None, serves):
        raise InvalidError(f"must be that of the mention, {serves}", f"{place}function")
    return serves


def _check_said(draft: Draft, place: str) -> None:
    """What a draft says of itself, apart from its text."""
    if draft.on_call and draft.publish_at is not None:
        raise InvalidError("cannot be given for a post that waits for a call", f"{place}publish_at")
    if draft.language != language(draft.language):
        raise InvalidError("must be a language's two letters (ISO 639-1)", f"{place}language")


def worded(text: str, network: str, field: str, *, reply: bool) -> str:
    """Text that the network will take, with links that lead where they say."""
    cleaned = clean(text, field, longest=LONGEST_TEXT)
    check_links(cleaned, field)
    capabilities_of(network).check_text(cleaned, field, reply=reply)
    return cleaned


def _text(draft: Draft, call: Call[Any], desk: Desk, account: Account, place: str) -> tuple[SavedReply | None, str]:
    """What the post says; with the saved reply that it is, where it is one."""
    if draft.reply is None:
        if draft.text is None:
            raise InvalidError("must be given, where no saved reply is", f"{place}text")
        return None, draft.text
    if draft.text is not None or draft.thread or draft.media:
        raise InvalidError("goes out as it was approved: without another text, parts or pictures", f"{place}reply")
    return worded_by(draft.reply, call, desk, account, place)


def threaded(parts: tuple[str, ...], network: str, place: str) -> tuple[str, ...]:
    if len(parts) >= LONGEST_THREAD:
        raise InvalidError(f"makes more than {LONGEST_THREAD} parts", f"{place}thread")
    if parts:
        capabilities_of(network).check_does(Does.THREAD, f"{place}thread")
    return tuple(worded(part, network, f"{place}thread.{index}", reply=True) for index, part in enumerate(parts))


def committed(given: tuple[NewCommitment, ...], call: Call[Any], desk: Desk, place: str) -> tuple[Commitment, ...]:
    if len(given) > MOST_COMMITMENTS:
        raise InvalidError(f"holds more than {MOST_COMMITMENTS}", f"{place}commitments")
    made = []
    for index, one in enumerate(given):
        field = f"{place}commitments.{index}"
        due_at = desk.instant(call, one.due_at, f"{field}.due_at") or one.due_at
        made.append(Commitment(what=clean(one.what, f"{field}.what", longest=500), due_at=due_at))
    return tuple(made)


def _account(draft: Draft, call: Call[Any], desk: Desk, place: str) -> Account:
    account = desk.store.get(Account, call.client, draft.account)
    if account is None or account.closed_at is not None:
        raise InvalidError("is not an account of this client", f"{place}account")
    if account.kind is AccountKind.PERSON and account.owner is None:
        raise InvalidError("is a person's who works for the client no more; nobody has it speak", f"{place}account")
    if draft.handle.removeprefix("@").casefold() != account.handle.casefold():
        raise InvalidError(f"does not belong to that account, which is @{account.handle}", f"{place}handle")
    return account
