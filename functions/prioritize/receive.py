"""From what a webhook or a poll brought to mentions in the inbox.

However often and in whatever order a message is reported, changed and taken back, it ends as the same mention.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.mentions import Delivery, Mention, Report, Retraction, Unread, mention_id, mention_of, taken_back
from shared.stores import Committing, ConflictError, Reading

WHO = system("prioritize.mentions")


class Store(Reading, Committing, Protocol): ...


def receive(delivery: Delivery, *, store: Store, clock: Clock, new_id: NewId) -> None:
    """Put each report into the inbox: one conditional write, which is also the check for duplicates.

    A message that was reported before gains the new source, and what its author changed since. One that was taken back
    leaves the inbox and never comes back, though its report be late. Raises ConflictError when somebody else was at
    the same mention; then the delivery is to be brought again.
    """

    def commit(mention: Mention, facts: Sequence[Fact]) -> None:
        at = clock.now()
        store.commit(mention, *(entry(fact, id=new_id("led"), realm=mention.client, at=at, who=WHO) for fact in facts))

    for report in delivery.reports:
        mention = mention_of(delivery, report)
        data = {"network": mention.network, **_labels(mention, delivery.source)}
        try:
            commit(mention, [Fact(type="mention.received", subject=mention.id, data=data)])
        except ConflictError:
            told, facts = _told_again(_known(mention.id, store), report, delivery.source)
            if facts:
                commit(told, facts)
    for retraction in delivery.retractions:
        gone, facts = _taken_back(delivery, retraction, store)
        if facts:
            commit(gone, facts)
    if delivery.unread is not None:
        _keep(delivery.unread, store)


def _known(id_: str, store: Store) -> Mention:
    known = store.mention(id_)
    if known is None:
        raise LookupError(f"{id_} was refused as known and is not there")
    return known


def _told_again(known: Mention, report: Report, source: str) -> tuple[Mention, list[Fact]]:
    """The mention after one more report of it, and what is new in that."""
    edited = known.edited(report)
    joined = edited.reported_by(source)
    facts = []
    if edited is not known:
        facts.append(Fact(type="mention.edited", subject=known.id, data=_labels(edited, source)))
    if joined is not edited:
        facts.append(Fact(type="mention.reported_again", subject=known.id, data={"source": source}))
    return replace(joined, version=known.version + 1), facts


def _taken_back(delivery: Delivery, retraction: Retraction, store: Store) -> tuple[Mention, list[Fact]]:
    """The mention without what it said, and that it was taken back, if that is new."""
    known = store.mention(mention_id(delivery.client, retraction.network, retraction.external_id))
    gone = known.retracted() if known is not None else taken_back(delivery, retraction)
    if gone is known:
        return gone, []
    was = known.state.value if known is not None else "unknown"
    data = {"network": gone.network, "source": delivery.source, "was": was}
    return gone, [Fact(type="mention.retracted", subject=gone.id, data=data)]


def _labels(mention: Mention, source: str) -> dict[str, Any]:
    """What a fact says of a mention; never what is said in it."""
    return {
        "function": mention.function,
        "sentiment": mention.sentiment,
        "score": mention.base_score,
        "source": source,
    }


def _keep(unread: Unread, store: Store) -> None:
    try:
        store.commit(unread)
    except ConflictError:
        return  # the same webhook again
