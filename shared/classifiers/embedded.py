"""The classifier that needs no service: words in the open, and weights that were learnt from labelled messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shared.classifiers import languages, sentiment
from shared.classifiers.cues import Cues, Found, cues
from shared.classifiers.reading import words
from shared.classifiers.signs import WORD, signs
from shared.classifiers.weighing import (
    FEELING,
    FIRST_INTENT,
    FUNCTIONS,
    INTENTS,
    NEEDS,
    PLACE_OF,
    Row,
    best,
    summed,
    urgency,
)
from shared.classifiers.words import ideas
from shared.domain.listening.classify import AT_ONCE, Classification, Message, OwnFunction

OWN = 900
"""What a phrase of a client's own function weighs, above the middle of all functions: only strong evidence beats it."""
MOST_REASONS = 3
"""For each label that is explained."""
SPEAKS = 15
"""The weight from which on a sign is named as evidence."""


@cache
def embedded() -> "Embedded":
    return Embedded()


@cache
def learnt() -> Mapping[str, Row]:
    from shared.classifiers.weights import WEIGHTS  # noqa: PLC0415  with the first message

    return WEIGHTS


@dataclass(frozen=True, slots=True)
class Embedded:
    """Words, weights and lexicon are loaded with the first message that needs them."""

    weights: Mapping[str, Row] | None = None
    """Other ones than those that were learnt."""

    def classify(self, messages: Sequence[Message], own: Sequence[OwnFunction] = ()) -> Sequence[Classification]:
        theirs = cues({one.name: ",".join(one.words) for one in own}) if own else None
        weights = learnt() if self.weights is None else self.weights
        return [_classified(message, weights, theirs) for message in messages]

    def seen(self, message: Message) -> tuple[list[str], float]:
        """The signs that are in a message, and its feeling by its words alone: what the weights are learnt from."""
        spoken, _, found, mood = _read(message)
        seen = signs(message, spoken, found, mood)
        return [*seen, *(WORD + word for word in dict.fromkeys(spoken))], mood


def _read(message: Message) -> tuple[list[str], str, list[Found], float]:
    spoken = words(message.text)
    language = languages.language(message.text, spoken, message.language)
    found = phrases(language).find(spoken)
    return spoken, language, found, sentiment.sentiment(message.text, language, found)


def _classified(message: Message, weights: Mapping[str, Row], own: Cues | None) -> Classification:
    spoken, language, found, mood = _read(message)
    seen = [sign for sign in signs(message, spoken, found, mood) if sign in weights]
    seen += [sign for word in dict.fromkeys(spoken) if (sign := WORD + word) in weights]
    sums = summed(seen, weights)
    place = best(sums, 0, FIRST_INTENT)
    function, level = FUNCTIONS[place], urgency(sums)
    named: tuple[str, ...] = ()
    if own is not None and level < AT_ONCE:
        function, named = _own(function, sums[:FIRST_INTENT], own.find(spoken))
    because = named or _because(function, place, seen, weights, found)
    if level:
        because += _because(f"urgency {level}", PLACE_OF[level], seen, weights, found)
    return Classification(
        function=function,
        intent=INTENTS[best(sums, FIRST_INTENT, NEEDS) - FIRST_INTENT],
        sentiment=sentiment.corrected(mood, language, sums[FEELING] / 100),
        needs_answer=sums[NEEDS] > 0,
        urgency=level,
        language=language,
        because=because,
    )


def _own(function: str, sums: Sequence[int], found: Sequence[Found]) -> tuple[str, tuple[str, ...]]:
    """The function of the client's own whose phrases are there, unless more speaks for the standard one."""
    times: dict[str, int] = {}
    for one in found:
        times[one.idea] = times.get(one.idea, 0) + 1
    if not times:
        return function, ()
    name = max(times, key=times.__getitem__)
    if sum(sums) / len(sums) + OWN * times[name] < max(sums):
        return function, ()
    return name, (f"its own words speak for {name}",)


def _because(
    label: str, place: int, seen: Sequence[str], weights: Mapping[str, Row], found: Sequence[Found]
) -> tuple[str, ...]:
    """What spoke for a label, the strongest first."""
    speaking = [(weight, sign) for sign in seen if (weight := weights[sign][place]) >= SPEAKS]
    speaking.sort(reverse=True)
    return tuple([f"{_named(sign, found)} speaks for {label}" for _, sign in speaking[:MOST_REASONS]])


def _named(sign: str, found: Sequence[Found]) -> str:
    if sign[0] == WORD:
        return f"“{sign[1:]}”"
    for one in found:
        if one.idea == sign and one.word:
            return f"{sign} (“{one.word}”)"
    return sign


@cache
def phrases(language: str) -> Cues:
    """Of a language, and English ones, for they are everywhere, but for words that mean something else there."""
    if language == "":
        return cues(ideas("marks"), cues(ideas("en")))
    if own := ideas(language) if language != "en" else {}:
        return cues(own, phrases(""), without=languages.common(language))
    return phrases("")
