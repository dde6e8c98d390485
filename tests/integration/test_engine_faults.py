"""AWS goes wrong for the senders: what the network itself shows is what the stop's receipt and the posts say."""

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra import client as http
from infra.engine import Engine
from infra.functions import FUNCTIONS, function_name
from tests.integration.brands import Brand, invoked, queue_url, until
from tests.integration.faulty import Faults, Rule, faults_before

LEAD = timedelta(seconds=20)
"""What writing and approving the posts may take."""
POSTS = 60
OUT_BEFORE = 20
"""Posts that are out when the stop is made."""
SENDERS = (FUNCTIONS["publish"]["send"].concurrency or {})["engine"]
TOGETHER = 4
"""Requests at once while posts are written and read."""
SECONDS_TO_END = 150.0
"""An attempt whose sender went away before it could call the network is given up after 80 s."""
ENDS = frozenset({"published", "recalled", "held", "failed", "expired", "cancelled", "unverified"})
FAULTS: tuple[Rule, ...] = (
    {
        "service": "dynamodb",
        "operation": "TransactWriteItems",
        "response": {"abort_bytes": 0},
        "sequence": {"fail": 1, "pass": 16},
    },
    {
        "service": "dynamodb",
        "error": {"code": "ProvisionedThroughputExceededException", "status": 400},
        "sequence": {"fail": 1, "pass": 18},
    },
    {
        "service": "dynamodb",
        "operation": "BatchGetItem",
        "timeout_ms": 6000,
        "sequence": {"fail": 1, "pass": 40},
    },
    {"service": "dynamodb", "reset": True, "sequence": {"fail": 1, "pass": 30}},
)
"""Committed and the reply lost; throttled; kept waiting until the caller gives up; cut off."""


@pytest.fixture
def faults(engine: Engine) -> Iterator[Faults]:
    """For the sender and for who settles what it left open. A message that failed is there again after seconds."""
    queues, outbound = engine.cloud.client("sqs"), queue_url(engine, "outbound")
    name = "VisibilityTimeout"
    before = queues.get_queue_attributes(QueueUrl=outbound, AttributeNames=[name])["Attributes"][name]
    queues.set_queue_attributes(QueueUrl=outbound, Attributes={name: "15"})
    try:
        with faults_before(engine, ("publish", "send"), ("publish", "reconcile")) as between:
            start_senders(engine)
            yield between
    finally:
        queues.set_queue_attributes(QueueUrl=outbound, Attributes={name: before})


@pytest.fixture
def accounts(brand: Brand) -> Iterator[list[str]]:
    """One for each post, so that none waits for another's turn. Closed at the end: every open account is watched."""
    made = [brand.connected(handle_of(brand, number)) for number in range(POSTS)]
    yield made
    # One after another: each changes what the client calls its own.
    assert {brand.call("DELETE", f"/accounts/{account}").status for account in made} == {200}


def test_a_stop_in_the_middle_of_a_burst_holds_although_aws_goes_wrong(
    brand: Brand, accounts: list[str], faults: Faults
) -> None:
    texts, at = due_together(brand, accounts)
    faults.strike(*FAULTS)
    assert datetime.now(UTC) < at, "they took too long to write"
    time.sleep((at - datetime.now(UTC)).total_seconds())
    until("some are out", lambda: len(on_the_network(brand, texts)) >= OUT_BEFORE)
    receipt = brand.second.recover.post("/stops", {"scope": f"client:{brand.client}", "reason": "an incident"})
    returned = datetime.now(UTC)
    named = {texts[name["post"]] for name in names(brand, receipt)}
    states, drained_at = ended(brand, receipt["id"], texts)

    assert len(faults.struck()) == len(FAULTS), faults.struck()
    timeline = on_the_network(brand, texts)
    landed = {status["text"]: datetime.fromisoformat(status["created_at"]) for status in timeline}
    assert len(landed) == len(timeline), Counter(status["text"] for status in timeline).most_common(3)
    assert {text for text, at in landed.items() if at > returned} <= named
    assert all(at <= drained_at for at in landed.values())
    assert set(states.values()) <= ENDS, Counter(states.values())
    assert OUT_BEFORE <= len(landed) < POSTS
    assert texts_in(states, texts, "published") == {one["text"] for one in timeline if not one["deleted_at"]}
    assert texts_in(states, texts, "recalled") == {one["text"] for one in timeline if one["deleted_at"]}
    assert ends_on_record(brand) == dict.fromkeys(texts, 1)


def start_senders(engine: Engine) -> None:
    """As many as the queue has at once, by calls without a message: their starts would take longer than the burst."""
    functions, function = engine.cloud.client("lambda"), function_name(engine.stage, "publish", "send")
    event = json.dumps({"Records": []}).encode()
    with ThreadPoolExecutor(SENDERS) as pool:
        for call in [pool.submit(functions.invoke, FunctionName=function, Payload=event) for _ in range(SENDERS)]:
            assert "FunctionError" not in call.result()


def due_together(brand: Brand, accounts: list[str]) -> tuple[dict[str, str], datetime]:
    """Approved posts that are due at one moment, one of each account. Returns each one's text by its id, and when."""
    at = datetime.now(UTC) + LEAD

    def scheduled(number: int, account: str) -> tuple[str, str]:
        text, handle = f"About {account}", handle_of(brand, number)
        return brand.scheduled(text, account=account, handle=handle, publish_at=at.isoformat()), text

    with ThreadPoolExecutor(TOGETHER) as pool:
        posts = dict(pool.map(scheduled, range(POSTS), accounts))
    return posts, at


def on_the_network(brand: Brand, texts: dict[str, str]) -> list[Any]:
    """What the network itself ever took of these posts, deleted or not."""
    everything = http.request("GET", f"{brand.engine.network_url}/sandbox/timeline").body
    return [status for status in everything if status["text"] in texts.values()]


def handle_of(brand: Brand, number: int) -> str:
    return f"{brand.client}-{number}"


def names(brand: Brand, receipt: Any) -> Iterator[Any]:
    """All that a receipt names, from its first page on."""
    yield from receipt["named"]
    while receipt["next"]:
        receipt = brand.second.recover.get(f"/stops/{receipt['id']}?cursor={receipt['next']}")
        yield from receipt["named"]


def ended(brand: Brand, stop: str, posts: Sequence[str] | dict[str, str]) -> tuple[dict[str, str], datetime]:
    """Each post's state, and when the stop had drained, once nothing is under way or there was time enough."""
    states, drained_at = dict.fromkeys(posts, "scheduled"), None
    end = time.monotonic() + SECONDS_TO_END
    with ThreadPoolExecutor(TOGETHER) as pool:
        while time.monotonic() < end and not (drained_at and ENDS.issuperset(states.values())):
            settle(brand.engine)
            drained_at = brand.second.recover.get(f"/stops/{stop}")["drained_at"]
            still_open = [post for post, state in states.items() if state not in ENDS or state == "published"]
            states |= zip(still_open, pool.map(lambda post: brand.post(post)["state"], still_open), strict=True)
            time.sleep(1)
    assert drained_at, states
    return states, datetime.fromisoformat(drained_at)


def settle(engine: Engine) -> None:
    """What two rules do each minute. The reconciler may fail, for AWS goes wrong for it, too."""
    reconcile = function_name(engine.stage, "publish", "reconcile")
    engine.cloud.client("lambda").invoke(FunctionName=reconcile, Payload=b"{}")
    invoked(engine, "recover.drain")


def texts_in(states: dict[str, str], texts: dict[str, str], state: str) -> set[str]:
    return {texts[post] for post, its in states.items() if its == state}


def ends_on_record(brand: Brand) -> dict[str, int]:
    """How often the ledger says of a post that it ended. What is recalled was published first."""
    ends, today = Counter[str](), datetime.now(UTC).date()
    for day in (today - timedelta(days=1), today):
        after: str | None = ""
        while after is not None:
            page = brand.get(f"/ledger?day={day}&after={after}")
            after = page["next"]
            ends.update(one["subject"] for one in page["items"] if one["type"] in ENDED)
    return dict(ends)


ENDED = frozenset({f"post.{state}" for state in ENDS - {"recalled"}})
