"""Instagram's professional accounts, by Facebook Login, which alone may delete: see ``infra/decisions/0015``.

Credentials: ``{"access_token": …, "app_secret": …}`` of the Facebook Page that the account is connected to. The token
does not run out, so that nothing is renewed.
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota

CAPABILITIES = Capabilities(
    network="instagram",
    title="Instagram",
    text_limit=2_200,
    counted="characters; 30 hashtags and 20 mentions at the most",
    length=len,
    does=frozenset({Does.POST, Does.REPLY, Does.RECALL, Does.HOOK, Does.ENGAGEMENT}),
    # A new attempt makes a new container, and the documents do not say that one container cannot go out twice.
    safe_resend=False,
    # After an unanswered call its container is to be asked for five minutes what became of it.
    # Source: https://developers.facebook.com/docs/instagram-platform/content-publishing (Troubleshooting)
    settles_within=timedelta(minutes=5),
    # Source: …/instagram-platform/instagram-graph-api/reference/ig-user/media (Image specifications)
    pictures=Pictures(
        kinds=frozenset({"image/jpeg"}),
        most=10,
        largest=8_000_000,
        longest_alt=1_000,
        needed=True,
    ),
    # Source: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media
    counts=Counts(tells=frozenset({"likes", "replies"}), proven=Proof.WRITTEN_FROM_DOCUMENTS),
    prepares=True,
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(
            name="access_token",
            what=(
                "the access token of the Page that the account is connected to, got with a long-lived token of a "
                "person who may create content and moderate there, by an app with instagram_basic, "
                "instagram_content_publish, instagram_manage_comments, instagram_manage_contents and "
                "pages_read_engagement"
            ),
        ),
        Credential(
            name="app_secret",
            what="the app's secret, from its settings, where these require proof of each call",
            optional=True,
        ),
    ),
    # The guide to publishing says 100, the reference of media_publish 50.
    quotas=(Quota(what="posts", most=50, within=timedelta(hours=24)),),
    cannot={
        "thread": "Instagram has no threads. Write one caption, and spread the rest over up to 10 pictures.",
        "poll": "Instagram sends comments and mentions by webhook.",
        "followers": "Instagram tells how many follow an account, not who. See them in the app.",
        "views": "Instagram tells how often a post was seen in the account's own insights.",
        "recent": "An account's comments are listed nowhere; only its own posts are seen.",
        "reply elsewhere": (
            "Comments under the account's own posts are answered; what names it elsewhere is answered in the app."
        ),
        "picture in a reply": "A comment on Instagram is text alone.",
    },
    # Of comments, by …/instagram-platform/instagram-graph-api/reference/ig-media/comments.
    reply_limit=300,
    home="https://graph.facebook.com",
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.instagram.connection import InstagramConnection  # noqa: PLC0415  requests loads when used

    return InstagramConnection(account, credentials, shelf, base_url=account.base_url or CAPABILITIES.home)
