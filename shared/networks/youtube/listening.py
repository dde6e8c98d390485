"""What is said under a channel's videos, as far as the latest conversations there show it.

YouTube lists conversations by the time at which they began, so an answer in one that began long ago is not come by.
Source: https://developers.google.com/youtube/v3/docs/commentThreads/list
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from shared.domain.listening.mentions import Report
from shared.networks import Heard
from shared.networks.youtube.answers import Comment, CommentThread, address

LOOKED_AT = 100
"""Conversations in which answers are looked for, however long ago they began: as many as one call gives."""
_BEGINNING = datetime(2005, 1, 1, tzinfo=UTC)


def heard(threads: Iterable[CommentThread], own: str, cursor: str) -> Heard:
    """``cursor``: when the last of what was heard was said, and its ids of that second."""
    if not cursor:
        return Heard(reports=(), cursor=_cursor(datetime.now(UTC), ()))
    since, known = _parsed(cursor)
    found: dict[str, tuple[Comment, Report]] = {}
    for thread in latest(threads, since):
        for comment in (thread.top, *thread.given):
            if comment.author != own and comment.at >= since and comment.id not in known:
                found[comment.id] = (comment, _report(comment, thread))
    ordered = sorted(found.values(), key=lambda pair: pair[0].at)
    reports = tuple(report for _, report in ordered)
    if not ordered:
        return Heard(reports=(), cursor=cursor)
    last = ordered[-1][0].at
    ids = [comment.id for comment, _ in ordered if comment.at == last]
    return Heard(reports=reports, cursor=_cursor(last, (*ids, *(known if last == since else ()))))


def latest(threads: Iterable[CommentThread], since: datetime) -> Iterator[CommentThread]:
    """All that began after ``since``, and :data:`LOOKED_AT` at least."""
    for number, thread in enumerate(threads, 1):
        yield thread
        if number >= LOOKED_AT and thread.top.at < since:
            return


def _report(comment: Comment, thread: CommentThread) -> Report:
    snippet = comment.snippet
    edited = snippet.updated_at is not None and snippet.updated_at != snippet.published_at
    return Report(
        network="youtube",
        external_id=comment.id,
        author=snippet.author_display_name or comment.author,
        text=comment.text,
        url=address(comment.id, thread.snippet.video_id),
        posted_at=comment.at,
        in_reply_to=thread.top.id if comment.id != thread.top.id else thread.snippet.video_id,
        conversation=thread.top.id,
        edited_at=snippet.updated_at.astimezone(UTC) if edited and snippet.updated_at else None,
    )


def _cursor(at: datetime, ids: Iterable[str]) -> str:
    return " ".join((at.astimezone(UTC).isoformat(), *sorted(ids)))


def _parsed(cursor: str) -> tuple[datetime, frozenset[str]]:
    """A cursor that is none starts at the beginning."""
    at, *ids = cursor.split(" ")
    try:
        since = datetime.fromisoformat(at)
    except ValueError:
        return _BEGINNING, frozenset()
    return (since, frozenset(ids)) if since.tzinfo else (_BEGINNING, frozenset())
