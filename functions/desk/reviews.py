"""The ledger as both parties may read it, and the weekly review made from it."""

from dataclasses import replace
from datetime import date

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError, NotFoundError, StateError
from shared.domain.ledger import Entry, Fact
from shared.domain.review import Actions, Review, ReviewAction, days_of, review, week_bounds
from shared.domain.text import clean

LARGEST_PAGE = 500


class NewAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A new action by its ``text``, or the ``done`` one by its id."""

    text: str | None = None
    done: str | None = None


class LedgerPage(msgspec.Struct, frozen=True):
    """One UTC day's entries, oldest first; ``next`` goes into ``after`` for the following page."""

    items: list[Entry]
    next: str | None


def show_ledger(call: Call[None], desk: Desk) -> LedgerPage:
    """Read what happened on one day: who did what, when, and under which mandate."""
    try:
        day = date.fromisoformat(call.query.get("day", call.now.date().isoformat()))
    except ValueError as wrong:
        raise InvalidError("is not a date such as 2026-11-25", "day") from wrong
    found = desk.store.ledger(call.client, day, call.query.get("after", ""))
    items = [entry for _, entry in zip(range(LARGEST_PAGE), found, strict=False)]
    return LedgerPage(items=items, next=items[-1].id if len(items) == LARGEST_PAGE else None)


def show_review(call: Call[None], desk: Desk) -> Review:
    """Read a week's review: the one that was made at its end, or the week as it stands."""
    week, client = call.path["week"], desk.client(call)
    starts_at, ends_at = week_bounds(week, client.zone)
    if starts_at > call.now:
        raise NotFoundError("That week has not begun.")
    agreed = desk.store.get(Actions, client.id, client.id) or Actions(client=client.id)
    made = desk.store.get(Review, client.id, week)
    if made is not None:
        return replace(made, actions=agreed.items)
    days = days_of(starts_at, min(ends_at, call.now))
    entries = (entry for day in days for entry in desk.store.ledger(client.id, day))
    return review(client.id, week, client.zone, entries, agreed.items, call.now)


def agree_action(call: Call[NewAction], desk: Desk) -> Change:
    """Note an action agreed in a week's review, or that one is done; open ones carry over."""
    client, week, wanted = desk.client(call), call.path["week"], call.body
    week_bounds(week, client.zone)
    before = desk.store.get(Actions, client.id, client.id)
    items = before.items if before else ()
    if (wanted.text is None) == (wanted.done is None):
        raise InvalidError("or done must be given, not both", "text")
    if wanted.text is not None:
        action = ReviewAction(
            id=call.new_id("act"),
            text=clean(wanted.text, "text", longest=1000),
            agreed_in=week,
            by=call.caller.member,
            at=call.now,
        )
        items, fact = (*items, action), Fact(type="action.agreed", subject=action.id, data={"week": week})
    else:
        found = next((one for one in items if one.id == wanted.done), None)
        if found is None:
            raise InvalidError("is not an action of this client", "done")
        if found.done_at is not None:
            raise StateError("That action is done already.")
        action = replace(found, done_at=call.now)
        items = tuple(action if one.id == action.id else one for one in items)
        fact = Fact(type="action.done", subject=action.id, data={"week": week})
    changed = Actions(client=client.id, items=items, version=before.version + 1 if before else 1)
    return Change(records=(changed,), facts=(fact,), reply=action)
