"""README's walk through is what a reader pastes, so it is run as it stands."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from infra.engine import Engine

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.xdist_group("engine")
def test_the_walk_through_runs_as_printed(engine: Engine) -> None:
    told = README.read_text().partition("<!-- walk-through -->")[2].partition("<!-- /walk-through -->")[0]
    script = "\n".join(re.findall(r"```sh\n(.*?)```", told, re.DOTALL))
    # The reader's client is called acme; other tests of this engine have theirs.
    script = script.replace("acme", "readme")
    variables = {
        "HOOKS_URL": engine.hooks_url,
        "API_URL": engine.api_url,
        "RECOVER_URL": engine.recover_url,
        "AGENCY_KEY": engine.agency_key,
        "NETWORK_URL": engine.network_url,
    }
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert '"state":"published"' in run.stdout
    assert '"state":"recalled"' in run.stdout
    assert '"lifted":true' in run.stdout
    assert '"stop.lifted"' in run.stdout
