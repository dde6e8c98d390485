"""What a mandate says: for each business function and each activity, which party, and whose approvals a text takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from shared.domain.approvals import Approver
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
