"""What the signature schemes have in common. Nothing here says which secret fitted, or how nearly one did."""

import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime

from shared.domain.errors import SignatureError

TOLERANCE = 300
"""Seconds by which a signed timestamp may differ from our clock, either way."""


def header(headers: Mapping[str, str], name: str) -> str:
    """The value of a header, whatever its case; "" when it is not there."""
    wanted = name.lower()
    return next((value for given, value in headers.items() if given.lower() == wanted), "")


def digest(key: bytes, message: bytes, algorithm: str = "sha256") -> bytes:
    """HMAC. What breaks SHA-1, two texts with one hash, does not break its HMAC."""
    return hmac.digest(key, message, algorithm)


def check_time(timestamp: str, now: datetime) -> None:
    """Raises :class:`SignatureError` unless ``timestamp`` is Unix seconds and near enough to ``now``."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise SignatureError("The timestamp is missing or is not in Unix seconds.")
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE:
        raise SignatureError(f"The timestamp is more than {TOLERANCE} seconds from our time.")


def check(given: Iterable[str], expected: Iterable[str]) -> None:
    """Raises :class:`SignatureError` unless one of the signatures given is one of those expected.

    Compares every pair, each in constant time. Encoded forms are compared, not what they decode to, so that
    no second spelling of a signature is accepted.
    """
    candidates = [signature.encode(errors="replace") for signature in given]
    fits = [hmac.compare_digest(candidate, signature.encode()) for signature in expected for candidate in candidates]
    if not any(fits):
        raise SignatureError("The signature does not fit the body and the secret of this source.")
