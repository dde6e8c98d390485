"""When a key was used last is noted once an hour, and never at the cost of a request."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from functions.desk import app
from functions.desk.key_uses import KeyUses
from functions.desk.rates import Rates
from shared.api.problems import Answer
from shared.api.serve import Request
from shared.domain.parties import KeyUse
from shared.stores import StoreError
from tests.house import Brand, House, WatchedStore, brand, raising
from tests.network import START

BEARER = "Bearer bk_acme.key_1.secret"


@pytest.fixture
def store() -> WatchedStore:
    return WatchedStore()


def used(store: WatchedStore) -> datetime | None:
    found = store.get(KeyUse, "acme", "key_1")
    return found.at if found else None


def test_a_use_is_noted_once_an_hour(store: WatchedStore) -> None:
    uses = KeyUses(store)
    for minutes in (0, 1, 59):
        uses.note(BEARER, START + timedelta(minutes=minutes))
    assert (used(store), len(store.commits)) == (START, 1)
    uses.note(BEARER, START + timedelta(hours=1))
    assert (used(store), len(store.commits)) == (START + timedelta(hours=1), 2)


def test_another_process_does_not_note_it_again(store: WatchedStore) -> None:
    KeyUses(store).note(BEARER, START)
    KeyUses(store).note(BEARER, START + timedelta(minutes=59))
    assert (used(store), len(store.commits)) == (START, 1)
    KeyUses(store).note(BEARER, START + timedelta(hours=1))
    assert len(store.commits) == 2


def test_of_two_that_note_it_at_once_one_does(store: WatchedStore) -> None:
    store.before["commit"].append(lambda: KeyUses(store).note(BEARER, START))
    KeyUses(store).note(BEARER, START + timedelta(seconds=1))
    assert (used(store), len(store.commits)) == (START, 1)


def test_while_the_store_does_not_answer_it_is_asked_once_an_hour(store: WatchedStore) -> None:
    uses = KeyUses(store)
    store.before["get"] += [raising(StoreError("no answer")), raising(StoreError("no answer"))]
    with pytest.raises(StoreError):
        uses.note(BEARER, START)
    uses.note(BEARER, START + timedelta(minutes=1))
    assert len(store.before["get"]) == 1


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer nonsense", "Basic bk_acme"])
def test_what_is_no_key_is_not_noted(store: WatchedStore, authorization: str) -> None:
    KeyUses(store).note(authorization, START)
    assert store.calls == {}


# At the edge


@pytest.fixture
def acme(monkeypatch: pytest.MonkeyPatch) -> Brand:
    """The real edge of the desk over a house's store, at a house's time."""
    made = brand(House())
    house = made.house
    uses = KeyUses(house.store)
    wired = house.store, house.desk, house.outbound, house.deliveries, uses, Rates(house.store)
    monkeypatch.setattr(app, "wired", lambda: wired)
    monkeypatch.setattr(app, "SystemClock", lambda: house.clock)
    return made


def asked(acme: Brand, key: str, route_name: str = "show_client") -> Answer:
    (route,) = [one for one in app.ROUTES if one.name == route_name]
    request = Request(
        method="GET",
        path=acme.path(""),
        params={"client": "acme"},
        query={},
        headers={"authorization": f"Bearer {key}"},
        body=b"",
    )
    return app.serve(route, request)


def noted(acme: Brand) -> list[KeyUse]:
    return list(acme.house.store.list(KeyUse, "acme"))


def test_a_request_notes_its_key_and_the_client_is_shown_when(acme: Brand) -> None:
    assert asked(acme, acme.agent_key).status == 200
    (use,) = noted(acme)
    assert (use.key, use.at) == (acme.agent_key.split(".")[1], START)
    shown = acme.house.ok("GET", acme.path("/separation"), key=acme.owner_key)["keys"]
    last = {one["id"]: one["last_used_at"] for one in shown}
    assert last[use.key] == "2026-11-25T09:00:00Z"
    assert last[acme.owner_key.split(".")[1]] is None


@pytest.mark.parametrize("key", ["bk_acme.key_none.secret", "nonsense", ""])
def test_a_key_that_opens_nothing_is_not_noted(acme: Brand, key: str) -> None:
    assert asked(acme, key).status == 401
    assert noted(acme) == []


def test_a_forged_secret_notes_nothing_of_the_key(acme: Brand) -> None:
    realm, key, _ = acme.agent_key.split(".")
    assert asked(acme, f"{realm}.{key}.forged").status == 401
    acme.house.store.before["get"].append(raising(StoreError("no answer")))
    assert asked(acme, f"{realm}.{key}.forged").status == 503
    assert noted(acme) == []


def test_where_no_key_is_asked_for_none_is_noted(acme: Brand) -> None:
    realm, key, _ = acme.agent_key.split(".")
    assert asked(acme, f"{realm}.{key}.forged", "show_openapi").status == 200
    assert noted(acme) == []


@pytest.mark.parametrize("error", [StoreError("no answer"), RuntimeError("a defect")])
@pytest.mark.parametrize("call", ["get", "commit"])
def test_noting_never_fails_a_request(
    acme: Brand, monkeypatch: pytest.MonkeyPatch, error: Exception, call: str
) -> None:
    logged: list[str] = []
    monkeypatch.setattr(app.telemetry, "logger", SimpleNamespace(exception=logged.append), raising=False)
    calm = acme.house.store
    failing = WatchedStore()
    failing.before[call].append(raising(error))
    uses = KeyUses(failing)
    wired = calm, acme.house.desk, acme.house.outbound, acme.house.deliveries, uses, Rates(calm)
    monkeypatch.setattr(app, "wired", lambda: wired)
    assert asked(acme, acme.agent_key).status == 200
    assert logged == ["the use of a key was not noted"]
    assert asked(acme, acme.agent_key).status == 200
