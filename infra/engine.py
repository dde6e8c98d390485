"""The local engine: the same packages and templates as on AWS, on ministack, on this machine alone.

Nothing listens anywhere but on the loopback address, and nothing is left behind: a keeper process holds everything
that runs and ends it when this process is gone, however it went. Functions are given the layer and their code, and
none of what is installed here.
"""

import json
import shlex
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom
from typing import TypeVar
from urllib.error import URLError

from infra import keeper
from infra.build import HERE, LAYERS, Package, build_layer, build_packages
from infra.cloud import ENGINE_ENVIRONMENT, ENGINE_REGION, Cloud, engine
from infra.deploy import Deployed, deploy

LOOPBACK = "127.0.0.1"
STAGE = "local"
MAIL_FROM = "backchannel@mail.example"
"""Mail stays in the engine, which keeps what was sent."""
PORTS = range(20_000, 32_768)
"""Below those that Linux and macOS give to connections and to whoever asks for any."""
LONGEST_START = 60.0
"""Seconds that ministack or the sandbox network may take to answer."""


T = TypeVar("T")


class EngineError(Exception):
    """The engine did not come up; the message ends with what it said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """A running engine with a deployed stage and one agency in it."""

    stage: str
    cloud: Cloud
    endpoint_url: str
    """Of the engine itself, for AWS tools and SDKs."""
    hooks_url: str
    """A source's webhook goes to ``{hooks_url}/{source}``."""
    api_url: str
    recover_url: str
    network_url: str
    """Of the sandbox network."""
    agency_key: str
    state_dir: Path
    """Gone when the engine is; holds ``ministack.log`` and ``network.log``."""


@contextmanager
def running_engine(stage: str = STAGE) -> Iterator[Engine]:
    """Start, deploy, and end on leaving. Raises :class:`EngineError`, :class:`DeployError` or :class:`BuildError`."""
    port = free_port()
    endpoint_url = f"http://{LOOPBACK}:{port}"
    with ThreadPoolExecutor(max_workers=1) as pool, _kept(port) as (state_dir, process):
        layers = {key: pool.submit(build_layer, HERE, group) for key, group in LAYERS.items()}
        packages = build_packages()
        network_url = _wait_for(lambda: _network_url(state_dir), "the sandbox network", process)
        _wait_for(lambda: _answers(endpoint_url), "ministack", process)
        cloud = engine(endpoint_url)
        pointers = {key: _pointer(key, layer.result(), state_dir) for key, layer in layers.items()}
        deployed = deploy_on_engine(cloud, endpoint_url, stage, packages, pointers)
        yield Engine(
            stage=stage,
            cloud=cloud,
            endpoint_url=endpoint_url,
            hooks_url=f"{_api_url(endpoint_url, deployed.outputs['ingest'])}/hooks",
            api_url=_api_url(endpoint_url, deployed.outputs["desk"]),
            recover_url=_api_url(endpoint_url, deployed.outputs["recover"]),
            network_url=network_url,
            agency_key=_agency_key(stage, endpoint_url, state_dir),
            state_dir=state_dir,
        )


def deploy_on_engine(
    cloud: Cloud, endpoint_url: str, stage: str, packages: Sequence[Package], layers: Mapping[str, Path]
) -> Deployed:
    """All stacks of a stage, as an engine has them. Raises :class:`DeployError`."""
    return deploy(
        cloud,
        stage,
        packages,
        layers,
        place="engine",
        parameters={"AllowPlainHttp": "true", "MailFrom": MAIL_FROM},
        patience=0.05,
        address=lambda outputs: _api_url(endpoint_url, outputs),
    )


@contextmanager
def _kept(port: int) -> Iterator[tuple[Path, "subprocess.Popen[bytes]"]]:
    """ministack and the sandbox network under a keeper, and their folder."""
    state_dir = Path(tempfile.mkdtemp(prefix="backchannel-"))
    (state_dir / "tmp").mkdir()
    commands = {
        "ministack": [sys.executable, "-m", "infra.engine_process", str(_function_interpreter(state_dir))],
        "network": [sys.executable, "-m", "infra.sandbox", "--port", "0"],
    }
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-S", keeper.__file__, str(state_dir), json.dumps(commands)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(state_dir, port),
        start_new_session=True,
    )
    try:
        yield state_dir, process
    finally:
        process.communicate()


def _environment(state_dir: Path, port: int) -> dict[str, str]:
    """All that the engine and the functions see: nothing of the caller's, and no service but HTTP on the loopback."""
    return {
        **ENGINE_ENVIRONMENT,
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(state_dir),
        "TMPDIR": str(state_dir / "tmp"),
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(port),
        "MINISTACK_REGION": ENGINE_REGION,
        "LOG_LEVEL": "WARNING",
        "AUTH": "true",  # roles are enforced, as on AWS
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "DOCKER_HOST": f"unix://{state_dir}/no-docker",
    }


def _function_interpreter(state_dir: Path) -> Path:
    """This Python without what is installed in it."""
    script = state_dir / "python"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -I -S -B "$@"\n')
    script.chmod(0o755)
    return script


def _pointer(name: str, layer: Path, state_dir: Path) -> Path:
    """A layer that points to the folder, since ministack unpacks a function's layers for every process of it."""
    archive = state_dir / f"{name}.zip"
    with zipfile.ZipFile(archive, "w") as pointer:
        pointer.writestr(f"python/lib/python{sys.version_info[0]}/site-packages/{name}.pth", f"{layer / 'python'}\n")
    return archive


def _network_url(state_dir: Path) -> str | None:
    log = state_dir / "network.log"
    lines = log.read_text().splitlines(keepends=True) if log.exists() else []
    said = next((line for line in lines if line.startswith("{") and line.endswith("\n")), None)
    return str(json.loads(said)["url"]) if said else None


def _answers(endpoint_url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{endpoint_url}/_ministack/health", timeout=5):  # noqa: S310
            return True
    except (URLError, ConnectionError):
        return False


def _wait_for(look: Callable[[], T | None], what: str, process: "subprocess.Popen[bytes]") -> T:
    """The first true answer of ``look``. Raises :class:`EngineError` when there is none for long, or none to come."""
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        if found := look():
            return found
        if process.poll() is not None:
            raise EngineError((process.stderr.read() if process.stderr else b"").decode(errors="replace"))
        time.sleep(0.02)
    raise EngineError(f"{what} did not answer within {LONGEST_START:.0f} s.")


def _api_url(endpoint_url: str, outputs: Mapping[str, str]) -> str:
    return f"{endpoint_url}/restapis/{outputs['ApiId']}/api/_user_request_"


def _agency_key(stage: str, endpoint_url: str, state_dir: Path) -> str:
    """The key of a first agency, made by a process that sees nothing of the caller's AWS configuration."""
    made = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "infra.cli", "agency", "create", "Agency", "Operator", "OP", "--stage", stage],
        env={**ENGINE_ENVIRONMENT, "AWS_ENDPOINT_URL": endpoint_url, "HOME": str(state_dir)},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise EngineError(made.stderr[-3000:])
    return made.stdout.strip()


def free_port() -> int:
    """One on the loopback address that nobody listens at, and that the system gives to nobody meanwhile."""
    for port in SystemRandom().sample(PORTS, len(PORTS)):
        with suppress(OSError), socket.create_server((LOOPBACK, port)):
            return port
    raise EngineError("No port is free.")
