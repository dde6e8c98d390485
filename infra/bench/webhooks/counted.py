"""AWS calls and their price for events to one endpoint that answers, counted in this process.

Answers are taken to take 100 ms. To what is sent come the requests by which Lambda takes calls from their queue, a unit
of writing for each delivery that leaves the index, and what a query reads beyond its first unit.
"""

from datetime import UTC, datetime, timedelta
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
CLIENT, ENDPOINT = "acme", "end_bench"


def measure(batches: int = 3) -> dict[str, Any]:
    with running_stage() as stage, receiving() as receivers:
        from functions.notify.app import fan_out, run  # noqa: PLC0415

        stage.brand(CLIENT)
        stage.store.commit(endpoint(ENDPOINT, CLIENT, receivers.url(ENDPOINT, Kind.HEALTHY), "bench.happened"))
        used = Units({"deliveries": {"waiting": True}})
        used.listen(aws.session().get_component("event_emitter"))
        call = messages(message(Wake(client=CLIENT, endpoint=ENDPOINT)).body)
        served(fan_out, _batch(stage, 1))
        served(run, call)
        stage.calls.clear()
        used.clear()
        for _ in range(batches):
            served(fan_out, _batch(stage, BATCH))
            served(run, call)
        calls, count = stage.calls.total, batches * BATCH
        got = len(receivers.received(ENDPOINT)) - 1
    if got != count:
        raise RuntimeError(f"{got} of {count} events were received")
    delivery_size = 600
    ran = (TAKES * calls + ANSWERS * count / WORKERS) * FUNCTIONS["notify"]["run"].memory / 1024
    units = {
        "sqs": calls_of_queue(batches),
        "lambda": 2 * batches,
        "gb_seconds": ran,
        "write": used.written + count * (delivery_size // WRITTEN + 1),
        "read": used.read + count * delivery_size / READ,
    }
    return {
        "aws_calls_per_event": round(calls / count, 3),
        "usd_per_million": round(usd(units) / count, 2),
    }


def calls_of_queue(batches: int) -> int:
    """Sent, received and deleted, of each batch's one call."""
    return 3 * batches


def _batch(stage: Stage, size: int) -> dict[str, Any]:
    new_id, records = id_maker(SystemClock()), []
    now = datetime.now(UTC) - timedelta(seconds=1)
    for number in range(size):
        entry = happened(new_id("led"), CLIENT, now, "bench.happened", f"pst_{number // 2}")
        stage.keep([entry])
        item = stage.store.tables["ledger"].of(entry, rows.row_of(entry)).serialize()
        records.append({"eventID": entry.id, "eventName": "INSERT", "dynamodb": {"NewImage": item}})
    return {"Records": records}
