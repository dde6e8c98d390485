"""Facebook Pages. Credentials: ``{"access_token": …, "app_secret": …}``, the second only for apps that need it.

The token of a Page that was got with a long-lived token of a person does not run out, so that nothing is renewed.
Source: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived
"""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof

CAPABILITIES = Capabilities(
    network="facebook",
    title="Facebook",
    text_limit=63_206,
    counted="characters",
    length=len,
    does=frozenset({Does.POST, Does.REPLY, Does.RECALL, Does.HOOK, Does.ENGAGEMENT}),
    # The Graph API takes no key of ours, and error 506 does not say which post has the same text.
    safe_resend=False,
    # A post is made within its request; its documents tell of no queue behind it, as they do for videos.
    settles_within=timedelta(seconds=60),
    # Source: https://developers.facebook.com/docs/graph-api/reference/page/photos, which says nothing of how many go
    # together or how long the alternative text may be.
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png", "image/gif"}),
        most=10,
        largest=4_000_000,
        longest_alt=1_000,
    ),
    # Source: https://developers.facebook.com/docs/graph-api/reference/post. Views need a permission of their own.
    counts=Counts(tells=frozenset({"likes", "replies", "reposts"}), proven=Proof.WRITTEN_FROM_DOCUMENTS),
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(
            name="access_token",
            what=(
                "the Page's access token, got with a long-lived token of a person who may create content and moderate "
                "there, by an app with pages_manage_posts, pages_manage_engagement, pages_read_engagement and "
                "pages_read_user_content"
            ),
        ),
        Credential(
            name="app_secret",
            what="the app's secret, from its settings, where these require proof of each call",
            optional=True,
        ),
    ),
    cannot={
        "thread": (
            "Facebook has no threads: later parts would be comments, which it folds and sorts by its own lights. "
            "Write one post; there is room."
        ),
        "poll": "Facebook sends what is said to a Page by webhook.",
        "followers": "Facebook tells how many follow a Page, not who. See them in the Page's own settings.",
        "views": "Facebook tells how often a post was seen in the Page's own insights.",
        "recent": "A Page's comments on others' posts are listed nowhere; only its own posts are seen.",
    },
    # As Facebook's own pages have it; its API's documents do not say.
    reply_limit=8_000,
    home="https://graph.facebook.com",
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.facebook.connection import FacebookConnection  # noqa: PLC0415  requests loads only when used

    return FacebookConnection(account, credentials, shelf, base_url=account.base_url or CAPABILITIES.home)
