"""The typed client that is made from the document installs, type-checks, and does a day's work on what is deployed."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from infra.api_client import PACKAGE, build_client
from infra.build import uv
from infra.cli import app as cli
from infra.engine import Engine

STORY = Path(__file__).with_name("client_story") / "story.py"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed, and nothing else."""
    folder = tmp_path_factory.mktemp("client")
    ran(uv(), "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(build_client()))
    return folder


def ran(*command: str, **variables: str) -> str:
    done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_command_leaves_a_wheel_where_it_is_told_to(tmp_path: Path) -> None:
    made = CliRunner().invoke(cli, ["build-client", "--out", str(tmp_path)])
    assert made.exit_code == 0
    assert [str(path) for path in tmp_path.glob("*.whl")] == [made.stdout.strip()]


def test_nothing_of_the_document_is_left_out_and_it_says_that_it_is_typed(installed: Path) -> None:
    assert (installed / PACKAGE / "py.typed").exists()
    assert {path.name for path in (installed / PACKAGE / "api").iterdir()} >= {"desk", "recover", "ingest"}


def test_a_program_on_it_is_type_checked_strictly(installed: Path, tmp_path: Path) -> None:
    how = ["--strict", "--config-file=", f"--cache-dir={tmp_path}", "--python-executable", sys.executable]
    said = ran(sys.executable, "-m", "mypy", *how, str(STORY), MYPYPATH=str(installed))
    assert "no issues" in said


def test_a_program_that_is_wrong_is_seen_before_it_runs(installed: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(STORY.read_text().replace("post.content_hash)", "post.content_hsh)"))
    how = ["--strict", "--config-file=", f"--cache-dir={tmp_path}"]
    variables: Mapping[str, str] = {**os.environ, "MYPYPATH": str(installed)}
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", *how, str(wrong)], env=variables, capture_output=True, text=True, check=False
    )
    assert 'has no attribute "content_hsh"' in checked.stdout


def test_the_story_of_a_post_is_told_with_it(engine: Engine, installed: Path) -> None:
    said = ran(
        sys.executable,
        str(STORY),
        PYTHONPATH=str(installed),
        DESK_URL=engine.api_url,
        RECOVER_URL=engine.recover_url,
        NETWORK_URL=engine.network_url,
        AGENCY_KEY=engine.agency_key,
        CLIENT="story",
    )
    found = json.loads(said)
    assert found.pop("remaining").startswith('"key";r=')
    assert found.pop("year") >= 2026
    assert found == {
        "same": True,
        "replayed": "true",
        "scheduled": True,
        "pages": [["Hello 3", "Hello 2", "Hello 1"], ["Hello 0"]],
        "refusals": [
            ["not-found", ""],
            ["invalid", "text"],
            ["unauthorized", ""],
            ["forbidden", ""],
        ],
        "async": [True, 0, "not-found"],
    }
