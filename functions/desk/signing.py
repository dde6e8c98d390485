"""Signatures and disclosures, put on drafts and edits as the guidelines say; a signature is its owner's alone."""

import unicodedata
from typing import TYPE_CHECKING, Any

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.errors import InvalidError
from shared.domain.guidelines.checking import About
from shared.domain.guidelines.putting_on import faked, put_on, signs, unsigned
from shared.domain.guidelines.rules import Guidelines
from shared.domain.parties import Member
from shared.domain.posts import Post
from shared.domain.release import about

if TYPE_CHECKING:
    from functions.desk.drafting import Draft


def voiced(
    text: str,
    draft: "Draft",
    place: str,
    serves: str,
    account: Account,
    guidelines: Guidelines,
    call: Call[Any],
    desk: Desk,
) -> tuple[str, tuple[str, ...]]:
    """The text and thread as the caller says them. Raises InvalidError for those that are signed as somebody else."""
    what = About(function=serves, account=account.id, network=account.network, language=draft.language)
    if not _anything(guidelines, what):
        return text, draft.thread
    signature, others = _signatures(guidelines, what, call, desk)
    said, *thread = _said((text, *draft.thread), place, guidelines, what, signature, others)
    return said, tuple(thread)


def revoiced(
    text: str | None, thread: tuple[str, ...] | None, post: Post, guidelines: Guidelines, call: Call[Any], desk: Desk
) -> tuple[str | None, tuple[str, ...] | None]:
    """An edit as the caller says it, who is the post's author from now on: what it leaves as it was (None), too."""
    what = about(post)
    if not _anything(guidelines, what):
        return text, thread
    signature, others = _signatures(guidelines, what, call, desk)
    later = post.thread if thread is None else thread
    *before, last = (post.text if text is None else text, *later)
    if (thread if later else text) is None and post.author in others:
        last = unsigned(last, others[post.author])
    said, *parts = _said((*before, last), "", guidelines, what, signature, others)
    return None if said == post.text else said, None if tuple(parts) == post.thread else tuple(parts)


def _anything(guidelines: Guidelines, what: About) -> bool:
    """Whether anything can be put on; most clients' guidelines are spared the reads."""
    return signs(guidelines, what) or any(rule.put_on for rule in guidelines.disclosures)


def _signatures(guidelines: Guidelines, what: About, call: Call[Any], desk: Desk) -> tuple[str, dict[str, str]]:
    """The caller's, and those of the others who ever worked on the client, by member."""
    if not signs(guidelines, what):
        return "", {}
    signatures = {member.id: member.signature for member in desk.store.list(Member, call.client)}
    return signatures.pop(call.caller.member), signatures


def _said(
    parts: tuple[str, ...], place: str, guidelines: Guidelines, what: About, own: str, others: dict[str, str]
) -> tuple[str, ...]:
    composed = tuple(unicodedata.normalize("NFC", part) for part in parts)
    found = faked(composed, own, others.values())
    if found is not None:
        number, signature = found
        field = f"{place}thread.{number - 1}" if number else f"{place}text"
        raise InvalidError(f"is signed {signature}, which is another person's signature; yours is {own}", field)
    return put_on(composed, guidelines, what, own)
