"""What the words are kept as: such as a message can have, each once."""

import pytest

from shared.classifiers.embedded import phrases
from shared.classifiers.reading import words
from shared.classifiers.weights import WEIGHTS
from shared.classifiers.words import LANGUAGES, ideas
from shared.classifiers.words.common import COMMON


@pytest.mark.parametrize("language", ["en", "marks"])
def test_every_phrase_can_be_said_and_stands_once_under_its_idea(language: str) -> None:
    for idea, listed in ideas(language).items():
        spoken = [tuple(words(phrase)) for phrase in listed.split(",") if phrase.strip()]
        assert () not in spoken, idea


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"marks"}))
def test_what_is_listed_speaks_for_something(language: str) -> None:
    assert set(ideas(language)) <= WEIGHTS.keys() | {"not", "nothing"}


def test_a_language_without_words_here_is_read_for_english_ones() -> None:
    assert ideas("xx") == {}
    assert phrases("xx") is phrases("")


def test_a_word_that_means_something_else_in_a_language_is_not_read_as_english() -> None:
    english = {one.idea for one in phrases("en").find(words("die"))}
    german = {one.idea for one in phrases("de").find(words("die"))}
    assert not german - english
    assert "again" not in {one.idea for one in phrases("de").find(words("war"))}


@pytest.mark.parametrize("language", sorted(COMMON))
def test_common_words_can_be_said(language: str) -> None:
    assert words(COMMON[language])
