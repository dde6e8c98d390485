"""A crisis is told once, with its evidence, within minutes; and the hotter a conversation, the higher it stands."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from functions.prioritize.heating import warm
from functions.prioritize.spotting import MOST_DAYS, spot
from shared.domain.ledger import Entry
from shared.domain.listening.crisis import Crisis, CrisisState
from shared.domain.listening.mentions import MentionState
from shared.domain.listening.pulse import Pulse
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START
from tests.schemas import conforms

MINUTE = 60.0


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def minute(house: House) -> list[Entry]:
    house.clock.sleep(MINUTE)
    received = spot("acme", store=house.store, clock=house.clock, new_id=house.new_id)
    warm("acme", received, store=house.store, clock=house.clock)
    return received


def said(house: House, *types: str) -> list[Any]:
    days = range((house.clock.now() - START).days + 2)
    entries = (entry for day in days for entry in house.store.ledger("acme", START.date() + timedelta(days=day)))
    return [entry for entry in entries if entry.type in types]


def panic(house: House, people: int = 6) -> None:
    for number in range(people):
        house.mention(f"There is a fire in the shop {number}", author=f"witness_{number}")


def test_several_people_who_tell_of_danger_are_a_crisis_within_two_minutes(house: House, acme: Brand) -> None:
    minute(house)
    panic(house)
    minute(house)
    minute(house)
    [raised] = said(house, "crisis.raised")
    assert (raised.data["topic"], raised.data["evidence"]["ground"]) == ("", "urgent")
    assert raised.data["evidence"]["seen"] == 6
    conforms(json.loads(payload(raised)))


def test_the_stop_that_comes_with_it_stops_the_client(house: House, acme: Brand) -> None:
    panic(house)
    minute(house)
    [raised] = said(house, "crisis.raised")
    stop = house.ok("POST", "/stops", raised.data["stop"], key=acme.approver_key)
    assert stop["scope"] == "client:acme"


def test_it_is_told_once_while_it_lasts_and_ends_by_itself(house: House, acme: Brand) -> None:
    panic(house)
    for _ in range(30):
        minute(house)
    assert len(said(house, "crisis.raised")) == 1
    for _ in range(60 * 4):
        minute(house)
    [ended] = said(house, "crisis.ended")
    assert ended.data["by"] == "calm"
    conforms(json.loads(payload(ended)))
    [crisis] = house.store.list(Crisis, "acme")
    assert crisis.state is CrisisState.ENDED


def test_a_person_ends_it_and_it_is_not_raised_again_for_the_same(house: House, acme: Brand) -> None:
    panic(house)
    minute(house)
    [crisis] = house.ok("GET", acme.path("/crises"), key=acme.agent_key)
    ended = house.ok("POST", acme.path(f"/crises/{crisis['id']}/end"), key=acme.approver_key)
    assert (ended["state"], ended["ended_by"]) == ("ended", acme.approver)
    for _ in range(20):
        minute(house)
    assert len(said(house, "crisis.raised")) == 1
    house.refused(404, "POST", acme.path(f"/crises/{crisis['id']}/end"), key=acme.approver_key)


def test_it_is_ended_though_more_is_heard_at_that_moment(house: House, acme: Brand) -> None:
    panic(house)
    minute(house)
    [crisis] = house.ok("GET", acme.path("/crises"), key=acme.agent_key)
    house.mention("And one more fire", author="witness_7")
    house.store.before["commit"].append(lambda: minute(house))
    ended = house.ok("POST", acme.path(f"/crises/{crisis['id']}/end"), key=acme.approver_key)
    assert (ended["state"], ended["ended_by"]) == ("ended", acme.approver)
    assert len(said(house, "crisis.ended")) == 1
    pulse = house.store.get(Pulse, "acme", "acme")
    assert pulse is not None
    assert not any(one.open for one in pulse.crises)


def test_ending_one_that_there_is_not_ends_no_other(house: House, acme: Brand) -> None:
    crisis = acme.crisis()
    house.refused(404, "POST", acme.path("/crises/cri_other/end"), key=acme.approver_key)
    [found] = house.ok("GET", acme.path("/crises"), key=acme.agent_key)
    assert (found["id"], found["state"]) == (crisis, "open")


def test_one_author_who_posts_again_and_again_is_no_crisis(house: House, acme: Brand) -> None:
    for number in range(50):
        house.mention(f"There is a fire in the shop {number}", author="crier")
    minute(house)
    assert said(house, "crisis.raised") == []


def test_a_quiet_day_is_no_crisis_and_costs_no_writes(house: House, acme: Brand) -> None:
    minute(house)
    before = house.store.calls["commit"]
    for _ in range(60):
        minute(house)
    assert (house.store.calls["commit"], said(house, "crisis.raised")) == (before, [])


def test_a_mention_counts_once_though_a_run_is_cut_short(house: House, acme: Brand) -> None:
    minute(house)
    panic(house, 2)
    house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    with pytest.raises(StoreError):
        minute(house)
    assert len(minute(house)) == 2
    assert minute(house) == []


def test_two_runs_at_once_count_once_and_raise_once(house: House, acme: Brand) -> None:
    minute(house)
    panic(house)
    house.store.before["commit"].append(lambda: spot("acme", store=house.store, clock=house.clock, new_id=house.new_id))
    house.store.before["commit"].append(lambda: None)
    assert minute(house) == []
    minute(house)
    assert len(said(house, "crisis.raised")) == 1


def test_an_entry_that_is_written_a_little_late_is_not_missed(house: House, acme: Brand) -> None:
    minute(house)
    house.clock.sleep(MINUTE)
    early = house.new_id("led")
    house.mention("hello")
    assert spot("acme", store=house.store, clock=house.clock, new_id=house.new_id) == []
    sample = said(house, "mention.received")[0]
    house.store.commit(replace(sample, id=early))
    assert len(minute(house)) == 2


def test_it_reads_across_midnight_and_no_further_back_than_a_week(house: House, acme: Brand) -> None:
    minute(house)
    for _ in range(3):
        house.mention("hello")
        house.clock.sleep(24 * 60 * MINUTE)
    assert len(minute(house)) == 3
    house.mention("hello")
    house.clock.sleep((MOST_DAYS + 2) * 24 * 60 * MINUTE)
    assert minute(house) == []


def test_what_came_in_before_anybody_looked_is_counted_from_that_day_on(house: House, acme: Brand) -> None:
    house.mention("hello")
    assert len(minute(house)) == 1
    assert house.store.get(Pulse, "acme", "acme") is not None


# Heat


def conversation(house: House, answers: int) -> str:
    root = house.mention("Where is my order?", external_id="77")
    for number in range(answers):
        house.mention("And mine", external_id=f"r{number}", in_reply_to="77", author=f"author_{number}")
    return root


@pytest.mark.parametrize(("answers", "heat"), [(3, 0), (4, 1), (19, 2), (99, 3)])
def test_a_conversation_in_which_much_is_said_stands_higher_from_its_beginning_on(
    house: House, acme: Brand, answers: int, heat: int
) -> None:
    root = conversation(house, answers)
    minute(house)
    found = list(house.store.inbox("acme"))
    assert {mention.heat for mention in found} == {heat}
    assert found[0].id == root
    assert found[0].score == 28 + 4 * heat


def test_an_answer_that_comes_later_is_as_hot_as_the_rest(house: House, acme: Brand) -> None:
    conversation(house, 6)
    minute(house)
    house.mention("Me too", external_id="late", in_reply_to="77", author="late")
    minute(house)
    assert {mention.heat for mention in house.store.inbox("acme")} == {1}


def test_what_was_said_longer_ago_than_an_hour_heats_nothing(house: House, acme: Brand) -> None:
    for number in range(12):
        house.mention("And mine", external_id=f"r{number}", in_reply_to="77")
        house.clock.sleep(20 * MINUTE)
        minute(house)
    assert {mention.heat for mention in house.store.inbox("acme")} == {0}


def test_what_is_closed_is_left_alone(house: House, acme: Brand) -> None:
    root = conversation(house, 6)
    found = house.store.mention(root)
    assert found is not None
    house.store.commit(found.moved(MentionState.ANSWERED))
    minute(house)
    closed = house.store.mention(root)
    assert closed is not None
    assert closed.heat == 0
