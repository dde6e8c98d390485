"""``backchannel priorities``: what matters to a client, shown and said from a shell.

Whoever changes it changes what they have seen: if somebody else has said something since, nothing is overwritten.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from infra.cli import output
from infra.cli.calling import Line
from infra.cli.commands import CLIENT, AsJson, ClientId, ProfileName, Url, line_of, reaches
from infra.cli.failures import RefusedError
from infra.cli.files import object_in

COMMANDS = ()
app = typer.Typer(no_args_is_help=True, add_completion=False, help="What matters to a client now.")
_PRIORITIES = CLIENT + "/priorities"
_OF_THE_RECORD = ("client", "set_by", "set_at")

Name = Annotated[str, typer.Argument(help="Of the priority.")]


@app.command(epilog="Example: backchannel priorities show --json > priorities.json")
@reaches("GET", _PRIORITIES)
def show(client: ClientId = "", url: Url = "", profile: ProfileName = "", as_json: AsJson = False) -> None:
    """Show what matters."""
    _print(_said(line_of(profile, client, as_json=as_json, api_url=url)))


@app.command(name="set", epilog="Example: backchannel priorities set priorities.json")
@reaches("PUT", _PRIORITIES)
def set_(
    file: Annotated[Path, typer.Argument(help="As `show --json` prints it; - is the input.")],
    client: ClientId = "",
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Say the whole of what matters. With a version in the file, it replaces that one or nothing."""
    statement = {name: value for name, value in object_in(file).items() if name not in _OF_THE_RECORD}
    _state(line_of(profile, client, as_json=as_json, api_url=url), statement)


@app.command(epilog="Example: backchannel priorities add recall --weight 40 --words charger --words battery")
@reaches("PUT", _PRIORITIES)
def add(
    name: Name,
    weight: Annotated[float, typer.Option(help="Points for a match, −60 to 60.")],
    words: Annotated[list[str], typer.Option(help="A word or a phrase that it is known by; give it for each.")],
    client: ClientId = "",
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Add what matters from now on; who, when and why takes `set`."""
    line = line_of(profile, client, as_json=as_json, api_url=url)
    said = _said(line)
    if any(item["name"] == name for item in said["items"]):
        raise typer.BadParameter(f"There is a priority {name} already.")
    _state(line, _as_stated(said, [*said["items"], {"name": name, "weight": weight, "words": words}]))


@app.command(epilog="Example: backchannel priorities remove recall")
@reaches("PUT", _PRIORITIES)
def remove(
    name: Name, client: ClientId = "", url: Url = "", profile: ProfileName = "", as_json: AsJson = False
) -> None:
    """Take back what does not matter any more."""
    line = line_of(profile, client, as_json=as_json, api_url=url)
    said = _said(line)
    left = [item for item in said["items"] if item["name"] != name]
    if len(left) == len(said["items"]):
        raise typer.BadParameter(f"There is no priority {name}.")
    _state(line, _as_stated(said, left))


def _as_stated(said: dict[str, Any], items: list[Any]) -> dict[str, Any]:
    return {"version": said["version"], "items": items}


def _said(line: Line) -> dict[str, Any]:
    try:
        found: dict[str, Any] = line.ask("GET", line.of_client_path("/priorities"))
    except RefusedError as refusal:
        if refusal.status != 404:
            raise
        line.ask("GET", line.of_client_path())  # raises for a client that is not there
        return {"version": 0, "items": []}
    return found


def _state(line: Line, statement: dict[str, Any]) -> None:
    try:
        said = line.ask("PUT", line.of_client_path("/priorities"), statement)
    except RefusedError as refusal:
        if refusal.status == 409:
            output.say("Nothing was changed: somebody else has said what matters since.", bad=True)
        raise
    _print(said)


def _print(said: dict[str, Any]) -> None:
    if output.wants_json():
        output.print_json(said)
        return
    if not said["items"]:
        typer.echo(f"Nothing matters more than usual (version {said['version']}).")
        return
    columns = ("name", "weight", "when it has", "from", "until", "note")
    rows = [
        (item["name"], f"{item['weight']:+g}", _wanted(item), item["starts_at"], item["ends_at"], item["note"])
        for item in said["items"]
    ]
    output.print_table(columns, rows, title=f"Version {said['version']}")


def _wanted(item: dict[str, Any]) -> str:
    asked = {kind: ", ".join(item[kind]) for kind in ("words", "authors", "functions", "languages")}
    return "; ".join(f"{kind}: {names}" for kind, names in asked.items() if names) or "anything"
