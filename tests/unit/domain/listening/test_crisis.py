"""A crisis is raised once, on evidence, and is over when it is calm; what only looks like one raises nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.listening.crisis import CALM, CrisisState, Ground
from shared.domain.listening.pulse import heard, opened
from shared.domain.listening.spotting import STANDARD, Rules, judged

from ..crises import DAY, MONDAY, Watch, alarmed, angry, at, known, ordinary, told
from .test_pulse import facts_at, moments

NOW = 14 * DAY
"""Two ordinary weeks are known."""
KNOWN = known()
KNOWN_QUIET = known(an_hour=1)
"""The pulse of a brand that is spoken of once an hour."""


def watch(facts, minutes=120, pulse=KNOWN, since=NOW):
    return Watch(pulse).hear(facts, since, since + minutes)


def outcry(number=40, minutes=20, **more):
    return [angry(place, NOW + place * minutes / number, **more) for place in range(number)]


def test_ordinary_weeks_raise_nothing():
    watched = Watch(KNOWN)
    facts = ordinary(1, first=14)
    assert watched.hear(facts, NOW, NOW + DAY).raised == []


def test_a_brand_of_whom_nothing_is_known_raises_nothing_on_ordinary_days():
    assert watch(ordinary(1), DAY, opened("acme", MONDAY), 0).raised == []


def test_an_outcry_is_raised_once_within_minutes_with_what_was_seen():
    watched = watch(outcry())
    [crisis] = watched.raised
    evidence = crisis.evidence
    assert crisis.raised_at - at(NOW) < timedelta(minutes=15)
    assert (crisis.client, crisis.topic, crisis.state, evidence.ground) == ("acme", "", CrisisState.OPEN, Ground.BURST)
    assert evidence.seen >= STANDARD.least_people > evidence.expected
    assert evidence.share_negative > 0.9
    assert evidence.usual_share_negative == pytest.approx(0.2, abs=0.02)
    assert evidence.networks == ("mastodon",)
    assert set(evidence.examples) <= {fact.mention for fact in outcry()}
    assert evidence.hours_learnt in (14 * 24 - 1, 14 * 24)
    assert f"{evidence.seen} people spoke against the brand within {evidence.minutes} minutes" in evidence.because
    assert "guess" not in evidence.because


def test_an_outcry_at_a_new_client_says_that_what_is_usual_is_a_guess():
    pulse = known(3)
    facts = [angry(place, 3 * DAY + place / 4) for place in range(200)]
    [crisis] = watch(facts, 60, pulse, 3 * DAY).raised
    assert "partly a guess: it is known from 7" in crisis.evidence.because


def test_a_crisis_ends_by_itself_when_it_is_calm_for_long_enough_and_is_not_raised_again():
    watched = watch(outcry(), 6 * 60)
    [ended] = watched.ended
    assert len(watched.raised) == 1
    assert (ended.id, ended.state, ended.ended_by) == (watched.raised[0].id, CrisisState.ENDED, CALM)
    assert ended.calm_since is not None
    assert ended.ended_at - ended.calm_since >= STANDARD.calm_for
    assert ended.peak >= 40
    assert ended.version == 2


def test_a_crisis_goes_on_while_it_lasts():
    facts = [angry(place, NOW + place) for place in range(10 * 60)]
    watched = watch(facts, 10 * 60)
    assert len(watched.raised) == 1
    assert watched.ended == []


def test_a_second_outcry_after_the_end_of_the_first_is_raised_anew():
    again = [angry(place + 100, NOW + 7 * 60 + place / 2) for place in range(40)]
    watched = watch(outcry() + again, 8 * 60)
    assert len(watched.raised) == 2
    assert len({crisis.id for crisis in watched.raised}) == 2


def test_a_crisis_that_a_member_ended_is_not_raised_again_unless_it_grows_to_twice_its_peak():
    watched = watch(outcry(30, 30), 30)
    watched.pulse, over = watched.pulse.ended(watched.raised[0].id, "mbr_1", at(NOW + 30))
    same = [angry(100 + place, NOW + 30 + place) for place in range(30)]
    assert len(watched.hear(same, NOW + 30, NOW + 60).raised) == 1
    more = [angry(200 + place, NOW + 60 + place / 8) for place in range(160)]
    assert len(watched.hear(more, NOW + 60, NOW + 90).raised) == 2
    assert watched.ended == []
    assert over.ended_by == "mbr_1"


def test_a_campaign_that_is_loud_and_liked_raises_nothing():
    praise = [told(place, NOW + place / 10, -0.5 if place % 12 == 0 else 0.8) for place in range(1200)]
    assert watch(praise).raised == []


def test_one_author_who_posts_five_hundred_times_raises_nothing():
    flood = [replace(angry(7, NOW + place / 8), mention=f"mnt_{place}", watched=True) for place in range(500)]
    assert watch(flood).raised == []
    assert watch(flood, pulse=KNOWN_QUIET).raised == []


def test_spam_raises_nothing():
    assert watch(outcry(400, 60, function="noise")).raised == []


def test_what_smoulders_is_found_though_no_hour_of_it_is_loud():
    facts = ordinary(1, first=14) + [angry(place, NOW + place * 4) for place in range(DAY // 4)]
    watched = watch(facts, DAY)
    assert [crisis.topic for crisis in watched.raised] == [""]
    assert watched.raised[0].evidence.minutes >= 60


def test_a_crisis_of_one_topic_is_raised_on_it_and_may_be_too_small_for_the_whole():
    pulse = known(an_hour=60, topics=())
    tea = [told(5_000_000 + hour, hour * 60 + 7, topics=("tea",)) for hour in range(14 * 24)]
    pulse = heard(opened("acme", MONDAY), ordinary(14, 60) + tea, at(NOW - 1 / 60))
    watched = watch(ordinary(1, 60, first=14) + outcry(12, 40, topics=("tea",)), 90, pulse)
    assert [crisis.topic for crisis in watched.raised] == ["tea"]


@pytest.mark.parametrize("fact", [alarmed, lambda *given: angry(*given, watched=True)])
def test_a_few_who_tell_of_danger_or_name_a_watch_word_suffice_without_a_burst(fact):
    watched = watch([fact(place, NOW + 5 * place) for place in range(3)], 30, KNOWN_QUIET)
    [crisis] = watched.raised
    assert (crisis.evidence.ground, crisis.evidence.seen) == (Ground.URGENT, 3)
    assert "3 people spoke of danger or a watch word" in crisis.evidence.because


def test_one_who_tells_of_danger_again_and_again_does_not_suffice():
    facts = [replace(alarmed(7, NOW + place), mention=f"mnt_{place}") for place in range(30)]
    assert watch(facts, 60, KNOWN_QUIET).raised == []


def test_danger_is_heard_in_the_first_hour_of_a_client():
    assert len(watch([alarmed(place, 5 + place) for place in range(4)], 30, opened("acme", MONDAY), 0).raised) == 1


def test_a_few_angry_people_are_a_crisis_where_one_speaks_in_an_hour_and_not_where_twenty_do():
    facts = outcry(10, 60)
    assert len(watch(facts, 90, KNOWN_QUIET).raised) == 1
    assert watch([], 90).raised == watch(ordinary(1, first=14) + outcry(5, 60), 90).raised == []


def test_the_smaller_the_budget_of_false_alarms_the_more_must_be_seen():
    pulse = heard(KNOWN, outcry(12, 15), at(NOW + 16))
    assert judged(pulse, at(NOW + 16), lambda _: "cri_1", Rules(false_alarms_per_week=1e-12)).raised == ()
    assert judged(pulse, at(NOW + 16), lambda _: "cri_1", Rules(false_alarms_per_week=10)).raised


def test_judging_twice_raises_once():
    pulse = heard(KNOWN, outcry(), at(NOW + 20))
    once = judged(pulse, at(NOW + 20), lambda _: "cri_1")
    assert len(once.raised) == 1
    assert judged(once.pulse, at(NOW + 20), lambda _: "cri_2") == replace(once, raised=())


def test_what_is_told_to_end_is_told_once_and_forgotten_when_no_window_sees_it():
    watched = watch(outcry(), 10 * 60)
    assert len(watched.ended) == 1
    assert watched.pulse.crises == ()


@settings(deadline=None, max_examples=15)
@given(turns=st.lists(st.tuples(st.lists(facts_at(moments), max_size=3), moments), max_size=3), start=moments)
def test_any_history_can_be_judged_and_has_one_crisis_a_topic_at_most(turns, start):
    watched = Watch(opened("acme", start))
    for facts, now in turns:
        watched.judge(heard(watched.pulse, facts, now), now)
        topics = [crisis.topic for crisis in watched.pulse.crises]
        assert len(topics) == len(set(topics))
        assert all(crisis.evidence.because for crisis in watched.raised)


@settings(deadline=None, max_examples=25)
@given(
    facts=st.lists(facts_at(st.integers(NOW, NOW + 90).map(at)), max_size=30),
    shuffled=st.randoms(),
)
def test_the_order_of_what_came_in_at_once_changes_no_verdict(facts, shuffled):
    other = list(facts)
    shuffled.shuffle(other)
    verdicts = [
        judged(heard(KNOWN, given_, at(NOW + 91)), at(NOW + 91), lambda _: "cri_1") for given_ in (facts, other)
    ]
    assert verdicts[0] == verdicts[1]


def test_a_clock_that_went_back_raises_nothing_twice():
    watched = watch(outcry(), 30)
    watched.judge(heard(watched.pulse, [], at(NOW - 600)), at(NOW - 600))
    watched.judge(heard(watched.pulse, [], datetime(2026, 1, 1, tzinfo=UTC)), datetime(2026, 1, 1, tzinfo=UTC))
    assert len(watched.raised) == 1
    assert watched.ended == []
