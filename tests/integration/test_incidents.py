"""Incidents that people caused at other brands, done again here: nothing goes out, and the ledger tells of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from infra import client as http
from infra.client import Answered, Api
from shared.domain.guidelines.rules import MOST_WORDS
from tests.integration.brands import Brand, Line, nothing_written, person, refused, speaks

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def soon(seconds: float = 6.0) -> dict[str, str]:
    """A time for a post that leaves enough until then to have it approved, and the incident happen."""
    return {"publish_at": (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()}


def drafted(brand: Brand, **changed: Any) -> Answered:
    return brand.call("POST", "/posts", brand.body("Good morning") | changed, by=brand.agent)


def approval(brand: Brand, post: Any, by: Line, **more: Any) -> Answered:
    body = {"verdict": "approve", "content_hash": post["content_hash"], **more}
    return brand.call("POST", f"/posts/{post['id']}/approvals", body, by=by)


def edited_by_owner(brand: Brand, post: Any, **edit: Any) -> Any:
    return brand.call("PATCH", f"/posts/{post['id']}", edit).body


def second_key(brand: Brand, of: Line, *scopes: str) -> Line:
    """Another key of the same person of the client."""
    key = brand.owner.desk.post(brand.path("/keys"), {"member": of.member, "scopes": scopes})["key"]
    return replace(of, key=key, desk=Api(of.desk.url, key), recover=Api(of.recover.url, key))


def agreed(brand: Brand, **row: Any) -> None:
    """A row that gives the agency more, which the agency signs."""
    proposal = brand.call("PUT", "/mandate", {"rows": {"community": row}}).body["proposal"]
    brand.agency.desk.post(brand.path("/mandate/signatures"), {"sha256": proposal["sha256"]})


def guidelines(brand: Brand, **body: Any) -> None:
    """Of the client, read by its agency's writer."""
    version = brand.call("PUT", "/guidelines", body).body["version"]
    brand.agent.desk.post(brand.path(f"/roster/{brand.agent.member}/acknowledgement"), {"version": version})


def told(brand: Brand, subject: str) -> list[tuple[str, str]]:
    """What the ledger says of it: what happened, and which member or function did it."""
    rows = (row for row in brand.entries() if row["subject"] == subject)
    return [(row["type"], row["who"].get("member") or row["who"]["function"]) for row in rows]


def because(brand: Brand, subject: str, kind: str) -> Any:
    (row,) = [row for row in brand.entries() if (row["subject"], row["type"]) == (subject, kind)]
    return row["data"]


# A post from the wrong account


def test_a_text_for_one_client_is_not_drafted_on_anothers_account(make_brand: Callable[[], Brand]) -> None:
    brand, other = make_brand(), make_brand()
    with nothing_written(brand, other):
        slip = refused(drafted(brand, handle=other.client), 422, "invalid", "handle")
        assert f"does not belong to that account, which is @{brand.client}" in slip["detail"]
        for handle in (brand.client, other.client):
            refused(drafted(brand, account=other.account, handle=handle), 422, "invalid", "account")
        body = other.body("Good morning")
        refused(other.call("POST", "/posts", body, by=brand.agent), 404, "not-found")
    assert brand.timeline() == other.timeline() == []


def test_a_text_that_names_another_client_waits_for_its_own_clients_word_whatever_is_delegated(
    make_brand: Callable[[], Brand],
) -> None:
    brand, other = make_brand(), make_brand()
    agreed(brand, approvals=0, approve="either")
    lead = person(brand.engine, brand.client, brand.agency, "read", "approve")
    for text in (f"Ask @{other.client} about it", f"{other.client.title()} has a sale today"):
        post = brand.draft(text)
        (found,) = [one for one in post["findings"] if one["rule"] == "belongs_elsewhere"]
        assert (post["state"], found["severity"], found["approver"]) == ("in_review", "approval", "client")
        assert "if it is meant, the client itself approves it" in found["advice"]
        assert approval(brand, post, lead).body["state"] == "in_review"
        assert told(brand, post["id"]) == [
            ("post.drafted", brand.agent.member),
            ("post.out_of_place", brand.agent.member),
            ("post.approved", lead.member),
        ]
        assert because(brand, post["id"], "post.approved")["still_needed"] == 1
    own = brand.draft("Good morning")
    assert own["state"] == "scheduled"
    brand.becomes(own["id"], "published")
    assert [status["text"] for status in brand.timeline()] == ["Good morning"]
    assert other.timeline() == []


# Dismissed staff


def test_what_dismissed_people_wrote_or_approved_does_not_go_out_at_its_time(brand: Brand) -> None:
    leaver = person(brand.engine, brand.client, brand.owner, "read", "approve")
    speaks(brand.client, leaver, brand.owner)
    kept = brand.owner.desk.post(brand.path("/posts"), brand.body("From who stays", **soon(8.0)))
    theirs = brand.owner.desk.post(brand.path("/posts"), brand.body("Approved by who left", **soon(7.0)))
    written = brand.draft("Written by who left", **soon(7.0))
    brand.approve(kept)
    assert approval(brand, theirs, leaver).body["state"] == "scheduled"
    brand.approve(written)
    links = brand.path(f"/posts/{brand.draft('Hello')['id']}/approval-links")
    link = brand.owner.desk.post(links, {"member": leaver.member})

    for gone, post, why in (
        (brand.agent, written["id"], "its author was dismissed: has left"),
        (leaver, theirs["id"], "who approved it was dismissed: has left"),
    ):
        path = brand.path(f"/roster/{gone.member}/dismissal")
        ended = brand.owner.desk.post(path, {"reason": "has left"})
        assert [(one["post"], one["was"]) for one in ended["reopened"]] == [(post, "scheduled")]
        assert (len(ended["keys_revoked"]), ended["being_sent"], ended["left"]) == (1, [], 0)
        refused(brand.call("GET", "/inbox", by=gone), 401, "unauthorized")
        back = brand.post(post)
        assert (back["state"], back["because"], back["due_at"]) == ("in_review", why, None)
        assert told(brand, post)[-1] == ("post.reopened", brand.owner.member)
        assert because(brand, post, "post.reopened")["because"] == why
        assert told(brand, gone.member)[-2:] == [
            ("member.removed", brand.owner.member),
            ("roster.dismissed", brand.owner.member),
        ]
    with nothing_written(brand):
        refused(drafted(brand, text="Fired!"), 401, "unauthorized")
        used = urlencode({"verdict": "approve", "reason": "", "code": link["code"]}).encode()
        assert http.request("POST", link["url"], used, headers=FORM).status == 409
        silent = refused(approval(brand, written, brand.approver), 409, "wrong-state")
        assert "Somebody who may speak can take it over with PATCH" in silent["detail"]
    brand.becomes(kept["id"], "published")
    assert [status["text"] for status in brand.timeline()] == ["From who stays"]
    assert {brand.post(post["id"])["state"] for post in (theirs, written)} == {"in_review"}


# Offensive text or link


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("What the f**k", "breaks the rule profanity: say it without this word"),
        ("Well, ѕһіt", "breaks the rule profanity"),
        ("s\u200bh\u200bi\u200bt happens", "breaks the rule profanity"),
        ("See https://bit.ly/3xYz", "leads through bit.ly, which can be pointed elsewhere after the approval"),
        ("See https://brand.example@evil.example/", "give the address itself"),
        ("See https://brаnd.example/", "mixes Cyrillic and Latin letters, which look alike"),
    ],
)
def test_coarse_words_in_disguise_and_links_that_hide_where_they_lead_are_refused(
    standing: Brand, text: str, says: str
) -> None:
    with nothing_written(standing):
        assert says in refused(drafted(standing, text=text), 422, "invalid", "text")["detail"]
        assert says in refused(drafted(standing, thread=["Hello", text]), 422, "invalid", "thread.1")["detail"]
    assert standing.timeline() == []


def test_a_word_that_the_client_forbids_after_the_approval_is_held_at_its_time(brand: Brand) -> None:
    post = brand.scheduled("Our tea cures everything", **soon())
    guidelines(brand, words=[{"id": "claims", "words": ["cures everything"], "severity": "block"}])
    held = brand.becomes(post, "held")
    assert "the guidelines in force do not let it be said: “cures everything” at 8–24" in held["because"]
    assert told(brand, post)[-1] == ("post.held", "publish.send")
    assert because(brand, post, "post.held")["because"] == held["because"]
    with nothing_written(brand):
        refused(drafted(brand, text="It cures everything"), 422, "invalid", "text")
    assert brand.timeline() == []


def test_ten_thousand_hostile_words_are_looked_for_in_a_hostile_text(brand: Brand) -> None:
    words = [f"(a+)+{number:o}b".translate(str.maketrans("01234567", "cdefghij")) for number in range(MOST_WORDS)]
    guidelines(brand, words=[{"id": "many", "words": words, "severity": "block"}])
    with nothing_written(brand):
        assert "many" in refused(drafted(brand, text=f"Say {words[-1]} now"), 422, "invalid", "text")["detail"]
        for more, field in ((["a*a*a"], "words.0.words"), ([*words, "bb"], "words"), (["*a*"], "words.0.words")):
            rule = {"id": "many", "words": more, "severity": "block"}
            refused(brand.call("PUT", "/guidelines", {"words": [rule]}), 422, "invalid", field)
    assert drafted(brand, text="a" * 490 + "!").status == 201
    assert brand.timeline() == []


# Self-approval


def test_nobody_approves_what_they_wrote_by_whatever_key_or_name_or_way(brand: Brand) -> None:
    other = second_key(brand, brand.owner, "read", "approve")
    own = brand.owner.desk.post(brand.path("/posts"), brand.body("My own"))
    edited = edited_by_owner(brand, brand.draft("Hello"), text="As I want it")
    post = brand.draft("HELLO")
    wish = {"verdict": "request_change", "reason": "Too loud.", "suggestion": {"text": "My own words"}}
    assert approval(brand, post, brand.owner, **wish).status == 200
    adopted = edited_by_owner(brand, post, as_suggested=True)
    assert (adopted["text"], adopted["author"]) == ("My own words", brand.owner.member)
    with nothing_written(brand):
        for one in (own, edited, adopted):
            for by in (brand.owner, other):
                problem = refused(approval(brand, one, by), 403, "forbidden")
                assert problem["detail"] == "No one approves their own draft."
    assert told(brand, post["id"]) == [
        ("post.drafted", brand.agent.member),
        ("post.change_requested", brand.owner.member),
        ("post.changed", brand.owner.member),
    ]
    assert brand.timeline() == []


def test_two_keys_of_one_person_are_one_approval_even_at_the_same_moment(brand: Brand) -> None:
    brand.call("PUT", "/mandate", {"rows": {"community": {"approvals": 2}}})
    post, other = brand.draft("We are sorry"), second_key(brand, brand.approver, "approve")
    with ThreadPoolExecutor(2) as pool:
        given = list(pool.map(lambda by: approval(brand, post, by), (brand.approver, other)))
    assert sorted(answered.status for answered in given) == [200, 409]
    with nothing_written(brand):
        again = refused(approval(brand, post, other), 409, "wrong-state")
        assert "the other approval is somebody else's to give" in again["detail"]
    assert [one["member"] for one in brand.post(post["id"])["approvals"]] == [brand.approver.member]
    assert told(brand, post["id"])[1:] == [("post.approved", brand.approver.member)]
    assert (brand.post(post["id"])["state"], brand.timeline()) == ("in_review", [])


def test_an_agency_does_not_approve_in_its_clients_name_by_key_or_link(brand: Brand) -> None:
    lead = person(brand.engine, brand.client, brand.agency, "read", "approve")
    post = brand.draft("Good morning")
    key = {"member": brand.approver.member, "scopes": ["approve"]}
    with nothing_written(brand):
        refused(approval(brand, post, lead), 403, "forbidden")
        refused(brand.call("POST", "/keys", key, by=brand.agency), 403, "forbidden")
        link = {"member": brand.approver.member}
        refused(brand.call("POST", f"/posts/{post['id']}/approval-links", link, by=brand.agency), 403, "forbidden")
    assert (brand.post(post["id"])["state"], brand.timeline()) == ("in_review", [])


# What changes between the approval and its time


def test_a_mandate_narrowed_after_the_approval_holds_the_post_at_its_time_and_an_edit_takes_it_back(
    brand: Brand,
) -> None:
    edited = brand.scheduled("Before the edit", **soon())
    narrowed = brand.scheduled("Approved by one", **soon())
    assert brand.call("PATCH", f"/posts/{edited}", {"text": "After the edit"}, by=brand.agent).status == 200
    brand.call("PUT", "/mandate", {"rows": {"community": {"approvals": 2}}})
    held = brand.becomes(narrowed, "held")
    assert held["because"] == "the mandate in force asks for 2 approval(s), of which 1 stand"
    assert told(brand, narrowed)[-1] == ("post.held", "publish.send")
    assert because(brand, narrowed, "post.held")["because"] == held["because"]
    assert [kind for kind, _ in told(brand, edited)][-2:] == ["post.scheduled", "post.changed"]
    back = brand.post(edited)
    assert (back["state"], back["approvals"], brand.timeline()) == ("in_review", [], [])


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ({"sales": {"approvals": 6}}, "rows.sales.approvals"),
        ({"sales": {"approve": "on_request"}}, "rows.sales.approve"),
        ({"sales": {"approvals": 0, "approvers": [{"party": "client"}]}}, "rows.sales.approvers"),
        ({"sales": {"approvers": [{"party": "agency"}]}}, "rows.sales.approvers"),
        ({"sales": {"aprovals": 1}}, "rows.sales.aprovals"),
    ],
    ids=str,
)
def test_a_mandate_that_contradicts_itself_is_refused_naming_the_cell(standing: Brand, rows: Any, field: str) -> None:
    with nothing_written(standing):
        refused(standing.call("PUT", "/mandate", {"rows": rows}), 422, "invalid", field)
