"""A route is data: who may call it, what it takes, what it returns, and the use case behind it.

A use case reads, decides, and returns a :class:`Change`; the edge commits the change, its ledger entries and the
reply to an ``Idempotency-Key`` in one transaction. So nothing can happen that the ledger does not say, and a
retried request is answered with what the first one did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from shared.domain.clock import NewId
from shared.domain.ledger import Fact
from shared.domain.parties import Caller, Party, Scope
from shared.stores import Record

if TYPE_CHECKING:
    from shared.domain.mandate.terms import Activity  # of no use to who only stops

B = TypeVar("B")
T = TypeVar("T")
V = TypeVar("V")

LARGEST_BODY = 1_000_000
"""Bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit(Generic[B]):
    """One request, of nobody yet. ``body`` is decoded and checked against the route's type."""

    body: B
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    """The address of the API that was asked, without a trailing slash."""
    form: bool = False
    """The body was a form's, so a person is looking at the answer."""
    now: datetime
    new_id: NewId


@dataclass(frozen=True, kw_only=True, slots=True)
class Call(Visit[B]):
    """One authorised request."""

    caller: Caller
    wait: float = 0.0
    """Seconds that the caller is ready to wait (``Prefer: wait=N``)."""

    @property
    def client(self) -> str:
        return self.path["client"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """In whose ledger a change stands, and who made it."""

    realm: str
    who: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What a use case decided: the records to write, the facts to enter, and the reply."""

    records: tuple[Record, ...]
    facts: tuple[Fact, ...]
    reply: Any
    by: Actor | None = None
    """Who made it, where no key said it: of a route that opens with a token."""
    refusal: Exception | None = None
    """What is answered instead of the reply, once the change is written: that a try was wrong is to be counted."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A page of a list that is answered as an array; where it goes on is said beside it, in a header."""

    items: tuple[T, ...]
    next: str | None
    """The cursor of the following page; None of the last one."""

    def shown(self, view: Callable[[T], V]) -> "Listed[V]":
        return Listed(tuple(view(one) for one in self.items), self.next)


UseCase = Callable[[Any, Any], Any]
"""Takes the call, and the function's tools; returns a Change, or the reply itself when nothing is to be written.

Of a route that opens with a token it takes the visit, and itself proves what the token opens.
"""
Page = Callable[[str, str], str]
"""A refusal as a person reads it: HTML of its title, and of what is wrong and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deprecation:
    """That a route is to be used no more; its answers say so, and the OpenAPI document."""

    since: date
    sunset: date
    """From then on the route may be gone."""
    see: str
    """Address of a page that says what to use instead."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Of RFC 9745 and RFC 8594."""
        from email.utils import format_datetime  # noqa: PLC0415  nearly no route needs it

        return {
            "Deprecation": f"@{int(_midnight(self.since).timestamp())}",
            "Sunset": format_datetime(_midnight(self.sunset), usegmt=True),
            "Link": f'<{self.see}>; rel="deprecation"',
        }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    path: str
    """With the parameters in braces; one named ``client`` binds the call to that client."""
    use_case: UseCase
    scope: Scope | None
    """None: any key."""
    returns: Any
    """Type of the reply, as msgspec encodes it; ``str`` or ``bytes`` is sent as it is, as ``content_type``."""
    opens_with: Literal["key", "token", "nothing"] = field(default="key", kw_only=True)
    """``token``: its path holds a secret that stands for a key, so it is served without one.

    ``nothing``: it is open to anybody, and answers all the same; so anybody may keep its answer for a while.
    """
    content_type: str = field(default="application/json", kw_only=True)
    """Of replies that are text or bytes; others are JSON."""
    headers: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    """That every answer has, refusals as well."""
    page: Page | None = field(default=None, kw_only=True)
    """How a refusal is shown where a person looks at it; None: always as a problem document."""
    takes_form: bool = field(default=False, kw_only=True)
    """The body may be a form's as well as JSON."""
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
    deprecated: Deprecation | None = field(default=None, kw_only=True)
    decides_anew: bool = field(default=False, kw_only=True)
    """Functions write all the time what it changes as well: when one was faster, the use case is asked once more.

    It does nothing but read, then.
    """
    asks: "tuple[Activity, ...]" = field(default=(), kw_only=True)
    """Of which activities the use case asks the mandate, all of them or as the body has it."""

    @property
    def summary(self) -> str:
        return (self.use_case.__doc__ or "").strip().split("\n")[0]

    @property
    def name(self) -> str:
        return self.use_case.__name__
