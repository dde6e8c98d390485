"""What becomes of the posts that somebody wrote or approved who does not speak for the client any more."""

from dataclasses import replace
from datetime import datetime

from shared.domain.posts import Post, PostState

WAITING = (PostState.SCHEDULED, PostState.APPROVED, PostState.HELD, PostState.IN_REVIEW)
"""States of a post that is not on its way yet; what goes out first comes first."""
ON_THEIR_WAY = (PostState.CLAIMED, PostState.UNKNOWN)
"""Of one that is being sent: it is too late, or not known whether it is."""


def concerns(post: Post, member: str) -> bool:
    return post.author == member or any(approval.member == member for approval in post.approvals)


def reopened(post: Post, member: str, because: str, at: datetime) -> Post | None:
    """``post`` back in review without the word of ``member``; None when nothing of it has to change."""
    if post.state not in WAITING or not concerns(post, member):
        return None
    wrote = post.author == member
    left = () if wrote else post.approvals_without(member)
    if post.state is PostState.IN_REVIEW and left == post.approvals:
        return None
    back = replace(
        post,
        state=PostState.IN_REVIEW,
        state_at=at,
        because=f"{'its author' if wrote else 'who approved it'} {because}",
        approvals=left,
        as_is=post.as_is and not wrote,
        demand=post.demand.at_least_one(),
        due_at=None,
        version=post.version + 1,
    )
    # Whoever is left would be enough, and could not say so once more: it is decided anew.
    return replace(back, approvals=()) if back.approved(at) else back
