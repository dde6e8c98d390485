"""How a command prints: its answer on the standard output and nothing else there, messages on the standard error.

People get tables, in colour on a terminal; a pipe gets the same cells separated by tabs, uncut. ``--json`` gets what
the API answered. Text comes from strangers, so what would steer a terminal is always shown instead of sent.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import typer

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of what follows."""
_LONGEST_CELL = 80


class _Wanted:
    json = False


def want_json(wanted: bool) -> None:
    """Whether this command's answer is printed as JSON."""
    _Wanted.json = wanted


def wants_json() -> bool:
    return _Wanted.json


def clean(text: Any) -> str:
    """``text`` with what steers a terminal made visible."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", str(text))


def say(text: str, *, bad: bool = False) -> None:
    """A message for a person, on the standard error."""
    shown = clean(text)
    typer.secho(shown, err=True, fg=typer.colors.RED if bad and _coloured(sys.stderr) else None)


def print_json(answer: Any) -> None:
    """Exactly what was answered, laid out."""
    text = json.dumps(answer, indent=1, ensure_ascii=False)
    typer.echo(_STEERING.sub(lambda found: found[0] if found[0] == "\n" else f"\\u{ord(found[0]):04x}", text))


def print_answer(answer: Any, columns: Sequence[str] = ()) -> None:
    """What an API answered: as JSON if that was asked for, a list as a table of ``columns``, a record by its fields."""
    if wants_json():
        print_json(answer)
    elif isinstance(answer, str):
        typer.echo(answer)
    elif columns and (rows := rows_of(answer)) is not None:
        print_table(columns, ([_at(row, column) for column in columns] for row in rows))
    elif isinstance(answer, dict):
        print_fields(answer)
    else:
        print_json(answer)


def rows_of(answer: Any) -> list[Any] | None:
    """The rows of a list or a page of one; None for a record."""
    if isinstance(answer, list):
        return answer
    if isinstance(answer, dict) and isinstance(answer.get("items"), list):
        return list(answer["items"])
    return None


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], title: str | None = None) -> None:
    made = [[cell(value) for value in row] for row in rows]
    if not sys.stdout.isatty():
        for line in (list(columns), *made):
            typer.echo("\t".join(value.replace("\t", " ") for value in line))
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*columns, title=title, header_style="bold", box=None, pad_edge=False)
    for row in made:
        table.add_row(*(Text(_cut(value)) for value in row))
    Console().print(table)
    if not made:
        say("There are none.")


def print_fields(record: dict[str, Any]) -> None:
    """One to a line; what is empty is left out."""
    shown = {name: cell(value) for name, value in record.items() if value not in (None, [], {}, "")}
    width = max((len(name) for name in shown), default=0)
    for name, value in shown.items():
        first, *others = value.split("\n")
        label = f"{name:<{width}}"
        typer.echo(f"{typer.style(label, bold=True) if _coloured(sys.stdout) else label}  {first}")
        for line in others:
            typer.echo(f"{'':<{width}}  {line}")


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return clean(", ".join(map(str, value)))
    if isinstance(value, dict | list):
        return clean(json.dumps(value, ensure_ascii=False))
    if isinstance(value, float):
        return f"{value:g}"
    return clean(value)


def _at(row: Any, column: str) -> Any:
    for name in column.split("."):
        row = row.get(name) if isinstance(row, dict) else None
    return row


def _cut(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= _LONGEST_CELL else f"{line[: _LONGEST_CELL - 1]}…"


def coloured(text: str, colour: str) -> str:
    """``text`` in a colour, where the standard output shows any."""
    return typer.style(text, fg=colour) if _coloured(sys.stdout) else text


def _coloured(stream: Any) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


def interactive() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty()


def confirmed(question: str, *, yes: bool) -> None:
    """Ask before what cannot be undone; a script says ``--yes``."""
    if yes:
        return
    if not interactive():
        raise typer.BadParameter("This asks first, and nobody is there to answer: add --yes.")
    typer.confirm(clean(question), abort=True, err=True)
