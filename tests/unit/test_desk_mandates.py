"""The mandate at the desk: templates, accounts that differ, approvals in order, requests, and what it would say."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from shared.domain.mandate.terms import Function
from tests.house import Brand, House, brand, person
from tests.network import START
from tests.schemas import conforms


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def lay_down(acme: Brand, **body: Any) -> Any:
    """Agreed by both where it needs to be."""
    return acme.agree(body.pop("rows", {}), **body)


def refused(acme: Brand, **body: Any) -> Any:
    return acme.house.refused(422, "PUT", acme.path("/mandate"), body, key=acme.owner_key)["field"]


def check(acme: Brand, *, key: str | None = None, **body: Any) -> Any:
    given = {"activity": "create", "function": "sales", **body}
    return acme.house.ok("POST", acme.path("/mandate/check"), given, key=key or acme.owner_key)


def ask(acme: Brand, *, hours: int = 1, **body: Any) -> Any:
    until = (acme.house.clock.now() + timedelta(hours=hours)).isoformat()
    given = {"activity": "create", "function": "sales", "until": until, **body}
    return acme.house.ok("POST", acme.path("/mandate/requests"), given, key=acme.approver_key)


def not_asked(acme: Brand, status: int = 422, key: str | None = None, **body: Any) -> Any:
    until = (START + timedelta(days=1)).isoformat()
    given = {"activity": "create", "function": "sales", "until": until, **body}
    path = acme.path("/mandate/requests")
    return acme.house.refused(status, "POST", path, given, key=key or acme.approver_key).get("field")


# Templates


def test_templates_are_listed_to_whoever_has_a_key(acme: Brand) -> None:
    for key in (acme.agent_key, acme.owner_key, acme.house.agency_key):
        listed = acme.house.ok("GET", "/mandate/templates", key=key)
        assert [one["name"] for one in listed] == [
            "full_service",
            "listening_only",
            "drafts_only",
            "crisis_in_house",
            "community_delegated",
        ]
        assert all(set(one["rows"]) == {function.value for function in Function} for one in listed)


def test_a_template_is_in_force_with_the_changes_that_are_made_to_it(acme: Brand) -> None:
    lay_down(acme, rows={"recruiting": {}})
    made = lay_down(acme, template="listening_only", rows={"contest": {"create": "either"}})["rows"]
    assert (made["sales"]["create"], made["contest"]["create"]) == ("client", "either")
    assert made["recruiting"] == made["sales"]
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "sales"}
    acme.house.refused(403, "POST", acme.path("/posts"), body, key=acme.agent_key)


def test_a_template_that_there_is_not_is_refused(acme: Brand) -> None:
    assert refused(acme, template="half_service") == "template"


# Where accounts differ


def test_a_row_may_differ_for_one_account(acme: Brand) -> None:
    body = {"network": "mastodon", "handle": "jobs", "base_url": "https://social.example"}
    credentials = {"credentials": {"access_token": "not-a-real-token"}}
    jobs = acme.house.ok("POST", acme.path("/accounts"), body | credentials, key=acme.owner_key)["id"]
    lay_down(acme, accounts={jobs: {"community": {"create": "client"}}})
    draft = {"account": jobs, "handle": "jobs", "text": "We are hiring", "function": "community"}
    acme.house.refused(403, "POST", acme.path("/posts"), draft, key=acme.agent_key)
    assert acme.draft("Good morning")["state"] == "in_review"
    post = acme.house.ok("POST", acme.path("/posts"), draft, key=writer(acme))
    cancel = acme.path(f"/posts/{post['id']}/cancel")
    acme.house.refused(403, "POST", cancel, {"reason": "no"}, key=acme.agent_key)
    assert lay_down(acme, rows={"sales": {"approvals": 2}})["accounts"][jobs]["community"]["create"] == "client"
    assert lay_down(acme, accounts={jobs: {}})["accounts"] == {}
    acme.house.ok("POST", cancel, {"reason": "no"}, key=acme.agent_key)


def test_only_a_clients_own_accounts_and_functions_differ(acme: Brand) -> None:
    assert refused(acme, accounts={"acc_none": {"sales": {}}}) == "accounts.acc_none"
    there = acme.account
    assert refused(acme, accounts={there: {"astrology": {}}}) == f"accounts.{there}.astrology"
    assert refused(acme, accounts={there: {"sales": {"approvals": 9}}}) == f"accounts.{there}.sales.approvals"
    assert refused(acme, accounts={there: {"sales": {"aprovals": 1}}}) == f"accounts.{there}.sales.aprovals"


def writer(acme: Brand) -> str:
    """A key of somebody of the client who writes."""
    body = {"member": acme.owner, "scopes": ["read", "recommend"]}
    return str(acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)["key"])


# What was agreed before


def versions(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/mandate/versions"), key=acme.agent_key)


def test_what_was_agreed_before_is_kept_with_its_signatures(acme: Brand) -> None:
    lay_down(acme, rows={"sales": {"approvals": 2}})
    lay_down(acme, rows={"sales": {"approvals": 0}})
    latest, narrowed, first = versions(acme)
    assert [one["rows"]["sales"]["approvals"] for one in (latest, narrowed, first)] == [0, 2, 1]
    assert [sorted(sign["party"] for sign in one["signatures"]) for one in (latest, narrowed, first)] == [
        ["agency", "client"],
        ["client"],
        [],
    ]


def test_what_is_proposed_only_is_not_among_it(acme: Brand) -> None:
    body = {"rows": {"sales": {"approvals": 0}}}
    acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.owner_key)
    assert len(versions(acme)) == 1


def test_what_is_coming_is_among_it_with_its_time(acme: Brand) -> None:
    lay_down(acme, rows={"sales": {"approvals": 2}}, effective_from="2026-12-01T09:00:00Z")
    assert [one["effective_from"][:10] for one in versions(acme)] == ["2026-12-01", "2026-11-25"]


# Approvals in order


def agency_approver(acme: Brand) -> str:
    return person(acme, "Editor", acme.house.agency_key, ["read", "approve"])[1]


def in_order(acme: Brand) -> Any:
    row = {"approve": "either", "approvals": 2, "approvers": [{"party": "agency"}, {"party": "client"}]}
    lay_down(acme, rows={"community": row})
    return acme.draft("Good morning")


def approve(acme: Brand, post: Any, key: str, status: int = 200, verdict: str = "approve") -> Any:
    body = {"verdict": verdict, "content_hash": post["content_hash"]}
    given = acme.house.call("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)
    assert given.status == status, given.body
    return given.body


def test_approvals_come_in_the_order_that_the_mandate_names(acme: Brand) -> None:
    post, editor = in_order(acme), agency_approver(acme)
    assert "agency" in approve(acme, post, acme.approver_key, 409)["detail"]
    assert approve(acme, post, editor)["state"] == "in_review"
    assert approve(acme, post, acme.approver_key)["state"] == "scheduled"
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_withdrawing_an_approval_takes_those_along_that_came_after_it(acme: Brand) -> None:
    post, editor = in_order(acme), agency_approver(acme)
    approve(acme, post, editor)
    approve(acme, post, acme.approver_key)
    back = approve(acme, post, editor, verdict="withdraw")
    assert (back["state"], back["approvals"]) == ("in_review", [])
    approve(acme, post, acme.approver_key, 409)


def test_an_order_outlasts_a_change_of_the_post(acme: Brand) -> None:
    post = in_order(acme)
    path = acme.path(f"/posts/{post['id']}")
    changed = acme.house.ok("PATCH", path, {"text": "Good evening"}, key=acme.agent_key)
    assert [one["party"] for one in changed["demand"]["approvers"]] == ["agency", "client"]
    approve(acme, changed, acme.approver_key, 409)


def test_an_order_that_does_not_fit_its_row_is_refused(acme: Brand) -> None:
    row = {"approvals": 2, "approvers": [{"party": "client"}]}
    assert refused(acme, rows={"sales": row}) == "rows.sales.approvers"
    assert refused(acme, rows={"sales": {"approvers": [{"party": "agency"}]}}) == "rows.sales.approvers"
    assert refused(acme, rows={"sales": {"approve": "on_request"}}) == "rows.sales.approve"


# On request


def on_request(acme: Brand) -> None:
    lay_down(acme, rows={"sales": {"create": "on_request"}})


def sale(acme: Brand) -> dict[str, str]:
    return {"account": acme.account, "handle": "acme", "text": "Half price", "function": "sales"}


def test_the_agency_does_on_request_what_the_client_asked_for_until_then(acme: Brand) -> None:
    on_request(acme)
    given = acme.house.refused(403, "POST", acme.path("/posts"), sale(acme), key=acme.agent_key)
    assert "needs the client's request" in given["detail"]
    made = ask(acme, note="The autumn sale")
    assert (made["by"], made["note"]) == (acme.approver, "The autumn sale")
    assert acme.house.ok("POST", acme.path("/posts"), sale(acme), key=acme.agent_key)["state"] == "in_review"
    acme.house.clock.sleep(3600)
    acme.house.refused(403, "POST", acme.path("/posts"), sale(acme), key=acme.agent_key)
    ask(acme)
    acme.house.ok("POST", acme.path("/posts"), sale(acme), key=acme.agent_key)


def test_a_request_is_in_the_ledger_and_told(acme: Brand) -> None:
    on_request(acme)
    ask(acme)
    (told,) = [entry for entry in acme.house.entries() if entry.type == "mandate.requested"]
    assert told.data["function"] == "sales"
    conforms(json.loads(payload(told)))


def test_a_request_for_one_function_is_none_for_another_nor_for_another_activity(acme: Brand) -> None:
    lay_down(acme, rows={"sales": {"create": "on_request", "post": "on_request"}, "contest": {"create": "on_request"}})
    ask(acme)
    acme.house.refused(403, "POST", acme.path("/posts"), sale(acme) | {"function": "contest"}, key=acme.agent_key)
    assert check(acme, party="agency", activity="post")["answer"] == "needs_request"


def test_the_client_itself_does_what_the_agency_does_on_request(acme: Brand) -> None:
    on_request(acme)
    acme.house.ok("POST", acme.path("/posts"), sale(acme), key=writer(acme))


def test_what_is_wrong_with_a_request_is_named(acme: Brand) -> None:
    on_request(acme)
    assert not_asked(acme, function="astrology") == "function"
    assert not_asked(acme, activity="post") == "activity"
    assert not_asked(acme, until=(START + timedelta(days=40)).isoformat()) == "until"
    assert not_asked(acme, until=(START - timedelta(days=1)).isoformat()) == "until"
    not_asked(acme, 403, agency_approver(acme))


# What it would say


def test_a_question_is_answered_for_a_party_a_member_or_whoever_asks(acme: Brand) -> None:
    lay_down(acme, rows={"sales": {"create": "client"}})
    for given in ({"party": "agency"}, {"member": acme.agent}, {"key": acme.agent_key}):
        assert check(acme, **given)["answer"] == "refused"
    for given in ({"party": "client"}, {"member": acme.owner}, {}):
        answer = check(acme, **given)
        assert answer["answer"] == "needs_approval"
        assert (answer["demand"]["approvals"], answer["demand"]["parties"]) == (1, ["client"])


def test_the_answer_is_what_then_happens(acme: Brand) -> None:
    for rows in ({"create": "client"}, {"create": "on_request"}, {"create": "either"}, {"approvals": 3}):
        lay_down(acme, rows={"sales": rows})
        said = check(acme, party="agency", account=acme.account)
        done = acme.house.call("POST", acme.path("/posts"), sale(acme), key=acme.agent_key)
        assert (done.status == 201) == (said["answer"] == "needs_approval")
        assert done.status != 201 or done.body["demand"]["approvals"] == said["demand"]["approvals"]
        assert done.status == 201 or done.body["detail"] == said["reason"]


def test_a_question_says_of_which_version_of_the_mandate_the_answer_is(acme: Brand) -> None:
    before = check(acme)["version"]
    assert lay_down(acme, rows={"sales": {"approvals": 2}})["version"] == before + 1 == check(acme)["version"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"account": "acc_none"}, "account"),
        ({"member": "mbr_none"}, "member"),
        ({"party": "operator"}, "party"),
        ({"activity": "sing"}, "activity"),
    ],
)
def test_what_is_wrong_with_a_question_is_named(acme: Brand, asked: Any, field: str) -> None:
    body = {"activity": "create", "function": "sales", **asked}
    assert acme.house.refused(422, "POST", acme.path("/mandate/check"), body, key=acme.owner_key)["field"] == field


def test_a_member_is_of_one_party(acme: Brand) -> None:
    body = {"activity": "create", "function": "sales", "member": acme.agent, "party": "client"}
    assert acme.house.refused(422, "POST", acme.path("/mandate/check"), body, key=acme.owner_key)["field"] == "party"


# Both parties' signatures


def propose(acme: Brand, key: str, **body: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/mandate"), body, key=key)


def sign(acme: Brand, key: str, proposal: Any, status: int = 200) -> Any:
    path, body = acme.path("/mandate/signatures"), {"sha256": proposal["sha256"]}
    if status != 200:
        return acme.house.refused(status, "POST", path, body, key=key)
    return acme.house.ok("POST", path, body, key=key)


def shown(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/mandate"), key=acme.agent_key)


def test_what_the_client_takes_back_is_gone_at_once(acme: Brand) -> None:
    made = propose(acme, acme.owner_key, rows={"community": {"create": "client"}})
    assert (made["proposal"], made["rows"]["community"]["create"]) == (None, "client")
    draft = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    acme.house.refused(403, "POST", acme.path("/posts"), draft, key=acme.agent_key)


def test_what_the_client_gives_is_given_when_the_agency_has_signed(acme: Brand) -> None:
    made = propose(acme, acme.owner_key, rows={"community": {"approvals": 0}})
    assert acme.draft("Hi")["state"] == "in_review"
    sign(acme, acme.owner_key, made["proposal"], 409)
    signed = sign(acme, acme.house.agency_key, made["proposal"])
    assert [one["party"] for one in signed["signatures"]] == ["client", "agency"]
    assert acme.draft("Hi")["state"] == "scheduled"


def test_what_the_agency_proposes_is_in_force_when_the_client_has_signed(acme: Brand) -> None:
    before = shown(acme)["rows"]
    made = propose(acme, acme.house.agency_key, rows={"community": {"approvals": 0}})
    assert shown(acme)["rows"] == before
    sign(acme, acme.house.agency_key, made["proposal"], 409)
    assert sign(acme, acme.owner_key, made["proposal"])["rows"]["community"]["approvals"] == 0


def test_a_signature_is_for_what_was_read_and_nothing_else(acme: Brand) -> None:
    first = propose(acme, acme.house.agency_key, rows={"community": {"approvals": 0}})["proposal"]
    propose(acme, acme.house.agency_key, rows={"crisis": {"approvals": 0}})
    sign(acme, acme.owner_key, first, 409)


def test_without_a_proposal_there_is_nothing_to_sign(acme: Brand) -> None:
    sign(acme, acme.owner_key, {"sha256": "0" * 64}, 409)


def test_a_mandate_of_a_later_date_takes_effect_by_itself_and_can_be_asked_about_before(acme: Brand) -> None:
    later = (START + timedelta(days=7)).isoformat()
    made = propose(acme, acme.owner_key, rows={"community": {"approvals": 0}}, effective_from=later)
    coming = sign(acme, acme.house.agency_key, made["proposal"])
    assert (coming["proposal"], coming["coming"]["sha256"]) == (None, made["proposal"]["sha256"])
    asked = {"function": "community", "party": "agency"}
    assert check(acme, **asked)["answer"] == "needs_approval"
    assert check(acme, **asked, at=later)["answer"] == "allowed"
    assert acme.draft("Hi")["state"] == "in_review"
    acme.house.clock.sleep(7 * 24 * 3600)
    assert shown(acme)["coming"] is None
    assert acme.draft("Hi")["state"] == "scheduled"


def test_a_mandate_takes_effect_at_no_time_that_is_past(acme: Brand) -> None:
    assert refused(acme, effective_from=(START - timedelta(days=1)).isoformat()) == "effective_from"


def test_each_step_is_in_the_ledger_under_the_hash_that_was_signed(acme: Brand) -> None:
    made = propose(acme, acme.owner_key, rows={"community": {"approvals": 0}})["proposal"]
    sign(acme, acme.house.agency_key, made)
    propose(acme, acme.owner_key, rows={"sales": {"approvals": 2}})
    told = [entry for entry in acme.house.entries() if entry.type.startswith("mandate.")]
    assert [entry.type for entry in told] == ["mandate.proposed", "mandate.signed", "mandate.set", "mandate.set"]
    assert [entry.data["sha256"] for entry in told[:3]] == [made["sha256"]] * 3
    assert [entry.data["functions"] for entry in told if entry.type == "mandate.set"] == [["community"], ["sales"]]
    for entry in told:
        conforms(json.loads(payload(entry)))


# In a crisis


def in_house(acme: Brand) -> None:
    made = propose(acme, acme.owner_key, template="crisis_in_house")
    assert made["proposal"] is None
    assert set(made["crisis"]) == set(made["rows"])


def test_what_a_crisis_keeps_from_the_agency_it_has_again_when_the_crisis_is_over(acme: Brand) -> None:
    in_house(acme)
    acme.draft("Good morning")
    crisis = acme.crisis()
    draft = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    given = acme.house.refused(403, "POST", acme.path("/posts"), draft, key=acme.agent_key)
    assert given["detail"].startswith("The mandate for a crisis")
    assert check(acme, function="community", party="agency")["crisis"] is True
    acme.house.ok("POST", acme.path(f"/crises/{crisis}/end"), key=acme.owner_key)
    acme.draft("Good evening")


def test_a_stop_of_the_client_is_a_crisis_too_and_one_of_an_account_is_none(acme: Brand) -> None:
    in_house(acme)
    acme.stop(f"account:acme/{acme.account}")
    assert check(acme, party="agency")["answer"] == "needs_approval"
    acme.stop("client:acme")
    assert check(acme, party="agency")["answer"] == "refused"


def test_a_question_may_take_it_that_there_is_a_crisis(acme: Brand) -> None:
    in_house(acme)
    assert check(acme, party="agency", crisis=True)["answer"] == "refused"
    acme.stop("client:acme")
    assert check(acme, party="agency", crisis=False)["answer"] == "needs_approval"


def test_a_mandate_without_rows_for_a_crisis_does_not_ask_whether_there_is_one(acme: Brand) -> None:
    acme.stop("client:acme")
    acme.house.store.calls.clear()
    acme.draft("Hi")
    assert acme.house.store.calls["flags"] == 0


def test_rows_for_a_crisis_are_given_one_by_one_and_taken_away(acme: Brand) -> None:
    made = lay_down(acme, crisis={"sales": {"create": "client", "approvals": 2}})
    assert made["crisis"] == {"sales": made["rows"]["sales"] | {"create": "client", "approvals": 2}}
    assert lay_down(acme, crisis={"sales": None})["crisis"] == {}
    assert refused(acme, crisis={"astrology": {}}) == "crisis.astrology"
    assert refused(acme, crisis={"sales": {"approvals": 7}}) == "crisis.sales.approvals"
