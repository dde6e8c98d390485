"""What a client states that matters, however it comes in: over the API, or by the webhook of a tool of its own."""

import math
import re
from collections.abc import Iterable

import msgspec

from shared.domain.errors import InvalidError
from shared.domain.listening.priorities import MOST_PRIORITY_POINTS, Priority
from shared.domain.listening.words import MOST_WORDS, words
from shared.domain.schedule import utc
from shared.domain.text import clean

MOST_ITEMS = 100
MOST_NAMED = 200
"""Words, authors, functions and languages of one priority."""
LONGEST_STATEMENT = 60_000
"""Characters of all that a statement names: it is one record, and one message on a queue."""
_FUNCTION = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,46}[a-z0-9])?")


class NewPriorities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before. ``version``: of that one, when no other is to be replaced.

    0 is that of no statement at all.
    """

    items: tuple[Priority, ...]
    version: int | None = None


def stated(items: tuple[Priority, ...]) -> tuple[Priority, ...]:
    """As they are kept. Raises InvalidError naming the field."""
    if len(items) > MOST_ITEMS:
        raise InvalidError(f"holds more than {MOST_ITEMS}", "items")
    kept = tuple(_checked(item, f"items.{index}") for index, item in enumerate(items))
    named = (text for item in kept for text in (*item.words, *item.authors, *item.functions, item.name, item.note))
    check_length(named, "items")
    return kept


def phrases(given: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Words and phrases to look for. What has no word in it would be found nowhere, and is refused."""
    for phrase in given:
        if not 1 <= len(words(phrase)) <= MOST_WORDS:
            raise InvalidError(f"must have 1 to {MOST_WORDS} words", field)
    return tuple(clean(phrase, field, longest=200) for phrase in given)


def function(name: str, field: str) -> str:
    """A business function's name: a standard one's, or one of the client's own."""
    if not _FUNCTION.fullmatch(name):
        raise InvalidError("must be 1 to 48 of a-z, 0-9 and inner _ and -", field)
    return name


def points(given: float, least: float, most: float, field: str) -> float:
    """A number that counts. What is none, or has no end, is refused as well."""
    if not (math.isfinite(given) and least <= given <= most):
        raise InvalidError(f"must be {least:g} to {most:g}".replace("-", "−"), field)
    return given


def check_length(texts: Iterable[str], field: str) -> None:
    """Refuses what could not be kept as one record."""
    length = sum(map(len, texts))
    if length > LONGEST_STATEMENT:
        raise InvalidError(f"names {length:,} characters altogether; {LONGEST_STATEMENT:,} are allowed", field)


def _language(code: str, field: str) -> str:
    if not (len(code) == 2 and code.isascii() and code.isalpha() and code.islower()):
        raise InvalidError("must be a language's two letters (ISO 639-1)", field)
    return code


def _checked(item: Priority, field: str) -> Priority:
    if len(item.words) + len(item.authors) + len(item.functions) + len(item.languages) > MOST_NAMED:
        raise InvalidError(f"names more than {MOST_NAMED} things", field)
    starts_at = utc(item.starts_at, f"{field}.starts_at") if item.starts_at else None
    ends_at = utc(item.ends_at, f"{field}.ends_at") if item.ends_at else None
    if starts_at and ends_at and ends_at <= starts_at:
        raise InvalidError("is not after starts_at", f"{field}.ends_at")
    return Priority(
        name=clean(item.name, f"{field}.name", longest=100),
        weight=points(item.weight, -MOST_PRIORITY_POINTS, MOST_PRIORITY_POINTS, f"{field}.weight"),
        words=phrases(item.words, f"{field}.words"),
        authors=tuple(clean(author, f"{field}.authors", longest=100) for author in item.authors),
        functions=tuple(function(name, f"{field}.functions") for name in item.functions),
        languages=tuple(_language(code, f"{field}.languages") for code in item.languages),
        note=clean(item.note, f"{field}.note", longest=500, empty=True),
        starts_at=starts_at,
        ends_at=ends_at,
    )
