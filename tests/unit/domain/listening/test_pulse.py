"""People are counted, each once, in any order; what is usual is learnt from them, and no crisis becomes usual."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.listening.baseline import WINDOWS
from shared.domain.listening.crisis import Crisis, CrisisState, Evidence, Ground
from shared.domain.listening.pulse import (
    LONGEST_TOPIC,
    MOST_EXAMPLES,
    MOST_TOPICS,
    Heard,
    Pulse,
    expected_in,
    heard,
    opened,
    seen_in,
    urgent_in,
    usual_share,
)
from shared.domain.listening.spotting import judged

from ..crises import DAY, MONDAY, alarmed, angry, at, known, ordinary, told

moments = st.datetimes(datetime(1960, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC))
near = st.integers(-3 * 60, 12 * 60).map(at)
topics = st.lists(st.sampled_from(["tea", "kettle", "", "launch"]), max_size=3).map(tuple)


def facts_at(times):
    return st.builds(
        Heard,
        mention=st.integers(0, 99).map(lambda number: f"mnt_{number:032}"),
        at=times,
        author=st.integers(0, 8) | st.integers(0, 1 << 62),
        network=st.sampled_from(["x", "mastodon", "a network with a very long name"]),
        function=st.sampled_from(["community", "noise", "crisis", "recruiting"]),
        sentiment=st.floats(-1, 1),
        urgency=st.integers(0, 3),
        topics=topics,
        watched=st.booleans(),
    )


def whole(pulse, window=60):
    return seen_in(pulse, pulse.whole, window)


def topic(pulse, name):
    return next(beat for beat in pulse.beats if beat.topic == name)


def without_version(pulse):
    return replace(pulse, version=0)


@given(facts=st.lists(facts_at(near), max_size=25), shuffled=st.randoms())
def test_the_order_of_what_is_heard_at_once_means_nothing(facts, shuffled):
    other = list(facts)
    shuffled.shuffle(other)
    start = opened("acme", MONDAY)
    assert heard(start, facts, at(13 * 60)) == heard(start, other, at(13 * 60))


@given(facts=st.lists(facts_at(near.filter(lambda when: when >= MONDAY)), max_size=25), cut=st.integers(0, 12 * 60))
def test_what_is_heard_in_two_turns_counts_as_in_one(facts, cut):
    start, end = opened("acme", MONDAY), at(13 * 60)
    first = [fact for fact in facts if fact.at <= at(cut)]
    rest = [fact for fact in facts if fact.at > at(cut)]
    in_turns = heard(heard(start, first, at(cut)), rest, end)
    assert without_version(in_turns) == without_version(heard(start, facts, end))


@given(silent=st.integers(0, 3 * DAY), more=st.integers(0, 3 * DAY))
def test_a_minute_without_mentions_need_not_be_stored(silent, more):
    start = known(2, 5)
    twice = heard(heard(start, [], at(2 * DAY + silent)), [], at(2 * DAY + silent + more))
    assert without_version(twice) == without_version(heard(start, [], at(2 * DAY + silent + more)))


@settings(deadline=None, max_examples=15)
@given(turns=st.lists(st.tuples(st.lists(facts_at(moments), max_size=3), moments), max_size=3), start=moments)
def test_any_times_are_taken_also_of_the_future_and_of_clocks_that_go_back(turns, start):
    pulse = opened("acme", start)
    for facts, now in turns:
        minute = pulse.minute
        pulse = heard(pulse, facts, now)
        assert pulse.minute >= minute
        for window in WINDOWS:
            people, against = seen_in(pulse, pulse.whole, window)
            assert 0 <= against <= people
            assert expected_in(pulse, pulse.whole, window) >= 0
            assert 0 < usual_share(pulse, pulse.whole) < 1


def test_each_turn_is_a_new_version_at_its_cursor():
    first = heard(opened("acme", MONDAY), [], at(1), "a")
    second = heard(first, [], at(2))
    assert [(one.version, one.cursor) for one in (first, second)] == [(1, "a"), (2, "a")]


def test_one_author_who_posts_five_hundred_times_is_one():
    flood = [replace(angry(666, place / 10), mention=f"mnt_{place:032}") for place in range(500)]
    assert whole(heard(opened("acme", MONDAY), flood, at(55))) == (1, 1)


def test_a_flood_at_a_busy_brand_counts_for_no_more_than_its_share():
    crowd = [told(number, number / 100) for number in range(5_000)]
    flood = [replace(angry(66_666, place / 10), mention=f"mnt_{place}") for place in range(500)]
    people, against = whole(heard(opened("acme", MONDAY), crowd + flood, at(49.9)))
    assert 5_000 <= people <= 5_000 + 5_000 / 256 + 1
    assert against <= 5_000 / 256 + 1


def test_an_author_counts_again_after_six_hours():
    pulse = opened("acme", MONDAY)
    for hour, counted in ((0, 1), (5, 0), (6.1, 1)):
        pulse = heard(pulse, [told(1, hour * 60)], at(hour * 60))
        assert whole(pulse, 5)[0] == counted


def test_an_author_who_turns_against_the_brand_counts_among_those_against():
    pulse = heard(opened("acme", MONDAY), [told(1, 0), angry(1, 3), alarmed(1, 4)], at(5))
    assert whole(pulse) == (1, 1)
    assert urgent_in(pulse.whole, 60) == 1


@pytest.mark.parametrize(
    ("fact", "people", "against", "urgent"),
    [
        (told(1, 0, -0.25), 1, 1, 0),
        (told(1, 0, -0.24), 1, 0, 0),
        (told(1, 0, 0.9, function="crisis"), 1, 1, 0),
        (alarmed(1, 0), 1, 1, 1),
        (told(1, 0, 0.0, watched=True), 1, 0, 1),
        (told(1, 0, 0.9, watched=True), 1, 0, 0),
        (alarmed(1, 0, function="noise"), 0, 0, 0),
    ],
)
def test_what_a_mention_counts_as(fact, people, against, urgent):
    pulse = heard(opened("acme", MONDAY), [fact], at(1))
    assert (*whole(pulse), urgent_in(pulse.whole, 60)) == (people, against, urgent)


def test_a_mention_counts_on_each_of_its_topics_once():
    pulse = heard(opened("acme", MONDAY), [angry(1, 0, topics=("tea", "tea", "kettle"))], at(1))
    assert [beat.topic for beat in pulse.beats] == ["", "tea", "kettle"]
    assert [seen_in(pulse, beat, 60) for beat in pulse.beats] == [(1, 1)] * 3


def test_a_late_mention_counts_in_its_own_minute_and_one_that_is_an_hour_late_does_not():
    pulse = heard(opened("acme", MONDAY), [], at(120))
    assert whole(heard(pulse, [told(1, 90)], at(120)), 15) == (0, 0)
    assert whole(heard(pulse, [told(1, 90)], at(120)), 60) == (1, 0)
    assert whole(heard(pulse, [told(1, 60)], at(120)), 60) == (0, 0)


def test_a_few_mentions_are_kept_as_examples_the_newest_of_them():
    pulse = heard(opened("acme", MONDAY), [angry(number, number) for number in range(20)], at(30))
    assert [mention for mention, _ in pulse.whole.examples] == [
        f"mnt_{number:032}" for number in range(20 - MOST_EXAMPLES, 20)
    ]


def test_the_topic_that_was_silent_longest_makes_room_for_a_new_one():
    facts = [told(number, number, topics=(f"topic {number}",)) for number in range(MOST_TOPICS + 1)]
    kept = [beat.topic for beat in heard(opened("acme", MONDAY), facts, at(60)).beats]
    assert len(kept) == MOST_TOPICS + 1
    assert "topic 0" not in kept
    assert kept[0] == ""


def test_what_is_usual_is_learnt_from_ordinary_days():
    pulse = known()
    assert expected_in(pulse, pulse.whole, 60) == pytest.approx(20, rel=0.05)
    assert expected_in(pulse, pulse.whole, 5) == pytest.approx(20 / 12, rel=0.05)
    assert usual_share(pulse, pulse.whole) == pytest.approx(0.2, rel=0.05)


def test_hours_of_the_day_and_days_of_the_week_are_learnt():
    def awake(fact):
        return 8 <= fact.at.hour < 20 and fact.at.weekday() < 5

    pulse = heard(opened("acme", MONDAY), filter(awake, ordinary(35)), at(35 * DAY))
    noon, night, sunday = (heard(pulse, [], at(35 * DAY + hours * 60)) for hours in (12, 27, 6 * 24 + 12))
    assert expected_in(noon, noon.whole, 60) == pytest.approx(20, rel=0.2)
    assert expected_in(night, night.whole, 60) < 2
    assert expected_in(sunday, sunday.whole, 60) < 6


def test_a_new_topic_is_taken_for_like_the_rest_of_the_client():
    pulse = heard(known(), [told(1, 14 * DAY, topics=("launch",))], at(14 * DAY))
    assert usual_share(pulse, topic(pulse, "launch")) == pytest.approx(usual_share(pulse, pulse.whole))


def test_growth_becomes_usual_within_weeks():
    pulse = heard(known(), ordinary(21, 30, first=14), at(35 * DAY - 1 / 60))
    assert expected_in(pulse, pulse.whole, 60) == pytest.approx(30, rel=0.1)


def outcry(pulse, hours=12):
    """Half a day on which forty times as many are angry as usual."""
    facts = [angry(number, 14 * DAY + number / 3) for number in range(hours * 180)]
    return heard(pulse, facts, at(14 * DAY + hours * 60 + 6))


def crisis():
    evidence = Evidence(
        ground=Ground.BURST,
        minutes=5,
        seen=9,
        expected=1.5,
        people=12,
        share_negative=0.75,
        usual_share_negative=0.2,
        networks=("x", "mastodon", "bluesky"),
        examples=tuple(f"mnt_{number:032}" for number in range(5)),
        hours_learnt=336,
        because="9 people spoke against the brand within 5 minutes; 1.5 would be usual at this hour of the week. " * 3,
    )
    return Crisis(id=f"cri_{1:026}", client="acme", topic="", raised_at=MONDAY, evidence=evidence, peak=9)


def test_the_hours_of_an_open_crisis_teach_nothing():
    before = replace(known(), crises=(crisis(),))
    assert outcry(before).whole.usual == before.whole.usual


def test_a_crisis_that_nobody_saw_hardly_becomes_usual():
    before = known()
    after = outcry(before)
    assert usual_share(after, after.whole) < 2 * usual_share(before, before.whole)
    assert after.whole.usual.level < 1.3 * before.whole.usual.level


def test_an_hour_is_held_against_what_was_usual_before_it_was_learnt_from():
    burst = [told(number, 14 * DAY + number / 100) for number in range(6_000)]
    open_ = heard(known(), burst, at(14 * DAY + 64))
    closed = heard(open_, [], at(14 * DAY + 65))
    assert closed.whole.usual.hours == open_.whole.usual.hours + 1
    for window in (5, 15, 60):
        assert expected_in(closed, closed.whole, window) == pytest.approx(
            expected_in(open_, open_.whole, window), rel=0.03
        )


def test_a_member_ends_a_crisis_and_the_pulse_knows():
    pulse, over = replace(known(2), crises=(crisis(),)).ended(crisis().id, "mbr_1", at(9))
    assert (over.state, over.ended_by, over.ended_at, over.version) == (CrisisState.ENDED, "mbr_1", at(9), 2)
    assert pulse.crises == (over,)
    with pytest.raises(Exception, match="no such open crisis"):
        pulse.ended(crisis().id, "mbr_1", at(10))


def test_the_largest_pulse_fits_into_one_item():
    """Fifty topics with long names, each spoken of ten thousand times an hour and everywhere, and in a crisis."""
    names = tuple(f"{number:02}{'ü' * LONGEST_TOPIC}" for number in range(MOST_TOPICS))
    pulse = opened("acme", MONDAY)
    number = 0
    for minute in range(70):
        facts = []
        for _ in range(170):
            number += 1
            facts.append(
                alarmed(
                    number * 97_003, minute, topics=names, network=f"network number {number % 12}", function="crisis"
                )
            )
        pulse = heard(pulse, facts, at(minute))
    usual = replace(
        pulse.whole.usual,
        hours=99_999,
        people=123456.7,
        exposure=123456.7,
        against=12345.67,
        urgent=123.4567,
        of=123456.7,
        day=(9.876,) * 24,
        week=(9.876,) * 168,
        errors=(replace(pulse.whole.usual.errors[0], squares=12345.67, weight=12345.67),) * 4,
        share_errors=(replace(pulse.whole.usual.errors[0], squares=12345.67, weight=12345.67),) * 4,
    )
    full = replace(
        pulse,
        beats=tuple(replace(beat, usual=usual, hours=((99_999, 99_999, 12345.678),) * 6) for beat in pulse.beats),
    )
    full = judged(full, at(69), lambda prefix: f"{prefix}_{1:026}").pulse
    encoded = msgspec.json.encode(full)
    assert len(full.beats) == len(full.crises) == MOST_TOPICS + 1
    assert len(encoded) < 250_000
    assert msgspec.json.decode(encoded, type=Pulse) == full


def test_a_pulse_is_read_back_as_it_was_written():
    pulse = heard(known(9), [alarmed(1, 9 * DAY, topics=("tea",))], at(9 * DAY + 3))
    assert msgspec.json.decode(msgspec.json.encode(pulse), type=Pulse) == pulse


def test_silence_of_months_is_taken_in_one_stride():
    pulse = heard(known(), [], at(14 * DAY) + timedelta(days=4000))
    assert whole(pulse, 360) == (0, 0)
    assert pulse.whole.usual.hours <= 14 * 24 + 28 * 24
