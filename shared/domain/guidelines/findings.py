"""What a check of a text against a client's guidelines found."""

from dataclasses import dataclass
from enum import StrEnum

from shared.domain.parties import Party


class Severity(StrEnum):
    BLOCK = "block"
    """It is not said."""
    APPROVAL = "approval"
    """It is said when the client itself approved it, whatever the mandate delegates."""
    WARN = "warn"
    """Whoever approves is told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidelineFinding:
    rule: str
    """Its id."""
    severity: Severity
    part: int = 0
    """Of a thread."""
    start: int
    """In the part as it was written, in characters."""
    end: int
    """The first character behind it; the same as ``start`` for what is missing there."""
    said: str = ""
    """What stands there, shortened."""
    advice: str
    """What a person can do about it."""
    approver: Party | None = None
    """Whose approval it needs."""

    def __str__(self) -> str:
        of = f" of part {self.part}" if self.part else ""
        place = f"“{self.said}” at {self.start}–{self.end}{of}" if self.said else f"the text{of}"
        return f"{place} breaks the rule {self.rule}: {self.advice}"
