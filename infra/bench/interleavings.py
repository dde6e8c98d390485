"""Every order of deliveries, a stop, a reconcile and a crash, searched on the real code (``infra/simulation``)."""

import logging
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from infra.bench.goals import AtMost, Goal, SameAs
from infra.simulation.explore import Design, explore, hunted
from infra.simulation.mutants import MUTANTS
from infra.simulation.world import ViolationError
from shared import telemetry

BOUND = 60_000
"""States of one search; what is given up beyond it is said on standard error."""
WALKS = 2_000
SEARCHES = ((1, 1), (2, 0))
"""Deliveries and crashes. With two deliveries and a crash it takes hours: ``{"searches": [[2, 1]], "most": null}``."""
GOALS: dict[str, Goal] = {"violations": AtMost(0), "mutants_caught": SameAs("mutants")}


def measure(
    *, searches: Sequence[Sequence[int]] = SEARCHES, most: int | None = BOUND, walks: int = WALKS
) -> dict[str, int]:
    """``explored``: schedules. ``most`` bounds the states of each search; ``walks`` the tries at catching a mutant."""
    telemetry.logger.setLevel(logging.CRITICAL)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(_search, *zip(*((*search, most) for search in searches), strict=True)))
        caught = list(pool.map(_caught, MUTANTS, [walks] * len(MUTANTS)))
    return {
        "explored": sum(schedules for schedules, _ in found),
        "violations": sum(broken for _, broken in found),
        "mutants_caught": sum(caught),
        "mutants": len(MUTANTS),
    }


def _search(deliveries: int, crashes: int, most: int | None) -> tuple[int, int]:
    telemetry.logger.setLevel(logging.CRITICAL)
    name = f"{deliveries} deliveries, {crashes} crashes"
    try:
        explored = explore(Design(), deliveries=deliveries, crashes=crashes, most=most)
    except ViolationError as violation:
        print(f"{name}: {violation}", file=sys.stderr)  # noqa: T201
        return 0, 1
    whole = "all of them" if explored.whole else f"given up at {most:,} states"
    print(f"{name}: {explored.schedules:,} schedules, {whole}", file=sys.stderr)  # noqa: T201
    return explored.schedules, 0


def _caught(mutant: str, walks: int) -> bool:
    telemetry.logger.setLevel(logging.CRITICAL)
    return hunted(MUTANTS[mutant], walks, crashes=0) is not None
