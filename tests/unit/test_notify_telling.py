"""A round of tellings takes its time and no more, and what hangs is no answer."""

import json
from collections.abc import Iterator
from io import StringIO
from threading import Barrier, Event

import pytest

from functions.notify.tell import Answered
from functions.notify.telling import IN_VAIN, Round
from functions.notify.threads import WORKERS, at_once
from shared.domain.clock import SystemClock
from shared.domain.deliveries import queued
from shared.domain.ledger import Entry
from tests.network import START
from tests.post_office import Behaviour, PostOffice, answering, in_turn

ADDRESS = "https://hooks.example/services/token"


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def release() -> Iterator[Event]:
    """What hangs goes on when the test is over."""
    event = Event()
    yield event
    event.set()


def round_of(office: PostOffice, entries: list[Entry], behaviour: Behaviour, *, ends_in: float = 60.0) -> Round:
    end = office.endpoint(behaviour)
    clock = SystemClock()
    return Round(
        tell=lambda entry, _to: tell(behaviour, entry),
        clock=clock,
        endpoint=office.kept(end),
        entries={one.id: one for one in entries},
        starts_until=clock.monotonic() + 60,
        ends_by=clock.monotonic() + ends_in,
    )


def tell(behaviour: Behaviour, entry: Entry) -> Answered:
    given = behaviour(entry, START)
    assert isinstance(given, Answered)
    return given


def test_what_hangs_got_no_answer_and_the_others_did(office: PostOffice, release: Event) -> None:
    entries = [office.happens(f"pst_{number}") for number in range(3)]

    def answer(entry: Entry, _now: object) -> Answered:
        if entry is entries[1]:
            release.wait(60)
        return Answered(204)

    round_ = round_of(office, entries, answer, ends_in=0.3)
    told = round_.told([queued(one, "end_1", START) for one in entries], at_once)
    assert {one.delivery.id: (one.status, one.because) for one in told} == {
        entries[0].id: (204, "it answered 204"),
        entries[1].id: (0, "it gave no answer in time"),
        entries[2].id: (204, "it answered 204"),
    }


def test_subjects_are_told_side_by_side(office: PostOffice) -> None:
    entries = [office.happens(f"pst_{number}") for number in range(WORKERS)]
    together = Barrier(WORKERS, timeout=30)

    def answer(_entry: Entry, _now: object) -> Answered:
        together.wait()
        return Answered(204)

    told = round_of(office, entries, answer).told([queued(one, "end_1", START) for one in entries], at_once)
    assert len(told) == WORKERS


def test_what_happened_to_one_subject_is_told_one_after_the_other_up_to_what_fails(office: PostOffice) -> None:
    entries = [office.happens("pst_1") for _ in range(3)]

    def answer(entry: Entry, _now: object) -> Answered:
        return Answered(400 if entry is entries[1] else 204)

    told = round_of(office, entries, answer).told([queued(one, "end_1", START) for one in entries], at_once)
    assert [one.delivery.id for one in told] == [entries[0].id, entries[1].id]


@pytest.mark.parametrize(
    ("status", "asked", "tried"), [(500, None, IN_VAIN), (429, None, 1), (503, 9.0, 1), (410, None, 1)]
)
def test_an_endpoint_that_takes_nothing_is_not_asked_further(
    office: PostOffice, status: int, asked: float | None, tried: int
) -> None:
    entries = [office.happens(f"pst_{number}") for number in range(30)]
    round_ = round_of(office, entries, answering(status, asked))
    assert len(round_.told([queued(one, "end_1", START) for one in entries], in_turn)) == tried


def test_what_breaks_in_our_own_code_is_told_of_its_event_alone_and_logged_without_the_address(
    office: PostOffice, log: StringIO
) -> None:
    entries = [office.happens(f"pst_{number}") for number in range(3)]

    def broken(entry: Entry, _now: object) -> Answered:
        if entry is entries[1]:
            raise ValueError(ADDRESS)
        return Answered(204)

    told = round_of(office, entries, broken).told([queued(one, "end_1", START) for one in entries], at_once)
    assert {one.delivery.id: (one.status, one.is_defect) for one in told} == {
        entries[0].id: (204, False),
        entries[1].id: (0, True),
        entries[2].id: (204, False),
    }
    line = json.loads(log.getvalue())
    assert (line["event"], line["defect"]) == (entries[1].id, "ValueError")
    assert any("in broken" in frame for frame in line["trace"])
    assert ADDRESS not in log.getvalue()


def test_defects_are_no_reason_not_to_ask_the_endpoint_further(office: PostOffice) -> None:
    entries = [office.happens(f"pst_{number}") for number in range(2 * IN_VAIN)]

    def broken(entry: Entry, _now: object) -> Answered:
        if entry in entries[:IN_VAIN]:
            raise ZeroDivisionError
        return Answered(204)

    told = round_of(office, entries, broken).told([queued(one, "end_1", START) for one in entries], in_turn)
    assert sum(one.got_through for one in told) == IN_VAIN
