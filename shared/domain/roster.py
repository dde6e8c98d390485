"""Who speaks for a client's accounts: introduced by their own party, accepted by the client."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.parties import Party


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
    """The member of the client who did."""
    accepted_at: datetime | None = None
    acknowledged: int = 0
    """The version of the guidelines that it read last, by its own word."""
    acknowledged_at: datetime | None = None
    trainings: tuple[Training, ...] = ()
    ended_at: datetime | None = None
    ended_by: str | None = None
    because: str = ""
    version: int = 1


def kept_silent(speaker: Speaker | None, account: str, guidelines: int) -> str | None:
    """Why nothing that the member wrote goes out on ``account``; None when it may.

    ``guidelines``: the version in force, 0 when the client has not set any.
    """
    if speaker is None:
        return "its author is not on the roster: their party introduces them, and the client accepts"
    if speaker.ended_at is not None:
        return f"its author does not speak for the client any more: {speaker.because}"
    if speaker.accepted_at is None:
        return "its author was introduced, and the client has not accepted them"
    if speaker.accounts and account not in speaker.accounts:
        return "its author is on the roster for other accounts"
    if guidelines and speaker.acknowledged != guidelines:
        return f"its author has not acknowledged version {guidelines} of the guidelines"
    return None
