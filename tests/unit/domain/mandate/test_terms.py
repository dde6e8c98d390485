"""What a mandate says, and that it contradicts itself nowhere."""

from itertools import product

import pytest

from shared.domain.approvals import Approver
from shared.domain.errors import InvalidError
from shared.domain.mandate.terms import Function, Row, RowChange, Terms, Who, check, sensible_default, standard_function
from shared.domain.parties import Party

from ..samples import account

BRAND = account()


def test_the_default_has_a_row_for_each_standard_function():
    assert set(sensible_default()) == {function.value for function in Function}


def test_by_default_nothing_goes_out_without_the_clients_approval():
    for row in sensible_default().values():
        assert (row.approve, row.approvals >= 1) == (Who.CLIENT, True)


def test_who_names_one_party_or_both():
    included = {(who, party) for who, party in product(Who, Party) if who.includes(party)}
    assert included == {
        (Who.AGENCY, Party.AGENCY),
        (Who.CLIENT, Party.CLIENT),
        (Who.EITHER, Party.AGENCY),
        (Who.EITHER, Party.CLIENT),
        (Who.ON_REQUEST, Party.CLIENT),
    }


def test_a_function_that_a_client_added_is_no_standard_one():
    assert [standard_function(function.value) for function in Function] == list(Function)
    assert standard_function("recruiting") is None
    assert standard_function("CRISIS") is None


def test_what_does_not_differ_for_an_account_is_as_it_is_for_the_others():
    terms = Terms(rows={"sales": Row(approvals=3)}, accounts={BRAND.id: {"sales": RowChange(create=Who.CLIENT)}})
    assert terms.row("sales", BRAND.id) == Row(approvals=3, create=Who.CLIENT)


# Holes and contradictions


def changed(**changes):
    return Terms(rows={**sensible_default(), "sales": Row(**changes)})


@pytest.mark.parametrize(
    ("terms", "cell"),
    [
        (changed(approvals=6), "rows.sales.approvals"),
        (changed(approvals=-1), "rows.sales.approvals"),
        (changed(approve=Who.ON_REQUEST), "rows.sales.approve"),
        (changed(approvals=2, approvers=(Approver(party=Party.CLIENT),)), "rows.sales.approvers"),
        (changed(approvals=0, approvers=(Approver(party=Party.CLIENT),)), "rows.sales.approvers"),
        (changed(approvers=(Approver(party=Party.AGENCY),)), "rows.sales.approvers"),
        (changed(approve=Who.EITHER, approvers=(Approver(party=Party.OPERATOR),)), "rows.sales.approvers"),
        (Terms(rows={"sales": Row()}), "rows.customer_service"),
        (
            Terms(rows=sensible_default(), accounts={"acc_1": {"recruiting": RowChange()}}),
            "accounts.acc_1.recruiting",
        ),
        (
            Terms(rows=sensible_default(), accounts={"acc_1": {"sales": RowChange(approvals=9)}}),
            "accounts.acc_1.sales.approvals",
        ),
        (Terms(rows={**sensible_default(), **{f"own{n}": Row() for n in range(100)}}), "rows"),
        (Terms(rows=sensible_default(), accounts={f"acc_{n}": {"sales": RowChange()} for n in range(201)}), "accounts"),
    ],
)
def test_what_contradicts_itself_is_refused_naming_the_cell(terms, cell):
    with pytest.raises(InvalidError) as refused:
        check(terms)
    assert refused.value.field == cell


def test_the_default_and_an_order_that_fits_contradict_nothing():
    check(Terms(rows=sensible_default()))
    check(
        changed(approve=Who.EITHER, approvals=2, approvers=(Approver(party=Party.AGENCY), Approver(party=Party.CLIENT)))
    )
