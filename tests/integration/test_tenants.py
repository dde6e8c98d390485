"""A key of one client is told nothing of another, on any route, and changes nothing there."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra import client as http
from infra.demo import senders
from infra.openapi import document
from tests.integration.brands import Brand, Line, invoked, line, nothing_written, refused, until
from tests.integration.contract import operations
from tests.pictures import picture, sent

ROUTES = [
    (method, path)
    for method, path, operation in operations(document())
    if "{client}" in path and operation.get("security") != []
]
"""That a key opens. What is opened by a token in its address, no key opens or keeps shut."""
OF_RECOVER = {path for _, path, operation in operations(document()) if "recover" in operation["tags"]}
ITEMS = [(method, path) for method, path in ROUTES if path.count("{") == 2 and "{week}" not in path]


@pytest.fixture(scope="package")
def theirs(make_lasting_brand: Callable[[str], Brand]) -> tuple[Brand, dict[str, str]]:
    """Another client, and an id of each kind of thing in it."""
    brand = make_lasting_brand("theirs")
    tool = brand.source("standard", network="mastodon")
    report = {"external_id": "1", "author": "someone", "text": "Can you help?"}
    assert senders.standard(brand.hook(tool), tool["secret"], [report], "msg_1").status == 200
    (mention,) = brand.inbox(1)
    question = {"question": "May we?", "to": brand.approver.member}
    post = brand.draft("Hello")["id"]
    links = brand.path(f"/posts/{post}/approval-links")
    promise = {
        "what": "A call",
        "due_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat(),
        "function": "sales",
    }
    endpoint = brand.owner.desk.post(
        brand.path("/endpoints"), {"url": "http://127.0.0.1:9/nobody", "events": ["stop.*"]}
    )
    replays = brand.path(f"/endpoints/{endpoint['id']}/replays")
    ids = {
        "client": brand.client,
        "member": brand.approver.member,
        "key": brand.get("/keys")[0]["id"],
        "account": brand.account,
        "source": tool["id"],
        "endpoint": endpoint["id"],
        "replay": brand.owner.desk.post(replays, {"since": (datetime.now(UTC) - timedelta(hours=1)).isoformat()})["id"],
        "mention": mention["id"],
        "escalation": brand.agent.desk.post(brand.path(f"/mentions/{mention['id']}/escalations"), question)["id"],
        "post": post,
        "link": brand.owner.desk.post(links, {"member": brand.approver.member})["id"],
        "feed": brand.owner.desk.post(brand.path("/plan/feeds"), {"name": "Theirs"})["id"],
        "shift": brand.agent.desk.post(brand.path("/shifts"), shift(brand))["id"],
        "watch": brand.published("Good morning")["id"],
        "follow_up": brand.agent.desk.post(brand.path("/follow-ups"), promise)["id"],
        "network": "mastodon",
        "author": "@someone",
        "sha256": brand.call("POST", "/media", sent(picture(colour=(1, 2, 3))), by=brand.agent).body["sha256"],
        **content_to_use_again(brand),
        "week": "2026-W01",
        "export": brand.owner.desk.post(brand.path("/exports"), {"from": "2026-01-01", "until": "2026-01-01"})["id"],
        "crisis": "cri_theirs",  # one takes some minutes to come about; tests/unit/test_api_routes.py has one
    }
    until("what was begun has ended", lambda: has_ended(brand))
    return brand, ids


def has_ended(brand: Brand) -> bool:
    """Whether functions have nothing more to write of what was asked for, in the midst of a test that nothing is."""
    invoked(brand.engine, "review.export")
    return {"export.done", "replay.finished"} <= set(brand.facts())


def content_to_use_again(brand: Brand) -> dict[str, str]:
    now = datetime.now(UTC)
    written = {
        "replies": {"name": "Greeting", "text": "Hello", "functions": ["community"]},
        "suggestions": {
            "text": "We are hiring #employee",
            "disclosure": "#employee",
            "starts_at": now.isoformat(),
            "ends_at": (now + timedelta(days=1)).isoformat(),
        },
        "advocates": {"name": "Somebody", "consented_at": now.isoformat()},
    }
    made = {kind: brand.owner.desk.post(brand.path(f"/{kind}"), body)["id"] for kind, body in written.items()}
    return {"reply": made["replies"], "suggestion": made["suggestions"], "advocate": made["advocates"]}


def shift(brand: Brand) -> dict[str, Any]:
    begins = datetime.now(UTC) + timedelta(hours=1)
    ends = begins + timedelta(hours=1)
    return {"member": brand.agent.member, "starts_at": begins.isoformat(), "ends_at": ends.isoformat()}


BODIES: dict[str, Any] = {
    "acceptance": {"verdict": "refuse", "reason": "Ours now."},
    "acknowledgement": {"version": 1},
    "notes": {"text": "Ours now."},
    "links": {"name": "Ours now."},
    "trainings": {"name": "Theirs", "at": "2026-01-01T00:00:00Z"},
    "handover": {"note": "Ours now."},
    "recommendations": {"action": "ignore", "note": "Ours now."},
    "escalations": {"question": "May we?", "to": "mbr_1"},
    "dismissal": {"reason": "Ours now."},
    "check": {"activity": "create", "function": "sales"},
    "signatures": {"sha256": "0" * 64},
    "requests": {
        "activity": "create",
        "function": "sales",
        "until": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
    },
    "assignment": {"to": "Ours now."},
    "snooze": {"until": (datetime.now(UTC) + timedelta(days=1)).isoformat()},
    "answer": {"answer": "No."},
    "approval-links": {"member": "mbr_1"},
    "withdrawal": {"reason": "Ours now."},
    "close": {"outcome": "kept"},
    "approvals": {"verdict": "approve", "content_hash": "0" * 64},
    "cancel": {"reason": "Ours now."},
    "exports": {"from": "2026-01-01", "until": "2026-01-01"},
    "shares": {"advocate": "adv_1", "url": "https://social.example/@me/1"},
    "mark": {"role": "employee", "holds": True},
    "credentials": {"credentials": {"access_token": "sandbox-theirs"}},
}
"""By the last part of the path."""


def url(brand: Brand, path: str) -> str:
    """Of the API that serves the route."""
    return brand.engine.recover_url if path in OF_RECOVER else brand.engine.api_url


def strangers(brand: Brand) -> list[Line]:
    """Every key that is not of the other client: the owner's, a writer's of the same agency, another agency's."""
    owner = {"name": "Owner", "signature": "^OW"}
    admitted = brand.owner.desk.post(brand.path("/agencies"), {"name": "Another agency", "owner": owner})
    return [brand.owner, brand.agent, line(brand.engine, admitted["owner"], admitted["owner_key"])]


OF_NO_CLIENT = {
    "/approve/{token}",
    "/reviews/{token}",
    "/hooks/{source}",
    "/clients",
    "/event-types",
    "/networks",
    "/openapi.json",
    "/mandate/templates",
    "/stops",
    "/drills",
    "/recalls",
}
"""Paths that name no client, and two that open without a key. What recover's say is told below."""


def test_no_route_is_left_out() -> None:
    paths = {path for _, path, _ in operations(document())}
    assert {path for path in paths if "{client}" not in path and "{stop}" not in path} == OF_NO_CLIENT


def test_every_route_of_another_client_is_not_found(brand: Brand, theirs: tuple[Brand, dict[str, str]]) -> None:
    other, ids = theirs
    keys = [stranger.key for stranger in strangers(brand)]
    with nothing_written(brand, other):
        for method, path in ROUTES:
            body = None if method in ("GET", "DELETE") else BODIES.get(path.rpartition("/")[2], {})
            for key in keys:
                answered = http.request(method, url(brand, path) + path.format(**ids), body, key=key)
                refused(answered, 404, "not-found")


@pytest.mark.parametrize(("method", "path"), ITEMS)
def test_nothing_of_another_client_is_found_under_ones_own(
    standing: Brand, theirs: tuple[Brand, dict[str, str]], method: str, path: str
) -> None:
    other, ids = theirs
    own = path.format(**ids | {"client": standing.client})
    named = BODIES.get(path.rpartition("/")[2])
    patch = {"text": "Ours now."} if path.endswith("{post}") else {}
    body = {"PATCH": patch, "POST": named, "PUT": named}.get(method)
    with nothing_written(standing, other):
        refused(http.request(method, url(standing, path) + own, body, key=standing.owner.key), 404, "not-found")


@pytest.mark.parametrize(
    "changed", [{"account": "account"}, {"mention": "mention"}], ids=["their account", "their mention"]
)
def test_a_post_is_of_ones_own_account_and_answers_ones_own_mention(
    standing: Brand, theirs: tuple[Brand, dict[str, str]], changed: dict[str, str]
) -> None:
    other, ids = theirs
    ((field, kind),) = changed.items()
    draft = {"account": standing.account, "handle": standing.client, "text": "Hello", "function": "community"}
    with nothing_written(standing, other):
        answered = standing.call("POST", "/posts", draft | {field: ids[kind]}, by=standing.agent)
        refused(answered, 422, "invalid", field)


def test_nobody_stops_recalls_or_resumes_for_another_client(brand: Brand, theirs: tuple[Brand, dict[str, str]]) -> None:
    other, ids = theirs
    recover = brand.engine.recover_url
    stop = other.second.recover.post("/stops", {"scope": f"post:{other.client}/{ids['post']}", "reason": "a drill"})
    scopes = [
        f"client:{other.client}",
        f"account:{other.client}/{ids['account']}",
        f"post:{other.client}/{ids['post']}",
    ]
    keys = [stranger.key for stranger in strangers(brand)]
    with nothing_written(brand, other):
        for key in keys:
            for scope in scopes:
                answered = http.request("POST", f"{recover}/stops", {"scope": scope, "reason": "spite"}, key=key)
                refused(answered, 404, "not-found")
            recall = {"client": other.client, "post": ids["post"]}
            refused(http.request("POST", f"{recover}/recalls", recall, key=key), 404, "not-found")
            refused(http.request("GET", f"{recover}/stops/{stop['id']}", key=key), 404, "not-found")
            refused(http.request("POST", f"{recover}/stops/{stop['id']}/resume", key=key), 404, "not-found")
            let = {"client": other.client, "post": ids["post"], "content_hash": "0" * 64}
            refused(http.request("POST", f"{recover}/stops/{stop['id']}/passes", let, key=key), 404, "not-found")
            drill = {"client": other.client, "account": ids["account"]}
            refused(http.request("POST", f"{recover}/drills", drill, key=key), 404, "not-found")
            refused(http.request("GET", f"{recover}/drills?client={other.client}", key=key), 404, "not-found")
            assert http.request("GET", f"{recover}/stops", key=key).body == []
        crossed = {"client": brand.client, "post": ids["post"]}
        refused(http.request("POST", f"{recover}/recalls", crossed, key=brand.owner.key), 404, "not-found")


def test_a_client_or_a_writer_reaches_no_further_than_the_client(brand: Brand) -> None:
    agency = brand.get("")["agencies"][0]
    with nothing_written(brand):
        for scope in ("everything", "network:mastodon", f"agency:{agency}"):
            for by in (brand.owner, brand.agent):
                stop = {"scope": scope, "reason": "spite"}
                answered = http.request("POST", f"{brand.engine.recover_url}/stops", stop, key=by.key)
                refused(answered, 403, "forbidden")


def test_an_agencys_administration_reaches_its_clients_people_and_not_their_work(brand: Brand) -> None:
    assert brand.call("GET", "/keys", by=brand.agency).status == 200
    with nothing_written(brand):
        for rest in ("", "/inbox", "/posts", "/ledger", "/events"):
            refused(brand.call("GET", rest, by=brand.agency), 404, "not-found")
