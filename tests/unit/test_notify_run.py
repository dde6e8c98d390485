"""What an endpoint is told: everything it wants, in order per subject, until it is told or hopeless; and it alone."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from functions.notify.retry import retry
from functions.notify.tell import Answered
from functions.notify.telling import DEFECT
from shared.domain.couriers import GIVEN_UP_AFTER, LEASE, LONGEST_ASKED, PROBES
from shared.domain.deliveries import JITTER, PAUSES, DeliveryState
from shared.domain.ledger import Entry
from shared.domain.parties import Roll
from shared.queues import LONGEST_DELAY
from shared.stores import StoreError
from shared.wakes import Wake, wake_in
from tests.post_office import Behaviour, PostOffice, answering, fine, silent

DAY = 24 * 3600.0
HOUR = 3600.0


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


def test_what_happens_is_told_at_once_and_once(office: PostOffice) -> None:
    end = office.endpoint()
    happened = [office.happens("pst_1"), office.happens("pst_2")]
    office.goes_on(DAY)
    assert office.told(end) == [one.id for one in happened]
    assert office.tellings[-1].at == happened[-1].at
    delivery = office.delivery(end, happened[0].id)
    assert (delivery.state, delivery.tries, delivery.status) == (DeliveryState.DELIVERED, 1, 204)


def test_a_dead_endpoint_delays_no_other(office: PostOffice) -> None:
    dead, alive = office.endpoint(silent), office.endpoint()
    for number in range(200):
        happened = office.happens(f"pst_{number}")
        office.goes_on(1)
        assert office.told(alive)[-1] == happened.id
        told = [one for one in office.tellings if one.endpoint == alive]
        assert told[-1].at == happened.at
    assert office.told(dead) == []


def test_a_dead_endpoint_is_tried_by_one_request_each_step_however_much_waits(office: PostOffice) -> None:
    dead = office.endpoint(silent)
    for number in range(300):
        office.happens(f"pst_{number}")
    office.goes_on(60)
    burst = len(office.tellings)
    assert burst <= 10
    for number in range(300):
        office.happens(f"pst_later_{number}")
        office.goes_on(120)
    tried = len(office.tellings) - burst
    assert tried <= 3 + 10 * HOUR / PROBES[-1].total_seconds()
    assert office.courier(dead).failing_since is not None


def test_an_endpoint_that_comes_back_is_told_all_of_it_in_order_within_one_step(office: PostOffice) -> None:
    end = office.endpoint(silent)
    happened = [office.happens(f"pst_{number % 7}") for number in range(150)]
    office.goes_on(20 * HOUR)
    office.behaviours[end] = fine
    office.goes_on(PROBES[-1].total_seconds() * (1 + JITTER) + 60)
    assert sorted(office.told(end)) == [one.id for one in happened]
    assert all(ids == sorted(ids) for ids in office.first_tellings(end).values())
    assert office.courier(end).failing_since is None


def test_after_three_days_of_nothing_an_endpoint_is_disabled_and_the_others_hear_of_it(office: PostOffice) -> None:
    dead, alive = office.endpoint(silent), office.endpoint(events=["endpoint.disabled"])
    office.happens("pst_1")
    office.goes_on(GIVEN_UP_AFTER.total_seconds() - HOUR)
    assert office.kept(dead).listens
    office.goes_on(2 * HOUR)
    kept = office.kept(dead)
    assert not kept.listens
    assert kept.disabled_because.startswith("nothing got through since 2026-11-25T09:00:00")
    (disabled,) = [one for one in office.entries() if one.type == "endpoint.disabled"]
    assert (disabled.subject, disabled.data["because"]) == (dead, kept.disabled_because)
    assert office.told(alive) == [disabled.id]
    tried = len(office.tellings)
    office.goes_on(DAY)
    assert len(office.tellings) == tried


def test_gone_disables_an_endpoint_at_once(office: PostOffice) -> None:
    end = office.endpoint(answering(410))
    office.happens("pst_1")
    office.happens("pst_2")
    office.goes_on(DAY)
    assert office.kept(end).disabled_because == "it answered 410"
    assert len(office.tellings) == 1


def refusing(subject: str) -> Behaviour:
    return lambda entry, _now: 400 if entry.subject == subject else 204


def test_an_event_that_is_refused_holds_up_its_own_subject_only(office: PostOffice) -> None:
    end = office.endpoint(refusing("pst_1"))
    first, held = office.happens("pst_1"), office.happens("pst_1")
    others = [office.happens("pst_2"), office.happens("pst_3")]
    office.goes_on(HOUR)
    assert office.told(end) == [one.id for one in others]
    later = office.happens("pst_4")
    office.goes_on(1)
    assert office.told(end)[-1] == later.id
    office.behaviours[end] = fine
    office.goes_on(3 * HOUR)
    assert office.told(end)[-2:] == [first.id, held.id]


@pytest.mark.parametrize("status", [400, 404, 500])
def test_an_event_that_is_refused_for_three_days_is_abandoned_and_what_follows_is_told(
    office: PostOffice, status: int
) -> None:
    bad: list[str] = []
    end = office.endpoint(lambda entry, _now: status if entry.id in bad else 204)
    other = office.endpoint(events=["delivery.abandoned"])
    first = office.happens("pst_1")
    bad.append(first.id)
    second = office.happens("pst_1")
    office.goes_on(GIVEN_UP_AFTER.total_seconds() - HOUR)
    assert office.told(end) == []
    office.goes_on(DAY)
    tries = [one.at for one in office.tellings if one.entry.id == first.id]
    assert tries[-1] - tries[0] >= GIVEN_UP_AFTER
    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert all(
        pause <= taken <= pause * (1 + JITTER) + timedelta(minutes=2)
        for pause, taken in zip(PAUSES, pauses, strict=True)
    )
    assert office.told(end) == [second.id]
    delivery = office.delivery(end, first.id)
    assert (delivery.state, delivery.because) == (DeliveryState.ABANDONED, f"it answered {status}")
    (abandoned,) = [one for one in office.entries() if one.type == "delivery.abandoned"]
    assert abandoned.data == {
        "event": first.id,
        "event_type": "post.published",
        "tries": len(PAUSES) + 1,
        "because": f"it answered {status}",
    }
    assert office.told(other) == [abandoned.id]
    assert office.kept(end).listens


def test_what_breaks_in_our_own_code_is_no_fault_of_the_endpoints_and_harms_no_other_event(office: PostOffice) -> None:
    def broken_for_one_subject(entry: Entry, _now: datetime) -> int:
        if entry.subject == "pst_1":
            raise ZeroDivisionError
        return 204

    end = office.endpoint(broken_for_one_subject)
    first, held = office.happens("pst_1"), office.happens("pst_1")
    others = [office.happens("pst_2"), office.happens("pst_3")]
    office.goes_on(1)
    assert office.told(end) == [one.id for one in others]
    assert not office.courier(end).holder
    office.goes_on(GIVEN_UP_AFTER.total_seconds() + DAY)
    later = office.happens("pst_4")
    office.goes_on(1)
    assert office.told(end) == [*[one.id for one in others], later.id], "each once"
    delivery = office.delivery(end, first.id)
    assert (delivery.state, delivery.because) == (DeliveryState.ABANDONED, DEFECT)
    assert office.delivery(end, held.id).waits
    courier = office.courier(end)
    assert (courier.refusals, courier.failing_since, courier.failure_at) == (0, None, None)


def test_what_breaks_in_our_own_code_keeps_an_endpoint_that_was_away_from_nothing(office: PostOffice) -> None:
    answers: list[int] = [0]

    def behave(entry: Entry, _now: datetime) -> int:
        if entry.subject == "pst_1":
            raise ZeroDivisionError
        return answers[0]

    end = office.endpoint(behave)
    good = office.happens("pst_2")
    office.goes_on(1)
    office.happens("pst_1")
    answers[0] = 204
    office.goes_on(PROBES[0].total_seconds() * (1 + JITTER) + 2)
    assert office.told(end) == [good.id]
    assert office.courier(end).failing_since is None


def test_an_endpoint_that_was_away_once_and_then_refused_one_event_is_not_held_for_away_ever_since(
    office: PostOffice,
) -> None:
    answers = [0]
    end = office.endpoint(lambda _entry, _now: answers[0])
    office.happens("pst_1")
    office.goes_on(1)
    answers[0] = 400
    office.goes_on(GIVEN_UP_AFTER.total_seconds() + 2 * DAY)
    assert office.courier(end).failing_since is None
    answers[0] = 503
    later = office.happens("pst_2")
    office.goes_on(1)
    assert office.kept(end).listens, "one failure is not three days of them"
    answers[0] = 204
    office.goes_on(PROBES[0].total_seconds() * (1 + JITTER) + 2)
    assert later.id in office.told(end)


def test_an_endpoint_that_refuses_whatever_it_is_told_is_disabled_in_the_end(office: PostOffice) -> None:
    end = office.endpoint(answering(404))
    for number in range(8):
        office.happens(f"pst_{number}")
        office.goes_on(DAY / 2)
    assert not office.kept(end).listens


def test_two_events_that_a_quiet_endpoint_refuses_keep_nothing_else_for_longer_than_a_step(office: PostOffice) -> None:
    end = office.endpoint(lambda entry, _now: 422 if entry.subject.startswith("bad") else 204)
    office.happens("bad_1")
    office.happens("bad_2")
    office.goes_on(10 * HOUR)
    good = office.happens("pst_1")
    office.goes_on(PROBES[-1].total_seconds() * (1 + JITTER) + 60)
    assert office.told(end) == [good.id]


@pytest.mark.parametrize(
    ("status", "asked", "waits"),
    [(429, 120.0, 120.0), (503, 400.0, 400.0), (429, 10**9, LONGEST_ASKED.total_seconds()), (429, None, 5.0)],
)
def test_an_endpoint_that_asks_to_be_left_alone_is_left_alone_within_bounds(
    office: PostOffice, status: int, asked: float | None, waits: float
) -> None:
    end = office.endpoint(answering(status, asked))
    office.happens("pst_1")
    office.goes_on(1)
    office.behaviours[end] = fine
    office.happens("pst_2")
    office.goes_on(waits - 2)
    assert len(office.tellings) == 1
    office.goes_on(130)
    assert len(office.told(end)) == 2


def test_what_a_slow_endpoint_is_not_told_in_one_turn_it_is_told_in_the_next(office: PostOffice) -> None:
    office.takes = 2.0
    end = office.endpoint()
    happened = [office.happens(f"pst_{number}") for number in range(40)]
    office.goes_on(100)
    assert office.told(end) == [one.id for one in happened]


def test_a_call_while_somebody_is_at_it_is_not_lost(office: PostOffice) -> None:
    end = office.endpoint()
    late: list[Entry] = []

    def answer(entry: Entry, _now: object) -> Answered:
        if not late:
            late.append(office.happens("pst_2"))
            office.stream()
            office.queue.calls.clear()
            office.runner().run(Wake(client="acme", endpoint=end))
            assert len(office.tellings) == 0
        return Answered(204)

    office.behaviours[end] = answer
    office.happens("pst_1")
    office.stream()
    office.queue.calls.clear()
    office.runner().run(Wake(client="acme", endpoint=end))
    assert [one.entry.subject for one in office.tellings] == ["pst_1", "pst_2"]


def test_a_lease_whose_holder_is_gone_runs_out(office: PostOffice) -> None:
    end = office.endpoint()
    office.happens("pst_1")
    office.stream()
    office.queue.calls.clear()
    office.runner().run(Wake(client="acme", endpoint=end))
    courier = office.courier(end)
    office.store.commit(courier.claimed("gone", office.clock.now()))
    happened = office.happens("pst_2")
    office.goes_on(LEASE.total_seconds() - 1)
    assert happened.id not in office.told(end)
    office.goes_on(61)
    assert happened.id in office.told(end)


def test_a_lost_call_costs_an_hour_at_most(office: PostOffice) -> None:
    end = office.endpoint()
    office.goes_on(HOUR)
    happened = office.happens("pst_1")
    office.stream()
    office.queue.calls.clear()
    office.goes_on(HOUR + 61)
    assert office.told(end) == [happened.id]


def test_a_client_that_cannot_be_read_keeps_nobody_elses_endpoints_from_being_called(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.store.commit(Roll(realm="agy_1", id="aaa"))
    end = office.endpoint()
    listed = office.store.list

    def unread(kind: type[Any], realm: str) -> Any:
        if realm == "aaa":
            raise StoreError("The store holds a record that cannot be read.")
        return listed(kind, realm)

    monkeypatch.setattr(office.store, "list", unread)
    with pytest.raises(StoreError):
        retry(store=office.store, deliveries=office.queue, now=office.clock.now())
    assert [wake_in(body).endpoint for _, _, body in office.queue.calls] == [end]


def test_a_pause_as_long_as_a_message_may_wait_is_left_to_the_minute(office: PostOffice) -> None:
    end = office.endpoint(answering(429, LONGEST_DELAY))
    office.happens("pst_1")
    office.stream()
    office.queue.calls.clear()
    office.runner().run(Wake(client="acme", endpoint=end))
    assert all(at - office.clock.monotonic() <= LONGEST_DELAY for at, _, _ in office.queue.calls)


def test_a_closed_endpoint_is_told_nothing_more_from_the_next_round_on(office: PostOffice) -> None:
    end = office.endpoint()

    def closing(entry: Entry, now: object) -> int:
        kept = office.kept(end)
        if kept.closed_at is None:
            office.store.commit(replace(kept, closed_at=office.clock.now(), version=kept.version + 1))
        return 204

    office.behaviours[end] = closing
    for number in range(200):
        office.happens(f"pst_{number}")
    office.goes_on(DAY)
    assert len(office.tellings) <= 48


def test_nothing_is_written_to_the_ledger_about_what_goes_well(office: PostOffice) -> None:
    office.endpoint()
    happened = office.happens("pst_1")
    office.goes_on(DAY)
    assert office.entries() == [happened]
