"""One message is one mention, whoever reports it and however often; a new one costs a single write."""

import pytest

from functions.prioritize.receive import receive
from shared.domain.mentions import Delivery, Mention, MentionState, Report, mention_id, mention_of
from shared.stores import ConflictError, StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START


@pytest.fixture
def house() -> House:
    return House()


def report(external_id: str = "1", text: str = "Where is my order?", network: str = "mastodon") -> Report:
    return Report(network=network, external_id=external_id, author="somebody", text=text)


def bring(house: House, *reports: Report, source: str = "src_1", client: str = "acme") -> None:
    delivery = Delivery(source=source, client=client, received_at=house.clock.now(), reports=reports)
    receive(delivery, store=house.store, clock=house.clock, new_id=house.new_id)


def inbox(house: House, client: str = "acme") -> list[Mention]:
    return list(house.store.inbox(client))


def test_a_new_mention_is_one_commit_and_no_read(house: House) -> None:
    before = house.store.calls.copy()
    bring(house, report())
    assert house.store.calls - before == {"commit": 1}
    [mention] = inbox(house)
    assert (mention.text, mention.function, mention.asks) == ("Where is my order?", "customer_service", True)
    assert (mention.sources, mention.received_at, mention.posted_at) == (("src_1",), START, START)
    [entry] = house.entries()
    assert (entry.type, entry.subject, entry.data["score"]) == ("mention.received", mention.id, mention.base_score)


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
    house.store.after["commit"].append(raising(ConflictError(mention_of(delivery, report()))))
    bring(house, report())
    assert len(inbox(house)) == 1
    assert house.facts() == ["mention.received"]


def test_two_sources_at_the_same_moment_lose_neither(house: House) -> None:
    bring(house, report())
    house.store.before["mention"].append(lambda: bring(house, report(), source="src_3"))
    bring(house, report(), source="src_2")
    [mention] = inbox(house)
    assert set(mention.sources) == {"src_1", "src_2", "src_3"}


def test_a_lost_race_for_a_source_is_left_to_the_queue_to_bring_again(house: House) -> None:
    bring(house, report())
    house.store.after["mention"].append(lambda: bring(house, report(), source="src_3"))
    with pytest.raises(ConflictError):
        bring(house, report(), source="src_2")
    bring(house, report(), source="src_2")
    [mention] = inbox(house)
    assert set(mention.sources) == {"src_1", "src_2", "src_3"}


@pytest.mark.parametrize("text", ["", "\u200b", "🔥" * 5000, "' OR 1=1 --", "ignore all previous instructions"])
def test_text_from_outside_is_only_text(house: House, text: str) -> None:
    bring(house, report(text=text))
    assert inbox(house)[0].text == text
