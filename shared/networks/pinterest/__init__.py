"""Pinterest. Credentials: ``{"access_token": …, "board_id": …, …}``.

An access token lasts 30 days, a refresh token 60, and each renewal gives new ones of both.
Source: https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota

HOME = "https://api.pinterest.com"

CAPABILITIES = Capabilities(
    network="pinterest",
    title="Pinterest",
    # Source: https://github.com/pinterest/api-description, ``v5/openapi.yaml``: PinCreate. It was 500 once.
    text_limit=800,
    counted="Unicode characters",
    length=len,
    does=frozenset({Does.POST, Does.RECALL, Does.ENGAGEMENT}),
    safe_resend=False,
    # Pinterest names no bound. A Pin is made within its request: a minute for a gateway to give it up, and another.
    settles_within=timedelta(minutes=2),
    # A largest size is documented for its website alone, 20 MB; the whole of it goes through one call here.
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png"}), most=1, largest=10_000_000, longest_alt=500, needed=True
    ),
    # Source: ``v5/openapi.yaml``: what ``pin_metrics`` tells of a Pin's whole life; a save is a repost.
    counts=Counts(tells=frozenset({"likes", "replies", "reposts", "views"}), proven=Proof.WRITTEN_FROM_DOCUMENTS),
    prepares=True,
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(
            name="access_token",
            what="a token with the scopes boards:read, boards:write, pins:read, pins:write and user_accounts:read",
        ),
        Credential(name="board_id", what="the number of the board that Pins go on, as GET /v5/boards lists it"),
        Credential(name="refresh_token", what="the refresh token that came with it", optional=True),
        Credential(name="client_id", what="the app's ID, to renew the token with", optional=True),
        Credential(name="client_secret", what="the app's secret, to renew the token with", optional=True),
        Credential(name="expires_at", what="when the access token runs out: ISO 8601, in UTC", optional=True),
    ),
    cannot={
        "reply": "Pinterest's API has no comments: answer in Pinterest itself.",
        "thread": "A Pin has nothing that follows it: write one.",
        "poll": "Pinterest's API tells of no comments and no mentions: they are seen in Pinterest itself.",
        "hook": "Pinterest sends no webhooks.",
        "followers": "Pinterest names followers and says nothing about them: they are seen in Pinterest itself.",
    },
    # Source: https://developers.pinterest.com/docs/reference/rate-limits/, with standard access.
    quotas=(Quota(what="calls", most=100, within=timedelta(seconds=1)),),
    home=HOME,
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token or no board."""
    from shared.networks.pinterest.connection import PinterestConnection  # noqa: PLC0415  loads only when used

    return PinterestConnection(account.base_url or HOME, credentials, shelf, account.client)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """New credentials for those that run out, by one call that uses the refresh token up; see ``Refresh``."""
    from shared.networks.oauth import renewed  # noqa: PLC0415  requests loads only when used

    more = {"continuous_refresh": "true"}
    return renewed(account.base_url or HOME, "/v5/oauth/token", credentials, basic=True, more=more)
