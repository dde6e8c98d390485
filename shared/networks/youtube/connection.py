"""One channel's line to YouTube: comments under its videos, and answers to them."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    Shown,
    ThrottledError,
)
from shared.networks.rest import CLOCK_SKEW, READ_TIMEOUT, MoreError, Rest, bearer
from shared.networks.youtube import CAPABILITIES
from shared.networks.youtube.answers import (
    Channel,
    Channels,
    Comment,
    Comments,
    CommentThread,
    CommentThreads,
    complaint,
    read,
    said,
)
from shared.networks.youtube.listening import heard, latest

PAGE = 100
MOST_PAGES = 10
_PATH = "/youtube/v3"
COMMENTS, THREADS = f"{_PATH}/comments", f"{_PATH}/commentThreads"

_COMMENT = re.compile(r"[\w-]{1,100}(?:\.[\w-]{1,100})?", re.ASCII)


class YouTubeConnection:
    """``channel``: the id that the account had when it was connected; asked for where it is "", which costs quota."""

    def __init__(self, base_url: str, access_token: str, channel: str = "") -> None:
        self._rest = Rest(base_url, bearer(access_token), said=said, complaint=complaint)
        self._channel = channel

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Asks under which video the comment is, of which the answer's address is made."""
        _check(part)
        try:
            video = self._video(_top(part.in_reply_to), timeout)
        except OutcomeUnknownError as unknown:
            raise ThrottledError(unknown.reason, None) from unknown
        if video is None:
            raise RefusedError("The comment is gone.")
        return Ready(part=part, attempt=attempt, prepared=video)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        _check(ready.part)
        snippet = {"parentId": _top(ready.part.in_reply_to), "textOriginal": ready.part.text}
        answered = self._rest.call(
            "POST", COMMENTS, params={"part": "snippet"}, json={"snippet": snippet}, timeout=timeout
        )
        return read(Comment, answered).published(ready.prepared or "")

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads all answers to the comment: a call for each 100, and one for its video."""
        if not part.in_reply_to:
            return None
        top, since = _top(part.in_reply_to), attempt.started_at - CLOCK_SKEW
        video = self._video(top, READ_TIMEOUT)
        if video is None:
            return None
        own = self._own_channel()
        for comment in self._replies(top):
            same = comment.author == own and comparable(comment.text) == comparable(part.text)
            if same and comment.at >= since and comment.id not in taken:
                return comment.published(video)
        return None

    def _video(self, top: str, timeout: float) -> str | None:
        """None where the comment is gone."""
        query = {"part": "snippet", "id": top}
        answered = self._rest.call_if_there("GET", THREADS, gone=(404,), params=query, timeout=timeout)
        threads = read(CommentThreads, answered).items if answered else []
        return threads[0].snippet.video_id if threads else None

    def _replies(self, top: str) -> Iterator[Comment]:
        """In YouTube's order, which it does not tell."""
        token = ""
        for _ in range(MOST_PAGES):
            query = {"part": "snippet", "parentId": top, "maxResults": PAGE, "textFormat": "plainText"}
            page = read(Comments, self._rest.call("GET", COMMENTS, params=query | _on(token)))
            yield from page.items
            token = page.next_page_token
            if not token:
                return
        raise MoreError(f"There are more than {PAGE * MOST_PAGES} answers, and not all were looked at.")

    def recall(self, external_id: str) -> None:
        self._rest.call_if_there("DELETE", COMMENTS, params={"id": _checked(external_id)})

    def visible(self, external_id: str) -> bool:
        query = {"part": "snippet", "id": _checked(external_id)}
        answered = self._rest.call_if_there("GET", COMMENTS, params=query)
        return answered is not None and bool(read(Comments, answered).items)

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Own comments and answers under the channel's own videos, in the latest conversations there.

        A call for each hundred of them, and one for each that has more answers than YouTube gives with it.
        """
        own = self._own_channel()
        found: list[Shown] = []
        for thread in latest(self._threads(own), since):
            for comment in (thread.top, *(thread.given if thread.whole else self._replies(thread.top.id))):
                if comment.author == own and comment.at >= since:
                    published = comment.published(thread.snippet.video_id)
                    found.append(Shown(published=published, text=" ".join(comment.text.split())))
        return sorted(found, key=lambda shown: shown.published.at, reverse=True)

    def _threads(self, channel: str) -> Iterator[CommentThread]:
        """Conversations under the channel's videos, those begun last first."""
        token = ""
        for _ in range(MOST_PAGES):
            query = {
                "part": "snippet,replies",
                "allThreadsRelatedToChannelId": channel,
                "order": "time",
                "maxResults": PAGE,
                "textFormat": "plainText",
            }
            page = read(CommentThreads, self._rest.call("GET", THREADS, params=query | _on(token)))
            yield from page.items
            token = page.next_page_token
            if not token:
                return

    def identity(self) -> Identity:
        channel = self._asked_channel()
        return Identity(external_id=channel.id, handle=channel.snippet.custom_url.removeprefix("@") or channel.id)

    def mentions(self, cursor: str) -> Heard:
        """Comments under the channel's videos, and the answers that YouTube shows with them."""
        own = self._own_channel()
        return heard(self._threads(own), own, cursor)

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """One call. What is gone is left out."""
        query = {"part": "snippet", "id": ",".join(_checked(post.external_id) for post in posts)}
        answered = self._rest.call_if_there("GET", COMMENTS, params=query)
        comments = read(Comments, answered).items if answered else []
        return {comment.id: Engagement(likes=comment.snippet.like_count) for comment in comments}

    def _own_channel(self) -> str:
        """Its id, asked for once at the most."""
        self._channel = self._channel or self._asked_channel().id
        return self._channel

    def _asked_channel(self) -> Channel:
        answered = self._rest.call("GET", f"{_PATH}/channels", params={"part": "snippet", "mine": "true"})
        channels = read(Channels, answered).items
        if not channels:
            raise CredentialsError("The account's token is of somebody who has no channel on YouTube.")
        return channels[0]


def _on(token: str) -> dict[str, str]:
    return {"pageToken": token} if token else {}


def _check(part: Part) -> None:
    if not part.in_reply_to:
        raise NotOfferedError(CAPABILITIES.cannot["post"])
    _checked(part.in_reply_to)
    if part.media:
        raise NotOfferedError("Comments on YouTube have no pictures.")


def _checked(comment: str) -> str:
    if not _COMMENT.fullmatch(comment):
        raise RefusedError("That is no comment of YouTube's.")
    return comment


def _top(comment: str) -> str:
    """What an answer to ``comment`` hangs under: answers are one level deep, and the id of one begins with that."""
    return _checked(comment).partition(".")[0]


def comparable(text: str) -> str:
    """What stays the same from the text sent to the text shown: spacing does not."""
    return " ".join(unicodedata.normalize("NFC", text).split())
