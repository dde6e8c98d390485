"""What the client's priorities of the week brought: which were heard of, and which led to a post."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shared.domain.listening.priorities import Priority
from shared.domain.reviewing.gathered import Gathered

MOST_PRIORITIES = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class PriorityYield:
    """One that was in force in the week and raises what it matches. Nothing in it is nothing produced."""

    name: str
    mentions: int
    """That came in and matched it."""
    recommended: int
    """Recommendations on these."""
    posts: int
    """Answers to these that went out."""

    @property
    def produced_nothing(self) -> bool:
        return not self.posts


def yields(
    week: Gathered, stated: Iterable[Priority], starts_at: datetime, ends_at: datetime
) -> tuple[PriorityYield, ...]:
    """At most :data:`MOST_PRIORITIES`, those that produced nothing first.

    ``stated``: as the client's statement has them. Those of earlier statements of the week are known by the ledger.
    """
    stated = tuple(stated)
    mentions: Counter[str] = Counter(topic for one in week.received.values() for topic in one.topics)
    names = dict.fromkeys(one.name for one in stated if one.weight > 0 and _in_force(one, starts_at, ends_at))
    not_raising = {one.name for one in stated} - names.keys()
    names |= dict.fromkeys(str(name) for entry in week.of("priorities.set") for name in entry.data.get("names", ()))
    names |= dict.fromkeys(mentions)
    recommended = _topics_of(week, (entry.subject for entry in week.of("mention.recommended")))
    posts = _topics_of(week, (str(entry.data.get("mention")) for entry in week.of("post.published")))
    found = [
        PriorityYield(name=name, mentions=mentions[name], recommended=recommended[name], posts=posts[name])
        for name in names
        if name not in not_raising
    ]
    found.sort(key=lambda one: (one.posts > 0, one.mentions > 0, one.posts, one.mentions))
    return tuple(found[:MOST_PRIORITIES])


def _topics_of(week: Gathered, mentions: Iterable[str]) -> Counter[str]:
    return Counter(topic for id_ in mentions if id_ in week.received for topic in week.received[id_].topics)


def _in_force(priority: Priority, starts_at: datetime, ends_at: datetime) -> bool:
    """At any time of the week."""
    begun = priority.starts_at is None or priority.starts_at < ends_at
    return begun and (priority.ends_at is None or priority.ends_at > starts_at)
