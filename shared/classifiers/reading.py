"""A message as words that can be looked up: one spelling for each, whatever disguise it came in.

Only the first :data:`LONGEST` characters are read. Case, accents and apostrophes do not matter; full-width and other
styled letters count as the plain ones; what takes no room (zero-width signs, turns of direction) is passed over. Signs
of scripts that are written without spaces, and emoji, are words of their own. Links and handles are one word each,
whatever they say, so that a handle's name is evidence of nothing; a hashtag is its word.
"""

import re
import unicodedata

LONGEST = 2_000
"""Characters of a message that are looked at. Longer ones have said by then what they are about."""

LINK, HANDLE = "\ue000", "\ue001"
_LINK = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_HANDLE = re.compile(r"@[\w.\-]+")
_SINGLE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
_LIKE = str.maketrans({"ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss"})
"""Letters that Unicode does not take apart, and people type without their strokes."""
_ALSO = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "–": " ", "’": " "}
_REMEMBERED = 8_192


class _Spelling(dict[int, str]):
    """What each sign becomes. Worked out when it is first met, and then remembered, up to a bound."""

    def __missing__(self, point: int) -> str:
        spelt = _spelt(chr(point))
        if len(self) < _REMEMBERED:
            self[point] = spelt
        return spelt


def _spelt(sign: str) -> str:
    if sign in _ALSO:
        return _ALSO[sign]
    if sign in {LINK, HANDLE} or sign in "?!$€£¥₹":
        return f" {sign} "
    category = unicodedata.category(sign)
    if category.startswith("M") and not _is_single(sign):
        # A vowel sign of Devanagari is a mark, too, and is part of the word.
        return sign if category != "Me" and not unicodedata.combining(sign) and sign > "\u0900" else ""
    if category in {"Cf", "Cs"}:
        return ""
    if category[0] in "LN" or _is_single(sign):
        plain = "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
        return f" {sign} " if _is_single(sign) else plain.translate(_LIKE)
    return f" {sign} " if category == "So" else " "


def _is_single(sign: str) -> bool:
    point = ord(sign)
    return point >= _SINGLE[0][0] and any(first <= point <= last for first, last in _SINGLE)


_SPELLING = _Spelling()


def words(text: str) -> list[str]:
    """The words of ``text`` in order, with ``?``, ``!`` and currency signs, in time in step with its length."""
    text = text[:LONGEST]
    if "://" in text or "www." in text or "WWW." in text:
        text = _LINK.sub(f" {LINK} ", text)
    if "@" in text:
        text = _HANDLE.sub(f" {HANDLE} ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return text.casefold().translate(_SPELLING).split()
