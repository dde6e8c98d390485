"""Seeded stories on the real code: posts, stops and workers in bad weather (``infra/simulation``)."""

import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from infra.bench.goals import AtMost, Goal
from infra.simulation.simulate import simulate
from infra.simulation.violation import ViolationError
from shared import telemetry

AT_ONCE = 50
GOALS: dict[str, Goal] = {"violations": AtMost(0)}


def measure(*, seeds: int = 10_000, first: int = 0, cores: int | None = None) -> dict[str, int]:
    """Run the seeds from ``first`` on. Each that breaks an invariant is told, with its trace, on standard error."""
    starts = range(first, first + seeds, AT_ONCE)
    with ProcessPoolExecutor(cores or os.cpu_count()) as pool:
        broken = sum(pool.map(partial(_broken, end=first + seeds), starts))
    return {"seeds": seeds, "violations": broken}


def _broken(start: int, end: int) -> int:
    telemetry.logger.setLevel(logging.CRITICAL)
    found = 0
    for seed in range(start, min(start + AT_ONCE, end)):
        try:
            simulate(seed)
        except ViolationError as violation:
            found += 1
            print(violation, file=sys.stderr)  # noqa: T201
    return found
