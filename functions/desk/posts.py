"""Outbound messages before they go out: written, changed, cancelled. Approval is in ``approvals``."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec

from functions.desk.elsewhere import placed
from functions.desk.guidelines import held_to, in_force, still_held_to
from functions.desk.media import Attached, attached
from functions.desk.plans import check_plan
from functions.desk.reuse import Reuse, reused, worded_by
from functions.desk.roster import check_may_speak
from functions.desk.signing import revoiced, voiced
from functions.desk.tools import Desk, widened
from shared.api.routes import Call, Change
from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Approval
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.follow_ups import MOST_COMMITMENTS, Commitment
from shared.domain.guidelines.rules import Guidelines
from shared.domain.ledger import Fact
from shared.domain.links import check_links
from shared.domain.listening.claims import check_free
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.mandate import Activity
from shared.domain.parties import Party, Scope
from shared.domain.posts import LONGEST_THREAD, Post, PostState, Published, Question, UsedReply, content_hash
from shared.domain.replies import SavedReply, check_usable
from shared.domain.reusable import hash_of
from shared.domain.schedule import Timer, utc, wake_at
from shared.domain.text import clean, language
from shared.networks import capabilities_of
from shared.networks.capabilities import Does
from shared.stores import Record

LONGEST_TEXT = 25_000
MOST_LISTED = 200


class NewCommitment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a draft promises, and until when; it is somebody's to keep from when the post is out."""

    what: str
    due_at: datetime


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A post names its account twice, by id and handle, so that a slip is seen.

    ``thread``: further parts, each a reply to the one before. ``media``: pictures, which go out with the first part.
    ``publish_at`` with an offset is an instant; without one
    it is meant in the client's zone. ``on_call``: once approved it waits for ``POST …/publish``, for agencies that have
    a scheduler of their own. ``language``: ISO 639-1, for guidelines that allow some only. ``reply``: a saved reply, or
    evergreen content, in place of ``text``.
    ``commitments``: up to 5.
    """

    account: str
    handle: str
    text: str | None = None
    reply: Reuse | None = None
    thread: tuple[str, ...] = ()
    media: tuple[Attached, ...] = ()
    publish_at: datetime | None = None
    on_call: bool = False
    language: str = ""
    commitments: tuple[NewCommitment, ...] = ()


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
    at = placed((post,), call, desk)
    (post,) = at.posts
    if wanted.as_is:
        post = _asked_for_as_is(post, call, desk)
    post, uses = reused(post, call, desk)
    data: dict[str, Any] = {"mention": post.mention, "account": post.account}
    data |= {"as_is": True} if post.as_is else {}
    data |= {"reply": post.reply.id} if post.reply else {}
    fact = Fact(type="post.drafted", subject=post.id, data=data)
    if post.needs_approval and not post.approved(call.now):
        post, _ = check_plan(post, call, desk)
        return Change(records=(post, *uses, *at.records), facts=(fact, *at.facts), reply=viewed(post))
    check_may_speak(post, call, desk)
    because = _unasked(post)
    if post.on_call:
        waiting, _ = check_plan(replace(post, state=PostState.APPROVED, because=because), call, desk)
        return Change(records=(waiting, *uses, *at.records), facts=(fact, *at.facts), reply=viewed(waiting))
    due_at = post.publish_at or call.now
    ready = replace(post, state=PostState.SCHEDULED, due_at=due_at, because=because)
    ready, place = check_plan(ready, call, desk)
    approved_by = {"approved_by": [one.member for one in post.approvals]} if post.approvals else {}
    scheduled = Fact(type="post.scheduled", subject=post.id, data={"due_at": due_at.isoformat(), **approved_by})
    records: tuple[Record, ...] = (ready, timer(ready), *place, *uses, *at.records)
    return Change(records=records, facts=(fact, *at.facts, scheduled), reply=viewed(ready))


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


def drafted(
    call: Call[Any],
    desk: Desk,
    draft: Draft,
    field: str,
    *,
    agency: str,
    mention: Mention | None = None,
    recommendation: str | None = None,
    function: str | None = None,
    guidelines: Guidelines | None = None,
) -> Post:
    """A new post in review. ``field`` is where the draft stands in the request, for what is wrong with it.

    A recommendation asks for an approval even of what the mandate delegates. ``guidelines``: when they are known.
    """
    place = f"{field}." if field else ""
    account = _account(draft, call, desk, place)
    serves = mention.function if mention else function
    if serves is None:
        raise InvalidError("must be given for a post that answers no mention", f"{place}function")
    if function not in (None, serves):
        raise InvalidError(f"must be that of the mention, {serves}", f"{place}function")
    decision = desk.permission(call, Activity.CREATE, serves, agency, account)
    answers = mention is not None and mention.network == account.network
    capabilities_of(account.network).check_does(Does.REPLY if answers else Does.POST, f"{place}account")
    if draft.on_call and draft.publish_at is not None:
        raise InvalidError("cannot be given for a post that waits for a call", f"{place}publish_at")
    if draft.language != language(draft.language):
        raise InvalidError("must be a language's two letters (ISO 639-1)", f"{place}language")
    guidelines = guidelines or in_force(call, desk)
    saved, text = _text(draft, call, desk, account, place)
    text, thread = voiced(text, draft, place, serves, account, guidelines, call, desk)
    post = Post(
        id=call.new_id("pst"),
        client=call.client,
        agency=agency,
        account=account.id,
        network=account.network,
        handle=account.handle,
        function=serves,
        text=worded(text, account.network, f"{place}text", reply=answers),
        thread=threaded(thread, account.network, place),
        media=attached(draft.media, call, desk, account.network, place),
        in_reply_to=mention.external_id if mention and answers else "",
        mention=mention.id if mention else None,
        recommendation=recommendation,
        author=call.caller.member,
        author_party=call.caller.party,
        publish_at=instant(draft.publish_at, call, desk, f"{place}publish_at"),
        on_call=draft.on_call,
        demand=decision.demand.at_least_one() if recommendation else decision.demand,
        created_at=call.now,
        state_at=call.now,
        language=draft.language or (saved.language if saved else ""),
        reply=UsedReply(id=saved.id, content_hash=hash_of(saved)) if saved else None,
        shadow=account.shadow,
        commitments=_committed(draft.commitments, call, desk, place),
    )
    if saved is not None:
        check_usable(saved, post, f"{place}reply")
    return held_to(post, guidelines, place)


def list_posts(call: Call[None], desk: Desk) -> list[PostView]:
    """List posts in a state, the newest first; those that wait for approval by default."""
    given = call.query.get("state", PostState.IN_REVIEW.value)
    state = next((state for state in PostState if state.value == given), None)
    if state is None:
        raise InvalidError(f"must be one of {', '.join(PostState)}", "state")
    found: Iterator[Post] = desk.store.posts(call.client, state)
    return [viewed(post) for _, post in zip(range(MOST_LISTED), found, strict=False)]


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
    publish_at = None if edit.now else instant(edit.publish_at, call, desk, "publish_at") or post.publish_at
    changed = replace(
        post,
        text=post.text if text is None else worded(text, post.network, "text", reply=bool(post.in_reply_to)),
        thread=post.thread if thread is None else threaded(thread, post.network, ""),
        media=post.media if edit.media is None else attached(edit.media, call, desk, post.network, ""),
        publish_at=publish_at,
        commitments=post.commitments if edit.commitments is None else _committed(edit.commitments, call, desk, ""),
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
    at = placed((changed,), call, desk)
    (changed,) = at.posts
    fact = Fact(type="post.changed", subject=post.id, data={"content_hash": content_hash(changed)})
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
    check_may_speak(post, call, desk)
    if account.kind is AccountKind.PERSON and not post.is_approved_by(account.owner):
        raise StateError("It is not approved by the account's owner; change it, and have that approved.")
    if post.awaits_client(call.now):
        raise StateError("The guidelines ask for the client's approval by now; change it, and have that approved.")
    scheduled = post.moved(PostState.SCHEDULED, call.now, "called for", due_at=call.now)
    scheduled, place = check_plan(scheduled, call, desk)
    fact = Fact(
        type="post.scheduled",
        subject=post.id,
        data={"due_at": call.now.isoformat(), "called_for": True, "as_is": post.as_is, "mandate": decision.reason},
    )
    return Change(records=(scheduled, timer(scheduled), *place), facts=(fact,), reply=viewed(scheduled))


def cancel_post(call: Call[Cancellation], desk: Desk) -> Change:
    """Cancel a post that has not gone out; what has gone out is recalled instead."""
    post = desk.post(call)
    account = desk.registered(Account, call, post.account)
    desk.permission(call, Activity.CREATE, post.function, post.agency, account)
    reason = clean(call.body.reason, "reason", longest=500)
    cancelled = post.moved(PostState.CANCELLED, call.now, reason)
    fact = Fact(type="post.cancelled", subject=post.id, data={"reason": reason})
    return Change(records=(cancelled,), facts=(fact,), reply=viewed(cancelled))


def timer(post: Post) -> Timer:
    """What wakes a scheduled post."""
    if post.due_at is None:
        raise StateError("The post has no time at which it is due.")
    return wake_at(post, post.due_at)


def instant(at: datetime | None, call: Call[Any], desk: Desk, field: str) -> datetime | None:
    """``at`` in UTC, in the future; a wall-clock time is read in the client's zone."""
    if at is None:
        return None
    due_at = utc(at, field, "UTC" if at.tzinfo else desk.client(call).zone)
    if due_at < call.now:
        raise InvalidError("is in the past", field)
    return due_at


def worded(text: str, network: str, field: str, *, reply: bool) -> str:
    """Text that the network will take, with links that lead where they say."""
    cleaned = clean(text, field, longest=LONGEST_TEXT)
    check_links(cleaned, field)
    capabilities_of(network).check_text(cleaned, field, reply=reply)
    return cleaned


def _text(draft: Draft, call: Call[Any], desk: Desk, account: Account, place: str) -> tuple[SavedReply | None, str]:
    """What the post says; with the saved reply that it is, where it is one."""
    if draft.reply is None:
        if draft.text is None:
            raise InvalidError("must be given, where no saved reply is", f"{place}text")
        return None, draft.text
    if draft.text is not None or draft.thread or draft.media:
        raise InvalidError("goes out as it was approved: without another text, parts or pictures", f"{place}reply")
    return worded_by(draft.reply, call, desk, account, place)


def threaded(parts: tuple[str, ...], network: str, place: str) -> tuple[str, ...]:
    if len(parts) >= LONGEST_THREAD:
        raise InvalidError(f"makes more than {LONGEST_THREAD} parts", f"{place}thread")
    if parts:
        capabilities_of(network).check_does(Does.THREAD, f"{place}thread")
    return tuple(worded(part, network, f"{place}thread.{index}", reply=True) for index, part in enumerate(parts))


def _committed(given: tuple[NewCommitment, ...], call: Call[Any], desk: Desk, place: str) -> tuple[Commitment, ...]:
    if len(given) > MOST_COMMITMENTS:
        raise InvalidError(f"holds more than {MOST_COMMITMENTS}", f"{place}commitments")
    made = []
    for index, one in enumerate(given):
        field = f"{place}commitments.{index}"
        due_at = instant(one.due_at, call, desk, f"{field}.due_at") or one.due_at
        made.append(Commitment(what=clean(one.what, f"{field}.what", longest=500), due_at=due_at))
    return tuple(made)


def _account(draft: Draft, call: Call[Any], desk: Desk, place: str) -> Account:
    account = desk.store.get(Account, call.client, draft.account)
    if account is None or account.closed_at is not None:
        raise InvalidError("is not an account of this client", f"{place}account")
    if account.kind is AccountKind.PERSON and account.owner is None:
        raise InvalidError("is a person's who works for the client no more; nobody has it speak", f"{place}account")
    if draft.handle.removeprefix("@").casefold() != account.handle.casefold():
        raise InvalidError(f"does not belong to that account, which is @{account.handle}", f"{place}handle")
    return account


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
