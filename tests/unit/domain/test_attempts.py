"""An attempt is left to its sender until that sender can no longer be sending."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.attempts import DEADLINE_MARGIN, ENDED, SHARDS, AttemptState, unfinished

from .samples import AT, after, attempt, instants, published

states = st.sampled_from(AttemptState)
waits = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=1))


@given(waited=waits)
def test_an_open_attempt_is_its_senders_until_deadline_and_margin_have_passed(waited):
    sending = attempt()
    assert sending.abandoned(sending.started_at + waited) == (
        sending.started_at + waited > sending.deadline + DEADLINE_MARGIN
    )


def test_an_open_attempt_is_not_abandoned_at_the_last_moment_of_its_margin():
    sending = attempt()
    last = sending.deadline + DEADLINE_MARGIN
    assert not sending.abandoned(last)
    assert sending.abandoned(last + timedelta(microseconds=1))


@given(waited=waits)
def test_an_unknown_outcome_is_looked_up_at_once_for_its_sender_has_given_up(waited):
    unknown = attempt(state=AttemptState.UNKNOWN)
    assert unknown.abandoned(unknown.started_at + waited)


@pytest.mark.parametrize("state", sorted(ENDED))
def test_an_attempt_that_has_ended_is_never_looked_up_again(state):
    ended = attempt(state=state)
    assert ended.ended
    assert not ended.abandoned(ended.deadline + timedelta(days=1))


@given(found=st.lists(states))
def test_the_unfinished_are_those_whose_outcome_is_still_open(found):
    attempts = [attempt(id=f"att_{number}", state=state) for number, state in enumerate(found)]
    left = unfinished(attempts)
    assert {one.state for one in left} <= {AttemptState.OPEN, AttemptState.UNKNOWN}
    assert all(one.ended for one in attempts if one not in left)


@given(id_=st.uuids().map("att_{}".format), state=states)
def test_an_attempt_stays_in_its_shard_whatever_becomes_of_it(id_, state):
    assert attempt(id=id_).moved(state, AT).shard == attempt(id=id_).shard
    assert attempt(id=id_).shard in range(SHARDS)


def test_ids_in_a_row_fill_every_shard():
    assert {attempt(id=f"att_{number}").shard for number in range(100)} == set(range(SHARDS))


def test_a_moved_attempt_says_why_and_where_it_landed():
    landed = attempt().moved(AttemptState.LANDED, AT, "found by reading", published())
    assert (landed.state, landed.because, landed.published) == (AttemptState.LANDED, "found by reading", published())
    assert landed.version == 2


@given(state=states, at=instants, network_at=instants)
def test_an_attempt_ends_by_our_clock_whatever_the_networks_says(state, at, network_at):
    moved = attempt().moved(state, at, published=published(network_at))
    assert moved.ended_at == (at if moved.ended else None)


@given(state=states)
def test_an_attempt_that_is_looked_at_again_has_not_ended_before(state):
    assert attempt(state=AttemptState.LANDED, ended_at=AT).moved(state, after(hours=1)).ended_at in (
        None,
        after(hours=1),
    )
