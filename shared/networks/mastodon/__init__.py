"""Mastodon, and the servers that speak its API. Credentials: ``{"access_token": …}``."""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Capabilities, Connection
from shared.networks.mastodon.text import length

CAPABILITIES = Capabilities(
    network="mastodon",
    text_limit=500,
    # Mastodon keeps an Idempotency-Key for an hour once it has stored its answer; other servers ignore it.
    safe_resend=False,
    can_recall=True,
    # A status is made within its request, and the web server in front gives a request up after 60 s.
    settles_within=timedelta(seconds=60),
    length=length,
)


def connect(account: Account, credentials: Mapping[str, str]) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.mastodon.connection import MastodonConnection  # noqa: PLC0415  the SDK loads only when used

    return MastodonConnection(account.base_url, credentials.get("access_token", ""))
