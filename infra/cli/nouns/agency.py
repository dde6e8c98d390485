"""``backchannel agency``: the agencies of a deployment, and of a client."""

from typing import Annotated

import typer

from infra.cli import output
from infra.cli.commands import CLIENT, AsJson, Command, ProfileName, Takes, line_of, noun, reaches

COMMANDS = (
    Command(
        "join",
        "POST",
        CLIENT + "/agencies",
        "Have an agency of this deployment work for the client.",
        example="backchannel agency join agy_1",
        takes=(Takes("agency", "Its id.", argument=True, needed=True),),
    ),
)
app = noun("The agencies of a deployment, and of a client.", COMMANDS)


@app.command(epilog='Example: backchannel agency create "Our agency" "First operator" ^FO --stage live')
def create(
    name: str,
    person: Annotated[str, typer.Argument(help="Its first administrator.")],
    signature: str,
    stage: Annotated[str, typer.Option(help="Name of the deployment.")] = "local",
    region: Annotated[str, typer.Option(help="AWS region; by default the configured one.")] = "",
) -> None:
    """Make an agency by your AWS credentials, and print its administration key, which is shown this once."""
    from infra.bootstrap import bootstrap  # noqa: PLC0415
    from shared.stores.dynamo import DynamoStore  # noqa: PLC0415

    typer.echo(bootstrap(DynamoStore(stage, region=region or None), name, person, signature))


@app.command(epilog='Example: backchannel agency admit "Second agency" --owner "Its head" --signature ^SA')
@reaches("POST", CLIENT + "/agencies")
def admit(
    name: str,
    owner: Annotated[str, typer.Option(help="Its first administrator.")],
    signature: Annotated[str, typer.Option(help="Of that person, such as ^SA.")],
    client: Annotated[str, typer.Option("--client")] = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Have an agency that is new to this deployment work for the client. Its first key is shown this once."""
    line = line_of(profile, client, as_json=as_json)
    body = {"name": name, "owner": {"name": owner, "signature": signature}}
    output.print_answer(line.ask("POST", line.of_client_path("/agencies"), body))
    output.say("The key is not shown again.")
