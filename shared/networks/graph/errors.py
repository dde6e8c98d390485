"""What Meta's Graph API says when a call has no success, and what is known then.

Sources: https://developers.facebook.com/docs/graph-api/guides/error-handling,
https://developers.facebook.com/docs/graph-api/overview/rate-limiting and, for Instagram's subcodes,
https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.rest import LONGEST_SAID, Answered, meaning, resumes_at

LOGIN = frozenset({102, 190})
"""The token itself: expired, revoked, of somebody who has changed the password."""
LOST = {
    458: "the app was removed from the account",
    459: "its owner has to sign in to Facebook and confirm something",
    460: "its owner has changed the password",
    463: "it has expired",
    464: "its owner has to sign in to Facebook and confirm the account",
    467: "it was withdrawn",
    492: "its owner has no role on the Page any more",
}
"""Subcodes of :data:`LOGIN`."""
PERMISSION = frozenset({3, 10, *range(200, 300)})
"""The app or the person may not do this, or not any more."""
LIMITS = frozenset({4, 17, 32, 341, 613, *range(80000, 80015)})
"""Rate limits of an app, a person, a Page and, from 80000 on, a business use case."""
REFUSALS = {
    368: "The network blocks it by its policies",
    506: "The same text stands there already, and the network takes none twice in a row",
}
"""Whether a later try may pass or not, the post as it is will not."""
ABSENT = frozenset({(100, 33), (24, 2207006)})
"""Nothing has this id, or the token may not see it."""
NO_SUCH = 803
NOT_YET = frozenset({(9, 2207042), (24, 2207008), (24, 4279009), (9007, 2207027), (-2, 2207020)})
"""Nothing was published: the day's posts are used up, or the container is not ready or not there any more."""
SPAM = (4, 2207051)
RESTRICTED = (25, 2207050)
SERVER = frozenset({-2, -1, 0, 1, 2})
"""Of Meta's own side. Instagram's come with the status 400 as well."""
USAGE, APP_USAGE = "X-Business-Use-Case-Usage", "X-App-Usage"
ALL = 100
"""Per cent, from which calls are refused."""
NO_WAIT_SAID = timedelta(minutes=1)
"""For what is used up while nothing says for how long; the hour that counts moves on."""
T = TypeVar("T")
_QUERY = re.compile(r"(https?://[^\s?#]+)[?#]\S*")


class GoneError(RefusedError):
    """Nothing has this id, or the token may not see it: Meta does not tell the two apart."""


class GraphError(msgspec.Struct):
    """The part of an error that is used."""

    code: int = 0
    error_subcode: int | None = None
    message: str | None = None
    error_user_msg: str | None = None
    is_transient: bool | None = None
    original_response: Any = None
    """What a call is answered that did its deed, and could not read what it made."""

    @property
    def names(self) -> tuple[int, int]:
        return self.code, self.error_subcode or 0


class _Answer(msgspec.Struct):
    error: GraphError


def error_in(body: Any, token: str) -> GraphError | None:
    """The error that ``body`` tells of, if it is one of the Graph API's, without ``token``, which it can repeat."""
    try:
        error = msgspec.convert(body, _Answer).error
    except msgspec.ValidationError:
        return None
    error.message = (error.message or "").replace(token, "…")
    error.error_user_msg = (error.error_user_msg or "").replace(token, "…")
    return error


def complaint(answered: Answered, *, token: str) -> BackchannelError | None:
    """What is known after an answer that is no success; None where only its status tells."""
    error = error_in(answered.body, token)
    if error is None or answered.status >= 500:
        return None
    if error.original_response is not None:
        return OutcomeUnknownError("The server did it, and could not read what it made.")
    until = resumes_at_by_usage(answered.headers)
    known = _of_both_codes(error) or _of_code(error, until)
    return known or meaning(answered.status, said(error).rstrip("."), until=until)


def _of_both_codes(error: GraphError) -> BackchannelError | None:
    if error.names in ABSENT or error.code == NO_SUCH:
        return GoneError(f"It is not there, or may not be seen: {said(error)}")
    if error.names in NOT_YET:
        return ThrottledError(f"Not yet: {said(error)}", None)
    if error.names == SPAM:
        return RefusedError(f"The network takes it for spam: {said(error)}")
    if error.names == RESTRICTED:
        return CredentialsError(f"The account is restricted; its owner must sign in to the app: {said(error)}")
    return None


def _of_code(error: GraphError, until: datetime | None) -> BackchannelError | None:
    if error.code in LOGIN:
        # Its message can hold the token.
        why = LOST.get(error.names[1], "error {}/{}".format(*error.names))
        return CredentialsError(f"The account's token is not taken: {why}.")
    if error.code in PERMISSION:
        return CredentialsError(f"The account's token does not allow it: {said(error)}")
    if error.code in LIMITS:
        return ThrottledError("The server asks to wait.", until)
    if error.code in REFUSALS:
        return RefusedError(f"{REFUSALS[error.code]}: {said(error)}")
    if error.code in SERVER or error.is_transient:
        return OutcomeUnknownError(f"The server gave no usable answer (error {error.code}).")
    return None


def said(error: GraphError) -> str:
    """Its own words as a sentence, and its codes for whoever asks Meta about it."""
    return "{} ({}/{}).".format(shortened(error.error_user_msg or error.message), *error.names)


def shortened(words: str | None) -> str:
    """Of a sentence's length, and without the rest of the addresses in it: a picture's is signed."""
    return _QUERY.sub(r"\1", words or "no reason given").strip()[:LONGEST_SAID].rstrip(".")


class _Usage(msgspec.Struct):
    """In per cent of what is allowed within an hour that moves on."""

    call_count: float = 0
    total_time: float = 0
    total_cputime: float = 0
    estimated_time_to_regain_access: float = 0
    """Minutes."""

    @property
    def is_all(self) -> bool:
        return max(self.call_count, self.total_time, self.total_cputime) >= ALL


def resumes_at_by_usage(headers: Mapping[str, str]) -> datetime | None:
    """When a business use case may go on, by the longest wait of those named; None where nothing says."""
    return _after_wait(_by_use_case(headers)) or resumes_at(headers)


def used_up_until(headers: Mapping[str, str]) -> datetime | None:
    """When to post again after a success that says that all is used up; None while something is left."""
    of_the_app = _decoded(headers.get(APP_USAGE, "{}"), _Usage)
    used_up = [one for one in (*_by_use_case(headers), *([of_the_app] if of_the_app else [])) if one.is_all]
    if not used_up:
        return None
    return _after_wait(used_up) or datetime.now(UTC) + NO_WAIT_SAID


def _by_use_case(headers: Mapping[str, str]) -> list[_Usage]:
    usage = _decoded(headers.get(USAGE, "{}"), dict[str, list[_Usage]]) or {}
    return [of_one for used in usage.values() for of_one in used]


def _decoded(header: str, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(header, type=kind)
    except msgspec.DecodeError:
        return None


def _after_wait(usages: Iterable[_Usage]) -> datetime | None:
    longest = max((of_one.estimated_time_to_regain_access for of_one in usages), default=0)
    return datetime.now(UTC) + timedelta(minutes=min(longest, 1e6)) if longest > 0 else None
