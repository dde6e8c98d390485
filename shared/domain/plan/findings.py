"""What a check of a post against a client's plan found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PlanRule(StrEnum):
    QUIET_HOURS = "quiet_hours"
    BLACKOUT = "blackout"
    MOST_A_DAY = "most_a_day"
    LEAST_GAP = "least_gap"
    COVERAGE = "coverage"


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanFinding:
    rule: PlanRule
    because: str
    refuses: bool
    """Whether the post is not scheduled so; otherwise whoever approves is told."""
    next_at: datetime | None = None
    """The next time at which nothing in the plan refuses it; None: there is none soon, or it is not refused."""
