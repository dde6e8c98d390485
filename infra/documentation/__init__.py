"""The documentation as a site: the pages under ``infra/docs``, the decisions, and references made from the code.

Everything is laid out in one folder, since Sphinx reads from one, and built with every warning an error: a link that
leads nowhere or a page that no table of contents names fails the build.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from infra.documentation import api, references

INFRA = Path(__file__).parents[1]
PAGES = INFRA / "docs"
DECISIONS = INFRA / "decisions"
README = INFRA.parent / "README.md"

MADE: Mapping[str, Callable[[], str]] = {
    "reference/api.md": api.operations,
    "reference/types.md": api.types,
    "reference/problems.md": references.problems,
    "reference/events.md": references.events,
    "reference/networks.md": references.networks,
    "reference/permissions.md": references.permissions,
    "reference/commands.md": references.commands,
    "reference/decisions.md": lambda: references.decisions(DECISIONS),
}
"""Page to what writes it."""


class DocumentationError(Exception):
    """Sphinx refused; the message is what it said."""


def lay_out(source: Path) -> None:
    """All that Sphinx reads, in ``source``, which is made anew."""
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(PAGES, source)
    shutil.copytree(DECISIONS, source / "decisions", ignore=shutil.ignore_patterns("README.md"))
    (source / "walk-through.md").write_text(walk_through(README.read_text()))
    for page, write in MADE.items():
        (source / page).parent.mkdir(exist_ok=True)
        (source / page).write_text(write())


def build(source: Path, site: Path) -> None:
    """The whole site as HTML. Raises :class:`DocumentationError`."""
    lay_out(source)
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", str(source), str(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if run.returncode:
        raise DocumentationError(run.stderr)


def walk_through(readme: str) -> str:
    """README's own, which a test pastes into a shell as it stands."""
    told = readme.partition("<!-- walk-through -->")[2].partition("<!-- /walk-through -->")[0]
    return f"# The whole job, request by request\n\n{OPENING}\n\n{told.strip()}\n"


OPENING = (
    "In one terminal `uv run backchannel up`; it prints a few `export` lines. Paste them into another one, and then, "
    "block by block:"
)
