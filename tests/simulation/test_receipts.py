"""What a stop promises holds as well when its names take many pages and many commits, and anything fails between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from functions.recover import naming
from infra.simulation.simulate import simulate
from infra.simulation.violation import ViolationError
from shared.domain import receipts
from shared.domain.receipts import Named, ReceiptPage

SEEDS = 100


@pytest.fixture(autouse=True)
def one_name_to_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipts, "PAGE_SIZE", 1)
    monkeypatch.setattr(naming, "PAGES_AT_ONCE", 1)


def simulated() -> None:
    for seed in range(SEEDS):
        simulate(seed)


def test_in_bad_weather_everything_is_named_once_and_nothing_is_visible_after_drained() -> None:
    simulated()


def believing_the_first(pages: Sequence[ReceiptPage]) -> Iterator[tuple[Sequence[ReceiptPage], bool]]:
    """A naming that calls itself complete with its first page."""
    yield pages[:1], True


def starting_anew(
    stop: str, pages: Sequence[ReceiptPage], in_flight: Sequence[Named], out: Sequence[Named]
) -> Iterator[ReceiptPage]:
    """A naming that writes all names behind the pages there are, without looking at what is on them."""
    for page in receipts.pages_to_write(stop, [], in_flight, out):
        yield replace(page, number=len(pages) + page.number)


@pytest.mark.parametrize(
    ("part", "broken"), [("_batches", believing_the_first), ("pages_to_write", starting_anew)], ids=["first", "anew"]
)
def test_a_naming_that_leaves_out_or_doubles_is_caught(
    monkeypatch: pytest.MonkeyPatch, part: str, broken: object
) -> None:
    monkeypatch.setattr(naming, part, broken)
    with pytest.raises(ViolationError):
        simulated()
