"""``backchannel classify``: what mentions are taken for, line by line, whatever else is in the file."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra.cli import app

GOOD = {"id": "1", "network": "x", "author": "a", "text": "My parcel never arrived, where is it?", "followers": 900}


def classified(*lines: str, file: Path | None = None) -> Result:
    text = "\n".join(lines)
    if file is None:
        return CliRunner().invoke(app, ["classify", "-"], input=text)
    file.write_text(text)
    return CliRunner().invoke(app, ["classify", str(file)])


def printed(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_mention_is_printed_with_its_labels_its_score_and_the_reasons(tmp_path: Path) -> None:
    result = classified(json.dumps(GOOD), file=tmp_path / "mentions.jsonl")
    (found,) = printed(result)
    assert result.exit_code == 0
    assert (found["id"], found["function"], found["language"]) == ("1", "customer_service", "en")
    assert found["score"] == pytest.approx(sum(reason["points"] for reason in found["reasons"]))
    assert {"needs_answer", "urgency", "sentiment", "intent", "because"} <= set(found)


def test_a_bad_line_is_named_and_keeps_no_good_one_back() -> None:
    result = classified("nonsense", json.dumps(GOOD), "", '{"id": "2"}', json.dumps(GOOD | {"id": "3"}))
    assert [found["id"] for found in printed(result)] == ["1", "3"]
    assert result.exit_code == 1
    assert "Line 1:" in result.stderr
    assert "Line 4:" in result.stderr


def test_an_order_of_any_length_is_kept() -> None:
    result = classified(*(json.dumps(GOOD | {"id": str(number)}) for number in range(250)))
    assert [found["id"] for found in printed(result)] == [str(number) for number in range(250)]
