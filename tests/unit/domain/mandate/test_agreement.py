"""A brand takes rights back by its own word; whatever else changes in a mandate has both parties' signatures."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approver
from shared.domain.errors import StateError
from shared.domain.mandate.agreement import Mandate, differing, narrows, proposed, row_narrows, signed
from shared.domain.mandate.decision import Answer, decide
from shared.domain.mandate.terms import Activity, Row, RowChange, Terms, Who, sensible_default
from shared.domain.parties import Party

from ..samples import AT, account

BRAND = account()
LATER = AT + timedelta(days=7)
SIDES = [Party.CLIENT, Party.AGENCY]

AGENCY, CLIENT = Approver(party=Party.AGENCY), Approver(party=Party.CLIENT)
LEGAL = Approver(party=Party.CLIENT, team="legal")
whoever = st.sampled_from([Who.CLIENT, Who.EITHER])
"""Few, so that some of those drawn narrow others."""
approvers = st.builds(Approver, party=st.sampled_from(SIDES), team=st.sampled_from(["", "legal"]))
rows = st.builds(
    Row,
    create=st.sampled_from(Who),
    approve=whoever,
    post=whoever,
    approvals=st.integers(min_value=0, max_value=2),
    approvers=st.lists(
        st.builds(Approver, party=st.sampled_from(SIDES), team=st.sampled_from(["", "legal"])), max_size=3
    ).map(tuple),
    in_order=st.booleans(),
)
some_rows = st.none() | rows | st.just(Row(**{activity.value: Who.CLIENT for activity in Activity}))
changes = st.builds(RowChange, create=st.none() | whoever, approvals=st.none() | st.integers(0, 1))
terms = st.builds(
    Terms,
    rows=st.fixed_dictionaries({"sales": rows}, optional={"recruiting": rows}),
    accounts=st.dictionaries(
        st.sampled_from(["acc_1", "acc_2"]), st.fixed_dictionaries({"sales": changes}), max_size=1
    ),
    crisis=st.fixed_dictionaries({}, optional={"sales": rows}),
)


def granted(some):
    """All that terms say, however they put it."""
    places = [(name, at, crisis) for name in some.rows for at in (None, "acc_1", "acc_2") for crisis in (False, True)]
    return {place: some.row(place[0], place[1], crisis=place[2]) for place in places}


# Narrowing is a partial order


@given(row=some_rows)
def test_a_row_narrows_itself(row):
    assert row_narrows(row, row)


@given(one=some_rows, other=some_rows)
def test_two_rows_that_narrow_each_other_are_one(one, other):
    if row_narrows(one, other) and row_narrows(other, one):
        assert one == other


@given(first=some_rows, second=some_rows, third=some_rows)
def test_what_narrows_a_row_that_narrows_another_narrows_that(first, second, third):
    if row_narrows(first, second) and row_narrows(second, third):
        assert row_narrows(first, third)


@given(some=terms)
def test_terms_narrow_themselves(some):
    assert narrows(some, some)


@given(one=terms, other=terms)
def test_terms_that_narrow_each_other_say_the_same(one, other):
    if narrows(one, other) and narrows(other, one):
        assert granted(one) == granted(other)
        assert differing(one, other) == []


@given(first=terms, second=terms, third=terms)
def test_what_narrows_terms_that_narrow_others_narrows_those(first, second, third):
    if narrows(first, second) and narrows(second, third):
        assert narrows(first, third)


WORTH = {Answer.REFUSED: 0, Answer.NEEDS_REQUEST: 1, Answer.NEEDS_APPROVAL: 2, Answer.ALLOWED: 3}


REACH = [Who.CLIENT, Who.ON_REQUEST, Who.EITHER, Who.AGENCY]


@st.composite
def narrowings(draw):
    """A row and one that narrows it."""
    old = draw(rows)
    create, approve, post = (
        draw(st.sampled_from(REACH[: REACH.index(old.who(one)) + 1]))
        for one in (Activity.CREATE, Activity.APPROVE, Activity.POST)
    )
    turns = (CLIENT,) * draw(st.integers(0, 2))
    approvals = old.approvals + draw(st.integers(0, 2))
    new = replace(
        old,
        create=create,
        approve=approve,
        post=post,
        approvals=approvals,
        approvers=(*old.approvers, *turns),
    )
    return old, new


@given(
    both=narrowings(),
    activity=st.sampled_from([Activity.CREATE, Activity.APPROVE, Activity.POST]),
    where=st.sampled_from([None, BRAND]),
    requested=st.booleans(),
)
def test_what_narrows_allows_the_agency_nothing_more_and_the_client_all_that_it_had(both, activity, where, requested):
    assert row_narrows(both[1], both[0])
    for party in SIDES:
        was, now = (
            decide(Terms(rows={"sales": row}), activity, "sales", where, party, "mbr_1", requested=requested)
            for row in both
        )
        if party is Party.AGENCY:
            assert WORTH[now.answer] <= WORTH[was.answer]
            assert now.answer not in (Answer.ALLOWED, Answer.NEEDS_APPROVAL) or (
                now.demand.approvals >= was.demand.approvals
            )
        elif was.answer is not Answer.REFUSED:
            assert now.answer is not Answer.REFUSED


@pytest.mark.parametrize(
    ("new", "old", "narrower"),
    [
        ({"create": Who.CLIENT}, {}, True),
        ({"create": Who.ON_REQUEST}, {}, True),
        ({"create": Who.AGENCY}, {}, False),
        ({"approvals": 2}, {}, True),
        ({"approvals": 0}, {}, False),
        ({"approve": Who.EITHER}, {}, False),
        ({"create": Who.CLIENT, "approvals": 0}, {}, False),
        ({"approvers": (CLIENT,)}, {}, True),
        ({"approvers": (AGENCY,)}, {}, False),
        ({}, {"approvers": (CLIENT,)}, False),
        (
            {"approvers": (CLIENT, CLIENT)},
            {"approvers": (AGENCY, CLIENT)},
            True,
        ),
        (
            {"approvers": (AGENCY, CLIENT)},
            {"approvers": (CLIENT,)},
            False,
        ),
        (
            {"approvers": (CLIENT, AGENCY)},
            {"approvers": (AGENCY, CLIENT)},
            False,
        ),
    ],
)
def test_to_narrow_is_to_take_from_the_agency_and_not_from_the_client(new, old, narrower):
    assert row_narrows(Row(**new), Row(**old)) is narrower


def test_a_function_of_the_clients_own_is_its_to_add_and_one_for_the_agency_is_not():
    before = Terms(rows=sensible_default())
    alone = Row(**{activity.value: Who.CLIENT for activity in Activity})
    assert narrows(Terms(rows={**before.rows, "recruiting": alone}), before)
    assert not narrows(Terms(rows={**before.rows, "recruiting": Row()}), before)
    assert not narrows(before, Terms(rows={**before.rows, "recruiting": Row()}))


# Versions


def mandate(**changes):
    given = {"rows": sensible_default(), "set_by": "mbr_1", "set_at": AT} | changes
    return Mandate(client="acme", agency="agy_1", **given)


def with_sales(**changes):
    return Terms(rows={**sensible_default(), "sales": Row(**changes)})


NARROWER, WIDER = with_sales(create=Who.CLIENT), with_sales(approvals=0)


def laid_down(before, some, party=Party.CLIENT, effective_from=None, now=AT):
    return proposed(before, some, party=party, member=f"mbr_{party}", effective_from=effective_from, now=now)


def countersigned(before, party=Party.AGENCY, now=AT):
    return signed(before, before.proposal.sha256, party=party, member=f"mbr_{party}", now=now)


def test_the_client_takes_rights_back_at_once():
    after = laid_down(mandate(), NARROWER)
    assert (after.rows, after.proposal, after.version) == (NARROWER.rows, None, 2)
    assert (after.set_by, after.set_at, after.effective_from) == ("mbr_client", AT, AT)
    assert [signature.party for signature in after.signatures] == [Party.CLIENT]


def test_what_the_client_gives_waits_for_the_agencys_signature():
    waiting = laid_down(mandate(), WIDER)
    assert (waiting.rows, waiting.version) == (sensible_default(), 2)
    after = countersigned(waiting)
    assert (after.rows, after.proposal, after.version) == (WIDER.rows, None, 3)
    assert [(one.party, one.sha256) for one in after.signatures] == [
        (party, waiting.proposal.sha256) for party in SIDES
    ]


@pytest.mark.parametrize("some", [NARROWER, WIDER])
def test_whatever_the_agency_proposes_waits_for_the_client(some):
    waiting = laid_down(mandate(), some, Party.AGENCY)
    assert waiting.rows == sensible_default()
    assert countersigned(waiting, Party.CLIENT).rows == some.rows


@given(some=terms, party=st.sampled_from(SIDES))
def test_nothing_that_gives_the_agency_more_is_in_force_without_both_signatures(some, party):
    before = mandate()
    after = laid_down(before, some, party)
    assert narrows(after, before)
    if after.proposal is not None:
        agreed = countersigned(after, Party.AGENCY if party is Party.CLIENT else Party.CLIENT)
        assert agreed.rows == some.rows
        assert {one.party for one in agreed.signatures} == set(SIDES)


def test_a_party_does_not_sign_for_the_other():
    waiting = laid_down(mandate(), WIDER)
    with pytest.raises(StateError, match="already"):
        countersigned(waiting, Party.CLIENT)


def test_only_what_is_proposed_now_can_be_signed():
    first = laid_down(mandate(), WIDER)
    second = laid_down(first, with_sales(approvals=0, create=Who.AGENCY))
    with pytest.raises(StateError, match="not what is proposed"):
        signed(second, first.proposal.sha256, party=Party.AGENCY, member="mbr_2", now=AT)
    with pytest.raises(StateError, match="Nothing"):
        signed(mandate(), first.proposal.sha256, party=Party.AGENCY, member="mbr_2", now=AT)


@given(one=terms, other=terms, at=st.sampled_from([None, LATER]), then=st.sampled_from([None, LATER]))
def test_a_signature_is_for_exactly_these_terms_from_exactly_then(one, other, at, then):
    first, second = (
        laid_down(mandate(), some, Party.AGENCY, when).proposal for some, when in ((one, at), (other, then))
    )
    same = (one, at) == (other, then)
    assert (first.sha256 == second.sha256) == same


def test_what_both_signed_for_later_is_in_force_from_then_on():
    coming = countersigned(laid_down(mandate(), WIDER, effective_from=LATER))
    assert coming.rows == sensible_default()
    assert coming.at(LATER - timedelta(seconds=1)) == coming
    there = coming.at(LATER)
    assert (there.rows, there.coming, there.effective_from) == (WIDER.rows, None, LATER)


def test_what_is_signed_after_its_time_is_in_force_at_once():
    waiting = laid_down(mandate(), WIDER, effective_from=LATER)
    assert waiting.at(LATER + timedelta(days=1)).rows == sensible_default()
    late = countersigned(waiting, now=LATER + timedelta(days=1))
    assert (late.rows, late.effective_from) == (WIDER.rows, LATER + timedelta(days=1))


def test_taking_rights_back_ends_what_was_proposed_and_what_was_coming():
    coming = countersigned(laid_down(mandate(), WIDER, effective_from=LATER))
    both = laid_down(coming, with_sales(approvals=0, create=Who.AGENCY), Party.AGENCY)
    assert both.coming is not None
    after = laid_down(both, NARROWER)
    assert (after.proposal, after.coming) == (None, None)
    assert after.at(LATER).rows == NARROWER.rows


def test_the_client_may_take_rights_back_from_a_time_on():
    coming = laid_down(mandate(), NARROWER, effective_from=LATER)
    assert (coming.rows, coming.proposal) == (sensible_default(), None)
    assert coming.at(LATER).rows == NARROWER.rows


# In a crisis


def test_the_rows_of_a_crisis_stand_while_it_lasts_and_on_every_account():
    some = Terms(
        rows=sensible_default(),
        accounts={BRAND.id: {"sales": RowChange(approvals=0)}},
        crisis={"sales": Row(create=Who.CLIENT, approvals=2)},
    )
    for where in (None, BRAND):
        asked = (some, Activity.CREATE, "sales", where, Party.AGENCY, "mbr_1")
        assert decide(*asked, crisis=True).answer is Answer.REFUSED
        assert decide(*asked).answer is not Answer.REFUSED
    other = (some, Activity.CREATE, "contest", BRAND, Party.AGENCY, "mbr_1")
    assert decide(*other, crisis=True) == decide(*other)
