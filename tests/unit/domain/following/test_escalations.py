"""A question to the client ends answered, taken back or exhausted, and each step on the way is taken once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.following.escalations import (
    Chain,
    Escalation,
    EscalationPlan,
    EscalationState,
    due,
    in_order,
    measured,
    taken_back,
    those_of,
    timed,
)
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import Function
from shared.domain.parties import Member, Party

from ..samples import AT, after

PEOPLE = ("mbr_1", "mbr_2", "team:legal", "mbr_3")


def everybody(_):
    return True


def asked(then=(), within=60, **changes):
    sample = Escalation(
        id="esc_1",
        client="acme",
        agency="agy_1",
        mention="mnt_1",
        function="sales",
        question="May we name the date?",
        to="mbr_1",
        then=then,
        asked_by="mbr_9",
        asked_at=AT,
        deadline=AT,
    )
    return replace(timed(sample, None, timedelta(minutes=within)), **changes)


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
    assert Listening(client="acme").escalation_time(function) == timedelta(hours=hours)


@given(function=st.text(max_size=20) | st.sampled_from([one.value for one in Function]))
def test_every_question_gets_at_least_half_an_hour_and_at_most_a_day_where_nobody_said_otherwise(function):
    said = Listening(client="acme")
    assert timedelta(minutes=30) <= said.escalation_time(function) <= timedelta(days=1)
    assert said.escalation_time(function) >= said.escalation_time("crisis")


def test_the_clients_own_word_on_a_deadline_counts_and_its_chains_before_that():
    said = Listening(client="acme", escalation_minutes={"sales": 90})
    assert timed(asked(), None, said.escalation_time("sales")).deadline == after(minutes=90)
    chain = Chain(people=("mbr_1",), answer_within_minutes=20, remind_after_minutes=5)
    question = timed(asked(), chain, said.escalation_time("sales"))
    assert (question.deadline, question.next_at) == (after(minutes=20), after(minutes=5))


@pytest.mark.parametrize("reminder", [None, 90])
def test_a_reminder_comes_at_half_of_the_time_where_no_other_is_said_that_comes_before_the_deadline(reminder):
    chain = Chain(people=("mbr_1",), remind_after_minutes=reminder)
    assert timed(asked(), chain, timedelta(minutes=60)).next_at == after(minutes=30)


def test_an_answer_says_whose_it_is_and_when_it_came():
    answered = asked().answered("Yes, Friday.", "mbr_3", after(hours=1))
    assert answered.state is EscalationState.ANSWERED
    assert (answered.answer, answered.answered_by, answered.answered_at) == ("Yes, Friday.", "mbr_3", after(hours=1))
    assert (answered.to, answered.deadline, answered.version) == ("mbr_1", after(hours=1), 2)
    assert answered.next_at is None


def test_whoever_owes_the_answer_is_reminded_once_before_the_deadline():
    question = asked()
    assert due(question, after(minutes=29), everybody) is None
    reminded, fact = due(question, after(minutes=30), everybody)
    assert (fact.type, fact.data["to"], reminded.reminders) == ("escalation.reminded", "mbr_1", 1)
    assert due(reminded, after(minutes=59), everybody) is None


def test_at_the_deadline_the_next_one_owns_it_with_a_deadline_of_their_own_and_the_history_is_kept():
    moved, fact = due(asked(then=("mbr_2", "mbr_3")), after(minutes=61), everybody)
    assert (moved.to, moved.then) == ("mbr_2", ("mbr_3",))
    assert moved.deadline == after(minutes=121)
    assert [(one.was, one.to, one.at) for one in moved.steps] == [("mbr_1", "mbr_2", after(minutes=61))]
    assert (fact.type, fact.data["was"], fact.data["to"]) == ("escalation.moved", "mbr_1", "mbr_2")
    assert fact.data["deadline"] == after(minutes=121).isoformat()


def test_those_who_were_removed_are_skipped_and_asked_no_more():
    gone = {"mbr_1", "mbr_2"}
    moved, fact = due(asked(then=("mbr_2", "mbr_3")), after(minutes=30), lambda one: one not in gone)
    assert (moved.to, fact.data["because"]) == ("mbr_3", "they do not work for the client any more")


def test_at_the_end_of_the_chain_it_is_exhausted_and_may_still_be_answered():
    over, fact = due(asked(then=("mbr_2",)), after(hours=2), lambda one: one == "mbr_1")
    assert (over.state, fact.type, fact.data["asked"]) == (EscalationState.EXHAUSTED, "escalation.exhausted", ["mbr_1"])
    assert over.is_open
    assert due(over, after(days=9), everybody) is None


steps = st.lists(
    st.one_of(
        st.integers(0, 200).map(lambda minutes: ("wait", minutes)),
        st.tuples(st.just("gone"), st.frozensets(st.sampled_from(PEOPLE))),
        st.just(("answer", 0)),
        st.just(("withdraw", 0)),
    ),
    max_size=20,
)


@given(steps=steps, then=st.lists(st.sampled_from(PEOPLE[1:]), unique=True, max_size=3).map(tuple))
def test_however_time_goes_and_often_it_is_looked_at_each_step_is_taken_once_and_it_ends(steps, then):
    question, now, gone, told = asked(then=then), AT, frozenset(), []

    def look():
        """Twice, as two runs would: the second sees what the first has written."""
        nonlocal question
        step = due(question, now, lambda one: one not in gone)
        if step:
            assert step[0].version == question.version + 1
            question = step[0]
            told.append((step[1].type, step[1].data["to"], len(question.steps)))

    for what, how in steps:
        if what == "wait":
            now += timedelta(minutes=how)
        elif what == "gone":
            gone = how
        elif question.is_open and what == "answer":
            question = question.answered("Yes.", "mbr_1", now)
        elif question.is_open:
            question, _ = taken_back(question, now, "no need")
        look()
        look()
    for _ in range(20):
        now += timedelta(days=1)
        look()
    assert question.state is not EscalationState.WAITING
    assert question.next_at is None
    assert len(set(told)) == len(told)
    owners = ["mbr_1", *(one.to for one in question.steps)]
    assert len(set(owners)) == len(owners)
    assert owners == [one for one in ("mbr_1", *then) if one in owners]
    assert [one for one in told if one[0] == "escalation.exhausted"][1:] == []


@given(named=st.sampled_from(["", *PEOPLE]), gone=st.frozensets(st.sampled_from(PEOPLE)))
def test_the_one_who_is_named_is_asked_first_then_the_chain_and_nobody_twice(named, gone):
    people = in_order(Chain(people=PEOPLE), named, lambda one: one not in gone)
    assert len(set(people)) == len(people)
    assert set(people) == set(PEOPLE) - gone
    rest = [one for one in people if one != named]
    assert rest == [one for one in PEOPLE if one in rest]
    if named and named not in gone:
        assert people[0] == named


def test_a_function_without_a_chain_of_its_own_has_the_one_for_any():
    plan = EscalationPlan(
        client="acme",
        functions={"crisis": Chain(people=("mbr_1",)), "*": Chain(people=("mbr_2",))},
        set_by="mbr_1",
        set_at=AT,
    )
    assert [plan.chain(one).people for one in ("crisis", "sales")] == [("mbr_1",), ("mbr_2",)]
    assert replace(plan, functions={}).chain("sales") is None


def test_of_a_client_are_its_own_people_who_are_still_there_and_their_teams():
    def member(id_, **more):
        given = {"party": Party.CLIENT, "agency": None, **more}
        return Member(id=id_, realm="acme", name="M", signature="^M", created_at=AT, **given)

    is_there = those_of(
        [
            member("mbr_1", teams=("legal",)),
            member("mbr_2", teams=("press",), removed_at=AT),
            member("mbr_3", party=Party.AGENCY, agency="agy_1", teams=("agents",)),
        ]
    )
    names = ["mbr_1", "team:legal", "mbr_2", "team:press", "mbr_3", "team:agents", "legal", ""]
    assert [name for name in names if is_there(name)] == ["mbr_1", "team:legal"]


@pytest.mark.parametrize(("minutes", "in_time"), [(60, True), (61, False)])
def test_in_time_is_what_came_before_the_first_deadline_whoever_answered(minutes, in_time):
    moved, _ = due(asked(then=("mbr_2",)), after(minutes=61), everybody)
    assert measured(asked(), after(minutes=minutes))["in_time"] is in_time
    assert measured(moved, after(minutes=62)) == {"minutes": 62.0, "in_time": False, "moved": 1, "reminders": 0}
