"""Refusals as RFC 9457 problem documents: a stable type, a sentence, and what to do about it."""

import json
import re

import msgspec

from shared.domain.errors import (
    ChallengeError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    ShelfError,
    SignatureError,
    StateError,
    UnreachableError,
)
from shared.networks import RefusedError
from shared.queues import QueueError
from shared.stores import ConflictError, StoreError

TYPE_BASE = "https://backchannel.example/problems/"


class UnauthorizedError(Exception):
    """No key, or one that does not open anything. Says no more than that."""


class TooLargeError(Exception):
    """The body is larger than this route takes."""


class MalformedError(Exception):
    """The body is not the JSON that it should be."""


class CompressedError(Exception):
    """The body is encoded in a way that this route does not take."""


class LoopError(Exception):
    """A webhook of our own has come back to us."""


class TooManyRequestsError(Exception):
    """The key has used up what it may ask for now."""


class Answer(msgspec.Struct, frozen=True):
    status: int
    body: bytes
    headers: dict[str, str] = {}


class Kind(msgspec.Struct, frozen=True):
    """One documented kind of problem; ``type`` never changes once published."""

    type: str
    status: int
    title: str
    remedy: str


MALFORMED = Kind("malformed", 400, "The body cannot be read", "Send one JSON document in UTF-8; a hub, its feed.")
UNAUTHORIZED = Kind("unauthorized", 401, "A valid key is needed", "Send Authorization: Bearer bk_….")
BAD_SIGNATURE = Kind(
    "bad-signature",
    401,
    "The signature does not fit",
    "Sign the raw body with the source's secret and a current time.",
)
FORBIDDEN = Kind("forbidden", 403, "Not allowed", "Ask somebody whom the mandate or the key's scopes allow.")
NOT_FOUND = Kind("not-found", 404, "There is no such thing", "Check the id and that the key is for this client.")
STATE = Kind("wrong-state", 409, "Not possible in this state", "Read it again and decide anew.")
CONFLICT = Kind("changed-meanwhile", 409, "Somebody else changed it first", "Read it again and send the change anew.")
LOOP = Kind(
    "loop",
    410,
    "This is a webhook of Backchannel's own",
    "Close the endpoint that sends here; read what it is told in a receiver of your own.",
)
TOO_LARGE = Kind("too-large", 413, "The body is too large", "Send less; the detail says how much is allowed.")
COMPRESSED = Kind("compressed", 415, "The body is compressed", "Send it as it is, without Content-Encoding.")
INVALID = Kind("invalid", 422, "A field is not acceptable", "Correct the named field.")
NETWORK_REFUSED = Kind("network-refused", 422, "The network refused", "Read the reason and change the content.")
REPLAY_MISMATCH = Kind(
    "idempotency-mismatch",
    422,
    "This Idempotency-Key was used for another request",
    "Use a new Idempotency-Key.",
)
TOO_MANY = Kind(
    "too-many-requests",
    429,
    "Too many requests",
    "Wait for as many seconds as Retry-After says, and ask less often.",
)
REFUSED = Kind("refused", 400, "The request was refused before it was read", "Check method, headers and size.")
"""By the gateway itself; the status may be any 4xx."""
DEFECT = Kind(
    "defect", 500, "Something is broken here", "Report it with the time; it is not known whether it was done."
)
UNAVAILABLE = Kind("unavailable", 503, "Not known to be done", "Try again with the same Idempotency-Key.")
NETWORK_UNREACHABLE = Kind(
    "network-unreachable", 503, "The network did not answer", "Nothing was changed. Try again in a while."
)

KINDS: tuple[Kind, ...] = (
    MALFORMED,
    UNAUTHORIZED,
    BAD_SIGNATURE,
    FORBIDDEN,
    NOT_FOUND,
    STATE,
    CONFLICT,
    LOOP,
    TOO_LARGE,
    COMPRESSED,
    INVALID,
    NETWORK_REFUSED,
    REPLAY_MISMATCH,
    TOO_MANY,
    REFUSED,
    DEFECT,
    UNAVAILABLE,
    NETWORK_UNREACHABLE,
)


class ReplayMismatchError(Exception):
    """An Idempotency-Key came again with another body or path."""


_KIND_OF: tuple[tuple[type[Exception], Kind], ...] = (
    (MalformedError, MALFORMED),
    (UnauthorizedError, UNAUTHORIZED),
    (SignatureError, BAD_SIGNATURE),
    (ChallengeError, FORBIDDEN),
    (ForbiddenError, FORBIDDEN),
    (NotFoundError, NOT_FOUND),
    (StateError, STATE),
    (ConflictError, CONFLICT),
    (LoopError, LOOP),
    (TooLargeError, TOO_LARGE),
    (CompressedError, COMPRESSED),
    (InvalidError, INVALID),
    (RefusedError, NETWORK_REFUSED),
    (UnreachableError, NETWORK_UNREACHABLE),
    (ReplayMismatchError, REPLAY_MISMATCH),
    (TooManyRequestsError, TOO_MANY),
    (StoreError, UNAVAILABLE),
    (QueueError, UNAVAILABLE),
    (ShelfError, UNAVAILABLE),
)
EXPECTED: tuple[type[Exception], ...] = tuple(error for error, _ in _KIND_OF)
"""What an edge catches; anything else is a defect and must be seen as one."""

_MSGSPEC_INDEX = r"\[(\d+|\.\.\.)\]"
_MSGSPEC_PLACE = r"(?s)^(?P<what>.*?)(?: - at `(?:key in )?\$?\.?(?P<where>[^`]*)`)?$"


def problem(error: Exception, instance: str) -> Answer:
    """The answer for an expected error. ``instance`` is the path that was asked for."""
    kind = next(kind for cls, kind in _KIND_OF if isinstance(error, cls))
    field_ = error.field if isinstance(error, InvalidError) else None
    return _document(kind, str(error) or kind.title, instance, field_)


def told(error: Exception) -> tuple[str, str]:
    """The title of an expected error, and what is wrong and what to do, for a page."""
    kind = next(kind for cls, kind in _KIND_OF if isinstance(error, cls))
    return kind.title, str(error) or kind.remedy


def defect(instance: str) -> Answer:
    """The answer when something was raised that nobody expected; it says nothing of what."""
    return _document(DEFECT, DEFECT.title, instance, None)


def _document(kind: Kind, detail: str, instance: str, field_: str | None) -> Answer:
    document = {
        "type": TYPE_BASE + kind.type,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "remedy": kind.remedy,
        "instance": instance,
    } | ({"field": field_} if field_ else {})
    headers = {"Content-Type": "application/problem+json"}
    if kind is UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if kind is UNAVAILABLE:
        headers["Retry-After"] = "1"
    if kind is NETWORK_UNREACHABLE:
        headers["Retry-After"] = "60"
    return Answer(kind.status, json.dumps(document).encode(), headers)


def translated(error: msgspec.DecodeError) -> Exception:
    """msgspec's complaint as ours: a wrong field is named, anything else is malformed JSON."""
    if not isinstance(error, msgspec.ValidationError):
        return MalformedError(str(error))
    match = re.match(_MSGSPEC_PLACE, str(error))
    what, where = (match["what"], match["where"]) if match else (str(error), None)
    named = re.search(r"field `([^`]+)`", what)
    dotted = re.sub(_MSGSPEC_INDEX, lambda index: "." + index[1].replace("...", "*"), where or "")
    field_path = ".".join(part for part in (dotted, named[1] if named else None) if part)
    return InvalidError(what, field_path or None)
