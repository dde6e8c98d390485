"""Everything that happens later: timers in minute buckets, when each is due, and wall-clock times across DST."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from shared.domain.errors import InvalidError
from shared.domain.posts import Post, PostState

SHARDS = 4
LOOK_BACK = timedelta(minutes=2)
"""A timer may be written a little after its minute was read."""
MOST_AT_ONCE = timedelta(hours=6)
"""What one tick reads at the most after an outage; the next ones read on."""
LOOK_AHEAD = timedelta(minutes=2)
"""What is due sooner than this goes straight to its queue; SQS holds it back."""
WAKE_EARLY = timedelta(seconds=1)
"""A queue counts whole seconds and may be late itself; a message arrives this early, or up to a second more."""
FAR_AHEAD = timedelta(seconds=5)
"""A message this early goes back to the queue instead of keeping a function waiting."""
UPLOADING = timedelta(seconds=6)
"""A post with pictures is woken this much earlier still, so that they are with the network before its time."""


class TimerKind(StrEnum):
    POST = "post"


@dataclass(frozen=True, kw_only=True, slots=True)
class Timer:
    """Wakes ``subject`` at ``due_at``. Rescheduling writes another; a stale one finds a version that has moved on."""

    kind: TimerKind
    realm: str
    subject: str
    subject_version: int
    due_at: datetime
    version: int = 1

    @property
    def bucket(self) -> str:
        return bucket(self.due_at, zlib.crc32(self.subject.encode()) % SHARDS)


def wake_at(post: Post, at: datetime) -> Timer:
    """What wakes ``post``, as it is now, at ``at``."""
    return Timer(kind=TimerKind.POST, realm=post.client, subject=post.id, subject_version=post.version, due_at=at)


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """A post on its way to its sender, as it was when it was handed over. One that has changed since is not sent."""

    post: Post
    at: datetime
    """When to send it: the time of its timer, which may be later than the post's own."""

    @property
    def account(self) -> tuple[str, str]:
        """The client and its account."""
        return self.post.client, self.post.account

    @property
    def wanted_at(self) -> datetime:
        """When to begin with what comes before its time."""
        return self.at - UPLOADING if self.post.media and not self.post.sent else self.at


def due(timer: Timer, post: Post | None) -> Due | None:
    """What ``timer`` wakes, unless the post has moved on."""
    if post is None or post.version != timer.subject_version or post.state is not PostState.SCHEDULED:
        return None
    return Due(post=post, at=timer.due_at)


def bucket(at: datetime, shard: int) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M}#{shard}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """How far ticks have read: after an outage the next one goes on from there, and nothing is forgotten."""

    realm: str
    id: str
    until: datetime
    version: int = 1


def span_to_read(mark: Mark, now: datetime) -> tuple[datetime, datetime]:
    """What the next tick reads: from where the last one ended, with a look back, to the look ahead."""
    since = min(mark.until, now) - LOOK_BACK
    return since, min(now + LOOK_AHEAD, since + MOST_AT_ONCE)


def buckets_between(since: datetime, until: datetime) -> Iterator[str]:
    """The buckets of a span, oldest first."""
    at = since.replace(second=0, microsecond=0)
    while at <= until:
        for shard in range(SHARDS):
            yield bucket(at, shard)
        at += timedelta(minutes=1)


def is_soon(due_at: datetime, now: datetime) -> bool:
    return due_at - now <= LOOK_AHEAD


def delay_seconds(due_at: datetime, now: datetime) -> int:
    """Whole seconds for the queue to hold a message, so that it arrives just before it is due."""
    return max(0, min(900, int((due_at - WAKE_EARLY - now).total_seconds())))


def utc(at: datetime, field: str, zone: str = "UTC") -> datetime:
    """``at`` in UTC; without an offset it is a wall-clock time in ``zone``. Raises InvalidError."""
    try:
        return at.astimezone(UTC) if at.tzinfo else wall_clock(at, zone, field)
    except OverflowError as beyond:
        raise InvalidError("is beyond the calendar", field) from beyond


def wall_clock(local: datetime, zone: str, field: str) -> datetime:
    """A naive local time in ``zone`` as UTC. Refuses a time that the clocks skip, naming the two nearest."""
    place = ZoneInfo(zone)
    at = local.replace(tzinfo=place).astimezone(UTC)
    if at.astimezone(place).replace(tzinfo=None) == local:
        return at
    before = local.replace(tzinfo=place, fold=1).astimezone(UTC).astimezone(place)
    after = at.astimezone(place)
    raise InvalidError(
        f"{local:%Y-%m-%d %H:%M} does not exist in {zone}, where the clocks go forward; "
        f"the nearest such times are {before:%Y-%m-%d %H:%M} and {after:%Y-%m-%d %H:%M}",
        field,
    )
