"""``POST /stops`` for a client, with few and with many posts waiting for their time, and with many under way.

``queued``: calls to AWS and milliseconds of one stop, the median over rounds in which the sizes take turns; the
engine's own time is in them. ``time_ratio``: the largest's to the smallest's. Before each stop the flag of the one
before is removed, which no function can do, so that each is the first.
"""

import time
from collections.abc import Iterable, Sequence
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
from shared.stores import Record, rows

QUEUED = (0, 100, 1000, 10_000, 100_000)
UNDER_WAY = 1000
GOALS: dict[str, Goal] = {
    **{f"aws_calls_by_queued.{posts}": SameAs("aws_calls") for posts in QUEUED},
    "time_ratio": AtMost(1.1),
    "in_flight_unnamed": AtMost(0),
}


@dataclass(slots=True)
class _Queue:
    """A client with ``posts`` waiting, and what stopping it took."""

    posts: int
    request: Event = field(repr=False)
    calls: set[int] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)


def measure(*, queued: Sequence[int] = QUEUED, rounds: int = 25, under_way: int = UNDER_WAY) -> dict[str, Any]:
    """``aws_calls``: with the fewest queued. Each count is of a client of its own."""
    with running_stage() as stage:
        queues = [_queue(stage, posts) for posts in queued]
        for each in queues:
            _stop(stage, each)  # the first call of a process makes its clients
            each.seconds.clear()
        for number in range(rounds):
            for each in queues if number % 2 else reversed(queues):
                _stop(stage, each)
        named = _named(stage, under_way)
    calls = {str(each.posts): max(each.calls) for each in queues}
    medians = {str(each.posts): median(each.seconds) * 1000 for each in queues}
    first, *_, last = medians.values()
    return {
        "aws_calls": calls[str(queued[0])],
        "aws_calls_by_queued": calls,
        "queued": {size: {"aws_calls": calls[size], "ms": round(medians[size], 2)} for size in calls},
        "time_ratio": round(last / first, 3),
        "in_flight_named": named,
        "in_flight_unnamed": under_way - named,
    }


def _queue(stage: Stage, posts: int) -> _Queue:
    client = f"with-{posts}-queued"
    due_at = datetime.now(UTC) + timedelta(hours=1)
    waiting = (scheduled(f"pst_{client}-{number}", client, due_at) for number in range(posts))
    _keep(stage, (record for pair in waiting for record in pair))
    return _Queue(posts, _request(stage, client))


def _request(stage: Stage, client: str) -> Event:
    return post("/stops", {"scope": f"client:{client}", "reason": "an incident"}, stage.brand(client))


def _keep(stage: Stage, records: Iterable[Record]) -> None:
    """Puts records into the tables in batches, without the conditions of a commit, which cost more than the bench."""
    by_table: dict[str, list[Any]] = {}
    for record in records:
        (row,) = rows.rows([record])
        by_table.setdefault(row.table, []).append(stage.store.tables[row.table].of(record, row))
    for table, items in by_table.items():
        with stage.store.tables[table].batch_write() as batch:
            for item in items:
                batch.save(item)


def _stop(stage: Stage, queue: _Queue) -> None:
    from functions.recover.app import app  # noqa: PLC0415

    stage.calls.clear()
    began = time.perf_counter()
    stop = served(app, queue.request)
    queue.seconds.append(time.perf_counter() - began)
    queue.calls.add(stage.calls.total)
    flag = rows.flag_at(stop["scope"])
    stage.store.tables[flag.table](*flag.key).delete()


def _named(stage: Stage, posts: int) -> int:
    """How many of so many posts under way a stop names."""
    from functions.recover.app import app  # noqa: PLC0415

    client, now = "under-way", datetime.now(UTC)
    claimed = [scheduled(f"pst_{number}", client, now)[0] for number in range(posts)]
    _keep(stage, (record for each in claimed for record in _claimed(each, now)))
    return len({named["post"] for named in served(app, _request(stage, client))["named"]})


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
