"""Words are found however they are disguised, and ordinary text is left alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.domain.guidelines.disguises import read
from shared.domain.guidelines.lexicon import FEWEST_STEPS, STEPS_A_SIGN, Lexicon, Match
from shared.domain.guidelines.profanity import PROFANITY

STANDARD = Lexicon([PROFANITY], doubled=True)


def said(text, lexicon=STANDARD):
    return [text[match.start : match.end] for match in lexicon.found_in(read(text)).matches]


@pytest.mark.parametrize(
    "disguised",
    [
        "f**cking",
        "sh1t",
        "f u c k",
        "f.u.c.k",
        "fuuuck",
        "f***",
        "$hit",
        "@sshole",
        "sh!t",
        "f-ck",
        "f#ck",
        "f@@k",
        "f$$k",
        "sh it",
        "fu ck",
        "fück",
        "ｓｈｉｔ",
        "𝐟𝐮𝐜𝐤",
        "🅵🆄🅲🅺",
        "fսck",
        "fυck",
        "ѕһіt",
        "s\u200bhit",
        "s\xadhit",
        "f̶u̶c̶k̶",
        "b!tchez",
        "f🤬ck",
        "a$$",
        "mother f**ker",
        "SHIT",
        "unfuckingbelievable",
        "ᴡᴀɴᴋᴇʀ",
        "s h i t",
    ],
)
def test_a_disguised_word_is_found_where_it_stands(disguised):
    before, behind = "Well, ", " this is it."
    ((match,), _) = STANDARD.found_in(read(before + disguised + behind))
    assert match.start >= len(before)
    assert match.end == len(before + disguised)


@pytest.mark.parametrize(
    "innocent",
    [
        "Scunthorpe",
        "assess",
        "classic",
        "Dickens",
        "cocktail",
        "shiitake",
        "Essex",
        "it's hit the road",
        "the Model S hit",
        "He'll be right there, we'd say",
        "as* in the small print",
        "a **bold** b",
        "the A55 and room 455",
        "is hit",
        "Rated **** by the press",
        "A S A P",
        "pen.is blue",
        "соск и тит",
        "@dick_smith",
        "https://a.example/sh1t?f-u-c-k",
        "$$$ saved",
        "Win £££!!!",
        "C U next Tuesday",
        "F.A.Q.",
        "コーヒー",
    ],
)
def test_innocent_text_is_left_alone(innocent):
    assert said(innocent) == []


def test_places_are_those_of_the_text_as_it_was_written():
    text = "ﬁne… Straße: e\u0301clair, then ｓｈｉｔ!"
    assert said(text) == ["ｓｈｉｔ"]


def test_each_list_has_its_number_and_the_longest_of_a_list_is_told_once():
    lexicon = Lexicon([["sale", "summer sale"], ["sale"]])
    matches, _ = lexicon.found_in(read("The summer-sale!"))
    assert matches == (Match(0, 4, 15), Match(1, 11, 15))


def test_a_star_stands_for_more_letters_where_it_stands():
    lexicon = Lexicon([["cure*"], ["*cure"], ["*cure*"]], disguised=False)
    assert [match.number for match in lexicon.found_in(read("cured")).matches] == [0, 2]
    assert [match.number for match in lexicon.found_in(read("pedicure")).matches] == [1, 2]
    assert [match.number for match in lexicon.found_in(read("obscured")).matches] == [2]
    assert said("obscured", lexicon) == ["cured"]


def test_what_is_not_looked_for_in_disguise_is_found_as_it_is_spelt():
    lexicon = Lexicon([["guaranteed", "O'Brien", "money back"]], disguised=False)
    assert said("GUARANTEED! Money   back, O'Brien says", lexicon) == ["GUARANTEED", "Money   back", "O'Brien"]
    assert said("guar4nteed m o n e y", lexicon) == []


def test_a_letter_twice_makes_another_word_unless_that_is_asked_for():
    assert said("The latter", Lexicon([["later"]])) == []
    assert said("The latter", Lexicon([["later"]], doubled=True)) == ["latter"]
    assert said("The lattter", Lexicon([["later"]])) == ["lattter"]


def test_scripts_without_spaces_have_no_words_to_begin_or_end():
    assert said("この最安値です", Lexicon([["最安値"]])) == ["最安値"]


@example(words=["aaaaaaa"], around="")
@given(
    st.lists(st.text("abcdeé", min_size=2, max_size=8), min_size=1, max_size=20), st.text("abcde é!1*@", max_size=60)
)
def test_a_word_that_stands_there_as_it_is_spelt_is_always_found(words, around):
    word = words[0]
    for disguised in (True, False):
        lexicon = Lexicon([words], disguised=disguised)
        found = lexicon.found_in(read(f"{around} {word} {around}")).matches
        start = len(around) + 1
        assert any(match.start <= start and match.end >= start + len(word) for match in found) or any(
            match.start < start < match.end for match in found
        )


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_place_is_in_it(text):
    for match in STANDARD.found_in(read(text)).matches:
        assert 0 <= match.start < match.end <= len(text)


class Counted(Lexicon):
    def __init__(self, *given, **more):
        super().__init__(*given, **more)
        self.steps = 0

    def _walk(self, signs, step, disguised, left, *given):
        after = super()._walk(signs, step, disguised, left, *given)
        self.steps += max(left, 0) - max(after, 0)
        return after


SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprstvw" for vowel in "aeiou"]
MANY = [first + second + third for first in SYLLABLES[:25] for second in SYLLABLES[::4] for third in SYLLABLES[::4]]


@pytest.mark.parametrize("words", [PROFANITY, MANY, ["*" + "a" * 90, "*aaa*"]], ids=["profanity", "many", "inner"])
@pytest.mark.parametrize(
    "part", ["f**** ", "f", "a$", "s h i t ", "*", "s*", "ass", "f*u*", "b***", "!|$@", "1", "aaa"]
)
def test_the_work_grows_with_the_text_and_no_faster_whatever_it_says(part, words):
    for times in (1, 20, 1_000):
        lexicon, text = Counted([words], doubled=True), part * times
        found = lexicon.found_in(read(text))
        assert lexicon.steps <= FEWEST_STEPS + STEPS_A_SIGN * len(text)
        assert (found.checked == len(text)) or lexicon.steps == FEWEST_STEPS + STEPS_A_SIGN * len(text)


def test_where_the_steps_are_used_up_the_text_counts_as_not_looked_at():
    text = "b****! " * 2_000 + "banana"
    matches, checked = Lexicon([["banana", *MANY]]).found_in(read(text))
    assert 0 < checked < len(text) - len("banana")
    assert all(match.start <= checked for match in matches)


def test_a_word_under_stars_is_found_among_thousands_with_the_same_beginning():
    words = [f"b{letters}" for letters in MANY]
    assert said("You b****y!", Lexicon([[*words, "bloody"]])) == ["b****y"]


@pytest.mark.parametrize("part", ["x", "-", "a:", "http:/", "w.", "0123456789"])
def test_a_long_text_without_spaces_is_read_like_any_other(part):
    assert said(f"{part * 3_000} shit") == ["shit"]


@pytest.mark.parametrize(
    "line", ["$" * 40, "+" * 40, "|" * 40, "1" * 40, "!" * 200, "!?" * 100, "1010 " * 50, "| a " * 60]
)
def test_a_line_of_signs_is_no_text_with_too_many_readings(line):
    assert STANDARD.found_in(read(f"{line} Sale {line}")).checked == 2 * len(line) + 6


@pytest.mark.parametrize("name", ["https://a.example/sh1t", "(see://sh1t)", "www.sh1t.example", "@sh1t"])
def test_names_are_read_as_they_are_spelt_wherever_they_stand(name):
    assert said(f"See {name} here") == []


def test_ten_thousand_words_are_looked_for_at_once():
    words = [f"word{number:05}" for number in range(10_000)]
    lexicon = Lexicon([words], disguised=False)
    assert said("This is word07777, is it?", lexicon) == ["word07777"]
