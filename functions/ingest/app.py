"""Webhooks of networks and monitoring tools onto the queue `inbound`, and what is heard by asking."""

import os
from functools import cache
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from chalice.app import Chalice, Rate, Response

from functions.ingest.accept import accept, challenge
from functions.ingest.sources import Sources, StoredSources
from shared import aws, telemetry
from shared.api import rest
from shared.api.problems import EXPECTED, Answer, problem
from shared.api.serve import Request
from shared.config import Config, IngestConfig
from shared.domain.clock import SystemClock, id_maker
from shared.queues import Queue, SqsQueue
from shared.stores.dynamo import DynamoStore

if TYPE_CHECKING:
    from functions.ingest.followers import FollowerAudits
    from functions.ingest.poll import Poll
    from shared.networks import Connect

app = Chalice(app_name="ingest")


@cache
def wired() -> tuple[Sources, Queue]:
    config = IngestConfig.from_env(os.environ)
    sources = StoredSources(DynamoStore(config.stage), SystemClock().monotonic)
    return sources, SqsQueue(aws.client("sqs"), config.inbound_queue_url)


@cache
def listening() -> "Poll":
    # Webhooks are answered by the same app, and want none of this.
    from functions.ingest.poll import Poll  # noqa: PLC0415

    config, clock = IngestConfig.from_env(os.environ), SystemClock()
    return Poll(
        DynamoStore(config.stage),
        connect(config.stage),
        SqsQueue(aws.client("sqs"), config.inbound_queue_url),
        clock,
        id_maker(clock),
        SystemRandom().shuffle,
    )


@cache
def auditing() -> "FollowerAudits":
    from functions.ingest.followers import FollowerAudits  # noqa: PLC0415

    stage, clock = Config.from_env(os.environ).stage, SystemClock()
    return FollowerAudits(DynamoStore(stage), connect(stage), clock, id_maker(clock))


def connect(stage: str) -> "Connect":
    from shared.networks.shelf import EmptyShelf  # noqa: PLC0415
    from shared.networks.vault import Vault, connector  # noqa: PLC0415

    return connector(Vault(aws.client("secretsmanager"), stage), EmptyShelf(), SystemClock())


# Providers send many content types, and some none: the body is judged by reading it.
@app.route("/hooks/{source}", methods=["GET", "POST"], content_types=["*/*"])
def hook(source: str) -> Response:
    request = rest.request(app, {"source": source})
    return rest.guarded(request.path, lambda: _answered(source, request))


@app.schedule(Rate(1, unit=Rate.MINUTES))
def poll(_event: Any) -> dict[str, int]:
    return {"heard": listening().poll()}


@app.schedule(Rate(5, unit=Rate.MINUTES))
def audit_followers(_event: Any) -> dict[str, int]:
    return {"audited": auditing().run()}


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
