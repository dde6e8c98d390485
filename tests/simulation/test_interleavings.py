"""The stop's guarantee on the code itself. ``backchannel bench interleavings`` searches further than is done here."""

import logging
from collections.abc import Iterator

import pytest

from infra.simulation.explore import Design, explore, hunted
from infra.simulation.mutants import MUTANTS
from infra.simulation.world import ViolationError
from shared import telemetry


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    level = telemetry.logger.level
    telemetry.logger.setLevel(logging.ERROR)
    yield
    telemetry.logger.setLevel(level)


def test_every_order_of_a_delivery_a_stop_and_a_reconcile_keeps_the_guarantee() -> None:
    explored = explore(Design(), deliveries=1, crashes=0)
    assert explored.states > 10_000
    assert explored.ends > 500


def test_two_deliveries_a_stop_and_a_crash_keep_it_in_any_order_drawn() -> None:
    assert hunted(Design(), 2_000, deliveries=2, crashes=1) is None


@pytest.mark.parametrize("part", MUTANTS)
def test_without_any_one_of_its_parts_the_guarantee_breaks(part: str) -> None:
    assert hunted(MUTANTS[part], 2_000, deliveries=2, crashes=0) is not None, part


def test_a_seed_replays_what_it_found() -> None:
    mutant = MUTANTS["eventually consistent read of the flag"]
    first, again = hunted(mutant, 200, deliveries=2), hunted(mutant, 200, deliveries=2)
    assert first is not None
    assert again is not None
    assert (first[0], str(first[1])) == (again[0], str(again[1]))
    assert isinstance(first[1], ViolationError)
