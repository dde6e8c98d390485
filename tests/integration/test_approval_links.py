"""A person without a key is sent a link and a code, looks at the post in a browser, and decides."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from infra import client as http
from tests.integration.brands import Brand, nothing_written, refused

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = {"User-Agent": "Mozilla/5.0", "Accept": "text/html"}
PREVIEW = {"User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"}


def linked(brand: Brand, text: str) -> tuple[str, Any]:
    """A post, and a link by which the brand's approver decides on it."""
    post = str(brand.draft(text)["id"])
    body = {"member": brand.approver.member, "hours": 1}
    return post, brand.owner.desk.post(brand.path(f"/posts/{post}/approval-links"), body)


def submitted(link: Any, verdict: str, code: str, reason: str = "") -> http.Answered:
    body = urlencode({"verdict": verdict, "reason": reason, "code": code}).encode()
    return http.request("POST", link["url"], body, headers=BROWSER | FORM)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_a_link_is_looked_at_by_anybody_used_by_its_person_and_good_for_once(brand: Brand) -> None:
    post, link = linked(brand, "Good morning <b>all</b>")
    assert datetime.fromisoformat(link["expires_at"]) > datetime.now(UTC)
    with nothing_written(brand):
        for method, headers in (("GET", BROWSER), ("GET", BROWSER), ("HEAD", PREVIEW), ("GET", PREVIEW)):
            opened = http.request(method, link["url"], headers=headers)
            assert opened.status == 200, opened
            assert opened.headers["Content-Type"] == "text/html; charset=utf-8"
            assert opened.headers["Cache-Control"] == "no-store"
            assert "default-src 'none'" in opened.headers["Content-Security-Policy"]
    assert "Good morning &lt;b&gt;all&lt;/b&gt;" in http.request("GET", link["url"]).body
    approved = submitted(link, "approve", link["code"])
    assert (approved.status, approved.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert [one["member"] for one in brand.becomes(post, "published")["approvals"]] == [brand.approver.member]
    (entry,) = [entry for entry in brand.entries() if (entry["type"], entry["subject"]) == ("post.approved", post)]
    assert (entry["who"]["member"], entry["who"]["link"]) == (brand.approver.member, link["id"])
    with nothing_written(brand):
        again = submitted(link, "approve", link["code"])
        assert (again.status, "used already" in again.body) == (409, True)
        body = {"verdict": "approve", "code": link["code"]}
        refused(http.request("POST", link["url"], body), 409, "wrong-state")


def test_a_link_that_was_passed_on_without_its_code_decides_nothing(brand: Brand) -> None:
    post, link = linked(brand, "Good evening")
    for left in (4, 3, 2, 1, 0):
        told = submitted(link, "approve", wrong(link["code"]))
        assert (told.status, (f"{left} tries" if left else "closed") in told.body) == (403, True)
    with nothing_written(brand):
        assert submitted(link, "approve", link["code"]).status == 409
        assert http.request("GET", link["url"], headers=BROWSER).status == 409
    assert brand.post(post)["state"] == "in_review"


def test_what_was_withdrawn_edited_or_made_up_opens_nothing(brand: Brand) -> None:
    post, withdrawn = linked(brand, "Good noon")
    edited = brand.owner.desk.post(brand.path(f"/posts/{post}/approval-links"), {"member": brand.approver.member})
    brand.owner.desk.delete(brand.path(f"/posts/{post}/approval-links/{withdrawn['id']}"))
    assert brand.call("PATCH", f"/posts/{post}", {"text": "Good night"}, by=brand.agent).status == 200
    with nothing_written(brand):
        for link, why in ((withdrawn, "withdrawn"), (edited, "changed")):
            told = submitted(link, "approve", link["code"])
            assert (told.status, why in told.body) == (409, True)
        made_up = http.request("GET", edited["url"][:-4] + "AAAA", headers=BROWSER)
        assert (made_up.status, made_up.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
        body = {"verdict": "approve", "code": edited["code"]}
        refused(http.request("POST", edited["url"][:-4] + "AAAA", body), 404, "not-found")


def test_a_link_ends_at_its_time(brand: Brand) -> None:
    post, link = linked(brand, "Good afternoon")
    ended(brand, link["id"])
    with nothing_written(brand):
        told = submitted(link, "approve", link["code"])
        assert (told.status, "run out" in told.body) == (409, True)
        assert http.request("GET", link["url"], headers=BROWSER).status == 409
    assert brand.get(f"/posts/{post}/approval-links")[0]["state"] == "expired"


def ended(brand: Brand, link: str) -> None:
    """As if its hour were over."""
    dynamodb, table = brand.engine.cloud.client("dynamodb"), f"backchannel-{brand.engine.stage}-registry"
    key = {"realm": {"S": brand.client}, "item": {"S": f"approval_link#{link}"}}
    item = dynamodb.get_item(TableName=table, Key=key, ConsistentRead=True)["Item"]
    body = json.loads(item["body"]["S"]) | {"expires_at": datetime.now(UTC).isoformat()}
    dynamodb.put_item(TableName=table, Item=item | {"body": {"S": json.dumps(body)}})


def test_a_form_that_cannot_be_read_is_refused_with_a_page(brand: Brand) -> None:
    _, link = linked(brand, "Good day")
    with nothing_written(brand):
        for body, status in ((b"verdict", 400), (b"verdict=%ff", 400), (b"verdict=approve", 422), (b"", 422)):
            given = http.request("POST", link["url"], body, headers=BROWSER | FORM)
            assert (given.status, given.headers["Content-Type"]) == (status, "text/html; charset=utf-8"), given
