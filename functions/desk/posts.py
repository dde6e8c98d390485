"""Outbound messages before they go out: written, changed, cancelled. Approval is in ``approvals``."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain, groupby
from typing import Any

import msgspec

from functions.desk.drafting import Draft, NewCommitment, committed, drafted, threaded, worded
from functions.desk.elsewhere import check_elsewhere
from functions.desk.guidelines import held_to, in_force, still_held_to
from functions.desk.media import Attached, attached
from functions.desk.plans import check_plan
from functions.desk.reuse import reused
from functions.desk.scheduling import schedule, schedule_at
from functions.desk.signing import revoiced
from functions.desk.tools import Desk, widened
from shared.api.pages import Place, by_time, cut, place_asked
from shared.api.routes import Call, Change, Listed
from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Approval
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.claims import check_free
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope
from shared.domain.posts import Post, PostState, Published, Question, content_hash, telling
from shared.domain.text import clean

LONGEST_TEXT = 25_000


class NewPost(Draft, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``function`` is that of the ``mention`` it answers; a post that answers none must say it.

    ``as_is``: the client asks the agency to post its text as it stands. That is its approval, and the agency sends it
    by ``POST …/publish``.
    """

    function: str | None = None
    mention: str | None = None
    agency: str | None = None
    as_is: bool = False


class PostEdit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is left out stays. ``now`` drops the time: it goes out as soon as it is approved.

    ``as_suggested``: the text and thread as who asked for the change suggests them.
    """

    text: str | None = None
    thread: tuple[str, ...] | None = None
    media: tuple[Attached, ...] | None = None
    publish_at: datetime | None = None
    now: bool = False
    as_suggested: bool = False
    commitments: tuple[NewCommitment, ...] | None = None


class Cancellation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PostView(Post):
    """A post, the hash that an approval of it as it stands must name, and where its first part can be seen."""

    content_hash: str
    published: Published | None
    answers: tuple[Question, ...]
    """Those of its questions that the client has answered."""


def viewed(post: Post) -> PostView:
    published = post.sent[0] if post.sent else None
    answers = tuple(question for question in post.questions if question.at is not None)
    return widened(PostView, post, content_hash=content_hash(post), published=published, answers=answers)


def create_post(call: Call[NewPost], desk: Desk) -> Change:
    """Write a post; it waits for the approvals that the mandate asks for, or is scheduled when it asks for none."""
    wanted = call.body
    mention = _answered(wanted, call, desk)
    post = drafted(
        call,
        desk,
        wanted,
        "",
        agency=desk.agency(call, wanted.agency),
        mention=mention,
        function=wanted.function,
    )
    at = check_elsewhere((post,), call, desk)
    (post,) = at.posts
    if wanted.as_is:
        post = _asked_for_as_is(post, call, desk)
    post, uses = reused(post, call, desk)
    data: dict[str, Any] = dict(telling(post))
    data |= {"as_is": True} if post.as_is else {}
    data |= {"reply": post.reply.id} if post.reply else {}
    fact = Fact(type="post.drafted", subject=post.id, data=data)
    if post.needs_approval and not post.approved(call.now):
        post, _ = check_plan(post, call, desk)
        return Change(records=(post, *uses, *at.records), facts=(fact, *at.facts), reply=viewed(post))
    approved_by = {"approved_by": [one.member for one in post.approvals]} if post.approvals else {}
    going = schedule(post, call, desk, _unasked(post), **approved_by)
    return Change(
        records=(*going.records, *uses, *at.records),
        facts=(fact, *at.facts, *going.facts),
        reply=viewed(going.post),
    )


def _unasked(post: Post) -> str:
    """Why nobody is asked about it first."""
    if post.as_is:
        return "asked for as it is"
    return "approved as a saved reply" if post.approvals else "delegated by the mandate"


def _asked_for_as_is(post: Post, call: Call[NewPost], desk: Desk) -> Post:
    """With the request as its author's approval: the second pair of eyes are the agency's, who sends it."""
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Only the client asks for its own text to be posted as it is.")
    if Scope.APPROVE not in call.caller.scopes:
        raise ForbiddenError("This key has not the scope 'approve', which asking for a text as it is takes.")
    if post.reply is not None:
        raise InvalidError("is of the client's own text, and this is a saved reply", "as_is")
    if post.publish_at is not None:
        raise InvalidError("cannot be given: the agency sends it when it calls for it", "publish_at")
    account = desk.registered(Account, call, post.account)
    desk.permission(call, Activity.APPROVE, post.function, post.agency, account)
    asked = replace(post, as_is=True, on_call=True)
    approval = Approval(
        member=call.caller.member,
        party=Party.CLIENT,
        teams=desk.teams_of_caller(call, asked.demand),
        content_hash=content_hash(asked),
        at=call.now,
        as_is=True,
    )
    return replace(asked, approvals=(approval,))


def list_posts(call: Call[None], desk: Desk) -> Listed[PostView]:
    """List posts in a state, the newest first; those that wait for approval by default."""
    given = call.query.get("state", PostState.IN_REVIEW.value)
    state = next((state for state in PostState if state.value == given), None)
    if state is None:
        raise InvalidError(f"must be one of {', '.join(PostState)}", "state")
    after = place_asked(call)
    found = desk.store.posts(call.client, state, _time_of(after) if after else None)
    # The index leaves open in which order those are that entered the state at one instant.
    groups = (sorted(same, key=_place, reverse=True) for _, same in groupby(found, key=lambda post: post.state_at))
    return cut(call, chain.from_iterable(groups), _place, falling=True).shown(viewed)


def _place(post: Post) -> Place:
    return by_time(post.state_at, post.id)


def _time_of(place: Place) -> datetime:
    try:
        at = datetime.fromisoformat(place.at)
        if at.tzinfo is not None:
            return at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise InvalidError("is not a cursor of this list", "cursor")


def show_post(call: Call[None], desk: Desk) -> PostView:
    """Read a post, its state and why, and the hash that an approval must name."""
    return viewed(desk.post(call))


def change_post(call: Call[PostEdit], desk: Desk) -> Change:
    """Change the text, the pictures or the time; earlier approvals no longer count, for they were of something else."""
    post, edit = desk.post(call), call.body
    if post.state not in (PostState.IN_REVIEW, PostState.APPROVED, PostState.SCHEDULED, PostState.HELD):
        raise StateError(f"The post is {post.state.value}; it cannot be changed any more.")
    if post.sent:
        raise StateError("Parts of it are out already; recall them, or approve the rest as it stands.")
    account = desk.registered(Account, call, post.account)
    decision = desk.permission(call, Activity.CREATE, post.function, post.agency, account)
    guidelines = in_force(call, desk)
    text, thread = revoiced(*_reworded(post, edit), post, guidelines, call, desk)
    publish_at = None if edit.now else desk.instant(call, edit.publish_at, "publish_at") or post.publish_at
    changed = replace(
        post,
        text=post.text if text is None else worded(text, post.network, "text", reply=bool(post.in_reply_to)),
        thread=post.thread if thread is None else threaded(thread, post.network, ""),
        media=post.media if edit.media is None else attached(edit.media, call, desk, post.network, ""),
        publish_at=publish_at,
        commitments=post.commitments if edit.commitments is None else committed(edit.commitments, call, desk, ""),
        on_call=post.on_call and publish_at is None and not edit.now,
        author=call.caller.member,
        author_party=call.caller.party,
        editors=tuple(sorted({*post.editors, post.author} - {call.caller.member})),
        as_is=False,
        reply=None,
        approvals=(),
        demand=decision.demand.at_least_one(),
        change_request=None,
        due_at=None,
        state=PostState.IN_REVIEW,
        state_at=call.now,
        because="changed",
        version=post.version + 1,
    )
    changed, _ = check_plan(held_to(changed, guidelines, ""), call, desk)
    at = check_elsewhere((changed,), call, desk)
    (changed,) = at.posts
    if content_hash(changed) != content_hash(post):
        changed = replace(changed, changes=post.changes + 1)
    data = {**telling(changed), "content_hash": content_hash(changed), "changes": changed.changes}
    fact = Fact(type="post.changed", subject=post.id, data=data)
    return Change(records=(changed, *at.records), facts=(fact, *at.facts), reply=viewed(changed))


def _reworded(post: Post, edit: PostEdit) -> tuple[str | None, tuple[str, ...] | None]:
    """The text and the thread that the edit gives, or takes over from who asked for a change."""
    if not edit.as_suggested:
        return edit.text, edit.thread
    if edit.text is not None or edit.thread is not None:
        raise InvalidError("cannot be given beside a text", "as_suggested")
    if post.change_request is None or post.change_request.text is None:
        raise StateError("Nobody suggests a text for it.")
    return post.change_request.text, post.change_request.thread


def publish_post(call: Call[None], desk: Desk) -> Change:
    """Send an approved post that waits for a call, now; what is stopped is held all the same."""
    post = desk.post(call)
    account = desk.registered(Account, call, post.account)
    decision = desk.permission(call, Activity.POST, post.function, post.agency, account, requested=post.as_is)
    if post.as_is and call.caller.party is not Party.AGENCY:
        raise ForbiddenError("The agency was asked to post this; it is the one who sends it.")
    if post.state is not PostState.APPROVED:
        raise StateError(f"The post is {post.state.value}; only one that is approved and waits for a call is sent so.")
    post = still_held_to(post, in_force(call, desk))
    if account.kind is AccountKind.PERSON and not post.is_approved_by(account.owner):
        raise StateError("It is not approved by the account's owner; change it, and have that approved.")
    if post.awaits_client(call.now):
        raise StateError("The guidelines ask for the client's approval by now; change it, and have that approved.")
    called = post.moved(PostState.SCHEDULED, call.now)
    told = {"called_for": True, "as_is": post.as_is, "mandate": decision.reason}
    going = schedule_at(called, call.now, call, desk, "called for", **told)
    return Change(records=going.records, facts=going.facts, reply=viewed(going.post))


def cancel_post(call: Call[Cancellation], desk: Desk) -> Change:
    """Cancel a post that has not gone out; what has gone out is recalled instead."""
    post = desk.post(call)
    account = desk.registered(Account, call, post.account)
    desk.permission(call, Activity.CREATE, post.function, post.agency, account)
    reason = clean(call.body.reason, "reason", longest=500)
    cancelled = post.moved(PostState.CANCELLED, call.now, reason)
    fact = Fact(type="post.cancelled", subject=post.id, data={"reason": reason})
    return Change(records=(cancelled,), facts=(fact,), reply=viewed(cancelled))


def _answered(wanted: NewPost, call: Call[NewPost], desk: Desk) -> Mention | None:
    if wanted.mention is None:
        return None
    mention = desk.store.mention(wanted.mention)
    if mention is None or mention.client != call.client:
        raise InvalidError("is not a mention of this client", "mention")
    if mention.state is MentionState.RETRACTED:
        raise InvalidError("was taken back by its author; there is nothing to answer", "mention")
    check_free(mention, call.caller.member, call.now)
    return mention
