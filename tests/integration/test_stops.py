"""After a stop returns, nothing in its scope becomes visible except what its receipt names."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from infra import client as http
from tests.integration.brands import Brand, Line, nothing_written, refused, until

ROOT = Path(__file__).parents[2]
SOON = timedelta(seconds=3)


def stopped(brand: Brand, by: Line, wait: int = 0) -> Any:
    stop = {"scope": f"client:{brand.client}", "reason": "an incident"}
    return by.recover.post("/stops", stop, Prefer=f"wait={wait}")


def asked_to_resume(brand: Brand, stop: str, by: Line) -> http.Answered:
    return http.request("POST", f"{brand.engine.recover_url}/stops/{stop}/resume", key=by.key)


def in_flight(brand: Brand, post: str) -> None:
    until(f"{post} is being sent", lambda: brand.post(post)["state"] == "claimed")


def test_what_is_due_during_a_stop_is_held_and_needs_a_new_decision_afterwards(brand: Brand) -> None:
    at = datetime.now(UTC) + SOON
    post = brand.scheduled("Have a lovely day!", publish_at=at.isoformat())
    stop = stopped(brand, brand.second, wait=10)
    assert (stop["named"], stop["lifted_at"]) == ([], None)
    assert stop["drained_at"]
    brand.becomes(post, "held")
    assert datetime.now(UTC) > at - timedelta(seconds=1)

    with nothing_written(brand):
        refused(asked_to_resume(brand, stop["id"], brand.agent), 403, "forbidden")
    assert not asked_to_resume(brand, stop["id"], brand.second).body["lifted"]
    with nothing_written(brand):
        refused(asked_to_resume(brand, stop["id"], brand.second), 409, "wrong-state")
    lifted = asked_to_resume(brand, stop["id"], brand.owner).body
    assert (lifted["lifted"], lifted["in_review"]) == (True, [post])
    assert brand.timeline() == []

    again = brand.call("PATCH", f"/posts/{post}", {"now": True}, by=brand.agent).body
    brand.approve(again)
    brand.becomes(post, "published")
    assert len(brand.timeline()) == 1


def test_what_lands_after_the_stop_returned_is_named_and_taken_down(brand: Brand) -> None:
    brand.fault("lands_after_timeout", seconds=2)
    post = brand.scheduled("Too late to stop")
    in_flight(brand, post)
    stop = stopped(brand, brand.second)
    assert brand.timeline() == []
    assert [(named["post"], named["end"]) for named in stop["named"]] == [(post, "in_flight")]
    refused(asked_to_resume(brand, stop["id"], brand.owner), 409, "wrong-state")

    # The same stop again: its receipt, drained this time.
    drained = stopped(brand, brand.second, wait=20)
    assert drained["id"] == stop["id"]
    assert [(named["post"], named["end"]) for named in drained["named"]] == [(post, "recalled")]
    assert brand.post(post)["state"] == "recalled"
    (status,) = brand.timeline()
    assert status["deleted_at"]


def test_a_post_that_went_out_is_recalled_and_seen_to_be_gone(brand: Brand) -> None:
    post = brand.published("An accident")["id"]
    recall = {"client": brand.client, "post": post}
    recalled = brand.second.recover.post("/recalls", recall)
    assert recalled["state"] == "recalled"
    assert brand.timeline()[0]["deleted_at"]
    with nothing_written(brand):
        assert brand.second.recover.post("/recalls", recall) == recalled


def test_a_network_that_only_says_that_it_deleted_is_not_believed(brand: Brand) -> None:
    post = brand.published("An accident")["id"]
    recall = {"client": brand.client, "post": post}
    brand.fault("delete_lies")
    failed = brand.second.recover.post("/recalls", recall)
    assert failed["state"] == "recall_failed"
    assert brand.timeline()[0]["deleted_at"] is None
    assert brand.second.recover.post("/recalls", recall)["state"] == "recalled"
    assert brand.timeline()[0]["deleted_at"]


def test_a_stop_of_one_account_leaves_another_clients_alone(brand: Brand, standing: Brand) -> None:
    stop = {"scope": f"account:{brand.client}/{brand.account}", "reason": "an incident"}
    brand.second.recover.post("/stops", stop)
    held, free = brand.scheduled("Held"), standing.scheduled("Free")
    standing.becomes(free, "published")
    assert brand.becomes(held, "held")["because"].startswith(stop["scope"])
    assert brand.timeline() == []


def test_what_went_out_since_a_time_is_taken_down_and_seen_to_be_gone(brand: Brand) -> None:
    old = brand.published("Yesterday's news")["id"]
    since = datetime.now(UTC)
    recent = [brand.published(text)["id"] for text in ("An accident", "Another")]
    stop = {"scope": f"client:{brand.client}", "reason": "an incident", "recall_since": since.isoformat()}
    receipt = brand.second.recover.post("/stops", stop, Prefer="wait=20")
    taken = {named["post"]: named["end"] for named in receipt["named"] if named["kind"] == "out"}
    assert taken == dict.fromkeys(recent, "recalled")
    assert receipt["drained_at"]
    assert brand.post(old)["state"] == "published"
    assert [bool(status["deleted_at"]) for status in brand.timeline()] == [False, True, True]


def test_what_the_network_will_not_delete_yet_waits_and_is_deleted_when_it_will(brand: Brand) -> None:
    post = brand.published("An accident")["id"]
    brand.fault("throttle", seconds=3)
    before = datetime.now(UTC)
    since = (before - timedelta(minutes=5)).isoformat()
    stop = {"scope": f"client:{brand.client}", "reason": "an incident", "recall_since": since}
    waiting = brand.second.recover.post("/stops", stop, Prefer="wait=1")
    assert [(named["post"], named["end"]) for named in waiting["named"]] == [(post, "waiting")]
    assert waiting["named"][0]["until"] > before.isoformat()
    drained = stopped(brand, brand.second, wait=20)
    assert [(named["post"], named["end"]) for named in drained["named"]] == [(post, "recalled")]
    assert brand.timeline()[0]["deleted_at"]


def test_two_people_let_a_statement_through_and_nothing_else(brand: Brand) -> None:
    stop = stopped(brand, brand.second)
    statement, other = brand.draft("We know, and we are sorry."), brand.draft("Have a lovely day!")
    asked = {"client": brand.client, "post": statement["id"], "content_hash": statement["content_hash"]}
    path = f"/stops/{stop['id']}/passes"
    assert not brand.second.recover.post(path, asked)["granted"]
    again = http.request("POST", brand.engine.recover_url + path, asked, key=brand.second.key)
    with nothing_written(brand):
        refused(again, 409, "wrong-state")
    assert brand.owner.recover.post(path, asked)["granted"]
    for post in (statement, other):
        brand.approve(post)
    brand.becomes(statement["id"], "published")
    brand.becomes(other["id"], "held")
    assert [status["text"] for status in brand.timeline()] == [statement["text"]]


def told(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "infra.cli", *arguments]
    given = os.environ | environment
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=given)


def test_whoever_runs_the_deployment_stops_without_the_gateway(brand: Brand) -> None:
    post = brand.published("An accident")["id"]
    since = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    place = ("--endpoint-url", brand.engine.endpoint_url)
    scope = f"client:{brand.client}"
    done = told(
        "stop", scope, "--reason", "the gateway is down", "--recall-since", since, "--wait", "20", "--json", *place
    )
    assert done.returncode == 0, done.stderr
    receipt = json.loads(done.stdout)
    assert (receipt["scope"], receipt["who"]["party"]) == (scope, "operator")
    assert [(named["post"], named["end"]) for named in receipt["named"]] == [(post, "recalled")]
    held = brand.scheduled("Have a lovely day!")
    assert receipt["id"] in brand.becomes(held, "held")["because"]

    refused(asked_to_resume(brand, receipt["id"], brand.second), 403, "forbidden")
    assert not asked_to_resume(brand, receipt["id"], brand.owner).body["lifted"]
    assert asked_to_resume(brand, receipt["id"], brand.agency).body["lifted"]


def test_a_stop_of_nothing_is_refused_without_the_gateway_too(brand: Brand) -> None:
    done = told("stop", "client:none-such", "--reason", "x", "--endpoint-url", brand.engine.endpoint_url)
    assert (done.returncode, done.stdout) == (4, "")
    assert "There is no scope client:none-such." in done.stderr


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"scope": "client"}, 422, "scope"),
        ({"scope": "account:{client}/acc_none"}, 404, None),
        ({"recall_since": "2126-01-01T00:00:00Z"}, 422, "recall_since"),
        ({"recall_since": "2016-01-01T00:00:00Z"}, 422, "recall_since"),
        ({"recall_since": "2026-11-25T09:00:00"}, 422, "recall_since"),
    ],
)
def test_a_stop_that_makes_no_sense_stops_nothing(
    brand: Brand, change: dict[str, str], status: int, field: str | None
) -> None:
    wanted = {"scope": "client:{client}", "reason": "an incident"} | change
    body = {name: value.format(client=brand.client) for name, value in wanted.items()}
    with nothing_written(brand):
        answered = http.request("POST", f"{brand.engine.recover_url}/stops", body, key=brand.owner.key)
        refused(answered, status, "invalid" if status == 422 else "not-found", field)


def told_over_the_api(brand: Brand, command: str, stop: str, key: str) -> subprocess.CompletedProcess[str]:
    return told(command, stop, "--json", RECOVER_URL=brand.engine.recover_url, BACKCHANNEL_KEY=key)


def test_a_receipt_is_read_and_its_stop_lifted_by_two_people_on_the_command_line(brand: Brand) -> None:
    stop = stopped(brand, brand.second, wait=10)
    read = told_over_the_api(brand, "receipt", stop["id"], brand.second.key)
    assert json.loads(read.stdout) == stop
    assert stop["id"] in {one["id"] for one in brand.second.recover.get("/stops?standing=true")}
    answers = [told_over_the_api(brand, "resume", stop["id"], by.key) for by in (brand.second, brand.owner)]
    assert [json.loads(answer.stdout)["lifted"] for answer in answers] == [False, True]
    assert stop["id"] not in {one["id"] for one in brand.second.recover.get("/stops?standing=true")}


def test_the_command_line_tells_a_refusal_and_no_key(brand: Brand) -> None:
    for command in ("receipt", "resume"):
        refusal = told_over_the_api(brand, command, "stp_none", brand.owner.key)
        assert refusal.returncode == 4
        assert json.loads(refusal.stdout)["detail"] == "There is no such stop."
        assert "There is no such stop." in refusal.stderr
        assert brand.owner.key not in refusal.stderr
        without = told_over_the_api(brand, command, "stp_none", "")
        assert (without.returncode, without.stdout) == (2, "")
        assert "BACKCHANNEL_KEY" in without.stderr
