"""The ledger's stream to those who listen: machines by webhook, and people where they read."""

import os
import random
from collections.abc import Mapping
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, CloudWatchEvent, DynamoDBEvent, Rate, SQSEvent

from functions.notify.by_kind import ByKind
from functions.notify.fan_out import fan_out as put_up
from functions.notify.http import Post, posting
from functions.notify.retry import retry as call_again
from functions.notify.run import Runner
from functions.notify.tell import Tell
from functions.notify.threads import at_once
from functions.notify.webhook import Webhooks
from shared import aws
from shared.addresses import resolved
from shared.batch import handled
from shared.config import MessagesConfig, NotifyConfig, OutgoingConfig
from shared.domain.clock import SystemClock, id_maker
from shared.domain.endpoints import EndpointKind
from shared.outgoing import Outgoing, trusting
from shared.queues import SqsQueue
from shared.stores.dynamo import DynamoStore, entry_of_stream_record
from shared.wakes import wake_in

app = Chalice(app_name="notify")
clock = SystemClock()


@cache
def wired() -> tuple[DynamoStore, SqsQueue]:
    config = NotifyConfig.from_env(os.environ)
    return DynamoStore(config.stage), SqsQueue(aws.client("sqs"), config.deliveries_queue_url)


@cache
def posted() -> Post:
    plain = OutgoingConfig.from_env(os.environ).allow_plain_http
    return posting(Outgoing(resolve=resolved, clock=clock, tls=trusting(), allow_plain_http=plain))


def new_id(prefix: str) -> str:
    """By a maker of its own each time: one maker is for one thread, and messages may be made by several."""
    return id_maker(clock)(prefix)


@cache
def people() -> Mapping[EndpointKind, Tell]:
    from functions.notify.people import people as ways  # noqa: PLC0415
    from shared.mail import SesMailer  # noqa: PLC0415

    config = MessagesConfig.from_env(os.environ)
    return ways(
        store=wired()[0],
        post=posted(),
        mailer=SesMailer(lambda: aws.client("sesv2"), config.mail_from),
        mail_from=config.mail_from,
        desk_url=config.desk_url,
        clock=clock,
        new_id=new_id,
        entropy=os.urandom,
    )


@app.on_dynamodb_record(stream_arn="ledger", batch_size=100)
def fan_out(event: DynamoDBEvent) -> dict[str, Any]:
    """As a whole or not at all: one entry that went on without those before it would be told before them."""
    store, deliveries = wired()
    found = [entry_of_stream_record(record) for record in event.to_dict()["Records"]]
    entries = [entry for entry in found if entry is not None]
    put_up(entries, store=store, deliveries=deliveries, now=clock.now())
    return {"batchItemFailures": []}


@app.on_sqs_message(queue="deliveries", batch_size=1)
def run(event: SQSEvent) -> dict[str, Any]:
    store, deliveries = wired()
    runner = Runner(
        store=store,
        tell=ByKind(Webhooks(posted(), clock), people),
        at_once=at_once,
        deliveries=deliveries,
        clock=clock,
        new_id=id_maker(clock),
        jitter=random.SystemRandom().random,
    )
    return handled(event.to_dict(), EventType.SQS, lambda record: runner.run(wake_in(record["body"])))


@app.schedule(Rate(1, unit=Rate.MINUTES))
def retry(event: CloudWatchEvent) -> dict[str, int]:  # noqa: ARG001
    store, deliveries = wired()
    return {"called": call_again(store=store, deliveries=deliveries, now=clock.now())}
