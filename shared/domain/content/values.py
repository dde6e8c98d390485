"""What may stand in a variable's place in an approved text: never free text, and nothing that a network acts on.

No value makes a mention, a hashtag, a link other than to the hosts that were approved, a line, or letters that nobody
sees. What stands around a place is bound as well, so that ``#{order}`` or ``{name}.com`` is refused when it is written.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shared.domain.errors import InvalidError
from shared.domain.text import DIRECTIONS, alphabets

LONGEST_NAME = 40
MOST_NAMES = 5
"""Words of one name."""
LONGEST_LINK = 500
MOST_VARIABLES = 20
MOST_CHOICES = 50
LONGEST_CHOICE = 100
MOST_HOSTS = 20
PLACE = re.compile(r"\{([a-z][a-z0-9_]{0,31})\}")
_VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,31}")
_NUMBER = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,2})?")
_ORDER = re.compile(r"(?=[A-Z-]*[0-9])[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINK = re.compile(r"https://(?P<host>[a-z0-9.-]{1,253})(?:/(?:[A-Za-z0-9_./?=&~+-]*[A-Za-z0-9_/=])?)?")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_UNSPACED = (
    "\u0e00-\u0e7f\u3001\u300c-\u300f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01\uff08\uff09\uff1f"
)
"""Letters and marks of languages that do not put a space between words, or join particles to a name."""
_BEFORE = re.compile(rf"(?:[(\[\"'“‘„«¿¡{_UNSPACED}]|{PLACE.pattern})*")
_BEHIND = re.compile(rf"(?:[,.!?;:…)\]\"'”’»。{_UNSPACED}]|{PLACE.pattern})*")
_BEFORE_LINK = re.compile(r"[(\[\"'“‘„«¿¡]*")
_BEHIND_LINK = re.compile(r"[,.!?;:…)\]\"'”’»]*")
_CURRENCY = "$€£¥"
_JOINING = " -'’ʻʼ"
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Letters and marks by their category, and nothing to the eye."""
_COMPOSED = dict.fromkeys((0x0E33, 0x0EB3))
"""Vowels that have no other shape in which they are usual."""
_MOST_MARKS = 3
"""On one letter."""


class ValueKind(StrEnum):
    NAME = "name"
    """Of a person: up to 40 letters."""
    NUMBER = "number"
    DATE = "date"
    """As ``2026-12-01``."""
    ORDER_NUMBER = "order_number"
    """Up to 32 of A-Z, 0-9 and inner hyphens, with a digit."""
    CHOICE = "choice"
    """One of those that were approved."""
    LINK = "link"
    """https, to one of the hosts that were approved."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Variable:
    name: str
    kind: ValueKind
    choices: tuple[str, ...] = ()
    """Of a choice."""
    hosts: tuple[str, ...] = ()
    """Of a link; not those below them."""


def check_places(text: str, variables: tuple[Variable, ...], field: str) -> None:
    """Raises InvalidError for a place that is no variable's, and for one that touches what could make more of it."""
    known = {variable.name: variable for variable in variables}
    for place in PLACE.finditer(text):
        if place[1] not in known:
            raise InvalidError(f"has the place {place[0]}, of which variables say nothing", field)
        if not _is_apart(text, place.start(), place.end(), known[place[1]].kind):
            reason = f"has {place[0]} next to other characters; put a space between, or punctuation behind it"
            raise InvalidError(reason, field)
    if any(brace in PLACE.sub("", text) for brace in "{}"):
        raise InvalidError("has a brace that is no variable's place; write it without", field)
    unused = known.keys() - set(PLACE.findall(text))
    if unused:
        raise InvalidError(f"has no place for {', '.join(sorted(unused))}", field)


def _is_apart(text: str, start: int, end: int, kind: ValueKind) -> bool:
    """Whether nothing touches the place with which a value could become part of something else."""
    before = re.split(r"\s", text[:start])[-1]
    behind = re.split(r"\s", text[end:], maxsplit=1)[0]
    if kind is ValueKind.LINK:
        return bool(_BEFORE_LINK.fullmatch(before) and _BEHIND_LINK.fullmatch(behind))
    if kind is ValueKind.NUMBER:
        before = before[:-1] if before.endswith(tuple(_CURRENCY)) else before
        behind = behind[1:] if behind.startswith(("%", *_CURRENCY)) else behind
    touching = before.endswith("}") or behind.startswith("{")
    return not touching and bool(_BEFORE.fullmatch(before) and _BEHIND.fullmatch(behind))


def check_variables(variables: tuple[Variable, ...], field: str) -> None:
    """Raises InvalidError naming the field."""
    if len(variables) > MOST_VARIABLES:
        raise InvalidError(f"holds more than {MOST_VARIABLES}", field)
    names = set()
    for index, variable in enumerate(variables):
        place = f"{field}.{index}"
        if not _VARIABLE.fullmatch(variable.name) or variable.name in names:
            raise InvalidError("must be 1 to 32 of a-z, 0-9 and _, and no other variable's", f"{place}.name")
        names.add(variable.name)
        _check_given(variable, place)


def _check_given(variable: Variable, place: str) -> None:
    if bool(variable.choices) != (variable.kind is ValueKind.CHOICE):
        raise InvalidError("must be given for a choice, and for nothing else", f"{place}.choices")
    if bool(variable.hosts) != (variable.kind is ValueKind.LINK):
        raise InvalidError("must be given for a link, and for nothing else", f"{place}.hosts")
    if len(variable.choices) > MOST_CHOICES or len(variable.hosts) > MOST_HOSTS:
        raise InvalidError(f"holds more than {MOST_CHOICES} choices or {MOST_HOSTS} hosts", place)
    for choice in variable.choices:
        if not _is_plain(choice):
            reason = f"must be 1 to {LONGEST_CHOICE} characters without lines, @, #, braces, links and what nobody sees"
            raise InvalidError(f"{reason}: {choice!r}", f"{place}.choices")
    for host in variable.hosts:
        if not _HOST.fullmatch(host):
            raise InvalidError(f"is not a host: {host!r}", f"{place}.hosts")


def _is_plain(choice: str) -> bool:
    seen = unicodedata.normalize("NFKC", choice)
    return (
        0 < len(choice) <= LONGEST_CHOICE
        and choice == unicodedata.normalize("NFC", choice)
        and choice == " ".join(choice.split())
        and unicodedata.category(choice[0])[0] != "M"
        and not any(sign in seen for sign in "@#{}\\")
        and "://" not in seen
        and not re.search(r"\w\.\w", seen)
        and not any(_is_unseen(character) for character in choice)
    )


def _is_unseen(character: str) -> bool:
    return (
        character in _UNSEEN
        or character in DIRECTIONS
        or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def check_value(value: str, variable: Variable, field: str) -> None:
    """Raises InvalidError for what is not of the variable's kind."""
    wrong = _WRONG[variable.kind](value, variable)
    if wrong:
        raise InvalidError(wrong, field)


def _wrong_name(value: str, _: Variable) -> str:
    """Letters of one alphabet, in their own shapes, with what joins the parts of a name."""
    if not 0 < len(value) <= LONGEST_NAME:
        return f"must have 1 to {LONGEST_NAME} letters"
    plain = value.translate(_COMPOSED)
    if plain != unicodedata.normalize("NFC", plain) or plain != unicodedata.normalize("NFKC", plain):
        return "has letters in other shapes than their own"
    if len(value.split(" ")) > MOST_NAMES:
        return f"has more than {MOST_NAMES} words"
    mixed = alphabets(value)
    return f"mixes {' and '.join(mixed)} letters" if len(mixed) > 1 else _wrong_letters(value)


def _wrong_letters(value: str) -> str:
    marks, before = 0, " "
    for character in value:
        category = unicodedata.category(character)
        marks = marks + 1 if category[0] == "M" else 0
        if character in _JOINING:
            wrong = before in _JOINING
        elif marks:
            wrong = marks > _MOST_MARKS or before in _JOINING
        else:
            wrong = category not in ("Lu", "Ll", "Lt", "Lo")
        if wrong or _is_unseen(character):
            return f"has the character U+{ord(character):04X} where no name has it"
        before = character
    return "ends with a space or a hyphen" if before in " -" else ""


def _wrong_number(value: str, _: Variable) -> str:
    return "" if _NUMBER.fullmatch(value) else "must be a number such as 12 or 9.50"


def _wrong_date(value: str, _: Variable) -> str:
    wrong = "must be a date such as 2026-12-01"
    if not _DATE.fullmatch(value):
        return wrong
    try:
        date.fromisoformat(value)
    except ValueError:
        return wrong
    return ""


def _wrong_order(value: str, _: Variable) -> str:
    return "" if _ORDER.fullmatch(value) else "must be up to 32 of A-Z, 0-9 and inner hyphens, with a digit"


def _wrong_choice(value: str, variable: Variable) -> str:
    return "" if value in variable.choices else f"must be one of {', '.join(variable.choices)}"


def _wrong_link(value: str, variable: Variable) -> str:
    found = _LINK.fullmatch(value) if len(value) <= LONGEST_LINK else None
    if found is None or found["host"] not in variable.hosts:
        return f"must be https:// and one of {', '.join(variable.hosts)}, with a path of letters, digits and -._~/?=&+"
    return ""


_WRONG = {
    ValueKind.NAME: _wrong_name,
    ValueKind.NUMBER: _wrong_number,
    ValueKind.DATE: _wrong_date,
    ValueKind.ORDER_NUMBER: _wrong_order,
    ValueKind.CHOICE: _wrong_choice,
    ValueKind.LINK: _wrong_link,
}


def sample(variable: Variable, number: int) -> str:
    """A value such as may stand there; of a choice the ``number``-th, of a link to the ``number``-th host."""
    if variable.kind is ValueKind.CHOICE:
        return variable.choices[number % len(variable.choices)]
    if variable.kind is ValueKind.LINK:
        return f"https://{variable.hosts[number % len(variable.hosts)]}/"
    return _SAMPLES[variable.kind]


_SAMPLES: Mapping[ValueKind, str] = {
    ValueKind.NAME: "Friend",
    ValueKind.NUMBER: "12",
    ValueKind.DATE: "2026-12-01",
    ValueKind.ORDER_NUMBER: "A-1024",
}
