"""A network that stands still between two events: a request to publish leaves, it lands or is lost, an answer comes."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from infra.simulation.parts import Ask
from shared.domain.attempts import Attempt
from shared.domain.clock import Clock
from shared.domain.posts import Part, Published
from shared.networks import OutcomeUnknownError, Ready, Shown


@dataclass(frozen=True, slots=True)
class Flight:
    """A request under way. It may land after its sender has died."""

    attempt: str
    post: str
    text: str
    lands_until: datetime
    head: int | None = None
    """What the account stood at when it was made ready, where a network asks for that."""


@dataclass(frozen=True, slots=True)
class Status:
    id: str
    attempt: str
    post: str
    text: str
    at: datetime
    deleted: bool = False

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=f"https://social.example/{self.id}", at=self.at)


Content = tuple[tuple[Flight, ...], tuple[Status, ...], int]


@dataclass(slots=True)
class Wire:
    """The network itself, and the requests on their way to it."""

    flights: tuple[Flight, ...] = ()
    statuses: tuple[Status, ...] = ()
    head: int = 0
    """Moves with each change of the account."""

    @property
    def content(self) -> Content:
        return self.flights, self.statuses, self.head

    @classmethod
    def of(cls, content: Content) -> "Wire":
        return cls(*content)

    def prepare(self) -> int:
        return self.head

    def fence(self) -> None:
        self.head += 1

    def send(self, flight: Flight) -> None:
        self.flights = (*self.flights, flight)

    def lose(self, flight: Flight) -> None:
        self.flights = tuple(one for one in self.flights if one != flight)

    def land(self, flight: Flight, at: datetime) -> None:
        """Unless it was made ready before the account's latest change: then it is refused."""
        self.lose(flight)
        if flight.head not in (None, self.head):
            return
        self.head += 1
        landed = Status(f"s{len(self.statuses) + 1}", flight.attempt, flight.post, flight.text, at)
        self.statuses = (*self.statuses, landed)

    def answer(self, flight: Flight) -> Published:
        """Asked for when it has landed or is lost, or when its sender waits no longer."""
        for status in self.statuses:
            if status.attempt == flight.attempt:
                return status.published
        raise OutcomeUnknownError("no answer came")

    def find(self, post: str, since: datetime, taken: frozenset[str]) -> Published | None:
        for status in self._up():
            if status.post == post and status.at >= since and status.id not in taken:
                return status.published
        return None

    def recall(self, external_id: str) -> None:
        self.statuses = tuple(replace(one, deleted=True) if one.id == external_id else one for one in self.statuses)

    def visible(self, external_id: str) -> bool:
        return any(status.id == external_id for status in self._up())

    def recent(self, since: datetime) -> list[Shown]:
        return [Shown(published=one.published, text=one.text) for one in reversed(self._up()) if one.at >= since]

    def _up(self) -> list[Status]:
        return [status for status in self.statuses if not status.deleted]


@dataclass(frozen=True)
class WireLine:
    """An account's connection to the wire, each of whose calls is put to ``ask``."""

    ask: Callable[[Ask], Any]
    clock: Clock

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        part = ready.part
        until = self.clock.now() + timedelta(seconds=timeout)
        flight = Flight(ready.attempt.id, part.post, part.text, until, ready.prepared)
        self.ask(Ask("network", "send", (flight,)))
        published: Published = self.ask(Ask("network", "answer", (flight,)))
        return published

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        asked = (part.post, attempt.started_at, frozenset(taken))
        found: Published | None = self.ask(Ask("network", "find", asked))
        return found

    def recall(self, external_id: str) -> None:
        self.ask(Ask("network", "recall", (external_id,)))

    def visible(self, external_id: str) -> bool:
        return bool(self.ask(Ask("network", "visible", (external_id,))))

    def recent(self, since: datetime) -> Sequence[Shown]:
        shown: Sequence[Shown] = self.ask(Ask("network", "recent", (since,)))
        return shown


@dataclass(frozen=True)
class FencedWireLine(WireLine):
    """Of an account whose network takes a post only as long as nothing else has changed since it was made ready."""

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:  # noqa: ARG002
        return Ready(part=part, attempt=attempt, prepared=self.ask(Ask("network", "prepare")))

    def fence(self) -> None:
        self.ask(Ask("network", "fence"))
