"""From what a webhook brought to mentions in the inbox."""

from typing import Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.mentions import Delivery, Mention, mention_of
from shared.stores import Committing, ConflictError, Reading

WHO = system("prioritize.mentions")


class Store(Reading, Committing, Protocol): ...


def receive(delivery: Delivery, *, store: Store, clock: Clock, new_id: NewId) -> None:
    """Put each report into the inbox: one conditional write, which is also the check for duplicates.

    A message that was reported before gains the new source, and nothing else.
    """
    for report in delivery.reports:
        mention = mention_of(delivery, report)
        fact = Fact(
            type="mention.received",
            subject=mention.id,
            data={
                "network": mention.network,
                "function": mention.function,
                "sentiment": mention.sentiment,
                "score": mention.base_score,
                "source": delivery.source,
            },
        )
        try:
            store.commit(mention, entry(fact, id=new_id("led"), realm=mention.client, at=clock.now(), who=WHO))
        except ConflictError:
            _reported_again(mention.id, delivery.source, store, clock, new_id)


def _reported_again(mention_id: str, source: str, store: Store, clock: Clock, new_id: NewId) -> None:
    known: Mention | None = store.mention(mention_id)
    if known is None:
        raise LookupError(f"{mention_id} was refused as known and is not there")
    joined = known.reported_by(source)
    if joined is known:
        return
    fact = Fact(type="mention.reported_again", subject=known.id, data={"source": source})
    store.commit(joined, entry(fact, id=new_id("led"), realm=known.client, at=clock.now(), who=WHO))
