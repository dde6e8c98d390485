"""``backchannel people``: everybody who speaks to a client as lines of JSON, and somebody's wish to be forgotten."""

import json
from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote, urlencode

import typer

from infra.cli_accounts import ApiUrl, ClientId, keyed_api
from infra.client import Api

app = typer.Typer(no_args_is_help=True, help="Those who speak to a client.")


@app.command()
def export(
    client: ClientId,
    url: ApiUrl,
    role: Annotated[str, typer.Option(help="Only those who are that, such as evangelist.")] = "",
    network: Annotated[str, typer.Option(help="Only those of one network.")] = "",
) -> None:
    """Print a line of JSON for each person. Needs a key in BACKCHANNEL_KEY."""
    wanted = {name: value for name, value in (("role", role), ("network", network)) if value}
    for person in _everybody(keyed_api(url), client, wanted):
        # Handles come from outside: what would steer a terminal is escaped.
        typer.echo(json.dumps(person))


@app.command()
def forget(
    network: str,
    author: Annotated[str, typer.Argument(help="As the list has it: the network's own id, or @ and the handle.")],
    client: ClientId,
    url: ApiUrl,
) -> None:
    """Forget somebody who asked for it, and all that they said. Needs the client's own administrator's key."""
    api, emptied, left = keyed_api(url), 0, 1
    while left:
        done = api.delete(f"{_people(client)}/{quote(network, safe='')}/{quote(author, safe='')}")
        emptied, left = emptied + done["emptied"], done["left"]
    typer.echo(f"Forgotten; {emptied} of their mentions say nothing any more.")


def _everybody(api: Api, client: str, wanted: dict[str, str]) -> Iterator[Any]:
    cursor: str | None = ""
    while cursor is not None:
        query = urlencode(wanted | {"limit": "100"} | ({"cursor": cursor} if cursor else {}))
        page = api.get(f"{_people(client)}?{query}")
        yield from page["items"]
        cursor = page["next"]


def _people(client: str) -> str:
    return f"/clients/{quote(client, safe='')}/people"
