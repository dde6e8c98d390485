"""Mastodon, and the servers that speak its API. Credentials: ``{"access_token": …}``."""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota
from shared.networks.mastodon.text import length

CAPABILITIES = Capabilities(
    network="mastodon",
    title="Mastodon",
    text_limit=500,
    counted="characters as a reader sees them; a link counts 23, a mention without its server",
    length=length,
    does=frozenset({Does.POST, Does.REPLY, Does.THREAD, Does.RECALL, Does.POLL, Does.FOLLOWERS, Does.ENGAGEMENT}),
    # Mastodon keeps an Idempotency-Key for an hour once it has stored its answer; other servers ignore it.
    safe_resend=False,
    # A status is made within its request, and the web server in front gives a request up after 60 s.
    settles_within=timedelta(seconds=60),
    # As a server of its own says it in /api/v2/instance. Source: https://docs.joinmastodon.org/entities/Instance/
    pictures=Pictures(
        kinds=frozenset({"image/gif", "image/jpeg", "image/png", "image/webp"}),
        most=4,
        largest=16 * 1024 * 1024,
        longest_alt=1500,
    ),
    # Source: https://docs.joinmastodon.org/entities/Status/. Quotes are counted since 4.5, views are not. Several
    # statuses in one call are of 4.3, and other servers with this API have neither.
    counts=Counts(tells=frozenset({"likes", "replies", "reposts", "quotes"}), proven=Proof.REAL_SERVER),
    proven=Proof.REAL_SERVER,
    credentials=(
        Credential(name="access_token", what="a token with the scopes read and write, from the server's settings"),
    ),
    cannot={
        "hook": "A server tells its administrators by webhook, and no one else: mentions are polled.",
    },
    # Source: https://docs.joinmastodon.org/api/rate-limits/
    quotas=(
        Quota(what="calls", most=300, within=timedelta(minutes=5)),
        Quota(what="deletions", most=30, within=timedelta(minutes=30)),
    ),
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.mastodon.connection import MastodonConnection  # noqa: PLC0415  the SDK loads only when used

    return MastodonConnection(account.base_url, credentials.get("access_token", ""), shelf)
