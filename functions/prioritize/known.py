"""What is known of the records that a batch is about: read at once, and kept up with what is written."""

from collections.abc import Iterable
from typing import Any, TypeVar

from shared.domain.listening.likeness import Likeness
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.people import Person
from shared.stores import Mentions, Record, Reference

R = TypeVar("R")
AGAIN = (Mention, Likeness, Person)
"""Of which another report in the same batch may be as well."""


class Known:
    def __init__(self, store: Mentions) -> None:
        self._store = store
        self._records: dict[Reference, Any] = {}
        """None for what is not there."""

    def read(self, wanted: Iterable[Reference]) -> None:
        asked = list(dict.fromkeys(wanted))
        self._records.update(dict.fromkeys(asked))
        self._records.update(self._store.together(asked))

    def anew(self, wanted: Iterable[Reference]) -> None:
        """After somebody else was at one of the records: nothing that was read before is believed."""
        self._records.clear()
        self.read(wanted)

    def wrote(self, client: str, records: Iterable[Record]) -> None:
        kept = (record for record in records if isinstance(record, AGAIN))
        self._records.update({Reference(type(record), client, record.id): record for record in kept})

    def one(self, kind: type[R], client: str, id_: str) -> R | None:
        wanted = Reference(kind, client, id_)
        if wanted not in self._records:
            self.read([wanted])
        found: R | None = self._records[wanted]
        return found

    def mention(self, client: str, id_: str) -> Mention | None:
        """The mention that has this id, or that the id is one of."""
        found = self.one(Mention, client, id_)
        return self.there(client, found.merged_into) if found and found.state is MentionState.MERGED else found

    def there(self, client: str, id_: str) -> Mention:
        """A mention that another record names."""
        found = self.one(Mention, client, id_)
        if found is None:
            raise LookupError(f"{id_} is named and is not there")
        return found
