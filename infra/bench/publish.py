"""Timed posts on the deployed engine, from the timers in the table to the sandbox network's own timeline.

All in warm functions, in as many as there are messages waited for: on AWS a queue's functions are many and each has its
own processor, here they share what there is. ``lateness_ms``: of posts due evenly over a span and over accounts, handed
over by one tick; the network counts whole milliseconds.
``burst_s``: from one instant at which many are due to the last of them; ``burst_ratio_to_empty``: to the time that a
handler that does nothing takes for as many messages, on a queue with the same settings, from when they are visible.
``one_schedule_each_ms`` and ``minute_cron_ms`` are arithmetic, not measured: EventBridge Scheduler calls at any moment
of the minute (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html), and a job each full
minute sends what fell due since the last. ``aws_calls_per_post`` is counted in this process, tick's and send's;
``in_ten_minutes`` is simulated (``many``), with the calls by which Lambda takes from the queue as well.
"""

import io
import json
import os
import time
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.bench import in_ten_minutes
from infra.bench.goals import AtMost, Goal
from infra.bench.percentiles import percentiles
from infra.bench.samples import OWNER, handed_over, let_out, messages, rule, scheduled
from infra.bench.serve import served
from infra.bench.stage import running_stage
from infra.client import Api, request
from infra.engine import Engine, running_engine
from infra.functions import function_name
from shared.domain.posts import Post
from shared.domain.schedule import Timer
from shared.stores.dynamo import DynamoStore

CLIENT = "acme"
EACH_CLIENTS = 5
"""Accounts of one client."""
Account = tuple[str, str]
"""A client and the id of its account."""
LEAD = timedelta(seconds=20)
"""Between the hand-over and the first post: what a tick of so many posts takes, and the longest that it may be."""
AT_ONCE = 50
PATIENCE = 120.0
"""Seconds after the last due time in which a post may still come; what has not by then is lost."""
GOALS: dict[str, Goal] = {
    "lateness_ms.p50": AtMost(20),
    "lateness_ms.p99": AtMost(300),
    "early": AtMost(0),
    "lost": AtMost(0),
    "doubled": AtMost(0),
    "burst_ratio_to_empty": AtMost(2),
    "in_ten_minutes.lateness_ms.p99": AtMost(300),
    "in_ten_minutes.early": AtMost(0),
    "in_ten_minutes.lost": AtMost(0),
    "in_ten_minutes.doubled": AtMost(0),
}
EMPTY = b"def handler(event, context):\n    return {}\n"


def measure(
    *,
    posts: int = 1000,
    span: float = 20.0,
    burst: int = 300,
    accounts: int = 300,
    workers: int = 100,
    ten_minutes: int = 100_000,
) -> dict[str, Any]:
    """``span``: seconds over which ``posts`` are due. ``workers``: how many functions take from a queue at once.

    ``ten_minutes``: how many are due within ten minutes of virtual time.
    """
    figures: dict[str, Any] = {"aws_calls_per_post": _counted()}
    with running_engine() as engine:
        os.environ |= {"AWS_ENDPOINT_URL": engine.endpoint_url}
        known = _introduced(engine, accounts)
        store = DynamoStore(engine.stage)
        for client in sorted({client for client, _ in known}):
            store.commit(*let_out(client, datetime.now(UTC)))
        send = _at_once(engine, function_name(engine.stage, "publish", "send"), workers)
        _warmed(engine, send, _first_posts(store, known, workers))
        start = _start()
        dues = [start + timedelta(seconds=span * number / posts) for number in range(posts)]
        figures |= _timed(engine, _seeded(store, known, "timed", dues))
        at = _start()
        together = _seeded(store, known, "burst", [at] * burst)
        cleared = _timed(engine, together)["lateness_ms"]["max"] / 1000
        empty = _empty(engine, burst, workers)
    return figures | {
        "burst_s": round(cleared, 3),
        "burst_empty_s": round(empty, 3),
        "burst_ratio_to_empty": round(cleared / empty, 3),
        "one_schedule_each_ms": {"p50": 30_000.0, "p99": 59_400.0, "max": 60_000.0},
        "in_ten_minutes": in_ten_minutes.measure(ten_minutes, timedelta(minutes=10), max(1, ten_minutes // 5)),
        "minute_cron_ms": percentiles([(60 - due.timestamp() % 60) * 1000 for due in dues]),
    }


def _start() -> datetime:
    """A full second, far enough ahead for all to be written and handed over."""
    return (datetime.now(UTC) + LEAD).replace(microsecond=0)


def _introduced(engine: Engine, accounts: int) -> list[Account]:
    """Accounts of several clients."""
    agency = Api(engine.api_url, engine.agency_key)
    made: list[Account] = []
    for first in range(0, accounts, EACH_CLIENTS):
        client = f"{CLIENT}-{first}"
        wanted = {"id": client, "name": client, "zone": "Europe/Oslo", "owner": OWNER}
        api = Api(engine.api_url, agency.post("/clients", wanted)["owner_key"])
        ids = [
            api.post(f"/clients/{client}/accounts", _account(f"{CLIENT}-{number}", engine.network_url))["id"]
            for number in range(first, min(first + EACH_CLIENTS, accounts))
        ]
        made += [(client, str(id_)) for id_ in ids]
    return made


def _account(handle: str, network_url: str) -> dict[str, Any]:
    return {
        "network": "mastodon",
        "handle": handle,
        "base_url": network_url,
        "credentials": {"access_token": f"sandbox-{handle}"},
    }


def _at_once(engine: Engine, function: str, workers: int) -> str:
    """Let that many of the function's messages be handled at once; returns the function."""
    functions = engine.cloud.client("lambda")
    (mapping,) = functions.list_event_source_mappings(FunctionName=function)["EventSourceMappings"]
    functions.update_event_source_mapping(UUID=mapping["UUID"], ScalingConfig={"MaximumConcurrency": workers})
    return function


def _warmed(engine: Engine, function: str, bodies: Iterable[str]) -> None:
    """Has one of the function started for each message, by a call with it: all are under way at the same time."""
    events = [json.dumps(messages(body)).encode() for body in bodies]
    functions = engine.cloud.client("lambda")
    with ThreadPoolExecutor(len(events)) as pool:
        for call in [pool.submit(functions.invoke, FunctionName=function, Payload=event) for event in events]:
            call.result()


def _first_posts(store: DynamoStore, accounts: Sequence[Account], workers: int) -> Iterator[str]:
    """Posts that are due now, as messages: a sender's first takes longer, for it opens what the next ones use."""
    now = datetime.now(UTC)
    for number in range(workers):
        post, timer = _post(accounts[number % len(accounts)], f"pst_first-{number}", now)
        store.commit(post)
        yield handed_over(post, timer)


def _seeded(
    store: DynamoStore, accounts: Sequence[Account], name: str, dues: Iterable[datetime]
) -> dict[str, datetime]:
    """Posts, of each account in turn, and their timers in the tables; when each is due, by its text."""
    pairs = [_post(accounts[number % len(accounts)], f"pst_{name}-{number}", due) for number, due in enumerate(dues)]
    for first in range(0, len(pairs), AT_ONCE):
        store.commit(*(record for pair in pairs[first : first + AT_ONCE] for record in pair))
    return {post.text: timer.due_at for post, timer in pairs}


def _post(account: Account, id: str, due_at: datetime) -> tuple[Post, Timer]:  # noqa: A002
    post, timer = scheduled(id, account[0], due_at, account=account[1])
    return replace(post, text=f"{id} is here."), timer


def _timed(engine: Engine, dues: dict[str, datetime]) -> dict[str, Any]:
    """Has a tick hand the posts over, and compares the network's timeline with when they were due."""
    tick = function_name(engine.stage, "publish", "tick")
    engine.cloud.client("lambda").invoke(FunctionName=tick, Payload=json.dumps(rule(datetime.now(UTC))).encode())
    landed = _landed(engine, dues)
    late = [(at - dues[text]) / timedelta(milliseconds=1) for text, at in landed]
    times = Counter(text for text, _ in landed)
    return {
        "lateness_ms": percentiles(late),
        "early": sum(lateness < -1 for lateness in late),  # the network drops what is below a millisecond
        "lost": len(dues.keys() - times.keys()),
        "doubled": sum(count - 1 for count in times.values()),
    }


def _landed(engine: Engine, dues: dict[str, datetime]) -> list[tuple[str, datetime]]:
    """The text and the time of each of these posts on the network, once all are there or patience is over."""
    until = max(dues.values()) + timedelta(seconds=PATIENCE)
    time.sleep(max(0.0, (max(dues.values()) - datetime.now(UTC)).total_seconds()))  # looking costs the engine, too
    while True:
        timeline = request("GET", f"{engine.network_url}/sandbox/timeline").body
        found = [(each["text"], datetime.fromisoformat(each["created_at"])) for each in timeline]
        landed = [(text, at) for text, at in found if text in dues]
        if len({text for text, _ in landed}) == len(dues) or datetime.now(UTC) > until:
            return landed
        time.sleep(1)


def _empty(engine: Engine, burst: int, workers: int) -> float:
    """Seconds from when ``burst`` messages become visible until a handler that does nothing has taken all."""
    sqs = engine.cloud.client("sqs")
    url = _empty_handler(engine)
    _warmed(engine, _at_once(engine, "empty", workers), map(str, range(workers)))
    visible = time.time() + 8
    for number in range(burst):
        sqs.send_message(QueueUrl=url, MessageBody=str(number), DelaySeconds=max(0, round(visible - time.time())))
    names: Any = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
    delayed: Any = "ApproximateNumberOfMessagesDelayed"
    while True:
        counts = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[*names, delayed])["Attributes"]
        if not any(int(count) for count in counts.values()):
            return time.time() - visible
        time.sleep(0.02)


def _empty_handler(engine: Engine) -> str:
    """The URL of a queue with such a handler behind it."""
    functions, sqs = engine.cloud.client("lambda"), engine.cloud.client("sqs")
    url = sqs.create_queue(QueueName="empty", Attributes={"VisibilityTimeout": "90"})["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    functions.create_function(
        FunctionName="empty",
        Runtime="python3.13",
        Handler="app.handler",
        Role=_role(engine, arn),
        Code={"ZipFile": _zip(EMPTY)},
        MemorySize=512,
        Timeout=60,
    )
    functions.create_event_source_mapping(EventSourceArn=arn, FunctionName="empty", BatchSize=1)
    return url


def _role(engine: Engine, queue: str) -> str:
    iam = engine.cloud.client("iam")
    trust = {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}
    allow = {"Effect": "Allow", "Action": "sqs:*", "Resource": queue}
    document = {"Version": "2012-10-17", "Statement": [trust]}
    role = iam.create_role(RoleName="empty", AssumeRolePolicyDocument=json.dumps(document))["Role"]
    policy = json.dumps({"Version": "2012-10-17", "Statement": [allow]})
    iam.put_role_policy(RoleName="empty", PolicyName="queue", PolicyDocument=policy)
    return str(role["Arn"])


def _zip(source: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("app.py", source)
    return packed.getvalue()


def _counted(posts: int = 20) -> float:
    """AWS calls for each of a few posts that are due now, in warm functions: tick's and send's."""
    with running_stage() as stage:
        from functions.publish.app import send, tick  # noqa: PLC0415

        key = stage.brand(CLIENT)
        wanted = [_account(f"{CLIENT}-{number}", stage.network_url) for number in range(posts + 1)]
        accounts = [
            (CLIENT, str(stage.made("/clients/{client}/accounts", account, key, client=CLIENT)["id"]))
            for account in wanted
        ]
        tick(rule(datetime.now(UTC)), None)
        pairs = [_post(each, f"pst_{number}", datetime.now(UTC)) for number, each in enumerate(accounts)]
        bodies = [handed_over(post, timer) for post, timer in pairs]
        stage.store.commit(*let_out(CLIENT, datetime.now(UTC)), *(record for pair in pairs for record in pair))
        served(send, messages(bodies[0]))
        stage.calls.clear()
        tick(rule(datetime.now(UTC)), None)
        for body in bodies[1:]:
            served(send, messages(body))
        return round(stage.calls.total / posts, 2)
