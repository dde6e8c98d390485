"""A notice is signed so that anybody's Standard Webhooks library verifies it, and tried until it is hopeless."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import msgspec
import pytest
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from functions.notify.deliver import PAUSES, deliver
from functions.notify.fan_out import Notice, fan_out, read_once
from functions.notify.tell import Answered, Unanswered
from functions.notify.webhook import Webhooks, payload
from shared.domain.endpoints import Endpoint
from shared.queues import LONGEST_DELAY, MemoryQueue
from tests.house import Brand, House, brand


@dataclass
class Receiver:
    """Answers every delivery with ``status``, or not at all; keeps what it was sent."""

    status: int | None = 200
    got: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        self.got.append((url, body, dict(headers)))
        if self.status is None:
            raise Unanswered("it gave no answer (ConnectTimeoutError)")
        return Answered(self.status)


@dataclass
class Told:
    """A client's endpoint, and a notice on its way to it."""

    acme: Brand
    secret: str
    notice: Notice
    receiver: Receiver = field(default_factory=Receiver)
    deliveries: MemoryQueue = field(default_factory=MemoryQueue)

    def deliver(self) -> None:
        house = self.acme.house
        deliver(
            self.notice,
            store=house.store,
            tell=Webhooks(self.receiver, house.clock),
            deliveries=self.deliveries,
            clock=house.clock,
            new_id=house.new_id,
        )

    def endpoint(self) -> Endpoint:
        found = self.acme.house.store.get(Endpoint, "acme", self.notice.endpoint)
        assert found is not None
        return found


@pytest.fixture
def told() -> Told:
    house = House()
    house.clock.at = datetime.now(UTC)  # the reference library looks at the system's own clock
    acme = brand(house)
    body = {"url": "https://hooks.example/in"}
    made = house.ok("POST", acme.path("/endpoints"), body, key=acme.owner_key)
    acme.draft("Hi")
    queue = MemoryQueue()
    fan_out(house.entries()[-1], endpoints=read_once(house.store), deliveries=queue)
    return Told(acme, made["secret"], msgspec.json.decode(queue.sent[0].body, type=Notice))


def test_a_notice_is_verified_by_the_reference_library(told: Told) -> None:
    told.deliver()
    url, body, headers = told.receiver.got[0]
    assert url == "https://hooks.example/in"
    verified = Webhook(told.secret).verify(body, headers)
    assert verified["type"] == "post.drafted"
    assert verified["data"]["client"] == "acme"
    assert verified["data"]["subject"] == told.notice.entry.subject
    assert verified["data"]["who"]["member"] == told.acme.agent
    assert datetime.fromisoformat(verified["timestamp"]) == told.notice.entry.at


@pytest.mark.parametrize(
    ("header", "value", "tail"),
    [("webhook-id", "led_other", b""), ("webhook-timestamp", "1700000000", b""), ("user-agent", "", b" ")],
)
def test_a_notice_that_was_tampered_with_is_not_verified(told: Told, header: str, value: str, tail: bytes) -> None:
    told.deliver()
    _, body, headers = told.receiver.got[0]
    with pytest.raises(WebhookVerificationError):
        Webhook(told.secret).verify(body + tail, headers | {header: value})


def test_a_notice_is_not_verified_by_another_endpoints_secret(told: Told) -> None:
    other = told.acme.house.ok("POST", "/clients/acme/endpoints", {"url": "https://a.example"}, key=told.acme.owner_key)
    told.deliver()
    _, body, headers = told.receiver.got[0]
    with pytest.raises(WebhookVerificationError):
        Webhook(other["secret"]).verify(body, headers)


def test_no_secret_goes_out_with_a_notice(told: Told) -> None:
    told.deliver()
    assert told.secret.removeprefix("whsec_") not in str(told.receiver.got)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_an_answer_of_the_two_hundreds_is_the_end_of_it(told: Told, status: int) -> None:
    before = told.acme.house.store.everything()
    told.receiver.status = status
    told.deliver()
    assert told.deliveries.sent == []
    assert told.acme.house.store.everything() == before


@pytest.mark.parametrize("status", [None, 0, 199, 301, 302, 400, 404, 429, 500, 503])
def test_anything_else_is_tried_again_after_a_pause(told: Told, status: int | None) -> None:
    told.receiver.status = status
    told.deliver()
    [message] = told.deliveries.sent
    assert message.delay_seconds == PAUSES[0]
    assert msgspec.json.decode(message.body, type=Notice) == replace(told.notice, tries=1)


def until_given_up(told: Told) -> list[int]:
    """Deliver until nothing comes back; the pauses that were made."""
    pauses = []
    told.deliver()
    while told.deliveries.sent:
        message = told.deliveries.sent.pop()
        pauses.append(message.delay_seconds)
        told.acme.house.clock.sleep(message.delay_seconds)
        told.notice = msgspec.json.decode(message.body, type=Notice)
        told.deliver()
    return pauses


def test_a_notice_in_vain_is_tried_with_growing_pauses_and_then_abandoned_in_the_ledger(told: Told) -> None:
    told.receiver.status = 500
    pauses = until_given_up(told)
    assert tuple(pauses) == PAUSES
    assert pauses == sorted(pauses)
    assert max(pauses) <= LONGEST_DELAY
    entry = told.acme.house.entries()[-1]
    assert (entry.type, entry.subject) == ("delivery.abandoned", told.notice.endpoint)
    assert entry.data["because"] == "it answered 500"
    assert entry.data["event"] == told.notice.entry.id
    assert told.acme.house.facts().count("delivery.abandoned") == 1


def test_all_tries_carry_one_id_and_each_its_own_time(told: Told) -> None:
    told.receiver.status = None
    until_given_up(told)
    headers = [headers for _, _, headers in told.receiver.got]
    assert len(headers) == len(PAUSES) + 1
    assert {sent["webhook-id"] for sent in headers} == {told.notice.entry.id}
    assert len({sent["webhook-timestamp"] for sent in headers}) == len(headers)
    assert len({body for _, body, _ in told.receiver.got}) == 1


def test_a_receiver_that_recovers_is_told(told: Told) -> None:
    told.receiver.status = 503
    told.deliver()
    told.notice = msgspec.json.decode(told.deliveries.sent.pop().body, type=Notice)
    told.receiver.status = 200
    told.deliver()
    assert told.deliveries.sent == []
    assert "delivery.abandoned" not in told.acme.house.facts()


def test_gone_closes_the_endpoint_and_says_so_in_the_ledger(told: Told) -> None:
    told.receiver.status = 410
    told.deliver()
    assert told.endpoint().closed_at == told.acme.house.clock.now()
    assert told.acme.house.facts()[-1] == "delivery.endpoint_gone"
    assert told.deliveries.sent == []
    told.deliver()
    assert len(told.receiver.got) == 1


def test_a_notice_to_an_endpoint_that_was_closed_meanwhile_is_dropped(told: Told) -> None:
    told.acme.house.ok("DELETE", told.acme.path(f"/endpoints/{told.notice.endpoint}"), key=told.acme.owner_key)
    told.deliver()
    assert told.receiver.got == []


def test_a_payload_is_one_json_document_with_the_details_of_the_fact(told: Told) -> None:
    document = json.loads(payload(told.notice.entry))
    assert set(document) == {"type", "timestamp", "data"}
    assert document["data"]["account"] == told.acme.account
