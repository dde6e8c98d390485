"""What the DynamoDB store asks of DynamoDB, and what it makes of bad answers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from botocore.exceptions import EndpointConnectionError, ReadTimeoutError
from botocore.parsers import ResponseParserError
from store_samples import AT, LATER, SAMPLES, attempt, entry, flag, mention, post, timer

from shared.domain.accounts import Account
from shared.domain.attempts import SHARDS
from shared.domain.lanes import ON_THE_WAY
from shared.domain.listening.mentions import MentionState
from shared.domain.posts import PostState
from shared.domain.stops import scopes_over
from shared.stores import ConflictError, StoreError, dynamo
from shared.stores.dynamo import CONTENTION_TRIES, entry_of_stream_record
from shared.stores.dynamo_mentions import DynamoMentionStore

SCOPES = scopes_over(client="acme", agency="north", network="mastodon", account="acc_1", post="pst_1")
RESOURCES = Path(__file__).parents[2] / "infra" / "resources.yaml"
Answer = Callable[[dict[str, Any]], Any]


@dataclass
class Wire:
    """Every request of a store, as botocore would send it; ``answers`` stand in for DynamoDB's, by operation."""

    requests: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)

    def __call__(self, model: Any, params: dict[str, Any], **_: Any) -> Any:
        request = json.loads(params["body"])
        self.requests.append((model.name, request))
        if model.name in self.answers:
            return self.answers[model.name](request)
        return None

    @property
    def operations(self) -> list[str]:
        return [operation for operation, _ in self.requests]


def reply(content: dict[str, Any], status: int = 200) -> Any:
    return SimpleNamespace(status_code=status), content


def refusal(code: str, **content: Any) -> Any:
    return reply({"Error": {"Code": code, "Message": "no"}, **content}, 400)


def cancelled(*codes: str) -> Any:
    return refusal("TransactionCanceledException", CancellationReasons=[{"Code": code} for code in codes])


def raising(error: Exception) -> Answer:
    def answer(_: dict[str, Any]) -> None:
        raise error

    return answer


@pytest.fixture
def store(moto_store: DynamoMentionStore) -> DynamoMentionStore:
    return moto_store


@pytest.fixture
def wire(store: DynamoMentionStore) -> Wire:
    wire = Wire()
    store.connection.client.meta.events.register("before-call.dynamodb.*", wire)
    return wire


# Reading

STRONG_READS: dict[str, Callable[[DynamoMentionStore], Any]] = {
    "get": lambda store: store.get(Account, "acme", "acc_1"),
    "list": lambda store: list(store.list(Account, "acme")),
    "mention": lambda store: store.mention("mnt_1"),
    "post": lambda store: store.post("pst_1"),
    "ledger": lambda store: list(store.ledger("acme", AT.date())),
    "due": lambda store: list(store.due([timer().bucket])),
    "stop": lambda store: store.stop("stp_1"),
    "page": lambda store: store.page("stp_1", 1),
    "pages": lambda store: list(store.pages("stp_1")),
    "attempt": lambda store: store.attempt("att_1", AT),
    "attempts_since": lambda store: list(store.attempts_since(AT)),
}
WEAK_READS: dict[str, Callable[[DynamoMentionStore], Any]] = {
    "inbox": lambda store: list(store.inbox("acme")),
    "posts": lambda store: list(store.posts("acme", PostState.SCHEDULED)),
}


@pytest.mark.parametrize("read", STRONG_READS.values(), ids=STRONG_READS)
def test_a_read_that_decides_is_strongly_consistent(store: DynamoMentionStore, wire: Wire, read: Any) -> None:
    read(store)
    assert wire.requests
    assert all(request["ConsistentRead"] is True for _, request in wire.requests)


def test_flags_are_read_strongly_in_one_request(store: DynamoMentionStore, wire: Wire) -> None:
    store.flags(SCOPES)
    ((operation, request),) = wire.requests
    ((table, asked),) = request["RequestItems"].items()
    assert operation == "BatchGetItem"
    assert table == store.tables["stops"].Meta.table_name
    assert asked["ConsistentRead"] is True
    assert [key["scope"]["S"] for key in asked["Keys"]] == [str(scope) for scope in SCOPES]


def test_all_that_clears_an_attempt_is_read_strongly_in_one_request(store: DynamoMentionStore, wire: Wire) -> None:
    store.clearance(attempt(), post())
    ((operation, request),) = wire.requests
    assert operation == "BatchGetItem"
    asked = {table: len(part["Keys"]) for table, part in request["RequestItems"].items()}
    # Its account, lane, mandate, guidelines, author's place on the roster, and the one who approved it.
    assert asked == {store.tables["stops"].Meta.table_name: 6, store.tables["registry"].Meta.table_name: 6}
    assert all(part["ConsistentRead"] is True for part in request["RequestItems"].values())


def test_several_records_are_read_strongly_a_hundred_at_a_time(store: DynamoMentionStore, wire: Wire) -> None:
    store.several_posts([f"pst_{number}" for number in range(250)])
    store.several(Account, [("acme", "acc_1"), ("acme", "acc_2")])
    parts = [part for _, request in wire.requests for part in request["RequestItems"].values()]
    assert wire.operations == ["BatchGetItem"] * 4
    assert [len(part["Keys"]) for part in parts] == [100, 100, 50, 2]
    assert all(part["ConsistentRead"] is True for part in parts)


def test_what_a_batch_has_no_room_for_is_asked_for_again(store: DynamoMentionStore, wire: Wire) -> None:
    store.commit(*(post(f"pst_{number}") for number in range(3)))
    rest = iter([True])

    def half(request: dict[str, Any]) -> Any:
        if not next(rest, False):
            return None
        ((name, asked),) = request["RequestItems"].items()
        return reply({"Responses": {name: []}, "UnprocessedKeys": {name: asked | {"Keys": asked["Keys"][1:]}}})

    wire.answers["BatchGetItem"] = half
    assert set(store.several_posts(["pst_0", "pst_1", "pst_2"])) == {"pst_1", "pst_2"}


def test_a_store_that_reads_nothing_of_a_batch_is_not_asked_for_ever(store: DynamoMentionStore, wire: Wire) -> None:
    wire.answers["BatchGetItem"] = lambda request: reply({"Responses": {}, "UnprocessedKeys": request["RequestItems"]})
    with pytest.raises(StoreError, match="unread"):
        store.several_posts(["pst_0", "pst_1"])
    assert len(wire.requests) == 1


def test_a_stop_reads_each_shard_of_attempts_once(store: DynamoMentionStore, wire: Wire) -> None:
    store.commit(*(attempt(f"att_{number}") for number in range(50)))
    wire.requests.clear()
    assert len(list(store.attempts_since(AT))) == 50
    assert wire.operations == ["Query"] * SHARDS


@pytest.mark.parametrize(
    "answer",
    [
        lambda request: reply({"Responses": {}, "UnprocessedKeys": request["RequestItems"]}),
        lambda _: reply({}),
        lambda _: refusal("ProvisionedThroughputExceededException"),
        raising(ReadTimeoutError(endpoint_url="http://nowhere")),
    ],
    ids=["unprocessed keys", "an empty reply", "a throttle", "a lost reply"],
)
def test_a_flag_left_unread_is_an_error_and_never_a_missing_flag(
    store: DynamoMentionStore, wire: Wire, answer: Answer
) -> None:
    wire.answers["BatchGetItem"] = answer
    with pytest.raises(StoreError):
        store.flags(SCOPES)
    assert wire.operations == ["BatchGetItem"]


def test_one_unprocessed_flag_among_others_is_an_error(store: DynamoMentionStore, wire: Wire) -> None:
    store.commit(flag("everything"))
    ((_, stored),) = wire.requests
    name = store.tables["stops"].Meta.table_name
    found = {name: [stored["Item"]]}
    left = {name: {"Keys": [{"scope": {"S": "client:acme"}, "item": {"S": "flag"}}], "ConsistentRead": True}}
    wire.answers["BatchGetItem"] = lambda _: reply({"Responses": found, "UnprocessedKeys": left})
    with pytest.raises(StoreError, match="unread"):
        store.flags(SCOPES)


def test_lists_are_read_page_by_page_as_they_are_asked_for(
    store: DynamoMentionStore, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamo, "PAGE", 3)
    store.commit(*(mention(f"mnt_{number}", score=number) for number in range(8)))
    wire.requests.clear()
    inbox = store.inbox("acme")
    assert wire.requests == []
    assert [next(inbox).score for _ in range(3)] == [7, 6, 5]
    assert wire.operations == ["Query"]
    assert [left.score for left in inbox] == [4, 3, 2, 1, 0]
    assert wire.operations == ["Query"] * 3


def test_the_posts_of_a_span_are_asked_for_by_its_ends_and_no_others_are_read(
    store: DynamoMentionStore, wire: Wire
) -> None:
    assert list(store.posts_between("acme", PostState.PUBLISHED, AT, LATER)) == []
    ((operation, request),) = wire.requests
    assert (operation, request["IndexName"]) == ("Query", "state")
    assert "BETWEEN" in request["KeyConditionExpression"]
    assert "FilterExpression" not in request


def test_every_page_of_attempts_is_read(store: DynamoMentionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamo, "PAGE", 2)
    store.commit(*(attempt(f"att_{number}") for number in range(40)))
    assert len(list(store.attempts_since(AT))) == 40


# Failing

READS = (
    STRONG_READS
    | WEAK_READS
    | {
        "flags": lambda store: store.flags(SCOPES),
        "clearance": lambda store: store.clearance(attempt(), post()),
        "several": lambda store: store.several(Account, [("acme", "acc_1")]),
        "several_posts": lambda store: store.several_posts(["pst_1"]),
    }
)
WRITES: dict[str, Callable[[DynamoMentionStore], Any]] = {
    "put": lambda store: store.commit(post()),
    "transaction": lambda store: store.commit(post(), timer()),
    "forget": lambda store: store.forget([timer()]),
}
CALLS = READS | WRITES
OPERATIONS = ("GetItem", "Query", "BatchGetItem", "PutItem", "TransactWriteItems", "BatchWriteItem")


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize(
    "answer",
    [
        lambda _: refusal("InternalServerError"),
        lambda _: refusal("ResourceNotFoundException"),
        raising(EndpointConnectionError(endpoint_url="http://nowhere")),
        raising(ReadTimeoutError(endpoint_url="http://nowhere")),
        raising(ResponseParserError("unreadable")),
    ],
    ids=["a server error", "no such table", "no connection", "a lost reply", "a garbled reply"],
)
def test_whatever_fails_is_a_store_error_with_its_cause(
    store: DynamoMentionStore, wire: Wire, call: Any, answer: Answer
) -> None:
    wire.answers = dict.fromkeys(OPERATIONS, answer)
    with pytest.raises(StoreError) as failed:
        call(store)
    assert failed.value.__cause__ is not None
    assert "backchannel-" not in failed.value.reason
    assert len(wire.requests) == 1


def test_a_record_that_cannot_be_read_is_a_store_error(store: DynamoMentionStore) -> None:
    table = store.tables["posts"]
    table("pst_1", version=1, body='{"id": 7}', client_state="acme#held", at="x").save()
    with pytest.raises(StoreError):
        store.post("pst_1")


def test_a_store_that_never_forgets_is_asked_a_few_times_only(store: DynamoMentionStore, wire: Wire) -> None:
    wire.answers["BatchWriteItem"] = lambda request: reply({"UnprocessedItems": request["RequestItems"]})
    with pytest.raises(StoreError):
        store.forget([timer()])
    assert len(wire.requests) < 5


# Committing


def test_one_record_is_a_put_and_several_are_a_transaction_with_a_token(store: DynamoMentionStore, wire: Wire) -> None:
    store.commit(post())
    store.commit(post(version=2), timer())
    (put, _), (transaction, request) = wire.requests
    assert (put, transaction) == ("PutItem", "TransactWriteItems")
    assert request["ClientRequestToken"]
    assert all("ConditionExpression" in item["Put"] for item in request["TransactItems"])


@pytest.mark.parametrize("code", ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"])
def test_a_contended_transaction_is_tried_again_under_its_token(
    store: DynamoMentionStore, wire: Wire, code: str
) -> None:
    bad = iter([cancelled("None", code), cancelled(code, code)])
    wire.answers["TransactWriteItems"] = lambda _: next(bad, None)
    store.commit(post(), timer())
    assert store.post("pst_1") == post()
    tokens = [request["ClientRequestToken"] for name, request in wire.requests if name == "TransactWriteItems"]
    assert len(tokens) == 3
    assert len(set(tokens)) == 1


def test_a_contended_put_is_tried_again(store: DynamoMentionStore, wire: Wire) -> None:
    bad = iter([refusal("TransactionConflictException")])
    wire.answers["PutItem"] = lambda _: next(bad, None)
    store.commit(post())
    assert wire.operations == ["PutItem", "PutItem"]


def test_contention_that_does_not_end_is_a_store_error_after_growing_pauses(
    aws_environment: pytest.MonkeyPatch,
) -> None:
    pauses: list[float] = []
    store = DynamoMentionStore("test", sleep=pauses.append, jitter=lambda: 0.5)
    wire = Wire(answers={"TransactWriteItems": lambda _: cancelled("TransactionConflict", "None")})
    store.connection.client.meta.events.register("before-call.dynamodb.*", wire)
    with pytest.raises(StoreError, match="TransactionCanceled"):
        store.commit(post(), timer())
    assert len(wire.requests) == CONTENTION_TRIES
    assert pauses == [0.025, 0.05, 0.1, 0.2]


def test_a_changed_record_outweighs_contention(store: DynamoMentionStore, wire: Wire) -> None:
    wire.answers["TransactWriteItems"] = lambda _: cancelled("TransactionConflict", "ConditionalCheckFailed")
    with pytest.raises(ConflictError) as refused:
        store.commit(post(), timer())
    assert refused.value.record == timer()
    assert len(wire.requests) == 1


@pytest.mark.parametrize("code", ["ValidationError", "ItemCollectionSizeLimitExceeded"])
def test_a_transaction_refused_for_good_is_not_tried_again(store: DynamoMentionStore, wire: Wire, code: str) -> None:
    wire.answers["TransactWriteItems"] = lambda _: cancelled("TransactionConflict", code)
    with pytest.raises(StoreError):
        store.commit(post(), timer())
    assert len(wire.requests) == 1


@pytest.fixture
def lost_replies(ministack_store: DynamoMentionStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The next request for each operation listed here reaches the engine, and its reply is lost."""
    losing: list[str] = []
    session = ministack_store.connection.client._endpoint.http_session
    send = session.send

    def send_and_lose(request: Any) -> Any:
        answer = send(request)
        operation = request.headers["X-Amz-Target"].decode().rpartition(".")[2]
        if operation in losing:
            losing.remove(operation)
            raise ReadTimeoutError(endpoint_url=request.url)
        return answer

    monkeypatch.setattr(session, "send", send_and_lose)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    yield losing
    assert losing == []


def test_a_transaction_whose_reply_is_lost_is_made_once_on_ministack(
    ministack_store: DynamoMentionStore, lost_replies: list[str]
) -> None:
    lost_replies.append("TransactWriteItems")
    ministack_store.commit(post(), entry())
    assert ministack_store.post("pst_1") == post()


def test_a_put_whose_reply_is_lost_conflicts_with_itself_on_ministack(
    ministack_store: DynamoMentionStore, lost_replies: list[str]
) -> None:
    lost_replies.append("PutItem")
    with pytest.raises(ConflictError):
        ministack_store.commit(post())
    assert ministack_store.post("pst_1") == post()


# Tables


def test_only_what_may_be_forgotten_expires_and_after_its_time(store: DynamoMentionStore, wire: Wire) -> None:
    expiring: dict[str, int] = {}
    for record in SAMPLES:
        wire.requests.clear()
        store.commit(record)
        ((_, request),) = wire.requests
        if "expires" in request["Item"]:
            expiring[type(record).__name__] = int(request["Item"]["expires"]["N"]) - int(AT.timestamp())
    day = int(timedelta(days=1).total_seconds())
    assert expiring == {
        "Attempt": 30 * day,
        "Delivery": 30 * day,
        "Replay": 90 * day,
        "Likeness": 420,
        "MandateRequest": 420,
        "ApprovalLink": 30 * day + int((LATER - AT).total_seconds()),
        "FollowerAudit": 400 * day,
        "ReviewLink": 30 * day + int((LATER - AT).total_seconds()),
        "Unread": 30 * day,
        "Export": 30 * day,
        "ExportOrder": 420,
        "Trace": 30 * day,
        "Shift": 400 * day + int((LATER - AT).total_seconds()),
        "Timer": 2 * day,
        "StandingStop": 2 * day,
        "QueuedRecall": 2 * day,
        "Drill": 400 * day,
        "Permits": day,
        "FollowUp": 400 * day + int((LATER - AT).total_seconds()),
        "Watch": 37 * day,
        "Reply": 7 * day,
        "Lane": int((LATER - AT + ON_THE_WAY).total_seconds()),
    }


def test_the_stream_of_the_ledger_tells_of_new_entries_only(store: DynamoMentionStore, wire: Wire) -> None:
    store.commit(entry())
    ((_, request),) = wire.requests
    image = {"NewImage": request["Item"], "SequenceNumber": "1"}
    assert entry_of_stream_record({"eventName": "INSERT", "dynamodb": image}) == entry()
    assert entry_of_stream_record({"eventName": "REMOVE", "dynamodb": {"Keys": {}}}) is None


def test_a_closed_mention_has_no_key_of_the_inbox(store: DynamoMentionStore, wire: Wire) -> None:
    for state in MentionState:
        store.commit(mention(f"mnt_{state}", state=state))
    indexed = {request["Item"]["id"]["S"] for _, request in wire.requests if "inbox" in request["Item"]}
    assert indexed == {"mnt_open", "mnt_recommended", "mnt_escalated"}


def test_one_client_serves_all_tables_and_waits_a_bounded_time(
    aws_environment: pytest.MonkeyPatch,
) -> None:
    aws_environment.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    aws_environment.setenv("AWS_REGION", "eu-west-3")
    store = DynamoMentionStore("test")
    client = store.connection.client
    assert all(table._get_connection().connection.client is client for table in store.tables.values())
    assert client.meta.endpoint_url == "http://127.0.0.1:1"
    assert client.meta.region_name == "eu-west-3"
    assert (client.meta.config.connect_timeout, client.meta.config.read_timeout) == (2, 5)
    assert client.meta.config.retries["total_max_attempts"] == 3


class CloudFormationLoader(yaml.SafeLoader):
    """Reads the short forms (``!Sub``, ``!Ref``) as what they are applied to."""


CloudFormationLoader.add_multi_constructor(
    "!",
    lambda loader, _, node: (
        loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else loader.construct_sequence(node)
    ),
)


def test_the_deployed_tables_are_those_of_the_models(aws_environment: pytest.MonkeyPatch) -> None:
    template = yaml.load(RESOURCES.read_text(), CloudFormationLoader)  # noqa: S506
    deployed = {
        resource["Properties"]["TableName"]: resource["Properties"]
        for resource in template["Resources"].values()
        if resource["Type"] == "AWS::DynamoDB::Table"
    }
    store = DynamoMentionStore("test")
    wire = Wire(answers=dict.fromkeys(("CreateTable", "UpdateTimeToLive"), lambda _: reply({})))
    wire.answers["DescribeTable"] = lambda _: refusal("ResourceNotFoundException")
    store.connection.client.meta.events.register("before-call.dynamodb.*", wire)
    for name, table in store.tables.items():
        wire.requests.clear()
        table.create_table(billing_mode="PAY_PER_REQUEST")
        ours = dict(wire.requests)
        theirs = deployed[f"backchannel-${{Stage}}-{name}"]
        for same in ("BillingMode", "KeySchema"):
            assert theirs.get(same) == ours["CreateTable"].get(same), name
        assert indexes(theirs) == indexes(ours["CreateTable"]), name
        assert by_name(theirs) == by_name(ours["CreateTable"]), name
        expiry = ours.get("UpdateTimeToLive", {}).get("TimeToLiveSpecification")
        assert theirs.get("TimeToLiveSpecification") == expiry, name


def indexes(table: Any) -> list[Any]:
    """A table's indexes, whose order means nothing."""
    kinds = ("GlobalSecondaryIndexes", "LocalSecondaryIndexes")
    return [sorted(table.get(kind, ()), key=lambda index: str(index["IndexName"])) for kind in kinds]


def by_name(table: Any) -> dict[str, str]:
    """The types of a table's key attributes."""
    definitions = table["AttributeDefinitions"]
    return {attribute["AttributeName"]: attribute["AttributeType"] for attribute in definitions}
