"""Which language a message is in, told by its script and its commonest words."""

from collections.abc import Sequence
from functools import cache

from shared.classifiers.reading import LONGEST, words
from shared.classifiers.words.common import COMMON

_SCRIPTS = (
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
    (0x1100, 0x11FF, "ko"),
    (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x0400, 0x04FF, "ru"),
    (0x0370, 0x03FF, "el"),
    (0x0590, 0x05FF, "he"),
    (0x4E00, 0x9FFF, "zh"),
)
_LETTERS = {
    **dict.fromkeys("ñ¿¡", "es"),
    **dict.fromkeys("ãõ", "pt"),
    **dict.fromkeys("ß", "de"),
    **dict.fromkeys("œêûî", "fr"),
    **dict.fromkeys("ąęłśżźćń", "pl"),
    **dict.fromkeys("ğışİ", "tr"),
    **dict.fromkeys("ìò", "it"),
    **dict.fromkeys("æø", "da"),
    **dict.fromkeys("іїєґ", "uk"),
    **dict.fromkeys("řěů", "cs"),
    **dict.fromkeys("őű", "hu"),
    **dict.fromkeys("ơưđạ", "vi"),
    **dict.fromkeys("پچگ", "fa"),
}
"""Letters that one of the languages has and the others here have not, or seldom."""
_TOLD = 1.5
"""What it weighs that the network names the language: as much as three common words that it shares."""
_LETTER, _SCRIPT = 1.0, 1.0


@cache
def _speaking() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each common word the languages that have it; the fewer, the more it says."""
    having: dict[str, list[str]] = {}
    for language in COMMON:
        for word in common(language):
            having.setdefault(word, []).append(language)
    return {word: tuple((one, 1.0 / len(languages)) for one in languages) for word, languages in having.items()}


@cache
def common(language: str) -> frozenset[str]:
    """Its commonest words, in the one spelling."""
    return frozenset(words(COMMON.get(language, "")))


def language(text: str, spoken: Sequence[str], told: str = "") -> str:
    """ISO 639-1; "" where nothing tells. ``told`` is what the network says, which a clear text overrules."""
    scores: dict[str, float] = {}
    get = _speaking().get
    for word in spoken:
        for one, weight in get(word, ()):
            scores[one] = scores.get(one, 0.0) + weight
    if not text.isascii():
        _by_letters(text, scores)
    told = told[:2].lower()
    if told:
        scores[told] = scores.get(told, 0.0) + _TOLD
    return max(scores, key=scores.__getitem__) if scores else ""


def _by_letters(text: str, scores: dict[str, float]) -> None:
    letters: dict[str, int] = {}
    for sign in text[:LONGEST]:
        if sign > "\x7f":
            one = _LETTERS.get(sign) or _script(sign)
            if one:
                letters[one] = letters.get(one, 0) + 1
    if "ja" in letters and "zh" in letters:
        letters["ja"] += letters.pop("zh")
    for one, count in letters.items():
        scores[one] = scores.get(one, 0.0) + _LETTER * min(count, 8)


@cache
def _script(sign: str) -> str:
    point = ord(sign)
    return next((one for first, last, one in _SCRIPTS if first <= point <= last), "")
