"""Naming and draining by several functions at once, on a DynamoDB that is really raced, make one receipt."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from store_samples import AT, SAMPLES, attempt

from functions.recover import naming
from functions.recover.drain import drain
from functions.recover.naming import complete
from functions.recover.switch import Switch
from shared.domain import receipts
from shared.domain.attempts import AttemptState
from shared.domain.clock import SystemClock, id_maker
from shared.domain.stops import Ends, Stop
from shared.networks import Connection
from shared.outcomes import Outcomes
from shared.stores.dynamo import DynamoStore

FUNCTIONS = 4
NAMES = 60
NEW = replace(
    next(record for record in SAMPLES if isinstance(record, Stop)),
    stopped_at=AT,
    recall_since=None,
    named_at=None,
    complete=False,
    pages=0,
    ends=Ends(),
)


@pytest.fixture
def switch(ministack_store: DynamoStore, monkeypatch: pytest.MonkeyPatch) -> Switch:
    """On pages of 7, two in a commit."""
    monkeypatch.setattr(receipts, "PAGE_SIZE", 7)
    monkeypatch.setattr(naming, "PAGES_AT_ONCE", 2)
    clock = SystemClock()
    new_id = id_maker(clock)
    outcomes = Outcomes(ministack_store, no_network, clock, new_id, "test")
    return Switch(store=ministack_store, outcomes=outcomes, clock=clock, new_id=new_id)


def no_network(_: Any) -> Connection:
    raise AssertionError("nothing was sent")


def test_each_is_named_once_and_drained_is_told_once(switch: Switch) -> None:
    store = switch.store
    open_ones = [
        attempt(f"att_{number}", started_at=AT + timedelta(microseconds=number), state=AttemptState.OPEN)
        for number in range(NAMES)
    ]
    store.commit(NEW, *(replace(one, ended_at=None, published=None) for one in open_ones))
    with ThreadPoolExecutor(FUNCTIONS) as pool:
        heads = [receipt.stop for receipt in pool.map(lambda _: complete(NEW, switch), range(FUNCTIONS))]
    assert all(head.complete and head.ends.in_flight == NAMES for head in heads)
    names = [one.attempt for page in store.pages(NEW.id) for one in page.named]
    assert sorted(names) == sorted(one.id for one in open_ones)

    for one in open_ones:
        found = store.attempt(one.id, one.started_at)
        assert found is not None
        store.commit(found.moved(AttemptState.NOT_SENT, AT, "stopped"))

    def drained(_: int) -> Stop:
        stop = heads[0]
        while not stop.drained:
            stop = drain(stop, switch).stop
        return stop

    with ThreadPoolExecutor(FUNCTIONS) as pool:
        ends = {stop.ends for stop in pool.map(drained, range(FUNCTIONS))}
    assert ends == {Ends(not_sent=NAMES)}
    told = [entry.type for entry in store.ledger("acme", switch.clock.now().date())]
    assert told == ["stop.drained"]
