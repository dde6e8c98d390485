"""Ids sort by the time at which they were made."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.clock import CROCKFORD, SystemClock, id_maker, ulid
from tests.house import FakeClock, counting_entropy

from .samples import AT, instants

entropies = st.binary(min_size=10, max_size=10)


@given(at=instants, entropy=entropies)
def test_an_id_is_26_characters_of_crockfords_alphabet(at, entropy):
    made = ulid(at, entropy)
    assert len(made) == 26
    assert set(made) <= set(CROCKFORD)


@given(
    at=instants,
    later=st.timedeltas(min_value=timedelta(milliseconds=2), max_value=timedelta(days=4000)),
    first=entropies,
    second=entropies,
)
def test_a_later_id_sorts_after_an_earlier_one_whatever_its_randomness(at, later, first, second):
    assert ulid(at, first) < ulid(at + later, second)


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


def test_the_systems_clock_is_aware_and_in_utc():
    assert SystemClock().now().utcoffset() == timedelta(0)
