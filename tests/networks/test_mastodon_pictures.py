"""Pictures on Mastodon: uploaded ahead of their post, with what they show in words, and ready before it goes out."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from infra.sandbox.faults import Fault, FaultKind
from infra.sandbox.server import SandboxServer, running
from shared.domain.posts import Media
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.mastodon.connection import MastodonConnection
from shared.networks.mastodon.pictures import AGAIN
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out
from tests.pictures import picture

PNG, JPEG = picture(), picture("JPEG")


def media(content: bytes, kind: str, alt: str) -> Media:
    return Media(sha256=sha256(content).hexdigest(), kind=kind, size=len(content), width=3, height=2, alt=alt)


RED = media(PNG, "image/png", "A red square «on» white 🟥\r\n--in two lines")
PHOTO = media(JPEG, "image/jpeg", "")
PART = a_part("Look!", media=(RED, PHOTO))


class OnShelf:
    def content(self, client: str, media: Media) -> bytes:
        assert client == "acme"
        found = {RED.sha256: PNG, PHOTO.sha256: JPEG}.get(media.sha256)
        if found is None:
            raise RefusedError("The picture is not the one that was approved.")
        return found

    def link(self, client: str, media: Media) -> str:
        raise AssertionError("Mastodon is sent the bytes")


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with running() as sandbox:
        yield sandbox


@pytest.fixture
def line(server: SandboxServer) -> MastodonConnection:
    return MastodonConnection(server.url, "sandbox-acme", OnShelf())


def shown(server: SandboxServer) -> list[list[tuple[str, str, bytes]]]:
    up = server.network.ever_posted("acme")
    return [[(each.kind, each.description, each.content) for each in status.media] for status in up]


def test_pictures_arrive_byte_for_byte_in_order_and_with_what_they_show(
    server: SandboxServer, line: MastodonConnection
) -> None:
    out(line, PART)
    assert shown(server) == [[("image/png", RED.alt, PNG), ("image/jpeg", "", JPEG)]]


def test_each_picture_is_uploaded_once_before_the_one_call_that_can_be_seen(
    server: SandboxServer, line: MastodonConnection
) -> None:
    ready = line.prepare(PART, an_attempt(), timeout=TIMEOUT)
    assert server.served == {"POST /api/v2/media": 2}
    assert shown(server) == []
    line.publish(ready, timeout=TIMEOUT)
    assert server.served == {"POST /api/v2/media": 2, "POST /api/v1/statuses": 1}


def test_a_post_without_pictures_costs_no_further_call(server: SandboxServer, line: MastodonConnection) -> None:
    out(line, a_part("Hello"))
    assert server.served == {"POST /api/v1/statuses": 1}


def test_what_the_server_is_not_done_with_is_waited_for(server: SandboxServer, line: MastodonConnection) -> None:
    server.faults.order(Fault(fault=FaultKind.SLOW_PICTURE, seconds=0.4))
    out(line, PART)
    assert len(shown(server)[0]) == 2
    assert 1 <= server.served["GET /api/v1/media/{id}"] <= 3


def test_what_the_server_is_not_done_with_in_time_is_for_later(server: SandboxServer, line: MastodonConnection) -> None:
    server.faults.order(Fault(fault=FaultKind.SLOW_PICTURE, seconds=60))
    began = time.monotonic()
    with pytest.raises(ThrottledError) as raised:
        line.prepare(PART, an_attempt(), timeout=0.5)
    assert time.monotonic() - began < 1
    assert raised.value.until is not None
    assert abs(raised.value.until - datetime.now(UTC) - AGAIN) < timedelta(seconds=2)
    assert shown(server) == []


def test_a_picture_that_the_server_refuses_is_refused_in_its_own_words(
    server: SandboxServer, line: MastodonConnection
) -> None:
    server.faults.order(Fault(fault=FaultKind.REFUSE_PICTURE))
    with pytest.raises(RefusedError, match="File content type is invalid"):
        out(line, PART)
    assert shown(server) == []


def test_what_the_shelf_does_not_hand_out_is_not_sent(server: SandboxServer, line: MastodonConnection) -> None:
    with pytest.raises(RefusedError, match="not the one that was approved"):
        out(line, a_part("Look!", media=(replace(RED, sha256="ab" * 32),)))
    assert sum(server.served.values()) == 0


def test_a_post_with_pictures_whose_outcome_is_unknown_is_found(
    server: SandboxServer, line: MastodonConnection
) -> None:
    attempt = an_attempt()
    server.faults.order(Fault(fault=FaultKind.ERROR_AFTER_POSTING))
    with pytest.raises(OutcomeUnknownError):
        out(line, PART, attempt)
    found = line.find(PART, attempt)
    assert found is not None
    assert line.visible(found.external_id)


def test_the_same_text_without_the_pictures_is_another_post(server: SandboxServer, line: MastodonConnection) -> None:
    attempt = an_attempt()
    out(line, a_part("Look!"))
    assert line.find(PART, attempt) is None


@pytest.fixture
def answering() -> Iterator[tuple[str, list[tuple[int, bytes]]]]:
    """A server's URL, and what it will say to one call after the other."""
    answers: list[tuple[int, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            status, body = answers.pop(0)
            self.send_response(status)
            self.send_header("X-RateLimit-Reset", "2126-11-25T10:00:00.000Z")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", answers
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("status", "body", "meaning"),
    [
        (500, b"", ThrottledError),
        (503, b"<html>", ThrottledError),
        (302, b"", ThrottledError),
        (429, b'{"error": "Too many requests"}', ThrottledError),
        (401, b'{"error": "The access token is invalid"}', CredentialsError),
        (403, b'{"error": "This action is outside the authorized scopes"}', CredentialsError),
        (403, b'{"error": "This action is not allowed"}', RefusedError),
        (404, b'{"error": "Not found"}', RefusedError),
        (413, b"", RefusedError),
        (422, b'{"error": "Validation failed"}', RefusedError),
        (200, b"", ThrottledError),
        (200, b'{"url": null}', ThrottledError),
    ],
)
def test_nothing_that_a_server_says_to_an_upload_leaves_it_open_whether_something_went_out(
    answering: tuple[str, list[tuple[int, bytes]]], status: int, body: bytes, meaning: type[Exception]
) -> None:
    url, answers = answering
    answers.append((status, body))
    with pytest.raises(meaning) as raised:
        MastodonConnection(url, "token", OnShelf()).prepare(PART, an_attempt(), timeout=TIMEOUT)
    assert "token" not in str(raised.value).replace("access token", "").replace("account's token", "")
    if status == 429:
        assert raised.value.until == datetime(2126, 11, 25, 10, tzinfo=UTC)  # type: ignore[attr-defined]


def test_a_server_that_cannot_be_reached_is_for_later() -> None:
    with pytest.raises(ThrottledError):
        MastodonConnection("http://127.0.0.1:9", "token", OnShelf()).prepare(PART, an_attempt(), timeout=TIMEOUT)
