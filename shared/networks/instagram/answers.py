"""The part of Instagram's answers that is used."""

from datetime import datetime

import msgspec

from shared.domain.engagement import Engagement
from shared.domain.posts import Published
from shared.networks import Shown
from shared.networks.graph import moment
from shared.networks.graph.containers import Made

SITE = "https://www.instagram.com/"
"""Where a post is seen that Instagram gives no address of, as of one that is said to hold others' property."""


class Post(msgspec.Struct):
    """Source: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media"""

    id: str
    timestamp: str
    caption: str = ""
    permalink: str = ""

    @property
    def at(self) -> datetime:
        return moment(self.timestamp)

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=self.permalink or SITE, at=self.at)

    @property
    def shown(self) -> Shown:
        return Shown(published=self.published, text=self.caption)


class Comment(msgspec.Struct):
    """Source: https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment"""

    id: str
    timestamp: str = ""
    text: str = ""
    username: str = ""
    parent_id: str = ""
    media: Made | None = None

    @property
    def at(self) -> datetime:
        return moment(self.timestamp)


class Counts(msgspec.Struct):
    """Of a post or a comment. Likes are left out where its owner hides them; a comment has no count of its replies."""

    like_count: int | None = None
    comments_count: int | None = None

    @property
    def engagement(self) -> Engagement:
        return Engagement(likes=self.like_count, replies=self.comments_count)


class Permalink(msgspec.Struct):
    permalink: str


class Owner(msgspec.Struct):
    id: str
    username: str


class Page(msgspec.Struct):
    instagram_business_account: Owner | None = None
