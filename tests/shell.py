"""A shell in which ``backchannel`` runs, and in which the real product answers instead of HTTP."""

import json
import os
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from typer.testing import CliRunner, Result

from infra import client
from infra.cli import app, output
from infra.client import Answered
from shared.api.routes import Route
from tests.house import House, find_route

API_URL = "https://api.example"
RECOVER_URL = "https://recover.example"


@dataclass
class Shell:
    """Somebody's shell. ``asked``: method, path and body of every request that commands made."""

    house: House
    key: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
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


def opened(monkeypatch: pytest.MonkeyPatch, house: House, tmp_path: Any, key: str = "") -> Shell:
    """A shell of somebody who has configured nothing."""
    for name in [one for one in os.environ if one.startswith(("BACKCHANNEL_", "AWS_")) or one.endswith("_URL")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(output, "interactive", lambda: False)
    shell = Shell(house, key)
    monkeypatch.setattr(client, "request", shell.answer)
    return shell
