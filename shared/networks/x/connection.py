"""One account's line to X, by its API v2.

Sources: https://docs.x.com/x-api/posts/manage-tweets/introduction, …/timelines/introduction and X's OpenAPI document,
which says what each call takes: X overlooks a field that it does not know, and answers without it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.listening.mentions import Report
from shared.domain.posts import Part, Published
from shared.domain.text import language
from shared.networks import (
    Follower,
    Followers,
    Heard,
    Identity,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
)
from shared.networks.rest import CLOCK_SKEW, Rest, bearer
from shared.networks.x.answers import (
    Counted,
    Created,
    Deleted,
    OnePost,
    OneUser,
    Post,
    Posts,
    User,
    Users,
    published,
    read,
)
from shared.networks.x.pictures import uploaded
from shared.networks.x.refusals import Problem, complaint, is_gone, said, used_up_until
from shared.networks.x.shown import is_same

PAGE, SMALLEST_PAGE, LARGEST_FOLLOWERS_PAGE = 100, 5, 1000
MOST_PAGES = 8
"""X shows an account's latest 800 mentions, and of its own posts more than are asked for here."""
BEGINNING = "1"
"""A cursor before all posts."""

_POST_FIELDS = {
    "post.fields": "attachments,conversation_id,created_at,entities,lang,note_post",
    "expansions": "referenced_posts",
}
_ID = re.compile(r"[0-9]{1,19}")
_GONE = (404,)
_DEFAULT_PICTURE = "/default_profile_images/"


class XConnection:
    """``user_id``: X's own id of the account, where it is known; else it is asked for, once."""

    def __init__(self, base_url: str, access_token: str, shelf: Shelf, user_id: str = "") -> None:
        self._rest = Rest(base_url, bearer(access_token), said=said, complaint=complaint)
        self._shelf = shelf
        self._user_id = user_id

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Uploads the pictures and what is said of them."""
        ids = uploaded(self._rest, self._shelf, attempt.client, part.media, timeout)
        return Ready(part=part, attempt=attempt, prepared=ids)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        part, media_ids = ready.part, ready.prepared or ()
        if len(media_ids) != len(part.media):
            raise RefusedError("The pictures were not uploaded.")
        body: dict[str, Any] = {"text": part.text}
        if part.in_reply_to:
            body["reply"] = {"in_reply_to_tweet_id": part.in_reply_to}
        if media_ids:
            body["media"] = {"media_ids": list(media_ids)}
        answered = self._rest.call("POST", "/2/tweets", json=body, timeout=timeout)
        return published(read(Created, answered.body).data.id)

    def closed_until(self) -> datetime | None:
        return used_up_until(self._rest.last_headers)

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads the account's own posts since then, newest first: a call for each 100."""
        since = attempt.started_at - CLOCK_SKEW
        for page in self._own_posts(since):
            for post in page.data:
                if post.at >= since and post.id not in taken and _is_of(post, part):
                    return published(post.id)
            if not page.meta.next_token:
                return None
        raise OutcomeUnknownError(f"The latest {PAGE * MOST_PAGES} posts do not reach back far enough.")

    def recall(self, external_id: str) -> None:
        answered = self._rest.call_if_there("DELETE", f"/2/tweets/{_segment(external_id)}", gone=_GONE)
        if answered is None:
            return
        deleted = read(Deleted, answered.body)
        if deleted.data is None and not is_gone(deleted.errors):
            raise OutcomeUnknownError(f"X did not say that it deleted the post{_because(deleted.errors)}.")
        # What ``deleted: false`` says is not written anywhere: whether it is gone is for ``visible`` to say.

    def visible(self, external_id: str) -> bool:
        """X answers 200 for what it has not, and says so in the answer."""
        answered = self._rest.call_if_there("GET", f"/2/tweets/{_segment(external_id)}", gone=_GONE)
        if answered is None:
            return False
        found = read(OnePost, answered.body)
        if found.data is None and not is_gone(found.errors):
            raise OutcomeUnknownError(f"X does not say whether the post is up{_because(found.errors)}.")
        return found.data is not None

    def recent(self, since: datetime) -> Sequence[Shown]:
        """A call for each 100."""
        return [post.shown for page in self._own_posts(since) for post in page.data if post.at >= since]

    def identity(self) -> Identity:
        owner = self._owner()
        return Identity(external_id=owner.id, handle=owner.username)

    def mentions(self, cursor: str) -> Heard:
        """``cursor`` is the id of the latest post that was heard. What came since is read whole: at most 8 calls.

        The account's own posts about itself are no mentions. Deletions are not told of to those who ask.
        """
        if not cursor:
            latest = self._mentions({"max_results": SMALLEST_PAGE})
            return Heard(reports=(), cursor=latest.meta.newest_id or BEGINNING)
        since = cursor if _ID.fullmatch(cursor) else BEGINNING
        own = self._own_id()
        newest, reports = int(since), list[Report]()
        for page in self._pages(self._mentions, {"since_id": since, "max_results": PAGE}):
            newest = max([newest, *(int(post.id) for post in page.data)])
            others = [post for post in page.data if post.author_id != own and not post.is_share]
            reports += [_report(post, page.includes.users) for post in others]
        return Heard(reports=tuple(reversed(reports)), cursor=str(newest))

    def followers(self, most: int) -> Followers:
        """Two calls, the second for no more than 1,000."""
        owner = self._owner()
        fields = "created_at,description,profile_image_url,public_metrics"
        answered = self._rest.call(
            "GET",
            f"/2/users/{owner.id}/followers",
            params={"max_results": max(1, min(most, LARGEST_FOLLOWERS_PAGE)), "user.fields": fields},
        )
        sample = [_follower(user) for user in read(Users, answered.body).data]
        total = owner.public_metrics.followers_count
        return Followers(total=len(sample) if total is None else total, sample=tuple(sample[: max(0, most)]))

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """One call. What is gone X leaves out, and says so beside."""
        query = {"ids": ",".join(post.external_id for post in posts), "post.fields": "public_metrics"}
        found = read(Counted, self._rest.call("GET", "/2/tweets", params=query).body)
        unsaid = [problem for problem in found.errors if not is_gone([problem])]
        if unsaid and len(found.data) < len(posts):
            raise OutcomeUnknownError(f"X does not tell of each post how it did{_because(unsaid)}.")
        return {post.id: post.public_metrics.engagement for post in found.data}

    def _own_posts(self, since: datetime) -> Iterator[Posts]:
        # X takes whole seconds.
        start = since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        path = f"/2/users/{self._own_id()}/tweets"
        return self._pages(
            lambda query: read(Posts, self._rest.call("GET", path, params=query).body),
            {"start_time": start, "max_results": PAGE, **_POST_FIELDS},
        )

    def _mentions(self, query: dict[str, Any]) -> Posts:
        wanted = {**_POST_FIELDS, "expansions": "author_id,referenced_posts", "user.fields": "public_metrics"}
        answered = self._rest.call("GET", f"/2/users/{self._own_id()}/mentions", params={**query, **wanted})
        return read(Posts, answered.body)

    def _pages(self, page_of: Callable[[dict[str, Any]], Posts], query: dict[str, Any]) -> Iterator[Posts]:
        for _ in range(MOST_PAGES):
            page = page_of(query)
            yield page
            if not page.meta.next_token:
                return
            query = {**query, "pagination_token": page.meta.next_token}

    def _own_id(self) -> str:
        if not self._user_id:
            self._user_id = self._owner().id
        return self._user_id

    def _owner(self) -> User:
        return read(OneUser, self._rest.call("GET", "/2/users/me", params={"user.fields": "public_metrics"}).body).data


def _is_of(post: Post, part: Part) -> bool:
    return (
        not post.is_share
        and post.in_reply_to == part.in_reply_to
        and post.pictures == len(part.media)
        and is_same(part.text, post.words, reply=part.in_reply_to != "")
    )


def _report(post: Post, users: Sequence[User]) -> Report:
    author = next((user for user in users if user.id == post.author_id), None)
    return Report(
        network="x",
        external_id=post.id,
        author=author.username if author else post.author_id,
        text=post.words,
        url=f"https://x.com/{author.username if author else 'i'}/status/{post.id}",
        posted_at=post.at,
        followers=(author.public_metrics.followers_count or 0) if author else 0,
        in_reply_to=post.in_reply_to,
        conversation=post.conversation_id,
        language=language(post.lang),
    )


def _follower(user: User) -> Follower:
    metrics = user.public_metrics
    return Follower(
        external_id=user.id,
        handle=user.username,
        created_at=user.created_at,
        followers=metrics.followers_count,
        following=metrics.following_count,
        posts=metrics.posts,
        has_picture=None if user.profile_image_url is None else _DEFAULT_PICTURE not in user.profile_image_url,
        description=user.description,
    )


def _segment(external_id: str) -> str:
    return quote(external_id, safe="")


def _because(problems: Sequence[Problem]) -> str:
    return f": {problems[0].said[:100]}" if problems else ""
