"""Where records are kept. This module is the contract; ``dynamo`` and ``memory`` keep it, under one suite.

Every record is a frozen dataclass with a ``version``, and every write states its condition through it: a
record of version 1 must be new, a record of version *n* must replace version *n - 1*. A commit takes any
number of records (up to 100) from any tables and is all or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from shared.domain.errors import BackchannelError

if TYPE_CHECKING:
    from shared.domain.accounts import Account
    from shared.domain.attempts import Attempt
    from shared.domain.deliveries import Delivery
    from shared.domain.lanes import Lane
    from shared.domain.ledger import Entry
    from shared.domain.listening.mentions import Mention
    from shared.domain.listening.people import Person, Utterance
    from shared.domain.mandate.agreement import Mandate
    from shared.domain.parties import Member
    from shared.domain.posts import Post, PostState
    from shared.domain.receipts import ReceiptPage
    from shared.domain.roster.speakers import Speaker
    from shared.domain.schedule import Timer
    from shared.domain.stops import Flag, Stop, StopScope


class ConflictError(BackchannelError):
    """A record was not at the version the commit stated. Nothing was written; ``record`` was the first."""

    def __init__(self, record: Record) -> None:
        super().__init__(f"{type(record).__name__} {record_name(record)} has changed meanwhile; read it again.")
        self.record = record


class StoreError(BackchannelError):
    """The store did not answer, or gave up: the commit may or may not have happened."""


@runtime_checkable
class Record(Protocol):
    """Any of the domain's frozen dataclasses that has a version."""

    @property
    def version(self) -> int: ...


R = TypeVar("R")


def record_name(record: Any) -> str:
    """What a person would call it: its id, or what it is about."""
    names = (getattr(record, field, None) for field in ("id", "subject", "scope", "client", "stop"))
    return next((str(name) for name in names if name), "")


class Reading(Protocol):
    """Point reads are strongly consistent."""

    def get(self, kind: type[R], realm: str, id: str) -> R | None:  # noqa: A002
        """A record of the registry: client, agency, member, key, account, endpoint, mandate, priorities, … .

        One of which a realm has a single one (``Client``, ``Priorities``) has the realm's own id.
        """
        ...

    def several(self, kind: type[R], keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], R]:
        """Those that exist of a kind in the registry, by realm and id."""
        ...

    def list(self, kind: type[R], realm: str) -> Iterator[R]:
        """All of a kind in a realm's registry, by id."""
        ...

    def mention(self, id: str) -> Mention | None: ...  # noqa: A002

    def post(self, id: str) -> Post | None: ...  # noqa: A002

    def several_posts(self, ids: Sequence[str]) -> Mapping[str, Post]:
        """Those that exist, by id."""
        ...

    def posts(self, client: str, state: PostState, until: datetime | None = None) -> Iterator[Post]:
        """By the time at which they entered the state (``until`` then), newest first; eventually consistent."""
        ...

    def posts_between(self, client: str, state: PostState, since: datetime, until: datetime) -> Iterator[Post]:
        """Those that entered the state in that span, both ends included, oldest first; eventually consistent."""
        ...

    def ledger(self, realm: str, day: date, after: str = "") -> Iterator[Entry]:
        """A day's entries (UTC), oldest first, after the entry with the id ``after``."""
        ...


@dataclass(frozen=True, slots=True)
class Reference:
    """A record to read: of the registry by realm and id; a mention, a likeness or an alarm by its id alone.

    The realm of those is their client.
    """

    kind: type[Any]
    realm: str
    id: str


class Mentions(Protocol):
    """The indexes here are eventually consistent."""

    def together(self, wanted: Sequence[Reference]) -> Mapping[Reference, Any]:
        """Those that exist, of any kinds: strongly consistent, and one request for up to 100."""
        ...

    def inbox(self, client: str, at_most: float | None = None) -> Iterator[Mention]:
        """What is in a client's inbox by falling score, from ``at_most`` on, read page by page as asked for."""
        ...

    def whole_inbox(self, client: str) -> Iterator[Mention]:
        """All of it, in as few requests as it takes."""
        ...

    def waiting(self, client: str, until: datetime) -> Iterator[str]:
        """The ids of mentions and of alarms that are to be looked at by then, the longest due first."""
        ...

    def conversation(self, client: str, network: str, external_id: str, since: datetime | None = None) -> Iterator[str]:
        """The ids of mentions that name this conversation, oldest first; of those posted ``since`` then."""
        ...


class People(Protocol):
    def people(self, client: str, after: str = "") -> Iterator[Person]:
        """A client's, by id, after the one with the id ``after``; what stays of those who were forgotten, too."""
        ...

    def utterances(self, person: str) -> Iterator[Utterance]:
        """All that a person said, by the mentions' ids."""
        ...


class Deliveries(Protocol):
    def deliveries(self, endpoint: str, before: str = "") -> Iterator[Delivery]:
        """All to an endpoint, the newest entry first, before the one with the id ``before``."""
        ...

    def waiting_deliveries(self, endpoint: str) -> Iterator[Delivery]:
        """In the order in which they are to be told; strongly consistent, page by page as asked for."""
        ...

    def several_deliveries(self, endpoint: str, ids: Sequence[str]) -> Mapping[str, Delivery]:
        """Those that exist, by id; strongly consistent."""
        ...

    def entries(self, realm: str, places: Sequence[tuple[datetime, str]]) -> Mapping[str, Entry]:
        """Those of a realm's ledger that exist, by id, of times of their days and their ids; strongly consistent."""
        ...


class Committing(Protocol):
    def commit(self, *records: Record) -> None:
        """All or nothing. Raises :class:`ConflictError` or :class:`StoreError`."""
        ...


class Timers(Protocol):
    def due(self, buckets: Iterable[str]) -> Iterator[Timer]:
        """Strongly consistent."""
        ...

    def forget(self, timers: Sequence[Timer]) -> None:
        """Drop timers that have been handed to their queue; dropping one twice is no error."""
        ...


@dataclass(frozen=True, slots=True)
class Clearance:
    """All that says whether an attempt may send its post."""

    flags: tuple[Flag, ...]
    """Those that exist over it."""
    account: Account | None
    lane: Lane | None
    mandate: Mandate | None
    """With the post's agency."""
    guidelines: int
    """The version in force; 0 when the client has said nothing."""
    speaker: Speaker | None
    """The author's place on the roster."""
    approvers: tuple[Member, ...]
    """Who approved it."""


class Stops(Protocol):
    """All reads here are strongly consistent."""

    def flags(self, scopes: Sequence[StopScope]) -> Mapping[str, Flag]:
        """The flags that exist among ``scopes``, by scope, in one request; one left unread: StoreError."""
        ...

    def clearance(self, attempt: Attempt, post: Post) -> Clearance:
        """In one request; anything left unread: StoreError."""
        ...

    def stop(self, id: str) -> Stop | None: ...  # noqa: A002

    def page(self, stop: str, number: int) -> ReceiptPage | None:
        """A page of a stop's receipt, numbered from 1."""
        ...

    def pages(self, stop: str) -> Iterator[ReceiptPage]:
        """All pages of a stop's receipt, by number."""
        ...

    def attempts_since(self, at: datetime) -> Iterator[Attempt]:
        """Every attempt started since ``at``, from every shard."""
        ...

    def attempt(self, id: str, started_at: datetime) -> Attempt | None: ...  # noqa: A002


class Store(Reading, Mentions, People, Deliveries, Committing, Timers, Stops, Protocol):
    """All of it. A use case asks only for the part that it needs."""
