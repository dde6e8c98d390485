"""The recovery plan says who stops, who resumes, whom to call and what to say; and what would be found wanting."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person, shadow
from tests.schemas import conforms


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def plan(acme: Brand, **changed: Any) -> dict[str, Any]:
    return {
        "may_stop": [acme.owner, acme.approver],
        "resumes": [acme.owner, acme.approver],
        "contacts": [{"name": "The press office", "reach": "+47 22 00 00 00"}],
        "statements": [{"name": "First words", "text": "We are looking into it."}],
        "drill_every_days": 30,
    } | changed


def laid_down(acme: Brand, **changed: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/recovery-plan"), plan(acme, **changed), key=acme.owner_key)


def shown(acme: Brand, key: str | None = None) -> Any:
    return acme.house.ok("GET", acme.path("/recovery-plan"), key=key or acme.owner_key)


def gaps(view: Any) -> list[str]:
    return [missing["gap"] for missing in view["missing"]]


def drilled(acme: Brand, account: str) -> Any:
    return acme.house.ok("POST", "/drills", {"client": "acme", "account": account}, key=acme.owner_key)


def refused(acme: Brand, status: int = 422, key: str | None = None, **changed: Any) -> Any:
    path = acme.path("/recovery-plan")
    return acme.house.refused(status, "PUT", path, plan(acme, **changed), key=key or acme.owner_key).get("field")


def test_a_client_without_a_plan_is_told_so(acme: Brand) -> None:
    assert gaps(shown(acme)) == ["no_plan"]
    assert shown(acme)["plan"] is None


def test_a_plan_that_was_drilled_lacks_nothing(acme: Brand) -> None:
    account = shadow(acme)
    assert gaps(laid_down(acme)) == ["no_drill"]
    drill = drilled(acme, account)
    assert gaps(shown(acme)) == []
    assert shown(acme)["last_drill"] == drill


def test_it_is_shown_as_it_was_laid_down_with_the_names_of_its_people(acme: Brand) -> None:
    laid_down(acme)
    view = shown(acme)
    assert {name: view["plan"][name] for name in plan(acme)} == plan(acme)
    assert view["names"] == {acme.owner: "Owner", acme.approver: "Approver"}


def test_every_change_is_a_version_in_the_ledger_which_names_no_contact(acme: Brand) -> None:
    assert laid_down(acme)["plan"]["version"] == 1
    assert laid_down(acme, drill_every_days=7)["plan"]["version"] == 2
    told = [entry for entry in acme.house.entries() if entry.type == "recovery.planned"]
    assert [entry.data["version"] for entry in told] == [1, 2]
    assert "+47" not in str(told)
    for entry in told:
        data = {"client": entry.realm, "subject": entry.subject, "who": dict(entry.who), **entry.data}
        conforms({"type": entry.type, "timestamp": entry.at.isoformat(), "data": data})


def test_whoever_may_stop_reads_it_and_only_the_client_writes_it(acme: Brand) -> None:
    laid_down(acme)
    _, guard = person(acme, "Guard", acme.owner_key, ["stop"])
    assert shown(acme, guard) == shown(acme) == shown(acme, acme.agent_key)
    refused(acme, 403, key=guard)
    refused(acme, 403, key=acme.house.agency_key)
    refused(acme, 404, key=brand(acme.house, "bolt").owner_key)


def test_a_plan_may_be_incomplete_and_says_in_what(acme: Brand) -> None:
    view = acme.house.ok("PUT", acme.path("/recovery-plan"), {}, key=acme.owner_key)
    assert gaps(view) == [
        "nobody_can_stop",
        "no_contact",
        "too_few_can_resume",
        "no_statement",
        "no_shadow_account",
        "no_drill",
    ]


def test_somebody_who_left_since_is_missing(acme: Brand) -> None:
    laid_down(acme)
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    missing = shown(acme)["missing"]
    assert [(one["gap"], one["about"]) for one in missing][:2] == [
        ("member_left", acme.approver),
        ("too_few_can_resume", "client"),
    ]


def test_a_statement_too_long_for_a_network_of_the_client_is_refused(acme: Brand) -> None:
    long = [{"name": "Long", "text": "a" * 501}]
    assert refused(acme, statements=long) == "statements.0.text"


def test_a_statement_too_long_for_an_account_that_came_later_is_missing(acme: Brand) -> None:
    acme.house.ok("DELETE", acme.path(f"/accounts/{acme.account}"), key=acme.owner_key)
    view = laid_down(acme, statements=[{"name": "Long", "text": "a" * 501}])
    assert "statement_too_long" not in gaps(view)
    shadow(acme)
    assert [one["about"] for one in shown(acme)["missing"] if one["gap"] == "statement_too_long"] == ["Long"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"may_stop": ["mbr_none"]}, "may_stop.0"),
        ({"resumes": ["{owner}", "{owner}"]}, "resumes.1"),
        ({"may_stop": ["mbr_none"] * 51}, "may_stop"),
        ({"contacts": [{"name": " ", "reach": "a"}]}, "contacts.0.name"),
        ({"contacts": [{"name": "a", "reach": ""}]}, "contacts.0.reach"),
        ({"contacts": [{"name": "a"}]}, "contacts.0.reach"),
        ({"contacts": [{"name": "a", "reach": "b"}] * 51}, "contacts"),
        ({"statements": [{"name": "a", "text": ""}]}, "statements.0.text"),
        ({"statements": [{"name": "", "text": "a"}]}, "statements.0.name"),
        ({"statements": [{"name": "a", "text": "b"}] * 2}, "statements.1.name"),
        ({"statements": [{"name": "a", "text": "b"}] * 21}, "statements"),
        ({"drill_every_days": 0}, "drill_every_days"),
        ({"drill_every_days": 367}, "drill_every_days"),
        ({"hotline": "112"}, "hotline"),
    ],
)
def test_what_is_wrong_with_a_plan_is_named(acme: Brand, changed: dict[str, Any], field: str) -> None:
    named: dict[str, Any] = {
        name: [one.format(owner=acme.owner) for one in value] if name == "resumes" else value
        for name, value in changed.items()
    }
    assert refused(acme, **named) == field


def test_a_removed_member_cannot_be_put_in_a_plan(acme: Brand) -> None:
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert refused(acme) == "may_stop.1"


def test_another_clients_people_are_nobody_here(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    assert refused(acme, may_stop=[bolt.owner]) == "may_stop.0"


def test_a_plan_reads_no_post_and_writes_nothing_to_be_shown(acme: Brand) -> None:
    laid_down(acme)
    acme.house.store.calls.clear()
    shown(acme)
    assert not {"posts", "post", "commit"} & acme.house.store.calls.keys()
