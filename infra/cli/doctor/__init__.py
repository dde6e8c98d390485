"""``backchannel doctor``: whether a stage works, tried on itself and not by looking at it.

It makes a webhook, a mention and a post, on a shadow account alone, and clears them away.
"""

import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Annotated

import typer

from infra.cli import output
from infra.cli.commands import AsJson, ClientId, ProfileName, line_of
from infra.cli.doctor.deployment import deployed
from infra.cli.doctor.findings import Finding, State, Ward
from infra.cli.doctor.reach import key_of, reached
from infra.cli.doctor.standing import standing
from infra.cli.doctor.worker_path import tried
from infra.cli.failures import Exit
from infra.cli.profiles import another

_COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red", State.SKIP: "cyan"}


def doctor(
    client: ClientId = "",
    approver: Annotated[str, typer.Option(help="Profile of a second person, who approves the test post.")] = "",
    stage: Annotated[str, typer.Option(help="The deployment, to ask AWS about it; by default the profile's.")] = "",
    patience: Annotated[float, typer.Option(min=0, max=600, help="Seconds that each step may take.")] = 30.0,
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Try a stage from the webhook to the recall, on a shadow account, and say of each part whether it works."""
    line = line_of(profile, client, as_json=as_json)
    second = replace(line, profile=another(approver)) if approver else None
    ward = Ward(line=line, approver=second, patience=patience, monotonic=time.monotonic, sleep=time.sleep)
    found = []
    for finding in examined(ward, stage):
        found.append(finding)
        if not as_json:
            _say(finding)
    if as_json:
        output.print_json([asdict(finding) for finding in found])
    failed = [finding for finding in found if finding.state is State.FAIL]
    if failed:
        parts = sorted({finding.part or finding.check for finding in failed})
        output.say(f"Not well: {', '.join(parts)}.", bad=True)
        raise typer.Exit(Exit.FAILED)


def examined(ward: Ward, stage: str) -> Iterator[Finding]:
    """What can be reached first; what cannot is not tried further."""
    now = datetime.now(UTC)
    reach = list(reached(ward, now))
    yield from reach
    if not any(one.check == "desk" and one.state is State.FAIL for one in reach):
        yield key_of(ward, now)
        yield from standing(ward)
        yield from tried(ward)
    yield from deployed(ward.line.profile, stage, datetime.now(UTC))


def _say(finding: Finding) -> None:
    part = f" {finding.part}" if finding.part and finding.part != finding.check else ""
    state = output.coloured(f"{finding.state:<4}", _COLOURS[finding.state])
    typer.echo(f"{state}  {output.clean(f'{finding.check}{part}: {finding.says}')}")
    if finding.remedy and finding.state is not State.OK:
        typer.echo(f"      {output.clean(finding.remedy)}")
