"""Ids sort by the time at which they were made."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.clock import CROCKFORD, SystemClock, id_maker, ulid
from tests.house import counting_entropy
from tests.network import FakeClock

from .samples import AT, instants

entropies = st.binary(min_size=10, max_size=10)


@given(at=instants, entropy=entropies)
def test_an_id_is_26_characters_of_crockfords_alphabet(at, entropy):
    made = ulid(at, entropy)
    assert len(made) == 26
    assert set(made) <= set(CROCKFORD)


@given(
    at=instants,
    later=st.timedeltas(min_value=timedelta(milliseconds=1), max_value=timedelta(days=4000)),
    first=entropies,
    second=entropies,
)
def test_a_later_id_sorts_after_an_earlier_one_whatever_its_randomness(at, later, first, second):
    assert ulid(at, first) < ulid(at + later, second)


@given(milliseconds=st.integers(0, 2**48 - 1))
def test_an_id_holds_the_very_millisecond_of_its_time(milliseconds):
    milliseconds %= 32_503_680_000_000  # datetimes end with the year 9999; a thousand years are enough
    made = ulid(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds), bytes(10))
    number = 0
    for character in made[:10]:
        number = number * 32 + CROCKFORD.index(character)
    assert number == milliseconds


@given(at=instants, first=entropies, second=entropies)
def test_two_ids_of_one_instant_differ_as_their_randomness_does(at, first, second):
    assert (ulid(at, first) == ulid(at, second)) == (first == second)
    assert ulid(at, first)[:10] == ulid(at, second)[:10]


@pytest.mark.parametrize(
    ("milliseconds", "entropy", "written"),
    [
        (0, bytes(10), "0" * 26),
        (1469918176385, bytes(10), "01ARYZ6S41" + "0" * 16),
        (1469918176385, b"\xff" * 10, "01ARYZ6S41" + "Z" * 16),
    ],
)
def test_an_id_is_written_as_the_ulid_specification_says(milliseconds, entropy, written):
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    assert ulid(at, entropy) == written


def test_an_id_says_what_it_is_of():
    new_id = id_maker(FakeClock(), counting_entropy())
    assert new_id("pst").startswith("pst_")
    assert new_id("pst") != new_id("pst")


def test_an_id_is_of_the_moment_at_which_it_is_asked_for():
    clock = FakeClock()
    new_id = id_maker(clock, counting_entropy())
    first = new_id("pst")
    clock.sleep(60)
    assert new_id("pst").split("_")[1][:10] == ulid(AT + timedelta(seconds=60), bytes(10))[:10] > first[4:14]


moves = st.one_of(
    st.just(0.0),
    st.sampled_from([0.000001, 0.0005, 0.001, -0.000001, -0.001, -1.0]),
    st.floats(min_value=-7200, max_value=7200),
)


@given(start=instants, taken=st.lists(st.tuples(moves, entropies), min_size=1, max_size=30))
def test_ids_of_one_maker_sort_in_the_order_of_their_making_though_its_clock_stands_still_or_goes_back(start, taken):
    clock = FakeClock(at=start)
    drawn = iter([entropy for _, entropy in taken])
    new_id = id_maker(clock, lambda _size: next(drawn))
    made = []
    for seconds, _ in taken:
        clock.sleep(seconds)
        made.append(new_id("led"))
    assert made == sorted(set(made))
    assert {len(one) for one in made} == {len("led_") + 26}


def test_two_makers_of_one_instant_make_different_ids():
    clock = FakeClock()
    first, second = id_maker(clock, counting_entropy()), id_maker(clock, counting_entropy(10**6))
    assert not {first("led") for _ in range(9)} & {second("led") for _ in range(9)}


def test_the_systems_clock_is_aware_and_in_utc():
    assert SystemClock().now().utcoffset() == timedelta(0)
