"""What became of what an endpoint was told, how it is doing, and telling it again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import msgspec

from functions.desk.tools import Desk
from shared.api.cursors import read_cursor, write_cursor
from shared.api.routes import Call, Change
from shared.domain.clock import made_at
from shared.domain.couriers import Courier, EndpointState, not_yet_told, state_of
from shared.domain.deliveries import Delivery, DeliveryState, queued, wants
from shared.domain.endpoints import Endpoint
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import Entry, Fact
from shared.domain.replays import Replay
from shared.domain.schedule import utc
from shared.stores import Record

LARGEST_PAGE = 100
MOST_READ = 1000
"""For one page of deliveries in a state."""
MOST_COUNTED = 200
ANY_DAY = timedelta(days=1)
"""An entry's time may be of the day before that of its id, which is made when it is written."""


class DeliveryPage(msgspec.Struct, frozen=True):
    """Newest event first; ``next`` goes into ``cursor`` for the following page. A page by state may have few items."""

    items: list[Delivery]
    next: str | None


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    before: str


class Failure(msgspec.Struct, frozen=True):
    """``status`` is 0 when there was no answer."""

    at: datetime
    status: int
    because: str


class EndpointHealth(msgspec.Struct, frozen=True):
    """``waiting`` is counted up to 200. ``failing_since``: nothing has got through since, in so many ``tries``."""

    endpoint: str
    state: EndpointState
    waiting: int
    failing_since: datetime | None = None
    tries: int = 0
    next_try_at: datetime | None = None
    last_success_at: datetime | None = None
    last_failure: Failure | None = None
    disabled_at: datetime | None = None
    disabled_because: str = ""
    replay: str | None = None


class NewReplay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``event`` by its id (``webhook-id``), or what happened from ``since`` on, before ``until``, or until now."""

    event: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def list_deliveries(call: Call[None], desk: Desk) -> DeliveryPage:
    """List what an endpoint was told in the last 30 days, or is yet to be, and what became of it."""
    endpoint = _own(call, desk)
    given = call.query.get("cursor", "")
    before = read_cursor(given, _Place, of="list of deliveries").before if given else ""
    state = _state(call.query.get("state"))
    items: list[Delivery] = []
    read, last = 0, ""
    for delivery in desk.store.deliveries(endpoint.id, before):
        if read == MOST_READ or len(items) == LARGEST_PAGE:
            return DeliveryPage(items=items, next=write_cursor(_Place(last)))
        read, last = read + 1, delivery.id
        if state is None or delivery.state is state:
            items.append(delivery)
    return DeliveryPage(items=items, next=None)


def show_health(call: Call[None], desk: Desk) -> EndpointHealth:
    """Read how an endpoint is doing: what got through, what failed and why, what waits, and when it is tried next."""
    endpoint = _own(call, desk)
    return _health(endpoint, courier_of(endpoint, desk), call, desk)


def enable_endpoint(call: Call[None], desk: Desk) -> Change:
    """Tell an endpoint again that was disabled. What waited for it goes out; what happened since can be replayed."""
    endpoint = _own(call, desk)
    if endpoint.closed_at is not None:
        raise StateError("That endpoint is closed; add another one.")
    if endpoint.disabled_at is None:
        raise StateError("That endpoint is not disabled.")
    enabled = replace(endpoint, disabled_at=None, disabled_because="", version=endpoint.version + 1)
    courier = courier_of(endpoint, desk).as_good_as_new()
    fact = Fact(type="endpoint.enabled", subject=endpoint.id, data={"disabled_at": endpoint.disabled_at})
    return Change(records=(enabled, courier), facts=(fact,), reply=_health(enabled, courier, call, desk))


def start_replay(call: Call[NewReplay], desk: Desk) -> Change:
    """Have an endpoint told again of one event, or of all that it wants of a time; each under the id that it had."""
    endpoint, wanted = _own(call, desk), call.body
    if not endpoint.listens:
        raise StateError("That endpoint is told nothing; enable it first, or add another one.")
    if (wanted.event is None) == (wanted.since is None):
        raise InvalidError("or since must be given, not both", "event")
    if wanted.event is not None:
        if wanted.until is not None:
            raise InvalidError("goes with since", "until")
        replay, records = _of_one(wanted.event, endpoint, call, desk)
    else:
        replay, records = _of_a_time(endpoint, call, desk)
    data = {"endpoint": endpoint.id, "event": replay.event, "since": replay.since, "until": replay.until}
    fact = Fact(type="replay.started", subject=replay.id, data=data)
    return Change(records=(replay, *records), facts=(fact,), reply=replay)


def show_replay(call: Call[None], desk: Desk) -> Replay:
    """Read how far a replay has come."""
    endpoint = _own(call, desk)
    found = desk.registered(Replay, call, call.path["replay"])
    if found.endpoint != endpoint.id:
        raise NotFoundError("There is no such replay.")
    return found


def _of_one(event: str, endpoint: Endpoint, call: Call[NewReplay], desk: Desk) -> tuple[Replay, tuple[Record, ...]]:
    entry = _entry(event, call, desk)
    if entry is None:
        raise InvalidError("is not an event of this client", "event")
    if not wants(endpoint, entry):
        raise InvalidError("is none that the endpoint is told of; its events say which are", "event")
    known = desk.store.several_deliveries(endpoint.id, [event]).get(event)
    if known is not None and known.waits:
        raise StateError("That event waits to be told to the endpoint already.")
    replay = replace(_replay(endpoint, entry.at, entry.at, call), event=event, events=1, finished_at=call.now)
    again = known.again(replay.id, call.now) if known else queued(entry, endpoint.id, call.now)
    return replay, (again, courier_of(endpoint, desk).but_woken())


def _of_a_time(endpoint: Endpoint, call: Call[NewReplay], desk: Desk) -> tuple[Replay, tuple[Record, ...]]:
    client = desk.client(call)
    given = call.body
    until = call.now if given.until is None else _utc(given.until, "until", client.zone)
    since = _utc(given.since or call.now, "since", client.zone)
    if until > call.now:
        raise InvalidError("is in the future", "until")
    if since >= until:
        raise InvalidError("must be before until", "since")
    courier = courier_of(endpoint, desk)
    if courier.replay:
        raise StateError("A replay to that endpoint is under way; wait for its end.")
    replay = _replay(endpoint, max(since, client.created_at.astimezone(UTC)), until, call)
    return replay, (replace(courier.but_woken(), replay=replay.id),)


def _replay(endpoint: Endpoint, since: datetime, until: datetime, call: Call[NewReplay]) -> Replay:
    return Replay(
        id=call.new_id("rpl"),
        client=call.client,
        endpoint=endpoint.id,
        since=since,
        until=until,
        asked_at=call.now,
        by=call.caller.member,
        day=since.astimezone(UTC).date(),
    )


def _entry(event: str, call: Call[NewReplay], desk: Desk) -> Entry | None:
    made = made_at(event)
    if made is None:
        return None
    return desk.store.entries(call.client, [(made, event), (made - ANY_DAY, event)]).get(event)


def _own(call: Call[Any], desk: Desk) -> Endpoint:
    endpoint = desk.registered(Endpoint, call, call.path["endpoint"])
    if (endpoint.party, endpoint.agency) != (call.caller.party, call.caller.agency):
        raise ForbiddenError("That endpoint belongs to another party.")
    return endpoint


def courier_of(endpoint: Endpoint, desk: Desk) -> Courier:
    """As it is, or as it would begin."""
    return desk.store.get(Courier, endpoint.client, endpoint.id) or not_yet_told(endpoint)


def _utc(at: datetime, field: str, zone: str) -> datetime:
    return utc(at, field, "UTC" if at.tzinfo else zone)


def _state(given: str | None) -> DeliveryState | None:
    if given is None:
        return None
    if given not in list(DeliveryState):
        raise InvalidError(f"must be one of {', '.join(DeliveryState)}", "state")
    return DeliveryState(given)


def _health(endpoint: Endpoint, courier: Courier, call: Call[None], desk: Desk) -> EndpointHealth:
    failure = Failure(courier.failure_at, courier.status, courier.because) if courier.failure_at else None
    return EndpointHealth(
        endpoint=endpoint.id,
        state=state_of(endpoint, courier, call.now),
        waiting=sum(1 for _ in islice(desk.store.waiting_deliveries(endpoint.id), MOST_COUNTED)),
        failing_since=courier.failing_since,
        tries=courier.probes,
        next_try_at=courier.next_at if endpoint.listens else None,
        last_success_at=courier.success_at,
        last_failure=failure,
        disabled_at=endpoint.disabled_at,
        disabled_because=endpoint.disabled_because,
        replay=courier.replay or None,
    )
