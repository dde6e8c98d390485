"""LinkedIn, for organisations. Credentials: ``{"access_token": …, "organization": "1234", …}``.

An access token lasts 60 days; a refresh token, which approved apps are given, a year from the member's consent.
Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof
from shared.networks.linkedin.text import length

HOME = "https://api.linkedin.com"
_TOKENS = "https://www.linkedin.com"

CAPABILITIES = Capabilities(
    network="linkedin",
    title="LinkedIn",
    text_limit=3_000,
    reply_limit=1_250,
    counted="characters; an emoji and what else lies beyond Unicode's first plane count 2",
    length=length,
    does=frozenset({Does.POST, Does.REPLY, Does.RECALL, Does.POLL, Does.HOOK, Does.ENGAGEMENT}),
    # No key of ours is taken. The same text again is refused, for how long is not said.
    safe_resend=False,
    # LinkedIn names no bound. A post is made within its request: a minute for a gateway to give it up, and another.
    settles_within=timedelta(minutes=2),
    # Sources: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api and
    # …/multiimage-post-api. A largest size in bytes is not documented there; 5 MB is what LinkedIn's own pages allow.
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png", "image/gif"}), most=20, largest=5_000_000, longest_alt=4_086
    ),
    # Source: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api. How
    # many one call takes is not said; this many names stay well within the length of address that web servers take.
    counts=Counts(tells=frozenset({"likes", "replies"}), proven=Proof.WRITTEN_FROM_DOCUMENTS, at_once=20),
    prepares=True,
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(
            name="access_token",
            what="a member's token with the permissions w_organization_social, r_organization_social and "
            "rw_organization_admin, from an app with LinkedIn's Community Management API",
        ),
        Credential(name="organization", what="the number of the Page, from the address of its administration"),
        Credential(name="refresh_token", what="the refresh token that came with it", optional=True),
        Credential(name="client_id", what="the app's client ID, to renew the token with", optional=True),
        Credential(name="client_secret", what="the app's client secret, to renew the token with", optional=True),
        Credential(name="expires_at", what="when the access token runs out: ISO 8601, in UTC", optional=True),
    ),
    cannot={
        "thread": "Answers on LinkedIn are comments, one level deep, and make no thread: write one longer post.",
        "followers": "LinkedIn says how many follow a Page and not who; its own pages show the latest.",
        "views": "LinkedIn tells views and reposts in the Page's own analytics.",
        "reply_pictures": "Comments go out without pictures here; add one in LinkedIn itself.",
        "watch_comments": "LinkedIn lists an organisation's posts and not its comments: look in LinkedIn for those "
        "that were made elsewhere.",
    },
    # LinkedIn publishes no numbers: limits are per day and endpoint, and each app sees its own in the developer portal.
    # Source: https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits
    quotas=(),
    home=HOME,
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token or no organisation."""
    from shared.networks.linkedin.connection import LinkedInConnection  # noqa: PLC0415  requests loads only when used

    return LinkedInConnection(account.base_url or HOME, credentials, shelf, account.client)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """New credentials for those that run out, by one call; see ``Refresh``. The refresh token stays the same."""
    from shared.networks.oauth import renewed  # noqa: PLC0415  requests loads only when used

    home = account.base_url in ("", HOME)
    return renewed(_TOKENS if home else account.base_url, "/oauth/v2/accessToken", credentials)
