"""What happened in a client's ledger, as its endpoint is told of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook
from standardwebhooks.webhooks import WebhookVerificationError

from functions.notify.tell import Answered, Unanswered
from functions.notify.webhook import Webhooks, payload
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
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
    """A client's endpoint, and an entry that it is told."""

    acme: Brand
    secret: str
    endpoint: Endpoint
    entry: Entry
    receiver: Receiver = field(default_factory=Receiver)

    def deliver(self) -> Answered:
        return Webhooks(self.receiver, self.acme.house.clock)(self.entry, self.endpoint)


@pytest.fixture
def told() -> Told:
    house = House()
    house.clock.at = datetime.now(UTC)  # the reference library looks at the system's own clock
    acme = brand(house)
    body = {"url": "https://hooks.example/in"}
    made = house.ok("POST", acme.path("/endpoints"), body, key=acme.owner_key)
    acme.draft("Hi")
    (endpoint,) = house.store.list(Endpoint, "acme")
    return Told(acme, made["secret"], endpoint, house.entries()[-1])


def test_a_notice_is_verified_by_the_reference_library(told: Told) -> None:
    told.deliver()
    url, body, headers = told.receiver.got[0]
    assert url == "https://hooks.example/in"
    verified = Webhook(told.secret).verify(body, headers)
    assert verified["type"] == "post.drafted"
    assert verified["data"]["client"] == "acme"
    assert verified["data"]["subject"] == told.entry.subject
    assert verified["data"]["who"]["member"] == told.acme.agent
    assert datetime.fromisoformat(verified["timestamp"]) == told.entry.at


def test_a_notice_is_not_verified_by_another_endpoints_secret(told: Told) -> None:
    other = told.acme.house.ok("POST", "/clients/acme/endpoints", {"url": "https://a.example"}, key=told.acme.owner_key)
    told.deliver()
    _, body, headers = told.receiver.got[0]
    with pytest.raises(WebhookVerificationError):
        Webhook(other["secret"]).verify(body, headers)


def test_no_secret_goes_out_with_a_notice(told: Told) -> None:
    told.deliver()
    assert told.secret.removeprefix("whsec_") not in str(told.receiver.got)


def test_all_tries_carry_one_id_and_one_body_and_each_its_own_time(told: Told) -> None:
    told.deliver()
    told.acme.house.clock.sleep(60)
    told.deliver()
    (_, first, before), (_, second, after) = told.receiver.got
    assert first == second
    assert before["webhook-id"] == after["webhook-id"] == told.entry.id
    assert before["webhook-timestamp"] != after["webhook-timestamp"]


def test_a_payload_is_one_json_document_with_the_details_of_the_fact(told: Told) -> None:
    document = json.loads(payload(told.entry))
    assert set(document) == {"type", "timestamp", "data"}
    assert document["data"]["account"] == told.acme.account
