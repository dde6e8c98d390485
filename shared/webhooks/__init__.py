"""Inbound webhooks: who signed them, and the messages in them. One module per scheme, imported when used.

Each has ``verify(source, headers, body, now)`` and ``reports(source, payload, now)``; those whose senders
first ask for a proof have ``challenge(source, query)`` too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

from shared.domain.accounts import Scheme, Source
from shared.domain.mentions import Report
from shared.webhooks.signatures import ChallengeError, SignatureError

__all__ = ["ChallengeError", "Proof", "SignatureError", "challenge", "reports", "verify"]

_CHALLENGED = frozenset({Scheme.X, Scheme.META})


@dataclass(frozen=True, slots=True)
class Proof:
    """What answers a challenge."""

    content_type: str
    body: str


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raises :class:`SignatureError` unless one of the source's secrets signed these very bytes."""
    _module(source.scheme).verify(source, headers, body, now)


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    """Raises :class:`ChallengeError`, or ``InvalidError`` naming a query parameter."""
    if source.scheme not in _CHALLENGED:
        raise ChallengeError("This source answers no challenge.")
    content_type, body = _module(source.scheme).challenge(source, query)
    return Proof(content_type, body)


def reports(source: Source, payload: object, now: datetime) -> list[Report]:
    """The messages in a decoded JSON payload; an event of an unknown type has none.

    Raises ``InvalidError`` naming the field.
    """
    found: list[Report] = _module(source.scheme).reports(source, payload, now)
    return found


def _module(scheme: Scheme) -> Any:
    return import_module(f"shared.webhooks.{scheme.value}")
