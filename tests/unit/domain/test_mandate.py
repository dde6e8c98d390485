"""Who may do what, cell by cell, and whose approval it takes."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.accounts import AccountKind
from shared.domain.approvals import Approver, Demand
from shared.domain.errors import InvalidError
from shared.domain.mandate import (
    Activity,
    Answer,
    Function,
    Mandate,
    Row,
    RowChange,
    Terms,
    Who,
    check,
    decide,
    sensible_default,
    standard_function,
)
from shared.domain.parties import Party

from .samples import AT, account

PERSON = account(AccountKind.PERSON, owner="mbr_owner")
BRAND = account()
ELSEWHERE = replace(BRAND, id="acc_other")
WRITING = (Activity.CREATE, Activity.POST)

deciding = [who for who in Who if who is not Who.ON_REQUEST]
rows = st.builds(
    Row,
    **{activity.value: st.sampled_from(deciding if activity is Activity.APPROVE else Who) for activity in Activity},
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


def named_in(who):
    return {Who.AGENCY, Who.CLIENT} if who is Who.EITHER else {who} - {Who.ON_REQUEST} or {Who.CLIENT}


def cell(decision):
    match decision.answer:
        case Answer.ALLOWED:
            return "+"
        case Answer.REFUSED:
            return "-"
        case Answer.NEEDS_APPROVAL:
            assert decision.demand.parties == (Party.CLIENT,)
            return str(decision.demand.approvals)


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
    named = {
        Who.AGENCY: {Party.AGENCY},
        Who.CLIENT: {Party.CLIENT},
        Who.EITHER: set(Party),
        Who.ON_REQUEST: {Party.CLIENT},
    }[row.who(activity)]
    if party not in named:
        on_request = row.who(activity) is Who.ON_REQUEST
        assert decision.answer is (Answer.NEEDS_REQUEST if on_request else Answer.REFUSED)
        if on_request:
            assert "the client's request" in decision.reason
            return
        assert row.who(activity).value in decision.reason
    elif activity in WRITING and row.approvals:
        assert decision.answer is Answer.NEEDS_APPROVAL
        assert decision.demand.approvals == row.approvals
        assert {Who(party.value) for party in decision.demand.parties} == named_in(row.approve)
    else:
        assert decision.answer is Answer.ALLOWED
        assert decision.demand.approvals == 0


@given(row=rows, function=functions, activity=st.sampled_from(WRITING), party=parties, member=members)
def test_a_persons_account_speaks_by_one_approval_of_its_owners_whatever_the_mandate_delegates(
    row, function, activity, party, member
):
    decision = decide(mandate({function: row}), activity, function, PERSON, party, member)
    if row.who(activity).includes(party):
        assert decision.answer is Answer.NEEDS_APPROVAL
        assert decision.demand == Demand(approvals=1, parties=(Party.CLIENT,), owner=PERSON.owner)
    elif row.who(activity) is Who.ON_REQUEST:
        assert decision.answer is Answer.NEEDS_REQUEST
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
    assert (decision.answer, decision.demand.approvals) == (Answer.ALLOWED, 0)


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
    if decision.answer in (Answer.ALLOWED, Answer.NEEDS_APPROVAL):
        assert (decision.answer is Answer.NEEDS_APPROVAL) == (decision.demand.approvals > 0)


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
        (Who.ON_REQUEST, Party.CLIENT),
    }


def test_a_function_that_a_client_added_is_no_standard_one():
    assert [standard_function(function.value) for function in Function] == list(Function)
    assert standard_function("recruiting") is None
    assert standard_function("CRISIS") is None


# What the agency does on request


@given(row=rows, function=functions, activity=activities, account=accounts, party=parties, member=members)
def test_a_request_gives_the_agency_what_it_may_do_on_request_and_nothing_else(
    row, function, activity, account, party, member
):
    asked = (mandate({function: row}), activity, function, account, party, member)
    without, requested = decide(*asked), decide(*asked, requested=True)
    if without.answer is Answer.NEEDS_REQUEST:
        assert party is Party.AGENCY
        assert requested.answer in (Answer.ALLOWED, Answer.NEEDS_APPROVAL)
        assert requested.answer is Answer.NEEDS_APPROVAL or "The client asked for it." in requested.reason
    else:
        assert requested == without


def test_what_the_agency_does_on_request_takes_the_approvals_that_its_own_work_takes():
    row = Row(create=Who.ON_REQUEST, approvals=2)
    asked = (mandate({"sales": row}), Activity.CREATE, "sales", BRAND, Party.AGENCY, "mbr_1")
    decision = decide(*asked, requested=True)
    assert (decision.answer, decision.demand.approvals) == (Answer.NEEDS_APPROVAL, 2)
    assert decision.reason.endswith("The client asked for it.")


# Where an account differs


@given(row=rows, other=rows, function=functions, activity=activities, party=parties)
def test_a_row_that_differs_for_an_account_holds_there_and_nowhere_else(row, other, function, activity, party):
    change = RowChange(**{one: getattr(other, one) for one in Row.__dataclass_fields__})
    terms = Terms(rows={function: row}, accounts={BRAND.id: {function: change}})
    there, elsewhere = (decide(terms, activity, function, where, party, "mbr_1") for where in (BRAND, ELSEWHERE))
    assert there == decide(Terms(rows={function: other}), activity, function, BRAND, party, "mbr_1")
    assert elsewhere == decide(Terms(rows={function: row}), activity, function, BRAND, party, "mbr_1")


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
