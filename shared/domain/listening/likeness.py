"""The same words by the same author: how a report from a tool that gives no ids finds the mention that it is of."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.listening.mentions import Mention, digest
from shared.domain.listening.words import words

SAME_MESSAGE = timedelta(minutes=10)
"""Two reports of the same words by the same author, of which one has no id, are one message within this time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One message of its author's in the same words."""

    mention: str
    external_id: str
    posted_at: datetime


MOST_SAID = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """Who said the same words when: by it, a report without an id finds the mention that it is of."""

    id: str
    client: str
    said: tuple[Said, ...]
    """The latest, up to :data:`MOST_SAID`."""
    until: datetime
    """When it may be forgotten."""
    version: int = 1

    def same_as(self, external_id: str, posted_at: datetime) -> str | None:
        """The id of the mention of the same message: one of the two has no id, and their times are close."""
        near = [
            (abs(said.posted_at - posted_at), said.mention)
            for said in self.said
            if not (said.external_id and external_id) and abs(said.posted_at - posted_at) <= SAME_MESSAGE
        ]
        return min(near)[1] if near else None


LIKENESS_KEPT = timedelta(days=2)


def likeness_id(client: str, network: str, author: str, text: str) -> str:
    return f"lik_{digest(client, network, author.casefold(), ' '.join(words(text)))}"


def likeness_with(known: Likeness | None, mention: Mention, now: datetime) -> Likeness:
    """Who said these words, with one more mention of them."""
    latest = Said(mention=mention.id, external_id=mention.external_id, posted_at=mention.posted_at)
    before = known.said if known else ()
    return Likeness(
        id=likeness_id(mention.client, mention.network, mention.author, mention.text),
        client=mention.client,
        said=(*(said for said in before if said.mention != mention.id), latest)[-MOST_SAID:],
        until=now + LIKENESS_KEPT,
        version=known.version + 1 if known else 1,
    )
