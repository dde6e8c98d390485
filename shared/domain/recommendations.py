"""What the agency proposes to do about a mention."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    RESPOND = "respond"
    ESCALATE = "escalate"
    IGNORE = "ignore"


@dataclass(frozen=True, kw_only=True, slots=True)
class Recommendation:
    """What the agency proposes for a mention. Its drafts are posts in review; approving one cancels the others."""

    id: str
    client: str
    agency: str
    mention: str
    action: Action
    note: str
    posts: tuple[str, ...]
    escalation: str | None
    by: str
    at: datetime
    version: int = 1
