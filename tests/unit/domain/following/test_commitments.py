"""A promise in a text is seen by its usual words, and nothing else is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.following.commitments import promises


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sorry! We will call you by Friday.", "We will call"),
        ("We’ll get back to you by Friday", "We’ll get back to"),
        ("You will hear from us.", "You will hear"),
        ("I am going to personally look into this", "I am going to personally look into"),
        ("Wir melden uns bis Freitag bei Ihnen", "Wir melden uns"),
        ("Wir werden Sie morgen zurückrufen.", "Wir werden Sie morgen zurückrufen"),
        ("Du hörst von uns", "Du hörst von uns"),
        ("Vi ringer deg i morgen", "Vi ringer"),
        ("Vi skal sjekke dette for deg", "Vi skal sjekke"),
        ("Du vil høre fra oss", "Du vil høre"),
        ("Te llamaremos mañana", "Te llamaremos"),
        ("Nos pondremos en contacto contigo", "Nos pondremos en contacto"),
        ("Nous vous rappellerons vendredi", "Nous vous rappellerons"),
        ("Nous reviendrons vers vous", "Nous reviendrons vers vous"),
        ("Hi\nwe will\ncall you", "we will\ncall"),
    ],
)
def test_a_promise_is_found_where_it_stands(text, said):
    [(start, end)] = promises(text)
    assert text[start:end] == said


@pytest.mark.parametrize(
    "text",
    [
        "It ships today.",
        "Can we call you?",
        "Thank you!",
        "Please call us.",
        "Will you answer?",
        "We will.",
        "",
        "Wir auch",
    ],
)
def test_what_promises_nothing_is_left_alone(text):
    assert list(promises(text)) == []


@given(st.text(max_size=300))
def test_any_text_is_read_and_places_lie_in_it(text):
    for start, end in promises(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", ["we will ", "we will a ", "wir werden a a ", "nous t'", "x", " "])
def test_a_long_text_made_to_be_slow_is_not(text):
    began = time.process_time()
    list(promises(text * (100_000 // len(text))))
    assert time.process_time() - began < 2
