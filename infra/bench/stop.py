"""``POST /stops`` for a client, with few and with many posts waiting for their time, and with many under way.

``queued``: calls to AWS and milliseconds of one stop, the median over rounds in which the sizes take turns; the
engine's own time is in them. ``time_ratio``: the largest's to the smallest's. Before each stop the flag of the one
before is removed, which no function can do, so that each is the first. ``in_flight``: the same of a stop of so many
that are under way, and how many of them its receipt, read page by page, does not name.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from infra.bench.goals import AtMost, Goal, SameAs
from infra.bench.samples import Event, post, scheduled
from infra.bench.serve import served
from infra.bench.stage import Stage, running_stage
from shared.domain.attempts import SEND_DEADLINE, Attempt
from shared.domain.posts import Post, PostState
from shared.stores import rows

QUEUED = (0, 100, 1000, 10_000, 100_000)
IN_FLIGHT = (1, 1000)
GOALS: dict[str, Goal] = {
    **{f"aws_calls_by_queued.{posts}": SameAs("aws_calls") for posts in QUEUED},
    "time_ratio": AtMost(1.1),
    "in_flight.1.aws_calls": SameAs("aws_calls"),
    **{f"in_flight.{posts}.unnamed": AtMost(0) for posts in IN_FLIGHT},
}


@dataclass(slots=True)
class _Queue:
    """A client with ``posts`` waiting, and what stopping it took."""

    posts: int
    request: Event = field(repr=False)
    calls: set[int] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)


def measure(
    *, queued: Sequence[int] = QUEUED, rounds: int = 25, in_flight: Sequence[int] = IN_FLIGHT
) -> dict[str, Any]:
    """``aws_calls``: with the fewest queued. Each count is of a client of its own."""
    with running_stage() as stage:
        queues = [_queue(stage, posts) for posts in queued]
        for each in queues:
            _stop(stage, each)  # the first call of a process makes its clients
            each.seconds.clear()
        for number in range(rounds):
            for each in queues if number % 2 else reversed(queues):
                _stop(stage, each)
        under_way = {str(posts): _under_way(stage, posts) for posts in in_flight}
    calls = {str(each.posts): max(each.calls) for each in queues}
    medians = {str(each.posts): median(each.seconds) * 1000 for each in queues}
    first, *_, last = medians.values()
    return {
        "aws_calls": calls[str(queued[0])],
        "aws_calls_by_queued": calls,
        "queued": {size: {"aws_calls": calls[size], "ms": round(medians[size], 2)} for size in calls},
        "time_ratio": round(last / first, 3),
        "in_flight": under_way,
    }


def _queue(stage: Stage, posts: int) -> _Queue:
    client = f"with-{posts}-queued"
    due_at = datetime.now(UTC) + timedelta(hours=1)
    waiting = (scheduled(f"pst_{client}-{number}", client, due_at) for number in range(posts))
    stage.keep(record for pair in waiting for record in pair)
    return _Queue(posts, _request(stage, client))


def _request(stage: Stage, client: str) -> Event:
    return post("/stops", {"scope": f"client:{client}", "reason": "an incident"}, stage.brand(client))


def _stop(stage: Stage, queue: _Queue) -> None:
    from functions.recover.app import app  # noqa: PLC0415

    stage.calls.clear()
    began = time.perf_counter()
    stop = served(app, queue.request)
    queue.seconds.append(time.perf_counter() - began)
    queue.calls.add(stage.calls.total)
    flag = rows.flag_at(stop["scope"])
    stage.store.tables[flag.table](*flag.key).delete()


def _under_way(stage: Stage, posts: int) -> dict[str, Any]:
    """What a stop of so many posts under way costs, and how many of them it does not name."""
    from functions.recover.app import app  # noqa: PLC0415

    client, now = f"with-{posts}-in-flight", datetime.now(UTC)
    claimed = [scheduled(f"pst_{client}-{number}", client, now)[0] for number in range(posts)]
    stage.keep(record for each in claimed for record in _claimed(each, now))
    request = _request(stage, client)
    stage.calls.clear()
    began = time.perf_counter()
    receipt = served(app, request)
    seconds, calls = time.perf_counter() - began, stage.calls.total
    named = {one["post"] for page in _pages(receipt, request) for one in page["named"]}
    return {"aws_calls": calls, "ms": round(seconds * 1000, 2), "unnamed": len({post.id for post in claimed} - named)}


def _pages(first: dict[str, Any], stopping: Event) -> Iterator[dict[str, Any]]:
    """A receipt's pages, read with the key that made the stop."""
    from functions.recover.app import app  # noqa: PLC0415

    page, route, params = first, "/stops/{stop}", {"stop": first["id"]}
    yield page
    while page["next"] is not None:
        reading = stopping | {
            "resource": route,
            "path": route.format(**params),
            "httpMethod": "GET",
            "pathParameters": params,
            "multiValueQueryStringParameters": {"cursor": [page["next"]]},
            "requestContext": stopping["requestContext"] | {"resourcePath": route, "httpMethod": "GET"},
            "body": None,
        }
        page = served(app, reading)
        yield page


def _claimed(waiting: Post, now: datetime) -> tuple[Post, Attempt]:
    attempt = Attempt(
        id=f"att_{waiting.id}",
        client=waiting.client,
        agency=waiting.agency,
        account=waiting.account,
        network=waiting.network,
        post=waiting.id,
        started_at=now,
        deadline=now + SEND_DEADLINE,
    )
    return waiting.moved(PostState.CLAIMED, now, attempt=attempt.id), attempt
