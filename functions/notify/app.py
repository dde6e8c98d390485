"""The ledger's stream to signed webhooks."""

import os
from functools import cache
from typing import Any

import msgspec
from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, DynamoDBEvent, SQSEvent

from functions.notify.deliver import deliver as deliver_notice
from functions.notify.fan_out import Notice, read_once
from functions.notify.fan_out import fan_out as queue_notices
from functions.notify.http import Post, posting
from functions.notify.webhook import Webhooks
from shared import aws
from shared.addresses import resolved
from shared.batch import handled
from shared.config import NotifyConfig, OutgoingConfig
from shared.domain.clock import SystemClock, id_maker
from shared.outgoing import Outgoing, trusting
from shared.queues import SqsQueue
from shared.stores.dynamo import DynamoStore, entry_of_stream_record

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
    tell = Webhooks(posted(), clock)

    def handle(record: dict[str, Any]) -> None:
        notice = msgspec.json.decode(record["body"], type=Notice)
        deliver_notice(notice, store=store, tell=tell, deliveries=deliveries, clock=clock, new_id=id_maker(clock))

    return handled(event.to_dict(), EventType.SQS, handle)
