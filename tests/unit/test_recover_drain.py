"""After the stop: each thing that was in flight to its end, what landed taken down, and the receipt says so."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.networks import OutcomeUnknownError, ThrottledError, capabilities_of
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

LONG_ENOUGH = SEND_DEADLINE + DEADLINE_MARGIN + capabilities_of("mastodon").settles_within


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def stopped_in_flight(acme: Brand, *, lands: bool) -> tuple[Any, Any]:
    """A stop that fell while a post's call was open; the post lands after it, or never."""
    acme.house.network.faults = ["posted, then lost" if lands else OutcomeUnknownError("no answer came")]
    return stopped_while_sending(acme)


def stopped_while_sending(acme: Brand) -> tuple[Any, Any]:
    """A post whose sender had read its flags when the stop fell, and the stop."""
    post, stops = acme.approved("Hi"), []

    def fall() -> None:
        stops.append(acme.stop("client:acme"))
        acme.house.clock.sleep(1)

    acme.house.store.after["clearance"].append(fall)
    acme.house.deliver()
    return post, stops[0]


def receipt(acme: Brand, stop: Any) -> Any:
    return acme.house.ok("GET", f"/stops/{stop['id']}", key=acme.owner_key)


def ends(acme: Brand, stop: Any) -> list[str]:
    return [named["end"] for named in receipt(acme, stop)["named"]]


def test_what_landed_during_the_stop_is_taken_down_and_seen_to_be_gone(acme: Brand) -> None:
    post, stop = stopped_in_flight(acme, lands=True)
    assert acme.house.network.live()
    assert acme.house.drain() == 0
    assert acme.house.network.live() == []
    assert ends(acme, stop) == ["recalled"]
    assert receipt(acme, stop)["drained_at"]
    assert acme.post(post["id"])["state"] == "recalled"


def test_what_was_answered_after_the_stop_fell_is_taken_down_too(acme: Brand) -> None:
    post, stop = stopped_while_sending(acme)
    assert acme.post(post["id"])["state"] == "published"
    acme.house.drain()
    assert ends(acme, stop) == ["recalled"]
    assert acme.house.network.live() == []


@pytest.mark.parametrize("ahead", [timedelta(minutes=-3), timedelta(seconds=-3), timedelta(minutes=3)])
def test_what_landed_after_the_stop_is_taken_down_whatever_the_networks_clock_says(
    acme: Brand, ahead: timedelta
) -> None:
    acme.house.network.ahead = ahead
    post, stop = stopped_while_sending(acme)
    acme.house.drain()
    assert ends(acme, stop) == ["recalled"]
    assert acme.house.network.live() == []
    assert acme.post(post["id"])["state"] == "recalled"


@pytest.mark.parametrize("ahead", [timedelta(minutes=-3), timedelta(0), timedelta(minutes=3)])
def test_what_was_out_before_the_stop_is_left_up_whatever_the_networks_clock_says(
    acme: Brand, ahead: timedelta
) -> None:
    acme.house.network.ahead = ahead
    post = acme.published("Hi")
    acme.house.clock.sleep(2)
    stop = acme.stop("client:acme")
    acme.house.drain()
    assert ends(acme, stop) == ["published"]
    assert acme.post(post["id"])["state"] == "published"


def test_what_is_known_to_have_landed_only_after_the_stop_is_taken_down(acme: Brand) -> None:
    """It was out before, but nobody knew when the stop fell: it was in flight for all that could be said."""
    acme.house.network.faults = ["posted, then lost"]
    post = acme.published("Hi")
    acme.house.clock.sleep(2)
    stop = acme.stop("client:acme")
    assert [named["end"] for named in stop["named"]] == ["in_flight"]
    acme.house.reconcile()
    acme.house.drain()
    assert ends(acme, stop) == ["recalled"]
    assert acme.post(post["id"])["state"] == "recalled"


def test_what_could_not_be_verified_in_the_moment_before_is_named_as_such(acme: Brand) -> None:
    acme.house.network.faults = [OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    acme.house.clock.sleep(LONG_ENOUGH.total_seconds())
    acme.house.reconcile()
    stop = acme.stop("client:acme")
    acme.house.drain()
    assert [(named["post"], named["end"]) for named in receipt(acme, stop)["named"]] == [(post["id"], "unverified")]


def test_what_never_landed_is_unverified_and_the_receipt_says_so(acme: Brand) -> None:
    post, stop = stopped_in_flight(acme, lands=False)
    assert acme.house.drain() == 1
    assert ends(acme, stop) == ["in_flight"]
    acme.house.clock.sleep(LONG_ENOUGH.total_seconds())
    assert acme.house.drain() == 0
    assert ends(acme, stop) == ["unverified"]
    assert acme.post(post["id"])["state"] == "unverified"
    assert acme.house.network.calls == 1


def test_what_was_held_by_the_stop_was_not_sent(acme: Brand) -> None:
    acme.approved("Hi")
    stops: list[Any] = []
    acme.house.store.before["clearance"].append(lambda: stops.append(acme.stop("client:acme")))
    acme.house.deliver()
    acme.house.drain()
    assert ends(acme, stops[0]) == ["not_sent"]
    assert "is stopped" in receipt(acme, stops[0])["named"][0]["because"]


def test_a_network_that_says_deleted_and_still_shows_it_is_told_with_what_a_person_must_do(acme: Brand) -> None:
    acme.house.network.delete_lies = True
    post, stop = stopped_in_flight(acme, lands=True)
    acme.house.drain()
    named = receipt(acme, stop)["named"][0]
    assert (named["end"], named["url"]) == ("recall_failed", "https://social.example/@acme/1")
    assert "still shows it" in named["because"]
    assert "A person must take it down" in named["because"]
    assert acme.post(post["id"])["state"] == "recall_failed"
    assert receipt(acme, stop)["drained_at"]


def test_a_network_that_cannot_be_read_keeps_the_stop_undrained(acme: Brand) -> None:
    _, stop = stopped_in_flight(acme, lands=True)
    acme.house.network.unreadable = ThrottledError("Too many requests", None)
    assert acme.house.drain() == 1
    acme.house.network.unreadable = None
    assert acme.house.drain() == 0
    assert ends(acme, stop) == ["recalled"]


def test_draining_twice_or_side_by_side_takes_down_once(acme: Brand) -> None:
    _, stop = stopped_in_flight(acme, lands=True)
    acme.house.store.before["commit"].append(acme.house.drain)
    acme.house.drain()
    acme.house.drain()
    assert ends(acme, stop) == ["recalled"]
    assert acme.house.facts().count("post.recalled") == 1
    assert acme.house.facts().count("stop.drained") == 1


def test_a_drain_that_was_cut_short_is_taken_up_by_the_next(acme: Brand) -> None:
    _, stop = stopped_in_flight(acme, lands=True)
    acme.house.store.after["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        acme.house.drain()
    acme.house.drain()
    assert ends(acme, stop) == ["recalled"]
    assert acme.house.network.live() == []


def test_a_stop_of_yesterday_is_still_drained(acme: Brand) -> None:
    acme.house.clock.sleep(timedelta(hours=14, minutes=59, seconds=50).total_seconds())
    _, stop = stopped_in_flight(acme, lands=False)
    acme.house.clock.sleep(LONG_ENOUGH.total_seconds())
    assert stop["stopped_at"].startswith("2026-11-25")
    assert acme.house.clock.now().day == 26
    assert acme.house.drain() == 0
    assert ends(acme, stop) == ["unverified"]


def test_the_ledger_says_how_many_things_had_which_end(acme: Brand) -> None:
    stopped_in_flight(acme, lands=True)
    acme.house.drain()
    told = next(entry for entry in acme.house.entries() if entry.type == "stop.drained")
    assert told.data["ends"] == {"recalled": 1}
    assert told.who == {"function": "recover.drain"}


def test_a_stop_whose_caller_died_before_the_naming_is_named_by_the_drain(acme: Brand) -> None:
    acme.house.network.faults = ["posted, then lost"]
    acme.published("Hi")
    acme.house.store.before["attempts_since"].append(raising(StoreError("The store did not answer.")))
    body = {"scope": "client:acme", "reason": "an incident"}
    assert acme.house.call("POST", "/stops", body, key=acme.owner_key).status == 503
    acme.house.drain()
    acme.house.drain()
    stop = acme.stop("client:acme")
    assert ends(acme, stop) == ["recalled"]
    assert stop["drained_at"]
