"""The inbox is in the order of what counts now, each place can be explained, and no mention is lost on a page."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.priorities import Priorities, Priority
from shared.domain.listening.ranking import Ranking, begun, first_page
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import Function

from ..samples import AT, after, mention

WORDS = ["kettle", "hot", "tea", "launch"]
functions = st.sampled_from([*(function.value for function in Function), "recruiting"])
mentions = st.builds(
    lambda text, function, followers, waits: mention(text, function=function, followers=followers, waits=waits),
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    functions,
    st.integers(0, 10**6),
    st.integers(0, 3),
)
items = st.builds(
    Priority,
    name=st.sampled_from(["launch week", "no kettles", "friends"]),
    weight=st.integers(-60, 60).map(float),
    words=st.lists(st.sampled_from([*WORDS, "hot tea"]), max_size=2).map(tuple),
    functions=st.lists(functions, max_size=1).map(tuple),
)
statements = st.none() | st.lists(items, max_size=5).map(lambda given_: stated(*given_))
PLAIN = Ranking(None, None, AT)


def stated(*items_, version=1):
    return Priorities(client="acme", items=items_, set_by="mbr_1", set_at=AT, version=version)


def inbox_of(found, ranking):
    """As a store gives it: each with its own id and its score, falling."""
    scored = [ranking.scored(replace(one, id=f"mnt_{number:03}")) for number, one in enumerate(found)]
    return sorted(scored, key=lambda one: one.score, reverse=True)


def in_order(inbox, ranking):
    return sorted(map(ranking.scored, inbox), key=lambda one: (one.score, one.id), reverse=True)


@given(one=mentions, priorities=statements)
def test_a_score_is_the_sum_of_its_reasons(one, priorities):
    ranking = Ranking(None, priorities, AT)
    assert ranking.scored(one).score == pytest.approx(sum(reason.points for reason in ranking.reasons(one)), abs=0.001)
    assert all(reason.because for reason in ranking.reasons(one))


@given(found=st.lists(mentions, max_size=15), priorities=statements, size=st.integers(1, 5))
def test_the_first_page_is_the_top_of_the_whole_order(found, priorities, size):
    ranking = Ranking(None, priorities, AT)
    inbox = inbox_of(found, ranking)
    assert first_page(inbox, ranking, size, settled=True) == in_order(inbox, ranking)[:size]


@given(found=st.lists(mentions, max_size=15), before=statements, now=statements, size=st.integers(1, 5))
def test_so_it_is_while_the_scores_that_are_stored_are_those_of_before(found, before, now, size):
    inbox, ranking = inbox_of(found, Ranking(None, before, AT)), Ranking(None, now, AT)
    assert first_page(inbox, ranking, size, settled=False) == in_order(inbox, ranking)[:size]


@given(found=st.lists(mentions, max_size=15), priorities=statements, size=st.integers(1, 4), settled=st.booleans())
def test_page_by_page_every_mention_comes_once_in_order(found, priorities, size, settled):
    ranking = Ranking(None, priorities, AT)
    inbox, seen, below = inbox_of(found, ranking), [], None
    while page := first_page(inbox, ranking, size, settled=settled, below=below):
        seen += page
        below = (page[-1].score, page[-1].id)
    assert seen == in_order(inbox, ranking)


def test_a_settled_inbox_is_read_no_further_than_a_page():
    inbox = inbox_of([mention(followers=number) for number in range(1, 200)], PLAIN)
    reader = iter(inbox)
    assert first_page(reader, PLAIN, 25, settled=True) == inbox[:25]
    assert next(reader) in inbox[25:30]


def test_a_ranking_is_named_after_all_that_it_follows_from():
    items_ = (Priority(name="a", weight=1), Priority(name="b", weight=2, starts_at=after(hours=1)))
    rankings = [
        Ranking(None, None, AT),
        Ranking(None, stated(), AT),
        Ranking(None, stated(*items_, version=2), AT),
        Ranking(None, stated(*items_, version=3), AT),
        Ranking(None, stated(*items_, version=3), after(hours=1)),
        Ranking(Listening(client="acme", version=1), stated(*items_, version=3), AT),
    ]
    assert len({ranking.name for ranking in rankings}) == len(rankings)
    assert Ranking(None, stated(version=2), AT).name == Ranking(None, stated(version=2), after(hours=9)).name


def test_a_new_ranking_has_everything_to_score():
    first = begun(None, "acme", PLAIN, AT)
    assert (first.settled, first.seen_at, first.version) == (False, AT, 1)
    assert begun(first, "acme", PLAIN, after(hours=1)) is first
    settled = replace(first, settled=True, version=2)
    other = Ranking(None, stated(), AT)
    assert begun(settled, "acme", other, after(hours=2)) == replace(
        first, ranking=other.name, seen_at=after(hours=2), version=3
    )


def test_a_mention_is_placed_with_its_score_and_when_to_look_at_it_again():
    asks = mention(function="customer_service", needs_answer=True)
    placed = PLAIN.placed(asks)
    assert (placed.next_at, placed.ranking) == (after(minutes=30), PLAIN.name)
    climbed = PLAIN.climbed(placed, after(minutes=61))
    assert (climbed.waits, climbed.next_at) == (2, after(minutes=120))
    assert climbed.score == placed.score + 10


@pytest.mark.parametrize(
    ("function", "minutes"),
    [("crisis", 15), ("customer_service", 60), ("sales", 240), ("community", 720), ("recruiting", 720)],
)
def test_the_answer_target_is_that_of_the_function(function, minutes):
    asks = mention(function=function, needs_answer=True)
    assert Listening(client="acme").answer_target(asks.labels) == timedelta(minutes=minutes)
    assert Listening(client="acme").answer_target(mention(function=function).labels) is None


def test_notable_is_what_stands_above_the_clients_threshold_and_all_that_is_urgent():
    ranking = Ranking(Listening(client="acme", notice_above=10.0, version=1), None, AT)
    assert [ranking.is_notable(ranking.scored(mention(function=function))) for function in ("community", "sales")] == [
        False,
        True,
    ]
    assert ranking.is_notable(ranking.scored(mention(function="noise", urgency=3)))
