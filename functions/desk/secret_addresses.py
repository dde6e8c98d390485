"""Addresses with a secret in them: who has one reads what it was made for, as long as the key that made it is good."""

from datetime import datetime
from typing import Any, Protocol, TypeVar

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.errors import ForbiddenError
from shared.domain.parties import Key, Party
from shared.domain.tokens import Token, proves


class Address(Protocol):
    """What is kept of one: all but its secret."""

    @property
    def client(self) -> str: ...
    @property
    def agency(self) -> str | None: ...
    @property
    def key(self) -> str:
        """By which it was made."""
        ...

    @property
    def digest(self) -> str: ...


A = TypeVar("A", bound=Address)


def opened(kind: type[A], token: Token | None, now: datetime, desk: Desk) -> A | None:
    """What a token was made for, ended or not; None when the token is wrong, or the key by which it was made."""
    if token is None:
        return None
    found = desk.store.get(kind, token.realm, token.key)
    if found is None or not proves(token.secret, found.digest):
        return None
    key = desk.store.get(Key, found.client, found.key)
    return found if key is not None and key.usable(now) else None


def check_may_end(call: Call[Any], made: Address, what: str) -> None:
    """Raises ForbiddenError for another agency's. The client, whose business they show, ends any."""
    if call.caller.party is not Party.CLIENT and made.agency != call.caller.agency:
        raise ForbiddenError(f"That {what} belongs to another party.")
