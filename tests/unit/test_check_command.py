"""``backchannel check``: what guidelines find in a file of texts, line by line."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra.cli import app


def checked(*lines: str, rules: Any = None, folder: Path | None = None) -> Result:
    options = []
    if folder is not None:
        file = folder / "guidelines.json"
        file.write_text(rules if isinstance(rules, str) else json.dumps(rules))
        options = ["--guidelines", str(file)]
    return CliRunner().invoke(app, ["check", "-", *options], input="\n".join(lines))


def printed(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def line(id_: str, text: str, **more: str) -> str:
    return json.dumps({"id": id_, "text": text, **more})


def test_each_text_is_printed_with_what_the_standard_rules_find() -> None:
    result = checked(line("1", "Oh sh1t"), line("2", "Scunthorpe"))
    first, second = printed(result)
    assert (result.exit_code, second) == (0, {"id": "2", "findings": []})
    (finding,) = first["findings"]
    assert (finding["rule"], finding["severity"], finding["start"], finding["end"]) == ("profanity", "block", 3, 7)


def test_a_clients_guidelines_are_taken_as_the_api_shows_them(tmp_path: Path) -> None:
    rules = {"client": "acme", "set_by": "mbr_1", "set_at": None, "version": 3, "profanity": None}
    claims = {"id": "claims", "words": ["cures"], "severity": "approval", "where": {"networks": ["x"]}}
    texts = (line("1", "It cures sh1t", network="x"), line("2", "It cures"))
    first, second = printed(checked(*texts, rules=rules | {"words": [claims]}, folder=tmp_path))
    assert [(finding["rule"], finding["approver"]) for finding in first["findings"]] == [("claims", "client")]
    assert second["findings"] == []


@pytest.mark.parametrize("rules", ["{", "[]", {"wods": []}, {"words": [{"id": "a", "words": ["b"]}]}])
def test_guidelines_that_the_api_would_refuse_are_refused(tmp_path: Path, rules: Any) -> None:
    assert checked(line("1", "Hi"), rules=rules, folder=tmp_path).exit_code == 2


def test_a_bad_line_is_named_and_keeps_no_good_one_back() -> None:
    result = checked("nonsense", "", line("2", "Hi"))
    assert [found["id"] for found in printed(result)] == ["2"]
    assert result.exit_code == 1
    assert "Line 1:" in result.stderr
