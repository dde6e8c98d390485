"""A post moves only along its machine, and an approval is of exactly what will be seen."""

import hashlib
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approval, Demand
from shared.domain.errors import StateError
from shared.domain.following.follow_ups import Commitment
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.parties import Party
from shared.domain.plan.findings import PlanFinding, PlanRule
from shared.domain.posts import (
    ALLOWED_MOVES,
    APPROVAL_LASTS,
    ChangeRequest,
    Media,
    Post,
    PostState,
    Published,
    Question,
    UsedReply,
    content_hash,
)

from .samples import AT, after, post, published

ENDS = {PostState.RECALLED, PostState.FAILED, PostState.EXPIRED, PostState.CANCELLED}
MAY_HAVE_GONE_OUT = {PostState.PUBLISHED, PostState.UNVERIFIED, PostState.RECALL_FAILED, *ENDS}
PICTURE = Media(sha256="ab" * 32, kind="image/png", size=70, width=3, height=2, alt="A red square")
OTHER = {
    "account": "acc_2",
    "network": "bluesky",
    "handle": "acme_no",
    "text": "Good evening!",
    "thread": ("And more.",),
    "media": (PICTURE,),
    "in_reply_to": "7",
    "publish_at": AT,
    "on_call": True,
}
"""Everything that will be seen, where and when: another value of each."""
FOUND = GuidelineFinding(rule="claims", severity=Severity.APPROVAL, start=0, end=5, advice="Say less.")
UNSEEN = {
    "id": "pst_2",
    "client": "other",
    "agency": "agy_2",
    "function": "sales",
    "mention": "mnt_1",
    "recommendation": "rec_1",
    "author": "mbr_2",
    "author_party": Party.CLIENT,
    "editors": ("mbr_3",),
    "as_is": True,
    "demand": Demand(approvals=2, parties=(Party.CLIENT,)),
    "change_request": ChangeRequest(by="mbr_3", party=Party.CLIENT, at=AT, reason="Shorter."),
    "approvals": (Approval(member="mbr_3", party=Party.CLIENT, content_hash="", at=AT),),
    "created_at": after(days=1),
    "due_at": after(days=1),
    "state": PostState.SCHEDULED,
    "state_at": after(days=1),
    "because": "changed",
    "disconnected": True,
    "attempt": "att_1",
    "sent": (published(),),
    "language": "en",
    "findings": (FOUND,),
    "guidelines": 2,
    "plan_findings": (PlanFinding(rule=PlanRule.BLACKOUT, because="It is Christmas", refuses=True),),
    "reply": UsedReply(id="rpl_1", content_hash="ab"),
    "shadow": True,
    "commitments": (Commitment(what="A call", due_at=after(days=1)),),
    "questions": (Question(escalation="esc_1", text="Today?"),),
    "changes": 1,
    "accepted": True,
    "version": 2,
}
"""The rest."""


def needing(approvals: int) -> Demand:
    return Demand(approvals=approvals, parties=(Party.AGENCY, Party.CLIENT))


states = st.sampled_from(PostState)
approvers = st.sampled_from(["mbr_2", "mbr_3", "mbr_4"])


def reached_from(start):
    reached, new = {start}, {start}
    while new:
        new = {after_ for state in new for after_ in ALLOWED_MOVES[state]} - reached
        reached |= new
    return reached


def approval(of, member="mbr_2", at=AT):
    return Approval(member=member, party=Party.CLIENT, content_hash=content_hash(of), at=at)


def test_every_state_has_its_moves_and_is_reached_from_a_draft():
    assert set(ALLOWED_MOVES) == set(PostState)
    assert reached_from(PostState.IN_REVIEW) == set(PostState)


TAKEN_DOWN = {PostState.RECALLED, PostState.RECALL_FAILED}


def test_an_end_leads_to_nothing_but_being_taken_down_and_every_state_can_come_to_one():
    assert {state for state, moves in ALLOWED_MOVES.items() if not moves - TAKEN_DOWN} >= ENDS
    assert ALLOWED_MOVES[PostState.RECALLED] == {PostState.RECALL_FAILED}
    assert all(reached_from(state) & ENDS for state in PostState)


def test_a_held_post_goes_to_review_is_cancelled_or_taken_down_and_nowhere_else():
    assert ALLOWED_MOVES[PostState.HELD] - TAKEN_DOWN == {PostState.IN_REVIEW, PostState.CANCELLED}


def test_a_post_is_claimed_only_when_it_is_scheduled():
    assert [state for state, moves in ALLOWED_MOVES.items() if PostState.CLAIMED in moves] == [PostState.SCHEDULED]


@pytest.mark.parametrize("state", sorted(MAY_HAVE_GONE_OUT))
def test_what_may_have_gone_out_or_has_ended_is_never_sent_again(state):
    assert not reached_from(state) & {PostState.IN_REVIEW, PostState.SCHEDULED, PostState.CLAIMED}


def test_only_a_claimed_post_or_one_whose_outcome_was_open_becomes_published():
    before = {state for state, moves in ALLOWED_MOVES.items() if PostState.PUBLISHED in moves}
    assert before == {PostState.CLAIMED, PostState.UNKNOWN, PostState.UNVERIFIED}


@given(before=states, wanted=states)
def test_a_move_that_the_machine_does_not_have_is_refused(before, wanted):
    standing = post(state=before)
    if wanted in ALLOWED_MOVES[before]:
        moved = standing.moved(wanted, after(hours=1), "as planned", attempt="att_1")
        assert (moved.state, moved.state_at, moved.because) == (wanted, after(hours=1), "as planned")
        assert (moved.attempt, moved.version) == ("att_1", 2)
    else:
        with pytest.raises(StateError, match=f"is {before.value}; it cannot become {wanted.value}"):
            standing.moved(wanted, after(hours=1))


@given(steps=st.lists(states, max_size=12))
def test_no_walk_from_held_is_scheduled_without_a_review(steps):
    walked, since_held = post(state=PostState.HELD), []
    for step in steps:
        try:
            walked = walked.moved(step, AT)
        except StateError:
            continue
        since_held.append(walked.state)
    if PostState.SCHEDULED in since_held:
        assert since_held[0] is PostState.IN_REVIEW


def test_what_is_newly_found_leaves_the_state_and_says_why():
    again = post(state=PostState.RECALL_FAILED).again(after(hours=1), "still there")
    assert (again.state, again.state_at, again.because) == (PostState.RECALL_FAILED, after(hours=1), "still there")
    assert again.version == 2


def test_each_field_of_a_post_is_either_seen_or_not():
    assert set(OTHER) | set(UNSEEN) == {field.name for field in fields(Post)}


@pytest.mark.parametrize("field", OTHER)
def test_an_approval_is_bound_to_each_thing_that_will_be_seen(field):
    approved = replace(post(), approvals=(approval(post()),))
    assert approved.approved(AT)
    changed = replace(approved, **{field: OTHER[field]})
    assert content_hash(changed) != content_hash(approved)
    assert not changed.approved(AT)


@pytest.mark.parametrize("field", UNSEEN)
def test_what_will_not_be_seen_changes_no_hash(field):
    assert content_hash(replace(post(), **{field: UNSEEN[field]})) == content_hash(post())


@pytest.mark.parametrize("changed", [{"sha256": "cd" * 32}, {"kind": "image/gif"}, {"alt": "A blue square"}])
def test_an_approval_is_bound_to_the_bytes_of_a_picture_and_to_what_it_is_said_to_show(changed):
    approved = replace(post(), media=(PICTURE, PICTURE))
    assert content_hash(replace(approved, media=(PICTURE, replace(PICTURE, **changed)))) != content_hash(approved)


def test_pictures_in_another_order_or_fewer_of_them_are_something_else():
    other = replace(PICTURE, alt="A blue square")
    hashes = {content_hash(post(media=media)) for media in [(), (PICTURE,), (PICTURE, other), (other, PICTURE)]}
    assert len(hashes) == 4


def test_pictures_go_out_with_the_first_part_of_a_thread():
    thread = post(thread=("And more.",), media=(PICTURE,), sent=(Published(external_id="1", url="", at=AT),))
    assert [thread.part(index).media for index in (0, 1)] == [(PICTURE,), ()]


seen = st.fixed_dictionaries(
    {field: st.sampled_from(["", "a", "b", '","', "é"]) for field in ("account", "network", "handle", "text")}
    | {"in_reply_to": st.sampled_from(["", "a"]), "publish_at": st.sampled_from([None, AT, after(seconds=1)])}
)


@given(first=seen, second=seen)
def test_two_posts_have_one_hash_only_if_they_will_be_seen_alike(first, second):
    assert (content_hash(post(**first)) == content_hash(post(**second))) == (first == second)


def test_a_release_does_not_void_the_approvals_given_before_it():
    written = (
        '{"account":"acc_1","handle":"acme","in_reply_to":"","network":"mastodon",'
        '"publish_at":"2026-11-25T09:00:00+00:00","text":"Blåbær!"}'
    )
    assert content_hash(post(text="Blåbær!", publish_at=AT)) == hashlib.sha256(written.encode()).hexdigest()


@given(
    members=st.lists(approvers),
    needed=st.integers(min_value=0, max_value=3),
    stale=st.lists(approvers),
)
def test_as_many_people_as_needed_must_have_approved_what_it_says_now(members, needed, stale):
    earlier = post(text="Good night!")
    approvals = [approval(post(), member) for member in members] + [approval(earlier, member) for member in stale]
    approved = post(demand=needing(needed), approvals=tuple(approvals))
    assert approved.approved(AT) == (len(set(members)) >= needed)


def test_one_person_who_approves_twice_is_one_person():
    twice = post(demand=needing(2), approvals=(approval(post()), approval(post(), at=after(hours=1))))
    assert not twice.approved(after(hours=2))


def test_an_approval_counts_until_it_is_thirty_days_old():
    approved = post(approvals=(approval(post()),))
    assert approved.approved(after(days=30) - timedelta(microseconds=1))
    assert not approved.approved(after(days=30))


def test_each_approval_ages_on_its_own():
    approved = post(demand=needing(2), approvals=(approval(post()), approval(post(), "mbr_3", after(days=10))))
    assert approved.approved(after(days=29))
    assert not approved.approved(after(days=31))
    assert [one.member for one in approved.valid_approvals(after(days=31))] == ["mbr_3"]


def test_where_the_guidelines_ask_for_it_one_approval_is_the_clients():
    standing = post(demand=needing(1), findings=(FOUND,))
    clients = approval(standing)
    agencys = replace(clients, member="mbr_9", party=Party.AGENCY)
    assert not replace(standing, approvals=(agencys,)).approved(AT)
    assert replace(standing, approvals=(clients,)).approved(AT)
    assert not replace(standing, approvals=(agencys, clients)).awaits_client(AT)
    assert replace(standing, approvals=(clients,), text="Something else").awaits_client(AT)
    assert not replace(standing, approvals=(clients,)).approved(AT + APPROVAL_LASTS)
