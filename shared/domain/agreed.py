"""What both parties agree and note in their reviews. Actions carry over until they are done; a note is of its week."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from shared.domain.errors import InvalidError, StateError
from shared.domain.parties import Caller, Party

MOST_OPEN_ACTIONS = 100
MOST_DONE_ACTIONS = 100
"""The last that were done are kept here; those before stand in the reviews that showed them."""
MOST_NOTES = 100
"""Of one week."""
MOST_TEXT_OF_ACTIONS = 50_000
"""Bytes of those that are open, and as many of those that are done: a review holds them all beside its figures, and no
record may have more than 400 KB. A hundred letters may be three hundred bytes."""
MOST_TEXT_OF_NOTES = 300_000
"""Bytes of all on one week, which are a record of their own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewAction:
    """Something agreed in a review; it is carried over until it is done."""

    id: str
    text: str
    agreed_in: str
    by: str
    party: Party | None = None
    """Whose member that is; None: it was agreed before this was kept."""
    at: datetime
    done_at: datetime | None = None
    done_in: str = ""
    """The week in whose review it was called done."""
    done_by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Actions:
    """What a client and its agencies have agreed in reviews."""

    client: str
    items: tuple[ReviewAction, ...] = ()
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewNote:
    """Something that a member had to say about a week."""

    id: str
    text: str
    by: str
    party: Party
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewNotes:
    """All that was noted about one week."""

    client: str
    week: str
    items: tuple[ReviewNote, ...] = ()
    version: int = 1


def agreed(actions: Actions, action: ReviewAction) -> Actions:
    """With one more. Raises StateError when too many are open, or too much is said in them."""
    still_open = [one for one in actions.items if one.done_at is None]
    if len(still_open) >= MOST_OPEN_ACTIONS:
        raise StateError(f"{MOST_OPEN_ACTIONS} actions are open already; say first which of them are done.")
    if sum(map(_length, (*still_open, action))) > MOST_TEXT_OF_ACTIONS:
        raise StateError("The actions that are open are too long together; say first which of them are done.")
    return _with(actions, (*actions.items, action))


def done(actions: Actions, id_: str, week: str, caller: Caller, now: datetime) -> tuple[Actions, ReviewAction]:
    """With one that is done. Raises InvalidError when there is no such one, StateError when it was done before."""
    found = next((one for one in actions.items if one.id == id_), None)
    if found is None:
        raise InvalidError("is not an action of this client", "done")
    if found.done_at is not None:
        raise StateError("That action is done already.")
    action = replace(found, done_at=now, done_in=week, done_by=caller.member)
    return _with(actions, tuple(action if one.id == id_ else one for one in actions.items)), action


def carried(actions: Iterable[ReviewAction], week: str, starts_at: datetime) -> tuple[ReviewAction, ...]:
    """What a week's review shows: what was agreed by then, and not done before the week began."""
    return tuple(one for one in actions if one.agreed_in <= week and (one.done_at is None or one.done_at >= starts_at))


def noted(notes: ReviewNotes, note: ReviewNote) -> ReviewNotes:
    """With one more. Raises StateError when there are too many, or too much is said in them."""
    if len(notes.items) >= MOST_NOTES:
        raise StateError(f"There are {MOST_NOTES} notes on that week already.")
    if sum(map(_length, (*notes.items, note))) > MOST_TEXT_OF_NOTES:
        raise StateError("The notes on that week are too long together; say it shorter.")
    return replace(notes, items=(*notes.items, note), version=notes.version + 1 if notes.items else 1)


def _with(actions: Actions, items: tuple[ReviewAction, ...]) -> Actions:
    """The next version, which forgets the longest done beyond what is kept of them."""
    ended = sorted(((one.done_at, one.id, _length(one)) for one in items if one.done_at is not None), reverse=True)
    lengths = accumulate(length for _, _, length in ended)
    short_enough = [id_ for (_, id_, _), so_far in zip(ended, lengths, strict=True) if so_far <= MOST_TEXT_OF_ACTIONS]
    known = set(short_enough[:MOST_DONE_ACTIONS])
    kept = tuple(one for one in items if one.done_at is None or one.id in known)
    return replace(actions, items=kept, version=actions.version + 1 if actions.items else 1)


def _length(said: ReviewAction | ReviewNote) -> int:
    """Bytes of its text, as it is kept."""
    return len(json.dumps(said.text, ensure_ascii=False).encode())
