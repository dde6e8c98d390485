"""AWS calls and their price for events to one endpoint that answers, counted in this process.

Answers are taken to take 100 ms. To what is sent come the requests by which Lambda takes calls from their queue, a unit
of writing for each delivery that leaves the index, and what a query reads beyond its first unit.
"""

import math
from datetime import UTC, datetime
from typing import Any

from functions.notify.threads import WORKERS
from infra.bench.prices import WRITTEN, Units, usd
from infra.bench.samples import messages
from infra.bench.serve import served
from infra.bench.stage import Stage, running_stage
from infra.bench.webhooks.events import endpoint, happened
from infra.bench.webhooks.receivers import Kind, receiving
from infra.functions import FUNCTIONS
from shared import aws
from shared.domain.clock import SystemClock, id_maker
from shared.stores import rows
from shared.wakes import Wake, message

BATCH = 100
"""What the stream hands over at once."""
ANSWERS = 0.1
"""Seconds that an endpoint takes to answer."""
TAKES = 0.005
"""Seconds that a call to AWS takes."""
READ = 4096
"""Bytes in a unit of reading."""
DELIVERY = 600
"""Bytes of a delivery, about."""
QUEUE_REQUESTS = 3
"""A batch's one call is sent, received and deleted."""
CLIENT, ENDPOINT = "acme", "end_bench"


def measure(batches: int = 3) -> dict[str, Any]:
    with running_stage() as stage, receiving() as receivers:
        from functions.notify.app import fan_out, run  # noqa: PLC0415

        stage.brand(CLIENT)
        stage.store.commit(endpoint(ENDPOINT, CLIENT, receivers.url(ENDPOINT, Kind.HEALTHY), "bench.happened"))
        used = Units({"deliveries": {"waiting": True}})
        used.listen(aws.session().get_component("event_emitter"))
        call = messages(message(Wake(client=CLIENT, endpoint=ENDPOINT)).body)
        streamed = [_batch(stage, size) for size in (1, *[BATCH] * batches)]
        served(fan_out, streamed[0])
        served(run, call)
        stage.calls.clear()
        used.clear()
        for one in streamed[1:]:
            served(fan_out, one)
            served(run, call)
        calls, count = stage.calls.total, batches * BATCH
        got = len(receivers.received(ENDPOINT)) - 1
    if got != count:
        raise RuntimeError(f"{got} of {count} events were received")
    ran = (TAKES * calls + ANSWERS * count / WORKERS) * FUNCTIONS["notify"]["run"].memory / 1024
    units = {
        "sqs": QUEUE_REQUESTS * batches,
        "lambda": 2 * batches,
        "gb_seconds": ran,
        "write": used.written + count * math.ceil(DELIVERY / WRITTEN),
        "read": used.read + count * DELIVERY / READ,
    }
    return {
        "aws_calls_per_event": round(calls / count, 3),
        "usd_per_million": round(usd(units) / count, 2),
    }


def _batch(stage: Stage, size: int) -> dict[str, Any]:
    """Entries that happened, as the stream tells of them."""
    new_id, now = id_maker(SystemClock()), datetime.now(UTC)
    entries = [happened(new_id("led"), CLIENT, now, "bench.happened", f"pst_{number // 2}") for number in range(size)]
    stage.keep(entries)
    ledger = stage.store.tables["ledger"]
    items = [(entry, ledger.of(entry, rows.row_of(entry)).serialize()) for entry in entries]
    records = [{"eventID": entry.id, "eventName": "INSERT", "dynamodb": {"NewImage": item}} for entry, item in items]
    return {"Records": records}
