"""``backchannel check``: texts from a file, each with what a client's guidelines find in it."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from functions.desk.guidelines import NewGuidelines, check_statement, guidelines_of
from infra.cli.lines import File, LinesOf
from shared.api.bodies import decoded
from shared.api.problems import MalformedError
from shared.domain.errors import InvalidError
from shared.domain.guidelines.checking import About, check
from shared.domain.guidelines.rules import Guidelines

_OF_THE_RECORD = ("client", "set_by", "set_at")
"""What ``GET`` shows and ``PUT`` does not take."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A text and what it is for. Whatever else a line has is passed over."""

    id: str
    text: str
    function: str = ""
    account: str = ""
    network: str = ""
    language: str = ""


def check_file(
    file: File,
    guidelines: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="As the API takes and shows them; by default the standard ones."
        ),
    ] = None,
) -> None:
    """Print what guidelines find in each text of a file."""
    rules = _read(guidelines) if guidelines else Guidelines(client="")
    lines = LinesOf(Line, file)
    for line in lines:
        typer.echo(msgspec.json.encode(checked(line, rules)))
    raise lines.exit()


def checked(line: Line, rules: Guidelines) -> dict[str, Any]:
    about = About(function=line.function, account=line.account, network=line.network, language=line.language)
    return {"id": line.id, "findings": check(line.text, rules, about)}


def _read(path: Path) -> Guidelines:
    try:
        given = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
        wanted = {name: value for name, value in given.items() if name not in _OF_THE_RECORD}
        body = decoded(msgspec.json.encode(wanted), NewGuidelines)
        check_statement(body)
    except (msgspec.DecodeError, UnicodeDecodeError, MalformedError) as garbled:
        raise typer.BadParameter(f"{path}: {garbled}") from None
    except InvalidError as wrong:
        raise typer.BadParameter(f"{path}: {wrong.field}: {wrong}") from None
    return guidelines_of(body, "")
