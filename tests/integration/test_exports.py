"""An export from the desk through its function and bucket to whoever follows its link."""

from pathlib import Path
from urllib.request import urlopen

import duckdb
import pytest

from tests.integration.brands import Brand, invoked, until


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_a_ledger_is_fetched_by_its_link_as_it_is_read_page_by_page(brand: Brand, tmp_path: Path, format_: str) -> None:
    brand.published("Good morning")
    # Of several days, since one may have ended just now.
    shown = brand.get("/measures")
    days = {"from": shown["from"], "until": shown["until"]}
    asked = brand.call("POST", "/exports", {**days, "what": "ledger", "format": format_}).body

    def done() -> bool:
        invoked(brand.engine, "review.export")
        return bool(brand.get(f"/exports/{asked['id']}")["state"] == "done")

    until("the export is there", done)
    url = brand.get(f"/exports/{asked['id']}")["url"]
    file = tmp_path / "export"
    with urlopen(url, timeout=10) as answer:  # noqa: S310
        assert answer.headers["Content-Disposition"].endswith(f'-{days["until"]}.{format_}"')
        file.write_bytes(answer.read())
    read = duckdb.read_parquet if format_ == "parquet" else duckdb.read_csv
    found = read(str(file)).project("id, type").fetchall()
    assert {type_ for _, type_ in found} >= {"post.published", "export.asked"}
    assert {id_ for id_, _ in found} <= {entry["id"] for entry in brand.entries()}


def test_days_are_measured_from_what_the_deployed_functions_wrote(brand: Brand) -> None:
    brand.published("Good morning")
    assert invoked(brand.engine, "review.measure")["clients"] > 0
    (row,) = brand.get("/measures?by=account")["rows"]
    assert (row["name"], row["counts"]["posts"]) == (brand.account, 1)
    assert row["seconds"]["lateness"]["count"] == 1
