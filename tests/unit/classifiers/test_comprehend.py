"""Comprehend's opinion is taken over where it gives one; where it gives none, no mention is lost for it."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.stub import Stubber

from shared.classifiers import COMPREHEND, classifier, embedded
from shared.classifiers.comprehend import MOST_AT_ONCE, MOST_BYTES, UNANSWERED, Comprehend
from shared.domain.listening.classify import Message

LANGUAGES, SENTIMENT = "batch_detect_dominant_language", "batch_detect_sentiment"
TEXT = "My order never arrived, where is my refund?"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    return boto3.client("comprehend", region_name="eu-west-1", config=Config(retries={"total_max_attempts": 1}))


@pytest.fixture
def service(client: Any) -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def missed() -> dict[str, int]:
    return {}


@pytest.fixture
def comprehend(client: Any, missed: dict[str, int]) -> Comprehend:
    return Comprehend(client, count=missed.__setitem__)


def spoken(*languages: tuple[int, str, float]) -> dict[str, Any]:
    found = [{"Index": at, "Languages": [{"LanguageCode": code, "Score": score}]} for at, code, score in languages]
    return {"ResultList": found, "ErrorList": []}


def felt(*feelings: tuple[int, float, float]) -> dict[str, Any]:
    found = [{"Index": at, "SentimentScore": {"Positive": good, "Negative": bad}} for at, good, bad in feelings]
    return {"ResultList": found, "ErrorList": []}


def test_language_and_sentiment_are_comprehends_and_the_rest_is_embedded(
    service: Stubber, comprehend: Comprehend, missed: dict[str, int]
) -> None:
    service.add_response(LANGUAGES, spoken((0, "en", 0.99)), {"TextList": [TEXT]})
    service.add_response(SENTIMENT, felt((0, 0.05, 0.85)), {"TextList": [TEXT], "LanguageCode": "en"})
    (found,) = comprehend.classify([Message(text=TEXT)])
    (plain,) = embedded().classify([Message(text=TEXT)])
    assert found.sentiment == -0.8
    assert (found.language, found.function, found.urgency) == ("en", plain.function, plain.urgency)
    assert not missed


def test_messages_are_asked_about_by_language_and_what_it_does_not_feel_in_stays(
    service: Stubber, comprehend: Comprehend
) -> None:
    messages = [
        Message(text="hello there"),
        Message(text="gdzie jest paczka"),
        Message(text="guten Tag"),
        Message(text=""),
    ]
    service.add_response(LANGUAGES, spoken((0, "en", 0.9), (1, "pl", 0.9), (2, "de", 0.9)))
    service.add_response(SENTIMENT, felt((0, 0.1, 0.2)), {"TextList": ["guten Tag"], "LanguageCode": "de"})
    service.add_response(SENTIMENT, felt((0, 0.5, 0.1)), {"TextList": ["hello there"], "LanguageCode": "en"})
    found = comprehend.classify(messages)
    assert [one.sentiment for one in found][::2] == [0.4, -0.1]
    assert found[1].language == "pl"


def test_no_request_is_larger_than_the_service_takes(service: Stubber, comprehend: Comprehend) -> None:
    messages = [Message(text="é" * 60_000)] * (MOST_AT_ONCE + 1)
    for size in (MOST_AT_ONCE, 1):
        service.add_response(LANGUAGES, spoken(*((at, "xx", 0.1) for at in range(size))))
    comprehend.classify(messages)
    sent = [len(text.encode()) for text in [messages[0].text[: MOST_BYTES // 2]]]
    assert max(sent) <= MOST_BYTES


def test_without_an_answer_the_embedded_labels_stand_and_it_is_counted(
    service: Stubber, comprehend: Comprehend, missed: dict[str, int]
) -> None:
    service.add_client_error(LANGUAGES, "InternalServerException")
    found = comprehend.classify([Message(text=TEXT), Message(text="love it")])
    assert found == embedded().classify([Message(text=TEXT), Message(text="love it")])
    assert missed == {UNANSWERED: 2}


def test_what_is_left_out_of_an_answer_keeps_its_labels(
    service: Stubber, comprehend: Comprehend, missed: dict[str, int]
) -> None:
    service.add_response(LANGUAGES, spoken((0, "en", 0.9), (1, "en", 0.9)))
    answer = felt((1, 0.9, 0.0)) | {"ErrorList": [{"Index": 0, "ErrorCode": "INTERNAL", "ErrorMessage": "later"}]}
    service.add_response(SENTIMENT, answer)
    first, second = comprehend.classify([Message(text=TEXT), Message(text=TEXT)])
    assert (first.sentiment, second.sentiment) == (embedded().classify([Message(text=TEXT)])[0].sentiment, 0.9)
    assert missed == {UNANSWERED: 1}


def test_it_is_chosen_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    assert isinstance(classifier(COMPREHEND), Comprehend)
    assert classifier("embedded") is classifier("embedded") is embedded()
    with pytest.raises(ValueError, match="no classifier oracle"):
        classifier("oracle")
