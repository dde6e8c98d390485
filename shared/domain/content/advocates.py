"""Employees who post from their own accounts, themselves, and what is suggested to them for it.

Nothing here becomes a post: what an advocate publishes is their own, and known here by their own word alone.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from shared.domain.content.reusable import ReusableText

MOST_SHARES = 200
"""That are kept of one advocate, the latest; how many there were of a suggestion is counted with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """What an advocate says they posted."""

    suggestion: str
    url: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Advocate:
    id: str
    client: str
    name: str
    member: str | None = None
    """Of somebody who has a key; None: the client knows them, and speaks for them here."""
    networks: tuple[str, ...] = ()
    """Those that they post on; empty: any."""
    languages: tuple[str, ...] = ()
    """ISO 639-1; empty: any."""
    topics: tuple[str, ...] = ()
    """What they want to be sent; empty: anything."""
    consented_at: datetime
    """When they volunteered."""
    consented_by: str
    """The member who recorded it: they themselves, where they have a key."""
    shares: tuple[Share, ...] = ()
    """Oldest first."""
    left_at: datetime | None = None
    version: int = 1

    def gone(self, at: datetime) -> "Advocate":
        """What stays of somebody who leaves: that there was one."""
        return Advocate(
            id=self.id,
            client=self.client,
            name="",
            consented_at=self.consented_at,
            consented_by="",
            left_at=at,
            version=self.version + 1,
        )

    def sharing(self, share: Share) -> "Advocate":
        return replace(self, shares=(*self.shares, share)[-MOST_SHARES:], version=self.version + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion(ReusableText):
    """Content for advocates, approved like a saved reply."""

    link: str = ""
    disclosure: str
    """What says that an employee speaks, such as ``#employee``; it stands in the text."""
    networks: tuple[str, ...] = ()
    """Empty: all."""
    topics: tuple[str, ...] = ()
    """Empty: for everybody."""
    starts_at: datetime
    ends_at: datetime
    shares: int = 0
    """How many advocates said that they posted it, each time they did."""

    @property
    def whole(self) -> str:
        """As it may be posted."""
        return f"{self.text} {self.link}" if self.link else self.text

    def fits(self, advocate: Advocate, now: datetime) -> bool:
        """Whether it is shown to them now."""
        return (
            self.approved(now)
            and self.starts_at <= now < self.ends_at
            and advocate.left_at is None
            and _meet(self.networks, advocate.networks)
            and _meet(self.topics, advocate.topics)
            and _meet((self.language,) if self.language else (), advocate.languages)
        )


def _meet(these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    return not these or not those or not set(these).isdisjoint(those)
