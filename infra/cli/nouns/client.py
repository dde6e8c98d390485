"""``backchannel client``: the brands that an agency works for."""

from typing import Annotated

import typer

from infra.cli import output
from infra.cli.commands import CLIENT, AsJson, Command, ProfileName, line_of, noun, reaches

COMMANDS = (
    Command(
        "show",
        "GET",
        CLIENT,
        "Show a client: its name, zone and agencies.",
        example="backchannel client show --client acme",
    ),
    Command(
        "separation",
        "GET",
        CLIENT + "/separation",
        "Show who can touch each account, with which keys, and what was held as another client's.",
        example="backchannel client separation --json",
    ),
)
app = noun("The brands that an agency works for.", COMMANDS)


@app.command(
    epilog='Example: backchannel client add acme "Acme" --zone Europe/Oslo --owner "Brand owner" --signature ^BO'
)
@reaches("POST", "/clients")
def add(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Short and lasting: it is in every path.")],
    name: str,
    zone: Annotated[str, typer.Option(help="IANA time zone, such as Europe/Oslo.")],
    owner: Annotated[str, typer.Option(help="Its first administrator.")],
    signature: Annotated[str, typer.Option(help="Of that person, such as ^BO.")],
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Make a client, with an agency's administration key. The brand's first key is shown this once."""
    line = line_of(profile, as_json=as_json)
    body = {"id": id_, "name": name, "zone": zone, "owner": {"name": owner, "signature": signature}}
    output.print_answer(line.ask("POST", "/clients", body))
    output.say("The key is not shown again.")
