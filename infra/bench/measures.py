"""``GET /clients/{client}/measures`` over a month of days that are kept, of a client with little and with much to do.

``aws_calls``, ``bytes_in`` (of DynamoDB's answers) and ``cpu_ms`` (the function's own) are of one request, by what the
rows are of. Today is folded from the ledger, of which it has ``entries_today`` entries. ``largest_record`` is that of a
day, in bytes: DynamoDB takes 400 KB. ``fold_cpu_ms`` is what folding such a day takes, once.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from statistics import median
from typing import Any

import msgspec

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import get
from infra.bench.serve import served
from infra.bench.stage import Stage, running_stage
from shared.domain.clock import ulid
from shared.domain.ledger import Entry
from shared.domain.measures.days import DAY, kept, today
from shared.domain.measures.folding import measured
from shared.domain.parties import Client

ZONE = "Europe/Oslo"
MONTH = 31
SIZES = {"quiet": (50, 5, 2), "busy": (10_000, 100, 20)}
"""Mentions a day, members, accounts."""
FUNCTIONS = ("customer_service", "crisis", "announcement", "contest", "community", "sales", "public_relations", "noise")
_SPLITS = ("day", "function", "member")
GOALS: dict[str, Goal] = {
    "busy.by_day.aws_calls": AtMost(7),
    "busy.largest_record": AtMost(400_000),
}


def measure(*, entries_today: int = 200, rounds: int = 5) -> dict[str, Any]:
    with running_stage() as stage:
        return {name: _of(stage, name, size, entries_today, rounds) for name, size in SIZES.items()}


def _of(stage: Stage, client: str, size: tuple[int, int, int], entries_today: int, rounds: int) -> dict[str, Any]:
    key, now = stage.brand(client), datetime.now(UTC)
    made = stage.store.get(Client, client, client)
    if made is None:
        raise LookupError(client)
    stage.keep([replace(made, created_at=made.created_at - 2 * MONTH * DAY)])
    entries = list(_day(client, now - DAY, size))
    began = time.process_time()
    measures = measured(entries)
    spent = time.process_time() - began
    last = today(now, ZONE)
    records = [record for age in range(1, MONTH) for record in kept(client, last - age * DAY, ZONE, measures)]
    stage.keep(records)
    stage.keep(list(_day(client, now, size))[:entries_today])
    query = {"from": (last - (MONTH - 1) * DAY).isoformat(), "until": last.isoformat()}
    figures = {f"by_{split}": _read(stage, client, key, {**query, "by": split}, rounds) for split in _SPLITS}
    return figures | {
        "entries_of_a_day": len(entries),
        "fold_cpu_ms": round(spent * 1000, 1),
        "largest_record": max(len(msgspec.json.encode(record)) for record in records),
    }


def _read(stage: Stage, client: str, key: str, query: dict[str, str], rounds: int) -> dict[str, Any]:
    from functions.desk.app import app  # noqa: PLC0415

    event = get("/clients/{client}/measures", key, client=client)
    event["queryStringParameters"] = query
    event["multiValueQueryStringParameters"] = {name: [value] for name, value in query.items()}
    served(app, event)  # the first call of a process makes its clients
    ours = []
    for _ in range(rounds):
        stage.calls.clear()
        used = time.process_time()
        reply = served(app, event)
        ours.append(time.process_time() - used)
    if reply["pending"] or len(reply["rows"]) == 0:
        raise LookupError("what was kept was not read")
    return {
        "aws_calls": stage.calls.total,
        "bytes_in": stage.calls.bytes_in,
        "cpu_ms": round(median(ours) * 1000, 1),
    }


def _day(client: str, at: datetime, size: tuple[int, int, int]) -> Iterator[Entry]:
    """Mentions, each recommended on, decided on and answered, by many people and with times of all lengths."""
    mentions, members, accounts = size
    random, count = Random(7), 0  # noqa: S311
    for _ in range(mentions):
        function, account = random.choice(FUNCTIONS), f"acc_{random.randrange(accounts):026}"
        agent, approver = (f"mbr_{random.randrange(members):026}" for _ in range(2))
        minutes = sorted(round(random.lognormvariate(3, 1.5), 1) for _ in range(3))
        about = {"function": function, "account": account, "author": agent}
        for type_, member, data in (
            ("mention.received", "", {"function": function, "needs_answer": True}),
            ("mention.recommended", agent, {"function": function, "action": "respond", "minutes": minutes[0]}),
            ("post.drafted", agent, about),
            ("post.approved", approver, {**about, "still_needed": 0, "recommendation": "rec", "minutes": minutes[1]}),
            ("mention.answered", "", {**about, "minutes": minutes[2], "in_time": minutes[2] < 60}),
            ("post.published", "", {**about, "late_seconds": random.random()}),
        ):
            count += 1
            id_ = f"led_{ulid(at, count.to_bytes(10, 'big'))}"
            who = {"member": member} if member else {"function": "bench"}
            yield Entry(id=id_, realm=client, at=at, type=type_, subject="x", who=who, data=data)
