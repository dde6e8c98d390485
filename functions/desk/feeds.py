"""Feeds: addresses at which a calendar program reads the plan, which cannot send a key."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from functions.desk.ics import written
from functions.desk.plan_calendars import planned
from functions.desk.secret_addresses import check_may_end, opened
from functions.desk.tools import Desk
from shared.api.pages import by_id, listed
from shared.api.routes import Call, Change, Listed, Visit
from shared.domain.accounts import Account
from shared.domain.errors import NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Client, Member, Party
from shared.domain.plan.feeds import TOKEN, Feed
from shared.domain.plan.rules import Plan
from shared.domain.plan.wall import local_day
from shared.domain.roster.shifts import Shift
from shared.domain.text import clean
from shared.domain.tokens import Token, new_secret
from shared.stores import Reference

MOST_FEEDS = 100
"""That are open at once, of one client."""
PAST = timedelta(days=31)
AHEAD = timedelta(days=92)
"""What a feed shows."""


class NewFeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``name``: whose calendar it is for, so that it is known which one to close."""

    name: str


class FeedView(msgspec.Struct, frozen=True, omit_defaults=True):
    """``url`` is shown once, when the feed is made; whoever has it reads the plan."""

    id: str
    name: str
    party: Party
    made_by: str
    made_at: datetime
    closed_at: datetime | None = None
    url: str | None = None


def make_feed(call: Call[NewFeed], desk: Desk) -> Change:
    """Make an address for a calendar program; it opens the plan alone, as long as the key that made it is good."""
    if sum(feed.closed_at is None for feed in desk.store.list(Feed, call.client)) >= MOST_FEEDS:
        raise StateError(f"There are {MOST_FEEDS} feeds already; close one that nobody reads.")
    secret, digest = new_secret(desk.entropy)
    feed = Feed(
        id=call.new_id("fed"),
        client=call.client,
        name=clean(call.body.name, "name", longest=100),
        party=call.caller.party,
        agency=call.caller.agency,
        key=call.caller.key,
        digest=digest,
        made_by=call.caller.member,
        made_at=call.now,
    )
    token = Token(kind=TOKEN, realm=call.client, key=feed.id, secret=secret)
    url = f"{call.base}/clients/{call.client}/plan.ics?token={token}"
    fact = Fact(type="plan.feed_made", subject=feed.id, data={"name": feed.name})
    return Change(records=(feed,), facts=(fact,), reply=_view(feed, url))


def list_feeds(call: Call[None], desk: Desk) -> Listed[FeedView]:
    """List the addresses at which the plan can be read, without their secrets."""
    return listed(call, desk.store.list(Feed, call.client), by_id).shown(_view)


def close_feed(call: Call[None], desk: Desk) -> Change:
    """Close a feed of the caller's own party, or as the client any: its address opens nothing any more."""
    feed = desk.registered(Feed, call, call.path["feed"])
    check_may_end(call, feed, "feed")
    if feed.closed_at is not None:
        raise StateError("That feed is closed already.")
    closed = replace(feed, closed_at=call.now, version=feed.version + 1)
    fact = Fact(type="plan.feed_closed", subject=feed.id, data={"name": feed.name})
    return Change(records=(closed,), facts=(fact,), reply=_view(closed))


def read_feed(visit: Visit[None], desk: Desk) -> bytes:
    """Read the plan as an iCalendar feed (RFC 5545), at the address that was made for it."""
    client = _opened(visit, desk)
    references = {kind: Reference(kind, client, client) for kind in (Client, Plan)}
    found = desk.store.together(list(references.values()))
    zone = ZoneInfo(found[references[Client]].zone)
    plan: Plan = found.get(references[Plan]) or Plan(client=client)
    shifts = tuple(desk.store.list(Shift, client))
    handles = {account.id: account.handle for account in desk.store.list(Account, client)}
    signatures = {member.id: member.signature for member in desk.store.list(Member, client)}
    today = local_day(visit.now, zone)
    shown = planned(plan, zone, today - PAST, today + AHEAD, desk, shifts)
    return written(shown, plan, shifts, handles, signatures, client, visit.now)


def _opened(visit: Visit[Any], desk: Desk) -> str:
    """The client whose feed the token opens."""
    feed = opened(Feed, Token.parse(visit.query.get("token", ""), TOKEN), visit.now, desk)
    if feed is None or feed.closed_at is not None or feed.client != visit.path["client"]:
        raise NotFoundError("There is no such feed.")
    return feed.client


def _view(feed: Feed, url: str | None = None) -> FeedView:
    return FeedView(
        id=feed.id,
        name=feed.name,
        party=feed.party,
        made_by=feed.made_by,
        made_at=feed.made_at,
        closed_at=feed.closed_at,
        url=url,
    )
