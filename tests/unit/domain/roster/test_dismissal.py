"""What becomes of the posts of somebody who was dismissed."""

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.approvals import Approval, Approver, Demand
from shared.domain.parties import Party
from shared.domain.posts import PostState, content_hash
from shared.domain.roster.dismissal import WAITING, concerns, reopened

from ..samples import AT, after, post

PEOPLE = ("mbr_1", "mbr_2", "mbr_3", "mbr_4")
LEAVER = "mbr_2"
people = st.sampled_from(PEOPLE)


@st.composite
def posts(draw):
    """In any state, by anybody, approved by some."""
    bare = post(author=draw(people))
    givers = draw(st.lists(people.filter(lambda one: one != bare.author), unique=True))
    parties = [draw(st.sampled_from([Party.AGENCY, Party.CLIENT])) for _ in givers]
    return post(
        author=bare.author,
        demand=Demand(
            approvals=draw(st.integers(0, 3)),
            parties=(Party.AGENCY, Party.CLIENT),
            approvers=tuple(Approver(party=party) for party in parties) if draw(st.booleans()) else (),
        ),
        approvals=tuple(
            Approval(member=giver, party=party, content_hash=content_hash(bare), at=AT)
            for giver, party in zip(givers, parties, strict=True)
        ),
        state=draw(st.sampled_from(PostState)),
        due_at=AT,
    )


@given(posts())
def test_nothing_that_waits_stands_on_the_word_of_who_left(given_post):
    back = reopened(given_post, LEAVER, "was dismissed", after(minutes=1))
    left = back or given_post
    if left.state in WAITING:
        assert LEAVER not in [approval.member for approval in left.approvals]
    if back is not None:
        assert (back.state, back.due_at, back.version) == (PostState.IN_REVIEW, None, given_post.version + 1)
        assert not back.approved(after(minutes=1))
        assert content_hash(back) == content_hash(given_post)


@given(posts())
def test_what_left_their_hands_or_was_never_in_them_is_left_alone(given_post):
    if given_post.state not in WAITING or not concerns(given_post, LEAVER):
        assert reopened(given_post, LEAVER, "was dismissed", AT) is None


@given(posts())
def test_reopening_twice_is_reopening_once(given_post):
    back = reopened(given_post, LEAVER, "was dismissed", AT)
    if back is not None:
        assert reopened(back, LEAVER, "was dismissed", AT) is None


@given(posts())
def test_in_an_order_what_was_approved_before_theirs_stays_and_nothing_else(given_post):
    left = given_post.approvals_without(LEAVER)
    givers = [approval.member for approval in given_post.approvals]
    if LEAVER not in givers:
        assert left == given_post.approvals
    elif given_post.demand.approvers:
        assert left == given_post.approvals[: givers.index(LEAVER)]
    else:
        assert [approval.member for approval in left] == [giver for giver in givers if giver != LEAVER]
