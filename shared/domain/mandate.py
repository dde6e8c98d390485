"""Who may do what: business function × activity → party. The one place that decides it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.domain.accounts import Account, AccountKind
from shared.domain.parties import Party


class Function(StrEnum):
    """The business function that a message serves: the rows of a mandate. A client may add its own."""

    CUSTOMER_SERVICE = "customer_service"
    CRISIS = "crisis"
    ANNOUNCEMENT = "announcement"
    CONTEST = "contest"
    COMMUNITY = "community"
    SALES = "sales"
    PUBLIC_RELATIONS = "public_relations"
    NOISE = "noise"


def standard_function(name: str) -> Function | None:
    """``name`` as one of the standard functions; None for one that a client added."""
    return next((function for function in Function if function.value == name), None)


class Activity(StrEnum):
    """The value chain: the columns of a mandate."""

    LISTEN = "listen"
    IDENTIFY = "identify"
    PRIORITIZE = "prioritize"
    CREATE = "create"
    APPROVE = "approve"
    POST = "post"
    FOLLOW_UP = "follow_up"
    MEASURE = "measure"


class Who(StrEnum):
    AGENCY = "agency"
    CLIENT = "client"
    EITHER = "either"

    def includes(self, party: Party) -> bool:
        return self.value == party.value or (self is Who.EITHER and party is not Party.OPERATOR)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One business function. ``approvals`` from whoever may approve; 0 is delegated."""

    listen: Who = Who.EITHER
    identify: Who = Who.EITHER
    prioritize: Who = Who.EITHER
    create: Who = Who.EITHER
    approve: Who = Who.CLIENT
    post: Who = Who.EITHER
    follow_up: Who = Who.EITHER
    measure: Who = Who.EITHER
    approvals: int = 1

    def who(self, activity: Activity) -> Who:
        allowed: Who = getattr(self, activity.value)
        return allowed


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate:
    """Between a client and one of its agencies."""

    client: str
    agency: str
    rows: Mapping[str, Row] = field(default_factory=dict)
    set_by: str
    set_at: datetime
    version: int = 1


class Answer(StrEnum):
    ALLOWED = "allowed"
    NEEDS_APPROVAL = "needs_approval"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    answer: Answer
    reason: str
    approvals: int = 0
    approver: Who | None = None


def sensible_default() -> Mapping[str, Row]:
    """The agency does the work, the client approves each text; a crisis is the client's own and takes two."""
    ordinary = {function.value: Row() for function in Function}
    return ordinary | {Function.CRISIS: Row(create=Who.CLIENT, post=Who.CLIENT, approvals=2)}


def decide(
    mandate: Mandate, activity: Activity, function: str, account: Account | None, party: Party, member: str
) -> Decision:
    """May ``member`` of ``party`` do ``activity`` for ``function`` on ``account``, and whose approval does it need?

    A person's account speaks only by its owner's own approval, whatever the mandate delegates.
    """
    row = mandate.rows.get(function)
    if row is None:
        return Decision(
            answer=Answer.REFUSED,
            reason=f"The mandate says nothing of the function {function!r}; add a row for it.",
        )
    personal = account if account is not None and account.kind is AccountKind.PERSON else None
    if personal is not None and activity is Activity.APPROVE:
        return _owner_alone(personal, member)
    allowed = row.who(activity)
    if not allowed.includes(party):
        return Decision(
            answer=Answer.REFUSED,
            reason=f"The mandate gives {activity.value} of {function} to the {allowed.value}.",
        )
    if personal is not None and activity in (Activity.CREATE, Activity.POST):
        return Decision(
            answer=Answer.NEEDS_APPROVAL,
            reason="A person's account speaks only by its owner's own approval, whatever is delegated.",
            approvals=1,
            approver=Who.CLIENT,
        )
    if activity in (Activity.CREATE, Activity.POST) and row.approvals:
        return Decision(
            answer=Answer.NEEDS_APPROVAL,
            reason=f"The mandate asks for {row.approvals} approval(s) by the {row.approve.value} for {function}.",
            approvals=row.approvals,
            approver=row.approve,
        )
    return Decision(answer=Answer.ALLOWED, reason=f"The mandate allows {activity.value} of {function}.")


def _owner_alone(account: Account, member: str) -> Decision:
    if member != account.owner:
        return Decision(answer=Answer.REFUSED, reason=f"Only the owner of @{account.handle} approves what it says.")
    return Decision(answer=Answer.ALLOWED, reason=f"@{account.handle} is the member's own.")
