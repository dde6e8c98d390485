"""The one way in which commands get at the API: a profile's address and key, and a call that may safely be repeated."""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qs, quote, urlencode, urlsplit
from uuid import uuid4

from infra.cli.failures import CommandError, Exit, RefusedError, usage
from infra.cli.profiles import Profile, realm_of

if TYPE_CHECKING:
    from infra.client import Answered

Which = Literal["desk", "recover"]
ADDRESS = {"desk": "api_url", "recover": "recover_url"}
TRIES = 3
LONGEST_PAUSE = 10.0
"""Seconds that an API may ask us to wait before we try again; for longer a person decides."""
_AGENCY = "agy_"
_NEXT = re.compile(r"<(?P<url>[^>]*)>[^,<]*rel=\"?next\"?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Somebody's line to the APIs."""

    profile: Profile
    client: str = ""
    """As the command line names it."""

    def pause(self, seconds: float) -> None:
        """Before the same is asked again."""
        time.sleep(seconds)

    def known_client(self) -> str:
        """The client that is meant: the one named, the profile's, or the one whose key this is; "" for none."""
        if meant := self.client or self.profile.client:
            return meant
        realm = realm_of(self.profile.secret())
        return "" if realm.startswith(_AGENCY) else realm

    def of_client(self) -> str:
        """The client that is meant; where it is not known a person is asked."""
        from infra.cli import output  # noqa: PLC0415

        meant = self.known_client()
        if not meant and output.interactive():
            import typer  # noqa: PLC0415

            meant = typer.prompt("Client", err=True).strip()
        return meant or usage("Of which client? Add --client.")

    def of_client_path(self, rest: str = "") -> str:
        return f"/clients/{segment(self.of_client())}{rest}"

    def ask(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        """The body of what :meth:`answer` answers, and takes."""
        return self.answer(method, path, body, **more).body

    def answer(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        api: Which = "desk",
        query: Mapping[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        tries: int = TRIES,
    ) -> "Answered":
        """What the API answers. ``path`` is quoted already. Raises :class:`RefusedError` for other than 2xx.

        A POST carries an Idempotency-Key, so it and what only reads are tried again where no answer came.
        """
        from urllib3.exceptions import HTTPError  # noqa: PLC0415

        from infra import client  # noqa: PLC0415

        wanted = {name: value for name, value in (query or {}).items() if value not in (None, "")}
        url = self.profile.address(ADDRESS[api]) + path + (f"?{urlencode(wanted)}" if wanted else "")
        sent = {"Idempotency-Key": uuid4().hex, **(headers or {})} if method == "POST" else headers
        key = self.profile.secret()
        for left in reversed(range(tries if method in ("GET", "POST") else 1)):
            try:
                answered = client.request(method, url, body, key=key, headers=sent)
            except (HTTPError, ValueError) as unanswered:
                # ValueError: what came says that it is JSON and is not, so something else than the API answered.
                if not left:
                    raise CommandError(_unanswered(method), Exit.UNREACHABLE) from unanswered
                pause = 0.5
            else:
                if 200 <= answered.status < 300:
                    return answered
                pause = _pause(answered.status, answered.headers)
                if not left or pause > LONGEST_PAUSE:
                    raise RefusedError(answered.status, answered.body)
            self.pause(pause)
        raise AssertionError("The last try returns or raises.")

    def pages(
        self,
        path: str,
        *,
        query: Mapping[str, Any],
        api: Which = "desk",
        cursor: str = "cursor",
        most: int | None = None,
    ) -> Iterator["Page"]:
        """Page after page, until there are ``most`` items, or all."""
        got, after = 0, query.get(cursor)
        while True:
            answered = self.answer("GET", path, api=api, query={**query, cursor: after})
            page = Page(answered.body, _next(answered))
            yield page
            got, after = got + len(page.items), page.next
            if after is None or (most is not None and got >= most):
                return

    def rows(self, path: str) -> list[Any]:
        """All of a list of the client's."""
        return [row for page in self.pages(self.of_client_path(path), query={}) for row in page.items]


@dataclass(frozen=True, slots=True)
class Page:
    """Of a list, as the API answered: an array, or an object with ``items``."""

    body: Any
    next: str | None
    """Where the page after this one begins."""

    @property
    def items(self) -> list[Any]:
        found: list[Any] = self.body["items"] if isinstance(self.body, dict) else self.body
        return found


def _next(answered: "Answered") -> str | None:
    """Of an object it stands in ``next``; of an array, in the header ``Link``."""
    if isinstance(answered.body, dict):
        after: str | None = answered.body["next"]
        return after
    link = {name.lower(): value for name, value in answered.headers.items()}.get("link", "")
    found = _NEXT.search(link)
    return parse_qs(urlsplit(found["url"]).query).get("cursor", [None])[0] if found else None


def segment(text: str) -> str:
    """A value as one part of a path."""
    return quote(text, safe="")


def _pause(status: int, headers: dict[str, str]) -> float:
    """Seconds after which the same may be tried again; endless where it would be answered the same."""
    if status not in (429, 503):
        return float("inf")
    named = {name.lower(): value for name, value in headers.items()}.get("retry-after", "1")
    return float(named) if named.isdecimal() else float("inf")


def _unanswered(method: str) -> str:
    if method == "GET":
        return "The API did not answer. Try again in a while."
    return "The API did not answer, so it is not known whether this was done. Read it again before you repeat it."
