"""What the client cares about today: a dated statement, as often as it likes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from shared.domain.ledger import Fact
from shared.domain.listening.scores import Reason
from shared.domain.listening.words import Phrases, words

if TYPE_CHECKING:
    from shared.domain.listening.mentions import Mention  # it travels with what is stated of them

MOST_PRIORITY_POINTS = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Priority:
    """One thing that matters, from one time until another: a topic, a campaign, a product, certain authors, … .

    It matches a mention which names any of its ``words`` (whole words or phrases, caseless), was written by any of its
    ``authors``, serves any of its ``functions`` and is in any of its ``languages``; what it leaves out it does not ask
    for, so that one which names nothing matches everything.
    """

    name: str
    weight: float
    """Points for a match, −60 … 60."""
    words: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """ISO 639-1."""
    note: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    def in_force(self, now: datetime) -> bool:
        return (self.starts_at is None or self.starts_at <= now) and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, kw_only=True, slots=True)
class Priorities:
    """The client's statement, whole: each change is a new version."""

    client: str
    items: tuple[Priority, ...]
    set_by: str
    set_at: datetime
    version: int = 1


def restated(
    before: Priorities | None, items: tuple[Priority, ...], *, client: str, by: str, at: datetime, **told: str
) -> tuple[Priorities, Fact]:
    """The client's statement in place of ``before``, and what the ledger says of it; ``told``: with more in it."""
    priorities = Priorities(
        client=client, items=items, set_by=by, set_at=at, version=before.version + 1 if before else 1
    )
    data = {"version": priorities.version, "names": [item.name for item in items], **told}
    return priorities, Fact(type="priorities.set", subject=client, data=data)


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """When a client was last asked what matters, having said nothing for long."""

    client: str
    at: datetime
    version: int = 1


class Matcher:
    """Finds which of some priorities a mention matches, in time linear in its text."""

    def __init__(self, items: tuple[Priority, ...]) -> None:
        self.items = items
        self._phrases = Phrases.of(item.words for item in items)
        self._authors = [frozenset(author.removeprefix("@").casefold() for author in item.authors) for item in items]

    def matching(self, mention: "Mention") -> list[Priority]:
        """In the order stated."""
        named = self._phrases.found_in(words(mention.text)) if self.items else frozenset()
        author = mention.author.casefold()
        return [
            item
            for number, item in enumerate(self.items)
            if (not item.words or number in named)
            and (not item.authors or author in self._authors[number])
            and (not item.functions or mention.function in item.functions)
            and (not item.languages or mention.language in item.languages)
        ]


def priority_reasons(matching: list[Priority], most: float) -> Iterator[Reason]:
    """In the order stated, of those that raise at most ``most`` together, and of those that lower as much."""
    left = {True: most, False: most}
    for priority in matching:
        raises = priority.weight >= 0
        points = min(abs(priority.weight), left[raises])
        left[raises] -= points
        if points:
            yield Reason(
                name=f"priority: {priority.name}",
                points=points if raises else -points,
                because=priority.note or "matches what matters now",
            )
