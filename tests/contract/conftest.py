"""DynamoDB twice: moto in this process, and ministack as a process that ends with the tests."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from moto import mock_aws

from shared.stores.dynamo_mentions import DynamoMentionStore

STAGES = count(1)
"""A stage of its own for each store, so that no test sees another's records."""


@pytest.fixture
def aws_environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("AWS_REGION", "eu-north-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    return monkeypatch


@pytest.fixture
def moto_store(aws_environment: pytest.MonkeyPatch) -> Iterator[DynamoMentionStore]:
    with mock_aws():
        yield with_tables(f"test{next(STAGES)}")


@pytest.fixture
def ministack_store(ministack: str, aws_environment: pytest.MonkeyPatch) -> DynamoMentionStore:
    aws_environment.setenv("AWS_ENDPOINT_URL", ministack)
    return with_tables(f"test{next(STAGES)}")


def with_tables(stage: str) -> DynamoMentionStore:
    store = DynamoMentionStore(stage, sleep=lambda _: None)
    for table in store.tables.values():
        table.create_table(billing_mode="PAY_PER_REQUEST")
    return store


@pytest.fixture(scope="session")
def ministack() -> Iterator[str]:
    """The endpoint of a local engine that ends with the tests, and all that it wrote with it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port), "IOT_MTLS_ENABLED": "0"}
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = os.environ | own | {"TMPDIR": folder}
        with subprocess.Popen([sys.executable, "-m", "ministack"], env=environment, **quiet) as process:
            try:
                wait_for(port, process)
                yield f"http://127.0.0.1:{port}"
            finally:
                process.kill()


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("the local engine did not start")
