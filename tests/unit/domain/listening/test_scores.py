"""A score is a sum of named contributions, and a weight that is raised lowers nobody."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.classify import Classification, Intent
from shared.domain.listening.scores import (
    FUNCTION_POINTS,
    HEAT_STEPS,
    ROLE_POINTS,
    STANDARD,
    Role,
    Standing,
    Weights,
    heat,
    reasons,
    total,
)
from shared.domain.mandate.terms import Function

functions = st.sampled_from([*(function.value for function in Function), "recruiting"])
labels = st.builds(
    Classification,
    function=functions,
    intent=st.sampled_from(Intent),
    sentiment=st.integers(-1000, 1000).map(lambda number: number / 1000),
    needs_answer=st.booleans(),
    urgency=st.integers(0, 3),
    language=st.just("en"),
)
standings = st.builds(
    Standing,
    followers=st.integers(-5, 10**12),
    roles=st.lists(st.sampled_from([role.value for role in Role]), unique=True).map(tuple),
    heat=st.integers(0, 3),
    follows=st.booleans(),
    waits=st.integers(0, 3),
)
points = st.integers(0, 60_000).map(lambda number: number / 1000)
signed = st.integers(-60_000, 60_000).map(lambda number: number / 1000)
weights = st.builds(
    Weights,
    functions=st.dictionaries(functions, signed),
    own_function=signed,
    urgency=st.tuples(points, points, points, points),
    negative=points,
    positive=points,
    question=points,
    complaint=points,
    reach=points,
    most_reach=points,
    roles=st.dictionaries(st.sampled_from([role.value for role in Role]), signed),
    heat=points,
    follow_up=points,
    waiting=points,
)
SIMPLE = sorted({field.name for field in fields(Weights)} - {"functions", "urgency", "roles", "most_priority"})


def score(of, standing, by=STANDARD):
    return total(tuple(reasons(of, standing, by)))


@given(of=labels, standing=standings, by=weights)
def test_the_reasons_add_up_each_has_its_own_name_and_says_why(of, standing, by):
    given_ = tuple(reasons(of, standing, by))
    assert total(given_) == pytest.approx(sum(reason.points for reason in given_), abs=0.001)
    assert len({reason.name for reason in given_}) == len(given_)
    assert all(reason.because for reason in given_)


@given(of=labels, standing=standings, by=weights, more=points, name=st.sampled_from(SIMPLE))
def test_a_weight_that_is_raised_lowers_no_score(of, standing, by, more, name):
    heavier = replace(by, **{name: getattr(by, name) + more})
    assert score(of, standing, heavier) >= score(of, standing, by) - 0.001


@given(of=labels, standing=standings, by=weights, more=points, name=functions, role=st.sampled_from(Role))
def test_neither_does_that_of_a_function_an_urgency_or_a_role(of, standing, by, more, name, role):
    before = score(of, standing, by)
    urgency = tuple(one + (more if level == of.urgency else 0) for level, one in enumerate(by.urgency))
    heavier = (
        replace(by, functions=by.functions | {name: by.functions.get(name, by.own_function) + more}),
        replace(by, roles=by.roles | {role.value: by.roles.get(role.value, 0.0) + more}),
        replace(by, urgency=urgency),
    )
    assert all(score(of, standing, one) >= before - 0.001 for one in heavier)


@given(of=labels, standing=standings, more=st.integers(0, 10**12))
def test_more_followers_never_count_for_less_and_at_most_20_points(of, standing, more):
    def reach(number):
        return sum(
            reason.points
            for reason in reasons(of, replace(standing, followers=number), STANDARD)
            if reason.name == "reach"
        )

    assert 0 <= reach(standing.followers) <= reach(standing.followers + more) <= 20


@given(of=labels, standing=standings)
def test_what_is_not_there_gives_no_reason(of, standing):
    names = {reason.name for reason in reasons(of, standing, STANDARD)}
    assert ("question" in names) == of.needs_answer
    assert ("complaint" in names) == (of.intent is Intent.COMPLAINT)
    assert ("sentiment" in names) == (of.sentiment != 0)
    assert ("urgency" in names) == (of.urgency > 0)
    assert ("reach" in names) == (standing.followers > 0)
    assert ("conversation" in names) == (standing.heat > 0)
    assert ("follow_up" in names) == standing.follows
    assert ("waiting" in names) == (standing.waits > 0)
    assert {name for name in names if name.startswith("author")} == {f"author: {role}" for role in standing.roles}


def test_a_crisis_counts_most_and_noise_least():
    assert set(FUNCTION_POINTS) == {function.value for function in Function}
    assert max(FUNCTION_POINTS, key=FUNCTION_POINTS.__getitem__) == Function.CRISIS
    assert min(FUNCTION_POINTS, key=FUNCTION_POINTS.__getitem__) == Function.NOISE
    assert set(ROLE_POINTS) == {role.value for role in Role}


def test_anger_counts_more_than_praise_and_praise_more_than_nothing():
    plain = Classification(
        function="community", intent=Intent.STATEMENT, sentiment=0, needs_answer=False, urgency=0, language="en"
    )
    angry, pleased, neutral = (score(replace(plain, sentiment=mood), Standing()) for mood in (-1.0, 1.0, 0.0))
    assert angry > pleased > neutral


def test_what_a_person_must_see_within_minutes_comes_before_all_that_is_not_urgent():
    """Whoever writes it, and though everything else speak against it but spam."""
    urgent = Classification(
        function="community", intent=Intent.STATEMENT, sentiment=0, needs_answer=False, urgency=3, language="en"
    )
    calm = replace(urgent, function="customer_service", sentiment=-0.5, needs_answer=True, urgency=0)
    assert score(urgent, Standing()) > score(calm, Standing())


def test_a_conversation_is_warm_hot_or_burning():
    assert HEAT_STEPS == (5, 20, 100)
    assert [heat(number) for number in (0, 4, 5, 19, 20, 99, 100, 10**6)] == [0, 0, 1, 1, 2, 2, 3, 3]
