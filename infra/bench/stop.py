"""``POST /stops`` for a client, with few and with many posts waiting for their time."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.bench.goals import Goal, SameAs
from infra.bench.samples import post, scheduled
from infra.bench.serve import served
from infra.bench.stage import Stage, running_stage

QUEUED = (0, 100, 1000)
AT_ONCE = 50
"""Posts in one commit, each with its timer."""
GOALS: dict[str, Goal] = {f"aws_calls_by_queued.{posts}": SameAs("aws_calls") for posts in QUEUED}


def measure(*, queued: Sequence[int] = QUEUED) -> dict[str, Any]:
    """``aws_calls``: with the fewest queued. Each count is of a client of its own."""
    with running_stage() as stage:
        calls = [_calls(stage, posts) for posts in queued]
    return {"aws_calls": calls[0], "aws_calls_by_queued": dict(zip(map(str, queued), calls, strict=True))}


def _calls(stage: Stage, posts: int) -> int:
    from functions.recover.app import app  # noqa: PLC0415

    client = f"with-{posts}-queued"
    key = stage.brand(client)
    due_at = datetime.now(UTC) + timedelta(minutes=1)
    waiting = [scheduled(f"pst_{client}-{number}", client, due_at) for number in range(posts)]
    for first in range(0, posts, AT_ONCE):
        stage.store.commit(*(record for pair in waiting[first : first + AT_ONCE] for record in pair))
    stage.calls.clear()
    served(app, post("/stops", {"scope": f"client:{client}", "reason": "an incident"}, key))
    return stage.calls.total
