"""What X's refusals mean.

Sources: https://docs.x.com/x-api/fundamentals/response-codes-and-errors and …/rate-limits; X's OpenAPI document,
``components.schemas.Problem``.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, RefusedError, ThrottledError
from shared.networks.rest import LONGEST_SAID, Answered

GONE = "resource-not-found"
_NO_ACCESS = frozenset({"oauth1-permissions", "client-forbidden", "unsupported-authentication"})
"""Kinds of problems that the app or its token has, whatever it asks for."""
_ACCOUNT = re.compile(
    r"\b(?:your|this|the) account\b.{0,80}\b(?:suspended|locked)\b|\bscopes?\b|\bclient app is not configured\b",
    re.IGNORECASE | re.DOTALL,
)
_DUPLICATE = re.compile(r"duplicate content|\bis a duplicate\b", re.IGNORECASE)
_LIMITS = ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour")
"""Names of limits in headers, each with ``-remaining`` and, in Unix time, ``-reset``."""


class Problem(msgspec.Struct):
    """One of X's problems, or an error of an earlier shape, which has a message."""

    type: str = ""
    title: str = ""
    detail: str = ""
    message: str = ""

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]

    @property
    def said(self) -> str:
        """Without its full stop: it becomes part of a sentence."""
        return (self.detail or self.message or self.title).rstrip(". ")


class _Body(Problem):
    errors: list[Problem] = []


def _read(body: Any) -> _Body:
    try:
        return msgspec.convert(body, _Body)
    except msgspec.ValidationError:
        return _Body()


def said(body: Any) -> str:
    """X's own words; of several errors, those of the first, which say more than what stands above them."""
    read = _read(body)
    return next((problem.said for problem in read.errors if problem.said), read.said)


def is_gone(problems: Iterable[Problem]) -> bool:
    """Whether X says that there is no such thing, which is how it speaks of what was deleted."""
    return any(problem.kind == GONE for problem in problems)


def complaint(answered: Answered) -> BackchannelError | None:
    if answered.status == 429:
        return ThrottledError("X asks to wait.", _resumes_at(answered.headers))
    if answered.status != 403:
        return None
    read, words = _read(answered.body), said(answered.body)[:LONGEST_SAID]
    kinds = {read.kind, *(problem.kind for problem in read.errors)}
    if kinds & _NO_ACCESS or _ACCOUNT.search(words):
        return CredentialsError(f"X does not let the account do this with its access: {words or 'forbidden'}.")
    if _DUPLICATE.search(words):
        # X does not say which post has the same text: one that is up, or one that was deleted a while ago.
        return RefusedError("X has had a post of the same text from this account lately, and takes none twice.")
    return None


def used_up_until(headers: Mapping[str, str]) -> datetime | None:
    """When the last of the limits that are used up begins anew; None when none is."""
    used_up = [name for name in _LIMITS if headers.get(f"{name}-remaining", "").strip() == "0"]
    return max((at for name in used_up if (at := _reset_of(name, headers))), default=None)


def _resumes_at(headers: Mapping[str, str]) -> datetime | None:
    """Of no limit that says that it is used up, the next of any."""
    return used_up_until(headers) or next((at for name in _LIMITS if (at := _reset_of(name, headers))), None)


def _reset_of(limit: str, headers: Mapping[str, str]) -> datetime | None:
    return _moment(headers.get(f"{limit}-reset", ""))


def _moment(unix_time: str) -> datetime | None:
    digits = unix_time.strip()
    return (
        datetime.fromtimestamp(int(digits), UTC)
        if digits.isascii() and digits.isdigit() and len(digits) <= 11
        else None
    )
