"""A stop covers what it says, names what may still be seen, and what came due under it stays down."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.attempts import DEADLINE_MARGIN, AttemptState
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.parties import Scope as ScopeOfKey
from shared.domain.receipts import Named, NamedEnd, NamedKind
from shared.domain.stops import (
    MOST_PASSES,
    RECALL_REACH,
    Flag,
    Pass,
    ScopeKind,
    Stop,
    StopScope,
    check_recall_since,
    holding,
    let_through,
    lift,
    may_stop,
    name,
    operator,
    out_before,
    scopes_of,
    scopes_over,
    went_out,
)

from .samples import AT, after, agency_caller, attempt, client_caller, published

part = st.from_regex(r"[\w.-]{1,12}", fullmatch=True)
whole = st.sampled_from([ScopeKind.CLIENT, ScopeKind.AGENCY, ScopeKind.NETWORK])
within = st.sampled_from([ScopeKind.ACCOUNT, ScopeKind.POST])
scopes = (
    st.just(StopScope(ScopeKind.EVERYTHING))
    | st.builds(StopScope, whole, part)
    | st.builds(StopScope, within, st.builds("{}/{}".format, part, part))
)

EVERYTHING = StopScope(ScopeKind.EVERYTHING)


@given(scope=scopes)
def test_a_scope_reads_back_as_it_was_written(scope):
    assert StopScope.parse(str(scope)) == scope


tails = st.text(st.sampled_from("ab1_.-:/# \n*é"), max_size=6)


@given(text=st.text(max_size=20) | st.builds("{}{}{}".format, st.sampled_from(ScopeKind), st.just(":") | tails, tails))
def test_any_text_is_a_scope_as_it_is_written_or_refused(text):
    try:
        scope = StopScope.parse(text)
    except InvalidError:
        return
    assert str(scope) == text
    assert len(scope.id.split("/")) == (2 if scope.kind in (ScopeKind.ACCOUNT, ScopeKind.POST) else 1)
    assert all(scope.id.split("/")) == (scope.kind is not ScopeKind.EVERYTHING)


@pytest.mark.parametrize(
    "refused",
    ["", ":", "client", "client:", ":acme", "everything:acme", "everything else", "planet:earth", "Client:acme",
     " client:acme", "account:acme", "account:/acc_1", "account:acme/", "account:/", "post:pst_1", "post:acme/",
     "everything:", "client:acme/x", "network:mastodon/x", "agency:agy_1/x", "post:a/b/c", "account:acme/acc_1/",
     "client:acme\n", "client:acme:x", "client:acme x", "client:acme#x", "client:*", "account:acme//acc_1"],
)  # fmt: skip
def test_what_names_no_scope_is_refused_rather_than_stopping_something_else(refused):
    with pytest.raises(InvalidError) as refusal:
        StopScope.parse(refused)
    assert refusal.value.field == "scope"


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("client:acme", "acme"),
        ("account:acme/acc_1", "acme"),
        ("post:acme/pst_1", "acme"),
        ("agency:agy_1", None),
        ("network:mastodon", None),
        ("everything", None),
    ],
)
def test_a_scope_within_a_client_names_that_client(text, client):
    assert StopScope.parse(text).client == client


def test_a_sender_asks_every_scope_that_its_post_lies_in():
    asked = scopes_over(client="acme", agency="agy_1", network="mastodon", account="acc_1", post="pst_1")
    assert [str(scope) for scope in asked] == [
        "everything",
        "network:mastodon",
        "agency:agy_1",
        "client:acme",
        "account:acme/acc_1",
        "post:acme/pst_1",
    ]
    assert {scope.kind for scope in asked} == set(ScopeKind)
    assert scopes_of(attempt()) == asked


names = st.sampled_from(["one", "two"])
around = st.sampled_from([-60_000, -5_001, -5_000, -1, 0, 1, 60_000])
"""Milliseconds from the stop; the network's clock may be another than ours."""
attempts = st.builds(
    lambda client, agency, network, account, post, state, ours, theirs: attempt(
        client=client, agency=agency, network=network, account=account, post=post
    ).moved(
        state,
        after(milliseconds=ours),
        published=published(after(milliseconds=theirs)) if state is AttemptState.LANDED else None,
    ),
    names,
    names,
    names,
    names,
    names,
    st.sampled_from(AttemptState),
    around,
    around,
)
many = st.lists(attempts, max_size=15).map(
    lambda found: [replace(one, id=f"att_{number}") for number, one in enumerate(found)]
)
narrow = (
    st.just(EVERYTHING)
    | st.builds(StopScope, whole, names)
    | st.builds(StopScope, within, st.builds("{}/{}".format, names, names))
)


def lies_in(one, scope):
    match scope.kind:
        case ScopeKind.EVERYTHING:
            return True
        case ScopeKind.ACCOUNT | ScopeKind.POST:
            return [one.client, getattr(one, scope.kind.value)] == scope.id.split("/")
        case _:
            return getattr(one, scope.kind.value) == scope.id


@given(found=many, scope=narrow)
def test_every_unfinished_attempt_in_scope_is_named(found, scope):
    named = {one.attempt for one in name(found, scope, AT)}
    open_ = {one.id for one in found if lies_in(one, scope) and not one.ended}
    assert open_ <= named


@given(found=many, scope=narrow)
def test_nothing_out_of_scope_is_named_and_nothing_twice(found, scope):
    named = [one.attempt for one in name(found, scope, AT)]
    assert set(named) <= {one.id for one in found if lies_in(one, scope)}
    assert len(named) == len(set(named))


@given(found=many, scope=narrow)
def test_of_what_has_ended_only_what_may_be_out_and_ended_around_the_stop_or_after_it_is_named(found, scope):
    named = {one.attempt for one in name(found, scope, AT)}
    ended = {one.id: one for one in found if one.ended and lies_in(one, scope)}
    may_be_out = (AttemptState.LANDED, AttemptState.UNVERIFIED)
    assert named & set(ended) == {
        id_ for id_, one in ended.items() if one.state in may_be_out and one.ended_at >= AT - DEADLINE_MARGIN
    }


@given(found=many, scope=narrow, shift=st.timedeltas(timedelta(days=-1), timedelta(days=1)))
def test_the_networks_clock_changes_nothing_of_what_is_named(found, scope, shift):
    told = [
        replace(one, published=replace(one.published, at=one.published.at + shift)) if one.published else one
        for one in found
    ]
    assert name(told, scope, AT) == name(found, scope, AT)


@given(found=many)
def test_only_what_was_known_to_be_out_when_the_stop_fell_is_left_up(found):
    by_id = {one.id: one for one in found}
    left_up = {one.attempt for one in name(found, EVERYTHING, AT) if one.end is NamedEnd.PUBLISHED}
    assert left_up == {one.attempt for one in name(found, EVERYTHING, AT) if out_before(by_id[one.attempt], AT)}
    assert all(by_id[id_].state is AttemptState.LANDED and by_id[id_].ended_at < AT for id_ in left_up)


@given(found=many)
def test_a_wider_stop_names_all_that_a_narrower_one_does(found):
    everything = set(name(found, EVERYTHING, AT))
    client = set(name(found, StopScope(ScopeKind.CLIENT, "one"), AT))
    account = set(name(found, StopScope(ScopeKind.ACCOUNT, "one/two"), AT))
    assert account <= client <= everything


@pytest.mark.parametrize(
    ("ended", "end"),
    [
        (after(seconds=-6), None),
        (after(seconds=-5), NamedEnd.PUBLISHED),
        (after(milliseconds=-1), NamedEnd.PUBLISHED),
        (AT, NamedEnd.IN_FLIGHT),
        (after(seconds=1), NamedEnd.IN_FLIGHT),
    ],
)
def test_what_landed_just_before_the_stop_is_left_up_and_what_landed_after_it_is_to_be_taken_down(ended, end):
    for at in (after(days=-1), AT, after(days=1)):
        named = name([attempt().moved(AttemptState.LANDED, ended, published=published(at))], EVERYTHING, AT)
        assert [one.end for one in named] == ([end] if end else [])
        assert all(one.url == published().url for one in named)


@pytest.mark.parametrize("ended", [after(seconds=-5), after(milliseconds=-1), AT, after(seconds=1)])
def test_what_could_not_be_verified_around_the_stop_is_named_and_never_said_to_have_been_left_up(ended):
    unverified = attempt().moved(AttemptState.UNVERIFIED, ended, "nowhere to be seen")
    assert [one.end for one in name([unverified], EVERYTHING, AT)] == [NamedEnd.IN_FLIGHT]
    assert not out_before(unverified, AT)


@given(ended=around)
def test_what_was_not_sent_is_not_named(ended):
    assert name([attempt().moved(AttemptState.NOT_SENT, after(milliseconds=ended))], EVERYTHING, AT) == ()


def test_a_name_says_whose_attempt_at_what_it_is():
    (one,) = name([attempt()], EVERYTHING, AT)
    assert one == Named(attempt="att_1", client="acme", account="acc_1", post="pst_1", started_at=AT)


def flag(scope="client:acme", *, engaged=(), lifted_at=None, epoch=1):
    return Flag(scope=scope, epoch=epoch, engaged=engaged, lifted_at=lifted_at)


lifts = st.none() | st.integers(-60, 60).map(lambda minutes: after(minutes=minutes))
flags = st.lists(
    st.builds(
        lambda stops, at: flag(engaged=tuple(stops), lifted_at=at), st.sets(st.sampled_from(["stp_1", "stp_2"])), lifts
    ),
    max_size=4,
)


@given(over=flags, due=st.integers(-60, 60))
def test_a_post_goes_out_only_when_no_stop_stands_and_none_was_lifted_since_it_came_due(over, due):
    due_at = after(minutes=due)
    stands = any(one.engaged for one in over)
    came_due_under_one = any(one.lifted_at is not None and due_at <= one.lifted_at for one in over)
    assert (holding(over, due_at) is None) == (not stands and not came_due_under_one)


def test_nothing_holds_where_nothing_was_ever_stopped():
    assert holding([], AT) is None
    assert holding([flag()], AT) is None


def test_a_standing_stop_is_named_with_its_scope():
    because = holding([flag(), flag("account:acme/acc_1", engaged=("stp_1", "stp_2"))], AT)
    assert because == "account:acme/acc_1 is stopped (stp_1, stp_2)."


def test_what_was_due_by_the_moment_of_lifting_is_held_and_what_is_due_after_it_is_free():
    lifted = [flag(lifted_at=AT)]
    moment = timedelta(microseconds=1)
    assert holding(lifted, AT - moment)
    assert "client:acme" in holding(lifted, AT)
    assert holding(lifted, AT + moment) is None


@given(more=flags, over=flags, due=st.integers(-60, 60))
def test_another_flag_never_frees_a_post(more, over, due):
    if holding(over, after(minutes=due)) is not None:
        assert holding([*more, *over], after(minutes=due)) is not None


IDS = [f"stp_{number}" for number in range(4)]
steps = st.lists(st.tuples(st.booleans(), st.sampled_from(IDS)), max_size=20)


@given(taken=steps)
def test_a_scope_is_stopped_exactly_while_a_stop_stands_on_it(taken):
    """Stops overlap in any order: lifting one leaves the others."""
    standing, state = set(), flag()
    for number, (engages, stop) in enumerate(taken):
        if engages and stop not in standing:
            before, state = state, state.engage(stop)
            standing.add(stop)
            assert state.epoch == before.epoch + 1
            assert state.lifted_at == before.lifted_at
        else:
            before, state = state, state.lift(stop, after(minutes=number))
            standing.discard(stop)
            assert state.epoch == before.epoch
            assert state.lifted_at == after(minutes=number)
        assert state.version == before.version + 1
        assert set(state.engaged) == standing
        assert (holding([state], after(days=1)) is None) == (not standing)


@given(minutes=st.permutations(range(len(IDS))))
def test_what_was_due_before_the_latest_of_several_lifts_is_held_though_clocks_disagree(minutes):
    state = flag(engaged=tuple(IDS))
    for stop, minute in zip(IDS, minutes, strict=True):
        state = state.lift(stop, after(minutes=minute))
    assert state.lifted_at == after(minutes=max(minutes))
    assert holding([state], after(minutes=max(minutes)))


@given(taken=steps, due=st.integers(0, 20))
def test_what_came_due_while_any_stop_stood_never_goes_out_by_itself(taken, due):
    """Each step a minute after the one before; in the end every stop is lifted."""
    standing, state, stopped = set(), flag(), False
    for minute, (engages, stop) in enumerate(taken):
        if engages and stop not in standing:
            state = state.engage(stop)
            standing.add(stop)
        elif not engages and stop in standing:
            state = state.lift(stop, after(minutes=minute))
            standing.discard(stop)
        stopped |= minute == due and bool(standing)
    for stop in standing:
        state = state.lift(stop, after(minutes=len(taken)))
    if stopped:
        assert holding([state], after(minutes=due)) is not None


AGENCIES = ("agy_1", "agy_2")
ADMIN = agency_caller(realm="agy_1")


@pytest.mark.parametrize(
    ("caller", "scope", "reaches"),
    [
        (client_caller(), "client:acme", True),
        (client_caller(), "account:acme/acc_1", True),
        (client_caller(), "post:acme/pst_1", True),
        (client_caller(), "client:other", False),
        (client_caller(), "post:other/pst_1", False),
        (client_caller(), "agency:agy_1", False),
        (client_caller(), "network:mastodon", False),
        (client_caller(), "everything", False),
        (agency_caller(), "client:acme", True),
        (agency_caller(), "post:acme/pst_1", True),
        (agency_caller(), "client:other", False),
        (agency_caller(), "agency:agy_1", False),
        (agency_caller(), "network:mastodon", False),
        (agency_caller(), "everything", False),
        (ADMIN, "client:acme", True),
        (ADMIN, "account:acme/acc_1", True),
        (ADMIN, "agency:agy_1", True),
        (ADMIN, "agency:agy_2", False),
        (ADMIN, "network:mastodon", True),
        (ADMIN, "everything", True),
    ],
)
def test_a_key_stops_within_its_own_client_and_only_an_agencys_own_key_reaches_further(caller, scope, reaches):
    parsed = StopScope.parse(scope)
    agencies = AGENCIES if parsed.client == "acme" else ()
    if reaches:
        may_stop(caller, parsed, agencies)
    else:
        with pytest.raises(ForbiddenError, match=scope):
            may_stop(caller, parsed, agencies)


def test_an_agencys_own_key_does_not_stop_a_client_it_does_not_work_for():
    with pytest.raises(ForbiddenError):
        may_stop(ADMIN, StopScope.parse("client:acme"), ("agy_2",))


def stop(who=None, **changes):
    sample = Stop(
        id="stp_1",
        scope="client:acme",
        reason="an incident",
        who=who or client_caller(),
        epoch=1,
        stopped_at=AT,
        named_at=AT,
        complete=True,
        drained_at=AT,
    )
    return replace(sample, **changes)


def test_the_first_to_ask_is_recorded_and_a_second_person_lifts():
    asked = lift(stop(), client_caller("mbr_2"), after(hours=1))
    assert (asked.lift_asked_by, asked.lifted_at, asked.version) == ("mbr_2", None, 2)
    lifted = lift(asked, client_caller("mbr_3"), after(hours=2))
    assert (lifted.lift_asked_by, lifted.lifted_at, lifted.version) == ("mbr_2", after(hours=2), 3)


def test_one_person_cannot_resume_alone_even_with_two_keys():
    asked = lift(stop(), client_caller("mbr_2"), after(hours=1))
    with pytest.raises(StateError, match="two people"):
        lift(asked, replace(client_caller("mbr_2"), key="key_9"), after(hours=2))


def test_a_stop_is_not_lifted_before_it_has_drained_nor_is_the_asking_recorded():
    for waiting in (stop(drained_at=None), stop(drained_at=None, lift_asked_by="mbr_3")):
        with pytest.raises(StateError, match="not drained"):
            lift(waiting, client_caller("mbr_2"), after(hours=1))


def test_a_stop_is_lifted_once_and_asking_again_leaves_it_as_it_is():
    lifted = stop(lift_asked_by="mbr_2", lifted_at=after(minutes=5), version=4)
    for member in ("mbr_1", "mbr_2", "mbr_3"):
        assert lift(lifted, client_caller(member), after(hours=1)) is lifted


@pytest.mark.parametrize(
    ("made_by", "asks"),
    [
        (client_caller(), agency_caller()),
        (client_caller(), ADMIN),
        (agency_caller(), client_caller()),
        (agency_caller(agency="agy_1"), agency_caller(agency="agy_2")),
        (agency_caller(agency="agy_1"), agency_caller(agency="agy_2", realm="agy_2")),
    ],
    ids=["agency, client's", "agency's own key, client's", "client, agency's", "another agency", "another's own key"],
)
@pytest.mark.parametrize(("asked_by", "lifted_at"), [(None, None), ("mbr_9", None), ("mbr_9", AT)])
def test_no_party_lifts_anothers_stop_neither_first_nor_second_nor_when_it_is_lifted(
    made_by, asks, asked_by, lifted_at
):
    with pytest.raises(ForbiddenError, match="by the party that made it"):
        lift(stop(made_by, lift_asked_by=asked_by, lifted_at=lifted_at), asks, after(hours=1))


def test_an_agencys_stop_is_lifted_by_two_of_that_agency_whichever_keys_they_hold():
    asked = lift(stop(agency_caller()), agency_caller("mbr_5"), after(hours=1))
    assert lift(asked, replace(ADMIN, member="mbr_6"), after(hours=2)).lifted_at == after(hours=2)


def test_whoever_made_a_stop_may_be_one_of_the_two_who_lift_it():
    asked = lift(stop(client_caller("mbr_1")), client_caller("mbr_1"), after(hours=1))
    assert lift(asked, client_caller("mbr_2"), after(hours=2)).lifted_at is not None


def landed(at, number=1, **changes):
    return attempt(id=f"att_{number}", **changes).moved(AttemptState.LANDED, at, published=published(at))


@given(minutes=st.lists(st.integers(-120, 30), max_size=8), since=st.integers(-120, 0))
def test_what_went_out_from_a_time_until_the_stop_is_taken_down_the_newest_first(minutes, since):
    attempts = [landed(after(minutes=minute), number) for number, minute in enumerate(minutes)]
    out = went_out(attempts, EVERYTHING, after(minutes=since), AT)
    expected = sorted((minute for minute in minutes if since <= minute < 0), reverse=True)
    assert [minutes[int(one.attempt.removeprefix("att_"))] for one in out] == expected
    assert {(one.kind, one.end) for one in out} <= {(NamedKind.OUT, NamedEnd.RECALLING)}


def test_only_what_is_known_to_have_landed_in_the_scope_is_taken_down():
    unknown = attempt().moved(AttemptState.UNVERIFIED, after(minutes=-5), "nowhere to be seen")
    elsewhere = landed(after(minutes=-5), client="other")
    assert went_out([unknown, elsewhere, attempt()], StopScope.parse("client:acme"), after(hours=-1), AT) == ()


def test_one_can_recall_as_far_back_as_attempts_are_kept_and_not_from_the_future():
    for since in (AT, AT - RECALL_REACH):
        check_recall_since(since, AT)
    for since in (after(seconds=1), AT - RECALL_REACH - timedelta(seconds=1)):
        with pytest.raises(InvalidError) as refusal:
            check_recall_since(since, AT)
        assert refusal.value.field == "recall_since"


def test_nothing_passes_before_what_was_in_flight_has_been_named():
    with pytest.raises(StateError, match="has not named"):
        let_through(stop(named_at=None, complete=False), client_caller("mbr_2"), "pst_1", "aa")
    wider = stop().widened(after(hours=-1))
    assert let_through(wider, client_caller("mbr_2"), "pst_1", "aa")[1].asked_by == "mbr_2"


def granted(stop="stp_1", post="pst_1", content_hash="aa"):
    return Pass(stop=stop, post=post, content_hash=content_hash, asked_by="mbr_1", granted_by="mbr_2")


passes = st.builds(granted, st.sampled_from(IDS), st.sampled_from(["pst_1", "pst_2"]), st.sampled_from(["aa", "bb"]))


@given(stops=st.sets(st.sampled_from(IDS)), let=st.lists(passes, max_size=6))
def test_a_pass_lets_one_post_as_it_stands_through_one_stop(stops, let):
    flags = [replace(flag(engaged=tuple(stops)), passes=tuple(let))]
    free = all(granted(stop) in let for stop in stops)
    assert (holding(flags, AT, "pst_1", "aa") is None) == free


@given(let=st.lists(passes, max_size=6))
def test_a_pass_is_no_pass_for_another_flag_nor_for_what_came_due_under_a_lifted_stop(let):
    over = [flag(engaged=(), lifted_at=AT), flag("everything", engaged=("stp_9",))]
    for one in over:
        assert holding([replace(one, passes=tuple(let))], AT, "pst_1", "aa")


@given(let=st.lists(passes, max_size=6), lifted=st.sampled_from(IDS))
def test_lifting_a_stop_voids_its_passes_and_no_others(let, lifted):
    left = replace(flag(engaged=tuple(IDS)), passes=tuple(let)).lift(lifted, AT).passes
    assert list(left) == [one for one in let if one.stop != lifted]


def test_the_first_to_ask_for_a_pass_is_recorded_and_a_second_person_grants_it():
    asked, first = let_through(stop(), client_caller("mbr_1"), "pst_1", "aa")
    assert (first.asked_by, first.granted_by, asked.passes, asked.version) == ("mbr_1", None, (first,), 2)
    with pytest.raises(StateError, match="two people"):
        let_through(asked, client_caller("mbr_1"), "pst_1", "aa")
    let, second = let_through(asked, client_caller("mbr_2"), "pst_1", "aa")
    assert (second.asked_by, second.granted_by, let.passes, let.version) == ("mbr_1", "mbr_2", (second,), 3)
    assert let_through(let, client_caller("mbr_3"), "pst_1", "aa") == (let, second)


def test_two_people_who_ask_for_different_contents_have_granted_nothing():
    asked, _ = let_through(stop(), client_caller("mbr_1"), "pst_1", "aa")
    both, second = let_through(asked, client_caller("mbr_2"), "pst_1", "bb")
    assert second.granted_by is None
    assert [one.granted_by for one in both.passes] == [None, None]


def test_a_stop_with_too_many_passes_is_no_stop():
    full = stop(passes=tuple(granted(post=f"pst_{number}") for number in range(MOST_PASSES)))
    assert let_through(full, client_caller(), "pst_7", "aa") == (full, full.passes[7])
    with pytest.raises(StateError, match="lift it instead"):
        let_through(full, client_caller(), "pst_new", "aa")


def test_another_party_lets_nothing_through_and_a_lifted_stop_has_no_passes():
    with pytest.raises(ForbiddenError, match="by the party that made it"):
        let_through(stop(), agency_caller(), "pst_1", "aa")
    with pytest.raises(StateError, match="lifted"):
        let_through(stop(lifted_at=AT), client_caller(), "pst_1", "aa")


@pytest.mark.parametrize("scope", ["everything", "network:mastodon", "agency:agy_1", "client:acme", "post:acme/pst_1"])
def test_an_operator_reaches_every_scope(scope):
    may_stop(operator("On duty"), StopScope.parse(scope), ())


def test_an_operators_stop_is_lifted_by_two_who_administer_what_it_covers():
    made = stop(operator("On duty"))
    for caller in (client_caller(), agency_caller(), operator("On duty")):
        with pytest.raises(ForbiddenError, match="administer"):
            lift(made, caller, after(hours=1))
    administrators = [replace(client_caller(member), scopes=frozenset(ScopeOfKey)) for member in ("mbr_1", "mbr_2")]
    asked = lift(made, administrators[0], after(hours=1))
    assert lift(asked, administrators[1], after(hours=2)).lifted_at == after(hours=2)
