"""How a message feels, −1 … 1: VADER's lexicon and rules for English, the valence of the ideas for other languages."""

from collections.abc import Sequence
from functools import cache
from math import sqrt
from typing import Any

from shared.classifiers.cues import NOTHING, Found
from shared.classifiers.reading import LONGEST

VALENCE = {
    "love": 2.2,
    "congratulations": 1.8,
    "thanks": 1.6,
    "greeting": 1.0,
    "good": 1.0,
    "fan": 0.6,
    "waiting": -1.2,
    "broken": -1.4,
    "outage": -1.4,
    "sarcasm": -1.4,
    "wrong_item": -1.4,
    "breach": -1.8,
    "complaint": -1.8,
    "legal": -1.8,
    "stranded": -1.8,
    "boycott": -2.0,
    "death": -2.0,
    "danger": -2.2,
    "wrongdoing": -2.2,
    "hate": -2.4,
    "poison": -2.4,
    "awful": -2.8,
    "self_harm": -3.0,
}
"""Of ideas, on the scale of VADER's lexicon: −4 … 4."""
_FLATTENING = 15
"""What makes a sum of any size a number to 1; VADER's own."""
_NEGATED = -0.7
_CORRECTION = {"en": 0.25, "": 0.25}
"""How much of what the weights say of the feeling is added to VADER's: more would follow it less on plain texts."""


def sentiment(text: str, language: str, found: Sequence[Found]) -> float:
    """By the words alone."""
    if language in _CORRECTION:
        feeling = _english(text[:LONGEST])
        # What misleads, misleads VADER.
        return 0.0 if feeling < 0 and NOTHING in [one.idea for one in found] else feeling
    total = sum(VALENCE.get(one.idea, 0.0) * (_NEGATED if one.negated else 1.0) for one in found)
    return round(total / sqrt(total * total + _FLATTENING), 3)


def corrected(mood: float, language: str, correction: float) -> float:
    """With what else was seen in the message."""
    return round(max(-1.0, min(1.0, mood + _CORRECTION.get(language, 1.0) * correction)), 3)


def _english(text: str) -> float:
    """VADER's score. Its rules are asked only about words that its lexicon has; the others count as nothing anyway."""
    library, analyzer = _vader()
    if not text.isascii():
        # It puts words in the place of emoji first.
        return float(analyzer.polarity_scores(text)["compound"])
    text = text.strip()
    parts, lexicon, boosters = library.SentiText(text), analyzer.lexicon, library.BOOSTER_DICT
    feelings: list[float] = []
    for place, item in enumerate(parts.words_and_emoticons):
        word = item.lower()
        if word in lexicon and word not in boosters and not (word == "kind" and _is_kind_of(parts, place)):
            feelings = analyzer.sentiment_valence(0, parts, item, place, feelings)
        else:
            feelings.append(0)
    if "but" in text.lower():
        feelings = analyzer._but_check(parts.words_and_emoticons, feelings)
    return float(analyzer.score_valence(feelings, text)["compound"])


def _is_kind_of(parts: Any, place: int) -> bool:
    return [word.lower() for word in parts.words_and_emoticons[place : place + 2]] == ["kind", "of"]


@cache
def _vader() -> tuple[Any, Any]:
    from vaderSentiment import vaderSentiment as library  # noqa: N813, PLC0415  30 ms, with the first message

    return library, library.SentimentIntensityAnalyzer()
