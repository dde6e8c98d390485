"""``backchannel picture``: what posts can show."""

import base64
from pathlib import Path
from typing import Annotated

import typer

from infra.cli import output
from infra.cli.commands import CLIENT, AsJson, ClientId, Command, ProfileName, line_of, noun, reaches

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/media",
        "List the client's pictures.",
        example="backchannel picture list",
        shows=("sha256", "kind", "size", "width", "height", "uploaded_at"),
        page_size=True,
    ),
    Command(
        "show",
        "GET",
        CLIENT + "/media/{sha256}",
        "Show a picture's record, and a link to it that holds for a while.",
        example="backchannel picture show 9f86d0…",
    ),
)
app = noun("What posts can show.", COMMANDS)


@app.command(epilog="Example: backchannel picture upload shop.jpg")
@reaches("POST", CLIENT + "/media")
def upload(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A picture.")],
    client: ClientId = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Upload a picture; posts name it by its hash."""
    line = line_of(profile, client, as_json=as_json)
    body = {"content": base64.b64encode(file.read_bytes()).decode()}
    output.print_answer(line.ask("POST", line.of_client_path("/media"), body))
