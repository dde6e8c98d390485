"""A stop may take down what went out since an earlier time, too: seen to be gone, or told with what is to be done."""

from datetime import timedelta
from typing import Any

import pytest

from shared.networks import RefusedError, ThrottledError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START

HOUR = 3600.0


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def stop(acme: Brand, since: Any, scope: str = "client:acme", key: str = "") -> Any:
    at = since if isinstance(since, str) else since.isoformat()
    body = {"scope": scope, "reason": "an incident", "recall_since": at}
    return acme.house.ok("POST", "/stops", body, key=key or acme.owner_key)


def receipt(acme: Brand, made: Any) -> Any:
    return acme.house.ok("GET", f"/stops/{made['id']}", key=acme.owner_key)


def ends(acme: Brand, made: Any) -> dict[str, str]:
    """Of all pages."""
    page, found = receipt(acme, made), {}
    while True:
        found |= {named["post"]: named["end"] for named in page["named"]}
        if page["next"] is None:
            return found
        page = acme.house.ok("GET", f"/stops/{made['id']}?cursor={page['next']}", key=acme.owner_key)


def out(acme: Brand, *texts: str) -> list[str]:
    """Posts that went out a minute apart, the last a minute ago."""
    posts = []
    for text in texts:
        posts.append(acme.published(text)["id"])
        acme.house.clock.sleep(60)
    return posts


def test_what_went_out_since_then_is_taken_down_and_what_was_out_before_stays_up(acme: Brand) -> None:
    old, *recent = out(acme, "One", "Two", "Three")
    made = stop(acme, START + timedelta(seconds=30))
    assert [(named["kind"], named["end"]) for named in made["named"]] == [("out", "recalling")] * 2
    assert (made["recall_since"], made["drained_at"]) == ("2026-11-25T09:00:30Z", None)
    assert acme.house.drain() == 0
    assert ends(acme, made) == dict.fromkeys(recent, "recalled")
    assert [status.text for status in acme.house.network.live()] == ["One"]
    assert receipt(acme, made)["drained_at"]
    assert acme.post(old)["state"] == "published"


def test_it_reaches_across_accounts_and_clients_and_stays_within_its_scope(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    ours, theirs = out(acme, "Ours"), out(bolt, "Theirs")
    stop(acme, START)
    acme.house.drain()
    assert (acme.post(ours[0])["state"], bolt.post(theirs[0])["state"]) == ("recalled", "published")
    made = stop(acme, START, "everything", acme.house.agency_key)
    acme.house.drain()
    assert bolt.post(theirs[0])["state"] == "recalled"
    everything = acme.house.ok("GET", f"/stops/{made['id']}", key=acme.house.agency_key)
    assert {named["end"] for named in everything["named"]} == {"recalled"}
    assert acme.house.network.live() == []


def test_a_thread_is_taken_down_whole(acme: Brand) -> None:
    post = acme.approved("One", thread=["Two", "Three"])["id"]
    acme.house.deliver()
    acme.house.clock.sleep(60)
    made = stop(acme, START)
    acme.house.drain()
    assert [(named["post"], named["end"]) for named in receipt(acme, made)["named"]] == [(post, "recalled")] * 3
    assert acme.house.network.live() == []
    assert acme.post(post)["state"] == "recalled"


def test_what_went_out_by_a_pass_is_not_what_went_out_before_the_stop(acme: Brand) -> None:
    made, post = acme.stop("client:acme"), acme.draft("We know, and we are sorry.")
    acme.house.clock.sleep(60)
    asked = {"client": "acme", "post": post["id"], "content_hash": post["content_hash"]}
    for key in (acme.owner_key, acme.approver_key):
        acme.house.ok("POST", f"/stops/{made['id']}/passes", asked, key=key)
    acme.approve(post)
    acme.house.deliver()
    acme.house.clock.sleep(60)
    assert stop(acme, START - timedelta(hours=1))["named"] == []
    acme.house.drain()
    assert acme.post(post["id"])["state"] == "published"


def test_what_could_not_be_taken_down_is_listed_with_where_it_is_and_what_to_do(acme: Brand) -> None:
    out(acme, "Hi")
    acme.house.network.unrecallable = RefusedError("This record is not yours.")
    made = stop(acme, START)
    acme.house.drain()
    (named,) = receipt(acme, made)["named"]
    assert (named["end"], named["url"]) == ("recall_failed", "https://social.example/@acme/1")
    assert named["because"] == "This record is not yours. A person must take it down at the network."
    assert receipt(acme, made)["drained_at"]


def test_what_is_beyond_the_networks_quota_waits_and_is_taken_down_when_there_is_some_again(acme: Brand) -> None:
    posts = out(acme, "One", "Two")
    until = acme.house.clock.now() + timedelta(minutes=30)
    acme.house.network.unrecallable = ThrottledError("Too many deletions.", until)
    made = stop(acme, START)
    assert acme.house.drain() == 1
    told = receipt(acme, made)
    assert [(named["end"], named["until"]) for named in told["named"]] == [("waiting", "2026-11-25T09:32:00Z")] * 2
    assert told["drained_at"] is None
    assert {acme.post(post)["state"] for post in posts} == {"published"}
    acme.house.network.unrecallable = None
    acme.house.clock.sleep(1790)
    assert acme.house.drain() == 1
    acme.house.clock.sleep(20)
    assert acme.house.drain() == 0
    assert ends(acme, made) == dict.fromkeys(posts, "recalled")
    assert all(named["until"] is None for named in receipt(acme, made)["named"])


def test_waiting_writes_nothing_and_asks_the_network_nothing(acme: Brand) -> None:
    out(acme, "One")
    acme.house.network.unrecallable = ThrottledError("Too many deletions.", START + timedelta(hours=2))
    stop(acme, START)
    acme.house.drain()
    before = len(acme.house.store.commits)
    acme.house.network.unrecallable = RefusedError("It was asked.")
    acme.house.drain()
    assert len(acme.house.store.commits) == before


def test_a_stop_waits_for_days_if_the_network_does(acme: Brand) -> None:
    out(acme, "One")
    acme.house.network.unrecallable = ThrottledError("Too many deletions.", START + timedelta(days=3))
    made = stop(acme, START)
    acme.house.drain()
    acme.house.network.unrecallable = None
    acme.house.clock.sleep(3 * 24 * HOUR)
    assert acme.house.drain() == 0
    assert set(ends(acme, made).values()) == {"recalled"}


def test_it_is_not_lifted_before_everything_that_it_takes_down_has_ended(acme: Brand) -> None:
    out(acme, "One")
    made = stop(acme, START)
    path = f"/stops/{made['id']}/resume"
    assert "not drained" in acme.house.refused(409, "POST", path, key=acme.owner_key)["detail"]


def test_a_stop_that_stands_is_widened_by_asking_again(acme: Brand) -> None:
    posts = out(acme, "One", "Two")
    first = acme.stop("client:acme")
    assert first["named"] == []
    made = stop(acme, START + timedelta(seconds=30))
    assert (made["id"], made["drained_at"]) == (first["id"], None)
    acme.house.drain()
    assert ends(acme, made) == {posts[1]: "recalled"}
    stop(acme, START)
    acme.house.drain()
    assert ends(acme, made) == dict.fromkeys(posts, "recalled")
    asked = [entry for entry in acme.house.entries() if entry.type == "stop.recall_asked"]
    assert [entry.who["member"] for entry in asked] == [acme.owner, acme.owner]


def test_asked_again_for_no_more_than_it_takes_down_it_is_as_it_was(acme: Brand) -> None:
    out(acme, "One")
    made = stop(acme, START)
    acme.house.drain()
    before = acme.house.store.everything()
    assert stop(acme, START + timedelta(seconds=1))["id"] == made["id"]
    acme.stop("client:acme")
    assert acme.house.store.everything() == before


def test_what_was_left_up_in_the_moment_before_is_taken_down_when_the_stop_is_widened(acme: Brand) -> None:
    post = acme.published("Hi")["id"]
    acme.house.clock.sleep(2)
    made = acme.stop("client:acme")
    assert ends(acme, made) == {post: "published"}
    stop(acme, START)
    acme.house.drain()
    assert ends(acme, made) == {post: "recalled"}


def test_a_caller_who_died_before_the_naming_has_it_done_by_the_drain(acme: Brand) -> None:
    posts = out(acme, "One")
    acme.house.store.before["attempts_since"].append(raising(StoreError("The store did not answer.")))
    body = {"scope": "client:acme", "reason": "an incident", "recall_since": START.isoformat()}
    assert acme.house.call("POST", "/stops", body, key=acme.owner_key).status == 503
    acme.house.drain()
    acme.house.drain()
    assert acme.post(posts[0])["state"] == "recalled"


def test_what_was_recalled_already_is_told_as_recalled(acme: Brand) -> None:
    (post,) = out(acme, "One")
    acme.house.ok("POST", "/recalls", {"client": "acme", "post": post}, key=acme.owner_key)
    made = stop(acme, START)
    acme.house.drain()
    assert ends(acme, made) == {post: "recalled"}
    assert acme.house.facts().count("post.recalled") == 1


@pytest.mark.parametrize(
    "since",
    ["2026-11-25T09:00:01Z", "2026-10-27T08:59:59Z", "2026-11-25T08:00:00", "yesterday", "9999-12-31T23:59:59-12:00"],
)
def test_a_time_that_is_to_come_or_too_long_ago_or_none_is_refused_and_nothing_is_stopped(
    acme: Brand, since: str
) -> None:
    body = {"scope": "client:acme", "reason": "an incident", "recall_since": since}
    assert acme.house.refused(422, "POST", "/stops", body, key=acme.owner_key)["field"] == "recall_since"


def test_an_account_from_which_nothing_went_out_is_stopped_and_drained_at_once(acme: Brand) -> None:
    made = stop(acme, START - timedelta(hours=1), f"account:acme/{acme.account}")
    assert (made["named"], made["drained_at"]) == ([], "2026-11-25T09:00:00Z")


def test_the_caller_may_wait_for_the_recalls(acme: Brand) -> None:
    out(acme, "One")
    body = {"scope": "client:acme", "reason": "an incident", "recall_since": START.isoformat()}
    made = acme.house.ok("POST", "/stops", body, key=acme.owner_key, prefer="wait=5")
    assert [named["end"] for named in made["named"]] == ["recalled"]
    assert made["drained_at"]


def test_a_widening_that_loses_a_race_is_told_and_may_be_asked_again(acme: Brand) -> None:
    out(acme, "One")
    acme.stop("client:acme")
    acme.house.store.before["commit"].append(lambda: stop(acme, START))
    body = {"scope": "client:acme", "reason": "an incident", "recall_since": (START - timedelta(hours=1)).isoformat()}
    assert acme.house.call("POST", "/stops", body, key=acme.owner_key).status == 409
    assert acme.house.call("POST", "/stops", body, key=acme.owner_key).status == 201
