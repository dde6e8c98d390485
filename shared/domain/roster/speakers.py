"""Who speaks for a client's accounts: introduced by their own party, accepted by the client."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.errors import StateError
from shared.domain.parties import Member, Party


@dataclass(frozen=True, kw_only=True, slots=True)
class Training:
    """Something that a speaker was taught, by the word of whoever recorded it."""

    name: str
    at: datetime
    recorded_by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """A member's place on the roster."""

    client: str
    member: str
    party: Party
    accounts: tuple[str, ...] = ()
    """Ids of those that it may speak for; empty: all of the client's."""
    introduced_by: str
    introduced_at: datetime
    note: str = ""
    accepted_by: str | None = None
    """The member of the client who did; of the client's own, who introduced them."""
    accepted_at: datetime | None = None
    refused_at: datetime | None = None
    """Why stands in ``because``."""
    acknowledged: int = 0
    """The version of the guidelines that it read last, by its own word."""
    acknowledged_at: datetime | None = None
    trainings: tuple[Training, ...] = ()
    """The last of each name."""
    ended_at: datetime | None = None
    ended_by: str | None = None
    because: str = ""
    version: int = 1

    def accepted(self, by: str, at: datetime) -> "Speaker":
        return replace(self, accepted_by=by, accepted_at=at, refused_at=None, because="", version=self.version + 1)

    def refused(self, at: datetime, because: str) -> "Speaker":
        """Not accepted, or not any more."""
        return replace(
            self, accepted_by=None, accepted_at=None, refused_at=at, because=because, version=self.version + 1
        )

    def ended(self, by: str, at: datetime, because: str) -> "Speaker":
        return replace(self, ended_by=by, ended_at=at, because=because, version=self.version + 1)

    def acknowledging(self, guidelines: int, at: datetime) -> "Speaker":
        return replace(self, acknowledged=guidelines, acknowledged_at=at, version=self.version + 1)

    def trained(self, training: Training) -> "Speaker":
        others = tuple(one for one in self.trainings if one.name != training.name)
        return replace(self, trainings=(*others, training), version=self.version + 1)


def introduced(
    before: Speaker | None, member: Member, accounts: Sequence[str], *, by: str, at: datetime, note: str = ""
) -> Speaker:
    """``member`` on the roster. The client's own need nobody's acceptance; an agency's need it anew for more accounts.

    Raises StateError for one who was dismissed.
    """
    if before is not None and before.ended_at is not None:
        raise StateError("That person was dismissed, and is not introduced again.")
    place = Speaker(
        client=member.realm,
        member=member.id,
        party=member.party,
        accounts=tuple(accounts),
        introduced_by=by,
        introduced_at=at,
        note=note,
    )
    if before is not None:
        kept = before.accepted_at is not None and not widens(before.accounts, place.accounts)
        place = replace(
            place,
            accepted_by=before.accepted_by if kept else None,
            accepted_at=before.accepted_at if kept else None,
            acknowledged=before.acknowledged,
            acknowledged_at=before.acknowledged_at,
            trainings=before.trainings,
            version=before.version + 1,
        )
    if member.party is Party.CLIENT:
        place = replace(place, accepted_by=by, accepted_at=at)
    return place


def widens(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether ``after`` names an account that ``before`` did not; naming none is naming all."""
    if not before:
        return False
    return not after or not set(after) <= set(before)


def silence(speaker: Speaker | None, account: str, guidelines: int) -> str | None:
    """What is to be said of a speaker who does not speak on ``account`` now; None of one who does.

    ``guidelines``: the version in force, 0 when the client has not set any.
    """
    if speaker is None:
        return "is not on the roster: their party introduces them, and the client accepts"
    if speaker.ended_at is not None:
        return f"does not speak for the client any more: {speaker.because}"
    if speaker.accepted_at is None:
        refused = speaker.refused_at is not None
        waits = "was introduced, and the client has not accepted them"
        return f"is not accepted by the client: {speaker.because}" if refused else waits
    if speaker.accounts and account not in speaker.accounts:
        return "is on the roster for other accounts"
    if guidelines and speaker.acknowledged != guidelines:
        return f"has not acknowledged version {guidelines} of the guidelines"
    return None


def kept_silent(speaker: Speaker | None, account: str, guidelines: int) -> str | None:
    """Why nothing that the member wrote goes out on ``account``; None when it may. ``guidelines`` as for `silence`."""
    said = silence(speaker, account, guidelines)
    return said and f"its author {said}"
