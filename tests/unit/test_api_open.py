"""What is the same to anybody is served without a key and may be kept; what is to go says so in every answer."""

import json
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from functions.desk.routes.about import ABOUT
from functions.desk.routes.parties import PARTIES
from shared.api.problems import Answer
from shared.api.routes import Deprecation, Route
from shared.api.serve import Request, answer
from tests.house import Brand, House, brand

(DOCUMENT,) = ABOUT
GOING = Deprecation(since=date(2026, 12, 1), sunset=date(2027, 6, 1), see="https://docs.example/changes")
(SHOWN,) = [route for route in PARTIES if route.name == "show_client"]
OLD = replace(SHOWN, deprecated=GOING)


@pytest.fixture
def house() -> House:
    return House()


def ask(house: House, route: Route, params: Any = None, **headers: str) -> Answer:
    request = Request(method=route.method, path="/asked", params=params or {}, query={}, headers=headers, body=b"")
    return answer(route, request, store=house.store, clock=house.clock, new_id=house.new_id, tools=house.desk)


def test_the_document_is_served_without_a_key(house: House) -> None:
    house.store.calls.clear()
    given = ask(house, DOCUMENT)
    assert (given.status, given.headers["Content-Type"]) == (200, "application/json")
    assert json.loads(given.body)["openapi"] == "3.1.0"
    assert given.headers["Cache-Control"] == "public, max-age=300"
    assert not house.store.calls


@pytest.mark.parametrize("said", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_it_already_is_told_so(house: House, said: str) -> None:
    tag = ask(house, DOCUMENT).headers["ETag"]
    given = ask(house, DOCUMENT, **{"if-none-match": said.format(tag)})
    assert (given.status, given.body, given.headers["ETag"]) == (304, b"", tag)


def test_who_has_an_older_one_gets_the_new_one(house: House) -> None:
    assert ask(house, DOCUMENT, **{"if-none-match": '"older"'}).status == 200


def test_a_route_that_is_to_go_says_since_when_until_when_and_what_instead() -> None:
    acme: Brand = brand(House())
    given = ask(acme.house, OLD, {"client": "acme"}, authorization=f"Bearer {acme.owner_key}")
    assert given.status == 200
    assert given.headers["Deprecation"] == "@1796083200"
    assert parsedate_to_datetime(given.headers["Sunset"]).date() == GOING.sunset
    assert given.headers["Link"] == '<https://docs.example/changes>; rel="deprecation"'


def test_it_says_so_to_who_is_refused_as_well(house: House) -> None:
    given = ask(house, OLD, {"client": "acme"})
    assert (given.status, given.headers["Deprecation"]) == (401, "@1796083200")


def test_no_other_route_says_so(house: House) -> None:
    assert not {"Deprecation", "Sunset", "Link"} & set(ask(house, DOCUMENT).headers)
