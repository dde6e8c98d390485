"""The store throttled or out of reach: who stops is told that it is not known, and senders hold."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from functions.recover.app import RETRIES
from infra import client as http
from infra.engine import Engine
from tests.integration.brands import Brand, refused
from tests.integration.faulty import Faults, Rule, faults_before

UNREACHABLE: Rule = {"service": "dynamodb", "reset": True}
THROTTLED: Rule = {
    "operation": "TransactWriteItems",
    "error": {"code": "ProvisionedThroughputExceededException", "status": 400},
}
HANGING: Rule = {"operation": "TransactWriteItems", "timeout_ms": 6000}
GATEWAY_PATIENCE = 29.0
"""Seconds. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"""
COMMITTED: Rule = {"operation": "TransactWriteItems", "response": {"abort_bytes": 0}}
NO_FLAG_IS_READ: Rule = {"operation": "BatchGetItem", "reset": True}
ONE_IS_READ: Rule = {"operation": "BatchGetItem", "latency": 1, "times": 1}


@pytest.fixture
def faults(engine: Engine) -> Iterator[Faults]:
    with faults_before(engine, ("recover", "api"), ("publish", "send")) as between:
        yield between


def asked(brand: Brand) -> http.Answered:
    stop = {"scope": f"client:{brand.client}", "reason": "an incident"}
    return http.request("POST", f"{brand.engine.recover_url}/stops", stop, key=brand.second.key)


def made(brand: Brand) -> list[Any]:
    return [stop["id"] for stop in brand.owner.recover.get("/stops")]


@pytest.mark.parametrize("rule", [THROTTLED, UNREACHABLE])
def test_a_stop_that_is_not_known_to_be_made_says_so_and_is_made_by_asking_again(
    brand: Brand, faults: Faults, rule: Rule
) -> None:
    faults.strike(rule)
    said = refused(asked(brand), 503, "unavailable")
    assert said["title"] == "Not known to be done"
    faults.strike()
    assert made(brand) == []
    stop = asked(brand)
    assert stop.status == 201
    assert made(brand) == [stop.body["id"]]
    assert brand.facts().count("stop.engaged") == 1


def test_whoever_stops_is_told_of_a_store_that_hangs_before_the_gateway_gives_up(brand: Brand, faults: Faults) -> None:
    faults.strike(HANGING)
    began = time.monotonic()
    assert "not known" in refused(asked(brand), 503, "unavailable")["detail"]
    assert time.monotonic() - began < GATEWAY_PATIENCE
    faults.strike()
    stop = asked(brand)
    assert (stop.status, made(brand)) == (201, [stop.body["id"]])


def test_a_stop_that_was_made_unbeknown_is_the_one_that_asking_again_gives(brand: Brand, faults: Faults) -> None:
    faults.strike(ONE_IS_READ, NO_FLAG_IS_READ, COMMITTED)
    refused(asked(brand), 503, "unavailable")
    before = made(brand)
    faults.strike()
    stop = asked(brand)
    assert (stop.status, [stop.body["id"]]) == (201, before)
    assert brand.facts().count("stop.engaged") == 1


def test_a_stop_whose_every_reply_is_lost_is_found_to_be_made(brand: Brand, faults: Faults) -> None:
    faults.strike(COMMITTED | {"times": RETRIES + 1})
    stop = asked(brand)
    assert (stop.status, [stop.body["id"]]) == (201, made(brand))
    assert brand.facts().count("stop.engaged") == 1


def test_a_sender_that_cannot_read_the_flags_holds(brand: Brand, faults: Faults) -> None:
    faults.strike(NO_FLAG_IS_READ)
    held = brand.becomes(brand.scheduled("Have a lovely day!"), "held")
    assert "the stop flags could not be read" in held["because"]
    assert brand.timeline() == []
