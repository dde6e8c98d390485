"""What YouTube answers, as far as it is used, and what its refusals mean.

Sources: https://developers.google.com/youtube/v3/docs/comments, …/commentThreads, …/channels and …/errors
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from shared.domain.errors import BackchannelError
from shared.domain.posts import Published
from shared.networks import CredentialsError, OutcomeUnknownError, ThrottledError
from shared.networks.rest import Answered, resumes_at, shaped

CALIFORNIA = ZoneInfo("America/Los_Angeles")
_USED_UP = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_TOO_FAST = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
_NOT_ALLOWED = frozenset(
    {"authError", "insufficientPermissions", "youtubeSignupRequired", "accountDelegationForbidden"}
)


class _ChannelId(msgspec.Struct, frozen=True):
    value: str = ""


class _Snippet(msgspec.Struct, rename="camel"):
    published_at: datetime
    updated_at: datetime | None = None
    text_display: str = ""
    text_original: str = ""
    """Given to the comment's author alone."""
    author_channel_id: _ChannelId = _ChannelId()
    author_display_name: str = ""
    parent_id: str = ""
    video_id: str = ""
    like_count: int | None = None


class Comment(msgspec.Struct):
    id: str
    snippet: _Snippet

    @property
    def text(self) -> str:
        return self.snippet.text_original or self.snippet.text_display

    @property
    def author(self) -> str:
        """The author's channel."""
        return self.snippet.author_channel_id.value

    @property
    def at(self) -> datetime:
        return self.snippet.published_at.astimezone(UTC)

    def published(self, video: str = "") -> Published:
        return Published(external_id=self.id, url=address(self.id, self.snippet.video_id or video), at=self.at)


class Comments(msgspec.Struct, rename="camel"):
    items: list[Comment]
    next_page_token: str = ""


class _Replies(msgspec.Struct):
    comments: list[Comment]


class _ThreadSnippet(msgspec.Struct, rename="camel"):
    top_level_comment: Comment
    video_id: str = ""
    total_reply_count: int = 0


class CommentThread(msgspec.Struct):
    """A comment and a few of the answers to it."""

    id: str
    snippet: _ThreadSnippet
    replies: _Replies | None = None

    @property
    def top(self) -> Comment:
        return self.snippet.top_level_comment

    @property
    def given(self) -> list[Comment]:
        return self.replies.comments if self.replies else []

    @property
    def whole(self) -> bool:
        return len(self.given) >= self.snippet.total_reply_count


class CommentThreads(msgspec.Struct, rename="camel"):
    items: list[CommentThread]
    next_page_token: str = ""


class _ChannelSnippet(msgspec.Struct, rename="camel"):
    title: str = ""
    custom_url: str = ""
    """With an ``@``."""


class Channel(msgspec.Struct):
    id: str
    snippet: _ChannelSnippet


class Channels(msgspec.Struct):
    items: list[Channel] = []


T = TypeVar("T")


def read(kind: type[T], answered: Answered) -> T:
    return shaped(kind, answered.body, "YouTube")


def address(comment: str, video: str) -> str:
    return f"https://www.youtube.com/watch?v={video}&lc={comment}"


def said(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else None
    return str(error.get("message", "")) if isinstance(error, dict) else ""


def _reason(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else None
    errors = error.get("errors") if isinstance(error, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    return str(first.get("reason", "")) if isinstance(first, dict) else ""


def complaint(answered: Answered) -> BackchannelError | None:
    """YouTube's 403 and 400 mean many things; the reason beside them says which."""
    reason = _reason(answered.body)
    if reason in _USED_UP:
        return ThrottledError("YouTube's quota of the day is used up.", midnight_in_california(datetime.now(UTC)))
    if reason in _TOO_FAST:
        return ThrottledError("YouTube asks to wait.", resumes_at(answered.headers))
    if answered.status == 403 and reason in _NOT_ALLOWED:
        return CredentialsError(f"YouTube does not let the account's token do that: {reason}.")
    if reason == "processingFailure":
        return OutcomeUnknownError("YouTube says that it failed to process the comment.")
    return None


def midnight_in_california(now: datetime) -> datetime:
    """The next, when quotas begin anew."""
    tomorrow = now.astimezone(CALIFORNIA).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), CALIFORNIA).astimezone(UTC)
