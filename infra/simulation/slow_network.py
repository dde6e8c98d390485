"""A network as it is on a bad day: late, lagging, throttling, and not always truthful about what it did."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from infra.simulation.timeline import Timeline
from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    OutcomeUnknownError,
    Ready,
    RefusedError,
    Shown,
    ThrottledError,
    capabilities_of,
)

CLOCK_SKEW = timedelta(seconds=30)
"""By which a connector reads further back than an attempt's start."""
LONGEST_LAG = 20.0
LONGEST_BEYOND = 300.0
"""Seconds after its bound within which the network still lands what it lands at all."""


class Fate(Enum):
    """Of a request to publish."""

    PUBLISHED = 0
    POSTED_BUT_500 = 1
    LANDS_AFTER_504 = 2
    LOST = 3
    THROTTLED = 4
    REFUSED = 5
    NO_CREDENTIALS = 6
    LANDS_BEYOND_BOUND = 7


@dataclass(kw_only=True)
class Status:
    id: str
    account: str
    post: str
    attempt: str
    text: str
    in_reply_to: str
    due_at: datetime | None
    sent_at: datetime
    """True time at which the request left."""
    at: datetime
    """True time at which it landed."""
    late: bool
    """Whether it landed beyond the bound that the connector declares."""
    listed_at: datetime
    """From when on the account's list of statuses shows it."""
    deleted: bool = False

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=f"https://social.example/{self.id}", at=self.at)


@dataclass
class SlowNetwork:
    """Whatever lands is told to ``landed``. It lands and is listed within the bound that the connector declares, or is
    ``late``."""

    timeline: Timeline
    landed: Callable[[Status], None]
    due: Callable[[str], datetime | None]
    """When a post was due, by its id."""
    settles: float = capabilities_of("mastodon").settles_within.total_seconds()
    statuses: dict[str, Status] = field(default_factory=dict)

    def connect(self, account: Account) -> "SlowLine":
        return SlowLine(self, account.id)

    def visible(self) -> list[Status]:
        return [status for status in self.statuses.values() if not status.deleted]

    def send(self, ready: Ready, account: str, gives_up: float) -> tuple[float, str | None]:
        """The request leaves. Returns when an answer will come, and the id of a status if it will name one."""
        timeline = self.timeline
        weights = timeline.weather.network
        fate = timeline.chance.choices(list(Fate)[: len(weights)], weights)[0]
        now, takes, bound = timeline.ticks, self._takes(), gives_up + self.settles
        if now > bound:
            raise OutcomeUnknownError("it was kept so long that it never left")
        match fate:
            case Fate.THROTTLED:
                wait = timeline.chance.choice((None, 1, 30, 120, 900))
                raise ThrottledError("429", None if wait is None else timeline.at + timedelta(seconds=wait))
            case Fate.REFUSED:
                raise RefusedError("422")
            case Fate.NO_CREDENTIALS:
                raise CredentialsError("401")
            case Fate.LANDS_AFTER_504:
                lands = timeline.chance.uniform(now, bound)
            case Fate.LANDS_BEYOND_BOUND:
                lands = bound + timeline.chance.uniform(1.0, LONGEST_BEYOND)
            case _:
                lands = min(now + takes, bound)
        part, attempt = ready.part, ready.attempt.id
        id_ = f"s_{attempt}"
        if fate is not Fate.LOST:
            lag = timeline.chance.choice((0.0, 0.0, timeline.chance.uniform(0, LONGEST_LAG)))
            status = Status(
                id=id_,
                account=account,
                post=part.post,
                attempt=attempt,
                text=part.text,
                in_reply_to=part.in_reply_to,
                due_at=self.due(part.post),
                sent_at=timeline.at,
                at=timeline.at + timedelta(seconds=lands - now),
                listed_at=timeline.at + timedelta(seconds=max(lands, min(lands + lag, bound)) - now),
                late=lands > bound,
            )
            timeline.later(lands - now, lambda: self._land(status))
        return now + takes, id_ if fate is Fate.PUBLISHED else None

    def _takes(self) -> float:
        timeline = self.timeline
        if timeline.happens(timeline.weather.slow):
            return timeline.chance.uniform(1.0, 40.0)
        return timeline.chance.uniform(0.02, 0.8)

    def _land(self, status: Status) -> None:
        self.timeline.note("network", "landed", status.id, status.post)
        self.landed(status)
        self.statuses[status.id] = status

    def unreadable(self) -> None:
        if self.timeline.happens(self.timeline.weather.unreadable):
            raise self.timeline.chance.choice((ThrottledError("429", None), OutcomeUnknownError("503")))


@dataclass
class SlowLine:
    network: SlowNetwork
    account: str

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        network, timeline = self.network, self.network.timeline
        gives_up = timeline.ticks + timeout

        def send() -> tuple[float, str | None]:
            return network.send(ready, self.account, gives_up)

        answers, id_ = timeline.call("network.send", send)
        timeline.wait("network.answer", max(0.0, min(answers, gives_up) - timeline.ticks))
        if id_ is None or id_ not in network.statuses:
            raise OutcomeUnknownError("no answer came")
        return network.statuses[id_].published

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        network = self.network

        def look() -> Published | None:
            network.unreadable()
            for status in network.visible():
                theirs = status.account == self.account and (status.text, status.in_reply_to) == (
                    part.text,
                    part.in_reply_to,
                )
                listed = attempt.started_at - CLOCK_SKEW <= status.at and status.listed_at <= network.timeline.at
                if theirs and listed and status.id not in taken:
                    return status.published
            return None

        found: Published | None = network.timeline.call("network.find", look)
        return found

    def recall(self, external_id: str) -> None:
        network = self.network

        def delete() -> None:
            network.unreadable()
            if not network.timeline.happens(network.timeline.weather.lies):
                network.statuses[external_id].deleted = True
            network.unreadable()

        network.timeline.call("network.recall", delete)

    def visible(self, external_id: str) -> bool:
        network = self.network

        def look() -> bool:
            network.unreadable()
            return not network.statuses[external_id].deleted

        return bool(network.timeline.call("network.visible", look))

    def recent(self, since: datetime) -> Sequence[Shown]:
        network = self.network

        def look() -> list[Shown]:
            network.unreadable()
            listed = [one for one in network.visible() if one.account == self.account and one.at >= since]
            return [Shown(published=one.published, text=one.text) for one in reversed(listed)]

        shown: list[Shown] = network.timeline.call("network.recent", look)
        return shown
