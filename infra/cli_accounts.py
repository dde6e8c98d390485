"""``backchannel account``: a person is walked through connecting an account, and is shown nothing secret of it.

What they are asked for is typed and not shown, and stands on no command line and in no shell's history.
"""

import os
import secrets
from http.client import SERVICE_UNAVAILABLE, UNPROCESSABLE_ENTITY
from typing import Annotated, Any, NoReturn
from urllib.parse import parse_qs, quote, urlsplit

import typer

from infra.client import KEY, Api, ApiError
from shared.domain.errors import BackchannelError, InvalidError
from shared.networks import capabilities_of
from shared.networks.capabilities import Capabilities, Credential

OPEN = frozenset({"identifier", "client_id", "expires_at", "organization", "board_id", "listen"})
"""Fields of credentials that may be seen while they are typed: nobody can do anything with them alone."""

app = typer.Typer(no_args_is_help=True, help="Connect the accounts that a client speaks from.")

ClientId = Annotated[str, typer.Option("--client", prompt="Client", help="The id of the client.")]
ApiUrl = Annotated[str, typer.Option("--url", envvar="API_URL", help="Of the deployment's API.")]
BaseUrl = Annotated[
    str, typer.Option("--base-url", help="Of the account's server, on networks that have more than one.")
]


@app.command()
def connect(
    network: Annotated[str, typer.Argument(help="Such as mastodon; `backchannel networks` has them all.")],
    client: ClientId,
    url: ApiUrl,
    base_url: BaseUrl = "",
    owner: Annotated[str, typer.Option(help="For a person's account: the member who is that person.")] = "",
    shadow: Annotated[bool, typer.Option("--shadow", help="A test account, for drills.")] = False,
) -> None:
    """Connect an account: its credentials must prove whose it is. Needs an administrator's key in BACKCHANNEL_KEY."""
    api, found = keyed_api(url), _capabilities(network)
    handle = typer.prompt("Handle of the account").strip()
    if not found.home and not base_url:
        base_url = typer.prompt("Address of its server, such as https://mastodon.example").strip()
    body: dict[str, Any] = {"network": network, "handle": handle, "credentials": _credentials(found)}
    body |= {"base_url": base_url} if base_url else {}
    body |= {"kind": "person", "owner": owner} if owner else {}
    body |= {"shadow": True} if shadow else {}
    account = _done(api, f"/clients/{quote(client, safe='')}/accounts", body)
    typer.echo(f"Connected: @{account['handle']} on {found.title} ({account['id']}).")


@app.command()
def reconnect(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="The id that it was connected as.")],
    client: ClientId,
    url: ApiUrl,
) -> None:
    """Give an account new credentials, which must speak for the same one. Needs a key in BACKCHANNEL_KEY."""
    api, path = keyed_api(url), f"/clients/{quote(client, safe='')}/accounts"
    known = {one["id"]: one for one in api.get(path)}
    if account not in known:
        raise typer.BadParameter("The client has no such account.")
    found = _capabilities(known[account]["network"])
    typer.echo(f"@{known[account]['handle']} on {found.title}")
    again = _done(api, f"{path}/{quote(account, safe='')}/credentials", {"credentials": _credentials(found)})
    typer.echo(f"Connected again: @{again['handle']} on {found.title} ({again['id']}).")


def _capabilities(network: str) -> Capabilities:
    try:
        return capabilities_of(network)
    except InvalidError as unspoken:
        raise typer.BadParameter(f"{network} {unspoken.reason}.") from unspoken


def _credentials(network: Capabilities) -> dict[str, str]:
    """Asked for one by one; by way of the browser where a network has that and the person wants it."""
    if network.network == "x" and typer.confirm("Sign in to X in a browser?", default=True):
        return _consented()
    asked = {field.name: _asked(field) for field in network.credentials}
    return {name: value for name, value in asked.items() if value}


def _asked(field: Credential) -> str:
    shown = field.name in OPEN
    text = f"{field.name} ({field.what}{'; leave it empty if there is none' if field.optional else ''})"
    given: str = typer.prompt(text, default="" if field.optional else None, hide_input=not shown, show_default=False)
    return given.strip()


def _consented() -> dict[str, str]:
    """X's consent page, which sends the browser on to an address of the app's with a code in it."""
    from shared.networks.x import consent  # noqa: PLC0415

    client_id = typer.prompt("client_id (the app's OAuth 2.0 client ID)").strip()
    client_secret = typer.prompt(
        "client_secret (of a confidential app; leave it empty if there is none)",
        default="",
        hide_input=True,
        show_default=False,
    ).strip()
    redirect_uri = typer.prompt("Callback address, as the app's settings have it").strip()
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
    typer.echo("Open this in a browser in which nobody but the account is logged in, and allow it:\n")
    typer.echo(consent.begin(client_id, redirect_uri, state, verifier))
    landed = typer.prompt("\nThe address that the browser ended at", hide_input=True).strip()
    try:
        return consent.finish(
            _code(landed, state),
            verifier,
            client_id=client_id,
            redirect_uri=redirect_uri,
            client_secret=client_secret,
        )
    except BackchannelError as refusal:
        _end(f"Not connected. {refusal.reason}")


def _code(landed: str, state: str) -> str:
    """What the consent page sent along. Raises InvalidError for another consent's."""
    query = parse_qs(urlsplit(landed).query)
    if query.get("state") != [state] or len(query.get("code", [])) != 1:
        raise InvalidError("That address is not of this consent; begin again.")
    return query["code"][0]


def _done(api: Api, path: str, body: Any) -> Any:
    try:
        return api.post(path, body)
    except ApiError as refusal:
        if refusal.status not in (UNPROCESSABLE_ENTITY, SERVICE_UNAVAILABLE) or not isinstance(refusal.problem, dict):
            raise
        named = f"{refusal.problem['field']}: " if "field" in refusal.problem else ""
        _end(f"Not connected. {named}{refusal.problem['detail']} {refusal.problem['remedy']}")


def _end(text: str) -> NoReturn:
    typer.echo(text, err=True)
    raise typer.Exit(1)


def keyed_api(url: str) -> Api:
    key = os.environ.get(KEY)
    if not key:
        raise typer.BadParameter(f"Set {KEY} to your key.")
    return Api(url.rstrip("/"), key)
