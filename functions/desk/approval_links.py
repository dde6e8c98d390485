"""A person without a key decides on one post by a link that is good for once, and a code that comes by another way."""

from dataclasses import replace
from datetime import datetime

import msgspec

from functions.desk import approval_page
from functions.desk.approvals import NewApproval, Verdict, decide_on_post, permission
from functions.desk.members import check_own
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.priorities import points
from shared.api.routes import Actor, Call, Change, Listed, Visit
from shared.domain.accounts import Account
from shared.domain.approval_links import (
    LONGEST_HOURS,
    MOST_WRONG_CODES,
    TOKEN_KIND,
    USUAL_HOURS,
    ApprovalLink,
    LinkState,
    address,
    link_to,
    made,
    new_secrets,
    opened,
)
from shared.domain.endpoints import Endpoint
from shared.domain.errors import BackchannelError, ForbiddenError, InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Caller, Client, Member, Party, Scope
from shared.domain.posts import Post, PostState
from shared.domain.tokens import Token

VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.WITHDRAW)
"""That a link can be used for."""
_NO_TOKEN = Token(kind=TOKEN_KIND, realm="nobody", key="none", secret="none")  # noqa: S106


class NewApprovalLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``hours``: 1 to 72 from now."""

    member: str
    hours: int = USUAL_HOURS


class ApprovalLinkMade(msgspec.Struct, frozen=True):
    """Shown this once. Send the ``url`` in a message and the ``code`` by another way, a call or another app."""

    id: str
    url: str
    code: str
    expires_at: datetime


class ApprovalLinkView(msgspec.Struct, frozen=True):
    id: str
    post: str
    content_hash: str
    member: str
    party: Party
    state: LinkState
    made_by: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    verdict: str
    withdrawn_at: datetime | None
    wrong_codes: int


class LinkDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``verdict``: approve, reject or request_change; ``reason`` is needed for all but the first."""

    verdict: Verdict
    code: str
    reason: str = ""


class LinkDecided(msgspec.Struct, frozen=True):
    post: str
    verdict: Verdict
    state: PostState
    """Of the post, after it."""


def make_approval_link(call: Call[NewApprovalLink], desk: Desk) -> Change:
    """Make a link by which a member of the caller's own party decides on the post as it stands; shown this once."""
    post = desk.post(call)
    member = desk.registered(Member, call, call.body.member)
    check_own(call, member)
    if member.removed_at is not None:
        raise InvalidError("is a member who was removed", "member")
    points(call.body.hours, 1, LONGEST_HOURS, "hours")
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review is decided on.")
    secrets = new_secrets(desk.entropy)
    link = link_to(
        post,
        member,
        secrets,
        id=call.new_id("lnk"),
        made_by=call.caller.member,
        now=call.now,
        hours=call.body.hours,
    )
    # One by which nothing could be decided is not made.
    permission(post, desk.registered(Account, call, post.account), _call_of(link, call, Verdict.APPROVE, ""), desk)
    shown = ApprovalLinkMade(
        id=link.id, url=address(link, secrets, call.base), code=secrets.code, expires_at=link.expires_at
    )
    return Change(records=(link,), facts=(made(link),), reply=shown)


def list_approval_links(call: Call[None], desk: Desk) -> Listed[ApprovalLinkView]:
    """List the links to a post without their secrets, and what became of each."""
    post = desk.post(call)
    links = desk.store.list(ApprovalLink, call.client)
    page = listed(call, (link for link in links if link.post == post.id), by_id)
    return page.shown(lambda link: _view(link, call.now))


def withdraw_approval_link(call: Call[None], desk: Desk) -> Change:
    """Withdraw a link that the caller's own party made; it decides nothing from now on."""
    post = desk.post(call)
    link = desk.store.get(ApprovalLink, call.client, call.path["link"])
    if link is None or link.post != post.id:
        raise NotFoundError("There is no such link.")
    check_own(call, link)
    state = link.state(call.now)
    if state is not LinkState.OPEN:
        raise StateError(f"The link is {state.value}; only an open one is withdrawn.")
    withdrawn = link.withdrawn(call.now)
    fact = Fact(type="link.withdrawn", subject=link.id, data={"post": post.id})
    return Change(records=(withdrawn,), facts=(fact,), reply=_view(withdrawn, call.now))


def show_approval_page(visit: Visit[None], desk: Desk) -> str:
    """Show a person who was sent a link what is to be decided; opening it changes nothing."""
    link, _ = _opened(visit, desk)
    link.check_open(visit.now)
    post, member = _asked(link, desk)
    _check_in_review(post)
    client = desk.store.get(Client, link.client, link.client)
    answered = desk.store.mention(post.mention) if post.mention else None
    pictures = [(media, desk.shelf.link(link.client, media)) for media in post.media]
    zone = client.zone if client else "UTC"
    return approval_page.asking(link, post, member, zone, answered, pictures, VERDICTS)


def decide_by_link(visit: Visit[LinkDecision], desk: Desk) -> Change:
    """Decide with a link and its code, once; as a key of its member would."""
    link, secret = _opened(visit, desk)
    link.check_open(visit.now)
    code = "".join(visit.body.code.split())
    if len(code) != link.code_digits or not code.isascii() or not code.isdecimal():
        digits = f"must be the {link.code_digits} digits that you were told by another way than the link"
        raise InvalidError(digits, "code")
    verdict = visit.body.verdict
    if verdict not in VERDICTS:
        raise InvalidError("must be one of " + ", ".join(VERDICTS), "verdict")
    post, _ = _asked(link, desk)
    _check_in_review(post)
    # It is decided before the code is looked at, so that a right guess takes no longer than a wrong one.
    decided: Change | BackchannelError
    try:
        decided = decide_on_post(_call_of(link, visit, verdict, visit.body.reason), desk)
    except BackchannelError as refusal:
        decided = refusal
    if not link.decides_with(secret, code):
        return _wrong(link)
    if isinstance(decided, BackchannelError):
        raise decided
    used = link.used(verdict.value, visit.now)
    fact = Fact(type="link.used", subject=link.id, data={"post": post.id, "verdict": verdict.value})
    after = next((record for record in decided.records if isinstance(record, Post) and record.id == post.id), post)
    reply = LinkDecided(post=post.id, verdict=verdict, state=after.state)
    return replace(
        decided,
        records=(used, *decided.records),
        facts=(*decided.facts, fact),
        reply=approval_page.decided(after, verdict) if visit.form else reply,
        by=Actor(realm=link.client, who=_who(link)),
    )


def _wrong(link: ApprovalLink) -> Change:
    tried = link.wrongly_tried()
    left = MOST_WRONG_CODES - tried.wrong_codes
    fact = Fact(type="link.code_refused", subject=link.id, data={"post": link.post, "tries_left": left})
    more = f"{left} tries are left; go back and try again." if left else "The link is closed; ask for a new one."
    return Change(
        records=(tried,),
        facts=(fact,),
        reply=None,
        by=Actor(realm=link.client, who={"link": link.id}),  # of the person nothing is proven
        refusal=ForbiddenError(f"The code is wrong. {more}"),
    )


def _opened(visit: Visit[LinkDecision] | Visit[None], desk: Desk) -> tuple[ApprovalLink, str]:
    """The link that the token in the address opens, and its secret. Costs the same for one that opens nothing."""
    given = visit.path["token"]
    token = (Token.parse(given, TOKEN_KIND) if given.isascii() else None) or _NO_TOKEN
    link = opened(desk.store.get(ApprovalLink, token.realm, token.key), token.secret)
    if link is None:
        raise NotFoundError("There is no such link. Check that the address is whole, or ask for a new one.")
    return link, token.secret


def _asked(link: ApprovalLink, desk: Desk) -> tuple[Post, Member]:
    post, member = desk.store.post(link.post), desk.store.get(Member, link.client, link.member)
    if post is None or member is None:
        raise NotFoundError("What this link was made for is not there any more.")
    link.check_shows(post, member)
    if link.code_salt:
        link.check_asked_by(desk.store.get(Endpoint, link.client, link.made_by))
    return post, member


def _check_in_review(post: Post) -> None:
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; there is nothing to decide on it any more.")


def _call_of(
    link: ApprovalLink, of: Visit[LinkDecision] | Call[NewApprovalLink], verdict: Verdict, reason: str
) -> Call[NewApproval]:
    """The call that the link's member would make with a key that may approve and nothing else."""
    caller = Caller(
        realm=link.client,
        key=link.id,
        member=link.member,
        party=link.party,
        agency=link.agency,
        scopes=frozenset({Scope.APPROVE}),
    )
    return Call(
        caller=caller,
        body=NewApproval(verdict=verdict, content_hash=link.content_hash, reason=reason),
        path={"client": link.client, "post": link.post},
        now=of.now,
        new_id=of.new_id,
    )


def _who(link: ApprovalLink) -> dict[str, str]:
    named = {"member": link.member, "link": link.id, "party": link.party.value}
    return named | ({"agency": link.agency} if link.agency else {})


def _view(link: ApprovalLink, now: datetime) -> ApprovalLinkView:
    return ApprovalLinkView(
        id=link.id,
        post=link.post,
        content_hash=link.content_hash,
        member=link.member,
        party=link.party,
        state=link.state(now),
        made_by=link.made_by,
        made_at=link.made_at,
        expires_at=link.expires_at,
        used_at=link.used_at,
        verdict=link.verdict,
        withdrawn_at=link.withdrawn_at,
        wrong_codes=link.wrong_codes,
    )
