"""Who asks the desk too often is told when to come back. A stop is never refused; a silent store shuts out nobody."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest

from functions.desk import app
from functions.desk import rates as module
from functions.desk.key_uses import KeyUses
from functions.desk.rates import Rates
from functions.recover.routes import ROUTES as RECOVER
from shared.api.problems import TYPE_BASE, Answer
from shared.api.serve import Request
from shared.domain.parties import Caller, Party
from shared.domain.rates import Permits, RatePolicy
from shared.stores import StoreError
from tests.house import Brand, House, WatchedStore, brand, raising
from tests.network import START

POLICY = RatePolicy(requests=10, window=timedelta(minutes=1), unshared=2, largest_block=4)
CALLER = Caller(realm="acme", key="key_1", member="mbr_1", party=Party.CLIENT, agency=None, scopes=frozenset())


@pytest.fixture
def store() -> WatchedStore:
    return WatchedStore()


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(module.telemetry, "logger", SimpleNamespace(exception=said.append), raising=False)
    return said


def let(rates: Rates, times: int, minutes: float = 0) -> int:
    return sum(rates.admit(CALLER, START + timedelta(minutes=minutes)).allowed for _ in range(times))


def test_several_processes_keep_one_limit(store: WatchedStore) -> None:
    processes = [Rates(store, POLICY) for _ in range(3)]
    allowed = sum(let(rates, 1) for _ in range(20) for rates in processes)
    assert 10 <= allowed <= 10 + 3 * POLICY.unshared
    permits = store.get(Permits, "acme", "key_1")
    assert permits is not None
    assert permits.taken == 10


def test_a_key_that_calls_seldom_is_asked_of_nobody(store: WatchedStore) -> None:
    rates = Rates(store, POLICY)
    assert sum(let(rates, 2, minutes) for minutes in range(30)) == 60
    assert not store.calls


def test_a_block_is_read_for_once_and_written_for_each_time(store: WatchedStore) -> None:
    let(Rates(store, POLICY), 10)
    assert store.calls["get"] == 1
    assert store.calls["commit"] <= 8


def test_who_was_refused_is_refused_on_without_asking(store: WatchedStore) -> None:
    rates = Rates(store, POLICY)
    let(rates, 11)
    store.calls.clear()
    assert let(rates, 1000) == 0
    assert not store.calls
    assert let(rates, 1, minutes=1) == 1


def test_of_processes_that_take_at_once_each_gets_its_own(store: WatchedStore) -> None:
    one, other = Rates(store, POLICY), Rates(store, POLICY)
    let(one, 2)
    let(other, 2)
    store.before["commit"].append(lambda: let(other, 1))
    assert let(one, 1) == 1
    permits = store.get(Permits, "acme", "key_1")
    assert permits is not None
    assert permits.version == 2


def test_while_others_always_get_there_first_a_request_is_let_through_and_paid_for_later(store: WatchedStore) -> None:
    rates = Rates(store, POLICY)
    let(rates, 2)
    for _ in range(3):
        store.before["commit"] += [lambda: let(Rates(store, RatePolicy(**FEW)), 1)]
    assert let(rates, 1) == 1


FEW = {"requests": 10, "window": timedelta(minutes=1), "unshared": 0, "largest_block": 1}


@pytest.mark.parametrize("call", ["get", "commit"])
def test_a_store_that_does_not_answer_shuts_nobody_out_and_is_asked_once_a_minute(
    store: WatchedStore, logged: list[str], call: str
) -> None:
    rates = Rates(store, POLICY)
    store.before[call] += [raising(StoreError("no answer"))] * 2
    assert let(rates, 100) == 100
    assert len(logged) == 1
    assert let(rates, 100, minutes=1) == 100
    assert len(logged) == 2
    assert let(rates, 100, minutes=2) == 10


def test_a_process_does_not_remember_keys_without_end(store: WatchedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REMEMBERED", 3)
    rates = Rates(store, POLICY)
    for number in range(10):
        rates.admit(Caller(realm="acme", key=f"key_{number}", **OTHER), START)
    assert len(rates._shares) <= 3


OTHER = {"member": "mbr_1", "party": Party.CLIENT, "agency": None, "scopes": frozenset()}


# At the edge


@dataclass
class Edge:
    """The real edge of the desk over a house's store, at a house's time."""

    acme: Brand

    def ask(self, key: str, name: str = "show_client", **headers: str) -> Answer:
        (route,) = [one for one in app.ROUTES if one.name == name]
        request = Request(
            method=route.method,
            path=self.acme.path(""),
            params={"client": "acme"} if "{" in route.path else {},
            query={},
            headers={"authorization": f"Bearer {key}", **headers},
            body=b"",
        )
        return app.serve(route, request)


@pytest.fixture
def edge(monkeypatch: pytest.MonkeyPatch) -> Edge:
    acme = brand(House())
    house = acme.house
    rates = Rates(house.store, POLICY)
    wired = house.store, house.desk, house.outbound, house.deliveries, KeyUses(house.store), rates
    monkeypatch.setattr(app, "wired", lambda: wired)
    monkeypatch.setattr(app, "SystemClock", lambda: house.clock)
    return Edge(acme)


def test_every_answer_to_a_key_says_how_many_more_are_let_through(edge: Edge) -> None:
    given = edge.ask(edge.acme.owner_key)
    assert given.status == 200
    assert given.headers["RateLimit-Policy"] == '"key";q=10;w=60'
    assert given.headers["RateLimit"] == '"key";r=9;t=60'
    refused = edge.ask(edge.acme.owner_key, "create_client")
    assert (refused.status >= 400, refused.headers["RateLimit"]) == (True, '"key";r=8;t=60')


def test_who_asks_too_often_is_told_when_to_come_back_and_is_let_in_then(edge: Edge) -> None:
    answers = [edge.ask(edge.acme.owner_key) for _ in range(11)]
    assert [given.status for given in answers] == [200] * 10 + [429]
    refusal = answers[-1]
    assert f'"{TYPE_BASE}too-many-requests"'.encode() in refusal.body
    assert refusal.headers["Content-Type"] == "application/problem+json"
    assert (refusal.headers["RateLimit"], refusal.headers["Retry-After"]) == ('"key";r=0;t=60', "60")
    assert edge.ask(edge.acme.agent_key).status == 200, "another key has permits of its own"
    edge.acme.house.clock.sleep(int(refusal.headers["Retry-After"]))
    assert edge.ask(edge.acme.owner_key).status == 200


def test_a_refusal_changes_nothing_and_a_retry_under_its_idempotency_key_does_it(edge: Edge) -> None:
    for _ in range(10):
        edge.ask(edge.acme.owner_key)
    before = edge.acme.house.store.everything()
    assert edge.ask(edge.acme.owner_key, **{"idempotency-key": "once"}).status == 429
    assert edge.acme.house.store.everything() == before


def test_a_key_that_opens_nothing_takes_nobodys_permits(edge: Edge) -> None:
    realm, key, _ = edge.acme.owner_key.split(".")
    for _ in range(50):
        forged = edge.ask(f"{realm}.{key}.forged")
        assert (forged.status, "RateLimit" in forged.headers) == (401, False)
    assert edge.ask(edge.acme.owner_key).headers["RateLimit"].startswith('"key";r=9;')


def test_what_needs_no_key_has_no_limit_of_a_key(edge: Edge) -> None:
    answers = [edge.ask("", "show_openapi") for _ in range(50)]
    assert {given.status for given in answers} == {200}
    assert "RateLimit" not in answers[0].headers


def test_a_stop_is_never_refused_for_being_asked_often() -> None:
    acme = brand(House())
    for _ in range(50):
        given = acme.house.call(
            "POST", "/stops", {"scope": "client:acme", "reason": "an incident"}, key=acme.approver_key
        )
        assert given.status == 201
        assert "RateLimit" not in given.headers
    assert {route.path for route in RECOVER if route.scope is not None} >= {"/stops", "/recalls"}
