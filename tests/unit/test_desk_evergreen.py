"""Content that is used again is held to the guidelines of the day, and evergreen content to its gap."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand
from tests.replies import (
    VALUES,
    decide,
    evergreen,
    lead,
    not_used,
    save,
    use,
    use_again,
    using,
)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


# Guidelines


def lay_down(acme: Brand, **body: Any) -> None:
    acme.house.ok("PUT", acme.path("/guidelines"), body, key=acme.owner_key)
    acme.acknowledge()


NEVER = {"id": "never", "words": ["cheapest"]}
CLAIMS = {"id": "claims", "words": ["guaranteed"], "severity": "approval"}


def test_a_reply_is_held_to_the_guidelines_with_each_of_its_choices(acme: Brand) -> None:
    lay_down(acme, words=[NEVER])
    how = {"name": "how", "kind": "choice", "choices": ["soon", "by the cheapest way"]}
    body = {"name": "a", "text": "It comes {how}.", "variables": [how], "functions": ["community"]}
    given = acme.house.refused(422, "POST", acme.path("/replies"), body, key=acme.agent_key)
    assert given["field"] == "text"
    assert "never" in given["detail"]


def test_a_rule_for_one_function_or_account_holds_a_reply_that_may_be_used_there(acme: Brand) -> None:
    lay_down(acme, words=[NEVER | {"where": {"functions": ["sales"], "accounts": [acme.account]}}])
    body = {"name": "a", "text": "The cheapest.", "functions": ["community", "sales"]}
    acme.house.refused(422, "POST", acme.path("/replies"), body, key=acme.agent_key)
    acme.house.ok("POST", acme.path("/replies"), body | {"functions": ["community"]}, key=acme.agent_key)


def test_a_rule_that_came_after_the_draft_holds_at_its_approval_and_at_its_use(acme: Brand) -> None:
    reply, other = decide(acme, save(acme)), save(acme)
    lay_down(acme, words=[{"id": "new", "words": ["on its way"]}])
    path = acme.path(f"/replies/{other['id']}/approvals")
    body = {"verdict": "approve", "content_hash": other["content_hash"]}
    acme.house.refused(409, "POST", path, body, key=acme.approver_key)
    assert not_used(acme, reply)["field"] == "text"


def test_what_the_guidelines_ask_the_clients_approval_of_needs_the_clients_own(acme: Brand) -> None:
    acme.agree({"customer_service": {"approve": "agency"}})
    lay_down(acme, words=[CLAIMS])
    key = lead(acme)
    reply = save(acme, text="Dear {name}, order {order} comes, guaranteed.")
    by_agency = decide(acme, reply, key=key)
    assert not by_agency["is_approved"]
    assert use(acme, by_agency)["state"] == "in_review"
    by_both = decide(acme, by_agency)
    assert by_both["is_approved"]
    assert use(acme, by_both)["state"] == "scheduled"


def test_a_rule_that_asks_for_the_client_and_came_after_its_approval_asks_for_it_again(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    lay_down(acme, words=[{"id": "new", "words": ["on its way"], "severity": "approval"}])
    assert use(acme, reply)["state"] == "in_review"
    assert use(acme, decide(acme, reply))["state"] == "scheduled"


def test_a_value_of_which_the_client_is_asked_waits_for_the_client(acme: Brand) -> None:
    lay_down(acme, words=[CLAIMS])
    reply = decide(acme, save(acme))
    assert use(acme, reply, VALUES | {"name": "Guaranteed"})["state"] == "in_review"


# Evergreen


def test_evergreen_content_is_posted_again_when_its_gap_is_over_and_not_before(acme: Brand) -> None:
    content = decide(acme, evergreen(acme))
    assert use_again(acme, content)["state"] == "scheduled"
    acme.house.deliver()
    acme.house.clock.sleep(timedelta(days=29).total_seconds())
    given = not_used(acme, content, {}, 409, function="community")
    assert "30 days" in given["detail"]
    acme.house.clock.sleep(timedelta(days=1).total_seconds())
    assert use_again(acme, content)["state"] == "scheduled"


def test_the_gap_counts_from_the_time_at_which_a_post_goes_out(acme: Brand) -> None:
    content, now = decide(acme, evergreen(acme)), acme.house.clock.now()
    use_again(acme, content, publish_at=(now + timedelta(days=20)).isoformat())
    too_soon = (now + timedelta(days=49)).isoformat()
    not_used(acme, content, {}, 409, function="community", publish_at=too_soon)
    assert use_again(acme, content, publish_at=(now + timedelta(days=50)).isoformat())["state"] == "scheduled"


def test_the_gap_is_of_one_account(acme: Brand) -> None:
    content = decide(acme, evergreen(acme))
    use_again(acme, content)
    account = {
        "network": "mastodon",
        "handle": "acme_two",
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    other = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)["id"]
    assert use_again(acme, content, account=other, handle="acme_two")["state"] == "scheduled"


def test_a_use_that_never_goes_out_does_not_count_and_the_one_before_it_does(acme: Brand) -> None:
    content = decide(acme, evergreen(acme))
    use_again(acme, content)
    acme.house.deliver()
    later = acme.house.clock.now() + timedelta(days=40)
    post = use_again(acme, content, publish_at=later.isoformat())
    acme.house.ok("POST", acme.path(f"/posts/{post['id']}/cancel"), {"reason": "No"}, key=acme.agent_key)
    acme.house.clock.sleep(timedelta(days=20).total_seconds())
    not_used(acme, content, {}, 409, function="community")
    acme.house.clock.sleep(timedelta(days=10).total_seconds())
    assert use_again(acme, content)["state"] == "scheduled"


def test_of_two_uses_at_once_one_is_made(acme: Brand) -> None:
    content, others = decide(acme, evergreen(acme)), []
    acme.house.store.before["commit"].append(lambda: others.append(use_again(acme, content)))
    given = acme.house.call(
        "POST", acme.path("/posts"), using(acme, content, {}, function="community"), key=acme.agent_key
    )
    assert given.status == 409
    assert [one["state"] for one in others] == ["scheduled"]


def test_evergreen_content_does_not_wait_for_a_call(acme: Brand) -> None:
    content = decide(acme, evergreen(acme))
    assert not_used(acme, content, {}, function="community", on_call=True)["field"] == "reply.id"
