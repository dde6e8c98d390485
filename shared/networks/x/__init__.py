"""X. Credentials: ``{"access_token": …, "refresh_token": …, "client_id": …}``, the first two for a person's consent.

An access token lasts two hours, a refresh token until it is used, which gives new ones of both.
Source: https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota
from shared.networks.x.text import LIMIT, length

TOKENS = "/2/oauth2/token"
"""Source: https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token"""

CAPABILITIES = Capabilities(
    network="x",
    title="X",
    text_limit=LIMIT,
    counted="Latin letters and signs count 1, others such as Chinese, and emoji, 2; a link counts 23",
    length=length,
    does=frozenset(
        {Does.POST, Does.REPLY, Does.THREAD, Does.RECALL, Does.POLL, Does.HOOK, Does.FOLLOWERS, Does.ENGAGEMENT}
    ),
    # X takes no key of ours. It refuses the same text twice, but does not say where the first is, if it is up at all.
    safe_resend=False,
    # X names no bound. A post is made within its request, its timelines are seconds behind as a rule; a minute for a
    # gateway to give the request up, and as much again.
    settles_within=timedelta(minutes=2),
    # Sources: https://docs.x.com/x-api/media/introduction; the lengths in X's OpenAPI document. An animated GIF is
    # taken like a film, in steps that take their time.
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png", "image/webp"}), most=4, largest=5_000_000, longest_alt=1_000
    ),
    # Source: X's OpenAPI document, ``GET /2/tweets``.
    counts=Counts(
        tells=frozenset({"likes", "replies", "reposts", "quotes", "views"}), proven=Proof.OFFICIAL_DOCUMENT, at_once=100
    ),
    proven=Proof.OFFICIAL_DOCUMENT,
    credentials=(
        Credential(name="access_token", what="the access token that X gave with the account's consent"),
        Credential(name="refresh_token", what="the refresh token that came with it, by the scope offline.access"),
        Credential(name="client_id", what="the app's OAuth 2.0 client ID, from X's developer console"),
        Credential(
            name="client_secret",
            what="the app's OAuth 2.0 client secret, where it is a confidential one",
            optional=True,
        ),
        Credential(name="expires_at", what="when the access token runs out: ISO 8601, in UTC", optional=True),
    ),
    cannot={
        "unasked_reply": (
            "With self-serve access X takes a reply by its API only where the author mentioned the account or quoted "
            "it. Answer others in X itself."
        ),
        "long_post": "Posts longer than 280 are for paying accounts, and are not used. Write a thread.",
    },
    # Source: https://docs.x.com/x-api/fundamentals/rate-limits. An app has 10,000 posts a day for all of its accounts.
    quotas=(
        Quota(what="posts", most=100, within=timedelta(minutes=15)),
        Quota(what="deletions", most=50, within=timedelta(minutes=15)),
    ),
    home="https://api.x.com",
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.x.connection import XConnection  # noqa: PLC0415  requests loads only when used

    base_url = account.base_url or CAPABILITIES.home
    return XConnection(base_url, credentials.get("access_token", ""), shelf, account.external_id)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """New credentials for those that run out, by one call that uses the refresh token up; see ``Refresh``."""
    from shared.networks.oauth import renewed  # noqa: PLC0415  requests loads only when used

    return renewed(account.base_url or CAPABILITIES.home, TOKENS, credentials, basic=True)
