"""A stop in the middle of a post to Bluesky's reference server: its fence makes the receipt final at once."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest

from functions.publish.send import Sender
from functions.recover.drain import drain_all
from functions.recover.stop import NewStop, stop_scope
from functions.recover.switch import Switch
from infra.sandbox.faults import FaultKind
from infra.simulation.people import caller, client, draft, mandate, people, scheduled
from shared.api.routes import Call
from shared.domain.clock import SystemClock, id_maker
from shared.domain.posts import Post, PostState, Published
from shared.domain.schedule import Due
from shared.networks import Connection, Ready
from shared.outcomes import Outcomes
from shared.stores.memory import MemoryStore
from tests.networks.places.bluesky import Bluesky, an_account

pytestmark = pytest.mark.xdist_group("bluesky")


@pytest.fixture
def home() -> Iterator[Bluesky]:
    with ExitStack() as stack:
        yield Bluesky(stack)


@dataclass
class Impatient:
    """A line that waits for no answer as long as the sender would."""

    line: Connection

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        return self.line.publish(ready, timeout=0.2)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.line, name)


class Deployment:
    def __init__(self, home: Bluesky) -> None:
        self.clock = SystemClock()
        self.new_id = id_maker(self.clock)
        self.store = MemoryStore()
        outcomes = Outcomes(self.store, lambda _: home.connect(), self.clock, self.new_id, "test")
        self.switch = Switch(store=self.store, outcomes=outcomes, clock=self.clock, new_id=self.new_id)
        self.sender = Sender(self.store, lambda _: Impatient(home.connect()), self.clock, self.new_id)
        now, speaker = self.clock.now(), an_account(home.acme, home.proxy.url)
        rules = (*people("acme", now), mandate("acme", "agy_1", now))
        post = scheduled(draft("pst_1", speaker, "agy_1", now), now, now)
        self.store.commit(speaker, client("acme", ("agy_1",), now), *rules, post)

    @property
    def post(self) -> Post:
        post = self.store.post("pst_1")
        assert post is not None
        return post

    def send(self) -> PostState:
        self.sender.send(Due(post=self.post, at=self.clock.now()))
        return self.post.state

    def stop(self) -> str:
        order = NewStop("client:acme", "an incident")
        call = Call(caller=caller("acme", "mbr_1"), body=order, now=self.clock.now(), new_id=self.new_id)
        return stop_scope(call, self.switch).stop.id


def test_what_is_on_its_way_when_a_stop_falls_is_known_not_to_land_and_does_not(home: Bluesky) -> None:
    deployment = Deployment(home)
    home.order(FaultKind.LANDS_AFTER_TIMEOUT, seconds=1.5)
    assert deployment.send() is PostState.UNKNOWN
    stop = deployment.stop()
    drain_all(deployment.switch)
    receipt, page = deployment.store.stop(stop), deployment.store.page(stop, 1)
    assert receipt is not None
    assert receipt.drained
    assert page is not None
    assert [named.end.value for named in page.named] == ["not_sent"]
    arrived = time.monotonic() + 5
    while not (told := home.told("putRecord")):
        assert time.monotonic() < arrived, "it never arrived"
        time.sleep(0.01)
    assert [said.status for said in told] == [400]
    assert deployment.send() is PostState.HELD
    assert home.standing() == []


def test_without_a_stop_it_goes_out_once(home: Bluesky) -> None:
    deployment = Deployment(home)
    home.order(FaultKind.ERROR_AFTER_POSTING)
    assert deployment.send() is PostState.UNKNOWN
    (attempt,) = deployment.store.attempts_since(deployment.post.created_at)
    deployment.switch.outcomes.settle(attempt)
    assert deployment.post.state is PostState.PUBLISHED
    assert home.standing() == [("pst_1", "")]
