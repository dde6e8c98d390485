"""A stop without the gateway: the function is invoked by whoever runs the deployment."""

from datetime import timedelta
from typing import Any

import pytest

from functions.recover.direct import stop_directly
from shared.networks import OutcomeUnknownError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def stop(acme: Brand, scope: str = "everything", **more: Any) -> Any:
    said = stop_directly({"scope": scope, "reason": "the gateway is down", **more}, acme.house.switch)
    assert said["statusCode"] == 201
    return said["body"]


def resume(acme: Brand, made: Any, key: str) -> Any:
    return acme.house.call("POST", f"/stops/{made['id']}/resume", key=key)


@pytest.mark.parametrize(
    "scope", ["everything", "network:mastodon", "agency:{agency}", "client:acme", "account:acme/{account}"]
)
def test_it_reaches_every_scope_and_what_lies_in_it_is_held(acme: Brand, scope: str) -> None:
    made = stop(acme, scope.format(agency=acme.agency, account=acme.account))
    assert (made["who"]["party"], made["drained_at"]) == ("operator", "2026-11-25T09:00:00Z")
    post = acme.approved("Hi")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_the_ledger_of_what_was_stopped_names_the_operator(acme: Brand) -> None:
    stop(acme, "client:acme", who="Operator on duty")
    told = next(entry for entry in acme.house.entries() if entry.type == "stop.engaged")
    assert told.who == {"operator": "Operator on duty"}
    stop(acme)
    assert acme.house.facts("deployment")[:1] == ["stop.engaged"]


def test_it_takes_down_what_went_out_since_a_time_and_waits_for_it(acme: Brand) -> None:
    acme.published("Hi")
    acme.house.clock.sleep(60)
    made = stop(acme, recall_since=START.isoformat(), wait=5)
    assert [named["end"] for named in made["named"]] == ["recalled"]


def test_it_never_waits_longer_than_its_function_may_run(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    acme.published("Hi")
    before = acme.house.clock.now()
    stop(acme, wait=600)
    assert acme.house.clock.now() - before <= timedelta(seconds=41)


def test_invoked_twice_it_is_one_stop_whose_receipt_is_read(acme: Brand) -> None:
    first = stop(acme)
    acme.house.clock.sleep(60)
    assert stop(acme) == first


@pytest.mark.parametrize(
    ("event", "status", "field"),
    [
        ({"scope": "nothing", "reason": "x"}, 422, "scope"),
        ({"scope": "client:none", "reason": "x"}, 404, None),
        ({"scope": "everything", "reason": " "}, 422, "reason"),
        ({"scope": "everything", "reason": "x", "who": " "}, 422, "who"),
        ({"scope": "everything"}, 422, "reason"),
        ({"scope": "everything", "reason": "x", "colour": "red"}, 422, "colour"),
        ({"scope": "everything", "reason": "x", "recall_since": "now"}, 422, "recall_since"),
        ([], 422, None),
        (None, 422, None),
    ],
)
def test_what_cannot_be_stopped_is_refused_and_stops_nothing(
    acme: Brand, event: Any, status: int, field: str | None
) -> None:
    before = acme.house.store.everything()
    said = stop_directly(event, acme.house.switch)
    assert (said["statusCode"], said["body"]["status"], said["body"].get("field")) == (status, status, field)
    assert acme.house.store.everything() == before


def test_a_store_that_does_not_answer_is_told_as_not_known(acme: Brand) -> None:
    acme.house.store.before["commit"] += [raising(StoreError("The store did not answer."))] * 5
    said = stop_directly({"scope": "everything", "reason": "the gateway is down"}, acme.house.switch)
    assert said["statusCode"] == 503
    assert "not known whether the flag is set; stop again" in said["body"]["detail"]


def test_it_is_lifted_by_two_who_administer_what_it_covers_and_by_nobody_else(acme: Brand) -> None:
    made = stop(acme, "client:acme")
    for key in (acme.approver_key, acme.agent_key):
        assert resume(acme, made, key).status == 403
    assert not resume(acme, made, acme.owner_key).body["lifted"]
    assert resume(acme, made, acme.owner_key).status == 409
    assert resume(acme, made, acme.house.agency_key).body["lifted"]


def test_a_partys_own_stop_outlasts_the_operators(acme: Brand) -> None:
    theirs = acme.stop("client:acme")
    made = stop(acme, "client:acme")
    assert made["id"] != theirs["id"]
    for key in (acme.owner_key, acme.house.agency_key):
        resume(acme, made, key)
    acme.house.clock.sleep(1)
    post = acme.approved("Hi")
    acme.house.deliver()
    assert theirs["id"] in acme.post(post["id"])["because"]
