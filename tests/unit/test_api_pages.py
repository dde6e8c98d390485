"""Lists are read page by page: nothing that stands in one all the while is missed or told twice."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from shared.api.pages import LARGEST_PAGE, PAGED, Place, by_time, listed
from shared.api.routes import Call, Listed
from shared.domain.clock import id_maker
from shared.domain.parties import Caller, Party
from tests.house import Brand, House, Response, brand
from tests.network import START, FakeClock

CALLER = Caller(realm="acme", key="key_1", member="mbr_1", party=Party.CLIENT, agency=None, scopes=frozenset())
LISTS = [
    route for route in (*DESK, *RECOVER) if route.method == "GET" and getattr(route.returns, "__origin__", None) is list
]
BOUNDED = {
    "list_templates": "there are five",
    "list_event_types": "there are as many as the product has",
    "list_endpoints": "a client has few, and no more than its systems",
    "show_conversation": "it is of one conversation, and bounded where it is read",
    "list_events": "samples of each type, to set a tool up with",
    "list_stops": "of a day, or those that stand",
    "list_drills": "kept for 400 days, and made by hand",
}
"""Lists that are answered whole, and why that is well."""
Item = tuple[int, str]


def call(**query: str) -> Call[None]:
    return Call(caller=CALLER, body=None, query=query, now=START, new_id=id_maker(FakeClock()))


def place(item: Item) -> Place:
    return by_time(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=item[0]), item[1])


def page(items: set[Item], size: int, cursor: str | None, falling: bool) -> Listed[Item]:
    query = {"limit": str(size)} | ({"cursor": cursor} if cursor else {})
    return listed(call(**query), items, place, falling=falling)


ITEMS = st.sets(st.tuples(st.integers(0, 5), st.text("abcdef", min_size=1, max_size=2)), max_size=30)


@given(ITEMS, ITEMS, ITEMS, st.integers(1, 7), st.booleans())
def test_what_stands_all_the_while_is_told_once(
    standing: set[Item], before: set[Item], after: set[Item], size: int, falling: bool
) -> None:
    found: list[Item] = []
    cursor, items = None, standing | before
    while True:
        given = page(items, size, cursor, falling)
        found += given.items
        if given.next is None:
            break
        cursor, items = given.next, standing | after
    assert [one for one in found if one in standing] == sorted(standing, key=place, reverse=falling)
    assert len(found) == len(set(found))


@given(ITEMS, st.integers(1, 7))
def test_a_page_that_others_follow_is_full(items: set[Item], size: int) -> None:
    given = page(items, size, None, falling=False)
    assert len(given.items) == min(size, len(items))
    assert (given.next is None) == (len(items) <= size)


@pytest.mark.parametrize("route", LISTS, ids=lambda route: route.name)
def test_every_list_that_can_grow_has_pages(route: Any) -> None:
    assert (PAGED.items() <= route.query.items()) != (route.name in BOUNDED), route.name


# Over the API


@pytest.fixture
def acme() -> Brand:
    made = brand(House())
    for number in range(5):
        made.draft(f"Good morning {number}")
    return made


def following(given: Response) -> str | None:
    """The query of the page after it."""
    link = given.headers.get("Link")
    if link is None:
        return None
    address, relation = link.split(";")
    assert relation.strip() == 'rel="next"'
    return address.removeprefix("<?").removesuffix(">")


def test_posts_are_read_page_by_page_and_what_was_asked_for_stays_asked(acme: Brand) -> None:
    query, texts, pages = "state=in_review&limit=2", [], 0
    while True:
        pages += 1
        given = acme.house.call("GET", acme.path(f"/posts?{query}"), key=acme.owner_key)
        assert given.status == 200
        texts += [post["text"] for post in given.body]
        found = following(given)
        if found is None:
            break
        assert parse_qs(found)["state"] == ["in_review"]
        query = found.replace("%3D", "=")
    assert pages == 3
    assert texts == [f"Good morning {number}" for number in (4, 3, 2, 1, 0)]


def test_a_post_that_comes_between_two_pages_moves_none(acme: Brand) -> None:
    first = acme.house.call("GET", acme.path("/posts?limit=3"), key=acme.owner_key)
    acme.draft("Good evening")
    query = (following(first) or "").replace("%3D", "=")
    rest = acme.house.ok("GET", acme.path(f"/posts?{query}"), key=acme.owner_key)
    assert [post["text"] for post in rest] == ["Good morning 1", "Good morning 0"]


def test_a_later_page_of_posts_is_read_from_where_it_begins(acme: Brand) -> None:
    first = acme.house.call("GET", acme.path("/posts?limit=3"), key=acme.owner_key)
    query = (following(first) or "").replace("%3D", "=")
    asked: list[Any] = []
    plain = acme.house.store.posts
    acme.house.store.posts = lambda *given: (asked.append(given), plain(*given))[1]  # type: ignore[method-assign]
    acme.house.ok("GET", acme.path(f"/posts?{query}"), key=acme.owner_key)
    assert asked[0][2] is not None


@pytest.mark.parametrize("limit", ["0", "101", "-1", "a", "", "1e1", "٣", "9" * 5000])
def test_a_limit_is_1_to_100(acme: Brand, limit: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/posts?limit={limit}"), key=acme.owner_key)
    assert given["field"] == "limit"


DEEP = pytest.param(urlsafe_b64encode(b'{"x": ' + b"[" * 2000).decode(), id="deep")


@pytest.mark.parametrize("cursor", ["", "a", "e30=", "eyJhdCI6ICJub3ciLCAiaWQiOiAiYSJ9", "🙂", DEEP])
def test_what_is_no_cursor_is_refused(acme: Brand, cursor: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/posts?cursor={cursor}"), key=acme.owner_key)
    assert given["field"] == "cursor"


def test_a_page_is_not_larger_than_it_says() -> None:
    items = {(number, str(number)) for number in range(300)}
    assert len(listed(call(), items, place).items) == LARGEST_PAGE
