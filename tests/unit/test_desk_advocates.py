"""Employees who post from their own accounts, themselves: what is suggested to them; nothing posts for them."""

from datetime import timedelta
from typing import Any

import pytest

from functions.desk.routes import ROUTES
from shared.domain.attempts import Attempt
from shared.domain.content.advocates import MOST_SHARES, Advocate, Share
from shared.domain.listening.people import Person
from shared.domain.posts import Post
from shared.domain.schedule import Timer
from tests.house import Brand, House, brand, person

TEXT = "We are hiring. #employee"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def volunteer(acme: Brand, key: str | None = None, **more: Any) -> Any:
    """An employee without a key, named by the client; with ``member`` and ``key`` one who has one."""
    said = {} if "member" in more else {"consented_at": acme.house.clock.now().isoformat()}
    return acme.house.ok(
        "POST", acme.path("/advocates"), {"name": "Somebody", **said, **more}, key=key or acme.owner_key
    )


def body(acme: Brand, **changed: Any) -> dict[str, Any]:
    now = acme.house.clock.now()
    times = {"starts_at": now.isoformat(), "ends_at": (now + timedelta(days=7)).isoformat()}
    return {"text": TEXT, "disclosure": "#employee", **times, **changed}


def suggest(acme: Brand, key: str | None = None, **changed: Any) -> Any:
    return acme.house.ok("POST", acme.path("/suggestions"), body(acme, **changed), key=key or acme.agent_key)


def decide(acme: Brand, suggestion: Any, key: str | None = None, **changed: Any) -> Any:
    verdict = {"verdict": "approve", "content_hash": suggestion["content_hash"], **changed}
    path = acme.path(f"/suggestions/{suggestion['id']}/approvals")
    return acme.house.ok("POST", path, verdict, key=key or acme.approver_key)


def suggested(acme: Brand, **changed: Any) -> Any:
    return decide(acme, suggest(acme, **changed))


def fitting(acme: Brand, advocate: Any) -> list[str]:
    path = acme.path(f"/suggestions?advocate={advocate['id']}")
    return [one["id"] for one in acme.house.ok("GET", path, key=acme.owner_key)]


def share(acme: Brand, suggestion: Any, advocate: Any, url: str, key: str | None = None) -> Any:
    path, told = acme.path(f"/suggestions/{suggestion['id']}/shares"), {"advocate": advocate["id"], "url": url}
    return acme.house.ok("POST", path, told, key=key or acme.owner_key)


URL = "https://social.example/@me/1"


# Who volunteers


def test_that_an_employee_volunteered_is_recorded_with_when_and_by_whom(acme: Brand) -> None:
    now = acme.house.clock.now()
    made = volunteer(acme, topics=["Hiring"], networks=["linkedin"], languages=["en"])
    assert (made["consented_by"], made["topics"]) == (acme.owner, ["hiring"])
    assert made["consented_at"] == now.isoformat().replace("+00:00", "Z")
    assert acme.house.ok("GET", acme.path("/advocates"), key=acme.owner_key) == [made]
    assert "advocate.joined" in acme.house.facts()


def test_whoever_has_a_key_volunteers_with_it_themselves(acme: Brand) -> None:
    member, key = person(acme, "Colleague", acme.owner_key, ["read", "recommend"])
    wanted = {"name": "Colleague", "member": member}
    acme.house.refused(403, "POST", acme.path("/advocates"), wanted, key=acme.owner_key)
    made = volunteer(acme, key, member=member)
    assert (made["consented_by"], made["member"]) == (member, member)
    acme.house.refused(409, "POST", acme.path("/advocates"), wanted, key=key)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"consented_at": None}, "consented_at"),
        ({"consented_at": "2099-01-01T00:00:00Z"}, "consented_at"),
        ({"member": "mbr_none"}, "member"),
        ({"networks": ["orkut"]}, "networks"),
        ({"languages": ["english"]}, "languages"),
        ({"topics": [""]}, "topics"),
        ({"topics": ["a"] * 51}, "topics"),
    ],
)
def test_what_is_wrong_with_an_advocate_is_named(acme: Brand, changed: Any, field: str) -> None:
    wanted = {"name": "Somebody", "consented_at": acme.house.clock.now().isoformat(), **changed}
    assert acme.house.refused(422, "POST", acme.path("/advocates"), wanted, key=acme.owner_key)["field"] == field


def test_a_person_of_the_agency_is_no_employee(acme: Brand) -> None:
    wanted = {"name": "Agent", "member": acme.agent}
    assert acme.house.refused(422, "POST", acme.path("/advocates"), wanted, key=acme.owner_key)["field"] == "member"


def test_who_its_advocates_are_is_the_clients_alone_to_know(acme: Brand) -> None:
    made = volunteer(acme)
    for method, path in (
        ("GET", "/advocates"),
        ("DELETE", f"/advocates/{made['id']}"),
        ("GET", f"/suggestions?advocate={made['id']}"),
    ):
        acme.house.refused(403, method, acme.path(path), key=acme.agent_key)


def test_of_an_advocate_who_leaves_nothing_is_kept_but_that_there_was_one(acme: Brand) -> None:
    made, suggestion = volunteer(acme, topics=["hiring"]), suggested(acme)
    share(acme, suggestion, made, URL)
    acme.house.ok("DELETE", acme.path(f"/advocates/{made['id']}"), key=acme.owner_key)
    assert acme.house.ok("GET", acme.path("/advocates"), key=acme.owner_key) == []
    kept = acme.house.store.get(Advocate, "acme", made["id"])
    assert kept is not None
    assert (kept.name, kept.member, kept.topics, kept.shares, kept.consented_by) == ("", None, (), (), "")
    assert URL not in repr(acme.house.store.everything())
    acme.house.refused(404, "DELETE", acme.path(f"/advocates/{made['id']}"), key=acme.owner_key)
    path = acme.path(f"/suggestions?advocate={made['id']}")
    assert acme.house.refused(422, "GET", path, key=acme.owner_key)["field"] == "advocate"


def test_what_an_advocate_says_to_the_brand_is_treated_as_anybodys(acme: Brand) -> None:
    volunteer(acme, name="somebody")
    mention = acme.house.mention("Where is my order?", author="somebody")
    other = acme.house.mention("Where is my order?", author="stranger")
    path = acme.path("/mentions/")
    one, two = (acme.house.ok("GET", path + id_, key=acme.agent_key) for id_ in (mention, other))
    assert (one["score"], one["roles"]) == (two["score"], two["roles"])
    assert not [found for found in acme.house.store.people("acme") if isinstance(found, Person) and found.marks]


# What is suggested


def test_advocates_are_shown_what_is_approved_in_its_time(acme: Brand) -> None:
    advocate, now = volunteer(acme), acme.house.clock.now()
    suggest(acme)
    later = suggested(acme, starts_at=(now + timedelta(days=1)).isoformat())
    seen = suggested(acme)
    assert fitting(acme, advocate) == [seen["id"]]
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    assert sorted(fitting(acme, advocate)) == sorted([seen["id"], later["id"]])
    acme.house.clock.sleep(timedelta(days=6).total_seconds())
    assert fitting(acme, advocate) == []


@pytest.mark.parametrize(
    ("suggestion", "advocate", "fits"),
    [
        ({"networks": ["linkedin"]}, {"networks": ["linkedin", "x"]}, True),
        ({"networks": ["linkedin"]}, {"networks": ["x"]}, False),
        ({"networks": ["linkedin"]}, {}, True),
        ({}, {"networks": ["x"], "topics": ["hiring"], "languages": ["no"]}, True),
        ({"topics": ["Hiring"]}, {"topics": ["hiring"]}, True),
        ({"topics": ["hiring"]}, {"topics": ["sport"]}, False),
        ({"language": "en"}, {"languages": ["no", "en"]}, True),
        ({"language": "en"}, {"languages": ["no"]}, False),
    ],
)
def test_a_suggestion_fits_by_network_topic_and_language(
    acme: Brand, suggestion: Any, advocate: Any, fits: bool
) -> None:
    made = suggested(acme, **suggestion)
    assert fitting(acme, volunteer(acme, **advocate)) == ([made["id"]] if fits else [])


def test_nothing_is_suggested_while_the_client_is_stopped(acme: Brand) -> None:
    advocate = volunteer(acme)
    suggested(acme)
    acme.stop("client:acme")
    assert fitting(acme, advocate) == []


def test_the_text_says_that_an_employee_speaks(acme: Brand) -> None:
    for text in ("We are hiring.", "We are hiring. #employees"):
        given = acme.house.refused(422, "POST", acme.path("/suggestions"), body(acme, text=text), key=acme.agent_key)
        assert given["field"] == "text"
        assert "#employee" in given["detail"]


def test_a_suggestion_is_held_to_the_guidelines_with_its_link(acme: Brand) -> None:
    rules = {"links": {"hosts": ["acme.example"]}, "words": [{"id": "never", "words": ["cheapest"]}]}
    acme.house.ok("PUT", acme.path("/guidelines"), rules, key=acme.owner_key)
    for changed in ({"text": "The cheapest #employee"}, {"link": "https://evil.example/"}):
        acme.house.refused(422, "POST", acme.path("/suggestions"), body(acme, **changed), key=acme.agent_key)
    made = suggested(acme, link="https://acme.example/jobs/")
    assert made["link"] == "https://acme.example/jobs/"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ends_at": "2020-01-01T00:00:00Z"}, "ends_at"),
        ({"starts_at": "2099-01-01T00:00:00Z"}, "ends_at"),
        ({"link": "http://acme.example/"}, "link"),
        ({"link": "https://acme@evil.example/"}, "link"),
        ({"link": "https://[::1/"}, "link"),
        ({"link": "https://bit.ly/a"}, "link"),
        ({"disclosure": " "}, "disclosure"),
        ({"language": "english"}, "language"),
        ({"networks": ["orkut"]}, "networks"),
        ({"networks": ["x"], "text": "a" * 300 + " #employee"}, "text"),
    ],
)
def test_what_is_wrong_with_a_suggestion_is_named(acme: Brand, changed: Any, field: str) -> None:
    given = acme.house.refused(422, "POST", acme.path("/suggestions"), body(acme, **changed), key=acme.agent_key)
    assert given["field"] == field


def test_a_suggestion_is_approved_by_whom_the_mandate_names_for_the_community_and_not_by_its_author(
    acme: Brand,
) -> None:
    acme.agree({"community": {"approve": "agency", "approvals": 1}})
    _, lead = person(acme, "Lead", acme.house.agency_key, ["read", "approve", "recommend"])
    mine = suggest(acme, lead)
    path, yes = acme.path(f"/suggestions/{mine['id']}/approvals"), {"verdict": "approve"}
    yes["content_hash"] = mine["content_hash"]
    acme.house.refused(403, "POST", path, yes, key=lead)
    acme.house.refused(403, "POST", path, yes, key=acme.approver_key)
    acme.house.refused(409, "POST", path, yes | {"content_hash": "0" * 64}, key=lead)
    assert decide(acme, suggest(acme), lead)["is_approved"]


def test_what_is_rejected_is_shown_to_nobody_any_more(acme: Brand) -> None:
    advocate, made = volunteer(acme), suggested(acme)
    rejected = decide(acme, made, verdict="reject", reason="not now")
    assert (rejected["rejected"], rejected["is_approved"], fitting(acme, advocate)) == ("not now", False, [])
    path = acme.path(f"/suggestions/{made['id']}/approvals")
    yes = {"verdict": "approve", "content_hash": made["content_hash"]}
    acme.house.refused(409, "POST", path, yes, key=acme.approver_key)


# What they say they posted


def test_what_advocates_say_they_posted_is_counted(acme: Brand) -> None:
    one, two, made = volunteer(acme), volunteer(acme), suggested(acme)
    share(acme, made, one, URL)
    shared = share(acme, made, two, URL)
    assert (shared["shares"], shared["is_approved"]) == (2, True)
    (listed,) = acme.house.ok("GET", acme.path("/suggestions"), key=acme.agent_key)
    assert listed["shares"] == 2
    path, told = acme.path(f"/suggestions/{made['id']}/shares"), {"advocate": one["id"], "url": URL}
    acme.house.refused(409, "POST", path, told, key=acme.owner_key)
    (entry, _) = [entry for entry in acme.house.entries() if entry.type == "suggestion.shared"]
    assert entry.data == {"shares": 1}


def test_a_share_is_of_what_was_shown_by_whoever_speaks_for_the_advocate(acme: Brand) -> None:
    member, key = person(acme, "Colleague", acme.owner_key, ["read", "recommend"])
    colleague, made = volunteer(acme, key, member=member), suggested(acme)
    path = acme.path(f"/suggestions/{made['id']}/shares")
    told = {"advocate": colleague["id"], "url": URL}
    acme.house.refused(403, "POST", path, told, key=acme.owner_key)
    acme.house.refused(403, "POST", path, told, key=acme.agent_key)
    acme.house.refused(422, "POST", path, told | {"url": "javascript:alert(1)"}, key=key)
    acme.house.refused(422, "POST", path, told | {"advocate": "adv_none"}, key=key)
    unseen = acme.path(f"/suggestions/{suggest(acme)['id']}/shares")
    acme.house.refused(409, "POST", unseen, told, key=key)
    assert share(acme, made, colleague, URL, key)["shares"] == 1


def test_the_latest_of_an_advocates_shares_are_kept(acme: Brand) -> None:
    advocate = acme.house.store.get(Advocate, "acme", volunteer(acme)["id"])
    assert advocate is not None
    for number in range(MOST_SHARES + 1):
        advocate = advocate.sharing(Share(suggestion="sug_1", url=str(number), at=acme.house.clock.now()))
    assert [one.url for one in advocate.shares] == [str(number) for number in range(1, MOST_SHARES + 1)]


# And nothing else


def test_no_route_makes_a_post_of_a_suggestion(acme: Brand) -> None:
    advocate, made = volunteer(acme), suggest(acme)
    acme.agree({"community": {"approvals": 0}})
    acme.house.store.commits.clear()
    made = decide(acme, made)
    share(acme, made, advocate, URL)
    fitting(acme, advocate)
    acme.house.ok("DELETE", acme.path(f"/advocates/{advocate['id']}"), key=acme.owner_key)
    written = [record for commit in acme.house.store.commits for record in commit]
    assert written
    assert not [record for record in written if isinstance(record, Post | Timer | Attempt)]
    assert not acme.house.outbound.sent
    assert acme.house.tick() == 0
    post = {"account": acme.account, "handle": "acme", "function": "community"}
    for used in ({"reply": {"id": made["id"]}}, {"suggestion": made["id"], "text": "a"}):
        acme.house.refused(422, "POST", acme.path("/posts"), post | used, key=acme.agent_key)
    for rest in ("", "/publish", "/cancel", "/approvals"):
        given = acme.house.call(
            "POST" if rest else "GET",
            acme.path(f"/posts/{made['id']}{rest}"),
            {"": None, "/publish": None, "/cancel": {"reason": "a"}}.get(
                rest, {"verdict": "approve", "content_hash": made["content_hash"]}
            ),
            key=person(acme, "All", acme.owner_key, ["read", "recommend", "approve", "publish"])[1],
        )
        assert given.status == 404


def test_the_routes_of_suggestions_are_these_and_none_of_them_asks_to_post() -> None:
    routes = {
        f"{route.method} {route.path.partition('/suggestions')[2]}" for route in ROUTES if "/suggestions" in route.path
    }
    assert routes == {"POST ", "GET ", "POST /{suggestion}/approvals", "POST /{suggestion}/shares"}
    assert not [route for route in ROUTES if "/suggestions" in route.path and "post" in route.asks]
