"""A promise is told of when it is due and once each day that it is late, and is closed once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import StateError
from shared.domain.following.follow_ups import FollowUp, FollowUpState, due

from ..samples import AT, after

PROMISE = FollowUp(
    id="fup_1",
    client="acme",
    agency="agy_1",
    function="sales",
    post=None,
    mention=None,
    what="A call",
    due_at=after(hours=5),
    owner="mbr_1",
    made_at=AT,
    next_at=after(hours=5),
)


def test_nothing_is_told_before_it_is_due():
    assert due(PROMISE, after(hours=5, seconds=-1)) is None


def test_it_is_told_when_it_is_due_and_then_each_day():
    told, now = [], PROMISE
    for hours in range(24 * 4):
        step = due(now, after(hours=hours))
        if step:
            now = step[0]
            told.append((hours, step[1].type, step[1].data.get("days")))
    assert told == [
        (5, "follow_up.due", None),
        (29, "follow_up.overdue", 1),
        (53, "follow_up.overdue", 2),
        (77, "follow_up.overdue", 3),
    ]


@given(st.lists(st.integers(0, 5000), max_size=60))
def test_however_often_it_is_looked_at_each_day_is_told_of_once(waits):
    told, promise, now = [], PROMISE, AT
    for minutes in waits:
        now += timedelta(minutes=minutes)
        for _ in range(2):
            step = due(promise, now)
            if step:
                promise = step[0]
                told.append(step[1].data.get("days", 0))
                assert promise.next_at > now
    assert told == sorted(set(told))


@pytest.mark.parametrize("state", [one for one in FollowUpState if one is not FollowUpState.OPEN])
def test_what_is_closed_is_told_of_no_more_and_closed_once(state):
    closed = PROMISE.closed(state, "Called.", "mbr_2", after(hours=4))
    assert due(replace(closed, next_at=AT), after(days=9)) is None
    assert (closed.next_at, closed.closed_by, closed.version) == (None, "mbr_2", 2)
    with pytest.raises(StateError, match=state.value):
        closed.closed(FollowUpState.DROPPED, "", "mbr_1", after(hours=6))
    with pytest.raises(StateError):
        closed.reassigned("mbr_3")
