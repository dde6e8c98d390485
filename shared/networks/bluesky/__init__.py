"""Bluesky, and the servers (PDS) of its protocol.

Credentials: ``{"identifier", "app_password"}`` as a person enters them; once a session was made also
``{"access_token", "refresh_token", "did", "expires_at"}``, and ``{"pds"}`` where the account's server is another than
the one it signs in at. ``{"listen": "stream"}`` hears mentions from the server's own stream.
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.bluesky.text import length
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota

CAPABILITIES = Capabilities(
    network="bluesky",
    title="Bluesky",
    text_limit=300,
    counted="characters as a reader sees them, at ten bytes each at most",
    length=length,
    does=frozenset({Does.POST, Does.REPLY, Does.THREAD, Does.RECALL, Does.POLL, Does.FOLLOWERS, Does.ENGAGEMENT}),
    # A record key of the attempt's own: the same record again changes nothing.
    safe_resend=True,
    # A record is written within its request, which the web server before a PDS gives up after 60 s at the usual
    # settings; and it is refused from the account's next deed on, since it names the head of the repository.
    settles_within=timedelta(seconds=60),
    # Source: https://github.com/bluesky-social/atproto, lexicons/app/bsky/embed/images.json. It takes any image; GIFs
    # are left out because they would be shown without their movement. Of alternative text it says no limit; its own
    # app takes this much.
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png", "image/webp"}), most=4, largest=1_000_000, longest_alt=2_000
    ),
    # Source: https://docs.bsky.app/docs/api/app-bsky-feed-get-posts
    counts=Counts(
        tells=frozenset({"likes", "replies", "reposts", "quotes"}), proven=Proof.WRITTEN_FROM_DOCUMENTS, at_once=25
    ),
    prepares=True,
    proven=Proof.REAL_SERVER,
    credentials=(
        Credential(name="identifier", what="the account's handle, such as name.bsky.social"),
        Credential(name="app_password", what="an app password, from Settings, Privacy and security, App passwords"),
        Credential(
            name="listen",
            what="\"stream\" where the account's server shows no notifications, being no part of Bluesky's own network",
            optional=True,
        ),
    ),
    cannot={
        "hook": "Bluesky's servers send no webhooks: mentions are polled.",
        "counts elsewhere": (
            "A server that is no part of Bluesky's own network counts no likes, replies or reposts: see them in an app "
            "that shows that network."
        ),
    },
    # Source: https://docs.bsky.app/docs/advanced-guides/rate-limits, and the reference server: 5,000 points an hour and
    # 35,000 a day, of which writing a record under a key of one's own takes 2 and a deletion 1.
    quotas=(
        Quota(what="posts", most=2_500, within=timedelta(hours=1)),
        Quota(what="posts", most=17_500, within=timedelta(days=1)),
        Quota(what="deletions", most=5_000, within=timedelta(hours=1)),
        Quota(what="calls", most=3_000, within=timedelta(minutes=5)),
        Quota(what="sign-ins", most=300, within=timedelta(days=1)),
    ),
    home="https://bsky.social",
    has_other_servers=True,
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when its token is none."""
    from shared.networks.bluesky.connection import BlueskyConnection  # noqa: PLC0415  its calls load only when used

    return BlueskyConnection(account, credentials, shelf)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """``credentials`` with a new session, by the refresh token or, where that is of no use any more, the app password.

    ``expires_at`` among them is when the access token runs out (ISO 8601, UTC), by the token's own word, unverified.
    Raises CredentialsError when a person must connect the account again, else ThrottledError or OutcomeUnknownError;
    after these, ``credentials`` are good for another try.
    """
    from shared.networks.bluesky.session import renewed  # noqa: PLC0415

    return renewed(account.base_url, credentials)
