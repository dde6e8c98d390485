"""An account's followers, as Bluesky's own network shows them.

Source: https://docs.bsky.app/docs/api/app-bsky-graph-get-followers
"""

from typing import Any

import msgspec

from shared.networks import Follower, Followers
from shared.networks.bluesky.records import moment
from shared.networks.bluesky.xrpc import Xrpc

PAGE = 100
PROFILES = 25
"""In one call."""


class _Profile(msgspec.Struct, rename="camel"):
    did: str
    handle: str
    description: str = ""
    avatar: str = ""
    created_at: str = ""
    followers_count: int | None = None
    follows_count: int | None = None
    posts_count: int | None = None

    def follower(self) -> Follower:
        return Follower(
            external_id=self.did,
            handle=self.handle,
            created_at=moment(self.created_at),
            followers=self.followers_count,
            following=self.follows_count,
            posts=self.posts_count,
            has_picture=bool(self.avatar),
            description=self.description,
        )


class _Profiles(msgspec.Struct):
    profiles: list[_Profile]


class _Page(msgspec.Struct):
    followers: list[_Profile]
    cursor: str | None = None


def followers(line: Xrpc, did: str, most: int) -> Followers:
    """A call for the total, one for each 100 followers, and one for each 25, which alone has their numbers."""
    total = line.ask("app.bsky.actor.getProfile", _Profile, actor=did).followers_count or 0
    found: list[_Profile] = []
    cursor: str | None = None
    while len(found) < most:
        asked: dict[str, Any] = {"actor": did, "limit": min(PAGE, most - len(found)), "cursor": cursor}
        page = line.ask("app.bsky.graph.getFollowers", _Page, **asked)
        found += page.followers
        cursor = page.cursor
        if not page.followers or cursor is None:
            break
    return Followers(total=total, sample=tuple(one.follower() for one in _with_numbers(line, found[:most])))


def _with_numbers(line: Xrpc, found: list[_Profile]) -> list[_Profile]:
    """The same, as each one's own profile has it."""
    whole: dict[str, _Profile] = {}
    for start in range(0, len(found), PROFILES):
        actors = [one.did for one in found[start : start + PROFILES]]
        profiles = line.ask("app.bsky.actor.getProfiles", _Profiles, actors=actors).profiles
        whole.update({one.did: one for one in profiles})
    return [whole.get(one.did, one) for one in found]
