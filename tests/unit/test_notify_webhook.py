"""What goes out by webhook can be read and verified by what others wrote, in each envelope and through a rotation."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import standardwebhooks
import svix
from cloudevents.core.bindings.http import HTTPMessage, from_http_event
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import WebhookVerificationError
from svix.webhooks import WebhookVerificationError as SvixVerificationError

from functions.notify.http import posting
from functions.notify.tell import Answered, Unanswered
from functions.notify.webhook import Webhooks, payload
from shared.domain.endpoints import DELIVERY, Endpoint, Envelope
from shared.domain.ledger import Entry
from shared.domain.parties import Party
from shared.outgoing import Answer, UnansweredError
from tests.network import START, FakeClock

SECRETS = ["whsec_" + base64.b64encode(bytes([n]) * 32).decode() for n in range(3)]
VERIFIERS = {"standardwebhooks": standardwebhooks.Webhook, "svix": svix.Webhook}
REFUSED = (WebhookVerificationError, SvixVerificationError)
ENTRY = Entry(
    id="led_1",
    realm="acme",
    at=START,
    type="post.published",
    subject="pst_1",
    who={"member": "mbr_1", "key": "key_1", "party": "client"},
    data={
        "url": "https://social.example/1",
        "late_seconds": 0.25,
        "follow_ups": ["flw_1"],
        "mention": None,
        "text": "Grüße 🎉",
    },
)
each_envelope = pytest.mark.parametrize("envelope", Envelope)
each_verifier = pytest.mark.parametrize("verifier", VERIFIERS)


def endpoint(envelope: Envelope = Envelope.STANDARD) -> Endpoint:
    return Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        envelope=envelope,
        url="https://hooks.example/in",
        secrets=(SECRETS[0],),
        events=(),
        created_at=START,
    )


@dataclass
class Sent:
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        self.body, self.headers = body, headers
        return Answered(204)


def sent(to: Endpoint, at: datetime | None = None) -> Sent:
    """At this moment, since the readers look at the system's own clock."""
    clock, receiver = FakeClock(), Sent()
    clock.at = at or datetime.now(UTC)
    assert Webhooks(receiver, clock)(ENTRY, to) == Answered(204)
    return receiver


def verified(verifier: str, secret: str, seen: Sent, *, body: bytes | None = None, **headers: str) -> Any:
    given = {**seen.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
    carried = seen.body if body is None else body
    VERIFIERS[verifier](secret).verify(carried, given)
    return json.loads(carried)


@each_envelope
@each_verifier
def test_every_envelope_is_verified_by_the_libraries_of_others(verifier: str, envelope: Envelope) -> None:
    seen = sent(endpoint(envelope))
    assert verified(verifier, SECRETS[0], seen) == json.loads(payload(ENTRY, envelope))
    assert seen.headers[DELIVERY] == seen.headers["webhook-id"] == ENTRY.id


@each_envelope
@each_verifier
def test_while_a_secret_is_rotated_either_verifies_and_then_the_newer_alone(verifier: str, envelope: Envelope) -> None:
    now = datetime.now(UTC)
    rotating = endpoint(envelope).rotated(SECRETS[1], now - timedelta(hours=23))
    for secret in SECRETS[:2]:
        assert verified(verifier, secret, sent(rotating))
    for over in (rotating.with_newest_secret_alone(), replace(rotating, rotated_at=now - timedelta(hours=24))):
        seen = sent(over)
        assert verified(verifier, SECRETS[1], seen)
        with pytest.raises(REFUSED):
            verified(verifier, SECRETS[0], seen)


@each_verifier
@given(rotations=st.lists(st.tuples(st.sampled_from(SECRETS), st.integers(0, 90_000)), max_size=5))
def test_the_newest_secret_always_verifies(verifier: str, rotations: list[tuple[str, int]]) -> None:
    now, rotated = datetime.now(UTC), endpoint()
    for secret, ago in rotations:
        rotated = rotated.rotated(secret, now - timedelta(seconds=ago))
    seen = sent(rotated, now)
    assert verified(verifier, rotated.secrets[0], seen)
    assert len(seen.headers["webhook-signature"].split()) <= 2


@each_envelope
@each_verifier
def test_what_was_tampered_with_is_refused(verifier: str, envelope: Envelope) -> None:
    seen = sent(endpoint(envelope))
    with pytest.raises(REFUSED):
        verified(verifier, SECRETS[0], seen, body=seen.body.replace(b"pst_1", b"pst_2"))
    with pytest.raises(REFUSED):
        verified(verifier, SECRETS[0], seen, webhook_id="led_2")
    with pytest.raises(REFUSED):
        verified(verifier, SECRETS[2], seen)


@each_envelope
@each_verifier
@pytest.mark.parametrize("minutes", [-6, 6])
def test_what_is_old_or_from_the_future_is_refused(verifier: str, envelope: Envelope, minutes: int) -> None:
    with pytest.raises(REFUSED):
        verified(verifier, SECRETS[0], sent(endpoint(envelope), datetime.now(UTC) + timedelta(minutes=minutes)))


def test_a_cloud_event_is_read_by_the_specifications_own_library() -> None:
    seen = sent(endpoint(Envelope.CLOUDEVENTS))
    assert seen.headers["Content-Type"] == "application/cloudevents+json"
    event = from_http_event(HTTPMessage(headers=dict(seen.headers), body=seen.body))
    assert event.get_specversion() == "1.0"
    assert event.get_id() == ENTRY.id
    assert event.get_type() == "example.backchannel.post.published"
    assert event.get_source() == "https://backchannel.example/clients/acme"
    assert event.get_subject() == event.get_extension("partitionkey") == "pst_1"
    assert event.get_time() == START
    assert event.get_datacontenttype() == "application/json"
    assert event.get_dataschema() == "https://backchannel.example/schemas/post.published.json#/properties/data"
    assert event.get_data() == json.loads(payload(ENTRY))["data"]


def test_a_flat_event_has_no_object_in_it_and_leaves_nothing_out() -> None:
    event = json.loads(payload(ENTRY, Envelope.FLAT))
    assert not any(isinstance(value, dict | list) for value in event.values())
    told = json.dumps(event, ensure_ascii=False)
    for value in (*ENTRY.who.values(), ENTRY.data["url"], ENTRY.data["text"], "flw_1", "acme", "pst_1"):
        assert value in told


def test_what_became_of_the_call_is_told_as_it_was() -> None:
    class Answering:
        def post(self, *_: Any) -> Answer:
            return Answer(429, 30.0)

    class Silent:
        def post(self, *_: Any) -> Answer:
            raise UnansweredError("it took too long")

    said: Any = Answering()
    assert posting(said)("https://hooks.example", b"", {}) == Answered(429, 30.0)
    quiet: Any = Silent()
    with pytest.raises(Unanswered, match="it took too long"):
        posting(quiet)("https://hooks.example", b"", {})
