"""HTTP receivers on the loopback that answer, or do not, as some receivers do."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from infra.engine import LOOPBACK, free_port

SLOW = 1.0
HANGS = 60.0
FLAPS = 5.0
"""Seconds."""


class Kind(StrEnum):
    HEALTHY = "healthy"
    SLOW = "slow"
    """A second for each answer."""
    FLAPPING = "flapping"
    """Unavailable for every other five seconds."""
    HANGING = "hanging"
    """Takes the request and never answers."""
    REFUSING = "refusing"
    """Nobody listens."""

    @property
    def answers(self) -> bool:
        return self not in (Kind.HANGING, Kind.REFUSING)


class Receivers:
    def __init__(self, port: int) -> None:
        self.last_at = time.monotonic()
        self._port = port
        self._closed = free_port()
        self._got: defaultdict[str, list[tuple[str, datetime]]] = defaultdict(list)
        self._lock = threading.Lock()

    def url(self, endpoint: str, kind: Kind) -> str:
        port = self._closed if kind is Kind.REFUSING else self._port
        return f"http://{LOOPBACK}:{port}/{kind.value}/{endpoint}"

    def take(self, kind: Kind, endpoint: str, id_: str) -> int | None:
        """What is answered; None: nothing."""
        now = datetime.now(UTC)
        if kind is Kind.HANGING:
            time.sleep(HANGS)
            return None
        if kind is Kind.SLOW:
            time.sleep(SLOW)
        if kind is Kind.FLAPPING and time.time() % (2 * FLAPS) < FLAPS:
            return 503
        with self._lock:
            self._got[endpoint].append((id_, now))
            self.last_at = time.monotonic()
        return 204

    def received(self, endpoint: str) -> list[tuple[str, datetime]]:
        """Ids and when they came, in the order in which they did."""
        with self._lock:
            return list(self._got[endpoint])

    def wait(self, distinct: int, quiet: float) -> None:
        """Until so many different ones are there, or nothing came for a while."""
        self.last_at = max(self.last_at, time.monotonic())
        while time.monotonic() - self.last_at < quiet:
            with self._lock:
                if sum(len({id_ for id_, _ in got}) for got in self._got.values()) >= distinct:
                    return
            time.sleep(0.5)

    def clear(self) -> None:
        with self._lock:
            self._got.clear()


class _Server(ThreadingHTTPServer):
    request_queue_size = 200
    daemon_threads = True
    block_on_close = False


@contextmanager
def receiving() -> Iterator[Receivers]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            _, kind, endpoint = self.path.split("/")
            status = receivers.take(Kind(kind), endpoint, self.headers["webhook-id"])
            if status is None:
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Silent."""

    server = _Server((LOOPBACK, 0), Handler)
    receivers = Receivers(server.server_port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receivers
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
