"""The queue `inbound` into the inbox."""

import os
from functools import cache
from typing import Any

import msgspec
from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, SQSEvent

from functions.prioritize.receive import receive
from shared.batch import handled
from shared.config import Config
from shared.domain.clock import SystemClock, id_maker
from shared.domain.mentions import Delivery
from shared.stores.dynamo import DynamoStore

app = Chalice(app_name="prioritize")
clock = SystemClock()


@cache
def store() -> DynamoStore:
    return DynamoStore(Config.from_env(os.environ).stage)


@app.on_sqs_message(queue="inbound", batch_size=10)
def mentions(event: SQSEvent) -> dict[str, Any]:
    def handle(record: dict[str, Any]) -> None:
        delivery = msgspec.json.decode(record["body"], type=Delivery)
        receive(delivery, store=store(), clock=clock, new_id=id_maker(clock))

    return handled(event.to_dict(), EventType.SQS, handle)
