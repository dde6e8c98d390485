"""What each thing that a Mastodon server can say, or fail to say, is taken to mean."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from infra.sandbox.server import running
from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.mastodon.connection import MOST_PAGES, PAGE, MastodonConnection
from tests.networks.trying import a_part, an_attempt, out

STATUS = {
    "id": "114",
    "url": None,
    "uri": "https://social.example/users/acme/statuses/114",
    "created_at": "2026-05-01T10:00:00.250Z",
    "content": "<p>Hello</p>",
    "in_reply_to_id": None,
}


@dataclass
class ScriptedServer:
    """Says ``answer`` to every request and hangs up; keeps what it was asked."""

    url: str
    answer: bytes = b""
    asked: list[bytes] = field(default_factory=list)


def serve(listener: socket.socket, server: ScriptedServer) -> None:
    while True:
        try:
            line, _ = listener.accept()
        except OSError:
            return
        with line, suppress(ConnectionError):
            line.settimeout(2)
            request = line.recv(65536)
            head, _, body = request.partition(b"\r\n\r\n")
            sizes = [row.split(b":")[1] for row in head.splitlines() if row.lower().startswith(b"content-length:")]
            while sizes and len(body) < int(sizes[0]):
                body += line.recv(65536)
            server.asked.append(head + b"\r\n\r\n" + body)
            line.sendall(server.answer)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        scripted = ScriptedServer(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread = Thread(target=serve, args=(listener, scripted), daemon=True)
        thread.start()
        yield scripted
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


def http(status: int, body: object = "", **headers: str) -> bytes:
    content = body if isinstance(body, str) else json.dumps(body)
    lines = [f"HTTP/1.1 {status} Said", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(content.encode())}", "", content]).encode()


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (http(200), OutcomeUnknownError),
        (http(200, {}), OutcomeUnknownError),
        (http(200, []), OutcomeUnknownError),
        (http(200, "<html>Welcome</html>"), OutcomeUnknownError),
        (http(200, STATUS | {"id": None}), OutcomeUnknownError),
        (http(200, STATUS | {"created_at": "lately"}), OutcomeUnknownError),
        (http(200, STATUS, X_RateLimit_Reset="lately"), OutcomeUnknownError),
        (http(301, "", Location="/api/v1/statuses"), OutcomeUnknownError),
        (http(307, "", Location="/api/v1/statuses"), OutcomeUnknownError),
        (http(400, {"error": "Bad"}), RefusedError),
        (http(401, {"error": "The access token was revoked"}), CredentialsError),
        (http(403, {"error": "Your login is currently disabled"}), CredentialsError),
        (http(403, {"error": "This action is outside the authorized scopes"}), CredentialsError),
        (http(403, {"error": "This action is not allowed"}), RefusedError),
        (http(403, "<html>Blocked</html>"), RefusedError),
        (http(404, {"error": "Record not found"}), RefusedError),
        (http(408), OutcomeUnknownError),
        (http(409), OutcomeUnknownError),
        (http(410), RefusedError),
        (http(413), RefusedError),
        (http(422, {"error": "Validation failed"}), RefusedError),
        (http(422, {"error": {"of": ["another", "form"]}}), RefusedError),
        (http(425), OutcomeUnknownError),
        (http(429), ThrottledError),
        (http(429, "", X_RateLimit_Reset="lately"), ThrottledError),
        (http(500, {"error": "Oh"}), OutcomeUnknownError),
        (http(502, "<html>Bad gateway</html>"), OutcomeUnknownError),
        (http(503, {"error": "There was a temporary problem"}, Retry_After="1"), OutcomeUnknownError),
        (http(504), OutcomeUnknownError),
        (http(520), OutcomeUnknownError),
        (b"", OutcomeUnknownError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", OutcomeUnknownError),
        (b"SSH-2.0-OpenSSH_9.9\r\n", OutcomeUnknownError),
    ],
)
def test_an_answer_means_no_more_than_it_says_and_the_call_is_made_once(
    server: ScriptedServer, answer: bytes, meaning: type[BackchannelError]
) -> None:
    server.answer = answer
    with pytest.raises(meaning):
        out(MastodonConnection(server.url, "token"), a_part())
    assert len(server.asked) == 1


def test_a_status_is_published_where_the_server_says(server: ScriptedServer) -> None:
    server.answer = http(200, STATUS)
    attempt = an_attempt()
    published = out(MastodonConnection(server.url, "token"), a_part(in_reply_to="113"), attempt)
    assert published.external_id == "114"
    assert published.url == STATUS["uri"]
    assert published.at == datetime(2026, 5, 1, 10, 0, 0, 250_000, tzinfo=UTC)
    assert f"\r\nIdempotency-Key: {attempt.id}\r\n".encode() in server.asked[0]
    assert b"\r\nAuthorization: Bearer token\r\n" in server.asked[0]
    assert b"status=Hello" in server.asked[0]
    assert b"in_reply_to_id=113" in server.asked[0]


def test_a_reset_time_in_seconds_is_understood(server: ScriptedServer) -> None:
    reset = datetime.now(UTC) + timedelta(minutes=3)
    server.answer = http(429, "", X_RateLimit_Reset=str(int(reset.timestamp())))
    with pytest.raises(ThrottledError) as raised:
        out(MastodonConnection(server.url, "token"), a_part())
    assert raised.value.until is not None
    assert abs(raised.value.until - reset) < timedelta(seconds=2)


def test_a_server_that_cannot_be_reached_was_sent_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ThrottledError) as raised:
        out(MastodonConnection(f"http://127.0.0.1:{port}", "token"), a_part())
    assert raised.value.until is None


def test_a_line_that_opens_too_late_carries_nothing(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    look_up = socket.getaddrinfo

    def slow_look_up(*args: object, **kwargs: object) -> object:
        sleep(0.1)
        return look_up(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", slow_look_up)
    with pytest.raises(ThrottledError):
        out(MastodonConnection(server.url, "token"), a_part(), timeout=0.05)
    assert [request for request in server.asked if request.strip()] == []


def test_a_token_is_never_taken_for_the_name_of_a_file(server: ScriptedServer, tmp_path: Path) -> None:
    secret = tmp_path / "environ"
    secret.write_text("AWS_SECRET_ACCESS_KEY=1234")
    server.answer = http(401)
    with pytest.raises(CredentialsError):
        out(MastodonConnection(server.url, str(secret)), a_part())
    assert b"1234" not in server.asked[0]


def test_a_recall_answered_with_an_empty_200_is_done(server: ScriptedServer) -> None:
    server.answer = http(200)
    MastodonConnection(server.url, "token").recall("114")
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_not_visible(server: ScriptedServer, status: int) -> None:
    server.answer = http(status, {"error": "Record not found"})
    assert not MastodonConnection(server.url, "token").visible("114")


@pytest.mark.parametrize("answer", [http(500), http(301, "", Location="/"), b""])
def test_what_cannot_be_read_is_neither_visible_nor_gone(server: ScriptedServer, answer: bytes) -> None:
    server.answer = answer
    line = MastodonConnection(server.url, "token")
    with pytest.raises(OutcomeUnknownError):
        line.visible("114")
    with pytest.raises(OutcomeUnknownError):
        line.recall("114")
    with pytest.raises(OutcomeUnknownError):
        line.find(a_part(), an_attempt())


def test_opening_a_line_calls_nothing_and_each_deed_calls_once() -> None:
    with running() as sandbox:
        line = MastodonConnection(sandbox.url, "sandbox-acme")
        assert sandbox.served.total() == 0
        published = out(line, a_part())
        assert sandbox.served == {"POST /api/v1/statuses": 1}
        line.visible(published.external_id)
        line.recall(published.external_id)
        assert sandbox.served.total() == 3
        line.find(a_part(), an_attempt())
        line.find(a_part(), an_attempt())
        assert sandbox.served["GET /api/v1/accounts/verify_credentials"] == 1
        assert sandbox.served["GET /api/v1/accounts/{id}/statuses"] == 2


def test_a_search_that_cannot_reach_back_far_enough_says_so() -> None:
    with running() as sandbox:
        for number in range(PAGE * MOST_PAGES + 1):
            sandbox.network.post("acme", f"number {number}")
        line = MastodonConnection(sandbox.url, "sandbox-acme")
        with pytest.raises(OutcomeUnknownError):
            line.find(a_part(), an_attempt(started_at=datetime.now(UTC) - timedelta(minutes=1)))


def test_of_a_flood_of_statuses_the_newest_are_recent() -> None:
    with running() as sandbox:
        for number in range(PAGE * MOST_PAGES + 1):
            sandbox.network.post("acme", f"number {number}")
        shown = MastodonConnection(sandbox.url, "sandbox-acme").recent(datetime.now(UTC) - timedelta(minutes=1))
        assert (len(shown), shown[0].text) == (PAGE * MOST_PAGES, f"number {PAGE * MOST_PAGES}")


@pytest.mark.parametrize("token", ["", "two\nlines", "spaced out", "brev\u00e9"])
def test_a_token_that_cannot_be_one_is_refused_before_any_call(token: str) -> None:
    with pytest.raises(CredentialsError) as raised:
        MastodonConnection("https://social.example", token)
    assert token == "" or token not in str(raised.value)


def test_what_an_account_shares_is_recent_too(server: ScriptedServer) -> None:
    server.answer = http(200, STATUS | {"acct": "acme"})
    line = MastodonConnection(server.url, "token")
    with pytest.raises(OutcomeUnknownError):
        line.recent(datetime.now(UTC))
    assert b"exclude_reblogs" not in server.asked[1] or b"exclude_reblogs=false" in server.asked[1].lower()


def test_asking_what_a_network_can_do_loads_no_client_of_it() -> None:
    program = (
        "import sys; from shared.networks import capabilities_of; capabilities_of('mastodon');"
        "sys.exit(sorted({'mastodon', 'requests', 'urllib3'} & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
