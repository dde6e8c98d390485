"""The first page of the inbox with few and with many open mentions: as it is, and right after what matters has changed.

``settled`` and ``changed``: calls to AWS and milliseconds of one ``GET /clients/{client}/inbox``. Most of ``ms`` is the
engine's own time; ``cpu_ms`` is the function's alone. ``wrong``: places of the page after the change that are not those
of all mentions in their new order. ``scored_anew``: seconds until every mention had its new score, and writes for each.
"""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from typing import Any

import msgspec
from botocore.awsrequest import AWSResponse

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import get
from infra.bench.serve import served
from infra.bench.stage import Stage, running_stage
from shared import aws
from shared.domain.clock import SystemClock
from shared.domain.listening.mentions import NOTHING_SAID, Delivery, Mention, Report, mention_of
from shared.domain.listening.priorities import Priorities, Priority
from shared.domain.listening.ranking import Ranking, Scored

OPEN = (100, 5_000)
MANY = 100_000
PAGE_SIZE = 1_000_000
"""Bytes of a query's answer."""
GOALS: dict[str, Goal] = {"queries_of_a_page": AtMost(1), "wrong_after_a_change": AtMost(0)}
WORDS = ("kettle", "order", "late", "blue", "thanks", "price", "broken", "shop", "again", "launch", "where", "my", "is")
PAGE = 25


def measure(*, open_mentions: Sequence[int] = OPEN, many: int = MANY, rounds: int = 9) -> dict[str, Any]:
    """``many``: of so many mentions the index itself is played, since the engine sorts all of them for each query."""
    found: dict[str, Any] = {"settled": {}, "changed": {}, "scored_anew": {}}
    index = _Index()
    with running_stage() as stage:
        for size in open_mentions:
            client = f"with-{size}-open"
            key, mentions = stage.brand(client), list(_mentions(client, size))
            stage.keep(mentions)
            stage.keep([_settled(client)])
            found["settled"][str(size)] = _read(stage, client, key, rounds)
            stage.keep([_stated(client)])
            found["changed"][str(size)] = _read(stage, client, key, 1 + rounds // 4) | _checked(client, key, mentions)
            found["scored_anew"][str(size)] = _scored_anew(stage, client)
        client = "with-many-open"
        key, mentions = stage.brand(client), list(_mentions(client, many))
        index.hold(mentions)
        stage.keep([_settled(client)])
        found["settled"][str(many)] = _read(stage, client, key, rounds)
        stage.keep([_stated(client)])
        found["changed"][str(many)] = _read(stage, client, key, 1 + rounds // 4) | _checked(client, key, mentions)
    return found | {
        "queries_of_a_page": max(one["queries"] for one in found["settled"].values()),
        "wrong_after_a_change": sum(one["wrong"] for one in found["changed"].values()),
    }


def _mentions(client: str, size: int) -> Iterator[Mention]:
    draw, now = Random(size), datetime.now(UTC)  # noqa: S311  no secret
    ranking = Ranking(None, None, now)
    for number in range(size):
        received = now - timedelta(seconds=draw.randrange(86_400))
        report = Report(
            network="x",
            external_id=str(number),
            author=f"author_{draw.randrange(size)}",
            text=" ".join(draw.choices(WORDS, k=18)),
            url=f"https://social.example/{number}",
            followers=int(draw.lognormvariate(5, 2)),
        )
        delivery = Delivery(source="src_1", client=client, received_at=received, reports=(report,))
        yield ranking.scored(mention_of(delivery, report, NOTHING_SAID))


def _settled(client: str) -> Scored:
    now = datetime.now(UTC)
    return Scored(client=client, ranking=Ranking(None, None, now).name, seen_at=now, settled=True)


def _stated(client: str) -> Priorities:
    """Two in a hundred match."""
    launch = Priority(name="launch", weight=40, words=("blue kettle", "launch price"))
    return Priorities(client=client, items=(launch,), set_by="mbr_1", set_at=datetime.now(UTC))


class _Index:
    """Answers queries of the inbox as DynamoDB would, in pages as large as its own, once it holds mentions."""

    def __init__(self) -> None:
        self._items: list[Any] = []
        # Clients take over what their session knows when they are made.
        aws.session().get_component("event_emitter").register("before-send.dynamodb.Query", self._answer)

    def hold(self, mentions: Iterable[Mention]) -> None:
        self._items = [
            {
                "id": {"S": one.id},
                "inbox": {"S": one.client},
                "score": {"N": str(one.score)},
                "version": {"N": "1"},
                "body": {"S": msgspec.json.encode(one).decode()},
            }
            for one in sorted(mentions, key=lambda one: one.score, reverse=True)
        ]

    def _answer(self, request: Any, **_: Any) -> AWSResponse | None:
        asked = json.loads(request.body)
        if not self._items or asked.get("IndexName") != "inbox":
            return None
        first, size = int(asked.get("ExclusiveStartKey", {}).get("id", {}).get("S", 0)), 0
        page: list[Any] = []
        for item in self._items[first : first + asked.get("Limit", len(self._items))]:
            if size >= PAGE_SIZE:
                break
            page.append({"body": item["body"]} if "ProjectionExpression" in asked else item)
            size += len(item["body"]["S"])
        last = first + len(page)
        more = {"LastEvaluatedKey": self._items[last - 1] | {"id": {"S": str(last)}}} if last < len(self._items) else {}
        more.get("LastEvaluatedKey", {}).pop("body", None)
        return _Answer(json.dumps({"Items": page, "Count": len(page), "ScannedCount": len(page), **more}).encode())


class _Answer(AWSResponse):  # type: ignore[misc]
    def __init__(self, content: bytes) -> None:
        super().__init__("", 200, {"content-type": "application/x-amz-json-1.0"}, None)
        self._content = content


def _page(client: str, key: str) -> Any:
    from functions.desk.app import app  # noqa: PLC0415

    return served(app, get("/clients/{client}/inbox", key, client=client))


def _read(stage: Stage, client: str, key: str, rounds: int) -> dict[str, Any]:
    _page(client, key)  # the first call of a process makes its clients
    seconds, ours = [], []
    for _ in range(rounds):
        stage.calls.clear()
        began, used = time.perf_counter(), time.process_time()
        _page(client, key)
        seconds.append(time.perf_counter() - began)
        ours.append(time.process_time() - used)
    return {
        "queries": stage.calls.of("dynamodb", "Query"),
        "aws_calls": stage.calls.total,
        "ms": round(median(seconds) * 1000, 1),
        "cpu_ms": round(median(ours) * 1000, 1),
    }


def _checked(client: str, key: str, mentions: Sequence[Mention]) -> dict[str, int]:
    ranking = Ranking(None, _stated(client), datetime.now(UTC))
    right = sorted(map(ranking.scored, mentions), key=lambda one: (one.score, one.id), reverse=True)[:PAGE]
    shown = [item["id"] for item in _page(client, key)["items"]]
    return {"wrong": sum(one.id != id_ for one, id_ in zip(right, shown, strict=True))}


def _scored_anew(stage: Stage, client: str) -> dict[str, float]:
    from functions.prioritize.reranking import rerank  # noqa: PLC0415

    stage.calls.clear()
    began = time.perf_counter()
    wanting = rerank(client, store=stage.store, clock=SystemClock(), until=time.monotonic() + 3600)
    seconds = time.perf_counter() - began
    writes = stage.calls.of("dynamodb", "TransactWriteItems", "PutItem")
    return {"seconds": round(seconds, 1), "writes_per_mention": round(writes / max(1, wanting), 3), "mentions": wanting}
