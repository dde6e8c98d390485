"""A plain caller of the HTTP API, for the demo, the benches and the tests of what is deployed."""

import json
from dataclasses import dataclass
from typing import Any

import urllib3

_PATIENCE = urllib3.Timeout(connect=5, read=60)
_pool = urllib3.PoolManager(num_pools=20, maxsize=20, retries=False)


class ApiError(Exception):
    """An answer other than 2xx."""

    def __init__(self, status: int, problem: Any) -> None:
        super().__init__(f"{status}: {problem}")
        self.status = status
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    body: Any
    """Decoded when it is JSON, else text."""
    headers: dict[str, str]


def request(
    method: str,
    url: str,
    body: Any = None,
    *,
    key: str | None = None,
    headers: dict[str, str] | None = None,
    seconds: float | None = None,
) -> Answered:
    """One request. ``body``: JSON-able, or bytes as they are. ``seconds``: all that it may take."""
    raw = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    sent = {"Content-Type": "application/json", **(headers or {})}
    if key:
        sent["Authorization"] = f"Bearer {key}"
    within = _PATIENCE if seconds is None else urllib3.Timeout(total=seconds)
    answer = _pool.request(method, url, body=raw, headers=sent, redirect=False, timeout=within)
    kind = answer.headers.get("Content-Type", "")
    text = answer.data.decode(errors="replace")
    return Answered(answer.status, json.loads(text) if "json" in kind and text else text, dict(answer.headers))


@dataclass(frozen=True, slots=True)
class Api:
    """One of the APIs, with the key of whoever calls."""

    url: str
    key: str

    def get(self, path: str) -> Any:
        return self._done("GET", path)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self._done("POST", path, body, headers)

    def put(self, path: str, body: Any) -> Any:
        return self._done("PUT", path, body)

    def delete(self, path: str) -> Any:
        return self._done("DELETE", path)

    def _done(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        answered = request(method, self.url + path, body, key=self.key, headers=headers)
        if not 200 <= answered.status < 300:
            raise ApiError(answered.status, answered.body)
        return answered.body
