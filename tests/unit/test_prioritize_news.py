"""A message that is changed or taken back ends as one mention, in whatever order and however often that is told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.mentions import (
    Delivery,
    Mention,
    MentionState,
    Report,
    Retraction,
    mention_id,
    unread,
    unread_realm,
)
from shared.domain.listening.mentions import Unread as UnreadRecord
from shared.stores import StoreError
from tests.house import Brand, House, brand, raising
from tests.network import START

GONE = Retraction(network="mastodon", external_id="1")
MENTION = mention_id("acme", "mastodon", "1")
WRITTEN = Report(
    network="mastodon",
    external_id="1",
    author="somebody",
    text="Where is my order?",
    url="https://social.example/1",
    posted_at=START,
    followers=40,
    in_reply_to="0",
)


@pytest.fixture
def house() -> House:
    return House()


def edit(minutes: int, text: str = "It came. Thank you!") -> Report:
    return replace(WRITTEN, text=text, edited_at=START + timedelta(minutes=minutes))


def bring(house: House, *told: Report | Retraction, source: str = "src_1") -> None:
    delivery = Delivery(
        source=source,
        client="acme",
        received_at=house.clock.now(),
        reports=tuple(one for one in told if isinstance(one, Report)),
        retractions=tuple(one for one in told if isinstance(one, Retraction)),
    )
    house.receive(delivery)


def mention(house: House) -> Mention:
    found = house.store.mention(MENTION)
    assert found is not None
    return found


def inbox(house: House) -> list[str]:
    return [one.id for one in house.store.inbox("acme")]


def test_an_edit_is_classified_anew_and_stays_where_it_was(house: House) -> None:
    bring(house, WRITTEN)
    house.clock.sleep(60)
    bring(house, edit(1))
    edited = mention(house)
    assert (edited.text, edited.function, edited.needs_answer) == ("It came. Thank you!", "community", False)
    assert (edited.state, edited.received_at, edited.posted_at) == (MentionState.OPEN, START, START)
    assert edited.edited_at == START + timedelta(minutes=1)
    assert house.facts() == ["mention.received", "mention.edited"]
    assert house.entries()[-1].data == {
        "function": "community",
        "intent": "statement",
        "sentiment": edited.sentiment,
        "needs_answer": False,
        "urgency": 0,
        "language": "en",
        "score": edited.score,
        "source": "src_1",
    }


def test_an_older_edit_that_comes_late_changes_nothing(house: House) -> None:
    bring(house, edit(2, "second"))
    before = house.store.everything()
    bring(house, edit(1, "first"))
    bring(house, WRITTEN)
    assert house.store.everything() == before


def test_another_text_without_a_time_is_another_tools_way_to_write_it(house: House) -> None:
    bring(house, WRITTEN)
    bring(house, replace(WRITTEN, text="Where is my order…"), source="src_2")
    assert (mention(house).text, mention(house).sources) == (WRITTEN.text, ("src_1", "src_2"))


def test_a_text_that_is_told_after_the_ids_alone_is_kept(house: House) -> None:
    bring(house, replace(WRITTEN, text="", author=""))
    bring(house, WRITTEN, source="src_2")
    assert (mention(house).text, mention(house).author) == (WRITTEN.text, "somebody")
    assert house.facts() == ["mention.received", "mention.edited", "mention.reported_again"]
    assert mention(house).version == 2


def test_what_its_author_took_back_leaves_the_inbox_and_is_not_kept(house: House) -> None:
    bring(house, WRITTEN)
    bring(house, GONE)
    gone = mention(house)
    assert (gone.state, gone.text, gone.author, gone.url, gone.score) == (MentionState.RETRACTED, "", "", "", 0)
    assert inbox(house) == []
    assert house.facts() == ["mention.received", "mention.retracted"]
    assert house.entries()[-1].data == {"network": "mastodon", "source": "src_1", "was": "open"}
    assert "order" not in str(house.store.everything())


def test_a_report_that_comes_after_its_retraction_does_not_bring_it_back(house: House) -> None:
    bring(house, GONE)
    house.people_keys("acme")
    before = house.store.everything()
    for report in (WRITTEN, edit(1)):
        bring(house, report)
        bring(house, report, source="src_2")
    bring(house, GONE)
    assert house.store.everything() == before
    assert mention(house).state is MentionState.RETRACTED
    assert [entry.data["was"] for entry in house.entries()] == ["unknown"]


def test_a_retraction_is_of_the_clients_own_mention_alone(house: House) -> None:
    bring(house, WRITTEN)
    delivery = Delivery(source="src_9", client="bolt", received_at=START, reports=(), retractions=(GONE,))
    house.receive(delivery)
    assert mention(house).state is MentionState.OPEN


@pytest.mark.parametrize("closed", ["dismissed", "answered"])
def test_what_was_closed_before_it_was_taken_back_says_so(house: House, closed: str) -> None:
    bring(house, WRITTEN)
    house.store.commit(mention(house).moved(MentionState(closed), "for a reason"))
    bring(house, GONE)
    assert mention(house).closed_because == f"its author took it back; it was {closed} for a reason"
    assert house.entries()[-1].data["was"] == closed


told = st.sampled_from([WRITTEN, edit(1, "first"), edit(2, "second"), edit(2, "at the same time"), GONE])


@given(order=st.lists(st.tuples(told, st.sampled_from(["src_1", "src_2"])), min_size=1, max_size=8), data=st.data())
def test_in_any_order_and_however_often_it_ends_as_the_same_mention(
    order: list[tuple[Report | Retraction, str]], data: st.DataObject
) -> None:
    again = data.draw(st.permutations(order + order[: data.draw(st.integers(0, len(order)))]))
    ends = []
    for sequence in (order, again):
        house = House()
        for one, source in sequence:
            bring(house, one, source=source)
        end = mention(house)
        sources = frozenset() if end.state is MentionState.RETRACTED else frozenset(end.sources)
        ends.append((replace(end, sources=(), version=0), sources))
        assert (inbox(house) == []) is (GONE in [one for one, _ in sequence])
    assert ends[0] == ends[1]


def test_all_of_it_may_come_in_one_delivery(house: House) -> None:
    bring(house, WRITTEN, edit(1), GONE, replace(WRITTEN, external_id="2"))
    assert (mention(house).state, len(inbox(house))) == (MentionState.RETRACTED, 1)


@pytest.mark.parametrize("news", [edit(1), GONE], ids=["edit", "retraction"])
def test_news_that_loses_a_race_is_told_of_what_the_other_left(house: House, news: Report | Retraction) -> None:
    bring(house, WRITTEN)
    house.store.after["together"].append(lambda: bring(house, WRITTEN, source="src_3"))
    bring(house, news)
    assert mention(house).text != WRITTEN.text
    assert mention(house).sources == ("src_1", "src_3")


def test_a_report_and_its_retraction_at_the_same_moment_end_as_a_retraction(house: House) -> None:
    house.store.after["together"].append(lambda: bring(house, WRITTEN))
    bring(house, GONE)
    assert (mention(house).state, inbox(house)) == (MentionState.RETRACTED, [])
    assert house.facts() == ["mention.received", "mention.retracted"]


def test_a_retraction_whose_store_did_not_answer_is_completed_by_its_redelivery(house: House) -> None:
    house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    with pytest.raises(StoreError):
        bring(house, GONE)
    bring(house, GONE)
    assert house.facts() == ["mention.retracted"]


def test_what_nobody_understood_is_kept_once(house: House) -> None:
    kept = unread("acme", "src_1", ("like",), '{"type": "like"}', START)
    for _ in range(2):
        delivery = Delivery(source="src_1", client="acme", received_at=START, reports=(), unread=kept)
        house.receive(delivery)
    assert list(house.store.list(UnreadRecord, unread_realm("src_1"))) == [kept]
    assert (inbox(house), house.facts()) == ([], [])


@pytest.fixture
def acme(house: House) -> Brand:
    return brand(house)


def test_nobody_works_on_what_was_taken_back(acme: Brand) -> None:
    house = acme.house
    post = {"account": acme.account, "handle": "acme", "text": "Let us see."}
    bring(house, WRITTEN)
    recommended = house.ok(
        "POST",
        acme.path(f"/mentions/{MENTION}/recommendations"),
        {"action": "respond", "drafts": [post]},
        key=acme.agent_key,
    )
    bring(house, GONE)
    shown = house.ok("GET", acme.path(f"/mentions/{MENTION}"), key=acme.agent_key)
    assert (shown["state"], shown["text"], shown["closed_because"]) == ("retracted", "", "its author took it back")
    for path, body in [
        ("recommendations", {"action": "ignore", "note": "spam"}),
        ("escalations", {"question": "Is it so?", "to": acme.owner}),
        ("dismissal", {"reason": "spam"}),
    ]:
        refusal = house.refused(409, "POST", acme.path(f"/mentions/{MENTION}/{path}"), body, key=acme.agent_key)
        assert "retracted" in refusal["detail"]
    answer = post | {"mention": MENTION}
    refused = house.refused(422, "POST", acme.path("/posts"), answer, key=acme.agent_key)
    assert (refused["field"], "taken back" in refused["detail"]) == ("mention", True)
    draft = house.ok("GET", acme.path(f"/posts/{recommended['posts'][0]}"), key=acme.agent_key)
    verdict = {"verdict": "approve", "content_hash": draft["content_hash"]}
    path = acme.path(f"/posts/{draft['id']}/approvals")
    refusal = house.refused(409, "POST", path, verdict, key=acme.owner_key)
    assert "took back" in refusal["detail"]
    house.ok("POST", path, verdict | {"verdict": "reject", "reason": "it is gone"}, key=acme.owner_key)


@pytest.mark.parametrize(
    ("author", "text", "marked"),
    [
        ("аcme", "hi", True),  # a Cyrillic а
        ("acme\u202egpj", "hi", True),
        ("somebody", "send it to \u202emoc.elpmaxe\u202c", True),
        ("акме", "привет", False),
        ("somebody", "مرحبا @acme \u2067שלום\u2069", False),
        ("somebody", "🎉 \u200d\u200b", False),
    ],
    ids=ascii,
)
def test_what_could_mislead_a_reader_is_kept_as_it_came_and_marked(
    house: House, author: str, text: str, marked: bool
) -> None:
    bring(house, replace(WRITTEN, author=author, text=text))
    kept = mention(house)
    assert (kept.author, kept.text) == (author, text)
    assert bool(kept.because) is marked
