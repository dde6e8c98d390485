"""Whoever has a link reads one week's review, as long as it is good, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand

WEEK = "2026-W48"
LINKS = f"/reviews/{WEEK}/links"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def make(acme: Brand, key: str = "", **body: Any) -> Any:
    return acme.house.ok("POST", acme.path(LINKS), {"name": "The board"} | body, key=key or acme.owner_key)


def address(made: Any) -> str:
    return str(made["url"]).removeprefix("http://")


def test_a_link_opens_the_page_without_a_key(acme: Brand) -> None:
    given = acme.house.call("GET", address(make(acme)))
    assert given.status == 200
    assert given.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Weekly review" in given.body
    with_key = acme.house.call("GET", acme.path(f"/reviews/{WEEK}/page"), key=acme.agent_key)
    assert with_key.body == given.body


def test_opening_a_link_changes_nothing(acme: Brand) -> None:
    url = address(make(acme))
    before = acme.house.store.everything()
    for method in ("GET", "HEAD"):
        acme.house.call(method, url)
    assert acme.house.store.everything() == before


def test_the_page_is_kept_out_of_caches_indexes_and_frames_and_allows_no_script(acme: Brand) -> None:
    headers = acme.house.call("GET", address(make(acme))).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    policy = headers["Content-Security-Policy"]
    for said in ("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert said in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy


@pytest.mark.parametrize(("days", "left"), [(1, 1), (90, 90), (None, 14)])
def test_a_link_ends_at_its_time(acme: Brand, days: int | None, left: int) -> None:
    url = address(make(acme, **({"days": days} if days else {})))
    acme.house.clock.sleep(timedelta(days=left).total_seconds() - 1)
    assert acme.house.call("GET", url).status == 200
    acme.house.clock.sleep(1)
    assert acme.house.call("GET", url).status == 404


@pytest.mark.parametrize("days", [0, -1, 91])
def test_a_link_is_good_for_a_day_to_three_months(acme: Brand, days: int) -> None:
    body = {"name": "The board", "days": days}
    assert acme.house.refused(422, "POST", acme.path(LINKS), body, key=acme.owner_key)["field"] == "days"


def test_a_withdrawn_link_opens_nothing_and_is_withdrawn_once(acme: Brand) -> None:
    made = make(acme)
    path = acme.path(f"{LINKS}/{made['id']}")
    acme.house.ok("DELETE", path, key=acme.owner_key)
    given = acme.house.call("GET", address(made))
    assert given.status == 404
    assert "<h1>" in given.body
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)


def test_a_link_ends_with_the_key_that_made_it(acme: Brand) -> None:
    made = make(acme, key=acme.agent_key)
    (key,) = [
        one for one in acme.house.ok("GET", acme.path("/keys"), key=acme.owner_key) if one["member"] == acme.agent
    ]
    acme.house.ok("DELETE", acme.path(f"/keys/{key['id']}"), key=acme.house.agency_key)
    assert acme.house.call("GET", address(made)).status == 404


def test_an_agency_withdraws_its_own_links_and_the_client_any(acme: Brand) -> None:
    ours, theirs = make(acme), make(acme, key=acme.agent_key)
    acme.house.refused(403, "DELETE", acme.path(f"{LINKS}/{ours['id']}"), key=acme.agent_key)
    acme.house.ok("DELETE", acme.path(f"{LINKS}/{theirs['id']}"), key=acme.owner_key)


@pytest.mark.parametrize(
    "token", ["x", "rvl_acme.rvl_1.secret", "bk_acme.key_1.secret", "rvl_acme", "rvl_..", "%00", "rvl_bolt.rvl_1.a"]
)
def test_a_token_that_opens_nothing_is_not_found(acme: Brand, token: str) -> None:
    make(acme)
    assert acme.house.call("GET", f"/reviews/{token}").status == 404


def test_a_link_of_one_client_opens_nothing_of_another(acme: Brand) -> None:
    brand(acme.house, "bolt")
    url = address(make(acme)).replace("rvl_acme", "rvl_bolt")
    assert acme.house.call("GET", url).status == 404


def test_a_link_is_of_its_week(acme: Brand) -> None:
    made = make(acme)
    assert acme.house.ok("GET", acme.path("/reviews/2026-W47/links"), key=acme.owner_key) == []
    acme.house.refused(404, "DELETE", acme.path(f"/reviews/2026-W47/links/{made['id']}"), key=acme.owner_key)
    body = {"name": "The board"}
    acme.house.refused(404, "POST", acme.path("/reviews/2026-W49/links"), body, key=acme.owner_key)


def test_links_are_listed_without_their_secrets_which_are_not_stored_either(acme: Brand) -> None:
    made = make(acme)
    (listed,) = acme.house.ok("GET", acme.path(LINKS), key=acme.agent_key)
    assert (listed["id"], listed["name"]) == (made["id"], "The board")
    assert "url" not in listed
    assert made["url"].rpartition(".")[2] not in str(acme.house.store.everything())


def test_a_hundred_open_links_are_the_most(acme: Brand) -> None:
    for _ in range(100):
        make(acme)
    acme.house.refused(409, "POST", acme.path(LINKS), {"name": "One more"}, key=acme.owner_key)
    acme.house.clock.sleep(timedelta(days=14).total_seconds())
    make(acme)
