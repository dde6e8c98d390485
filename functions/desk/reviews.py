"""The weekly review: as it was made or stands, and what both parties agree and note in it."""

from datetime import datetime

import msgspec

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.agreed import Actions, ReviewAction, ReviewNote, ReviewNotes, agreed, done, noted
from shared.domain.errors import InvalidError, NotFoundError
from shared.domain.ledger import Fact
from shared.domain.parties import Client
from shared.domain.review import Review
from shared.domain.text import clean
from shared.domain.weeks import week_bounds
from shared.reviews import as_agreed_since, summed_up
from shared.stores import Reading

MOST_ENTRIES = 250_000
"""Of a week that is summed up while its caller waits: about 90,000 mentions with all that became of them."""


class NewAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A new action by its ``text``, or the ``done`` one by its id."""

    text: str | None = None
    done: str | None = None


class NewNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str


def show_review(call: Call[None], desk: Desk) -> Review:
    """Read a week's review: the one that was made at its end, or the week as it stands."""
    return reviewed(desk.client(call), call.path["week"], call.now, desk.store)


def reviewed(client: Client, week: str, now: datetime, store: Reading) -> Review:
    """What was made, or the week as it stands. StateError where that is too much to read at once."""
    check_begun(client, week, now)
    made = store.get(Review, client.id, week)
    if made is not None:
        return as_agreed_since(made, store)
    return summed_up(client, week, now, store, most=MOST_ENTRIES)


def check_begun(client: Client, week: str, now: datetime) -> None:
    starts_at, _ = week_bounds(week, client.zone)
    if starts_at > now:
        raise NotFoundError("That week has not begun.")


def agree_action(call: Call[NewAction], desk: Desk) -> Change:
    """Note an action agreed in a week's review, or that one is done; open ones carry over."""
    client, week, wanted = desk.client(call), call.path["week"], call.body
    week_bounds(week, client.zone)
    before = desk.store.get(Actions, client.id, client.id) or Actions(client=client.id)
    if (wanted.text is None) == (wanted.done is None):
        raise InvalidError("or done must be given, not both", "text")
    if wanted.done is not None:
        changed, action = done(before, wanted.done, week, call.caller, call.now)
        fact = Fact(type="action.done", subject=action.id, data={"week": week})
        return Change(records=(changed,), facts=(fact,), reply=action)
    action = ReviewAction(
        id=call.new_id("act"),
        text=clean(wanted.text or "", "text", longest=1000),
        agreed_in=week,
        by=call.caller.member,
        party=call.caller.party,
        at=call.now,
    )
    fact = Fact(type="action.agreed", subject=action.id, data={"week": week})
    return Change(records=(agreed(before, action),), facts=(fact,), reply=action)


def add_note(call: Call[NewNote], desk: Desk) -> Change:
    """Note something on a week that has begun, for both parties to read in its review."""
    client, week = desk.client(call), call.path["week"]
    check_begun(client, week, call.now)
    note = ReviewNote(
        id=call.new_id("not"),
        text=clean(call.body.text, "text", longest=2000),
        by=call.caller.member,
        party=call.caller.party,
        at=call.now,
    )
    before = desk.store.get(ReviewNotes, client.id, week) or ReviewNotes(client=client.id, week=week)
    fact = Fact(type="review.noted", subject=note.id, data={"week": week})
    return Change(records=(noted(before, note),), facts=(fact,), reply=note)
