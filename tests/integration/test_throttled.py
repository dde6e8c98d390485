"""Stopping needs nothing but ``recover``: every other function of the deployment is throttled."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.config import Config

from infra.build import ROOT
from infra.engine import STAGE, Engine
from infra.functions import FUNCTIONS, function_name
from tests.integration.brands import Brand, invoked, until

OTHERS = frozenset(
    function_name(STAGE, app, name) for app, functions in FUNCTIONS.items() if app != "recover" for name in functions
)


@contextmanager
def only_recover(engine: Engine) -> Iterator[None]:
    """No run of any other function is begun; those that are under way go on."""
    functions = engine.cloud.client("lambda")
    before = {name: reserved(functions, name) for name in OTHERS}
    try:
        for name in OTHERS:
            functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
        yield
    finally:
        for name, executions in before.items():
            if executions is None:
                functions.delete_function_concurrency(FunctionName=name)
            else:
                functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=executions)


def reserved(functions: Any, name: str) -> int | None:
    executions: int | None = functions.get_function_concurrency(FunctionName=name).get("ReservedConcurrentExecutions")
    return executions


def throttled(engine: Engine) -> set[str]:
    """Which of the others are turned away when they are called."""
    once = Config(retries={"total_max_attempts": 1})
    functions = engine.cloud.session.client("lambda", endpoint_url=engine.endpoint_url, config=once)
    turned_away = set()
    for name in OTHERS:
        try:
            functions.invoke(FunctionName=name, Payload=b"{}")
        except functions.exceptions.TooManyRequestsException:
            turned_away.add(name)
    return turned_away


@pytest.fixture
def sending(brand: Brand) -> str:
    """A post that lands four seconds after its sender has called the network."""
    brand.fault("lands_after_timeout", seconds=4)
    post = brand.scheduled("Too late to stop")
    until("it is being sent", lambda: brand.post(post)["state"] == "claimed")
    return post


def stopped_over_the_api(brand: Brand) -> Any:
    return brand.second.recover.post("/stops", {"scope": f"client:{brand.client}", "reason": "an incident"})


def stopped_by_the_command(brand: Brand) -> Any:
    place = ("--endpoint-url", brand.engine.endpoint_url)
    command = (
        sys.executable,
        "-m",
        "infra.cli",
        "stop",
        f"client:{brand.client}",
        "--reason",
        "an incident",
        "--json",
        *place,
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("stop", [stopped_over_the_api, stopped_by_the_command])
def test_a_stop_is_made_and_drains_while_every_other_function_is_throttled(
    brand: Brand, sending: str, stop: Any
) -> None:
    with only_recover(brand.engine):
        receipt = stop(brand)
        assert brand.timeline() == []

        def drained() -> Any:
            invoked(brand.engine, "recover.drain")
            seen = brand.owner.recover.get(f"/stops/{receipt['id']}")
            return seen if seen["drained_at"] else None

        seen = until("it has drained", drained)
        assert throttled(brand.engine) == OTHERS
    assert [(named["post"], named["end"]) for named in receipt["named"]] == [(sending, "in_flight")]
    assert [(named["post"], named["end"]) for named in seen["named"]] == [(sending, "recalled")]
    (status,) = brand.timeline()
    assert status["deleted_at"]
    held = brand.scheduled("Have a lovely day!")
    assert receipt["id"] in brand.becomes(held, "held")["because"]
