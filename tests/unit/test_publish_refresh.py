"""Credentials that run out are renewed in time, by one worker, once; and where that fails a person is told."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.publish.refresh import AGAIN, KEEP_PAUSES, LEASE, REFUSED_AGAIN, UNSAID_AGAIN, Refreshing
from shared.domain.accounts import KEPT_AFTER_CLOSING, Account, Grant
from shared.networks import CredentialsError, NotOfferedError, OutcomeUnknownError, Refresh, ThrottledError
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START
from tests.schemas import conforms

LIFE = timedelta(hours=2)
HALF = LIFE / 2


@dataclass
class Tokens:
    """A network's: each refresh token is good once, and a second use of one ends them all."""

    house: House
    good: str = "r0"
    asked: list[str] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None
    """What happens while the network makes a new token."""
    answered: Callable[[], object] = lambda: None
    """What happens once it has."""

    def refresh(self, account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
        self.asked.append(credentials["refresh_token"])
        if self.faults:
            raise self.faults.pop(0)
        self.meanwhile()
        if credentials["refresh_token"] != self.good:
            self.good = ""
            raise CredentialsError("The refresh token was used before.")
        self.good = f"r{len(self.asked)}"
        self.answered()
        return given(self.good, self.house.clock.now() + LIFE)

    def refresher(self, network: str) -> Refresh:
        return self.refresh


def given(token: str, expires_at: datetime) -> dict[str, str]:
    return {"access_token": f"a-{token}", "refresh_token": token, "expires_at": expires_at.isoformat()}


@dataclass
class World:
    acme: Brand
    tokens: Tokens
    account: str

    def refresh(self) -> int:
        house = self.acme.house
        return Refreshing(house.store, house.vault, self.tokens.refresher, house.clock, house.new_id).refresh()

    def after(self, time: timedelta) -> int:
        self.acme.house.clock.sleep(time.total_seconds())
        return self.refresh()

    @property
    def kept(self) -> str:
        return self.acme.house.vault.kept[self.account]["refresh_token"]

    @property
    def grant(self) -> Grant:
        found = self.acme.house.store.get(Grant, "acme", self.account)
        assert found is not None
        return found

    def reconnect(self, token: str = "r-person") -> None:
        self.tokens.good = token
        body = {"credentials": given(token, self.acme.house.clock.now() + LIFE)}
        path = self.acme.path(f"/accounts/{self.account}/credentials")
        self.acme.house.ok("POST", path, body, key=self.acme.owner_key)

    def incidents(self) -> list[Any]:
        return list(self.acme.house.ok("GET", self.acme.path("/incidents"), key=self.acme.agent_key))


@pytest.fixture
def world() -> World:
    acme = brand(House())
    body = {
        "network": "mastodon",
        "handle": "acme_renewed",
        "base_url": "https://social.example",
        "credentials": given("r0", START + LIFE),
    }
    account = acme.house.ok("POST", acme.path("/accounts"), body, key=acme.owner_key)["id"]
    return World(acme, Tokens(acme.house), account)


def test_credentials_are_renewed_at_half_of_their_life_and_not_before(world: World) -> None:
    assert world.after(HALF - timedelta(seconds=1)) == 0
    assert world.after(timedelta(seconds=1)) == 1
    assert (world.kept, world.tokens.asked) == ("r1", ["r0"])
    assert world.refresh() == 0
    assert (world.grant.expires_at, world.grant.refresh_at) == (START + HALF + LIFE, START + LIFE)


def test_they_are_renewed_again_and_again(world: World) -> None:
    assert [world.after(HALF) for _ in range(5)] == [1] * 5
    assert world.tokens.asked == ["r0", "r1", "r2", "r3", "r4"]
    assert world.incidents() == []


def test_credentials_that_do_not_run_out_are_left_alone(world: World) -> None:
    assert world.acme.house.store.get(Grant, "acme", world.acme.account) is None


def test_no_secret_is_in_any_record(world: World) -> None:
    world.after(HALF)
    for secret in ("a-r0", "a-r1", "r-person"):
        assert secret not in str(world.acme.house.store.everything())


def test_two_workers_at_once_use_a_refresh_token_once(world: World) -> None:
    second: list[int] = []
    world.tokens.meanwhile = lambda: second.append(world.refresh())
    assert world.after(HALF) == 1
    assert (second, world.tokens.asked, world.kept) == ([0], ["r0"], "r1")


def test_two_workers_that_read_the_same_grant_use_a_refresh_token_once(world: World) -> None:
    world.acme.house.clock.sleep(HALF.total_seconds())
    second: list[int] = []
    world.acme.house.store.before["commit"].append(lambda: second.append(world.refresh()))
    assert world.refresh() == 0
    assert (second, world.tokens.asked, world.kept) == ([1], ["r0"], "r1")


def close(world: World, account: str) -> None:
    world.acme.house.ok("DELETE", world.acme.path(f"/accounts/{account}"), key=world.acme.owner_key)


def test_a_closed_account_is_not_renewed(world: World) -> None:
    close(world, world.account)
    assert world.after(HALF) == 0
    assert world.tokens.asked == []


@pytest.mark.parametrize("runs_out", [True, False])
def test_credentials_of_a_closed_account_are_deleted_an_hour_later_once_and_that_is_on_record(
    world: World, runs_out: bool
) -> None:
    house = world.acme.house
    account = world.account if runs_out else world.acme.account
    close(world, account)
    world.after(KEPT_AFTER_CLOSING - timedelta(seconds=1))
    assert account in house.vault.kept
    world.after(timedelta(seconds=1))
    assert account not in house.vault.kept
    assert len(house.vault.kept) == 1
    for _ in range(3):
        world.after(LEASE)
    (told,) = [entry for entry in house.entries() if entry.type == "account.credentials_deleted"]
    assert told.subject == account
    conforms(json.loads(payload(told)))
    assert world.incidents() == []


def test_a_vault_that_is_out_is_asked_to_delete_again(world: World) -> None:
    close(world, world.account)
    world.acme.house.vault.outages.append("forget")
    world.after(KEPT_AFTER_CLOSING)
    assert world.account in world.acme.house.vault.kept
    world.after(AGAIN)
    assert world.account not in world.acme.house.vault.kept


def test_an_end_between_deleting_and_its_record_is_made_good(world: World) -> None:
    close(world, world.account)
    world.acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    world.after(KEPT_AFTER_CLOSING)
    assert world.account not in world.acme.house.vault.kept
    world.after(AGAIN)
    assert world.acme.house.facts().count("account.credentials_deleted") == 1


def test_two_runs_that_delete_at_once_tell_it_once(world: World) -> None:
    close(world, world.account)
    world.acme.house.store.before["commit"].append(world.refresh)
    world.after(KEPT_AFTER_CLOSING)
    assert world.acme.house.facts().count("account.credentials_deleted") == 1


def test_an_account_that_is_closed_while_it_is_renewed_is_deleted_all_the_same(world: World) -> None:
    world.tokens.meanwhile = lambda: close(world, world.account)
    world.after(HALF)
    world.tokens.meanwhile = lambda: None
    assert world.account in world.acme.house.vault.kept
    world.after(KEPT_AFTER_CLOSING)
    assert world.account not in world.acme.house.vault.kept
    assert world.incidents() == []


def test_what_was_under_way_when_the_account_was_closed_can_still_be_taken_down(world: World) -> None:
    house = world.acme.house
    post = world.acme.published("Hi")
    close(world, world.acme.account)
    world.after(KEPT_AFTER_CLOSING - timedelta(minutes=1))
    assert world.acme.account in house.vault.kept
    recalled = house.ok("POST", "/recalls", {"client": "acme", "post": post["id"]}, key=world.acme.owner_key)
    assert recalled["state"] == "recalled"


@pytest.mark.parametrize(
    ("fault", "wait"),
    [
        (ThrottledError("Wait.", START + HALF + timedelta(minutes=20)), timedelta(minutes=20)),
        (ThrottledError("Wait.", None), AGAIN),
        (OutcomeUnknownError("No answer came."), AGAIN),
    ],
)
def test_a_network_that_does_not_answer_is_asked_again_later(world: World, fault: Exception, wait: timedelta) -> None:
    world.tokens.faults = [fault]
    assert world.after(HALF) == 0
    assert world.after(wait - timedelta(seconds=1)) == 0
    assert world.after(timedelta(seconds=1)) == 1
    assert (world.kept, world.incidents()) == ("r2", [])


def test_a_refusal_is_an_incident_once_and_tells_by_when_to_connect_again(world: World) -> None:
    world.tokens.good = "revoked"
    world.after(HALF)
    world.after(REFUSED_AGAIN)
    (incident,) = world.incidents()
    assert incident["kind"] == "disconnected"
    assert incident["because"] == (
        "The account's credentials are no longer renewed. The refresh token was used before. "
        "Connect it again before 2026-11-25 11:00 UTC."
    )
    assert world.acme.house.facts().count("incident.raised") == 1
    assert world.kept == "r0"


def test_the_fact_of_an_incident_is_as_its_schema_says(world: World) -> None:
    world.tokens.good = "revoked"
    world.after(HALF)
    (entry,) = [one for one in world.acme.house.entries() if one.type == "incident.raised"]
    conforms(json.loads(payload(entry)))


def test_after_a_refusal_it_is_tried_while_the_credentials_last_and_then_no_more(world: World) -> None:
    world.tokens.faults = [CredentialsError("Revoked.") for _ in range(99)]
    for _ in range(20):
        world.after(REFUSED_AGAIN)
    assert len(world.tokens.asked) == 3
    assert world.grant.refresh_at is None
    assert len(world.incidents()) == 1


def test_credentials_that_may_be_too_young_to_be_renewed_are_tried_again_before_anybody_is_told(
    world: World,
) -> None:
    world.acme.house.store.commit(replace(world.grant, expires_at=None, refresh_at=START, version=2))
    world.tokens.faults = [CredentialsError("Too young."), CredentialsError("Revoked.")]
    assert world.refresh() == 0
    assert world.incidents() == []
    assert world.after(UNSAID_AGAIN) == 0
    assert "Revoked." in world.incidents()[0]["because"]
    world.after(10 * LIFE)
    assert len(world.tokens.asked) == 2


def test_a_refusal_that_was_a_mistake_heals_and_the_next_one_is_told_anew(world: World) -> None:
    world.tokens.faults = [CredentialsError("Oops.")]
    world.after(HALF)
    assert world.after(REFUSED_AGAIN) == 1
    world.tokens.faults = [CredentialsError("Revoked.")]
    world.after(HALF)
    assert len(world.incidents()) == 2


def test_credentials_that_nobody_can_renew_are_told_of_before_they_run_out(world: World) -> None:
    world.tokens.faults = [NotOfferedError("There is no refresh token.")]
    world.after(HALF)
    (incident,) = world.incidents()
    assert "run out" in incident["because"]
    assert incident["because"].endswith("Connect it again before 2026-11-25 11:00 UTC.")
    world.after(10 * LIFE)
    assert world.tokens.asked == ["r0"]


def test_lost_credentials_are_told_of(world: World) -> None:
    world.acme.house.vault.kept.pop(world.account)
    world.after(HALF)
    assert "There are no credentials." in world.incidents()[0]["because"]
    assert world.tokens.asked == []


def test_a_person_who_connects_anew_while_the_old_grant_is_renewed_is_not_overwritten(world: World) -> None:
    world.tokens.answered = lambda: world.reconnect("r-person")
    assert world.after(HALF) == 0
    assert world.kept == "r-person"
    world.tokens.answered = lambda: None
    assert world.refresh() == 0
    assert world.after(HALF) == 1
    assert world.tokens.asked == ["r0", "r-person"]


def test_connecting_anew_ends_the_waiting_and_renews_from_there(world: World) -> None:
    world.tokens.faults = [CredentialsError("Revoked.")]
    world.after(LIFE)
    assert world.grant.refresh_at is None
    world.reconnect()
    assert world.refresh() == 0
    assert world.after(HALF) == 1
    assert world.tokens.asked == ["r0", "r-person"]


def test_a_worker_that_ends_before_it_asked_is_made_good_when_its_lease_has_ended(world: World) -> None:
    world.acme.house.clock.sleep(HALF.total_seconds())
    world.acme.house.vault.outages.append("held")
    assert world.refresh() == 0
    assert world.after(LEASE - timedelta(seconds=1)) == 0
    assert world.after(timedelta(seconds=1)) == 1
    assert world.tokens.asked == ["r0"]


def test_what_was_kept_by_a_worker_that_ended_then_is_taken_up_and_the_network_is_not_asked_again(
    world: World,
) -> None:
    world.acme.house.vault.outages.append("promote")
    assert world.after(HALF) == 0
    assert world.kept == "r0"
    assert world.after(LEASE) == 1
    assert (world.kept, world.tokens.asked) == ("r1", ["r0"])


def test_a_store_that_fails_at_the_end_costs_no_token(world: World) -> None:
    world.acme.house.clock.sleep(HALF.total_seconds())
    world.acme.house.store.after["commit"].append(
        lambda: world.acme.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    )
    assert world.refresh() == 0
    assert world.kept == "r1"
    assert world.after(LEASE) == 1
    assert world.tokens.asked == ["r0", "r1"]


def test_a_vault_that_is_out_for_a_moment_costs_no_token(world: World) -> None:
    world.acme.house.vault.outages.extend(["keep"] * len(KEEP_PAUSES))
    assert world.after(HALF) == 1
    assert (world.kept, world.tokens.asked) == ("r1", ["r0"])


def test_a_token_lost_between_the_network_and_the_vault_is_found_out_and_told_with_its_cause(world: World) -> None:
    world.acme.house.vault.outages.extend(["keep"] * (len(KEEP_PAUSES) + 1))
    assert world.after(HALF) == 0
    world.after(LEASE)
    (incident,) = world.incidents()
    assert "cut short" in incident["because"]
    assert world.tokens.asked == ["r0", "r0"]


def test_one_account_that_cannot_be_renewed_does_not_keep_the_others_from_it(world: World) -> None:
    acme = world.acme
    body = {
        "network": "mastodon",
        "handle": "acme_second",
        "base_url": "https://social.example",
        "credentials": given("s0", START + LIFE),
    }
    second = acme.house.ok("POST", acme.path("/accounts"), body, key=acme.owner_key)["id"]
    acme.house.vault.outages.append("held")
    world.tokens.good = "s0"
    assert world.after(HALF) == 1
    assert acme.house.vault.kept[second]["refresh_token"] == "r1"


@pytest.mark.parametrize("said", ["", "soon"])
def test_a_network_that_does_not_say_how_long_they_last_is_asked_for_new_ones_in_half_an_hour(
    world: World, said: str
) -> None:
    refresh = world.tokens.refresh
    world.tokens.refresh = lambda account, held: {**refresh(account, held), "expires_at": said}  # type: ignore[method-assign]
    assert world.after(HALF) == 1
    assert world.grant.expires_at is None
    assert world.after(timedelta(minutes=29)) == 0
    assert world.after(timedelta(minutes=1)) == 1
