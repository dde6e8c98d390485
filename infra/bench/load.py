"""Many mentions through the deployed functions, as several tools report them: from signed webhooks to the inbox.

One tool reports every message, a second one every other message once more, a third gives no ids and reports every
tenth; a tenth of the webhooks is sent twice, and among what is on the queue lie messages that nobody can read.
``lost``: messages without a mention. ``doubled``: mentions too many. ``sources_missing``: reports that their mention
does not name. ``poison_not_dead``: of the messages that cannot be read, those that did not end in the dead-letter
queue; ``good_dead``: what else ended there.
"""

import json
import os
import random
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from infra.bench.goals import AtMost, Goal
from infra.bench.samples import OWNER
from infra.client import Api
from infra.demo import senders
from infra.engine import Engine, running_engine
from shared.domain.listening.mentions import Mention, MentionState
from shared.stores.dynamo_mentions import DynamoMentionStore

CLIENT = "acme"
EACH_WEBHOOK = 50
POISON = 5
AT_ONCE = 4
PAUSE = 2.0
"""Seconds between two looks at how far it is."""
PATIENCE = 500.0
"""Seconds without a new mention after which nothing more is waited for: what nobody can read is tried five times."""
GOALS: dict[str, Goal] = {
    "lost": AtMost(0),
    "doubled": AtMost(0),
    "sources_missing": AtMost(0),
    "poison_not_dead": AtMost(0),
    "good_dead": AtMost(0),
}
WORDS = ("order", "late", "blue", "kettle", "thanks", "price", "broken", "shop", "again", "launch", "where", "my", "is")

Item = dict[str, Any]


def measure(*, mentions: int = 50_000, tried_again_after: int = 90) -> dict[str, Any]:
    """``tried_again_after``: seconds."""
    with running_engine() as engine:
        _tried_again(engine, tried_again_after)
        os.environ |= {"AWS_ENDPOINT_URL": engine.endpoint_url}
        store = DynamoMentionStore(engine.stage)
        tools = _tools(engine)
        reports = list(_reports(mentions))
        told = {
            "first": reports,
            "second": reports[::2],
            "third": [one | {"external_id": None} for one in reports[::10]],
        }
        began = time.monotonic()
        _poison(engine)
        _send(engine, tools, told)
        sent = time.monotonic()
        _wait_until_taken(engine, store)
        ended = time.monotonic()
        found = [one for one in _all(store) if one.state is not MentionState.MERGED]
        dead = _dead(engine)
    return _counted(reports, tools, found) | {
        "poison_not_dead": POISON - dead["poison"],
        "good_dead": dead["good"],
        "reports": sum(len(items) for items in told.values()),
        "mentions": len(found),
        "sent_s": round(sent - began, 1),
        "taken_s": round(ended - began, 1),
    }


def _tried_again(engine: Engine, seconds: int) -> None:
    """What failed waits six minutes on AWS, so that a slow function is never overtaken by its own repetition."""
    attributes = {"VisibilityTimeout": str(seconds)}
    engine.cloud.client("sqs").set_queue_attributes(QueueUrl=_url(engine, "inbound"), Attributes=attributes)


def _tools(engine: Engine) -> dict[str, Any]:
    """A source each."""
    agency = Api(engine.api_url, engine.agency_key)
    wanted = {"id": CLIENT, "name": CLIENT, "zone": "Europe/Oslo", "owner": OWNER}
    api = Api(engine.api_url, agency.post("/clients", wanted)["owner_key"])
    source = {"scheme": "standard", "network": "x"}
    return {
        name: api.post(f"/clients/{CLIENT}/sources", source | {"name": name}) for name in ("first", "second", "third")
    }


def _reports(mentions: int) -> Iterator[Item]:
    draw, now = random.Random(mentions), datetime.now(UTC)  # noqa: S311  no secret
    for number in range(mentions):
        yield {
            "external_id": str(10**18 + number),
            "author": f"author_{draw.randrange(mentions // 3 + 1)}",
            "text": f"{' '.join(draw.choices(WORDS, k=12))} {number}",
            "posted_at": (now - timedelta(seconds=draw.randrange(600))).isoformat(),
            "followers": int(draw.lognormvariate(5, 2)),
        }


def _send(engine: Engine, tools: dict[str, Any], told: dict[str, list[Item]]) -> None:
    """Webhooks in an order that nobody planned, some of them twice."""
    webhooks = [
        (name, str(uuid.uuid4()), items[first : first + EACH_WEBHOOK])
        for name, items in told.items()
        for first in range(0, len(items), EACH_WEBHOOK)
    ]
    webhooks += webhooks[::10]
    random.Random(1).shuffle(webhooks)  # noqa: S311  no secret

    def send(webhook: tuple[str, str, list[Item]]) -> None:
        name, id_, items = webhook
        source = tools[name]
        answered = senders.standard(f"{engine.hooks_url}/{source['id']}", source["secret"], items, id_)
        if not 200 <= answered.status < 300:
            raise RuntimeError(f"A webhook was answered with {answered.status}: {answered.body!r}")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(send, webhooks))


def _poison(engine: Engine) -> None:
    sqs = engine.cloud.client("sqs")
    for number in range(POISON):
        sqs.send_message(QueueUrl=_url(engine, "inbound"), MessageBody=json.dumps({"poison": number}))


def _wait_until_taken(engine: Engine, store: DynamoMentionStore) -> None:
    """Until nothing is on the queue any more, or nothing has come of it for long."""
    sqs, known, since = engine.cloud.client("sqs"), -1, time.monotonic()
    while time.monotonic() - since < PATIENCE:
        depth = _depth(sqs, _url(engine, "inbound"))
        if depth == 0:
            return
        count = sum(1 for _ in _ids(store))
        if count != known:
            known, since = count, time.monotonic()
        time.sleep(PAUSE)


def _depth(sqs: Any, url: str) -> int:
    names = [
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed",
    ]
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return sum(int(found.get(name, 0)) for name in names)


def _url(engine: Engine, queue: str) -> str:
    url: str = engine.cloud.client("sqs").get_queue_url(QueueName=f"backchannel-{engine.stage}-{queue}")["QueueUrl"]
    return url


def _pages(store: DynamoMentionStore, fields: str) -> Iterator[Any]:
    """All items of the table, page by page."""
    request: dict[str, Any] = {
        "TableName": store.tables["mentions"].Meta.table_name,
        "ProjectionExpression": fields,
    }
    while True:
        page = store.connection.dispatch("Scan", request)
        yield from page["Items"]
        if "LastEvaluatedKey" not in page:
            return
        request["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def _ids(store: DynamoMentionStore) -> Iterator[str]:
    return (item["id"]["S"] for item in _pages(store, "id") if item["id"]["S"].startswith("mnt_"))


def _all(store: DynamoMentionStore) -> Iterator[Mention]:
    decode = msgspec.json.Decoder(Mention).decode
    return (decode(item["body"]["S"]) for item in _pages(store, "id, body") if item["id"]["S"].startswith("mnt_"))


def _dead(engine: Engine) -> Counter[str]:
    """What is in the dead-letter queue."""
    sqs, url, found = engine.cloud.client("sqs"), _url(engine, "inbound-dead"), Counter[str]()
    while got := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        found.update("poison" if "poison" in one["Body"] else "good" for one in got)
        for one in got:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
    return found


def _counted(reports: Sequence[Item], tools: dict[str, Any], found: Sequence[Mention]) -> dict[str, int]:
    by_id = Counter(mention.external_id for mention in found)
    sources = {mention.external_id: set(mention.sources) for mention in found}
    missing = sum(
        tools[name]["id"] not in sources.get(reports[number]["external_id"], ())
        for name, step in (("first", 1), ("second", 2), ("third", 10))
        for number in range(0, len(reports), step)
    )
    return {
        "lost": sum(report["external_id"] not in by_id for report in reports),
        "doubled": len(found) - len(by_id),
        "sources_missing": missing,
    }
