"""A renewal with something in its way before and after each of its calls: a second worker, a person, its own end."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.publish.refresh import LEASE, Refreshing
from shared.domain.accounts import Account
from shared.networks import CredentialsError
from tests.house import Brand, House, brand
from tests.network import START

LIFE = timedelta(hours=2)
FAR_MORE_THAN_ALL = 100


class Ended(BaseException):
    """The worker's process is gone."""


@dataclass
class Families:
    """A network's refresh tokens: each is good once, and a second use of one ends all that came of the same consent."""

    house: House
    good: dict[str, int] = field(default_factory=lambda: {"first": 0, "persons": 0})
    asked: list[str] = field(default_factory=list)

    def refresh(self, account: Account, credentials: Mapping[str, str]) -> Mapping[str, str]:
        token = credentials["refresh_token"]
        self.asked.append(token)
        family, _, number = token.partition(" ")
        if self.good.get(family) != int(number):
            self.good.pop(family, None)
            raise CredentialsError("The refresh token was used before.")
        self.good[family] += 1
        return given(f"{family} {self.good[family]}", self.house.clock.now() + LIFE)

    def is_good(self, token: str) -> bool:
        family, _, number = token.partition(" ")
        return self.good.get(family) == int(number)


def given(token: str, expires_at: datetime) -> dict[str, str]:
    return {"access_token": "a", "refresh_token": token, "expires_at": expires_at.isoformat()}


class Stepping:
    """Whatever it is put around, with a step before and after each call."""

    def __init__(self, inner: Any, step: Callable[[], None]) -> None:
        self._inner = inner
        self._step = step

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given_: Any, **named: Any) -> Any:
            self._step()
            answered = getattr(self._inner, name)(*given_, **named)
            self._step()
            return answered

        return call


class World:
    def __init__(self) -> None:
        self.acme: Brand = brand(House())
        self.house = self.acme.house
        self.network = Families(self.house)
        body = {
            "network": "mastodon",
            "handle": "acme_renewed",
            "base_url": "https://social.example",
            "credentials": given("first 0", START + LIFE),
        }
        self.account = self.house.ok("POST", self.acme.path("/accounts"), body, key=self.acme.owner_key)["id"]
        self.house.clock.sleep(LIFE.total_seconds() / 2)

    def refresh(self, step: Callable[[], None] = lambda: None) -> int:
        store, vault, network = (Stepping(one, step) for one in (self.house.store, self.house.vault, self.network))
        return Refreshing(store, vault, lambda _: network.refresh, self.house.clock, self.house.new_id).refresh()

    def refresh_until_all_is_well(self) -> None:
        """As the schedule does, until a lease that somebody left has ended."""
        for _ in range(3):
            self.house.clock.sleep(LEASE.total_seconds())
            self.refresh()

    def reconnect(self) -> None:
        """As a person does, who asks once more when somebody else was first."""
        body = {"credentials": given("persons 0", self.house.clock.now() + LIFE)}
        path = self.acme.path(f"/accounts/{self.account}/credentials")
        statuses = [self.house.call("POST", path, body, key=self.acme.owner_key).status]
        if statuses == [409]:
            statuses.append(self.house.call("POST", path, body, key=self.acme.owner_key).status)
        assert statuses[-1] == 200

    @property
    def kept(self) -> str:
        return self.house.vault.kept[self.account]["refresh_token"]

    def is_the_persons(self) -> bool:
        """Whether what is kept came of the person's consent, renewed or not, and is good."""
        return self.kept.startswith("persons ") and self.network.is_good(self.kept)

    @property
    def incidents(self) -> int:
        return self.house.facts().count("incident.raised")


def interrupted(act: Callable[[World], object]) -> Iterator[tuple[int, World]]:
    """A world for each step of one renewal, in which ``act`` happened at it."""
    for at in range(1, FAR_MORE_THAN_ALL):
        world, steps = World(), 0

        def step(world: World = world, at: int = at) -> None:
            nonlocal steps
            steps += 1
            if steps == at:
                act(world)

        try:
            world.refresh(step)
        except Ended:
            assert steps == at
        if steps < at:
            assert at > 10
            return
        yield at, world
    raise AssertionError("it never ends")


def ended(_: World) -> None:
    raise Ended


def test_a_second_worker_at_any_step_uses_no_token_twice() -> None:
    for at, world in interrupted(lambda world: world.refresh()):
        assert world.network.asked == ["first 0"], at
        world.refresh_until_all_is_well()
        assert (world.kept, world.incidents) == ("first 1", 0), at


def test_a_person_who_connects_anew_at_any_step_is_never_overwritten_and_nobody_is_told_of_anything() -> None:
    for at, world in interrupted(World.reconnect):
        assert world.is_the_persons(), at
        world.refresh_until_all_is_well()
        world.house.clock.sleep(LIFE.total_seconds() / 2)
        world.refresh()
        assert (world.is_the_persons(), world.incidents) == (True, 0), at


def test_an_end_at_any_step_costs_a_token_only_between_the_network_and_the_vault_and_that_is_told() -> None:
    lost = []
    for at, world in interrupted(ended):
        world.refresh_until_all_is_well()
        if world.network.is_good(world.kept):
            assert (world.incidents, len(world.network.asked) <= 2) == (0, True), at
        else:
            assert world.incidents == 1, at
            lost.append(at)
    assert len(lost) == 2
    assert lost[1] == lost[0] + 1


@pytest.mark.parametrize("then", [World.reconnect, World.refresh])
def test_an_end_at_any_step_followed_by_another_is_made_good_by_a_person(then: Callable[[World], object]) -> None:
    for at, world in interrupted(ended):
        then(world)
        world.refresh_until_all_is_well()
        world.reconnect()
        told = world.incidents
        for _ in range(3):
            world.house.clock.sleep(LIFE.total_seconds() / 2)
            world.refresh()
        assert (world.is_the_persons(), world.incidents) == (True, told), at
