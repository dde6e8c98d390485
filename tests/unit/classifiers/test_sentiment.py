"""English feels as VADER says, to the last digit; other languages by their ideas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer

from shared.classifiers import embedded
from shared.classifiers.sentiment import sentiment
from shared.domain.listening.classify import Message

VADER = SentimentIntensityAnalyzer()
SPOKEN = [
    "good",
    "BAD",
    "not",
    "never",
    "very",
    "kind",
    "of",
    "but",
    "no",
    "the",
    "least",
    "at",
    "hand",
    "cut",
    "mustard",
]
SPOKEN += [
    "!",
    "?",
    ":)",
    "great!!!",
    "isn't",
    "without",
    "doubt",
    "so",
    *list(BOOSTER_DICT)[:5],
    "bad ass",
    "the shit",
]


@given(text=st.lists(st.sampled_from(SPOKEN)).map(" ".join) | st.text(st.characters(max_codepoint=127)))
def test_english_is_scored_as_vader_scores_it(text: str) -> None:
    assert sentiment(text, "en", ()) == VADER.polarity_scores(text)["compound"]


@given(text=st.lists(st.sampled_from([*SPOKEN, "😀", "😡", "é"])).map(" ".join))
def test_emoji_are_scored_as_vader_scores_them(text: str) -> None:
    assert sentiment(text, "en", ()) == VADER.polarity_scores(text)["compound"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("I love this, best purchase ever", 1),
        ("This is awful and useless, never again", -1),
        ("merci, c'est génial, je l'adore", 1),
        ("das ist furchtbar, ich bin so enttäuscht von euch", -1),
    ],
)
def test_praise_and_anger_are_told_apart(text: str, sign: int) -> None:
    (found,) = embedded().classify([Message(text=text)])
    assert (found.sentiment > 0) - (found.sentiment < 0) == sign
