"""Calls to a Bluesky server, and what its refusals mean. Source: https://atproto.com/specs/xrpc"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, NotOfferedError, RefusedError, ThrottledError
from shared.networks.rest import LONGEST_SAID, READ_TIMEOUT, Answered, Rest, shaped, used_up_until

_NO_LONGER_GOOD = frozenset(
    {
        "AccountDeactivated",
        "AccountNotFound",
        "AccountTakedown",
        "AuthFactorTokenRequired",
        "AuthMissing",
        "AuthenticationRequired",
        "ExpiredToken",
        "InvalidToken",
    }
)
"""What servers call it when the credentials do not work, whatever the status: an expired token is a 400."""

_NO_SERVICE = "No service configured"
"""What the reference server says to what it would have to ask an AppView for, and has none."""

T = TypeVar("T")


class GoneError(RefusedError):
    """There is no such record."""


def _named(body: Any, field: str) -> str:
    found = body.get(field) if isinstance(body, dict) else None
    return found if isinstance(found, str) else ""


def _said(body: Any) -> str:
    return _named(body, "message") or _named(body, "error")


def complaint(answered: Answered) -> BackchannelError | None:
    """By the name of the error, where the status says less. Sources: the lexicons' ``errors``, tried on the server."""
    name, said = _named(answered.body, "error"), _said(answered.body)[:LONGEST_SAID]
    if name == "MethodNotImplemented" or said.startswith(_NO_SERVICE):
        return NotOfferedError(f"The server does not offer this: {said}.")
    if answered.status not in (400, 401, 403):
        return None
    if name == "RecordNotFound":
        return GoneError("There is no such record.")
    if name == "InvalidSwap":
        changed = "The account's repository changed since the post was made ready; nothing was done."
        return ThrottledError(changed, datetime.now(UTC))
    if name in _NO_LONGER_GOOD:
        return CredentialsError(f"The server does not take the account's credentials: {said}.")
    return None


class Xrpc:
    """One account's calls, with its token if it has one. Raises CredentialsError for what can be no token."""

    def __init__(self, base_url: str, token: str = "") -> None:
        if not (token.isascii() and token.isprintable()):
            raise CredentialsError("The account's token is none of Bluesky's.")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._rest = Rest(base_url, headers, said=_said, complaint=complaint)

    def ask(self, name: str, kind: type[T], *, timeout: float = READ_TIMEOUT, **params: Any) -> T:
        """A read."""
        return _read(kind, self._rest.call("GET", f"/xrpc/{name}", params=params, timeout=timeout))

    def do(self, name: str, kind: type[T], body: Mapping[str, Any] | None, *, timeout: float = READ_TIMEOUT) -> T:
        """A deed; None has no body."""
        return _read(kind, self._rest.call("POST", f"/xrpc/{name}", json=body, timeout=timeout))

    def tell(self, name: str, body: Mapping[str, Any]) -> None:
        """A deed whose answer says nothing more than that it was done."""
        self._rest.call("POST", f"/xrpc/{name}", json=body)

    def closed_until(self) -> datetime | None:
        """When the quota of which the last answer said that nothing is left begins anew, if it did."""
        return used_up_until(self._rest.last_headers)

    def upload(self, name: str, kind: type[T], content: bytes, media_type: str, *, timeout: float) -> T:
        headers = {"Content-Type": media_type}
        return _read(kind, self._rest.call("POST", f"/xrpc/{name}", data=content, headers=headers, timeout=timeout))


def _read(kind: type[T], answered: Answered) -> T:
    return shaped(kind, answered.body, "Bluesky")
