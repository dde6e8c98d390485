"""A server that goes wrong to order, in front of what it stands for: a stand-in's own answers, or a real server.

What is a post, a deletion or a read, a network's own place says; the faults are the same everywhere.
"""

import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from infra.sandbox.faults import Fault, FaultKind, Faults

HOP_BY_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length", "host", "date", "server"})


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    path: str
    """Without the query."""
    query: str
    headers: Mapping[str, str]
    """With names in lower case."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Said:
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


class Deed(Enum):
    """What a request is, as far as faults go."""

    PUBLISH = 1
    DELETE = 2
    READ = 3
    OTHER = 4


Answer = Callable[[Asked], Said]


class Manner:
    """How a network goes wrong: what its answers look like then. A place may override each."""

    def deed(self, asked: Asked) -> Deed:
        """What the request is."""
        raise NotImplementedError

    def throttled(self, until: datetime) -> Said:
        return Said(429, b"{}", {"Content-Type": "application/json", "Retry-After": str(_seconds_to(until))})

    def refused(self) -> Said:
        return Said(422, b'{"error": "not welcome here"}')

    def broken(self) -> Said:
        return Said(500, b"{}")

    def deleted(self) -> Said:
        """What a deletion is answered that does nothing."""
        return Said(200, b"{}")

    def mark(self, said: Said) -> bytes:
        """What in the answer to a post tells which it is."""
        return said.body

    def hidden(self, said: Said, hidden: "Hidden") -> Said:
        """A read's answer without the posts that do not show yet."""
        raise NotImplementedError


def _seconds_to(until: datetime) -> int:
    return max(0, round((until - datetime.now(UTC)).total_seconds()))


@dataclass
class Hidden:
    """Marks of answers to posts that do not show in reads yet, each until its time."""

    until: list[tuple[bytes, datetime]] = field(default_factory=list)

    def now(self, at: datetime) -> "Hidden":
        return Hidden([(body, until) for body, until in self.until if until > at])


class FaultyServer(ThreadingHTTPServer):
    """On the loopback address. ``asked`` is all that reached what is behind it, oldest first."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, answer: Answer, manner: Manner, now: Callable[[], datetime]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.faults = Faults()
        self.asked: list[Asked] = []
        self.closing = Event()
        self._answer = answer
        self._manner = manner
        self._now = now
        self._hidden = Hidden()
        self._lock = Lock()

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self.faults.order(Fault(fault=kind, times=times, seconds=seconds))

    def said(self, asked: Asked) -> Said:
        deed = self._manner.deed(asked)
        if deed is Deed.PUBLISH:
            return self._published(asked)
        if deed is Deed.DELETE:
            return self._deleted(asked)
        said = self._behind(asked)
        hidden = self._hidden.now(self._now())
        return self._manner.hidden(said, hidden) if deed is Deed.READ and hidden.until else said

    def _published(self, asked: Asked) -> Said:
        if fault := self._take(FaultKind.THROTTLE):
            return self._manner.throttled(datetime.now(UTC) + timedelta(seconds=fault.seconds))
        if self._take(FaultKind.REFUSE):
            return self._manner.refused()
        if late := self._take(FaultKind.LANDS_AFTER_TIMEOUT):
            self.closing.wait(late.seconds)
        lag = self._take(FaultKind.READ_LAG)
        said = self._behind(asked)
        if lag:
            self._hidden.until.append((self._manner.mark(said), self._now() + timedelta(seconds=lag.seconds)))
        if self._take(FaultKind.ERROR_AFTER_POSTING):
            return self._manner.broken()
        if slow := self._take(FaultKind.SLOW):
            self.closing.wait(slow.seconds)
        return said

    def _deleted(self, asked: Asked) -> Said:
        if fault := self._take(FaultKind.THROTTLE):
            return self._manner.throttled(datetime.now(UTC) + timedelta(seconds=fault.seconds))
        if self._take(FaultKind.DELETE_LIES):
            return self._manner.deleted()
        return self._behind(asked)

    def _behind(self, asked: Asked) -> Said:
        with self._lock:
            self.asked.append(asked)
        return self._answer(asked)

    def _take(self, kind: FaultKind) -> Fault | None:
        return self.faults.take(kind, "acme")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is nothing to report; what else goes wrong fails the test by its answer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: FaultyServer

    def _answer(self) -> None:
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        said = self.server.said(Asked(self.command, url.path, url.query, headers, body))
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        self.wfile.write(said.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


def forwarded_to(host: str, port: int) -> Answer:
    """What the real server there says."""

    def answer(asked: Asked) -> Said:
        line = http.client.HTTPConnection(host, port, timeout=30)
        try:
            headers = {name: value for name, value in asked.headers.items() if name not in HOP_BY_HOP}
            line.request(asked.method, asked.path + (f"?{asked.query}" if asked.query else ""), asked.body, headers)
            response = line.getresponse()
            kept = {name: value for name, value in response.getheaders() if name.lower() not in HOP_BY_HOP}
            return Said(response.status, response.read(), kept)
        finally:
            line.close()

    return answer


@contextmanager
def serving(answer: Answer, manner: Manner, now: Callable[[], datetime]) -> Iterator[FaultyServer]:
    """A server on a thread of its own, closed at the end."""
    server = FaultyServer(answer, manner, now)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
