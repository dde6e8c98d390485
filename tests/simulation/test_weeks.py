"""Weeks that are drawn from seeds, and the spotting of crises in them. ``backchannel bench crisis`` runs many more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from infra.bench.crisis import SETTINGS, happenings
from infra.simulation.weeks import DAY, HOUR, WEEK, Brand, Happening, Kind, at, minutes
from shared.domain.listening.pulse import heard, opened
from shared.domain.listening.spotting import judged

BRAND = Brand(name="regional", an_hour=12, negative=0.2, topics={"app": 0.1})


def raised(happens, length=WEEK + 2 * DAY, known=WEEK, seed=1):
    """What is raised after ``known``, and how long after it."""
    pulse, batch, found = opened("acme", at(0)), [], []
    for minute, facts in enumerate(minutes(BRAND, happens, length, seed)):
        batch += facts
        if minute < known and minute % HOUR != HOUR - 1:
            continue
        now = at(minute) + timedelta(seconds=59)
        told = judged(heard(pulse, batch, now), now, lambda prefix: f"{prefix}_{1:026}")
        pulse, batch = told.pulse, []
        found += [(minute - known, crisis.topic) for crisis in told.raised if minute >= known]
    return found


def test_a_seed_tells_one_story():
    first, second, other = (list(minutes(BRAND, (), DAY, seed)) for seed in (1, 1, 2))
    assert first == second != other
    assert 100 < sum(map(len, first)) < 1000


def test_days_have_nights_and_what_happens_can_be_heard():
    campaign = Happening(kind=Kind.CAMPAIGN, begins=10 * HOUR)
    quiet, loud = (
        [len(facts) for facts in minutes(replace(BRAND, an_hour=100), happens, DAY, 1)] for happens in ((), (campaign,))
    )
    assert 3 * sum(quiet[2 * HOUR : 4 * HOUR]) < sum(quiet[18 * HOUR : 20 * HOUR])
    assert sum(loud[10 * HOUR : 12 * HOUR]) > 3 * sum(quiet[10 * HOUR : 12 * HOUR])


@pytest.mark.parametrize("kind", [None, Kind.CAMPAIGN, Kind.FLOOD, Kind.SPAM, Kind.HOLIDAY])
def test_what_is_no_crisis_raises_nothing(kind):
    assert raised((Happening(kind=kind, begins=WEEK + 9 * HOUR),) if kind else ()) == []


def test_a_crisis_is_spotted_within_the_hour():
    found = raised((Happening(kind=Kind.SUDDEN, begins=WEEK + 9 * HOUR, strength=3),))
    assert 0 <= found[0][0] - 9 * HOUR < HOUR
    assert found[0][1] == ""


def test_what_happens_to_a_brand_does_not_overlap():
    for setting in SETTINGS:
        for seed in range(5):
            story = happenings(setting, seed)
            ends = [happening.ends for happening in story]
            assert [one.kind for one in sorted(story, key=lambda one: one.begins)] == [one.kind for one in story]
            assert ends[-1] <= setting.known + setting.watched + 60 * HOUR
