"""What may not be said for a client: it alone says so, and drafts, changes and approvals are held to it."""

from typing import Any

import pytest

from functions.desk.guidelines import LARGEST
from shared.domain.guidelines.rules import MOST_WORDS
from tests.house import Brand, House, brand, person

NEVER = {"id": "never", "words": ["cheapest"]}
CLAIMS = {"id": "claims", "words": ["guaranteed"], "severity": "approval"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def lay_down(acme: Brand, **body: Any) -> Any:
    """Guidelines, which the agents read."""
    laid_down = acme.house.ok("PUT", acme.path("/guidelines"), body, key=acme.owner_key)
    acme.acknowledge()
    return laid_down


def refused(acme: Brand, **changed: Any) -> Any:
    body = {"account": acme.account, "handle": "acme", "text": "Good morning", "function": "community"} | changed
    return acme.house.refused(422, "POST", acme.path("/posts"), body, key=acme.agent_key)


def approve(acme: Brand, post: Any, key: str) -> Any:
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    return acme.house.call("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)


def mandate(acme: Brand, **row: Any) -> None:
    acme.agree({"community": row})


def lead(acme: Brand) -> str:
    """A key of somebody at the agency who approves."""
    return person(acme, "Lead", acme.house.agency_key, ["read", "approve"])[1]


def test_coarse_words_are_refused_when_nobody_has_said_anything(acme: Brand) -> None:
    assert acme.house.ok("GET", acme.path("/guidelines"), key=acme.agent_key)["version"] == 0
    given = refused(acme, text="What the f**k")
    assert given["field"] == "text"
    assert "“f**k” at 9–13 breaks the rule profanity" in given["detail"]


def test_guidelines_are_the_clients_to_say(acme: Brand) -> None:
    acme.house.refused(403, "PUT", acme.path("/guidelines"), {}, key=lead(acme))


def test_guidelines_are_one_statement_that_replaces_the_one_before(acme: Brand) -> None:
    first = lay_down(acme, words=[NEVER])
    second = lay_down(acme, words=[CLAIMS], profanity=None, version=1)
    assert (first["version"], second["version"], second["set_by"]) == (1, 2, acme.owner)
    assert acme.house.ok("GET", acme.path("/guidelines"), key=acme.agent_key) == second
    acme.house.refused(409, "PUT", acme.path("/guidelines"), {"version": 1}, key=acme.owner_key)
    assert acme.draft("The cheapest sh1t")["findings"] == []
    told = [entry.data for entry in acme.house.entries() if entry.type == "guidelines.set"]
    assert told == [{"version": 1, "changed": ["words"]}, {"version": 2, "changed": ["profanity", "words"]}]


def test_each_part_of_a_thread_and_each_draft_is_held_to_them(acme: Brand) -> None:
    lay_down(acme, words=[NEVER])
    assert refused(acme, thread=["Hello", "The ch3apest"])["field"] == "thread.1"
    mention = acme.house.mention("Where is my order?")
    draft = {"account": acme.account, "handle": "acme", "text": "Soon"}
    body = {"action": "respond", "drafts": [draft, draft | {"text": "CHEAPEST"}]}
    path = acme.path(f"/mentions/{mention}/recommendations")
    assert acme.house.refused(422, "POST", path, body, key=acme.agent_key)["field"] == "drafts.1.text"


def test_a_change_is_held_to_them_as_well(acme: Brand) -> None:
    lay_down(acme, words=[NEVER])
    post, edit = acme.draft("Hello"), {"text": "The c h e a p e s t"}
    path = acme.path(f"/posts/{post['id']}")
    assert acme.house.refused(422, "PATCH", path, edit, key=acme.agent_key)["field"] == "text"


def test_a_warning_is_shown_with_the_post(acme: Brand) -> None:
    lay_down(acme, tone={"exclamations": 1})
    post = acme.draft("Wow!!")
    (finding,) = post["findings"]
    assert (finding["rule"], finding["severity"], finding["start"], finding["approver"]) == ("tone", "warn", 4, None)
    assert acme.post(post["id"])["findings"] == post["findings"]
    path = acme.path(f"/posts/{post['id']}")
    assert acme.house.ok("PATCH", path, {"text": "Wow!"}, key=acme.agent_key)["findings"] == []


def test_what_needs_the_clients_approval_waits_for_it_whatever_is_delegated(acme: Brand) -> None:
    mandate(acme, approvals=0)
    lay_down(acme, words=[CLAIMS])
    assert acme.draft("Hello")["state"] == "scheduled"
    post = acme.draft("Fresh, guaranteed")
    assert (post["state"], post["demand"]["approvals"]) == ("in_review", 0)
    assert post["findings"][0]["approver"] == "client"
    assert acme.approve(post)["state"] == "scheduled"


def test_an_agencys_approval_is_not_the_clients(acme: Brand) -> None:
    mandate(acme, approvals=1, approve="agency")
    lay_down(acme, words=[CLAIMS])
    key = lead(acme)
    plain, claim = acme.draft("Hello"), acme.draft("Fresh, guaranteed")
    assert approve(acme, plain, acme.approver_key).status == 403
    assert approve(acme, plain, key).body["state"] == "scheduled"
    assert approve(acme, claim, key).body["state"] == "in_review"
    told = [entry.data["still_needed"] for entry in acme.house.entries() if entry.type == "post.approved"]
    assert told == [0, 1]
    assert approve(acme, claim, acme.approver_key).body["state"] == "scheduled"


def test_a_rule_that_came_after_the_draft_holds_at_its_approval(acme: Brand) -> None:
    post, other = acme.draft("The cheapest"), acme.draft("Fresh, guaranteed")
    lay_down(acme, words=[NEVER, CLAIMS])
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    path = acme.path(f"/posts/{post['id']}/approvals")
    given = acme.house.refused(409, "POST", path, body, key=acme.approver_key)
    assert "breaks the rule never" in given["detail"]
    approved = acme.approve(other)
    assert [finding["rule"] for finding in approved["findings"]] == ["claims"]
    assert approved["guidelines"] == 1
    lay_down(acme)
    assert acme.approve(post)["state"] == "scheduled"


def test_what_is_not_said_any_more_can_still_be_rejected(acme: Brand) -> None:
    post = acme.draft("The cheapest")
    lay_down(acme, words=[NEVER])
    body = {"verdict": "reject", "content_hash": post["content_hash"], "reason": "No."}
    path = acme.path(f"/posts/{post['id']}/approvals")
    assert acme.house.ok("POST", path, body, key=acme.approver_key)["state"] == "cancelled"


def test_a_rule_that_came_after_the_approval_holds_at_the_call_that_sends(acme: Brand) -> None:
    post = acme.approve(acme.draft("The cheapest", on_call=True))
    lay_down(acme, words=[NEVER])
    path = acme.path(f"/posts/{post['id']}/publish")
    assert "never" in acme.house.refused(409, "POST", path, key=acme.agent_key)["detail"]
    lay_down(acme)
    assert acme.house.ok("POST", path, key=acme.agent_key)["state"] == "scheduled"


def test_what_needs_the_client_by_now_is_not_sent_on_an_agencys_approval(acme: Brand) -> None:
    mandate(acme, approvals=1, approve="agency")
    post = approve(acme, acme.draft("Guaranteed", on_call=True), lead(acme)).body
    lay_down(acme, words=[CLAIMS])
    path = acme.path(f"/posts/{post['id']}/publish")
    assert "client" in acme.house.refused(409, "POST", path, key=acme.agent_key)["detail"]


def test_the_language_is_what_the_author_says(acme: Brand) -> None:
    lay_down(acme, languages={"allowed": ["en"], "severity": "block"})
    assert refused(acme, language="de")["field"] == "text"
    assert refused(acme, language="german")["field"] == "language"
    assert acme.draft("Hallo", language="en")["language"] == "en"
    assert acme.draft("Hallo")["findings"] == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"words": [NEVER, NEVER]}, "words.1.id"),
        ({"words": [NEVER | {"id": "profanity"}]}, "words.0.id"),
        ({"words": [NEVER | {"id": "Never!"}]}, "words.0.id"),
        ({"words": [NEVER | {"words": []}]}, "words.0.words"),
        ({"words": [NEVER | {"words": ["a"]}]}, "words.0.words"),
        ({"words": [NEVER | {"words": ["*a*"]}]}, "words.0.words"),
        ({"words": [NEVER | {"words": ["ab*cd"]}]}, "words.0.words"),
        ({"words": [NEVER | {"words": ["x" * 101]}]}, "words.0.words"),
        ({"words": [NEVER | {"words": ["?!"]}]}, "words.0.words"),
        ({"words": [NEVER | {"severity": "never"}]}, "words.0.severity"),
        ({"words": [NEVER | {"where": {"functions": ["selling"]}}]}, "words.0.where.functions"),
        ({"words": [NEVER | {"where": {"accounts": ["acc_x"]}}]}, "words.0.where.accounts"),
        ({"words": [NEVER | {"where": {"networks": ["twitter"]}}]}, "words.0.where.networks"),
        ({"words": [NEVER | {"words": ["ab"] * (MOST_WORDS + 1)}]}, "words"),
        ({"words": [NEVER | {"words": ["x" * 90] * (LARGEST // 90)}]}, "words"),
        ({"disclosures": [{"id": "ad", "texts": []}]}, "disclosures.0.texts"),
        ({"disclosures": [{"id": "ad", "texts": [" "]}]}, "disclosures.0.texts"),
        ({"links": {"hosts": ["https://acme.example"]}}, "links.hosts"),
        ({"hashtags": {"banned": ["#a"]}}, "hashtags"),
        ({"hashtags": {"most": -1}}, "hashtags.most"),
        ({"languages": {"allowed": ["english"]}}, "languages.allowed"),
        ({"tone": {"shouted": 2}}, "tone.shouted"),
    ],
)
def test_what_would_hold_nowhere_or_has_no_end_is_refused(acme: Brand, body: Any, field: str) -> None:
    given = acme.house.refused(422, "PUT", acme.path("/guidelines"), body, key=acme.owner_key)
    assert given["field"] == field


def test_ten_thousand_words_are_taken(acme: Brand) -> None:
    lay_down(acme, words=[NEVER | {"words": [f"word{number:05}" for number in range(MOST_WORDS)]}])
    assert "word07777" in refused(acme, text="This is word07777")["detail"]


def test_a_function_of_the_clients_own_is_known(acme: Brand) -> None:
    body = {"functions": [{"name": "jobs", "words": ["job"]}]}
    acme.house.ok("PUT", acme.path("/listening"), body, key=acme.owner_key)
    where = {"functions": ["jobs", "sales"], "accounts": [acme.account], "networks": ["mastodon"]}
    assert lay_down(acme, words=[NEVER | {"where": where}])["version"] == 1
