"""The sandbox keeps Mastodon's rules, so that what works against it works there."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode

import pytest

from infra.sandbox.server import SandboxServer, running

ACME = {"Authorization": "Bearer sandbox-acme"}
OTHER = {"Authorization": "Bearer sandbox-other"}


@dataclass
class HandClock:
    at: datetime = field(default_factory=lambda: datetime(2026, 5, 1, 10, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Browser:
    server: SandboxServer

    def ask(
        self, method: str, path: str, fields: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, Any]:
        line = HTTPConnection("127.0.0.1", self.server.server_port, timeout=5)
        body = None if fields is None else json.dumps(fields)
        line.request(method, path, body, {"Content-Type": "application/json", **(headers or {})})
        response = line.getresponse()
        content = json.loads(response.read())
        line.close()
        return response, content

    def get(self, path: str, headers: dict[str, str] | None = None) -> Any:
        return self.ask("GET", path, headers=headers)[1]

    def post(self, text: str, headers: dict[str, str] = ACME, **fields: str) -> Any:
        return self.ask("POST", "/api/v1/statuses", {"status": text, **fields}, headers)[1]

    def truth(self, handle: str = "acme") -> Any:
        return self.get(f"/sandbox/timeline?handle={handle}")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def browser(clock: HandClock) -> Iterator[Browser]:
    with running(now=clock) as server:
        yield Browser(server)


def test_it_listens_on_the_loopback_address_only(browser: Browser) -> None:
    assert browser.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("token", ["", "Bearer other-acme", "Basic sandbox-acme", "Bearer sandbox-"])
def test_a_post_without_a_token_of_the_sandbox_is_unauthorized(browser: Browser, token: str) -> None:
    headers = {"Authorization": token} if token else {}
    response, body = browser.ask("POST", "/api/v1/statuses", {"status": "Hello"}, headers)
    assert response.status == 401
    assert body == {"error": "The access token is invalid"}
    assert browser.get("/sandbox/timeline") == []


def test_a_form_is_as_good_as_json(browser: Browser) -> None:
    line = HTTPConnection("127.0.0.1", browser.server.server_port, timeout=5)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    line.request("POST", "/api/v1/statuses", urlencode({"status": "Grüße & mehr"}), ACME | form)
    assert json.loads(line.getresponse().read())["content"] == "<p>Grüße &amp; mehr</p>"
    line.close()


def test_a_key_makes_one_status_within_the_hour_and_another_after_it(browser: Browser, clock: HandClock) -> None:
    keyed = ACME | {"Idempotency-Key": "att_1"}
    first = browser.post("Hello", keyed)
    clock.at += timedelta(minutes=59)
    assert browser.post("Hello", keyed)["id"] == first["id"]
    assert browser.post("Hello", OTHER | {"Idempotency-Key": "att_1"})["id"] != first["id"]
    clock.at += timedelta(minutes=1)
    assert browser.post("Hello", keyed)["id"] != first["id"]
    assert [status["idempotency_key"] for status in browser.truth()] == ["att_1", "att_1"]


@pytest.mark.parametrize(("text", "status"), [("", 422), (" \n", 422), ("x" * 501, 422), ("x" * 500, 200)])
def test_text_is_neither_blank_nor_too_long(browser: Browser, text: str, status: int) -> None:
    response, body = browser.ask("POST", "/api/v1/statuses", {"status": text}, ACME)
    assert response.status == status
    assert ("error" in body) == (status != 200)


def test_content_is_escaped_and_linked_as_mastodon_does(browser: Browser) -> None:
    browser.post("Hi", OTHER)
    shown = browser.post("<b> @other @nobody #Tag\nhttps://www.example.com/a/path/that/is/too/long/to/show.")
    base = browser.server.url
    assert shown["content"] == (
        "<p>&lt;b&gt; "
        f'<span class="h-card" translate="no"><a href="{base}/@other" class="u-url mention">@<span>other</span></a>'
        f'</span> @nobody <a href="{base}/tags/tag" class="mention hashtag" rel="tag">#<span>Tag</span></a><br />'
        '<a href="https://www.example.com/a/path/that/is/too/long/to/show" target="_blank" '
        'rel="nofollow noopener noreferrer" translate="no"><span class="invisible">https://www.</span>'
        '<span class="ellipsis">example.com/a/path/that/is/too</span>'
        '<span class="invisible">/long/to/show</span></a>.</p>'
    )
    assert [mention["acct"] for mention in shown["mentions"]] == ["other"]
    assert [tag["name"] for tag in shown["tags"]] == ["tag"]


def test_only_the_author_deletes_and_only_once(browser: Browser, clock: HandClock) -> None:
    path = f"/api/v1/statuses/{browser.post('Hello')['id']}"
    assert browser.ask("DELETE", path, headers=OTHER)[0].status == 404
    clock.at += timedelta(milliseconds=1500)
    response, deleted = browser.ask("DELETE", path, headers=ACME)
    assert (response.status, deleted["text"]) == (200, "Hello")
    assert browser.ask("DELETE", path, headers=ACME)[0].status == 404
    assert browser.ask("GET", path)[0].status == 404
    truth = browser.truth()[0]
    assert (truth["created_at"], truth["deleted_at"]) == ("2026-05-01T10:00:00.000Z", "2026-05-01T10:00:01.500Z")


def test_statuses_are_paged_newest_first(browser: Browser) -> None:
    ids = [browser.post(f"number {number}")["id"] for number in range(5)]
    path = f"/api/v1/accounts/{browser.get('/api/v1/accounts/lookup?acct=acme')['id']}/statuses"

    def page(query: str) -> list[str]:
        return [status["id"] for status in browser.get(f"{path}?{query}")]

    assert page("") == ids[::-1]
    assert page("limit=2") == [ids[4], ids[3]]
    assert page(f"limit=2&max_id={ids[3]}") == [ids[2], ids[1]]
    assert page(f"limit=2&since_id={ids[0]}") == [ids[4], ids[3]]
    assert page(f"limit=2&min_id={ids[0]}") == [ids[2], ids[1]]
    response, _ = browser.ask("GET", f"{path}?limit=2")
    assert f'max_id={ids[3]}>; rel="next"' in (response.headers["Link"] or "")
    assert browser.ask("GET", f"{path}?max_id=x")[0].status == 400


def test_a_mention_notifies_and_stands_in_the_thread(browser: Browser) -> None:
    post = browser.post("We are open")
    order = {"from": "customer", "to": "acme", "text": "Until when?", "in_reply_to": post["id"]}
    asked = browser.ask("POST", "/sandbox/mentions", order)[1]
    answered = browser.post("@customer Until six", in_reply_to_id=asked["id"])
    notes = browser.get("/api/v1/notifications?types[]=mention", ACME)
    assert [(note["type"], note["status"]["id"], note["account"]["acct"]) for note in notes] == [
        ("mention", asked["id"], "customer")
    ]
    assert notes[0]["status"]["in_reply_to_account_id"] == post["account"]["id"]
    assert browser.get(f"/api/v1/notifications?since_id={notes[0]['id']}", ACME) == []
    assert browser.get("/api/v1/notifications?types[]=follow", ACME) == []
    context = browser.get(f"/api/v1/statuses/{asked['id']}/context")
    assert [status["id"] for status in context["ancestors"]] == [post["id"]]
    assert [status["id"] for status in context["descendants"]] == [answered["id"]]


def test_a_deleted_mention_is_notified_no_more(browser: Browser) -> None:
    browser.post("I am here")
    said = browser.post("@acme hello", OTHER)
    assert len(browser.get("/api/v1/notifications", ACME)) == 1
    browser.ask("DELETE", f"/api/v1/statuses/{said['id']}", headers=OTHER)
    assert browser.get("/api/v1/notifications", ACME) == []


def test_every_answer_tells_the_rate_limit(browser: Browser) -> None:
    response, _ = browser.ask("GET", "/api/v1/instance")
    assert response.headers["X-RateLimit-Limit"] == "300"
    assert response.headers["X-RateLimit-Remaining"] == "299"
    assert response.headers["X-RateLimit-Reset"] == "2026-05-01T10:05:00.000000Z"


def test_an_ordered_fault_strikes_as_often_as_ordered_and_only_its_handle(browser: Browser) -> None:
    order = {"fault": "throttle", "times": 2, "seconds": 90, "handle": "acme"}
    browser.ask("POST", "/sandbox/faults", order)

    def outcome(headers: dict[str, str]) -> int:
        return browser.ask("POST", "/api/v1/statuses", {"status": "Hello"}, headers)[0].status

    assert [outcome(OTHER), outcome(ACME), outcome(ACME), outcome(ACME)] == [200, 429, 429, 200]


def test_cleared_faults_strike_no_more(browser: Browser) -> None:
    browser.ask("POST", "/sandbox/faults", {"fault": "refuse", "times": 5})
    assert "error" in browser.post("Hello")
    browser.ask("DELETE", "/sandbox/faults")
    assert "error" not in browser.post("Hello")


@pytest.mark.parametrize("order", [{}, {"fault": "earthquake"}, {"fault": "slow", "second": 3}])
def test_a_fault_that_does_not_exist_cannot_be_ordered(browser: Browser, order: dict[str, Any]) -> None:
    assert browser.ask("POST", "/sandbox/faults", order)[0].status == 422


def test_the_instance_tells_its_limits(browser: Browser) -> None:
    for path in ("/api/v1/instance", "/api/v2/instance"):
        limits = browser.get(path)["configuration"]["statuses"]
        assert (limits["max_characters"], limits["characters_reserved_per_url"]) == (500, 23)


def test_an_unknown_route_or_account_is_not_found(browser: Browser) -> None:
    for path in ("/", "/api/v1/timelines/home", "/api/v1/accounts/lookup?acct=nobody", "/api/v1/accounts/1/statuses"):
        response, body = browser.ask("GET", path)
        assert (response.status, body) == (404, {"error": "Record not found"})


def test_as_a_program_it_says_where_it_listens_and_ends_when_asked() -> None:
    command = [sys.executable, "-m", "infra.sandbox", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            url = json.loads(program.stdout.readline())["url"]
            line = HTTPConnection(url.removeprefix("http://"), timeout=5)
            line.request("GET", "/api/v1/instance")
            assert line.getresponse().status == 200
            line.close()
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=5) == -signal.SIGTERM
        finally:
            program.kill()


def test_a_status_is_liked_boosted_and_answered_and_counts_each_once(browser: Browser) -> None:
    status = browser.post("Good morning")
    path = f"/api/v1/statuses/{status['id']}"
    assert [status[name] for name in ("favourites_count", "reblogs_count", "replies_count")] == [0, 0, 0]
    for deed in ("favourite", "favourite", "reblog"):
        assert browser.ask("POST", f"{path}/{deed}", {}, OTHER)[0].status == 200
    answer = browser.post("Good morning to you", OTHER, in_reply_to_id=status["id"])
    shown = browser.get(path)
    assert [shown[name] for name in ("favourites_count", "reblogs_count", "replies_count")] == [1, 1, 1]
    browser.ask("DELETE", f"/api/v1/statuses/{answer['id']}", headers=OTHER)
    assert browser.get(path)["replies_count"] == 0
    assert browser.ask("POST", "/api/v1/statuses/404/favourite", {}, OTHER)[0].status == 404
