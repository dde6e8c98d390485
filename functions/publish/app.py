"""Timed posts: `tick` finds what is due, `send` puts one post out, `reconcile` learns what became of the rest.

Behind them `audit` holds the books against each other, `watch` the accounts' timelines against the books, `refresh`
renews credentials before they run out, and `read_back` reads how posts did.
"""

import os
import random
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, Rate, SQSEvent

from functions.publish.audit import audit_all
from functions.publish.read_back import ReadingBack
from functions.publish.reconcile import reconcile as reconcile_attempts
from functions.publish.refresh import Refreshing
from functions.publish.send import Sender
from functions.publish.tick import tick as dispatch_due
from functions.publish.watch import Watch
from shared import aws
from shared.batch import handled
from shared.config import Config, PublishConfig, ShelfConfig
from shared.dispatch import convoy_in, messages
from shared.domain.clock import SystemClock, id_maker
from shared.networks import Connect
from shared.networks.shelf import EmptyShelf, S3Shelf
from shared.networks.vault import Vault, connector, refresher
from shared.outcomes import Outcomes
from shared.queues import SqsQueue
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="publish")
clock = SystemClock()


@cache
def store() -> DynamoStore:
    return DynamoStore(Config.from_env(os.environ).stage)


@cache
def outbound() -> SqsQueue:
    return SqsQueue(aws.client("sqs"), PublishConfig.from_env(os.environ).outbound_queue_url)


@cache
def connect() -> Connect:
    """For those who only read."""
    return connector(vault(), EmptyShelf(), clock)


@cache
def connect_to_send() -> Connect:
    bucket = ShelfConfig.from_env(os.environ).media_bucket
    return connector(vault(), S3Shelf(lambda: aws.client("s3"), bucket), clock)


def vault() -> Vault:
    return Vault(aws.client("secretsmanager"), Config.from_env(os.environ).stage)


@app.schedule(Rate(1, unit=Rate.MINUTES))
def tick(_event: Any) -> dict[str, int]:
    return {"dispatched": dispatch_due(store=store(), outbound=outbound(), clock=clock)}


@app.on_sqs_message(queue="outbound", batch_size=1)
def send(event: SQSEvent) -> dict[str, Any]:
    sender = Sender(store(), connect_to_send(), clock, id_maker(clock))

    def handle(record: dict[str, Any]) -> None:
        again = sender.send_each(convoy_in(record["body"]))
        if again:
            outbound().send_all(messages(again, clock.now()))

    return handled(event.to_dict(), EventType.SQS, handle)


@app.schedule(Rate(1, unit=Rate.MINUTES))
def reconcile(_event: Any) -> dict[str, int]:
    outcomes = Outcomes(store(), connect(), clock, id_maker(clock), "publish.reconcile")
    return {"unsettled": reconcile_attempts(store=store(), outcomes=outcomes, clock=clock)}


@app.schedule(Rate(1, unit=Rate.HOURS))
def audit(_event: Any) -> dict[str, int]:
    return {"breaks": audit_all(store=store(), clock=clock, new_id=id_maker(clock))}


@app.schedule(Rate(5, unit=Rate.MINUTES))
def watch(_event: Any) -> dict[str, int]:
    return {"incidents": Watch(store(), connect(), clock, id_maker(clock)).watch()}


@app.schedule(Rate(15, unit=Rate.MINUTES))
def read_back(_event: Any) -> dict[str, int]:
    return {"told": ReadingBack(store(), connect(), clock, id_maker(clock), random.shuffle).read_back()}


@app.schedule(Rate(5, unit=Rate.MINUTES))
def refresh(_event: Any) -> dict[str, int]:
    return {"renewed": Refreshing(store(), vault(), refresher, clock, id_maker(clock)).refresh()}
