"""One entry to one endpoint, once: by what listens there."""

from dataclasses import dataclass
from typing import Protocol

from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry


@dataclass(frozen=True, slots=True)
class Answered:
    """What the other side said. ``retry_after``: seconds that it asks to be left alone, when it says so."""

    status: int
    """Of HTTP."""
    retry_after: float | None = None


class Unanswered(Exception):  # noqa: N818
    """The endpoint gave no HTTP answer: not reached, too slow, or not HTTP."""


class Tell(Protocol):
    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        """Told again of the same entry, a receiver can tell that it is the same. Raises :class:`Unanswered`."""
        ...
