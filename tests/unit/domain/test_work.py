"""A question to the client has a deadline that suits what it is about."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.mandate import Function
from shared.domain.work import Escalation, EscalationState, escalation_deadline

from .samples import AT, after, instants


@pytest.mark.parametrize(
    ("function", "hours"),
    [
        ("crisis", 0.5),
        ("customer_service", 4),
        ("public_relations", 4),
        ("community", 24),
        ("recruiting", 24),
        ("", 24),
    ],
)
def test_an_answer_is_due_the_sooner_the_graver_the_matter(function, hours):
    assert escalation_deadline(function, AT) == after(hours=hours)


@given(function=st.text(max_size=20) | st.sampled_from([one.value for one in Function]), asked_at=instants)
def test_every_question_gets_at_least_half_an_hour_and_at_most_a_day(function, asked_at):
    allowed = escalation_deadline(function, asked_at) - asked_at
    assert timedelta(minutes=30) <= allowed <= timedelta(days=1)
    assert allowed >= escalation_deadline("crisis", asked_at) - asked_at


def test_an_answer_says_whose_it_is_and_when_it_came():
    asked = Escalation(
        id="esc_1",
        client="acme",
        agency="agy_1",
        mention="mnt_1",
        question="May we name the date?",
        to="mbr_1",
        asked_by="mbr_2",
        asked_at=AT,
        deadline=after(hours=4),
    )
    answered = asked.answered("Yes, Friday.", "mbr_3", after(hours=1))
    assert answered.state is EscalationState.ANSWERED
    assert (answered.answer, answered.answered_by, answered.answered_at) == ("Yes, Friday.", "mbr_3", after(hours=1))
    assert (answered.to, answered.deadline, answered.version) == ("mbr_1", after(hours=4), 2)
