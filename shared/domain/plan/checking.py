"""What of a client's plan speaks against a post at its time, and the next time at which nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shared.domain.plan.agenda import Agenda
from shared.domain.plan.findings import PlanFinding, PlanRule
from shared.domain.plan.rules import Cadence, Coverage, CoverageAction, Plan, concerns
from shared.domain.plan.wall import blacked_out, day_begins, local_day, quiet_at
from shared.domain.roster.shifts import Shift, uncovered

LOOKED_AHEAD = timedelta(days=100)
"""For the next time that suits."""
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """As much of a post as the plan asks of."""

    post: str
    account: str
    function: str
    at: datetime
    is_timed: bool
    takes_place: bool
    """Whether the cadence counts it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Circumstances:
    plan: Plan
    zone: ZoneInfo
    agenda: Agenda
    """Of the account."""
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class _Objection:
    rule: PlanRule
    because: str
    until: datetime | None
    """It holds for every time up to then; None: as far as one looks."""
    refuses: bool = True


def held_by_plan(wanted: Wanted, around: Circumstances) -> tuple[PlanFinding, ...]:
    """All that speaks against it; whatever refuses it names the next time that suits."""
    found = list(_objections(wanted, around))
    next_at = next_free(wanted, around) if any(one.refuses for one in found) else None
    return tuple(
        PlanFinding(rule=one.rule, because=one.because, refuses=one.refuses, next_at=next_at if one.refuses else None)
        for one in found
    )


def next_free(wanted: Wanted, around: Circumstances) -> datetime | None:
    """The first time from its own on, or the first whole minute after, at which nothing refuses it.

    None: there is none within :data:`LOOKED_AHEAD`.
    """
    at, furthest = wanted.at, wanted.at + LOOKED_AHEAD
    while at <= furthest:
        refusals = [one.until for one in _objections(replace(wanted, at=at), around) if one.refuses]
        if not refusals:
            return at
        ends = [until for until in refusals if until is not None]
        if len(ends) < len(refusals):
            return None
        at = _whole_minute(max(ends))
    return None


def local(at: datetime, zone: ZoneInfo) -> str:
    """As it is told to people: on the client's clock, with its offset."""
    return at.astimezone(zone).isoformat(timespec="minutes")


def _whole_minute(at: datetime) -> datetime:
    cut = at.replace(second=0, microsecond=0)
    return cut if cut == at else cut + _MINUTE


def _objections(wanted: Wanted, around: Circumstances) -> Iterator[_Objection]:
    if wanted.function not in around.plan.exempt_functions:
        yield from _silences(wanted, around)
        if wanted.takes_place:
            for cadence in around.plan.cadence:
                if concerns(cadence.accounts, wanted.account):
                    yield from _crowding(wanted, cadence, around)
    coverage = around.plan.coverage
    if wanted.is_timed and coverage is not None and is_covered(coverage, wanted.function):
        yield from _unattended(wanted, coverage, around)


def _silences(wanted: Wanted, around: Circumstances) -> Iterator[_Objection]:
    zone = around.zone
    for quiet in around.plan.quiet_hours:
        span = quiet_at(quiet, wanted.at, zone) if concerns(quiet.accounts, wanted.account) else None
        if span is not None:
            yield _Objection(PlanRule.QUIET_HOURS, f"quiet hours last until {local(span.until, zone)}", span.until)
    for blackout in around.plan.blackouts:
        if not concerns(blackout.accounts, wanted.account):
            continue
        span = blacked_out(blackout, zone)
        if wanted.at in span:
            days = f"{blackout.first_day} to {blackout.last_day}"
            yield _Objection(PlanRule.BLACKOUT, f"nothing goes out from {days}: {blackout.reason}", span.until)


def _crowding(wanted: Wanted, cadence: Cadence, around: Circumstances) -> Iterator[_Objection]:
    zone, day = around.zone, local_day(wanted.at, around.zone)
    others = [place.at for place in around.agenda.places if place.post != wanted.post]
    if cadence.most_a_day is not None:
        on_day = sum(local_day(at, zone) == day for at in others if abs(at - wanted.at) < 2 * _DAY)
        if on_day >= cadence.most_a_day:
            because = f"{on_day} are planned on {day} already, and {cadence.most_a_day} are the most"
            yield _Objection(PlanRule.MOST_A_DAY, because, day_begins(day + _DAY, zone))
    gap = timedelta(minutes=cadence.least_gap_minutes)
    near = [at for at in others if abs(at - wanted.at) < gap]
    if near:
        shown = min(near, key=lambda at: abs(at - wanted.at))
        because = f"another goes out at {local(shown, zone)}, and {cadence.least_gap_minutes} minutes lie between two"
        yield _Objection(PlanRule.LEAST_GAP, because, max(near) + gap)


def is_covered(coverage: Coverage, function: str) -> bool:
    """Whether posts that serve ``function`` are to have somebody on shift."""
    return coverage.action is not CoverageAction.OFF and (not coverage.functions or function in coverage.functions)


def _unattended(wanted: Wanted, coverage: Coverage, around: Circumstances) -> Iterator[_Objection]:
    end = wanted.at + timedelta(hours=coverage.window_hours)
    horizon = wanted.at + 2 * LOOKED_AHEAD
    gaps = [gap for gap in uncovered(around.shifts, wanted.account, wanted.at, horizon) if gap[0] < end]
    if gaps:
        since, until = gaps[0][0], min(gaps[0][1], end)
        because = f"nobody is on shift from {local(since, around.zone)} to {local(until, around.zone)}"
        last = gaps[-1][1]
        yield _Objection(
            PlanRule.COVERAGE,
            because,
            None if last == horizon else last,
            refuses=coverage.action is CoverageAction.REFUSE,
        )
