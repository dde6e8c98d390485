"""One event on its way to one endpoint: what became of it, and when it is tried again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry

PAUSES = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 60, 300, 1800, *(hours * 3600 for hours in (2, 5, 10, 14, 20)), 20.5 * 3600)
)
"""After each refusal of an event whose endpoint takes others; three days in all. Close to what Standard Webhooks
recommends (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md)."""
JITTER = 0.2
"""The largest part of a pause that is added to it, so that what failed together is not tried again together."""
ABOUT_DELIVERIES = "delivery."
"""What the types of facts begin with that say what became of a delivery."""


class DeliveryState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    ABANDONED = "abandoned"


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What an endpoint is told, or was. What is told stands in the ledger, and nowhere else."""

    id: str
    """The ledger entry's, by which a receiver knows it again."""
    endpoint: str
    client: str
    type: str
    subject: str
    """What happened to one subject is told in its order."""
    at: datetime
    """When it happened."""
    queued_at: datetime
    state: DeliveryState = DeliveryState.WAITING
    replay: str = ""
    """That has it told again; it waits behind all that is told for the first time."""
    tries: int = 0
    refused: int = 0
    """How often it was refused by itself, which says when it is tried again."""
    status: int = 0
    """Of the last answer; 0 for none."""
    because: str = ""
    """Why it was not taken, the last time."""
    next_at: datetime | None = None
    """Not before; None: as soon as its endpoint is told anything."""
    ended_at: datetime | None = None
    version: int = 1

    @property
    def waits(self) -> bool:
        return self.state is DeliveryState.WAITING

    def is_due(self, now: datetime) -> bool:
        return self.next_at is None or self.next_at <= now

    def told(self, now: datetime, status: int) -> "Delivery":
        return self._tried(status, "", state=DeliveryState.DELIVERED, next_at=None, ended_at=now)

    def held_up(self, status: int, because: str) -> "Delivery":
        """It was its endpoint that did not answer; it waits for that."""
        return self._tried(status, because)

    def refused_once_more(self, now: datetime, status: int, because: str, jitter: float) -> "Delivery":
        """Tried again by its own schedule, or given up at the end of that."""
        if self.refused >= len(PAUSES):
            return self._tried(status, because, state=DeliveryState.ABANDONED, next_at=None, ended_at=now)
        next_at = now + jittered(PAUSES[self.refused], jitter)
        return self._tried(status, because, refused=self.refused + 1, next_at=next_at)

    def _tried(self, status: int, because: str, **changes: object) -> "Delivery":
        changed = {
            "status": status,
            "because": because,
            "tries": self.tries + 1,
            "version": self.version + 1,
            **changes,
        }
        return replace(self, **changed)  # type: ignore[arg-type]

    def again(self, replay: str, now: datetime) -> "Delivery":
        """Told again, under the same id."""
        return replace(
            self,
            state=DeliveryState.WAITING,
            replay=replay,
            queued_at=now,
            refused=0,
            next_at=None,
            ended_at=None,
            version=self.version + 1,
        )


def queued(entry: Entry, endpoint: str, now: datetime) -> Delivery:
    """What is told for the first time, whoever has it told: so that of one subject it is told in its order."""
    return Delivery(
        id=entry.id,
        endpoint=endpoint,
        client=entry.realm,
        type=entry.type,
        subject=entry.subject,
        at=entry.at,
        queued_at=now,
    )


def wants(endpoint: Endpoint, entry: Entry) -> bool:
    """Whether an endpoint is told of an entry.

    What became of a delivery is told to other endpoints than its own, and only once: or two that fail would feed
    each other.
    """
    if not endpoint.wants(entry):
        return False
    if not entry.type.startswith(ABOUT_DELIVERIES):
        return True
    return entry.subject != endpoint.id and not str(entry.data.get("event_type", "")).startswith(ABOUT_DELIVERIES)


def jittered(pause: timedelta, jitter: float) -> timedelta:
    """``jitter``: 0 … 1."""
    return pause * (1 + JITTER * jitter)


def due(waiting: Iterable[Delivery], now: datetime, most: int) -> tuple[Sequence[Delivery], datetime | None]:
    """What may be told now of what waits, in its order; and when there is more.

    Whatever waits for its time holds up what happened later to the same subject, and nothing else.
    """
    found: list[Delivery] = []
    held: set[str] = set()
    next_at: datetime | None = None
    for delivery in waiting:
        if delivery.subject in held:
            continue
        if delivery.next_at is not None and not delivery.is_due(now):
            held.add(delivery.subject)
            next_at = min(next_at or delivery.next_at, delivery.next_at)
            continue
        found.append(delivery)
        if len(found) == most:
            return found, now
    return found, next_at
