"""A webhook is on the queue when it is answered with 200; refused, it leaves nothing behind."""

import gzip
import io
import json
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from functools import cache
from urllib.parse import quote

import msgspec
import pytest
from chalice.test import Client
from moto import mock_aws
from webhook_senders import EVENTS, FEED, MESSAGES, NOW, OTHER_SECRET, sample, signed, source

from functions.ingest import app as ingest
from functions.ingest.accept import LARGEST_BODY, accept
from functions.ingest.sources import MOST_REMEMBERED, REMEMBERED_FOR, StoredSources
from shared import aws, telemetry
from shared.api.problems import CompressedError, MalformedError, TooLargeError
from shared.domain.accounts import Scheme, Source, source_realm
from shared.domain.clock import SystemClock
from shared.domain.couriers import GONE
from shared.domain.endpoints import DELIVERY
from shared.domain.listening.mentions import LONGEST_UNREAD, Delivery, Retraction
from shared.queues import LARGEST_MESSAGE, MemoryQueue, QueueError
from shared.stores.dynamo import DynamoStore
from shared.stores.memory import MemoryStore

PROBLEM = "https://backchannel.example/problems/"


class Sources:
    def __init__(self, *sources):
        self.known = {source.id: source for source in sources}

    def source(self, id):  # noqa: A002
        return self.known.get(id)


class FailingQueue:
    def send(self, body, delay_seconds=0):
        raise QueueError("The queue did not take the message.")


class Http:
    """Asks the application as API Gateway would."""

    def get(self, path, headers=None, body=b""):
        with Client(ingest.app) as client:
            return client.http.get(path, headers=headers or {}, body=body)

    def post(self, path, headers, body):
        with Client(ingest.app) as client:
            return client.http.post(path, headers=headers, body=body)


@pytest.fixture
def queue():
    return MemoryQueue()


@pytest.fixture
def serve(monkeypatch, queue):
    """The deployed application over given sources: ``serve(*sources)`` is its HTTP client."""

    def served(*sources, to=queue):
        monkeypatch.setattr(ingest, "wired", lambda: (Sources(*sources), to))
        monkeypatch.setattr(SystemClock, "now", lambda _: NOW)
        return Http()

    return served


def standard(body, **headers):
    return signed(Scheme.STANDARD, body) | {"Content-Type": "application/json"} | headers


def mention(**changes):
    item = {"external_id": "1", "author": "customer", "text": "hello"} | changes
    return json.dumps({"type": "mention.created", "data": item}).encode()


def delivered(queue):
    (sent,) = queue.sent
    return msgspec.json.decode(sent.body, type=Delivery)


@pytest.mark.parametrize("scheme", Scheme)
def test_one_webhook_is_one_message_on_the_queue_with_everything_in_it(serve, queue, scheme):
    body, messages = sample(scheme), MESSAGES[scheme]
    answer = serve(source(scheme)).post("/hooks/src_sample", signed(scheme, body), body)
    assert (answer.status_code, json.loads(answer.body)) == (200, {"accepted": messages})
    delivery = delivered(queue)
    assert (delivery.source, delivery.client, delivery.received_at) == ("src_sample", "acme", NOW)
    assert len(delivery.reports) == messages


def test_the_sample_event_for_ingest_is_accepted(monkeypatch, queue):
    monkeypatch.setattr(ingest, "wired", lambda: (Sources(source(Scheme.X)), queue))
    event = json.loads((EVENTS / "ingest.hook.json").read_text())
    assert ingest.app(event, None)["statusCode"] == 200
    assert delivered(queue).reports[0].external_id == "1990000000000000001"


def test_the_sample_challenge_is_answered(monkeypatch, queue):
    monkeypatch.setattr(ingest, "wired", lambda: (Sources(source(Scheme.X)), queue))
    answer = ingest.app(json.loads((EVENTS / "ingest.challenge.json").read_text()), None)
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["response_token"].startswith("sha256=")
    assert queue.sent == []


def test_the_sample_event_for_prioritize_is_what_ingest_sends(monkeypatch, queue):
    monkeypatch.setattr(ingest, "wired", lambda: (Sources(source(Scheme.X)), queue))
    ingest.app(json.loads((EVENTS / "ingest.hook.json").read_text()), None)
    (record,) = json.loads((EVENTS / "prioritize.mentions.json").read_text())["Records"]
    assert msgspec.json.decode(record["body"], type=Delivery).reports == delivered(queue).reports


def test_a_body_that_comes_in_base64_is_verified_as_the_bytes_that_were_sent(monkeypatch, queue):
    monkeypatch.setattr(ingest, "wired", lambda: (Sources(source(Scheme.X)), queue))
    event = json.loads((EVENTS / "ingest.hook.json").read_text())
    event |= {"body": b64encode(event["body"].encode()).decode(), "isBase64Encoded": True}
    assert ingest.app(event, None)["statusCode"] == 200


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json; charset=utf-8",
        "application/cloudevents+json",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "text/plain",
        "nonsense",
        "",
        None,
    ],
)
def test_no_content_type_is_turned_away(serve, queue, content_type):
    body = mention()
    headers = signed(Scheme.STANDARD, body) | ({} if content_type is None else {"Content-Type": content_type})
    assert serve(source(Scheme.STANDARD)).post("/hooks/src_sample", headers, body).status_code == 200


def test_an_event_without_messages_is_acknowledged_and_costs_no_call(serve, queue):
    body = b'{"data":{"event_type":"like.create","payload":{}}}'
    answer = serve(source(Scheme.X)).post("/hooks/src_sample", signed(Scheme.X, body), body)
    assert (answer.status_code, json.loads(answer.body), queue.sent) == (200, {"accepted": 0}, [])


def test_an_unknown_event_is_acknowledged_kept_as_it_came_counted_and_logged_by_its_type(serve, queue, monkeypatch):
    counted, log = [], io.StringIO()
    monkeypatch.setattr(telemetry, "count", lambda name, value=1: counted.append((name, value)))
    monkeypatch.setattr(telemetry.logger.registered_handler, "stream", log)
    body = b'{"type":"mention.liked","data":{"who":"somebody whom we do not name"}}'
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, json.loads(answer.body)) == (200, {"accepted": 0})
    kept = delivered(queue).unread
    assert (kept.types, kept.body, kept.client, kept.source) == (
        ("mention.liked",),
        body.decode(),
        "acme",
        "src_sample",
    )
    assert counted == [("unknown_events", 1)]
    assert json.loads(log.getvalue())["types"] == ["mention.liked"]
    assert "somebody" not in log.getvalue()


def test_the_same_unknown_event_is_kept_under_the_same_id(serve, queue):
    body, http = b'{"type":"mention.liked"}', serve(source(Scheme.STANDARD))
    for _ in range(2):
        http.post("/hooks/src_sample", standard(body), body)
    first, second = (msgspec.json.decode(sent.body, type=Delivery).unread.id for sent in queue.sent)
    assert first == second


def test_of_an_unknown_event_of_any_size_the_beginning_is_kept(serve, queue):
    body = json.dumps({"type": "mention.liked", "data": "x" * 900_000}).encode()
    assert serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body).status_code == 200
    assert delivered(queue).unread.body == body.decode()[:LONGEST_UNREAD]


def test_what_is_kept_unread_does_not_cost_the_messages_beside_it(serve, queue):
    value = {"item": "comment", "verb": "add", "comment_id": "1", "message": "\U0001f525" * 15_000}
    changes = [{"field": "feed", "value": value}] * 15 + [{"field": "ratings", "value": '"' * 25_000}]
    body = json.dumps({"object": "page", "entry": [{"changes": changes[::-1]}]}, ensure_ascii=False).encode()
    assert LARGEST_BODY * 0.9 < len(body) < LARGEST_BODY
    answer = serve(source(Scheme.META)).post("/hooks/src_sample", signed(Scheme.META, body), body)
    assert (answer.status_code, json.loads(answer.body)) == (200, {"accepted": 15})
    read, kept = (msgspec.json.decode(sent.body, type=Delivery) for sent in queue.sent)
    assert (len(read.reports), read.unread, kept.reports, kept.unread.types) == (15, None, (), ("page.ratings",))


def taken_back(network=None):
    return json.dumps({"type": "mention.deleted", "data": {"external_id": "1", "network": network}}).encode()


def test_that_a_message_was_taken_back_is_on_the_queue(serve, queue):
    body = taken_back()
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, json.loads(answer.body)) == (200, {"accepted": 1})
    assert delivered(queue).retractions == (Retraction(network="mastodon", external_id="1"),)


def test_a_source_is_not_believed_when_it_takes_back_or_changes_what_is_on_another_network(serve, queue):
    body = taken_back("x")
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, json.loads(answer.body)) == (200, {"accepted": 0})
    delivery = delivered(queue)
    assert (delivery.retractions, delivery.unread.types) == ((), ("retraction.of_another_network",))
    queue.sent.clear()
    item = {"external_id": "1", "author": "a", "text": "t", "edited_at": 1794820700}
    for network, believed in (("x", False), ("mastodon", True)):
        body = json.dumps({"type": "mention.changed", "data": item | {"network": network}}).encode()
        serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
        (report,) = delivered(queue).reports
        assert (report.edited_at is not None) is believed
        queue.sent.clear()


@pytest.mark.parametrize(
    ("scheme", "network", "believed"),
    [
        (Scheme.META, "instagram", True),
        (Scheme.META, "x", False),
        (Scheme.X, "x", True),
        (Scheme.X, "mastodon", False),
        (Scheme.GENERIC, "mastodon", True),
        (Scheme.GENERIC, "x", False),
    ],
)
def test_a_network_speaks_for_itself_and_a_tool_for_the_network_that_it_is_registered_for(scheme, network, believed):
    assert source(scheme).speaks_for(network) is believed


def test_slack_gets_its_challenge_back_when_it_is_signed(serve, queue):
    body = b'{"type":"url_verification","challenge":"abc"}'
    http = serve(source(Scheme.SLACK))
    answer = http.post("/hooks/src_sample", signed(Scheme.SLACK, body), body)
    assert (answer.status_code, json.loads(answer.body), queue.sent) == (200, {"challenge": "abc"}, [])
    assert http.post("/hooks/src_sample", {}, body).status_code == 401


def test_a_hub_can_end_a_closed_sources_subscription_and_push_nothing_to_it(serve, queue):
    http, body = serve(source(Scheme.WEBSUB, closed_at=NOW)), sample(Scheme.WEBSUB)
    asked = f"/hooks/src_sample?hub.topic={quote(FEED)}&hub.challenge=abc&hub.mode="
    assert http.get(asked + "unsubscribe").body == b"abc"
    assert http.get(asked + "subscribe").status_code == 403
    assert http.post("/hooks/src_sample", signed(Scheme.WEBSUB, body), body).status_code == 404
    assert queue.sent == []


def test_the_same_webhook_again_is_acknowledged_again(serve, queue):
    body, http = sample(Scheme.STANDARD), serve(source(Scheme.STANDARD))
    answers = [http.post("/hooks/src_sample", standard(body), body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    first, second = queue.sent
    assert first == second


@pytest.mark.parametrize(
    ("body", "status", "kind", "field"),
    [
        (b"", 400, "malformed", None),
        (b"not JSON", 400, "malformed", None),
        (b'{"type": NaN}', 400, "malformed", None),
        (b'{"type": Infinity}', 400, "malformed", None),
        (b'{"type": "mention.created"} {}', 400, "malformed", None),
        (b"[" * 10_000 + b"]" * 10_000, 400, "malformed", None),
        (b'{"data":' * 10_000 + b"1" + b"}" * 10_000, 400, "malformed", None),
        (mention(text="\ud800"), 400, "malformed", None),
        (mention(text="\ud800\ud800"), 400, "malformed", None),
        (mention(text="\udc00 tail"), 400, "malformed", None),
        (b'{"n": 1e400}', 400, "malformed", None),
        (b'{"n": ' + b"9" * 5_000 + b"}", 400, "malformed", None),
        (mention(text="\x00"), 422, "invalid", "data.text"),
        (mention(author="\x1b"), 422, "invalid", "data.author"),
        (mention(external_id=""), 422, "invalid", "data.external_id"),
        (b'{"type":"mention.created","data":{"author":"a","text":"t"}}', 422, "invalid", "data.external_id"),
        (b"{}", 422, "invalid", "type"),
        (b"[]", 422, "invalid", None),
    ],
)
def test_a_bad_body_is_refused_by_name_with_nothing_queued(serve, queue, body, status, kind, field):
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    problem = json.loads(answer.body)
    assert (answer.status_code, problem["type"], problem.get("field")) == (status, PROBLEM + kind, field)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert queue.sent == []


def test_a_body_that_is_not_utf_8_is_refused(queue):
    body = b'{"type":"mention.created\xff"}'
    headers = signed(Scheme.META, body)
    with pytest.raises(MalformedError):
        accept("src_sample", headers, body, sources=Sources(source(Scheme.META)), queue=queue, now=NOW)


def test_a_compressed_body_that_does_not_say_so_is_judged_as_the_bytes_it_is(queue):
    body = gzip.compress(mention())
    with pytest.raises(MalformedError):
        accept(
            "src_sample", signed(Scheme.META, body), body, sources=Sources(source(Scheme.META)), queue=queue, now=NOW
        )


BOMB = gzip.compress(b'{"type": "mention.created", "data": [' + b" " * 50_000_000, compresslevel=9)


@pytest.mark.parametrize("encoding", ["gzip", "GZIP ", "deflate", "br", "zstd", "gzip, gzip"])
def test_a_compressed_body_is_refused_unopened_though_it_is_signed(queue, encoding):
    headers = signed(Scheme.META, BOMB) | {"content-Encoding": encoding}
    with pytest.raises(CompressedError):
        accept("src_sample", headers, BOMB, sources=Sources(source(Scheme.META)), queue=queue, now=NOW)
    assert queue.sent == []


def test_a_compressed_body_is_told_what_to_do(serve):
    body = mention()
    answer = serve(source(Scheme.STANDARD)).post(
        "/hooks/src_sample", standard(body, **{"Content-Encoding": "gzip"}), body
    )
    assert (answer.status_code, json.loads(answer.body)["type"]) == (415, PROBLEM + "compressed")


def test_a_body_that_says_that_it_is_not_compressed_is_taken(serve):
    body = mention()
    headers = standard(body, **{"Content-Encoding": "identity"})
    assert serve(source(Scheme.STANDARD)).post("/hooks/src_sample", headers, body).status_code == 200


def test_a_webhook_of_our_own_that_comes_back_is_refused_though_it_is_signed_and_closes_its_endpoint(serve, queue):
    body, sending = mention(), source(Scheme.STANDARD)
    for name in (DELIVERY, "Backchannel-Delivery"):
        answer = serve(sending).post(f"/hooks/{sending.id}", standard(body, **{name: "led_1"}), body)
        assert (answer.status_code, answer.json_body["type"]) == (410, PROBLEM + "loop")
    assert queue.sent == []
    assert answer.status_code == GONE, "a sender of ours closes an endpoint that is gone"


@pytest.mark.parametrize(("size", "status"), [(1_000_000, 200), (1_000_001, 413)])
def test_a_body_over_a_million_bytes_is_refused(serve, queue, size, status):
    body = mention() + b" " * (size - len(mention()))
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, len(queue.sent)) == (status, 1 if status == 200 else 0)


def test_an_oversized_body_is_not_even_looked_up(queue):
    with pytest.raises(TooLargeError):
        accept("src_sample", {}, b"x" * 1_000_001, sources=None, queue=queue, now=NOW)


def test_messages_that_grow_beyond_the_queues_limit_are_refused(serve, queue):
    body = json.dumps(
        {"type": "mention.created", "data": [{"external_id": "1", "author": "", "text": "\uffff" * 60_000}] * 5},
        ensure_ascii=False,
    ).encode()
    assert len(body) < 1_000_000
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, queue.sent) == (413, [])


def test_characters_that_the_queue_refuses_arrive_all_the_same(serve, queue):
    text = "a\ufffeb\uffffc\U0001fffe"
    body = mention(text=text)
    serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body), body)
    (sent,) = queue.sent
    assert "\ufffe" not in sent.body
    assert "\uffff" not in sent.body
    assert len(sent.body.encode()) <= LARGEST_MESSAGE
    assert delivered(queue).reports[0].text == text


@pytest.mark.parametrize("headers", [{}, {"webhook-signature": "v1,AAAA"}, signed(Scheme.X, mention())])
def test_an_unsigned_webhook_is_refused(serve, queue, headers):
    answer = serve(source(Scheme.STANDARD)).post("/hooks/src_sample", headers, mention())
    problem = json.loads(answer.body)
    assert (answer.status_code, problem["type"], queue.sent) == (401, PROBLEM + "bad-signature", [])


def test_a_signature_of_another_clients_source_is_refused(serve, queue):
    body = mention()
    other = source(Scheme.STANDARD, OTHER_SECRET[Scheme.STANDARD], id="src_other", client="other")
    http = serve(source(Scheme.STANDARD), other)
    assert http.post("/hooks/src_other", standard(body), body).status_code == 401
    assert http.post("/hooks/src_sample", standard(body), body).status_code == 200


@pytest.mark.parametrize("scheme", Scheme)
def test_a_signature_of_another_sources_is_refused_in_every_scheme(serve, queue, scheme):
    body = sample(scheme)
    http = serve(source(scheme), source(scheme, OTHER_SECRET[scheme], id="src_other", client="other"))
    assert http.post("/hooks/src_other", signed(scheme, body), body).status_code == 401
    assert queue.sent == []


def test_a_stale_timestamp_is_refused(serve, queue):
    body = mention()
    stale = signed(Scheme.STANDARD, body, at=NOW - timedelta(seconds=301))
    assert serve(source(Scheme.STANDARD)).post("/hooks/src_sample", stale, body).status_code == 401
    assert queue.sent == []


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("known", [(), (replace(source(Scheme.STANDARD), closed_at=NOW),)])
def test_an_unknown_or_closed_source_is_not_found(serve, queue, method, known):
    body = mention()
    answer = getattr(serve(*known), method)("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, json.loads(answer.body)["type"]) == (404, PROBLEM + "not-found")
    assert queue.sent == []


def test_a_queue_that_does_not_answer_makes_the_provider_try_again(serve):
    body = mention()
    answer = serve(source(Scheme.STANDARD), to=FailingQueue()).post("/hooks/src_sample", standard(body), body)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")


def test_meta_with_the_wrong_verify_token_is_forbidden(serve):
    query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    http = serve(source(Scheme.META))
    assert http.get(f"/hooks/src_sample?{query}another").status_code == 403
    right = http.get(f"/hooks/src_sample?{query}sample-verify-token")
    assert (right.status_code, right.body, right.headers["Content-Type"]) == (200, b"1158201444", "text/plain")
    assert right.headers["X-Content-Type-Options"] == "nosniff"


def test_x_challenge_names_what_is_wrong_with_its_query(serve):
    answer = serve(source(Scheme.X)).get("/hooks/src_sample")
    assert (answer.status_code, json.loads(answer.body)["field"]) == (422, "crc_token")


def test_a_refusal_is_logged_without_what_was_sent(serve, monkeypatch):
    body, log = mention(), io.StringIO()
    monkeypatch.setattr(telemetry.logger.registered_handler, "stream", log)
    serve(source(Scheme.STANDARD)).post("/hooks/src_sample", standard(body, Authorization="Bearer zzz"), body + b" ")
    assert json.loads(log.getvalue())["status"] == 401
    assert not any(secret in log.getvalue() for secret in ["whsec_", "v1,", "zzz", "hello"])


class Clock:
    def __init__(self):
        self.seconds = 1_000.0

    def monotonic(self):
        return self.seconds


class CountingStore(MemoryStore):
    def __init__(self):
        super().__init__()
        self.reads = []

    def get(self, kind, realm, id):  # noqa: A002
        self.reads.append((kind, realm, id))
        return super().get(kind, realm, id)


def test_a_busy_source_is_read_once_a_minute_and_nothing_more():
    clock, store = Clock(), CountingStore()
    store.commit(source(Scheme.STANDARD))
    sources = StoredSources(store, clock.monotonic)
    for _ in range(5):
        assert sources.source("src_sample") == source(Scheme.STANDARD)
    assert store.reads == [(Source, source_realm("src_sample"), "src_sample")]
    store.commit(replace(source(Scheme.STANDARD), closed_at=NOW, version=2))
    clock.seconds += REMEMBERED_FOR
    assert sources.source("src_sample").closed_at == NOW
    assert len(store.reads) == 2


def test_a_source_works_as_soon_as_it_is_there():
    store = CountingStore()
    sources = StoredSources(store, Clock().monotonic)
    assert sources.source("src_sample") is None
    store.commit(source(Scheme.STANDARD))
    assert sources.source("src_sample") is not None


@pytest.mark.parametrize("odd", ["", "a#b", "a/b", "../x", "src_é", "x" * 65, "a\n"])
def test_an_id_that_none_of_ours_can_be_is_not_looked_up(odd):
    store = CountingStore()
    assert StoredSources(store, Clock().monotonic).source(odd) is None
    assert store.reads == []


def test_what_is_remembered_has_an_end():
    store, many = CountingStore(), MOST_REMEMBERED + 1
    for number in range(many):
        store.commit(source(Scheme.STANDARD, id=f"src_{number}"))
    sources = StoredSources(store, Clock().monotonic)
    for number in range(many):
        sources.source(f"src_{number}")
    store.reads.clear()
    sources.source(f"src_{many - 1}")
    assert store.reads == []
    sources.source("src_0")
    assert len(store.reads) == 1


def test_as_deployed_one_webhook_costs_one_call_once_its_source_is_known(monkeypatch):
    for name, value in {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_REGION": "eu-west-1",
        "BACKCHANNEL_STAGE": "test",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(aws, "_client", cache(aws._client.__wrapped__))
    monkeypatch.setattr(ingest, "wired", cache(ingest.wired.__wrapped__))
    with mock_aws():
        sqs = aws.client("sqs")
        url = sqs.create_queue(QueueName="inbound")["QueueUrl"]
        monkeypatch.setenv("INBOUND_QUEUE_URL", url)
        store = DynamoStore("test")
        store.tables["registry"].create_table(billing_mode="PAY_PER_REQUEST")
        store.commit(source(Scheme.X))
        event = json.loads((EVENTS / "ingest.hook.json").read_text())
        assert ingest.app(event, None)["statusCode"] == 200
        calls = []
        for client in (sqs, ingest.wired()[0]._store.connection.client):
            client.meta.events.register("before-send", lambda request, **_: calls.append(request.headers))
        assert ingest.app(event, None)["statusCode"] == 200
        assert len(calls) == 1
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
        assert [len(msgspec.json.decode(message["Body"], type=Delivery).reports) for message in messages] == [1, 1]
