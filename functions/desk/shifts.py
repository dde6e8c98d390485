"""Who is there to answer, and when: planned by each party for its own people, handed over by who was on duty."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from functions.desk.drafting import Draft, drafted
from functions.desk.elsewhere import CheckedDrafts, check_elsewhere
from functions.desk.leaving import without_introduction
from functions.desk.members import check_own
from functions.desk.plans import check_drafts
from functions.desk.roster import open_accounts
from functions.desk.tools import Desk
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.mandate.terms import Function
from shared.domain.parties import Member
from shared.domain.posts import telling
from shared.domain.roster.shifts import LONGEST_SHIFT, Handover, Shift, following
from shared.domain.roster.speakers import Speaker, silence, widens
from shared.domain.schedule import utc
from shared.domain.text import clean

LISTED = timedelta(days=7)
LONGEST_LISTED = timedelta(days=92)
LONGEST_NOTE = 2_000


class ShiftIntroduction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The draft of a post that says, at the start of the shift, who is on duty; it is approved like any other."""

    account: str
    handle: str
    text: str
    agency: str | None = None


class NewShift(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Times without an offset are meant in the client's zone. ``accounts``: ids; none: all of the client's."""

    member: str
    starts_at: datetime
    ends_at: datetime
    accounts: tuple[str, ...] = ()
    note: str = ""
    introduce: ShiftIntroduction | None = None


class NewHandover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    note: str


def make_shift(call: Call[NewShift], desk: Desk) -> Change:
    """Plan that a member of the caller's own party is on duty; on request a post is drafted that says so."""
    body = call.body
    starts_at, ends_at = _times(body, call, desk)
    accounts = open_accounts(body.accounts, call, desk)
    speaker = _on_duty(body.member, accounts, call, desk)
    _check_is_free(body.member, starts_at, ends_at, call, desk)
    introduced = _introduction(body.introduce, starts_at, call, desk)
    shift = Shift(
        id=call.new_id("shf"),
        client=call.client,
        member=body.member,
        accounts=accounts,
        starts_at=starts_at,
        ends_at=ends_at,
        note=clean(body.note, "note", longest=LONGEST_NOTE, empty=True),
        introduction=next((post.id for post in introduced.posts), None),
        made_by=call.caller.member,
        made_at=call.now,
    )
    data = {"member": shift.member, "starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
    fact = Fact(type="shift.made", subject=shift.id, data=data)
    drafts = (Fact(type="post.drafted", subject=post.id, data=telling(post)) for post in introduced.posts)
    # Two shifts of one person that are made at once meet at their place on the roster, as a dismissal does.
    met = replace(speaker, version=speaker.version + 1)
    return Change(
        records=(shift, met, *introduced.posts, *introduced.records),
        facts=(fact, *drafts, *introduced.facts),
        reply=shift,
    )


def list_shifts(call: Call[None], desk: Desk) -> Listed[Shift]:
    """List the shifts that are not cancelled between two times, the earliest first, with what was handed over."""
    zone = desk.client(call).zone
    since = _queried(call, "from", zone) or call.now
    until = _queried(call, "until", zone) or since + LISTED
    if not since < until <= since + LONGEST_LISTED:
        raise InvalidError(f"must be later than from, by {LONGEST_LISTED.days} days at most", "until")
    found = (shift for shift in desk.store.list(Shift, call.client) if shift.overlaps(since, until))
    return listed(call, found, lambda shift: by_time(shift.starts_at, shift.id))


def cancel_shift(call: Call[None], desk: Desk) -> Change:
    """Cancel a shift that is not over, and the post that was to introduce it, unless that is out."""
    shift = _planned(call, desk)
    check_own(call, desk.registered(Member, call, shift.member))
    if shift.ends_at <= call.now:
        raise StateError("That shift is over.")
    cancelled = shift.cancelled(call.now)
    fact = Fact(type="shift.cancelled", subject=shift.id, data={"member": shift.member})
    records, facts = without_introduction(shift, call, desk)
    return Change(records=(cancelled, *records), facts=(fact, *facts), reply=cancelled)


def hand_over(call: Call[NewHandover], desk: Desk) -> Change:
    """Leave a note to who is on duty next, on each of the accounts of one's own shift; a later one takes its place."""
    shift = _planned(call, desk)
    if call.caller.member != shift.member:
        raise ForbiddenError("A shift is handed over by who is on duty.")
    if call.now < shift.starts_at:
        raise StateError("That shift has not begun.")
    note = clean(call.body.note, "note", longest=LONGEST_NOTE)
    shifts = [one for one in desk.store.list(Shift, call.client) if one.cancelled_at is None]
    accounts = shift.accounts or tuple(one.id for one in desk.store.list(Account, call.client))
    nexts = following(shift, shifts, accounts, call.now)
    if not nexts:
        raise StateError("Nobody is on duty after you; plan the next shift first.")
    handover = Handover(shift=shift.id, by=call.caller.member, at=call.now, note=note)
    told = tuple(one.told(handover) for one in nexts)
    fact = Fact(type="shift.handed_over", subject=shift.id, data={"to": [one.id for one in told]})
    return Change(records=told, facts=(fact,), reply=list(told))


def _planned(call: Call[Any], desk: Desk) -> Shift:
    shift = desk.registered(Shift, call, call.path["shift"])
    if shift.cancelled_at is not None:
        raise StateError("That shift was cancelled.")
    return shift


def _times(body: NewShift, call: Call[NewShift], desk: Desk) -> tuple[datetime, datetime]:
    zone = desk.client(call).zone
    starts_at = utc(body.starts_at, "starts_at", zone)
    ends_at = utc(body.ends_at, "ends_at", zone)
    if ends_at <= starts_at:
        raise InvalidError("must be later than starts_at", "ends_at")
    if ends_at - starts_at > LONGEST_SHIFT:
        raise InvalidError(f"makes a shift of {ends_at - starts_at}; 24 hours are the most", "ends_at")
    if ends_at <= call.now:
        raise InvalidError("is past already", "ends_at")
    return starts_at, ends_at


def _on_duty(id_: str, accounts: tuple[str, ...], call: Call[NewShift], desk: Desk) -> Speaker:
    """The member's place on the roster. Guidelines that it has not read yet keep nobody from planning."""
    member = desk.store.get(Member, call.client, id_)
    if member is None:
        raise InvalidError("is not a member who works on this client", "member")
    check_own(call, member)
    if member.removed_at is not None:
        raise InvalidError("is a member who was removed", "member")
    speaker = desk.store.get(Speaker, call.client, id_)
    because = silence(speaker and replace(speaker, accounts=()), "", 0)
    if speaker is None or because is not None:
        raise InvalidError(str(because), "member")
    if widens(speaker.accounts, accounts):
        raise InvalidError("must be among those that the member speaks on", "accounts")
    return speaker


def _check_is_free(member: str, since: datetime, until: datetime, call: Call[NewShift], desk: Desk) -> None:
    other = next(
        (one for one in desk.store.list(Shift, call.client) if one.member == member and one.overlaps(since, until)),
        None,
    )
    if other is not None:
        zone = ZoneInfo(desk.client(call).zone)
        begins, ends = other.starts_at.astimezone(zone), other.ends_at.astimezone(zone)
        raise InvalidError(
            f"overlaps with {other.id} of the same member, {begins:%Y-%m-%d %H:%M} to {ends:%Y-%m-%d %H:%M} "
            f"in {zone.key}; cancel that, or choose another time",
            "starts_at",
        )


def _introduction(
    wanted: ShiftIntroduction | None, starts_at: datetime, call: Call[NewShift], desk: Desk
) -> CheckedDrafts:
    """It needs an approval even where the mandate delegates: a draft that nobody looks at would go out by itself."""
    if wanted is None:
        return CheckedDrafts(posts=())
    if starts_at <= call.now:
        raise InvalidError("cannot be given for a shift that has begun", "introduce")
    draft = Draft(account=wanted.account, handle=wanted.handle, text=wanted.text, publish_at=starts_at)
    agency = desk.agency(call, wanted.agency)
    post = drafted(call, desk, draft, "introduce", agency=agency, function=Function.COMMUNITY.value)
    post = replace(post, demand=post.demand.at_least_one())
    return check_elsewhere(check_drafts((post,), call, desk), call, desk)


def _queried(call: Call[None], name: str, zone: str) -> datetime | None:
    given = call.query.get(name)
    if given is None:
        return None
    try:
        # In a query a plus that is not escaped is a blank.
        at = datetime.fromisoformat(given.replace(" ", "+"))
    except ValueError as garbled:
        raise InvalidError("is not a time, such as 2026-11-25T09:00:00Z", name) from garbled
    return utc(at, name, zone)
