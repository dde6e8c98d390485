"""After a stop returns, nothing in its scope becomes visible except what its receipt names."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infra import client as http
from tests.integration.brands import Brand, Line, nothing_written, refused, until

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
