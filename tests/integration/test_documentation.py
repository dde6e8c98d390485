"""Every command and request in the documentation is run as it stands; what needs AWS itself is parsed."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from infra.cli import app
from infra.documentation import PAGES, README, walk_through
from infra.engine import Engine

ON_AWS = "<!-- on AWS -->"
FENCE = re.compile(
    rf"(?P<aws>{re.escape(ON_AWS)}\n)?^(?P<indent> *)```sh\n(?P<code>.*?)^ *```$", re.DOTALL | re.MULTILINE
)
BEGUN_ELSEWHERE = {"quick-start.md"}
"""What it shows is how to start everything, which the tests of the engine and of the demo do."""


def blocks(page: str, *, on_aws: bool) -> list[str]:
    found = (match for match in FENCE.finditer(page) if bool(match["aws"]) == on_aws)
    return [re.sub(rf"^{match['indent']}", "", match["code"], flags=re.MULTILINE) for match in found]


def pages(*, on_aws: bool) -> list[Path]:
    every = (page for page in sorted(PAGES.rglob("*.md")) if page.name not in BEGUN_ELSEWHERE)
    return [page for page in every if blocks(page.read_text(), on_aws=on_aws)]


def named(page: Path) -> str:
    return str(page.relative_to(PAGES).with_suffix(""))


@pytest.mark.xdist_group("engine")
@pytest.mark.parametrize("page", pages(on_aws=False), ids=named)
def test_a_page_runs_as_printed(page: Path, engine: Engine, tmp_path: Path) -> None:
    begun = blocks(walk_through(README.read_text()), on_aws=False)[0]
    script = "\n".join([begun, *blocks(page.read_text(), on_aws=False)])
    # The reader's client is called acme; each page here has one of its own.
    script = re.sub(r"\bacme\b", f"docs-{page.stem}", script)
    variables = {
        "HOOKS_URL": engine.hooks_url,
        "API_URL": engine.api_url,
        "RECOVER_URL": engine.recover_url,
        "AGENCY_KEY": engine.agency_key,
        "NETWORK_URL": engine.network_url,
        "HOME": str(tmp_path),
    }
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f'curl() {{ command curl --fail-with-body "$@"; }}\n{script}'],
        env={"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", **variables},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, f"{run.stdout[-2000:]}\n{run.stderr[-2000:]}"


@pytest.mark.parametrize("page", pages(on_aws=True), ids=named)
def test_what_needs_aws_is_a_command_that_there_is(page: Path) -> None:
    command = typer.main.get_command(app)
    for line in "\n".join(blocks(page.read_text(), on_aws=True)).replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert words[0] == "backchannel", line
            parsed(command, words[1:])


def parsed(command: Any, words: list[str]) -> None:
    """Reads a command line to its end, as running it would, and does nothing. Raises what the reader would be told."""
    if isinstance(command, TyperGroup):
        first, *rest = words
        inner = command.get_command(None, first)
        assert inner is not None, f"There is no command {first}."
        parsed(inner, rest)
    else:
        command.make_context(command.name, words)
