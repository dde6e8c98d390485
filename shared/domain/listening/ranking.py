"""The order of the inbox: by score, which changes only when something happens that is written down.

A mention keeps the score that it has under the ranking by whose name it is marked. A ranking is what the client has
laid down so far, as it is in force at one moment. When it changes, all open mentions are scored anew, one after the
other; until that is known to be done, a reader takes all of them and scores them itself. So the first page is right
at once, and is one query again soon after.
"""

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.domain.listening.classify import AT_ONCE
from shared.domain.listening.mentions import Mention
from shared.domain.listening.priorities import Matcher, Priorities, priority_reasons
from shared.domain.listening.scores import Reason, reasons, total
from shared.domain.listening.settings import Listening
from shared.domain.listening.words import Phrases, words

SETTLES_AFTER = timedelta(minutes=3)
"""Longer than anybody works with what was laid down when they began; only after it can all be known to be scored."""


class Ranking:
    """What counts, at ``now``. Neither argument need be there: then the standard holds."""

    def __init__(self, listening: Listening | None, priorities: Priorities | None, now: datetime) -> None:
        self.listening = listening or Listening(client="")
        self.priorities_version = priorities.version if priorities else 0
        items = tuple(item for item in (priorities.items if priorities else ()) if item.in_force(now))
        self._matcher = Matcher(items)
        self._watched = Phrases.of([self.listening.watch_words])
        numbers = [number for number, item in enumerate(priorities.items if priorities else ()) if item.in_force(now)]
        said = repr((self.listening.version, self.priorities_version, numbers))
        self.name = hashlib.sha256(said.encode()).hexdigest()[:12]

    def reasons(self, mention: Mention) -> tuple[Reason, ...]:
        """All that the mention's score is made of."""
        weights = self.listening.weights
        return (
            *reasons(mention.labels, mention.standing, weights),
            *priority_reasons(self._matcher.matching(mention), weights.most_priority),
        )

    def topics(self, mention: Mention) -> tuple[str, ...]:
        """The names of the priorities that it matches."""
        return tuple(priority.name for priority in self._matcher.matching(mention))

    def score(self, mention: Mention) -> float:
        return total(self.reasons(mention))

    def scored(self, mention: Mention) -> Mention:
        """The same mention with its score."""
        return replace(mention, score=self.score(mention), ranking=self.name)

    def placed(self, mention: Mention) -> Mention:
        """The same mention with its score, and the time at which to look at it again."""
        return self.scored(mention.due(self.listening.answer_target(mention.labels)))

    def climbed(self, mention: Mention, now: datetime) -> Mention:
        """As :meth:`placed`, with the steps of its answer target that have passed."""
        return self.placed(mention.climbed(self.listening.answer_target(mention.labels), now))

    def is_watched(self, mention: Mention) -> bool:
        """Whether it names one of the client's watch words."""
        return bool(self._watched.found_in(words(mention.text)))

    def is_notable(self, mention: Mention) -> bool:
        """Whether both parties are told of it at once."""
        return mention.urgency == AT_ONCE or mention.score >= self.listening.notice_above


@dataclass(frozen=True, kw_only=True, slots=True)
class Scored:
    """How far a client's open mentions are scored by the ranking in force."""

    client: str
    ranking: str
    seen_at: datetime
    """When it was first seen to be in force."""
    settled: bool = False
    """Every open mention is known to be scored by it."""
    version: int = 1


def begun(known: Scored | None, client: str, ranking: Ranking, now: datetime) -> Scored:
    """``known`` itself while its ranking is in force."""
    if known is not None and known.ranking == ranking.name:
        return known
    return Scored(client=client, ranking=ranking.name, seen_at=now, version=known.version + 1 if known else 1)


def first_page(
    by_score: Iterable[Mention],
    ranking: Ranking,
    size: int,
    *,
    settled: bool,
    below: tuple[float, str] | None = None,
) -> list[Mention]:
    """The ``size`` highest of mentions that come in falling order of the score they were stored with.

    ``below``: score and id of the last one on the page before. Where ``settled`` it reads no further than it must.
    """
    best: list[tuple[float, str, Mention]] = []
    for mention in by_score:
        if settled and len(best) == size and mention.score < best[0][0]:
            break
        candidate = (mention.score if settled else ranking.score(mention), mention.id, mention)
        if below is not None and candidate[:2] >= below:
            continue
        if len(best) < size:
            heapq.heappush(best, candidate)
        elif candidate[:2] > best[0][:2]:
            heapq.heapreplace(best, candidate)
    page = [mention for _, _, mention in sorted(best, key=lambda item: item[:2], reverse=True)]
    return page if settled else [ranking.scored(mention) for mention in page]
