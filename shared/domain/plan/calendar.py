"""The plan day by day: which post fills which slot, what is timed beside them, and who is there to answer."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from shared.domain.plan.checking import is_covered
from shared.domain.plan.rules import Blackout, Campaign, Plan, QuietHours, Slot, weekday
from shared.domain.plan.wall import Span, days, days_span, local_day, moments, quiet_from
from shared.domain.posts import Post, PostState
from shared.domain.roster.shifts import Shift, uncovered

NEAR_A_SLOT = timedelta(minutes=30)
WAITING = (PostState.IN_REVIEW, PostState.HELD)
"""In which a timed post has its time and no leave to go out."""
GOING = (PostState.SCHEDULED, PostState.CLAIMED, PostState.UNKNOWN)
OUT = (PostState.PUBLISHED, PostState.UNVERIFIED)
SHOWN = (*WAITING, *GOING, *OUT)


@dataclass(frozen=True, kw_only=True, slots=True)
class TimedPost:
    post: str
    account: str
    handle: str
    function: str
    at: datetime
    state: PostState
    uncovered: tuple[Span, ...] = ()
    """When nobody is on shift of the time in which somebody should be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotOnDay:
    account: str
    theme: str
    at: datetime
    post: TimedPost | None
    """None: a gap."""


T = TypeVar("T", TimedPost, SlotOnDay)


@dataclass(frozen=True, kw_only=True, slots=True)
class QuietOnDay:
    """Quiet hours that begin on the day."""

    span: Span
    accounts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedDay:
    day: date
    slots: tuple[SlotOnDay, ...]
    posts: tuple[TimedPost, ...]
    """Those that fill no slot."""
    quiet_hours: tuple[QuietOnDay, ...]
    blackouts: tuple[Blackout, ...]
    campaigns: tuple[Campaign, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mix:
    """Of the posts that went out or are on their way; what answers somebody is live."""

    timed: int
    live: int
    live_share: float | None
    """None: there is none."""
    least_live_share: float | None
    """As the client wants it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanCalendar:
    zone: str
    first_day: date
    last_day: date
    version: int
    """Of the plan."""
    days: tuple[PlannedDay, ...]
    mix: Mix
    complete: bool = True
    """Whether every post of these days was read."""


def calendar(
    plan: Plan, zone: ZoneInfo, first_day: date, last_day: date, posts: Iterable[Post], shifts: Sequence[Shift]
) -> PlanCalendar:
    """What is, held against the plan as it is now."""
    whole = days_span(first_day, last_day, zone)
    shown = [post for post in posts if post.state in SHOWN]
    timed = sorted(_timed(shown, plan, shifts, whole), key=lambda one: one.at)
    slots = sorted(_slots(plan, zone, first_day, last_day), key=lambda one: one[0])
    filled = _filled(slots, timed)
    in_slots = {one.post.post for one in filled if one.post is not None}
    beside = [one for one in timed if one.post not in in_slots]
    slots_of, posts_of = _by_day(filled, zone), _by_day(beside, zone)
    return PlanCalendar(
        zone=zone.key,
        first_day=first_day,
        last_day=last_day,
        version=plan.version,
        days=tuple(
            PlannedDay(
                day=day,
                slots=tuple(slots_of[day]),
                posts=tuple(posts_of[day]),
                quiet_hours=tuple(_quiet(plan.quiet_hours, day, zone)),
                blackouts=tuple(one for one in plan.blackouts if one.first_day <= day <= one.last_day),
                campaigns=tuple(one for one in plan.campaigns if one.first_day <= day <= one.last_day),
            )
            for day in days(first_day, last_day)
        ),
        mix=_mix(shown, whole, plan.least_live_share),
    )


def _slots(plan: Plan, zone: ZoneInfo, first_day: date, last_day: date) -> Iterator[tuple[datetime, Slot]]:
    for day in days(first_day, last_day):
        for slot in plan.slots:
            if slot.weekday is weekday(day):
                yield moments(day, slot.at, zone)[0], slot


def _timed(posts: Iterable[Post], plan: Plan, shifts: Sequence[Shift], whole: Span) -> Iterator[TimedPost]:
    for post in posts:
        if post.publish_at is not None and post.publish_at in whole:
            yield TimedPost(
                post=post.id,
                account=post.account,
                handle=post.handle,
                function=post.function,
                at=post.publish_at,
                state=post.state,
                uncovered=tuple(_uncovered(post, post.publish_at, plan, shifts)),
            )


def _uncovered(post: Post, at: datetime, plan: Plan, shifts: Sequence[Shift]) -> Iterator[Span]:
    if plan.coverage is None or not is_covered(plan.coverage, post.function):
        return
    until = at + timedelta(hours=plan.coverage.window_hours)
    for begins, ends in uncovered(shifts, post.account, at, until):
        yield Span(since=begins, until=ends)


def _filled(slots: Sequence[tuple[datetime, Slot]], timed: Sequence[TimedPost]) -> list[SlotOnDay]:
    """Each slot with the post that is nearest to it; a post fills one slot, and a slot holds one post."""
    near = sorted(
        (abs(one.at - at), number, one.post, one)
        for number, (at, slot) in enumerate(slots)
        for one in _within(timed, at - NEAR_A_SLOT, at + NEAR_A_SLOT)
        if one.account == slot.account
    )
    post_of: dict[int, TimedPost] = {}
    placed: set[str] = set()
    for _, number, id_, one in near:
        if number not in post_of and id_ not in placed:
            post_of[number] = one
            placed.add(id_)
    return [
        SlotOnDay(account=slot.account, theme=slot.theme, at=at, post=post_of.get(number))
        for number, (at, slot) in enumerate(slots)
    ]


def _within(timed: Sequence[TimedPost], since: datetime, until: datetime) -> Sequence[TimedPost]:
    """Those from ``since`` to ``until``, of posts by time."""
    return timed[bisect_left(timed, since, key=_at) : bisect_right(timed, until, key=_at)]


def _at(one: TimedPost | SlotOnDay) -> datetime:
    return one.at


def _by_day(found: Iterable[T], zone: ZoneInfo) -> Mapping[date, list[T]]:
    by_day: defaultdict[date, list[T]] = defaultdict(list)
    for one in found:
        by_day[local_day(_at(one), zone)].append(one)
    return by_day


def _quiet(rules: Iterable[QuietHours], day: date, zone: ZoneInfo) -> Iterator[QuietOnDay]:
    for quiet in rules:
        span = quiet_from(quiet, day, zone)
        if span is not None:
            yield QuietOnDay(span=span, accounts=quiet.accounts)


def _mix(posts: Iterable[Post], whole: Span, least: float | None) -> Mix:
    counted = [post for post in posts if post.state not in WAITING and post.due_at is not None and post.due_at in whole]
    timed = sum(post.publish_at is not None for post in counted)
    live = len(counted) - timed
    return Mix(
        timed=timed, live=live, live_share=round(live / len(counted), 3) if counted else None, least_live_share=least
    )
