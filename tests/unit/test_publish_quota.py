"""A network that says with a post that it takes no more is not asked in vain: the next one waits, if it may."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.domain.accounts import Account
from shared.domain.lanes import ON_THE_WAY, Lane
from shared.networks import ThrottledError
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, nothing, raising
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def after(**later: float) -> datetime:
    return START + timedelta(**later)


def texts(acme: Brand) -> list[tuple[str, datetime]]:
    return [(status.text, status.at) for status in acme.house.network.live()]


def passed(acme: Brand, *, minutes: int) -> None:
    """Each minute a tick, and every message when it is due."""
    for _ in range(minutes):
        acme.house.tick()
        acme.house.deliver()
        acme.house.clock.at = max(acme.house.clock.at, acme.house.clock.at.replace(second=0) + timedelta(minutes=1))
    acme.house.tick()
    acme.house.deliver()


def used_up(acme: Brand, until: datetime) -> Any:
    """After one post that used up what there was."""
    acme.house.network.closed_until = until
    post = acme.published("First")
    acme.house.network.closed_until = None
    assert post["state"] == "published"
    return post


def test_the_next_post_waits_for_the_quota_without_a_call_and_then_goes_out(acme: Brand) -> None:
    used_up(acme, after(minutes=4))
    post = acme.approved("Second", publish_at=after(minutes=1).isoformat())
    acme.house.clock.at = after(seconds=50)
    acme.house.deliver()
    waiting = acme.post(post["id"])
    assert (waiting["state"], acme.house.network.calls) == ("scheduled", 1)
    assert "takes no more for now" in waiting["because"]
    delayed = acme.house.entries()[-1]
    assert (delayed.type, delayed.data["until"]) == ("post.delayed", after(minutes=4).isoformat())
    passed(acme, minutes=4)
    assert texts(acme) == [("First", START), ("Second", after(minutes=4))]
    # Put off once, and not over and over as its time comes.
    assert acme.house.facts().count("post.delayed") == 1


def test_several_posts_that_wait_go_out_in_their_order(acme: Brand) -> None:
    used_up(acme, after(minutes=4))
    for second in (60, 62, 75):
        acme.approved(f"At {second}", publish_at=after(seconds=second).isoformat())
    passed(acme, minutes=5)
    assert [text for text, _ in texts(acme)] == ["First", "At 60", "At 62", "At 75"]
    assert acme.house.network.calls == 4


def test_the_rest_of_a_thread_waits_as_well(acme: Brand) -> None:
    acme.house.network.closed_until = after(minutes=2)
    post = acme.approve(acme.draft("One.", thread=["Two."]))
    acme.house.deliver()
    assert [text for text, _ in texts(acme)] == ["One."]
    acme.house.network.closed_until = None
    passed(acme, minutes=2)
    assert texts(acme)[1:] == [("Two.", after(minutes=2))]
    assert acme.post(post["id"])["state"] == "published"


def test_what_could_not_wait_so_long_is_left_to_the_networks_own_word(acme: Brand) -> None:
    """The header may have spoken of another quota, and an expired post is not to be had back."""
    used_up(acme, after(hours=3))
    post = acme.approved("Second")
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_a_post_that_is_due_after_the_quota_begins_anew_knows_nothing_of_it(acme: Brand) -> None:
    used_up(acme, after(minutes=1))
    acme.approved("Second", publish_at=after(minutes=1).isoformat())
    acme.house.deliver()
    assert texts(acme)[1:] == [("Second", after(minutes=1))]
    assert "post.delayed" not in acme.house.facts()


def test_another_account_does_not_wait(acme: Brand) -> None:
    used_up(acme, after(minutes=4))
    bolt = brand(acme.house, "bolt")
    bolt.published("Hi")
    assert [text for text, _ in texts(acme)] == ["First", "Hi"]


def test_a_stop_holds_a_post_that_waits_for_its_quota(acme: Brand) -> None:
    used_up(acme, after(minutes=4))
    post = acme.approved("Second")
    acme.house.deliver()
    acme.stop("client:acme")
    passed(acme, minutes=5)
    assert acme.post(post["id"])["state"] == "held"
    assert acme.house.network.calls == 1


def test_a_recall_does_not_wait_for_the_quota_of_posts(acme: Brand) -> None:
    post = used_up(acme, after(minutes=4))
    recalled = acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    assert recalled["state"] == "recalled"
    assert texts(acme) == []


def test_a_recall_that_was_put_off_by_its_own_quota_goes_while_posts_still_wait_for_theirs(acme: Brand) -> None:
    post = used_up(acme, after(minutes=8))
    acme.house.network.unrecallable = ThrottledError("The server asks to wait.", after(minutes=2))
    acme.house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=acme.owner_key)
    acme.approved("Second")
    acme.house.deliver()
    acme.house.network.unrecallable = None
    acme.house.clock.at = after(minutes=2)
    assert acme.house.drain() == 0
    assert acme.post(post["id"])["state"] == "recalled"
    assert acme.house.network.calls == 1


def calls_of_a_post(acme: Brand, closed_until: datetime | None) -> dict[str, int]:
    acme.house.network.closed_until = closed_until
    acme.house.clock.sleep(ON_THE_WAY.total_seconds() + 1)
    acme.approved("Hi")
    acme.house.store.calls.clear()
    acme.house.deliver()
    return dict(acme.house.store.calls)


def test_a_post_after_which_something_is_left_costs_no_call_more(acme: Brand) -> None:
    plain = calls_of_a_post(acme, None)
    assert calls_of_a_post(acme, acme.house.clock.now()) == plain
    assert calls_of_a_post(acme, after(hours=1)) == plain | {"get": 1, "commit": plain["commit"] + 1}


def test_a_lane_that_others_write_at_the_same_moment_is_closed_all_the_same(acme: Brand) -> None:
    acme.house.network.closed_until = after(minutes=4)
    post = acme.approved("First")
    conflict = ConflictError(Lane(client="acme", account=acme.account))
    acme.house.store.before["commit"] += [nothing, nothing, raising(conflict)]
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"
    found = acme.house.store.get(Lane, "acme", acme.account)
    assert found is not None
    assert found.closed_until == after(minutes=4)


def test_what_cannot_be_noted_costs_the_next_post_a_refusal_and_this_one_nothing(acme: Brand) -> None:
    acme.house.network.closed_until = after(minutes=4)
    post = acme.approved("First")
    acme.house.store.before["commit"] += [nothing, nothing, raising(StoreError("The store did not answer."))]
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"
    found = acme.house.store.get(Lane, "acme", acme.account)
    assert found is not None
    assert found.closed_until is None
    assert acme.house.store.get(Account, "acme", acme.account) is not None
