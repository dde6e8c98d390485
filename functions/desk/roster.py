"""Who speaks for the client: introduced by their own party, accepted by the client, and what keeps them silent."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from functions.desk.guidelines import in_force
from functions.desk.members import check_own
from functions.desk.rules import client_only
from functions.desk.tools import Desk
from shared.api.pages import Place, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.guidelines.rules import Guidelines
from shared.domain.ledger import Fact
from shared.domain.parties import Member, Party
from shared.domain.posts import Post
from shared.domain.roster.speakers import Speaker, Training, introduced, kept_silent, silence
from shared.domain.schedule import utc
from shared.domain.text import clean
from shared.stores import ConflictError

MOST_TRAININGS = 100


class Introduction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``accounts``: ids of those that the member is to speak for; none: all of the client's."""

    member: str
    accounts: tuple[str, ...] = ()
    note: str = ""


class RosterVerdict(StrEnum):
    ACCEPT = "accept"
    REFUSE = "refuse"


class Acceptance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A refusal needs its ``reason``. ``version``: of the place on the roster, when no other is meant."""

    verdict: RosterVerdict
    reason: str = ""
    version: int | None = None


class Acknowledgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``version`` of the guidelines that were read: the one in force."""

    version: int


class NewTraining(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``at`` without an offset is meant in the client's zone. The last of a name is kept."""

    name: str
    at: datetime


class Acknowledged(msgspec.Struct, frozen=True):
    version: int
    at: datetime
    current: bool
    """Whether that version is in force."""


class SpeakerView(msgspec.Struct, frozen=True, kw_only=True):
    """``silent``: what keeps the member silent now, on any account; None of one who may speak."""

    member: str
    name: str
    signature: str
    party: Party
    agency: str | None
    accounts: tuple[str, ...]
    note: str
    introduced_by: str
    introduced_at: datetime
    accepted: bool
    accepted_by: str | None
    accepted_at: datetime | None
    acknowledged: Acknowledged | None
    trainings: tuple[Training, ...]
    ended_at: datetime | None
    silent: str | None
    version: int


def introduce(call: Call[Introduction], desk: Desk) -> Change:
    """Introduce a person of the caller's own party as one who speaks; an agency's waits for the client's acceptance."""
    body = call.body
    member = desk.store.get(Member, call.client, body.member)
    if member is None:
        raise InvalidError("is not a member who works on this client", "member")
    check_own(call, member)
    if member.removed_at is not None:
        raise InvalidError("is a member who was removed", "member")
    accounts = open_accounts(body.accounts, call, desk)
    note = clean(body.note, "note", longest=500, empty=True)
    before = desk.store.get(Speaker, call.client, member.id)
    speaker = introduced(before, member, accounts, by=call.caller.member, at=call.now, note=note)
    data = {"accounts": list(accounts), "accepted": speaker.accepted_at is not None}
    fact = Fact(type="roster.introduced", subject=member.id, data=data)
    return Change(records=(speaker,), facts=(fact,), reply=_view(speaker, member, in_force(call, desk)))


def list_roster(call: Call[None], desk: Desk) -> Listed[SpeakerView]:
    """List who speaks for the client, and what keeps each of them silent now."""
    guidelines = in_force(call, desk)
    members = {member.id: member for member in desk.store.list(Member, call.client)}
    found = (speaker for speaker in desk.store.list(Speaker, call.client) if speaker.member in members)
    page = listed(call, found, lambda speaker: Place("", speaker.member))
    return page.shown(lambda speaker: _view(speaker, members[speaker.member], guidelines))


def accept(call: Call[Acceptance], desk: Desk) -> Change:
    """Accept or refuse somebody whom an agency introduced; a refusal takes back an acceptance, too."""
    client_only(call, "Whom it accepts")
    body = call.body
    before, member = _introduced(call, desk)
    if member.party is Party.CLIENT:
        raise StateError("Of the client's own people the introduction is the acceptance.")
    if body.verdict is RosterVerdict.ACCEPT:
        if before.accepted_at is not None:
            raise StateError("That person is accepted already.")
        if before.refused_at is not None:
            raise StateError("That person was refused; their agency introduces them again first.")
        speaker = before.accepted(call.caller.member, call.now)
        fact = Fact(type="roster.accepted", subject=member.id, data={"accounts": list(speaker.accounts)})
    else:
        if before.refused_at is not None:
            raise StateError("That person is refused already.")
        reason = clean(body.reason, "reason", longest=500)
        speaker = before.refused(call.now, reason)
        fact = Fact(type="roster.refused", subject=member.id, data={"reason": reason})
    if body.version not in (None, before.version):
        raise ConflictError(speaker)
    return Change(records=(speaker,), facts=(fact,), reply=_view(speaker, member, in_force(call, desk)))


def acknowledge(call: Call[Acknowledgement], desk: Desk) -> Change:
    """Say that one has read the guidelines in force; each for themselves."""
    before, member = _introduced(call, desk)
    if call.caller.member != member.id:
        raise ForbiddenError("Everybody acknowledges the guidelines for themselves.")
    guidelines = in_force(call, desk)
    if not guidelines.version:
        raise InvalidError("names guidelines that there are not: the client has set none", "version")
    if call.body.version != guidelines.version:
        raise InvalidError(f"is not in force; version {guidelines.version} is: read that", "version")
    speaker = before.acknowledging(guidelines.version, call.now)
    fact = Fact(type="roster.acknowledged", subject=member.id, data={"version": guidelines.version})
    return Change(records=(speaker,), facts=(fact,), reply=_view(speaker, member, guidelines))


def train(call: Call[NewTraining], desk: Desk) -> Change:
    """Record that a speaker was taught something: by their own party, or the client."""
    before, member = _introduced(call, desk)
    if call.caller.party is not Party.CLIENT:
        check_own(call, member)
    name = clean(call.body.name, "name", longest=200)
    at = call.body.at
    at = utc(at, "at", "UTC" if at.tzinfo else desk.client(call).zone)
    if at > call.now:
        raise InvalidError("is still to come", "at")
    speaker = before.trained(Training(name=name, at=at, recorded_by=call.caller.member))
    if len(speaker.trainings) > MOST_TRAININGS:
        raise InvalidError(f"would be one more than {MOST_TRAININGS} trainings", "name")
    fact = Fact(type="roster.trained", subject=member.id, data={"name": name, "at": at.isoformat()})
    return Change(records=(speaker,), facts=(fact,), reply=_view(speaker, member, in_force(call, desk)))


def check_may_speak(post: Post, call: Call[Any], desk: Desk) -> None:
    """Refuses to let out what somebody wrote who does not speak on its account.

    Asked after the post was held to the guidelines in force: it knows their version.
    """
    speaker = desk.store.get(Speaker, call.client, post.author)
    because = kept_silent(speaker, post.account, post.guidelines)
    if because is not None:
        raise StateError(f"It does not go out: {because}. Somebody who may speak can take it over with PATCH.")


def open_accounts(named: tuple[str, ...], call: Call[Any], desk: Desk) -> tuple[str, ...]:
    """The ids, each once; InvalidError for one that is no open account of the client's."""
    known = {one.id for one in desk.store.list(Account, call.client) if one.closed_at is None} if named else set()
    for index, account in enumerate(named):
        if account not in known:
            raise InvalidError("is not an account of this client", f"accounts.{index}")
    return tuple(sorted(set(named)))


def _introduced(call: Call[Any], desk: Desk) -> tuple[Speaker, Member]:
    """Whom the path names, who must be on the roster still."""
    speaker = desk.registered(Speaker, call, call.path["member"])
    if speaker.ended_at is not None:
        raise StateError(f"That person does not speak for the client any more: {speaker.because}")
    return speaker, desk.registered(Member, call, speaker.member)


def _view(speaker: Speaker, member: Member, guidelines: Guidelines) -> SpeakerView:
    acknowledged = None
    if speaker.acknowledged_at is not None:
        current = speaker.acknowledged == guidelines.version
        acknowledged = Acknowledged(version=speaker.acknowledged, at=speaker.acknowledged_at, current=current)
    return SpeakerView(
        member=speaker.member,
        name=member.name,
        signature=member.signature,
        party=member.party,
        agency=member.agency,
        accounts=speaker.accounts,
        note=speaker.note,
        introduced_by=speaker.introduced_by,
        introduced_at=speaker.introduced_at,
        accepted=speaker.accepted_at is not None,
        accepted_by=speaker.accepted_by,
        accepted_at=speaker.accepted_at,
        acknowledged=acknowledged,
        trainings=speaker.trainings,
        ended_at=speaker.ended_at,
        silent=silence(speaker, next(iter(speaker.accounts), ""), guidelines.version),
        version=speaker.version,
    )
