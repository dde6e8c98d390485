"""Rows to a Parquet file, some thousands at a time, so that a file may be larger than the memory."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema
from arro3.io import write_parquet as write

from shared.sheets import Cell, Columns

AT_ONCE = 5000
"""Rows."""
TYPES = {
    str: DataType.utf8(),
    int: DataType.int64(),
    float: DataType.float64(),
    datetime: DataType.timestamp("us", tz="UTC"),
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write_parquet(path: Path, columns: Columns, rows: Iterator[Sequence[Cell]]) -> int:
    """Returns how many rows."""
    schema = Schema([Field(name, TYPES[kind]) for name, kind in columns.items()])
    count = 0

    def batches() -> Iterator[Any]:
        nonlocal count
        while chunk := list(islice(rows, AT_ONCE)):
            count += len(chunk)
            given = zip(zip(*chunk, strict=True), columns.values(), strict=True)
            arrays = [_array(cells, kind) for cells, kind in given]
            yield RecordBatch.from_arrays(arrays, schema=schema)

    write(RecordBatchReader.from_batches(schema, batches()), str(path), compression="zstd(3)")
    return count


def _array(cells: Sequence[Cell], kind: type) -> Any:
    if kind is not datetime:
        return Array(cells, type=TYPES[kind])
    microseconds = [(cell - _EPOCH) // timedelta(microseconds=1) for cell in cells if isinstance(cell, datetime)]
    return Array(microseconds, type=DataType.int64()).cast(TYPES[kind])
