"""The weekly review and the days' measures, looked for each hour since the clients' days end at different hours."""

import os
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from chalice.app import Chalice, Rate

from functions.review.export import export_all
from functions.review.gauges import day_told, waiting
from functions.review.measure import measure as keep_days
from functions.review.weekly import weekly as make_reviews
from shared import aws, telemetry
from shared.config import Config, ShelfConfig
from shared.domain.clock import SystemClock, id_maker
from shared.export_files import S3ExportFiles
from shared.sheets import Cell, Columns
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="review")
clock = SystemClock()
EXPORTS_WITHIN = 780.0
"""Seconds of a run in which rows are written."""
KEPT_WITHIN = 30.0
"""Seconds in which S3 is to answer for a whole file."""
MEASURES_WITHIN = 200.0
"""Seconds of a run in which days are begun; what is left is taken up by the next."""


@cache
def store() -> DynamoStore:
    return DynamoStore(Config.from_env(os.environ).stage)


@app.schedule(Rate(1, unit=Rate.HOURS))
def weekly(_event: Any) -> dict[str, int]:
    return {"made": make_reviews(store=store(), clock=clock, new_id=id_maker(clock))}


def write_parquet(path: Path, columns: Columns, rows: Iterator[Sequence[Cell]]) -> int:
    # From a layer that the function `export` has, and the others of this app have not.
    from functions.review import parquet  # noqa: PLC0415

    return parquet.write_parquet(path, columns, rows)


@app.schedule(Rate(1, unit=Rate.MINUTES))
def export(_event: Any) -> dict[str, int]:
    made = export_all(
        store=store(),
        files=S3ExportFiles(
            lambda: aws.client("s3", read_timeout=KEPT_WITHIN), ShelfConfig.from_env(os.environ).media_bucket
        ),
        write_parquet=write_parquet,
        clock=clock,
        new_id=id_maker(clock),
        until=clock.monotonic() + EXPORTS_WITHIN,
    )
    return {"made": made}


@app.schedule(Rate(1, unit=Rate.HOURS))
def measure(_event: Any) -> dict[str, int]:
    tell = partial(day_told, write=telemetry.gauges)
    try:
        clients = waiting(store=store(), clock=clock, write=telemetry.gauges)
    finally:
        # A client that cannot be counted keeps nobody's days from being kept.
        kept = keep_days(store=store(), clock=clock, tell=tell, until=clock.monotonic() + MEASURES_WITHIN)
    return {"kept": kept, "clients": clients}
