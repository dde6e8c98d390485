"""``backchannel account``: a person is walked through connecting an account, and is shown nothing secret of it.

What they are asked for is typed and not shown, and stands on no command line and in no shell's history.
"""

import secrets
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

import typer

from infra.cli import output
from infra.cli.calling import segment
from infra.cli.commands import CLIENT, AsJson, ClientId, Command, ProfileName, Takes, Url, line_of, noun, reaches
from infra.cli.completion import completing
from infra.cli.failures import CommandError
from shared.domain.errors import BackchannelError, InvalidError
from shared.networks import capabilities_of
from shared.networks.capabilities import Capabilities, Credential

OPEN = frozenset({"identifier", "client_id", "expires_at", "organization", "board_id", "listen"})
"""Fields of credentials that may be seen while they are typed: nobody can do anything with them alone."""
_ACCOUNT = CLIENT + "/accounts/{account}"

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/accounts",
        "List the accounts that the client speaks from.",
        example="backchannel account list",
        shows=("id", "network", "handle", "kind", "shadow", "base_url", "closed_at"),
        page_size=True,
    ),
    Command(
        "close",
        "DELETE",
        _ACCOUNT,
        "Close an account: nothing goes out from it any more, and its credentials are deleted.",
        example="backchannel account close acc_1",
        asks="Close {account} and delete its credentials?",
    ),
    Command(
        "audit-followers",
        "POST",
        _ACCOUNT + "/follower-audits",
        "Have an account's followers looked at for spam.",
        example="backchannel account audit-followers acc_1",
        takes=(Takes("agency", "Under whose mandate, where the client has several agencies."),),
    ),
    Command(
        "follower-audits",
        "GET",
        _ACCOUNT + "/follower-audits",
        "List what was found of an account's followers.",
        example="backchannel account follower-audits acc_1",
        shows=("id", "state", "asked_at", "ended_at", "quality", "because"),
        page_size=True,
    ),
)
app = noun("The accounts that a client speaks from.", COMMANDS)

BaseUrl = Annotated[
    str, typer.Option("--base-url", help="Of the account's server, on networks that have more than one.")
]


@app.command(epilog="Example: backchannel account connect mastodon --client acme")
@reaches("POST", CLIENT + "/accounts")
def connect(
    network: Annotated[str, typer.Argument(help="Such as mastodon; `backchannel networks` has them all.")],
    client: ClientId = "",
    url: Url = "",
    base_url: BaseUrl = "",
    owner: Annotated[str, typer.Option(help="For a person's account: the member who is that person.")] = "",
    shadow: Annotated[bool, typer.Option("--shadow", help="A test account, for drills.")] = False,
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Connect an account: its credentials must prove whose it is. Needs an administrator's key."""
    line, found = line_of(profile, client, as_json=as_json, api_url=url), _capabilities(network)
    path = line.of_client_path("/accounts")
    line.profile.secret()  # before a person types anything
    handle = _prompt("Handle of the account").strip()
    if not found.home and not base_url:
        base_url = _prompt("Address of its server, such as https://mastodon.example").strip()
    body: dict[str, Any] = {"network": network, "handle": handle, "credentials": _credentials(found)}
    body |= {"base_url": base_url} if base_url else {}
    body |= {"kind": "person", "owner": owner} if owner else {}
    body |= {"shadow": True} if shadow else {}
    _done("Connected", line.ask("POST", path, body), found)


@app.command(epilog="Example: backchannel account reconnect acc_1 --client acme")
@reaches("GET", CLIENT + "/accounts")
@reaches("POST", _ACCOUNT + "/credentials")
def reconnect(
    account: Annotated[
        str,
        typer.Argument(
            metavar="ACCOUNT", help="The id that it was connected as.", autocompletion=completing("account")
        ),
    ],
    client: ClientId = "",
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Give an account new credentials, which must speak for the same one."""
    line = line_of(profile, client, as_json=as_json, api_url=url)
    path = line.of_client_path("/accounts")
    known = {one["id"]: one for one in line.ask("GET", path)}
    if account not in known:
        raise typer.BadParameter("The client has no such account.")
    found = _capabilities(known[account]["network"])
    output.say(f"@{known[account]['handle']} on {found.title}")
    body = {"credentials": _credentials(found)}
    _done("Connected again", line.ask("POST", f"{path}/{segment(account)}/credentials", body), found)


def _done(what: str, account: dict[str, Any], network: Capabilities) -> None:
    if output.wants_json():
        output.print_json(account)
    else:
        typer.echo(output.clean(f"{what}: @{account['handle']} on {network.title} ({account['id']})."))


def _prompt(text: str, **more: Any) -> str:
    """Asked on the standard error, which leaves the answer of the API alone on the other."""
    given: str = typer.prompt(text, err=True, **more)
    return given


def _capabilities(network: str) -> Capabilities:
    try:
        return capabilities_of(network)
    except InvalidError as unspoken:
        raise typer.BadParameter(f"{network} {unspoken.reason}.") from unspoken


def _credentials(network: Capabilities) -> dict[str, str]:
    """Asked for one by one; by way of the browser where a network has that and the person wants it."""
    if network.network == "x" and typer.confirm("Sign in to X in a browser?", default=True, err=True):
        return _consented()
    asked = {field.name: _asked(field) for field in network.credentials}
    return {name: value for name, value in asked.items() if value}


def _asked(field: Credential) -> str:
    shown = field.name in OPEN
    text = f"{field.name} ({field.what}{'; leave it empty if there is none' if field.optional else ''})"
    given = _prompt(text, default="" if field.optional else None, hide_input=not shown, show_default=False)
    return given.strip()


def _consented() -> dict[str, str]:
    """X's consent page, which sends the browser on to an address of the app's with a code in it."""
    from shared.networks.x import consent  # noqa: PLC0415

    client_id = _prompt("client_id (the app's OAuth 2.0 client ID)").strip()
    client_secret = _prompt(
        "client_secret (of a confidential app; leave it empty if there is none)",
        default="",
        hide_input=True,
        show_default=False,
    ).strip()
    redirect_uri = _prompt("Callback address, as the app's settings have it").strip()
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    output.say("Open this in a browser in which nobody but the account is logged in, and allow it:\n")
    output.say(consent.begin(client_id, redirect_uri, state, verifier))
    landed = _prompt("\nThe address that the browser ended at", hide_input=True).strip()
    try:
        return consent.finish(
            _code(landed, state),
            verifier,
            client_id=client_id,
            redirect_uri=redirect_uri,
            client_secret=client_secret,
        )
    except BackchannelError as refusal:
        raise CommandError(f"Not connected. {refusal.reason}") from refusal


def _code(landed: str, state: str) -> str:
    """What the consent page sent along. Raises InvalidError for another consent's."""
    query = parse_qs(urlsplit(landed).query)
    if query.get("state") != [state] or len(query.get("code", [])) != 1:
        raise InvalidError("That address is not of this consent; begin again.")
    return query["code"][0]
