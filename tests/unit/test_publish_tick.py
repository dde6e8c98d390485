"""The tick hands over what is due until shortly after the next one, and forgets nothing that it did not hand over."""

from datetime import timedelta

import pytest

from functions.publish.tick import AT_ONCE
from infra.bench.samples import scheduled
from shared.dispatch import convoy_in
from shared.domain.posts import LATENESS_WINDOW, PostState
from shared.domain.schedule import (
    LOOK_AHEAD,
    LOOK_BACK,
    MOST_AT_ONCE,
    WAKE_EARLY,
    Mark,
    Timer,
    TimerKind,
)
from shared.queues import MemoryQueue, QueueError
from tests.house import House, brand
from tests.network import START


class FullQueue(MemoryQueue):
    """Takes so many messages and then no more."""

    room = 0

    def send(self, body: str, delay_seconds: int = 0) -> None:
        if len(self.sent) >= self.room:
            raise QueueError("The queue did not take the message.")
        super().send(body, delay_seconds)


@pytest.fixture
def house() -> House:
    return House()


def due(house: House, *seconds: float) -> list[Timer]:
    """The timers of scheduled posts, due so many seconds after the start."""
    timers = []
    for after in seconds:
        account = house.new_id("acc")
        post, timer = scheduled(house.new_id("pst"), "acme", START + timedelta(seconds=after), account=account)
        house.store.commit(post, timer)
        timers.append(timer)
    return timers


def handed(house: House) -> list[Timer]:
    """The timers of the posts that are on the queue."""
    found = [due for message in house.outbound.sent for due in convoy_in(message.body)]
    return [
        Timer(
            kind=TimerKind.POST,
            realm=due.post.client,
            subject=due.post.id,
            subject_version=due.post.version,
            due_at=due.at,
        )
        for due in found
    ]


def test_what_is_due_within_two_minutes_is_handed_over_once(house: House) -> None:
    soon = due(house, -1, 0, 59, 60, 120)
    due(house, 121, 3600)
    assert house.tick() == 5
    assert sorted(handed(house), key=lambda timer: timer.due_at) == soon
    assert house.tick() == 0


def test_a_message_arrives_just_before_it_is_due(house: House) -> None:
    due(house, -30, 0, 1, 30.9, 120)
    house.tick()
    for message, timer in zip(house.outbound.sent, handed(house), strict=True):
        early = timer.due_at - (START + timedelta(seconds=message.delay_seconds))
        assert message.delay_seconds == 0 or WAKE_EARLY <= early < WAKE_EARLY + timedelta(seconds=1)


def test_every_timer_is_handed_over_by_some_tick_before_its_time(house: House) -> None:
    timers = due(house, *range(130, 900, 7))
    for _ in range(15):
        before = len(house.outbound.sent)
        house.tick()
        assert all(timer.due_at >= house.clock.now() for timer in handed(house)[before:])
        house.clock.sleep(60)
    assert sorted(handed(house), key=lambda timer: timer.due_at) == timers


def test_a_tick_that_was_lost_is_made_good_by_the_next(house: House) -> None:
    timers = due(house, 130)
    house.clock.sleep(130 + LOOK_BACK.total_seconds())
    house.tick()
    assert handed(house) == timers


OUTAGES = [timedelta(minutes=7), timedelta(hours=5, minutes=59), timedelta(days=1), timedelta(days=4)]


@pytest.mark.parametrize("outage", OUTAGES)
def test_after_an_outage_of_any_length_every_timer_is_handed_over(house: House, outage: timedelta) -> None:
    house.tick()
    timers = due(house, *(share / 10 * outage.total_seconds() + 150 for share in range(10)))
    house.clock.sleep(outage.total_seconds())
    for _ in range(ticks_to_catch_up(outage)):
        house.tick()
        house.clock.sleep(60)
    assert sorted(handed(house), key=lambda timer: timer.due_at) == timers


def ticks_to_catch_up(outage: timedelta) -> int:
    """Every tick reads six hours, less what it looks back; and then two minutes for what is just due."""
    return outage // (MOST_AT_ONCE - LOOK_BACK) + 3


@pytest.mark.parametrize("outage", OUTAGES)
def test_after_an_outage_every_post_has_its_end_and_none_is_scheduled_for_ever(outage: timedelta) -> None:
    acme = brand(House())
    acme.house.tick()
    dues = [START + timedelta(minutes=3) + share / 10 * (outage - timedelta(minutes=3)) for share in range(10)]
    posts = {acme.approved(f"Post {due_at}", publish_at=due_at.isoformat())["id"]: due_at for due_at in dues}
    acme.house.outbound.sent.clear()
    acme.house.clock.sleep(outage.total_seconds())
    came_back = acme.house.clock.now()
    for _ in range(ticks_to_catch_up(outage)):
        acme.house.tick()
        acme.house.deliver()
        acme.house.clock.sleep(60)
    for post, due_at in posts.items():
        shown = acme.post(post)
        if came_back - due_at > LATENESS_WINDOW:
            assert (shown["state"], "never sent late" in shown["because"]) == ("expired", True)
        else:
            assert shown["state"] in ("published", "expired")
    assert list(acme.house.store.posts("acme", PostState.SCHEDULED)) == []


def test_what_is_just_due_after_a_short_outage_still_goes_out() -> None:
    acme = brand(House())
    acme.house.tick()
    post = acme.approved("Hi", publish_at=(START + timedelta(minutes=5)).isoformat())
    acme.house.clock.sleep((timedelta(minutes=5) + LATENESS_WINDOW).total_seconds() - 1)
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_a_tick_takes_up_six_hours_of_an_outage_and_leaves_the_rest_to_the_next(house: House) -> None:
    house.tick()
    first, second, last = due(house, 3600, 7 * 3600, 23 * 3600)
    house.clock.sleep(timedelta(days=1).total_seconds())
    read = []
    for _ in range(5):
        house.outbound.sent.clear()
        house.tick()
        read.append(handed(house))
    assert [timers for timers in read if timers] == [[first], [second], [last]]
    assert read[0] == [first]


def test_a_timer_that_is_written_just_after_its_minute_was_read_is_read_by_the_next(house: House) -> None:
    house.tick()
    house.clock.sleep(60)
    house.tick()
    late = due(house, 0)
    house.clock.sleep(60)
    assert house.tick() == 1
    assert handed(house) == late


def test_a_tick_that_failed_has_not_read_on(house: House) -> None:
    house.tick()
    timers = due(house, 150, 151, 152)
    house.clock.sleep(180)
    queue = FullQueue()
    queue.room, house.outbound = 1, queue
    with pytest.raises(QueueError):
        house.tick()
    house.clock.sleep(timedelta(hours=3).total_seconds())
    house.outbound = MemoryQueue()
    house.tick()
    assert set(timers[1:]) <= set(handed(house))


def test_two_ticks_at_the_same_moment_are_both_well_and_hand_everything_over(house: House) -> None:
    for _ in range(2):
        timers = due(house, (house.clock.now() - START).total_seconds())
        house.store.before["commit"].append(lambda: house.tick() and None)
        house.tick()
        assert set(timers) <= set(handed(house))
        house.clock.sleep(60)


def test_a_tick_with_a_clock_that_was_ahead_costs_no_timer(house: House) -> None:
    house.clock.at += timedelta(hours=2)
    house.tick()
    house.clock.at -= timedelta(hours=2)
    timers = due(house, *range(0, 900, 60))
    for _ in range(16):
        before = len(house.outbound.sent)
        house.tick()
        assert all(timer.due_at >= house.clock.now() for timer in handed(house)[before:])
        house.clock.sleep(60)
    assert sorted(handed(house), key=lambda timer: timer.due_at) == timers


def test_how_far_the_ticks_have_read_is_the_only_thing_that_they_keep(house: House) -> None:
    house.store.commits.clear()
    house.tick()
    house.clock.sleep(60)
    house.tick()
    read = [0, 0, 1]
    """Minutes: the first mark stands before anything is read."""
    marks = [
        Mark(realm="deployment", id="tick", until=START + timedelta(minutes=minute), version=version)
        for version, minute in enumerate(read, 1)
    ]
    assert house.store.commits == [(mark,) for mark in marks]


def test_a_first_tick_that_fails_is_made_good_by_a_late_next_one(house: House) -> None:
    timers = due(house, 0)
    queue = FullQueue()
    queue.room, house.outbound = 0, queue
    with pytest.raises(QueueError):
        house.tick()
    house.outbound = MemoryQueue()
    house.clock.sleep(600)
    assert house.tick() == len(timers)


def test_a_timer_is_forgotten_only_after_its_message_is_durable(house: House) -> None:
    timers = due(house, 0, 1, 2)
    queue = FullQueue()
    queue.room, house.outbound = 2, queue
    with pytest.raises(QueueError):
        house.tick()
    house.outbound = MemoryQueue()
    assert house.tick() >= 1
    assert timers[2] in handed(house)


def test_many_timers_are_forgotten_as_they_are_handed_over(house: House) -> None:
    due(house, *[10] * (AT_ONCE + 1))
    queue = FullQueue()
    queue.room, house.outbound = AT_ONCE, queue
    with pytest.raises(QueueError):
        house.tick()
    house.outbound = MemoryQueue()
    assert house.tick() == 1


def test_one_tick_looks_further_ahead_than_the_next_one_is_away() -> None:
    assert timedelta(minutes=1) < LOOK_AHEAD
