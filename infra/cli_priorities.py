"""``backchannel priorities``: what matters to a client, shown and said from a shell.

Whoever changes it changes what they have seen: if somebody else has said something since, nothing is overwritten.
"""

import json
from http.client import CONFLICT, NOT_FOUND
from pathlib import Path
from typing import Annotated, Any, NoReturn
from urllib.parse import quote

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from infra.cli_accounts import ApiUrl, ClientId, keyed_api
from infra.client import Api, ApiError

app = typer.Typer(no_args_is_help=True, help="What matters to a client now.")

Name = Annotated[str, typer.Argument(help="Of the priority.")]


@app.command()
def show(
    client: ClientId,
    url: ApiUrl,
    as_json: Annotated[bool, typer.Option("--json", help="As `set` takes it, with the version.")] = False,
) -> None:
    """Show what matters. Needs a key in BACKCHANNEL_KEY."""
    said = _said(keyed_api(url), client)
    if as_json:
        typer.echo(json.dumps(said, indent=1, ensure_ascii=False))
    else:
        _print(said)


@app.command(name="set")
def set_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="As `show --json` prints it.")],
    client: ClientId,
    url: ApiUrl,
) -> None:
    """Say the whole of what matters. With a version in the file, it replaces that one or nothing. Needs a key."""
    try:
        statement = json.loads(file.read_bytes())
    except ValueError as garbled:
        raise typer.BadParameter(f"{file} is not JSON: {garbled}") from None
    if not isinstance(statement, dict):
        raise typer.BadParameter(f"{file} must hold an object with items.")
    _state(keyed_api(url), client, statement)


@app.command()
def add(
    name: Name,
    client: ClientId,
    url: ApiUrl,
    weight: Annotated[float, typer.Option(help="Points for a match, −60 to 60.")],
    words: Annotated[list[str], typer.Option(help="A word or a phrase that it is known by; give it for each.")],
) -> None:
    """Add what matters from now on; who, when and why takes `set`. Needs a key in BACKCHANNEL_KEY."""
    api = keyed_api(url)
    said = _said(api, client)
    if any(item["name"] == name for item in said["items"]):
        raise typer.BadParameter(f"There is a priority {name} already.")
    _state(api, client, said | {"items": [*said["items"], {"name": name, "weight": weight, "words": words}]})


@app.command()
def remove(name: Name, client: ClientId, url: ApiUrl) -> None:
    """Take back what does not matter any more. Needs a key in BACKCHANNEL_KEY."""
    api = keyed_api(url)
    said = _said(api, client)
    left = [item for item in said["items"] if item["name"] != name]
    if len(left) == len(said["items"]):
        raise typer.BadParameter(f"There is no priority {name}.")
    _state(api, client, said | {"items": left})


def _said(api: Api, client: str) -> dict[str, Any]:
    try:
        found = api.get(f"{_client(client)}/priorities")
    except ApiError as refusal:
        if refusal.status != NOT_FOUND:
            raise
        api.get(_client(client))  # raises for a client that is not there
        return {"version": 0, "items": []}
    return {"version": found["version"], "items": found["items"]}


def _state(api: Api, client: str, statement: dict[str, Any]) -> None:
    try:
        said = api.put(f"{_client(client)}/priorities", statement)
    except ApiError as refusal:
        if refusal.status == CONFLICT:
            _end("Nothing was changed: somebody else has said what matters since. Look at it, and decide anew.")
        if not isinstance(refusal.problem, dict) or "field" not in refusal.problem:
            raise
        _end(f"Nothing was changed: {refusal.problem['field']} {refusal.problem['detail']}.")
    _print(said)


def _print(said: dict[str, Any]) -> None:
    if not said["items"]:
        typer.echo(f"Nothing matters more than usual (version {said['version']}).")
        return
    table = Table("name", "weight", "when it has", "from", "until", "note", title=f"Version {said['version']}")
    for item in said["items"]:
        cells = (item["name"], f"{item['weight']:+g}", _asks(item), item["starts_at"], item["ends_at"], item["note"])
        table.add_row(*(Text(cell or "") for cell in cells))
    Console().print(table)


def _asks(item: dict[str, Any]) -> str:
    asked = {kind: ", ".join(item[kind]) for kind in ("words", "authors", "functions", "languages")}
    return "; ".join(f"{kind}: {names}" for kind, names in asked.items() if names) or "anything"


def _client(client: str) -> str:
    return f"/clients/{quote(client, safe='')}"


def _end(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(1)
