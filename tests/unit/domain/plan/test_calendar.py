"""The plan day by day: what fills a slot, what stands beside, and how much of it was said live."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.plan.calendar import SHOWN, calendar
from shared.domain.plan.rules import (
    Blackout,
    Campaign,
    Coverage,
    CoverageAction,
    Plan,
    QuietHours,
    Slot,
    Weekday,
)
from shared.domain.plan.wall import Span
from shared.domain.posts import PostState
from tests.unit.domain.plan.samples import OSLO, oslo, shift
from tests.unit.domain.samples import post

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)
SLOT = Slot(weekday=Weekday.WEDNESDAY, at="09:30", account="acc_1", theme="Midweek")


def timed(text, id_="pst_1", state=PostState.SCHEDULED, **changes):
    at = oslo(text)
    return post(id=id_, publish_at=at, due_at=at, state=state, **changes)


def shown(*posts, shifts=(), first_day=MONDAY, last_day=SUNDAY, **plan):
    return calendar(Plan(client="acme", version=3, **plan), OSLO, first_day, last_day, posts, shifts)


def on(found, day):
    (one,) = (one for one in found.days if one.day == day)
    return one


def test_every_day_is_shown_once_and_in_order() -> None:
    found = shown()
    assert [one.day for one in found.days] == [MONDAY + timedelta(days=number) for number in range(7)]
    assert (found.zone, found.version) == ("Europe/Oslo", 3)


def test_a_slot_is_filled_by_a_post_of_its_account_within_half_an_hour() -> None:
    def filling(text, **changes):
        (slot,) = on(shown(timed(text, **changes), slots=(SLOT,)), date(2026, 11, 25)).slots
        return slot.post.post if slot.post else None

    assert filling("2026-11-25 09:30") == "pst_1"
    assert filling("2026-11-25 10:00") == "pst_1"
    assert filling("2026-11-25 09:00", state=PostState.IN_REVIEW) == "pst_1"
    assert filling("2026-11-25 10:01") is None
    assert filling("2026-11-25 09:30", account="acc_2") is None
    assert filling("2026-11-25 09:30", state=PostState.CANCELLED) is None


def test_the_nearest_post_fills_the_slot_and_the_other_stands_beside() -> None:
    near, far = timed("2026-11-25 09:35"), timed("2026-11-25 09:15", "pst_2")
    day = on(shown(far, near, slots=(SLOT,)), date(2026, 11, 25))
    assert [slot.post.post for slot in day.slots if slot.post] == ["pst_1"]
    assert [one.post for one in day.posts] == ["pst_2"]


def test_a_post_fills_one_slot_only() -> None:
    later = replace(SLOT, at="09:50")
    day = on(shown(timed("2026-11-25 09:45"), slots=(SLOT, later)), date(2026, 11, 25))
    assert [slot.post is not None for slot in day.slots] == [False, True]


def test_a_slot_that_the_clocks_skip_is_where_they_go_on() -> None:
    sunday = replace(SLOT, weekday=Weekday.SUNDAY, at="02:30")
    forward = date(2026, 3, 29)
    (slot,) = shown(slots=(sunday,), first_day=forward, last_day=forward).days[0].slots
    assert slot.at == oslo("2026-03-29 03:00")


def test_what_holds_on_a_day_is_shown_on_it() -> None:
    night = QuietHours(weekdays=(Weekday.TUESDAY,), starts="22:00", ends="07:00")
    blackout = Blackout(first_day=date(2026, 11, 25), last_day=date(2026, 11, 26), reason="A move")
    campaign = Campaign(name="Advent", first_day=date(2026, 11, 26), last_day=date(2026, 12, 24))
    found = shown(quiet_hours=(night,), blackouts=(blackout,), campaigns=(campaign,))
    assert [len(one.quiet_hours) for one in found.days] == [0, 1, 0, 0, 0, 0, 0]
    assert [len(one.blackouts) for one in found.days] == [0, 0, 1, 1, 0, 0, 0]
    assert [len(one.campaigns) for one in found.days] == [0, 0, 0, 1, 1, 1, 1]
    (quiet,) = found.days[1].quiet_hours
    assert quiet.span == Span(since=oslo("2026-11-24 22:00"), until=oslo("2026-11-25 07:00"))


def test_a_timed_post_shows_when_nobody_is_there_of_the_time_in_which_somebody_should_be() -> None:
    at = oslo("2026-11-25 09:30")
    hour = timedelta(hours=1)
    coverage = Coverage(window_hours=3, action=CoverageAction.WARN)
    found = shown(timed("2026-11-25 09:30"), shifts=[shift(at + hour, 1)], coverage=coverage)
    (one,) = on(found, date(2026, 11, 25)).posts
    assert one.uncovered == (Span(since=at, until=at + hour), Span(since=at + 2 * hour, until=at + 3 * hour))
    off = replace(coverage, action=CoverageAction.OFF)
    assert on(shown(timed("2026-11-25 09:30"), coverage=off), date(2026, 11, 25)).posts[0].uncovered == ()


def test_the_mix_counts_what_is_out_or_on_its_way_in_these_days() -> None:
    live = post(id="pst_2", state=PostState.PUBLISHED, due_at=oslo("2026-11-24 12:00"))
    waiting = timed("2026-11-26 09:30", "pst_3", PostState.IN_REVIEW)
    outside = timed("2026-11-30 00:00", "pst_4")
    found = shown(timed("2026-11-25 09:30"), live, waiting, outside, least_live_share=0.6).mix
    assert (found.timed, found.live, found.live_share, found.least_live_share) == (1, 1, 0.5, 0.6)
    assert shown().mix.live_share is None


slots = st.lists(
    st.builds(
        Slot,
        weekday=st.sampled_from(Weekday),
        at=st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}"),
        account=st.sampled_from(["acc_1", "acc_2"]),
        theme=st.just("-"),
    ),
    max_size=12,
)
minutes = st.lists(st.tuples(st.integers(0, 7 * 24 * 60 - 1), st.sampled_from(SHOWN)), max_size=12)


@given(slots, minutes)
def test_each_timed_post_is_shown_exactly_once(slots: list[Slot], minutes: list[tuple[int, PostState]]) -> None:
    begins = oslo("2026-11-23 00:00")
    posts = [
        post(id=f"pst_{number}", publish_at=begins + timedelta(minutes=at), state=state)
        for number, (at, state) in enumerate(minutes)
    ]
    found = shown(*posts, slots=tuple(slots))
    filling = [slot.post.post for day in found.days for slot in day.slots if slot.post]
    beside = [one.post for day in found.days for one in day.posts]
    assert sorted(filling + beside) == sorted(one.id for one in posts)
    assert sum(len(day.slots) for day in found.days) == len(slots)
