"""Webhooks of every scheme, as their providers send them, and what is sent by those who are not their providers."""

import base64
import gzip
import hashlib
import hmac
import json
import math
import time
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from infra import client as http
from infra.client import Answered
from shared.domain.accounts import Scheme
from tests.integration.brands import Brand, nothing_written, refused, until, waiting
from tests.unit.webhook_senders import (
    MAPPING,
    MESSAGES,
    OTHER_SECRET,
    SECRET,
    SIGNATURE_HEADER,
    TIMED,
    TOPIC,
    sample,
    signed,
)
from tests.unit.webhook_senders import (
    source as registered,
)

GIVEN: dict[Scheme, dict[str, Any]] = {
    scheme: {"network": registered(scheme).network, "secret": SECRET[scheme], "topic": TOPIC.get(scheme, "")}
    for scheme in Scheme
}
GIVEN[Scheme.META]["verify_token"] = GIVEN[Scheme.THREADS]["verify_token"] = "a verify token"
GIVEN[Scheme.GENERIC]["mapping"] = msgspec.to_builtins(MAPPING)
OVER_A_MEGABYTE = 1_000_001


def send(hook: str, scheme: Scheme, body: bytes, at: float | None = None) -> Answered:
    """A webhook signed at ``at``, in Unix seconds; now when it is not said."""
    signed_at = datetime.fromtimestamp(time.time() if at is None else at, UTC)
    return http.request("POST", hook, body, headers=signed(scheme, body, at=signed_at))


def drained(brand: Brand) -> None:
    """Waits until whatever is on ``inbound`` has been handled."""
    until("inbound is empty", lambda: waiting(brand.engine, "inbound") == 0)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_signed_webhook_is_in_the_inbox_once_however_often_it_comes(brand: Brand, scheme: Scheme) -> None:
    hook, body = brand.hook(brand.source(scheme.value, **GIVEN[scheme])), sample(scheme)
    for _ in range(2):
        answered = send(hook, scheme, body)
        assert (answered.status, answered.body) == (200, {"accepted": MESSAGES[scheme]})
    brand.inbox(MESSAGES[scheme])
    drained(brand)
    assert brand.facts().count("mention.received") == MESSAGES[scheme]
    assert "mention.reported_again" not in brand.facts()


def test_two_tools_that_report_one_message_make_one_mention_with_two_sources(brand: Brand) -> None:
    sources = [brand.source("x", **GIVEN[Scheme.X]) for _ in range(2)]
    for source in sources:
        assert send(brand.hook(source), Scheme.X, sample(Scheme.X)).status == 200
        drained(brand)
    (mention,) = brand.inbox(1)
    assert mention["sources"] == [source["id"] for source in sources]


@pytest.mark.parametrize("scheme", Scheme)
def test_what_the_source_did_not_sign_is_refused(standing: Brand, scheme: Scheme) -> None:
    hook, body = standing.hook(standing.source(scheme.value, **GIVEN[scheme])), sample(scheme)
    name = SIGNATURE_HEADER[scheme]
    now = datetime.now(UTC)
    forged = signed(scheme, body, OTHER_SECRET[scheme], now)
    unsigned = {header: value for header, value in signed(scheme, body, at=now).items() if header != name}
    with nothing_written(standing):
        for headers in (forged, unsigned, unsigned | {name: ""}, {}):
            refused(http.request("POST", hook, body, headers=headers), 401, "bad-signature")
        refused(http.request("POST", hook, body + b" ", headers=signed(scheme, body, at=now)), 401, "bad-signature")


@pytest.mark.parametrize("scheme", TIMED)
def test_a_webhook_is_taken_within_five_minutes_of_its_time_and_no_longer(standing: Brand, scheme: Scheme) -> None:
    hook = standing.hook(standing.source(scheme.value, **GIVEN[scheme]))
    body = b'{"type": "mention.created", "data": [], "event": {"type": "message", "subtype": "other"}, "results": []}'
    assert send(hook, scheme, body, time.time() - 290).status == 200
    assert send(hook, scheme, body, time.time() + 290).status == 200
    with nothing_written(standing):
        refused(send(hook, scheme, body, math.floor(time.time()) - 301), 401, "bad-signature")
        # A second more than the limit, since time goes on until it is looked at.
        refused(send(hook, scheme, body, math.ceil(time.time()) + 302), 401, "bad-signature")


def test_x_is_given_the_proof_that_it_asks_for(standing: Brand) -> None:
    hook = standing.hook(standing.source("x", **GIVEN[Scheme.X]))
    expected = base64.b64encode(hmac.digest(SECRET[Scheme.X].encode(), b"a-token", hashlib.sha256)).decode()
    answered = http.request("GET", f"{hook}?crc_token=a-token")
    assert (answered.status, answered.body) == (200, {"response_token": f"sha256={expected}"})
    refused(http.request("GET", hook), 422, "invalid", "crc_token")
    refused(http.request("GET", f"{hook}?crc_token=%7B%22data%22%3A1%7D"), 422, "invalid", "crc_token")


def test_meta_is_given_its_challenge_back_for_the_right_token_alone(standing: Brand) -> None:
    hook = standing.hook(standing.source("meta", **GIVEN[Scheme.META]))
    asked = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    answered = http.request("GET", f"{hook}?{asked}a%20verify%20token")
    assert (answered.status, answered.body) == (200, "1158201444")
    assert answered.headers["Content-Type"].startswith("text/plain")
    refused(http.request("GET", f"{hook}?{asked}another"), 403, "forbidden")
    refused(http.request("GET", hook), 403, "forbidden")


def test_linkedin_is_given_the_proof_that_it_asks_for(standing: Brand) -> None:
    hook = standing.hook(standing.source("linkedin", **GIVEN[Scheme.LINKEDIN]))
    code = "890e4665-4dfe-4ab1-b689-ed553bceeed0"
    expected = hmac.digest(SECRET[Scheme.LINKEDIN].encode(), code.encode(), hashlib.sha256).hex()
    answered = http.request("GET", f"{hook}?challengeCode={code}")
    assert (answered.status, answered.body) == (200, {"challengeCode": code, "challengeResponse": expected})
    refused(http.request("GET", f"{hook}?challengeCode=hmacsha256%3D%7B%7D"), 422, "invalid", "challengeCode")


def test_slack_is_given_its_challenge_back_for_the_right_signature_alone(standing: Brand) -> None:
    hook = standing.hook(standing.source("slack", **GIVEN[Scheme.SLACK]))
    body = b'{"type": "url_verification", "challenge": "abc"}'
    answered = send(hook, Scheme.SLACK, body)
    assert (answered.status, answered.body) == (200, {"challenge": "abc"})
    refused(http.request("POST", hook, body), 401, "bad-signature")


def test_what_its_author_took_back_leaves_the_inbox(brand: Brand) -> None:
    hook = brand.hook(brand.source("x", **GIVEN[Scheme.X]))
    assert send(hook, Scheme.X, sample(Scheme.X)).status == 200
    (mention,) = brand.inbox(1)
    gone = {"id": mention["external_id"], "author_id": "1000000002"}
    event = {"data": {"event_uuid": "-5", "event_type": "post.delete", "payload": gone}}
    assert send(hook, Scheme.X, json.dumps(event).encode()).body == {"accepted": 1}
    until("the inbox is empty", lambda: not brand.get("/inbox")["items"])
    assert send(hook, Scheme.X, sample(Scheme.X)).status == 200
    drained(brand)
    shown = brand.get(f"/mentions/{mention['id']}")
    assert (shown["state"], shown["text"]) == ("retracted", "")
    assert [fact for fact in brand.facts() if fact.startswith("mention.")] == ["mention.received", "mention.retracted"]


def test_what_nobody_understands_is_acknowledged_and_shown_as_it_came(brand: Brand) -> None:
    made = brand.source("x", **GIVEN[Scheme.X])
    body = b'{"data": {"event_type": "dm.received", "payload": {"text": "\xf0\x9f\x8e\x89"}}}'
    for _ in range(2):
        assert send(brand.hook(made), Scheme.X, body).body == {"accepted": 0}
    drained(brand)
    (unread,) = until("kept", lambda: brand.get(f"/sources/{made['id']}/unread"))
    assert (unread["types"], unread["body"]) == (["dm.received"], body.decode())


def test_a_new_secret_is_good_at_once_for_a_source_that_nobody_used_yet_and_the_old_one_too(standing: Brand) -> None:
    made = standing.source("x", **GIVEN[Scheme.X])
    body = b'{"data": {"event_type": "like.create"}}'
    new = {"secret": OTHER_SECRET[Scheme.X]}
    assert standing.call("POST", f"/sources/{made['id']}/secrets", new).status == 201
    for secret in (SECRET[Scheme.X], OTHER_SECRET[Scheme.X]):
        assert http.request("POST", standing.hook(made), body, headers=signed(Scheme.X, body, secret)).status == 200


def test_a_compressed_body_is_refused(standing: Brand) -> None:
    hook, body = standing.hook(standing.source("meta", **GIVEN[Scheme.META])), gzip.compress(sample(Scheme.META))
    headers = signed(Scheme.META, body) | {"Content-Encoding": "gzip"}
    with nothing_written(standing):
        refused(http.request("POST", hook, body, headers=headers), 415, "compressed")
        drained(standing)


def test_a_source_that_asks_for_no_proof_gives_none(standing: Brand) -> None:
    hook = standing.hook(standing.source("standard", **GIVEN[Scheme.STANDARD]))
    refused(http.request("GET", f"{hook}?crc_token=a-token"), 403, "forbidden")


@pytest.mark.parametrize("source", ["src_01ARZ3NDEKTSV4RRFFQ69G5FAV", "acme%23source", "a%2Fb", "%00", "x" * 500])
def test_a_source_that_is_none_is_not_found(standing: Brand, source: str) -> None:
    hook = f"{standing.engine.hooks_url}/{source}"
    with nothing_written(standing):
        for method in ("GET", "POST"):
            assert http.request(method, hook, b"{}" if method == "POST" else None).status == 404


def test_a_closed_source_is_not_found(standing: Brand) -> None:
    source = standing.source("meta", **GIVEN[Scheme.META])
    assert standing.call("DELETE", f"/sources/{source['id']}").status == 200
    refused(send(standing.hook(source), Scheme.META, sample(Scheme.META)), 404, "not-found")


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"", 400, "malformed"),
        (b"hello", 400, "malformed"),
        (b'{"object": NaN}', 400, "malformed"),
        (b"[" * 10_000, 400, "malformed"),
        (b'{"object":' * 10_000, 400, "malformed"),
        (rb'{"object": "\ud800"}', 400, "malformed"),
        (b'{"object": "\xed\xa0\x80"}', 400, "malformed"),
        (b'{"object": "\xff"}', 400, "malformed"),
        (b'{"object": "\x00"}', 400, "malformed"),
        (b'\xef\xbb\xbf{"object": "page"}', 400, "malformed"),
        (b'{"object": "' + b"x" * OVER_A_MEGABYTE + b'"}', 413, "too-large"),
    ],
    ids=lambda value: repr(value)[:24] if isinstance(value, bytes) else "",
)
def test_a_body_that_cannot_be_read_is_refused(standing: Brand, body: bytes, status: int, kind: str) -> None:
    hook = standing.hook(standing.source("meta", **GIVEN[Scheme.META]))
    with nothing_written(standing):
        refused(send(hook, Scheme.META, body), status, kind)
        drained(standing)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"external_id": None}, "data[0].external_id"),
        ({"external_id": ""}, "data[0].external_id"),
        ({"author": 7}, "data[0].author"),
        ({"text": "nothing\0here"}, "data[0].text"),
        ({"text": "x" * 65_537}, "data[0].text"),
        ({"network": "no such # network"}, "data[0].network"),
    ],
    ids=repr,
)
def test_the_field_that_is_not_acceptable_is_named(standing: Brand, changed: dict[str, Any], field: str) -> None:
    hook = standing.hook(standing.source("standard", **GIVEN[Scheme.STANDARD]))
    item = {"external_id": "1", "author": "someone", "text": "hello"} | changed
    given = {name: value for name, value in item.items() if value is not None}
    with nothing_written(standing):
        refused(
            send(hook, Scheme.STANDARD, json.dumps({"type": "mention.created", "data": [given]}).encode()),
            422,
            "invalid",
            field,
        )
        drained(standing)


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "image/png", ""])
def test_a_signed_webhook_is_taken_whatever_it_calls_itself(standing: Brand, content_type: str) -> None:
    hook = standing.hook(standing.source("meta", **GIVEN[Scheme.META]))
    body = b'{"object": "page"}'
    headers = signed(Scheme.META, body) | {"Content-Type": content_type}
    answered = http.request("POST", hook, body, headers=headers)
    assert (answered.status, answered.body) == (200, {"accepted": 0})
