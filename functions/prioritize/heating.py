"""The more is said in a conversation, the higher each open mention in it climbs, and what began it first of all."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from shared.domain.clock import Clock
from shared.domain.ledger import Entry
from shared.domain.listening.mentions import Mention, mention_id
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking
from shared.domain.listening.scores import heat
from shared.domain.listening.settings import Listening
from shared.stores import Committing, ConflictError, Mentions, Reference

WITHIN = timedelta(hours=1)
MOST_WARMED = 500
"""Mentions of one conversation: what comes later in it is warmed when it comes."""


class Store(Mentions, Committing, Protocol): ...


def warm(client: str, received: Iterable[Entry], *, store: Store, clock: Clock) -> int:
    """Heat the conversations of what was received just now; returns how many mentions climbed.

    The heat of a mention never falls, so that it does not matter in which order all this is learnt.
    """
    now = clock.now()
    conversations = {(one.data["network"], one.data["conversation"]) for one in received if one.data["conversation"]}
    return sum(_warm_one(client, network, begun, store, now) for network, begun in sorted(conversations))


def _warm_one(client: str, network: str, begun: str, store: Store, now: datetime) -> int:
    ids = list(store.conversation(client, network, begun, now - WITHIN))
    warmth = heat(len(ids))
    if not warmth:
        return 0
    listening, priorities = (Reference(kind, client, client) for kind in (Listening, Priorities))
    wanted = [Reference(Mention, client, id_) for id_ in dict.fromkeys((mention_id(client, network, begun), *ids))]
    found = store.together([listening, priorities, *wanted[:MOST_WARMED]])
    ranking = Ranking(found.get(listening), found.get(priorities), now)
    climbed = 0
    for mention in (found[one] for one in wanted if one in found):
        if mention.is_in_inbox and mention.heat < warmth:
            warmed = replace(ranking.scored(replace(mention, heat=warmth)), version=mention.version + 1)
            climbed += _kept(store, warmed)
    return climbed


def _kept(store: Store, mention: Mention) -> bool:
    try:
        store.commit(mention)
    except ConflictError:
        return False  # somebody is at it; the next one in its conversation warms it again
    return True
