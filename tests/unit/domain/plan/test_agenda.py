"""Places that posts take: no order of takings and givings back breaks the cadence."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.domain.errors import StateError
from shared.domain.plan.agenda import KEPT, MOST_PLACES, Agenda, Taken, given_back, seeded, stands
from shared.domain.plan.checking import Circumstances, held_by_plan
from shared.domain.plan.rules import Cadence, Plan
from shared.domain.plan.wall import local_day
from shared.domain.posts import PostState, Published
from tests.unit.domain.plan.samples import OSLO, wanted
from tests.unit.domain.samples import AT, post

EMPTY = Agenda(client="acme", account="acc_1")
MOST, GAP = 3, timedelta(minutes=90)


def taken(number, minutes=0):
    return Taken(post=f"pst_{number}", at=AT + timedelta(minutes=minutes))


def test_places_are_by_time_and_a_post_has_one() -> None:
    agenda = EMPTY.with_place(taken(1, 60), AT).with_place(taken(2, 30), AT).with_place(taken(1, 10), AT)
    assert agenda.places == (taken(1, 10), taken(2, 30))
    assert agenda.version == 3


def test_places_long_past_are_forgotten() -> None:
    agenda = EMPTY.with_place(taken(1), AT).with_place(taken(2, 60), AT + KEPT)
    assert agenda.places == (taken(2, 60),)


def test_an_agenda_does_not_grow_for_ever() -> None:
    full = replace(EMPTY, places=tuple(taken(number, number) for number in range(MOST_PLACES)))
    with pytest.raises(StateError, match="cancel some"):
        full.with_place(taken(MOST_PLACES), AT)


@pytest.mark.parametrize("state", PostState)
def test_what_is_out_or_on_its_way_holds_its_place(state: PostState) -> None:
    gone = {
        PostState.IN_REVIEW,
        PostState.APPROVED,
        PostState.RECALLED,
        PostState.HELD,
        PostState.FAILED,
        PostState.EXPIRED,
        PostState.CANCELLED,
    }
    assert stands(post(state=state)) == (state not in gone)
    out = Published(external_id="1", url="", at=AT)
    assert stands(post(state=state, sent=(out,))) == (state is not PostState.RECALLED)


def test_a_post_that_is_not_there_holds_no_place() -> None:
    assert given_back(["pst_1", "pst_2"], {"pst_1": post(id="pst_1", state=PostState.SCHEDULED)}) == {"pst_2"}


def test_what_was_on_its_way_before_there_was_a_plan_has_its_place() -> None:
    going = {"state": PostState.SCHEDULED, "due_at": AT}
    posts = [
        post(id="pst_1", **going),
        post(id="pst_2", **going | {"account": "acc_2"}),
        post(id="pst_3", **going, mention="mnt_1"),
        post(id="pst_4", **going | {"state": PostState.CANCELLED}),
    ]
    assert seeded("acme", "acc_1", posts).places == (taken(1),)


class Schedulings(RuleBasedStateMachine):
    """Posts are scheduled and cancelled; whoever schedules keeps to the rule and to what the edge commits."""

    def __init__(self) -> None:
        super().__init__()
        self.agenda = EMPTY
        self.posts = {}

    def standing(self):
        return sorted(one.due_at for one in self.posts.values() if stands(one))

    @rule(number=st.integers(0, 9), minutes=st.integers(0, 3 * 24 * 60))
    def schedule(self, number: int, minutes: int) -> None:
        id_, at = f"pst_{number}", AT + timedelta(minutes=minutes)
        if id_ in self.posts and stands(self.posts[id_]):
            return
        agenda = self.agenda.without(given_back([one.post for one in self.agenda.places], self.posts))
        plan = Plan(client="acme", cadence=(Cadence(most_a_day=MOST, least_gap_minutes=90),))
        if held_by_plan(wanted(at, post=id_), Circumstances(plan=plan, zone=OSLO, agenda=agenda)):
            return
        self.posts[id_] = post(id=id_, state=PostState.SCHEDULED, due_at=at)
        self.agenda = agenda.with_place(Taken(post=id_, at=at), AT)

    @rule(number=st.integers(0, 9), state=st.sampled_from([PostState.CANCELLED, PostState.HELD, PostState.IN_REVIEW]))
    def give_back(self, number: int, state: PostState) -> None:
        if f"pst_{number}" in self.posts:
            self.posts[f"pst_{number}"] = replace(self.posts[f"pst_{number}"], state=state)

    @invariant()
    def never_more_than_the_most_on_a_day(self) -> None:
        days = [local_day(at, OSLO) for at in self.standing()]
        assert all(days.count(day) <= MOST for day in days)

    @invariant()
    def never_closer_than_the_gap(self) -> None:
        standing = self.standing()
        assert all(later - earlier >= GAP for earlier, later in itertools.pairwise(standing))

    @invariant()
    def what_stands_has_its_place(self) -> None:
        standing = {(one.id, one.due_at) for one in self.posts.values() if stands(one)}
        assert standing <= {(one.post, one.at) for one in self.agenda.places}


TestSchedulings = Schedulings.TestCase


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10_000)), max_size=12))
def test_an_agenda_is_sorted_whatever_comes(order) -> None:
    agenda = EMPTY
    for number, minutes in order:
        agenda = agenda.with_place(taken(number, minutes), AT)
    assert [one.at for one in agenda.places] == sorted(one.at for one in agenda.places)
    assert len({one.post for one in agenda.places}) == len(agenda.places)
