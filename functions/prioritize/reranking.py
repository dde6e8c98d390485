"""After what counts has changed: every open mention gets its new score.

Until it is known that all have theirs, whoever reads the inbox scores it itself. It is known once a pass finds nothing
left to do that began so long after the change that nobody can still be at work with what counted before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from shared.domain.clock import Clock
from shared.domain.listening.mentions import Mention
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import SETTLES_AFTER, Ranking, Scored, begun
from shared.domain.listening.settings import Listening
from shared.stores import Committing, ConflictError, Mentions, Record, Reference

AT_ONCE = 50
"""Mentions in one commit: a transaction takes up to 100, but the larger the likelier that somebody is at one."""


class Store(Mentions, Committing, Protocol): ...


def rerank(client: str, *, store: Store, clock: Clock, until: float) -> int:
    """Returns how many mentions were to be scored anew. ``until``: when to leave the rest to the next run."""
    now = clock.now()
    listening, priorities, known = (Reference(kind, client, client) for kind in (Listening, Priorities, Scored))
    found = store.together([listening, priorities, known])
    ranking = Ranking(found.get(listening), found.get(priorities), now)
    scored = begun(found.get(known), client, ranking, now)
    if scored.settled or (scored is not found.get(known) and not _kept(store, scored)):
        return 0
    wanting = 0
    for some in _groups(mention for mention in store.whole_inbox(client) if mention.ranking != ranking.name):
        wanting += len(some)
        _keep_each(store, [replace(ranking.placed(mention), version=mention.version + 1) for mention in some])
        if clock.monotonic() >= until:
            return wanting
    if not wanting and now >= scored.seen_at + SETTLES_AFTER:
        _kept(store, replace(scored, settled=True, version=scored.version + 1))
    return wanting


def _groups(mentions: Iterable[Mention]) -> Iterator[Sequence[Mention]]:
    each = iter(mentions)
    while some := list(islice(each, AT_ONCE)):
        yield some


def _keep_each(store: Store, mentions: Sequence[Mention]) -> None:
    """At once, or else one by one: whoever changes a mention meanwhile scores it themselves."""
    if not _kept(store, *mentions):
        for mention in mentions:
            _kept(store, mention)


def _kept(store: Store, *records: Record) -> bool:
    try:
        store.commit(*records)
    except ConflictError:
        return False
    return True
