"""The sample events, on what is deployed."""

import os
import subprocess
import sys

import pytest

from infra.engine import Engine
from infra.functions import API, FUNCTIONS
from tests.integration.brands import invoked_with
from tests.schemas import EVENTS


@pytest.mark.parametrize("name", sorted(path.stem for path in EVENTS.glob("*.json")))
def test_no_deployed_function_trips_over_its_sample(engine: Engine, name: str) -> None:
    function, _, handler = name.partition(".")
    deployed = handler if handler in FUNCTIONS[function] else API
    said = invoked_with(engine, f"{function}.{deployed}", (EVENTS / f"{name}.json").read_bytes())
    # The samples are of a client that is not here.
    assert said.get("statusCode", 401) in (401, 404)
    assert said.get("batchItemFailures", []) == []


def test_a_sample_is_given_to_a_function_by_the_command_line(engine: Engine) -> None:
    command = [
        sys.executable,
        "-m",
        "infra.cli",
        "invoke",
        "prioritize.mentions",
        str(EVENTS / "prioritize.mentions.json"),
    ]
    environment = {"AWS_ENDPOINT_URL": engine.endpoint_url, "PATH": os.defpath}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, '{"batchItemFailures": []}\n'), done.stderr
