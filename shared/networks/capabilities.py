"""What each network's API can do, as far as its connector uses it: declared by the connectors, checked by the desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from shared.domain.errors import InvalidError
from shared.domain.posts import Media


class Proof(StrEnum):
    """Against what a connector was proven."""

    REAL_SERVER = "real server"
    OFFICIAL_DOCUMENT = "official document"
    """Checked by the network's own machine-readable description of its API."""
    WRITTEN_FROM_DOCUMENTS = "written from documents"
    """Against a stand-in that was written from what the network's documents say."""


class Does(StrEnum):
    """What a connector can be asked for."""

    POST = "post"
    """Put out a post of its own; without it there are replies only."""
    REPLY = "reply"
    THREAD = "thread"
    RECALL = "recall"
    POLL = "poll"
    """Hear mentions by asking for them."""
    HOOK = "hook"
    """Be sent mentions by webhook."""
    FOLLOWERS = "followers"
    ENGAGEMENT = "engagement"
    """Tell how often a post was liked, answered, passed on or seen."""


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

    def check(self, media: Sequence[Media], network: str, field: str) -> None:
        """Raises InvalidError for what the network would refuse; ``field`` is where the list stands."""
        if self.needed and not media:
            raise InvalidError(f"is empty, and {network} has no post without a picture", field)
        if len(media) > self.most:
            raise InvalidError(f"has {len(media)} pictures; {self.most} are the most on {network}", field)
        for index, one in enumerate(media):
            self._check_one(one, network, f"{field}.{index}")

    def _check_one(self, one: Media, network: str, place: str) -> None:
        if one.kind not in self.kinds:
            raise InvalidError(f"is {one.kind}; {network} takes {', '.join(sorted(self.kinds))}", f"{place}.sha256")
        if one.size > self.largest:
            raise InvalidError(f"is {one.size} bytes long; {network} takes {self.largest}", f"{place}.sha256")
        if len(one.alt) > self.longest_alt:
            most = f"takes {self.longest_alt}" if self.longest_alt else "takes no such text"
            raise InvalidError(f"is {len(one.alt)} characters long; {network} {most}", f"{place}.alt")


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """One field of the credentials that connecting an account asks for."""

    name: str
    what: str
    """What it is and where a person gets it."""
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What a network tells of how a post did."""

    tells: frozenset[str]
    """Fields of ``Engagement``; the others are never told, and stay None."""
    proven: Proof
    """The counts by themselves, which not every server of a network has."""
    at_once: int = 1
    """Posts in one network call."""


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
    counts: Counts | None = None
    """None where it tells nothing of how a post did."""
    prepares: bool = False
    """Whether a part needs calls before the one that puts it out."""
    proven: Proof
    credentials: tuple[Credential, ...]
    quotas: tuple[Quota, ...] = ()
    cannot: Mapping[str, str] = field(default_factory=dict)
    """What its API has not, and what a person can do instead."""
    reply_limit: int | None = None
    """Of a reply's text, where that is another one."""
    home: str = ""
    """Base URL where there is one server for everybody; "" where each account has its own."""
    has_other_servers: bool = False
    """Whether an account may be on another server than ``home``."""

    def check_does(self, does: Does, field: str) -> None:
        if does not in self.does:
            why = self.cannot.get(does.value, "")
            refusal = f"asks {self.title} for a {does.value}, which it does not do here. {why}"
            raise InvalidError(refusal.rstrip(), field)

    def check_text(self, text: str, field: str, *, reply: bool = False) -> None:
        limit = self.reply_limit if reply and self.reply_limit is not None else self.text_limit
        length = self.length(text)
        if length > limit:
            raise InvalidError(f"is {length} long as {self.network} counts it; {limit} is the most", field)

    def check_media(self, media: Sequence[Media], field: str) -> None:
        if self.pictures is not None:
            self.pictures.check(media, self.network, field)
        elif media:
            raise InvalidError(f"cannot be given: posts on {self.network} go out without pictures", field)
