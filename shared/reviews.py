"""A week's review out of what is stored, for whoever makes it and whoever reads it."""

from datetime import datetime

from shared.domain.agreed import Actions, ReviewNotes
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.settings import Listening
from shared.domain.parties import Client
from shared.domain.review import Agreements, Review, review
from shared.domain.weeks import days_of, week_bounds
from shared.stores import Reading


def summed_up(client: Client, week: str, now: datetime, store: Reading) -> Review:
    """The week as its ledger has it by now, read day by day."""
    starts_at, ends_at = week_bounds(week, client.zone)
    days = days_of(starts_at, min(ends_at, now))
    entries = (entry for day in days for entry in store.ledger(client.id, day))
    return review(client.id, week, client.zone, entries, agreements(client, week, store), now)


def agreements(client: Client, week: str, store: Reading) -> Agreements:
    """What was laid down and agreed beside the ledger, for this week's review."""
    _, ends_at = week_bounds(week, client.zone)
    stated = store.get(Priorities, client.id, client.id)
    actions = store.get(Actions, client.id, client.id)
    notes = store.get(ReviewNotes, client.id, week)
    return Agreements(
        listening=store.get(Listening, client.id, client.id) or Listening(client=client.id),
        priorities=stated.items if stated is not None and stated.set_at < ends_at else (),
        actions=actions.items if actions is not None else (),
        notes=notes.items if notes is not None else (),
    )
