"""What each network's connector costs: its import and first post beside those of the publisher, and its calls.

``import_ratio`` and ``first_post_ratio``: see ``infra.bench.first_call``; the median over rounds, and the most of any
network. ``calls_per_post``: to the network, for a text, what is asked ahead of its time included. ``calls_per_poll``:
for a look for mentions when there is nothing new, of networks that are asked for them. ``aws_calls_per_poll``: for
one account and one run of the poller, in a warm function, with a mention that is new and without; those of a post are
counted by ``publish``.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from statistics import median
from typing import Any

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import rule
from infra.bench.stage import Stage, running_stage
from infra.client import request
from shared.networks import CONNECTORS

CLIENT = "acme"
GOALS: Mapping[str, Goal] = {
    "most.import_ratio": AtMost(1),
    "aws_calls_per_poll.silent": AtMost(4),
    "aws_calls_per_poll.heard": AtMost(6),
}


def measure(*, rounds: int = 5, networks: Iterable[str] = tuple(CONNECTORS)) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for network in networks:
        found = [_first_call(network) for _ in range(rounds)]
        figures[network] = {name: round(median(one[name] for one in found), 3) for name in found[0]}
    figures["most"] = {"import_ratio": max(one["import_ratio"] for one in figures.values())}
    with running_stage() as stage:
        figures["aws_calls_per_poll"] = _polls(stage)
    return figures


def _first_call(network: str) -> dict[str, float]:
    command = [sys.executable, "-m", "infra.bench.first_call", network]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _polls(stage: Stage) -> dict[str, int]:
    from functions.ingest.app import poll  # noqa: PLC0415

    credentials = {"access_token": f"sandbox-{CLIENT}"}
    account = {"network": "mastodon", "handle": CLIENT, "base_url": stage.network_url, "credentials": credentials}
    stage.made("/clients/{client}/accounts", account, stage.brand(CLIENT), client=CLIENT)

    def calls() -> int:
        stage.calls.clear()
        poll(rule(datetime.now(UTC)), None)
        return stage.calls.total

    calls()  # opens the line, and begins to listen
    silent = calls()
    said = {"from": "customer", "to": CLIENT, "text": "Are you open?"}
    request("POST", f"{stage.network_url}/sandbox/mentions", said)
    return {"silent": silent, "heard": calls()}
