"""What a network publishes beyond its own bound is found, and does not stay up where it must not."""

from typing import Any

import pytest

from shared.networks import RefusedError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising

PARTS = ["One.", "Two.", "Three."]
GIVEN_UP = 600.0
"""Seconds after which an attempt that the network does not show has ended unverified."""


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def given_up(acme: Brand, part: int, parts: list[str]) -> str:
    """A thread of which ``part`` ended unverified, and is about to land; its id."""
    post: str = acme.approve(acme.draft(parts[0], thread=parts[1:]))["id"]
    acme.house.network.faults = [*[None] * part, "posted, then lost"]
    acme.house.deliver()
    acme.house.network.statuses[part].deleted = True
    acme.house.clock.sleep(GIVEN_UP)
    acme.house.reconcile()
    assert acme.post(post)["state"] == "unverified"
    return post


def landing(acme: Brand, part: int) -> None:
    acme.house.network.statuses[part].deleted = False


def seen(acme: Brand) -> list[str]:
    return [status.text for status in acme.house.network.live()]


def recall(acme: Brand, post: str) -> Any:
    return acme.house.ok("POST", "/recalls", {"client": "acme", "post": post}, key=acme.owner_key)


@pytest.mark.parametrize("part", [1, 2])
def test_a_part_that_lands_after_its_thread_was_recalled_is_taken_down_too(acme: Brand, part: int) -> None:
    post = given_up(acme, part, PARTS)
    recall(acme, post)
    landing(acme, part)
    assert seen(acme) == [PARTS[part]]
    acme.house.reconcile()
    assert (acme.post(post)["state"], seen(acme)) == ("recalled", [])
    assert acme.house.facts()[-1] == "post.parts_recalled"


def test_a_part_of_a_recalled_thread_that_cannot_be_taken_down_is_a_persons_to_remove(acme: Brand) -> None:
    post = given_up(acme, 2, PARTS)
    recall(acme, post)
    landing(acme, 2)
    acme.house.network.unrecallable = RefusedError("This account is locked.")
    acme.house.reconcile()
    shown = acme.post(post)
    assert shown["state"] == "recall_failed"
    assert shown["sent"][-1]["url"] == "https://social.example/@acme/3"
    assert "A person must take it down" in shown["because"]


def test_a_part_that_lands_when_what_it_replied_to_is_gone_is_still_known_and_taken_down(acme: Brand) -> None:
    post = given_up(acme, 2, PARTS)
    acme.house.network.locked = {"1"}
    recall(acme, post)
    assert [part["url"] for part in acme.post(post)["sent"]] == ["https://social.example/@acme/1"]
    landing(acme, 2)
    acme.house.reconcile()
    assert (acme.post(post)["state"], seen(acme)) == ("recall_failed", PARTS[:1])


def test_whoever_recalls_a_thread_has_another_look_at_the_part_of_which_nothing_was_known(acme: Brand) -> None:
    post = given_up(acme, 2, PARTS)
    landing(acme, 2)
    recall(acme, post)
    assert (acme.post(post)["state"], seen(acme)) == ("recalled", [])


@pytest.mark.parametrize("part", [0, 1])
def test_a_part_that_lands_late_under_a_stop_is_taken_down_and_the_thread_does_not_go_on(
    acme: Brand, part: int
) -> None:
    post = given_up(acme, part, PARTS)
    acme.stop("client:acme")
    landing(acme, part)
    acme.house.reconcile()
    acme.house.deliver()
    assert (acme.post(post)["state"], seen(acme)) == ("unverified", PARTS[:part])


@pytest.mark.parametrize("part", [0, 1])
def test_a_part_that_lands_late_is_on_record_and_the_thread_does_not_go_on(acme: Brand, part: int) -> None:
    post = given_up(acme, part, PARTS)
    landing(acme, part)
    for _ in range(2):
        acme.house.reconcile()
        acme.house.deliver()
    shown = acme.post(post)
    assert (shown["state"], len(shown["sent"]), seen(acme)) == ("unverified", part + 1, PARTS[: part + 1])
    assert acme.house.facts().count("post.part_published") == part + 1
    recall(acme, post)
    assert (acme.post(post)["state"], seen(acme)) == ("recalled", [])


def test_a_look_that_is_cut_short_leaves_nothing_up_and_is_made_again(acme: Brand) -> None:
    post = given_up(acme, 0, PARTS[:1])
    acme.stop("client:acme")
    landing(acme, 0)
    acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    acme.house.reconcile()
    assert (acme.post(post)["state"], seen(acme)) == ("unverified", [])
