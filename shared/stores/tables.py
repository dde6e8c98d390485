"""The tables: one PynamoDB model each, with what DynamoDB itself must see. The record is ``body``, as JSON.

``infra/resources.yaml`` creates them; a contract test holds it to these models.
"""

from collections.abc import Mapping
from functools import cache
from types import new_class
from typing import Any, ClassVar, TypeVar, cast

import msgspec
from pynamodb.attributes import NumberAttribute, TTLAttribute, UnicodeAttribute
from pynamodb.connection import Connection
from pynamodb.expressions.condition import Condition
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, KeysOnlyProjection, LocalSecondaryIndex
from pynamodb.models import Model

from shared.stores import Record
from shared.stores.rows import Row

R = TypeVar("R")


class Table(Model):
    """What every table has."""

    name: ClassVar[str]
    version = NumberAttribute()
    body = UnicodeAttribute()

    @classmethod
    def of(cls, record: Record, row: Row) -> "Table":
        attributes: dict[str, Any] = {**row.index, "version": record.version}
        if row.expires is not None:
            attributes["expires"] = row.expires
        return cls(row.hash, row.range, body=msgspec.json.encode(record).decode(), **attributes)

    @classmethod
    def key_of(cls, row: Row) -> dict[str, dict[str, str]]:
        """The key of a row, as DynamoDB writes it."""
        names = (cls._hash_keyname, cls._range_keyname)
        return {name: {"S": part} for name, part in zip(names, row.key, strict=True) if name and part is not None}

    @classmethod
    def row_key(cls, item: Mapping[str, Any]) -> tuple[str, str | None]:
        """The key of the row of an item, or of its key alone, as DynamoDB writes it."""
        range_ = item[cls._range_keyname]["S"] if cls._range_keyname else None
        return item[str(cls._hash_keyname)]["S"], range_

    def condition(self) -> Condition:
        """What must be stored for this item to take its place: nothing at all, or the version before it."""
        if self.version == 1:
            return type(self).version.does_not_exist()
        return type(self).version == self.version - 1

    def record(self, kind: type[R]) -> R:
        found: R = decoder(cast("Any", kind)).decode(self.body)
        return found


@cache
def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


class Registry(Table):
    name = "registry"
    realm = UnicodeAttribute(hash_key=True)
    item = UnicodeAttribute(range_key=True)
    expires = TTLAttribute(null=True)


class Inbox(GlobalSecondaryIndex["Mentions"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "inbox"
        projection = AllProjection()

    inbox = UnicodeAttribute(hash_key=True)
    score = NumberAttribute(range_key=True)


class Waiting(GlobalSecondaryIndex["Mentions"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "waiting"
        projection = KeysOnlyProjection()

    waiting = UnicodeAttribute(hash_key=True)
    next_at = UnicodeAttribute(range_key=True)


class Conversations(GlobalSecondaryIndex["Mentions"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "conversation"
        projection = KeysOnlyProjection()

    conversation = UnicodeAttribute(hash_key=True)
    posted_at = UnicodeAttribute(range_key=True)


class Mentions(Table):
    name = "mentions"
    id = UnicodeAttribute(hash_key=True)
    inbox = UnicodeAttribute(null=True)
    score = NumberAttribute(null=True)
    waiting = UnicodeAttribute(null=True)
    next_at = UnicodeAttribute(null=True)
    conversation = UnicodeAttribute(null=True)
    posted_at = UnicodeAttribute(null=True)
    expires = TTLAttribute(null=True)
    by_score = Inbox()
    by_time = Waiting()
    by_conversation = Conversations()


class States(GlobalSecondaryIndex["Posts"]):  # type: ignore[no-untyped-call]
    class Meta:
        index_name = "state"
        projection = AllProjection()

    client_state = UnicodeAttribute(hash_key=True)
    at = UnicodeAttribute(range_key=True)


class Posts(Table):
    name = "posts"
    id = UnicodeAttribute(hash_key=True)
    client_state = UnicodeAttribute()
    at = UnicodeAttribute()
    by_state = States()


class Timers(Table):
    name = "timers"
    bucket = UnicodeAttribute(hash_key=True)
    due = UnicodeAttribute(range_key=True)
    expires = TTLAttribute()


class Attempts(Table):
    name = "attempts"
    shard = UnicodeAttribute(hash_key=True)
    started = UnicodeAttribute(range_key=True)
    expires = TTLAttribute()


class Stops(Table):
    name = "stops"
    scope = UnicodeAttribute(hash_key=True)
    item = UnicodeAttribute(range_key=True)


class People(Table):
    name = "people"
    audience = UnicodeAttribute(hash_key=True)
    item = UnicodeAttribute(range_key=True)


class Ledger(Table):
    name = "ledger"
    realm_day = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)


class WaitingDeliveries(LocalSecondaryIndex["Deliveries"]):  # type: ignore[no-untyped-call]
    """Of its table's own partitions, so that it can be read strongly consistent: what is not seen here is not told."""

    class Meta:
        index_name = "waiting"
        projection = AllProjection()

    endpoint = UnicodeAttribute(hash_key=True)
    waiting = UnicodeAttribute(range_key=True)


class Deliveries(Table):
    name = "deliveries"
    endpoint = UnicodeAttribute(hash_key=True)
    id = UnicodeAttribute(range_key=True)
    waiting = UnicodeAttribute(null=True)
    expires = TTLAttribute()
    by_waiting = WaitingDeliveries()


TABLES: tuple[type[Table], ...] = (Registry, Mentions, Posts, Timers, Attempts, Stops, People, Ledger, Deliveries)


def bind(table: type[Table], stage: str, connection: Connection) -> type[Table]:
    """The model of a stage's table. All share ``connection``; left alone, PynamoDB opens one for each."""
    meta = type("Meta", (), {"table_name": f"backchannel-{stage}-{table.name}"})
    bound = cast("type[Table]", new_class(table.__name__, (table,), {}, lambda body: body.update(Meta=meta)))
    own = bound._get_connection()
    connection.add_meta_table(own.get_meta_table())
    own.connection = connection
    return bound
