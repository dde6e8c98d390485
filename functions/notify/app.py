"""The ledger's stream to signed webhooks."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, DynamoDBEvent, SQSEvent

from functions.notify.by_kind import ByKind
from functions.notify.deliver import deliver as deliver_notice
from functions.notify.fan_out import Notice, read_once
from functions.notify.fan_out import fan_out as queue_notices
from functions.notify.http import post
from functions.notify.tell import Tell
from functions.notify.webhook import Webhooks
from shared import aws
from shared.batch import handled
from shared.config import MessagesConfig, NotifyConfig
from shared.domain.clock import SystemClock, id_maker
from shared.domain.endpoints import EndpointKind
from shared.queues import SqsQueue
from shared.stores.dynamo import DynamoStore, entry_of_stream_record

app = Chalice(app_name="notify")
clock = SystemClock()


@cache
def wired() -> tuple[DynamoStore, SqsQueue]:
    config = NotifyConfig.from_env(os.environ)
    return DynamoStore(config.stage), SqsQueue(aws.client("sqs"), config.deliveries_queue_url)


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
        post=post,
        mailer=SesMailer(lambda: aws.client("sesv2"), config.mail_from),
        mail_from=config.mail_from,
        desk_url=config.desk_url,
        clock=clock,
        new_id=new_id,
        entropy=os.urandom,
    )


@app.on_dynamodb_record(stream_arn="ledger", batch_size=100)
def fan_out(event: DynamoDBEvent) -> dict[str, Any]:
    store, deliveries = wired()
    endpoints = read_once(store)

    def handle(record: dict[str, Any]) -> None:
        entry = entry_of_stream_record(record)
        if entry is not None:
            queue_notices(entry, endpoints=endpoints, deliveries=deliveries)

    return handled(event.to_dict(), EventType.DynamoDBStreams, handle)


@app.on_sqs_message(queue="deliveries", batch_size=10)
def deliver(event: SQSEvent) -> dict[str, Any]:
    store, deliveries = wired()
    tell = ByKind(Webhooks(post, clock), people)

    def handle(record: dict[str, Any]) -> None:
        notice = msgspec.json.decode(record["body"], type=Notice)
        deliver_notice(notice, store=store, tell=tell, deliveries=deliveries, clock=clock, new_id=id_maker(clock))

    return handled(event.to_dict(), EventType.SQS, handle)
