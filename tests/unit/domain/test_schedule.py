"""Nothing that is due is overlooked, nothing wakes late, and a wall-clock time is an instant or refused."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidError
from shared.domain.schedule import (
    LOOK_AHEAD,
    LOOK_BACK,
    SHARDS,
    WAKE_EARLY,
    Mark,
    Timer,
    TimerKind,
    bucket,
    buckets_between,
    delay_seconds,
    is_soon,
    span_to_read,
    wall_clock,
)

from .samples import AT, after, instants, zones


def timer(due_at, subject="pst_1"):
    return Timer(kind=TimerKind.POST, realm="acme", subject=subject, subject_version=1, due_at=due_at)


subjects = st.uuids().map("pst_{}".format)
any_wait = st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=2))


gaps = st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=3))


def mark(until):
    return Mark(realm="deployment", id="tick", until=until)


@given(since=instants, span=st.timedeltas(timedelta(0), timedelta(hours=2)), share=st.floats(0, 1), subject=subjects)
def test_the_buckets_of_a_span_hold_every_timer_that_is_due_in_it(since, span, share, subject):
    assert timer(since + share * span, subject).bucket in list(buckets_between(since, since + span))


@given(since=instants, span=st.timedeltas(timedelta(0), timedelta(hours=2)))
def test_the_buckets_of_a_span_are_few_each_once_and_the_oldest_first(since, span):
    read = list(buckets_between(since, since + span))
    assert len(read) == len(set(read)) <= SHARDS * (span // timedelta(minutes=1) + 2)
    assert read == sorted(read)


@given(now=instants)
def test_with_a_mark_of_now_a_tick_reads_from_the_look_back_to_the_look_ahead(now):
    assert span_to_read(mark(now), now) == (now - LOOK_BACK, now + LOOK_AHEAD)


@given(now=instants, gap=gaps)
def test_a_tick_begins_where_the_last_one_ended_and_looks_back_a_little(now, gap):
    since, until = span_to_read(mark(now - gap), now)
    assert since == now - gap - LOOK_BACK
    assert since < until <= now + LOOK_AHEAD


@given(now=instants, gap=gaps)
def test_a_tick_reads_six_hours_at_the_most_and_else_up_to_the_look_ahead(now, gap):
    since, until = span_to_read(mark(now - gap), now)
    assert until - since <= timedelta(hours=6)
    assert until in (now + LOOK_AHEAD, since + timedelta(hours=6))
    assert len(list(buckets_between(since, until))) <= SHARDS * 361


@given(now=instants, ahead=gaps)
def test_a_mark_that_a_clock_far_ahead_has_left_keeps_no_tick_from_reading_what_is_due_now(now, ahead):
    assert span_to_read(mark(now + ahead), now) == span_to_read(mark(now), now)


@given(
    start=instants, wait=st.timedeltas(min_value=timedelta(0), max_value=timedelta(minutes=20)), lost=st.integers(0, 30)
)
def test_a_timer_is_read_in_time_though_ticks_are_lost(start, wait, lost):
    due_at, last = start + wait, mark(start)
    for now in (start + timedelta(minutes=minute) for minute in range(0, 60, lost + 1)):
        since, until = span_to_read(last, now)
        if is_soon(due_at, now):
            assert timer(due_at).bucket in set(buckets_between(since, until))
            return
        last = mark(min(until, now))
    raise AssertionError("no tick came")


@given(due_at=instants, zone=zones, subject=subjects)
def test_a_timer_has_one_bucket_whatever_zone_its_time_is_written_in(due_at, zone, subject):
    assert timer(due_at, subject).bucket == timer(due_at.astimezone(ZoneInfo(zone)), subject).bucket


def test_a_bucket_is_a_minute_and_a_shard():
    assert bucket(after(seconds=59), 3) == "2026-11-25T09:00#3"
    assert {timer(AT, f"pst_{number}").bucket for number in range(100)} == {
        bucket(AT, shard) for shard in range(SHARDS)
    }


def test_a_message_arrives_a_second_early_for_a_queue_counts_whole_ones():
    assert timedelta(seconds=1) == WAKE_EARLY
    assert [delay_seconds(after(seconds=due), AT) for due in (0, 1, 1.9, 2, 60, 120)] == [0, 0, 0, 1, 59, 119]


@given(due_at=instants, wait=any_wait)
def test_a_message_never_arrives_late_and_never_is_held_beyond_what_the_queue_can(due_at, wait):
    now = due_at - wait
    delay = delay_seconds(due_at, now)
    assert 0 <= delay <= 900
    assert now + timedelta(seconds=delay) <= max(now, due_at - WAKE_EARLY)


@given(due_at=instants, wait=st.timedeltas(min_value=WAKE_EARLY, max_value=timedelta(minutes=15)))
def test_a_message_arrives_less_than_a_second_earlier_than_meant(due_at, wait):
    now = due_at - wait
    early = due_at - (now + timedelta(seconds=delay_seconds(due_at, now)))
    assert WAKE_EARLY <= early < WAKE_EARLY + timedelta(seconds=1)


@given(due_at=instants, wait=any_wait)
def test_what_is_overdue_or_due_within_two_minutes_is_soon(due_at, wait):
    assert is_soon(due_at, due_at - wait) == (wait <= timedelta(minutes=2))


@cache
def transitions(zone):
    """Naive local times at which the clocks change in two years, by the clock that stops being right."""

    def offset(at):
        return at.astimezone(ZoneInfo(zone)).utcoffset()

    days = [AT + timedelta(days=day) for day in range(730)]
    changing = [day for day in days if offset(day) != offset(day + timedelta(days=1))]
    minutes = [next(at for at in minutes_of(day) if offset(at) != offset(day)) for day in changing]
    return [(at + offset(at - timedelta(minutes=1))).replace(tzinfo=None) for at in minutes]


def minutes_of(day):
    return (day + timedelta(minutes=minute) for minute in range(24 * 60 + 1))


@st.composite
def local_times(draw):
    """A zone and a local time, often within two hours of where the clocks change."""
    zone = draw(zones)
    anywhen = instants.map(lambda at: at.replace(tzinfo=None))
    if not transitions(zone):
        return zone, draw(anywhen)
    minutes = st.integers(-120, 120)
    near = st.builds(lambda at, off: at + timedelta(minutes=off), st.sampled_from(transitions(zone)), minutes)
    return zone, draw(near | anywhen)


def instants_of(local, zone):
    """The instants at which the clocks of a zone show a local time: none, one or two. By brute force."""
    place = ZoneInfo(zone)
    offsets = {(local.replace(tzinfo=UTC) + timedelta(days=days)).astimezone(place).utcoffset() for days in (-2, 2)}
    candidates = sorted(local.replace(tzinfo=UTC) - offset for offset in offsets)
    return [at for at in candidates if at.astimezone(place).replace(tzinfo=None) == local]


@given(given_=local_times())
def test_a_wall_clock_time_is_the_first_instant_that_shows_it_and_none_when_none_does(given_):
    zone, local = given_
    shown = instants_of(local, zone)
    if shown:
        at = wall_clock(local, zone, "publish_at")
        assert at == shown[0]
        assert at.utcoffset() == timedelta(0)
        assert at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local
    else:
        with pytest.raises(InvalidError) as refusal:
            wall_clock(local, zone, "publish_at")
        assert refusal.value.field == "publish_at"


@given(zone=zones, at=instants)
def test_an_instant_reads_back_from_its_wall_clock_unless_that_hour_comes_twice(zone, at):
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    again = wall_clock(local.replace(fold=0), zone, "publish_at")
    assert again == at or (again < at and len(instants_of(local, zone)) == 2)


@pytest.mark.parametrize(
    ("zone", "local", "before", "behind"),
    [
        ("Europe/Oslo", "2026-03-29 02:30", "2026-03-29 01:30", "2026-03-29 03:30"),
        ("Europe/Oslo", "2026-03-29 02:00", "2026-03-29 01:00", "2026-03-29 03:00"),
        ("America/New_York", "2026-03-08 02:45", "2026-03-08 01:45", "2026-03-08 03:45"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 01:45", "2026-10-04 02:45"),
        ("America/Santiago", "2026-09-06 00:30", "2026-09-05 23:30", "2026-09-06 01:30"),
    ],
)
def test_a_time_that_the_clocks_skip_is_refused_with_a_time_on_either_side(zone, local, before, behind):
    with pytest.raises(InvalidError) as refusal:
        wall_clock(datetime.fromisoformat(local), zone, "publish_at")
    reason = refusal.value.reason
    assert local in reason
    assert zone in reason
    assert reason.index(before) < reason.rindex(behind)


@pytest.mark.parametrize(
    ("zone", "local", "first"),
    [
        ("Europe/Oslo", "2026-10-25 02:30", "2026-10-25T00:30Z"),
        ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z"),
        ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45Z"),
    ],
)
def test_of_an_hour_that_comes_twice_the_first_is_meant(zone, local, first):
    at = wall_clock(datetime.fromisoformat(local), zone, "publish_at")
    assert at == datetime.fromisoformat(first)


def test_a_plan_for_nine_in_the_morning_stays_at_nine_when_the_clocks_change():
    days = (datetime.fromisoformat(day) for day in ("2026-03-28T09:00", "2026-03-29T09:00"))
    before, behind = (wall_clock(day, "Europe/Oslo", "publish_at") for day in days)
    assert behind - before == timedelta(hours=23)
