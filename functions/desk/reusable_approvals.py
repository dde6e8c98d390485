"""Approving a text that is used again: whose word it takes, and that it is of the text as it stands."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from functions.desk.guidelines import in_force, text_still_held_to
from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.approvals import Approval
from shared.domain.content.reusable import ReusableText, approved_by, hash_of
from shared.domain.errors import ForbiddenError, StateError
from shared.domain.guidelines.checking import About
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party
from shared.domain.text import clean

T = TypeVar("T", bound=ReusableText)


class TextVerdict(StrEnum):
    APPROVE = "approve"
    REJECT = "reject"


class NewTextApproval(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``content_hash`` as ``GET`` shows it; ``reason`` is needed to reject."""

    verdict: TextVerdict
    content_hash: str
    reason: str = ""


def judged(
    text: T,
    call: Call[NewTextApproval],
    desk: Desk,
    *,
    readings: Collection[str],
    places: Collection[About],
    functions: Collection[str],
    accounts: Collection[Account] = (),
) -> tuple[T, str]:
    """``text`` with the caller's verdict, and why it is the caller's to give."""
    reason = _permission(text, functions, accounts, call, desk)
    if call.body.content_hash != hash_of(text):
        raise StateError("The text is not what this approval names any more; read it again.")
    if text.retired_at is not None or text.rejected:
        raise StateError("The text was retired or rejected already; what was rejected is changed first.")
    if call.body.verdict is TextVerdict.REJECT:
        rejected = clean(call.body.reason, "reason", longest=500)
        return replace(text, rejected=rejected, approvals=(), version=text.version + 1), reason
    if call.caller.member in (text.author, *text.editors):
        raise ForbiddenError("No one approves their own draft.")
    text = text_still_held_to(text, readings, places, in_force(call, desk))
    approval = Approval(member=call.caller.member, party=call.caller.party, content_hash=hash_of(text), at=call.now)
    return approved_by(text, approval), reason


def _permission(
    text: ReusableText, functions: Collection[str], accounts: Collection[Account], call: Call[Any], desk: Desk
) -> str:
    """Why the caller may approve it, for every function that it serves and wherever it is used."""
    try:
        return may(Activity.APPROVE, functions, accounts, text.agency, call, desk)[0]
    except ForbiddenError:
        if text.is_for_client and call.caller.party is Party.CLIENT:
            return "The guidelines ask for the client's approval."
        raise


def may(
    activity: Activity,
    functions: Collection[str],
    accounts: Collection[Account],
    agency: str,
    call: Call[Any],
    desk: Desk,
) -> tuple[str, int]:
    """Why the caller may do this for all of ``functions``, and the most approvals that any of them asks for.

    ``accounts``: those that it is for, where it is not for all. Raises ForbiddenError.
    """
    decisions = [
        desk.permission(call, activity, function, agency, account) for function, account in _pairs(functions, accounts)
    ]
    reasons = dict.fromkeys(decision.reason for decision in decisions)
    return " ".join(reasons), max(decision.demand.approvals for decision in decisions)


def _pairs(functions: Collection[str], accounts: Collection[Account]) -> Iterator[tuple[str, Account | None]]:
    for function in functions:
        yield from ((function, account) for account in accounts or (None,))
