"""Amazon Comprehend for the language and the sentiment; the rest is the embedded classifier's.

25 messages are one request for their languages and one for each of these. What Comprehend does not answer keeps the
embedded labels: no mention is lost for want of a second opinion. The texts leave for the service, which is why nobody
gets it without asking for it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from shared import telemetry
from shared.classifiers.embedded import embedded
from shared.classifiers.reading import LONGEST
from shared.domain.listening.classify import Classification, Classifier, Message, OwnFunction

if TYPE_CHECKING:
    from mypy_boto3_comprehend import ComprehendClient

MOST_AT_ONCE = 25
"""Texts in one request. Source:
https://docs.aws.amazon.com/comprehend/latest/APIReference/API_BatchDetectSentiment.html"""
MOST_BYTES = 5_000
"""Of one text; from the same source."""
FEELS: frozenset[Any] = frozenset({"ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "pt", "zh", "zh-TW"})
"""Languages whose sentiment it tells; from the same source."""
SURE = 0.5
"""The score from which on a language is taken over."""
UNANSWERED = "ComprehendUnanswered"
"""The metric: opinions that were asked for, and not given."""

Answer = Mapping[str, Any]


def comprehend() -> "Comprehend":
    from shared.aws import client  # noqa: PLC0415  botocore, for those who ask for it

    return Comprehend(client("comprehend"))


@dataclass(frozen=True, slots=True)
class Comprehend:
    service: "ComprehendClient"
    rest: Classifier = field(default_factory=embedded)
    count: Callable[[str, int], None] = telemetry.count

    def classify(self, messages: Sequence[Message], own: Sequence[OwnFunction] = ()) -> Sequence[Classification]:
        texts = [_sent(message.text) for message in messages]
        languages = self._languages(texts)
        told = [
            replace(message, language=languages.get(place, message.language)) for place, message in enumerate(messages)
        ]
        labels = [
            replace(one, language=languages.get(place, one.language))
            for place, one in enumerate(self.rest.classify(told, own))
        ]
        for place, feeling in self._feelings(texts, languages).items():
            labels[place] = replace(labels[place], sentiment=feeling)
        return labels

    def _languages(self, texts: Sequence[str]) -> dict[int, str]:
        """By place; of those that it is sure of."""
        found = {}
        for places in _pages([place for place, text in enumerate(texts) if text]):
            asked = [texts[place] for place in places]
            for place, said in self._answers(places, self.service.batch_detect_dominant_language, TextList=asked):
                first = max(said["Languages"], key=lambda one: one["Score"], default=None)
                if first is not None and first["Score"] >= SURE:
                    found[place] = first["LanguageCode"]
        return found

    def _feelings(self, texts: Sequence[str], languages: Mapping[int, str]) -> dict[int, float]:
        found = {}
        for language in sorted(FEELS.intersection(languages.values())):
            for places in _pages([place for place, one in languages.items() if one == language]):
                asked = [texts[place] for place in places]
                answers = self._answers(
                    places, self.service.batch_detect_sentiment, TextList=asked, LanguageCode=language
                )
                for place, said in answers:
                    score = said["SentimentScore"]
                    found[place] = round(float(score["Positive"]) - float(score["Negative"]), 3)
        return found

    def _answers(self, places: Sequence[int], ask: Callable[..., Any], **what: Any) -> Iterator[tuple[int, Answer]]:
        """What it said, by place. Whatever it did not say is counted."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            said = ask(**what)["ResultList"]
        except (BotoCoreError, ClientError):
            telemetry.logger.warning("Comprehend did not answer.", exc_info=True)
            said = []
        if missing := len(places) - len(said):
            self.count(UNANSWERED, missing)
        for one in said:
            yield places[one["Index"]], one


def _sent(text: str) -> str:
    """Its beginning, within what the service takes. What cannot be written as UTF-8 is left out."""
    return text[:LONGEST].encode(errors="ignore")[:MOST_BYTES].decode(errors="ignore").strip()


def _pages(places: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(places), MOST_AT_ONCE):
        yield places[first : first + MOST_AT_ONCE]
