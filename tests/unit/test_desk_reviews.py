"""The weekly review as it stands while the week runs, and the actions agreed in it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from functions.desk import reviews
from functions.review.weekly import weekly
from shared.domain.agreed import Actions, ReviewNotes
from shared.domain.review import Review
from tests.house import Brand, House, brand

WEEK = "2026-W48"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def review(acme: Brand, week: str = WEEK) -> Any:
    return acme.house.ok("GET", acme.path(f"/reviews/{week}"), key=acme.agent_key)


def agree(acme: Brand, week: str = WEEK, **body: Any) -> Any:
    return acme.house.ok("POST", acme.path(f"/reviews/{week}/actions"), body, key=acme.agent_key)


def test_a_review_shows_what_came_of_what_came_in(acme: Brand) -> None:
    house = acme.house
    answered, ignored, missed = (house.mention(text) for text in ("Where is my order?", "Casino!", "Lovely"))
    house.clock.sleep(600)
    draft = {"account": acme.account, "handle": "acme", "text": "Soon"}
    respond = {"action": "respond", "drafts": [draft]}
    made = house.ok("POST", acme.path(f"/mentions/{answered}/recommendations"), respond, key=acme.agent_key)
    ignore = {"action": "ignore", "note": "spam"}
    house.ok("POST", acme.path(f"/mentions/{ignored}/recommendations"), ignore, key=acme.agent_key)
    acme.approve(acme.post(made["posts"][0]))
    house.deliver()
    shown = review(acme)
    assert shown["mentions_received"] == 3
    assert shown["recommendations"] == {"respond": 1, "ignore": 1}
    assert shown["minutes_to_recommendation"] == 10.0
    assert shown["not_recommended"] == [missed]
    assert (shown["posts"]["drafted"], shown["posts"]["published"]) == (1, 1)


def test_a_week_that_has_not_begun_is_not_there(acme: Brand) -> None:
    acme.house.refused(404, "GET", acme.path("/reviews/2026-W49"), key=acme.agent_key)


@pytest.mark.parametrize(
    "week",
    ["2026", "2026-W54", "2026-W00", "W48-2026", "now", "2026-W48x", "0000-W01", "0001-W02", "1999-W52", "3000-W01"],
)
def test_what_is_no_week_is_refused(acme: Brand, week: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/reviews/{week}"), key=acme.agent_key)
    assert given["field"] == "week"
    body = {"text": "Answer sooner"}
    acme.house.refused(422, "POST", acme.path(f"/reviews/{week}/actions"), body, key=acme.agent_key)


def test_a_week_long_ago_is_empty(acme: Brand) -> None:
    for week in ("2020-W01", "2000-W01"):
        assert review(acme, week)["mentions_received"] == 0


def test_a_week_in_which_too_much_happened_waits_for_its_end(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    happened = len(acme.house.facts())
    monkeypatch.setattr(reviews, "MOST_ENTRIES", happened)
    review(acme)
    acme.house.mention("Where is my order?")
    acme.house.refused(409, "GET", acme.path(f"/reviews/{WEEK}"), key=acme.agent_key)


def test_an_action_is_carried_over_until_it_is_done(acme: Brand) -> None:
    action = agree(acme, text="Answer sooner")
    assert (action["agreed_in"], action["by"]) == (WEEK, acme.agent)
    acme.house.clock.sleep(timedelta(days=7).total_seconds())
    assert [one["id"] for one in review(acme, "2026-W49")["actions"]] == [action["id"]]
    agree(acme, "2026-W49", done=action["id"])
    assert review(acme, "2026-W49")["actions"][0]["done_at"]
    acme.house.clock.sleep(timedelta(days=7).total_seconds())
    assert review(acme, "2026-W50")["actions"] == []


def test_an_action_is_done_once_and_only_if_there_is_such_a_one(acme: Brand) -> None:
    action, path = agree(acme, text="Answer sooner"), acme.path(f"/reviews/{WEEK}/actions")
    agree(acme, done=action["id"])
    acme.house.refused(409, "POST", path, {"done": action["id"]}, key=acme.agent_key)
    assert acme.house.refused(422, "POST", path, {"done": "act_none"}, key=acme.agent_key)["field"] == "done"


def test_an_action_is_either_new_or_done(acme: Brand) -> None:
    path = acme.path(f"/reviews/{WEEK}/actions")
    for body in ({}, {"text": "a", "done": "b"}, {"text": " "}):
        assert acme.house.refused(422, "POST", path, body, key=acme.agent_key)["field"] == "text"


def test_what_may_be_noted_and_agreed_always_fits_a_record_and_the_weeks_review(acme: Brand) -> None:
    path, long = acme.path(f"/reviews/{WEEK}"), "語" * 1000
    for _ in range(99):
        acme.house.call("POST", f"{path}/notes", {"text": 2 * long}, key=acme.agent_key)
        action = acme.house.call("POST", f"{path}/actions", {"text": long}, key=acme.agent_key).body
        acme.house.call("POST", f"{path}/actions", {"done": action["id"]}, key=acme.agent_key)
    for _ in range(99):
        acme.house.call("POST", f"{path}/actions", {"text": long}, key=acme.agent_key)
    acme.house.refused(409, "POST", f"{path}/notes", {"text": 2 * long}, key=acme.agent_key)
    acme.house.refused(409, "POST", f"{path}/actions", {"text": long}, key=acme.agent_key)
    acme.house.clock.at = datetime(2026, 11, 30, tzinfo=UTC)
    weekly(store=acme.house.store, clock=acme.house.clock, new_id=acme.house.new_id)
    for kind, id_ in ((Actions, "acme"), (ReviewNotes, WEEK), (Review, WEEK)):
        assert len(msgspec.json.encode(acme.house.store.get(kind, "acme", id_))) < 330_000
    shown = review(acme, WEEK)
    assert len(shown["notes"]) == 49
    assert len([one for one in shown["actions"] if not one.get("done_at")]) == 16
