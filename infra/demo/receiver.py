"""The agency's own system: takes webhooks on the loopback and verifies each with the reference library."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError


class Receiver:
    """``events``: what came with a right signature, once per id; ``forged``: how many did not."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}
        self.forged = 0
        self.secret: str | None = None
        self.url = ""
        self._changed = threading.Condition()

    def take(self, headers: dict[str, str], body: bytes) -> int:
        with self._changed:
            try:
                Webhook(self.secret or "").verify(body, headers)
            except WebhookVerificationError:
                self.forged += 1
                return 401
            self.events[headers["webhook-id"]] = json.loads(body)
            self._changed.notify_all()
        return 204

    def types(self) -> list[str]:
        with self._changed:
            return [event["type"] for event in self.events.values()]

    def wait_for(self, type_: str, within: float) -> bool:
        """Whether an event of that type has come, waiting up to ``within`` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: any(event["type"] == type_ for event in self.events.values()), within)


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that listens on a free loopback port for as long as the block runs."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            self.send_response(receiver.take({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Silent: the demo prints what came."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.url = f"http://127.0.0.1:{server.server_port}/backchannel"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
