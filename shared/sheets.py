"""Tables of rows and columns, for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from shared.domain.measures.figures import Figures
from shared.domain.measures.views import MeasuresRow, flat, row

Cell = str | int | float | None
Columns = Mapping[str, type]
"""Name to what its cells are."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def measures_columns(first: str) -> Columns:
    return {first: str, **{name: int if isinstance(value, int) else float for name, value in _NOTHING.items()}}


def measures_sheet(first: str, rows: Iterable[MeasuresRow]) -> tuple[Columns, list[Sequence[Cell]]]:
    """The figures of each row beside its name, which is in the column ``first``."""
    return measures_columns(first), [(shown.name, *flat(shown).values()) for shown in rows]


def csv_text(columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    write_csv(out, columns, rows)
    return out.getvalue()


def write_csv(out: TextIO, columns: Iterable[str], rows: Iterable[Sequence[Cell]]) -> int:
    """By RFC 4180; returns how many rows."""
    writer = csv.writer(out)
    writer.writerow(map(harmless, columns))
    count = 0
    for cells in rows:
        writer.writerow(map(harmless, cells))
        count += 1
    return count


def harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula, as text.

    Source: https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


_NOTHING = flat(row("", Figures()))
