"""Phrases are found whole, the longest first, and not where they are denied."""

from hypothesis import given
from hypothesis import strategies as st

from shared.classifiers.cues import Found, cues
from shared.classifiers.reading import words

WORDS = {"refund": "refund, money back", "love": "love, love it so", "nothing": "tough love", "not": "not, never"}


def found(text: str) -> list[Found]:
    return cues(WORDS).find(words(text))


def ideas(text: str) -> list[str]:
    return [one.idea for one in found(text) if not one.negated]


def test_a_phrase_is_found_wherever_it_is_said() -> None:
    assert ideas("I want my Money-back, a REFUND!") == ["refund", "refund"]
    assert ideas("refunds, moneyback") == []


def test_a_phrase_that_misleads_masks_the_words_in_it() -> None:
    assert ideas("that is tough love") == ["nothing"]
    assert ideas("that is love") == ["love"]


def test_what_is_denied_just_before_is_not_meant() -> None:
    assert ideas("I do not love it") == []
    assert ideas("not that it matters to you, I love it") == ["love"]


def test_a_case_that_stands_is_meant_though_something_is_denied_of_it() -> None:
    assert ideas("never got the refund") == ["refund"]


def test_a_base_is_added_to_and_stays_as_it_is() -> None:
    base = cues({"refund": "money back"})
    more = cues({"love": "money, money back home"}, base, without=["money"])
    assert [one.idea for one in more.find(["money", "back", "home"])] == ["love"]
    assert [one.idea for one in more.find(["money", "back"])] == ["refund"]
    assert [one.idea for one in base.find(["money"])] == []


@given(text=st.lists(st.sampled_from("love it so money back refund not tough never and".split())).map(" ".join))
def test_places_rise_and_are_in_the_text(text: str) -> None:
    places = [one.place for one in found(text)]
    assert places == sorted(places)
    assert all(place < len(text.split()) for place in places)
