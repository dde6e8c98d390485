"""The stop's guarantee on the code itself. ``backchannel bench interleavings`` searches further than is done here."""

import logging
from collections.abc import Iterator

import pytest

from infra.simulation.explore import explore
from infra.simulation.mutants import MUTANTS, caught
from infra.simulation.scenario import Design, Scenario
from infra.simulation.violation import ViolationError
from infra.simulation.wire import FencedWireLine
from shared import telemetry


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    level = telemetry.logger.level
    telemetry.logger.setLevel(logging.CRITICAL)
    yield
    telemetry.logger.setLevel(level)


def test_every_order_of_a_delivery_a_stop_its_drain_a_reconcile_and_a_crash_keeps_the_guarantee() -> None:
    explored = explore(Design(), deliveries=1, crashes=1)
    assert explored.whole
    assert explored.states > 100_000
    assert explored.ends > 2_000


def test_two_deliveries_and_a_crash_keep_it_in_the_shortest_schedules() -> None:
    assert explore(Design(), deliveries=2, crashes=1, most=50_000).schedules > 50_000


def test_behind_a_fence_nothing_lands_late_though_it_is_sent_again() -> None:
    fenced = Design(fenced=FencedWireLine, lands_late=True)
    assert explore(fenced, deliveries=1, crashes=1, most=50_000).schedules > 50_000


@pytest.mark.parametrize("part", MUTANTS)
def test_without_any_one_of_its_parts_the_guarantee_breaks(part: str) -> None:
    assert caught(MUTANTS[part]) is not None, part


def test_a_schedule_that_breaks_it_can_be_followed_to_where_it_breaks() -> None:
    mutant = MUTANTS["eventually consistent read of the flag"]
    told = caught(mutant)
    assert told is not None
    scenario = Scenario(mutant, deliveries=1, crashes=0)
    states = [scenario.first]
    for action in told.trace[:-1]:
        states = [reached for state in states for did, reached in scenario.moves(state) if did == action]
    with pytest.raises(ViolationError, match=told.invariant):
        assert not [list(scenario.moves(state)) for state in states]
