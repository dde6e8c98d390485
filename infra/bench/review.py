"""The weekly review of a usual and of a busy brand: made once, and read as a page; and read while its week still runs.

Weeks are those of ``infra/simulation/month.py``. The ledger's pages are played, since writing them would take far
longer than reading; all else is on the engine. ``usd_per_million``: at AWS's prices, of DynamoDB's units and Lambda's
time, which is the processor's time here and :data:`TAKES` for each call.
"""

import json
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from botocore.awsrequest import AWSResponse

from infra.bench.goals import AtMost, Goal
from infra.bench.prices import usd
from infra.bench.samples import Event, get
from infra.bench.serve import UnservedError
from infra.bench.stage import Stage, running_stage
from infra.functions import API, FUNCTIONS
from infra.simulation.month import CLIENT, Month, laid_down
from infra.simulation.weeks import START, WEEK, Brand
from shared import aws
from shared.domain.clock import id_maker
from shared.domain.ledger import Entry
from shared.domain.review import Review
from shared.domain.weeks import week_of
from shared.stores import rows

NOTHING = Brand(name="nothing", an_hour=0.0, negative=0.2)
BRANDS: Mapping[str, float] = {"usual": 6.0, "busy": 300.0}
"""Mentions an hour: 1,000 and 50,000 in the week."""
TAKES = 0.010
"""Seconds of a call to DynamoDB."""
READ, WRITTEN = 4096, 1024
"""Bytes in a unit of reading, and of writing, which counts twice in a transaction."""
GOALS: dict[str, Goal] = {
    "usual.page.aws_calls": AtMost(15),
    "busy.page.aws_calls": AtMost(15),
    "busy.page.bytes": AtMost(250_000),
    "busy.review_bytes": AtMost(200_000),
}
ENDED = START + timedelta(minutes=WEEK)


def measure(*, brands: Mapping[str, float] = BRANDS, rounds: int = 3) -> dict[str, Any]:
    """``made``: the function that makes it. ``page``: of one that is made. ``running``: JSON of one that is not."""
    ledger = _Ledger()
    with running_stage() as stage:
        key = stage.brand(CLIENT)
        figures = {}
        for name, an_hour in brands.items():
            month = Month(brand=Brand(name=CLIENT, an_hour=an_hour, negative=0.2, zone=1), happenings=(), weeks=1)
            ledger.hold(month.entries())
            stage.keep([*laid_down(START), *month.mentions.values(), *month.questions])
            figures[name] = _figures(stage, ledger, key, rounds)
        return figures


def _figures(stage: Stage, ledger: "_Ledger", key: str, rounds: int) -> dict[str, Any]:
    from functions.desk.app import app as desk  # noqa: PLC0415

    week = week_of(START + timedelta(days=3), "Europe/Oslo")
    address = "/clients/{client}/reviews/{week}"
    asked = get(address, key, client=CLIENT, week=week)
    page = get(f"{address}/page", key, client=CLIENT, week=week)
    running, _ = _measured(stage, ledger, "desk", API, lambda: _answered(desk, asked), rounds)
    made = _made(stage, ledger, week)
    shown, body = _measured(stage, ledger, "desk", API, lambda: _answered(desk, page), rounds)
    stored = stage.store.get(Review, CLIENT, week)
    size = len(msgspec.json.encode(stored))
    made["usd_per_million"] = round(made["usd_per_million"] + usd({"write": 2 * math.ceil(size / WRITTEN)}), 2)
    _forget(stage, week)
    return {
        "entries": ledger.entries,
        "mentions": stored.mentions_received if stored else 0,
        "made": made,
        "running": running,
        "page": shown | {"bytes": len(body.encode())},
        "review_bytes": size,
    }


def _made(stage: Stage, ledger: "_Ledger", week: str) -> dict[str, float]:
    from functions.review.weekly import weekly  # noqa: PLC0415

    class Clock:
        def now(self) -> datetime:
            return ENDED

        def monotonic(self) -> float:
            return time.monotonic()

        def sleep(self, seconds: float) -> None: ...

    clock = Clock()

    def make() -> int:
        return weekly(store=stage.store, clock=clock, new_id=id_maker(clock))

    figures, many = _measured(stage, ledger, "review", "weekly", make, 1)
    if many != 1:
        raise UnservedError(f"{many} reviews of {week} were made")
    return figures


def _measured(
    stage: Stage, ledger: "_Ledger", app: str, handler: str, act: Callable[[], Any], rounds: int
) -> tuple[dict[str, float], Any]:
    """Of one run: calls, processor's time, what a million would cost. The first, which loads things, is left out."""
    if rounds > 1:
        act()
    stage.calls.clear()
    ledger.read = 0
    began, found = time.process_time(), None
    for _ in range(rounds):
        found = act()
    cpu = (time.process_time() - began) / rounds
    calls = stage.calls.total / rounds
    gb_seconds = (cpu + TAKES * calls) * FUNCTIONS[app][handler].memory / 1024
    read = ledger.read / rounds / READ + calls
    figures = {
        "aws_calls": calls,
        "cpu_ms": round(cpu * 1000, 1),
        "usd_per_million": round(usd({"lambda": 1, "gb_seconds": gb_seconds, "read": read}), 2),
    }
    return figures, found


def _answered(app: Any, event: Event) -> str:
    answer = app(event, None)
    if answer["statusCode"] != 200:
        raise UnservedError(answer["body"])
    return str(answer["body"])


def _forget(stage: Stage, week: str) -> None:
    """So that the next brand's can be made."""
    table = stage.store.tables["registry"]
    row = rows.place_of(Review, CLIENT, week)
    table(row.hash, row.range).delete()


class _Ledger:
    """Answers queries of the ledger as DynamoDB would, once it holds entries."""

    def __init__(self) -> None:
        self._days: dict[str, list[Any]] = {}
        self._pages: dict[tuple[str, int], bytes] = {}
        self.entries = 0
        self.read = 0
        """Bytes."""
        # Clients take over what their session knows when they are made.
        aws.session().get_component("event_emitter").register("before-send.dynamodb.Query", self._answer)

    def hold(self, entries: Iterable[Entry]) -> None:
        self._days, self._pages, self.entries = {}, {}, 0
        for entry in entries:
            row = rows.entry_row(entry)
            item = {"body": {"S": msgspec.json.encode(entry).decode()}}
            self._days.setdefault(row.hash, []).append(item)
            self.entries += 1

    def _answer(self, request: Any, **_: Any) -> AWSResponse | None:
        asked = json.loads(request.body)
        if not self._days or not asked["TableName"].endswith("-ledger"):
            return None
        (day,) = (value["S"] for value in asked["ExpressionAttributeValues"].values())
        first = int(asked.get("ExclusiveStartKey", {}).get("realm_day", {}).get("S", "@0").rpartition("@")[2])
        page = self._page(day, first, int(asked["Limit"]))
        self.read += len(page)
        return _Answer(page)

    def _page(self, day: str, first: int, size: int) -> bytes:
        if (day, first) not in self._pages:
            items: Sequence[Any] = self._days.get(day, [])
            page, last = items[first : first + size], first + size
            key = {"realm_day": {"S": f"{day}@{last}"}, "id": {"S": "x"}}
            more = {"LastEvaluatedKey": key} if last < len(items) else {}
            answer = {"Items": page, "Count": len(page), "ScannedCount": len(page), **more}
            self._pages[day, first] = json.dumps(answer).encode()
        return self._pages[day, first]


class _Answer(AWSResponse):  # type: ignore[misc]
    def __init__(self, content: bytes) -> None:
        super().__init__("", 200, {"content-type": "application/x-amz-json-1.0"}, None)
        self._content = content
