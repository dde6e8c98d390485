"""The OpenAPI document is valid, and the running system does what it says, all of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator

from infra import client as http
from infra.demo import senders
from infra.demo.receiver import receiving
from infra.openapi import document
from shared.api.problems import KINDS
from tests.integration.brands import PROBLEM, Brand, person, speaks, until
from tests.integration.contract import Contract, operations
from tests.pictures import picture, sent


def test_the_document_is_openapi_3_1() -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(json.loads(json.dumps(document())), cls=validator.OpenAPIV31SpecValidator)


def test_every_schema_is_a_json_schema() -> None:
    for schema in document()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_an_operation_is_named_once() -> None:
    names = [operation["operationId"] for _, _, operation in operations(document())]
    assert len(names) == len(set(names))


def test_every_kind_of_problem_is_documented() -> None:
    documented = document()["components"]["schemas"]["Problem"]["properties"]["type"]["enum"]
    assert {PROBLEM + kind.type for kind in KINDS} == set(documented)


def test_every_operation_can_be_done_and_answers_as_documented(
    make_brand: Callable[[], Brand], contract: Contract
) -> None:
    brand = make_brand()
    says_itself(brand)
    people(brand)
    doors(brand)
    deliveries(brand)
    rules(brand)
    plan(brand)
    roster(brand)
    shifts(brand)
    mentions(brand)
    audience(brand)
    pictures(brand)
    posts(brand)
    approval_links(brand)
    replies(brand)
    advocates(brand)
    stops(brand)
    readiness(brand)
    figures(brand)
    succeeded = {name for name, status in contract.answered if status < 300}
    assert succeeded == {operation["operationId"] for _, _, operation in operations(document())}


def done(brand: Brand, method: str, rest: str, body: Any = None) -> Any:
    answered = brand.call(method, rest, body)
    assert answered.status in (200, 201), answered
    return answered.body


def says_itself(brand: Brand) -> None:
    url = f"{brand.engine.api_url}/openapi.json"
    served = http.request("GET", url)
    assert served.body == json.loads(json.dumps(document()))
    tag = {name.lower(): value for name, value in served.headers.items()}["etag"]
    assert http.request("GET", url, headers={"If-None-Match": tag}).status == 304
    assert http.request("HEAD", url).status == 200


def people(brand: Brand) -> None:
    done(brand, "GET", "")
    done(brand, "POST", "/agencies", {"name": "Second agency", "owner": {"name": "Owner", "signature": "^SA"}})
    member = done(brand, "POST", "/members", {"name": "Intern", "signature": "^IN"})["id"]
    key = done(brand, "POST", "/keys", {"member": member, "scopes": ["read"]})["id"]
    done(brand, "PATCH", f"/members/{member}", {"teams": ["legal"]})
    done(brand, "PATCH", f"/members/{member}", {"own_accounts": [{"network": "x", "handle": "intern"}]})
    done(brand, "GET", "/members")
    done(brand, "GET", "/keys")
    assert done(brand, "GET", "/separation")["accounts"]
    done(brand, "DELETE", f"/keys/{key}")
    done(brand, "DELETE", f"/members/{member}")


def doors(brand: Brand) -> None:
    assert brand.owner.desk.get("/networks")["networks"]
    assert brand.owner.desk.get("/event-types")
    account = {
        "network": "mastodon",
        "handle": f"{brand.client}-two",
        "base_url": brand.engine.network_url,
        "credentials": {"access_token": f"sandbox-{brand.client}-two"},
    }
    opened = {
        "accounts": account,
        "sources": {"name": "Tool", "scheme": "standard", "network": "mastodon"},
        "endpoints": {"url": "http://127.0.0.1:9/nobody", "events": ["post.*"]},
    }
    for kind, body in opened.items():
        made = done(brand, "POST", f"/{kind}", body)["id"]
        assert made in {one["id"] for one in done(brand, "GET", f"/{kind}")}
        if kind == "sources":
            done(brand, "POST", f"/sources/{made}/secrets", {})
            done(brand, "DELETE", f"/sources/{made}/secrets")
            done(brand, "GET", f"/sources/{made}/unread")
        if kind == "endpoints":
            done(brand, "PATCH", f"/endpoints/{made}", {"envelope": "cloudevents"})
            done(brand, "POST", f"/endpoints/{made}/secrets")
            done(brand, "DELETE", f"/endpoints/{made}/secrets")
            done(brand, "POST", f"/endpoints/{made}/test")
        done(brand, "DELETE", f"/{kind}/{made}")
    done(brand, "GET", "/events?type=endpoint.added&limit=1")


def deliveries(brand: Brand) -> None:
    with receiving() as receiver:
        receiver.take = lambda _headers, _body: 410  # type: ignore[method-assign]
        path = f"/endpoints/{done(brand, 'POST', '/endpoints', {'url': receiver.url})['id']}"
        member = done(brand, "POST", "/members", {"name": "Passing", "signature": "^PA"})["id"]
        until("disabled", lambda: done(brand, "GET", f"{path}/health")["state"] == "disabled")
    assert done(brand, "POST", f"{path}/enable")["disabled_at"] is None
    waiting = done(brand, "GET", f"{path}/deliveries?state=waiting")["items"]
    assert {one["status"] for one in waiting} <= {0, 410}
    since = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    replay = done(brand, "POST", f"{path}/replays", {"since": since})["id"]
    assert done(brand, "GET", f"{path}/replays/{replay}")["id"] == replay
    done(brand, "DELETE", path)
    done(brand, "DELETE", f"/members/{member}")


def rules(brand: Brand) -> None:
    agency = done(brand, "GET", "")["agencies"][0]
    done(brand, "PUT", "/mandate", {"agency": agency, "rows": {"sales": {"approvals": 2}}})
    assert done(brand, "GET", f"/mandate?agency={agency}")["rows"]["sales"]["approvals"] == 2
    assert len(brand.owner.desk.get("/mandate/templates")) == 5
    done(brand, "PUT", "/mandate", {"agency": agency, "rows": {"contest": {"create": "on_request"}}})
    proposal = done(brand, "PUT", "/mandate", {"agency": agency, "rows": {"sales": {"approvals": 1}}})["proposal"]
    brand.agency.desk.post(brand.path("/mandate/signatures"), {"sha256": proposal["sha256"]})
    assert [one["number"] for one in done(brand, "GET", f"/mandate/versions?agency={agency}")] == [5, 3, 2, 1]
    until = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    question = {"agency": agency, "function": "contest", "activity": "create"}
    assert done(brand, "POST", "/mandate/check", question | {"party": "agency"})["answer"] == "needs_request"
    done(brand, "POST", "/mandate/requests", question | {"until": until})
    assert done(brand, "POST", "/mandate/check", question | {"party": "agency"})["answer"] == "needs_approval"
    done(brand, "PUT", "/priorities", {"items": [{"name": "Launch", "weight": 10, "words": ["launch"]}]})
    done(brand, "GET", "/priorities")
    assert done(brand, "GET", "/listening")["version"] == 0
    assert done(brand, "PUT", "/listening", {"answer_minutes": {"sales": 30}})["version"] == 1
    assert done(brand, "GET", "/guidelines")["version"] == 0
    assert done(brand, "PUT", "/guidelines", {"hashtags": {"most": 3}})["version"] == 1


def plan(brand: Brand) -> None:
    assert done(brand, "GET", "/plan")["version"] == 0
    slot = {"weekday": "monday", "at": "09:00", "account": brand.account, "theme": "The week ahead"}
    assert done(brand, "PUT", "/plan", {"slots": [slot], "cadence": [{"most_a_day": 20}]})["version"] == 1
    assert len(done(brand, "GET", "/plan/calendar")["days"]) == 28
    feed = done(brand, "POST", "/plan/feeds", {"name": "The brand's calendar"})
    assert {one["id"] for one in done(brand, "GET", "/plan/feeds")} == {feed["id"]}
    read = http.request("GET", feed["url"])
    assert (read.status, "The week ahead" in read.body) == (200, True)
    assert http.request("HEAD", feed["url"]).status == 200
    done(brand, "DELETE", f"/plan/feeds/{feed['id']}")
    assert http.request("GET", feed["url"]).status == 404


def roster(brand: Brand) -> None:
    brand.agent.desk.post(brand.path(f"/roster/{brand.agent.member}/acknowledgement"), {"version": 1})
    trained = {"name": "Tone of voice", "at": datetime.now(UTC).isoformat()}
    done(brand, "POST", f"/roster/{brand.agent.member}/trainings", trained)
    places = {one["member"]: one for one in done(brand, "GET", "/roster")}
    assert places[brand.agent.member]["silent"] is None
    assert "has not acknowledged" in places[brand.owner.member]["silent"]
    leaver = person(brand.engine, brand.client, brand.agency, "read", "recommend")
    speaks(brand.client, leaver, brand.agency, accepted_by=brand.owner)
    left = leaver.desk.post(brand.path("/posts"), brand.body("Who will say this?"))["id"]
    dismissed = done(brand, "POST", f"/roster/{leaver.member}/dismissal", {"reason": "Has left."})
    assert (len(dismissed["keys_revoked"]), dismissed["left"]) == (1, 0)
    assert brand.call("GET", "/roster", by=leaver).status == 401
    assert brand.post(left)["state"] == "in_review"


def shifts(brand: Brand) -> None:
    begins = datetime.now(UTC) - timedelta(minutes=1)
    planned = [
        {
            "member": brand.agent.member,
            "starts_at": (begins + timedelta(hours=hours)).isoformat(),
            "ends_at": (begins + timedelta(hours=hours + 1)).isoformat(),
        }
        for hours in (0, 1)
    ]
    now, after = (brand.agent.desk.post(brand.path("/shifts"), shift)["id"] for shift in planned)
    brand.agent.desk.post(brand.path(f"/shifts/{now}/handover"), {"note": "All quiet."})
    shown = {one["id"]: one for one in done(brand, "GET", "/shifts")}
    assert [one["note"] for one in shown[after]["handovers"]] == ["All quiet."]
    assert brand.call("DELETE", f"/shifts/{after}", by=brand.agent).status == 200


def mentions(brand: Brand) -> None:
    x = brand.source("x", secret="an app secret of X")
    assert http.request("GET", f"{brand.hook(x)}?crc_token=token").status == 200
    tool = brand.source("standard", network="mastodon")
    reports = [{"external_id": str(number), "author": "someone", "text": "Can you help?"} for number in range(3)]
    assert senders.standard(brand.hook(tool), tool["secret"], reports, "msg_1").status == 200
    first, second, third = (item["id"] for item in brand.inbox(3))
    agent = brand.agent.desk
    agent.get(brand.path(f"/mentions/{first}"))
    agent.get(brand.path(f"/mentions/{first}/conversation"))
    for step, body in {
        "claim": {"minutes": 5},
        "release": {},
        "assignment": {"to": "The night shift"},
        "snooze": {"until": (datetime.now(UTC) + timedelta(hours=1)).isoformat()},
        "wake": {},
    }.items():
        agent.post(brand.path(f"/mentions/{first}/{step}"), body)
    agent.post(brand.path("/inbox/actions"), {"action": "claim", "mentions": [first, second]})
    agent.post(brand.path(f"/mentions/{first}/dismissal"), {"reason": "Not ours."})
    draft = {"account": brand.account, "handle": brand.client, "text": "We look into it."}
    agent.post(brand.path(f"/mentions/{second}/recommendations"), {"action": "respond", "drafts": [draft]})
    question = {"question": "What may we say?", "to": brand.approver.member}
    asked = agent.post(brand.path(f"/mentions/{third}/escalations"), question)
    agent.get(brand.path("/escalations"))
    done(brand, "POST", f"/escalations/{asked['id']}/answer", {"answer": "All of it."})
    done(brand, "PUT", "/escalation-plan", {"functions": {"*": {"people": [brand.approver.member]}}})
    done(brand, "GET", "/escalation-plan")
    again = agent.post(brand.path(f"/mentions/{third}/escalations"), {"question": "Really?"})
    agent.post(brand.path(f"/escalations/{again['id']}/withdrawal"), {"reason": "We know."})


def audience(brand: Brand) -> None:
    """Whoever sent the mentions."""
    (somebody,) = done(brand, "GET", "/people?network=mastodon")["items"]
    path = f"/people/mastodon/{quote(somebody['author'])}"
    assert done(brand, "GET", path)["mentions"] == 3
    brand.agent.desk.put(brand.path(f"{path}/mark"), {"role": "influencer", "holds": True})
    done(brand, "DELETE", path)
    brand.agent.desk.post(brand.path(f"/accounts/{brand.account}/follower-audits"), {})
    done(brand, "GET", f"/accounts/{brand.account}/follower-audits")


def pictures(brand: Brand) -> None:
    made = done(brand, "POST", "/media", sent(picture()))["sha256"]
    assert [one["sha256"] for one in done(brand, "GET", "/media")] == [made]
    done(brand, "GET", f"/media/{made}")
    done(brand, "POST", f"/posts/{brand.draft('Look', media=[{'sha256': made}])['id']}/cancel", {"reason": "No."})


def posts(brand: Brand) -> None:
    post = brand.draft("Good morning")
    changed = brand.call("PATCH", f"/posts/{post['id']}", {"text": "Good evening"}, by=brand.agent)
    assert changed.status == 200
    done(brand, "GET", "/posts?state=in_review")
    brand.approve(changed.body)
    brand.becomes(post["id"], "published")
    following(brand, post["id"])
    done(brand, "POST", f"/posts/{brand.draft('Good night')['id']}/cancel", {"reason": "Too late."})
    recalled = brand.second.recover.post("/recalls", {"client": brand.client, "post": post["id"]})
    assert recalled["state"] == "recalled"
    done(brand, "POST", f"/posts/{brand.scheduled('Good noon', on_call=True)}/publish")
    week = brand.week()
    done(brand, "POST", f"/reviews/{week}/actions", {"text": "Greet earlier."})
    done(brand, "GET", f"/reviews/{week}")
    done(brand, "POST", f"/reviews/{week}/notes", {"text": "A quiet week."})
    assert "A quiet week." in done(brand, "GET", f"/reviews/{week}/page")
    link = done(brand, "POST", f"/reviews/{week}/links", {"name": "The board"})
    assert [one["id"] for one in done(brand, "GET", f"/reviews/{week}/links")] == [link["id"]]
    read = http.request("GET", link["url"])
    assert (read.status, "A quiet week." in str(read.body)) == (200, True)
    assert http.request("HEAD", link["url"]).status == 200
    done(brand, "DELETE", f"/reviews/{week}/links/{link['id']}")
    assert http.request("GET", link["url"]).status == 404
    done(brand, "GET", "/ledger")
    done(brand, "GET", "/incidents")
    done(brand, "POST", f"/crises/{brand.in_crisis()['id']}/end")


def approval_links(brand: Brand) -> None:
    path = f"/posts/{brand.draft('Good day')['id']}/approval-links"
    first, second = (done(brand, "POST", path, {"member": brand.approver.member}) for _ in range(2))
    assert {one["id"] for one in done(brand, "GET", path)} == {first["id"], second["id"]}
    done(brand, "DELETE", f"{path}/{first['id']}")
    assert http.request("GET", second["url"]).status == 200
    assert http.request("HEAD", second["url"]).status == 200
    assert http.request("POST", second["url"], {"verdict": "approve", "code": second["code"]}).status == 200


def replies(brand: Brand) -> None:
    agent, path = brand.agent.desk, brand.path("/replies")
    written = {
        "name": "Greeting",
        "text": "Good {what}, {name}",
        "variables": [
            {"name": "name", "kind": "name"},
            {"name": "what", "kind": "choice", "choices": ["day", "night"]},
        ],
        "functions": ["community"],
        "agency": brand.get("")["agencies"][0],
        "evergreen": True,
        "gap_days": 7,
    }
    made = agent.post(path, written)
    changed = brand.call("PATCH", f"/replies/{made['id']}", {"gap_days": 8}, by=brand.agent).body
    approval = {"verdict": "approve", "content_hash": changed["content_hash"]}
    assert brand.approver.desk.post(f"{path}/{made['id']}/approvals", approval)["is_approved"]
    assert [one["id"] for one in done(brand, "GET", "/replies")] == [made["id"]]
    assert done(brand, "GET", f"/replies/{made['id']}")["gap_days"] == 8
    used = {"id": made["id"], "values": {"name": "Friend", "what": "night"}}
    draft = {"account": brand.account, "handle": brand.client, "function": "community", "reply": used}
    post = agent.post(brand.path("/posts"), draft)
    assert brand.becomes(post["id"], "published")["text"] == "Good night, Friend"
    assert brand.call("POST", "/posts", draft, by=brand.agent).status == 409
    assert brand.call("DELETE", f"/replies/{made['id']}", by=brand.agent).status == 200


def advocates(brand: Brand) -> None:
    now = datetime.now(UTC)
    advocate = done(brand, "POST", "/advocates", {"name": "Somebody", "consented_at": now.isoformat()})["id"]
    assert [one["id"] for one in done(brand, "GET", "/advocates")] == [advocate]
    suggestion = {
        "text": "We are hiring #employee",
        "disclosure": "#employee",
        "starts_at": now.isoformat(),
        "ends_at": (now + timedelta(days=1)).isoformat(),
        "agency": brand.get("")["agencies"][0],
    }
    made = brand.agent.desk.post(brand.path("/suggestions"), suggestion)
    path = f"/suggestions/{made['id']}"
    done(brand, "POST", f"{path}/approvals", {"verdict": "approve", "content_hash": made["content_hash"]})
    assert [one["id"] for one in done(brand, "GET", f"/suggestions?advocate={advocate}")] == [made["id"]]
    shared = {"advocate": advocate, "url": "https://social.example/@me/1"}
    assert done(brand, "POST", f"{path}/shares", shared)["shares"] == 1
    done(brand, "DELETE", f"/advocates/{advocate}")


def following(brand: Brand, post: str) -> None:
    assert [one["post"] for one in done(brand, "GET", "/watches")] == [post]
    done(brand, "POST", f"/watches/{post}/close", {"outcome": "settled"})
    due_at = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    made = done(brand, "POST", "/follow-ups", {"what": "A call", "due_at": due_at, "post": post})["id"]
    assert [one["id"] for one in done(brand, "GET", "/follow-ups")] == [made]
    done(brand, "POST", f"/follow-ups/{made}/assignment", {"to": brand.agent.member})
    done(brand, "POST", f"/follow-ups/{made}/close", {"outcome": "kept"})


def figures(brand: Brand) -> None:
    shown = done(brand, "GET", "/measures?by=account")
    assert brand.account in [row["name"] for row in shown["rows"]]
    day = shown["until"]
    asked = done(brand, "POST", "/exports", {"from": day, "until": day, "what": "ledger", "format": "parquet"})
    assert done(brand, "GET", f"/exports/{asked['id']}")["state"] in ("waiting", "running", "done")


def stops(brand: Brand) -> None:
    stop = brand.second.recover.post("/stops", {"scope": f"client:{brand.client}", "reason": "A drill."})["id"]
    assert stop in {one["id"] for one in brand.second.recover.get("/stops")}
    draft = brand.draft("We are sorry.")
    let_through = {"client": brand.client, "post": draft["id"], "content_hash": draft["content_hash"]}
    assert not brand.second.recover.post(f"/stops/{stop}/passes", let_through)["granted"]
    until("drained", lambda: brand.second.recover.get(f"/stops/{stop}")["drained_at"])
    brand.second.recover.post(f"/stops/{stop}/resume")
    assert brand.owner.recover.post(f"/stops/{stop}/resume")["lifted"]


def readiness(brand: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": f"{brand.client}-shadow",
        "base_url": brand.engine.network_url,
        "credentials": {"access_token": f"sandbox-{brand.client}-shadow"},
        "shadow": True,
    }
    shadow = done(brand, "POST", "/accounts", account)["id"]
    done(brand, "POST", f"/accounts/{shadow}/credentials", {"credentials": account["credentials"]})
    brand.second.recover.post("/drills", {"client": brand.client, "account": shadow})
    brand.second.recover.get(f"/drills?client={brand.client}")
    brand.owner.recover.put(brand.path("/recovery-plan"), {"may_stop": [brand.second.member]})
    brand.second.recover.get(brand.path("/recovery-plan"))
