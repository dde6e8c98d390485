"""What Facebook, Instagram and Threads have in common: Meta's Graph API.

The token goes in a header and never in an address, so that no log of addresses holds it. Pages are asked for by their
cursor, since the address of the next one, which the API gives, has the token in it.
Sources: https://developers.facebook.com/docs/graph-api/overview, …/guides/secure-requests, …/results
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Protocol, TypeVar

import msgspec

from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError, rest
from shared.networks.graph.errors import GoneError, complaint, used_up_until
from shared.networks.rest import READ_TIMEOUT, MoreError, Rest, bearer

FACEBOOK_VERSION = "v26.0"
"""Each is served for two years. Source: https://developers.facebook.com/docs/graph-api/changelog"""
PAGE = 50
MOST_PAGES = 10

_ID = re.compile(r"[0-9]{1,40}(_[0-9]{1,40})?")

T = TypeVar("T")


class Dated(Protocol):
    @property
    def at(self) -> datetime: ...


D = TypeVar("D", bound=Dated)


class _Cursors(msgspec.Struct):
    after: str = ""


class _Paging(msgspec.Struct):
    cursors: _Cursors = msgspec.field(default_factory=_Cursors)
    next: str = ""


class _Edge(msgspec.Struct):
    data: list[Any]
    paging: _Paging = msgspec.field(default_factory=_Paging)


class _Token(msgspec.Struct):
    access_token: str
    expires_in: int
    """Seconds."""


class Graph:
    """One account's calls. Raises CredentialsError when there is no usable token.

    ``app_secret``: for apps that are set to want each call proven. A proof is of no use without the token.
    ``names_next``: whether the last page of an edge is told by naming no next one; else by the empty one behind it.
    """

    def __init__(
        self, base_url: str, access_token: str, *, version: str, app_secret: str = "", names_next: bool = True
    ) -> None:
        headers = bearer(access_token)
        self._names_next = names_next
        self._proof: dict[str, str] = {}
        if app_secret:
            proof = hmac.new(app_secret.encode(), access_token.encode(), hashlib.sha256)
            self._proof["appsecret_proof"] = proof.hexdigest()
        self._rest = Rest(
            f"{base_url}/{version}",
            headers,
            said=lambda _: "",
            complaint=partial(complaint, token=access_token),
        )

    def get(self, path: str, params: Mapping[str, str], *, timeout: float = READ_TIMEOUT) -> Any:
        return self._rest.call("GET", path, timeout=timeout, params={**params, **self._proof}).body

    def post(
        self, path: str, form: Mapping[str, str], *, timeout: float, files: Mapping[str, Any] | None = None
    ) -> Any:
        return self._rest.call("POST", path, timeout=timeout, data={**form, **self._proof}, files=files).body

    def closed_until(self) -> datetime | None:
        """When to post again, by the last answer; None while it says that something is left, or nothing."""
        return used_up_until(self._rest.last_headers)

    def delete(self, external_id: str) -> None:
        """What is gone already is no error. A call, and another one when it is."""
        try:
            self._rest.call("DELETE", node(external_id), params=self._proof)
        except GoneError as gone:
            if self.stands(external_id):
                why = "It stands, and the account's token does not allow to take it down."
                raise CredentialsError(f"{why} {gone.reason}") from gone

    def stands(self, external_id: str) -> bool:
        """Whether there is such an object that the token may see."""
        try:
            self.get(node(external_id), {"fields": "id"})
        except GoneError:
            return False
        return True

    def visible(self, external_id: str, own: Callable[[], str]) -> bool:
        """Whether the post is up. A call, and another one when it is gone, on an edge with the account's ``own``.

        Meta says the same of what is gone and of what a token may not see: only a token that sees can tell. Raises
        CredentialsError for one that does not.
        """
        if self.stands(external_id):
            return True
        self.get(own(), {"fields": "id", "limit": "1"})
        return False

    def get_if_there(self, path: str, params: Mapping[str, str]) -> Any:
        """As :meth:`get`; None for what is gone, or may not be seen."""
        try:
            return self.get(path, params)
        except GoneError:
            return None

    def pages(self, kind: type[T], path: str, params: Mapping[str, str]) -> Iterator[list[T]]:
        """An edge page by page; after :data:`MOST_PAGES` of them MoreError, when there are more."""
        after: dict[str, str] = {}
        for _ in range(MOST_PAGES):
            edge = shaped(_Edge, self.get(path, {"limit": str(PAGE), **params, **after}))
            yield shaped(list[kind], edge.data)  # type: ignore[valid-type]
            if not edge.data or (self._names_next and not edge.paging.next):
                return
            if not edge.paging.cursors.after:
                raise MoreError("The server may have more, and does not say where it goes on.")
            after = {"after": edge.paging.cursors.after}
        raise MoreError(f"The latest {PAGE * MOST_PAGES} entries do not reach back far enough.")

    def since(self, since: datetime, kind: type[D], path: str, params: Mapping[str, str]) -> Iterator[D]:
        """Of an edge that has the newest first, what is no older; raises MoreError as :meth:`pages` does."""
        for page in self.pages(kind, path, params):
            fresh = [entry for entry in page if entry.at >= since]
            yield from fresh
            if page and not fresh:
                return


def node(external_id: str) -> str:
    """The path of one object. What is no id of Meta's names nothing, and must not name another path."""
    if not _ID.fullmatch(external_id):
        raise RefusedError("That is no id of Meta's.")
    return f"/{external_id}"


def shaped(kind: type[T], answer: object) -> T:
    """``answer`` as what is used of it. Raises OutcomeUnknownError when it is none of Meta's."""
    return rest.shaped(kind, answer, "Meta")


def moment(written: str) -> datetime:
    """``2026-05-01T10:00:00+0000``, which ISO 8601 writes with a colon."""
    try:
        return datetime.strptime(written, "%Y-%m-%dT%H:%M:%S%z").astimezone(UTC)
    except ValueError as error:
        raise OutcomeUnknownError("The server's answer has a time that is none of Meta's.") from error


def refreshed(base_url: str, grant_type: str, credentials: Mapping[str, str]) -> dict[str, str]:
    """``credentials`` with a token for another 60 days, and when it ends as ``expires_at`` (ISO 8601, UTC).

    A token is refreshed when it is a day old and has not run out; the old one goes on working until its own end.
    """
    graph = Graph(base_url, credentials.get("access_token", ""), version="")
    try:
        answer = graph.get("/refresh_access_token", {"grant_type": grant_type})
    except RefusedError as refusal:
        raise CredentialsError(f"The account's token cannot be renewed. {refusal.reason}") from refusal
    try:
        token = msgspec.convert(answer, _Token)
    except msgspec.ValidationError:
        # Without what was found there, which can be the token.
        raise OutcomeUnknownError("The server's answer holds no token.") from None
    expires_at = datetime.now(UTC) + timedelta(seconds=token.expires_in)
    return {
        **credentials,
        "access_token": token.access_token,
        "expires_at": expires_at.isoformat(timespec="seconds"),
    }


@contextmanager
def in_preparation() -> Iterator[None]:
    """Nobody sees what is done here: when nothing is known of its end, it is for a later try."""
    try:
        yield
    except OutcomeUnknownError as unknown:
        raise ThrottledError(unknown.reason, None) from unknown
