"""Where a list goes on: opaque to callers, a small Struct to us."""

import base64
import binascii
from typing import TypeVar

import msgspec

from shared.domain.errors import InvalidError

S = TypeVar("S", bound=msgspec.Struct)


def write_cursor(place: msgspec.Struct) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode()


def read_cursor(cursor: str, kind: type[S], *, of: str) -> S:
    """What :func:`write_cursor` wrote. Raises InvalidError for anything else; ``of`` is what is listed."""
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor), type=kind)
    except (binascii.Error, ValueError, msgspec.DecodeError, RecursionError) as garbled:
        raise InvalidError(f"is not a cursor of this {of}", "cursor") from garbled
