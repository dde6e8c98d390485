"""One Protocol for every social network; one module each, imported only when its network is used.

A connection speaks for one account. Errors say what is known: nothing guesses, retries or runs in threads.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.errors import BackchannelError, InvalidError
from shared.domain.posts import Media, Part, Published

if TYPE_CHECKING:
    # Of no use to those who only connect.
    from shared.domain.engagement import Engagement
    from shared.domain.listening.mentions import Report, Retraction
    from shared.networks.capabilities import Capabilities


class RefusedError(BackchannelError):
    """The network refused for good: nothing was done and a repeat would be refused as well."""


class NotOfferedError(RefusedError):
    """The network's API has no such thing, or not for this account. Says what a person can do instead."""


class ThrottledError(BackchannelError):
    """Not now. Nothing was done."""

    def __init__(self, reason: str, until: datetime | None) -> None:
        super().__init__(reason)
        self.until = until


class CredentialsError(BackchannelError):
    """The account's credentials do not work; a person must connect it again. Nothing was done."""


class OutcomeUnknownError(BackchannelError):
    """It may have happened. Only reading the network can tell."""


NETWORK_ERRORS = (RefusedError, ThrottledError, CredentialsError, OutcomeUnknownError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Who the credentials speak for, by the network's own word."""

    external_id: str
    """Stays the same when the handle changes."""
    handle: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ready:
    """A part that can go out with one call. ``prepared`` is the connector's own: an upload, a container, a parent."""

    part: Part
    attempt: Attempt
    prepared: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What stands on an account's timeline, whoever put it there: where, and its text as it reads."""

    published: Published
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What the account was told since a cursor, oldest first, and the cursor to go on from."""

    reports: "tuple[Report, ...]"
    retractions: "tuple[Retraction, ...]" = ()
    cursor: str
    more: bool = False
    """Whether there is more at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Follower:
    """What a network shows of an account that follows; None where it does not say."""

    external_id: str
    handle: str
    created_at: datetime | None = None
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    has_picture: bool | None = None
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Followers:
    total: int
    sample: tuple[Follower, ...]
    """The latest, as far as the network shows them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Posted:
    """A post of the account that is out; of a thread, its first part."""

    external_id: str
    is_reply: bool = False
    """Some networks know an answer as another kind of thing than a post."""


class Connection(Protocol):
    """An account's line to its network.

    Every call raises RefusedError, ThrottledError, CredentialsError or OutcomeUnknownError, and NotOfferedError where
    the network has no such thing.
    """

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """All that can be done before its time and that nobody can see: reads, uploads. Never raises OutcomeUnknown."""
        ...

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        """One network call, answered within ``timeout`` seconds or unknown."""
        ...

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """What ``attempt`` put out, as it stands on the network, if it landed; for unknown outcomes.

        ``taken``: external ids that are known to be other posts'.
        """
        ...

    def recall(self, external_id: str) -> None:
        """Take a post down; one that is already gone is no error."""
        ...

    def visible(self, external_id: str) -> bool:
        """Whether the post can be read now."""
        ...

    def recent(self, since: datetime) -> Sequence[Shown]:
        """What the account has put up since ``since``, replies and shares of others' posts too; newest first.

        Of more than a few hundred, the newest.
        """
        ...

    def identity(self) -> Identity:
        """Who the credentials speak for."""
        ...

    def mentions(self, cursor: str) -> Heard:
        """What was said to the account after ``cursor``; "" starts now. For networks that send no webhooks.

        A cursor that the network does not know any more starts from the oldest that it still has.
        """
        ...

    def followers(self, most: int) -> Followers:
        """A sample of the account's followers, no more than ``most``."""
        ...

    def engagement(self, posts: Sequence[Posted]) -> "Mapping[str, Engagement]":
        """How posts of the account did up to now, by external id; what is gone is left out.

        For as many as its capabilities say (``counts.at_once``) it is one network call; nobody asks for more.
        """
        ...


@runtime_checkable
class Fencing(Protocol):
    """A connection whose network can be made to refuse what is still on its way to it."""

    def fence(self) -> None:
        """Afterwards nothing lands that was made ready before: what ``find`` does not show then is not out.

        Its own outcome may be unknown; then it is to be called again.
        """
        ...


@runtime_checkable
class Metered(Protocol):
    """A connection whose network says with a post that it took how many more it takes."""

    def closed_until(self) -> datetime | None:
        """When it takes the next post, by its answer to the last one; None when it takes more, or does not say."""
        ...


class Shelf(Protocol):
    """Where a client's pictures lie."""

    def content(self, client: str, media: Media) -> bytes:
        """Raises RefusedError when it is not there or is not what was approved."""
        ...

    def link(self, client: str, media: Media) -> str:
        """A web address at which a network can fetch it for an hour."""
        ...


Connect = Callable[[Account], Connection]
"""Opens the line of an account, with its credentials out of the vault."""

Refresh = Callable[[Account, Mapping[str, str]], Mapping[str, str]]
"""Renews credentials that run out: the module function ``refresh(account, credentials)`` of a network that has such.

Returns all of the new credentials, with ``expires_at`` (ISO 8601, UTC) where the network says it. Raises
CredentialsError when a person must connect the account again, NotOfferedError when these cannot be renewed, and
ThrottledError or OutcomeUnknownError when it can be tried again. It uses a refresh token once: what it returns must be
kept before anything else.
"""

CONNECTORS: Mapping[str, str] = {
    "bluesky": "shared.networks.bluesky",
    "facebook": "shared.networks.facebook",
    "instagram": "shared.networks.instagram",
    "linkedin": "shared.networks.linkedin",
    "mastodon": "shared.networks.mastodon",
    "pinterest": "shared.networks.pinterest",
    "threads": "shared.networks.threads",
    "x": "shared.networks.x",
    "youtube": "shared.networks.youtube",
}
"""Each module has ``CAPABILITIES`` and ``connect(account, credentials, shelf) -> Connection``, which calls nothing."""


NOT_SPOKEN: Mapping[str, str] = {
    "google_plus": "Google+ was closed in April 2019.",
    "tiktok": "TikTok is not spoken here yet: its API takes no post down, so a stop could not keep its promise.",
}
"""Networks that a person may well ask for, and why there is no connector for them."""


def capabilities_of(network: str) -> "Capabilities":
    """Raises InvalidError for a network that is not spoken here."""
    if network in NOT_SPOKEN:
        raise InvalidError(f"cannot be had: {NOT_SPOKEN[network]}", "network")
    if network not in CONNECTORS:
        raise InvalidError(f"is none of the networks spoken here: {', '.join(sorted(CONNECTORS))}", "network")
    found: Capabilities = import_module(CONNECTORS[network]).CAPABILITIES
    return found
