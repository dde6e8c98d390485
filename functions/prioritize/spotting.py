"""Each minute: what came in is counted into the client's pulse, and a potential crisis is told once to both parties.

The ledger is read from where the run before ended, and how far it was read is kept together with what was counted and
what was raised: cut short anywhere, a mention counts once and a crisis is told once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Entry, Fact, entry, system
from shared.domain.listening.pulse import Heard, Pulse, heard, opened
from shared.domain.listening.spotting import judged
from shared.stores import Committing, ConflictError, Mentions, Reading

WHO = system("prioritize.attend")
SETTLED_AFTER = timedelta(seconds=20)
"""Entries are read in the order of their ids, and one may be written a little after another with a later id."""
MOST_READ = 20_000
"""Entries in one run; after an outage the next ones read on."""
MOST_DAYS = 7
"""Of the ledger that are looked back on, where nothing was read for longer."""


class Store(Reading, Mentions, Committing, Protocol): ...


def spot(
    client: str, *, store: Store, clock: Clock, new_id: NewId, first: Callable[[Sequence[Entry]], object] = len
) -> list[Entry]:
    """Returns the mentions that were counted now, as they stand in the ledger.

    ``first`` is given all that is new, before it counts as read.
    """
    now = clock.now()
    known = store.get(Pulse, client, client)
    pulse = known or replace(opened(client, now), cursor=_cursor(now.date(), ""))
    entries = list(islice(_news(pulse, store, now - SETTLED_AFTER), MOST_READ))
    if not entries and not pulse.crises and known is not None:
        return []
    first(entries)
    received = [one for one in entries if one.type == "mention.received"]
    until = entries[-1].at if len(entries) == MOST_READ else now
    cursor = _cursor(entries[-1].at.date(), entries[-1].id) if entries else pulse.cursor
    found = judged(heard(pulse, map(_heard, received), until, cursor), until, new_id)
    facts = [
        *(Fact(type="crisis.raised", subject=crisis.id, data=crisis.telling) for crisis in found.raised),
        *(Fact(type="crisis.ended", subject=crisis.id, data=crisis.ending) for crisis in found.ended),
    ]
    told = (entry(fact, id=new_id("led"), realm=client, at=now, who=WHO) for fact in facts)
    try:
        store.commit(found.pulse, *found.raised, *found.ended, *told)
    except ConflictError:
        return []  # another run, or a person who ended a crisis; what came in is counted by the next one
    return received


def _news(pulse: Pulse, store: Store, until: datetime) -> Iterator[Entry]:
    """The entries after the cursor, in their order."""
    day, after = _place(pulse.cursor)
    day, after = max((day, after), (until.date() - timedelta(days=MOST_DAYS), ""))
    while day <= until.date():
        for one in store.ledger(pulse.client, day, after):
            if one.at > until:
                return
            yield one
        day, after = day + timedelta(days=1), ""


def _cursor(day: date, last: str) -> str:
    return f"{day.isoformat()}#{last}"


def _place(cursor: str) -> tuple[date, str]:
    day, _, last = cursor.partition("#")
    return date.fromisoformat(day), last


def _heard(received: Entry) -> Heard:
    data = received.data
    return Heard(
        mention=received.subject,
        at=received.at,
        author=data["author"],
        network=data["network"],
        function=data["function"],
        sentiment=data["sentiment"],
        urgency=data["urgency"],
        topics=tuple(data["topics"]),
        watched=data["watched"],
    )
