"""A mandate can ask for the word of a team: of the lawyers, or of who speaks to the press."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person

LEGAL = {"party": "client", "team": "legal"}
PRESS = {"party": "client", "team": "press"}


@pytest.fixture
def acme() -> Brand:
    made = brand(House())
    join(made, made.approver, "press")
    join(made, made.second, "legal")
    return made


def join(acme: Brand, member: str, *teams: str, key: str | None = None) -> Any:
    body = {"teams": teams}
    return acme.house.ok("PATCH", acme.path(f"/members/{member}"), body, key=key or acme.owner_key)


def asks_for(acme: Brand, *approvers: Any, in_order: bool = True) -> Any:
    row = {"approvals": len(approvers), "approvers": approvers, "in_order": in_order}
    return acme.agree({"community": row})


def approval(acme: Brand, post: Any, key: str) -> Any:
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    return acme.house.call("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)


def test_an_approval_asked_of_a_team_is_given_by_somebody_of_it(acme: Brand) -> None:
    asks_for(acme, LEGAL)
    post = acme.draft("No worries")
    refused = approval(acme, post, acme.approver_key)
    assert (refused.status, "the client's legal team" in refused.body["detail"]) == (409, True)
    approved = approval(acme, post, acme.second_key)
    assert (approved.body["state"], approved.body["approvals"][0]["teams"]) == ("scheduled", ["legal"])


def test_teams_approve_one_after_another(acme: Brand) -> None:
    asks_for(acme, PRESS, LEGAL)
    post = acme.draft("No worries")
    assert approval(acme, post, acme.second_key).status == 409
    assert approval(acme, post, acme.approver_key).body["state"] == "in_review"
    assert approval(acme, post, acme.second_key).body["state"] == "scheduled"


def test_or_in_any_order(acme: Brand) -> None:
    asks_for(acme, PRESS, LEGAL, in_order=False)
    post = acme.draft("No worries")
    assert approval(acme, post, acme.second_key).body["state"] == "in_review"
    _, third = person(acme, "Third", acme.owner_key, ["approve"])
    assert approval(acme, post, third).status == 409
    assert approval(acme, post, acme.approver_key).body["state"] == "scheduled"


def test_somebody_in_two_teams_gives_one_approval(acme: Brand) -> None:
    join(acme, acme.approver, "press", "legal")
    asks_for(acme, PRESS, LEGAL, in_order=False)
    post = acme.draft("No worries")
    assert approval(acme, post, acme.approver_key).body["state"] == "in_review"
    assert approval(acme, post, acme.approver_key).status == 409
    assert approval(acme, post, acme.second_key).body["state"] == "scheduled"


def test_a_mandate_asks_no_team_in_which_nobody_is(acme: Brand) -> None:
    row = {"approvals": 1, "approvers": [{"party": "client", "team": "finance"}]}
    refused = acme.house.refused(422, "PUT", acme.path("/mandate"), {"rows": {"sales": row}}, key=acme.owner_key)
    assert (refused["field"], "finance" in refused["detail"]) == ("rows.sales.approvers", True)


def test_teams_are_given_with_a_new_person_and_changed_by_the_own_party(acme: Brand) -> None:
    body = {"name": "Lawyer", "signature": "^LA", "teams": ["legal"]}
    made = acme.house.ok("POST", acme.path("/members"), body, key=acme.owner_key)
    assert made["teams"] == ["legal"]
    path = acme.path(f"/members/{made['id']}")
    assert acme.house.ok("PATCH", path, {"teams": []}, key=acme.owner_key)["teams"] == []
    acme.house.refused(403, "PATCH", path, {"teams": ["legal"]}, key=acme.house.agency_key)
    assert acme.house.refused(422, "PATCH", path, {"teams": ["Legal!"]}, key=acme.owner_key)["field"] == "teams.0"
    assert acme.house.facts().count("member.changed") == 3


def test_who_left_a_team_has_approved_what_they_approved(acme: Brand) -> None:
    asks_for(acme, LEGAL, PRESS)
    post = acme.draft("No worries")
    approval(acme, post, acme.second_key)
    join(acme, acme.second)
    assert approval(acme, post, acme.approver_key).body["state"] == "scheduled"
