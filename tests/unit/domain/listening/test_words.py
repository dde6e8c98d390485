"""Words and phrases are found however a text is written, and in time linear in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.words import MOST_WORDS, Phrases, words

WORDS = ["kettle", "hot", "tea", "teapot", "launch"]


def found(phrase, text):
    return Phrases.of([[phrase]]).found_in(words(text)) == {0}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("tea", "Tea!"),
        ("TEA", "a cup of tea"),
        ("tea", "#tea"),
        ("#tea", "tea"),
        ("hot tea", "so Hot, tea"),
        ("ice-cream", "ice cream"),
        ("straße", "STRASSE"),
        ("ÆRLIG", "ærlig talt"),
        ("2026", "in 2026."),
        ("café", "cafe\u0301"),
        ("tea", "t\u200be\u00ada"),
        ("tea", "ｔｅａ"),
        ("返金", "返金してください"),
        ("ขอคืนเงิน", "อยากขอคืนเงินครับ"),
        ("iphone充電", "このiPhone充電できない"),
    ],
    ids=ascii,
)
def test_a_word_or_phrase_is_found_in_any_case_and_punctuation(phrase, text):
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("tea", "teapot"),
        ("tea", "steal"),
        ("hot tea", "tea hot"),
        ("hot tea", "shot tea"),
        ("tea", ""),
        ("te.*", "teapot"),
        ("(a+)+$", "a" * 1000 + "!"),
    ],
)
def test_a_part_of_a_word_is_not_found(phrase, text):
    assert not found(phrase, text)


@pytest.mark.parametrize("phrase", ["", " ", "!!", "…", "😡", "#", ".*"])
def test_what_has_no_word_in_it_is_found_nowhere(phrase):
    for text in ("", "tea", "!!", "😡 😡", "a .* b"):
        assert not found(phrase, text)


@given(
    said=st.lists(st.sampled_from(WORDS), max_size=6), phrase=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)
)
def test_a_phrase_is_found_where_its_words_stand_together_in_their_order(said, phrase):
    stands = any(said[at : at + len(phrase)] == phrase for at in range(len(said)))
    assert found(" ".join(phrase), " ".join(said)) == stands


@given(lists=st.lists(st.lists(st.sampled_from([*WORDS, "hot tea"]), max_size=2), max_size=4), text=st.text())
def test_each_list_is_found_as_if_it_were_alone(lists, text):
    said = words(f"{text} hot tea")
    alone = {number for number, phrases in enumerate(lists) if Phrases.of([phrases]).found_in(said)}
    assert Phrases.of(lists).found_in(said) == alone


@given(text=st.text())
def test_any_text_has_words(text):
    assert all(word == word.casefold() or word for word in words(text))
    assert words(f"{text} ") == words(text)


def test_a_phrase_is_cut_to_its_first_words():
    assert found("a " * 100, "a " * MOST_WORDS)


class CountingWords(list):
    """Counts how often a run of words is taken out of it."""

    taken = 0

    def __getitem__(self, which):
        self.taken += isinstance(which, slice)
        return super().__getitem__(which)


def test_the_work_grows_with_the_text_and_not_with_the_number_of_phrases():
    def looks(phrases, length):
        said = CountingWords(["a"] * length)
        Phrases.of([[f"a b{number}" for number in range(phrases)]]).found_in(said)
        return said.taken

    assert looks(1, 1000) == looks(1000, 1000)
    assert looks(1000, 2000) <= 2 * looks(1000, 1000) + 1
