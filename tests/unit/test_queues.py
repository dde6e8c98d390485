"""A message that was sent is on the queue; one that was not is known not to be."""

from functools import cache

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from shared import aws
from shared.queues import LARGEST_MESSAGE, MemoryQueue, QueueError, Sent, SqsQueue


@pytest.fixture
def sqs(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    with mock_aws():
        yield boto3.client("sqs", region_name="eu-west-1")


def test_what_is_sent_to_sqs_is_there(sqs):
    url = sqs.create_queue(QueueName="inbound")["QueueUrl"]
    SqsQueue(sqs, url).send("{}")
    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert message["Body"] == "{}"


def test_what_is_delayed_is_not_there_yet(sqs):
    url = sqs.create_queue(QueueName="outbound")["QueueUrl"]
    SqsQueue(sqs, url).send("{}", delay_seconds=900)
    assert "Messages" not in sqs.receive_message(QueueUrl=url)


def test_a_refusal_by_sqs_is_a_queue_error(sqs):
    with pytest.raises(QueueError) as failure:
        SqsQueue(sqs, "https://sqs.eu-west-1.amazonaws.com/000000000000/nowhere").send("{}")
    assert "nowhere" not in str(failure.value)


def test_sqs_out_of_reach_is_a_queue_error():
    unreachable = boto3.client(
        "sqs",
        region_name="eu-west-1",
        endpoint_url="http://127.0.0.1:1",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=boto3.session.Config(retries={"total_max_attempts": 1}),
    )
    with pytest.raises(QueueError):
        SqsQueue(unreachable, "http://127.0.0.1:1/000000000000/inbound").send("{}")


def test_one_message_is_one_call():
    client = boto3.client("sqs", region_name="eu-west-1", aws_access_key_id="testing", aws_secret_access_key="testing")
    with Stubber(client) as stub:
        stub.add_response(
            "send_message", {"MessageId": "1"}, {"QueueUrl": "url", "MessageBody": "b", "DelaySeconds": 0}
        )
        SqsQueue(client, "url").send("b")
        stub.assert_no_pending_responses()


def test_many_are_sent_ten_at_a_time_and_as_many_as_fit_into_a_request(sqs):
    url = sqs.create_queue(QueueName="outbound")["QueueUrl"]
    large = "x" * (LARGEST_MESSAGE // 2)
    sent = [*(Sent(str(number), 0) for number in range(21)), Sent(large, 0), Sent(large, 0), Sent("last", 0)]
    requests = []
    sqs.meta.events.register("before-send.sqs.SendMessageBatch", lambda request, **_: requests.append(request))
    SqsQueue(sqs, url).send_all(sent)
    assert len(requests) == 4
    found = []
    while some := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        found += [message["Body"] for message in some]
    assert sorted(found) == sorted(one.body for one in sent)


def test_a_message_among_many_that_sqs_does_not_take_is_a_queue_error():
    client = boto3.client("sqs", region_name="eu-west-1", aws_access_key_id="testing", aws_secret_access_key="testing")
    failed = {"Id": "1", "Code": "InternalError", "SenderFault": False}
    with Stubber(client) as stub:
        stub.add_response("send_message_batch", {"Successful": [], "Failed": [failed]})
        with pytest.raises(QueueError):
            SqsQueue(client, "url").send_all([Sent("a", 0), Sent("b", 0)])


def test_no_messages_are_no_call():
    client = boto3.client("sqs", region_name="eu-west-1", aws_access_key_id="testing", aws_secret_access_key="testing")
    with Stubber(client):
        SqsQueue(client, "url").send_all([])


def test_the_memory_queue_keeps_what_was_sent_in_order():
    queue = MemoryQueue()
    queue.send("a")
    queue.send("b", 5)
    assert queue.sent == [Sent("a", 0), Sent("b", 5)]


def test_one_client_of_a_service_is_made_in_the_region_of_the_function(monkeypatch):
    for variable in ("AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("AWS_REGION", "eu-north-1")
    monkeypatch.setattr(aws, "_client", cache(aws._client.__wrapped__))
    assert aws.client("sqs").meta.region_name == "eu-north-1"
    assert aws.client("sqs") is aws.client("sqs")


def test_who_sends_much_waits_longer_for_the_answer_by_a_client_of_its_own(monkeypatch):
    monkeypatch.setenv("AWS_REGION", "eu-north-1")
    monkeypatch.setattr(aws, "_client", cache(aws._client.__wrapped__))
    assert aws.client("s3", read_timeout=30).meta.config.read_timeout == 30
    assert aws.client("s3").meta.config.read_timeout == aws.READ_TIMEOUT
