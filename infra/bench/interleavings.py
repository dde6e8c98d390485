"""Every order of deliveries, a stop, its drain, a reconcile and a crash, searched on the real code to the end."""

import logging
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from infra.bench.goals import AtMost, Goal, SameAs
from infra.simulation.explore import explore
from infra.simulation.mutants import MUTANTS, caught
from infra.simulation.scenario import Design
from infra.simulation.violation import ViolationError
from infra.simulation.wire import FencedWireLine
from shared import telemetry

SEARCHES = ((2, 1), (1, 1, True), (1, 1, True, True))
"""Deliveries, crashes, whether the network may land a request after its bound, and whether it has a fence against that.
The first takes minutes; within one of them: ``{"searches": [[1, 1], [2, 0]]}``."""
MOST_FENCED = 3_000_000
"""States of a search with a fence, which sends again: all of them would not fit into memory."""
GOALS: dict[str, Goal] = {"violations": AtMost(0), "mutants_caught": SameAs("mutants")}


def measure(
    *, searches: Sequence[Sequence[int]] = SEARCHES, most: int | None = None, cores: int | None = None
) -> dict[str, int]:
    """``explored``: schedules. ``most`` bounds the states of each search; what is left out is told."""
    with ProcessPoolExecutor(cores or os.cpu_count()) as pool:
        found = pool.map(partial(_search, most=most), searches)
        mutants = pool.map(_caught, MUTANTS)
        explored, violations = map(sum, zip(*found, strict=True))
    return {
        "explored": explored,
        "violations": violations,
        "mutants_caught": sum(mutants),
        "mutants": len(MUTANTS),
    }


def _search(search: Sequence[int], most: int | None) -> tuple[int, int]:
    """Schedules and violations. What was searched, and what was found, is told on standard error."""
    telemetry.logger.setLevel(logging.CRITICAL)
    deliveries, crashes, late, fenced = (*search, False, False)[:4]
    landings = f", late landings{' behind a fence' if fenced else ''}" if late else ""
    name = f"{deliveries} deliveries, {crashes} crashes{landings}"
    design = Design(lands_late=bool(late), fenced=FencedWireLine if fenced else None)
    try:
        explored = explore(
            design, deliveries=deliveries, crashes=crashes, most=most or (MOST_FENCED if fenced else None)
        )
    except ViolationError as violation:
        print(f"{name}: {violation}", file=sys.stderr)  # noqa: T201
        return 0, 1
    whole = "all of them" if explored.whole else f"given up at {explored.states:,} states"
    told = f"{explored.schedules:,} schedules of {explored.states:,} states, {whole}"
    print(f"{name}: {told}", file=sys.stderr)  # noqa: T201
    return explored.schedules, 0


def _caught(mutant: str) -> bool:
    telemetry.logger.setLevel(logging.CRITICAL)
    return caught(MUTANTS[mutant]) is not None
