"""A potential crisis of a client: raised once, on evidence that a person can check, and over when it is calm."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

CALM = "calm"
"""Who ended a crisis that ended by itself."""


class CrisisState(StrEnum):
    OPEN = "open"
    ENDED = "ended"


class Ground(StrEnum):
    """Why a crisis is raised."""

    BURST = "burst"
    """Far more people than usual speak against the brand, and a far greater share of those who speak."""
    URGENT = "urgent"
    """Several people, each for themselves, tell of danger or name a watch word: no burst is needed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What was seen, beside what is usual. People are authors: each counts once, however often they write."""

    ground: Ground
    minutes: int
    """The span that was looked at, up to when the crisis was raised."""
    seen: int
    """People who spoke against the brand, or urgently."""
    expected: float
    """So many would be usual in such a span at this hour of the week."""
    people: int
    """All who spoke in the span."""
    share_negative: float
    usual_share_negative: float
    networks: tuple[str, ...]
    """Where they spoke."""
    examples: tuple[str, ...]
    """Ids of a few mentions, by different people."""
    hours_learnt: int
    """From so many hours is known what is usual; under :data:`~shared.domain.usual.SETTLED` it is partly a guess."""
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Crisis:
    """One from its beginning to its end."""

    id: str
    client: str
    topic: str
    """The name of one of the client's priorities; "" is the client as a whole."""
    raised_at: datetime
    evidence: Evidence
    peak: int
    """The most people within an hour who spoke against the brand, or urgently."""
    state: CrisisState = CrisisState.OPEN
    calm_since: datetime | None = None
    """None while it lasts."""
    ended_at: datetime | None = None
    ended_by: str = ""
    """:data:`CALM`, or the id of the member who ended it."""
    version: int = 1

    @property
    def open(self) -> bool:
        return self.state is CrisisState.OPEN

    @property
    def telling(self) -> Mapping[str, Any]:
        """What is told when it is raised: all that a person needs to judge it, and to stop the client's posts."""
        about = f" about {self.topic}" if self.topic else ""
        evidence = asdict(self.evidence)
        lists = {name: list(evidence[name]) for name in ("networks", "examples")}
        stop = {"scope": f"client:{self.client}", "reason": f"a potential crisis{about}"}
        return {"topic": self.topic, "evidence": {**evidence, **lists}, "stop": stop}

    @property
    def ending(self) -> Mapping[str, Any]:
        """What is told of its end."""
        minutes = round((self.ended_at - self.raised_at).total_seconds() / 60, 1) if self.ended_at else 0.0
        return {"topic": self.topic, "by": self.ended_by, "minutes": minutes, "peak": self.peak}

    def ended(self, by: str, now: datetime) -> "Crisis":
        """The next version, ended; itself when it has ended already."""
        if not self.open:
            return self
        return replace(self, state=CrisisState.ENDED, ended_at=now, ended_by=by, version=self.version + 1)
