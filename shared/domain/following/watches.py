"""What is out is watched: whoever replies to it comes to the front of the inbox."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.domain.following.follow_ups import FollowUp, follow_up_id
from shared.domain.posts import Post, Published

LONGEST = timedelta(days=30)
"""A client may have a post watched for."""
KEPT = timedelta(days=7)
"""After that."""
RECALLED = "recalled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """A post, or a part of a thread, of which replies are awaited. For how long is the client's to say."""

    id: str
    client: str
    network: str
    external_id: str
    """The network's id of what is out."""
    url: str
    post: str
    part: int
    account: str
    function: str
    author: str
    mention: str | None
    """What the post answers."""
    opened_at: datetime
    closed_at: datetime | None = None
    closed_by: str | None = None
    outcome: str = ""
    version: int = 1

    @property
    def forgotten_at(self) -> datetime:
        return self.opened_at + LONGEST + KEPT

    def covers(self, at: datetime, lasts: timedelta) -> bool:
        """Whether what was said at this time follows it. ``lasts``: so long is such a post watched."""
        return at < (self.closed_at or at + LONGEST) and at <= self.opened_at + lasts

    def closed(self, outcome: str, by: str, at: datetime) -> "Watch":
        return replace(self, closed_at=at, closed_by=by, outcome=outcome, version=self.version + 1)


def watch_id(client: str, network: str, external_id: str) -> str:
    """Known to whoever is told of a reply to it, so that the watch is found by its key."""
    return f"wch_{hashlib.sha256(chr(31).join((client, network, external_id)).encode()).hexdigest()[:32]}"


def opened(post: Post, part: int, published: Published) -> Watch | None:
    """The watch of a part that is out now; None on an account for drills, of which nobody awaits anything."""
    if post.shadow:
        return None
    return Watch(
        id=watch_id(post.client, post.network, published.external_id),
        client=post.client,
        network=post.network,
        external_id=published.external_id,
        url=published.url,
        post=post.id,
        part=part,
        account=post.account,
        function=post.function,
        author=post.author,
        mention=post.mention,
        opened_at=published.at,
    )


def promised(post: Post, at: datetime) -> tuple[FollowUp, ...]:
    """What a post that is out as a whole has promised."""
    return tuple(
        FollowUp(
            id=follow_up_id(post.id, number),
            client=post.client,
            agency=post.agency,
            function=post.function,
            post=post.id,
            mention=post.mention,
            what=commitment.what,
            due_at=commitment.due_at,
            owner=post.author,
            made_at=at,
            next_at=commitment.due_at,
        )
        for number, commitment in enumerate(post.commitments)
    )
