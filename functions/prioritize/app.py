"""The queue `inbound` into the inbox, and what happens there with time."""

import os
from functools import cache
from random import SystemRandom
from typing import Any

import msgspec
from aws_lambda_powertools.utilities.batch import EventType
from chalice.app import Chalice, Rate, SQSEvent

from functions.prioritize.minute import attend_all, rerank_all
from functions.prioritize.people import PeopleKeys
from functions.prioritize.receive import Receiver
from shared.batch import handled
from shared.classifiers import classifier
from shared.config import Config, PrioritizeConfig
from shared.domain.clock import SystemClock, id_maker
from shared.domain.listening.mentions import Delivery
from shared.stores.dynamo_mentions import DynamoMentionStore

app = Chalice(app_name="prioritize")
clock = SystemClock()


@cache
def store() -> DynamoMentionStore:
    return DynamoMentionStore(Config.from_env(os.environ).stage)


@cache
def people_keys() -> PeopleKeys:
    return PeopleKeys(store(), os.urandom)


@app.on_sqs_message(queue="inbound", batch_size=10)
def mentions(event: SQSEvent) -> dict[str, Any]:
    chosen = classifier(PrioritizeConfig.from_env(os.environ).classifier)
    receiver = Receiver(store(), chosen, clock, id_maker(clock), people_keys())
    batch = event.to_dict()
    receiver.read_ahead([delivery for record in batch["Records"] if (delivery := _readable(record["body"]))])

    def handle(record: dict[str, Any]) -> None:
        receiver.receive(msgspec.json.decode(record["body"], type=Delivery))

    return handled(batch, EventType.SQS, handle)


def _readable(body: str) -> Delivery | None:
    """None for what only its own handling is to fail on."""
    try:
        return msgspec.json.decode(body, type=Delivery)
    except msgspec.DecodeError:
        return None


@app.schedule(Rate(1, unit=Rate.MINUTES))
def attend(_event: Any) -> dict[str, int]:
    return {"due": attend_all(store(), clock, id_maker(clock), SystemRandom().shuffle)}


@app.schedule(Rate(1, unit=Rate.MINUTES))
def reorder(_event: Any) -> dict[str, int]:
    return {"scored": rerank_all(store(), clock, SystemRandom().shuffle)}
