"""Inbound webhooks: who signed them, and what is in them. One module per scheme, imported when used.

Each has ``verify(source, headers, body, now)`` and ``events(source, payload, now)``. Those whose senders first ask for
a proof have ``challenge(source, query)`` too, and one whose senders do not write JSON has ``decoded(body)``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import Any

import msgspec

from shared.domain.accounts import Scheme, Source
from shared.domain.errors import ChallengeError
from shared.webhooks.heard import Heard, Proof, UnreadableError, heard

__all__ = ["Heard", "Proof", "UnreadableError", "challenge", "read", "verify"]

_CHALLENGED = frozenset({Scheme.X, Scheme.META, Scheme.THREADS, Scheme.LINKEDIN, Scheme.WEBSUB})
_NOT_JSON = frozenset({Scheme.WEBSUB})


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raises :class:`SignatureError` unless one of the source's secrets signed these very bytes."""
    with_good_secrets = replace(source, secrets=source.good_secrets(now))
    _module(source.scheme).verify(with_good_secrets, headers, body, now)


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    """Raises :class:`ChallengeError`, or ``InvalidError`` naming a query parameter."""
    if source.scheme not in _CHALLENGED:
        raise ChallengeError("This source answers no challenge.")
    proof: Proof = _module(source.scheme).challenge(source, query)
    return proof


def read(source: Source, body: bytes, now: datetime) -> Heard:
    """What a verified body says. Raises :class:`UnreadableError`, or ``InvalidError`` naming the field."""
    scheme = _module(source.scheme)
    payload = scheme.decoded(body) if source.scheme in _NOT_JSON else _decoded(body)
    return heard(scheme.events(source, payload, now))


def _decoded(body: bytes) -> object:
    try:
        return msgspec.json.decode(body)
    except UnicodeDecodeError as garbled:
        raise UnreadableError("The body is not UTF-8.") from garbled
    except RecursionError as deep:
        raise UnreadableError("The body is nested too deeply.") from deep
    except msgspec.DecodeError as malformed:
        raise UnreadableError(str(malformed)) from malformed


def _module(scheme: Scheme) -> Any:
    return import_module(f"shared.webhooks.{scheme.value}")
