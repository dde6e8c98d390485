"""New mentions into the inbox, in full batches from the queue ``inbound``."""

from datetime import UTC, datetime

import msgspec

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import Event, messages
from infra.bench.serve import served
from infra.bench.stage import running_stage
from shared.domain.mentions import Delivery, Report

READS = ("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan")
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems")
"""A transaction is one conditional write, whatever it is made of."""
BATCH = 10
GOALS: dict[str, Goal] = {
    "writes_per_mention": AtMost(1.0),
    "reads_per_mention": AtMost(0.05),
    "aws_calls_per_mention": AtMost(1.05),
}


def measure(*, batches: int = 30) -> dict[str, float]:
    """``bytes_per_mention``: sent and received together."""
    from functions.prioritize.app import mentions  # noqa: PLC0415

    with running_stage() as stage:
        served(mentions, _batch(0))
        stage.calls.clear()
        for number in range(1, 1 + batches):
            served(mentions, _batch(number))
        calls, count = stage.calls, batches * BATCH
    return {
        "writes_per_mention": round(calls.of("dynamodb", *WRITES) / count, 3),
        "reads_per_mention": round(calls.of("dynamodb", *READS) / count, 3),
        "aws_calls_per_mention": round(calls.total / count, 3),
        "bytes_per_mention": round((calls.bytes_out + calls.bytes_in) / count, 1),
    }


def _batch(number: int) -> Event:
    return messages(*(_message(number * BATCH + place) for place in range(BATCH)))


def _message(number: int) -> str:
    report = Report(
        network="mastodon",
        external_id=str(113500000000000000 + number),
        author="customer_one@social.example",
        text="@acme my order never arrived and nobody answers. Can you help?",
        url=f"https://social.example/@customer_one/{113500000000000000 + number}",
        posted_at=datetime.now(UTC),
        followers=182,
    )
    delivery = Delivery(source="src_1", client="acme", received_at=datetime.now(UTC), reports=(report,))
    return msgspec.json.encode(delivery).decode()
