"""What a Mastodon server says when it does not do what was asked."""

from datetime import UTC, datetime
from typing import Any

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, ThrottledError
from shared.networks.rest import LONGEST_SAID, Answered

NOT_ALLOWED = "This action is not allowed"
"""Mastodon's answer to a deed that is forbidden while the login is sound."""


def said(body: Any) -> str:
    """A server's own words. Source: https://docs.joinmastodon.org/entities/Error/"""
    return str(body.get("error") or "")[:LONGEST_SAID] if isinstance(body, dict) else ""


def complaint(answered: Answered) -> BackchannelError | None:
    """What the status alone does not tell. Source: https://docs.joinmastodon.org/api/rate-limits/"""
    words = said(answered.body)
    if answered.status == 403 and words not in ("", NOT_ALLOWED):
        return CredentialsError(f"The server does not take the account's token: {words}.")
    if answered.status == 429:
        return ThrottledError("The server asks to wait.", _reset(answered.headers.get("X-RateLimit-Reset", "")))
    return None


def _reset(said: str) -> datetime | None:
    """Mastodon writes ISO 8601."""
    try:
        return datetime.fromisoformat(said).astimezone(UTC)
    except ValueError:
        return None
