"""The local engine: closed to strangers, true to the roles, and gone without a trace."""

import io
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.build import HERE, LAYERS, build_layer, build_packages
from infra.deploy import deploy
from infra.engine import MAIL_FROM, Engine, deploy_on_engine

pytestmark = pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="looks into /proc")

LISTENING = "0A"
LOOPBACK = "0100007F"
PATIENCE = 40.0
"""Seconds; it takes two where there is nothing else to do."""
PROBE = """
import importlib.util, os, sys
def handler(event, context):
    return {
        "path": sys.path,
        "boto3": importlib.util.find_spec("boto3").origin,
        "installed": [name for name in ("rich", "ministack", "pytest", "pip") if importlib.util.find_spec(name)],
        "environment": dict(os.environ),
    }
"""
EVERY_MINUTE = {
    "version": "0",
    "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "account": "000000000000",
    "time": "2026-11-25T03:00:00Z",
    "region": "eu-north-1",
    "resources": ["arn:aws:events:eu-north-1:000000000000:rule/tick"],
    "detail": {},
}


def family(pid: int) -> set[int]:
    """A process and all that descend from it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = {pid}
    while new := {child for child, parent in parents.items() if parent in found} - found:
        found |= new
    return found


def listening(pids: set[int]) -> set[str]:
    """Local addresses, as the kernel writes them, at which any of the processes listens."""
    sockets = set()
    for pid in pids:
        for descriptor in Path(f"/proc/{pid}/fd").glob("*"):
            try:
                sockets.add(descriptor.readlink().name)
            except OSError:
                continue
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return {row[1] for row in rows if row[3] == LISTENING and f"socket:[{row[9]}]" in sockets}


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


def status(url: str, body: bytes | None = None) -> int:
    try:
        with urllib.request.urlopen(url, body, timeout=30) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code


@pytest.fixture
def up() -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "infra.cli", "up", "--json"]
    # A shell lets what it runs in the background ignore SIGINT, and so would what the tests start there.
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_ends_without_a_trace_however_it_is_ended(up: "subprocess.Popen[str]", ending: signal.Signals) -> None:
    assert up.stdout is not None
    running = json.loads(up.stdout.readline())
    assert status(f"{running['api_url']}/clients/nobody") == 401
    pids = family(up.pid)
    addresses = listening(pids)
    assert len(addresses) >= 2
    assert {address.partition(":")[0] for address in addresses} == {LOOPBACK}
    up.send_signal(ending)
    up.wait(PATIENCE)
    assert within(PATIENCE, lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
    assert within(PATIENCE, lambda: not Path(running["state_dir"]).exists())


def test_one_that_is_ended_while_it_starts_leaves_nothing_either(up: "subprocess.Popen[str]") -> None:
    assert within(PATIENCE, lambda: len(family(up.pid)) > 2)
    pids = family(up.pid)
    folders = {Path(argument) for pid in pids for argument in arguments(pid) if "/backchannel-" in argument}
    up.terminate()
    up.wait(PATIENCE)
    assert within(PATIENCE, lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
    assert not any(folder.exists() for folder in folders)


def arguments(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


def test_a_function_sees_its_layer_its_code_and_nothing_of_the_caller(engine: Engine) -> None:
    aws = engine.cloud.client("lambda")
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("probe.py", PROBE)
    like = aws.get_function_configuration(FunctionName=f"backchannel-{engine.stage}-ingest-api")
    aws.create_function(
        FunctionName="probe",
        Runtime="python3.13",
        Handler="probe.handler",
        Role=like["Role"],
        Layers=[layer["Arn"] for layer in like["Layers"]],
        Code={"ZipFile": code.getvalue()},
    )
    aws.get_waiter("function_active_v2").wait(FunctionName="probe", WaiterConfig={"Delay": 1})
    seen: dict[str, Any] = json.loads(aws.invoke(FunctionName="probe", Payload=b"{}")["Payload"].read())
    assert seen["boto3"] == str(build_layer(HERE) / "python" / "boto3" / "__init__.py")
    assert seen["installed"] == []
    assert not [entry for entry in seen["path"] if entry.startswith(sys.prefix)]
    assert "of-the-caller" not in seen["environment"].values()


def test_what_a_role_does_not_allow_is_refused_here_too(engine: Engine) -> None:
    hook = f"{engine.hooks_url}/src_01ARZ3NDEKTSV4RRFFQ69G5FAV"
    assert status(hook, b"{}") == 404
    iam = engine.cloud.client("iam")
    name = (
        engine.cloud.client("lambda")
        .get_function_configuration(FunctionName=f"backchannel-{engine.stage}-ingest-api")["Role"]
        .rpartition("/")[2]
    )
    policy = iam.get_role_policy(RoleName=name, PolicyName="api")["PolicyDocument"]
    iam.delete_role_policy(RoleName=name, PolicyName="api")
    try:
        assert status(hook, b"{}") == 503
    finally:
        iam.put_role_policy(RoleName=name, PolicyName="api", PolicyDocument=json.dumps(policy))


def test_what_is_no_route_is_answered_with_a_problem(engine: Engine) -> None:
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(f"{engine.api_url}/no/such/thing", timeout=30)  # noqa: S310
    assert refusal.value.code == 404
    assert refusal.value.headers["Content-Type"] == "application/problem+json"
    assert json.loads(refusal.value.read())["status"] == 404


def test_a_stage_that_is_up_to_date_is_left_as_it_is(engine: Engine) -> None:
    before = environments(engine)
    layers = {key: engine.state_dir / f"{key}.zip" for key in LAYERS}
    again = deploy_on_engine(engine.cloud, engine.endpoint_url, engine.stage, build_packages(), layers)
    assert again.outputs["desk"]["ApiId"] in engine.api_url
    assert environments(engine) == before


def test_what_a_later_deployment_does_not_say_stays_as_the_stage_has_it(engine: Engine) -> None:
    before = environments(engine)
    assert before[f"backchannel-{engine.stage}-notify-run"]["Variables"]["MAIL_FROM"] == MAIL_FROM
    layers = {key: engine.state_dir / f"{key}.zip" for key in LAYERS}
    desk = engine.api_url
    deploy(engine.cloud, engine.stage, build_packages(), layers, place="engine", patience=0.05, address=lambda _: desk)
    assert environments(engine) == before


def environments(engine: Engine) -> dict[str, Any]:
    """Of the functions that have one."""
    found = engine.cloud.client("lambda").get_paginator("list_functions").paginate()
    return {one["FunctionName"]: one.get("Environment") for page in found for one in page["Functions"]}


def test_a_function_is_invoked_with_an_event_from_a_file(engine: Engine, tmp_path: Path) -> None:
    event = tmp_path / "tick.json"
    event.write_text(json.dumps(EVERY_MINUTE))
    environment = {"AWS_ENDPOINT_URL": engine.endpoint_url, "PATH": os.defpath}
    for function, code in (("publish.tick", 0), ("prioritize.mentions", 1)):
        command = [sys.executable, "-m", "infra.cli", "invoke", function, str(event)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        assert json.loads(done.stdout)
