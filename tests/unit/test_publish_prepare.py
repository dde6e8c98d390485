"""What a network wants done ahead of a post is done ahead of its time, and says nothing about its going out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from functions.publish import send
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, ThrottledError, capabilities_of
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising


@pytest.fixture(autouse=True)
def preparing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(send, "capabilities_of", lambda network: replace(capabilities_of(network), prepares=True))


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def test_each_part_is_prepared_before_anything_is_asked_that_may_stop_it(acme: Brand) -> None:
    calls = acme.house.store.calls
    asked: list[int] = []
    acme.house.network.prepared = lambda: asked.append(calls["clearance"])
    acme.approve(acme.draft("One.", thread=["Two."]))
    acme.house.deliver()
    assert asked == [0, 1]
    assert [status.text for status in acme.house.network.live()] == ["One.", "Two."]


def test_a_post_that_was_prepared_still_waits_for_its_time(acme: Brand) -> None:
    due_at = acme.house.clock.now() + timedelta(minutes=3)
    prepared: list[datetime] = []
    acme.house.network.prepared = lambda: prepared.append(acme.house.clock.now())
    acme.approve(acme.draft("Timed.", publish_at=due_at.isoformat()))
    acme.house.clock.at = due_at - timedelta(seconds=2)
    acme.house.tick()
    acme.house.deliver()
    (status,) = acme.house.network.live()
    assert prepared[0] < due_at == status.at


def test_a_stop_that_falls_while_it_is_prepared_holds_it(acme: Brand) -> None:
    acme.house.network.prepared = lambda: acme.stop("client:acme")
    post = acme.approve(acme.draft("Held."))["id"]
    acme.house.deliver()
    assert (acme.post(post)["state"], acme.house.network.calls) == ("held", 0)


@pytest.mark.parametrize(
    ("refusal", "state"),
    [
        (RefusedError("This picture is not welcome."), "failed"),
        (ThrottledError("Not now.", None), "scheduled"),
        (CredentialsError("The token was revoked."), "scheduled"),
        (OutcomeUnknownError("No answer came."), "scheduled"),
    ],
)
def test_what_cannot_be_prepared_is_not_sent_and_says_why(acme: Brand, refusal: Exception, state: str) -> None:
    acme.house.network.prepared = raising(refusal)
    post = acme.approve(acme.draft("Unready."))["id"]
    acme.house.deliver()
    shown = acme.post(post)
    assert (shown["state"], acme.house.network.calls) == (state, 0)
    assert str(refusal) in shown["because"]


def test_a_post_whose_account_cannot_be_read_is_held(acme: Brand) -> None:
    post = acme.approve(acme.draft("Unread."))["id"]
    acme.house.store.before["get"].append(raising(StoreError("The store did not answer.")))
    acme.house.deliver()
    assert acme.post(post)["state"] == "held"
