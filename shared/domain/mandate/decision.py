"""Who may do what: business function × activity → party. The one place that decides it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Demand
from shared.domain.mandate.terms import Activity, Row, Terms, Who
from shared.domain.parties import Party


class Answer(StrEnum):
    ALLOWED = "allowed"
    NEEDS_APPROVAL = "needs_approval"
    NEEDS_REQUEST = "needs_request"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    answer: Answer
    reason: str
    demand: Demand = field(default_factory=Demand)
    """Of a text: whose approvals it needs, even where nobody may write one."""


def decide(
    mandate: Terms,
    activity: Activity,
    function: str,
    account: Account | None,
    party: Party,
    member: str,
    *,
    requested: bool = False,
    crisis: bool = False,
) -> Decision:
    """May ``member`` of ``party`` do ``activity`` for ``function`` on ``account``, and whose approval does it need?

    A person's account speaks only by its owner's own approval, whatever the mandate delegates. ``requested``: the
    client asks the agency to do just this. ``crisis``: one of the client's lasts.
    """
    row = mandate.row(function, account.id if account is not None else None, crisis=crisis)
    if row is None:
        return Decision(
            answer=Answer.REFUSED,
            reason=f"The mandate says nothing of the function {function!r}; add a row for it.",
        )
    personal = account if account is not None and account.kind is AccountKind.PERSON else None
    if personal is not None and (activity is Activity.APPROVE or (activity is Activity.POST and not personal.owner)):
        return _owner_alone(personal, member)
    allowed = row.who(activity)
    says = _named(mandate, function, crisis=crisis)
    writing = activity in (Activity.CREATE, Activity.POST)
    demand = _demand(row, personal) if writing else Demand()
    kept_out = _kept_out(says, allowed, activity, function, party, requested=requested)
    if kept_out is not None:
        return replace(kept_out, demand=demand)
    if personal is not None and writing:
        return Decision(
            answer=Answer.NEEDS_APPROVAL,
            reason="A person's account speaks only by its owner's own approval, whatever is delegated.",
            demand=demand,
        )
    request = " The client asked for it." if not allowed.includes(party) else ""
    if demand.approvals:
        return Decision(
            answer=Answer.NEEDS_APPROVAL,
            reason=f"{says} asks for {row.approvals} approval(s) by {_whose(row)} for {function}.{request}",
            demand=demand,
        )
    reason = f"{says} allows {activity.value} of {function}.{request}"
    return Decision(answer=Answer.ALLOWED, reason=reason, demand=demand)


def _demand(row: Row, personal: Account | None) -> Demand:
    if personal is not None:
        return Demand(approvals=1, parties=(Party.CLIENT,), owner=personal.owner or "")
    return Demand(
        approvals=row.approvals,
        parties=tuple(party for party in (Party.AGENCY, Party.CLIENT) if row.approve.includes(party)),
        approvers=row.approvers,
        in_order=row.in_order,
    )


def _whose(row: Row) -> str:
    if not row.approvers:
        return f"the {row.approve.value}"
    named = ", ".join(map(str, row.approvers))
    return f"{named}, in this order" if row.in_order and len(row.approvers) > 1 else named


def _named(mandate: Terms, function: str, *, crisis: bool) -> str:
    return "The mandate for a crisis" if crisis and function in mandate.crisis else "The mandate"


def _kept_out(
    says: str, allowed: Who, activity: Activity, function: str, party: Party, *, requested: bool
) -> Decision | None:
    if allowed.includes(party):
        return None
    if allowed is not Who.ON_REQUEST or party is not Party.AGENCY:
        return Decision(
            answer=Answer.REFUSED,
            reason=f"{says} gives {activity.value} of {function} to the {allowed.value}.",
        )
    if requested:
        return None
    return Decision(
        answer=Answer.NEEDS_REQUEST,
        reason=f"{says} gives {activity.value} of {function} to the agency on request: it needs the client's request.",
    )


def _owner_alone(account: Account, member: str) -> Decision:
    if account.owner is None:
        reason = f"The owner of @{account.handle} works for the client no more, and nobody else has it speak."
        return Decision(answer=Answer.REFUSED, reason=reason)
    if member != account.owner:
        return Decision(answer=Answer.REFUSED, reason=f"Only the owner of @{account.handle} approves what it says.")
    return Decision(answer=Answer.ALLOWED, reason=f"@{account.handle} is the member's own.")
