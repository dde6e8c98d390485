"""Routes that a token in the address opens: served without a key, kept out of caches and logs, answered as text."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from shared.api.problems import TYPE_BASE, Answer
from shared.api.routes import Actor, Call, Change, Route, Visit
from shared.api.serve import Request, answer
from shared.domain.errors import ForbiddenError, NotFoundError
from shared.domain.ledger import Entry, Fact
from shared.domain.parties import Agency
from shared.domain.tokens import Token
from tests.house import House

FORM = {"content-type": "application/x-www-form-urlencoded"}
SECRET = "lnk_acme.lnk_1.not-a-real-secret"


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wish: str
    why: str = ""


def page(title: str, detail: str) -> str:
    return f"<h1>{title}</h1>{detail}"


def look(visit: Visit[None], house: House) -> str:
    """Look."""
    if visit.path["token"] != SECRET:
        raise NotFoundError("There is no such thing.")
    return "<h1>Here</h1>"


def wish(visit: Visit[Wish], house: House) -> Change:
    """Wish."""
    agency = Agency(id=visit.body.wish, name=visit.body.why, created_at=visit.now)
    refusal = ForbiddenError("Written down, and not granted.") if visit.body.wish == "gold" else None
    reply: Any = page("Done", visit.base) if visit.form else visit.body
    by = Actor(realm="acme", who={"link": "lnk_1"})
    fact = Fact(type="wish.made", subject=agency.id)
    return Change(records=(agency,), facts=(fact,), reply=reply, by=by, refusal=refusal)


LOOK = Route(
    "GET",
    "/wishes/{token}",
    look,
    None,
    str,
    opens_with="token",
    content_type="text/html; charset=utf-8",
    headers={"Content-Security-Policy": "default-src 'none'"},
    page=page,
)
WISH = Route(
    "POST",
    "/wishes/{token}",
    wish,
    None,
    Wish,
    body=Wish,
    opens_with="token",
    content_type="text/html; charset=utf-8",
    page=page,
    takes_form=True,
)


def ask(house: House, route: Route, body: bytes = b"", headers: Mapping[str, str] = {}, token: str = SECRET) -> Answer:
    request = Request(
        method=route.method,
        path=route.path.format(token=token),
        params={"token": token},
        query={},
        headers=headers,
        body=body,
        base="https://desk.example/api",
    )
    return answer(route, request, store=house.store, clock=house.clock, new_id=house.new_id, tools=house)


@pytest.fixture
def house() -> House:
    return House()


def test_it_is_served_without_a_key_as_the_text_that_it_is(house: House) -> None:
    given = ask(house, LOOK)
    assert (given.status, given.body) == (200, b"<h1>Here</h1>")
    assert given.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("token", [SECRET, "another"])
def test_what_it_answers_gets_into_no_cache_index_or_referrer(house: House, token: str) -> None:
    headers = ask(house, LOOK, token=token).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Content-Security-Policy"] == "default-src 'none'"


def test_a_refusal_is_a_page_where_a_person_looks_at_it_and_a_problem_where_a_tool_does(house: House) -> None:
    given = ask(house, LOOK, token="another")
    assert (given.status, given.headers["Content-Type"]) == (404, LOOK.content_type)
    assert b"There is no such thing." in given.body
    assert ask(house, WISH, b"wish=", FORM | {"content-length": "5"}).status == 200
    assert ask(house, WISH, b"hope=1", FORM).headers["Content-Type"] == WISH.content_type
    told = ask(house, WISH, b'{"hope": "1"}')
    assert told.headers["Content-Type"] == "application/problem+json"
    assert json.loads(told.body)["instance"] == "/wishes/{token}"
    assert SECRET.encode() not in told.body


def test_a_form_and_a_document_say_the_same(house: House) -> None:
    given = ask(house, WISH, b"wish=sun+%C3%A9&why=", FORM)
    assert given.body == b"<h1>Done</h1>https://desk.example/api"
    told = ask(house, WISH, '{"wish": "rain é"}'.encode())
    assert json.loads(told.body) == {"wish": "rain é", "why": ""}
    assert {"sun é", "rain é"} <= {
        agency.id for agency in house.store.commits[-1] + house.store.commits[-2] if isinstance(agency, Agency)
    }


@pytest.mark.parametrize("body", [b"wish", b"wish=%ff", b"wish=\xff", b"&".join(b"a%d=1" % n for n in range(51))])
def test_what_is_no_form_is_malformed(house: House, body: bytes) -> None:
    before = house.store.everything()
    assert ask(house, WISH, body, FORM).status == 400
    assert house.store.everything() == before


@pytest.mark.parametrize("body", [b"wish=a&wish=b", b"why=a", b"wish=a&hope=b", b""])
def test_a_field_that_is_missing_unknown_or_given_twice_is_refused(house: House, body: bytes) -> None:
    before = house.store.everything()
    assert ask(house, WISH, body, FORM).status == 422
    assert house.store.everything() == before


def test_the_ledger_says_who_made_it_by_the_use_cases_own_proof(house: House) -> None:
    ask(house, WISH, b"wish=sun", FORM)
    (entered,) = [record for record in house.store.commits[-1] if isinstance(record, Entry)]
    assert (entered.realm, entered.who) == ("acme", {"link": "lnk_1"})


def test_what_is_written_down_and_refused_is_both(house: House) -> None:
    given = ask(house, WISH, b'{"wish": "gold"}')
    assert (given.status, json.loads(given.body)["type"]) == (403, TYPE_BASE + "forbidden")
    assert [record.id for record in house.store.commits[-1] if isinstance(record, Agency)] == ["gold"]


def test_a_change_that_nobody_made_is_a_defect(house: House) -> None:
    def nobody(visit: Visit[None], house: House) -> Change:
        return Change(records=(), facts=(Fact(type="wish.made", subject="x"),), reply="")

    route = Route("GET", "/wishes/{token}", nobody, None, str, opens_with="token")
    with pytest.raises(RuntimeError):
        ask(house, route)


def test_a_token_of_another_kind_is_no_key(house: House) -> None:
    assert Token.parse(SECRET) is None
    found = Token.parse(SECRET, "lnk")
    assert found is not None
    assert (str(found), "not-a-real-secret" in repr(found)) == (SECRET, False)


def test_a_call_is_a_visit_by_somebody(house: House) -> None:
    assert issubclass(Call, Visit)
