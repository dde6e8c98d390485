"""Building and deploying a stage, and calling what is deployed: ``package``, ``deploy`` and ``invoke``."""

import os
from pathlib import Path
from typing import Annotated

import typer

from infra.cli import output
from infra.cli.failures import CommandError

Stage = Annotated[str, typer.Option(help="Name of the deployment.")]
Region = Annotated[str, typer.Option(help="AWS region; by default the configured one.")]


def package() -> None:
    """Build what would be deployed, under .build/."""
    from infra.build import LAMBDA, LAYERS, build_layer, build_packages, zipped  # noqa: PLC0415

    made = [(package.app, package.code) for package in build_packages()]
    made += [(f"layer {group or ''}".strip(), zipped(build_layer(LAMBDA, group))) for group in LAYERS.values()]
    rows = [(name, f"{archive.stat().st_size:,}", str(archive)) for name, archive in made]
    output.print_table(("package", "bytes", "file"), rows)


def deploy(
    stage: Stage,
    region: Region = "",
    bucket: Annotated[str, typer.Option(help="For the packages; by default one is made.")] = "",
    mail_from: Annotated[
        str | None, typer.Option(help='Address that SES may send from; "" for no mail. As it was, or none.')
    ] = None,
    classifier: Annotated[
        str | None, typer.Option(help="What labels mentions: embedded, or comprehend. As it was, or embedded.")
    ] = None,
) -> None:
    """Build, upload and deploy a stage to AWS."""
    from rich.console import Console  # noqa: PLC0415

    from infra.build import LAMBDA, LAYERS, build_layer, build_packages, zipped  # noqa: PLC0415
    from infra.cloud import aws  # noqa: PLC0415
    from infra.deploy import deploy as deployed_to  # noqa: PLC0415
    from shared.classifiers import CLASSIFIERS  # noqa: PLC0415

    if classifier is not None and classifier not in CLASSIFIERS:
        raise typer.BadParameter(f"There is no classifier {classifier}, only {', '.join(CLASSIFIERS)}.")
    err = Console(stderr=True)
    with err.status("Building …"):
        packages = build_packages()
        layers = {key: zipped(build_layer(LAMBDA, group)) for key, group in LAYERS.items()}
    chosen = {"Classifier": classifier, "MailFrom": mail_from}
    parameters = {name: value for name, value in chosen.items() if value is not None}
    with err.status("Deploying …"):
        deployed = deployed_to(
            aws(region or None), stage, packages, layers, bucket=bucket or None, parameters=parameters
        )
    for name, outputs in deployed.outputs.items():
        if "ApiUrl" in outputs:
            typer.echo(f"{name}: {outputs['ApiUrl']}")


def invoke(
    function: Annotated[str, typer.Argument(help="For example publish.tick")],
    event: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A file with the event as JSON.")],
    stage: Stage = "local",
    region: Region = "",
    endpoint_url: Annotated[str, typer.Option(help="A running engine; by default AWS itself.")] = "",
) -> None:
    """Invoke a deployed function with an event and print what it returns."""
    from infra.cloud import aws, engine  # noqa: PLC0415
    from infra.functions import function_name  # noqa: PLC0415

    folder, _, handler = function.partition(".")
    at = endpoint_url or os.environ.get("AWS_ENDPOINT_URL", "")
    functions = (engine(at) if at else aws(region or None)).client("lambda")
    answer = functions.invoke(FunctionName=function_name(stage, folder, handler), Payload=event.read_bytes())
    typer.echo(answer["Payload"].read().decode())
    if "FunctionError" in answer:
        raise CommandError(f"{function} failed.")
