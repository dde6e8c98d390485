"""A client's figures or ledger as a file: made once, whole, and fetched by a link."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import duckdb
import pytest
from moto import mock_aws

from functions.review import export as making
from functions.review.export import export_all
from functions.review.parquet import write_parquet
from shared.domain.exports import ABANDONED_AFTER, KEPT, MOST_TRIES, Export
from shared.export_files import ExportFilesError, S3ExportFiles
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def ask(acme: Brand, **more: Any) -> Any:
    body = {"from": "2026-11-24", "until": "2026-11-25", **more}
    return acme.house.ok("POST", acme.path("/exports"), body, key=acme.agent_key)


def read(acme: Brand, asked: Any) -> Any:
    return acme.house.ok("GET", acme.path(f"/exports/{asked['id']}"), key=acme.owner_key)


def make(house: House, until: float = 1e9) -> int:
    return export_all(
        store=house.store,
        files=house.exports,
        write_parquet=write_parquet,
        clock=house.clock,
        new_id=house.new_id,
        until=until,
    )


def content(acme: Brand, asked: Any) -> bytes:
    return acme.house.exports.kept[f"exports/acme/{asked['id']}.{asked['format']}"]


def table(acme: Brand, asked: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(acme, asked).decode(), newline="")))


def test_an_export_is_made_and_fetched_by_a_link(acme: Brand) -> None:
    asked = ask(acme)
    assert (asked["state"], asked["url"]) == ("waiting", None)
    assert make(acme.house) == 1
    done = read(acme, asked)
    assert (done["state"], done["url"]) == ("done", f"https://shelf.example/exports/acme/{asked['id']}.csv")
    assert done["size"] == len(content(acme, asked))
    assert acme.house.facts()[-1] == "export.done"
    assert make(acme.house) == 0


def test_the_ledger_as_csv_is_the_ledger(acme: Brand) -> None:
    acme.house.mention("=cmd|' /C calc'!A0")
    asked = ask(acme, what="ledger")
    before = acme.house.entries()
    make(acme.house)
    rows = table(acme, asked)
    assert [row["id"] for row in rows] == [entry.id for entry in before]
    assert [json.loads(row["data"]) for row in rows] == [json.loads(json.dumps(dict(one.data))) for one in before]
    assert read(acme, asked)["rows"] == len(rows)


@pytest.mark.parametrize("what", ["ledger", "measures"])
def test_parquet_is_read_by_a_reader_that_is_not_ours_as_the_same_table(acme: Brand, tmp_path: Path, what: str) -> None:
    acme.published("Good day")
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    span = {"from": "2026-11-25", "until": "2026-11-25", "what": what}
    as_csv, as_parquet = (ask(acme, format=format_, **span) for format_ in ("csv", "parquet"))
    assert make(acme.house) == 2
    file = tmp_path / "export.parquet"
    file.write_bytes(content(acme, as_parquet))
    found = duckdb.read_parquet(str(file))
    rows = [dict(zip(found.columns, map(as_text, row), strict=True)) for row in found.fetchall()]
    assert rows == table(acme, as_csv)
    assert len(rows) == read(acme, as_parquet)["rows"] > 0


def as_text(cell: Any) -> str:
    """As it stands in the CSV."""
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).isoformat()
    return "" if cell is None else str(cell)


def test_the_figures_of_an_export_are_those_that_are_shown(acme: Brand) -> None:
    acme.published("Good day")
    asked = ask(acme)
    make(acme.house)
    shown = acme.house.ok("GET", acme.path("/measures?from=2026-11-25"), key=acme.agent_key)["total"]["counts"]
    (row,) = [row for row in table(acme, asked) if (row["day"], row["by"]) == ("2026-11-25", "total")]
    assert {name: int(row[name]) for name in shown} == shown


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"from": "2026-11-26", "until": "2026-11-25"}, "from"),
        ({"from": "2025-11-24", "until": "2026-11-25"}, "until"),
        ({"from": "2026-12-24", "until": "2026-12-25"}, "from"),
        ({"from": "2026-11-24", "until": "2026-11-25", "format": "xlsx"}, "format"),
        ({"from": "2026-11-24", "until": "2026-11-25", "what": "people"}, "what"),
        ({"from": "2026-11-24"}, None),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(acme: Brand, body: Any, field: str | None) -> None:
    problem = acme.house.refused(422, "POST", acme.path("/exports"), body, key=acme.agent_key)
    assert field is None or problem["field"] == field


def test_a_client_has_only_so_many_under_way(acme: Brand) -> None:
    for _ in range(3):
        ask(acme)
    body = {"from": "2026-11-24", "until": "2026-11-25"}
    acme.house.refused(409, "POST", acme.path("/exports"), body, key=acme.agent_key)
    assert make(acme.house) == 3
    ask(acme)


def test_another_clients_export_is_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    asked = ask(acme)
    acme.house.refused(404, "GET", bolt.path(f"/exports/{asked['id']}"), key=bolt.owner_key)


def test_what_a_run_left_behind_is_made_by_a_later_one(acme: Brand) -> None:
    asked = ask(acme)
    acme.house.exports.outages = 1
    with pytest.raises(ExportFilesError):
        make(acme.house)
    assert (make(acme.house), read(acme, asked)["state"]) == (0, "running")
    acme.house.clock.sleep(ABANDONED_AFTER.total_seconds())
    assert (make(acme.house), read(acme, asked)["state"]) == (1, "done")


def test_what_never_ends_is_given_up(acme: Brand) -> None:
    asked = ask(acme)
    acme.house.exports.outages = MOST_TRIES
    for _ in range(MOST_TRIES):
        with pytest.raises(ExportFilesError):
            make(acme.house)
        acme.house.clock.sleep(ABANDONED_AFTER.total_seconds())
    assert make(acme.house) == 0
    assert read(acme, asked)["state"] == "failed"
    assert acme.house.facts()[-1] == "export.failed"


def test_two_runs_at_the_same_moment_make_it_once(acme: Brand) -> None:
    ask(acme)
    acme.house.store.before["commit"].append(lambda: make(acme.house))
    assert make(acme.house) == 0
    assert acme.house.facts().count("export.done") == 1


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_what_is_too_large_for_one_file_is_refused_and_says_so(
    acme: Brand, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    monkeypatch.setattr(making, "MOST_ROWS", 3)
    asked = ask(acme, what="ledger", format=format_)
    make(acme.house)
    shown = read(acme, asked)
    assert (shown["state"], shown["because"]) == ("failed", making.TOO_LARGE)
    assert acme.house.exports.kept == {}


def test_what_waited_for_a_long_export_is_the_next_runs_and_not_refused_for_being_too_large(acme: Brand) -> None:
    acme.house.mention("Where is my order?")
    long, short = ask(acme), ask(acme)
    acme.house.store.before["several"] += [partial(acme.house.clock.sleep, seconds) for seconds in (700, 5)]
    make(acme.house, until=acme.house.clock.monotonic() + 702)
    assert (read(acme, long)["state"], read(acme, short)["state"]) == ("done", "waiting")
    assert make(acme.house) == 1
    assert read(acme, short)["state"] == "done"


def test_a_store_that_does_not_answer_leaves_it_for_later(acme: Brand) -> None:
    asked = ask(acme)
    acme.house.store.before["several"].append(raising(StoreError("throttled")))
    with pytest.raises(StoreError):
        make(acme.house)
    assert read(acme, asked)["state"] == "running"


def test_a_link_is_given_as_long_as_the_file_is_there(acme: Brand) -> None:
    asked = ask(acme)
    make(acme.house)
    acme.house.clock.sleep((KEPT - timedelta(seconds=1)).total_seconds())
    assert read(acme, asked)["url"]
    acme.house.clock.sleep(1)
    assert read(acme, asked)["url"] is None
    export = acme.house.store.get(Export, "acme", asked["id"])
    assert export is not None
    assert export.file_name == "acme-measures-2026-11-24-2026-11-25.csv"


def test_a_file_of_more_than_one_batch_is_whole(tmp_path: Path) -> None:
    rows = ((f"row {number}", number, None if number % 2 else number / 3) for number in range(12_001))
    file = tmp_path / "many.parquet"
    assert write_parquet(file, {"name": str, "number": int, "third": float}, rows) == 12_001
    found = duckdb.read_parquet(str(file)).fetchall()
    assert found[-1] == ("row 12000", 12_000, 4000.0)
    assert [number for _, number, _ in found] == list(range(12_001))
    assert sum(third is None for _, _, third in found) == 6000


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3ExportFiles]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        s3 = boto3.client("s3", region_name="us-east-1")
        s3.create_bucket(Bucket="shelf")
        yield S3ExportFiles(lambda: s3, "shelf")


def test_a_file_lies_under_its_client_and_its_link_names_it(acme: Brand, bucket: S3ExportFiles, tmp_path: Path) -> None:
    export = acme.house.store.get(Export, "acme", ask(acme, format="parquet")["id"])
    assert export is not None
    file = tmp_path / "export"
    file.write_bytes(b"PAR1")
    bucket.put(export, file)
    kept = bucket.make_client().get_object(Bucket="shelf", Key=f"exports/acme/{export.id}.parquet")
    assert (kept["Body"].read(), kept["ContentType"]) == (b"PAR1", "application/vnd.apache.parquet")
    link = parse_qs(urlsplit(bucket.link(export)).query)
    assert link["response-content-disposition"] == [f'attachment; filename="{export.file_name}"']
    with pytest.raises(ExportFilesError):
        S3ExportFiles(bucket.make_client, "no-such-bucket").put(export, file)
