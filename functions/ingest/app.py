"""Webhooks of networks and monitoring tools onto the queue `inbound`."""

import os
from functools import cache

from chalice.app import Chalice, Response

from functions.ingest.accept import accept, challenge
from functions.ingest.sources import Sources, StoredSources
from shared import aws, telemetry
from shared.api import rest
from shared.api.problems import EXPECTED, Answer, problem
from shared.api.serve import Request
from shared.config import IngestConfig
from shared.domain.clock import SystemClock
from shared.queues import Queue, SqsQueue
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="ingest")


@cache
def wired() -> tuple[Sources, Queue]:
    config = IngestConfig.from_env(os.environ)
    sources = StoredSources(DynamoStore(config.stage), SystemClock().monotonic)
    return sources, SqsQueue(aws.client("sqs"), config.inbound_queue_url)


# Providers send many content types, and some none: the body is judged by reading it.
@app.route("/hooks/{source}", methods=["GET", "POST"], content_types=["*/*"])
def hook(source: str) -> Response:
    request = rest.request(app, {"source": source})
    return rest.guarded(request.path, lambda: _answered(source, request))


def _answered(source: str, request: Request) -> Answer:
    try:
        return _served(source, request)
    except EXPECTED as refusal:
        answer = problem(refusal, request.path)
        telemetry.logger.warning("refused", extra={"source": source, "status": answer.status, "because": str(refusal)})
        return answer


def _served(source: str, request: Request) -> Answer:
    sources, queue = wired()
    if request.method == "GET":
        return challenge(source, request.query, sources=sources)
    now = SystemClock().now()
    return accept(source, request.headers, request.body, sources=sources, queue=queue, now=now)
