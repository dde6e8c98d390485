"""A text as the signs that a reader sees in it: each with the letters that it may stand for, and its place.

Accents, invisible characters and the shapes of a letter (full width, circled, mathematical) do not matter. Digits and
symbols may stand for letters (``sh1t``, ``$hit``); so may Cyrillic, Greek and Armenian letters that look the same, in a
text that is Latin otherwise.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache


class Kind(IntEnum):
    LETTER = 0
    DIGIT = 1
    SYMBOL = 2
    """Which may stand for a letter."""
    STAR = 3
    """Which may stand for any letter."""
    MARK = 4
    SPACE = 5
    APOSTROPHE = 6


@dataclass(frozen=True, slots=True)
class Signs:
    """Lists of one length, and the length of the text."""

    options: list[str]
    """The letters that each may stand for, itself first."""
    kinds: list[Kind]
    places: list[int]
    """In the text."""
    named: list[bool]
    """Whether it is in a link or a handle, which are names and spelt as they are."""

    length: int
    """Of the text."""

    def end_of(self, index: int) -> int:
        """The place in the text at which ends what is before the sign at ``index``, with the marks on it."""
        behind = self.places[index - 1] + 1
        return max(behind, self.places[index] if index < len(self.places) else self.length)


_SPELT = {"0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "g"}
"""What digits are written for."""
_SYMBOLS = {
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "il",
    "+": "t",
    "€": "e",
    "£": "l",
    "¢": "c",
    "¡": "i",
    "§": "s",
    "¥": "y",
}
_ALSO = {
    "v": "u",
    "z": "s",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "ɑ": "a",
    "ɡ": "g",
    "ɩ": "i",
    "ʋ": "u",
    "ħ": "h",
    "ƒ": "f",
}
"""What letters are written for in other letters' place."""
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_LOOK_ALIKE = {
    **dict(zip("авекмнорстухіјѕһԁӏԛԝүпгьц", "abekmhopctyxijshdlqwynrbu", strict=True)),
    **dict(zip("αβεικνορτυχηωγςϲμ", "abeikvoptuxnwyocu", strict=True)),
    **dict(zip("սօոհցյ", "uonhgj", strict=True)),
}
_APOSTROPHES = "'’‘ʼ`´′"
_STARS = "*∗⁎✱✳＊●"
_TOKEN = re.compile(r"\S+")
_NAME = re.compile(r"www\.\S+|(?<!\w)@\w[\w.\-]*", re.IGNORECASE)
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FIRST_UNSPACED = "\u0e00"
_TO_A = (0x1F130, 0x1F150, 0x1F170)
"""Where alphabets of letters in boxes and circles begin that Unicode does not take apart."""


def is_unspaced(letter: str) -> bool:
    """Whether it is of a script that leaves no space between words."""
    return letter >= _FIRST_UNSPACED and _UNSPACED.match(letter) is not None


def read(text: str) -> Signs:
    """In time linear in ``text``."""
    look_alike = _is_latin(text)
    signs = Signs([], [], [], [], len(text))
    for place, character in enumerate(text):
        for options, kind in _folded(character, look_alike):
            signs.options.append(options)
            signs.kinds.append(kind)
            signs.places.append(place)
            signs.named.append(False)
    _mark_names(text, signs)
    return signs


def _is_latin(text: str) -> bool:
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return latin >= sum(character.lower() in _LOOK_ALIKE for character in text)


def _mark_names(text: str, signs: Signs) -> None:
    index = 0
    for start, last in _names(text):
        # A handle's @ itself may stand for a letter.
        first = start + text.startswith("@", start)
        while index < len(signs.places) and signs.places[index] < first:
            index += 1
        while index < len(signs.places) and signs.places[index] < last:
            signs.named[index] = True
            index += 1


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Token by token: one expression for both would go over a text without spaces again from each of its places."""
    for token in _TOKEN.finditer(text):
        if "://" in token[0][:-1]:
            yield token.span()
        else:
            for name in _NAME.finditer(text, *token.span()):
                yield name.span()


@lru_cache(maxsize=8_192)
def _folded(character: str, look_alike: bool) -> tuple[tuple[str, Kind], ...]:
    for begin in _TO_A:
        if begin <= ord(character) < begin + 26:
            character = chr(ord("a") + ord(character) - begin)
    return tuple(
        _sign(part, look_alike)
        for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        if unicodedata.category(part) not in ("Mn", "Me", "Cf", "Cc") or part.isspace()
    )


def _sign(part: str, look_alike: bool) -> tuple[str, Kind]:  # noqa: PLR0911
    if part.isspace():
        return " ", Kind.SPACE
    if part in _APOSTROPHES:
        return "", Kind.APOSTROPHE
    if part in _STARS:
        return "", Kind.STAR
    if part in _SYMBOLS:
        return _SYMBOLS[part], Kind.SYMBOL
    if part in _SPELT:
        return part + _SPELT[part], Kind.DIGIT
    if part.isalnum() or unicodedata.category(part) == "Mc":
        part = _SMALL_CAPITALS.get(part, part)
        return part + _ALSO.get(part, "") + (_LOOK_ALIKE.get(part, "") if look_alike else ""), Kind.LETTER
    return "", Kind.MARK
