"""How a post did is in the ledger an hour, a day and a week after it went out: once each, or not at all."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.publish.read_back import DISCONNECTED_WAIT, LONGEST_RUN, LONGEST_WAIT, MOST_FAILURES, MOST_POSTS
from shared.domain.engagement import ReadBack
from shared.domain.ledger import Entry
from shared.networks import (
    CredentialsError,
    NotOfferedError,
    OutcomeUnknownError,
    Posted,
    RefusedError,
    ThrottledError,
    capabilities_of,
)
from shared.stores import StoreError
from tests.house import Brand, House, brand, nothing, raising, shadow
from tests.network import MemoryLine
from tests.schemas import conforms

HOUR, DAY, RUN = timedelta(hours=1), timedelta(days=1), timedelta(minutes=15)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def pass_(acme: Brand, time: timedelta) -> None:
    acme.house.clock.sleep(time.total_seconds())


def told(acme: Brand, client: str = "acme") -> list[Entry]:
    """Every count in the ledger, whenever it was told."""
    tables = acme.house.store.everything()
    entries = [one for one in tables["ledger"].values() if one.type == "post.engagement" and one.realm == client]
    return sorted(entries, key=lambda one: one.id)


def ages(acme: Brand, post: str) -> list[Any]:
    return [one.data["after"] for one in told(acme) if one.subject == post]


def run_for(acme: Brand, time: timedelta) -> None:
    """Time passes, with a run each quarter of an hour."""
    for _ in range(int(time / RUN)):
        pass_(acme, RUN)
        acme.house.read_back()


# What is told


def test_a_post_is_read_after_an_hour_a_day_and_a_week_and_each_time_once(acme: Brand) -> None:
    post = acme.published()
    acme.house.network.statuses[0].likes = 7
    run_for(acme, 9 * DAY)
    assert ages(acme, post["id"]) == ["1h", "24h", "7d"]
    out = datetime.fromisoformat(post["sent"][0]["at"])
    for one, least in zip(told(acme), (HOUR, DAY, 7 * DAY), strict=True):
        assert least <= one.at - out <= least + RUN
        assert one.data["likes"] == 7


def test_it_says_which_post_whose_and_what_for_and_nothing_of_what_its_network_does_not_tell(acme: Brand) -> None:
    post = acme.published()
    pass_(acme, HOUR)
    assert acme.house.read_back() == 1
    (entry,) = told(acme)
    assert (entry.subject, entry.who) == (post["id"], {"function": "publish.read_back"})
    counts = {"likes": 0, "replies": 0, "reposts": None, "quotes": None, "views": None}
    about = {"account": acme.account, "network": "mastodon", "function": "community", "author": acme.agent}
    assert entry.data == {**counts, **about, "after": "1h"}
    conforms(json.loads(payload(entry)))


def test_it_is_not_read_before_its_hour(acme: Brand) -> None:
    acme.published()
    pass_(acme, HOUR - timedelta(seconds=1))
    assert acme.house.read_back() == 0
    assert acme.house.network.counted == []


def test_what_could_not_be_read_while_it_was_of_that_age_is_left_out(acme: Brand) -> None:
    post = acme.published()
    pass_(acme, 2 * HOUR + timedelta(seconds=1))
    assert acme.house.read_back() == 0
    run_for(acme, DAY)
    assert ages(acme, post["id"]) == ["24h"]


def test_of_a_thread_its_first_part_is_read(acme: Brand) -> None:
    acme.approved("One.", thread=["Two.", "Three."])
    while acme.house.outbound.sent:
        acme.house.deliver()
    pass_(acme, HOUR)
    assert acme.house.read_back() == 1
    assert acme.house.network.counted == [("1",)]


def test_each_client_has_its_own_in_its_own_ledger(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    ours, theirs = acme.published("Ours"), bolt.published("Theirs")
    pass_(acme, HOUR)
    assert acme.house.read_back() == 2
    assert [one.subject for one in told(acme)] == [ours["id"]]
    assert [one.subject for one in told(acme, "bolt")] == [theirs["id"]]


# What is not read


def test_a_post_that_was_recalled_is_not_read(acme: Brand) -> None:
    post = acme.published()
    acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    pass_(acme, HOUR)
    assert acme.house.read_back() == 0
    assert acme.house.network.counted == []


def test_a_post_that_somebody_took_down_on_the_network_is_passed_over(acme: Brand) -> None:
    acme.published("One")
    other = acme.published("Two")
    acme.house.network.statuses[0].deleted = True
    pass_(acme, HOUR)
    assert acme.house.read_back() == 1
    assert [one.subject for one in told(acme)] == [other["id"]]
    pass_(acme, RUN)
    assert acme.house.read_back() == 0
    assert len(acme.house.network.counted) == 2


def test_posts_of_drills_are_not_read(acme: Brand) -> None:
    made = shadow(acme)
    body = {"account": made, "handle": "acme_shadow", "text": "A drill", "function": "community"}
    post = acme.house.ok("POST", acme.path("/posts"), body, key=acme.agent_key)
    acme.approve(post)
    acme.house.deliver()
    assert len(acme.house.network.statuses) == 1
    pass_(acme, HOUR)
    assert acme.house.read_back() == 0
    assert acme.house.network.counted == []


def test_an_account_that_was_closed_is_not_read(acme: Brand) -> None:
    acme.published()
    acme.house.ok("DELETE", acme.path(f"/accounts/{acme.account}"), key=acme.owner_key)
    pass_(acme, HOUR)
    assert acme.house.read_back() == 0
    assert acme.house.network.counted == []


# What goes wrong


def test_a_crash_before_the_commit_reads_again_and_one_after_it_does_not(acme: Brand) -> None:
    post = acme.published()
    pass_(acme, HOUR)
    acme.house.store.before["commit"].append(raising(StoreError("gone")))
    assert acme.house.read_back() == 0
    assert told(acme) == []
    acme.house.store.after["commit"].append(raising(StoreError("the answer was lost")))
    acme.house.read_back()
    assert ages(acme, post["id"]) == ["1h"]
    pass_(acme, RUN)
    assert acme.house.read_back() == 0
    assert ages(acme, post["id"]) == ["1h"]


def test_two_runs_at_once_tell_it_once(acme: Brand) -> None:
    post = acme.published()
    pass_(acme, HOUR)
    acme.house.store.before["commit"].append(acme.house.read_back)
    assert acme.house.read_back() == 0
    assert ages(acme, post["id"]) == ["1h"]


def test_credentials_that_do_not_work_are_no_second_incident_and_are_tried_again_later(acme: Brand) -> None:
    post = acme.published()
    pass_(acme, HOUR)
    acme.house.network.uncounted = CredentialsError("The token was revoked.")
    before = acme.house.facts()
    for _ in range(3):
        acme.house.read_back()
        pass_(acme, timedelta(minutes=1))
    assert acme.house.facts() == before
    assert len(acme.house.network.counted) == 1
    acme.house.network.uncounted = None
    pass_(acme, DISCONNECTED_WAIT - timedelta(minutes=4))
    acme.house.read_back()
    assert ages(acme, post["id"]) == []
    run_for(acme, DAY)
    assert ages(acme, post["id"]) == ["24h"]


@pytest.mark.parametrize("asked", [timedelta(minutes=10), timedelta(days=30)])
def test_a_network_that_asks_to_wait_is_left_alone_for_as_long_and_an_hour_at_most(
    acme: Brand, asked: timedelta
) -> None:
    acme.published()
    pass_(acme, DAY)
    acme.house.network.uncounted = ThrottledError("Not now.", acme.house.clock.now() + asked)
    acme.house.read_back()
    acme.house.network.uncounted = None
    wait = min(asked, LONGEST_WAIT)
    pass_(acme, wait - timedelta(seconds=1))
    assert acme.house.read_back() == 0
    assert len(acme.house.network.counted) == 1
    pass_(acme, timedelta(seconds=1))
    assert acme.house.read_back() == 1


@pytest.mark.parametrize("fails", [OutcomeUnknownError("no answer"), ThrottledError("Not now.", None)])
def test_a_network_that_gives_no_answer_is_asked_again_in_the_next_run(acme: Brand, fails: Exception) -> None:
    acme.published()
    pass_(acme, HOUR)
    acme.house.network.uncounted = fails
    assert acme.house.read_back() == 0
    acme.house.network.uncounted = None
    pass_(acme, RUN)
    assert acme.house.read_back() == 1


@pytest.mark.parametrize("refusal", [RefusedError("No."), NotOfferedError("This server counts nothing.")])
def test_what_is_refused_is_not_asked_again(acme: Brand, refusal: Exception) -> None:
    acme.published()
    pass_(acme, HOUR)
    acme.house.network.uncounted = refusal
    assert acme.house.read_back() == 0
    acme.house.network.uncounted = None
    pass_(acme, RUN)
    assert acme.house.read_back() == 0
    assert len(acme.house.network.counted) == 1
    assert told(acme) == []


def test_an_account_that_cannot_be_read_or_recorded_keeps_no_other_from_being_read(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    acme.published("Ours")
    bolt.published("Theirs")
    pass_(acme, HOUR)
    acme.house.store.before["commit"].append(raising(StoreError("gone")))
    assert acme.house.read_back() == 1


# Bounds and costs


def test_a_run_that_has_no_time_left_is_gone_on_with_where_it_ended(acme: Brand) -> None:
    posts = [acme.published(f"Number {number}")["id"] for number in range(4)]
    pass_(acme, HOUR)
    acme.house.network.takes = LONGEST_RUN.total_seconds() / 2
    assert acme.house.read_back() == 2
    assert acme.house.read_back() == 2
    assert [one.subject for one in told(acme)] == posts


def test_one_account_has_a_bound_in_a_run_and_the_next_run_goes_on(acme: Brand, monkeypatch: Any) -> None:
    monkeypatch.setattr("functions.publish.read_back.MOST_POSTS", 2)
    assert MOST_POSTS > 2
    posts = [acme.published(f"Number {number}")["id"] for number in range(3)]
    pass_(acme, HOUR)
    assert [acme.house.read_back() for _ in range(3)] == [2, 1, 0]
    assert [one.subject for one in told(acme)] == posts


def test_a_run_without_posts_costs_five_reads_of_a_client_and_no_write(acme: Brand) -> None:
    acme.house.store.calls.clear()
    acme.house.read_back()
    assert acme.house.store.calls == {"list": 2 + 2, "posts_between": 3}


def test_a_post_costs_one_network_call_and_one_transaction(acme: Brand) -> None:
    acme.published()
    pass_(acme, HOUR)
    acme.house.store.calls.clear()
    acme.house.read_back()
    assert acme.house.store.calls == {"list": 2 + 2, "posts_between": 3, "commit": 1}
    (records,) = acme.house.store.commits[-1:]
    assert [type(record) for record in records] == [ReadBack, Entry]
    assert len(acme.house.network.counted) == 1


def at_once(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The network tells of so many posts in one call."""
    rules = capabilities_of("mastodon")
    assert rules.counts is not None
    telling = replace(rules, counts=replace(rules.counts, at_once=number))
    monkeypatch.setattr("functions.publish.read_back.capabilities_of", lambda _: telling)


def test_as_many_as_a_network_tells_of_at_once_of_whatever_age_cost_one_call_and_one_transaction(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(3, monkeypatch)
    acme.published("Of yesterday")
    pass_(acme, DAY - HOUR)
    for number in range(3):
        acme.published(f"Number {number}")
    pass_(acme, HOUR)
    acme.house.store.calls.clear()
    assert acme.house.read_back() == 4
    assert acme.house.network.counted == [("2", "3", "4"), ("1",)]
    assert acme.house.store.calls["commit"] == 2
    assert sorted(one.data["after"] for one in told(acme)) == ["1h", "1h", "1h", "24h"]


def fails_for(acme: Brand, post: Any, failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """The network fails at each call that has this post in it."""
    counts, its_id = MemoryLine.engagement, post["sent"][0]["external_id"]

    def engagement(line: MemoryLine, posts: Sequence[Posted]) -> Any:
        if any(one.external_id == its_id for one in posts):
            raise failure
        return counts(line, posts)

    monkeypatch.setattr(MemoryLine, "engagement", engagement)


def test_a_post_that_gets_no_answer_keeps_no_post_of_another_age_from_being_read(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(3, monkeypatch)
    old = acme.published("Of yesterday")
    pass_(acme, DAY - HOUR)
    new = acme.published("Of today")
    fails_for(acme, old, OutcomeUnknownError("no answer"), monkeypatch)
    pass_(acme, HOUR)
    assert acme.house.read_back() == 1
    assert ages(acme, new["id"]) == ["1h"]


def test_a_post_that_never_gets_an_answer_is_passed_over_while_the_others_of_its_age_are_read(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(5, monkeypatch)
    posts = [acme.published(f"Number {number}") for number in range(3)]
    fails_for(acme, posts[1], OutcomeUnknownError("no answer"), monkeypatch)
    run_for(acme, 2 * HOUR)
    assert [ages(acme, post["id"]) for post in posts] == [["1h"], [], ["1h"]]


def test_of_several_only_the_one_is_passed_over_that_is_refused(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once(5, monkeypatch)
    posts = [acme.published(f"Number {number}") for number in range(3)]
    fails_for(acme, posts[1], RefusedError("No."), monkeypatch)
    pass_(acme, HOUR)
    assert acme.house.read_back() == 2
    assert [ages(acme, post["id"]) for post in posts] == [["1h"], [], ["1h"]]
    assert acme.house.read_back() == 0


def test_what_a_network_does_not_offer_is_passed_over_by_one_call(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once(5, monkeypatch)
    for number in range(5):
        acme.published(f"Number {number}")
    pass_(acme, HOUR)
    acme.house.network.uncounted = NotOfferedError("This server counts nothing.")
    for _ in range(2):
        acme.house.read_back()
    assert len(acme.house.network.counted) == 1


def test_a_network_that_refuses_an_account_is_not_asked_for_each_post(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(5, monkeypatch)
    for number in range(5):
        acme.published(f"Number {number}")
    pass_(acme, HOUR)
    acme.house.network.uncounted = RefusedError("Not by this key.")
    acme.house.read_back()
    assert len(acme.house.network.counted) == MOST_FAILURES


def test_a_network_that_is_out_is_not_asked_for_each_post(acme: Brand) -> None:
    for number in range(5):
        acme.published(f"Number {number}")
    pass_(acme, 2 * HOUR - timedelta(minutes=1))
    acme.house.network.uncounted = OutcomeUnknownError("no answer")
    assert acme.house.read_back() == 0
    assert len(acme.house.network.counted) == MOST_FAILURES


def test_a_call_that_fails_loses_nothing_of_those_before_it_and_leaves_its_own_for_later(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(2, monkeypatch)
    posts = [acme.published(f"Number {number}")["id"] for number in range(4)]
    pass_(acme, HOUR)
    acme.house.store.before["commit"].extend([nothing, raising(StoreError("gone"))])
    acme.house.read_back()
    assert [one.subject for one in told(acme)] == posts[:2]
    acme.house.read_back()
    assert [one.subject for one in told(acme)] == posts
