"""Whose approvals a text needs before it goes out, and which of those given count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.parties import Party


@dataclass(frozen=True, kw_only=True, slots=True)
class Approver:
    """Somebody of a party, or of one of its teams."""

    party: Party
    team: str = ""
    """Empty: anybody of the party."""

    def is_met_by(self, approval: "Approval") -> bool:
        return approval.party is self.party and (not self.team or self.team in approval.teams)

    def __str__(self) -> str:
        return f"the {self.party.value}'s {self.team} team" if self.team else f"the {self.party.value}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """A person's word for exactly one content."""

    member: str
    party: Party
    teams: tuple[str, ...] = ()
    """In which the person was at the time."""
    content_hash: str
    at: datetime
    as_is: bool = False
    """The client's request to post its own text as it stands, which is its word for it."""
    of_reply: str = ""
    """The hash of the saved reply that they approved, where the post has their approval by being made of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Demand:
    """What a text needs: so many approvals, each by another person."""

    approvals: int = 0
    parties: tuple[Party, ...] = ()
    """Whose people may give one."""
    approvers: tuple[Approver, ...] = ()
    """By whom each is given; empty: by anybody of the parties."""
    in_order: bool = True
    """Those named come one after another."""
    owner: str | None = None
    """The one member who may, for the account is that person's own."""

    def at_least_one(self) -> "Demand":
        return self if self.approvals else replace(self, approvals=1)

    def admits(self, approval: Approval) -> bool:
        """Whether it is by somebody who may give one."""
        if self.owner is not None:
            return approval.member == self.owner
        return approval.party in self.parties

    def given(self, approvals: Sequence[Approval]) -> int:
        """How many of those asked for are there."""
        counting = self._counting(approvals)
        if not self.approvers:
            return len(counting)
        return (_in_turn if self.in_order else _matched)(self.approvers, counting)

    def is_met(self, approvals: Sequence[Approval]) -> bool:
        return self.given(approvals) >= self.approvals

    def awaited(self, approvals: Sequence[Approval]) -> tuple[Approver, ...]:
        """Who could give one that counts now, of those who are named."""
        if self.is_met(approvals):
            return ()
        if self.in_order:
            return self.approvers[self.given(approvals) :][:1]
        given = self.given(approvals)
        return tuple(
            one
            for index, one in enumerate(self.approvers)
            if _matched(self.approvers[:index] + self.approvers[index + 1 :], self._counting(approvals)) == given
        )

    def _counting(self, approvals: Sequence[Approval]) -> list[Approval]:
        """One of each person who may give one, as they came."""
        people: dict[str, Approval] = {}
        for approval in approvals:
            if self.admits(approval):
                people.setdefault(approval.member, approval)
        return list(people.values())


def _in_turn(approvers: Sequence[Approver], approvals: Sequence[Approval]) -> int:
    """One that came out of turn does not count."""
    count = 0
    for approval in approvals:
        count += count < len(approvers) and approvers[count].is_met_by(approval)
    return count


def _matched(approvers: Sequence[Approver], approvals: Sequence[Approval]) -> int:
    """The most of ``approvers`` that can each have a person of their own: one who is in two teams counts for one."""
    place: dict[int, int] = {}

    def seated(person: int, seen: set[int]) -> bool:
        for index, approver in enumerate(approvers):
            if index not in seen and approver.is_met_by(approvals[person]):
                seen.add(index)
                if index not in place or seated(place[index], seen):
                    place[index] = person
                    return True
        return False

    return sum(seated(person, set()) for person in range(len(approvals)))
