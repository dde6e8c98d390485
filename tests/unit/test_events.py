"""A sample of every trigger that the real handlers take, and a schema of every event that they tell."""

import ast
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from moto import mock_aws

from functions.notify.webhook import payload
from infra.demo.receiver import Receiver, receiving
from infra.functions import API, FUNCTIONS
from infra.openapi import document
from shared import aws
from shared.domain.accounts import Scheme
from shared.domain.endpoints import Endpoint
from shared.domain.listening.mentions import mention_id
from shared.domain.parties import Client, Key, Party, Scope
from shared.domain.posts import PostState
from shared.domain.stops import ScopeKind, StopScope
from shared.stores.dynamo import entry_of_stream_record
from shared.stores.dynamo_mentions import DynamoMentionStore
from tests.schemas import EVENTS, SENT, conforms
from tests.unit.webhook_senders import source

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path.stem for path in EVENTS.glob("*.json"))
AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
QUEUES = ("inbound", "outbound", "deliveries")


def sample(name: str) -> Any:
    return json.loads((EVENTS / f"{name}.json").read_text())


def seeded() -> DynamoMentionStore:
    """What the samples speak of: the client acme with a key, a source and an endpoint."""
    store = DynamoMentionStore("test", sleep=lambda _: None)
    for table in store.tables.values():
        table.create_table(billing_mode="PAY_PER_REQUEST")
    store.commit(Client(id="acme", name="Acme", zone="Europe/Oslo", agencies=("agy_sample",), created_at=AT))
    store.commit(
        Key(
            id="key_sample",
            realm="acme",
            member="mbr_sample",
            party=Party.CLIENT,
            agency=None,
            scopes=tuple(Scope),
            digest=hashlib.sha256(b"sample-secret").hexdigest(),
            created_at=AT,
        )
    )
    store.commit(source(Scheme.X))
    store.commit(endpoint())
    return store


def endpoint() -> Endpoint:
    return Endpoint(
        id="end_sample",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        url="http://127.0.0.1:9/nobody",
        secrets=("whsec_c2FtcGxlLXNlY3JldC1vZi1hbi1lbmRwb2ludA==",),
        events=(),
        created_at=AT,
    )


def forget() -> None:
    """Everything that a warm function keeps."""
    kept = [vars(aws), *(vars(import_module(f"functions.{function}.app")) for function in FUNCTIONS)]
    for module in kept:
        for value in module.values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[DynamoMentionStore]:
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BACKCHANNEL_STAGE", "test")
    monkeypatch.setenv("ALLOW_PLAIN_HTTP", "true")
    monkeypatch.setenv("MEDIA_BUCKET", "pictures")
    monkeypatch.setenv("CLASSIFIER", "embedded")
    monkeypatch.setenv("DESK_URL", "https://desk.example")
    monkeypatch.setenv("MAIL_FROM", "backchannel@mail.example")
    with mock_aws():
        forget()
        for queue in QUEUES:
            url = aws.client("sqs").create_queue(QueueName=queue)["QueueUrl"]
            monkeypatch.setenv(f"{queue.upper()}_QUEUE_URL", url)
        yield seeded()
    forget()


def handled(name: str) -> Any:
    """What the real handler says to a sample."""
    function, _, handler = name.partition(".")
    module = import_module(f"functions.{function}.app")
    return getattr(module, handler if handler in FUNCTIONS[function] else "app")(sample(name), None)


def messages(queue: str) -> list[str]:
    sqs = aws.client("sqs")
    url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
    return [message["Body"] for message in sqs.receive_message(QueueUrl=url).get("Messages", [])]


def test_every_trigger_has_a_sample_named_after_the_function_and_its_handler() -> None:
    routes = {
        f"{operation['tags'][0]}.{operation['operationId']}"
        for path in document()["paths"].values()
        for operation in path.values()
        if isinstance(operation, dict)
    }
    triggers = {f"{function}.{handler}" for function, handlers in FUNCTIONS.items() for handler in handlers}
    apis = {trigger.partition(".")[0] for trigger in triggers if trigger.endswith(f".{API}")}
    others = {trigger for trigger in triggers if not trigger.endswith(f".{API}")}
    of_apis = set(SAMPLES) - others
    assert others <= set(SAMPLES)
    assert of_apis <= routes
    assert {name.partition(".")[0] for name in of_apis} == apis


@pytest.mark.parametrize("name", SAMPLES)
def test_the_real_handler_takes_the_sample(store: DynamoMentionStore, name: str) -> None:
    said = handled(name)
    if "statusCode" in said:
        assert said["statusCode"] in (200, 201), said["body"]
    elif "batchItemFailures" in said:
        assert said["batchItemFailures"] == []
    else:
        assert set(said.values()) == {0}


def test_the_sample_webhook_becomes_the_sample_mention(store: DynamoMentionStore) -> None:
    handled("ingest.hook")
    (sent,) = messages("inbound")
    (record,) = sample("prioritize.mentions")["Records"]
    received = {"received_at": None}
    assert json.loads(sent) | received == json.loads(record["body"]) | received
    handled("prioritize.mentions")
    mention = store.mention(mention_id("acme", "x", "1990000000000000001"))
    assert mention is not None
    assert [mention.id for mention in store.inbox("acme")] == [mention.id]


def test_the_sample_stop_stands(store: DynamoMentionStore) -> None:
    stop = json.loads(handled("recover.engage")["body"])
    flag = store.flags([StopScope(ScopeKind.CLIENT, "acme")])["client:acme"]
    assert flag.engaged == (stop["id"],)


def test_the_sample_ledger_entry_waits_to_be_told_and_makes_the_sample_call(store: DynamoMentionStore) -> None:
    handled("notify.fan_out")
    (record,) = sample("notify.run")["Records"]
    assert messages("deliveries") == [record["body"]]
    (waiting,) = store.waiting_deliveries("end_sample")
    assert (waiting.type, waiting.client) == ("post.approved", "acme")


@pytest.fixture
def receiver(store: DynamoMentionStore) -> Iterator[Receiver]:
    with receiving() as listening:
        listening.secret = endpoint().secrets[0]
        store.commit(replace(endpoint(), url=listening.url, version=2))
        yield listening


def test_the_sample_entry_is_told_as_its_schema_says(store: DynamoMentionStore, receiver: Receiver) -> None:
    entry = entry_of_stream_record(sample("notify.fan_out")["Records"][0])
    assert entry is not None
    store.commit(entry)
    handled("notify.fan_out")
    handled("notify.run")
    (event,) = receiver.events.values()
    assert (event["type"], event["data"]["client"], receiver.forged) == ("post.approved", "acme", 0)
    conforms(event)


def test_the_sample_stream_record_is_one_that_pynamodb_writes(store: DynamoMentionStore) -> None:
    (record,) = sample("notify.fan_out")["Records"]
    entry = entry_of_stream_record(record)
    assert entry is not None
    store.commit(entry)
    written = aws.client("dynamodb").get_item(TableName="backchannel-test-ledger", Key=record["dynamodb"]["Keys"])
    assert written["Item"] == record["dynamodb"]["NewImage"]
    conforms(approved())


def emitted() -> set[str]:
    """The type of every fact that the code can enter into a ledger."""
    found = set()
    for path in (*ROOT.glob("functions/**/*.py"), *ROOT.glob("shared/**/*.py")):
        tree = ast.parse(path.read_text())
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Fact":
                (given,) = (keyword.value for keyword in call.keywords if keyword.arg == "type")
                found |= meant(given, tree)
    return found


def meant(given: ast.expr, tree: ast.Module) -> set[str]:
    """What an expression for a type may come to. A post's state may be any that its module names."""
    if isinstance(given, ast.Constant):
        return {str(given.value)}
    if isinstance(given, ast.JoinedStr):
        (prefix, _) = given.values
        assert isinstance(prefix, ast.Constant)
        assert prefix.value == "post."
        states = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_post_state(node.value)}
        return {f"post.{PostState[state].value}" for state in states}
    assert isinstance(given, ast.Name)
    return passed(given.id, tree)


def is_post_state(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "PostState"


def passed(parameter: str, tree: ast.Module) -> set[str]:
    """The constants that a module's calls give to a parameter."""
    (function,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and parameter in [argument.arg for argument in node.args.args]
    )
    place = [argument.arg for argument in function.args.args].index(parameter)
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function.name
    ]
    return {str(ast.literal_eval(call.args[place])) for call in calls}


def test_every_event_that_is_told_has_a_schema_and_no_other_has() -> None:
    assert emitted() == set(SENT)


@pytest.mark.parametrize("path", sorted((EVENTS / "schemas").glob("*.json")), ids=lambda path: path.stem)
def test_a_schema_is_one(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text()))


@pytest.mark.parametrize("type_", sorted(SENT))
def test_a_schema_is_of_the_type_that_it_is_named_after(type_: str) -> None:
    schema = SENT[type_]
    assert (schema["title"], schema["properties"]["type"]) == (type_, {"const": type_})
    assert schema["$id"].endswith(f"/{type_}.json")


def approved() -> Any:
    """The sample entry as it is told."""
    (record,) = sample("notify.fan_out")["Records"]
    entry = entry_of_stream_record(record)
    assert entry is not None
    return json.loads(payload(entry))


@pytest.mark.parametrize("change", [{"type": "post.rejected"}, {"timestamp": 1}, {"data": {}}], ids=repr)
def test_a_schema_refuses_what_it_does_not_say(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        conforms(approved() | change)


def test_a_detail_of_which_no_schema_speaks_is_found() -> None:
    event = approved()
    event["data"]["mood"] = "good"
    with pytest.raises(AssertionError, match="mood"):
        conforms(event)
