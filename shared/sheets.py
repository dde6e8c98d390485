"""Tables of rows and columns, for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TextIO

from shared.domain.measures.figures import Figures
from shared.domain.measures.views import MeasuresRow, flat, row

Cell = str | int | float | datetime | None
Columns = Mapping[str, type]
"""Name to what its cells are."""
FIGURES: Columns = {name: int if isinstance(value, int) else float for name, value in flat(row("", Figures())).items()}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def measures_sheet(first: str, rows: Iterable[MeasuresRow]) -> tuple[Columns, list[Sequence[Cell]]]:
    """The figures of each row beside its name, which is in the column ``first``."""
    return {first: str, **FIGURES}, [(shown.name, *flat(shown).values()) for shown in rows]


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
    if isinstance(cell, datetime):
        return cell.isoformat()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
