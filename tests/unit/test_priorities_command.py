"""``backchannel priorities``: a person changes what matters from a shell, and overwrites nobody's word."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra import client
from infra.cli import app
from infra.client import Answered
from tests.house import Act, Brand, House, brand
from tests.shell import API_URL, opened

ITEM = {"name": "Outage", "weight": 50, "words": ["down"]}


@pytest.fixture
def meanwhile() -> list[Act]:
    """What others do once the command has read what was said."""
    return []


@pytest.fixture
def acme(monkeypatch: pytest.MonkeyPatch, meanwhile: list[Act], tmp_path: Path) -> Brand:
    acme = brand(House())
    shell = opened(monkeypatch, acme.house, tmp_path, acme.owner_key)

    def answer(method: str, *given: Any, **more: Any) -> Answered:
        answered = shell.answer(method, *given, **more)
        while method == "GET" and meanwhile:
            meanwhile.pop()()
        return answered

    monkeypatch.setenv("BACKCHANNEL_KEY", acme.owner_key)
    monkeypatch.setattr(client, "request", answer)
    return acme


def run(*words: str, client: str = "acme") -> Result:
    return CliRunner().invoke(app, ["priorities", *words, "--client", client, "--url", API_URL])


def state(acme: Brand, *items: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/priorities"), {"items": items}, key=acme.owner_key)


def names(acme: Brand) -> list[str]:
    said = acme.house.ok("GET", acme.path("/priorities"), key=acme.owner_key)
    return [item["name"] for item in said["items"]]


def written(tmp_path: Path, statement: Any) -> str:
    file = tmp_path / "priorities.json"
    file.write_text(statement if isinstance(statement, str) else json.dumps(statement))
    return str(file)


def test_what_matters_is_shown_as_a_table(acme: Brand) -> None:
    more = {"authors": ["ada"], "note": "since nine", "ends_at": "2026-11-26T09:00:00Z"}
    state(acme, ITEM | more, {"name": "All", "weight": -1})
    shown = run("show")
    assert shown.exit_code == 0
    for told in ("Outage", "+50", "words: down; authors: ada", "since nine", "2026-11-26T09:00:00Z"):
        assert told in shown.output
    assert "anything" in shown.output


def test_when_nobody_has_said_anything_that_is_said(acme: Brand) -> None:
    shown = run("show")
    assert (shown.exit_code, shown.output) == (0, "Nothing matters more than usual (version 0).\n")


def test_a_client_that_is_not_there_is_not_one_who_said_nothing(acme: Brand) -> None:
    assert run("show", client="bolt").exit_code == 4


def test_what_is_shown_as_json_is_what_set_takes(acme: Brand, tmp_path: Path) -> None:
    state(acme, ITEM)
    statement = json.loads(run("show", "--json").output)
    statement["items"][0]["weight"] = 20
    assert run("set", written(tmp_path, statement)).exit_code == 0
    said = acme.house.ok("GET", acme.path("/priorities"), key=acme.owner_key)
    assert (said["version"], said["items"][0]["weight"]) == (2, 20)


def test_one_is_added_and_removed_by_name(acme: Brand) -> None:
    assert run("add", "Launch", "--weight", "30", "--words", "launch", "--words", "new kettle").exit_code == 0
    assert run("add", "Outage", "--weight", "50", "--words", "down").exit_code == 0
    assert names(acme) == ["Launch", "Outage"]
    done = run("remove", "Launch")
    assert "Outage" in done.output
    assert "Launch" not in done.output
    assert names(acme) == ["Outage"]


def test_a_name_that_is_there_is_not_added_and_one_that_is_not_there_is_not_removed(acme: Brand) -> None:
    state(acme, ITEM)
    assert run("add", "Outage", "--weight", "1", "--words", "down").exit_code == 2
    assert run("remove", "Launch").exit_code == 2
    assert names(acme) == ["Outage"]


@pytest.mark.parametrize("words", [("add", "Launch", "--weight", "30", "--words", "launch"), ("remove", "Outage")])
def test_what_somebody_else_said_in_between_is_not_overwritten(
    acme: Brand, meanwhile: list[Act], words: tuple[str, ...]
) -> None:
    state(acme, ITEM)
    meanwhile.append(lambda: state(acme, ITEM, {"name": "Theirs", "weight": 1}))
    done = run(*words, "--json")
    assert done.exit_code == 3
    assert "Nothing was changed: somebody else has said what matters since." in done.stderr
    assert json.loads(done.stdout)["type"].endswith("/changed-meanwhile")
    assert names(acme) == ["Outage", "Theirs"]


def test_a_file_with_an_old_version_replaces_nothing(acme: Brand, tmp_path: Path) -> None:
    state(acme, ITEM)
    state(acme, ITEM)
    assert run("set", written(tmp_path, {"version": 1, "items": []})).exit_code == 3
    assert names(acme) == ["Outage"]
    assert run("set", written(tmp_path, {"items": []})).exit_code == 0
    assert names(acme) == []


def test_what_is_wrong_with_it_is_named(acme: Brand, tmp_path: Path) -> None:
    refused = run("set", written(tmp_path, {"items": [ITEM | {"weight": 61}]}))
    assert refused.exit_code == 3
    assert refused.stderr == "items.0.weight: must be −60 to 60.\nCorrect the named field.\n"


@pytest.mark.parametrize("statement", ["{", "[]", "\ufeff{"])
def test_a_file_that_is_no_statement_is_refused(acme: Brand, tmp_path: Path, statement: str) -> None:
    assert run("set", written(tmp_path, statement)).exit_code == 2


def test_what_only_the_client_may_say_the_agency_does_not(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCHANNEL_KEY", acme.agent_key)
    assert run("add", "Ours", "--weight", "1", "--words", "us").exit_code == 3
    assert run("show").exit_code == 0
