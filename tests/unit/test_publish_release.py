"""What was approved goes out only if the rules in force at its time still let it: those may have changed meanwhile."""

from typing import Any

import pytest

from shared.domain.mandate.agreement import Mandate
from tests.house import Brand, House, brand

TOMORROW = "2026-11-26T09:00:00Z"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def at_its_time(acme: Brand, post: Any) -> tuple[str, str]:
    """What became of it, and why."""
    acme.house.clock.sleep(86_400 - 60)
    acme.house.tick()
    acme.house.deliver()
    ended = acme.post(post["id"])
    return ended["state"], ended["because"]


def guidelines(acme: Brand, severity: str) -> None:
    body = {"words": [{"id": "claims", "words": ["cures everything"], "severity": severity}]}
    acme.house.ok("PUT", acme.path("/guidelines"), body, key=acme.owner_key)


def delegated(acme: Brand, text: str = "Good morning") -> Any:
    acme.agree({"community": {"approvals": 0}})
    post = acme.draft(text, publish_at=TOMORROW)
    assert post["state"] == "scheduled"
    return post


def test_what_is_as_it_was_goes_out(acme: Brand) -> None:
    assert at_its_time(acme, acme.approved(publish_at=TOMORROW)) == ("published", "")


def test_what_is_delegated_still_goes_out(acme: Brand) -> None:
    assert at_its_time(acme, delegated(acme)) == ("published", "")


def test_where_the_mandate_asks_for_more_by_then_it_is_held(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.agree({"community": {"approvals": 2}})
    state, because = at_its_time(acme, post)
    assert (state, "asks for 2 approval(s), of which 1 stand" in because) == ("held", True)
    assert acme.house.network.live() == []


def test_where_another_party_approves_by_then_it_is_held(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.agree({"community": {"approve": "agency"}})
    assert at_its_time(acme, post)[0] == "held"


def test_what_takes_effect_at_its_time_counts(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.agree({"community": {"approvals": 2}}, effective_from="2026-11-26T08:00:00Z")
    assert at_its_time(acme, post)[0] == "held"


def test_an_approval_of_somebody_who_has_left_does_not_stand(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert at_its_time(acme, post)[0] == "held"


def test_what_was_delegated_is_held_once_the_brand_takes_the_right_back(acme: Brand) -> None:
    post = delegated(acme)
    acme.agree({"community": {"create": "client"}})
    state, because = at_its_time(acme, post)
    assert (state, "asks for 1 approval(s), of which 0 stand" in because) == ("held", True)


def test_what_the_client_approved_itself_goes_out_whoever_may_write_by_then(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.agree({"community": {"create": "client"}})
    assert at_its_time(acme, post)[0] == "published"


def test_while_a_crisis_lasts_its_rows_stand(acme: Brand) -> None:
    acme.agree({}, crisis={"community": {"approvals": 2}})
    post = acme.approved(publish_at=TOMORROW)
    acme.house.clock.sleep(86_400 - 300)
    acme.crisis()
    acme.house.clock.sleep(180)
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "held"


@pytest.mark.parametrize(("severity", "ends"), [("block", "held"), ("approval", "held"), ("warn", "published")])
def test_guidelines_of_since_then_hold_for_what_nobody_looked_at(acme: Brand, severity: str, ends: str) -> None:
    post = delegated(acme, "Our tea cures everything")
    guidelines(acme, severity)
    acme.acknowledge()
    assert at_its_time(acme, post)[0] == ends


@pytest.mark.parametrize(("severity", "ends"), [("block", "held"), ("approval", "published")])
def test_what_the_client_approved_is_held_only_if_it_must_not_be_said(acme: Brand, severity: str, ends: str) -> None:
    post = acme.approved("Our tea cures everything", publish_at=TOMORROW)
    guidelines(acme, severity)
    acme.acknowledge()
    assert at_its_time(acme, post)[0] == ends


def test_without_a_mandate_nothing_goes_out(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    table = acme.house.store._tables["registry"]  # as if somebody had deleted it by hand
    (key,) = [key for key, record in table.items() if isinstance(record, Mandate)]
    del table[key]
    assert at_its_time(acme, post) == ("held", "there is no mandate with its agency")


def test_what_is_held_is_in_the_ledger_with_the_reason(acme: Brand) -> None:
    post = acme.approved(publish_at=TOMORROW)
    acme.agree({"community": {"approvals": 2}})
    at_its_time(acme, post)
    (told,) = [entry for entry in acme.house.entries() if entry.type == "post.held"]
    assert (told.subject, "approval" in told.data["because"]) == (post["id"], True)


def test_the_rules_are_read_with_the_flags_and_cost_no_call_more(acme: Brand) -> None:
    acme.approved()
    acme.house.store.calls.clear()
    acme.house.deliver()
    assert acme.house.store.calls == {"commit": 2, "clearance": 1}
