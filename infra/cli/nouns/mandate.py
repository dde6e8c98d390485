"""``backchannel mandate``: which party may do what, and whose approval it takes."""

from typing import Annotated, Any

import typer

from infra.cli import output
from infra.cli.calling import Line
from infra.cli.commands import CLIENT, AsJson, ClientId, Command, ProfileName, Takes, Yes, line_of, noun, reaches
from infra.cli.failures import CommandError, Exit, RefusedError, usage

_AGENCY = Takes("agency", "With which agency, where the client has several.")
_EFFECTIVE = Takes("effective_from", "When it is to hold from; at once when absent.", moment=True)

COMMANDS = (
    Command(
        "show",
        "GET",
        CLIENT + "/mandate",
        "Show what is in force, and what is proposed.",
        example="backchannel mandate show --json",
        takes=(Takes("agency", "With which agency, where the client has several.", query=True),),
    ),
    Command(
        "versions",
        "GET",
        CLIENT + "/mandate/versions",
        "List what was in force when.",
        example="backchannel mandate versions",
        takes=(Takes("agency", "With which agency, where the client has several.", query=True),),
        shows=("number", "agency", "effective_from", "signatures"),
        page_size=True,
    ),
    Command(
        "templates",
        "GET",
        "/mandate/templates",
        "List mandates as brands usually give them.",
        example="backchannel mandate templates",
        shows=("name", "summary"),
    ),
    Command(
        "check",
        "POST",
        CLIENT + "/mandate/check",
        "Ask whether somebody may do something, and whose approval it takes.",
        example="backchannel mandate check post --function crisis --party agency",
        takes=(
            Takes(
                "activity",
                "listen, identify, prioritize, create, approve, post, follow_up or measure.",
                argument=True,
                needed=True,
            ),
            Takes("function", "Business function.", needed=True),
            Takes("account", "With which account."),
            Takes("party", "agency or client; your own when absent."),
            Takes("member", "Who; you when absent."),
            Takes("at", "When; now when absent.", moment=True),
            Takes("crisis", "As if a crisis lasted, or none.", kind=bool),
            _AGENCY,
        ),
    ),
    Command(
        "propose",
        "PUT",
        CLIENT + "/mandate",
        "Lay down rows of the mandate; what gives the agency more waits for the other party's signature.",
        example="backchannel mandate propose mandate.json --effective-from 2026-12-01T00:00",
        takes_file="An object with `rows`, and `accounts` and `crisis` where they change",
        drops=("client", "signatures", "proposal", "coming", "set_by", "set_at", "version"),
        takes=(_EFFECTIVE, _AGENCY),
    ),
    Command(
        "adopt",
        "PUT",
        CLIENT + "/mandate",
        "Propose a template in place of what is in force; `templates` lists them.",
        example="backchannel mandate adopt drafts_only",
        takes=(Takes("template", "Its name.", argument=True, needed=True), _EFFECTIVE, _AGENCY),
    ),
    Command(
        "request",
        "POST",
        CLIENT + "/mandate/requests",
        "Ask the agency to do for a while what the mandate leaves to the client.",
        example="backchannel mandate request create --function contest --until 2026-12-24T18:00",
        takes=(
            Takes("activity", "What is asked for.", argument=True, needed=True),
            Takes("function", "Business function.", needed=True),
            Takes("until", "In the client's zone, unless it has an offset.", needed=True, moment=True),
            Takes("note", "What it is for."),
            _AGENCY,
        ),
    ),
)
app = noun("Which party may do what, and whose approval it takes.", COMMANDS)


@app.command(epilog="Example: backchannel mandate sign")
@reaches("GET", CLIENT + "/mandate")
@reaches("POST", CLIENT + "/mandate/signatures")
def sign(
    sha256: Annotated[str, typer.Option(help="Of what you have read; without it you are shown what you sign.")] = "",
    agency: Annotated[str, typer.Option(help="With which agency, where the client has several.")] = "",
    yes: Yes = False,
    client: ClientId = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Sign what the other party proposed, as it stands."""
    line = line_of(profile, client, as_json=as_json)
    body = {"agency": agency} if agency else {}
    if not sha256:
        if yes or not output.interactive():
            usage("Name what is signed: --sha256, as `mandate show` has it under `proposal`.")
        proposal = _read(line, agency)["proposal"]
        if proposal is None:
            raise CommandError("Nothing is proposed.", Exit.REFUSED)
        sha256 = proposal["sha256"]
        for name, value in proposal.items():
            output.say(f"{name}: {output.cell(value)}")
        output.confirmed("Sign this?", yes=False)
    output.print_answer(line.ask("POST", line.of_client_path("/mandate/signatures"), body | {"sha256": sha256}))


def _read(line: Line, agency: str) -> Any:
    try:
        return line.ask("GET", line.of_client_path("/mandate"), query={"agency": agency})
    except RefusedError as refusal:
        if refusal.status not in (403, 404):
            raise
        return usage("This key may sign the mandate and not read it: name what is signed by --sha256.")
