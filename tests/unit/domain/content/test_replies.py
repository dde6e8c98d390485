"""An approval of a text that is used again is of the text as it stands, and reaches a post only where it suffices."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approval, Demand
from shared.domain.content.replies import SavedReply, carried_over
from shared.domain.content.reusable import APPROVAL_LASTS, approved_by, hash_of
from shared.domain.content.values import ValueKind, Variable
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.parties import Member, Party
from shared.domain.posts import Post, UsedReply, content_hash

from ..samples import AT, after, post

FOUND = GuidelineFinding(rule="claims", severity=Severity.APPROVAL, start=0, end=1, advice="")
REPLY = SavedReply(
    id="rpl_1",
    client="acme",
    agency="north",
    name="Sent",
    text="Dear {name}",
    variables=(Variable(name="name", kind=ValueKind.NAME),),
    functions=("community",),
    author="mbr_1",
    approvals_needed=1,
    created_at=AT,
)
OTHER: dict[str, Any] = {
    "id": "rpl_2",
    "client": "bolt",
    "agency": "south",
    "text": "Dearest {name}",
    "variables": (Variable(name="name", kind=ValueKind.NUMBER),),
    "functions": ("community", "sales"),
    "accounts": ("acc_1",),
    "networks": ("x",),
    "language": "en",
    "evergreen": True,
    "gap_days": 3,
}
UNBOUND: dict[str, Any] = {
    "name": "On its way",
    "author": "mbr_2",
    "editors": ("mbr_3",),
    "approvals_needed": 2,
    "approvals": (Approval(member="mbr_3", party=Party.CLIENT, content_hash="", at=AT),),
    "findings": (FOUND,),
    "guidelines": 2,
    "rejected": "no",
    "created_at": after(days=1),
    "retired_at": AT,
    "version": 2,
}


def approval(member: str, party: Party = Party.CLIENT, of: SavedReply = REPLY) -> Approval:
    return Approval(member=member, party=party, content_hash=hash_of(of), at=AT)


def needing(approvals: int) -> Demand:
    return Demand(approvals=approvals, parties=(Party.AGENCY, Party.CLIENT))


def made(of: SavedReply, **changes: Any) -> Post:
    """A post in review that is made of it."""
    used = UsedReply(id=of.id, content_hash=hash_of(of))
    return replace(post(demand=needing(1)), text="Dear friend", reply=used, author="mbr_9", approvals=(), **changes)


def members(*numbers: int, **changes: Any) -> dict[str, Member]:
    """By id."""
    return {
        f"mbr_{number}": Member(
            id=f"mbr_{number}",
            realm="acme",
            party=Party.CLIENT,
            agency=None,
            name="Somebody",
            signature="^SB",
            created_at=AT,
            **changes,
        )
        for number in numbers
    }


def test_each_field_is_bound_by_an_approval_or_is_not() -> None:
    assert OTHER.keys() | UNBOUND.keys() == {field.name for field in fields(SavedReply)}


@pytest.mark.parametrize("field", OTHER)
def test_an_approval_is_of_all_that_is_seen_and_of_where_it_is_used(field: str) -> None:
    approved = approved_by(REPLY, approval("mbr_2"))
    changed = replace(approved, **{field: OTHER[field]})
    assert approved.approved(AT)
    assert hash_of(changed) != hash_of(REPLY)
    assert not changed.approved(AT)
    for one in (made(approved), made(changed)):
        assert carried_over(one, changed, members(2), AT).approvals == ()


@pytest.mark.parametrize("field", UNBOUND)
def test_what_is_around_it_is_not_what_was_approved(field: str) -> None:
    assert hash_of(replace(REPLY, **{field: UNBOUND[field]})) == hash_of(REPLY)


def test_an_approval_runs_out() -> None:
    approved = approved_by(REPLY, approval("mbr_2"))
    assert approved.approved(AT + APPROVAL_LASTS - timedelta(seconds=1))
    assert not approved.approved(AT + APPROVAL_LASTS)


def test_who_approves_again_is_one_approver() -> None:
    twice = approved_by(approved_by(replace(REPLY, approvals_needed=2), approval("mbr_2")), approval("mbr_2"))
    assert not twice.approved(AT)
    assert approved_by(twice, approval("mbr_3")).approved(AT)


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from([Party.CLIENT, Party.AGENCY])),
        max_size=5,
        unique_by=lambda one: one[0],
    ),
    st.sets(st.integers(1, 5)),
    st.integers(0, 4),
    st.integers(0, 4),
    st.booleans(),
)
def test_a_post_has_approvals_of_its_reply_only_when_they_are_all_that_it_needs(
    given_by: list[tuple[int, Party]], may: set[int], needed: int, by_reply: int, claims: bool
) -> None:
    findings = (FOUND,) if claims else ()
    reply = replace(REPLY, approvals_needed=by_reply, findings=findings)
    for number, party in given_by:
        reply = approved_by(reply, approval(f"mbr_{number}", party))
    draft = replace(made(reply, demand=needing(needed), findings=findings), author="mbr_1")
    there = members(*may) | members(*({1, 2, 3, 4, 5} - may), removed_at=AT)
    carried = carried_over(draft, reply, there, AT)
    assert replace(carried, approvals=()) == draft
    people = {one.member for one in carried.approvals}
    assert "mbr_1" not in people
    assert people <= {f"mbr_{number}" for number in may}
    if people:
        assert reply.approved(AT)
        assert carried.approved(AT)
        assert len(people) >= needed
        assert not claims or any(one.party is Party.CLIENT for one in carried.approvals)
        assert {one.of_reply for one in carried.approvals} == {hash_of(reply)}
        assert {one.content_hash for one in carried.approvals} == {content_hash(draft)}


def test_a_post_that_is_made_of_nothing_has_no_approvals_of_anything() -> None:
    plain = replace(made(REPLY), reply=None)
    assert carried_over(plain, approved_by(REPLY, approval("mbr_2")), members(2), AT) == plain
