"""A provider that asks whether this address is the source's is answered; nobody else learns anything."""

import base64
import hashlib
import hmac
import json

import pytest
from webhook_senders import FEED, NOW, OTHER_SECRET, SECRET, source

from shared import webhooks
from shared.domain.accounts import Scheme
from shared.domain.errors import ChallengeError, InvalidError

META_QUERY = {"hub.mode": "subscribe", "hub.verify_token": "sample-verify-token", "hub.challenge": "1158201444"}


def test_x_is_answered_with_its_token_signed():
    proof = webhooks.challenge(source(Scheme.X), {"crc_token": "c2FtcGxl+/=_.-"})
    mac = hmac.new(SECRET[Scheme.X].encode(), b"c2FtcGxl+/=_.-", hashlib.sha256).digest()
    assert proof.content_type == "application/json"
    assert json.loads(proof.body) == {"response_token": "sha256=" + base64.b64encode(mac).decode()}


def test_x_is_answered_as_openssl_would_sign():
    proof = webhooks.challenge(source(Scheme.X, "secret"), {"crc_token": "challenge"})
    assert json.loads(proof.body) == {"response_token": "sha256=oeUF6Wxqoezggrue+wbIDxKRPSF6esKwizR2MHh9HaA="}


def test_while_a_secret_is_rotated_x_is_answered_with_the_first():
    rotating = source(Scheme.X, OTHER_SECRET[Scheme.X], SECRET[Scheme.X])
    query = {"crc_token": "token"}
    assert webhooks.challenge(rotating, query) == webhooks.challenge(source(Scheme.X, OTHER_SECRET[Scheme.X]), query)


@pytest.mark.parametrize(
    "token",
    ["", '{"data":{"event_type":"post.mention.create"}}', '"a"', "[]", "a b", "a\nb", "é", "a" * 513],
)
def test_nobody_gets_a_payload_of_their_own_signed_by_x_challenge(token):
    with pytest.raises(InvalidError) as refusal:
        webhooks.challenge(source(Scheme.X), {"crc_token": token})
    assert refusal.value.field == "crc_token"


def test_an_x_source_without_a_secret_answers_nothing():
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.X, ""), {"crc_token": "token"})


def test_meta_gets_its_challenge_back_as_plain_text():
    proof = webhooks.challenge(source(Scheme.META), META_QUERY)
    assert (proof.content_type, proof.body) == ("text/plain", "1158201444")


@pytest.mark.parametrize(
    "change",
    [
        {"hub.verify_token": "another"},
        {"hub.verify_token": ""},
        {"hub.verify_token": "é\ud800"},
        {"hub.mode": "unsubscribe"},
        {"hub.mode": ""},
    ],
)
def test_meta_without_the_verify_token_or_mode_is_refused(change):
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.META), META_QUERY | change)


def test_a_meta_source_without_a_verify_token_answers_nothing():
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.META, verify_token=""), META_QUERY | {"hub.verify_token": ""})


@pytest.mark.parametrize("challenge", ["", "\x00", "a" * 513])
def test_meta_cannot_have_anything_echoed(challenge):
    with pytest.raises(InvalidError) as refusal:
        webhooks.challenge(source(Scheme.META), META_QUERY | {"hub.challenge": challenge})
    assert refusal.value.field == "hub.challenge"


def test_threads_asks_as_meta_does():
    assert webhooks.challenge(source(Scheme.THREADS), META_QUERY).body == "1158201444"
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.THREADS), META_QUERY | {"hub.verify_token": "another"})


CODE = "890e4665-4dfe-4ab1-b689-ed553bceeed0"


def test_linkedin_is_answered_with_its_code_signed():
    proof = webhooks.challenge(source(Scheme.LINKEDIN), {"challengeCode": CODE})
    mac = hmac.new(SECRET[Scheme.LINKEDIN].encode(), CODE.encode(), hashlib.sha256).hexdigest()
    assert proof.content_type == "application/json"
    assert json.loads(proof.body) == {"challengeCode": CODE, "challengeResponse": mac}


@pytest.mark.parametrize("code", ["", "hmacsha256={}", "hmacsha256=", '{"type":"x"}', "a" * 65, CODE + "\n", "é"])
def test_nobody_gets_a_payload_of_their_own_signed_by_linkedins_challenge(code):
    with pytest.raises(InvalidError) as refusal:
        webhooks.challenge(source(Scheme.LINKEDIN), {"challengeCode": code})
    assert refusal.value.field == "challengeCode"


HUB_QUERY = {"hub.mode": "subscribe", "hub.topic": FEED, "hub.challenge": "a-challenge", "hub.lease_seconds": "432000"}


def test_a_hub_is_told_that_the_subscription_was_meant():
    proof = webhooks.challenge(source(Scheme.WEBSUB), HUB_QUERY)
    assert (proof.content_type, proof.body) == ("text/plain", "a-challenge")


def test_a_hub_is_told_that_the_subscription_ends_once_the_source_is_closed():
    closed, query = source(Scheme.WEBSUB, closed_at=NOW), HUB_QUERY | {"hub.mode": "unsubscribe"}
    assert webhooks.challenge(closed, query).body == "a-challenge"
    with pytest.raises(ChallengeError):
        webhooks.challenge(closed, HUB_QUERY)


@pytest.mark.parametrize(
    "change",
    [
        {"hub.mode": "unsubscribe"},
        {"hub.mode": "denied"},
        {"hub.mode": ""},
        {"hub.topic": FEED + "2"},
        {"hub.topic": ""},
        {"hub.topic": "é\ud800"},
    ],
)
def test_nobody_else_subscribes_or_unsubscribes_in_our_name(change):
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.WEBSUB), HUB_QUERY | change)


def test_a_hub_source_without_a_topic_confirms_nothing():
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(Scheme.WEBSUB, topic=""), HUB_QUERY | {"hub.topic": ""})


@pytest.mark.parametrize("challenge", ["", "\x00", "a" * 513])
def test_a_hub_cannot_have_anything_echoed(challenge):
    with pytest.raises(InvalidError) as refusal:
        webhooks.challenge(source(Scheme.WEBSUB), HUB_QUERY | {"hub.challenge": challenge})
    assert refusal.value.field == "hub.challenge"


def test_slack_asks_by_a_signed_webhook():
    asked = {"token": "sample", "challenge": "3eZbrw1aBm2rZgRNFdxV", "type": "url_verification"}
    proof = webhooks.read(source(Scheme.SLACK), json.dumps(asked).encode(), NOW).proof
    assert proof is not None
    assert (proof.content_type, json.loads(proof.body)) == (
        "application/json",
        {"challenge": "3eZbrw1aBm2rZgRNFdxV"},
    )


@pytest.mark.parametrize("scheme", [Scheme.STANDARD, Scheme.GENERIC, Scheme.MASTODON, Scheme.SLACK, Scheme.MELTWATER])
def test_other_sources_have_no_challenge(scheme):
    with pytest.raises(ChallengeError):
        webhooks.challenge(source(scheme), META_QUERY | HUB_QUERY | {"crc_token": "token", "challengeCode": CODE})
