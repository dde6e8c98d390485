"""X's own OpenAPI document, and Prism, which serves it: a mock that refuses what the document does not have.

Sources: https://api.x.com/2/openapi.json and https://github.com/stoplightio/prism
"""

import atexit
import functools
import json
import os
import re
import selectors
import socket
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from tests.networks.peers import npm

LONGEST_START = 60.0
"""Seconds."""
NO_DOCUMENT = (
    "X publishes it at https://api.x.com/2/openapi.json, and in https://github.com/xdevplatform/xdk; "
    "the environment variable X_OPENAPI says where it lies"
)


@dataclass(frozen=True, slots=True)
class Document:
    path: Path
    content: Mapping[str, Any]

    def operation(self, method: str, path: str) -> Mapping[str, Any]:
        """What the document says of a call."""
        templates = [path] if path in self.content["paths"] else self.content["paths"]
        for template in templates:
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                found: Mapping[str, Any] = self.content["paths"][template][method.lower()]
                return found
        raise LookupError(f"X's document has no {method} {path}")

    def parameters(self, method: str, path: str) -> set[str]:
        """The names that its query may have."""
        listed = self.operation(method, path).get("parameters", [])
        resolved = [self.resolved(one) for one in listed]
        return {one["name"] for one in resolved if one["in"] == "query"}

    def scopes(self, method: str, path: str) -> set[str]:
        """What a person must have consented to."""
        wanted = [
            one["OAuth2UserToken"] for one in self.operation(method, path)["security"] if "OAuth2UserToken" in one
        ]
        return {scope for scopes in wanted for scope in scopes}

    def answer_schema(self, method: str, path: str, status: int) -> Mapping[str, Any]:
        content = self.operation(method, path)["responses"][str(status)]["content"]
        return {"components": self.content["components"], **content["application/json"]["schema"]}

    def resolved(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        if "$ref" not in node:
            return node
        found: Any = self.content
        for step in node["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        return self.resolved(found)


@functools.cache
def document() -> Document:
    path = os.environ.get("X_OPENAPI", "")
    if not path or not Path(path).is_file():
        npm.missing("X's OpenAPI document", NO_DOCUMENT)
    return Document(Path(path), json.loads(Path(path).read_bytes()))


@functools.cache
def running() -> tuple[str, int]:
    """Where it listens: started when first asked for, and stopped with this process."""
    described, folder = document().path.resolve(), npm.installed("x")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
    process = subprocess.Popen(
        [
            "node",
            "node_modules/@stoplight/prism-cli/dist/index.js",
            "mock",
            "-h",
            host,
            "-p",
            str(port),
            str(described),
        ],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    atexit.register(_stop, process)
    if not _listens(process):
        raise RuntimeError("Prism did not start.")
    return host, port


def _listens(process: "subprocess.Popen[bytes]") -> bool:
    assert process.stdout is not None
    deadline, said = monotonic() + LONGEST_START, b""
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)
        while b"Prism is listening" not in said:
            if not ready.select(max(0.0, deadline - monotonic())):
                return False
            more = os.read(process.stdout.fileno(), 65536)
            if not more:
                return False
            said = said[-100:] + more
    return True


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
