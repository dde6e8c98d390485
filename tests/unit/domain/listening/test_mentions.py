"""A message is one mention however often it is reported, and its score can be explained."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.likeness import likeness_id, likeness_with
from shared.domain.listening.mentions import (
    NOTHING_SAID,
    OPEN_STATES,
    Claim,
    Delivery,
    MentionState,
    Report,
    mention_id,
    mention_of,
)

from ..samples import AT, after, mention

name = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)


def report(text="hello", **more):
    return Report(network="mastodon", external_id="1", author="somebody", text=text, **more)


def delivery(*reports, source="src_1", client="acme"):
    return Delivery(source=source, client=client, received_at=AT, reports=reports)


@given(first=st.tuples(name, name, name), second=st.tuples(name, name, name))
def test_two_messages_have_one_id_only_if_client_network_and_external_id_are_the_same(first, second):
    assert (mention_id(*first) == mention_id(*second)) == (first == second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("acme", "x", "12"), ("acme", "x1", "2")),
        (("acme", "x", "12"), ("acmex", "1", "2")),
        (("acme", "x", "12"), ("other", "x", "12")),
        (("acme", "x", "12"), ("acme", "mastodon", "12")),
    ],
)
def test_ids_do_not_run_into_each_other(first, second):
    assert mention_id(*first) != mention_id(*second)


def test_the_same_message_from_two_tools_has_the_same_id():
    first = mention_of(delivery(report(), source="src_1"), report(), LABELS)
    second = mention_of(delivery(report(), source="src_2"), report("hello, edited", followers=7), LABELS)
    assert first.id == second.id
    assert first.id.startswith("mnt_")


def test_the_same_message_is_a_mention_of_its_own_for_each_client():
    assert (
        mention_of(delivery(client="acme"), report(), LABELS).id
        != mention_of(delivery(client="other"), report(), LABELS).id
    )


def test_a_report_becomes_an_open_mention_as_it_was_reported():
    received = mention_of(
        delivery(), report("Thanks!", url="https://social.example/1", followers=3, in_reply_to="7"), LABELS
    )
    assert (received.text, received.author, received.url) == ("Thanks!", "somebody", "https://social.example/1")
    assert (received.followers, received.in_reply_to, received.sources) == (3, "7", ("src_1",))
    assert received.state in OPEN_STATES
    assert received.version == 1


def test_a_report_without_a_time_counts_from_when_it_was_received():
    assert mention_of(delivery(), report(), LABELS).posted_at == AT
    assert mention_of(delivery(), report(posted_at=after(hours=-2)), LABELS).posted_at == after(hours=-2)
    assert mention_of(delivery(), report(posted_at=after(hours=-2)), LABELS).received_at == AT


def test_a_mention_is_nobodys_work_once_it_is_answered_dismissed_or_taken_back():
    closed = {MentionState.ANSWERED, MentionState.DISMISSED, MentionState.RETRACTED, MentionState.MERGED}
    assert set(MentionState) - OPEN_STATES == closed
    dismissed = mention().moved(MentionState.DISMISSED, "spam")
    assert (dismissed.state, dismissed.closed_because, dismissed.version) == (MentionState.DISMISSED, "spam", 2)


LABELS = replace(NOTHING_SAID, function="customer_service", needs_answer=True)
HOUR = timedelta(hours=1)


def test_it_climbs_at_half_of_its_answer_target_at_its_target_and_at_twice_of_it():
    waiting = mention(needs_answer=True)
    climbs = [waiting.climbed(HOUR, after(minutes=minutes)).waits for minutes in (0, 29, 30, 59, 60, 119, 120, 10_000)]
    assert climbs == [0, 0, 1, 1, 2, 2, 3, 3]


def test_it_is_looked_at_again_at_its_next_step():
    looks, one = [], mention()
    for minutes in (0, 30, 60, 120):
        one = one.climbed(HOUR, after(minutes=minutes)).due(HOUR)
        looks.append(one.next_at)
    assert looks == [after(minutes=30), after(minutes=60), after(minutes=120), None]


def test_what_has_no_answer_target_waits_for_nothing():
    assert mention().due(None).next_at is None
    assert mention().climbed(None, after(hours=100)).waits == 0


def test_a_step_that_was_reached_is_kept_though_the_target_grows():
    assert mention(waits=2).climbed(HOUR * 100, after(minutes=5)).waits == 2


def test_what_rests_is_looked_at_when_its_rest_is_over_or_a_step_is_reached():
    assert mention(snoozed_until=after(minutes=10)).due(HOUR).next_at == after(minutes=10)
    assert mention(snoozed_until=after(minutes=50)).due(HOUR).next_at == after(minutes=30)
    assert mention(snoozed_until=after(minutes=10)).due(None).next_at == after(minutes=10)


@pytest.mark.parametrize("state", sorted(set(MentionState) - OPEN_STATES))
def test_what_is_closed_waits_for_nothing_and_is_nobodys(state):
    claim = Claim(by="mbr_1", until=after(minutes=5))
    closed = mention(next_at=AT, snoozed_until=AT, claim=claim).moved(state, "done")
    assert (closed.next_at, closed.snoozed_until, closed.claim, closed.is_in_inbox) == (None, None, None, False)
    assert closed.due(HOUR).next_at is None
    assert closed.climbed(HOUR, after(hours=5)).waits == 0


def test_a_mention_names_what_ties_it_to_others():
    replying = mention(external_id="3", in_reply_to="2", conversation="1")
    assert replying.links == {"1", "2", "3"}
    assert mention(external_id="", in_reply_to="", conversation="").links == frozenset()


@pytest.mark.parametrize(
    ("told", "conversation"),
    [({"conversation": "1", "in_reply_to": "2"}, "1"), ({"in_reply_to": "2"}, "2"), ({}, "3")],
    ids=["named", "a_reply", "alone"],
)
def test_a_conversation_is_as_the_network_names_it_or_what_it_answers_or_its_own(told, conversation):
    one = Report(network="mastodon", external_id="3", author="somebody", text="", **told)
    assert mention_of(delivery(), one, LABELS).conversation == conversation


def test_followers_are_never_less_than_none():
    assert mention_of(delivery(), report(followers=-5), LABELS).followers == 0


@given(text=st.text(max_size=30), minutes=st.integers(0, 9))
def test_a_report_without_an_id_is_the_message_of_the_same_words_at_nearly_the_same_time(text, minutes):
    named = mention_of(delivery(), report(text), LABELS)
    known = likeness_with(None, named, AT)
    assert known.id == likeness_id("acme", "mastodon", "SOMEBODY", f"  {text}!")
    assert known.same_as("", after(minutes=minutes)) == known.same_as("", after(minutes=-minutes)) == named.id
    assert known.same_as("", after(minutes=11)) is None
    assert known.same_as("2", AT) is None


def test_of_several_near_in_time_the_nearest_is_meant():
    known = None
    for minutes in (0, 4, 8):
        one = mention(id=f"mnt_{minutes}", external_id=str(minutes), posted_at=after(minutes=minutes))
        known = likeness_with(known, one, AT)
    assert [known.same_as("", after(minutes=minutes)) for minutes in (1, 5, 9)] == ["mnt_0", "mnt_4", "mnt_8"]


def test_a_likeness_stays_small():
    known = None
    for number in range(50):
        known = likeness_with(known, mention(id=f"mnt_{number}"), AT)
    assert [said.mention for said in known.said] == [f"mnt_{number}" for number in range(42, 50)]
