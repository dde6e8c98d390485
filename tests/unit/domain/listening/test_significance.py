"""What is called unlikely is as unlikely as it is called: the tails against sums over every case."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.significance import at_least, at_least_of, both

clumps = st.floats(0.05, 4)
moods = st.floats(0.02, 2)


def crowd(count, mean, clumps, moods):
    """The chance of exactly ``count``."""
    size = 1 / (moods + clumps / mean)
    ways = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1)
    return math.exp(ways + count * math.log(mean / (mean + size)) + size * math.log(size / (mean + size)))


@given(count=st.integers(0, 60), mean=st.floats(0.01, 40), clumps=clumps, moods=moods)
def test_a_tail_and_all_that_is_below_it_are_every_case(count, mean, clumps, moods):
    below = sum(crowd(less, mean, clumps, moods) for less in range(count))
    assert at_least(count, mean, clumps, moods) + below == pytest.approx(1, abs=1e-8)


@given(count=st.integers(1, 500), mean=st.floats(0.001, 300), clumps=clumps, moods=moods)
def test_more_people_are_never_more_likely(count, mean, clumps, moods):
    assert 0 <= at_least(count + 1, mean, clumps, moods) <= at_least(count, mean, clumps, moods) + 1e-9 <= 1 + 1e-8


@given(count=st.integers(5, 200), mean=st.floats(0.01, 20), clumps=clumps, moods=moods, more=st.floats(1, 3))
def test_the_more_are_expected_the_less_unlikely_are_many(count, mean, clumps, moods, more):
    assert at_least(count, mean, clumps, moods) <= at_least(count, mean * more, clumps, moods) * (1 + 1e-6) + 1e-12


def test_many_are_likelier_in_clumps_and_moods_than_one_by_one():
    alone = at_least(8, 1.0, 0.05, 0.02)
    assert alone < at_least(8, 1.0, 0.6, 0.02)
    assert alone < at_least(8, 1.0, 0.05, 0.5)


@pytest.mark.parametrize(("count", "mean", "chance"), [(0, 0.0, 1), (1, 1e-300, 0), (3, 0.0, 0), (10**9, 5.0, 0)])
def test_the_ends_are_no_errors(count, mean, chance):
    assert at_least(count, mean, 0.6, 0.2) == pytest.approx(chance, abs=1e-6)


@given(whole=st.integers(1, 40), share=st.floats(0.01, 0.95), clumps=clumps, moods=moods)
def test_shares_of_a_crowd_have_the_mean_and_are_every_case(whole, share, clumps, moods):
    tails = [at_least_of(part, whole, share, clumps, moods) for part in range(whole + 2)]
    assert tails[0] == 1
    assert tails[-1] == 0
    assert all(more <= less + 1e-9 for less, more in pairwise(tails))
    assert sum(tails[1:]) == pytest.approx(whole * share, rel=1e-6)


@given(first=st.floats(0, 1), second=st.floats(0, 1))
def test_two_results_are_together_no_more_unlikely_than_both_at_once(first, second):
    assert first * second <= both(first, second) <= 1
