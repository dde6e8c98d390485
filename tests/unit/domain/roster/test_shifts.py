from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.roster.shifts import Shift, following, uncovered

AT = datetime(2026, 11, 25, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def shift(begins: float, ends: float, *accounts: str) -> Shift:
    return Shift(
        id="shf_1",
        client="acme",
        member="mbr_1",
        accounts=accounts,
        starts_at=AT + begins * HOUR,
        ends_at=AT + ends * HOUR,
        made_by="mbr_1",
        made_at=AT,
    )


def test_a_time_in_which_somebody_is_on_duty_throughout_has_no_gap() -> None:
    assert list(uncovered([shift(2, 4), shift(0, 2)], "acc_1", AT, AT + 4 * HOUR)) == []


def test_gaps_are_told_oldest_first() -> None:
    gaps = uncovered([shift(3, 4), shift(1, 2)], "acc_1", AT, AT + 5 * HOUR)
    assert [((since - AT) / HOUR, (until - AT) / HOUR) for since, until in gaps] == [(0, 1), (2, 3), (4, 5)]


def test_who_answers_on_other_accounts_or_was_called_off_is_not_there() -> None:
    others = [shift(0, 1, "acc_2"), replace(shift(0, 1), cancelled_at=AT)]
    assert list(uncovered(others, "acc_1", AT, AT + HOUR)) == [(AT, AT + HOUR)]
    assert list(uncovered([shift(0, 1, "acc_1")], "acc_1", AT, AT + HOUR)) == []


hours = st.integers(0, 12)


@given(st.lists(st.tuples(hours, hours).map(sorted), max_size=6), hours, hours)
def test_each_hour_has_somebody_or_is_in_a_gap(spans: list[list[int]], one: int, other: int) -> None:
    since, until = sorted((one, other))
    shifts = [shift(begins, ends) for begins, ends in spans]
    gaps = list(uncovered(shifts, "acc_1", AT + since * HOUR, AT + until * HOUR))
    for hour in range(since, until):
        at = AT + hour * HOUR
        there = any(one.starts_at <= at < one.ends_at for one in shifts)
        assert there != any(begins <= at < ends for begins, ends in gaps)
    assert all(begins < ends for begins, ends in gaps)


def test_who_is_next_is_the_first_to_begin_later_on_each_account() -> None:
    now = replace(shift(0, 2), id="now")
    late, early, other = (
        replace(one, id=id_)
        for one, id_ in ((shift(4, 6, "a", "b"), "late"), (shift(2, 4, "a"), "early"), (shift(3, 5, "b"), "other"))
    )
    shifts = [late, now, early, other]
    assert [one.id for one in following(now, shifts, ("a", "b"), AT)] == ["early", "other"]
    assert [one.id for one in following(now, shifts, ("a",), AT)] == ["early"]
    assert [one.id for one in following(now, shifts, ("a",), AT + 4 * HOUR)] == ["late"]
    assert following(late, shifts, ("a", "b"), AT) == []


def test_a_cancelled_shift_is_nobodys_next() -> None:
    now, after = replace(shift(0, 2), id="now"), replace(shift(2, 4), id="after")
    assert following(now, [now, after.cancelled(AT)], ("a",), AT) == []


@given(st.floats(0, 30), st.floats(0, 30), st.floats(0, 30), st.floats(0, 30))
def test_two_shifts_overlap_when_some_moment_is_in_both(one: float, two: float, three: float, four: float) -> None:
    first, second = shift(*sorted((one, two))), shift(*sorted((three, four)))
    both = max(first.starts_at, second.starts_at) < min(first.ends_at, second.ends_at)
    assert first.overlaps(second.starts_at, second.ends_at) == second.overlaps(first.starts_at, first.ends_at)
    if both:
        assert first.overlaps(second.starts_at, second.ends_at)
