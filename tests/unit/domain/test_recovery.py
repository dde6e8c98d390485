"""A plan is held against what is there; what has gone since is missing, and nothing is that is there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import StateError
from shared.domain.parties import Caller, Key, Member, Party, Scope
from shared.domain.recovery import (
    DRILL_REASON,
    LONGEST_DRILL,
    Contact,
    Drill,
    DrillOutcome,
    Gap,
    RecoveryPlan,
    Standing,
    Statement,
    last_of,
    left_behind,
    lift_of_drill,
    missing,
)
from shared.domain.stops import Stop

from .samples import AT, account, after

NOW = after(days=1)
SHADOW = replace(account(), id="acc_2", shadow=True)
OURS = ("mbr_1", "mbr_2")
THEIRS = ("mbr_3", "mbr_4")


def member(name, removed_at=None):
    party, agency = (Party.CLIENT, None) if name in OURS else (Party.AGENCY, "north")
    return Member(
        id=name,
        realm="acme",
        party=party,
        agency=agency,
        name=name,
        signature="^XX",
        created_at=AT,
        removed_at=removed_at,
    )


def key(name, *, scopes=(Scope.STOP,), **more):
    holder = member(name)
    return Key(
        id=f"key_{name}",
        realm="acme",
        member=name,
        party=holder.party,
        agency=holder.agency,
        scopes=scopes,
        digest="",
        created_at=AT,
        **more,
    )


def drill(outcome=DrillOutcome.DONE, at=AT, name="drl_1"):
    return Drill(
        id=name,
        client="acme",
        account="acc_2",
        by="mbr_1",
        started_at=at,
        outcome=outcome,
        stop="stp_1",
        flag_ms=10.0,
        naming_ms=20.0,
        drain_ms=20.0,
        named=0,
        because="" if outcome is DrillOutcome.DONE else "It did not hold.",
    )


def plan(**changes):
    whole = {
        "may_stop": OURS,
        "resumes": OURS,
        "contacts": (Contact(name="The press office", reach="+47 22 00 00 00"),),
        "statements": (Statement(name="First words", text="We are looking into it."),),
        "drill_every_days": 30,
    }
    return RecoveryPlan(client="acme", set_by="mbr_1", set_at=AT, **whole | changes)


def standing(**changes):
    whole = {
        "members": [member(name) for name in (*OURS, *THEIRS)],
        "keys": [key(name) for name in (*OURS, *THEIRS)],
        "accounts": [account(), SHADOW],
        "drills": [drill()],
        "too_long_for": lambda _: (),
    }
    return Standing(**whole | changes)


def gaps(of=None, **changes):
    return [one.gap for one in missing(of or plan(), standing(**changes), NOW)]


def test_a_client_that_is_ready_lacks_nothing():
    assert gaps() == []


def test_without_a_plan_that_is_what_is_missing():
    assert [one.gap for one in missing(None, standing(), NOW)] == [Gap.NO_PLAN]


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"may_stop": ()}, [Gap.NOBODY_CAN_STOP]),
        ({"resumes": ("mbr_1",)}, [Gap.TOO_FEW_CAN_RESUME]),
        ({"resumes": ("mbr_1", "mbr_1")}, [Gap.TOO_FEW_CAN_RESUME]),
        ({"resumes": ("mbr_1", "mbr_3")}, [Gap.TOO_FEW_CAN_RESUME]),
        ({"contacts": ()}, [Gap.NO_CONTACT]),
        ({"statements": ()}, [Gap.NO_STATEMENT]),
    ],
)
def test_what_a_plan_leaves_out_is_missing(changes, lacking):
    assert gaps(plan(**changes)) == lacking


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"accounts": [account()]}, [Gap.NO_SHADOW_ACCOUNT]),
        ({"accounts": [replace(SHADOW, closed_at=AT)]}, [Gap.NO_SHADOW_ACCOUNT]),
        ({"drills": []}, [Gap.NO_DRILL]),
        ({"drills": [drill(DrillOutcome.FAILED)]}, [Gap.DRILL_FAILED, Gap.NO_DRILL]),
        ({"drills": [drill(DrillOutcome.FAILED, after(hours=1)), drill()]}, [Gap.DRILL_FAILED]),
        ({"drills": [drill(DrillOutcome.FAILED), drill(at=after(hours=1))]}, []),
        ({"too_long_for": lambda _: ("mastodon",)}, [Gap.STATEMENT_TOO_LONG]),
    ],
)
def test_what_has_changed_since_is_missing(changes, lacking):
    assert gaps(**changes) == lacking


@pytest.mark.parametrize(
    "useless",
    [
        key("mbr_2", scopes=(Scope.ADMIN, Scope.APPROVE)),
        key("mbr_2", revoked_at=AT),
        key("mbr_2", expires_at=NOW),
    ],
)
def test_a_key_that_cannot_stop_is_none(useless):
    assert gaps(keys=[key("mbr_1"), useless]) == [Gap.NO_STOP_KEY, Gap.TOO_FEW_CAN_RESUME]


def test_a_key_of_somebody_who_left_is_none():
    left = [member("mbr_1"), member("mbr_2", removed_at=AT)]
    assert gaps(members=left) == [Gap.MEMBER_LEFT, Gap.TOO_FEW_CAN_RESUME]


def test_an_agency_that_may_stop_needs_two_of_its_own_to_resume():
    stops = plan(may_stop=("mbr_1", "mbr_3"), resumes=(*OURS, "mbr_3"))
    (gap,) = missing(stops, standing(), NOW)
    assert (gap.gap, gap.about) == (Gap.TOO_FEW_CAN_RESUME, "north")
    assert gaps(plan(may_stop=("mbr_1", "mbr_3"), resumes=(*OURS, *THEIRS))) == []


def test_a_drill_is_overdue_when_its_interval_has_passed_and_not_before():
    on_the_day = [drill(at=NOW - timedelta(days=30))]
    assert gaps(drills=on_the_day) == []
    assert gaps(drills=[replace(on_the_day[0], started_at=NOW - timedelta(days=30, seconds=1))]) == [Gap.DRILL_OVERDUE]


PEOPLE = st.lists(st.sampled_from((*OURS, *THEIRS)), unique=True)


@given(may_stop=PEOPLE, resumes=PEOPLE, armed=PEOPLE, further=st.sampled_from((*OURS, *THEIRS)))
def test_a_further_stop_key_never_makes_anything_missing(may_stop, resumes, armed, further):
    of = plan(may_stop=tuple(may_stop), resumes=tuple(resumes))
    before = missing(of, standing(keys=[key(name) for name in armed]), NOW)
    then = missing(of, standing(keys=[key(name) for name in {*armed, further}]), NOW)
    assert {(one.gap, one.about) for one in then} <= {(one.gap, one.about) for one in before}


@given(outcomes=st.lists(st.sampled_from(DrillOutcome)))
def test_the_last_drill_is_the_one_that_began_last(outcomes):
    drills = [drill(outcome, after(minutes=at), f"drl_{at}") for at, outcome in enumerate(outcomes)]
    assert last_of(reversed(drills)) == (drills[-1] if drills else None)


def caller(party=Party.CLIENT, agency=None):
    return Caller(realm="acme", key="key_1", member="mbr_1", party=party, agency=agency, scopes=frozenset({Scope.STOP}))


def stop(**changes):
    sample = {"scope": "account:acme/acc_2", "reason": DRILL_REASON, "stopped_at": AT, "drained_at": AT}
    return Stop(id="stp_1", who=caller(), epoch=1, **sample | changes)


def test_a_drill_lifts_its_stop_alone():
    lifted = lift_of_drill(stop(), SHADOW, NOW)
    assert (lifted.lifted_at, lifted.lift_asked_by, lifted.version) == (NOW, None, 2)


@pytest.mark.parametrize(
    ("of", "where"),
    [
        (stop(drained_at=None), SHADOW),
        (stop(scope="account:acme/acc_1"), account()),
        (stop(scope="account:acme/acc_1"), SHADOW),
        (stop(scope="client:acme"), SHADOW),
    ],
)
def test_a_drill_lifts_no_other_stop_and_none_before_it_has_drained(of, where):
    with pytest.raises(StateError):
        lift_of_drill(of, where, NOW)


@pytest.mark.parametrize(
    ("of", "by", "now", "abandoned"),
    [
        (stop(), caller(), AT + LONGEST_DRILL, False),
        (stop(), caller(), AT + LONGEST_DRILL + timedelta(seconds=1), True),
        (stop(reason="an incident"), caller(), NOW, False),
        (stop(), caller(Party.AGENCY, "north"), NOW, False),
    ],
)
def test_only_a_drills_own_stop_of_the_same_party_is_left_behind_and_only_after_a_while(of, by, now, abandoned):
    assert left_behind(of, by, now) is abandoned
