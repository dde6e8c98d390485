"""``backchannel``: how a command prints, how it fails, and when it asks first."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from infra import client
from infra.cli import calling, output
from infra.cli.commands import moment
from infra.client import Answered
from shared.stores import StoreError
from tests.house import Brand, House, brand
from tests.shell import Shell, opened


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def shell(acme: Brand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    monkeypatch.setattr(calling.Line, "pause", lambda *_: None)
    return opened(monkeypatch, acme.house, tmp_path, acme.owner_key)


def test_json_is_what_the_api_answered_and_nothing_else_is_on_the_output(shell: Shell, acme: Brand) -> None:
    answered = acme.house.ok("GET", acme.path("/members"), key=acme.owner_key)
    shown = shell.run("member", "list", "--json")
    assert json.loads(shown.stdout) == answered
    assert shown.stderr == ""
    made = shell.run("endpoint", "add", "https://social.example/in", "--json")
    assert set(json.loads(made.stdout)) >= {"id", "secret"}
    assert "not shown again" in made.stderr


def test_a_pipe_gets_whole_cells_between_tabs(shell: Shell) -> None:
    head, *rows = shell.done("member", "list").splitlines()
    assert head.split("\t")[:3] == ["id", "name", "signature"]
    assert {row.split("\t")[1] for row in rows} >= {"Owner", "Approver"}


def test_a_refusal_names_the_field_and_what_to_do(shell: Shell, acme: Brand) -> None:
    refused = shell.run("key", "add", acme.approver, "--scopes", "everything")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert refused.stderr.startswith("scopes")
    assert "Correct the named field." in refused.stderr
    for_programs = shell.run("key", "add", acme.approver, "--scopes", "everything", "--json")
    assert json.loads(for_programs.stdout)["type"].endswith("/invalid")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("post", "show", "pst_none"), 4),
        (("post", "cancel", "pst_none", "--reason", "x"), 4),
        (("post", "show"), 2),
        (("nonsense",), 2),
        (("guidelines", "set", "no-such-file.json"), 2),
        (("inbox", "list", "--limit", "0"), 2),
    ],
)
def test_each_way_of_failing_has_its_code(shell: Shell, words: tuple[str, ...], code: int) -> None:
    failed = shell.run(*words)
    assert (failed.exit_code, failed.stdout) == (code, "")
    assert failed.stderr


def test_a_store_that_does_not_answer_is_told_and_not_traced(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def unanswered(*_: Any) -> Any:
        raise StoreError("The store did not answer.")

    monkeypatch.setattr("infra.bootstrap.bootstrap", unanswered)
    failed = shell.run("agency", "create", "Our agency", "First operator", "^FO")
    assert (failed.exit_code, failed.stderr) == (1, "The store did not answer.\n")


def test_an_agency_is_made_in_the_region_that_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.bootstrap.bootstrap", lambda store, *_: store.connection.region)
    words = ("agency", "create", "Our agency", "First operator", "^FO", "--stage", "live")
    assert shell.done(*words, "--region", "eu-north-1") == "eu-north-1\n"


def test_a_key_that_may_not_is_refused(shell: Shell, acme: Brand) -> None:
    shell.key = acme.agent_key
    assert shell.run("key", "list").exit_code == 3
    shell.key = "bk_acme.key_1.wrong"
    assert shell.run("key", "list").exit_code == 3


def answering(monkeypatch: pytest.MonkeyPatch, *answers: Any) -> list[Any]:
    """The API answers so, one after the other; returns what it is asked."""
    asked: list[Any] = []
    left = list(answers)

    def request(method: str, url: str, body: Any = None, **more: Any) -> Answered:
        asked.append((method, more.get("headers")))
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(client, "request", request)
    return asked


DOWN = urllib3.exceptions.ProtocolError("gone")
BUSY = Answered(503, {"detail": "Not known to be done"}, {"Retry-After": "1"})
DONE = Answered(200, {"id": "pst_1"}, {})


def test_a_change_whose_answer_was_lost_is_asked_for_again_as_the_same_request(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, DOWN, BUSY, DONE)
    assert shell.run("post", "publish", "pst_1").exit_code == 0
    keys = [headers["Idempotency-Key"] for _, headers in asked]
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_what_could_be_done_twice_is_asked_for_once(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, DOWN)
    lost = shell.run("key", "revoke", "key_1")
    assert lost.exit_code == 5
    assert "not known whether this was done" in lost.stderr
    assert len(asked) == 1


@pytest.mark.parametrize("answer", [DOWN, BUSY, ValueError("no JSON")])
def test_an_api_that_stays_away_is_told_of_as_such(shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    asked = answering(monkeypatch, answer, answer, answer)
    assert shell.run("client", "show").exit_code == 5
    assert len(asked) == 3


def test_an_api_that_asks_for_a_long_wait_is_not_waited_for(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answering(monkeypatch, Answered(429, {"detail": "Too many."}, {"Retry-After": "3600"}))
    assert shell.run("client", "show").exit_code == 3
    assert len(asked) == 1


PAGES = (
    Answered(200, [{"id": "mbr_1"}, {"id": "mbr_2"}], {"Link": '<https://x.example/m?cursor=b%3D>; rel="next"'}),
    Answered(200, [{"id": "mbr_3"}], {}),
)


@pytest.mark.parametrize(
    ("words", "shown", "calls", "more"),
    [((), 2, 1, True), (("--all",), 3, 2, False), (("--limit", "3"), 3, 2, False), (("--limit", "1"), 1, 1, True)],
)
def test_a_list_of_many_pages_is_shown_as_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], shown: int, calls: int, more: bool
) -> None:
    asked = answering(monkeypatch, *PAGES)
    done = shell.run("member", "list", "--json", *words)
    assert len(json.loads(done.stdout)) == shown
    assert len(asked) == calls
    assert ("--all" in done.stderr) == more


def test_what_is_dangerous_asks_a_person_and_a_script_says_yes(
    shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("member", "remove", acme.second)
    assert shell.run(*words).exit_code == 2
    monkeypatch.setattr(output, "interactive", lambda: True)
    assert shell.run(*words, typed="n\n").exit_code == 1
    assert shell.asked == []
    assert shell.run(*words, typed="y\n").exit_code == 0


def test_a_stop_asks_nobody_where_nobody_sits(shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.key = acme.second_key
    assert shell.json("stop", "client:acme", "--reason", "an accident")["scope"] == "client:acme"
    monkeypatch.setattr(output, "interactive", lambda: True)
    assert shell.run("stop", "client:acme", "--reason", "an accident", typed="").exit_code == 0
    asked = len(shell.asked)
    assert shell.run("stop", "everything", "--reason", "an accident", typed="n\n").exit_code == 1
    assert len(shell.asked) == asked


def test_a_stop_that_the_api_does_not_take_goes_by_aws(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[Any, str]] = []

    def directly(wanted: Any, stage: str, region: str, endpoint_url: str) -> Any:
        made.append((wanted, stage))
        return {"id": "stp_1", "named": [], "next": None}

    monkeypatch.setattr("infra.cli.stopping._stopped_directly", directly)
    assert shell.run("stop", "client:acme", "--reason", "x", "--stage", "live").exit_code == 0
    assert made[-1][1] == "live"
    shell.done("profile", "add", "live", "--stage", "eu")
    tried = answering(monkeypatch, DOWN)
    stopped = shell.run("stop", "client:acme", "--reason", "x", "--profile", "live")
    assert stopped.exit_code == 0
    assert len(tried) == 1
    assert made[-1] == ({"scope": "client:acme", "reason": "x", "who": "unnamed", "wait": 0}, "eu")
    answering(monkeypatch, Answered(429, {"detail": "Too many."}, {"Retry-After": "1"}))
    assert shell.run("stop", "client:acme", "--reason", "x", "--profile", "live").exit_code == 0
    answering(monkeypatch, Answered(403, {"detail": "Not allowed."}, {}))
    assert shell.run("stop", "client:acme", "--reason", "x", "--profile", "live").exit_code == 3
    shell.key, key = "", shell.key
    shell.done("profile", "add", "live", "--key-command", "false")
    assert shell.run("stop", "client:acme", "--reason", "x", "--profile", "live").exit_code == 0
    assert len(made) == 4
    shell.key = key
    answering(monkeypatch, DOWN, DOWN, DOWN)
    lost = shell.run("stop", "client:acme", "--reason", "x")
    assert lost.exit_code == 5
    assert "Stop again; that is safe." in lost.stderr


def test_a_stop_of_a_named_stage_needs_no_file(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = {"id": "stp_1", "named": [], "next": None}
    monkeypatch.setattr("infra.cli.stopping._stopped_directly", lambda *_: receipt)
    words = ("stop", "client:acme", "--reason", "x", "--profile", "gone")
    assert shell.run(*words).exit_code == 2
    stopped = shell.run(*words, "--stage", "live", "--json")
    assert stopped.exit_code == 0
    assert json.loads(stopped.stdout) == receipt
    assert "There is no profile gone" in stopped.stderr


def test_the_time_of_a_stop_is_typed_as_any_other(shell: Shell, acme: Brand) -> None:
    shell.key = acme.second_key
    shell.done("stop", "client:acme", "--reason", "x", "--recall-since", "2026-11-25T08:00Z")
    assert shell.asked[-1][2]["recall_since"] == "2026-11-25T08:00:00Z"


LOADED = """
import atexit, sys
atexit.register(lambda: print(*sorted(name.split(".")[0] for name in sys.modules), file=sys.stderr))
sys.argv = ["backchannel", "stop", "client:acme", "--reason", "x"]
from infra.cli import main
main()
"""


def test_a_stop_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    nobody = {"API_URL": "http://127.0.0.1:9", "RECOVER_URL": "http://127.0.0.1:9", "BACKCHANNEL_KEY": "bk_acme.k.s"}
    environment = {"PATH": os.environ["PATH"], "XDG_CONFIG_HOME": str(tmp_path), **nobody}
    done = subprocess.run([sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 5, done.stderr
    loaded = set(done.stderr.splitlines()[-1].split())
    assert "urllib3" in loaded
    assert not loaded & {"boto3", "botocore", "chalice", "functions", "msgspec", "pynamodb", "rich", "tomlkit"}


def test_no_command_prints_the_key_that_it_was_given(shell: Shell, acme: Brand) -> None:
    from tests.unit.test_cli_words import lines  # noqa: PLC0415

    skipped = {("up",), ("demo",), ("bench",), ("package",), ("deploy",), ("invoke",), ("ledger", "tail")}
    for words in lines():
        if words in skipped:
            continue
        for more in ((), ("x",), ("x", "y"), ("x", "y", "--reason", "z", "--yes")):
            assert acme.owner_key not in shell.run(*words, *more).output, words


@given(st.text())
def test_nothing_that_steers_a_terminal_is_shown(text: str) -> None:
    shown = output.clean(text)
    assert not any((ord(letter) < 32 and letter not in "\n\t") or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert not set(shown) & set("\u202e\u2066\u200f")


@given(st.text())
def test_json_for_programs_is_the_same_text_and_steers_nothing(text: str) -> None:
    from _pytest.capture import SysCapture  # noqa: PLC0415

    capture = SysCapture(1)
    capture.start()
    try:
        output.print_json({"text": text})
    finally:
        printed = capture.snap()
        capture.done()
    assert json.loads(printed) == {"text": text}
    assert not set(printed) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("2026-12-01", "2026-12-01T00:00:00"),
        ("2026-12-01 09:00", "2026-12-01T09:00:00"),
        ("2026-12-01T09:00Z", "2026-12-01T09:00:00Z"),
        ("2026-12-01T09:00:30+01:00", "2026-12-01T09:00:30+01:00"),
        ("tomorrow", "tomorrow"),
    ],
)
def test_a_time_is_typed_as_people_type_it(typed: str, sent: str) -> None:
    assert moment(typed) == sent
