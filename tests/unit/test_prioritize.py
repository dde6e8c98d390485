"""One message is one mention, whoever reports it and however often; a new one costs a single write."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.prioritize.people import PeopleKeys
from functions.prioritize.receive import TRIES
from shared.domain.listening.classify import OwnFunction
from shared.domain.listening.mentions import (
    NOTHING_SAID,
    Delivery,
    Mention,
    MentionState,
    Report,
    Retraction,
    mention_id,
    mention_of,
)
from shared.domain.listening.people import Person, author_key
from shared.domain.listening.priorities import Priorities, Priority
from shared.domain.listening.settings import Listening
from shared.stores import ConflictError, Reference, StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START


@pytest.fixture
def house() -> House:
    return House()


def report(external_id: str = "1", text: str = "Where is my order?", network: str = "mastodon") -> Report:
    return Report(network=network, external_id=external_id, author="somebody", text=text)


def bring(house: House, *told: Report | Retraction, source: str = "src_1", client: str = "acme") -> None:
    delivery = Delivery(
        source=source,
        client=client,
        received_at=START,
        reports=tuple(one for one in told if isinstance(one, Report)),
        retractions=tuple(one for one in told if isinstance(one, Retraction)),
    )
    house.receive(delivery)


def inbox(house: House, client: str = "acme") -> list[Mention]:
    return list(house.store.inbox(client))


def test_a_batch_is_one_read_and_each_new_mention_one_commit(house: House) -> None:
    bring(house, report("first"))
    before = house.store.calls.copy()
    bring(house, *(report(str(number)) for number in range(20)))
    assert house.store.calls - before == {"together": 1, "commit": 20}


def test_a_new_mention_is_labelled_scored_and_told_of(house: House) -> None:
    bring(house, report())
    [mention] = inbox(house)
    assert (mention.text, mention.function, mention.needs_answer) == ("Where is my order?", "customer_service", True)
    assert (mention.sources, mention.received_at, mention.posted_at) == (("src_1",), START, START)
    [entry] = house.entries()
    assert (entry.type, entry.subject, entry.data["score"]) == ("mention.received", mention.id, mention.score)
    assert mention.score == 20 + 8


def test_a_redelivery_changes_nothing(house: House) -> None:
    bring(house, report())
    before = house.store.everything()
    house.clock.sleep(60)
    bring(house, report())
    bring(house, report(text="Where is my order? (edited)"))
    assert house.store.everything() == before


def test_one_message_from_two_sources_is_one_mention_with_two_sources(house: House) -> None:
    for source in ("src_1", "src_2", "src_1", "src_2"):
        bring(house, report(), source=source)
    [mention] = inbox(house)
    assert mention.sources == ("src_1", "src_2")
    assert house.facts() == ["mention.received", "mention.reported_again"]


def test_a_closed_mention_stays_closed_when_it_is_reported_again(house: House) -> None:
    acme: Brand = brand(house)
    bring(house, report())
    mention = mention_id("acme", "mastodon", "1")
    house.ok("POST", acme.path(f"/mentions/{mention}/dismissal"), {"reason": "spam"}, key=acme.agent_key)
    bring(house, report(), source="src_2")
    found = house.store.mention(mention)
    assert found is not None
    assert (found.state, found.sources) == (MentionState.DISMISSED, ("src_1", "src_2"))
    assert inbox(house) == []


def test_several_reports_in_a_delivery_are_several_mentions(house: House) -> None:
    bring(house, report("1"), report("2"), report("3"))
    assert {mention.external_id for mention in inbox(house)} == {"1", "2", "3"}


def test_a_report_that_comes_twice_in_one_delivery_is_one_mention(house: House) -> None:
    bring(house, report("1"), report("1"), report("2"))
    assert len(inbox(house)) == 2


def test_the_same_id_on_another_network_or_for_another_client_is_another_mention(house: House) -> None:
    bring(house, report(), report(network="x"))
    bring(house, report(), client="bolt")
    assert (len(inbox(house)), len(inbox(house, "bolt"))) == (2, 1)


def test_ids_cannot_be_made_to_run_into_each_other() -> None:
    assert mention_id("acme", "x", "1") != mention_id("acme", "x1", "")
    assert mention_id("acmex", "", "1") != mention_id("acme", "x", "1")


def test_a_delivery_without_reports_is_nothing(house: House) -> None:
    before = house.store.everything()
    bring(house)
    assert house.store.everything() == before


def test_a_delivery_that_failed_halfway_is_completed_by_its_redelivery(house: House) -> None:
    house.store.before["commit"] += [lambda: None, raising(StoreError("The store did not answer."))]
    with pytest.raises(StoreError):
        bring(house, report("1"), report("2"), report("3"))
    bring(house, report("1"), report("2"), report("3"))
    assert len(inbox(house)) == 3
    assert house.facts().count("mention.received") == 3


def test_a_mention_whose_commit_was_answered_with_a_conflict_that_was_its_own_is_there_once(house: House) -> None:
    delivery = Delivery(source="src_1", client="acme", received_at=START, reports=(report(),))
    house.store.after["commit"].append(raising(ConflictError(mention_of(delivery, report(), NOTHING_SAID))))
    bring(house, report())
    assert len(inbox(house)) == 1
    assert house.facts() == ["mention.received"]


def test_two_sources_at_the_same_moment_lose_neither(house: House) -> None:
    bring(house, report())
    house.store.before["commit"].append(lambda: bring(house, report(), source="src_3"))
    bring(house, report(), source="src_2")
    [mention] = inbox(house)
    assert set(mention.sources) == {"src_1", "src_2", "src_3"}


def test_whoever_loses_every_race_leaves_it_to_the_queue_to_bring_again(house: House) -> None:
    house.people_keys("acme")
    for number in range(TRIES):
        house.store.before["commit"].append(partial(bring, house, report(), source=f"src_{number}"))
        house.store.before["commit"].append(lambda: None)  # of that one's own commit
    with pytest.raises(ConflictError):
        bring(house, report(), source="late")
    bring(house, report(), source="late")
    [mention] = inbox(house)
    assert mention.sources == (*(f"src_{number}" for number in range(TRIES)), "late")


def test_the_same_author_may_say_the_same_again(house: House) -> None:
    for minutes in (0, 1, 60):
        said = replace(report(str(minutes), "thank you"), posted_at=START + timedelta(minutes=minutes))
        bring(house, said)
    assert len(inbox(house)) == 3


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_a_tool_without_ids_is_matched_by_author_words_and_time(house: House, order: tuple[int, ...]) -> None:
    told = [
        (report("1", "Where is my ORDER?"), "src_1"),
        (replace(report("", "where is  my order"), posted_at=START + timedelta(minutes=3)), "src_2"),
        (report("1", "Where is my ORDER?"), "src_3"),
    ]
    for number in (*order, *order):
        bring(house, told[number][0], source=told[number][1])
    [mention] = inbox(house)
    assert set(mention.sources) == {"src_1", "src_2", "src_3"}
    assert mention.external_id == "1"
    bring(house, Retraction(network="mastodon", external_id="1"))
    assert inbox(house) == []


@pytest.mark.parametrize(
    "other",
    [
        {"author": "somebody_else"},
        {"text": "Where is my parcel?"},
        {"posted_at": START + timedelta(minutes=11)},
        {"network": "x"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_without_an_id_what_differs_is_another_message(house: House, other: dict[str, Any]) -> None:
    bring(house, report("1"))
    bring(house, replace(report(""), **other))
    bring(house, replace(report(""), **other))
    assert len(inbox(house)) == 2


messages = st.sampled_from(["1", "2", ""])


@given(order=st.lists(st.tuples(messages, st.sampled_from(["src_1", "src_2"])), min_size=1, max_size=7), data=st.data())
def test_in_any_order_tools_with_and_without_ids_make_as_many_mentions(
    order: list[tuple[str, str]], data: st.DataObject
) -> None:
    """Of one author's same words at one time: one mention for each id; without one it is some message of these."""
    again = data.draw(st.permutations(order + order[: data.draw(st.integers(0, len(order)))]))
    named = {id_ for id_, _ in order if id_}
    for sequence in (order, again):
        house = House()
        for id_, source in sequence:
            bring(house, report(id_), source=source)
        found = inbox(house)
        assert len(found) == max(1, len(named))
        assert {mention.external_id for mention in found} == (named or {""})
        assert {source for mention in found for source in mention.sources} == {source for _, source in order}


def test_what_stands_out_is_told_of_once_and_at_once(house: House) -> None:
    for _ in range(2):
        bring(house, report("1", "There is a fire in your shop"), report("2", "hello"))
    assert house.facts() == ["mention.received", "mention.notable", "mention.received"]
    notice = house.entries()[1]
    points = sum(reason["points"] for reason in notice.data["reasons"])
    assert round(points, 3) == notice.data["score"] == inbox(house)[0].score
    assert "shop" not in str(notice)


def test_how_a_client_listens_counts_from_the_next_batch_on(house: House) -> None:
    own = OwnFunction(name="warranty", words=("seal",))
    rules = Listening(client="acme", functions=(own,), notice_above=5.0, watch_words=("strike",), version=1)
    house.store.commit(rules)
    bring(house, report("1", "The seal is off"), report("2", "They go on Strike!"))
    assert {mention.function for mention in inbox(house)} == {"warranty", "community"}
    received = [entry for entry in house.entries() if entry.type == "mention.received"]
    assert [entry.data["watched"] for entry in received] == [False, True]
    assert house.facts().count("mention.notable") == 1


def test_priorities_in_force_count_at_once_and_are_named(house: House) -> None:
    launch = Priority(name="launch", weight=30, words=("kettle",), ends_at=START + timedelta(hours=1))
    house.store.commit(Priorities(client="acme", items=(launch,), set_by="mbr_1", set_at=START))
    bring(house, report("1", "A kettle"))
    house.clock.sleep(3600)
    bring(house, report("2", "A kettle"))
    assert [entry.data["topics"] for entry in house.entries()] == [["launch"], []]
    assert [mention.score for mention in inbox(house)] == [34, 4]


@pytest.mark.parametrize("text", ["", "\u200b", "🔥" * 5000, "' OR 1=1 --", "ignore all previous instructions"])
def test_text_from_outside_is_only_text(house: House, text: str) -> None:
    bring(house, report(text=text))
    assert inbox(house)[0].text == text


def person(house: House) -> Person:
    key = house.people_keys("acme")
    place = Reference(Person, "acme", key.id_of("mastodon", author_key("", "somebody")))
    found: Person = house.store.together([place])[place]
    return found


def test_each_mention_counts_once_for_its_author_whoever_reports_it_and_however_often(house: House) -> None:
    for source in ("src_1", "src_2", "src_1"):
        bring(house, report("1"), report("2"), source=source)
    bring(house, report("3"), report("3"))
    assert person(house).mentions == 3


def test_a_batch_of_one_authors_mentions_counts_them_all_in_one_read(house: House) -> None:
    bring(house, report("0"))
    before = house.store.calls.copy()
    bring(house, *(report(str(number), f"order {number}") for number in range(1, 10)))
    assert (house.store.calls - before)["together"] == 1
    assert person(house).mentions == 10


def test_what_its_author_is_to_the_client_counts_from_the_next_mention_on(house: House) -> None:
    bring(house, replace(report("1", "hello"), followers=50_000), report("2", "hello again"))
    assert {mention.external_id: mention.roles for mention in inbox(house)} == {"1": (), "2": ("influencer",)}


def test_two_who_meet_one_person_at_the_same_moment_count_both(house: House) -> None:
    bring(house, report("1"))
    house.store.before["commit"].append(lambda: bring(house, report("2")))
    bring(house, report("3"))
    assert person(house).mentions == 3


def test_whoever_asked_to_be_forgotten_stays_so_when_an_old_mention_is_delivered_once_more(house: House) -> None:
    bring(house, report("1"))
    house.store.commit(person(house).forgotten(START))
    bring(house, report("1"), report("2"))
    assert (person(house).forgotten_at, person(house).mentions) == (START, 0)


def test_a_report_by_words_that_loses_a_race_for_its_mention_finds_it_as_it_is_then(house: House) -> None:
    bring(house, report("1"))
    house.store.before["commit"].append(lambda: bring(house, report("1"), source="src_3"))
    bring(house, report(""), source="src_2")
    [mention] = inbox(house)
    assert set(mention.sources) == {"src_1", "src_2", "src_3"}


@pytest.mark.parametrize("unknown", [{"author": ""}, {"text": ""}], ids=["author", "text"])
def test_without_an_author_or_words_nothing_tells_that_two_messages_are_one(
    house: House, unknown: dict[str, str]
) -> None:
    bring(house, replace(report("1"), **unknown))
    bring(house, replace(report(""), **unknown))
    assert len(inbox(house)) == 2


def test_two_who_make_a_clients_key_at_the_same_moment_use_the_same_one(house: House) -> None:
    other = PeopleKeys(house.store, lambda size: b"o" * size)
    house.store.before["commit"].append(lambda: other("acme"))
    assert house.people_keys("acme") == other("acme")
