"""The inbox is in the order of what matters now, each place can be explained, and no mention is lost on a page."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.mandate import Function
from shared.domain.mentions import Reason
from shared.domain.priorities import (
    MOST_AGE_POINTS,
    MOST_PRIORITY_POINTS,
    Priorities,
    Priority,
    age_reason,
    first_page,
    priority_reasons,
    rank,
)

from .samples import AT, after, mention

WORDS = ["kettle", "hot", "tea", "teapot", "launch"]

sentences = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
thousandths = st.integers(min_value=-60_000, max_value=60_000).map(lambda number: number / 1000)
"""Points whose sums are not exact in binary."""
weights = thousandths | st.floats(min_value=-60, max_value=60)
functions = st.sampled_from([*(function.value for function in Function), "recruiting"])
times = st.none() | st.integers(min_value=-48, max_value=48).map(lambda hours: after(hours=hours))


def items_of(weight):
    return st.builds(
        Priority,
        name=st.sampled_from(["launch week", "no kettles", "friends"]),
        weight=weight,
        words=st.lists(st.sampled_from([*WORDS, "hot tea"]), max_size=2).map(tuple),
        authors=st.lists(st.sampled_from(["@ada", "bo"]), max_size=1).map(tuple),
        functions=st.lists(functions, max_size=1).map(tuple),
        starts_at=times,
        ends_at=times,
    )


items = items_of(thousandths)
mentions = st.builds(
    lambda text, base, function, author, waited: mention(
        text, base=base, function=function, author=author, received_at=AT - waited
    ),
    sentences,
    thousandths,
    functions,
    st.sampled_from(["Ada", "bo", "cy"]),
    st.timedeltas(min_value=timedelta(minutes=-5), max_value=timedelta(days=2)),
)
statements = st.none() | st.lists(items_of(weights), max_size=5).map(lambda given_: stated(*given_))


def stated(*given_):
    return Priorities(client="acme", items=tuple(given_), set_by="mbr_1", set_at=AT)


def priority(weight=20.0, **more):
    return Priority(name="launch week", weight=weight, **more)


def points(one, priorities, now=AT):
    return sum(reason.points for reason in priority_reasons(one, priorities, now))


@given(one=mentions, priorities=statements)
def test_a_score_is_the_sum_of_its_reasons(one, priorities):
    ranked = rank(one, priorities, AT)
    assert ranked.score == round(sum(reason.points for reason in ranked.reasons), 3)
    assert ranked.reasons[: len(one.reasons)] == one.reasons
    assert all(reason.because for reason in ranked.reasons)


@given(one=mentions, given_=st.lists(items, min_size=1, max_size=5), which=st.integers(0, 4), more=st.integers(0, 240))
def test_giving_a_priority_more_weight_never_lowers_a_mention(one, given_, which, more):
    which %= len(given_)
    heavier = replace(given_[which], weight=given_[which].weight + more / 2)
    raised = [*given_[:which], heavier, *given_[which + 1 :]]
    assert rank(one, stated(*raised), AT).score >= rank(one, stated(*given_), AT).score


@given(
    one=mentions,
    weights=st.lists(weights, max_size=8),
)
def test_overlapping_priorities_add_up_to_sixty_points_each_way_and_no_more(one, weights):
    priorities = stated(*(priority(weight, functions=(one.function,)) for weight in weights))
    given_ = [reason.points for reason in priority_reasons(one, priorities, AT)]
    raised, lowered = sum(max(0.0, part) for part in given_), sum(min(0.0, part) for part in given_)
    assert raised == pytest.approx(min(60.0, sum(max(0.0, weight) for weight in weights)))
    assert lowered == pytest.approx(max(-60.0, sum(min(0.0, weight) for weight in weights)))


def test_the_one_stated_first_gets_its_points_first():
    both = stated(priority(50.0, words=("tea",)), Priority(name="second", weight=30.0, words=("tea",)))
    assert [reason.points for reason in priority_reasons(mention("tea"), both, AT)] == [50.0, 10.0]


def test_a_priority_that_has_no_points_left_gives_no_reason():
    full = stated(priority(60.0, words=("tea",)), Priority(name="second", weight=30.0, words=("tea",)))
    assert [reason.name for reason in priority_reasons(mention("tea"), full, AT)] == ["priority: launch week"]


@pytest.mark.parametrize(
    ("word", "text"),
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
    ],
)
def test_a_word_or_phrase_matches_in_any_case_and_punctuation(word, text):
    assert points(mention(text), stated(priority(words=(word,)))) == 20.0


@pytest.mark.parametrize(
    ("word", "text"),
    [("tea", "teapot"), ("tea", "steal"), ("hot tea", "tea hot"), ("hot tea", "shot tea"), ("tea", "")],
)
def test_a_part_of_a_word_does_not_match(word, text):
    assert points(mention(text), stated(priority(words=(word,)))) == 0.0


@given(
    said=st.lists(st.sampled_from(WORDS), max_size=6), phrase=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)
)
def test_a_phrase_matches_where_its_words_stand_together_in_their_order(said, phrase):
    stands = any(said[at : at + len(phrase)] == phrase for at in range(len(said)))
    matched = priority_reasons(mention(" ".join(said)), stated(priority(words=(" ".join(phrase),))), AT)
    assert bool(list(matched)) == stands


@pytest.mark.parametrize("word", ["", " ", "!!", "…", "😡", "#", ".*"])
@pytest.mark.parametrize("text", ["", "tea", "!!", "😡 😡", "a .* b"])
def test_a_word_without_letters_matches_nothing(word, text):
    assert points(mention(text), stated(priority(words=(word,)))) == 0.0
    assert points(mention(f"tea {text}"), stated(priority(words=(word, "tea")))) == 20.0


def test_a_pattern_in_a_priority_is_only_words():
    assert points(mention("teapot"), stated(priority(words=("te.*",)))) == 0.0


@pytest.mark.parametrize("author", ["Ada", "@ada", "ADA"])
def test_an_author_matches_in_any_case_with_or_without_an_at_sign(author):
    assert points(mention(author="ada"), stated(priority(authors=(author,)))) == 20.0
    assert points(mention(author="adam"), stated(priority(authors=(author,)))) == 0.0


def test_a_function_matches_whole():
    assert points(mention(function="sales"), stated(priority(functions=("sales",)))) == 20.0
    assert points(mention(function="sales"), stated(priority(functions=("sale", "crisis")))) == 0.0


def test_a_priority_that_matches_in_several_ways_counts_once():
    several = stated(priority(words=("tea", "hot"), authors=("ada",), functions=("sales",)))
    assert points(mention("hot tea", author="ada", function="sales"), several) == 20.0


def test_a_priority_counts_from_its_start_until_just_before_its_end():
    dated = stated(priority(words=("tea",), starts_at=AT, ends_at=after(hours=1)))
    moment = timedelta(microseconds=1)
    counted = [points(mention("tea"), dated, at) for at in (AT - moment, AT, after(hours=1) - moment, after(hours=1))]
    assert counted == [0.0, 20.0, 20.0, 0.0]


@given(one=mentions, item=items, earlier=st.integers(1, 100))
def test_a_priority_that_has_ended_or_not_begun_changes_nothing(one, item, earlier):
    ended = replace(item, starts_at=None, ends_at=after(hours=-earlier + 1))
    to_come = replace(item, starts_at=after(hours=earlier), ends_at=None)
    assert rank(one, stated(ended, to_come), AT) == rank(one, None, AT)


@given(one=mentions, minutes=st.integers(0, 3000), more=st.integers(0, 3000))
def test_waiting_counts_more_and_more_from_nothing_to_fifteen_points(one, minutes, more):
    def aged(waited):
        return age_reason(one, one.received_at + timedelta(minutes=waited)).points

    assert aged(0) == 0
    assert 0 <= aged(minutes) <= aged(minutes + more) <= MOST_AGE_POINTS


@pytest.mark.parametrize(
    ("function", "target"),
    [("crisis", 15), ("customer_service", 60), ("sales", 240), ("community", 720), ("recruiting", 720)],
)
def test_waiting_counts_fully_at_the_answer_target_of_the_function(function, target):
    def aged(minutes):
        return age_reason(mention(function=function), after(minutes=minutes)).points

    assert aged(target / 2) == MOST_AGE_POINTS / 2
    assert aged(target) == aged(2 * target) == MOST_AGE_POINTS


def test_a_mention_from_the_future_has_not_waited():
    assert age_reason(mention(received_at=after(minutes=1)), AT).points == 0


def inbox_of(found):
    """As a store gives it: each with its own id, by falling base score."""
    numbered = [replace(one, id=f"mnt_{number:03}") for number, one in enumerate(found)]
    return sorted(numbered, key=lambda one: one.base_score, reverse=True)


def ranking(inbox, priorities, now=AT):
    """By brute force."""
    ranked = [rank(one, priorities, now) for one in inbox]
    return sorted(ranked, key=lambda one: (one.score, one.mention.id), reverse=True)


ROUNDED = 0.002
"""What two roundings to thousandths can gain, and a little more."""


class Reader:
    """Hands mentions out one by one and counts them."""

    def __init__(self, inbox):
        self.inbox = inbox
        self.read = 0

    def __iter__(self):
        for one in self.inbox:
            self.read += 1
            yield one


inboxes = st.lists(mentions, max_size=25).map(inbox_of)
sizes = st.integers(min_value=1, max_value=8)


@given(inbox=inboxes, priorities=statements, size=sizes)
def test_the_first_page_is_the_top_of_the_whole_ranking(inbox, priorities, size):
    assert first_page(inbox, priorities, AT, size) == ranking(inbox, priorities)[:size]


@given(inbox=inboxes, priorities=statements, size=sizes)
def test_paging_visits_each_mention_once_and_in_order(inbox, priorities, size):
    seen, below = [], None
    while page := first_page(inbox, priorities, AT, size, below):
        seen += page
        below = (page[-1].score, page[-1].mention.id)
        assert len(seen) <= len(inbox)
    assert seen == ranking(inbox, priorities)


@given(inbox=inboxes, priorities=statements, size=sizes)
def test_no_mention_is_read_that_could_not_have_entered_the_page(inbox, priorities, size):
    reader = Reader(inbox)
    first_page(reader, priorities, AT, size)
    given_ = [item.weight for item in priorities.items if item.in_force(AT)] if priorities else []
    most = MOST_AGE_POINTS + min(MOST_PRIORITY_POINTS, sum(weight for weight in given_ if weight > 0))
    for number in range(size, reader.read - 1):
        lowest = ranking(inbox[:number], priorities)[size - 1].score
        assert inbox[number].base_score + most >= lowest - ROUNDED


@pytest.mark.parametrize(
    ("base", "weights"), [(0.351, []), (68.28, [13.328, 2.8293, 4.2912]), (64.579, [18.337, 19.6286, 1.7759])]
)
def test_two_mentions_of_one_score_are_both_shown_though_the_sum_is_not_exact(base, weights):
    """Each sum of these points, taken in another order, is another number in binary."""
    priorities = stated(*(priority(weight, words=("tea",)) for weight in weights))
    inbox = [mention("tea", base=base, id=id_, received_at=after(days=-2)) for id_ in ("mnt_1", "mnt_2")]
    first, below = [], None
    while page := first_page(inbox, priorities, AT, 1, below):
        first += [one.mention.id for one in page]
        below = (page[-1].score, page[-1].mention.id)
    assert first == ["mnt_2", "mnt_1"]


@pytest.mark.parametrize(
    "idle",
    [
        priority(60.0, words=("tea",), ends_at=AT),
        priority(60.0, words=("tea",), starts_at=after(hours=1)),
        priority(-60.0, words=("tea",)),
    ],
)
def test_a_priority_that_can_lift_nothing_now_makes_no_page_read_further(idle):
    inbox = [mention(id=f"mnt_{number:05}", base=80 - number / 100) for number in range(10_000)]
    with_it, without = Reader(inbox), Reader(inbox)
    assert first_page(with_it, stated(idle), AT, 25) == first_page(without, None, AT, 25)
    assert with_it.read == without.read


def test_a_long_inbox_is_read_only_as_far_as_age_could_lift_a_mention():
    reader = Reader([mention(id=f"mnt_{number:05}", base=80 - number / 100) for number in range(10_000)])
    assert len(first_page(reader, None, AT, 25)) == 25
    assert reader.read <= 25 + 100 * MOST_AGE_POINTS + 1


def test_an_inbox_shorter_than_a_page_is_read_once_to_its_end():
    reader = Reader([mention(id="mnt_1"), mention(id="mnt_2")])
    assert len(first_page(reader, None, AT, 25)) == 2
    assert reader.read == 2


def test_a_page_below_the_last_mention_is_empty():
    inbox = [mention(id="mnt_1"), mention(id="mnt_2")]
    last = ranking(inbox, None)[-1]
    assert first_page(inbox, None, AT, 25, (last.score, last.mention.id)) == []


def test_a_change_of_priorities_is_in_the_very_next_page():
    inbox = inbox_of([mention("launch", base=50.0), mention("kettle", base=0.0)])
    assert [one.mention.text for one in first_page(inbox, None, AT, 1)] == ["launch"]
    assert [one.mention.text for one in first_page(inbox, stated(priority(60.0, words=("kettle",))), AT, 1)] == [
        "kettle"
    ]


def test_a_priority_names_itself_and_its_note_as_the_reason():
    (reason,) = priority_reasons(mention("tea"), stated(priority(words=("tea",), note="We launch a tea.")), AT)
    assert reason == Reason(name="priority: launch week", points=20.0, because="We launch a tea.")
