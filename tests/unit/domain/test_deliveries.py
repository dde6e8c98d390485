"""What may be told of what waits, and what follows from an endpoint's answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.clock import id_maker, made_at
from shared.domain.couriers import (
    GIVEN_UP_AFTER,
    GONE,
    LONGEST_ASKED,
    LOOKED_AT_EACH,
    PROBES,
    Courier,
    EndpointState,
    Told,
    judged,
    state_of,
)
from shared.domain.deliveries import JITTER, PAUSES, Delivery, DeliveryState, due
from shared.domain.endpoints import Endpoint
from shared.domain.parties import Party
from tests.house import counting_entropy
from tests.network import START, FakeClock

COURIER = Courier(endpoint="end_1", client="acme")


def delivery(number: int, subject: int = 1, wait: int | None = None, **changes: object) -> Delivery:
    made = Delivery(
        id=f"led_{number:03}",
        endpoint="end_1",
        client="acme",
        type="post.published",
        subject=f"pst_{subject}",
        at=START,
        queued_at=START,
        next_at=None if wait is None else START + timedelta(minutes=wait),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def told(status: int = 204, retry_after: float | None = None, *, number: int = 1, refused: int = 0) -> Told:
    because = "" if status == 204 else f"it answered {status}"
    one = delivery(number, number, refused=refused)
    return Told(delivery=one, at=START, status=status, because=because, retry_after=retry_after)


WAITING = st.lists(st.tuples(st.integers(1, 4), st.one_of(st.none(), st.integers(-5, 5))), max_size=30).map(
    lambda drawn: [delivery(number, *one) for number, one in enumerate(drawn)]
)


@given(WAITING, st.integers(1, 10))
def test_what_is_told_comes_in_order_and_never_before_what_holds_up_its_subject(
    waiting: list[Delivery], most: int
) -> None:
    found, next_at = due(waiting, START, most)
    assert [one.id for one in found] == sorted(one.id for one in found)
    assert len(found) <= most
    for one in found:
        earlier = [other for other in waiting if other.subject == one.subject and other.id <= one.id]
        assert all(other.is_due(START) for other in earlier)
        assert set(earlier) <= set(found)
    if len(found) < most:
        held = [one.next_at for one in waiting if one not in found and not one.is_due(START)]
        assert next_at is None or next_at in held
        assert (next_at is None) == (len(found) == len(waiting))


ROUNDS = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from([0, 200, 204, 301, 400, 404, GONE, 429, 500, 502, 503]),
            st.one_of(st.none(), st.floats(0, 10**9)),
            st.integers(0, len(PAUSES)),
        ),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=12,
)


@given(ROUNDS, st.integers(0, 40), st.floats(0, 1))
def test_whatever_an_endpoint_answers_the_verdict_is_within_its_bounds(
    rounds: list[list[tuple[int, float | None, int]]], hours: int, jitter: float
) -> None:
    courier, now, last_success = COURIER, START, START
    for drawn in rounds:
        now += timedelta(hours=hours)
        round_ = [
            replace(told(status, asked, number=number, refused=refused), at=now)
            for number, (status, asked, refused) in enumerate(drawn)
        ]
        verdict = judged(courier, round_, now, lambda: jitter)
        taken = any(one.got_through for one in round_)
        if taken:
            last_success = now
            assert verdict.courier.failing_since is None
        longest = max(PROBES[-1] * (1 + JITTER), LONGEST_ASKED)
        assert verdict.courier.paused_until is None or now < verdict.courier.paused_until <= now + longest
        if verdict.disabled_because:
            assert any(one.is_gone for one in round_) or now - last_success >= GIVEN_UP_AFTER
        for one, became in zip(round_, verdict.deliveries, strict=True):
            assert (became.id, became.version, became.tries) == (one.delivery.id, 2, one.delivery.tries + 1)
            assert (became.state is DeliveryState.DELIVERED) == one.got_through
            assert became.state is not DeliveryState.ABANDONED or one.delivery.refused == len(PAUSES)
            assert became.next_at is None or now < became.next_at <= now + PAUSES[-1] * (1 + JITTER)
        courier = verdict.courier


def test_an_event_is_tried_for_three_days() -> None:
    assert sum(PAUSES, timedelta()) >= timedelta(days=3)
    assert list(PAUSES) == sorted(PAUSES)


def test_one_answer_in_time_says_that_an_endpoint_is_well() -> None:
    failing = judged(COURIER, [told(0)], START, lambda: 0.0).courier
    assert failing.failing_since == START
    again = judged(failing, [told(0), told(204, number=2)], START, lambda: 0.0).courier
    assert (again.failing_since, again.paused_until, again.probes) == (None, None, 0)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, EndpointState.HEALTHY),
        ({"failing_since": START}, EndpointState.FAILING),
        ({"paused_until": START + timedelta(1)}, EndpointState.PAUSED),
        ({"paused_until": START}, EndpointState.HEALTHY),
    ],
)
def test_an_endpoints_state_is_what_its_courier_says(changes: dict[str, datetime], state: EndpointState) -> None:
    endpoint = Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        url="https://a.example",
        secrets=(),
        events=(),
        created_at=START,
    )
    courier = replace(COURIER, **changes)  # type: ignore[arg-type]
    assert state_of(endpoint, courier, START) is state
    assert state_of(replace(endpoint, disabled_at=START), courier, START) is EndpointState.DISABLED
    assert state_of(replace(endpoint, disabled_at=START, closed_at=START), courier, START) is EndpointState.CLOSED


def test_a_courier_is_called_when_its_time_comes_or_nobody_looked_for_an_hour_or_its_holder_is_gone() -> None:
    idle = COURIER.given_back(None, START)
    assert not idle.is_to_be_woken(START + LOOKED_AT_EACH / 2)
    assert idle.is_to_be_woken(START + LOOKED_AT_EACH)
    assert idle.but_woken().is_to_be_woken(START)
    due_soon = COURIER.given_back(START + timedelta(minutes=5), START)
    assert not due_soon.is_to_be_woken(START + timedelta(minutes=4))
    assert due_soon.is_to_be_woken(START + timedelta(minutes=5))
    held = COURIER.claimed("run_1", START)
    assert held.held_until is not None
    assert not held.but_woken().is_to_be_woken(START)
    assert held.is_to_be_woken(held.held_until)
    paused = replace(idle, paused_until=START + timedelta(days=1))
    assert not paused.is_to_be_woken(START + LOOKED_AT_EACH)


@given(st.datetimes(datetime(1971, 1, 1), datetime(9000, 1, 1)))
def test_an_id_says_when_it_was_made(at: datetime) -> None:
    clock = FakeClock(at.replace(tzinfo=UTC))
    made = made_at(id_maker(clock, counting_entropy())("led"))
    assert made is not None
    assert timedelta() <= clock.now() - made < timedelta(milliseconds=1)


@pytest.mark.parametrize("text", ["", "led_1", "led_" + "U" * 26, "led_" + "Z" * 26, "led_" + "0" * 27])
def test_what_is_no_id_says_nothing(text: str) -> None:
    assert made_at(text) is None
