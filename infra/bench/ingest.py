"""A webhook of a known source, from the event that API Gateway hands over to the answer.

Time is the processor's, of this process, in batches that take turns with as many bare ``SendMessage`` of the same
message by botocore; the ratio is the median over the turns.
"""

import os
from statistics import median
from time import process_time
from typing import Any

from botocore.session import get_session

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import SECRET, hook
from infra.bench.serve import served
from infra.bench.stage import Stage, queue_variable, running_stage

GOALS: dict[str, Goal] = {
    "aws_calls_per_webhook": AtMost(1.0),
    "cpu_ratio_to_bare_send": AtMost(1.6),
}


def measure(*, turns: int = 25, webhooks: int = 40) -> dict[str, float]:
    """``turns`` of ``webhooks`` each; all of them last less than a source is remembered."""
    with running_stage() as stage:
        return _measured(stage, turns, webhooks)


def _measured(stage: Stage, turns: int, webhooks: int) -> dict[str, float]:
    from functions.ingest.app import app  # noqa: PLC0415

    x = {"name": "X", "scheme": "x", "secret": SECRET}
    source = stage.made("/clients/{client}/sources", x, stage.brand("acme"), client="acme")["id"]
    event = hook(source)
    served(app, event)
    sqs: Any = get_session().create_client("sqs")
    url = os.environ[queue_variable("inbound")]
    message = sqs.receive_message(QueueUrl=url)["Messages"][0]["Body"]
    ratios = []
    stage.calls.clear()
    for _ in range(turns):
        began = process_time()
        for _ in range(webhooks):
            served(app, event)
        between = process_time()
        for _ in range(webhooks):
            sqs.send_message(QueueUrl=url, MessageBody=message, DelaySeconds=0)
        ratios.append((between - began) / (process_time() - between))
    return {
        "aws_calls_per_webhook": round(stage.calls.total / (turns * webhooks), 3),
        "cpu_ratio_to_bare_send": round(median(ratios), 3),
        "bytes_out_per_webhook": round(stage.calls.bytes_out / (turns * webhooks), 1),
    }
