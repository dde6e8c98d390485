"""``backchannel people``: everybody, page after page, and all that somebody said, call after call."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner, Result

from infra import client
from infra.cli import app
from infra.client import Answered

URL = "https://api.example"


class PagedApi:
    """Two pages of people, and somebody whose mentions take three calls."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.left = iter([60, 30, 0])

    def request(self, method: str, url: str, body: Any = None, *, key: str, headers: Any = None) -> Answered:
        assert url.startswith(URL)
        assert key == "bk_acme.key_1.secret"
        path = url.removeprefix(URL)
        self.asked.append((method, path))
        return Answered(200, self._deleted() if method == "DELETE" else self._page(path), {})

    def _page(self, path: str) -> Any:
        if "cursor" in parse_qs(urlsplit(path).query):
            return {"items": [{"handle": "\x1b[31mred"}], "next": None}
        return {"items": [{"handle": "ada"}, {"handle": "mark"}], "next": "bG9u=="}

    def _deleted(self) -> Any:
        return {"person": "per_1", "emptied": 30, "left": next(self.left)}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PagedApi:
    api = PagedApi()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("BACKCHANNEL_KEY", "bk_acme.key_1.secret")
    monkeypatch.setattr(client, "request", api.request)
    return api


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["people", *words, "--client", "acme", "--url", URL])


def test_everybody_is_exported_as_a_line_each(api: PagedApi) -> None:
    done = run("export", "--role", "evangelist")
    assert done.exit_code == 0
    assert [json.loads(line)["handle"] for line in done.output.splitlines()] == ["ada", "mark", "\x1b[31mred"]
    assert "\x1b" not in done.output
    queries = [parse_qs(urlsplit(path).query) for _, path in api.asked]
    assert queries == [
        {"role": ["evangelist"], "limit": ["100"]},
        {"role": ["evangelist"], "limit": ["100"], "cursor": ["bG9u=="]},
    ]


def test_somebody_is_forgotten_to_the_last_mention(api: PagedApi) -> None:
    done = run("forget", "mastodon", "@ada@social.example", "--yes")
    assert (done.exit_code, done.output) == (0, "Forgotten; 90 of their mentions say nothing any more.\n")
    assert api.asked == [("DELETE", "/clients/acme/people/mastodon/%40ada%40social.example")] * 3


def test_nothing_is_asked_without_a_key(api: PagedApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKCHANNEL_KEY")
    assert run("export").exit_code == 2
    assert api.asked == []


def test_nobody_is_forgotten_by_a_script_that_did_not_mean_it(api: PagedApi) -> None:
    assert run("forget", "mastodon", "@ada@social.example").exit_code == 2
    assert api.asked == []
