"""Wall-clock rules on ordinary days, over midnight, and on the days on which the clocks change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.plan.rules import QuietHours, Weekday
from shared.domain.plan.wall import day_begins, local_day, moments, quiet_at, quiet_from
from tests.unit.domain.plan.samples import OSLO, oslo
from tests.unit.domain.samples import instants, zones

FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
"""Sundays on which Oslo's clocks go from 2 to 3, and from 3 to 2."""
times = st.times().map(lambda at: f"{at:%H:%M}")


def quiet(starts, ends, *weekdays):
    return QuietHours(starts=starts, ends=ends, weekdays=weekdays)


def is_quiet(rule, text, fold=0):
    return quiet_at(rule, oslo(text, fold), OSLO) is not None


def test_quiet_hours_begin_with_their_first_minute_and_end_before_their_last() -> None:
    rule = quiet("12:00", "14:00")
    found = [is_quiet(rule, f"2026-11-25 {at}") for at in ("11:59", "12:00", "13:59", "14:00")]
    assert found == [False, True, True, False]


def test_quiet_hours_over_midnight_are_of_the_day_on_which_they_begin() -> None:
    rule = quiet("22:00", "07:00", Weekday.FRIDAY)
    asked = ("2026-11-27 06:00", "2026-11-27 23:00", "2026-11-28 06:59", "2026-11-28 07:00", "2026-11-28 23:00")
    assert [is_quiet(rule, at) for at in asked] == [False, True, True, False, False]


def test_quiet_hours_that_end_when_they_begin_last_a_day() -> None:
    rule = quiet("08:00", "08:00", Weekday.SATURDAY)
    asked = ("2026-11-28 07:59", "2026-11-28 08:00", "2026-11-29 07:59", "2026-11-29 08:00")
    assert [is_quiet(rule, at) for at in asked] == [False, True, True, False]


def test_a_night_in_which_the_clocks_go_forward_is_quiet_until_the_clock_says_so() -> None:
    span = quiet_from(quiet("22:00", "07:00"), FORWARD - timedelta(days=1), OSLO)
    assert span is not None
    assert (span.until, span.until - span.since) == (oslo("2026-03-29 07:00"), timedelta(hours=8))


def test_a_night_in_which_the_clocks_go_back_is_quiet_until_the_clock_says_so() -> None:
    span = quiet_from(quiet("22:00", "07:00"), BACK - timedelta(days=1), OSLO)
    assert span is not None
    assert (span.until, span.until - span.since) == (oslo("2026-10-25 07:00"), timedelta(hours=10))


def test_an_hour_that_comes_twice_is_quiet_both_times_and_without_a_hole() -> None:
    from_half_past = quiet("02:30", "07:00")
    until_half_past = quiet("22:00", "02:30")
    assert is_quiet(from_half_past, "2026-10-25 02:15", fold=1)
    assert is_quiet(until_half_past, "2026-10-25 02:45", fold=0)
    assert not is_quiet(from_half_past, "2026-10-25 02:15", fold=0)
    assert not is_quiet(until_half_past, "2026-10-25 02:45", fold=1)


def test_a_bound_that_the_clocks_skip_is_the_moment_at_which_they_do() -> None:
    skipped = oslo("2026-03-29 03:00")
    assert moments(FORWARD, "02:30", OSLO) == (skipped, skipped)
    assert quiet_from(quiet("02:10", "02:50"), FORWARD, OSLO) is None
    ending = quiet_from(quiet("22:00", "02:30"), FORWARD - timedelta(days=1), OSLO)
    assert ending is not None
    assert ending.until == skipped


def test_a_day_without_its_midnight_begins_when_the_clocks_have_skipped_it() -> None:
    santiago = ZoneInfo("America/Santiago")
    assert day_begins(date(2026, 9, 6), santiago) == datetime(2026, 9, 6, 4, tzinfo=UTC)


@given(instants, zones, times, times)
def test_quiet_hours_hold_when_the_clock_shows_them(at: datetime, zone: str, starts: str, ends: str) -> None:
    place = ZoneInfo(zone)
    shown = f"{at.astimezone(place):%H:%M}"
    within = starts <= shown < ends if starts < ends else shown >= starts or shown < ends
    found = quiet_at(quiet(starts, ends), at, place)
    twice = moments(local_day(at, place), shown, place)
    if within:
        assert found is not None
    elif twice[0] == twice[1]:
        assert found is None


@given(instants, zones, times, times, st.sampled_from(Weekday))
def test_quiet_hours_last_from_before_to_after(
    at: datetime, zone: str, starts: str, ends: str, weekday: Weekday
) -> None:
    place = ZoneInfo(zone)
    rule = quiet(starts, ends, weekday)
    found = quiet_at(rule, at, place)
    if found is not None:
        assert found.since <= at < found.until
        assert quiet_at(rule, found.until, place) != found
        assert found.until - found.since <= timedelta(hours=26)


@pytest.mark.parametrize("day", [FORWARD, BACK, date(2026, 11, 25)])
def test_days_meet(day: date) -> None:
    tomorrow = day_begins(day + timedelta(days=1), OSLO)
    assert local_day(tomorrow, OSLO) == day + timedelta(days=1)
    assert local_day(tomorrow - timedelta(microseconds=1), OSLO) == day
