"""A stage whose functions run in this very process, where their calls and their time can be counted.

Tables and queues are on a bare engine, which is a process of its own, so none of its time is counted. Nothing is
deployed: the real handlers are imported, wire themselves from the environment as on AWS, and are given the events
that AWS would give them.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from infra.bench.counting import Calls, counted
from infra.bench.samples import OWNER, post
from infra.bench.serve import served
from infra.bootstrap import bootstrap
from infra.cloud import Cloud, engine
from infra.engine import LOOPBACK, _answers, _kept, _network_url, _wait_for, free_port
from shared import aws
from shared.classifiers import EMBEDDED
from shared.stores import Record, rows
from shared.stores.dynamo_mentions import DynamoMentionStore

NAME = "bench"
QUEUES = ("inbound", "outbound", "deliveries")


@dataclass(frozen=True, slots=True)
class Stage:
    cloud: Cloud
    """For what is done around the measured code; its calls are not counted."""
    calls: Calls
    """Of all else in this process."""
    store: DynamoMentionStore
    agency_key: str = field(repr=False)
    network_url: str
    """Of the sandbox network."""

    def brand(self, client: str) -> str:
        """Make a client; the key of its owner, who may do everything in it."""
        wanted = {"id": client, "name": client, "zone": "Europe/Oslo", "owner": OWNER}
        return str(self.made("/clients", wanted, self.agency_key)["owner_key"])

    def made(self, route: str, body: Any, key: str, **params: str) -> Any:
        """What the desk's API answers to a POST."""
        from functions.desk.app import app  # noqa: PLC0415

        return served(app, post(route, body, key, **params))

    def keep(self, records: Iterable[Record]) -> None:
        """Put records into the tables in batches, without the conditions of a commit, which cost more than a bench."""
        by_table: dict[str, list[Any]] = {}
        for record in records:
            row = rows.row_of(record)
            by_table.setdefault(row.table, []).append(self.store.tables[row.table].of(record, row))
        for table, items in by_table.items():
            with self.store.tables[table].batch_write() as batch:
                for item in items:
                    batch.save(item)


@contextmanager
def running_stage() -> Iterator[Stage]:
    """Start the engine, with an agency in it, and have this process use it until the end."""
    port = free_port()
    endpoint_url = f"http://{LOOPBACK}:{port}"
    with _kept(port) as (folder, process):
        _wait_for(lambda: _answers(endpoint_url), "ministack", process)
        network_url = _wait_for(lambda: _network_url(folder), "the sandbox network", process)
        cloud = engine(endpoint_url)
        os.environ |= {
            "AWS_ENDPOINT_URL": endpoint_url,
            "BACKCHANNEL_STAGE": NAME,
            "ALLOW_PLAIN_HTTP": "true",
            "MEDIA_BUCKET": "pictures",
            "CLASSIFIER": EMBEDDED,
            **{queue_variable(queue): _made_queue(cloud, queue) for queue in QUEUES},
        }
        calls = counted(aws.session().get_component("event_emitter"))
        store = DynamoMentionStore(NAME)
        for table in store.tables.values():
            table.create_table(billing_mode="PAY_PER_REQUEST")
        agency_key = bootstrap(store, "Agency", "Operator", "^OP")
        yield Stage(cloud, calls, store, agency_key, network_url)


def queue_variable(queue: str) -> str:
    """The variable in which a function finds the URL of a queue."""
    return f"{queue.upper()}_QUEUE_URL"


def _made_queue(cloud: Cloud, queue: str) -> str:
    return cloud.client("sqs").create_queue(QueueName=queue)["QueueUrl"]
