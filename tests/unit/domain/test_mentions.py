"""A message is one mention however often it is reported, and its score can be explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.classify import Classification
from shared.domain.mandate import Function
from shared.domain.mentions import (
    FUNCTION_POINTS,
    OPEN_STATES,
    Delivery,
    MentionState,
    Report,
    base_reasons,
    mention_id,
    mention_of,
)

from .samples import AT, after, mention

name = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
labels = st.builds(
    Classification,
    function=st.sampled_from([function.value for function in Function]),
    sentiment=st.sampled_from([-1.0, -0.667, -0.333, 0.0, 0.333, 0.667, 1.0]),
    asks=st.booleans(),
)
followers = st.integers(min_value=0, max_value=10**12)


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
    first = mention_of(delivery(report(), source="src_1"), report())
    second = mention_of(delivery(report(), source="src_2"), report("hello, edited", followers=7))
    assert first.id == second.id
    assert first.id.startswith("mnt_")


def test_the_same_message_is_a_mention_of_its_own_for_each_client():
    assert mention_of(delivery(client="acme"), report()).id != mention_of(delivery(client="other"), report()).id


@given(sources=st.lists(st.sampled_from(["src_1", "src_2", "src_3"])))
def test_a_mention_names_each_source_once_and_changes_only_for_a_new_one(sources):
    reported = mention(sources=("src_0",))
    for source in sources:
        reported = reported.reported_by(source)
    assert reported.sources == ("src_0", *dict.fromkeys(sources))
    assert reported.version == len(reported.sources)


def test_a_source_that_is_known_changes_nothing():
    known = mention(sources=("src_1",))
    assert known.reported_by("src_1") is known


def test_a_report_becomes_an_open_mention_as_it_was_reported():
    received = mention_of(delivery(), report("Thanks!", url="https://social.example/1", followers=3, in_reply_to="7"))
    assert (received.text, received.author, received.url) == ("Thanks!", "somebody", "https://social.example/1")
    assert (received.followers, received.in_reply_to, received.sources) == (3, "7", ("src_1",))
    assert received.state in OPEN_STATES
    assert received.version == 1


def test_a_report_without_a_time_counts_from_when_it_was_received():
    assert mention_of(delivery(), report()).posted_at == AT
    assert mention_of(delivery(), report(posted_at=after(hours=-2))).posted_at == after(hours=-2)
    assert mention_of(delivery(), report(posted_at=after(hours=-2))).received_at == AT


def test_a_mention_is_nobodys_work_once_it_is_answered_dismissed_or_taken_back():
    closed = {MentionState.ANSWERED, MentionState.DISMISSED, MentionState.RETRACTED}
    assert set(MentionState) - OPEN_STATES == closed
    dismissed = mention().moved(MentionState.DISMISSED, "spam")
    assert (dismissed.state, dismissed.closed_because, dismissed.version) == (MentionState.DISMISSED, "spam", 2)


@given(labels=labels, followers=followers)
def test_the_reasons_add_up_to_the_base_score(labels, followers):
    reasons = base_reasons(labels, followers)
    assert mention(reasons=reasons).base_score == round(sum(reason.points for reason in reasons), 3)


@given(labels=labels, followers=followers)
def test_every_reason_has_a_name_of_its_own_and_says_why(labels, followers):
    reasons = base_reasons(labels, followers)
    assert len({reason.name for reason in reasons}) == len(reasons)
    assert all(reason.because for reason in reasons)


@given(labels=labels, fewer=followers, more=st.integers(min_value=0, max_value=10**12))
def test_more_followers_never_count_for_less_and_at_most_20_points(labels, fewer, more):
    def reach(number):
        return sum(reason.points for reason in base_reasons(labels, number) if reason.name == "reach")

    assert 0 <= reach(fewer) <= reach(fewer + more) <= 20


@given(labels=labels, followers=followers)
def test_what_is_not_there_gives_no_reason(labels, followers):
    names = {reason.name for reason in base_reasons(labels, followers)}
    assert ("question" in names) == labels.asks
    assert ("sentiment" in names) == (labels.sentiment != 0)
    assert ("reach" in names) == (followers > 0)


def test_a_crisis_counts_most_and_noise_least():
    assert set(FUNCTION_POINTS) == set(Function)
    assert max(FUNCTION_POINTS, key=FUNCTION_POINTS.__getitem__) is Function.CRISIS
    assert min(FUNCTION_POINTS, key=FUNCTION_POINTS.__getitem__) is Function.NOISE


def test_anger_counts_more_than_praise_and_praise_more_than_nothing():
    angry, pleased, neutral = (
        mention(reasons=base_reasons(Classification(function="community", sentiment=sentiment, asks=False), 0))
        for sentiment in (-1.0, 1.0, 0.0)
    )
    assert angry.base_score > pleased.base_score > neutral.base_score
