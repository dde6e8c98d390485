"""A route is data: who may call it, what it takes, what it returns, and the use case behind it.

A use case reads, decides, and returns a :class:`Change`; the edge commits the change, its ledger entries and the
reply to an ``Idempotency-Key`` in one transaction. So nothing can happen that the ledger does not say, and a
retried request is answered with what the first one did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shared.domain.clock import NewId
from shared.domain.ledger import Fact
from shared.domain.parties import Caller, Party, Scope
from shared.stores import Record

if TYPE_CHECKING:
    from shared.domain.mandate import Activity  # of no use to who only stops

B = TypeVar("B")

LARGEST_BODY = 1_000_000
"""Bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call(Generic[B]):
    """One authorised request. ``body`` is decoded and checked against the route's type."""

    caller: Caller
    body: B
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    """Seconds that the caller is ready to wait (``Prefer: wait=N``)."""
    now: datetime
    new_id: NewId

    @property
    def client(self) -> str:
        return self.path["client"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What a use case decided: the records to write, the facts to enter, and the reply."""

    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    reply: Any


UseCase = Callable[[Call[Any], Any], Any]
"""Takes the call and the function's tools; returns a Change, or the reply itself when nothing is to be written."""


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    """With the parameters in braces; one named ``client`` binds the call to that client."""
    use_case: UseCase
    scope: Scope | None
    """None: any key."""
    returns: Any
    """Type of the reply, as msgspec encodes it."""
    body: type | None = field(default=None, kw_only=True)
    largest_body: int = field(default=LARGEST_BODY, kw_only=True)
    """Bytes."""
    status: int = field(default=200, kw_only=True)
    shows_secret: bool = field(default=False, kw_only=True)
    """The reply carries a secret that is shown once, so it is not kept for replay."""
    query: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """Query parameters and what they mean."""
    party: Party | None = field(default=None, kw_only=True)
    """Whose alone it is; the use case refuses the other. None: either's."""
    asks: "tuple[Activity, ...]" = field(default=(), kw_only=True)
    """Of which activities the use case asks the mandate, all of them or as the body has it."""

    @property
    def summary(self) -> str:
        return (self.use_case.__doc__ or "").strip().split("\n")[0]

    @property
    def name(self) -> str:
        return self.use_case.__name__
