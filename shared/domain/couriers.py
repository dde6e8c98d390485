"""How an endpoint is doing, who tells it at the moment, and what follows from its answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from shared.domain.deliveries import Delivery, DeliveryState, jittered
from shared.domain.endpoints import Endpoint

PROBES = tuple(timedelta(seconds=seconds) for seconds in (5, 60, 300, 900, 1800))
"""Between the tries at an endpoint that takes nothing; the last one is kept up. Whatever waits for it, waits no longer
than that once it is back."""
GIVEN_UP_AFTER = timedelta(days=3)
"""Without anything getting through."""
LONGEST_ASKED = timedelta(hours=6)
"""That an endpoint is left alone because it asked for it."""
LEASE = timedelta(seconds=120)
"""Longer than its function may run: a holder that is still at work has it."""
LOOKED_AT_EACH = timedelta(hours=1)
"""Though nobody called: a call can be lost with its queue."""
REFUSED_AS_ONE = 2
"""So many events refused, none taken: the endpoint refuses, whatever it is told."""
GONE = 410
"""By Standard Webhooks, the receiver's word that it wants no more."""
THROTTLED = 429
UNAVAILABLE = 503
AWAY = frozenset({0, THROTTLED, 502, UNAVAILABLE, 504})
"""Statuses that say nothing about what was told; 0 is no answer at all."""
SUCCESSES = range(200, 300)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One try at one delivery."""

    delivery: Delivery
    at: datetime
    status: int = 0
    because: str = ""
    retry_after: float | None = None
    """Seconds for which the endpoint asks to be left alone."""
    is_defect: bool = False
    """It failed in our own code, which says nothing about the endpoint."""

    @property
    def got_through(self) -> bool:
        return self.status in SUCCESSES

    @property
    def is_gone(self) -> bool:
        return self.status == GONE

    @property
    def is_throttled(self) -> bool:
        return self.status == THROTTLED or (self.status == UNAVAILABLE and self.retry_after is not None)

    @property
    def is_away(self) -> bool:
        return self.status in AWAY and not self.is_defect


@dataclass(frozen=True, kw_only=True, slots=True)
class Courier:
    """Of one endpoint. One runner at a time holds it, and only who holds it tells the endpoint anything."""

    endpoint: str
    client: str
    holder: str = ""
    held_until: datetime | None = None
    woken: bool = False
    """There may be more to tell than its holder has seen."""
    failing_since: datetime | None = None
    """Since when the endpoint takes nothing; None: it does, as far as is known."""
    probes: int = 0
    """Tries since then."""
    refusals: int = 0
    """Events that it refused since it took one."""
    paused_until: datetime | None = None
    next_at: datetime | None = None
    """When there is something to tell; None: when somebody calls."""
    looked_at: datetime | None = None
    success_at: datetime | None = None
    failure_at: datetime | None = None
    status: int = 0
    """Of the last failure; 0 for no answer."""
    because: str = ""
    replay: str = ""
    """The one under way."""
    version: int = 1

    def is_held(self, now: datetime) -> bool:
        return self.held_until is not None and now < self.held_until

    def is_paused(self, now: datetime) -> bool:
        return self.paused_until is not None and now < self.paused_until

    def claimed(self, holder: str, now: datetime) -> "Courier":
        return replace(self, holder=holder, held_until=now + LEASE, woken=False, version=self.version + 1)

    def but_woken(self) -> "Courier":
        """Its holder finds at the latest when it gives it back that there is more."""
        return replace(self, woken=True, version=self.version + 1)

    def given_back(self, next_at: datetime | None, now: datetime) -> "Courier":
        return replace(self, holder="", held_until=None, next_at=next_at, looked_at=now)

    def as_good_as_new(self) -> "Courier":
        """Whatever its endpoint did before."""
        return replace(self.but_woken(), failing_since=None, probes=0, refusals=0, paused_until=None)

    def is_to_be_woken(self, now: datetime) -> bool:
        """Whether its time has come, or somebody who was to look after it did not."""
        if self.is_held(now) or self.is_paused(now):
            return False
        if self.held_until is not None or self.woken:
            return True
        if self.next_at is not None and self.next_at <= now:
            return True
        return self.looked_at is None or now - self.looked_at >= LOOKED_AT_EACH


def not_yet_told(endpoint: Endpoint) -> Courier:
    """How every endpoint begins: nothing is stored, and the next version is the first."""
    return Courier(endpoint=endpoint.id, client=endpoint.client, version=0)


class EndpointState(StrEnum):
    """How an endpoint is doing."""

    HEALTHY = "healthy"
    """Or never told anything yet."""
    FAILING = "failing"
    """Nothing gets through."""
    PAUSED = "paused"
    """It asked to be left alone for a while."""
    DISABLED = "disabled"
    CLOSED = "closed"


def state_of(endpoint: Endpoint, courier: Courier, now: datetime) -> EndpointState:
    if endpoint.closed_at is not None:
        return EndpointState.CLOSED
    if endpoint.disabled_at is not None:
        return EndpointState.DISABLED
    if courier.failing_since is not None:
        return EndpointState.FAILING
    return EndpointState.PAUSED if courier.is_paused(now) else EndpointState.HEALTHY


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What follows from a round of tellings."""

    courier: Courier
    deliveries: tuple[Delivery, ...]
    disabled_because: str = ""

    @property
    def abandoned(self) -> tuple[Delivery, ...]:
        return tuple(one for one in self.deliveries if one.state is DeliveryState.ABANDONED)


def judged(courier: Courier, told: Sequence[Told], now: datetime, jitter: Callable[[], float]) -> Verdict:
    """What becomes of the endpoint, and of each delivery that was tried. ``jitter`` gives 0 … 1."""
    taken = any(one.got_through for one in told)
    answers = [one for one in told if not one.is_defect]
    refused = [one for one in answers if not one.got_through and not one.is_away]
    refusals = 0 if taken else courier.refusals + sum(one.delivery.refused == 0 for one in refused)
    away = any(one.is_away for one in answers)
    fails = not taken and bool(answers) and (away or refusals >= REFUSED_AS_ONE)
    gone = next((one for one in told if one.is_gone), None)

    def became(one: Told) -> Delivery:
        if one.got_through:
            return one.delivery.told(one.at, one.status)
        if one.is_throttled or one.is_gone or (one.is_away and not taken):
            return one.delivery.held_up(one.status, one.because)
        return one.delivery.refused_once_more(now, one.status, one.because, jitter())

    courier = _with_news(courier, answers, refusals)
    asked = max((_asked(one) for one in told if one.is_throttled), default=None)
    pause: timedelta | None = None
    if fails:
        step = jittered(PROBES[min(courier.probes, len(PROBES) - 1)], jitter())
        pause = max(step, asked or step)
        courier = replace(courier, failing_since=courier.failing_since or now, probes=courier.probes + 1)
    else:
        pause = asked
        if answers:  # taken, or refused as one event alone: it is not away any more
            courier = replace(courier, failing_since=None, probes=0)
    courier = replace(courier, paused_until=None if pause is None else now + pause)
    because = ""
    if gone is not None:
        because = gone.because
    elif fails and courier.failing_since is not None and now - courier.failing_since >= GIVEN_UP_AFTER:
        because = f"nothing got through since {courier.failing_since.isoformat(timespec='seconds')}"
    return Verdict(courier=courier, deliveries=tuple(map(became, told)), disabled_because=because)


def _with_news(courier: Courier, answers: Sequence[Told], refusals: int) -> Courier:
    taken = [one.at for one in answers if one.got_through]
    failed = [one for one in answers if not one.got_through]
    courier = replace(courier, refusals=refusals)
    if taken:
        courier = replace(courier, success_at=max(taken))
    if failed:
        last = failed[-1]
        courier = replace(courier, failure_at=last.at, status=last.status, because=last.because)
    return courier


def _asked(one: Told) -> timedelta:
    """For how long a throttling endpoint is left alone."""
    if one.retry_after is None:
        return PROBES[0]
    return min(max(timedelta(seconds=one.retry_after), PROBES[0]), LONGEST_ASKED)
