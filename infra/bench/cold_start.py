"""A function's cold start, in the runtime client that Lambda itself runs, on this machine.

From the start of the process to the first answer: its packaged code and the layer, by ``awslambdaric``, against a
Runtime API that is just enough of one. ``ratio`` is to a handler of three lines on a bare ``boto3`` client of
DynamoDB, out of the same layer; the median over rounds in which both take turns. Each makes one ``GetItem``, which
finds nothing: a stop by a key that nobody has is refused. The engine is not in it. ``cpu_ratio`` is the same of the
processor's time, which other work on the machine disturbs less.

Lambda's snapshots leave out most of this; how much, only AWS can say.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Event as Signal
from threading import Thread
from typing import Any

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import Event, post
from infra.bench.serve import UnservedError
from infra.build import HERE, build_layer, build_packages
from infra.cloud import ENGINE_ENVIRONMENT

GOALS: dict[str, Goal] = {"recover.ratio": AtMost(1.25)}
BARE = """
import boto3

client = boto3.client("dynamodb")


def app(event, context):
    found = client.get_item(TableName="registry", Key={"realm": {"S": "acme"}, "item": {"S": "key#1"}})
    return {"statusCode": 401 if "Item" not in found else 200}
"""
START = "import sys; sys.argv = ['bootstrap', 'app.app']; from awslambdaric.__main__ import main; main(sys.argv)"
KEY = "bk_acme.key_1.nobody-has-it"
LONGEST = 60.0
"""Seconds that a start may take."""


def measure(*, rounds: int = 15) -> dict[str, Any]:
    layer = build_layer(HERE) / "python"
    (package,) = build_packages(("recover",))
    event = post("/stops", {"scope": "client:acme", "reason": "an incident"}, KEY)
    with tempfile.TemporaryDirectory() as scratch, _runtime_api(event) as api:
        recover, bare = Path(scratch, "recover"), Path(scratch, "bare")
        with zipfile.ZipFile(package.code) as code:
            code.extractall(recover)
        bare.mkdir()
        (bare / "app.py").write_text(BARE)
        for folder in (recover, bare):
            _compile(folder)
            api.started(folder, layer)  # and the machine has read the files once
        turns = [(api.started(recover, layer), api.started(bare, layer)) for _ in range(rounds)]
    return {
        "recover": {
            "ratio": round(median(ours.seconds / yardstick.seconds for ours, yardstick in turns), 3),
            "cpu_ratio": round(median(ours.cpu_seconds / yardstick.cpu_seconds for ours, yardstick in turns), 3),
            "ms": round(median(ours.seconds for ours, _ in turns) * 1000, 1),
            "bare_ms": round(median(yardstick.seconds for _, yardstick in turns) * 1000, 1),
        }
    }


def _compile(folder: Path) -> None:
    command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", str(folder)]
    subprocess.run(command, check=True)  # noqa: S603


@dataclass(frozen=True, slots=True)
class _Start:
    """From the start of a process to its answer."""

    seconds: float
    cpu_seconds: float


@dataclass(slots=True)
class _RuntimeApi:
    """Hands one event to each process that asks, and hears its answer.

    Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
    """

    event: bytes = field(repr=False)
    address: str = ""
    answered_at: float = 0.0
    answer: Any = None
    answered: Signal = field(default_factory=Signal)

    def heard(self, answer: bytes) -> None:
        self.answered_at, self.answer = time.perf_counter(), json.loads(answer or b"null")
        self.answered.set()

    def started(self, code: Path, layer: Path) -> _Start:
        """Raises UnservedError when the process answers with an error."""
        self.answered.clear()
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-S", "-B", "-c", START], cwd=code, env=_environment(code, layer, self.address)
        )
        try:
            heard = self.answered.wait(LONGEST)
        finally:
            process.kill()
            _, _, used = os.wait4(process.pid, 0)
            process.wait()
        if not heard or not isinstance(self.answer, Mapping) or self.answer.get("statusCode") != 401:
            raise UnservedError(f"the function did not start: {self.answer}")
        return _Start(self.answered_at - began, used.ru_utime + used.ru_stime)


def _environment(code: Path, layer: Path, address: str) -> dict[str, str]:
    """What Lambda sets. The runtime client comes from this installation, behind the code and the layer."""
    installed = next(path for path in sys.path if path.endswith("site-packages"))
    return {
        **ENGINE_ENVIRONMENT,
        "PATH": os.defpath,
        "PYTHONPATH": os.pathsep.join(map(str, (code, code / "vendor", layer, installed))),
        "AWS_LAMBDA_RUNTIME_API": address,
        "AWS_LAMBDA_FUNCTION_NAME": "bench",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
        "AWS_LAMBDA_LOG_GROUP_NAME": "bench",
        "AWS_LAMBDA_LOG_STREAM_NAME": "bench",
        "AWS_ENDPOINT_URL": f"http://{address}",
        "LAMBDA_TASK_ROOT": str(code),
        "_HANDLER": "app.app",
        "BACKCHANNEL_STAGE": "bench",
        "POWERTOOLS_SERVICE_NAME": "recover.api",
        "POWERTOOLS_METRICS_NAMESPACE": "Backchannel",
    }


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a process was ended while it waited
            super().handle_error(request, client_address)


@contextmanager
def _runtime_api(event: Event) -> Iterator[_RuntimeApi]:
    api = _RuntimeApi(json.dumps(event).encode())

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if api.answered.is_set():
                time.sleep(LONGEST)  # the next event never comes; the process is ended first
            self._say(200, api.event)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self._say(200, b"{}")  # to DynamoDB's caller: no such item
            if self.path.startswith("/2018-06-01/runtime/"):
                api.heard(body)

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Lambda-Runtime-Aws-Request-Id", "bench")
            self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + LONGEST) * 1000)))
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:::function:bench")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    api.address = f"127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
