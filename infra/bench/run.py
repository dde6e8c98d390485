"""Runs benches, each in a process of its own that sees nothing of the caller's AWS configuration, and shows them."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from rich.table import Table

from infra.bench import BENCHES
from infra.bench.goals import Figures, Goal, flat
from infra.build import ROOT
from infra.cloud import ENGINE_ENVIRONMENT


class BenchError(Exception):
    """A bench did not come to its end; what it said is on standard error."""


def measured(name: str, **size: Any) -> dict[str, Any]:
    """The figures of a bench. Raises :class:`BenchError`."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "infra.bench", name, json.dumps(size)],
        cwd=ROOT,
        env=environment(os.environ),
        stdout=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise BenchError(f"The bench {name} ended with {done.returncode}.")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def environment(callers: Mapping[str, str]) -> dict[str, str]:
    """The caller's, without what is about AWS, tracing or Python itself."""
    kept = {name: value for name, value in callers.items() if not name.startswith(("AWS_", "POWERTOOLS_", "PYTHON"))}
    return {
        **kept,
        **ENGINE_ENVIRONMENT,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


def table(measurements: Mapping[str, Figures]) -> Table:
    """Every figure, and how it stands to its goal."""
    made = Table("bench", "figure", "measured", "goal", "")
    for column in made.columns[2:4]:
        column.justify = "right"
    for name, figures in measurements.items():
        goals: Mapping[str, Goal] = import_module(BENCHES[name]).GOALS
        for path, figure in flat(figures):
            goal = goals.get(path)
            verdict = "" if goal is None else "met" if goal.met(figure, figures) else "[bold red]not met[/]"
            made.add_row(name, path, f"{figure:,}", str(goal or ""), verdict)
        made.add_section()
    return made
