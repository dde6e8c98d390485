"""A clock and a social network in memory, for the whole product in one process."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Media, Part, Published
from shared.networks import Identity, OutcomeUnknownError, Posted, Ready, RefusedError, Shown

START = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """Both clocks in step; ``sleep`` moves them."""

    at: datetime = START
    ticks: float = 0.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.ticks

    def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.ticks += seconds


@dataclass
class Status:
    id: str
    text: str
    account: str
    attempt: str
    at: datetime
    in_reply_to: str = ""
    media: tuple[Media, ...] = ()
    deleted: bool = False
    likes: int = 0


@dataclass
class MemoryNetwork:
    """A network as it really behaves: what it holds and what it answers are two things.

    ``faults`` are raised or obeyed in order, one per publish: an exception to raise without posting,
    ``"posted, then lost"`` for a status that lands although the caller hears nothing, ``"on its way"`` for one that
    lands when it arrives.
    """

    clock: FakeClock
    statuses: list[Status] = field(default_factory=list)
    faults: list[Any] = field(default_factory=list)
    delete_lies: bool = False
    prepared: Callable[[], object] | None = None
    """What happens while a part is prepared."""
    unreadable: Exception | None = None
    unconnectable: Exception | None = None
    unrecallable: Exception | None = None
    locked: Collection[str] = ()
    """Statuses that it refuses to delete."""
    calls: int = 0
    reads: int = 0
    """How often a timeline was read."""
    timeouts: list[float] = field(default_factory=list)
    """Seconds that each publish was given."""
    ahead: timedelta = timedelta(0)
    """How far its clock is ahead of ours."""
    fenced: bool = False
    """Whether it can be made to refuse what is still on its way."""
    on_its_way: list[Status] = field(default_factory=list)
    unfenced: Exception | None = None
    """What a fence is answered."""
    identities: dict[str, Identity] = field(default_factory=dict)
    """Whom an access token speaks for, by token; any other speaks for whoever is named."""
    unidentified: Exception | None = None
    uncounted: Exception | None = None
    """What it says instead of how posts did."""
    counted: list[tuple[str, ...]] = field(default_factory=list)
    """Of which posts it was asked how they did, call by call."""
    takes: float = 0.0
    """Seconds that it takes to say how posts did."""
    closed_until: datetime | None = None
    """Until when it says, with a post that it takes, that it takes no more."""

    def open(self, account: Account, credentials: Mapping[str, str]) -> "MemoryLine":
        """As the desk does, with credentials out of no vault."""
        if self.unconnectable:
            raise self.unconnectable
        return MemoryLine(self, account, credentials)

    def connect(self, account: Account) -> "MemoryLine":
        if self.unconnectable:
            raise self.unconnectable
        return FencedLine(self, account) if self.fenced else MemoryLine(self, account)

    def arrive(self) -> None:
        """What was on its way lands."""
        self.statuses += self.on_its_way
        self.on_its_way.clear()

    def live(self) -> list[Status]:
        return [status for status in self.statuses if not status.deleted]


@dataclass
class MemoryLine:
    network: MemoryNetwork
    account: Account
    credentials: Mapping[str, str] = field(default_factory=dict)

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        assert timeout > 0
        if self.network.prepared:
            self.network.prepared()
        return Ready(part=part, attempt=attempt)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        assert timeout > 0
        self.network.calls += 1
        self.network.timeouts.append(timeout)
        fault = self.network.faults.pop(0) if self.network.faults else None
        if isinstance(fault, Exception):
            raise fault
        status = Status(
            id=str(len(self.network.statuses) + 1),
            text=ready.part.text,
            account=self.account.id,
            attempt=ready.attempt.id,
            in_reply_to=ready.part.in_reply_to,
            media=ready.part.media,
            at=self.network.clock.now() + self.network.ahead,
        )
        if fault == "on its way":
            self.network.on_its_way.append(status)
            raise OutcomeUnknownError("no answer came")
        self.network.statuses.append(status)
        if fault == "posted, then lost":
            raise OutcomeUnknownError("no answer came")
        return self._published(status)

    def closed_until(self) -> datetime | None:
        return self.network.closed_until

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        if self.network.unreadable:
            raise self.network.unreadable
        for status in self.network.live():
            of_post = status.text == part.text and status.account == self.account.id
            if of_post and status.at >= attempt.started_at + self.network.ahead and status.id not in taken:
                return self._published(status)
        return None

    def recall(self, external_id: str) -> None:
        if self.network.unrecallable:
            raise self.network.unrecallable
        if external_id in self.network.locked:
            raise RefusedError("This post is locked.")
        for status in self.network.statuses:
            if status.id == external_id and not self.network.delete_lies:
                status.deleted = True

    def visible(self, external_id: str) -> bool:
        return any(status.id == external_id for status in self.network.live())

    def identity(self) -> Identity:
        if self.network.unidentified:
            raise self.network.unidentified
        named = Identity(external_id=f"id-{self.account.handle.casefold()}", handle=self.account.handle)
        return self.network.identities.get(self.credentials.get("access_token", ""), named)

    def recent(self, since: datetime) -> list[Shown]:
        self.network.reads += 1
        if self.network.unreadable:
            raise self.network.unreadable
        mine = [one for one in self.network.live() if one.account == self.account.id and one.at >= since]
        return [Shown(published=self._published(status), text=status.text) for status in reversed(mine)]

    def engagement(self, posts: Sequence[Posted]) -> dict[str, Engagement]:
        self.network.counted.append(tuple(post.external_id for post in posts))
        self.network.clock.sleep(self.network.takes)
        if self.network.uncounted:
            raise self.network.uncounted
        asked = {post.external_id for post in posts}
        return {one.id: Engagement(likes=one.likes, replies=0) for one in self.network.live() if one.id in asked}

    def _published(self, status: Status) -> Published:
        return Published(external_id=status.id, url=f"https://social.example/@acme/{status.id}", at=status.at)


class FencedLine(MemoryLine):
    def fence(self) -> None:
        self.network.on_its_way.clear()
        if self.network.unfenced:
            raise self.network.unfenced
