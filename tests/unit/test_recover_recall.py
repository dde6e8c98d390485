"""A recall takes a post down and looks whether it is gone."""

from datetime import timedelta
from typing import Any

import pytest

from functions.publish.send import Outcome
from shared.networks import RefusedError, ThrottledError
from tests.house import Brand, House, brand, person


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def recall(acme: Brand, post: Any, key: str = "") -> Any:
    return acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=key or acme.owner_key)


def refused(acme: Brand, status: int, client: str, post: str, key: str) -> Any:
    return acme.house.refused(status, "POST", "/recalls", {"client": client, "post": post}, key=key)


def test_a_published_post_is_taken_down_and_seen_to_be_gone(acme: Brand) -> None:
    post = acme.published("Hi")
    given = recall(acme, post)
    assert (given["state"], given["url"]) == ("recalled", "https://social.example/@acme/1")
    assert acme.house.network.live() == []
    assert acme.post(post["id"])["state"] == "recalled"


def test_recalled_again_is_answered_as_recalled(acme: Brand) -> None:
    post = acme.published("Hi")
    first, before = recall(acme, post), len(acme.house.store.commits)
    assert recall(acme, post) == first
    assert len(acme.house.store.commits) == before


def test_the_ledger_names_who_had_it_taken_down(acme: Brand) -> None:
    recall(acme, acme.published("Hi"), acme.approver_key)
    told = acme.house.entries()[-1]
    assert (told.type, told.who["member"]) == ("post.recalled", acme.approver)


def test_anyone_with_a_stop_key_of_the_client_recalls(acme: Brand) -> None:
    _, key = person(acme, "Guard", acme.owner_key, ["stop"])
    assert recall(acme, acme.published("Hi"), key)["state"] == "recalled"


def test_what_the_network_still_shows_is_not_called_recalled(acme: Brand) -> None:
    acme.house.network.delete_lies = True
    post = acme.published("Hi")
    given = recall(acme, post)
    assert given["state"] == "recall_failed"
    assert given["url"] == "https://social.example/@acme/1"
    assert "A person must take it down at the network." in given["because"]


def test_a_recall_that_failed_may_be_tried_again_until_it_is_gone(acme: Brand) -> None:
    acme.house.network.delete_lies = True
    post = acme.published("Hi")
    recall(acme, post)
    assert recall(acme, post)["state"] == "recall_failed"
    acme.house.network.delete_lies = False
    assert recall(acme, post)["state"] == "recalled"
    assert acme.house.facts().count("post.recall_failed") == 2


def test_a_network_that_refuses_is_told_in_its_own_words(acme: Brand) -> None:
    acme.house.network.unrecallable = RefusedError("This record is not yours.")
    given = recall(acme, acme.published("Hi"))
    assert given["state"] == "recall_failed"
    assert given["because"] == "This record is not yours. A person must take it down at the network."


@pytest.mark.parametrize("write", [lambda acme: acme.draft("Hi"), lambda acme: acme.approved("Hi")])
def test_what_is_not_published_cannot_be_taken_down(acme: Brand, write: Any) -> None:
    refused(acme, 409, "acme", write(acme)["id"], acme.owner_key)


def test_another_clients_post_is_not_there(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    post = acme.published("Hi")["id"]
    for client in ("acme", "bolt"):
        refused(acme, 404, client, post, bolt.owner_key)
    refused(acme, 404, "acme", "pst_none", acme.owner_key)
    assert acme.house.network.live()


def test_a_stop_does_not_stand_in_the_way_of_a_recall(acme: Brand) -> None:
    post = acme.published("Hi")
    acme.stop("client:acme")
    assert recall(acme, post)["state"] == "recalled"


def throttled(acme: Brand, minutes: int | None = 30) -> None:
    until = None if minutes is None else acme.house.clock.now() + timedelta(minutes=minutes)
    acme.house.network.unrecallable = ThrottledError("Too many deletions.", until)


def test_beyond_the_networks_quota_a_recall_waits_and_says_until_when(acme: Brand) -> None:
    post = acme.published("Hi")
    throttled(acme)
    given = recall(acme, post)
    assert (given["state"], given["until"]) == ("published", "2026-11-25T09:30:00Z")
    assert given["because"] == "Too many deletions."
    assert acme.house.facts()[-1] == "post.recall_queued"


def test_a_recall_that_waits_is_taken_up_at_its_time_and_in_the_name_of_who_asked(acme: Brand) -> None:
    post = acme.published("Hi")
    throttled(acme)
    recall(acme, post, acme.approver_key)
    acme.house.network.unrecallable = None
    acme.house.clock.sleep(29 * 60)
    assert acme.house.drain() == 1
    assert acme.house.network.live()
    acme.house.clock.sleep(60)
    assert acme.house.drain() == 0
    assert acme.post(post["id"])["state"] == "recalled"
    told = acme.house.entries()[-1]
    assert (told.type, told.who["member"]) == ("post.recalled", acme.approver)
    before = len(acme.house.store.commits)
    assert acme.house.drain() == 0
    assert len(acme.house.store.commits) == before


def test_a_recall_waits_again_when_the_network_says_so_and_for_a_minute_when_it_does_not_say(acme: Brand) -> None:
    post = acme.published("Hi")
    throttled(acme, None)
    assert recall(acme, post)["until"] == "2026-11-25T09:01:00Z"
    acme.house.clock.sleep(60)
    throttled(acme, 10)
    assert acme.house.drain() == 1
    acme.house.network.unrecallable = None
    acme.house.clock.sleep(9 * 60)
    assert acme.house.drain() == 1
    acme.house.clock.sleep(60)
    assert acme.house.drain() == 0
    assert acme.post(post["id"])["state"] == "recalled"


def test_a_recall_that_waits_may_be_asked_for_again(acme: Brand) -> None:
    post = acme.published("Hi")
    throttled(acme)
    recall(acme, post)
    assert recall(acme, post)["until"] == "2026-11-25T09:30:00Z"
    acme.house.network.unrecallable = None
    assert recall(acme, post)["state"] == "recalled"
    acme.house.clock.sleep(30 * 60)
    assert acme.house.drain() == 0
    assert acme.house.facts().count("post.recalled") == 1


def test_what_somebody_took_down_at_the_network_itself_is_seen_to_be_gone(acme: Brand) -> None:
    post = acme.published("Hi")
    acme.house.network.statuses[0].deleted = True
    assert recall(acme, post)["state"] == "recalled"


def test_a_message_delivered_again_after_a_recall_sends_nothing(acme: Brand) -> None:
    post = acme.approved("Hi")
    message = acme.house.outbound.sent[0]
    acme.house.deliver()
    recall(acme, post)
    acme.house.outbound.sent.append(message)
    acme.house.clock.sleep(24 * 3600)
    assert acme.house.deliver() == [Outcome.STALE]
    assert acme.house.network.live() == []
    assert acme.post(post["id"])["state"] == "recalled"
