"""A person's account speaks by its owner's own approval, whatever anybody says, and not at all once they are gone."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def personal(acme: Brand, owner: str = "", **more: Any) -> str:
    """The account of a member of the client; returns its id."""
    body = {
        "network": "mastodon",
        "handle": "chief",
        "base_url": "https://social.example",
        "credentials": {"access_token": "the-chiefs"},
        "kind": "person",
        "owner": owner or acme.approver,
    }
    return str(acme.house.ok("POST", acme.path("/accounts"), body | more, key=acme.owner_key)["id"])


def draft(acme: Brand, account: str, key: str = "", **more: Any) -> Any:
    body = {"account": account, "handle": "chief", "text": "I think so.", "function": "community", **more}
    return acme.house.ok("POST", acme.path("/posts"), body, key=key or acme.agent_key)


def not_approved(acme: Brand, post: Any, key: str) -> None:
    verdict = {"verdict": "approve", "content_hash": post["content_hash"]}
    acme.house.refused(403, "POST", acme.path(f"/posts/{post['id']}/approvals"), verdict, key=key)


def sent(acme: Brand) -> list[str]:
    acme.house.deliver()
    return [status.text for status in acme.house.network.live()]


def test_neither_a_mandate_nor_what_differs_for_the_account_delegates_it(acme: Brand) -> None:
    account = personal(acme)
    free = {"community": {"approvals": 0, "approve": "either", "create": "either", "post": "either"}}
    acme.agree(free, accounts={account: free})
    post = draft(acme, account)
    assert (post["state"], post["demand"]["owner"]) == ("in_review", acme.approver)
    _, agency_approver = person(acme, "Lead", acme.house.agency_key, ["read", "approve"])
    for key in (agency_approver, acme.owner_key, acme.second_key):
        not_approved(acme, post, key)
    assert sent(acme) == []
    assert acme.approve(post)["state"] == "scheduled"
    assert sent(acme) == ["I think so."]


def test_no_template_delegates_it(acme: Brand) -> None:
    account = personal(acme)
    for template in acme.house.ok("GET", "/mandate/templates", key=acme.owner_key):
        body = {"template": template["name"]}
        laid_down = acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.owner_key)
        if laid_down["proposal"] is not None:
            signed = {"sha256": laid_down["proposal"]["sha256"]}
            acme.house.ok("POST", acme.path("/mandate/signatures"), signed, key=acme.house.agency_key)
        given = draft(acme, account, key=acme.owner_key)
        assert (given["state"], given["demand"]["owner"]) == ("in_review", acme.approver)
        not_approved(acme, given, acme.second_key)


def test_no_crisis_delegates_it(acme: Brand) -> None:
    account = personal(acme)
    acme.agree({}, crisis={"community": {"approvals": 0, "approve": "either"}})
    acme.crisis()
    assert draft(acme, account)["state"] == "in_review"


def test_no_guideline_gives_it_to_another_of_the_clients_people(acme: Brand) -> None:
    account = personal(acme)
    rules = {"words": [{"id": "views", "words": ["think"], "severity": "approval"}]}
    acme.house.ok("PUT", acme.path("/guidelines"), rules, key=acme.owner_key)
    acme.acknowledge()
    post = draft(acme, account)
    assert [one["rule"] for one in post["findings"]] == ["views"]
    not_approved(acme, post, acme.second_key)
    assert acme.approve(post)["state"] == "scheduled"


def test_waiting_for_a_call_does_not_pass_the_owner_by(acme: Brand) -> None:
    account = personal(acme)
    acme.agree({"community": {"approvals": 0}})
    post = draft(acme, account, on_call=True)
    path = acme.path(f"/posts/{post['id']}/publish")
    acme.house.refused(409, "POST", path, key=acme.agent_key)
    assert acme.approve(post)["state"] == "approved"
    assert acme.house.ok("POST", path, key=acme.agent_key)["state"] == "scheduled"


def test_a_recommendation_for_it_waits_for_its_owner_as_well(acme: Brand) -> None:
    account = personal(acme)
    drafts = [{"account": account, "handle": "chief", "text": "I think so."}]
    path = acme.path(f"/mentions/{acme.house.mention('Do you?')}/recommendations")
    made = acme.house.ok("POST", path, {"action": "respond", "drafts": drafts}, key=acme.agent_key)
    post = acme.post(made["posts"][0])
    not_approved(acme, post, acme.owner_key)
    assert acme.approve(post)["state"] == "scheduled"


def test_an_owner_who_writes_for_the_own_account_needs_nobody_else_and_has_to_approve_it(acme: Brand) -> None:
    writer, key = person(acme, "Chief", acme.owner_key, ["read", "recommend", "approve"])
    acme.introduce(writer, acme.owner_key)
    acme.agree({"community": {"approvals": 0}})
    post = draft(acme, personal(acme, writer), key=key)
    assert post["state"] == "in_review"
    assert sent(acme) == []
    assert acme.approve(post, key=key)["state"] == "scheduled"


def test_a_change_needs_the_owners_approval_again(acme: Brand) -> None:
    post = acme.approve(draft(acme, personal(acme), publish_at="2026-11-25T12:00:00Z"))
    path = acme.path(f"/posts/{post['id']}")
    changed = acme.house.ok("PATCH", path, {"text": "I do not."}, key=acme.agent_key)
    assert (changed["state"], changed["approvals"]) == ("in_review", [])
    not_approved(acme, changed, acme.owner_key)


@pytest.mark.parametrize("who", ["agent", "nobody", "removed"])
def test_an_owner_is_somebody_who_works_for_the_client(acme: Brand, who: str) -> None:
    leaver, _ = person(acme, "Leaver", acme.owner_key, ["read"])
    acme.house.ok("DELETE", acme.path(f"/members/{leaver}"), key=acme.owner_key)
    body = {
        "network": "mastodon",
        "handle": "chief",
        "base_url": "https://social.example",
        "credentials": {"access_token": "the-chiefs"},
        "kind": "person",
        "owner": {"agent": acme.agent, "nobody": "mbr_none", "removed": leaver}[who],
    }
    assert acme.house.refused(422, "POST", acme.path("/accounts"), body, key=acme.owner_key)["field"] == "owner"


def test_an_account_whose_owner_is_gone_says_nothing_more(acme: Brand) -> None:
    house, account = acme.house, personal(acme)
    in_review, on_call = draft(acme, account), acme.approve(draft(acme, account, on_call=True))
    scheduled = acme.approve(draft(acme, account, publish_at="2026-11-25T09:05:00Z"))
    house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    listed = {one["id"]: one["owner"] for one in house.ok("GET", acme.path("/accounts"), key=acme.owner_key)}
    assert listed[account] is None
    body = {"account": account, "handle": "chief", "text": "Hello", "function": "community"}
    assert house.refused(422, "POST", acme.path("/posts"), body, key=acme.agent_key)["field"] == "account"
    not_approved(acme, in_review, acme.owner_key)
    house.refused(403, "POST", acme.path(f"/posts/{on_call['id']}/publish"), key=acme.agent_key)
    house.clock.sleep(300)
    house.tick()
    assert sent(acme) == []
    assert acme.post(scheduled["id"])["state"] == "held"
    for post in (in_review, on_call):
        gone = house.ok("POST", acme.path(f"/posts/{post['id']}/cancel"), {"reason": "gone"}, key=acme.agent_key)
        assert gone["state"] == "cancelled"


def test_an_account_is_silent_from_the_moment_its_owner_is_removed(acme: Brand) -> None:
    """Though the post is on its way to be sent by then."""
    post = acme.approve(draft(acme, personal(acme), publish_at=f"{START:%Y-%m-%d}T09:01:00Z"))
    acme.house.tick()
    acme.house.clock.sleep(50)
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    acme.house.clock.sleep(10)
    acme.house.tick()
    assert sent(acme) == []
    assert acme.post(post["id"])["state"] == "held"
