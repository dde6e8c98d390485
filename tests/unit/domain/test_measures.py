"""Measures are sums over the ledger: however days are cut and put together, they come out the same."""

from datetime import UTC, date, datetime, timedelta
from functools import reduce
from statistics import median
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.ledger import Entry
from shared.domain.measures.days import (
    DayMeasures,
    Measuring,
    day_bounds,
    is_settled,
    kept,
    measuring,
    today,
)
from shared.domain.measures.figures import By, Count, Figures, Measures, Time
from shared.domain.measures.folding import measured
from shared.domain.measures.histogram import ERROR, Histogram

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FUNCTIONS = st.sampled_from(["customer_service", "crisis", "community"])
MEMBERS = st.sampled_from(["mbr_a", "mbr_b"])
ACCOUNTS = st.sampled_from(["acc_a", "acc_b"])
MINUTES = st.floats(0, 10_000, allow_nan=False).map(lambda minutes: round(minutes, 1))
DURATIONS = st.lists(st.integers(0, 10**11), max_size=200)


def told(type_: str, member: str = "", **data: Any) -> Entry:
    who = {"member": member} if member else {"function": "test"}
    return Entry(id="led_1", realm="acme", at=AT, type=type_, subject="x", who=who, data=data)


FACTS: list[st.SearchStrategy[Entry]] = [
    st.builds(
        lambda function, wants: told("mention.received", function=function, needs_answer=wants),
        FUNCTIONS,
        st.booleans(),
    ),
    st.builds(
        lambda function, minutes, member, first: told(
            "mention.recommended", member, function=function, minutes=minutes, action="respond", first=first
        ),
        FUNCTIONS,
        MINUTES,
        MEMBERS,
        st.booleans(),
    ),
    st.builds(
        lambda function, account, author, minutes, in_time: told(
            "mention.answered", function=function, account=account, author=author, minutes=minutes, in_time=in_time
        ),
        FUNCTIONS,
        ACCOUNTS,
        MEMBERS,
        MINUTES,
        st.sampled_from([True, False, None]),
    ),
    st.builds(
        lambda account, late: told(
            "post.published", account=account, function="sales", late_seconds=late, author="mbr_a"
        ),
        ACCOUNTS,
        st.floats(-5, 600),
    ),
    st.just(told("stop.engaged", reason="an accident")),
    st.just(told("something.else", function="crisis")),
]
ENTRIES = st.lists(st.one_of(*FACTS), max_size=60)


@given(ENTRIES, ENTRIES, ENTRIES)
def test_days_added_are_what_is_folded_together_in_whatever_order(
    one: list[Entry], two: list[Entry], three: list[Entry]
) -> None:
    a, b, c = measured(one), measured(two), measured(three)
    assert a + b == b + a
    assert (a + b) + c == a + (b + c) == measured([*three, *one, *two])
    assert a + Measures() == a


@given(DURATIONS, DURATIONS)
def test_histograms_added_are_the_histogram_of_all(one: list[int], two: list[int]) -> None:
    assert Histogram.of(one) + Histogram.of(two) == Histogram.of([*two, *one])


@given(st.lists(st.integers(0, 10**11), min_size=1, max_size=200))
def test_the_median_and_what_nine_in_ten_kept_to_are_within_their_error_of_the_exact_ones(values: list[int]) -> None:
    nine_in_ten = min(one for one in values if sum(other <= one for other in values) * 10 >= len(values) * 9)
    histogram = Histogram.of(values)
    for found, exact in ((histogram.median, median(values)), (histogram.nine_in_ten, nine_in_ten)):
        assert found is not None
        assert abs(found - exact) <= exact * ERROR * 1.000001 + 1


def test_of_two_values_neither_figure_is_the_lower_one_alone() -> None:
    two = Histogram.of([10 * 60_000, 1000 * 60_000])
    assert two.median == pytest.approx(505 * 60_000, rel=ERROR)
    assert two.nine_in_ten == pytest.approx(1000 * 60_000, rel=ERROR)


@given(DURATIONS)
def test_a_mean_is_exact(values: list[int]) -> None:
    histogram = Histogram.of(values)
    assert histogram.count == len(values)
    assert histogram.mean == (sum(values) / len(values) if values else None)


def test_there_is_no_quantile_of_nothing_and_no_duration_below_nothing() -> None:
    assert (Histogram().median, Histogram().nine_in_ten) == (None, None)
    assert Histogram.of([-5000]) == Histogram.of([0])
    assert Histogram.of([10**15]).count == 1


@given(ENTRIES)
def test_a_days_records_are_read_back_as_they_were_written(entries: list[Entry]) -> None:
    for record in kept("acme", date(2026, 11, 25), "Europe/Oslo", measured(entries)):
        assert msgspec.json.decode(msgspec.json.encode(record), type=DayMeasures) == record


@given(ENTRIES)
def test_what_is_told_apart_adds_up_to_no_more_than_the_total(entries: list[Entry]) -> None:
    found = measured(entries)
    for by in (By.FUNCTION, By.ACCOUNT, By.MEMBER):
        summed = reduce(lambda one, two: one + two, found.of(by).values(), Figures())
        for name, number in summed.counts.items():
            assert number <= found.total.counts[name]


CASES: list[tuple[list[Entry], dict[Count, int]]] = [
    ([told("mention.received", needs_answer=True)], {Count.MENTIONS: 1, Count.WANTING_ANSWER: 1}),
    ([told("mention.overdue", state="open")], {Count.OVERDUE: 1, Count.MISSED: 1}),
    ([told("mention.overdue", state="recommended")], {Count.OVERDUE: 1, Count.IGNORED: 1}),
    ([told("mention.overdue", state="escalated")], {Count.OVERDUE: 1}),
    ([told("mention.answered", in_time=True)], {Count.ANSWERED: 1, Count.ANSWERED_IN_TIME: 1}),
    ([told("mention.answered", in_time=False, was_overdue=True)], {Count.ANSWERED: 1}),
    ([told("mention.answered", in_time=False, was_overdue=False)], {Count.ANSWERED: 1, Count.OVERDUE: 1}),
    ([told("mention.answered", in_time=None)], {Count.ANSWERED: 1}),
    ([told("post.approved", still_needed=1, recommendation="rec_1", changes=0)], {}),
    (
        [told("post.approved", still_needed=0, recommendation="rec_1", changes=0)],
        {Count.APPROVED: 1, Count.ACCEPTED_AS_IS: 1},
    ),
    (
        [told("post.approved", still_needed=0, recommendation="rec_1", changes=2)],
        {Count.APPROVED: 1, Count.ACCEPTED_EDITED: 1},
    ),
    ([told("post.approved", still_needed=0, recommendation=None, changes=2)], {Count.APPROVED: 1}),
    ([told("post.rejected", recommendation="rec_1", drafts_left=1)], {Count.REJECTED: 1}),
    ([told("post.rejected", recommendation="rec_1", drafts_left=0)], {Count.REJECTED: 1, Count.DECLINED: 1}),
    ([told("follow_up.closed", outcome="kept", in_time=True)], {Count.KEPT: 1, Count.KEPT_IN_TIME: 1}),
    ([told("follow_up.closed", outcome="broken", in_time=True)], {Count.BROKEN: 1}),
    ([told("follow_up.overdue", days=1), told("follow_up.overdue", days=2)], {Count.FOLLOW_UPS_LATE: 1}),
    ([told("stop.engaged", reason="an accident"), told("stop.engaged", reason="a drill")], {Count.STOPS: 1}),
    ([told("drill.done", flag_ms=12.0), told("drill.failed", because="x")], {Count.DRILLS: 2, Count.DRILLS_FAILED: 1}),
    (
        [
            told("post.engagement", after=after, likes=likes, replies=0, views=None)
            for after, likes in (("1h", 3), ("24h", 5), ("7d", 9))
        ],
        {Count.POSTS_READ: 1, Count.LIKES: 5},
    ),
    ([told("post.published", follow_ups=["fup_1"], late_seconds=0.2)], {Count.POSTS: 1, Count.FOLLOW_UPS: 1}),
    ([told("post.published")], {Count.POSTS: 1}),
]


@pytest.mark.parametrize(("entries", "expected"), CASES)
def test_an_entry_counts_for_what_it_says(entries: list[Entry], expected: dict[Count, int]) -> None:
    assert measured(entries).total.counts == {count.value: number for count, number in expected.items()}


def test_only_the_first_recommendation_on_a_mention_is_timed() -> None:
    entries = [told("mention.recommended", "mbr_a", minutes=minutes, first=minutes < 9) for minutes in (5.0, 60.0)]
    found = measured(entries)
    assert found.total.time(Time.TO_RECOMMENDATION) == Histogram.of([300_000])
    assert found.of(By.MEMBER)["mbr_a"].count(Count.RECOMMENDED) == 2


def test_a_drills_own_stop_is_no_stop_and_its_times_are_its_own() -> None:
    drained = [told("stop.drained", seconds=3.0, drill=False), told("stop.drained", seconds=99.0, drill=True)]
    found = measured([*drained, told("drill.done", flag_ms=12.4, drain_ms=250.0)]).total
    assert found.time(Time.STOP_DRAINED) == Histogram.of([3000])
    assert found.time(Time.DRILL_FLAG) == Histogram.of([12])
    assert found.time(Time.DRILL_DRAINED) == Histogram.of([250])


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2026, 3, 29), "Europe/Oslo", 23),
        (date(2026, 10, 25), "Europe/Oslo", 25),
        (date(2026, 11, 25), "Europe/Oslo", 24),
        (date(2026, 11, 25), "Asia/Kolkata", 24),
        (date(2026, 10, 4), "Australia/Lord_Howe", 23.5),
    ],
)
def test_a_day_is_as_long_as_it_is_by_the_clients_clocks(day: date, zone: str, hours: float) -> None:
    starts, ends = day_bounds(day, zone)
    assert ends - starts == timedelta(hours=hours)
    assert today(starts, zone) == day
    assert today(ends, zone) == day + timedelta(days=1)


@given(
    st.dates(date(2001, 1, 1), date(2100, 1, 1)), st.sampled_from(["Europe/Oslo", "America/New_York", "Pacific/Apia"])
)
def test_days_follow_each_other_without_a_gap(day: date, zone: str) -> None:
    assert day_bounds(day, zone)[1] == day_bounds(day + timedelta(days=1), zone)[0]


def test_a_day_is_settled_when_what_was_dated_in_it_is_written() -> None:
    midnight = datetime(2026, 11, 25, 23, tzinfo=UTC)
    assert not is_settled(date(2026, 11, 25), "Europe/Oslo", midnight + timedelta(minutes=14))
    assert is_settled(date(2026, 11, 25), "Europe/Oslo", midnight + timedelta(minutes=15))


def test_other_clocks_or_rules_begin_at_the_clients_first_day_again() -> None:
    known = measuring(None, "acme", AT, "Europe/Oslo").moved(date(2027, 1, 1))
    assert measuring(known, "acme", AT, "Europe/Oslo") is known
    assert measuring(known, "acme", AT, "Asia/Tokyo").until == date(2026, 11, 25)
    older = Measuring(client="acme", until=date(2027, 1, 1), zone="Europe/Oslo", rules=0, version=7)
    assert measuring(older, "acme", AT, "Europe/Oslo").moved(date(2026, 11, 26)).version == 8
