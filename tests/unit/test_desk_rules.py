"""The mandate, what matters and how to listen are the client's to say; all of it holds from the next call on."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from shared.api.priorities import LONGEST_STATEMENT
from tests.house import Brand, House, brand
from tests.network import START
from tests.schemas import conforms


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def set_rows(acme: Brand, rows: Any) -> Any:
    return acme.agree(rows)


def set_priorities(acme: Brand, *items: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/priorities"), {"items": items}, key=acme.owner_key)


def test_to_begin_with_the_agency_does_the_work_and_the_client_approves(acme: Brand) -> None:
    rows = acme.house.ok("GET", acme.path("/mandate"), key=acme.agent_key)["rows"]
    assert (rows["community"]["approve"], rows["community"]["approvals"]) == ("client", 1)
    assert (rows["crisis"]["create"], rows["crisis"]["approvals"]) == ("client", 2)


def test_the_agency_changes_nothing_of_the_mandate_by_itself(acme: Brand) -> None:
    before = acme.house.ok("GET", acme.path("/mandate"), key=acme.owner_key)["rows"]
    body = {"rows": {"crisis": {"approvals": 0}}}
    assert acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.house.agency_key)["rows"] == before
    assert acme.house.ok("GET", acme.path("/mandate"), key=acme.owner_key)["rows"] == before


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
    assert (drafted["state"], drafted["demand"]["approvals"]) == ("in_review", 3)


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
        ({"name": " ", "weight": 1, "words": ["b"]}, "items.0.name"),
        ({"name": "a", "weight": 1, "words": [" "]}, "items.0.words"),
        ({"name": "a", "weight": 1, "words": ["…"]}, "items.0.words"),
        ({"name": "a", "weight": 1, "words": ["b " * 21]}, "items.0.words"),
        ({"name": "a", "weight": 1, "authors": [""]}, "items.0.authors"),
        ({"name": "a", "weight": 1, "functions": ["customer service"]}, "items.0.functions"),
        ({"name": "a", "weight": 1, "functions": ["costumer_service"]}, "items.0.functions"),
        ({"name": "a", "weight": 1, "languages": ["EN"]}, "items.0.languages"),
        ({"name": "a", "weight": 1, "languages": ["eng"]}, "items.0.languages"),
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


def test_what_names_nothing_matches_everything(acme: Brand) -> None:
    mention = acme.house.mention("Anything at all")
    set_priorities(acme, {"name": "A busy day", "weight": 5})
    shown = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)
    assert "priority: A busy day" in [reason["name"] for reason in shown["reasons"]]


def test_a_statement_may_say_which_one_it_replaces(acme: Brand) -> None:
    item = {"name": "Launch", "weight": 30}
    body = {"items": [item], "version": 0}
    acme.house.ok("PUT", acme.path("/priorities"), body, key=acme.owner_key)
    given = acme.house.refused(409, "PUT", acme.path("/priorities"), body, key=acme.owner_key)
    assert given["title"] == "Somebody else changed it first"
    acme.house.ok("PUT", acme.path("/priorities"), body | {"version": 1}, key=acme.owner_key)
    assert set_priorities(acme, item)["version"] == 3


def test_a_statement_fits_into_one_record(acme: Brand) -> None:
    item = {"name": "a", "weight": 1, "words": ["b" * 200] * 200}
    few, many = LONGEST_STATEMENT // 40_000, LONGEST_STATEMENT // 40_000 + 1
    set_priorities(acme, *[item] * few)
    body = {"items": [item] * many}
    assert acme.house.refused(422, "PUT", acme.path("/priorities"), body, key=acme.owner_key)["field"] == "items"
    body = {"items": [{"name": "a", "weight": 1}] * 101}
    assert acme.house.refused(422, "PUT", acme.path("/priorities"), body, key=acme.owner_key)["field"] == "items"


def listen(acme: Brand, **body: Any) -> Any:
    return acme.house.ok("PUT", acme.path("/listening"), body, key=acme.owner_key)


def listening(acme: Brand) -> Any:
    return acme.house.ok("GET", acme.path("/listening"), key=acme.agent_key)


def test_when_nobody_has_said_how_to_listen_the_standard_holds_and_is_shown(acme: Brand) -> None:
    shown = listening(acme)
    assert (shown["version"], shown["set_by"], shown["set_at"]) == (0, "", None)
    assert shown["answer_minutes"]["crisis"] == 15
    assert shown["weights"]["urgency"] == [0.0, 6.0, 16.0, 40.0]


def test_how_to_listen_is_the_clients_to_say(acme: Brand) -> None:
    body = {"member": acme.agent, "scopes": ["approve"]}
    key = acme.house.ok("POST", acme.path("/keys"), body, key=acme.house.agency_key)["key"]
    acme.house.refused(403, "PUT", acme.path("/listening"), {}, key=key)


def test_how_to_listen_is_one_statement_that_replaces_the_one_before(acme: Brand) -> None:
    standard = listening(acme)
    first = listen(acme, watch_words=["recall"], notice_above=80)
    assert (first["version"], first["set_by"], first["watch_words"]) == (1, acme.owner, ["recall"])
    assert listening(acme) == first
    second = listen(acme, stale_after_days=3)
    assert (second["version"], second["watch_words"], second["notice_above"]) == (2, [], standard["notice_above"])


def test_a_statement_of_how_to_listen_may_say_which_one_it_replaces(acme: Brand) -> None:
    listen(acme, version=0)
    acme.house.refused(409, "PUT", acme.path("/listening"), {"version": 0}, key=acme.owner_key)
    assert listen(acme, version=1)["version"] == 2


def test_what_is_not_weighed_keeps_its_standard_weight(acme: Brand) -> None:
    standard = listening(acme)
    weights = {"functions": {"sales": 30}, "roles": {"detractor": -60}, "reach": 0}
    set_ = listen(acme, weights=weights, answer_minutes={"sales": 5})
    assert set_["weights"]["functions"] == standard["weights"]["functions"] | {"sales": 30.0}
    assert set_["weights"]["roles"] == standard["weights"]["roles"] | {"detractor": -60.0}
    assert set_["weights"]["heat"] == standard["weights"]["heat"]
    assert set_["answer_minutes"] == standard["answer_minutes"] | {"sales": 5}


def test_what_is_weighed_anew_puts_the_inbox_in_a_new_order_at_once(acme: Brand) -> None:
    order, sale = acme.house.mention("Where is my order?"), acme.house.mention("What is the price?")
    inbox = acme.path("/inbox")
    assert [one["id"] for one in acme.house.ok("GET", inbox, key=acme.agent_key)["items"]] == [order, sale]
    listen(acme, weights={"functions": {"sales": 60}})
    assert [one["id"] for one in acme.house.ok("GET", inbox, key=acme.agent_key)["items"]] == [sale, order]


def test_a_function_of_the_clients_own_is_known_by_its_words_and_may_be_named_wherever_one_is(acme: Brand) -> None:
    set_rows(acme, {"recruiting": {}})
    listen(
        acme,
        functions=[{"name": "recruiting", "words": ["vacancy"]}],
        answer_minutes={"recruiting": 60},
        weights={"functions": {"recruiting": 50}},
    )
    set_priorities(acme, {"name": "Hiring", "weight": 10, "functions": ["recruiting"]})
    mention = acme.house.mention("Is there a vacancy?")
    shown = acme.house.ok("GET", acme.path(f"/mentions/{mention}"), key=acme.agent_key)
    assert shown["function"] == "recruiting"
    assert {reason["name"]: reason["points"] for reason in shown["reasons"]}["function"] == 50
    assert "priority: Hiring" in [reason["name"] for reason in shown["reasons"]]
    assert shown["next_at"] == "2026-11-25T09:30:00Z"


def test_the_ledger_says_which_parts_of_it_are_others_than_before(acme: Brand) -> None:
    listen(acme, watch_words=["recall"], notice_above=80)
    listen(acme, watch_words=["recall"], notice_above=90, escalate_to=acme.approver)
    entries = [entry for entry in acme.house.entries() if entry.type == "listening.set"]
    assert [entry.data["changed"] for entry in entries] == [
        ["watch_words", "notice_above"],
        ["notice_above", "escalate_to"],
    ]
    for entry in entries:
        conforms(json.loads(payload(entry)))


FUNCTION = {"name": "recruiting", "words": ["vacancy"]}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"weights": {"functions": {"sales": 61}}}, "weights.functions.sales"),
        ({"weights": {"functions": {"recruiting": 1}}}, "weights.functions"),
        ({"weights": {"roles": {"detractor": -61}}}, "weights.roles.detractor"),
        ({"weights": {"roles": {"friend": 1}}}, "weights.roles.friend"),
        ({"weights": {"heat": -1}}, "weights.heat"),
        ({"weights": {"most_priority": 101}}, "weights.most_priority"),
        ({"weights": {"own_function": -0.1}}, "weights.own_function"),
        ({"weights": {"urgency": [0, 10, 9, 40]}}, "weights.urgency.2"),
        ({"weights": {"urgency": [-1, 1, 2, 3]}}, "weights.urgency.0"),
        ({"weights": {"urgency": [0, 1, 2, 101]}}, "weights.urgency.3"),
        ({"weights": {"urgency": [0, 1, 2]}}, "weights.urgency"),
        ({"weights": {"heat": "4"}}, "weights.heat"),
        ({"answer_minutes": {"sales": 0}}, "answer_minutes.sales"),
        ({"answer_minutes": {"sales": 43201}}, "answer_minutes.sales"),
        ({"answer_minutes": {"recruiting": 60}}, "answer_minutes"),
        ({"functions": [{"name": "Job offers", "words": ["job"]}]}, "functions.0.name"),
        ({"functions": [{"name": "sales", "words": ["job"]}]}, "functions.0.name"),
        ({"functions": [FUNCTION, FUNCTION]}, "functions.1.name"),
        ({"functions": [{"name": "jobs", "words": []}]}, "functions.0.words"),
        ({"functions": [{"name": "jobs", "words": ["job"] * 101}]}, "functions.0.words"),
        ({"functions": [{"name": "jobs", "words": ["!"]}]}, "functions.0.words"),
        ({"functions": [{"name": f"jobs{number}", "words": ["job"]} for number in range(21)]}, "functions"),
        ({"functions": [{"name": f"jobs{one}", "words": ["j" * 200] * 100} for one in range(4)]}, "functions"),
        ({"watch_words": ["?"]}, "watch_words"),
        ({"watch_words": ["recall"] * 201}, "watch_words"),
        ({"notice_above": -1}, "notice_above"),
        ({"notice_above": 201}, "notice_above"),
        ({"stale_after_days": 0}, "stale_after_days"),
        ({"stale_after_days": 91}, "stale_after_days"),
        ({"escalate_to": "mbr_none"}, "escalate_to"),
    ],
    ids=lambda given: given if isinstance(given, str) else None,
)
def test_what_is_wrong_with_how_to_listen_is_named(acme: Brand, body: Any, field: str) -> None:
    given = acme.house.refused(422, "PUT", acme.path("/listening"), body, key=acme.owner_key)
    assert given["field"] == field


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    "place", ['{"notice_above": %s}', '{"weights": {"heat": %s}}', '{"weights": {"urgency": [%s]}}']
)
def test_what_is_no_number_is_no_json(acme: Brand, number: str, place: str) -> None:
    acme.house.refused(400, "PUT", acme.path("/listening"), (place % number).encode(), key=acme.owner_key)


@pytest.mark.parametrize("place", ['{"notice_above": %s}', '{"weights": {"heat": %s}}'])
def test_a_number_beyond_all_others_is_refused(acme: Brand, place: str) -> None:
    given = acme.house.call("PUT", acme.path("/listening"), (place % "1e999").encode(), key=acme.owner_key)
    assert given.status in (400, 422)


def test_whoever_is_asked_in_the_end_is_a_person_of_the_client_who_is_still_there(acme: Brand) -> None:
    acme.house.ok("DELETE", acme.path(f"/members/{acme.second}"), key=acme.owner_key)
    for member in (acme.agent, acme.second):
        body = {"escalate_to": member}
        given = acme.house.refused(422, "PUT", acme.path("/listening"), body, key=acme.owner_key)
        assert given["field"] == "escalate_to"
    assert listen(acme, escalate_to=acme.approver)["escalate_to"] == acme.approver
