"""Receivers on this machine's own loopback that answer as bytes say, over TLS or without, however badly."""

import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Thread

Talk = Callable[[socket.socket, Event], None]
"""What a receiver does with a connection; the event is set when it is to end."""


@dataclass
class Listening:
    port: int
    requests: list[bytes] = field(default_factory=list)
    """As they came."""
    ended: Event = field(default_factory=Event)


def answering(content: bytes) -> Talk:
    return lambda connected, _: connected.sendall(content)


def dripping(first: bytes, drop: bytes, every: float) -> Talk:
    """Never ends by itself."""

    def drip(connected: socket.socket, ended: Event) -> None:
        connected.sendall(first)
        while not ended.wait(every):
            connected.sendall(drop)

    return drip


def silent(_: socket.socket, ended: Event) -> None:
    ended.wait()


@contextmanager
def listening(talk: Talk, tls: ssl.SSLContext | None = None) -> Iterator[Listening]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        here = Listening(server.getsockname()[1])
        thread = Thread(target=_serve, args=(server, talk, tls, here), daemon=True)
        thread.start()
        try:
            yield here
        finally:
            here.ended.set()
            # Wakes what waits in accept.
            with suppress(OSError):
                socket.create_connection(server.getsockname(), timeout=1).close()
            thread.join(5)


def _request(connected: socket.socket) -> bytes:
    """As it came; of a large one, the beginning."""
    request = b""
    while not _is_whole(request) and (read := connected.recv(65_536)):
        request += read
    return request


def _is_whole(request: bytes) -> bool:
    head, ended, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    return bool(ended) and len(body) >= min(int(length[1]) if length else 0, 1_000)


def _serve(server: socket.socket, talk: Talk, tls: ssl.SSLContext | None, here: Listening) -> None:
    while True:
        bare, _ = server.accept()
        if here.ended.is_set():
            bare.close()
            return
        with suppress(OSError), closing(tls.wrap_socket(bare, server_side=True) if tls else bare) as connected:
            here.requests.append(_request(connected))
            talk(connected, here.ended)
