"""A week's review out of what is stored, for whoever makes it and whoever reads it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from shared.domain.agreed import Actions, ReviewAction, ReviewNote, ReviewNotes
from shared.domain.errors import StateError
from shared.domain.ledger import Entry
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.settings import Listening
from shared.domain.parties import Client
from shared.domain.review import Agreements, Review, review, with_agreed
from shared.domain.weeks import days_of, week_bounds
from shared.stores import Reading


def summed_up(client: Client, week: str, now: datetime, store: Reading, most: int | None = None) -> Review:
    """The week as its ledger has it by now, read day by day. ``most``: of entries, above which StateError is raised."""
    starts_at, ends_at = week_bounds(week, client.zone)
    days = days_of(starts_at, min(ends_at, now))
    entries = (entry for day in days for entry in store.ledger(client.id, day))
    read = entries if most is None else _at_most(most, entries)
    return review(client.id, week, client.zone, read, agreements(client, week, store), now)


def _at_most(most: int, entries: Iterable[Entry]) -> Iterator[Entry]:
    for number, entry in enumerate(entries):
        if number >= most:
            raise StateError(f"More than {most} things happened in that week; its review is made when it has ended.")
        yield entry


def agreements(client: Client, week: str, store: Reading) -> Agreements:
    """What was laid down and agreed beside the ledger, for this week's review."""
    _, ends_at = week_bounds(week, client.zone)
    stated = store.get(Priorities, client.id, client.id)
    actions, notes = _agreed(client.id, week, store)
    return Agreements(
        listening=store.get(Listening, client.id, client.id) or Listening(client=client.id),
        priorities=stated.items if stated is not None and stated.set_at < ends_at else (),
        actions=actions,
        notes=notes,
    )


def as_agreed_since(made: Review, store: Reading) -> Review:
    """A review that was made is kept; what was agreed and noted later stands beside it."""
    return with_agreed(made, *_agreed(made.client, made.week, store))


def _agreed(client: str, week: str, store: Reading) -> tuple[tuple[ReviewAction, ...], tuple[ReviewNote, ...]]:
    actions = store.get(Actions, client, client)
    notes = store.get(ReviewNotes, client, week)
    return actions.items if actions is not None else (), notes.items if notes is not None else ()
