"""The tick hands over what is due until shortly after the next one, and forgets nothing that it did not hand over."""

from datetime import timedelta

import msgspec
import pytest

from functions.publish.tick import FORGET_AT_ONCE
from shared.domain.schedule import LOOK_AHEAD, LOOK_BACK, WAKE_EARLY, Timer, TimerKind
from shared.queues import MemoryQueue, QueueError
from tests.house import START, House


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
    timers = [
        Timer(
            kind=TimerKind.POST,
            realm="acme",
            subject=house.new_id("pst"),
            subject_version=2,
            due_at=START + timedelta(seconds=after),
        )
        for after in seconds
    ]
    for timer in timers:
        house.store.commit(timer)
    return timers


def handed(house: House) -> list[Timer]:
    return [msgspec.json.decode(message.body, type=Timer) for message in house.outbound.sent]


def test_what_is_due_within_two_minutes_is_handed_over_once(house: House) -> None:
    soon = due(house, -1, 0, 59, 60, 120)
    due(house, 121, 3600)
    assert house.tick() == 5
    assert handed(house) == soon
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
    due(house, *[10] * (FORGET_AT_ONCE + 1))
    queue = FullQueue()
    queue.room, house.outbound = FORGET_AT_ONCE, queue
    with pytest.raises(QueueError):
        house.tick()
    house.outbound = MemoryQueue()
    assert house.tick() == 1


def test_one_tick_looks_further_ahead_than_the_next_one_is_away() -> None:
    assert timedelta(minutes=1) < LOOK_AHEAD
