"""A draft that looks like it belongs to another client of the agency waits for the client's own approval."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.prioritize.state import state
from shared.domain.apart.elsewhere import ADVICE, ELSEWHERE_RULE
from shared.domain.apart.traces import TRACES_LAST
from shared.domain.listening.mentions import Delivery
from shared.domain.listening.priorities import Priority
from tests.house import Brand, House, brand, person
from tests.schemas import conforms

OPENING = "Our new workshop on Harbour Street opens its doors this Saturday at nine, come and see us"
THANKS = ["Thank you!", "Thank you so much, that means a lot to us!", "Thanks, have a lovely weekend."]


@pytest.fixture
def acme() -> Brand:
    """With another client of the same agency beside it, and nothing that needs an approval."""
    made = brand(House())
    made.agree({"community": {"approvals": 0}})
    return made


@pytest.fixture
def bolt(acme: Brand) -> Brand:
    made = brand(acme.house, "bolt")
    made.agree({"community": {"approvals": 0}})
    return made


def priorities(of: Brand, *items: dict[str, Any]) -> None:
    of.house.ok("PUT", of.path("/priorities"), {"items": [{"weight": 10} | item for item in items]}, key=of.owner_key)


def said(post: Any) -> list[str]:
    return [one["said"] for one in post["findings"] if one["rule"] == ELSEWHERE_RULE]


def test_a_text_that_names_another_client_is_held_for_the_clients_own_approval(acme: Brand, bolt: Brand) -> None:
    post = acme.draft("Try Bolt today")
    assert (post["state"], said(post)) == ("in_review", ["Bolt"])
    (found,) = post["findings"]
    assert (found["severity"], found["approver"], found["advice"]) == ("approval", "client", ADVICE)
    assert acme.approve(post)["state"] == "scheduled"


def test_the_agency_cannot_approve_what_looks_like_it_belongs_elsewhere(acme: Brand, bolt: Brand) -> None:
    acme.agree({"community": {"approvals": 1, "approve": "either"}})
    _, approver = person(acme, "Lead", acme.house.agency_key, ["read", "approve"])
    post = acme.draft("Try Bolt today")
    assert acme.approve(post, key=approver)["state"] == "in_review"
    assert acme.approve(post)["state"] == "scheduled"


def test_what_names_nobody_goes_out_as_the_mandate_says(acme: Brand, bolt: Brand) -> None:
    assert acme.draft("Good morning")["state"] == "scheduled"
    assert acme.draft("Try Acme today, says @acme")["state"] == "scheduled"


@pytest.mark.parametrize("text", ["Ask @bolt", "Ask @BOLT@social.example", "#bolt", "Ｂｏｌｔ", "b o l t"])
def test_its_handles_and_its_name_are_known_from_its_accounts_and_its_name(acme: Brand, bolt: Brand, text: str) -> None:
    assert said(acme.draft(text))


def test_what_matters_to_another_client_is_its_own(acme: Brand, bolt: Brand) -> None:
    assert said(acme.draft("The Zephyr is here")) == []
    priorities(bolt, {"name": "Zephyr launch", "words": ["zephyr", "launch", "#ZephyrDay"]})
    assert said(acme.draft("The Zephyr is here")) == ["Zephyr"]
    assert said(acme.draft("#zephyrday")) == ["zephyrday"]
    assert said(acme.draft("Our launch is today")) == []
    priorities(bolt, {"name": "Other", "words": ["other"]})
    assert said(acme.draft("The Zephyr is here")) == []


def test_what_a_tool_states_by_webhook_is_known_as_well(acme: Brand, bolt: Brand) -> None:
    house, item = acme.house, Priority(name="Zephyr", weight=10, words=("zephyr",))
    told = Delivery(source="src_1", client="bolt", received_at=house.clock.now(), reports=(), priorities=(item,))
    house.clock.sleep(1)
    assert state(told, store=house.store, clock=house.clock, new_id=house.new_id)
    assert said(acme.draft("The Zephyr is here")) == ["Zephyr"]


def test_a_word_that_matters_to_both_is_anybodys(acme: Brand, bolt: Brand) -> None:
    priorities(bolt, {"name": "Zephyr", "words": ["zephyr"]})
    priorities(acme, {"name": "Wind", "words": ["zephyr", "bolt"]})
    assert said(acme.draft("The zephyr is a wind, and this is a bolt")) == []


def test_a_handle_is_anothers_while_its_account_is_open(acme: Brand, bolt: Brand) -> None:
    assert said(acme.draft("Ask @bolt")) == ["@bolt"]
    bolt.house.ok("DELETE", bolt.path(f"/accounts/{bolt.account}"), key=bolt.owner_key)
    assert said(acme.draft("Ask @bolt")) == []


def test_clients_of_other_agencies_are_no_concern_of_this_one(acme: Brand) -> None:
    brand(acme.house, "bolt", acme.house.agency("South"))
    assert acme.draft("Try Bolt today")["state"] == "scheduled"


def test_an_agency_that_is_taken_on_later_knows_the_client_as_it_is(acme: Brand, bolt: Brand) -> None:
    priorities(bolt, {"name": "Zephyr", "words": ["zephyr"]})
    south = acme.house.agency("South")
    crumb = brand(acme.house, "crumb", south)
    assert said(crumb.draft("Zephyr by Bolt, ask @bolt")) == []
    bolt.house.ok("POST", bolt.path("/agencies"), {"agency": crumb.agency}, key=bolt.owner_key)
    assert sorted(said(crumb.draft("Zephyr by Bolt, ask @bolt"))) == ["@bolt", "Bolt", "Zephyr"]


def test_nothing_says_whose_it_is(acme: Brand, bolt: Brand) -> None:
    priorities(bolt, {"name": "Zephyr", "words": ["zephyr"]})
    bolt.draft(OPENING)
    for text in ("The ZEPHYR is here", OPENING):
        seen = json.dumps(acme.draft(text)) + str(acme.house.entries()[-1])
        assert "bolt" not in seen.casefold().replace("@bolt", "")


# Nearly the same text


def test_a_text_that_nearly_repeats_another_clients_is_held(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    post = acme.draft(OPENING.upper().replace("SATURDAY", "Sunday").replace("NINE", "ten") + " ^MS")
    assert (post["state"], len(said(post))) == ("in_review", 1)
    assert said(post)[0].startswith("OUR NEW WORKSHOP")


def test_another_text_is_not_held(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    assert acme.draft("Our new workshop is about pottery and begins on Monday, bring a friend")["state"] == "scheduled"


@pytest.mark.parametrize("text", THANKS[:1] + THANKS[2:])
def test_what_everybody_says_is_not_held(acme: Brand, bolt: Brand, text: str) -> None:
    bolt.draft(text)
    assert acme.draft(text)["state"] == "scheduled"


def test_a_client_may_say_again_what_it_said_itself(acme: Brand, bolt: Brand) -> None:
    acme.draft(OPENING)
    bolt.draft(OPENING)
    assert acme.draft(OPENING)["state"] == "scheduled"


def test_trying_again_does_not_make_a_text_ones_own_and_the_clients_approval_does(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    first, second = acme.draft(OPENING), acme.draft(OPENING)
    assert (first["state"], second["state"]) == ("in_review", "in_review")
    acme.approve(second)
    assert acme.draft(OPENING)["state"] == "scheduled"


def test_a_misplaced_draft_does_not_make_the_text_its_clients(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    acme.draft(OPENING)
    assert bolt.draft(OPENING)["state"] == "scheduled"


def test_what_was_said_long_ago_counts_no_more(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    acme.house.clock.sleep((TRACES_LAST - timedelta(seconds=1)).total_seconds())
    assert said(acme.draft(OPENING))
    acme.house.clock.sleep(1)
    other = brand(acme.house, "crumb")
    assert said(other.draft(OPENING)) == []


def test_it_is_looked_at_again_with_every_change(acme: Brand, bolt: Brand) -> None:
    post = acme.draft("Try Bolt today")
    path = acme.path(f"/posts/{post['id']}")
    changed = acme.house.ok("PATCH", path, {"text": "Try Acme today"}, key=acme.agent_key)
    assert changed["findings"] == []
    again = acme.house.ok("PATCH", path, {"text": "Try BOLT today"}, key=acme.agent_key)
    assert said(again) == ["BOLT"]


def test_approvals_and_new_guidelines_leave_it_held(acme: Brand, bolt: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    post = acme.draft("Try Bolt today")
    rules = {"words": [{"id": "today", "words": ["today"], "severity": "warn"}]}
    acme.house.ok("PUT", acme.path("/guidelines"), rules, key=acme.owner_key)
    acme.acknowledge()
    once = acme.approve(post)
    assert [one["rule"] for one in once["findings"]] == ["today", ELSEWHERE_RULE]


def test_its_rule_is_no_rule_of_a_clients_own(acme: Brand) -> None:
    rules = {"words": [{"id": ELSEWHERE_RULE, "words": ["today"]}]}
    said = acme.house.refused(422, "PUT", acme.path("/guidelines"), rules, key=acme.owner_key)
    assert said["field"] == "words.0.id"


def test_drafts_of_a_recommendation_are_looked_at_each(acme: Brand, bolt: Brand) -> None:
    bolt.draft(OPENING)
    drafts = [{"account": acme.account, "handle": "acme", "text": text} for text in (OPENING, OPENING, "Hi", "Bolt!")]
    path = acme.path(f"/mentions/{acme.house.mention('Where are you?')}/recommendations")
    made = acme.house.ok("POST", path, {"action": "respond", "drafts": drafts}, key=acme.agent_key)
    assert [bool(said(acme.post(id_))) for id_ in made["posts"]] == [True, True, False, True]
    assert acme.house.facts().count("post.out_of_place") == 3


def test_it_is_told_as_its_schema_says_to_the_client_it_was_drafted_for(acme: Brand, bolt: Brand) -> None:
    post = acme.draft("Try Bolt today")
    (entry,) = [one for one in acme.house.entries() if one.type == "post.out_of_place"]
    assert (entry.subject, dict(entry.data)) == (post["id"], {"account": acme.account, "said": ["Bolt"]})
    conforms(json.loads(payload(entry)))
    assert "post.out_of_place" not in acme.house.facts("bolt")


def calls(of: Brand, text: str) -> dict[str, int]:
    before = dict(of.house.store.calls)
    of.draft(text)
    after = of.house.store.calls
    return {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name, 0)}


def test_what_it_costs_is_a_query_and_for_longer_texts_a_read_and_a_second_one_where_traces_meet() -> None:
    house = House()
    acme = brand(house)
    alone = calls(acme, "Good morning")
    assert (alone["list"], alone["commit"]) == (1, 1)
    assert calls(acme, OPENING) == alone
    bolt = brand(house, "bolt")
    assert calls(acme, "Good morning") == alone
    assert calls(acme, OPENING) == alone | {"together": 1}
    assert calls(acme, OPENING) == alone | {"together": 1}
    repeats = alone | {"together": 1, "several_posts": 1, "get": alone["get"] + 1}
    assert calls(bolt, OPENING) == repeats
