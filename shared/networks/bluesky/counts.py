"""How posts did, as Bluesky's own network counts it. An account's server asks its AppView; by itself it counts nothing.

Source: https://docs.bsky.app/docs/api/app-bsky-feed-get-posts
"""

from collections.abc import Mapping, Sequence

import msgspec

from shared.domain.engagement import Engagement
from shared.networks import NotOfferedError
from shared.networks.bluesky import CAPABILITIES
from shared.networks.bluesky.xrpc import Xrpc


class _Post(msgspec.Struct, rename="camel"):
    uri: str
    like_count: int | None = None
    reply_count: int | None = None
    repost_count: int | None = None
    quote_count: int | None = None

    @property
    def engagement(self) -> Engagement:
        return Engagement(
            likes=self.like_count, replies=self.reply_count, reposts=self.repost_count, quotes=self.quote_count
        )


class _Posts(msgspec.Struct):
    posts: list[_Post]


def engagement(line: Xrpc, uris: Sequence[str]) -> Mapping[str, Engagement]:
    """One call. Posts that are gone are left out of the answer."""
    try:
        found = line.ask("app.bsky.feed.getPosts", _Posts, uris=list(uris)).posts
    except NotOfferedError as bare:
        raise NotOfferedError(CAPABILITIES.cannot["counts elsewhere"]) from bare
    return {post.uri: post.engagement for post in found}
