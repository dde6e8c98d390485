"""A key's permits of a minute are given out in blocks: however many processes take of them, no more than there are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.rates import (
    PER_KEY,
    Permits,
    RatePolicy,
    Share,
    admitted,
    is_used_up,
    one_more,
    opened,
    own_share,
    taken,
    window_of,
)

NOW = datetime(2026, 11, 25, 9, 0, 20, tzinfo=UTC)
POLICY = RatePolicy(requests=100, window=timedelta(minutes=1), unshared=5, largest_block=20)


class Processes:
    """Several processes before one record."""

    def __init__(self, size: int, policy: RatePolicy = POLICY) -> None:
        self.policy = policy
        self.shares: list[Share | None] = [None] * size
        self.permits: Permits | None = None
        self.written = 0

    def ask(self, process: int, now: datetime = NOW) -> bool:
        share = own_share(self.shares[process], now, self.policy)
        if is_used_up(share):
            record, share = taken(self.permits, share, "acme", "key_1", self.policy)
            self.written += record is not self.permits
            self.permits = record
        self.shares[process], admission = admitted(share, self.policy)
        return admission.allowed


@given(st.lists(st.integers(0, 9), max_size=400))
def test_all_together_let_through_what_there_is_and_little_more(asked: list[int]) -> None:
    processes = Processes(10)
    let = sum(processes.ask(process) for process in asked)
    assert let <= POLICY.requests + 10 * POLICY.unshared
    assert processes.permits is None or processes.permits.taken <= POLICY.requests


@given(st.integers(0, 300))
def test_one_process_alone_lets_through_exactly_what_there_is(asked: int) -> None:
    processes = Processes(1)
    assert [processes.ask(0) for _ in range(asked)] == [number < POLICY.requests for number in range(asked)]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=300), st.data())
def test_what_is_told_to_be_left_never_grows_within_a_window(asked: list[int], data: st.DataObject) -> None:
    share = own_share(None, NOW, POLICY)
    permits: Permits | None = None
    told = []
    for others in asked:
        if is_used_up(share):
            if permits and data.draw(st.booleans()):
                permits = replace(permits, taken=min(100, permits.taken + others), version=permits.version + 1)
            permits, share = taken(permits, share, "acme", "key_1", POLICY)
        share, admission = admitted(share, POLICY)
        told.append(admission.left)
    assert told == sorted(told, reverse=True)


def test_who_calls_seldom_costs_nobody_anything() -> None:
    processes = Processes(1)
    for minute in range(60):
        assert all(processes.ask(0, NOW + timedelta(minutes=minute)) for _ in range(POLICY.unshared))
    assert processes.written == 0


def test_who_calls_often_costs_a_write_for_a_block() -> None:
    processes = Processes(1, PER_KEY)
    assert all(processes.ask(0) for _ in range(PER_KEY.requests))
    assert not any(processes.ask(0) for _ in range(1000))
    assert processes.written <= PER_KEY.requests / 30


def test_the_last_permits_reach_whoever_asks() -> None:
    processes = Processes(4)
    let = [0] * 4
    for _ in range(200):
        for process in range(4):
            let[process] += processes.ask(process)
    assert min(let) >= POLICY.requests / 4 / 2


def test_a_window_that_begins_begins_for_all() -> None:
    processes = Processes(2)
    while processes.ask(0) or processes.ask(1):
        pass
    later = window_of(NOW, POLICY) + POLICY.window
    assert not processes.ask(0, later - timedelta(microseconds=1))
    assert processes.ask(0, later)
    assert processes.ask(1, later)


def test_a_clock_that_goes_back_gives_nobody_a_second_minute() -> None:
    processes = Processes(1)
    while processes.ask(0, NOW):
        pass
    assert not processes.ask(0, NOW - timedelta(minutes=1))


def test_a_process_whose_clock_is_behind_takes_of_the_newest_window() -> None:
    ahead = Permits(realm="acme", key="key_1", window_at=window_of(NOW, POLICY) + POLICY.window, taken=90, version=3)
    share = replace(own_share(None, NOW, POLICY), used=5)
    record, _ = taken(ahead, share, "acme", "key_1", POLICY)
    assert (record.window_at, record.version) == (ahead.window_at, 4)
    assert record.taken > ahead.taken


def test_a_refusal_is_told_with_when_the_next_window_begins() -> None:
    processes = Processes(1)
    while processes.ask(0):
        pass
    share = processes.shares[0]
    assert share is not None
    _, admission = admitted(share, POLICY)
    assert (admission.allowed, admission.left) == (False, 0)
    assert admission.resets_at == NOW + timedelta(seconds=40)


def test_when_nobody_knows_all_are_let_through_until_the_window_ends() -> None:
    share = opened(replace(own_share(None, NOW, POLICY), used=POLICY.unshared))
    for _ in range(500):
        assert not is_used_up(share)
        share, admission = admitted(share, POLICY)
        assert admission.allowed
    assert own_share(share, NOW + POLICY.window, POLICY).open is False


def test_one_let_through_beside_is_paid_for_by_the_next_block() -> None:
    share, admission = admitted(one_more(replace(own_share(None, NOW, POLICY), used=5)), POLICY)
    assert admission.allowed
    record, more = taken(None, share, "acme", "key_1", POLICY)
    assert (record.taken, more.allowed - more.used) == (6 + 20, 20)


@pytest.mark.parametrize("seconds", [0, 59.999999])
def test_a_window_is_the_same_wherever_it_is_asked_for(seconds: float) -> None:
    begins = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert window_of(begins + timedelta(seconds=seconds), POLICY) == begins
