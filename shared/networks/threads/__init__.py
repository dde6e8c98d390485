"""Threads. Credentials: ``{"access_token": …, "expires_at": …}``; a token lasts 60 days and is renewed."""

from collections.abc import Mapping
from datetime import timedelta

from shared.domain.accounts import Account
from shared.networks import Connection, Shelf
from shared.networks.capabilities import Capabilities, Counts, Credential, Does, Pictures, Proof, Quota
from shared.networks.threads.text import length

DAY = timedelta(hours=24)

CAPABILITIES = Capabilities(
    network="threads",
    title="Threads",
    text_limit=500,
    counted="characters; an emoji counts as many as it has bytes in UTF-8",
    length=length,
    does=frozenset({Does.POST, Does.REPLY, Does.THREAD, Does.RECALL, Does.POLL, Does.HOOK, Does.ENGAGEMENT}),
    # A new attempt makes a new container, and the documents do not say that one container cannot go out twice.
    safe_resend=False,
    # After an unanswered call its container is to be asked for five minutes what became of it.
    # Source: https://developers.facebook.com/docs/threads/troubleshooting
    settles_within=timedelta(minutes=5),
    # Source: https://developers.facebook.com/docs/threads/overview and …/threads/posts/accessibility
    pictures=Pictures(
        kinds=frozenset({"image/jpeg", "image/png"}),
        most=20,
        largest=8_000_000,
        longest_alt=1_000,
    ),
    # Source: https://developers.facebook.com/docs/threads/insights
    counts=Counts(
        tells=frozenset({"likes", "replies", "reposts", "quotes", "views"}), proven=Proof.WRITTEN_FROM_DOCUMENTS
    ),
    prepares=True,
    proven=Proof.WRITTEN_FROM_DOCUMENTS,
    credentials=(
        Credential(
            name="access_token",
            what=(
                "a long-lived token of the account, by a Threads app with threads_basic, threads_content_publish, "
                "threads_manage_replies, threads_read_replies, threads_manage_mentions, threads_manage_insights and "
                "threads_delete"
            ),
        ),
        Credential(name="expires_at", what="when it runs out (ISO 8601, UTC), if that is known", optional=True),
    ),
    # Source: https://developers.facebook.com/docs/threads/overview
    quotas=(
        Quota(what="posts", most=250, within=DAY),
        Quota(what="replies", most=1_000, within=DAY),
        Quota(what="deletions", most=100, within=DAY),
    ),
    cannot={
        "followers": "Threads tells how many follow an account, not who. See them in the app.",
        "mentions of private profiles": "Threads tells of public posts only.",
    },
    home="https://graph.threads.net",
)


def connect(account: Account, credentials: Mapping[str, str], shelf: Shelf) -> Connection:
    """Makes no network call. Raises CredentialsError when there is no usable token."""
    from shared.networks.threads.connection import ThreadsConnection  # noqa: PLC0415  requests loads only when used

    return ThreadsConnection(account, credentials, shelf, base_url=account.base_url or CAPABILITIES.home)


def refresh(account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """Another 60 days, by one call; the token that was used works on until its own end.

    Source: https://developers.facebook.com/docs/threads/get-started/long-lived-tokens
    """
    from shared.networks.graph import refreshed  # noqa: PLC0415  requests loads only when used

    return refreshed(account.base_url or CAPABILITIES.home, "th_refresh_token", credentials)
