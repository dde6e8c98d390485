"""What a function's cold start costs: the time of its import, and the memory that it comes to.

``ratio``: the processor's time of ``import functions.X.app`` in a fresh interpreter, bytecode compiled, to that of
``import boto3; boto3.client("dynamodb")`` in another; the median over rounds in which all take turns. Neither the
start of the interpreter is in it, nor what the function makes on first use.

``peak_mb``: the peak resident memory, in MiB, of a process that has imported the app, made its wiring (clients,
store) and served one event: a webhook taken, a mention stored, a client created, a post published on the sandbox
network through Mastodon.py, a stop made, a webhook delivered in vain and put off, a week reviewed. What Lambda
itself runs in that process is not in it.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import (
    EVENTS,
    OWNER,
    SECRET,
    Event,
    handed_over,
    hook,
    let_out,
    messages,
    post,
    rule,
    scheduled,
)
from infra.bench.serve import UnservedError
from infra.bench.stage import Stage, running_stage
from infra.functions import FUNCTIONS
from shared.domain.deliveries import queued
from shared.domain.parties import Client
from shared.domain.posts import PostState
from shared.wakes import Wake, message

RATIO = {"recover": AtMost(1.25)}
PEAK_MB = {"publish": AtMost(192)}
"""Publishing takes a network's library."""
GOALS: Mapping[str, Goal] = {
    **{f"{function}.ratio": RATIO.get(function, AtMost(1.5)) for function in FUNCTIONS},
    **{f"{function}.peak_mb": PEAK_MB.get(function, AtMost(128)) for function in FUNCTIONS},
}
YARDSTICK = "import boto3; boto3.client('dynamodb')"
TIMED = "import time; began = time.process_time(); {}; print(time.process_time() - began)"
CLIENT = "acme"
POST = "pst_1"


def measure(*, rounds: int = 9, functions: Iterable[str] = tuple(FUNCTIONS)) -> dict[str, dict[str, float]]:
    ratios = _ratios(tuple(functions), rounds)
    peaks = _peaks(ratios)
    return {
        function: {"ratio": round(ratios[function], 3), "peak_mb": round(peaks[function], 1)} for function in ratios
    }


def _ratios(functions: Iterable[str], rounds: int) -> dict[str, float]:
    imports = {function: f"import functions.{function}.app" for function in functions}
    for statement in (YARDSTICK, *imports.values()):
        _seconds(statement)  # compiles what is not compiled yet
    found: dict[str, list[float]] = {function: [] for function in imports}
    for _ in range(rounds):
        yardstick = _seconds(YARDSTICK)
        for function, statement in imports.items():
            found[function].append(_seconds(statement) / yardstick)
    return {function: median(ratios) for function, ratios in found.items()}


def _seconds(statement: str) -> float:
    return float(_printed(["-c", TIMED.format(statement)]))


def _peaks(functions: Iterable[str]) -> dict[str, float]:
    with running_stage() as stage:
        events = _events(stage)
        peaks = {function: _peak(function, *events[function]) for function in functions}
        sent = stage.store.post(POST)
    if "publish" in peaks and (sent is None or sent.state is not PostState.PUBLISHED):
        raise UnservedError("the post was not published")
    return peaks


def _peak(function: str, handler: str, event: Event) -> float:
    return float(_printed(["-m", "infra.bench.serve", function, handler], json.dumps(event)))


def _printed(arguments: list[str], given: str = "") -> str:
    """The last line that another Python prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()[-1]


def _events(stage: Stage) -> dict[str, tuple[str, Event]]:
    """For each function a handler and an event for it, and in the stage all that it takes to serve that."""
    owner = stage.brand(CLIENT)

    def made(what: str, body: Any) -> Any:
        return stage.made(f"/clients/{{client}}/{what}", body, owner, client=CLIENT)

    credentials = {"access_token": f"sandbox-{CLIENT}"}
    mastodon = {"network": "mastodon", "handle": CLIENT, "base_url": stage.network_url, "credentials": credentials}
    account = made("accounts", mastodon)["id"]
    source = made("sources", {"name": "X", "scheme": "x", "secret": SECRET})["id"]
    endpoint = made("endpoints", {"url": f"{stage.network_url}/nothing-here"})["id"]
    _make_older(stage, timedelta(weeks=2))
    now = datetime.now(UTC)
    due, timer = scheduled(POST, CLIENT, now, account=account)
    stage.store.commit(due, *let_out(CLIENT, now))
    stage.store.commit(queued(next(stage.store.ledger(CLIENT, now.date())), endpoint, now))
    other = {"id": "other", "name": "Other", "zone": "Europe/Oslo", "owner": OWNER}
    return {
        "ingest": ("app", hook(source)),
        "prioritize": ("mentions", json.loads((EVENTS / "prioritize.mentions.json").read_bytes())),
        "desk": ("app", post("/clients", other, stage.agency_key)),
        "publish": ("send", messages(handed_over(due, timer))),
        "recover": (
            "app",
            post("/stops", {"scope": "client:stopped", "reason": "an incident"}, stage.brand("stopped")),
        ),
        "notify": ("run", messages(message(Wake(client=CLIENT, endpoint=endpoint)).body)),
        "review": ("weekly", rule(now)),
    }


def _make_older(stage: Stage, age: timedelta) -> None:
    """The client, so that a week of its is over and can be reviewed."""
    client = stage.store.get(Client, CLIENT, CLIENT)
    if client is None:
        raise LookupError(CLIENT)
    stage.store.commit(replace(client, created_at=client.created_at - age, version=client.version + 1))
