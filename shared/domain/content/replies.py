"""Saved replies and evergreen content: approved texts with places for values. What a use may differ in, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.domain.content.reusable import ReusableText, hash_of
from shared.domain.content.values import PLACE, Variable, check_value, sample
from shared.domain.errors import InvalidError, StateError
from shared.domain.guidelines.findings import Severity
from shared.domain.parties import Member, Party
from shared.domain.posts import Post, PostState, UsedReply, content_hash

NOT_OUT = frozenset({PostState.CANCELLED, PostState.FAILED, PostState.EXPIRED})
"""In which a post without a part that is out will never be seen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedReply(ReusableText):
    name: str
    variables: tuple[Variable, ...] = ()
    functions: tuple[str, ...]
    """Which it may serve."""
    accounts: tuple[str, ...] = ()
    """Ids of those where it may be used; empty: all of the client's that are brands'."""
    networks: tuple[str, ...] = ()
    """Where it may be used; empty: all."""
    evergreen: bool = False
    """Whether it is posted on its own, again and again; what is not answers a mention."""
    gap_days: int = 0
    """Of evergreen content: at least so many between two uses on one account."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplyUse:
    """The latest post that was made of evergreen content for one account."""

    client: str
    reply: str
    account: str
    post: str
    before: datetime | None = None
    """When it was used last before that, which counts where the post never goes out."""
    version: int = 1

    @property
    def id(self) -> str:
        return use_id(self.reply, self.account)


def use_id(reply: str, account: str) -> str:
    return f"{reply}.{account}"


def rendered(reply: SavedReply, values: Mapping[str, str], field: str) -> str:
    """The text with ``values`` in their places and not a letter else. Raises InvalidError naming the value."""
    known = {variable.name: variable for variable in reply.variables}
    for name in values:
        if name not in known:
            raise InvalidError("is no variable of this saved reply", f"{field}.{name}")
    for name, variable in known.items():
        if name not in values:
            raise InvalidError(f"must be given: the saved reply has a place for a {variable.kind.value}", field)
        check_value(values[name], variable, f"{field}.{name}")
    return PLACE.sub(lambda place: values[place[1]], reply.text)


def samples(reply: SavedReply) -> Iterator[str]:
    """As it may read: with each choice and each host at least once."""
    count = max((len(one.choices) or len(one.hosts) or 1 for one in reply.variables), default=1)
    for number in range(count):
        yield PLACE.sub(
            lambda place, at=number: sample(next(one for one in reply.variables if one.name == place[1]), at),  # type: ignore[misc]
            reply.text,
        )


def check_usable(reply: SavedReply, post: Post, field: str) -> None:
    """Raises StateError or InvalidError where the text is not meant for such a post at all."""
    if reply.retired_at is not None or reply.rejected:
        raise StateError("The saved reply was " + ("retired." if reply.retired_at else f"rejected: {reply.rejected}."))
    if post.agency != reply.agency:
        raise InvalidError("is used under another agency's mandate", f"{field}.id")
    if post.function not in reply.functions:
        raise InvalidError(f"serves {', '.join(reply.functions)}, and this is {post.function}", f"{field}.id")
    if (reply.accounts and post.account not in reply.accounts) or (
        reply.networks and post.network not in reply.networks
    ):
        raise InvalidError("is not for this account", f"{field}.id")
    if not (post.mention is None if reply.evergreen else post.in_reply_to):
        meant = "is posted on its own" if reply.evergreen else "answers a mention, on the mention's network"
        raise InvalidError(meant, f"{field}.id")
    if reply.evergreen and post.on_call:
        raise InvalidError(
            "has a least time between its uses, so that a post of it cannot wait for a call", f"{field}.id"
        )


def carried_over(post: Post, reply: SavedReply, members: Mapping[str, Member], now: datetime) -> Post:
    """``post`` with the approvals of the saved reply that it is made of, when they are all that it needs.

    ``members``: by id those who approved it, as they are by now: who has left does not count. Where the others do not
    suffice, the post has none of their approvals and waits for its own. The client's counts for what its guidelines ask
    its approval of where it was given knowing that.
    """
    if post.reply is None or post.reply != UsedReply(id=reply.id, content_hash=hash_of(reply)):
        return post
    if not reply.approved(now) or not _foreseen(post, reply):
        return post
    seen = content_hash(post)
    carried = tuple(
        replace(one, teams=member.teams, content_hash=seen, at=now, of_reply=one.content_hash)
        for one in reply.standing(now)
        if (member := members.get(one.member)) is not None
        and member.removed_at is None
        and one.member != post.author
        and (post.demand.admits(one) or (post.is_for_client and one.party is Party.CLIENT))
    )
    approved = replace(post, approvals=carried)
    return approved if carried and approved.approved(now) else post


def _foreseen(post: Post, reply: SavedReply) -> bool:
    """Whether all that needs the client's approval was found in the text as it was approved, by the same guidelines."""
    asked = {finding.rule for finding in post.findings if finding.severity is Severity.APPROVAL}
    known = {finding.rule for finding in reply.findings if finding.severity is Severity.APPROVAL}
    return not asked or (post.guidelines == reply.guidelines and asked <= known)


def used_again(reply: SavedReply, post: Post, use: ReplyUse | None, latest: Post | None, now: datetime) -> ReplyUse:
    """That ``post`` uses evergreen content. Raises StateError when that is too soon after the ``latest`` post of it."""
    before = _used_at(latest, now) if latest is not None else None
    if before is None and use is not None:
        before = use.before
    at = post.publish_at or now
    if before is not None and at < before + timedelta(days=reply.gap_days):
        free = before + timedelta(days=reply.gap_days)
        raise StateError(
            f"It is used on this account at most every {reply.gap_days} days; the next time is from {free.isoformat()}."
        )
    return ReplyUse(
        client=post.client,
        reply=reply.id,
        account=post.account,
        post=post.id,
        before=before,
        version=use.version + 1 if use is not None else 1,
    )


def _used_at(post: Post, now: datetime) -> datetime | None:
    """When a post of it went out, or will as far as is known; None when it never does."""
    if post.sent:
        return post.sent[0].at
    if post.state in NOT_OUT:
        return None
    return max(post.due_at or post.publish_at or now, now)
