"""A message that cannot be handled is put aside after its tries and keeps nothing else from being handled."""

import json
from collections.abc import Iterator

import pytest

from infra.engine import Engine
from tests.integration.brands import Brand, queue_url, until, waiting

POISON = ["not json", "{}", json.dumps({"source": "src_1", "client": "acme", "received_at": "now", "reports": []})]


@pytest.fixture
def impatient_inbound(engine: Engine) -> Iterator[str]:
    """``inbound`` with a pause of a second between tries instead of minutes; its URL."""
    sqs, url, dead = engine.cloud.client("sqs"), queue_url(engine, "inbound"), queue_url(engine, "inbound-dead")
    usual = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["VisibilityTimeout"])["Attributes"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "1"})
    yield url
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": usual["VisibilityTimeout"]})
    sqs.purge_queue(QueueUrl=dead)


def test_poison_ends_in_the_dead_letter_queue_and_what_came_with_it_in_the_inbox(
    brand: Brand, engine: Engine, impatient_inbound: str
) -> None:
    report = {"network": "mastodon", "external_id": "1", "author": "someone", "text": "hello"}
    good = {"source": "src_1", "client": brand.client, "received_at": "2026-11-16T09:15:21Z", "reports": [report]}
    bodies = [POISON[0], json.dumps(good), *POISON[1:]]
    engine.cloud.client("sqs").send_message_batch(
        QueueUrl=impatient_inbound,
        Entries=[{"Id": str(index), "MessageBody": body} for index, body in enumerate(bodies)],
    )
    brand.inbox(1)
    until("the poison is put aside", lambda: waiting(engine, "inbound-dead") == len(POISON))
    assert waiting(engine, "inbound") == 0
    assert brand.facts().count("mention.received") == 1
