"""``backchannel profile``: the stages that this person works with, and as whom."""

from dataclasses import replace
from typing import Annotated

import typer

from infra.cli import output
from infra.cli.calling import Line
from infra.cli.commands import AsJson, Yes
from infra.cli.failures import usage
from infra.cli.profiles import Config, Profile, load, path, realm_of, save

COMMANDS = ()
app = typer.Typer(no_args_is_help=True, add_completion=False, help="The stages that you work with, and as whom.")


def _beginning(incomplete: str) -> list[str]:
    return [name for name in load().profiles if name.startswith(incomplete)]


Name = Annotated[str, typer.Argument(metavar="PROFILE", autocompletion=_beginning)]
ApiUrl = Annotated[str, typer.Option(envvar="API_URL", help="Of the desk's API, as `deploy` prints it.")]
RecoverUrl = Annotated[str, typer.Option(envvar="RECOVER_URL", help="Of the API of stops.")]
HooksUrl = Annotated[str, typer.Option(envvar="HOOKS_URL", help="Where sources send to, for `doctor`.")]
Client = Annotated[str, typer.Option(help="Meant where a command names none; by default that of the key.")]
Stage = Annotated[str, typer.Option(help="Name of the deployment, for what is done by AWS credentials.")]
Region = Annotated[str, typer.Option(help="Its AWS region.")]
KeyCommand = Annotated[
    str, typer.Option(help="Prints the key, such as 'pass show backchannel/live'; none is stored then.")
]


def login(
    name: Annotated[str, typer.Argument(help="Of the profile.")] = "default",
    api_url: ApiUrl = "",
    recover_url: RecoverUrl = "",
    hooks_url: HooksUrl = "",
    client: Client = "",
    stage: Stage = "",
    region: Region = "",
    key_command: KeyCommand = "",
) -> None:
    """Keep a key for a stage, once it was tried; it is asked for, hidden, or read from the input.

    Again, it keeps a new one; what else the profile holds stays, where nothing is said of it.
    """
    known = _with(name, api_url, recover_url, hooks_url, client, stage, region)
    made = replace(
        known,
        api_url=known.api_url or _prompted("Address of the API"),
        recover_url=known.recover_url or _prompted("Address of the API of stops"),
        key="" if key_command else _key(),
        key_command=key_command,
    )
    made.address("recover_url")
    Line(profile=made).ask("GET", "/networks")
    _kept(made)
    save(replace(load(), current=name))
    of = client or realm_of(made.secret())
    output.say(f"Logged in to {made.api_url} as a key of {of}. The profile {name} is in use.")


@app.command(epilog="Example: backchannel profile add live --api-url https://… --recover-url https://… --stage live")
def add(
    name: Name,
    api_url: ApiUrl = "",
    recover_url: RecoverUrl = "",
    hooks_url: HooksUrl = "",
    client: Client = "",
    stage: Stage = "",
    region: Region = "",
    key_command: KeyCommand = "",
) -> None:
    """Add a profile, or change what is given of one. It tries nothing; `login` does, and keeps a key."""
    known = _with(name, api_url, recover_url, hooks_url, client, stage, region)
    made = replace(known, key_command=key_command or known.key_command)
    for which in ("api_url", "recover_url", "hooks_url"):
        if getattr(made, which):
            made.address(which)
    _kept(made)
    output.say(f"The profile {name} is in {path()}.")


@app.command(name="list", epilog="Example: backchannel profile list")
def list_(as_json: AsJson = False) -> None:
    """List profiles; which is in use, and where its key is, never the key."""
    output.want_json(as_json)
    config = load()
    columns = ("profile", "in_use", "api_url", "client", "stage", "key")
    found = [
        {
            "profile": one.name,
            "in_use": one.name == config.current,
            "api_url": one.api_url,
            "client": one.client or realm_of(one.key),
            "stage": one.stage,
            "key": "stored" if one.key else "by a command" if one.key_command else "none",
        }
        for one in config.profiles.values()
    ]
    output.print_answer(found, columns)


@app.command(epilog="Example: backchannel profile use live")
def use(name: Name) -> None:
    """Have commands run under a profile from now on."""
    config = load()
    _must_be(name, config)
    save(replace(config, current=name))
    output.say(f"The profile {name} is in use.")


@app.command(epilog="Example: backchannel profile remove live")
def remove(name: Name, yes: Yes = False) -> None:
    """Forget a profile and its key. The key itself still opens what it opened: `key revoke` ends that."""
    config = load()
    _must_be(name, config)
    output.confirmed(f"Forget the profile {name}?", yes=yes)
    left = {each: profile for each, profile in config.profiles.items() if each != name}
    save(Config(profiles=left, current="" if config.current == name else config.current))


def _with(name: str, api_url: str, recover_url: str, hooks_url: str, client: str, stage: str, region: str) -> Profile:
    """The profile with what is given of it; the rest as it was."""
    before = load().profiles.get(name, Profile(name=name))
    return replace(
        before,
        api_url=api_url or before.api_url,
        recover_url=recover_url or before.recover_url,
        hooks_url=hooks_url or before.hooks_url,
        client=client or before.client,
        stage=stage or before.stage,
        region=region or before.region,
    )


def _kept(profile: Profile) -> None:
    config = load()
    save(replace(config, profiles={**config.profiles, profile.name: profile}))


def _must_be(name: str, config: Config) -> None:
    if name not in config.profiles:
        usage(f"There is no profile {name}, only {', '.join(config.profiles) or 'none yet'}.")


def _prompted(what: str) -> str:
    if not output.interactive():
        usage(f"{what} is not given.")
    given: str = typer.prompt(what, err=True)
    return given.strip()


def _key() -> str:
    if not output.interactive():
        given = typer.get_text_stream("stdin").readline()
    else:
        given = typer.prompt("Key", hide_input=True, err=True)
    if not realm_of(given.strip()):
        usage("That is not a key, which begins with bk_.")
    return given.strip()
