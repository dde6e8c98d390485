"""``backchannel people``: everybody, page after page, and all that somebody said, call after call."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.testing import CliRunner, Result

from infra import cli_accounts
from infra.cli import app

URL = "https://api.example"


class PagedApi:
    """Two pages of people, and somebody whose mentions take three calls."""

    asked: list[tuple[str, str]]
    left: Iterator[int]

    def __init__(self, url: str, key: str) -> None:
        assert (url, key) == (URL, "bk_acme.key_1.secret")

    def get(self, path: str) -> Any:
        self.asked.append(("GET", path))
        if "cursor" in parse_qs(urlsplit(path).query):
            return {"items": [{"handle": "\x1b[31mred"}], "next": None}
        return {"items": [{"handle": "ada"}, {"handle": "mark"}], "next": "bG9u=="}

    def delete(self, path: str) -> Any:
        self.asked.append(("DELETE", path))
        return {"person": "per_1", "emptied": 30, "left": next(self.left)}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> type[PagedApi]:
    PagedApi.asked, PagedApi.left = [], iter([60, 30, 0])
    monkeypatch.setenv("BACKCHANNEL_KEY", "bk_acme.key_1.secret")
    monkeypatch.setattr(cli_accounts, "Api", PagedApi)
    return PagedApi


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["people", *words, "--client", "acme", "--url", URL])


def test_everybody_is_exported_as_a_line_each(api: type[PagedApi]) -> None:
    done = run("export", "--role", "evangelist")
    assert done.exit_code == 0
    assert [json.loads(line)["handle"] for line in done.output.splitlines()] == ["ada", "mark", "\x1b[31mred"]
    assert "\x1b" not in done.output
    queries = [parse_qs(urlsplit(path).query) for _, path in api.asked]
    assert queries == [
        {"role": ["evangelist"], "limit": ["100"]},
        {"role": ["evangelist"], "limit": ["100"], "cursor": ["bG9u=="]},
    ]


def test_somebody_is_forgotten_to_the_last_mention(api: type[PagedApi]) -> None:
    done = run("forget", "mastodon", "@ada@social.example")
    assert (done.exit_code, done.output) == (0, "Forgotten; 90 of their mentions say nothing any more.\n")
    assert api.asked == [("DELETE", "/clients/acme/people/mastodon/%40ada%40social.example")] * 3


def test_nothing_is_asked_without_a_key(api: type[PagedApi], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKCHANNEL_KEY")
    assert run("export").exit_code == 2
    assert api.asked == []
