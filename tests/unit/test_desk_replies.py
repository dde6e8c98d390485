"""Saved replies: approved once, and used as they stand with values of narrow kinds."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand, person
from tests.replies import (
    TEXT,
    VALUES,
    VARIABLES,
    change,
    decide,
    evergreen,
    lead,
    not_used,
    save,
    use,
    using,
)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def test_a_post_made_of_an_approved_reply_is_scheduled_without_asking_again(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    assert reply["is_approved"]
    post = use(acme, reply)
    assert (post["state"], post["because"]) == ("scheduled", "approved as a saved reply")
    assert post["text"] == "Dear Zoë, order A-1024 is on its way."
    assert post["reply"] == {"id": reply["id"], "content_hash": reply["content_hash"]}
    (approval,) = post["approvals"]
    assert (approval["member"], approval["of_reply"]) == (acme.approver, reply["content_hash"])
    assert approval["content_hash"] == post["content_hash"]
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_the_ledger_says_of_which_reply_a_post_is_and_by_whose_approval_it_goes_out(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    post = use(acme, reply)
    told = {entry.type: entry.data for entry in acme.house.entries() if entry.subject == post["id"]}
    assert told["post.drafted"]["reply"] == reply["id"]
    assert told["post.scheduled"]["approved_by"] == [acme.approver]


def test_a_reply_that_nobody_approved_makes_a_post_that_waits_as_any_does(acme: Brand) -> None:
    post = use(acme, save(acme))
    assert (post["state"], post["approvals"]) == ("in_review", [])
    assert acme.approve(post)["state"] == "scheduled"


def test_a_changed_reply_lets_no_old_approval_through(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    changed = change(acme, reply, text="Dear {name}, order {order} has left.")
    assert (changed["approvals"], changed["is_approved"]) == ([], False)
    assert use(acme, changed)["state"] == "in_review"
    body = {"verdict": "approve", "content_hash": reply["content_hash"]}
    path = acme.path(f"/replies/{reply['id']}/approvals")
    acme.house.refused(409, "POST", path, body, key=acme.approver_key)
    again = change(acme, changed, text=TEXT)
    assert again["content_hash"] == reply["content_hash"]
    assert use(acme, again)["state"] == "in_review"


@pytest.mark.parametrize(
    "wider",
    [
        {"functions": ["customer_service", "sales"]},
        {"networks": ["mastodon"]},
        {"language": "en"},
        {"variables": [VARIABLES[0], {"name": "order", "kind": "number"}]},
    ],
)
def test_where_a_reply_may_be_used_and_what_may_stand_in_it_are_approved_as_well(acme: Brand, wider: Any) -> None:
    reply = decide(acme, save(acme))
    assert change(acme, reply, **wider)["approvals"] == []


def test_another_name_for_it_changes_nothing_that_is_seen(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    assert change(acme, reply, name="Sent")["is_approved"]
    assert use(acme, reply)["state"] == "scheduled"


def test_no_one_approves_their_own(acme: Brand) -> None:
    acme.agree({"customer_service": {"approve": "either"}})
    key = lead(acme)
    reply = save(acme, key)
    body = {"verdict": "approve", "content_hash": reply["content_hash"]}
    path = acme.path(f"/replies/{reply['id']}/approvals")
    acme.house.refused(403, "POST", path, body, key=key)
    changed = change(acme, decide(acme, reply), key=acme.owner_key, text="Dear {name}: {order} is sent.")
    body["content_hash"] = changed["content_hash"]
    acme.house.refused(403, "POST", path, body, key=acme.owner_key)


def test_who_approves_is_who_may_for_every_function_that_it_serves(acme: Brand) -> None:
    acme.agree({"community": {"approve": "agency", "approvals": 1}})
    key = lead(acme)
    reply = save(acme, functions=["customer_service", "community"])
    path, body = acme.path(f"/replies/{reply['id']}/approvals"), {"verdict": "approve"}
    body["content_hash"] = reply["content_hash"]
    for one in (key, acme.approver_key):
        acme.house.refused(403, "POST", path, body, key=one)
    assert decide(acme, save(acme, functions=["community"]), key=key)["is_approved"]


def test_the_most_approvals_that_any_of_its_functions_asks_for_are_needed(acme: Brand) -> None:
    acme.agree({"sales": {"approvals": 2}})
    reply = save(acme, functions=["customer_service", "sales"])
    assert reply["approvals_needed"] == 2
    once = decide(acme, reply)
    assert not once["is_approved"]
    assert use(acme, once)["state"] == "in_review"
    twice = decide(acme, once, key=acme.second_key)
    assert twice["is_approved"]
    assert use(acme, twice)["state"] == "scheduled"


def test_what_the_mandate_asks_of_the_post_by_then_is_what_counts(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    acme.agree({"customer_service": {"approvals": 2}})
    post = use(acme, reply)
    assert (post["state"], post["approvals"], post["demand"]["approvals"]) == ("in_review", [], 2)
    acme.approve(post)
    assert acme.approve(post, key=acme.second_key)["state"] == "scheduled"


def test_approvals_given_in_another_order_than_the_mandates_are_not_carried_over(acme: Brand) -> None:
    order = ["agency", "client"]
    approvers = [{"party": party} for party in order]
    acme.agree({"customer_service": {"approve": "either", "approvals": 2, "approvers": approvers}})
    key = lead(acme)
    reply = decide(acme, decide(acme, save(acme)), key=key)
    assert use(acme, reply)["state"] == "in_review"
    renewed = decide(acme, reply)
    assert [one["party"] for one in renewed["approvals"]] == order
    assert use(acme, renewed)["state"] == "scheduled"


def test_teams_are_those_in_which_the_approvers_are_by_now(acme: Brand) -> None:
    def join(member: str) -> None:
        acme.house.ok("PATCH", acme.path(f"/members/{member}"), {"teams": ["legal"]}, key=acme.owner_key)

    join(acme.second)
    acme.agree({"customer_service": {"approvals": 1, "approvers": [{"party": "client", "team": "legal"}]}})
    reply = decide(acme, save(acme))
    assert use(acme, reply)["state"] == "in_review"
    join(acme.approver)
    post = use(acme, reply)
    assert (post["state"], post["approvals"][0]["teams"]) == ("scheduled", ["legal"])


def test_a_mandate_that_asks_for_more_by_the_time_holds_the_post(acme: Brand) -> None:
    at = (acme.house.clock.now() + timedelta(hours=1)).isoformat()
    post = use(acme, decide(acme, save(acme)), publish_at=at)
    acme.agree({"customer_service": {"approvals": 2}})
    acme.house.clock.sleep(3600)
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


def test_a_saved_reply_is_not_asked_for_as_it_is(acme: Brand) -> None:
    reply, mention = decide(acme, save(acme)), acme.house.mention("Where is my order?")
    body = using(acme, reply, mention=mention, as_is=True)
    assert acme.house.refused(422, "POST", acme.path("/posts"), body, key=acme.owner_key)["field"] == "as_is"


def test_an_approver_who_writes_the_post_does_not_count_unless_somebody_else_suffices(acme: Brand) -> None:
    member, key = person(acme, "Both", acme.owner_key, ["read", "recommend", "approve"])
    acme.introduce(member, acme.owner_key)
    reply = decide(acme, save(acme), key=key)
    assert use(acme, reply, key=key)["state"] == "in_review"
    reply = decide(acme, reply)
    post = use(acme, reply, key=key)
    assert post["state"] == "scheduled"
    assert post["author"] == member
    assert [one["member"] for one in post["approvals"]] == [acme.approver]


def test_the_approval_of_somebody_who_left_does_not_count(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert use(acme, reply)["state"] == "in_review"


def test_an_approval_lasts_a_year_and_is_renewed_by_approving_again(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    acme.house.clock.sleep(timedelta(days=364).total_seconds())
    assert use(acme, reply)["state"] == "scheduled"
    acme.house.clock.sleep(timedelta(days=2).total_seconds())
    assert use(acme, reply)["state"] == "in_review"
    assert use(acme, decide(acme, reply))["state"] == "scheduled"


def test_an_edit_of_the_post_makes_it_one_like_any_other(acme: Brand) -> None:
    at = (acme.house.clock.now() + timedelta(days=1)).isoformat()
    post = use(acme, decide(acme, save(acme)), publish_at=at)
    edited = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Soon"}, key=acme.agent_key)
    assert (edited["state"], edited["approvals"], edited["reply"]) == ("in_review", [], None)


def test_a_delegated_function_needs_no_approval_of_the_reply_either(acme: Brand) -> None:
    acme.agree({"customer_service": {"approvals": 0}})
    post = use(acme, save(acme))
    assert (post["state"], post["because"]) == ("scheduled", "delegated by the mandate")


def test_a_persons_account_never_speaks_by_a_saved_reply(acme: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": "boss",
        "kind": "person",
        "owner": acme.owner,
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    own = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)["id"]
    reply = decide(acme, save(acme))
    given = not_used(acme, reply, account=own, handle="boss")
    assert given["field"] == "reply"
    body = {"name": "a", "text": "Hello", "functions": ["community"], "accounts": [own]}
    assert acme.house.refused(422, "POST", acme.path("/replies"), body, key=acme.agent_key)["field"] == "accounts"


def test_a_reply_is_for_its_functions_accounts_and_networks_alone(acme: Brand) -> None:
    other = save(acme, functions=["sales"])
    assert not_used(acme, other)["field"] == "reply.id"
    elsewhere = save(acme, networks=["bluesky"])
    assert not_used(acme, elsewhere)["field"] == "reply.id"
    assert use(acme, save(acme, accounts=[acme.account]))["state"] == "in_review"


def test_a_saved_reply_answers_somebody_and_evergreen_content_nobody(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    assert not_used(acme, reply, function="customer_service")["field"] == "reply.id"
    content = evergreen(acme, functions=["customer_service"])
    assert not_used(acme, content, {})["field"] == "reply.id"


def test_nothing_is_put_beside_it(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    for more in ({"text": "Hello"}, {"thread": ["More"]}):
        assert not_used(acme, reply, **more)["field"] == "reply"


def test_a_draft_has_a_text_or_a_reply(acme: Brand) -> None:
    body = {"account": acme.account, "handle": "acme", "function": "community"}
    assert acme.house.refused(422, "POST", acme.path("/posts"), body, key=acme.agent_key)["field"] == "text"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "Zoë"}, "reply.values"),
        (VALUES | {"other": "1"}, "reply.values.other"),
        (VALUES | {"name": "@everybody"}, "reply.values.name"),
        (VALUES | {"order": "see evil.example"}, "reply.values.order"),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_named(acme: Brand, values: Any, field: str) -> None:
    assert not_used(acme, decide(acme, save(acme)), values)["field"] == field


def test_another_clients_reply_is_none(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    assert not_used(acme, save(bolt))["field"] == "reply.id"


def test_a_retired_or_rejected_reply_makes_no_posts(acme: Brand) -> None:
    reply = decide(acme, save(acme))
    rejected = decide(acme, reply, verdict="reject", reason="too cold")
    assert (rejected["is_approved"], rejected["rejected"]) == (False, "too cold")
    not_used(acme, reply, status=409)
    warmer = change(acme, rejected, text="Dear {name}! Order {order} is on its way.")
    assert use(acme, decide(acme, warmer))["state"] == "scheduled"
    retired = acme.house.ok("DELETE", acme.path(f"/replies/{reply['id']}"), key=acme.agent_key)
    assert not retired["is_approved"]
    not_used(acme, reply, status=409)
    assert acme.house.ok("GET", acme.path("/replies"), key=acme.agent_key) == []
    assert acme.house.ok("GET", acme.path(f"/replies/{reply['id']}"), key=acme.agent_key) == retired
    told = [fact for fact in acme.house.facts() if fact.startswith("reply.")]
    assert told == [f"reply.{what}" for what in ("drafted", "approved", "rejected", "changed", "approved", "retired")]


def test_an_alternative_of_a_recommendation_waits_to_be_chosen(acme: Brand) -> None:
    reply, mention = decide(acme, save(acme)), acme.house.mention("Where is my order?")
    drafts = [using(acme, reply), {"account": acme.account, "handle": "acme", "text": "Soon"}]
    path, body = acme.path(f"/mentions/{mention}/recommendations"), {"action": "respond", "drafts": drafts}
    made = acme.house.ok("POST", path, body, key=acme.agent_key)
    first = acme.post(made["posts"][0])
    assert (first["state"], first["approvals"], first["reply"]["id"]) == ("in_review", [], reply["id"])
    wrong = [using(acme, reply, {"name": "Zoë", "order": "#1"})]
    again = acme.path(f"/mentions/{acme.house.mention('And mine?')}/recommendations")
    given = acme.house.refused(422, "POST", again, body | {"drafts": wrong}, key=acme.agent_key)
    assert given["field"] == "drafts.0.reply.values.order"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"functions": []}, "functions"),
        ({"functions": ["No Such"]}, "functions"),
        ({"accounts": ["acc_none"]}, "accounts"),
        ({"networks": ["orkut"]}, "networks"),
        ({"language": "english"}, "language"),
        ({"gap_days": 3}, "gap_days"),
        ({"evergreen": True}, "gap_days"),
        ({"name": " "}, "name"),
        ({"text": "Dear {name}, hello"}, "text"),
        ({"text": "Dear {name}, {order} {date}"}, "text"),
        ({"text": "Dear @{name} {order}"}, "text"),
        ({"text": "Dear {name} #{order}"}, "text"),
        ({"text": "Dear {name} {order}.com"}, "text"),
        ({"text": "Dear {name} {order} }"}, "text"),
        ({"text": "Dear {name}{order}"}, "text"),
        ({"variables": [*VARIABLES, VARIABLES[0]]}, "variables.2.name"),
        ({"variables": [VARIABLES[0], {"name": "order", "kind": "choice"}]}, "variables.1.choices"),
        ({"variables": [VARIABLES[0], {"name": "order", "kind": "link"}]}, "variables.1.hosts"),
        ({"variables": [VARIABLES[0], {"name": "order", "kind": "link", "hosts": ["bit.ly"]}]}, "text"),
    ],
)
def test_what_is_wrong_with_a_reply_is_named(acme: Brand, changed: Any, field: str) -> None:
    body = {"name": "a", "text": TEXT, "variables": VARIABLES, "functions": ["community"], **changed}
    given = acme.house.refused(422, "POST", acme.path("/replies"), body, key=acme.agent_key)
    assert given["field"] == field


def test_a_function_of_which_the_mandate_says_nothing_is_nobodys(acme: Brand) -> None:
    body = {"name": "a", "text": "Hello", "functions": ["jobs"]}
    acme.house.refused(403, "POST", acme.path("/replies"), body, key=acme.agent_key)
