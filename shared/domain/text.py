"""Text from outside: what is accepted, and in which form it is kept."""

import re
import unicodedata

from shared.domain.errors import InvalidError

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
_HANDLE = re.compile(r"\w[\w.@-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_ALLOWED_CONTROLS = "\t\n\r"
OVERRIDES = "\u202d\u202e"
"""Letters behind one are shown in another order than they stand."""
DIRECTIONS = OVERRIDES + "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_LOOK_ALIKE = ("LATIN", "CYRILLIC", "GREEK")
"""Alphabets with letters that look the same."""


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


def disguise(author: str, text: str) -> str:
    """What a reader of these could be misled by, as a phrase; "" for what is as it looks. Nothing is changed."""
    if any(character in DIRECTIONS for character in author) or any(character in OVERRIDES for character in text):
        return "has characters that turn the order of letters around"
    mixed = alphabets(author)
    return f"its author's name mixes {' and '.join(mixed)} letters" if len(mixed) > 1 else ""


def alphabets(name: str) -> list[str]:
    """Those alphabets of ``name`` that have letters which look the same."""
    names = (unicodedata.name(character, "") for character in name if character.isalpha())
    return sorted({name.partition(" ")[0].capitalize() for name in names if name.startswith(_LOOK_ALIKE)})


def language(tag: object) -> str:
    """ISO 639-1, out of a language tag such as ``pt-BR``; "" for what is none, or says that it is not known."""
    primary = tag[:3].lower().rstrip("-_") if isinstance(tag, str) else ""
    return primary if _LANGUAGE.fullmatch(primary) else ""
