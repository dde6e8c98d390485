"""A person without a key decides on one post, once, by a link and a code that came by another way."""

import hashlib
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest

from shared.domain.approval_links import MOST_WRONG_CODES, ApprovalLink
from tests.house import Brand, House, Response, brand, person
from tests.pictures import picture, sent

FORM = {"content-type": "application/x-www-form-urlencoded"}
HOSTILE = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


class Sent:
    """A link as its person has it, and its code."""

    def __init__(self, acme: Brand, post: Any, **more: Any) -> None:
        self.acme, self.post = acme, post
        body = {"member": acme.approver, **more}
        self.made = acme.house.ok("POST", self.links, body, key=acme.owner_key)
        self.path = "/approve/" + self.made["url"].rpartition("/")[2]

    @property
    def links(self) -> str:
        return self.acme.path(f"/posts/{self.post['id']}/approval-links")

    @property
    def wrong(self) -> str:
        return f"{(int(self.made['code']) + 1) % 10**6:06}"

    def open(self, method: str = "GET", **headers: str) -> Response:
        return self.acme.house.call(method, self.path, headers=headers)

    def decide(self, verdict: str = "approve", code: str | None = None, **more: Any) -> Response:
        body = {"verdict": verdict, "code": code or self.made["code"], **more}
        return self.acme.house.call("POST", self.path, body)

    def refused(self, status: int, verdict: str = "approve", code: str | None = None, **more: Any) -> str:
        """What a decision is told that must change nothing."""
        before = self.acme.house.store.everything()
        given = self.decide(verdict, code, **more)
        assert given.status == status, given.body
        assert self.acme.house.store.everything() == before
        return str(given.body["detail"])

    def record(self) -> ApprovalLink:
        found = self.acme.house.store.get(ApprovalLink, self.acme.client, self.made["id"])
        assert found is not None
        return found


@pytest.fixture
def link(acme: Brand) -> Sent:
    return Sent(acme, acme.draft("Good morning"))


# Deciding


def test_a_link_and_its_code_approve_as_a_key_would(acme: Brand, link: Sent) -> None:
    given = link.decide()
    assert (given.status, given.body) == (200, {"post": link.post["id"], "verdict": "approve", "state": "scheduled"})
    approved = acme.post(link.post["id"])
    assert [one["member"] for one in approved["approvals"]] == [acme.approver]
    acme.house.deliver()
    assert acme.post(link.post["id"])["state"] == "published"


def test_the_ledger_says_who_decided_and_by_which_link(acme: Brand, link: Sent) -> None:
    link.decide()
    entries = acme.house.entries()[-3:]
    assert [entry.type for entry in entries] == ["post.approved", "post.scheduled", "link.used"]
    for entry in entries:
        assert entry.who == {"member": acme.approver, "link": link.made["id"], "party": "client"}


def test_a_decision_and_the_use_of_its_link_are_one_commit(acme: Brand, link: Sent) -> None:
    acme.house.store.commits.clear()
    link.decide()
    assert {"ApprovalLink", "Post", "Timer"} <= {type(record).__name__ for record in acme.house.store.commits[0]}


def test_a_rejection_says_why(acme: Brand, link: Sent) -> None:
    link.refused(422, "reject")
    assert link.decide("reject", reason="Not like this.").status == 200
    ended = acme.post(link.post["id"])
    assert (ended["state"], ended["because"]) == ("cancelled", "rejected: Not like this.")


def test_a_change_is_asked_for_and_the_next_who_looks_is_told(acme: Brand, link: Sent) -> None:
    other = Sent(acme, link.post, member=acme.second)
    link.refused(422, "request_change")
    assert link.decide("request_change", reason="Say <when>.").body["state"] == "in_review"
    assert acme.post(link.post["id"])["change_request"]["by"] == acme.approver
    assert "Say &lt;when&gt;." in other.open().body
    assert "change of it was asked for" in other.refused(409)


def test_the_form_offers_each_decision_and_presets_none(link: Sent) -> None:
    page = link.open().body
    assert re.findall(r'name="verdict" value="(\w+)"', page) == ["approve", "reject", "request_change"]
    assert "checked" not in page


def test_the_form_decides_and_answers_with_a_page(acme: Brand, link: Sent) -> None:
    code = link.made["code"]
    body = urlencode({"verdict": "approve", "reason": "", "code": f" {code[:3]} {code[3:]} "}).encode()
    given = acme.house.call("POST", link.path, body, headers=FORM)
    assert (given.status, given.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Approved" in given.body
    assert acme.post(link.post["id"])["state"] == "scheduled"


def test_one_of_two_approvals_leaves_the_post_in_review(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    link = Sent(acme, acme.draft("Good morning"))
    assert link.decide().body["state"] == "in_review"
    second = Sent(acme, acme.post(link.post["id"]), member=acme.second)
    assert second.decide().body["state"] == "scheduled"


def test_nobody_approves_twice_by_a_second_link(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    first = Sent(acme, acme.draft("Good morning"))
    second = Sent(acme, first.post)
    first.decide()
    assert "approved this already" in second.refused(409)


def test_under_a_stop_a_link_approves_as_a_key_does_and_nothing_goes_out(acme: Brand, link: Sent) -> None:
    acme.stop("client:acme")
    assert link.decide().status == 200
    acme.house.deliver()
    assert acme.post(link.post["id"])["state"] == "held"


# Opening


@pytest.mark.parametrize(
    ("method", "agent"),
    [("GET", "Mozilla/5.0"), ("HEAD", "Slackbot-LinkExpanding 1.0"), ("GET", "facebookexternalhit")],
)
def test_opening_a_link_changes_nothing_however_often_and_whoever_does(
    acme: Brand, link: Sent, method: str, agent: str
) -> None:
    before = acme.house.store.everything()
    for _ in range(10):
        assert link.open(method, **{"user-agent": agent, "purpose": "prefetch"}).status == 200
    assert acme.house.store.everything() == before
    assert link.decide().status == 200


def test_the_page_says_what_would_be_said_where_and_when(acme: Brand) -> None:
    house = acme.house
    house.ok(
        "PUT",
        acme.path("/guidelines"),
        {"words": [{"id": "claims", "words": ["best"], "severity": "warn"}]},
        key=acme.owner_key,
    )
    sha256 = house.ok("POST", acme.path("/media"), sent(picture()), key=acme.owner_key)["sha256"]
    at = house.clock.now() + timedelta(days=1)
    mention = house.mention("Who makes the best widgets?", author="curious")
    post = acme.draft(
        "We make the best",
        thread=["And the second best"],
        media=[{"sha256": sha256, "alt": "A widget"}],
        publish_at=at.isoformat(),
        mention=mention,
    )
    page = Sent(acme, post).open().body
    for said in (
        "Approver",
        "@acme",
        "mastodon",
        "We make the best",
        "Part 2 of 2",
        "And the second best",
        "A widget",
        f"https://shelf.example/acme/{sha256}",
        "Europe/Oslo",
        "Who makes the best widgets?",
        "curious",
        "claims",
    ):
        assert said in page, said
    assert f"{at + timedelta(hours=1):%H:%M}" in page


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_what_others_wrote_is_text_on_the_page_and_nothing_else(acme: Brand) -> None:
    house = acme.house
    plain = Tags()
    plain.feed(Sent(acme, acme.draft("Good morning", mention=house.mention("Hello"), thread=["More"])).open().body)
    member = house.ok("POST", acme.path("/members"), {"name": HOSTILE, "signature": "^HO"}, key=acme.owner_key)["id"]
    mention = house.mention(HOSTILE, author=HOSTILE)
    post = acme.draft(HOSTILE, thread=[HOSTILE], mention=mention)
    page = Sent(acme, post, member=member).open().body
    hostile = Tags()
    hostile.feed(page)
    assert "<script" not in page
    assert hostile.seen == plain.seen


def test_the_page_is_whole_in_itself_and_stays_where_it_is(link: Sent) -> None:
    given = link.open()
    page, headers = given.body, given.headers
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|javascript:|\son\w+=", page)
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    policy = headers["Content-Security-Policy"]
    for said in ("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert said in policy
    assert "unsafe" not in policy


def test_neither_the_code_nor_the_secret_is_on_the_page(link: Sent) -> None:
    page = link.open().body
    assert link.made["code"] not in page
    assert link.path.rpartition(".")[2] not in page


# Links that decide nothing


def test_a_link_is_used_once_and_then_says_what_for(acme: Brand, link: Sent) -> None:
    link.decide()
    assert "used already: approve" in link.refused(409)
    given = link.open()
    assert (given.status, given.headers["Content-Type"]) == (409, "text/html; charset=utf-8")
    assert "used already" in given.body


@pytest.mark.parametrize(("hours", "left"), [(1, 3600), (24, 24 * 3600), (72, 72 * 3600)])
def test_a_link_ends_at_its_time(acme: Brand, hours: int, left: int) -> None:
    link = Sent(acme, acme.draft("Good morning"), hours=hours)
    acme.house.clock.sleep(left - 1)
    assert link.open().status == 200
    acme.house.clock.sleep(1)
    assert "run out" in link.refused(409)
    assert "run out" in link.open().body


def test_a_withdrawn_link_decides_nothing(acme: Brand, link: Sent) -> None:
    gone = acme.house.ok("DELETE", f"{link.links}/{link.made['id']}", key=acme.owner_key)
    assert gone["state"] == "withdrawn"
    assert "withdrawn" in link.refused(409)
    acme.house.refused(409, "DELETE", f"{link.links}/{link.made['id']}", key=acme.owner_key)


def test_a_link_to_what_was_edited_since_decides_nothing(acme: Brand, link: Sent) -> None:
    acme.house.ok("PATCH", acme.path(f"/posts/{link.post['id']}"), {"text": "Good evening"}, key=acme.agent_key)
    assert "changed" in link.refused(409)
    assert "Good evening" not in link.open().body


def test_a_removed_members_link_decides_nothing(acme: Brand, link: Sent) -> None:
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert "no more" in link.refused(409)
    assert "Good morning" not in link.open().body


def test_a_link_to_what_is_decided_already_decides_nothing(acme: Brand, link: Sent) -> None:
    acme.house.ok("POST", acme.path(f"/posts/{link.post['id']}/cancel"), {"reason": "no"}, key=acme.agent_key)
    assert "cancelled" in link.refused(409)
    assert link.open().status == 409


def test_guidelines_that_forbid_it_by_now_forbid_it_to_a_link_too(acme: Brand, link: Sent) -> None:
    acme.house.ok("PUT", acme.path("/guidelines"), {"words": [{"id": "a", "words": ["morning"]}]}, key=acme.owner_key)
    assert "breaks the rule" in link.refused(409)


def test_what_is_not_a_decision_of_a_link_is_refused(link: Sent) -> None:
    link.refused(422, "withdraw")
    link.refused(422, "applaud")
    link.refused(422, code="12345")
    link.refused(422, code="1234567")
    link.refused(422, code="١٢٣٤٥٦")


@pytest.mark.parametrize(
    "token", ["x", "apl_acme.lnk_1", "apl_acme.lnk_1.secret", "apl_..", "apl_a#b.c.d", "é", "apl_" + "x" * 400 + ".a.b"]
)
def test_a_token_that_opens_nothing_is_not_found(acme: Brand, token: str) -> None:
    before = acme.house.store.everything()
    acme.house.store.calls.clear()
    for method, body in (("GET", None), ("HEAD", None), ("POST", {"verdict": "approve", "code": "123456"})):
        assert acme.house.call(method, f"/approve/{token}", body).status == 404
    assert acme.house.store.calls == {"get": 3}
    assert acme.house.store.everything() == before


def test_a_token_with_one_character_changed_costs_what_a_right_one_costs_until_it_is_known(link: Sent) -> None:
    path = link.path[:-2] + ("A" if link.path[-2] != "A" else "B") + link.path[-1]
    calls = link.acme.house.store.calls
    calls.clear()
    assert link.acme.house.call("GET", path).status == 404
    assert calls == {"get": 1}


def test_a_token_is_no_key_and_a_key_no_token(acme: Brand, link: Sent) -> None:
    token = link.path.removeprefix("/approve/")
    acme.house.refused(401, "GET", acme.path("/posts"), key=token)
    assert acme.house.call("GET", f"/approve/{acme.owner_key}").status == 404


# Codes


def test_a_link_without_its_code_decides_nothing_and_each_try_is_counted(acme: Brand, link: Sent) -> None:
    for left in range(MOST_WRONG_CODES - 1, -1, -1):
        given = link.decide(code=link.wrong)
        assert given.status == 403
        assert (f"{left} tries" if left else "closed") in given.body["detail"]
        assert acme.house.entries()[-1].type == "link.code_refused"
        assert acme.house.entries()[-1].data["tries_left"] == left
        assert acme.house.entries()[-1].who == {"link": link.made["id"]}
    assert "closed" in link.refused(409)
    assert acme.post(link.post["id"])["state"] == "in_review"


def test_the_right_code_after_four_wrong_ones_decides(link: Sent) -> None:
    for _ in range(MOST_WRONG_CODES - 1):
        link.decide(code=link.wrong)
    assert link.decide().status == 200


def test_tries_at_the_same_moment_are_no_further_tries(acme: Brand, link: Sent) -> None:
    """Each of many tries reads the link before any other has counted; only as many count as there are."""
    store, answered = acme.house.store, []

    def at_once() -> None:
        answered.append(link.decide(code=link.wrong).status)

    for _ in range(20):
        store.before["commit"].append(at_once)
        answered.append(link.decide(code=link.wrong).status)
        store.before["commit"].clear()
    assert answered.count(403) == MOST_WRONG_CODES == link.record().wrong_codes
    assert set(answered) == {403, 409}


def test_a_right_and_a_wrong_code_that_lost_a_race_are_told_the_same(acme: Brand) -> None:
    told = []
    for right in (True, False):
        link = Sent(acme, acme.draft("Good morning"))
        acme.house.store.before["commit"].append(lambda link=link: link.decide(code=link.wrong))
        given = link.decide(code=None if right else link.wrong)
        told.append((given.status, given.body["type"], given.body["detail"].replace(link.made["id"], "")))
        assert link.record().wrong_codes == 1
        assert acme.post(link.post["id"])["state"] == "in_review"
    assert told[0] == told[1]


def test_a_wrong_code_reads_what_a_right_one_reads(acme: Brand) -> None:
    calls = []
    for right in (True, False):
        later = (acme.house.clock.now() + timedelta(days=2)).isoformat()
        link = Sent(acme, acme.draft("Good morning", publish_at=later))
        acme.house.store.calls.clear()
        link.decide(code=None if right else link.wrong)
        calls.append(dict(acme.house.store.calls))
    assert calls[0] == calls[1]


def test_two_uses_at_the_same_moment_are_one(acme: Brand, link: Sent) -> None:
    other: list[Response] = []
    acme.house.store.before["commit"].append(lambda: other.append(link.decide()))
    first = link.decide()
    assert {first.status, other[0].status} == {200, 409}
    assert acme.house.facts().count("link.used") == 1


# Making


def test_neither_secret_is_stored(acme: Brand, link: Sent) -> None:
    stored = str(acme.house.store.everything())
    assert link.path.rpartition(".")[2] not in stored
    record = link.record()
    assert link.made["code"] not in (record.digest, record.code_digest, record.verdict)
    assert hashlib.sha256(link.made["code"].encode()).hexdigest() not in stored


def test_a_link_says_when_it_ends_and_lists_without_secrets(acme: Brand, link: Sent) -> None:
    at = acme.house.clock.now() + timedelta(hours=24)
    assert datetime.fromisoformat(link.made["expires_at"]) == at
    (listed,) = acme.house.ok("GET", link.links, key=acme.agent_key)
    assert (listed["state"], listed["member"], listed["content_hash"]) == (
        "open",
        acme.approver,
        link.post["content_hash"],
    )
    assert not {"digest", "code_digest", "url", "code"} & set(listed)
    link.decide()
    (listed,) = acme.house.ok("GET", link.links, key=acme.agent_key)
    assert (listed["state"], listed["verdict"]) == ("used", "approve")


@pytest.mark.parametrize("hours", [0, -1, 73, 10**9])
def test_a_link_is_good_for_an_hour_to_three_days(acme: Brand, hours: int) -> None:
    path = acme.path(f"/posts/{acme.draft('Good morning')['id']}/approval-links")
    body = {"member": acme.approver, "hours": hours}
    assert acme.house.refused(422, "POST", path, body, key=acme.owner_key)["field"] == "hours"


def test_an_agency_makes_no_link_that_speaks_for_its_client_nor_takes_one_away(acme: Brand, link: Sent) -> None:
    for key in (acme.house.agency_key, person(acme, "Admin", acme.house.agency_key, ["admin"])[1]):
        acme.house.refused(403, "POST", link.links, {"member": acme.approver}, key=key)
        acme.house.refused(403, "DELETE", f"{link.links}/{link.made['id']}", key=key)


def test_who_may_approve_makes_no_links_for_colleagues(acme: Brand, link: Sent) -> None:
    acme.house.refused(403, "POST", link.links, {"member": acme.second}, key=acme.approver_key)


def test_a_link_by_which_nothing_could_be_decided_is_not_made(acme: Brand) -> None:
    path = acme.path(f"/posts/{acme.draft('Good morning')['id']}/approval-links")
    acme.house.refused(403, "POST", path, {"member": acme.agent}, key=acme.house.agency_key)
    approved = acme.approved()
    over = acme.path(f"/posts/{approved['id']}/approval-links")
    acme.house.refused(409, "POST", over, {"member": acme.approver}, key=acme.owner_key)


def test_a_link_is_made_for_somebody_who_is_there(acme: Brand) -> None:
    path = acme.path(f"/posts/{acme.draft('Good morning')['id']}/approval-links")
    acme.house.refused(404, "POST", path, {"member": "mbr_none"}, key=acme.owner_key)
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert acme.house.refused(422, "POST", path, {"member": acme.approver}, key=acme.owner_key)["field"] == "member"


def test_a_link_of_another_post_is_not_withdrawn_under_this_one(acme: Brand, link: Sent) -> None:
    other = acme.draft("Good evening")["id"]
    acme.house.refused(404, "DELETE", acme.path(f"/posts/{other}/approval-links/{link.made['id']}"), key=acme.owner_key)
