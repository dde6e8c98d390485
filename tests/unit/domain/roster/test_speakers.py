"""Who may speak, by what their place on the roster says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import StateError
from shared.domain.parties import Member, Party
from shared.domain.roster.speakers import Speaker, Training, introduced, kept_silent, widens

from ..samples import AT, after

ACCOUNTS = ("acc_1", "acc_2", "acc_3")
some_accounts = st.lists(st.sampled_from(ACCOUNTS), unique=True).map(tuple)


def member(party=Party.AGENCY):
    return Member(id="mbr_1", realm="acme", party=party, agency="agy_1", name="Writer", signature="^MS", created_at=AT)


def place(*accounts, before=None, party=Party.AGENCY):
    return introduced(before, member(party), accounts, by="mbr_2", at=AT)


def accepted(*accounts):
    return place(*accounts).accepted("mbr_3", after(minutes=1))


def test_who_was_never_introduced_is_silent():
    assert "not on the roster" in kept_silent(None, "acc_1", 0)


def test_an_agencys_member_is_silent_until_accepted():
    assert "has not accepted" in kept_silent(place(), "acc_1", 0)
    assert kept_silent(accepted(), "acc_1", 0) is None


def test_the_clients_own_are_accepted_by_their_introduction():
    own = place(party=Party.CLIENT)
    assert (own.accepted_by, own.accepted_at) == ("mbr_2", AT)
    assert kept_silent(own, "acc_1", 0) is None


def test_a_refusal_takes_an_acceptance_back():
    assert "not accepted by the client: too new" in kept_silent(accepted().refused(AT, "too new"), "acc_1", 0)


def test_who_was_dismissed_is_silent_and_is_not_introduced_again():
    ended = accepted().ended("mbr_3", AT, "has left")
    assert "has left" in kept_silent(ended, "acc_1", 0)
    with pytest.raises(StateError):
        place(before=ended)


def test_what_was_acknowledged_counts_while_it_is_in_force():
    speaker = accepted().acknowledging(2, AT)
    assert kept_silent(speaker, "acc_1", 2) is None
    assert "version 3" in kept_silent(speaker, "acc_1", 3)
    assert kept_silent(speaker, "acc_1", 0) is None


def test_what_somebody_learnt_and_read_stays_when_they_are_introduced_again():
    training = Training(name="Tone", at=AT, recorded_by="mbr_2")
    before = accepted("acc_1").acknowledging(2, AT).trained(training)
    again = place("acc_1", "acc_2", before=before)
    assert (again.acknowledged, again.trainings, again.version) == (2, (training,), before.version + 1)
    assert again.accepted_at is None


def test_of_a_training_the_last_counts():
    first, second = (Training(name="Tone", at=at, recorded_by="mbr_2") for at in (AT, after(days=1)))
    assert accepted().trained(first).trained(second).trainings == (second,)


@given(before=some_accounts, after=some_accounts, account=st.sampled_from(ACCOUNTS))
def test_nobody_speaks_on_an_account_for_which_they_were_not_accepted(before, after, account):
    again = place(*after, before=accepted(*before))
    if kept_silent(again, account, 0) is None:
        assert kept_silent(accepted(*before), account, 0) is None


@given(some_accounts, some_accounts, some_accounts)
def test_widening_is_an_order(one, two, three):
    assert not widens(one, one)
    if not widens(one, two) and not widens(two, three):
        assert not widens(one, three)


@given(
    accounts=some_accounts,
    acknowledged=st.integers(0, 3),
    guidelines=st.integers(0, 3),
    account=st.sampled_from(ACCOUNTS),
    state=st.sampled_from(["waiting", "accepted", "refused", "ended"]),
)
def test_who_speaks_is_accepted_there_and_up_to_date(accounts, acknowledged, guidelines, account, state):
    speaker: Speaker = replace(place(*accounts), acknowledged=acknowledged)
    if state != "waiting":
        speaker = speaker.accepted("mbr_3", AT)
    if state == "refused":
        speaker = speaker.refused(AT, "no")
    if state == "ended":
        speaker = speaker.ended("mbr_3", AT, "left")
    speaks = state == "accepted" and (not accounts or account in accounts) and guidelines in (0, acknowledged)
    assert (kept_silent(speaker, account, guidelines) is None) == speaks
