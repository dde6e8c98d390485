"""Whatever a function is doing when it dies: nothing is lost, nothing is made up, and the order of a subject is kept.

Each call to the store, the queue and the endpoint is a point at which the function may be gone: before it, and after it
when its answer is lost. Whatever triggered the function comes again, as streams, queues and schedules do.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.notify.tell import Answered
from shared.domain.couriers import Courier, not_yet_told
from shared.domain.deliveries import DeliveryState
from shared.domain.ledger import Entry
from shared.domain.replays import Replay
from shared.wakes import Wake
from tests.post_office import Behaviour, CrashError, PostOffice, fine, silent

HOUR = 3600.0


class Points:
    """Counts the calls of everything that is wrapped, and dies at one: ``at`` 2n is before the nth, 2n + 1 after it."""

    def __init__(self, *at: int) -> None:
        self.at = set(at)
        self.count = 0

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            before, after = self.count, self.count + 1
            self.count += 2
            if before in self.at:
                raise CrashError
            answered = call(*given, **named)
            if after in self.at:
                raise CrashError
            return answered

        return watched

    def wrap(self, whole: Any) -> Any:
        points = self

        class Wrapped:
            def __getattr__(self, name: str) -> Any:
                return points.around(getattr(whole, name))

        return Wrapped()


def fragile(office: PostOffice, *at: int) -> Points:
    points = Points(*at)
    office.seen_store = points.wrap(office.store)
    office.seen_queue = points.wrap(office.queue)
    office.seen_tell = points.around(office.tell)
    return points


def scenario(*at: int) -> tuple[PostOffice, list[str], Points]:
    """A healthy endpoint, one that is away for a while, one that refuses an event, and a replay."""
    office = PostOffice()

    def away(_entry: Entry, now: datetime) -> int | None:
        return None if now < office_start + timedelta(minutes=3) else 204

    def picky(entry: Entry, now: datetime) -> int:
        return 422 if entry.subject == "pst_0" and now < office_start + timedelta(minutes=2) else 204

    office_start = office.clock.now()
    ends = [office.endpoint(behaviour, events=["post.*"]) for behaviour in (fine, away, picky)]
    points = fragile(office, *at)
    for number in range(5):
        office.happens(f"pst_{number % 3}")
    office.goes_on(10)
    replayed(office, ends[0], office_start)
    for number in range(3):
        office.happens(f"pst_{number % 3}")
    office.goes_on(3 * HOUR)
    return office, ends, points


def replayed(office: PostOffice, endpoint: str, since: datetime) -> None:
    courier = office.store.get(Courier, office.client, endpoint) or not_yet_told(office.kept(endpoint))
    now = office.clock.now()
    replay = Replay(
        id=f"rpl_{endpoint}",
        client=office.client,
        endpoint=endpoint,
        since=since,
        until=now,
        asked_at=now,
        by="mbr_1",
        day=since.date(),
    )
    office.store.commit(replay, replace(courier.but_woken(), replay=replay.id))


def check(office: PostOffice, ends: list[str]) -> None:
    facts = {one.id: one for one in office.entries()}
    wanted = [one.id for one in facts.values() if one.type == "post.published"]
    for end in ends:
        told = office.told(end)
        assert set(wanted) <= set(told), "lost"
        assert set(told) <= set(facts), "made up"
        for ids in office.first_tellings(end).values():
            assert ids == sorted(ids), "out of order"
        assert list(office.store.waiting_deliveries(end)) == []


def test_without_a_crash_each_is_told_once_but_for_what_is_replayed() -> None:
    office, ends, _ = scenario()
    check(office, ends)
    told = office.told(ends[0])
    published = [one.id for one in office.entries() if one.type == "post.published"]
    assert sorted(told) == sorted(published + published[:5])
    assert sorted(office.told(ends[1])) == published
    assert [one.type for one in office.entries() if one.type.startswith("replay")] == ["replay.finished"]


def test_what_a_replay_puts_up_before_the_stream_does_is_told_before_what_happened_after_it() -> None:
    office = PostOffice()
    answers: list[int | None] = [None]
    end = office.endpoint(lambda _entry, _now: answers[0], events=["post.*"])
    first = office.happens("pst_1")
    office.clock.sleep(1)
    replayed(office, end, first.at)
    office.runner().run(Wake(client=office.client, endpoint=end))
    assert [one.id for one in office.store.waiting_deliveries(end)] == [first.id]
    second = office.happens("pst_1")
    answers[0] = 204
    office.goes_on(HOUR)
    assert office.told(end) == [first.id, second.id]


def test_a_crash_anywhere_loses_nothing_and_keeps_the_order() -> None:
    _, _, points = scenario()
    crashes = 0
    for at in range(points.count):
        office, ends, _ = scenario(at)
        crashes += office.crashes
        check(office, ends)
        replay = office.store.get(Replay, office.client, f"rpl_{ends[0]}")
        assert replay is not None
        assert replay.finished_at is not None
    assert crashes > 0.9 * points.count  # what raises has no answer that could be lost


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 900), max_size=6))
def test_several_crashes_lose_nothing_either(at: set[int]) -> None:
    office, ends, _ = scenario(*at)
    check(office, ends)


ANSWERS = st.sampled_from([204, 204, 204, 200, None, 400, 404, 429, 500, 502, 503])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(ANSWERS, min_size=1, max_size=12), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0, 1, 30, 600, 7200])), min_size=1, max_size=25),
    st.sets(st.integers(0, 400), max_size=3),
)
def test_endpoints_that_answer_refuse_time_out_and_flap_are_told_all_in_order_once_they_take_it(
    answers: list[list[int | None]], events: list[tuple[int, int]], at: set[int]
) -> None:
    office = PostOffice()

    def flapping(given: list[int | None]) -> Behaviour:
        left = list(given)
        return lambda _entry, _now: left.pop(0) if left else 204

    ends = [office.endpoint(flapping(one), events=["post.*"]) for one in answers]
    fragile(office, *at)
    for subject, pause in events:
        office.happens(f"pst_{subject}")
        office.goes_on(pause)
    office.goes_on(60 * HOUR)
    for end in ends:
        assert office.kept(end).listens
    check(office, ends)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_two_runners_at_once_tell_nothing_twice_and_nothing_out_of_order(data: st.DataObject) -> None:
    """The second one is called in the middle of what the first one does: at any of its calls."""
    office = PostOffice()
    end = office.endpoint(events=["post.*"])
    for number in range(6):
        office.happens(f"pst_{number % 2}")
    office.stream()
    office.queue.calls.clear()
    wake = Wake(client="acme", endpoint=end)
    at = data.draw(st.sets(st.integers(0, 60), max_size=4))
    points, nested = Points(), [False]

    def interrupting(call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*given: Any, **named: Any) -> Any:
            points.count += 1
            if points.count in at and not nested[0]:
                nested[0] = True
                office.happens(f"pst_{points.count % 2}")
                office.stream()
                office.runner().run(wake)
                nested[0] = False
            return call(*given, **named)

        return watched

    class Store:
        def __getattr__(self, name: str) -> Any:
            return interrupting(getattr(office.store, name))

    office.seen_store = Store()
    office.runner().run(wake)
    office.seen_store = office.store
    published = [one.id for one in office.entries() if one.type == "post.published"]
    while office.queue.calls:
        office.goes_on(1)
    assert sorted(office.told(end)) == published
    for ids in office.first_tellings(end).values():
        assert ids == sorted(ids)


@pytest.mark.parametrize("behaviour", [silent, lambda _entry, _now: Answered(404)])
def test_over_three_days_of_crashes_a_dead_endpoint_is_disabled_once(behaviour: Behaviour) -> None:
    office = PostOffice()
    dead, alive = office.endpoint(behaviour), office.endpoint()
    fragile(office, *range(50, 4000, 97))
    for number in range(40):
        office.happens(f"pst_{number}")
        office.goes_on(2 * HOUR)
    assert office.crashes > 10
    assert not office.kept(dead).listens
    assert [one.type for one in office.entries()].count("endpoint.disabled") == 1
    assert all(one.state is DeliveryState.DELIVERED for one in office.store.deliveries(alive))
