"""One Protocol for every social network; one module each, imported only when its network is used.

A connection speaks for one account. Errors say what is known: nothing guesses, retries or runs in threads.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Protocol

from shared.domain.accounts import Account
from shared.domain.errors import BackchannelError, InvalidError
from shared.domain.posts import Post, Published


class RefusedError(BackchannelError):
    """The network refused for good: nothing was published and a resend would be refused as well."""


class ThrottledError(BackchannelError):
    """Not now. Nothing was done."""

    def __init__(self, reason: str, until: datetime | None) -> None:
        super().__init__(reason)
        self.until = until


class CredentialsError(BackchannelError):
    """The account's credentials do not work; a person must connect it again. Nothing was done."""


class OutcomeUnknownError(BackchannelError):
    """It may have happened. Only reading the network can tell."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Capabilities:
    """What a network's API can do, as far as our connector uses it."""

    network: str
    text_limit: int
    safe_resend: bool
    """A resend under the same attempt id cannot make a second copy."""
    can_recall: bool
    settles_within: timedelta
    """How long after an unanswered call a post may still appear."""
    length: Callable[[str], int]
    """Text length as this network counts it."""

    def check_text(self, text: str, field: str) -> None:
        length = self.length(text)
        if length > self.text_limit:
            raise InvalidError(f"is {length} long as {self.network} counts it; {self.text_limit} is the most", field)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What stands on an account's timeline, whoever put it there: where, and its text as it reads."""

    published: Published
    text: str


class Connection(Protocol):
    """An account's line to its network."""

    def publish(self, post: Post, attempt: str, *, timeout: float) -> Published:
        """One network call, answered within ``timeout`` seconds or unknown.

        Raises RefusedError, ThrottledError, CredentialsError or OutcomeUnknownError.
        """
        ...

    def find(self, post: Post, since: datetime, taken: Collection[str] = ()) -> Published | None:
        """The post as it stands on the network, if it landed since ``since``; for unknown outcomes.

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


Connect = Callable[[Account], Connection]
"""Opens the line of an account, with its credentials out of the vault."""

CONNECTORS: Mapping[str, str] = {"mastodon": "shared.networks.mastodon"}
"""Each module has ``CAPABILITIES`` and ``connect(account, credentials) -> Connection``."""


def capabilities(network: str) -> Capabilities:
    if network not in CONNECTORS:
        raise InvalidError(f"is none of the networks spoken here: {', '.join(sorted(CONNECTORS))}", "network")
    found: Capabilities = import_module(CONNECTORS[network]).CAPABILITIES
    return found
