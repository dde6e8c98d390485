"""A round of tellings: subjects side by side, what happened to one of them in its order."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from traceback import format_tb

from functions.notify.tell import Tell, Unanswered
from shared import telemetry
from shared.domain.clock import Clock
from shared.domain.couriers import Told
from shared.domain.deliveries import Delivery
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry

IN_VAIN = 8
"""Tellings that failed, none that got through: no further one is begun."""
DEFECT = "something is broken here, not at the endpoint; report it with the event's id"
AtOnce = Callable[[Sequence[Callable[[], None]], float], None]
"""Runs all of these, and returns when they are through, or when so many seconds are over."""


@dataclass(kw_only=True, slots=True)
class Round:
    """``starts_until``, ``ends_by``: on the monotonic clock."""

    tell: Tell
    clock: Clock
    endpoint: Endpoint
    entries: Mapping[str, Entry]
    starts_until: float
    ends_by: float
    _begun: dict[str, Delivery] = field(default_factory=dict)
    _ended: dict[str, Told] = field(default_factory=dict)

    def told(self, deliveries: Sequence[Delivery], at_once: AtOnce) -> list[Told]:
        """What was tried, and what came of it. One that is not through at the end got no answer."""
        lanes: defaultdict[str, list[Delivery]] = defaultdict(list)
        for delivery in deliveries:
            lanes[delivery.subject].append(delivery)
        jobs = [lambda lane=lane: self._go(lane) for lane in lanes.values()]
        at_once(jobs, max(0.0, self.ends_by - self.clock.monotonic()))
        begun, ended = list(self._begun.items()), dict(self._ended)
        now = self.clock.now()
        return [
            ended.get(id_) or Told(delivery=delivery, at=now, because="it gave no answer in time")
            for id_, delivery in begun
        ]

    def _go(self, lane: Sequence[Delivery]) -> None:
        for delivery in lane:
            if self.clock.monotonic() >= self.starts_until or self._is_in_vain():
                return
            self._begun[delivery.id] = delivery
            told = self._try(delivery)
            self._ended[delivery.id] = told
            if not told.got_through:
                return

    def _is_in_vain(self) -> bool:
        ended = [one for one in list(self._ended.values()) if not one.is_defect]
        if any(one.is_throttled or one.is_gone for one in ended):
            return True
        return len(ended) >= IN_VAIN and not any(one.got_through for one in ended)

    def _try(self, delivery: Delivery) -> Told:
        try:
            answer = self.tell(self.entries[delivery.id], self.endpoint)
        except Unanswered as silence:
            return Told(delivery=delivery, at=self.clock.now(), because=str(silence))
        except Exception as defect:  # noqa: BLE001 - what became of the others is to be written
            self._report(defect, delivery)
            return Told(delivery=delivery, at=self.clock.now(), because=DEFECT, is_defect=True)
        because = f"it answered {answer.status}"
        now = self.clock.now()
        return Told(delivery=delivery, at=now, status=answer.status, because=because, retry_after=answer.retry_after)

    def _report(self, defect: Exception, delivery: Delivery) -> None:
        """Without its message, which may hold the endpoint's address, and that may be a secret."""
        told = {"endpoint": self.endpoint.id, "event": delivery.id, "defect": type(defect).__qualname__}
        telemetry.logger.error("an event cannot be told", extra={**told, "trace": format_tb(defect.__traceback__)})
        telemetry.count("events_not_told")
