"""Who may do what: business function × activity → party. The one place that decides it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Approver, Demand
from shared.domain.errors import InvalidError
from shared.domain.parties import Party

MOST_APPROVALS = 5
MOST_FUNCTIONS = 100
MOST_DIFFERENCES = 200
"""Of all accounts: a record holds what is in force, what is proposed and what is coming."""


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
    ON_REQUEST = "on_request"
    """The client; and the agency as long as the client asks it to."""

    def includes(self, party: Party) -> bool:
        """Without anybody's asking for it."""
        if self is Who.ON_REQUEST:
            return party is Party.CLIENT
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
    approvers: tuple[Approver, ...] = ()
    """By whom each is given; empty: by anybody who may approve."""
    in_order: bool = True
    """Those named come one after another."""

    def who(self, activity: Activity) -> Who:
        allowed: Who = getattr(self, activity.value)
        return allowed


@dataclass(frozen=True, kw_only=True, slots=True)
class RowChange:
    """What is left out stays as it was; in a new row it is as in the default one."""

    listen: Who | None = None
    identify: Who | None = None
    prioritize: Who | None = None
    create: Who | None = None
    approve: Who | None = None
    post: Who | None = None
    follow_up: Who | None = None
    measure: Who | None = None
    approvals: int | None = None
    approvers: tuple[Approver, ...] | None = None
    in_order: bool | None = None

    def of(self, row: Row) -> Row:
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(row, **{name: value for name, value in given.items() if value is not None})


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What a mandate says, whoever said it and when."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    accounts: Mapping[str, Mapping[str, RowChange]] = field(default_factory=dict)
    """Account id → function → in what its row differs there."""

    crisis: Mapping[str, Row] = field(default_factory=dict)
    """Rows that stand in place of the others, on every account, while a crisis of the client lasts."""

    def row(self, function: str, account: str | None, *, crisis: bool = False) -> Row | None:
        if crisis and function in self.crisis:
            return self.crisis[function]
        row = self.rows.get(function)
        change = self.accounts.get(account, {}).get(function) if account is not None else None
        return change.of(row) if row is not None and change is not None else row

    def rows_of(self, function: str) -> Iterator[Row]:
        """The function's row, everywhere that it differs."""
        places = (None, *self.accounts)
        rows = (*(self.row(function, account) for account in places), self.crisis.get(function))
        return (row for row in rows if row is not None)

    def every_row(self) -> Iterator[tuple[str, Row]]:
        """Each row as it holds somewhere, by the name of its field."""
        for name, row in self.rows.items():
            yield f"rows.{name}", row
        for account, changes in self.accounts.items():
            for name, change in changes.items():
                if name not in self.rows:
                    raise InvalidError("differs from a row that there is not", f"accounts.{account}.{name}")
                yield f"accounts.{account}.{name}", change.of(self.rows[name])
        for name, row in self.crisis.items():
            if name not in self.rows:
                raise InvalidError("stands in place of a row that there is not", f"crisis.{name}")
            yield f"crisis.{name}", row


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    party: Party
    member: str
    at: datetime
    sha256: str
    """Hex, of what was signed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal(Terms):
    """Terms that a party put its name to. What both have signed is in force, from its time on."""

    sha256: str
    """Hex, of the terms, whom they bind and from when: what a signature names."""
    effective_from: datetime | None = None
    """None: as soon as both have signed."""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mandate(Terms):
    """Between a client and one of its agencies."""

    client: str
    agency: str
    effective_from: datetime | None = None
    """None: since it was set."""
    signatures: tuple[Signature, ...] = ()
    """Of what is in force; none under a default that nobody has changed."""
    proposal: Proposal | None = None
    """Waits for the other party's signature."""
    coming: Proposal | None = None
    """Needs no more signatures and takes effect at its time."""
    set_by: str
    set_at: datetime
    version: int = 1

    def at(self, now: datetime) -> "Mandate":
        """As it is by then: what was coming is in force from its time on."""
        coming = self.coming
        if coming is None or coming.effective_from is None or now < coming.effective_from:
            return self
        return self.under(coming, coming.effective_from)

    def under(self, agreed: Proposal, since: datetime) -> "Mandate":
        """With ``agreed`` in force."""
        return replace(
            self,
            rows=agreed.rows,
            accounts=agreed.accounts,
            crisis=agreed.crisis,
            effective_from=since,
            signatures=agreed.signatures,
            coming=None,
            set_by=agreed.signatures[0].member,
            set_at=agreed.signatures[-1].at,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateRequest:
    """The client asks its agency to do what the mandate gives it on request."""

    client: str
    agency: str
    function: str
    activity: Activity
    by: str
    """The member of the client who asked."""
    at: datetime
    until: datetime
    note: str = ""
    version: int = 1

    @property
    def id(self) -> str:
        return request_id(self.agency, self.function, self.activity)


def request_id(agency: str, function: str, activity: Activity) -> str:
    """The one request of that kind that there is at a time."""
    return f"{agency}.{activity.value}.{function}"


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


def sensible_default() -> Mapping[str, Row]:
    """The agency does the work, the client approves each text; a crisis is the client's own and takes two."""
    ordinary = {function.value: Row() for function in Function}
    return ordinary | {Function.CRISIS: Row(create=Who.CLIENT, post=Who.CLIENT, approvals=2)}


def check(terms: Terms) -> None:
    """Raises InvalidError for what contradicts itself or says nothing, naming the cell."""
    if len(terms.rows) > MOST_FUNCTIONS:
        raise InvalidError(f"holds more than {MOST_FUNCTIONS}", "rows")
    if sum(map(len, terms.accounts.values())) > MOST_DIFFERENCES:
        raise InvalidError(f"hold more than {MOST_DIFFERENCES} rows", "accounts")
    for function in Function:
        if function.value not in terms.rows:
            raise InvalidError("is missing: nobody could do anything for it", f"rows.{function.value}")
    for cell, row in terms.every_row():
        _check_row(row, cell)


def _check_row(row: Row, cell: str) -> None:
    if not 0 <= row.approvals <= MOST_APPROVALS:
        raise InvalidError(f"must be 0 to {MOST_APPROVALS}", f"{cell}.approvals")
    if row.approve is Who.ON_REQUEST:
        raise InvalidError("must be agency, client or either: an approval is given or delegated", f"{cell}.approve")
    if row.approvers and len(row.approvers) != row.approvals:
        named = len(row.approvers)
        raise InvalidError(f"names {named} where {row.approvals} are asked for", f"{cell}.approvers")
    for approver in row.approvers:
        if not row.approve.includes(approver.party):
            reason = f"names {approver}, and only the {row.approve.value} may approve"
            raise InvalidError(reason, f"{cell}.approvers")


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
