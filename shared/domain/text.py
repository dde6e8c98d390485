"""Text from outside: what is accepted, and in which form it is kept."""

import re
import unicodedata

from shared.domain.errors import InvalidError

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
_HANDLE = re.compile(r"\w[\w.@-]{0,99}")
_ALLOWED_CONTROLS = "\t\n\r"


def clean(value: str, field: str, *, longest: int, empty: bool = False) -> str:
    """``value`` in NFC. Refuses NUL and other control characters, lone surrogates, and what is too long."""
    for character in value:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in _ALLOWED_CONTROLS):
            raise InvalidError(f"contains the character U+{ord(character):04X}, which text cannot have", field)
    normal = unicodedata.normalize("NFC", value)
    if len(normal) > longest:
        raise InvalidError(f"is {len(normal)} characters long; {longest} are allowed", field)
    if not empty and not normal.strip():
        raise InvalidError("is empty", field)
    return normal


def slug(value: str, field: str) -> str:
    """An id that a person chooses: lower case, digits and inner hyphens, up to 48."""
    if not _SLUG.fullmatch(value):
        raise InvalidError("must be 1 to 48 of a-z, 0-9 and inner hyphens", field)
    return value


def handle(value: str, field: str) -> str:
    """A name on a network, without its leading ``@``: ``acme`` or ``acme@social.example``."""
    bare = value.removeprefix("@")
    if not _HANDLE.fullmatch(bare):
        raise InvalidError("is not a handle", field)
    return bare
