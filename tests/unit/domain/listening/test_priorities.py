"""What the client says matters moves what matches it, by a known bound."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.priorities import MOST_PRIORITY_POINTS, Matcher, Priority, priority_reasons

from ..samples import AT, after, mention


def priority(weight=20.0, name="launch week", **more):
    return Priority(name=name, weight=weight, **more)


def points(one, *items):
    return [reason.points for reason in priority_reasons(Matcher(items).matching(one), MOST_PRIORITY_POINTS)]


@given(weights=st.lists(st.floats(min_value=-60, max_value=60), max_size=8))
def test_overlapping_priorities_add_up_to_sixty_points_each_way_and_no_more(weights):
    given_ = points(mention("tea"), *(priority(weight, words=("tea",)) for weight in weights))
    raised, lowered = sum(max(0.0, part) for part in given_), sum(min(0.0, part) for part in given_)
    assert raised == pytest.approx(min(60.0, sum(max(0.0, weight) for weight in weights)))
    assert lowered == pytest.approx(max(-60.0, sum(min(0.0, weight) for weight in weights)))


@given(weights=st.lists(st.integers(-60, 60), min_size=1, max_size=6), which=st.integers(0, 5), more=st.integers(0, 60))
def test_giving_a_priority_more_weight_never_lowers_a_mention(weights, which, more):
    heavier = list(weights)
    heavier[which % len(weights)] += more

    def moved(by):
        return sum(points(mention("tea"), *(priority(float(weight), words=("tea",)) for weight in by)))

    assert moved(heavier) >= moved(weights)


def test_the_one_stated_first_gets_its_points_first():
    assert points(mention("tea"), priority(50.0, words=("tea",)), priority(30.0, words=("tea",))) == [50.0, 10.0]


def test_a_priority_that_has_no_points_left_gives_no_reason():
    assert points(mention("tea"), priority(60.0, words=("tea",)), priority(30.0, words=("tea",))) == [60.0]


def test_a_reason_is_named_after_its_priority_and_says_what_the_client_wrote():
    matching = Matcher((priority(words=("tea",), note="We launch a tea."),)).matching(mention("tea"))
    [reason] = priority_reasons(matching, MOST_PRIORITY_POINTS)
    assert (reason.name, reason.because) == ("priority: launch week", "We launch a tea.")


@pytest.mark.parametrize("author", ["Ada", "@ada", "ADA"])
def test_an_author_matches_in_any_case_with_or_without_an_at_sign(author):
    assert points(mention(author="ada"), priority(authors=(author,))) == [20.0]
    assert points(mention(author="adam"), priority(authors=(author,))) == []


def test_a_function_and_a_language_match_whole():
    assert points(mention(function="sales"), priority(functions=("sales",))) == [20.0]
    assert points(mention(function="sales"), priority(functions=("sale", "crisis"))) == []
    assert points(mention(language="de"), priority(languages=("de", "fr"))) == [20.0]
    assert points(mention(language=""), priority(languages=("de",))) == []


def test_all_that_a_priority_names_must_match_and_of_each_one_is_enough():
    narrow = priority(words=("tea", "coffee"), functions=("sales",), languages=("de",))
    assert points(mention("coffee", function="sales", language="de"), narrow) == [20.0]
    assert points(mention("coffee", function="sales", language="en"), narrow) == []
    assert points(mention("cocoa", function="sales", language="de"), narrow) == []


def test_what_names_nothing_matches_everything_alike():
    everything = priority(30.0)
    assert points(mention(""), everything) == points(mention("tea", function="crisis"), everything) == [30.0]


@pytest.mark.parametrize("word", ["", "!!", "😡"])
def test_words_that_are_none_match_nothing(word):
    assert points(mention("tea !! 😡"), priority(words=(word,))) == []


def test_a_priority_counts_from_its_start_until_just_before_its_end():
    dated = priority(words=("tea",), starts_at=AT, ends_at=after(hours=1))
    moment = timedelta(microseconds=1)
    in_force = [dated.in_force(at) for at in (AT - moment, AT, after(hours=1) - moment, after(hours=1))]
    assert in_force == [False, True, True, False]
