"""The plan as an iCalendar feed (RFC 5545). What posts say stays out: a calendar program keeps what it has read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from shared.domain.plan.calendar import PlanCalendar, SlotOnDay, TimedPost
from shared.domain.plan.rules import Blackout, Campaign, Plan
from shared.domain.plan.wall import days_span
from shared.domain.posts import PostState
from shared.domain.roster.shifts import Shift

if TYPE_CHECKING:
    from icalendar import Event

SHOWN_FOR = timedelta(minutes=15)
"""A post is a moment, and a calendar shows spans."""
_DAY = timedelta(days=1)


def written(
    shown: PlanCalendar,
    plan: Plan,
    shifts: Iterable[Shift],
    handles: Mapping[str, str],
    signatures: Mapping[str, str],
    client: str,
    now: datetime,
) -> bytes:
    """Timed posts, slots with their gaps, blackouts, campaigns and shifts; times in UTC, days as such.

    ``handles`` by account, ``signatures`` by member.
    """
    from icalendar import Calendar  # noqa: PLC0415  a tenth of a second that nobody else should pay

    made = Calendar()
    made.add("prodid", "-//Backchannel//Plan//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"{client}: plan")
    made.add("x-wr-timezone", shown.zone)
    made.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", timedelta(hours=1))
    events = (
        *_posts(shown, now),
        *_slots(shown, handles, now),
        *_whole_days(shown, plan, handles, now),
        *_shifts(shown, shifts, handles, signatures, now),
    )
    for event in events:
        # Who reads two clients' plans in one calendar has a blackout of each.
        event.add("uid", f"{event.pop('uid')}@{client}.backchannel")
        made.add_component(event)
    feed: bytes = made.to_ical()
    return feed


def _event(uid: str, since: date, until: date, summary: str, now: datetime, description: str = "") -> Event:
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", since)
    event.add("dtend", until)
    event.add("summary", summary)
    if description:
        event.add("description", description)
    return event


def _posts(shown: PlanCalendar, now: datetime) -> Iterator[Event]:
    for day in shown.days:
        for post in day.posts:
            yield _post(post, f"@{post.handle} {post.function} ({_state(post)})", now)
        for slot in day.slots:
            if slot.post is not None:
                yield _post(slot.post, f"@{slot.post.handle} {slot.theme} ({_state(slot.post)})", now)


def _post(post: TimedPost, summary: str, now: datetime) -> Event:
    told = [f"Post {post.post}", f"Function: {post.function}"]
    told += [f"Nobody is on shift {span.since:%Y-%m-%d %H:%M} to {span.until:%H:%M} UTC" for span in post.uncovered]
    event = _event(post.post, post.at, post.at + SHOWN_FOR, summary, now, "\n".join(told))
    waits = post.state in (PostState.IN_REVIEW, PostState.HELD)
    event.add("status", "TENTATIVE" if waits else "CONFIRMED")
    return event


def _state(post: TimedPost) -> str:
    return post.state.value.replace("_", " ")


def _slots(shown: PlanCalendar, handles: Mapping[str, str], now: datetime) -> Iterator[Event]:
    """Those that nobody filled; a post that fills one is shown for it."""
    for day in shown.days:
        for number, slot in enumerate(day.slots):
            if slot.post is None:
                yield _gap(slot, f"{day.day}-{number}", handles, now)


def _gap(slot: SlotOnDay, place: str, handles: Mapping[str, str], now: datetime) -> Event:
    handle = handles.get(slot.account, slot.account)
    event = _event(f"slot-{place}", slot.at, slot.at + SHOWN_FOR, f"Gap: @{handle} {slot.theme}", now)
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _whole_days(shown: PlanCalendar, plan: Plan, handles: Mapping[str, str], now: datetime) -> Iterator[Event]:
    for blackout in plan.blackouts:
        if blackout.last_day >= shown.first_day and blackout.first_day <= shown.last_day:
            uid = f"blackout-{_digest(blackout)}"
            where = ", ".join(f"@{handles.get(account, account)}" for account in blackout.accounts)
            summary = f"Nothing goes out{' on ' + where if where else ''}: {blackout.reason}"
            yield _event(uid, blackout.first_day, blackout.last_day + _DAY, summary, now)
    for campaign in plan.campaigns:
        if campaign.last_day >= shown.first_day and campaign.first_day <= shown.last_day:
            tags = " ".join(f"#{tag}" for tag in campaign.hashtags)
            told = "\n".join(filter(None, (campaign.note, tags)))
            uid = f"campaign-{_digest(campaign)}"
            yield _event(uid, campaign.first_day, campaign.last_day + _DAY, campaign.name, now, told)


def _digest(part: Blackout | Campaign) -> str:
    """The same at each reading, and another for another."""
    return hashlib.sha256(repr(part).encode()).hexdigest()[:16]


def _shifts(
    shown: PlanCalendar,
    shifts: Iterable[Shift],
    handles: Mapping[str, str],
    signatures: Mapping[str, str],
    now: datetime,
) -> Iterator[Event]:
    whole = days_span(shown.first_day, shown.last_day, ZoneInfo(shown.zone))
    for shift in shifts:
        if shift.cancelled_at is None and shift.ends_at > whole.since and shift.starts_at < whole.until:
            where = ", ".join(f"@{handles.get(account, account)}" for account in shift.accounts) or "all accounts"
            summary = f"On shift: {signatures.get(shift.member, shift.member)} for {where}"
            yield _event(shift.id, shift.starts_at, shift.ends_at, summary, now)
