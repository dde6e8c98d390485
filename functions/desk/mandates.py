"""The mandate: who may do what between a client and one of its agencies, and what it would say of one thing."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from functions.desk.rules import client_only
from functions.desk.tools import Desk
from shared.api.pages import Place, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account
from shared.domain.approvals import Demand
from shared.domain.errors import InvalidError
from shared.domain.ledger import Fact
from shared.domain.mandate.agreement import (
    Mandate,
    MandateRequest,
    MandateVersion,
    differing,
    kept,
    proposed,
    request_id,
    signed,
)
from shared.domain.mandate.decision import Answer
from shared.domain.mandate.templates import TEMPLATES, Template
from shared.domain.mandate.terms import Activity, Row, RowChange, Terms, Who, check
from shared.domain.parties import Member, Party
from shared.domain.text import clean

LONGEST_REQUEST = timedelta(days=30)


class NewMandate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``rows``: business function → what changes in its row. Functions left out keep theirs.

    ``accounts``: account id → function → in what its row differs there; an account left out keeps its differences, and
    an empty one has none any more. ``crisis``: function → in what its row differs while a crisis lasts, and null not
    any more. ``template``: the name of one of ``GET /mandate/templates`` to begin from instead of from what is in
    force. ``effective_from``: a time to come; a wall-clock time, without an offset, is read in the client's zone.
    """

    rows: dict[str, RowChange] = {}
    accounts: dict[str, dict[str, RowChange]] = {}
    crisis: dict[str, RowChange | None] = {}
    template: str | None = None
    effective_from: datetime | None = None
    agency: str | None = None


class NewSignature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``sha256`` of the proposal, as ``GET`` of the mandate shows it."""

    sha256: str
    agency: str | None = None


class NewMandateRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``until``: at most 30 days from now; a wall-clock time, without an offset, is read in the client's zone."""

    function: str
    activity: Activity
    until: datetime
    note: str = ""
    agency: str | None = None


class MandateQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """May it be done? Asked of ``member``, or of anybody of ``party``; of the caller when neither is given.

    ``at``: a time to come, when it is not asked of now. ``crisis``: whether to take it that one lasts; left out, as it
    is now.
    """

    activity: Activity
    function: str
    account: str | None = None
    party: Party | None = None
    member: str | None = None
    at: datetime | None = None
    crisis: bool | None = None
    agency: str | None = None


class MandateAnswer(msgspec.Struct, frozen=True):
    """``demand``: whose approvals a text would need."""

    answer: Answer
    reason: str
    demand: Demand
    crisis: bool
    """Whether the rows for a crisis stood."""
    version: int


def list_templates(call: Call[None], desk: Desk) -> list[Template]:  # noqa: ARG001
    """List the mandates to begin from."""
    return list(TEMPLATES.values())


def set_mandate(call: Call[NewMandate], desk: Desk) -> Change:
    """Say who may do what. The client takes rights back at once; anything else needs the other party's signature."""
    agency = desk.agency(call, call.body.agency)
    before = desk.registered(Mandate, call, agency)
    mandate = proposed(
        before,
        _changed(before.at(call.now), call, desk),
        party=call.caller.party,
        member=call.caller.member,
        effective_from=desk.instant(call, call.body.effective_from, "effective_from"),
        now=call.now,
    )
    if mandate.proposal is not None:
        fact = Fact(type="mandate.proposed", subject=agency, data=_told(mandate, _functions(call.body)))
        return Change(records=(mandate,), facts=(fact,), reply=mandate)
    fact = Fact(type="mandate.set", subject=agency, data=_told(mandate, _functions(call.body)))
    return Change(records=(mandate, kept(mandate)), facts=(fact,), reply=mandate)


def sign_mandate(call: Call[NewSignature], desk: Desk) -> Change:
    """Sign what the other party proposes, by its hash; it takes effect, at once or at its time."""
    agency = desk.agency(call, call.body.agency)
    before = desk.registered(Mandate, call, agency)
    mandate = signed(before, call.body.sha256, party=call.caller.party, member=call.caller.member, now=call.now)
    functions = differing(mandate.coming or mandate, before.at(call.now))
    facts = (
        Fact(type="mandate.signed", subject=agency, data={"version": mandate.version, "sha256": call.body.sha256}),
        Fact(type="mandate.set", subject=agency, data=_told(mandate, functions)),
    )
    return Change(records=(mandate, kept(mandate)), facts=facts, reply=mandate)


def show_mandate(call: Call[None], desk: Desk) -> Mandate:
    """Show who may do what between the client and an agency, what is proposed and what is coming."""
    return desk.registered(Mandate, call, desk.agency(call, call.query.get("agency"))).at(call.now)


def list_mandate_versions(call: Call[None], desk: Desk) -> Listed[MandateVersion]:
    """List what was agreed with an agency, the latest first; one replaced before its time never was in force."""
    agency = desk.agency(call, call.query.get("agency"))
    found = [one for one in desk.store.list(MandateVersion, call.client) if one.agency == agency]
    return listed(call, found, lambda one: Place(f"{one.number:09}", one.id), falling=True)


def ask_the_agency(call: Call[NewMandateRequest], desk: Desk) -> Change:
    """Ask the agency to do what the mandate gives it on request; it may until then."""
    client_only(call, "A request to the agency")
    body = call.body
    agency = desk.agency(call, body.agency)
    mandate = desk.registered(Mandate, call, agency).at(call.now)
    if body.function not in mandate.rows:
        raise InvalidError("is not in the mandate", "function")
    if all(row.who(body.activity) is not Who.ON_REQUEST for row in mandate.rows_of(body.function)):
        raise InvalidError("is not given on request", "activity")
    until = desk.instant(call, body.until, "until")
    if until is None or not call.now < until <= call.now + LONGEST_REQUEST:
        raise InvalidError(f"must be later than now, by {LONGEST_REQUEST.days} days at most", "until")
    before = desk.store.get(MandateRequest, call.client, request_id(agency, body.function, body.activity))
    request = MandateRequest(
        client=call.client,
        agency=agency,
        function=body.function,
        activity=body.activity,
        by=call.caller.member,
        at=call.now,
        until=until,
        note=clean(body.note, "note", longest=500, empty=True),
        version=before.version + 1 if before else 1,
    )
    fact = Fact(
        type="mandate.requested",
        subject=agency,
        data={"function": request.function, "activity": request.activity.value, "until": until.isoformat()},
    )
    return Change(records=(request,), facts=(fact,), reply=request)


def check_mandate(call: Call[MandateQuestion], desk: Desk) -> MandateAnswer:
    """Say what the mandate would say of something, and why; nothing is done."""
    body = call.body
    mandate = desk.registered(Mandate, call, desk.agency(call, body.agency))
    mandate = mandate.at(desk.instant(call, body.at, "at") or call.now)
    account = _account(body.account, call, desk)
    party, member = _whoever(call, desk, mandate.agency)
    crisis = desk.in_crisis(mandate) if body.crisis is None else body.crisis
    decision = desk.decision(mandate, call, body.activity, body.function, account, party, member, crisis=crisis)
    return MandateAnswer(
        answer=decision.answer,
        reason=decision.reason,
        demand=decision.demand,
        crisis=crisis,
        version=mandate.version,
    )


def _changed(before: Mandate, call: Call[NewMandate], desk: Desk) -> Terms:
    """What the call makes of it, checked."""
    body = call.body
    base = _template(body.template).terms(before) if body.template is not None else before
    rows = {name: change.of(base.rows.get(name, Row())) for name, change in body.rows.items()}
    for name in rows:
        clean(name, f"rows.{name}", longest=50)
    for id_ in body.accounts:
        if desk.store.get(Account, call.client, id_) is None:
            raise InvalidError("is not an account of this client", f"accounts.{id_}")
    accounts = {id_: changes for id_, changes in {**base.accounts, **body.accounts}.items() if changes}
    terms = Terms(rows={**base.rows, **rows}, accounts=accounts, crisis=base.crisis)
    crisis = dict(base.crisis)
    for name, change in body.crisis.items():
        if change is not None:
            crisis[name] = change.of(terms.row(name, None, crisis=True) or Row())
        else:
            crisis.pop(name, None)
    terms = replace(terms, crisis=crisis)
    check(terms)
    _check_teams(terms, call, desk)
    return terms


def _check_teams(terms: Terms, call: Call[Any], desk: Desk) -> None:
    """A team in which nobody is could approve nothing."""
    asked = [(cell, one) for cell, row in terms.every_row() for one in row.approvers if one.team]
    if not asked:
        return
    members = [member for member in desk.store.list(Member, call.client) if member.removed_at is None]
    peopled = {(member.party, team) for member in members for team in member.teams}
    for cell, approver in asked:
        if (approver.party, approver.team) not in peopled:
            raise InvalidError(f"names {approver}, in which nobody is", f"{cell}.approvers")


def _told(mandate: Mandate, functions: list[str]) -> dict[str, Any]:
    """Of what was laid down or signed: what it is, by its hash, and from when it is to hold."""
    waits = mandate.proposal or mandate.coming
    signatures = (waits or mandate).signatures
    told = {"version": mandate.version, "functions": functions, "sha256": signatures[-1].sha256}
    return told | ({"effective_from": waits.effective_from.isoformat()} if waits and waits.effective_from else {})


def _functions(body: NewMandate) -> list[str]:
    """Of which the call says something."""
    if body.template is not None:
        return sorted({*TEMPLATES[body.template].rows, *body.rows, *body.crisis})
    return sorted({*body.rows, *body.crisis, *(name for changes in body.accounts.values() for name in changes)})


def _template(name: str) -> Template:
    if name not in TEMPLATES:
        raise InvalidError(f"must be one of {', '.join(TEMPLATES)}", "template")
    return TEMPLATES[name]


def _account(id_: str | None, call: Call[Any], desk: Desk) -> Account | None:
    if id_ is None:
        return None
    account = desk.store.get(Account, call.client, id_)
    if account is None:
        raise InvalidError("is not an account of this client", "account")
    return account


def _whoever(call: Call[MandateQuestion], desk: Desk, agency: str) -> tuple[Party, str]:
    """Of whom it is asked."""
    body = call.body
    if body.member is not None:
        member = desk.store.get(Member, call.client, body.member)
        if member is None or member.removed_at is not None or member.agency not in (None, agency):
            raise InvalidError("is not a member who works under this mandate", "member")
        if body.party not in (None, member.party):
            raise InvalidError(f"is not the member's, which is {member.party.value}", "party")
        return member.party, member.id
    if body.party is Party.OPERATOR:
        raise InvalidError("must be agency or client", "party")
    if body.party is not None:
        return body.party, ""
    return call.caller.party, call.caller.member
