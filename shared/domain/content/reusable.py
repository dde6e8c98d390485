"""Text that is approved once and used again: its approvals are kept, each with the hash of what it was given for."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime, timedelta
from typing import TypeVar

from shared.domain.approvals import Approval
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.parties import Party

APPROVAL_LASTS = timedelta(days=365)
"""Of a text that is kept for use again; a post's own lasts a month."""
_AROUND = frozenset(
    {
        *("name", "author", "editors", "approvals", "approvals_needed", "findings", "guidelines", "rejected", "shares"),
        *("created_at", "retired_at", "version"),
    }
)
"""What an approval is not bound to. Whatever else there is, it is: a field that is new changes the hash."""
T = TypeVar("T", bound="ReusableText")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReusableText:
    id: str
    client: str
    agency: str
    """The agency under whose mandate it is used."""
    text: str
    language: str = ""
    """ISO 639-1; "" when its author did not say."""
    author: str
    """The member who wrote it, or changed it last."""
    editors: tuple[str, ...] = ()
    """Who else wrote of it before: what they wrote they do not approve."""
    approvals_needed: int
    approvals: tuple[Approval, ...] = ()
    """In the order in which they were given; of one member the latest."""
    findings: tuple[GuidelineFinding, ...] = ()
    """Of the client's guidelines, wherever it may be used; nothing among them that blocks."""
    guidelines: int = 0
    """The version of them that it was held to last."""
    rejected: str = ""
    """Why somebody who approves such texts turned it down; a change makes it a draft again."""
    created_at: datetime
    retired_at: datetime | None = None
    version: int = 1

    def standing(self, now: datetime) -> tuple[Approval, ...]:
        """The approvals of exactly this text and of where it is used, given lately enough."""
        if self.rejected or self.retired_at is not None:
            return ()
        seen = hash_of(self)
        return tuple(one for one in self.approvals if one.content_hash == seen and now - one.at < APPROVAL_LASTS)

    def approved(self, now: datetime) -> bool:
        """Whether as many as needed approved it as it stands; where the guidelines ask for it, one of the client's."""
        standing = self.standing(now)
        usable = not self.rejected and self.retired_at is None
        heard = not self.is_for_client or any(one.party is Party.CLIENT for one in standing)
        return usable and heard and len(standing) >= self.approvals_needed

    @property
    def is_for_client(self) -> bool:
        """Whether the guidelines ask for the client's own approval, whatever the mandate delegates."""
        return any(finding.severity is Severity.APPROVAL for finding in self.findings)


def approved_by(text: T, approval: Approval) -> T:
    """With one more approval. Who approves again renews their own, which comes last then."""
    others = (one for one in text.approvals if one.member != approval.member)
    return replace(text, approvals=(*others, approval), version=text.version + 1)


def hash_of(text: ReusableText) -> str:
    """Hex SHA-256 over all that is seen of it, and where and when it may be used."""
    seen = {field.name for field in fields(text)} - _AROUND
    bound = {name: value for name, value in asdict(text).items() if name in seen}
    canonical = json.dumps(bound, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()
