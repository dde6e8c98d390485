"""What each network's API can do, as far as its connector uses it: declared by the connectors, checked by the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from shared.domain.errors import InvalidError


class Proof(StrEnum):
    """Against what a connector was proven."""

    REAL_SERVER = "real server"
    OFFICIAL_DOCUMENT = "official document"
    """Checked by the network's own machine-readable description of its API."""
    WRITTEN_FROM_DOCUMENTS = "written from documents"
    """Against a stand-in that was written from what the network's documents say."""


class Does(StrEnum):
    """What a connector can be asked for beyond posting."""

    REPLY = "reply"
    THREAD = "thread"
    RECALL = "recall"
    POLL = "poll"
    """Hear mentions by asking for them."""
    HOOK = "hook"
    """Be sent mentions by webhook."""
    FOLLOWERS = "followers"


@dataclass(frozen=True, kw_only=True, slots=True)
class Quota:
    """So many calls in a span, for one account."""

    what: str
    most: int
    within: timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Pictures:
    """What may go with a post."""

    kinds: frozenset[str]
    """Such as ``image/png``."""
    most: int
    largest: int
    """Bytes."""
    longest_alt: int
    """Characters of alternative text; 0 where the network takes none."""
    needed: bool = False
    """Whether the network has no post without one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """One field of the credentials that connecting an account asks for."""

    name: str
    what: str
    """What it is and where a person gets it."""
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Capabilities:
    network: str
    title: str
    """As the network writes its name."""
    text_limit: int
    counted: str
    """How text is counted, in words."""
    length: Callable[[str], int]
    """Text length as this network counts it."""
    does: frozenset[Does]
    safe_resend: bool
    """A resend under the same attempt id cannot make a second copy."""
    settles_within: timedelta
    """How long after an unanswered call a post may still appear."""
    pictures: Pictures | None = None
    prepares: bool = False
    """Whether a part needs calls before the one that puts it out."""
    proven: Proof
    credentials: tuple[Credential, ...]
    quotas: tuple[Quota, ...] = ()
    cannot: Mapping[str, str] = field(default_factory=dict)
    """What its API has not, and what a person can do instead."""
    home: str = ""
    """Base URL where there is one server for everybody; "" where each account has its own."""

    def check_text(self, text: str, field: str) -> None:
        length = self.length(text)
        if length > self.text_limit:
            raise InvalidError(f"is {length} long as {self.network} counts it; {self.text_limit} is the most", field)
