"""``backchannel people``: everybody who speaks to a client, and somebody's wish to be forgotten."""

import json
from typing import Annotated

import typer

from infra.cli import output
from infra.cli.calling import segment
from infra.cli.commands import CLIENT, ClientId, Command, ProfileName, Takes, Url, Yes, line_of, noun, reaches

_PERSON = CLIENT + "/people/{network}/{author}"
_ONLY = (
    Takes("role", "Only evangelist, detractor, influencer, employee or suspected_bot.", query=True),
    Takes("network", "Only those of one network.", query=True),
)

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/people",
        "List those who speak to the client.",
        example="backchannel people list --role evangelist",
        takes=_ONLY,
        shows=("network", "author", "handle", "mentions", "followers", "mean_sentiment", "last_at"),
        page_size=True,
    ),
    Command("show", "GET", _PERSON, "Show what is known of somebody.", example="backchannel people show mastodon @ada"),
    Command(
        "mark",
        "PUT",
        _PERSON + "/mark",
        "Say that somebody is what they were taken for, or is not.",
        example="backchannel people mark mastodon @ada --role influencer --holds",
        takes=(
            Takes("role", "evangelist, detractor, influencer, employee or suspected_bot.", needed=True),
            Takes("holds", "Whether they are that.", kind=bool, needed=True),
            Takes("agency", "Under whose mandate, where the client has several agencies."),
        ),
    ),
)
app = noun("Those who speak to a client.", COMMANDS)


@app.command(epilog="Example: backchannel people export --role evangelist > people.jsonl")
@reaches("GET", CLIENT + "/people")
def export(
    client: ClientId = "",
    url: Url = "",
    role: Annotated[str, typer.Option(help="Only those who are that, such as evangelist.")] = "",
    network: Annotated[str, typer.Option(help="Only those of one network.")] = "",
    profile: ProfileName = "",
) -> None:
    """Print a line of JSON for each person."""
    line = line_of(profile, client, api_url=url)
    query = {"role": role, "network": network, "limit": 100}
    for page in line.pages(line.of_client_path("/people"), query=query):
        for person in page.items:
            # Handles come from outside: what would steer a terminal is escaped.
            typer.echo(json.dumps(person))


@app.command(epilog="Example: backchannel people forget mastodon @ada@social.example")
@reaches("DELETE", _PERSON)
def forget(
    network: str,
    author: Annotated[str, typer.Argument(help="As the list has it: the network's own id, or @ and the handle.")],
    client: ClientId = "",
    url: Url = "",
    yes: Yes = False,
    profile: ProfileName = "",
) -> None:
    """Forget somebody who asked for it, and all that they said. Needs the client's own administrator's key."""
    line, emptied, left = line_of(profile, client, api_url=url), 0, 1
    path = line.of_client_path(f"/people/{segment(network)}/{segment(author)}")
    output.confirmed(f"Forget {author} on {network}, and all that they said?", yes=yes)
    while left:
        done = line.ask("DELETE", path)
        emptied, left = emptied + done["emptied"], done["left"]
    typer.echo(f"Forgotten; {emptied} of their mentions say nothing any more.")
