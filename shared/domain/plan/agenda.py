"""The places that an account's posts have taken in its plan.

Whatever schedules a post writes its account's agenda in the same transaction, on condition that nobody else has. So two
cannot both take a day's last place. A place is given back when it is wanted by another: who wants it looks whether the
post that holds it still stands. A post that does not can only come back by being scheduled anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.domain.errors import StateError
from shared.domain.posts import Post, PostState

KEPT = timedelta(days=3)
"""A place that is past: longer than the longest day and the largest gap."""
REACH = timedelta(hours=26)
"""How far from its time a place can be in another's way: more than the longest day and the largest gap."""
MOST_PLACES = 2_000
"""Of one account: they are one record."""
STANDING = frozenset(
    {
        PostState.SCHEDULED,
        PostState.CLAIMED,
        PostState.UNKNOWN,
        PostState.PUBLISHED,
        PostState.UNVERIFIED,
        PostState.RECALL_FAILED,
    }
)
"""On its way, out, or perhaps out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """The place of a post."""

    post: str
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    client: str
    account: str
    places: tuple[Taken, ...] = ()
    """By time."""
    version: int = 0

    def with_place(self, place: Taken, now: datetime) -> "Agenda":
        """With the post's only place, and without those that are long past."""
        others = (one for one in self.places if one.post != place.post and one.at > now - KEPT)
        places = tuple(sorted((*others, place), key=lambda one: one.at))
        if len(places) > MOST_PLACES:
            raise StateError(f"More than {MOST_PLACES:,} posts of this account are planned already; cancel some.")
        return replace(self, places=places, version=self.version + 1)

    def without(self, given_back: Iterable[str]) -> "Agenda":
        gone = frozenset(given_back)
        return replace(self, places=tuple(one for one in self.places if one.post not in gone))

    def around(self, since: datetime, most: int) -> tuple[str, ...]:
        """The posts that hold the first ``most`` places from ``since`` on."""
        return tuple(one.post for one in self.places if one.at >= since)[:most]


def takes_place(post: Post) -> bool:
    """Whether the cadence counts it: an answer is none of its own accord."""
    return post.mention is None


def stands(post: Post) -> bool:
    """Whether it holds a place. A thread that was held with parts of it out does."""
    return post.state in STANDING or (bool(post.sent) and post.state is not PostState.RECALLED)


def given_back(asked: Iterable[str], found: Mapping[str, Post]) -> frozenset[str]:
    """Those of ``asked`` that hold no place any more."""
    return frozenset(id_ for id_ in asked if id_ not in found or not stands(found[id_]))


def seeded(client: str, account: str, posts: Iterable[Post]) -> Agenda:
    """Of an account that had none: what was on its way before there was a plan."""
    places = [
        Taken(post=post.id, at=post.due_at)
        for post in posts
        if post.account == account and post.due_at is not None and takes_place(post) and stands(post)
    ]
    return Agenda(client=client, account=account, places=tuple(sorted(places, key=lambda one: one.at)))
