"""``backchannel doctor`` on the deployed stacks: well from the webhook to the recall, and naming what is broken."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra.cli import app
from infra.functions import function_name
from tests.integration.brands import Brand, Line, person, speaks
from tests.integration.test_drills import connected


@pytest.fixture
def tester(brand: Brand) -> Line:
    """A key for testing, of one who is on the roster; and a shadow account."""
    connected(brand)
    made = person(brand.engine, brand.client, brand.owner, "read", "recommend", "publish", "stop", "admin")
    speaks(brand.client, made, brand.owner)
    return made


@pytest.fixture
def run(brand: Brand, tester: Line, tmp_path: Path) -> Any:
    environment = {
        "XDG_CONFIG_HOME": str(tmp_path),
        "API_URL": brand.engine.api_url,
        "RECOVER_URL": brand.engine.recover_url,
        "HOOKS_URL": brand.engine.hooks_url,
        "AWS_ENDPOINT_URL": brand.engine.endpoint_url,
    }

    def run(*words: str, typed: str | None = None, **more: str) -> Result:
        return CliRunner().invoke(app, list(words), input=typed, env=environment | more)

    assert run("login", "approver", typed=f"{brand.approver.key}\n").exit_code == 0
    return lambda *words: run(
        "doctor", "--approver", "approver", "--stage", brand.engine.stage, *words, BACKCHANNEL_KEY=tester.key
    )


@contextmanager
def throttled(brand: Brand, app_name: str, handler: str) -> Iterator[None]:
    functions, name = brand.engine.cloud.client("lambda"), function_name(brand.engine.stage, app_name, handler)
    functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    try:
        yield
    finally:
        functions.delete_function_concurrency(FunctionName=name)


def test_a_stage_that_works_is_well(brand: Brand, run: Any) -> None:
    done = run("--json")
    found = {(one["check"], one["part"]): one for one in json.loads(done.stdout)}
    assert done.exit_code == 0, done.output
    for check in ("mention", "post", "recall", "drill", "desk", "recover", "ingest", "clock", "key", "functions"):
        states = {one["state"] for (name, _), one in found.items() if name == check}
        assert states == {"ok"}, (check, done.output)
    assert brand.get("/inbox")["items"] == []
    assert brand.timeline() == [], "the brand's own account said nothing"
    assert all(one["closed_at"] for one in brand.get("/sources"))


def test_a_part_that_may_not_run_is_named(brand: Brand, run: Any) -> None:
    with throttled(brand, "prioritize", "mentions"):
        ill = run("--patience", "4")
    assert ill.exit_code == 1
    assert "prioritize did not bring it into the inbox" in ill.stdout
    assert "backchannel-local-prioritize-mentions is throttled" in ill.stdout
    assert "Not well: prioritize, prioritize.mentions." in ill.stderr
