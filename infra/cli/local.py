"""What runs on this machine: ``up``, ``demo`` and ``bench``; and what the product says of itself."""

import json
import shutil
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer

from infra.bench import BENCHES
from infra.cli import output
from infra.cli.failures import CommandError


def up(as_json: Annotated[bool, typer.Option("--json", help="One line for programs.")] = False) -> None:
    """Run everything on this machine, until Ctrl-C."""
    from infra.engine import running_engine  # noqa: PLC0415

    with suppress(KeyboardInterrupt), running_engine() as running:
        _show(running, as_json)
        Event().wait()


def demo() -> None:
    """Show the whole of it on the local engine, in a minute."""
    from infra.demo import run  # noqa: PLC0415

    run()


def bench(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help=f"Of {', '.join(BENCHES)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for programs.")] = False,
) -> None:
    """Measure what the promises cost: calls, bytes, memory, and time against a yardstick of the same run."""
    from rich.console import Console  # noqa: PLC0415

    from infra.bench.run import BenchError, measured, table  # noqa: PLC0415

    if unknown := set(names or ()) - set(BENCHES):
        raise typer.BadParameter(f"There is no bench {', '.join(unknown)}, only {', '.join(BENCHES)}.")
    measurements = {}
    for name in names or BENCHES:
        try:
            with Console(stderr=True).status(f"Measuring {name} …"):
                measurements[name] = measured(name)
        except BenchError as failure:
            raise CommandError(str(failure)) from None
    if as_json:
        typer.echo(json.dumps(measurements))
    else:
        Console().print(table(measurements))


def openapi() -> None:
    """Print the API's OpenAPI document."""
    from infra.openapi import document  # noqa: PLC0415

    typer.echo(json.dumps(document(), indent=1, ensure_ascii=False))


def asyncapi() -> None:
    """Print the webhooks that are sent as an AsyncAPI document."""
    from infra.asyncapi import document  # noqa: PLC0415

    typer.echo(json.dumps(document(), indent=1, ensure_ascii=False))


def client(out: Annotated[str, typer.Option(help="Folder for the wheel; by default .build/.")] = "") -> None:
    """Build the typed Python client of the API, a wheel to install."""
    from rich.console import Console  # noqa: PLC0415

    from infra.api_client import build_client  # noqa: PLC0415
    from infra.build import BUILD  # noqa: PLC0415

    with Console(stderr=True).status("Writing the client …"):
        made = build_client()
    folder = Path(out) if out else BUILD
    folder.mkdir(parents=True, exist_ok=True)
    typer.echo(shutil.copy(made, folder))


def docs(out: Annotated[str, typer.Option(help="Folder for the site; by default .build/docs.")] = "") -> None:
    """Build the documentation, a site of static pages."""
    from rich.console import Console  # noqa: PLC0415

    from infra.build import BUILD  # noqa: PLC0415
    from infra.documentation import DocumentationError, build  # noqa: PLC0415

    site = Path(out) if out else BUILD / "docs"
    try:
        with Console(stderr=True).status("Building …"):
            build(BUILD / "docs-source", site)
    except DocumentationError as failure:
        raise CommandError(str(failure)) from None
    typer.echo(site / "index.html")


def networks(as_json: Annotated[bool, typer.Option("--json", help="All of it, for programs.")] = False) -> None:
    """Show what each social network can do here, what it cannot, and against what that was proven."""
    import msgspec  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    from functions.desk.networks import table  # noqa: PLC0415
    from infra.cli.networks import printed  # noqa: PLC0415

    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(table()), indent=1))
        return
    for part in printed(table()):
        Console().print(part)


def _show(running: Any, as_json: bool) -> None:
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
    output.say("Ready. Ctrl-C ends it and leaves nothing.")
