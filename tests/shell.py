"""A shell in which ``backchannel`` runs, and in which the real product answers instead of HTTP."""

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import msgspec
import pytest
from typer.testing import CliRunner, Result

from functions.ingest.accept import accept, challenge
from functions.ingest.sources import StoredSources
from infra import client
from infra.cli import app, output
from infra.client import Answered
from shared.api.problems import EXPECTED, problem
from shared.api.routes import Route
from shared.domain.listening.mentions import Delivery
from shared.queues import MemoryQueue
from tests.house import House, find_route

API_URL = "https://api.example"
RECOVER_URL = "https://recover.example"
HOOKS_URL = "https://hooks.example/hooks"


@dataclass
class Shell:
    """Somebody's shell. ``asked``: method, path and body of every request that commands made."""

    house: House
    key: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    inbound: MemoryQueue = field(default_factory=MemoryQueue)
    keys: list[str | None] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=lambda: {"API_URL": API_URL, "RECOVER_URL": RECOVER_URL})

    def run(self, *words: str, typed: str | None = None) -> Result:
        environment = {**self.addresses, **self.environment}
        if self.key:
            environment["BACKCHANNEL_KEY"] = self.key
        return CliRunner().invoke(app, list(words), input=typed, env=environment)

    def done(self, *words: str, typed: str | None = None) -> str:
        """The standard output of a command that must succeed."""
        result = self.run(*words, typed=typed)
        assert result.exit_code == 0, (words, result.stderr, result.exception)
        return result.stdout

    def json(self, *words: str, typed: str | None = None) -> Any:
        """What a command prints for programs."""
        return json.loads(self.done(*words, "--json", typed=typed))

    def answer(
        self,
        method: str,
        url: str,
        body: Any = None,
        *,
        key: str | None = None,
        headers: dict[str, str] | None = None,
        seconds: float | None = None,
    ) -> Answered:
        """In place of HTTP: each route is served at its own API's address alone."""
        if url.startswith(HOOKS_URL):
            return self._hooked(method, url.removeprefix(f"{HOOKS_URL}/"), body, headers or {})
        parts = urlsplit(url)
        query = "&".join(f"{name}={value}" for name, value in parse_qsl(parts.query, keep_blank_values=True))
        self.asked.append((method, parts.path, body))
        self.keys.append(key)
        route, _ = find_route(method, parts.path)
        self.routes.append(route)
        is_recover = "recover" in route.use_case.__module__
        assert url.startswith(RECOVER_URL if is_recover else API_URL), url
        lower = {name.lower(): value for name, value in (headers or {}).items()}
        given = self.house.call(method, f"{parts.path}?{query}", body, key=key, headers=lower)
        return Answered(given.status, given.body, dict(given.headers))

    def _hooked(self, method: str, source: str, body: Any, headers: dict[str, str]) -> Answered:
        """As ``ingest`` does: proven over the raw body, and on the queue."""
        sources, now = StoredSources(self.house.store, self.house.clock.monotonic), datetime.now(UTC)
        try:
            if method == "GET":
                given = challenge(source, {}, sources=sources)
            else:
                given = accept(source, headers, body, sources=sources, queue=self.inbound, now=now)
        except EXPECTED as refusal:
            given = problem(refusal, f"/hooks/{source}")
        return Answered(given.status, json.loads(given.body), dict(given.headers))

    def work(self) -> None:
        """What the queues hold is worked off."""
        messages, self.inbound.sent = self.inbound.sent, []
        self.house.receive(*(msgspec.json.decode(one.body, type=Delivery) for one in messages))
        self.house.deliver()


def opened(monkeypatch: pytest.MonkeyPatch, house: House, tmp_path: Any, key: str = "") -> Shell:
    """A shell of somebody who has configured nothing."""
    for name in [one for one in os.environ if one.startswith(("BACKCHANNEL_", "AWS_")) or one.endswith("_URL")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(output, "interactive", lambda: False)
    shell = Shell(house, key)
    monkeypatch.setattr(client, "request", shell.answer)
    return shell
