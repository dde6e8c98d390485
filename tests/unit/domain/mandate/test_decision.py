"""Who may do what, cell by cell, and whose approval it takes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.accounts import AccountKind
from shared.domain.approvals import Demand
from shared.domain.mandate.agreement import Mandate
from shared.domain.mandate.decision import Answer, decide
from shared.domain.mandate.terms import Activity, Function, Row, RowChange, Terms, Who, sensible_default
from shared.domain.parties import Party

from ..samples import AT, account

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
    for function in Function:
        cells = [cell(decide(DEFAULT, activity, function, where, party, "mbr_1")) for activity in Activity]
        assert "".join(cells) == table[function], function


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
