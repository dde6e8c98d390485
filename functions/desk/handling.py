"""Who is at a mention, whose it is, and what is laid aside: alone, or for many at once.

Each of these asks the mandate. To claim is the first step of a recommendation and asks for what that asks for; to
assign, to lay aside and to dismiss say what is worked on and when, which is to prioritize.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from functions.desk.ranked import ranking_of
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.claims import check_free, check_open, claimed, released
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.ranking import Ranking
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Member, Scope
from shared.domain.text import clean
from shared.stores import Reference

USUAL_MINUTES = 15
LONGEST_MINUTES = 120
LONGEST_SNOOZE = timedelta(days=30)
MOST_AT_ONCE = 49
"""Each with its fact, and the reply to an Idempotency-Key: what one transaction takes."""
MOST_BYTES_AT_ONCE = 3_000_000
"""Of text: a transaction takes four million bytes of all there is."""
MEMBER_PREFIX = "mbr_"

T = TypeVar("T")


class NewClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``minutes``: 1 to 120. Again, it is prolonged."""

    minutes: int = USUAL_MINUTES
    agency: str | None = None


class Release(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: str | None = None


class Assignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``to``: a member's id, or the name of a team; empty, it is nobody's."""

    to: str
    agency: str | None = None


class Snooze(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``until``: at most 30 days from now; a wall-clock time, without an offset, is read in the client's zone."""

    until: datetime
    agency: str | None = None


class Waking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: str | None = None


class Dismissal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str
    agency: str | None = None


class BulkAction(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN = "assign"
    SNOOZE = "snooze"
    DISMISS = "dismiss"


class InboxAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``mentions``: 1 to 49. ``minutes`` for claim, ``to`` for assign, ``until`` for snooze, ``reason`` for dismiss."""

    action: BulkAction
    mentions: tuple[str, ...]
    minutes: int | None = None
    to: str | None = None
    until: datetime | None = None
    reason: str | None = None
    agency: str | None = None


class InboxActionDone(msgspec.Struct, frozen=True):
    action: BulkAction
    mentions: tuple[str, ...]


class Handling:
    """One call's work on mentions. What several of them need is read once."""

    def __init__(self, call: Call[Any], desk: Desk, agency: str | None) -> None:
        self.now = call.now
        self.member = call.caller.member
        self.administers = Scope.ADMIN in call.caller.scopes
        self._call = call
        self._desk = desk
        self._agency = desk.agency(call, agency)
        self._permissions: dict[tuple[Activity, str], str] = {}
        self._ranking: Ranking | None = None

    def mandate(self, activity: Activity, mention: Mention) -> str:
        """What the mandate says of it; ForbiddenError when it refuses."""
        asked = activity, mention.function
        if asked not in self._permissions:
            self._permissions[asked] = self._desk.permission(self._call, *asked, self._agency).reason
        return self._permissions[asked]

    def placed(self, mention: Mention) -> Mention:
        if self._ranking is None:
            self._ranking, _ = ranking_of(self._call, self._desk)
        return self._ranking.placed(mention)


Act = Callable[[Handling, Mention], tuple[Mention, Fact]]


def claim(call: Call[NewClaim], desk: Desk) -> Change:
    """Say that the caller is at a mention: until then, or until it is released, nobody else decides on it."""
    return _alone(call, desk, desk.mention(call), _claiming(call.body.minutes))


def release(call: Call[Release], desk: Desk) -> Change:
    """End the caller's claim on a mention; an administrator ends anybody's."""
    return _alone(call, desk, desk.mention(call), _releasing)


def assign(call: Call[Assignment], desk: Desk) -> Change:
    """Say whose a mention is: a member's, a team's, or nobody's."""
    return _alone(call, desk, desk.mention(call), _assigning(call.body.to, call, desk))


def snooze(call: Call[Snooze], desk: Desk) -> Change:
    """Lay a mention aside: it leaves the inbox and comes back by itself."""
    return _alone(call, desk, desk.mention(call), _snoozing(call.body.until, call, desk))


def wake(call: Call[Waking], desk: Desk) -> Change:
    """Take a mention that was laid aside into the inbox again, before its time."""
    return _alone(call, desk, desk.mention(call), _waking)


def dismiss(call: Call[Dismissal], desk: Desk) -> Change:
    """Take a mention out of the inbox, with the reason."""
    return _alone(call, desk, desk.mention(call), _dismissing(call.body.reason))


def act_on_inbox(call: Call[InboxAction], desk: Desk) -> Change:
    """Claim, release, assign, lay aside or dismiss several mentions: all of them, or none."""
    wanted = call.body
    act = _act(call, desk)
    mentions = _named(call, desk)
    handling = Handling(call, desk, wanted.agency)
    done, in_the_way = [], []
    for mention in mentions:
        try:
            done.append(act(handling, mention))
        except StateError as refusal:
            in_the_way.append(f"{mention.id}: {refusal.reason}")
        except ForbiddenError as refusal:
            raise ForbiddenError(f"Nothing was changed. {mention.id}: {refusal.reason}") from refusal
    if in_the_way:
        raise StateError(f"Nothing was changed. {' '.join(in_the_way)}")
    moved, facts = zip(*done, strict=True)
    return Change(records=moved, facts=facts, reply=InboxActionDone(wanted.action, wanted.mentions))


def _alone(call: Call[Any], desk: Desk, mention: Mention, act: Act) -> Change:
    moved, fact = act(Handling(call, desk, call.body.agency), mention)
    return Change(records=(moved,), facts=(fact,), reply=moved)


def _act(call: Call[InboxAction], desk: Desk) -> Act:
    """What is wanted, with what it takes; what another action takes is refused."""
    wanted = call.body
    given = {"minutes": wanted.minutes, "to": wanted.to, "until": wanted.until, "reason": wanted.reason}
    for name, value in given.items():
        if value is not None and name != _TAKES.get(wanted.action):
            raise InvalidError(f"is of no use to {wanted.action.value}", name)
    match wanted.action:
        case BulkAction.CLAIM:
            return _claiming(USUAL_MINUTES if wanted.minutes is None else wanted.minutes)
        case BulkAction.RELEASE:
            return _releasing
        case BulkAction.ASSIGN:
            return _assigning(_needed(wanted.to, wanted.action), call, desk)
        case BulkAction.SNOOZE:
            return _snoozing(_needed(wanted.until, wanted.action), call, desk)
        case BulkAction.DISMISS:
            return _dismissing(_needed(wanted.reason, wanted.action))


_TAKES = {
    BulkAction.CLAIM: "minutes",
    BulkAction.ASSIGN: "to",
    BulkAction.SNOOZE: "until",
    BulkAction.DISMISS: "reason",
}


def _needed(given: T | None, action: BulkAction) -> T:
    if given is None:
        raise InvalidError(f"must be given to {action.value}", _TAKES[action])
    return given


def _named(call: Call[InboxAction], desk: Desk) -> list[Mention]:
    """In one read."""
    ids = call.body.mentions
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        raise InvalidError(f"must hold 1 to {MOST_AT_ONCE}", "mentions")
    if len(set(ids)) < len(ids):
        raise InvalidError("names one of them twice", "mentions")
    wanted = [Reference(Mention, call.client, id_) for id_ in ids]
    known = desk.store.together(wanted)
    found = []
    for index, one in enumerate(wanted):
        mention: Mention | None = known.get(one)
        if mention is None or mention.client != call.client:
            raise InvalidError("is not a mention of this client", f"mentions.{index}")
        found.append(mention)
    if sum(len(mention.text.encode()) for mention in found) > MOST_BYTES_AT_ONCE:
        raise InvalidError("are too long to be changed at once; name fewer of them", "mentions")
    return found


def _claiming(minutes: int) -> Act:
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise InvalidError(f"must be 1 to {LONGEST_MINUTES}", "minutes")

    def act(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
        check_open(mention)
        until = by.now + timedelta(minutes=minutes)
        mandate = by.mandate(Activity.IDENTIFY, mention)
        taken = claimed(mention, by.member, until, by.now)
        data = {"until": _instant(taken.claim.until if taken.claim else until), "function": mention.function}
        return by.placed(taken), Fact(type="mention.claimed", subject=mention.id, data={**data, "mandate": mandate})

    return act


def _releasing(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
    check_open(mention)
    mandate = by.mandate(Activity.IDENTIFY, mention)
    free = released(mention, by.member, by.now, administers=by.administers)
    data = {"claimed_by": mention.claim.by if mention.claim else "", "function": mention.function, "mandate": mandate}
    return by.placed(free), Fact(type="mention.released", subject=mention.id, data=data)


def _assigning(to: str, call: Call[Any], desk: Desk) -> Act:
    assigned = clean(to, "to", longest=100, empty=True).strip()
    member = desk.store.get(Member, call.client, assigned) if assigned.startswith(MEMBER_PREFIX) else None
    if assigned.startswith(MEMBER_PREFIX) and (member is None or member.removed_at is not None):
        raise InvalidError("is not a member who works on this client", "to")

    def act(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
        check_open(mention)
        mandate = by.mandate(Activity.PRIORITIZE, mention)
        moved = replace(mention, assigned_to=assigned, version=mention.version + 1)
        data = {"to": assigned, "was": mention.assigned_to, "function": mention.function, "mandate": mandate}
        return by.placed(moved), Fact(type="mention.assigned", subject=mention.id, data=data)

    return act


def _snoozing(until: datetime, call: Call[Any], desk: Desk) -> Act:
    at = desk.instant(call, until, "until")
    if at is None or not call.now < at <= call.now + LONGEST_SNOOZE:
        raise InvalidError(f"must be later than now, by {LONGEST_SNOOZE.days} days at most", "until")

    def act(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
        check_open(mention)
        check_free(mention, by.member, by.now)
        mandate = by.mandate(Activity.PRIORITIZE, mention)
        moved = replace(mention, snoozed_until=at, claim=None, version=mention.version + 1)
        data = {"until": _instant(at), "function": mention.function, "mandate": mandate}
        return by.placed(moved), Fact(type="mention.snoozed", subject=mention.id, data=data)

    return act


def _waking(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
    check_open(mention)
    if mention.snoozed_until is None:
        raise StateError("The mention is in the inbox already.")
    mandate = by.mandate(Activity.PRIORITIZE, mention)
    moved = replace(mention, snoozed_until=None, version=mention.version + 1)
    data = {"because": "somebody wanted it back", "function": mention.function, "mandate": mandate}
    return by.placed(moved), Fact(type="mention.woken", subject=mention.id, data=data)


def _dismissing(given: str) -> Act:
    reason = clean(given, "reason", longest=500)

    def act(by: Handling, mention: Mention) -> tuple[Mention, Fact]:
        check_open(mention)
        check_free(mention, by.member, by.now)
        mandate = by.mandate(Activity.PRIORITIZE, mention)
        data = {"reason": reason, "function": mention.function, "mandate": mandate}
        moved = mention.moved(MentionState.DISMISSED, reason)
        return moved, Fact(type="mention.dismissed", subject=mention.id, data=data)

    return act


def _instant(at: datetime) -> str:
    return at.isoformat()
