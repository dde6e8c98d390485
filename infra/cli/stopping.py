"""Stop and what follows it: ``stop``, ``receipt``, ``resume``, ``recall``, ``pass`` and ``drill``.

Whoever types these is in a hurry, so nothing is loaded that a stop does not take. Over the API with a key; without the
API, by AWS credentials, where a stage is named, or where the API does not do it and the profile names one.
"""

import json
import os
from typing import Annotated, Any
from urllib.parse import quote

import typer

from infra.cli import output
from infra.cli.calling import TRIES, Line
from infra.cli.commands import AsJson, ClientId, ProfileName, Yes, line_of, moment, reaches
from infra.cli.failures import CommandError, Exit, RefusedError
from infra.cli.profiles import Profile

LOCAL = "local"
_OF_A_NAME = ("post", "end", "url", "because")
_ENDINGS = ("scope", "stopped_at", "drained_at", "lifted_at", "ends")

StopId = Annotated[str, typer.Argument(metavar="STOP", help="The id that the stop was answered with.")]
Url = Annotated[str, typer.Option("--url", help="Of the API of stops, in place of the profile's.")]


@reaches("POST", "/stops")
def stop(
    scope: Annotated[str, typer.Argument(help="everything, network:NAME, agency:ID, client:ID, account:CLIENT/ID, …")],
    reason: Annotated[str, typer.Option(help="For the ledger and the receipt.")],
    who: Annotated[str, typer.Option(help="Without the API: your name, for the ledger.")] = "unnamed",
    recall_since: Annotated[
        str, typer.Option(help="Take down, too, what went out since this time, such as 2026-11-25T09:00:00Z.")
    ] = "",
    wait: Annotated[int, typer.Option(min=0, max=40, help="Seconds to wait for what is in flight to end.")] = 0,
    stage: Annotated[str, typer.Option(help="Without the API: the deployment, by your AWS credentials.")] = "",
    region: Annotated[str, typer.Option(help="Without the API: AWS region; by default the configured one.")] = "",
    endpoint_url: Annotated[str, typer.Option(help="Without the API: a running engine in place of AWS.")] = "",
    yes: Yes = False,
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Stop a scope, and print the receipt. Again, it prints the receipt anew."""
    try:
        line = line_of(profile, as_json=as_json, recover_url=url)
    except CommandError as unread:
        if not stage:
            raise
        output.say(f"{unread} Going on without it.", bad=True)
        line = Line(profile=Profile())
    if scope == "everything" and output.interactive():
        output.confirmed("Stop everything, of every client?", yes=yes)
    wanted = {"scope": scope, "reason": reason} | ({"recall_since": moment(recall_since)} if recall_since else {})
    at = line.profile
    directly = bool(stage or endpoint_url) or not (at.recover_url and (at.key or at.key_command))
    if not directly:
        try:
            # Where there is another way to stop, it is not waited for this one to come back.
            tries = 1 if at.stage else TRIES
            return _print(line.ask("POST", "/stops", wanted, api="recover", headers=_prefer(wait), tries=tries))
        except (CommandError, RefusedError) as unknown:
            if not at.stage or _is_refused(unknown):
                if unknown.code is Exit.UNREACHABLE:
                    output.say(_UNKNOWN, bad=True)
                raise
            output.say(f"The API did not stop it; stopping {at.stage} by AWS credentials.", bad=True)
    asked = wanted | {"who": who, "wait": wait}
    return _print(_stopped_directly(asked, stage or at.stage or LOCAL, region or at.region, endpoint_url))


@reaches("GET", "/stops/{stop}")
def receipt(stop: StopId, url: Url = "", profile: ProfileName = "", as_json: AsJson = False) -> None:
    """Print a stop's receipt, whole: every name, and what became of it."""
    line = line_of(profile, as_json=as_json, recover_url=url)
    path, named, cursor = f"/stops/{quote(stop, safe='')}", [], None
    while True:
        page = line.ask("GET", path, api="recover", query={"cursor": cursor})
        named += page["named"]
        cursor = page["next"]
        if cursor is None:
            return _print(page | {"named": named})


@reaches("POST", "/stops/{stop}/resume")
def resume(stop: StopId, url: Url = "", profile: ProfileName = "", as_json: AsJson = False) -> None:
    """Ask to lift a stop; it takes two people, each with a key of their own."""
    line = line_of(profile, as_json=as_json, recover_url=url)
    answer = line.ask("POST", f"/stops/{quote(stop, safe='')}/resume", api="recover")
    if not answer["lifted"]:
        output.say("Asked. The stop stands until a second person asks too.")
    output.print_answer(answer)


@reaches("POST", "/recalls")
def recall(
    post: Annotated[str, typer.Argument(help="Id of the post.")],
    client: ClientId = "",
    yes: Yes = False,
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Take a published post down."""
    line = line_of(profile, client, as_json=as_json, recover_url=url)
    body = {"client": line.of_client(), "post": post}
    output.confirmed(f"Take {post} of {body['client']} down?", yes=yes)
    output.print_answer(line.ask("POST", "/recalls", body, api="recover"))


@reaches("POST", "/stops/{stop}/passes")
def let_pass(
    stop: StopId,
    post: Annotated[str, typer.Argument(help="Id of the post.")],
    content_hash: Annotated[str, typer.Option(help="Of what you have read.")],
    client: ClientId = "",
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Let a single post out under a stop, as it stands; it takes two people."""
    line = line_of(profile, client, as_json=as_json, recover_url=url)
    body = {"client": line.of_client(), "post": post, "content_hash": content_hash}
    output.print_answer(line.ask("POST", f"/stops/{quote(stop, safe='')}/passes", body, api="recover"))


@reaches("POST", "/drills")
def drill(
    account: Annotated[str, typer.Argument(help="Id of a shadow account.")],
    client: ClientId = "",
    url: Url = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Throw the real switch on a shadow account, time it, and lift it again."""
    line = line_of(profile, client, as_json=as_json, recover_url=url)
    answer = line.ask("POST", "/drills", {"client": line.of_client(), "account": account}, api="recover")
    output.print_answer(answer)
    if answer["outcome"] != "done":
        raise typer.Exit(Exit.FAILED)


_UNKNOWN = "It is not known whether the stop is set. Stop again; that is safe."


def _is_refused(unknown: CommandError | RefusedError) -> bool:
    """By the API, which would say the same again; no key to be had, or too many requests, stops nothing either."""
    return isinstance(unknown, RefusedError) and unknown.code is not Exit.UNREACHABLE and unknown.status != 429


def _prefer(wait: int) -> dict[str, str]:
    return {"Prefer": f"wait={wait}"} if wait else {}


def _stopped_directly(wanted: dict[str, Any], stage: str, region: str, endpoint_url: str) -> Any:
    from infra.cloud import aws, engine  # noqa: PLC0415
    from infra.functions import ALIAS, function_name  # noqa: PLC0415

    at = endpoint_url or os.environ.get("AWS_ENDPOINT_URL", "")
    name = function_name(stage, "recover", "engage_directly")
    functions = (engine(at) if at else aws(region or None)).client("lambda")
    answer = functions.invoke(FunctionName=name, Qualifier=ALIAS, Payload=json.dumps(wanted).encode())
    said = json.loads(answer["Payload"].read())
    if "FunctionError" in answer:
        raise CommandError(_UNKNOWN)
    if not 200 <= said["statusCode"] < 300:
        if said["statusCode"] >= 500:
            output.say(_UNKNOWN, bad=True)
        raise RefusedError(said["statusCode"], said["body"])
    return said["body"]


def _print(receipt: Any) -> None:
    """For a person: what stands, and each name with what became of it."""
    if output.wants_json():
        output.print_json(receipt)
        return
    output.print_fields({name: receipt.get(name) for name in ("id", "reason", *_ENDINGS)})
    if receipt["named"]:
        rows = [[one.get(column) for column in _OF_A_NAME] for one in receipt["named"]]
        output.print_table(_OF_A_NAME, rows)
    if receipt.get("next"):
        output.say(f"There are more names: backchannel receipt {receipt['id']}")
