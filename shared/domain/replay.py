"""What was answered under an ``Idempotency-Key``, so that a retried request is answered the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta

REPLIES_KEPT = timedelta(days=7)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """Committed together with what it answers for."""

    id: str
    """Hex SHA-256 over the key that asked and its ``Idempotency-Key``."""
    realm: str
    fingerprint: str
    """Hex SHA-256 over method, path and body: another request must not get this answer."""
    status: int
    body: str
    """JSON; empty when it showed a secret, which is not kept."""
    at: datetime
    version: int = 1

    @property
    def forgotten_at(self) -> datetime:
        return self.at + REPLIES_KEPT
