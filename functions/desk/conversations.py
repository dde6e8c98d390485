"""Who answers whom: all mentions that are tied together, in whatever order they became known."""

from collections.abc import Iterable

from shared.domain.listening.mentions import Mention, MentionState, mention_id
from shared.stores import Mentions, Reference

MOST = 200
MOST_ASKED = 200
"""Ids of which it is asked who names them, each by a query."""
MOST_ROUNDS = 8
"""Of looking for whoever is tied to those found so far; a conversation that a network names is whole after two."""


def conversation_of(mention: Mention, store: Mentions) -> list[Mention]:
    """Oldest first. What names one of a mention's ids, and what it names itself, belongs to it; and so on."""
    return tied_to(mention.links, mention.client, mention.network, store, [mention])


def tied_to(
    links: Iterable[str], client: str, network: str, store: Mentions, known: Iterable[Mention] = ()
) -> list[Mention]:
    """Oldest first: what names one of ``links``, what it names itself, and so on."""
    found = {mention.id: mention for mention in known}
    unasked = sorted(set(links))
    asked: set[str] = set()
    for _ in range(MOST_ROUNDS):
        now = unasked[: MOST_ASKED - len(asked)]
        if not now or len(found) >= MOST:
            break
        asked.update(now)
        ids = {mention_id(client, network, link) for link in now}
        for link in now:
            ids.update(store.conversation(client, network, link))
        wanted = [Reference(Mention, client, id_) for id_ in sorted(ids - found.keys())[:MOST]]
        found.update((one.id, one) for one in store.together(wanted).values())
        unasked = sorted({link for one in found.values() for link in one.links} - asked)
    told = (one for one in found.values() if one.state is not MentionState.MERGED)
    return sorted(told, key=lambda one: (one.posted_at, one.id))[:MOST]
