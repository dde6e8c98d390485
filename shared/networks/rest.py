"""Calls to a network's HTTP API, for connectors without a library: each made once, and its fate known."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any, TypeVar

import msgspec
import requests
from urllib3.util import Timeout

from shared.domain.engagement import Engagement
from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, OutcomeUnknownError, Posted, RefusedError, ThrottledError
from shared.networks.one_call import OneCallSession

READ_TIMEOUT = 10.0
CLOCK_SKEW = timedelta(seconds=30)
"""What a network's clock may be behind ours."""
LONGEST_SAID = 300
TOKEN = re.compile(r"[!-~]{1,4096}")
T = TypeVar("T")
UNDECIDED = frozenset({408, 409, 425})
"""Refusals that speak of the call, not of what it asked for: a proxy's time-out, a race, a call to repeat."""


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    body: Any
    """Decoded JSON; None when there is none."""
    headers: Mapping[str, str]
    """Names in any case."""


class MoreError(OutcomeUnknownError):
    """There is more than was read."""


class Deadline:
    """What is left of the seconds that several calls have together. ``too_late`` says so to a person."""

    def __init__(self, seconds: float, too_late: str) -> None:
        self._until = monotonic() + seconds
        self._too_late = too_late

    def left(self) -> float:
        """Raises ThrottledError when nothing is."""
        left = self._until - monotonic()
        if left <= 0:
            raise ThrottledError(self._too_late, None)
        return left


Complaint = Callable[[Answered], BackchannelError | None]
"""What an answer means that is no success, where its network says more than the status does; else None."""


def meaning(status: int | None, said: str, *, unsent: bool = False, until: datetime | None = None) -> BackchannelError:
    """What is known after a call that had no success, by the status that came back, if one did."""
    if unsent:
        return ThrottledError("The server cannot be reached; nothing was sent.", None)
    if status == 429:
        return ThrottledError("The server asks to wait.", until)
    if status == 401:
        return CredentialsError(f"The server does not take the account's credentials: {said or status}.")
    if status is not None and 400 <= status < 500 and status not in UNDECIDED:
        return RefusedError(f"The server refused: {said or status}.")
    return OutcomeUnknownError(f"The server gave no usable answer ({status or 'none'}).")


def bearer(token: str) -> dict[str, str]:
    """The header that shows an access token. Raises CredentialsError for what can be none."""
    if not TOKEN.fullmatch(token):
        raise CredentialsError("The account has no usable access token.")
    return {"Authorization": f"Bearer {token}"}


def as_many_as_there_are(entries: Iterable[T]) -> list[T]:
    """All of ``entries``, or those before a MoreError."""
    found: list[T] = []
    try:
        for entry in entries:
            found.append(entry)  # noqa: PERF402  what came before the error is kept
    except MoreError:
        pass
    return found


def one_by_one(posts: Iterable[Posted], read: Callable[[Posted], Engagement | None]) -> dict[str, Engagement]:
    """What ``read`` finds of each, by external id, without those of which it finds nothing."""
    found = ((post.external_id, read(post)) for post in posts)
    return {external_id: counts for external_id, counts in found if counts is not None}


def shaped(kind: type[T], body: object, network: str, *, strict: bool = True) -> T:
    """``body`` as what is used of it. Raises OutcomeUnknownError when it is none of ``network``'s."""
    try:
        return msgspec.convert(body, kind, strict=strict)
    except msgspec.ValidationError as error:
        raise OutcomeUnknownError(f"The server's answer is not one of {network}'s: {error}.") from error


def resumes_at(headers: Mapping[str, str]) -> datetime | None:
    """Until when a server asks to wait: ``Retry-After``, or the Unix time of a rate limit's reset."""
    after = headers.get("Retry-After", "").strip()
    if after.isascii() and after.isdigit() and len(after) <= 9:
        return datetime.now(UTC) + timedelta(seconds=int(after))
    for name in ("x-rate-limit-reset", "ratelimit-reset"):
        reset = headers.get(name, "").strip()
        if reset.isascii() and reset.isdigit() and len(reset) <= 11:
            return datetime.fromtimestamp(int(reset), UTC)
    try:
        return parsedate_to_datetime(after).astimezone(UTC) if after else None
    except (TypeError, ValueError):
        return None


def used_up_until(headers: Mapping[str, str]) -> datetime | None:
    """When a quota begins anew of which an answer, though a success, says that nothing is left; None where none does.

    Sources: https://docs.bsky.app/docs/advanced-guides/rate-limits, https://docs.joinmastodon.org/api/rate-limits/
    """
    for name in ("ratelimit", "x-ratelimit"):
        if headers.get(f"{name}-remaining", "").strip() == "0":
            return _reset(headers.get(f"{name}-reset", "").strip())
    return None


def _reset(said: str) -> datetime | None:
    """Unix time, or ISO 8601 as Mastodon writes it."""
    if said.isascii() and said.isdigit():
        return datetime.fromtimestamp(int(said), UTC) if len(said) <= 11 else None
    try:
        return datetime.fromisoformat(said).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


class Rest:
    """One account's calls. ``said`` finds a network's own words in a body; they are cut to a sentence's length."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        *,
        said: Callable[[Any], str],
        complaint: Complaint = lambda _: None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"User-Agent": "Backchannel", "Accept": "application/json", **headers}
        self._said = said
        self._complaint = complaint
        self._calls = OneCallSession()

    def call(self, method: str, path: str, *, timeout: float = READ_TIMEOUT, **request: Any) -> Answered:
        """One call. ``request``: as for ``requests``: ``params``, ``json``, ``data``, ``files``, ``headers``.

        Raises RefusedError, ThrottledError, CredentialsError, OutcomeUnknownError; a redirect is no answer.
        """
        headers = {**self._headers, **request.pop("headers", {})}
        try:
            response = self._calls.request(
                method,
                self._base_url + path,
                headers=headers,
                timeout=Timeout(total=timeout),  # type: ignore[arg-type]
                allow_redirects=False,
                **request,
            )
        except requests.RequestException as unanswered:
            raise meaning(None, "", unsent=self._calls.unsent) from unanswered
        answered = Answered(response.status_code, _decoded(response.content), response.headers)
        if 200 <= answered.status < 300:
            return answered
        raise self._complaint(answered) or meaning(
            answered.status, self._said(answered.body)[:LONGEST_SAID], until=resumes_at(answered.headers)
        )

    def call_if_there(
        self,
        method: str,
        path: str,
        *,
        gone: Collection[int] = (404, 410),
        timeout: float = READ_TIMEOUT,
        **request: Any,
    ) -> Answered | None:
        """As :meth:`call`; None for a refusal with a status in ``gone``: there is no such thing, or no more."""
        try:
            return self.call(method, path, timeout=timeout, **request)
        except RefusedError:
            if self.last_status not in gone:
                raise
            return None

    @property
    def last_status(self) -> int | None:
        """Of the last call, if it was answered."""
        return None if self._calls.answer is None else self._calls.answer.status_code

    @property
    def last_headers(self) -> Mapping[str, str]:
        """Of the last call; none when it was not answered. Names in any case."""
        return {} if self._calls.answer is None else self._calls.answer.headers


def _decoded(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
