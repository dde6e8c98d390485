"""An approval is of exactly what will be seen, by somebody else, while it still can be."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def decide(acme: Brand, post: Any, key: str, verdict: str = "approve", **more: Any) -> Any:
    body = {"verdict": verdict, "content_hash": post["content_hash"], **more}
    return acme.house.ok("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)


def refused(acme: Brand, status: int, post: Any, key: str, verdict: str = "approve", **more: Any) -> Any:
    body = {"verdict": verdict, "content_hash": post["content_hash"], **more}
    return acme.house.refused(status, "POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)


def crisis(acme: Brand) -> Any:
    """A post that takes two approvals, written by the client's owner."""
    body = {"account": acme.account, "handle": "acme", "text": "We are sorry.", "function": "crisis"}
    return acme.house.ok("POST", acme.path("/posts"), body, key=acme.owner_key)


def test_an_approved_post_is_scheduled_and_names_who_approved_what(acme: Brand) -> None:
    post = acme.draft("Hi")
    approved = decide(acme, post, acme.approver_key)
    assert (approved["state"], approved["due_at"]) == ("scheduled", "2026-11-25T09:00:00Z")
    assert approved["approvals"][0]["member"] == acme.approver
    assert approved["approvals"][0]["content_hash"] == post["content_hash"] == approved["content_hash"]


def test_a_post_that_changed_since_it_was_read_is_not_approved(acme: Brand) -> None:
    read = acme.draft("Hi")
    acme.house.ok("PATCH", acme.path(f"/posts/{read['id']}"), {"text": "Oh"}, key=acme.agent_key)
    assert "read it again" in refused(acme, 409, read, acme.approver_key)["detail"]


def test_a_post_that_changes_while_it_is_being_approved_is_not_approved(acme: Brand) -> None:
    post = acme.draft("Hi")
    path = acme.path(f"/posts/{post['id']}")
    edit = {"text": "Oh"}
    acme.house.store.before["commit"].append(lambda: acme.house.ok("PATCH", path, edit, key=acme.agent_key))
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    given = acme.house.call("POST", path + "/approvals", body, key=acme.approver_key)
    assert given.status == 409
    assert acme.post(post["id"])["approvals"] == []


def test_no_one_approves_their_own_draft(acme: Brand) -> None:
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    post = acme.house.ok("POST", acme.path("/posts"), body, key=acme.owner_key)
    refused(acme, 403, post, acme.owner_key)
    assert decide(acme, post, acme.approver_key)["state"] == "scheduled"


def personal(acme: Brand) -> dict[str, str]:
    """The approver's own account, to be written for."""
    account = {
        "network": "mastodon",
        "handle": "chief",
        "kind": "person",
        "owner": acme.approver,
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token-either"},
    }
    made = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)
    return {"account": made["id"], "handle": "chief", "text": "I think so.", "function": "community"}


def writer(acme: Brand, member: str) -> str:
    """A key with which a person of the client writes and approves."""
    body = {"member": member, "scopes": ["read", "recommend", "approve"]}
    key: str = acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)["key"]
    return key


def test_the_owner_of_an_account_approves_their_own_draft_on_it(acme: Brand) -> None:
    body, key = personal(acme), writer(acme, acme.approver)
    post = acme.house.ok("POST", acme.path("/posts"), body, key=key)
    assert (post["state"], post["author"]) == ("in_review", acme.approver)
    assert decide(acme, post, key)["state"] == "scheduled"
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_on_a_brands_account_the_same_person_does_not(acme: Brand) -> None:
    key = writer(acme, acme.approver)
    body = personal(acme) | {"account": acme.account, "handle": "acme"}
    refused(acme, 403, acme.house.ok("POST", acme.path("/posts"), body, key=key), key)


def test_nobody_else_approves_what_a_persons_account_says_not_even_its_author(acme: Brand) -> None:
    body, key = personal(acme), writer(acme, acme.second)
    post = acme.house.ok("POST", acme.path("/posts"), body, key=key)
    for other in (key, acme.owner_key):
        refused(acme, 403, post, other)
    assert decide(acme, post, acme.approver_key)["state"] == "scheduled"


def test_the_owner_of_an_account_approves_for_it_where_the_agency_approves_for_the_brand(acme: Brand) -> None:
    acme.agree({"community": {"approve": "agency", "approvals": 3}})
    post = acme.draft(**personal(acme))
    body = {"member": acme.agent, "scopes": ["approve"]}
    agency = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    refused(acme, 403, post, agency)
    assert decide(acme, post, acme.approver_key)["state"] == "scheduled"


def test_whom_the_mandate_keeps_from_writing_writes_for_no_persons_account_either(acme: Brand) -> None:
    acme.agree({"community": {"create": "client"}})
    acme.house.refused(403, "POST", acme.path("/posts"), personal(acme), key=acme.agent_key)


def test_an_agency_does_not_approve_in_its_clients_name(acme: Brand) -> None:
    body = {"member": acme.agent, "scopes": ["approve"]}
    key = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    refused(acme, 403, acme.draft("Hi"), key)


def test_a_crisis_takes_two_people(acme: Brand) -> None:
    post = crisis(acme)
    first = decide(acme, post, acme.approver_key)
    assert (first["state"], acme.house.outbound.sent) == ("in_review", [])
    assert acme.house.entries()[-1].data["still_needed"] == 1
    refused(acme, 409, post, acme.approver_key)
    assert decide(acme, post, acme.second_key)["state"] == "scheduled"


def test_two_keys_of_one_person_are_one_person(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": ["approve"]}
    other = acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)["key"]
    post = crisis(acme)
    decide(acme, post, acme.approver_key)
    refused(acme, 409, post, other)


def test_two_approvals_at_the_same_moment_are_both_counted_or_one_is_told_to_look_again(acme: Brand) -> None:
    post = crisis(acme)
    acme.house.store.before["commit"].append(lambda: decide(acme, post, acme.second_key))
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    path = acme.path(f"/posts/{post['id']}/approvals")
    assert acme.house.call("POST", path, body, key=acme.approver_key).status == 409
    assert decide(acme, post, acme.approver_key)["state"] == "scheduled"


def test_two_keys_of_one_person_at_the_same_moment_are_one_approval(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": ["approve"]}
    other = acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)["key"]
    post = crisis(acme)
    acme.house.store.before["commit"].append(lambda: decide(acme, post, other))
    verdict = {"verdict": "approve", "content_hash": post["content_hash"]}
    path = acme.path(f"/posts/{post['id']}/approvals")
    assert acme.house.call("POST", path, verdict, key=acme.approver_key).status == 409
    seen = acme.post(post["id"])
    assert (seen["state"], [one["member"] for one in seen["approvals"]]) == ("in_review", [acme.approver])


def test_what_is_scheduled_already_is_not_approved_again(acme: Brand) -> None:
    refused(acme, 409, acme.approved("Hi"), acme.second_key)


def test_an_approval_is_withdrawn_until_the_post_is_being_sent(acme: Brand) -> None:
    post = acme.approved("Hi", publish_at=(START + timedelta(minutes=1)).isoformat())
    back = decide(acme, post, acme.approver_key, "withdraw")
    assert (back["state"], back["approvals"], back["due_at"]) == ("in_review", [], None)
    acme.house.deliver()
    assert acme.house.network.calls == 0
    decide(acme, back, acme.second_key)
    acme.house.deliver()
    assert acme.house.network.calls == 1
    refused(acme, 409, post, acme.second_key, "withdraw")


def test_a_withdrawal_comes_too_late_once_the_post_is_claimed(acme: Brand) -> None:
    post = acme.approved("Hi")
    given = []
    acme.house.store.before["clearance"].append(
        lambda: given.append(
            acme.house.call(
                "POST",
                acme.path(f"/posts/{post['id']}/approvals"),
                {"verdict": "withdraw", "content_hash": post["content_hash"]},
                key=acme.approver_key,
            )
        )
    )
    acme.house.deliver()
    assert given[0].status == 409
    assert acme.post(post["id"])["state"] == "published"


def test_only_ones_own_approval_is_withdrawn(acme: Brand) -> None:
    refused(acme, 409, acme.approved("Hi"), acme.second_key, "withdraw")


def test_a_rejected_post_is_cancelled_with_the_reason(acme: Brand) -> None:
    post = acme.draft("Hi")
    assert refused(acme, 422, post, acme.approver_key, "reject")["field"] == "reason"
    rejected = decide(acme, post, acme.approver_key, "reject", reason="not our tone")
    assert (rejected["state"], rejected["because"]) == ("cancelled", "rejected: not our tone")
    refused(acme, 409, rejected, acme.approver_key)


def test_an_approval_after_the_posts_time_is_refused(acme: Brand) -> None:
    post = acme.draft("Hi", publish_at=(START + timedelta(hours=1)).isoformat())
    acme.house.clock.sleep(3601)
    assert "time has passed" in refused(acme, 409, post, acme.approver_key)["detail"]


def test_an_unknown_verdict_is_refused(acme: Brand) -> None:
    assert refused(acme, 422, acme.draft("Hi"), acme.approver_key, "shrug")["field"] == "verdict"


def test_the_ledger_says_under_what_rule_it_was_approved(acme: Brand) -> None:
    acme.approved("Hi")
    told = next(entry for entry in acme.house.entries() if entry.type == "post.approved")
    assert told.who["member"] == acme.approver
    assert told.data["mandate"]


@pytest.mark.parametrize("other", [{"text": "Hi!"}, {"publish_at": "2026-12-01T00:00:00Z"}])
def test_the_hash_is_of_everything_that_will_be_seen(acme: Brand, other: dict[str, str]) -> None:
    assert acme.draft("Hi")["content_hash"] == acme.draft("Hi")["content_hash"]
    assert acme.draft("Hi")["content_hash"] != acme.draft(**{"text": "Hi", **other})["content_hash"]
