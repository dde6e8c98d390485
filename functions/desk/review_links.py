"""Links by which people without a key read one week's review, as a page."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from functions.desk.reviews import check_begun, reviewed
from functions.desk.secret_addresses import check_may_end, opened
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed, Visit
from shared.domain.errors import InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Client, Party
from shared.domain.review_links import LONGEST_DAYS, TOKEN, ReviewLink
from shared.domain.text import clean
from shared.domain.tokens import Token, new_secret

MOST_LINKS = 100
"""That are open at once, of one client."""


class NewReviewLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``name``: whom it is for, so that it is known which one to withdraw. ``days``: 1 to 90 from now."""

    name: str
    days: int = 14


class ReviewLinkView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``url`` is shown once, when the link is made; whoever has it reads that week's review."""

    id: str
    week: str
    name: str
    party: Party
    made_by: str
    made_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None
    url: str | None = None


def show_review_page(call: Call[None], desk: Desk) -> str:
    """Read a week's review as a page for people: whole in itself, to be read on a screen or printed."""
    return _page(desk.client(call), call.path["week"], call.now, desk)


def make_review_link(call: Call[NewReviewLink], desk: Desk) -> Change:
    """Make an address at which a week's review is read without a key, until it expires or is withdrawn."""
    client, week = desk.client(call), call.path["week"]
    check_begun(client, week, call.now)
    if not 1 <= call.body.days <= LONGEST_DAYS:
        raise InvalidError(f"must be 1 to {LONGEST_DAYS}", "days")
    if sum(link.is_open(call.now) for link in desk.store.list(ReviewLink, client.id)) >= MOST_LINKS:
        raise StateError(f"There are {MOST_LINKS} links already; withdraw one that nobody reads.")
    secret, digest = new_secret(desk.entropy)
    link = ReviewLink(
        id=call.new_id("rvl"),
        client=client.id,
        week=week,
        name=clean(call.body.name, "name", longest=100),
        party=call.caller.party,
        agency=call.caller.agency,
        key=call.caller.key,
        digest=digest,
        made_by=call.caller.member,
        made_at=call.now,
        expires_at=call.now + timedelta(days=call.body.days),
    )
    token = Token(kind=TOKEN, realm=client.id, key=link.id, secret=secret)
    fact = Fact(type="review.link_made", subject=link.id, data={"week": week, "name": link.name})
    return Change(records=(link,), facts=(fact,), reply=_view(link, f"{call.base}/reviews/{token}"))


def list_review_links(call: Call[None], desk: Desk) -> Listed[ReviewLinkView]:
    """List the links to a week's review, without their secrets."""
    week = call.path["week"]
    links = (link for link in desk.store.list(ReviewLink, call.client) if link.week == week)
    return listed(call, links, by_id).shown(_view)


def withdraw_review_link(call: Call[None], desk: Desk) -> Change:
    """Withdraw a link of the caller's own party, or as the client any: it opens nothing any more."""
    link = desk.store.get(ReviewLink, call.client, call.path["link"])
    if link is None or link.week != call.path["week"]:
        raise NotFoundError("There is no such link.")
    check_may_end(call, link, "link")
    if link.withdrawn_at is not None:
        raise StateError("That link is withdrawn already.")
    withdrawn = replace(link, withdrawn_at=call.now, version=link.version + 1)
    fact = Fact(type="review.link_withdrawn", subject=link.id, data={"week": link.week, "name": link.name})
    return Change(records=(withdrawn,), facts=(fact,), reply=_view(withdrawn))


def open_review_page(visit: Visit[None], desk: Desk) -> str:
    """Read the review to which a link was made, as a page."""
    link = _opened(visit, desk)
    client = desk.store.get(Client, link.client, link.client)
    if client is None:
        raise NotFoundError("There is no such review.")
    return _page(client, link.week, visit.now, desk)


def _opened(visit: Visit[Any], desk: Desk) -> ReviewLink:
    link = opened(ReviewLink, Token.parse(visit.path["token"], TOKEN), visit.now, desk)
    if link is None or not link.is_open(visit.now):
        raise NotFoundError("There is no such review; its link has expired, was withdrawn, or is not whole.")
    return link


def _page(client: Client, week: str, now: datetime, desk: Desk) -> str:
    from functions.desk.review_page.page import page  # noqa: PLC0415  templates and charts load with the first page

    return page(client, reviewed(client, week, now, desk.store), now, desk.store)


def _view(link: ReviewLink, url: str | None = None) -> ReviewLinkView:
    return ReviewLinkView(
        id=link.id,
        week=link.week,
        name=link.name,
        party=link.party,
        made_by=link.made_by,
        made_at=link.made_at,
        expires_at=link.expires_at,
        withdrawn_at=link.withdrawn_at,
        url=url,
    )
