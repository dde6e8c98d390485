"""Posts of one account go out in the order in which they are due; those due at one instant, in that of their ids.

A lane holds who is on the way: who joined late, was throttled or is slow is still ahead of all that are due after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.domain.posts import LATENESS_WINDOW, Post, PostState
from shared.domain.schedule import FAR_AHEAD, Due

ON_THE_WAY = LATENESS_WINDOW + SEND_DEADLINE + DEADLINE_MARGIN
"""From a post's time to the last moment at which it may still go out."""
_NOT_OUT = frozenset({PostState.SCHEDULED, PostState.CLAIMED})


@dataclass(frozen=True, slots=True)
class Place:
    due_at: datetime
    post: str

    @property
    def order(self) -> tuple[datetime, str]:
        return self.due_at, self.post


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """An account's posts that have been handed to their queue."""

    client: str
    account: str
    places: tuple[Place, ...] = ()
    closed_until: datetime | None = None
    """Until then the network takes no more posts, by what it said to the last one."""
    version: int = 1

    @property
    def empty_at(self) -> datetime | None:
        """When all of them are out of the way, and it is open; None for a lane without any that was never closed."""
        ends = [one.due_at + ON_THE_WAY for one in self.places]
        return max([*ends, self.closed_until] if self.closed_until else ends, default=None)

    def joined(self, posts: Iterable[Post], now: datetime) -> "Lane":
        """The lane with ``posts`` in their places, and without those whose time is long over."""
        joining = {post.id: place(post) for post in posts}
        staying = [one for one in self.places if one.post not in joining and not _is_over(one.due_at, now, ON_THE_WAY)]
        places = sorted([*staying, *joining.values()], key=lambda one: one.order)
        return replace(self, places=tuple(places), version=self.version + 1)

    def closed(self, until: datetime) -> "Lane":
        return replace(self, closed_until=until, version=self.version + 1)

    def opens_at(self, at: datetime, due_at: datetime) -> datetime | None:
        """When what was to go out ``at`` its time can go instead; None when it can go then.

        What could not wait so long goes as well: that it is too late is for the network to say, whose headers may
        have spoken of another quota.
        """
        until = self.closed_until
        return until if until is not None and at < until and not _is_over(due_at, until, LATENESS_WINDOW) else None

    def ahead_of(self, post: Post) -> tuple[str, ...]:
        """The posts that may have to go out before ``post``."""
        mine = place(post).order
        return tuple(one.post for one in self.places if one.order < mine)


def place(post: Post) -> Place:
    """Raises ValueError for a post that is not scheduled: it has no time."""
    if post.due_at is None:
        raise ValueError(f"{post.id} has no time at which it is due")
    return Place(post.due_at, post.id)


def convoys(due: Iterable[Due]) -> Iterator[tuple[Due, ...]]:
    """What goes out by one hand: of one account, in order, each within :data:`FAR_AHEAD` of the one before."""
    lanes: dict[tuple[str, str], list[Due]] = {}
    for one in sorted(due, key=lambda one: place(one.post).order):
        lanes.setdefault(one.account, []).append(one)
    for lane in lanes.values():
        first = 0
        for last, (one, following) in enumerate(pairwise(lane), 1):
            if following.at - one.at > FAR_AHEAD:
                yield tuple(lane[first:last])
                first = last
        yield tuple(lane[first:])


def still_ahead(other: Post, post: Post, now: datetime) -> bool:
    """Whether ``post`` has to wait for ``other``, which stood before it in the lane and may have moved since.

    A post whose outcome is not known is out of the way: its call is over.
    """
    if other.state not in _NOT_OUT or place(other).order > place(post).order:
        return False
    return other.state is PostState.CLAIMED or not _is_over(place(other).due_at, now, LATENESS_WINDOW)


def _is_over(due_at: datetime, now: datetime, span: timedelta) -> bool:
    return now - due_at > span
