"""Follower audits: asked for here, made by who may read an account's credentials, and read here."""

from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account
from shared.domain.errors import InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.followers import AuditState, FollowerAudit
from shared.domain.mandate.terms import Activity, Function
from shared.networks import capabilities_of
from shared.networks.capabilities import Does


class NewFollowerAudit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``agency``: needed when the client works with several agencies and the key is the client's."""

    agency: str | None = None


def ask_for_follower_audit(call: Call[NewFollowerAudit], desk: Desk) -> Change:
    """Have an account's followers looked at: how many are suspected to be bought or made by machines."""
    account = desk.registered(Account, call, call.path["account"])
    agency = desk.agency(call, call.body.agency)
    decision = desk.permission(call, Activity.MEASURE, Function.PUBLIC_RELATIONS.value, agency, account)
    if account.closed_at is not None:
        raise StateError("That account is closed.")
    network = capabilities_of(account.network)
    if Does.FOLLOWERS not in network.does:
        why = network.cannot.get(Does.FOLLOWERS.value, "")
        raise InvalidError(f"is on {network.title}, whose followers cannot be looked at. {why}".rstrip(), "account")
    if any(audit.state is AuditState.WANTED for audit in _audits(call, desk)):
        raise StateError("An audit of that account is under way.")
    audit = FollowerAudit(
        id=call.new_id("fad"),
        client=call.client,
        account=account.id,
        asked_by=call.caller.member,
        asked_at=call.now,
    )
    data = {"account": account.id, "mandate": decision.reason}
    fact = Fact(type="followers.audit_asked", subject=audit.id, data=data)
    return Change(records=(audit,), facts=(fact,), reply=audit)


def list_follower_audits(call: Call[None], desk: Desk) -> Listed[FollowerAudit]:
    """Read the audits of an account's followers, newest first; they are kept for 400 days."""
    desk.registered(Account, call, call.path["account"])
    return listed(call, _audits(call, desk), by_id, falling=True)


def _audits(call: Call[Any], desk: Desk) -> list[FollowerAudit]:
    found = desk.store.list(FollowerAudit, call.client)
    return [audit for audit in found if audit.account == call.path["account"]]
