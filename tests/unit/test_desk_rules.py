"""The mandate and what matters are the client's to say; both hold from the next call on."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def set_rows(acme: Brand, rows: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/mandate"), {"rows": rows}, key=acme.owner_key)


def set_priorities(acme: Brand, *items: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/priorities"), {"items": items}, key=acme.owner_key)


def test_to_begin_with_the_agency_does_the_work_and_the_client_approves(acme: Brand) -> None:
    rows = acme.house.ok("GET", acme.path("/mandate"), key=acme.agent_key)["rows"]
    assert (rows["community"]["approve"], rows["community"]["approvals"]) == ("client", 1)
    assert (rows["crisis"]["create"], rows["crisis"]["approvals"]) == ("client", 2)


def test_the_mandate_is_the_clients_to_give(acme: Brand) -> None:
    body = {"rows": {"crisis": {"approvals": 0}}}
    acme.house.refused(403, "PUT", acme.path("/mandate"), body, key=acme.house.agency_key)


def test_what_matters_is_the_clients_to_say(acme: Brand) -> None:
    body = {"member": acme.agent, "scopes": ["approve"]}
    key = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    acme.house.refused(403, "PUT", acme.path("/priorities"), {"items": []}, key=key)


def test_a_function_that_is_left_out_keeps_its_row(acme: Brand) -> None:
    before = acme.house.ok("GET", acme.path("/mandate"), key=acme.owner_key)
    after = set_rows(acme, {"sales": {"approvals": 3}})
    assert after["rows"] == before["rows"] | {"sales": after["rows"]["sales"]}
    assert (after["version"], after["set_by"]) == (before["version"] + 1, acme.owner)


def test_a_mandate_takes_effect_at_the_next_call(acme: Brand) -> None:
    set_rows(acme, {"community": {"create": "client"}})
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    given = acme.house.refused(403, "POST", acme.path("/posts"), body, key=acme.agent_key)
    assert "client" in given["detail"]
    set_rows(acme, {"community": {"create": "either", "approvals": 0}})
    assert acme.draft("Hi")["state"] == "scheduled"


def test_what_a_row_does_not_state_stays_as_it_was(acme: Brand) -> None:
    before = acme.house.ok("GET", acme.path("/mandate"), key=acme.owner_key)["rows"]["crisis"]
    changed = set_rows(acme, {"crisis": {"approvals": 3}})["rows"]["crisis"]
    assert changed == before | {"approvals": 3}
    assert (changed["create"], changed["post"]) == ("client", "client")
    again = set_rows(acme, {"crisis": {"create": "either", "approvals": None}})["rows"]["crisis"]
    assert again == changed | {"create": "either"}
    body = {"account": acme.account, "handle": "acme", "text": "We are sorry.", "function": "crisis"}
    drafted = acme.house.ok("POST", acme.path("/posts"), body, key=acme.agent_key)
    assert (drafted["state"], drafted["approvals_needed"]) == ("in_review", 3)


def test_raising_the_approvals_of_a_crisis_does_not_hand_it_to_the_agency(acme: Brand) -> None:
    set_rows(acme, {"crisis": {"approvals": 3}})
    body = {"account": acme.account, "handle": "acme", "text": "We are sorry.", "function": "crisis"}
    acme.house.refused(403, "POST", acme.path("/posts"), body, key=acme.agent_key)


def test_no_approvals_at_all_is_a_change_and_not_left_out(acme: Brand) -> None:
    assert set_rows(acme, {"sales": {"approvals": 0}})["rows"]["sales"]["approvals"] == 0


def test_a_client_may_add_functions_of_its_own(acme: Brand) -> None:
    made = set_rows(acme, {"recruiting": {"follow_up": "agency"}})["rows"]
    assert made["recruiting"] == made["community"] | {"follow_up": "agency"}
    assert acme.draft("We are hiring", function="recruiting")["function"] == "recruiting"


def test_a_function_of_which_the_mandate_says_nothing_is_refused(acme: Brand) -> None:
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "astrology"}
    acme.house.refused(403, "POST", acme.path("/posts"), body, key=acme.agent_key)


@pytest.mark.parametrize("approvals", [-1, 6])
def test_up_to_five_approvals_can_be_asked_for(acme: Brand, approvals: int) -> None:
    body = {"rows": {"sales": {"approvals": approvals}}}
    given = acme.house.refused(422, "PUT", acme.path("/mandate"), body, key=acme.owner_key)
    assert given["field"] == "rows.sales.approvals"


def test_priorities_are_one_statement_that_replaces_the_one_before(acme: Brand) -> None:
    acme.house.refused(404, "GET", acme.path("/priorities"), key=acme.owner_key)
    first = set_priorities(acme, {"name": "Launch", "weight": 30, "words": ["launch"]})
    second = set_priorities(acme, {"name": "Outage", "weight": 50, "words": ["down"]})
    assert (first["version"], second["version"]) == (1, 2)
    shown = acme.house.ok("GET", acme.path("/priorities"), key=acme.agent_key)
    assert [item["name"] for item in shown["items"]] == ["Outage"]


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({"name": "a", "weight": 61, "words": ["b"]}, "items.0.weight"),
        ({"name": "a", "weight": -61, "words": ["b"]}, "items.0.weight"),
        ({"name": "a", "weight": 1}, "items.0"),
        ({"name": " ", "weight": 1, "words": ["b"]}, "items.0.name"),
        ({"name": "a", "weight": 1, "words": [" "]}, "items.0.words"),
        ({"name": "a", "weight": 1, "words": ["b"] * 201}, "items.0"),
        (
            {
                "name": "a",
                "weight": 1,
                "words": ["b"],
                "starts_at": "2026-11-26T00:00:00Z",
                "ends_at": "2026-11-25T00:00:00Z",
            },
            "items.0.ends_at",
        ),
        ({"name": "a", "weight": 1, "words": ["b"], "starts_at": "0001-01-01T00:00:00+14:00"}, "items.0.starts_at"),
    ],
)
def test_what_is_wrong_with_a_priority_is_named(acme: Brand, item: Any, field: str) -> None:
    given = acme.house.refused(422, "PUT", acme.path("/priorities"), {"items": [item]}, key=acme.owner_key)
    assert given["field"] == field


def test_a_priority_counts_from_its_start_to_its_end(acme: Brand) -> None:
    mention = acme.house.mention("About the launch")
    starts, ends = START + timedelta(hours=1), START + timedelta(hours=2)
    item = {"name": "Launch", "weight": 30, "words": ["launch"]}
    set_priorities(acme, item | {"starts_at": starts.isoformat(), "ends_at": ends.isoformat()})
    counted = []
    for at in (starts - timedelta(seconds=1), starts, ends - timedelta(seconds=1), ends):
        acme.house.clock.at = at
        shown = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)
        counted.append("priority: Launch" in [reason["name"] for reason in shown["reasons"]])
    assert counted == [False, True, True, False]
