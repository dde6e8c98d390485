"""When the client has not said for long what matters, it is asked."""

from datetime import timedelta
from typing import Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.priorities import Nudge, Priorities
from shared.domain.listening.settings import Listening
from shared.domain.parties import Client
from shared.stores import Committing, ConflictError, Mentions, Reference

WHO = system("prioritize.attend")


class Store(Mentions, Committing, Protocol): ...


def nudge(client: str, *, store: Store, clock: Clock, new_id: NewId) -> bool:
    """Ask once each time that so many days have passed without a word; returns whether it was asked now."""
    of, rules, said, asked = (Reference(kind, client, client) for kind in (Client, Listening, Priorities, Nudge))
    found = store.together([of, rules, said, asked])
    now = clock.now()
    listening: Listening = found.get(rules) or Listening(client=client)
    priorities: Priorities | None = found.get(said)
    before: Nudge | None = found.get(asked)
    said_at = priorities.set_at if priorities else found[of].created_at
    if now - max(said_at, before.at if before else said_at) < timedelta(days=listening.stale_after_days):
        return False
    data = {"days": (now - said_at).days, "version": priorities.version if priorities else 0}
    fact = Fact(type="priorities.stale", subject=client, data=data)
    nudged = Nudge(client=client, at=now, version=before.version + 1 if before else 1)
    try:
        store.commit(nudged, entry(fact, id=new_id("led"), realm=client, at=now, who=WHO))
    except ConflictError:
        return False  # another run has asked
    return True
