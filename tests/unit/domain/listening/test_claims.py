"""Two people are never at one mention: whoever is told that they have it has it alone, until told otherwise."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import BackchannelError, ForbiddenError, StateError
from shared.domain.listening.claims import check_free, claimed, released, standing

from ..samples import AT, after, mention

people = st.sampled_from(["mbr_1", "mbr_2", "mbr_3"])
steps = st.lists(
    st.tuples(st.sampled_from(["claim", "release", "take away", "wait"]), people, st.integers(1, 120)), max_size=30
)


@given(steps=steps)
def test_two_people_never_both_hold_a_claim(steps):
    """Everybody remembers until when they were given it."""
    now, one, remembered = AT, mention(), {}
    for step, who, minutes in steps:
        held = standing(one, now)
        try:
            if step == "claim":
                one = claimed(one, who, now + timedelta(minutes=minutes), now)
                remembered[who] = one.claim.until
            elif step in ("release", "take away"):
                one = released(one, who, now, administers=step == "take away")
                remembered.pop(held.by if held else who, None)
        except BackchannelError:
            assert held is None or held.by != who
        if step == "wait":
            now += timedelta(minutes=minutes)
        holders = [who for who, until in remembered.items() if now < until]
        assert holders == ([standing(one, now).by] if standing(one, now) else [])


@given(first=st.integers(1, 120), again=st.integers(1, 120), later=st.integers(0, 119))
def test_a_claim_is_never_cut_short_by_ones_own(first, again, later):
    one = claimed(mention(), "mbr_1", after(minutes=first), AT)
    prolonged = claimed(one, "mbr_1", after(minutes=later + again), after(minutes=later))
    assert prolonged.claim.until >= (one.claim.until if later < first else after(minutes=later + again))


def test_a_claim_ends_at_its_time_and_not_before():
    one = claimed(mention(), "mbr_1", after(minutes=15), AT)
    with pytest.raises(StateError, match="mbr_1 has claimed the mention until 2026-11-25T09:15:00Z"):
        check_free(one, "mbr_2", after(minutes=14, seconds=59))
    check_free(one, "mbr_2", after(minutes=15))
    check_free(one, "mbr_1", AT)


def test_what_nobody_has_claimed_is_not_released():
    with pytest.raises(StateError):
        released(mention(), "mbr_1", AT, administers=True)


def test_a_claim_that_is_over_is_put_away_by_whoever_had_it_and_is_nobody_elses_business():
    over = claimed(mention(), "mbr_1", after(minutes=15), AT)
    assert released(over, "mbr_1", after(minutes=20), administers=False).claim is None
    with pytest.raises(StateError):
        released(over, "mbr_2", after(minutes=20), administers=True)


def test_a_claim_of_anothers_is_released_by_an_administrator_alone():
    taken = claimed(mention(), "mbr_1", after(minutes=15), AT)
    with pytest.raises(ForbiddenError):
        released(taken, "mbr_2", AT, administers=False)
    assert released(taken, "mbr_2", AT, administers=True).claim is None


def test_each_change_is_a_version_of_its_own():
    one = mention()
    taken = claimed(one, "mbr_1", after(minutes=15), AT)
    assert (taken.version, released(taken, "mbr_1", AT, administers=False).version) == (
        one.version + 1,
        one.version + 2,
    )
