"""New mentions into the inbox, in full batches from the queue ``inbound``: what they cost, and how they are understood.

``usd_per_million``: of mentions, at AWS's prices: the requests by which Lambda takes batches from the queue, the units
of DynamoDB that were asked for with their indexes, and Lambda's time, which is the processor's time here and
:data:`TAKES` for each call. What a mention sets off (webhooks out, answers) is not in it, nor is storage.

Accuracy is measured by :mod:`infra.bench.listening.judged`; ``precision_at_20`` by the real score. ``baselines`` are
what can be had without a classifier.
"""

import sys
import time
from datetime import UTC, datetime
from typing import Any

import msgspec

from infra.bench.goals import AtMost, Goal
from infra.bench.listening.judged import TEST, Labelled, judge
from infra.bench.prices import Units, usd
from infra.bench.samples import Event, messages
from infra.bench.serve import served
from infra.bench.stage import running_stage
from infra.functions import FUNCTIONS
from shared.domain.listening.classify import Classification
from shared.domain.listening.mentions import Delivery, Report, mention_of
from shared.domain.listening.ranking import Ranking

READS = ("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan")
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems")
"""A transaction is one conditional write, whatever it is made of."""
BATCH = 10
TAKES = 0.010
"""Seconds of a call to DynamoDB."""
INDEXES = {"mentions": {"inbox": True, "waiting": False, "conversation": False}}
"""By table and key: whether the index holds whole items."""
GOALS: dict[str, Goal] = {
    "writes_per_mention": AtMost(1.0),
    "reads_per_mention": AtMost(0.1),
    "ratio_to_sentiment_alone": AtMost(2.0),
}


def measure(*, batches: int = 30, rounds: int = 7) -> dict[str, Any]:
    """``bytes_per_mention``: sent and received together. Where the tweets cannot be had, theirs are missing."""
    from shared.classifiers import embedded  # noqa: PLC0415

    understood = judge(embedded(), labelled=TEST, rank=_rank, rounds=rounds)
    if why := understood.pop("not_measured", ""):
        print(why, file=sys.stderr)  # noqa: T201
    return _cost(batches) | understood


def _cost(batches: int) -> dict[str, float]:
    from functions.prioritize.app import mentions  # noqa: PLC0415
    from shared import aws  # noqa: PLC0415

    with running_stage() as stage:
        used = Units(INDEXES)
        used.listen(aws.session().get_component("event_emitter"))
        served(mentions, _batch(0))
        stage.calls.clear()
        used.clear()
        began = time.process_time()
        for number in range(1, 1 + batches):
            served(mentions, _batch(number))
        took = time.process_time() - began
        calls, count = stage.calls, batches * BATCH
    reads = calls.of("dynamodb", *READS)
    ran = (took + TAKES * calls.total) * FUNCTIONS["prioritize"]["mentions"].memory / 1024
    units = (
        # A batch is received by one request and deleted by another, and there is one call of the function for it.
        {"sqs": 2 * batches, "lambda": batches, "gb_seconds": ran} | {"write": used.written, "read": used.read}
    )
    return {
        "writes_per_mention": round(calls.of("dynamodb", *WRITES) / count, 3),
        "reads_per_mention": round(reads / count, 3),
        "aws_calls_per_mention": round(calls.total / count, 3),
        "bytes_per_mention": round((calls.bytes_out + calls.bytes_in) / count, 1),
        "write_units_per_mention": round(used.written / count, 2),
        "read_units_per_mention": round(used.read / count, 2),
        "usd_per_million": round(usd(units) / count, 2),
    }


def _rank(line: Labelled, labels: Classification) -> float:
    """The score for a client that has laid down nothing."""
    now = datetime.now(UTC)
    report = Report(
        network=line["network"],
        external_id=line["id"],
        author=line["author"],
        text=line["text"],
        followers=line["followers"],
    )
    delivery = Delivery(source="", client="", received_at=now, reports=(report,))
    return Ranking(None, None, now).score(mention_of(delivery, report, labels))


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
