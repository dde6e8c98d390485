"""A classifier for tests that are not about labels: a handful of words, each of which means one thing."""

from collections.abc import Sequence

from shared.domain.listening.classify import AT_ONCE, CALM, Classification, Intent, Message, OwnFunction
from shared.domain.listening.words import words
from shared.domain.mandate.terms import Function

FUNCTIONS = {
    "order": Function.CUSTOMER_SERVICE,
    "refund": Function.CUSTOMER_SERVICE,
    "broken": Function.CUSTOMER_SERVICE,
    "price": Function.SALES,
    "press": Function.PUBLIC_RELATIONS,
    "fire": Function.CRISIS,
    "casino": Function.NOISE,
}
MOODS = {"love": 0.8, "thank": 0.5, "hate": -0.8, "broken": -0.5, "fire": -0.4}


class WordLabels:
    def classify(self, messages: Sequence[Message], own: Sequence[OwnFunction] = ()) -> list[Classification]:
        return [self._one(message, own) for message in messages]

    def _one(self, message: Message, own: Sequence[OwnFunction]) -> Classification:
        said = words(message.text)
        named = [function.name for function in own if set(function.words) & set(said)]
        known = [FUNCTIONS[word].value for word in said if word in FUNCTIONS]
        asks = "?" in message.text
        mood = max(-1.0, min(1.0, sum(MOODS.get(word, 0.0) for word in said)))
        return Classification(
            function=next(iter([*named, *known]), Function.COMMUNITY.value),
            intent=Intent.QUESTION if asks else Intent.COMPLAINT if mood < 0 else Intent.STATEMENT,
            sentiment=round(mood, 3),
            needs_answer=asks,
            urgency=AT_ONCE if "fire" in said else CALM,
            language=message.language or "en",
        )
