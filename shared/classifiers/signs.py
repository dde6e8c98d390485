"""What is to be seen in a message: ideas, words by themselves, marks, its length, its tone."""

from collections.abc import Sequence

from shared.classifiers.cues import Found
from shared.classifiers.reading import HANDLE, LINK, LONGEST
from shared.domain.listening.classify import Message

CROSS, HOSTILE, PLEASED, DELIGHTED = -0.1, -0.5, 0.2, 0.6
MONEY = frozenset("$€£¥₹")
WORD = "="
"""What the sign of a word by itself begins with."""
_LENGTHS = ("empty", "1 word", "2 words", "to 7 words", "to 15 words", "to 31 words", "long", "very long")

_ENDS = dict.fromkeys("?？؟", "ends in ?") | dict.fromkeys("!！", "ends in !") | dict.fromkeys(".。", "ends in .")
_BEGINNINGS = {"@": "begins with a handle"}


def signs(message: Message, spoken: Sequence[str], found: Sequence[Found], mood: float) -> list[str]:
    """By name, each once; without the words by themselves."""
    seen = [one.idea for one in found if not one.negated]
    seen.append(_LENGTHS[min(len(spoken).bit_length(), 7)])
    if message.to_us:
        seen.append("to_us")
    _marks(message.text[:LONGEST].strip(), mood, seen)
    if LINK in spoken:
        seen.append("link")
    if spoken.count(HANDLE) > 1:
        seen.append("handles")
    if not MONEY.isdisjoint(spoken):
        seen.append("money")
    if mood <= CROSS:
        seen.append("hostile" if mood <= HOSTILE else "cross")
    elif mood >= PLEASED:
        seen.append("delighted" if mood >= DELIGHTED else "pleased")
    return list(dict.fromkeys(seen))


def _marks(text: str, mood: float, seen: list[str]) -> None:
    if "?" in text or "？" in text or "؟" in text:
        seen.append("?")
        if text.count("?") > 1:
            seen.append("??")
        if mood <= CROSS:
            seen.append("cross?")
    if text:
        seen += [sign for sign in (_ENDS.get(text[-1]), _BEGINNINGS.get(text[0])) if sign]
    if '"' in text or "“" in text:
        seen.append("quotes")
    if "#" in text:
        seen.append("hashtags" if text.count("#") > 2 else "hashtag")
    if text.islower():
        seen.append("lower case")
    elif len(text) > 8 and text.isupper():
        seen.append("shouting")
