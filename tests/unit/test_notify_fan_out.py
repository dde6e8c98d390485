"""Each endpoint is told of what it wants, once, and of nothing about its own deliveries."""

import pytest

from functions.notify.fan_out import AT_ONCE, fan_out
from shared.domain.deliveries import Delivery
from shared.domain.ledger import Entry
from shared.queues import MemoryQueue
from shared.wakes import Wake, wake_in
from tests.house import Brand, House, brand
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def endpoint(acme: Brand, *events: str, key: str = "") -> str:
    body = {"url": "https://hooks.example/in", "events": events}
    return str(acme.house.ok("POST", acme.path("/endpoints"), body, key=key or acme.owner_key)["id"])


def entry(type_: str, realm: str = "acme", id_: str = "led_1", subject: str = "pst_1", **data: str) -> Entry:
    return Entry(id=id_, realm=realm, at=START, type=type_, subject=subject, who={"function": "test"}, data=data)


def told(acme: Brand, *entries: Entry) -> list[str]:
    """The endpoints that are called for a batch, each of which has something new to be told."""
    deliveries, store = MemoryQueue(), acme.house.store
    count = fan_out(entries, store=store, deliveries=deliveries, now=acme.house.clock.now())
    wakes = [wake_in(message.body) for message in deliveries.sent]
    waiting = [one for wake in wakes for one in store.waiting_deliveries(wake.endpoint)]
    assert count == len(waiting)
    store._tables["deliveries"].clear()
    return [wake.endpoint for wake in wakes]


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


def test_what_became_of_a_delivery_is_told_to_all_but_the_endpoint_that_it_was_for(acme: Brand) -> None:
    one, other = endpoint(acme), endpoint(acme, "delivery.*")
    assert told(acme, entry("delivery.abandoned", subject=one, event_type="post.published")) == [other]
    assert told(acme, entry("delivery.abandoned", subject=other, event_type="post.published")) == [one]


def test_a_test_goes_to_the_endpoint_that_is_tested_alone(acme: Brand) -> None:
    endpoint(acme)
    tested = endpoint(acme, "stop.*")
    acme.house.ok("POST", acme.path(f"/endpoints/{tested}/test"), key=acme.owner_key)
    (asked,) = [one for one in acme.house.entries() if one.type == "endpoint.tested"]
    assert told(acme, asked) == [tested]


def test_that_such_news_was_not_taken_is_told_to_nobody(acme: Brand) -> None:
    one, _ = endpoint(acme), endpoint(acme)
    assert told(acme, entry("delivery.abandoned", subject=one, event_type="delivery.abandoned")) == []


def test_the_endpoints_of_a_client_are_read_once_for_a_batch_and_each_is_called_once(acme: Brand) -> None:
    one = endpoint(acme)
    acme.house.store.calls.clear()
    batch = [entry("post.published", id_=f"led_{number}") for number in range(3)]
    assert told(acme, *batch) == [one]
    assert acme.house.store.calls["list"] == 1
    assert acme.house.store.calls["commit"] == 1


def test_what_came_before_is_left_as_it_is_and_its_endpoint_is_called_again(acme: Brand) -> None:
    one, store, now = endpoint(acme), acme.house.store, acme.house.clock.now()
    first, second = entry("post.published"), entry("post.published", id_="led_2")
    fan_out([first], store=store, deliveries=MemoryQueue(), now=now)
    (waiting,) = store.waiting_deliveries(one)
    store.commit(waiting.told(now, 204))
    deliveries = MemoryQueue()
    fan_out([first, second], store=store, deliveries=deliveries, now=now)
    assert [delivery.id for delivery in store.waiting_deliveries(one)] == ["led_2"]
    assert [wake_in(message.body) for message in deliveries.sent] == [Wake(client="acme", endpoint=one)]


def test_more_than_one_transaction_takes_is_put_up_in_several(acme: Brand) -> None:
    one, store = endpoint(acme), acme.house.store
    batch = [entry("post.published", id_=f"led_{number:04}") for number in range(AT_ONCE + 1)]
    store.commits.clear()
    fan_out(batch, store=store, deliveries=MemoryQueue(), now=acme.house.clock.now())
    assert [len(commit) for commit in store.commits] == [AT_ONCE, 1]
    assert all(isinstance(record, Delivery) for commit in store.commits for record in commit)
    assert [delivery.id for delivery in store.waiting_deliveries(one)] == [one.id for one in batch]


def test_a_batch_that_comes_again_takes_no_call_for_each_delivery(acme: Brand) -> None:
    """Else one that took too long would never be through, and hold up its shard for a day."""
    ends, store = [endpoint(acme) for _ in range(5)], acme.house.store
    batch = [entry("post.published", id_=f"led_{number:04}") for number in range(AT_ONCE)]
    now = acme.house.clock.now()
    fan_out(batch[:-1], store=store, deliveries=MemoryQueue(), now=now)
    store.calls.clear()
    fan_out(batch, store=store, deliveries=MemoryQueue(), now=now)
    assert sum(store.calls.values()) <= 1 + 4 * len(ends)
    for end in ends:
        assert [delivery.id for delivery in store.waiting_deliveries(end)] == [one.id for one in batch]
