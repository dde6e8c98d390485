from datetime import UTC, datetime
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approval, Approver, Demand
from shared.domain.parties import Party

AT = datetime(2026, 11, 25, 8, tzinfo=UTC)
SIDES = (Party.AGENCY, Party.CLIENT)
TEAMS = ("", "legal", "press")

approvers = st.builds(Approver, party=st.sampled_from(SIDES), team=st.sampled_from(TEAMS))
approvals = st.builds(
    Approval,
    member=st.sampled_from([f"mbr_{number}" for number in range(6)]),
    party=st.sampled_from(SIDES),
    teams=st.sets(st.sampled_from(TEAMS[1:])).map(lambda teams: tuple(sorted(teams))),
    content_hash=st.just("hash"),
    at=st.just(AT),
)
many = st.lists(approvals, max_size=6, unique_by=lambda one: one.member)


def by(member: str, party: Party = Party.CLIENT, *teams: str) -> Approval:
    return Approval(member=member, party=party, teams=teams, content_hash="hash", at=AT)


def named(*whom: Approver, in_order: bool = True) -> Demand:
    return Demand(approvals=len(whom), parties=SIDES, approvers=whom, in_order=in_order)


LEGAL = Approver(party=Party.CLIENT, team="legal")
PRESS = Approver(party=Party.CLIENT, team="press")
ANYBODY = Approver(party=Party.CLIENT)


@given(needed=st.integers(0, 3), members=st.lists(st.sampled_from("abcd"), max_size=6))
def test_as_many_people_as_needed_must_have_approved_and_one_who_does_so_twice_is_one(needed, members):
    demand = Demand(approvals=needed, parties=SIDES)
    assert demand.is_met([by(member) for member in members]) == (len(set(members)) >= needed)


@given(many)
def test_only_those_of_the_parties_that_may_approve_count(given_ones):
    demand = Demand(approvals=1, parties=(Party.CLIENT,))
    assert demand.given(given_ones) == sum(one.party is Party.CLIENT for one in given_ones)


@given(many)
def test_for_a_persons_account_its_owner_alone_counts(given_ones):
    demand = Demand(approvals=1, parties=(Party.CLIENT,), owner="mbr_1")
    assert demand.is_met(given_ones) == any(one.member == "mbr_1" for one in given_ones)


@given(order=st.lists(st.sampled_from(SIDES), min_size=1, max_size=5), given_by=st.lists(st.sampled_from(SIDES)))
def test_in_order_approvals_count_as_far_as_they_are_in_turn_and_no_further(order, given_by):
    demand = named(*(Approver(party=party) for party in order))
    given_ones = [by(f"mbr_{number}", party) for number, party in enumerate(given_by)]
    following = iter(given_by)
    in_turn = all(party in following for party in order)
    assert demand.is_met(given_ones) == in_turn
    assert (demand.awaited(given_ones) == ()) == in_turn


@given(wanted=st.lists(approvers, min_size=1, max_size=4), given_ones=many)
def test_in_any_order_they_are_met_when_each_can_have_a_person_of_their_own(wanted, given_ones):
    demand = named(*wanted, in_order=False)
    possible = any(
        all(approver.is_met_by(one) for approver, one in zip(wanted, seating, strict=True))
        for seating in permutations(given_ones, len(wanted))
    )
    assert demand.is_met(given_ones) == possible
    assert demand.is_met(given_ones[::-1]) == possible


@given(wanted=st.lists(approvers, min_size=1, max_size=4), given_ones=many, one=approvals, in_order=st.booleans())
def test_who_is_awaited_is_who_gets_it_further(wanted, given_ones, one, in_order):
    demand = named(*wanted, in_order=in_order)
    given_ones = [other for other in given_ones if other.member != one.member]
    further = demand.given([*given_ones, one]) > demand.given(given_ones)
    if not demand.is_met(given_ones):
        awaited = any(approver.is_met_by(one) for approver in demand.awaited(given_ones))
        assert awaited <= further
        assert in_order is False or awaited == further


@given(wanted=st.lists(approvers, max_size=4), given_ones=many, one=approvals, in_order=st.booleans())
def test_a_further_approval_never_takes_one_away(wanted, given_ones, one, in_order):
    demand = named(*wanted, in_order=in_order)
    assert demand.given([*given_ones, one]) >= demand.given(given_ones)


def test_somebody_in_two_teams_gives_one_approval():
    demand = named(LEGAL, PRESS, in_order=False)
    both = by("mbr_1", Party.CLIENT, "legal", "press")
    assert not demand.is_met([both])
    assert demand.is_met([both, by("mbr_2", Party.CLIENT, "legal")])
    assert demand.is_met([both, by("mbr_2", Party.CLIENT, "press")])
    assert demand.awaited([both]) == (LEGAL, PRESS)


def test_a_team_is_of_its_party():
    assert not named(LEGAL).is_met([by("mbr_1", Party.AGENCY, "legal")])
    assert named(ANYBODY).is_met([by("mbr_1", Party.CLIENT, "legal")])


def test_what_is_delegated_asks_for_nothing_until_one_is_asked_for():
    delegated = Demand(parties=(Party.CLIENT,))
    assert delegated.is_met([])
    assert not delegated.at_least_one().is_met([])
    assert delegated.at_least_one().is_met([by("mbr_1")])


def test_who_is_awaited_reads_as_a_person_says_it():
    assert [str(one) for one in (ANYBODY, LEGAL)] == ["the client", "the client's legal team"]
