"""The sandbox over HTTP, on the loopback address only."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from infra.sandbox.api import Answer, Api, File, Request, find_route
from infra.sandbox.faults import Faults
from infra.sandbox.forms import form, multipart
from infra.sandbox.network import ApiError, Network

LARGEST_BODY = 8 * 1024 * 1024
RATE_LIMIT = 300
RATE_PERIOD = timedelta(minutes=5)


def _now() -> datetime:
    return datetime.now(UTC)


class SandboxServer(ThreadingHTTPServer):
    """``served`` counts requests by route, such as ``POST /api/v1/statuses``."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, *, port: int = 0, now: Callable[[], datetime] = _now) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.network = Network(now)
        self.faults = Faults()
        self.api = Api(self.network, self.faults, self.url, self._wait)
        self.served: Counter[str] = Counter()
        self.closing = Event()
        self._lock = Lock()

    def count(self, route: str) -> None:
        with self._lock:
            self.served[route] += 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):  # a client that hung up is nothing to report
            super().handle_error(request, client_address)

    def _wait(self, seconds: float) -> None:
        if self.closing.wait(seconds):
            raise ApiError(503, "The server is closing")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: SandboxServer

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def _answer(self) -> None:
        try:
            answer = self._call()
            status = answer.status
        except ApiError as error:
            answer, status = Answer({"error": error.error}, error.headers), error.status
        body = json.dumps(answer.body, ensure_ascii=False).encode()
        self.send_response(status)
        headers = self._rate_headers() | dict(answer.headers or {})
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _call(self) -> Answer:
        url = urlsplit(self.path)
        fields, files = self._body()
        request = Request(
            url=self.server.url + url.path,
            query=parse_qs(url.query, keep_blank_values=True),
            fields=fields,
            files=files,
            authorization=self.headers.get("Authorization", ""),
            key=self.headers.get("Idempotency-Key"),
        )
        name, route, ids = find_route(self.command, url.path)
        self.server.count(name)
        if request.authorization:
            request.speaker()  # a wrong token is refused even where none is needed
        return route(self.server.api, replace(request, ids=ids))

    def _body(self) -> tuple[Mapping[str, Any], Mapping[str, File]]:
        size = int(self.headers.get("Content-Length") or 0)
        if size > LARGEST_BODY:
            self.close_connection = True
            raise ApiError(413, "The body is too large")
        body, kind = self.rfile.read(size), self.headers.get_content_type()
        if not body:
            return {}, {}
        if kind == "multipart/form-data":
            return multipart(body, str(self.headers.get_boundary()))
        if kind != "application/json":
            return form(parse_qs(body.decode(), keep_blank_values=True)), {}
        try:
            fields = json.loads(body)
        except ValueError as error:
            raise ApiError(400, "The body is not JSON") from error
        if not isinstance(fields, dict):
            raise ApiError(400, "The body is not a JSON object")
        return fields, {}

    def _rate_headers(self) -> dict[str, str]:
        now = self.server.network.now()
        reset = now + RATE_PERIOD - timedelta(seconds=now.timestamp() % RATE_PERIOD.total_seconds())
        return {
            "X-RateLimit-Limit": str(RATE_LIMIT),
            "X-RateLimit-Remaining": str(RATE_LIMIT - 1),
            "X-RateLimit-Reset": reset.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        }

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def running(*, port: int = 0, now: Callable[[], datetime] = _now) -> Iterator[SandboxServer]:
    """A sandbox in this process, on a thread of its own, closed at the end."""
    server = SandboxServer(port=port, now=now)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
