"""Strongly consistent reads of many records at once, from any tables.

PynamoDB's own batch read knows one table, and asks again for what was left unread, without end.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pynamodb.connection import Connection

from shared.stores import StoreError
from shared.stores.failures import answering
from shared.stores.rows import Row
from shared.stores.tables import Table

MOST_READ = 100
"""Records in one request."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record to read."""

    kind: type[Any]
    row: Row


@dataclass(frozen=True, slots=True)
class BatchReader:
    connection: Connection
    tables: Mapping[str, type[Table]]

    def read_all(self, wanted: Sequence[Wanted]) -> list[Any]:
        """The records that exist, in as many requests as their number and size take."""
        found: list[Any] = []
        wanted = [one for one in wanted if one.row.can_be]
        for first in range(0, len(wanted), MOST_READ):
            left = list(wanted[first : first + MOST_READ])
            while left:
                some, unread = self._read_some(left)
                if len(unread) == len(left):
                    raise StoreError("The store left records unread.")
                found, left = found + some, unread
        return found

    def read_whole(self, wanted: Sequence[Wanted]) -> list[Any]:
        """The records that exist, by one request. Raises StoreError when it leaves one unread."""
        wanted = [one for one in wanted if one.row.can_be]
        if not wanted:
            return []
        found, unread = self._read_some(wanted)
        if unread:
            raise StoreError("The store left a record unread.")
        return found

    def _read_some(self, wanted: Sequence[Wanted]) -> tuple[list[Any], list[Wanted]]:
        """What one request finds of ``wanted``, and what it leaves unread."""
        asked: defaultdict[str, dict[Any, Wanted]] = defaultdict(dict)
        for one in wanted:
            asked[one.row.table][one.row.key] = one
        names = {self.tables[table].Meta.table_name: table for table in asked}
        request = {
            name: {
                "ConsistentRead": True,
                "Keys": [self.tables[table].key_of(one.row) for one in asked[table].values()],
            }
            for name, table in names.items()
        }

        def each(answers: Mapping[str, Sequence[Any]]) -> list[tuple[Wanted, Any]]:
            return [
                (asked[table][self.tables[table].row_key(item)], item)
                for name, table in names.items()
                for item in answers.get(name, ())
            ]

        with answering():
            reply = self.connection.dispatch("BatchGetItem", {"RequestItems": request})
            if "Responses" not in reply:
                raise StoreError("The store did not answer as it should.")
            found = [
                self.tables[one.row.table].from_raw_data(item).record(one.kind)
                for one, item in each(reply["Responses"])
            ]
        unread = {name: left["Keys"] for name, left in (reply.get("UnprocessedKeys") or {}).items()}
        return found, [one for one, _ in each(unread)]
