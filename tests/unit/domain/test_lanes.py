"""Posts of one account keep their order, whoever joins late, and leave the lane when their time is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.bench.samples import scheduled
from shared.domain.lanes import ON_THE_WAY, Lane, convoys, place, still_ahead
from shared.domain.posts import LATENESS_WINDOW, Post, PostState
from shared.domain.schedule import FAR_AHEAD, Due

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
EMPTY = Lane(client="acme", account="acc_1", version=0)
seconds = st.integers(-700, 700)


def post(number: int, after: float = 0.0, account: str = "acc_1") -> Post:
    return scheduled(f"pst_{number}", "acme", AT + timedelta(seconds=after), account=account)[0]


def due(number: int, after: float, account: str = "acc_1", delayed: float = 0.0) -> Due:
    made = post(number, after, account)
    return Due(post=made, at=AT + timedelta(seconds=after + delayed))


posts = st.lists(seconds, max_size=12).map(lambda times: [post(number, after) for number, after in enumerate(times)])


@given(posts, st.integers(0, 12))
def test_whatever_joins_first_the_order_is_that_of_the_times_and_then_of_the_ids(found, cut):
    lane = EMPTY.joined(found[cut:], AT - timedelta(hours=1)).joined(found[:cut], AT - timedelta(hours=1))
    assert [one.post for one in lane.places] == [one.id for one in sorted(found, key=lambda one: place(one).order)]
    assert lane.version == 2


@given(posts)
def test_of_two_posts_exactly_one_is_ahead_of_the_other(found):
    lane = EMPTY.joined(found, AT - timedelta(hours=1))
    ahead = {one.id: set(lane.ahead_of(one)) for one in found}
    for one in found:
        for other in found:
            assert one is other or (one.id in ahead[other.id]) != (other.id in ahead[one.id])


@given(posts, seconds)
def test_a_post_stays_in_its_lane_as_long_as_it_may_go_out(found, later):
    now = AT + timedelta(seconds=later)
    lane = EMPTY.joined(found, AT - timedelta(hours=1)).joined([], now)
    staying = {one.id for one in found if now - place(one).due_at <= ON_THE_WAY}
    assert {one.post for one in lane.places} == staying


def test_a_post_that_is_rescheduled_changes_its_place():
    lane = EMPTY.joined([post(1, 0), post(2, 5)], AT).joined([post(1, 9)], AT)
    assert [one.post for one in lane.places] == ["pst_2", "pst_1"]


def test_a_lane_may_be_forgotten_when_all_are_out_of_the_way():
    assert EMPTY.empty_at is None
    assert EMPTY.joined([post(1, 0), post(2, 60)], AT).empty_at == AT + timedelta(seconds=60) + ON_THE_WAY


@given(joined=posts, until=seconds, at=seconds, due=seconds)
def test_what_goes_out_of_a_closed_lane_goes_at_its_time_or_when_the_lane_opens(joined, until, at, due):
    """Never in between; and what could not wait so long is not kept from trying."""
    until, at, due = (AT + timedelta(seconds=after) for after in (until, at, due))
    lane = EMPTY.joined(joined, AT - timedelta(hours=1)).closed(until)
    assert EMPTY.opens_at(at, due) is None
    opens_at = lane.opens_at(at, due)
    assert opens_at in (None, until)
    assert (opens_at is None) == (at >= until or until - due > LATENESS_WINDOW)
    assert lane.opens_at(until, due) is None
    assert lane.empty_at is not None
    assert lane.empty_at >= until
    assert lane.joined(joined, AT).closed_until == until


@pytest.mark.parametrize("state", PostState)
def test_only_a_post_that_is_scheduled_or_being_sent_is_waited_for(state):
    assert still_ahead(replace(post(1), state=state), post(2, 1), AT) == (
        state in (PostState.SCHEDULED, PostState.CLAIMED)
    )


def test_a_post_that_was_put_off_beyond_another_is_not_waited_for():
    assert not still_ahead(post(1, 9), post(2, 1), AT)


def test_a_post_that_is_too_late_to_be_sent_is_waited_for_only_while_it_is_being_sent():
    over = AT + LATENESS_WINDOW + timedelta(seconds=1)
    assert not still_ahead(post(1), post(2, 1), over)
    assert still_ahead(replace(post(1), state=PostState.CLAIMED), post(2, 1), over)


many = st.lists(st.tuples(seconds, st.sampled_from(["acc_1", "acc_2"]), st.integers(0, 90)), max_size=12).map(
    lambda drawn: [due(number, *one) for number, one in enumerate(drawn)]
)


@given(many)
def test_every_post_is_in_one_convoy_and_a_convoy_is_of_one_account_and_in_order(found):
    made = list(convoys(found))
    assert sorted(one.post.id for convoy in made for one in convoy) == sorted(one.post.id for one in found)
    for convoy in made:
        assert len({one.account for one in convoy}) == 1
        orders = [place(one.post).order for one in convoy]
        assert orders == sorted(orders)


@given(many)
def test_no_one_in_a_convoy_waits_long_after_the_one_before(found):
    for convoy in convoys(found):
        for one, following in pairwise(convoy):
            assert following.at - one.at <= FAR_AHEAD


def test_posts_that_are_close_go_together_and_others_by_themselves():
    found = [due(1, 0), due(2, 5), due(3, 10.1), due(4, 0, "acc_2")]
    assert [[one.post.id for one in convoy] for convoy in convoys(found)] == [["pst_1", "pst_2"], ["pst_3"], ["pst_4"]]
