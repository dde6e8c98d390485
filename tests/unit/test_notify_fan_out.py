"""Each endpoint is told of what it wants, and of nothing about the telling itself."""

import msgspec
import pytest

from functions.notify.fan_out import Notice, fan_out, read_once
from shared.domain.ledger import Entry
from shared.queues import MemoryQueue
from tests.house import Brand, House, brand
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def endpoint(acme: Brand, *events: str, key: str = "") -> str:
    body = {"url": "https://hooks.example/in", "events": events}
    return str(acme.house.ok("POST", acme.path("/endpoints"), body, key=key or acme.owner_key)["id"])


def entry(type_: str, realm: str = "acme") -> Entry:
    return Entry(id="led_1", realm=realm, at=START, type=type_, subject="pst_1", who={"function": "test"}, data={})


def told(acme: Brand, entry_: Entry) -> list[str]:
    """The endpoints that a notice is queued for."""
    deliveries = MemoryQueue()
    count = fan_out(entry_, endpoints=read_once(acme.house.store), deliveries=deliveries)
    notices = [msgspec.json.decode(message.body, type=Notice) for message in deliveries.sent]
    assert count == len(notices)
    assert all((notice.entry, notice.tries) == (entry_, 0) for notice in notices)
    return [notice.endpoint for notice in notices]


def test_an_endpoint_that_names_no_events_is_told_everything(acme: Brand) -> None:
    every = endpoint(acme)
    for type_ in ("post.published", "stop.engaged", "key.revoked"):
        assert told(acme, entry(type_)) == [every]


def test_an_endpoint_is_told_the_events_and_families_that_it_names(acme: Brand) -> None:
    one, family = endpoint(acme, "post.published"), endpoint(acme, "post.*", "stop.engaged")
    assert told(acme, entry("post.published")) == [one, family]
    assert told(acme, entry("post.held")) == [family]
    assert told(acme, entry("stop.engaged")) == [family]
    assert told(acme, entry("posture.changed")) == []


def test_both_parties_endpoints_are_told(acme: Brand) -> None:
    ours, theirs = endpoint(acme), endpoint(acme, key=acme.house.agency_key)
    assert told(acme, entry("post.published")) == [ours, theirs]


def test_another_clients_endpoints_are_told_nothing(acme: Brand) -> None:
    endpoint(brand(acme.house, "bolt"))
    assert told(acme, entry("post.published")) == []


def test_a_closed_endpoint_is_told_nothing(acme: Brand) -> None:
    closed = endpoint(acme)
    acme.house.ok("DELETE", acme.path(f"/endpoints/{closed}"), key=acme.owner_key)
    assert told(acme, entry("post.published")) == []


@pytest.mark.parametrize("type_", ["delivery.abandoned", "delivery.endpoint_gone"])
def test_what_became_of_a_delivery_is_not_delivered(acme: Brand, type_: str) -> None:
    endpoint(acme)
    assert told(acme, entry(type_)) == []
    body = {"url": "https://hooks.example/in", "events": ["delivery.*"]}
    assert acme.house.refused(422, "POST", acme.path("/endpoints"), body, key=acme.owner_key)["field"] == "events.0"


def test_a_test_goes_to_the_endpoint_that_is_tested_alone(acme: Brand) -> None:
    endpoint(acme)
    tested = endpoint(acme, "stop.*")
    acme.house.ok("POST", acme.path(f"/endpoints/{tested}/test"), key=acme.owner_key)
    (asked,) = [one for one in acme.house.entries() if one.type == "endpoint.tested"]
    assert told(acme, asked) == [tested]


def test_the_endpoints_of_a_client_are_read_once_for_a_batch(acme: Brand) -> None:
    one = endpoint(acme)
    endpoints, deliveries = read_once(acme.house.store), MemoryQueue()
    acme.house.store.calls.clear()
    for type_ in ("post.claimed", "post.published", "post.held"):
        fan_out(entry(type_), endpoints=endpoints, deliveries=deliveries)
    assert acme.house.store.calls["list"] == 1
    assert [msgspec.json.decode(message.body, type=Notice).endpoint for message in deliveries.sent] == [one] * 3
