"""``backchannel``: build, deploy, run the local engine, try things on it. Each command hands over to its module."""

import json
import os
import shutil
import signal
from contextlib import suppress
from http.client import CREATED, INTERNAL_SERVER_ERROR
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import msgspec
import typer
from botocore.exceptions import BotoCoreError, ClientError
from rich.console import Console
from rich.table import Table
from urllib3.exceptions import HTTPError

from infra import cli_accounts, cli_check, cli_classify, cli_people, cli_priorities
from infra.bench import BENCHES
from infra.build import BUILD, LAMBDA, LAYERS, BuildError, build_layer, build_packages, zipped
from infra.client import KEY, Api, ApiError, whole_receipt
from infra.cloud import Cloud, aws, engine
from infra.deploy import DeployError, deploy
from infra.engine import STAGE, Engine, EngineError, running_engine
from infra.functions import ALIAS
from infra.template import function_name
from shared.classifiers import CLASSIFIERS, EMBEDDED

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(cli_accounts.app, name="account")
app.add_typer(cli_people.app, name="people")
app.add_typer(cli_priorities.app, name="priorities")
app.command()(cli_classify.classify)
app.command(name="check")(cli_check.check_file)
out = Console()
err = Console(stderr=True)

Stage = Annotated[str, typer.Option(help="Name of the deployment.")]
Region = Annotated[str | None, typer.Option(help="AWS region; by default the configured one.")]
EndpointUrl = Annotated[
    str | None, typer.Option(envvar="AWS_ENDPOINT_URL", help="A running engine; by default AWS itself.")
]
StopId = Annotated[str, typer.Argument(metavar="STOP", help="The id that the stop was answered with.")]
RecoverUrl = Annotated[str, typer.Option(envvar="RECOVER_URL", help="Of the deployment's API of stops.")]


@app.command()
def up(as_json: Annotated[bool, typer.Option("--json", help="One line for programs.")] = False) -> None:
    """Run everything on this machine, until Ctrl-C."""
    with suppress(KeyboardInterrupt), running_engine() as running:
        _show(running, as_json)
        Event().wait()


@app.command()
def package() -> None:
    """Build what would be deployed, under .build/."""
    table = Table("package", "bytes", "file")
    for made in build_packages():
        table.add_row(made.app, f"{made.code.stat().st_size:,}", str(made.code))
    for group in LAYERS.values():
        layer = zipped(build_layer(LAMBDA, group))
        table.add_row(f"layer {group}" if group else "layer", f"{layer.stat().st_size:,}", str(layer))
    out.print(table)


@app.command(name="deploy")
def deploy_stage(
    stage: Stage,
    region: Region = None,
    bucket: str | None = None,
    mail_from: Annotated[str, typer.Option(help="Address that SES may send from, for endpoints by e-mail.")] = "",
    classifier: Annotated[str, typer.Option(help=f"What labels mentions: {', '.join(CLASSIFIERS)}.")] = EMBEDDED,
) -> None:
    """Build, upload and deploy a stage to AWS."""
    if classifier not in CLASSIFIERS:
        raise typer.BadParameter(f"There is no classifier {classifier}, only {', '.join(CLASSIFIERS)}.")
    with err.status("Building …"):
        packages = build_packages()
        layers = {key: zipped(build_layer(LAMBDA, group)) for key, group in LAYERS.items()}
    parameters = {"Classifier": classifier, "MailFrom": mail_from}
    with err.status("Deploying …"):
        deployed = deploy(aws(region), stage, packages, layers, bucket=bucket, parameters=parameters)
    for name, outputs in deployed.outputs.items():
        if "ApiUrl" in outputs:
            out.print(f"{name}: {outputs['ApiUrl']}", soft_wrap=True)


@app.command()
def agency(name: str, person: str, signature: str, stage: Stage = STAGE) -> None:
    """Make an agency in a stage and print its administration key, which is shown this once."""
    from infra.bootstrap import bootstrap  # noqa: PLC0415
    from shared.stores.dynamo import DynamoStore  # noqa: PLC0415

    typer.echo(bootstrap(DynamoStore(stage), name, person, signature))


@app.command()
def invoke(
    function: Annotated[str, typer.Argument(help="For example publish.tick")],
    event: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A file with the event as JSON.")],
    stage: Stage = STAGE,
    region: Region = None,
    endpoint_url: EndpointUrl = None,
) -> None:
    """Invoke a deployed function with an event and print what it returns."""
    folder, _, handler = function.partition(".")
    answer = (
        _cloud(endpoint_url, region)
        .client("lambda")
        .invoke(FunctionName=function_name(stage, folder, handler), Payload=event.read_bytes())
    )
    typer.echo(answer["Payload"].read().decode())
    if "FunctionError" in answer:
        raise typer.Exit(1)


@app.command()
def stop(
    scope: Annotated[str, typer.Argument(help="everything, network:NAME, agency:ID, client:ID, account:CLIENT/ID, …")],
    reason: Annotated[str, typer.Option(help="For the ledger and the receipt.")],
    who: Annotated[str, typer.Option(help="Your name, for the ledger.")] = "unnamed",
    recall_since: Annotated[
        str | None, typer.Option(help="Take down, too, what went out since this time, such as 2026-11-25T09:00:00Z.")
    ] = None,
    wait: Annotated[int, typer.Option(min=0, max=40, help="Seconds to wait for what is in flight to end.")] = 0,
    stage: Stage = STAGE,
    region: Region = None,
    endpoint_url: EndpointUrl = None,
) -> None:
    """Stop a scope without the API, by your AWS credentials; print the receipt. Again, it prints the receipt anew."""
    wanted = {"scope": scope, "reason": reason, "who": who, "wait": wait}
    if recall_since is not None:
        wanted["recall_since"] = recall_since
    answer = (
        _cloud(endpoint_url, region)
        .client("lambda")
        .invoke(
            FunctionName=function_name(stage, "recover", "engage_directly"),
            Qualifier=ALIAS,
            Payload=json.dumps(wanted).encode(),
        )
    )
    said = json.loads(answer["Payload"].read())
    if "FunctionError" in answer or said["statusCode"] >= INTERNAL_SERVER_ERROR:
        err.print("It is not known whether the stop is set. Stop again; that is safe.", style="red")
    if said.get("statusCode") != CREATED:
        err.print_json(data=said.get("body", said))
        raise typer.Exit(1)
    _print(said["body"])


@app.command()
def receipt(stop: StopId, url: RecoverUrl) -> None:
    """Print a stop's receipt over the API, whole: every name, and what became of it. Needs a key in BACKCHANNEL_KEY."""
    _print(whole_receipt(_recover(url), stop))


@app.command()
def resume(stop: StopId, url: RecoverUrl) -> None:
    """Ask to lift a stop; it takes two people, each with a key of their own in BACKCHANNEL_KEY."""
    _print(_recover(url).post(f"/stops/{stop}/resume"))


@app.command()
def openapi() -> None:
    """Print the API's OpenAPI document."""
    from infra.openapi import document  # noqa: PLC0415

    typer.echo(json.dumps(document(), indent=1, ensure_ascii=False))


@app.command()
def asyncapi() -> None:
    """Print the AsyncAPI document of what endpoints are told."""
    from infra.asyncapi import document  # noqa: PLC0415

    typer.echo(json.dumps(document(), indent=1, ensure_ascii=False))


@app.command()
def client(out_dir: Annotated[Path, typer.Option("--out", help="Folder for the wheel.")] = BUILD) -> None:
    """Build the typed Python client of the API, a wheel to install."""
    from infra.api_client import build_client  # noqa: PLC0415

    with err.status("Writing the client …"):
        made = build_client()
    out_dir.mkdir(parents=True, exist_ok=True)
    typer.echo(shutil.copy(made, out_dir))


@app.command()
def networks(as_json: Annotated[bool, typer.Option("--json", help="All of it, for programs.")] = False) -> None:
    """Show what each social network can do here, what it cannot, and against what that was proven."""
    from functions.desk.networks import table  # noqa: PLC0415
    from infra.networks import printed  # noqa: PLC0415

    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(table()), indent=1))
        return
    for part in printed(table()):
        out.print(part)


@app.command()
def demo() -> None:
    """Show the whole of it on the local engine, in a minute."""
    from infra.demo import run  # noqa: PLC0415

    run()


@app.command()
def bench(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help=f"Of {', '.join(BENCHES)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for programs.")] = False,
) -> None:
    """Measure what the promises cost: calls, bytes, memory, and time against a yardstick of the same run."""
    from infra.bench.run import BenchError, measured, table  # noqa: PLC0415

    if unknown := set(names or ()) - set(BENCHES):
        raise typer.BadParameter(f"There is no bench {', '.join(unknown)}, only {', '.join(BENCHES)}.")
    measurements = {}
    for name in names or BENCHES:
        try:
            with err.status(f"Measuring {name} …"):
                measurements[name] = measured(name)
        except BenchError as failure:
            err.print(str(failure), style="red")
            raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps(measurements))
    else:
        out.print(table(measurements))


def _recover(url: str) -> Api:
    key = os.environ.get(KEY)
    if not key:
        raise typer.BadParameter(f"Set {KEY} to your key.")
    return Api(url, key)


def _print(answer: Any) -> None:
    typer.echo(json.dumps(answer, indent=1, ensure_ascii=False))


def _cloud(endpoint_url: str | None, region: str | None) -> Cloud:
    return engine(endpoint_url) if endpoint_url else aws(region)


def _show(running: Engine, as_json: bool) -> None:
    urls = {
        "hooks_url": running.hooks_url,
        "api_url": running.api_url,
        "recover_url": running.recover_url,
        "agency_key": running.agency_key,
        "network_url": running.network_url,
        "aws_endpoint_url": running.endpoint_url,
        "state_dir": str(running.state_dir),
    }
    if as_json:
        typer.echo(json.dumps(urls))
        return
    for name, value in urls.items():
        typer.echo(f"export {name.upper()}={value}")
    err.print("Ready. Ctrl-C ends it and leaves nothing.")


def _end(*_: Any) -> None:
    """Leave as on Ctrl-C, so that everything open is closed."""
    raise KeyboardInterrupt


def main() -> None:
    signal.signal(signal.SIGTERM, _end)
    try:
        app()
    except (BuildError, DeployError, EngineError, ApiError, HTTPError, BotoCoreError, ClientError) as failure:
        err.print(str(failure), style="red", markup=False, highlight=False)
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
