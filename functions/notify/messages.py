"""What people are told of an entry at an endpoint of theirs: words, and a link where they are asked to decide."""

from collections.abc import Callable
from dataclasses import dataclass

from functions.notify.about import about
from functions.notify.asking import Asking
from functions.notify.words import Words, words
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.stores import Reading

Worded = Callable[[Entry, Endpoint], Words]


@dataclass(frozen=True, slots=True)
class Messages:
    """Composed anew for each try: it says what stands now, and its link has a secret of its own."""

    store: Reading
    asking: Asking

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Words:
        known = about(entry, self.store)
        return words(entry, known, self.asking.asked(entry, endpoint, known.post))
