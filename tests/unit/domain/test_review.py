"""A week is the client's own, each thing in it counts once, and what was agreed is not forgotten."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.agreed import ReviewAction
from shared.domain.errors import InvalidError
from shared.domain.listening.settings import Listening
from shared.domain.review import Agreements, review
from shared.domain.weeks import days_of, week_bounds, week_of

from .samples import AT, after, entry, instants, zones

WEEK = "2026-W48"
"""The week of ``AT``: from Monday 23 November."""


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@given(at=instants, zone=zones)
def test_every_instant_lies_in_its_week(at, zone):
    starts_at, ends_at = week_bounds(week_of(at, zone), zone)
    assert starts_at <= at < ends_at


@given(at=instants, zone=zones)
def test_a_week_begins_where_the_one_before_it_ended(at, zone):
    starts_at, ends_at = week_bounds(week_of(at, zone), zone)
    assert week_bounds(week_of(ends_at, zone), zone)[0] == ends_at
    assert week_of(starts_at.astimezone(UTC) - timedelta(microseconds=1), zone) != week_of(starts_at, zone)


@given(at=instants, zone=zones)
def test_a_week_is_from_monday_to_monday_at_midnight_by_the_clients_clocks(at, zone):
    for bound in week_bounds(week_of(at, zone), zone):
        local = bound.astimezone(ZoneInfo(zone))
        assert (local.weekday(), local.hour, local.minute) == (0, 0, 0)


@pytest.mark.parametrize(
    ("week", "zone", "hours"),
    [
        ("2026-W13", "Europe/Oslo", 167),
        ("2026-W14", "Europe/Oslo", 168),
        ("2026-W43", "Europe/Oslo", 169),
        ("2026-W10", "America/New_York", 167),
        ("2026-W44", "America/New_York", 169),
        ("2026-W14", "Australia/Lord_Howe", 168.5),
        ("2026-W13", "Asia/Tokyo", 168),
    ],
)
def test_a_week_in_which_the_clocks_change_is_shorter_or_longer(week, zone, hours):
    starts_at, ends_at = (bound.astimezone(UTC) for bound in week_bounds(week, zone))
    assert ends_at - starts_at == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("at", "zone", "week"),
    [
        (utc(2025, 12, 28, 12), "UTC", "2025-W52"),
        (utc(2025, 12, 29, 12), "UTC", "2026-W01"),
        (utc(2026, 12, 31, 12), "UTC", "2026-W53"),
        (utc(2027, 1, 3, 12), "UTC", "2026-W53"),
        (utc(2027, 1, 3, 23, 30), "Europe/Oslo", "2027-W01"),
        (utc(2026, 11, 22, 23, 30), "UTC", "2026-W47"),
        (utc(2026, 11, 22, 23, 30), "Europe/Oslo", "2026-W48"),
        (utc(2026, 11, 23, 4), "America/New_York", "2026-W47"),
    ],
)
def test_weeks_are_iso_weeks_of_the_clients_zone_also_at_the_end_of_a_year(at, zone, week):
    assert week_of(at, zone) == week


def test_the_53rd_week_runs_into_the_new_year():
    assert week_bounds("2026-W53", "UTC") == (utc(2026, 12, 28), utc(2027, 1, 4))


@pytest.mark.parametrize(
    "refused",
    ["", "2026", "W47", "2026-W", "2026-W00", "2026-W54", "2025-W53", "2026-47", "0-W1", "9999-W52", "next",
     "1999-W01", "3000-W01", "0001-W02", "0000-W01", "2026-W47\n", " 2026-W47", "2026-W4", "2026-w47", "2026-W４７"],
)  # fmt: skip
def test_what_is_no_week_is_refused_by_name(refused):
    with pytest.raises(InvalidError) as refusal:
        week_bounds(refused, "UTC")
    assert refusal.value.field == "week"


@given(at=instants, zone=zones, share=st.floats(min_value=0, max_value=0.999999))
def test_the_ledgers_days_cover_every_instant_of_a_week_and_no_day_besides(at, zone, share):
    starts_at, ends_at = (bound.astimezone(UTC) for bound in week_bounds(week_of(at, zone), zone))
    days = list(days_of(starts_at, ends_at))
    assert (starts_at + share * (ends_at - starts_at)).date() in days
    assert days == sorted(set(days))
    assert len(days) in (7, 8)


def test_a_day_that_a_span_only_ends_at_is_not_read():
    assert list(days_of(utc(2026, 11, 23), utc(2026, 11, 24))) == [utc(2026, 11, 23).date()]
    assert list(days_of(utc(2026, 11, 23), utc(2026, 11, 23))) == []


def reviewed(*entries, agreed=(), zone="UTC", week=WEEK):
    beside = Agreements(listening=Listening(client="acme"), actions=tuple(agreed))
    return review("acme", week, zone, entries, beside, after(days=7))


def test_a_week_without_anything_is_all_zeros_and_measures_nothing():
    empty = reviewed()
    assert empty.mentions_received == empty.dismissed == empty.escalations_asked == empty.stops == 0
    assert empty.minutes_to_recommendation is None
    assert empty.minutes_to_answer is None
    assert not empty.posts
    assert not empty.not_recommended


def test_a_week_counts_what_came_in_and_what_became_of_it():
    summed = reviewed(
        entry("mention.received", "mnt_1", function="sales"),
        entry("mention.received", "mnt_2", function="sales"),
        entry("mention.received", "mnt_3", function="crisis"),
        entry("mention.recommended", "mnt_1", action="respond", minutes=10),
        entry("mention.recommended", "mnt_3", action="escalate", minutes=20),
        entry("mention.dismissed", "mnt_2"),
        entry("mention.escalated", "mnt_3"),
        entry("escalation.answered", "esc_1", in_time=True, minutes=5),
        entry("escalation.answered", "esc_2", in_time=False, minutes=300),
        entry("post.drafted", "pst_1"),
        entry("post.drafted", "pst_2"),
        entry("post.published", "pst_1"),
        entry("stop.engaged", "stp_1"),
        entry("priorities.set", "acme"),
    )
    assert summed.mentions_received == 3
    assert summed.mentions_by_function == {"sales": 2, "crisis": 1}
    assert summed.recommendations == {"respond": 1, "escalate": 1}
    assert summed.dismissed == 1
    assert summed.posts == {"drafted": 2, "published": 1}
    assert summed.escalations_asked == 1
    assert (summed.escalations_answered, summed.escalations_answered_in_time) == (2, 1)
    assert (summed.minutes_to_recommendation, summed.minutes_to_answer) == (15.0, 152.5)
    assert summed.stops == 1
    assert summed.not_recommended == ()


def test_only_what_happened_within_the_week_counts():
    inside, outside = (
        (utc(2026, 11, 23), utc(2026, 11, 29, 23, 59, 59)),
        (utc(2026, 11, 22, 23, 59, 59), utc(2026, 11, 30)),
    )
    summed = reviewed(*(entry("stop.engaged", f"stp_{at:%d}", at) for at in (*inside, *outside)))
    assert summed.stops == 2


def test_the_week_is_that_of_the_clients_zone():
    sunday_night = entry("stop.engaged", "stp_1", utc(2026, 11, 22, 23, 30))
    assert reviewed(sunday_night, zone="Europe/Oslo").stops == 1
    assert reviewed(sunday_night, zone="UTC").stops == 0


@given(order=st.permutations(range(6)))
def test_the_order_of_the_ledger_does_not_matter(order):
    entries = [
        entry("mention.received", "mnt_1", function="sales"),
        entry("mention.received", "mnt_2", function="crisis"),
        entry("mention.received", "mnt_3", function="sales"),
        entry("mention.recommended", "mnt_1", action="respond", minutes=1),
        entry("mention.recommended", "mnt_2", action="ignore", minutes=4),
        entry("post.drafted", "pst_1"),
    ]
    assert reviewed(*(entries[place] for place in order)) == reviewed(*entries)


@pytest.mark.parametrize(
    ("minutes", "middle"), [([7], 7.0), ([1, 100], 50.5), ([1, 2, 1000], 2.0), ([0], 0.0), ([1.04, 1.04], 1.0)]
)
def test_the_usual_time_is_the_median_which_one_forgotten_mention_cannot_spoil(minutes, middle):
    summed = reviewed(*(entry("mention.recommended", action="respond", minutes=number) for number in minutes))
    assert summed.minutes_to_recommendation == middle


TAKEN_UP = ["mention.recommended", "mention.dismissed", "mention.escalated", "mention.retracted"]


@given(
    received=st.sets(st.integers(0, 9)),
    handled=st.dictionaries(st.integers(0, 9), st.sampled_from(TAKEN_UP)),
)
def test_what_nobody_took_up_is_listed_and_nothing_else(received, handled):
    summed = reviewed(
        *(entry("mention.received", f"mnt_{number}", function="sales") for number in received),
        *(entry(type_, f"mnt_{number}") for number, type_ in handled.items()),
    )
    assert summed.not_recommended == tuple(f"mnt_{number}" for number in sorted(received - set(handled)))


def test_the_list_of_what_nobody_took_up_is_at_most_fifty_long_though_all_are_counted():
    summed = reviewed(*(entry("mention.received", f"mnt_{number}", function="sales") for number in range(80)))
    assert len(summed.not_recommended) == 50
    assert summed.mentions_received == 80


def action(id_, agreed_in="2026-W40", done_at=None):
    return ReviewAction(
        id=id_, text="Answer by ten.", agreed_in=agreed_in, by="mbr_1", at=utc(2026, 10, 5), done_at=done_at
    )


def test_an_action_is_carried_over_until_the_week_in_which_it_is_done():
    agreed = [
        action("act_open"),
        action("act_done_before", done_at=utc(2026, 11, 22, 23, 59)),
        action("act_done_in_it", done_at=utc(2026, 11, 23)),
        action("act_done_later", done_at=utc(2026, 12, 24)),
    ]
    carried = [one.id for one in reviewed(agreed=agreed).actions]
    assert carried == ["act_open", "act_done_in_it", "act_done_later"]


def test_a_review_says_of_what_and_when_it_was_made():
    made = reviewed(zone="Europe/Oslo")
    assert (made.client, made.week, made.made_at) == ("acme", WEEK, after(days=7))
    assert made.starts_at == utc(2026, 11, 22, 23)
    assert made.starts_at <= AT < made.ends_at
