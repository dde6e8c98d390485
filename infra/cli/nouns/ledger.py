"""``backchannel ledger``: what happened, and who did it."""

import json
import time
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

import typer

from infra.cli import output
from infra.cli.calling import Line
from infra.cli.commands import CLIENT, ClientId, Command, ProfileName, Takes, line_of, noun, reaches

_COLUMNS = ("at", "type", "subject", "who.member", "id")
_PAUSE = 2.0
_LEDGER = CLIENT + "/ledger"

COMMANDS = (
    Command(
        "list",
        "GET",
        _LEDGER,
        "List what happened on a day, oldest first.",
        example="backchannel ledger list --day 2026-11-25 --all --json",
        takes=(Takes("day", "UTC date; today when absent.", query=True),),
        shows=_COLUMNS,
        cursor="after",
    ),
)
app = noun("What happened, and who did it.", COMMANDS)


@app.command(epilog="Example: backchannel ledger tail --follow")
@reaches("GET", _LEDGER)
def tail(
    lines: Annotated[int, typer.Option("--lines", "-n", min=0, help="Of today, how many of the latest.")] = 10,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on until Ctrl-C.")] = False,
    client: ClientId = "",
    profile: ProfileName = "",
    as_json: Annotated[bool, typer.Option("--json", help="An entry as the API has it to each line.")] = False,
) -> None:
    """Show the latest of the ledger, and what comes."""
    line = line_of(profile, client, as_json=as_json)
    day, after = datetime.now(UTC).date(), ""
    latest, after = _since(line, day, after)
    _print(latest[len(latest) - lines :] if lines else [])
    while follow:
        time.sleep(_PAUSE)
        fresh, after = _since(line, day, after)
        _print(fresh)
        if not fresh and datetime.now(UTC).date() > day:
            day, after = day + timedelta(days=1), ""


def _since(line: Line, day: date, after: str) -> tuple[list[Any], str]:
    """All entries of a day after one, and the last one's id."""
    path, query = line.of_client_path("/ledger"), {"day": day.isoformat(), "after": after}
    found = [entry for page in line.pages(path, query=query, cursor="after") for entry in page.items]
    return found, found[-1]["id"] if found else after


def _print(entries: list[Any]) -> None:
    for entry in entries:
        if output.wants_json():
            typer.echo(json.dumps(entry))
        else:
            who = entry["who"].get("member", "")
            words = (entry["at"], entry["type"], entry["subject"], who, json.dumps(entry["data"], ensure_ascii=False))
            typer.echo("\t".join(output.clean(word) for word in words))
