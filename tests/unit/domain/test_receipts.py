"""A receipt has every name once, on as many pages as it takes, and has drained only when all are written and ended."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain import receipts
from shared.domain.receipts import (
    LONGEST_REASON,
    PAGE_SIZE,
    UNDER_WAY,
    Ends,
    Named,
    NamedEnd,
    NamedKind,
    ReceiptPage,
    pages_to_write,
)
from shared.domain.stops import Stop

from .samples import AT, after, client_caller


def named(number: int, end: NamedEnd = NamedEnd.IN_FLIGHT, **changes: Any) -> Named:
    given = Named(attempt=f"att_{number}", client="acme", account="acc_1", post="pst_1", started_at=AT, end=end)
    return replace(given, **changes)


def recalling(numbers: Sequence[int]) -> list[Named]:
    return [named(number, NamedEnd.RECALLING, kind=NamedKind.OUT) for number in numbers]


def stop(**changes: Any) -> Stop:
    new = Stop(id="stp_1", scope="client:acme", reason="x", who=client_caller(), epoch=1, stopped_at=AT)
    return replace(new, **changes)


ends = st.sampled_from(NamedEnd)
some = st.lists(st.integers(0, 40), unique=True, max_size=30)


@pytest.fixture(autouse=True, scope="module")
def small_pages() -> Any:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(receipts, "PAGE_SIZE", 4)
        yield


def written(pages: Sequence[ReceiptPage], in_flight: Sequence[Named], out: Sequence[Named]) -> list[ReceiptPage]:
    """The pages of a receipt once all that was missing has been written."""
    found = {page.number: page for page in pages}
    for page in pages_to_write("stp_1", pages, in_flight, out):
        assert page.version == (found[page.number].version + 1 if page.number in found else 1)
        found[page.number] = page
    assert list(found) == list(range(1, len(found) + 1))
    return list(found.values())


def all_named(pages: Sequence[ReceiptPage]) -> list[str]:
    return [one.attempt for page in pages for one in page.named]


@given(in_flight=some, out=some)
def test_whatever_is_to_be_named_is_on_exactly_one_page(in_flight: list[int], out: list[int]) -> None:
    pages = written([], [named(number) for number in in_flight], recalling(out))
    assert sorted(all_named(pages)) == sorted(f"att_{number}" for number in {*in_flight, *out})
    assert all(0 < len(page.named) <= 4 for page in pages)


@given(in_flight=some, cut=st.integers(0, 10), ended=st.sets(st.integers(0, 40)), started=some)
def test_a_naming_that_was_cut_short_is_taken_up_without_losing_or_doubling_a_name(
    in_flight: list[int], cut: int, ended: set[int], started: list[int]
) -> None:
    first = list(pages_to_write("stp_1", [], [named(number) for number in in_flight], []))[:cut]
    later = {*in_flight, *started} - ended
    pages = written(first, [named(number) for number in later], [])
    assert len(all_named(pages)) == len(set(all_named(pages)))
    assert set(all_named(pages)) == {*all_named(first), *(f"att_{number}" for number in later)}
    assert pages[: len(first)] == first


@given(in_flight=some, out=some)
def test_naming_again_what_is_named_writes_nothing(in_flight: list[int], out: list[int]) -> None:
    wanted = [named(number) for number in in_flight], recalling(out)
    assert list(pages_to_write("stp_1", written([], *wanted), *wanted)) == []


@given(before=st.dictionaries(st.integers(0, 40), ends, max_size=20), out=some)
def test_a_widened_receipt_keeps_what_it_named_and_takes_down_what_it_had_left_up(
    before: dict[int, NamedEnd], out: list[int]
) -> None:
    first = written([], [named(number, end) for number, end in before.items()], [])
    pages = written(first, [], recalling(out))
    assert set(all_named(pages)) == {f"att_{number}" for number in {*before, *out}}
    found = {one.attempt: one.end for page in pages for one in page.named}
    for number, end in before.items():
        taken_down = end is NamedEnd.PUBLISHED and number in out
        assert found[f"att_{number}"] is (NamedEnd.RECALLING if taken_down else end)
    assert [all_named([page]) for page in pages[: len(first)]] == [all_named([page]) for page in first]


def test_what_was_in_flight_is_written_before_what_is_taken_down() -> None:
    pages = written([], [named(1), named(2)], recalling([9, 8]))
    assert all_named(pages) == ["att_1", "att_2", "att_9", "att_8"]


@given(data=st.data(), told=st.lists(ends, max_size=14))
def test_a_stop_counts_what_is_on_its_pages_and_drains_when_all_are_written_and_every_name_has_ended(
    data: st.DataObject, told: list[NamedEnd]
) -> None:
    """Pages are written one by one, and then each is told again, in any order."""
    new = list(pages_to_write("stp_1", [], [named(number) for number in range(len(told))], []))
    receipt, pages = stop(), {page.number: page for page in new}
    for page in new[:-1]:
        receipt = receipt.told([], [page], after(seconds=1), complete=False)
        assert not receipt.drained
    receipt = receipt.told([], new[-1:], after(seconds=2), complete=True)
    assert receipt.drained is not bool(told)
    for number in data.draw(st.permutations(sorted(pages))):
        before = pages[number]
        first = (number - 1) * 4
        pages[number] = before.told([replace(one, end=told[first + at]) for at, one in enumerate(before.named)])
        receipt = receipt.told([before], [pages[number]], after(seconds=3), complete=True)
        on_pages = [one.end for page in pages.values() for one in page.named]
        assert receipt.ends.counts == {end.value: on_pages.count(end) for end in NamedEnd}
        assert receipt.drained is not any(end in UNDER_WAY for end in on_pages)
    assert (receipt.pages, receipt.ends.total, receipt.named_at) == (len(pages), len(told), after(seconds=2))
    assert receipt.version == stop().version + len(new[:-1]) + 1 + len(pages)


def test_a_stop_that_has_not_been_told_what_is_in_flight_has_not_drained() -> None:
    assert not stop().drained
    assert not stop().told([], [], AT, complete=False).drained


def test_a_widened_stop_is_neither_complete_nor_drained_and_keeps_when_it_had_named_what_was_in_flight() -> None:
    known = stop().told([], [], AT, complete=True)
    assert (known.complete, known.drained) == (True, True)
    wider = known.widened(after(hours=-1))
    assert (wider.complete, wider.drained, wider.named_at, wider.recall_since) == (False, False, AT, after(hours=-1))
    assert wider.told([], [], after(seconds=9), complete=True).named_at == AT


def test_a_stop_reaches_as_far_back_as_it_was_asked_to() -> None:
    assert not stop().reaches(AT)
    wide = stop(recall_since=AT)
    assert (wide.reaches(after(seconds=1)), wide.reaches(AT), wide.reaches(after(seconds=-1))) == (True, True, False)


def test_there_is_a_count_for_every_end() -> None:
    assert list(Ends().counts) == [end.value for end in NamedEnd]


def test_a_full_page_of_long_reasons_fits_into_an_item_of_the_store() -> None:
    whole = named(1, client="c" * 64, url="https://social.example/" + "u" * 500).ended(
        NamedEnd.RECALL_FAILED, "語" * 10_000, until=AT
    )
    assert len(whole.because) == LONGEST_REASON
    page = ReceiptPage(stop="stp_1", number=1, named=(whole,) * PAGE_SIZE)
    assert len(msgspec.json.encode(page)) < 400_000
