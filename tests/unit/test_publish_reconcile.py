"""What is not known is learnt by reading the network; nothing is ever sent a second time to find out."""

from datetime import timedelta
from typing import Any

import pytest

from shared.domain.attempts import DEADLINE_MARGIN, SEND_DEADLINE
from shared.networks import OutcomeUnknownError, ThrottledError, capabilities
from shared.outcomes import UNREADABLE_AFTER
from shared.stores import StoreError
from tests.house import START, Brand, House, brand, raising

SETTLES = capabilities("mastodon").settles_within
OVERDUE = SEND_DEADLINE + DEADLINE_MARGIN


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def unanswered(acme: Brand, *, landed: bool) -> Any:
    """A post whose call was not answered."""
    acme.house.network.faults = ["posted, then lost" if landed else OutcomeUnknownError("no answer came")]
    post = acme.published("Hi")
    assert post["state"] == "unknown"
    return post


def crashed(acme: Brand) -> Any:
    """A post whose sender died after the network had it and before it could say so."""
    post = acme.approved("Hi")
    acme.house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        acme.house.deliver()
    return post


def pass_(acme: Brand, time: timedelta) -> None:
    acme.house.clock.sleep(time.total_seconds())


def test_a_post_that_landed_unheard_is_found_and_published(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    assert acme.house.reconcile() == 1
    shown = acme.post(post["id"])
    assert (shown["state"], shown["published"]["external_id"]) == ("published", "1")
    assert shown["because"] == "found by reading the network"
    assert acme.house.network.calls == 1
    assert acme.house.reconcile() == 0


def test_a_post_that_never_landed_is_unverified_after_the_networks_bound_and_not_before(acme: Brand) -> None:
    post = unanswered(acme, landed=False)
    pass_(acme, OVERDUE + SETTLES - timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unknown"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    shown = acme.post(post["id"])
    assert shown["state"] == "unverified"
    assert "look before resending" in shown["because"]
    assert acme.house.network.calls == 1


def test_nothing_is_resent_however_often_it_is_looked_at(acme: Brand) -> None:
    unanswered(acme, landed=False)
    for _ in range(60):
        acme.house.reconcile()
        acme.house.tick()
        acme.house.deliver()
        acme.house.clock.sleep(60)
    assert acme.house.network.calls == 1
    assert acme.house.facts().count("post.unverified") == 1


def test_a_dead_senders_post_is_left_alone_until_its_deadline_and_then_found(acme: Brand) -> None:
    post = crashed(acme)
    pass_(acme, OVERDUE)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "claimed"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"
    assert acme.house.network.calls == 1


def test_a_network_that_cannot_be_read_is_waited_for_and_then_a_person_is_asked(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.network.unreadable = ThrottledError("Too many requests", None)
    pass_(acme, OVERDUE + UNREADABLE_AFTER - timedelta(seconds=1))
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "unknown"
    pass_(acme, timedelta(seconds=1))
    acme.house.reconcile()
    shown = acme.post(post["id"])
    assert shown["state"] == "unverified"
    assert "Too many requests" in shown["because"]


def test_a_network_that_can_be_read_again_is_believed(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.network.unreadable = ThrottledError("Too many requests", None)
    acme.house.reconcile()
    acme.house.network.unreadable = None
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"


def test_two_that_look_at_the_same_moment_record_one_end(acme: Brand) -> None:
    post = unanswered(acme, landed=True)
    acme.house.store.before["commit"].append(acme.house.reconcile)
    acme.house.reconcile()
    assert acme.post(post["id"])["state"] == "published"
    assert acme.house.facts().count("post.published") == 1


def test_an_end_that_is_known_is_not_looked_at_again(acme: Brand) -> None:
    acme.published("Hi")
    assert acme.house.reconcile() == 0


def test_what_was_found_is_told_in_the_ledger_by_the_one_who_found_it(acme: Brand) -> None:
    unanswered(acme, landed=True)
    acme.house.reconcile()
    told = acme.house.entries()[-1]
    assert (told.type, told.data["found"]) == ("post.published", True)
    assert told.at == START
    assert set(told.who) == {"function"}
