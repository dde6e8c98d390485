"""Where a network can be made to refuse what is on its way, nothing stays unknown: it is out, or never will be."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.domain.posts import LATENESS_WINDOW
from shared.networks import OutcomeUnknownError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

OVERDUE = SEND_DEADLINE + DEADLINE_MARGIN


@pytest.fixture
def acme() -> Brand:
    acme = brand(House())
    acme.house.network.fenced = True
    return acme


def unanswered(acme: Brand, fault: Any = "on its way") -> str:
    acme.house.network.faults = [fault]
    post = acme.published("Hi")
    assert post["state"] == "unknown"
    return str(post["id"])


def seen(acme: Brand) -> list[str]:
    return [status.text for status in acme.house.network.live()]


def go_on(acme: Brand) -> None:
    acme.house.reconcile()
    acme.house.tick()
    acme.house.deliver()


def test_what_is_not_out_goes_out_again_and_never_twice(acme: Brand) -> None:
    post = unanswered(acme)
    go_on(acme)
    acme.house.network.arrive()
    assert (acme.post(post)["state"], seen(acme)) == ("published", ["Hi"])
    assert len({status.attempt for status in acme.house.network.statuses}) == 1
    assert "post.delayed" in acme.house.facts()


def test_what_landed_before_is_found_and_not_sent_again(acme: Brand) -> None:
    post = unanswered(acme, "posted, then lost")
    go_on(acme)
    assert (acme.post(post)["state"], acme.house.network.calls) == ("published", 1)


def test_what_lands_while_the_fence_is_put_up_is_found(acme: Brand) -> None:
    post = unanswered(acme)
    find, network = acme.house.network.connect, acme.house.network

    def late(account: Any) -> Any:
        line = find(account)
        fence = line.fence  # type: ignore[attr-defined]

        def landing() -> None:
            network.arrive()
            fence()

        line.fence = landing  # type: ignore[attr-defined]
        return line

    acme.house.outcomes._connect = late
    go_on(acme)
    assert (acme.post(post)["state"], acme.house.network.calls) == ("published", 1)


def test_a_part_of_a_thread_that_is_not_out_goes_out_again_in_its_place(acme: Brand) -> None:
    acme.house.network.faults = [None, "on its way"]
    post = acme.approve(acme.draft("One.", thread=["Two.", "Three."]))["id"]
    acme.house.deliver()
    go_on(acme)
    acme.house.network.arrive()
    assert (acme.post(post)["state"], seen(acme)) == ("published", ["One.", "Two.", "Three."])


def test_what_is_too_late_by_then_is_never_sent(acme: Brand) -> None:
    post = unanswered(acme)
    acme.house.clock.sleep((LATENESS_WINDOW + timedelta(seconds=1)).total_seconds())
    go_on(acme)
    shown = acme.post(post)
    assert (shown["state"], acme.house.network.calls) == ("expired", 1)
    assert "it is not out" in shown["because"]


def test_the_rest_of_a_thread_that_is_too_late_by_then_is_held(acme: Brand) -> None:
    acme.house.network.faults = [None, "on its way"]
    post = acme.approve(acme.draft("One.", thread=["Two."]))["id"]
    acme.house.deliver()
    acme.house.clock.sleep((LATENESS_WINDOW + timedelta(seconds=1)).total_seconds())
    go_on(acme)
    assert (acme.post(post)["state"], seen(acme)) == ("held", ["One."])


def test_a_stop_drains_at_once_and_what_was_on_its_way_is_neither_out_nor_sent_again(acme: Brand) -> None:
    post = unanswered(acme)
    stop = acme.stop("client:acme")
    acme.house.drain()
    receipt = acme.house.ok("GET", f"/stops/{stop['id']}", key=acme.owner_key)
    assert [(named["post"], named["end"]) for named in receipt["named"]] == [(post, "not_sent")]
    assert receipt["drained_at"]
    go_on(acme)
    acme.house.network.arrive()
    assert (acme.post(post)["state"], seen(acme)) == ("held", [])


@pytest.mark.parametrize("answer", [OutcomeUnknownError("no answer came"), None])
def test_until_the_fence_is_known_to_stand_nothing_is_decided(acme: Brand, answer: Exception | None) -> None:
    post = unanswered(acme)
    acme.house.network.unfenced = answer
    if answer is None:
        acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    acme.house.reconcile()
    assert acme.post(post)["state"] == "unknown"
    acme.house.network.unfenced = None
    go_on(acme)
    assert (acme.post(post)["state"], seen(acme)) == ("published", ["Hi"])


def test_a_sender_that_may_still_send_is_given_its_time(acme: Brand) -> None:
    post = acme.approved("Hi")
    acme.house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        acme.house.deliver()
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "claimed"
    acme.house.clock.sleep((OVERDUE + timedelta(seconds=1)).total_seconds())
    go_on(acme)
    assert (acme.post(post["id"])["state"], seen(acme)) == ("published", ["Hi"])
