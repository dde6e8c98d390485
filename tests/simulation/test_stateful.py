"""Desk, publish and recover used in any order that Hypothesis thinks of, over the whole house in one process."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from functions.publish import send
from infra.simulation.witness import ENDS
from shared import telemetry
from shared.networks import OutcomeUnknownError, RefusedError, ThrottledError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

FAULTS = {
    "posted, then lost": "posted, then lost",
    "lost": OutcomeUnknownError("no answer came"),
    "refused": RefusedError("422"),
    "throttled": ThrottledError("429", None),
}
ENDED = {state.value for state in ENDS} | {"in_review"}
SCOPES = ("client:acme", "account:acme/{account}", "post:acme/{post}")


@dataclass
class Written:
    """A post as its people know it: what they approved last, and from when on it may go out."""

    id: str
    approved: str | None = None
    due_at: datetime | None = None


@dataclass
class Stopped:
    id: str
    scope: str
    at: datetime
    lifted_at: datetime | None = None


@dataclass
class Known:
    posts: list[Written] = field(default_factory=list)
    stops: list[Stopped] = field(default_factory=list)
    looked_at: int = 0


class Campaign(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.acme: Brand = brand(self.house)
        self.house.tick()  # a stage's ticks go on from where the one before ended
        self.known = Known()
        self.texts = 0

    def asked(self, method: str, path: str, body: Any, key: str) -> Any:
        """What was answered, or None when it was refused, as it may be."""
        given = self.house.call(method, path, body, key=key)
        assert given.status < 500, given.body
        return given.body if given.status in (200, 201) else None

    def later(self, seconds: float) -> datetime:
        return self.house.clock.now() + timedelta(seconds=seconds)

    def text(self) -> str:
        self.texts += 1
        return f"Text {self.texts}"

    def path(self, post: Written) -> str:
        return self.acme.path(f"/posts/{post.id}")

    def chosen(self, number: int) -> Written:
        return self.known.posts[number % len(self.known.posts)]

    @rule(ahead=st.sampled_from([None, 5, 60, 300]))
    def draft(self, ahead: float | None) -> None:
        when = {} if ahead is None else {"publish_at": self.later(ahead).isoformat()}
        self.known.posts.append(Written(self.acme.draft(self.text(), **when)["id"]))

    @rule(ahead=st.sampled_from([None, 5, 60, 300]))
    def draft_and_approve(self, ahead: float | None) -> None:
        self.draft(ahead)
        self.decide(len(self.known.posts) - 1, "approve")

    @precondition(lambda self: self.known.posts)
    @rule(number=st.integers(0, 9), verdict=st.sampled_from(["approve", "approve", "approve", "withdraw"]))
    def decide(self, number: int, verdict: str) -> None:
        post = self.chosen(number)
        shown = self.acme.post(post.id)
        body = {"verdict": verdict, "content_hash": shown["content_hash"]}
        decided = self.asked("POST", self.path(post) + "/approvals", body, self.acme.approver_key)
        if decided is not None:
            approved = verdict == "approve"
            post.approved = decided["text"] if approved else None
            post.due_at = datetime.fromisoformat(decided["due_at"]) if approved else None

    @precondition(lambda self: self.known.posts)
    @rule(number=st.integers(0, 9), ahead=st.sampled_from([None, 30, 120]))
    def change(self, number: int, ahead: float | None) -> None:
        post = self.chosen(number)
        edit = {"text": self.text()} if ahead is None else {"publish_at": self.later(ahead).isoformat()}
        if self.asked("PATCH", self.path(post), edit, self.acme.agent_key) is not None:
            post.approved = post.due_at = None

    @precondition(lambda self: self.known.posts)
    @rule(number=st.integers(0, 9))
    def cancel(self, number: int) -> None:
        post = self.chosen(number)
        if self.asked("POST", self.path(post) + "/cancel", {"reason": "no"}, self.acme.agent_key) is not None:
            post.approved = None

    @rule(seconds=st.sampled_from([1, 20, 61, 300]))
    def pass_time(self, seconds: float) -> None:
        self.house.clock.sleep(seconds)

    @rule()
    def deliver(self) -> None:
        self.house.deliver()

    @rule()
    def deliver_twice(self) -> None:
        self.house.outbound.sent *= 2
        self.house.deliver()

    @rule()
    def clocks_strike(self) -> None:
        self.house.tick()
        self.house.reconcile()
        self.house.drain()

    @rule(fault=st.sampled_from(sorted(FAULTS)))
    def network_fault(self, fault: str) -> None:
        self.house.network.faults.append(FAULTS[fault])

    @rule()
    def unreadable_flags(self) -> None:
        if self.house.outbound.sent and not self.house.store.before["flags"]:
            self.house.store.before["flags"].append(raising(StoreError("The store did not answer.")))
            self.house.deliver()
            self.house.store.before["flags"].clear()

    @precondition(lambda self: self.known.posts)
    @rule(number=st.integers(0, 9), scope=st.sampled_from(SCOPES))
    def stop(self, number: int, scope: str) -> None:
        body = {"scope": scope.format(account=self.acme.account, post=self.chosen(number).id), "reason": "an incident"}
        made = self.asked("POST", "/stops", body, self.acme.owner_key)
        assert made is not None
        if all(one.id != made["id"] for one in self.known.stops):
            self.known.stops.append(Stopped(made["id"], made["scope"], self.house.clock.now()))

    @precondition(lambda self: self.known.stops)
    @rule(number=st.integers(0, 9))
    def resume(self, number: int) -> None:
        stop = self.known.stops[number % len(self.known.stops)]
        for key in (self.acme.owner_key, self.acme.approver_key):
            given = self.asked("POST", f"/stops/{stop.id}/resume", None, key)
            if given is None:
                return
            for id_ in given["in_review"]:
                back = next(post for post in self.known.posts if post.id == id_)
                back.approved = back.due_at = None
        stop.lifted_at = stop.lifted_at or self.house.clock.now()

    @precondition(lambda self: self.known.posts)
    @rule(number=st.integers(0, 9))
    def recall(self, number: int) -> None:
        body = {"client": "acme", "post": self.chosen(number).id}
        self.asked("POST", "/recalls", body, self.acme.owner_key)

    @invariant()
    def what_went_out_was_approved_and_not_stopped(self) -> None:
        statuses = self.house.network.statuses
        for status in statuses[self.known.looked_at :]:
            post = next((one for one in self.known.posts if one.approved == status.text), None)
            assert post is not None, f"{status.text} was approved by nobody"
            assert status.account == self.acme.account
            assert post.due_at is not None
            assert status.at >= post.due_at
            for stop in self.known.stops:
                if stop.scope in ("client:acme", f"account:acme/{self.acme.account}", f"post:acme/{post.id}"):
                    assert stop.lifted_at is not None, f"{status.text} went out during a stop"
                    assert not stop.at <= post.due_at <= stop.lifted_at, f"{status.text} came due during a stop"
        self.known.looked_at = len(statuses)

    @invariant()
    def nothing_went_out_twice(self) -> None:
        texts = [status.text for status in self.house.network.statuses]
        assert len(texts) == len(set(texts))

    def teardown(self) -> None:
        """Time passes, and the clean-up functions run: everything has an end, and it is true."""
        self.house.network.faults.clear()
        for _ in range(14):
            self.house.clock.sleep(60)
            self.clocks_strike()
            self.house.deliver()
        self.what_went_out_was_approved_and_not_stopped()
        self.nothing_went_out_twice()
        live = {status.id for status in self.house.network.live()}
        recorded = set()
        for post in self.known.posts:
            shown = self.acme.post(post.id)
            assert shown["state"] in ENDED
            if shown["state"] == "published":
                recorded |= {part["external_id"] for part in shown["sent"]}
        assert live == recorded


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    level = telemetry.logger.level
    telemetry.logger.setLevel(logging.CRITICAL)
    yield
    telemetry.logger.setLevel(level)


def campaigns(*phases: Phase) -> None:
    limits = settings(
        max_examples=100,
        stateful_step_count=30,
        deadline=None,
        phases=phases or tuple(Phase),
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(Campaign, settings=limits)  # type: ignore[no-untyped-call]


def test_whatever_people_do_only_what_they_approved_goes_out_once_and_never_under_a_stop() -> None:
    campaigns()


def test_a_sender_that_asks_no_stop_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "holding", lambda *_: None)
    with pytest.raises(AssertionError, match="during a stop"):
        campaigns(Phase.generate)
