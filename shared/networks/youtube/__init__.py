"""YouTube, for answers to comments. Credentials: ``{"access_token": …, "refresh_token": …, "client_id": …, …}``.

An access token lasts an hour; the refresh token stays the same. Source:
https://developers.google.com/youtube/v3/guides/auth/server-side-web-apps
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Proof, Quota

HOME = "https://www.googleapis.com"
_TOKENS = "https://oauth2.googleapis.com"

CAPABILITIES = Capabilities(
    network="youtube",
    title="YouTube",
    # YouTube documents that there is a limit and not which; this is what its own pages allow.
    text_limit=10_000,
    counted="characters; an emoji and what else lies beyond Unicode's first plane count 2",
    length=lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    does=frozenset({Does.REPLY, Does.RECALL, Does.POLL, Does.ENGAGEMENT}),
    safe_resend=False,
    # YouTube names no bound. A comment is made within its request: a minute for a gateway to give it up, and another.
    settles_within=timedelta(minutes=2),
    # Source: https://developers.google.com/youtube/v3/docs/comments. Of an answer it tells no more than likes.
    # It is not said whether a page's 20 bound what is asked for by id, so no more are.
    counts=Counts(tells=frozenset({"likes"}), proven=Proof.WRITTEN_FROM_DOCUMENTS, at_once=20),
    prepares=True,
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(name="access_token", what="a token with the scope youtube.force-ssl, for the channel's own account"),
        Credential(name="refresh_token", what="the refresh token that came with it: a token lasts an hour"),
        Credential(name="client_id", what="the OAuth client's ID, from the Google Cloud console"),
        Credential(name="client_secret", what="the OAuth client's secret, from the same place"),
        Credential(name="expires_at", what="when the access token runs out: ISO 8601, in UTC", optional=True),
    ),
    cannot={
        "post": "YouTube's API has no posts of the community tab: write them in YouTube Studio. It has answers to "
        "comments.",
        "thread": "Answers on YouTube are one level deep and make no thread: write one longer answer.",
        "hook": "YouTube's webhooks tell of new videos and not of comments: these are polled.",
        "followers": "YouTube lists subscribers that show themselves, by name alone: see YouTube Studio.",
        "description": "Descriptions of videos are changed in YouTube Studio.",
        "watch_elsewhere": "Answers under other channels' videos are not listed: look in YouTube for those.",
    },
    # Source: https://developers.google.com/youtube/v3/determine_quota_cost. A project has 10,000 units a day for all of
    # its channels, until midnight in California; an answer or a deletion costs 50, a read 1.
    quotas=(
        Quota(what="units", most=10_000, within=timedelta(days=1)),
        Quota(what="answers and deletions", most=200, within=timedelta(days=1)),
    ),
    home=HOME,
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.youtube.connection import YouTubeConnection  # noqa: PLC0415  requests loads only when used

    return YouTubeConnection(account.base_url or HOME, credentials.get("access_token", ""), account.external_id)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """New credentials for those that run out, by one call; see ``Refresh``. The refresh token stays the same."""
    from shared.networks.oauth import renewed  # noqa: PLC0415  requests loads only when used

    home = account.base_url in ("", HOME)
    return renewed(_TOKENS if home else account.base_url, "/token", credentials)
