"""``backchannel account``: a person is walked through it, and no secret is shown or stands on a command line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import typer
from typer.testing import CliRunner, Result

from infra.cli import app
from shared.networks.x import consent

SECRET = "s3cr3t-token"
ACCOUNT = {"id": "acc_1", "handle": "acme", "network": "mastodon"}


@dataclass
class StubApi:
    """Answers everything with one thing, and keeps what it was asked."""

    url: str = ""
    status: int = 201
    answer: Any = field(default_factory=lambda: ACCOUNT)
    listed: list[Any] = field(default_factory=lambda: [ACCOUNT])
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    bodies: list[Any] = field(default_factory=list)


@contextmanager
def serving(stub: StubApi) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answered(200, stub.listed)

        def do_POST(self) -> None:
            stub.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answered(stub.status, stub.answer)

        def _answered(self, status: int, answer: Any) -> None:
            stub.asked.append((self.command, self.path, self.headers["Authorization"]))
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[StubApi]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("BACKCHANNEL_KEY", "bk_acme.key_1.secret")
    stub = StubApi()
    with serving(stub):
        monkeypatch.setenv("API_URL", stub.url)
        yield stub


def run(*arguments: str, typed: tuple[str, ...] = ()) -> Result:
    return CliRunner().invoke(app, ["account", *arguments], input="".join(f"{line}\n" for line in typed))


def test_a_person_is_asked_for_what_the_network_needs_and_told_who_was_connected(api: StubApi) -> None:
    typed = ("@acme", "https://social.example", SECRET)
    done = run("connect", "mastodon", "--client", "acme", typed=typed)
    assert done.exit_code == 0, done.output
    assert "Connected: @acme on Mastodon (acc_1)." in done.output
    assert SECRET not in done.output
    assert api.asked == [("POST", "/clients/acme/accounts", "Bearer bk_acme.key_1.secret")]
    assert api.bodies == [
        {
            "network": "mastodon",
            "handle": "@acme",
            "base_url": "https://social.example",
            "credentials": {"access_token": SECRET},
        }
    ]


def test_what_is_optional_can_be_left_out_and_a_networks_one_server_is_not_asked_for(api: StubApi) -> None:
    done = run("connect", "bluesky", "--client", "acme", typed=("acme.example", "acme.example", SECRET, ""))
    assert done.exit_code == 0, done.output
    (body,) = api.bodies
    assert body["credentials"] == {"identifier": "acme.example", "app_password": SECRET}
    assert "base_url" not in body


def test_a_persons_and_a_shadow_account_are_said_to_be_such(api: StubApi) -> None:
    typed = ("acme", SECRET)
    place = ("--client", "acme", "--base-url", "https://social.example")
    run("connect", "mastodon", *place, "--owner", "mbr_1", typed=typed)
    run("connect", "mastodon", *place, "--shadow", typed=typed)
    persons, shadow = api.bodies
    assert (persons["kind"], persons["owner"]) == ("person", "mbr_1")
    assert shadow["shadow"] is True


def test_a_refusal_says_which_field_and_what_to_do_and_shows_no_secret(api: StubApi) -> None:
    api.status = 422
    api.answer = {
        "type": "https://backchannel.example/problems/invalid",
        "field": "handle",
        "detail": "is not whom the credentials speak for, who is @globex",
        "remedy": "Correct the named field.",
    }
    done = run("connect", "mastodon", "--client", "acme", typed=("acme", "https://social.example", SECRET))
    assert done.exit_code == 3
    assert "handle: is not whom the credentials speak for, who is @globex" in done.output
    assert SECRET not in done.output


def test_a_network_that_is_not_spoken_is_named_before_anything_is_asked_for(api: StubApi) -> None:
    done = run("connect", "friendster", "--client", "acme")
    assert done.exit_code == 2
    assert "friendster" in done.output
    assert api.asked == []


def test_without_a_key_nothing_is_asked_for(api: StubApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKCHANNEL_KEY")
    done = run("connect", "mastodon", "--client", "acme", typed=("acme", "https://social.example", SECRET))
    assert done.exit_code == 2
    assert "BACKCHANNEL_KEY" in done.output


def test_an_account_is_reconnected_with_what_its_network_needs(api: StubApi) -> None:
    api.status = 200
    done = run("reconnect", "acc_1", "--client", "acme", typed=(SECRET,))
    assert done.exit_code == 0, done.output
    assert "Connected again: @acme on Mastodon (acc_1)." in done.output
    assert SECRET not in done.output
    assert [path for _, path, _ in api.asked] == ["/clients/acme/accounts", "/clients/acme/accounts/acc_1/credentials"]
    assert api.bodies == [{"credentials": {"access_token": SECRET}}]


def test_an_account_that_the_client_has_not_is_not_asked_for(api: StubApi) -> None:
    done = run("reconnect", "acc_2", "--client", "acme", typed=(SECRET,))
    assert done.exit_code == 2
    assert api.bodies == []


GIVEN = {"access_token": SECRET, "refresh_token": f"{SECRET}-2", "client_id": "app"}


class Browser:
    """A person who consents; ``landed`` is where X sends them for the consent page that was shown to them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, state: str | None = None) -> None:
        self.shown: dict[str, list[str]] = {}
        self.finished: list[Any] = []
        begin, original = consent.begin, self

        def begun(*given: Any) -> str:
            page = begin(*given)
            original.shown = parse_qs(urlsplit(page).query)
            return page

        def finish(code: str, verifier: str, **more: Any) -> dict[str, str]:
            original.finished.append((code, more))
            return GIVEN

        def prompt(text: str, *given: Any, **more: Any) -> Any:
            if "browser ended at" in text:
                return f"https://app.example/back?code=c0de&state={state or original.shown['state'][0]}"
            return asked(text, *given, **more)

        asked = typer.prompt
        monkeypatch.setattr(consent, "begin", begun)
        monkeypatch.setattr(consent, "finish", finish)
        monkeypatch.setattr("infra.cli.nouns.account.typer.prompt", prompt)


TYPED = ("acme", "y", "app", "", "https://app.example/back")


def test_x_is_connected_by_way_of_the_browser(api: StubApi, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser(monkeypatch)
    done = run("connect", "x", "--client", "acme", typed=TYPED)
    assert done.exit_code == 0, done.output
    assert "https://x.com/i/oauth2/authorize?" in done.output
    assert [code for code, _ in browser.finished] == ["c0de"]
    assert api.bodies == [{"network": "x", "handle": "acme", "credentials": GIVEN}]
    assert SECRET not in done.output


def test_the_answer_to_another_consent_connects_nothing(api: StubApi, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser(monkeypatch, state="a-strangers")
    done = run("connect", "x", "--client", "acme", typed=TYPED)
    assert done.exit_code == 1
    assert (browser.finished, api.bodies) == ([], [])


def test_x_is_connected_by_its_plain_fields_too(api: StubApi) -> None:
    done = run("connect", "x", "--client", "acme", typed=("acme", "n", SECRET, f"{SECRET}-2", "app", "", ""))
    assert done.exit_code == 0, done.output
    assert api.bodies[0]["credentials"] == GIVEN
    assert SECRET not in done.output
