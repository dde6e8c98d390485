"""One professional account's line to Instagram.

Sources: https://developers.facebook.com/docs/instagram-platform/content-publishing, …/comment-moderation and
…/reference/instagram-media, which since 3 December 2025 can be deleted.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Media, Part, Published
from shared.networks import (
    NETWORK_ERRORS,
    CredentialsError,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
)
from shared.networks.graph import FACEBOOK_VERSION, Graph, in_preparation, node, shaped
from shared.networks.graph.containers import Containers, Made
from shared.networks.graph.text import comparable
from shared.networks.instagram import CAPABILITIES
from shared.networks.instagram.answers import SITE, Comment, Counts, Owner, Page, Permalink, Post
from shared.networks.instagram.text import refusal
from shared.networks.rest import CLOCK_SKEW, READ_TIMEOUT, as_many_as_there_are, one_by_one

READ = "id,caption,timestamp,permalink"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Call:
    """The one call that puts it out."""

    path: str
    form: Mapping[str, str]
    url: str
    """Where it can be seen, as far as that is known before."""


class InstagramConnection:
    def __init__(
        self,
        account: Account,
        credentials: Mapping[str, str],
        shelf: Shelf,
        *,
        base_url: str,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._account = account
        self._shelf = shelf
        self._graph = Graph(
            base_url,
            credentials.get("access_token", ""),
            version=FACEBOOK_VERSION,
            app_secret=credentials.get("app_secret", ""),
        )
        self._containers = Containers(self._graph, "status_code,status", pause)
        self._owner: Owner | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Makes the container and waits until it can be published; of a reply, reads what it answers."""
        deadline = monotonic() + timeout
        with in_preparation():
            call = self._reply(part, timeout) if part.in_reply_to else self._post(part, deadline)
        return Ready(part=part, attempt=attempt, prepared=call)

    def _post(self, part: Part, deadline: float) -> _Call:
        if not part.media:
            raise RefusedError("Instagram has no post without a picture.")
        if why := refusal(part.text):
            raise RefusedError(why)
        owner = self._own_account(min(READ_TIMEOUT, deadline - monotonic()))
        container = self._container(f"/{owner.id}/media", part, deadline)
        url = f"{SITE}{owner.username}/"
        return _Call(path=f"/{owner.id}/media_publish", form={"creation_id": container}, url=url)

    def _container(self, edge: str, part: Part, deadline: float) -> str:
        caption = {"caption": part.text}
        if len(part.media) == 1:
            return self._containers.ready(edge, self._picture(part.media[0]) | caption, deadline=deadline)
        children = [
            self._containers.ready(edge, self._picture(media) | {"is_carousel_item": "true"}, deadline=deadline)
            for media in part.media
        ]
        album = {"media_type": "CAROUSEL", "children": ",".join(children)}
        return self._containers.ready(edge, album | caption, deadline=deadline)

    def _picture(self, media: Media) -> dict[str, str]:
        alt = {"alt_text": media.alt} if media.alt else {}
        return {"image_url": self._shelf.link(self._account.client, media)} | alt

    def _reply(self, part: Part, timeout: float) -> _Call:
        if part.media:
            raise NotOfferedError(CAPABILITIES.cannot["picture in a reply"])
        comment = self._comment(part.in_reply_to, timeout / 2)
        path = f"{node(comment.id)}/replies"
        return _Call(path=path, form={"message": part.text}, url=self._url_of_post(comment, timeout / 2))

    def _comment(self, external_id: str, timeout: float = READ_TIMEOUT) -> Comment:
        fields = {"fields": "id,media,parent_id"}
        return shaped(Comment, self._graph.get(node(external_id), fields, timeout=timeout))

    def _url_of_post(self, comment: Comment, timeout: float = READ_TIMEOUT) -> str:
        """Of that on which a comment stands, which has no address of its own."""
        if comment.media is None:
            raise NotOfferedError(CAPABILITIES.cannot["reply elsewhere"])
        answer = self._graph.get(node(comment.media.id), {"fields": "permalink"}, timeout=timeout)
        return shaped(Permalink, answer).permalink

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        """One call, and a second one that reads what the first one's answer, an id, does not tell."""
        call: _Call = ready.prepared
        deadline = monotonic() + timeout
        made = shaped(Made, self._graph.post(call.path, call.form, timeout=timeout)).id
        with suppress(*NETWORK_ERRORS):
            if (left := deadline - monotonic()) > 0:
                return self._as_it_stands(made, call.url if ready.part.in_reply_to else "", left)
        return Published(external_id=made, url=call.url, at=datetime.now(UTC))

    def _as_it_stands(self, external_id: str, url_of_reply: str, timeout: float) -> Published:
        if url_of_reply:
            answer = self._graph.get(node(external_id), {"fields": "id,timestamp"}, timeout=timeout)
            return Published(external_id=external_id, url=url_of_reply, at=shaped(Comment, answer).at)
        return shaped(Post, self._graph.get(node(external_id), {"fields": READ}, timeout=timeout)).published

    def closed_until(self) -> datetime | None:
        return self._graph.closed_until()

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads the account's posts, newest first: a call for each 50. Of a reply, those to the same comment.

        And one, once, for the account's id and name.
        """
        since = attempt.started_at - CLOCK_SKEW
        for published, text in self._own_replies(part, since) if part.in_reply_to else self._own_captions(since):
            if comparable(text) == comparable(part.text) and published.external_id not in taken:
                return published
        return None

    def _own_captions(self, since: datetime) -> Iterator[tuple[Published, str]]:
        for media in self._own_media(since):
            yield media.published, media.caption

    def _own_replies(self, part: Part, since: datetime) -> Iterator[tuple[Published, str]]:
        """Instagram puts a reply to a reply under the comment that both answer."""
        comment = self._comment(part.in_reply_to)
        url = self._url_of_post(comment)
        edge, name = f"{node(comment.parent_id or comment.id)}/replies", self._own_account().username
        for page in self._graph.pages(Comment, edge, {"fields": "id,text,timestamp,username"}):
            for reply in page:
                if reply.username == name and reply.at >= since:
                    yield Published(external_id=reply.id, url=url, at=reply.at), reply.text

    def _own_media(self, since: datetime) -> Iterator[Post]:
        return self._graph.since(since, Post, self._posts, {"fields": READ})

    @property
    def _posts(self) -> str:
        return f"/{self._own_account().id}/media"

    def recall(self, external_id: str) -> None:
        """Of a post or a reply. Needs ``instagram_manage_contents``."""
        self._graph.delete(external_id)

    def visible(self, external_id: str) -> bool:
        return self._graph.visible(external_id, lambda: self._posts)

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Its posts; Instagram lists nowhere what an account commented. As many calls as :meth:`find`."""
        return [media.shown for media in as_many_as_there_are(self._own_media(since))]

    def identity(self) -> Identity:
        owner = self._own_account()
        return Identity(external_id=owner.id, handle=owner.username)

    def _own_account(self, timeout: float = READ_TIMEOUT) -> Owner:
        """Asked for once, of the Page whose token it is."""
        if self._owner is None:
            fields = {"fields": "instagram_business_account{id,username}"}
            page = shaped(Page, self._graph.get("/me", fields, timeout=timeout))
            if page.instagram_business_account is None:
                raise CredentialsError("The token is none of a Page that an Instagram account is connected to.")
            self._owner = page.instagram_business_account
        return self._owner

    def mentions(self, cursor: str) -> Heard:
        raise NotOfferedError(CAPABILITIES.cannot["poll"])

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """A call for each."""
        return one_by_one(posts, self._counted)

    def _counted(self, post: Posted) -> Engagement | None:
        fields = "like_count" if post.is_reply else "like_count,comments_count"
        answer = self._graph.get_if_there(node(post.external_id), {"fields": fields})
        return None if answer is None else shaped(Counts, answer).engagement
