"""What speaks against a post at its time, why, and the next time at which nothing does."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.plan.checking import LOOKED_AHEAD, Circumstances, Wanted, held_by_plan, next_free
from shared.domain.plan.findings import PlanRule
from shared.domain.plan.rules import Blackout, Cadence, Coverage, CoverageAction, QuietHours, Weekday
from tests.unit.domain.plan.samples import around, oslo, shift, wanted
from tests.unit.domain.samples import AT, zones

NIGHT = QuietHours(starts="22:00", ends="07:00")
CHRISTMAS = Blackout(first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), reason="Christmas")
REFUSE = CoverageAction.REFUSE


def rules(asked: Wanted, circumstances: Circumstances) -> list[PlanRule]:
    return [one.rule for one in held_by_plan(asked, circumstances)]


def test_a_plan_that_says_nothing_holds_nothing() -> None:
    assert held_by_plan(wanted(AT), around(AT, AT)) == ()


def test_what_falls_into_quiet_hours_is_refused_until_they_end() -> None:
    (found,) = held_by_plan(wanted(oslo("2026-11-25 23:10")), around(quiet_hours=(NIGHT,)))
    assert (found.rule, found.refuses) == (PlanRule.QUIET_HOURS, True)
    assert found.because == "quiet hours last until 2026-11-26T07:00+01:00"
    assert found.next_at == oslo("2026-11-26 07:00")


def test_a_blackout_has_a_reason_and_lasts_through_its_last_day() -> None:
    plan = around(blackouts=(CHRISTMAS,))
    (found,) = held_by_plan(wanted(oslo("2026-12-26 23:59")), plan)
    assert found.because == "nothing goes out from 2026-12-24 to 2026-12-26: Christmas"
    assert found.next_at == oslo("2026-12-27 00:00")
    assert held_by_plan(wanted(oslo("2026-12-23 23:59")), plan) == ()


def test_what_is_for_other_accounts_is_passed_over() -> None:
    there = {"accounts": ("acc_2",)}
    plan = around(
        AT,
        quiet_hours=(replace(NIGHT, **there),),
        blackouts=(replace(CHRISTMAS, **there),),
        cadence=(Cadence(most_a_day=0, **there),),
    )
    assert rules(wanted(AT), plan) == []
    assert rules(wanted(oslo("2026-12-24 23:00"), account="acc_2"), plan) == [
        PlanRule.QUIET_HOURS,
        PlanRule.BLACKOUT,
        PlanRule.MOST_A_DAY,
    ]


def test_customer_service_and_a_crisis_go_out_at_any_time_unless_the_client_says_otherwise() -> None:
    said = {"quiet_hours": (NIGHT,), "blackouts": (CHRISTMAS,), "cadence": (Cadence(most_a_day=0),)}
    at = oslo("2026-12-24 23:00")
    for function in ("customer_service", "crisis"):
        assert rules(wanted(at, function=function), around(**said)) == []
        assert len(rules(wanted(at, function=function), around(**said, exempt_functions=()))) == 3


def test_the_most_a_day_counts_the_clients_day() -> None:
    plan = around(oslo("2026-11-25 00:10"), oslo("2026-11-25 23:50"), cadence=(Cadence(most_a_day=2),))
    (found,) = held_by_plan(wanted(oslo("2026-11-25 12:00")), plan)
    assert found.because == "2 are planned on 2026-11-25 already, and 2 are the most"
    assert found.next_at == oslo("2026-11-26 00:00")
    assert rules(wanted(oslo("2026-11-24 23:55")), plan) == []


def test_the_least_gap_lies_before_and_behind_and_over_midnight() -> None:
    plan = around(oslo("2026-11-25 23:50"), cadence=(Cadence(least_gap_minutes=30),))
    asked = ("2026-11-25 23:20", "2026-11-25 23:21", "2026-11-26 00:19", "2026-11-26 00:20")
    assert [bool(rules(wanted(oslo(at)), plan)) for at in asked] == [False, True, True, False]
    (found,) = held_by_plan(wanted(oslo("2026-11-26 00:00")), plan)
    assert found.because == "another goes out at 2026-11-25T23:50+01:00, and 30 minutes lie between two"


def test_an_answer_is_free_of_the_cadence() -> None:
    plan = around(AT, cadence=(Cadence(most_a_day=1, least_gap_minutes=60),))
    assert rules(wanted(AT, takes_place=False), plan) == []


def test_a_post_is_not_in_its_own_way() -> None:
    plan = around(AT, cadence=(Cadence(most_a_day=1, least_gap_minutes=60),))
    assert rules(wanted(AT, post="pst_0"), plan) == []


def test_a_timed_post_needs_somebody_on_shift_for_the_whole_window() -> None:
    coverage = Coverage(window_hours=2, action=REFUSE)
    plan = around(coverage=coverage, shifts=[shift(AT, 1), shift(AT + timedelta(hours=3), 4)])
    (found,) = held_by_plan(wanted(AT), plan)
    assert found.because == "nobody is on shift from 2026-11-25T11:00+01:00 to 2026-11-25T12:00+01:00"
    assert found.next_at == AT + timedelta(hours=3)
    assert rules(wanted(AT, is_timed=False), plan) == []


def test_without_any_further_shift_there_is_no_next_time() -> None:
    (found,) = held_by_plan(wanted(AT), around(coverage=Coverage(window_hours=1, action=REFUSE)))
    assert (found.refuses, found.next_at) == (True, None)


def test_coverage_warns_where_the_client_wants_no_more() -> None:
    (found,) = held_by_plan(wanted(AT), around(coverage=Coverage(window_hours=1, action=CoverageAction.WARN)))
    assert (found.refuses, found.next_at) == (False, None)


def test_coverage_is_of_the_functions_that_it_names_and_of_none_when_it_is_off() -> None:
    named = around(coverage=Coverage(window_hours=1, action=REFUSE, functions=("announcement",)))
    assert rules(wanted(AT), named) == []
    assert rules(wanted(AT, function="announcement"), named) == [PlanRule.COVERAGE]
    assert rules(wanted(AT), around(coverage=Coverage(window_hours=1, action=CoverageAction.OFF))) == []


def test_the_next_time_is_one_that_everything_leaves_free() -> None:
    plan = around(
        oslo("2026-11-25 21:50"),
        oslo("2026-11-26 07:10"),
        quiet_hours=(NIGHT,),
        blackouts=(Blackout(first_day=date(2026, 11, 27), last_day=date(2026, 11, 27), reason="A funeral"),),
        cadence=(Cadence(most_a_day=1, least_gap_minutes=20),),
    )
    (found, *_) = held_by_plan(wanted(oslo("2026-11-25 22:00")), plan)
    assert found.next_at == oslo("2026-11-28 07:00")


def test_a_plan_that_leaves_nothing_says_so() -> None:
    (found,) = held_by_plan(wanted(AT), around(cadence=(Cadence(most_a_day=0),)))
    assert found.next_at is None


clock_times = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")
some_days = st.integers(-2, 6).map(lambda number: (AT + timedelta(days=number)).date())
near = st.integers(-3 * 24 * 60, 6 * 24 * 60).map(lambda minutes: AT + timedelta(minutes=minutes))
around_a_change = st.sampled_from([AT, oslo("2026-03-28 20:00"), oslo("2026-10-24 20:00")])


@st.composite
def plans(draw: Any) -> Any:
    quiet = st.builds(
        QuietHours,
        starts=clock_times,
        ends=clock_times,
        weekdays=st.lists(st.sampled_from(Weekday), max_size=3).map(tuple),
    )
    days = st.tuples(some_days, st.integers(0, 2)).map(
        lambda span: Blackout(first_day=span[0], last_day=span[0] + timedelta(days=span[1]), reason="-")
    )
    cadence = st.builds(Cadence, most_a_day=st.none() | st.integers(1, 3), least_gap_minutes=st.integers(0, 300))
    coverage = st.none() | st.builds(
        Coverage, window_hours=st.integers(1, 4), action=st.sampled_from([REFUSE, CoverageAction.WARN])
    )
    return around(
        *draw(st.lists(near, max_size=8)),
        zone=ZoneInfo(draw(zones)),
        shifts=[shift(at, draw(st.integers(1, 12))) for at in draw(st.lists(near, max_size=6))],
        quiet_hours=tuple(draw(st.lists(quiet, max_size=2))),
        blackouts=tuple(draw(st.lists(days, max_size=2))),
        cadence=tuple(draw(st.lists(cadence, max_size=2))),
        coverage=draw(coverage),
    )


@given(plans(), near)
def test_at_the_next_time_nothing_refuses_it_and_at_each_quarter_before_something_does(
    plan: Circumstances, at: datetime
) -> None:
    asked = wanted(at)
    found = next_free(asked, plan)
    until = min(found or at + LOOKED_AHEAD, at + timedelta(days=4))
    if found is not None:
        assert not any(one.refuses for one in held_by_plan(replace(asked, at=found), plan))
    while at < until:
        assert any(one.refuses for one in held_by_plan(replace(asked, at=at), plan))
        at += timedelta(minutes=15)


@given(plans(), near)
def test_what_is_refused_says_when_it_would_not_be_and_what_is_not_says_nothing(
    plan: Circumstances, at: datetime
) -> None:
    found = held_by_plan(wanted(at), plan)
    assert len({one.next_at for one in found if one.refuses}) <= 1
    assert all(one.next_at is None for one in found if not one.refuses)
    assert all(one.because for one in found)
