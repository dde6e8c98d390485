"""How a published post did on its network: its counts an hour, a day and a week after it went out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from itertools import groupby, islice

from shared.domain.posts import Post, PostState


@dataclass(frozen=True, kw_only=True, slots=True)
class Engagement:
    """As the network counts it up to now; None for what it does not tell."""

    likes: int | None = None
    replies: int | None = None
    reposts: int | None = None
    quotes: int | None = None
    views: int | None = None

    def told(self) -> dict[str, int | None]:
        """By name. What can be no count, such as one below nothing, which some servers come to, is not told."""
        counts = asdict(self)
        return {name: None if count is None or count < 0 else count for name, count in counts.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One of the ages at which a post is read back."""

    name: str
    after: timedelta
    within: timedelta
    """How much later its counts are still what its name says. What could not be read by then is left out."""


STEPS = (
    Step(name="1h", after=timedelta(hours=1), within=timedelta(hours=1)),
    Step(name="24h", after=timedelta(hours=24), within=timedelta(hours=6)),
    Step(name="7d", after=timedelta(days=7), within=timedelta(days=1)),
)
"""By age: what cannot wait long comes first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """A place in an account's published posts, which have an order: by time, and those of one moment by id."""

    at: datetime
    post: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBack:
    """How far an account's posts have been read back. Written together with what was read, so that none is twice."""

    account: str
    client: str
    reached: Mapping[str, Reached] = field(default_factory=dict)
    """By step."""
    wait_until: datetime | None = None
    """Until when its network is left alone."""
    version: int = 1

    def through(self, due: Iterable["DuePost"]) -> "ReadBack":
        """The next version, with these behind it."""
        reached = {**self.reached, **{one.step.name: _place(one.post) for one in due}}
        return replace(self, reached=reached, wait_until=None, version=self.version + 1)

    def waiting(self, until: datetime) -> "ReadBack":
        return replace(self, wait_until=until, version=self.version + 1)

    def is_waiting(self, now: datetime) -> bool:
        return self.wait_until is not None and now < self.wait_until


@dataclass(frozen=True, kw_only=True, slots=True)
class DuePost:
    """A post that is at the age of a step."""

    step: Step
    post: Post

    def is_late(self, now: datetime) -> bool:
        """Whether of the time in which it may be read the last quarter has begun."""
        return now > self.post.state_at + self.step.after + self.step.within * 3 / 4


def in_calls(due: Iterable[DuePost], at_once: int) -> Iterator[Sequence[DuePost]]:
    """As many together as a network tells of in one call, each call of one step alone."""
    for _, of_step in groupby(due, key=lambda one: one.step):
        left = iter(of_step)
        while some := tuple(islice(left, at_once)):
            yield some


def not_yet_read_back(client: str, account: str) -> ReadBack:
    """Where every account begins: nothing is stored, and the next version is the first."""
    return ReadBack(account=account, client=client, version=0)


def published_between(step: Step, now: datetime) -> tuple[datetime, datetime]:
    """When posts went out that are at this step now."""
    return now - step.after - step.within, now - step.after


def due_posts(read_back: ReadBack, posts: Mapping[str, Iterable[Post]], now: datetime) -> list[DuePost]:
    """What of an account is to be read, step by step and the oldest first. ``posts``: published ones, by step."""
    found: list[DuePost] = []
    for step in STEPS:
        of_step = (post for post in posts.get(step.name, ()) if _is_at(step, post, now))
        ordered = sorted(of_step, key=lambda post: (post.state_at, post.id))
        found += [DuePost(step=step, post=post) for post in ordered if _is_behind(read_back, step, post)]
    return found


def _is_at(step: Step, post: Post, now: datetime) -> bool:
    """Whether it is out, for people and not for a drill, and of this age."""
    since, until = published_between(step, now)
    standing = post.state is PostState.PUBLISHED and not post.shadow and post.sent
    return bool(standing) and since <= post.state_at <= until


def _is_behind(read_back: ReadBack, step: Step, post: Post) -> bool:
    reached = read_back.reached.get(step.name)
    return reached is None or (post.state_at, post.id) > (reached.at, reached.post)


def _place(post: Post) -> Reached:
    return Reached(at=post.state_at, post=post.id)
