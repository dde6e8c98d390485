"""What is counted is what goes over the wire: no call less, no byte more."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders
from botocore.config import Config
from botocore.session import get_session
from moto import mock_aws
from urllib3 import HTTPResponse

from infra.bench.counting import Calls, counted


@pytest.fixture(autouse=True)
def aws_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-north-1")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        yield


@pytest.fixture
def sqs() -> Any:
    return get_session().create_client("sqs", config=Config(retries={"mode": "standard", "total_max_attempts": 3}))


@pytest.fixture
def queue_url(sqs: Any) -> str:
    return str(sqs.create_queue(QueueName="counted")["QueueUrl"])


@pytest.fixture
def calls(sqs: Any, queue_url: str) -> Calls:
    return counted(sqs.meta.events)


def test_every_call_is_counted_under_its_operation(sqs: Any, queue_url: str, calls: Calls) -> None:
    for number in range(7):
        sqs.send_message(QueueUrl=queue_url, MessageBody=str(number))
    sqs.receive_message(QueueUrl=queue_url)
    assert calls.operations == {"sqs.SendMessage": 7, "sqs.ReceiveMessage": 1}
    assert calls.total == 8
    assert calls.of("sqs", "SendMessage", "DeleteMessage") == 7
    assert calls.of("dynamodb", "SendMessage") == 0


def test_the_bytes_are_those_of_the_bodies(sqs: Any, queue_url: str, calls: Calls) -> None:
    def bytes_of(body: str) -> tuple[int, int]:
        calls.clear()
        sqs.send_message(QueueUrl=queue_url, MessageBody=body)
        sent = calls.bytes_out
        calls.clear()
        received = sqs.receive_message(QueueUrl=queue_url)["Messages"][0]
        came = calls.bytes_in
        sqs.delete_message(QueueUrl=queue_url, ReceiptHandle=received["ReceiptHandle"])
        return sent, came

    short, long = bytes_of("x"), bytes_of("x" * 1001)
    assert short[0] > len(queue_url)
    assert (long[0] - short[0], long[1] - short[1]) == (1000, 1000)


def test_a_request_that_is_sent_again_is_another_call(
    sqs: Any, queue_url: str, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = HTTPResponse(BytesIO(), preload_content=False)
    answers = [AWSResponse(queue_url, 503, HTTPHeaders(), nothing) for _ in range(2)]
    sqs.meta.events.register_first("before-send", lambda **_: answers.pop() if answers else None)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    sqs.send_message(QueueUrl=queue_url, MessageBody="once")
    assert calls.operations == {"sqs.SendMessage": 3}


def test_a_session_counts_the_clients_that_it_makes_from_then_on() -> None:
    session = get_session()
    clients: list[Any] = [session.create_client("dynamodb")]
    calls = counted(session.get_component("event_emitter"))
    clients += [session.create_client("dynamodb") for _ in range(2)]
    for client in clients:
        client.list_tables()
    assert calls.operations == {"dynamodb.ListTables": 2}


def test_cleared_it_counts_from_nothing(sqs: Any, queue_url: str, calls: Calls) -> None:
    sqs.send_message(QueueUrl=queue_url, MessageBody="before")
    calls.clear()
    assert (calls.total, calls.bytes_out, calls.bytes_in) == (0, 0, 0)
