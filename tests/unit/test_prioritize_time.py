"""What time does: what waits climbs, what rests comes back, what counts now reaches everything, silence is asked."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.notify.webhook import payload
from functions.prioritize.minute import LONGEST_RUN, attend_all, rerank_all
from functions.prioritize.nudging import nudge
from functions.prioritize.reranking import AT_ONCE, rerank
from functions.prioritize.waiting import attend
from shared.domain.following.escalations import Escalation
from shared.domain.listening.mentions import Claim, Mention, MentionState
from shared.domain.listening.priorities import Priorities, Priority
from shared.domain.listening.ranking import SETTLES_AFTER, Ranking, Scored
from shared.domain.listening.settings import Listening
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START
from tests.schemas import conforms

HOURS = 3600.0
MINUTES = 60.0


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def minute(house: House) -> int:
    until = house.clock.monotonic() + 60
    return attend("acme", store=house.store, clock=house.clock, new_id=house.new_id, until=until)


def reorder(house: House) -> int:
    return rerank("acme", store=house.store, clock=house.clock, until=house.clock.monotonic() + 60)


def asks(house: House) -> bool:
    return nudge("acme", store=house.store, clock=house.clock, new_id=house.new_id)


def found(house: House, mention: str) -> Mention:
    one = house.store.mention(mention)
    assert one is not None
    return one


def said(house: House, *types: str) -> list[Any]:
    """Since the beginning."""
    days = range((house.clock.now() - START).days + 2)
    entries = (entry for day in days for entry in house.store.ledger("acme", START.date() + timedelta(days=day)))
    return [entry for entry in entries if entry.type in types]


def state(house: House, *items: Priority) -> None:
    known = house.store.get(Priorities, "acme", "acme")
    version = known.version + 1 if known else 1
    stated = Priorities(client="acme", items=items, set_by="mbr_1", set_at=house.clock.now(), version=version)
    house.store.commit(stated)


def listen(house: House, **rules: Any) -> None:
    known = house.store.get(Listening, "acme", "acme")
    house.store.commit(Listening(client="acme", version=known.version + 1 if known else 1, **rules))


# What waits


def test_what_waits_climbs_step_by_step_and_is_overdue_once(house: House, acme: Brand) -> None:
    asked = house.mention("Where is my order?")
    arrived = found(house, asked).score
    scores = []
    for waited in (29 * MINUTES, MINUTES, 30 * MINUTES, 60 * MINUTES, 5 * HOURS):
        house.clock.sleep(waited)
        minute(house)
        minute(house)
        scores.append(found(house, asked).score - arrived)
    assert scores == [0, 5, 10, 15, 15]
    [overdue] = said(house, "mention.overdue")
    assert overdue.data == {
        "function": "customer_service",
        "minutes": 60,
        "score": arrived + 10,
        "claimed": False,
        "state": "open",
    }


def test_what_asks_for_nothing_waits_for_nothing(house: House, acme: Brand) -> None:
    house.mention("I love it")
    house.clock.sleep(100 * HOURS)
    assert minute(house) == 0


def test_what_was_answered_climbs_no_more(house: House, acme: Brand) -> None:
    asked = house.mention("Where is my order?")
    house.store.commit(found(house, asked).moved(MentionState.ANSWERED))
    house.clock.sleep(HOURS)
    assert (minute(house), said(house, "mention.overdue")) == (0, [])


def test_after_an_outage_the_steps_that_were_missed_are_one(house: House, acme: Brand) -> None:
    asked = house.mention("Where is my order?")
    house.clock.sleep(50 * HOURS)
    assert [minute(house), minute(house)] == [1, 0]
    assert found(house, asked).waits == 3
    assert len(said(house, "mention.overdue")) == 1


def test_an_overdue_mention_says_whether_somebody_is_at_it(house: House, acme: Brand) -> None:
    asked = found(house, house.mention("Where is my order?"))
    claim = Claim(by="mbr_1", until=START + timedelta(hours=2))
    house.store.commit(replace(asked, claim=claim, version=2))
    house.clock.sleep(HOURS)
    minute(house)
    [overdue] = said(house, "mention.overdue")
    assert overdue.data["claimed"] is True


def test_after_twice_its_target_the_person_whom_the_client_named_is_asked(house: House, acme: Brand) -> None:
    listen(house, escalate_to=acme.approver)
    asked = house.mention("Where is my order?")
    house.clock.sleep(2 * HOURS)
    minute(house)
    [escalation] = house.store.list(Escalation, "acme")
    assert (escalation.mention, escalation.to) == (asked, acme.approver)
    assert found(house, asked).state is MentionState.ESCALATED
    house.clock.sleep(20 * HOURS)
    minute(house)
    assert len(said(house, "mention.escalated")) == 1


def test_nobody_is_asked_where_nobody_is_named_or_they_have_left(house: House, acme: Brand) -> None:
    for member in ("", "mbr_gone"):
        listen(house, escalate_to=member)
        house.mention("Where is my order?")
        house.clock.sleep(2 * HOURS)
        minute(house)
    assert list(house.store.list(Escalation, "acme")) == []
    assert len(said(house, "mention.overdue")) == 2


def test_what_rested_comes_back_by_itself(house: House, acme: Brand) -> None:
    lazy = found(house, house.mention("I love it"))
    until = START + timedelta(hours=1)
    house.store.commit(replace(lazy, snoozed_until=until, next_at=until, version=2))
    house.clock.sleep(HOURS - 1)
    assert (minute(house), list(house.store.inbox("acme"))) == (0, [])
    house.clock.sleep(1)
    assert minute(house) == 1
    assert [one.id for one in house.store.inbox("acme")] == [lazy.id]
    assert len(said(house, "mention.woken")) == 1


def test_a_mention_that_somebody_is_at_waits_for_the_next_minute(house: House, acme: Brand) -> None:
    asked = house.mention("Where is my order?")
    house.clock.sleep(HOURS)
    house.store.before["commit"].append(lambda: house.store.commit(found(house, asked).moved(MentionState.RECOMMENDED)))
    assert [minute(house), minute(house)] == [0, 1]
    assert (found(house, asked).waits, found(house, asked).state) == (2, MentionState.RECOMMENDED)


def test_an_index_that_is_behind_changes_nothing(house: House, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = house.mention("Where is my order?")
    monkeypatch.setattr(house.store, "waiting", lambda *_: iter([asked, "mnt_gone"]))
    before = house.store.everything()
    assert (minute(house), house.store.everything()) == (0, before)


def test_a_run_that_is_out_of_time_leaves_the_rest_to_the_next_one(house: House, acme: Brand) -> None:
    for _ in range(3):
        house.mention("Where is my order?")
    house.clock.sleep(HOURS)
    assert attend("acme", store=house.store, clock=house.clock, new_id=house.new_id, until=0) == 0
    assert minute(house) == 3


def test_what_is_told_of_waiting_is_as_its_schema_says(house: House, acme: Brand) -> None:
    listen(house, escalate_to=acme.approver)
    house.mention("Where is my order?")
    house.clock.sleep(2 * HOURS)
    minute(house)
    for entry in said(house, "mention.received", "mention.overdue", "mention.escalated"):
        conforms(json.loads(payload(entry)))


# A change of what counts


def settled(house: House) -> bool:
    scored = house.store.get(Scored, "acme", "acme")
    return scored is not None and scored.settled


def first(house: House, acme: Brand) -> Any:
    return house.ok("GET", acme.path("/inbox"), key=acme.agent_key)["items"][0]["text"]


def test_a_change_is_right_at_the_next_read_and_one_query_again_soon_after(house: House, acme: Brand) -> None:
    house.mention("Where is my order?")
    house.mention("The kettle")
    reorder(house)
    state(house, Priority(name="launch", weight=60, words=("kettle",)))
    assert first(house, acme) == "The kettle"
    assert (reorder(house), reorder(house), settled(house)) == (2, 0, False)
    house.clock.sleep(SETTLES_AFTER.total_seconds())
    assert (reorder(house), settled(house)) == (0, True)
    before = house.store.calls.copy()
    assert first(house, acme) == "The kettle"
    assert (house.store.calls - before)["whole_inbox"] == 0


def test_what_is_scored_by_hands_that_were_slow_is_scored_anew_before_it_counts_as_settled(
    house: House, acme: Brand
) -> None:
    state(house)
    reorder(house)
    late = Ranking(None, None, START).scored(found(house, house.mention("The kettle")))
    house.clock.sleep(SETTLES_AFTER.total_seconds())
    house.store.commit(replace(late, version=2))
    assert (reorder(house), settled(house)) == (1, False)
    assert (reorder(house), settled(house)) == (0, True)


def test_a_priority_that_begins_or_ends_is_a_change(house: House, acme: Brand) -> None:
    house.mention("Where is my order?")
    house.mention("The kettle")
    state(house, Priority(name="hour", weight=60, words=("kettle",), ends_at=START + timedelta(hours=1)))
    for _ in range(3):
        reorder(house)
        house.clock.sleep(SETTLES_AFTER.total_seconds())
    assert (settled(house), first(house, acme)) == (True, "The kettle")
    house.clock.sleep(HOURS)
    assert first(house, acme) == "Where is my order?"
    assert reorder(house) == 2


def test_a_change_back_is_a_change(house: House, acme: Brand) -> None:
    """Or what was scored in between would keep its place."""
    house.mention("The kettle")
    state(house)
    house.clock.sleep(1)
    reorder(house)
    house.clock.sleep(SETTLES_AFTER.total_seconds())
    reorder(house)
    assert settled(house)
    state(house, Priority(name="launch", weight=60, words=("kettle",)))
    house.mention("Another kettle")
    state(house)
    assert reorder(house) == 2


def test_a_long_pass_is_cut_and_goes_on(house: House, acme: Brand) -> None:
    for _ in range(AT_ONCE + 5):
        house.mention("The kettle")
    state(house, Priority(name="launch", weight=60, words=("kettle",)))
    assert rerank("acme", store=house.store, clock=house.clock, until=house.clock.monotonic()) == AT_ONCE
    assert [reorder(house), reorder(house)] == [5, 0]


def test_one_that_somebody_is_at_does_not_keep_the_others_back(house: House, acme: Brand) -> None:
    mentions = [house.mention("The kettle") for _ in range(3)]
    state(house, Priority(name="launch", weight=60, words=("kettle",)))
    house.store.before["commit"].append(lambda: None)  # that the ranking was seen
    house.store.before["commit"].append(
        lambda: house.store.commit(found(house, mentions[1]).moved(MentionState.RECOMMENDED))
    )
    reorder(house)
    assert [found(house, one).score for one in (mentions[0], mentions[2])] == [64, 64]
    assert [reorder(house), reorder(house)] == [1, 0]


@given(
    weights=st.lists(st.integers(-60, 60), min_size=1, max_size=5),
    passes=st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_however_often_it_changes_the_first_page_is_right(weights: list[int], passes: list[bool]) -> None:
    house = House()
    acme = brand(house)
    house.mention("The kettle")
    house.mention("A price?")
    for weight, passing in zip(weights, passes, strict=False):
        state(house, Priority(name="launch", weight=weight, words=("kettle",)))
        if passing:
            reorder(house)
            house.clock.sleep(SETTLES_AFTER.total_seconds())
            reorder(house)
        items = house.ok("GET", acme.path("/inbox"), key=acme.agent_key)["items"]
        assert items == sorted(items, key=lambda item: -item["score"])
        assert {item["text"]: item["score"] for item in items}["The kettle"] == 4 + weight
        for item in items:
            assert item["score"] == pytest.approx(sum(reason["points"] for reason in item["reasons"]), abs=0.001)


# Silence


def test_a_client_that_says_nothing_is_asked_once_a_week(house: House, acme: Brand) -> None:
    asked = []
    for _ in range(16):
        house.clock.sleep(24 * HOURS)
        asked.append(asks(house))
    assert [day for day, was in enumerate(asked, 1) if was] == [7, 14]
    assert [entry.data for entry in said(house, "priorities.stale")] == [
        {"days": 7, "version": 0},
        {"days": 14, "version": 0},
    ]


def test_a_word_from_the_client_counts_from_when_it_was_said(house: House, acme: Brand) -> None:
    house.clock.sleep(6 * 24 * HOURS)
    state(house)
    house.clock.sleep(6 * 24 * HOURS)
    assert not asks(house)
    house.clock.sleep(24 * HOURS)
    assert asks(house)


def test_the_client_says_how_long_its_word_holds(house: House, acme: Brand) -> None:
    listen(house, stale_after_days=1)
    house.clock.sleep(24 * HOURS)
    assert asks(house)
    [entry] = said(house, "priorities.stale")
    conforms(json.loads(payload(entry)))


def test_two_runs_at_once_ask_once(house: House, acme: Brand) -> None:
    house.clock.sleep(8 * 24 * HOURS)
    house.store.before["commit"].append(lambda: asks(house))
    house.store.before["commit"].append(lambda: None)
    assert not asks(house)
    assert len(said(house, "priorities.stale")) == 1


# All clients


def test_one_client_whose_turn_fails_keeps_nobody_else_from_theirs(house: House, acme: Brand) -> None:
    brand(house, "bolt")
    house.mention("Where is my order?", client="bolt")
    house.mention("Where is my order?")
    house.clock.sleep(HOURS)
    house.store.before["waiting"].append(raising(StoreError("The store did not answer.")))
    assert attend_all(house.store, house.clock, house.new_id, list.sort) == 1
    assert attend_all(house.store, house.clock, house.new_id, list.sort) == 1


def test_when_time_runs_out_the_rest_waits_for_the_next_run(house: House, acme: Brand) -> None:
    brand(house, "bolt")
    for client in ("acme", "bolt"):
        house.mention("Where is my order?", client=client)
    house.clock.sleep(HOURS)
    house.store.after["waiting"].append(lambda: house.clock.sleep(LONGEST_RUN))
    assert attend_all(house.store, house.clock, house.new_id, list.sort) == 0
    assert attend_all(house.store, house.clock, house.new_id, list.sort) == 2


def test_every_clients_mentions_are_scored_anew(house: House, acme: Brand) -> None:
    brand(house, "bolt")
    for client in ("acme", "bolt"):
        house.mention("Where is my order?", client=client)
        stated = Priorities(client=client, items=(), set_by="mbr_1", set_at=START)
        house.store.commit(stated)
    assert [rerank_all(house.store, house.clock, list.sort) for _ in range(2)] == [2, 0]
