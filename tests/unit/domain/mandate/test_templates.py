"""The mandates to begin from: each without holes, and each as its name says."""

import pytest

from shared.domain.mandate.decision import Answer, decide
from shared.domain.mandate.templates import TEMPLATES
from shared.domain.mandate.terms import Activity, Function, Row, Terms, Who, check
from shared.domain.parties import Party

WRITING = (Activity.CREATE, Activity.POST)


def terms(name, before=None):
    return TEMPLATES[name].terms(before or Terms())


def answers(name, function, party=Party.AGENCY):
    """Per activity: "+" allowed, a number: with so many approvals, "-" refused."""
    found = ""
    for activity in Activity:
        decision = decide(terms(name), activity, function, None, party, "mbr_1")
        found += {Answer.ALLOWED: "+", Answer.REFUSED: "-"}.get(decision.answer, str(decision.demand.approvals))
    return found


# listen, identify, prioritize, create, approve, post, follow up, measure
ORDINARY = {
    "full_service": "+++1-1++",
    "listening_only": "++-----+",
    "drafts_only": "+++1---+",
    "crisis_in_house": "+++1-1++",
    "community_delegated": "+++1-1++",
}
IN_A_CRISIS = {
    "full_service": "+++2-2++",
    "listening_only": "++-----+",
    "drafts_only": "+++---++",
    "crisis_in_house": "+++---++",
    "community_delegated": "+++---++",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_gives_the_agency_what_its_name_says(name):
    assert answers(name, "sales") == ORDINARY[name]
    assert answers(name, "crisis") == IN_A_CRISIS[name]
    assert answers(name, "community") == ("+++" + "+-+++" if name == "community_delegated" else ORDINARY[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_holes_and_leaves_the_client_able_to_do_all_of_it(name):
    check(terms(name))
    for function in Function:
        assert "-" not in answers(name, function.value, Party.CLIENT)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_function_that_the_client_added_is_as_the_template_has_the_others_and_nothing_differs_by_account(name):
    before = Terms(rows={"recruiting": Row(create=Who.AGENCY, approvals=0)}, accounts={"acc_1": {}})
    after = terms(name, before)
    assert after.rows["recruiting"] == after.rows["sales"]
    assert after.accounts == {}


def test_templates_go_by_their_names_and_say_what_they_are():
    assert [template.name for template in TEMPLATES.values()] == list(TEMPLATES)
    assert all(template.summary.endswith(".") for template in TEMPLATES.values())
