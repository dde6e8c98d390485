"""Secrets that sign webhooks, in and out: a newer one comes while the older is still good, so that nothing is lost."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

RETIRED_AFTER = timedelta(hours=24)
"""So long after a new secret the one before it is still good."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signing:
    """A record whose other side proves itself, or is proven to, by a secret that both have."""

    secrets: tuple[str, ...] = field(repr=False)
    """The newest first."""
    rotated_at: datetime | None = None
    """When the newest was added."""
    version: int = 1

    def good_secrets(self, now: datetime) -> tuple[str, ...]:
        """Without those that were retired."""
        retired = self.rotated_at is not None and now - self.rotated_at >= RETIRED_AFTER
        return self.secrets[:1] if retired else self.secrets

    def older_secret_until(self, now: datetime) -> datetime | None:
        """Until when the secret before the newest is good; None when there is none, or none any more."""
        if self.rotated_at is None or len(self.good_secrets(now)) < 2:
            return None
        return self.rotated_at + RETIRED_AFTER

    def rotated(self, secret: str, now: datetime) -> Self:
        """With a newer secret. Of the older ones the last stays for :data:`RETIRED_AFTER`."""
        secrets = (secret, *self.secrets[:1])
        return replace(self, secrets=secrets, rotated_at=now, version=self.version + 1)

    def with_newest_secret_alone(self) -> Self:
        return replace(self, secrets=self.secrets[:1], version=self.version + 1)
