"""Who may do what, cell by cell, and whose approval it takes."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.accounts import AccountKind
from shared.domain.mandate import (
    Activity,
    Answer,
    Function,
    Mandate,
    Row,
    Who,
    decide,
    sensible_default,
    standard_function,
)
from shared.domain.parties import Party

from .samples import AT, account

PERSON = account(AccountKind.PERSON, owner="mbr_owner")
BRAND = account()
WRITING = (Activity.CREATE, Activity.POST)

rows = st.builds(
    Row,
    **{activity.value: st.sampled_from(Who) for activity in Activity},
    approvals=st.integers(min_value=0, max_value=5),
)
functions = st.sampled_from([*(function.value for function in Function), "recruiting"])
activities = st.sampled_from(Activity)
parties = st.sampled_from([Party.AGENCY, Party.CLIENT])
accounts = st.sampled_from([None, BRAND, PERSON])
members = st.sampled_from(["mbr_owner", "mbr_other"])


def mandate(table):
    return Mandate(client="acme", agency="agy_1", rows=table, set_by="mbr_1", set_at=AT)


DEFAULT = mandate(sensible_default())


# The default, one line per function: what the agency may do of listen, identify, prioritize, create, approve,
# post, follow up, measure. "+" allowed, "1" and "2" with so many approvals by the client, "-" refused.
DEFAULT_FOR_THE_AGENCY = {
    Function.CUSTOMER_SERVICE: "+++1-1++",
    Function.CRISIS: "+++---++",
    Function.ANNOUNCEMENT: "+++1-1++",
    Function.CONTEST: "+++1-1++",
    Function.COMMUNITY: "+++1-1++",
    Function.SALES: "+++1-1++",
    Function.PUBLIC_RELATIONS: "+++1-1++",
    Function.NOISE: "+++1-1++",
}
DEFAULT_FOR_THE_CLIENT = {
    function: "+++2+2++" if function is Function.CRISIS else "+++1+1++" for function in DEFAULT_FOR_THE_AGENCY
}


def cell(decision):
    match decision.answer:
        case Answer.ALLOWED:
            return "+"
        case Answer.REFUSED:
            return "-"
        case Answer.NEEDS_APPROVAL:
            assert decision.approver is Who.CLIENT
            return str(decision.approvals)


@pytest.mark.parametrize("where", [None, BRAND])
@pytest.mark.parametrize(
    ("party", "table"), [(Party.AGENCY, DEFAULT_FOR_THE_AGENCY), (Party.CLIENT, DEFAULT_FOR_THE_CLIENT)]
)
def test_by_default_the_agency_does_the_work_and_the_client_approves_it(where, party, table):
    for function, expected in table.items():
        cells = [cell(decide(DEFAULT, activity, function, where, party, "mbr_1")) for activity in Activity]
        assert "".join(cells) == expected, function


def test_the_default_has_a_row_for_each_standard_function():
    assert set(DEFAULT.rows) == {function.value for function in Function} == set(DEFAULT_FOR_THE_AGENCY)


def test_by_default_nothing_goes_out_without_the_clients_approval():
    for row in DEFAULT.rows.values():
        assert (row.approve, row.approvals >= 1) == (Who.CLIENT, True)


@given(row=rows, function=functions, activity=activities, party=parties)
def test_a_brands_account_is_written_for_by_those_and_with_those_approvals_that_its_row_names(
    row, function, activity, party
):
    decision = decide(mandate({function: row}), activity, function, BRAND, party, "mbr_1")
    named = {Who.AGENCY: {Party.AGENCY}, Who.CLIENT: {Party.CLIENT}, Who.EITHER: set(Party)}[row.who(activity)]
    if party not in named:
        assert decision.answer is Answer.REFUSED
        assert row.who(activity).value in decision.reason
    elif activity in WRITING and row.approvals:
        assert decision.answer is Answer.NEEDS_APPROVAL
        assert (decision.approvals, decision.approver) == (row.approvals, row.approve)
    else:
        assert decision.answer is Answer.ALLOWED
        assert decision.approvals == 0


@given(row=rows, function=functions, activity=st.sampled_from(WRITING), party=parties, member=members)
def test_a_persons_account_speaks_by_one_approval_of_its_owners_whatever_the_mandate_delegates(
    row, function, activity, party, member
):
    decision = decide(mandate({function: row}), activity, function, PERSON, party, member)
    if row.who(activity).includes(party):
        assert decision.answer is Answer.NEEDS_APPROVAL
        assert (decision.approvals, decision.approver) == (1, Who.CLIENT)
    else:
        assert decision.answer is Answer.REFUSED
        assert row.who(activity).value in decision.reason


@given(row=rows, function=functions, activity=activities, party=parties)
def test_whom_a_row_excludes_it_excludes_from_a_persons_account_as_well(row, function, activity, party):
    table = mandate({function: row})
    of_a_brand = decide(table, activity, function, BRAND, party, "mbr_other")
    of_a_person = decide(table, activity, function, PERSON, party, "mbr_other")
    if of_a_brand.answer is Answer.REFUSED:
        assert of_a_person.answer is Answer.REFUSED


@given(row=rows, function=functions, party=parties)
def test_nobody_but_its_owner_approves_what_a_persons_account_says(row, function, party):
    decision = decide(mandate({function: row}), Activity.APPROVE, function, PERSON, party, "mbr_other")
    assert decision.answer is Answer.REFUSED
    assert "owner" in decision.reason


@given(row=rows, function=functions)
def test_the_owner_of_a_persons_account_approves_it_whomever_the_row_lets_approve(row, function):
    decision = decide(mandate({function: row}), Activity.APPROVE, function, PERSON, Party.CLIENT, "mbr_owner")
    assert (decision.answer, decision.approvals) == (Answer.ALLOWED, 0)


@given(row=rows, function=functions, party=parties, member=members)
def test_a_persons_account_without_an_owner_is_approved_by_nobody(row, function, party, member):
    ownerless = account(AccountKind.PERSON)
    decision = decide(mandate({function: row}), Activity.APPROVE, function, ownerless, party, member)
    assert decision.answer is Answer.REFUSED


@given(
    table=st.dictionaries(functions, rows),
    function=st.text(max_size=30),
    activity=activities,
    account=accounts,
    party=parties,
    member=members,
)
def test_a_function_that_the_mandate_does_not_name_is_refused_to_everybody(
    table, function, activity, account, party, member
):
    table.pop(function, None)
    decision = decide(mandate(table), activity, function, account, party, member)
    assert decision.answer is Answer.REFUSED
    assert repr(function) in decision.reason


@given(row=rows, function=functions, activity=activities, account=accounts, party=parties, member=members)
def test_every_decision_says_why_and_asks_for_approvals_only_when_it_needs_them(
    row, function, activity, account, party, member
):
    decision = decide(mandate({function: row}), activity, function, account, party, member)
    assert decision.reason.endswith(".")
    assert (decision.answer is Answer.NEEDS_APPROVAL) == (decision.approvals > 0)
    assert (decision.answer is Answer.NEEDS_APPROVAL) == (decision.approver is not None)


@given(row=rows, function=functions, other=rows, party=parties, activity=activities)
def test_one_functions_row_says_nothing_of_another(row, function, other, party, activity):
    alone = decide(mandate({function: row}), activity, function, BRAND, party, "mbr_1")
    beside = decide(mandate({function: row, "something else": other}), activity, function, BRAND, party, "mbr_1")
    assert alone == beside


def test_who_names_one_party_or_both():
    included = {(who, party) for who, party in product(Who, Party) if who.includes(party)}
    assert included == {
        (Who.AGENCY, Party.AGENCY),
        (Who.CLIENT, Party.CLIENT),
        (Who.EITHER, Party.AGENCY),
        (Who.EITHER, Party.CLIENT),
    }


def test_a_function_that_a_client_added_is_no_standard_one():
    assert [standard_function(function.value) for function in Function] == list(Function)
    assert standard_function("recruiting") is None
    assert standard_function("CRISIS") is None
