"""The store on DynamoDB, through PynamoDB: one client and one credentials chain for all tables."""

from __future__ import annotations

import os
import random
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import botocore.session
from pynamodb.connection import Connection
from pynamodb.exceptions import DoesNotExist, PutError, PynamoDBException, TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.transactions import TransactWrite

from shared import aws
from shared.domain.attempts import Attempt
from shared.domain.ledger import Entry
from shared.domain.posts import Post, PostState
from shared.domain.receipts import ReceiptPage
from shared.domain.schedule import Timer
from shared.domain.stops import Flag, Stop, StopScope
from shared.stores import Clearance, ConflictError, Record, rows, tables
from shared.stores.batches import BatchReader, Wanted
from shared.stores.failures import answering, response_code, unanswered
from shared.stores.rows import Row
from shared.stores.tables import Table

if TYPE_CHECKING:
    from shared.domain.deliveries import Delivery
    from shared.domain.listening.mentions import Mention

R = TypeVar("R")

CONNECT_TIMEOUT = 2.0
READ_TIMEOUT = 5.0
RETRIES = 2
"""By botocore, after a lost reply, a 5xx or a throttle: it waits up to 1 s, then up to 2 s."""
PAGE = 100
LEDGER_PAGE = 500
"""Of a day's entries, of which whoever reads the ledger wants many."""
CONTENTION_TRIES = 5
CONTENTION_PAUSE = 0.05
"""Seconds; the longest pause before the second try, doubled before each later one."""
UNSEEDED = random.SystemRandom()
"""So that processes which go on from one snapshot do not pause alike."""
CHANGED = frozenset({"ConditionalCheckFailed", "ConditionalCheckFailedException"})
CONTENDED = frozenset(
    {
        "TransactionConflict",
        "TransactionConflictException",
        "ThrottlingError",
        "ProvisionedThroughputExceeded",
    }
)
"""Two writers met at a record, or one record of a transaction was throttled; botocore retries neither."""


def codes(error: PynamoDBException) -> list[str]:
    """What DynamoDB said of each record of a refused commit, in their order; empty for one not at fault."""
    reasons = error.cancellation_reasons if isinstance(error, TransactWriteError) else []
    return [reason.code if reason else "" for reason in reasons] or [response_code(error) or "none"]


def entry_of_stream_record(record: Mapping[str, Any]) -> Entry | None:
    """The ledger entry in a record of the table's stream; None when it tells of anything but a new entry."""
    if record["eventName"] != "INSERT":
        return None
    with answering():
        return tables.Ledger.from_raw_data(record["dynamodb"]["NewImage"]).record(Entry)


def _delivery() -> type[Delivery]:
    from shared.domain.deliveries import Delivery  # noqa: PLC0415  of use to those alone who tell others

    return Delivery


class ProcessConnection(Connection):
    """Uses the process's botocore session, which has read its files and found its credentials already."""

    @property
    def session(self) -> botocore.session.Session:
        return aws.session()


class DynamoStore:
    """Every record of one stage. ``sleep`` and ``jitter`` (0 … 1) space out retries of contended commits.

    ``read_timeout``: seconds. ``retries``: botocore's, of one call.

    The client is made at the first call, with endpoint and, unless one is given, region out of the environment
    (``AWS_ENDPOINT_URL``, ``AWS_REGION``).
    """

    def __init__(
        self,
        stage: str,
        *,
        region: str | None = None,
        read_timeout: float = READ_TIMEOUT,
        retries: int = RETRIES,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = UNSEEDED.random,
    ) -> None:
        self._sleep = sleep
        self._jitter = jitter
        self.connection = ProcessConnection(
            region=region or os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"),
            connect_timeout_seconds=CONNECT_TIMEOUT,
            read_timeout_seconds=read_timeout,
            max_retry_attempts=retries,
        )
        self.tables: Mapping[str, type[Table]] = {
            table.name: tables.bind(table, stage, self.connection) for table in tables.TABLES
        }
        self.batches = BatchReader(self.connection, self.tables)

    def make_client(self) -> None:
        """Now, and not at the first call. Nothing is sent."""
        _ = self.connection.client

    def get(self, kind: type[R], realm: str, id: str) -> R | None:  # noqa: A002
        return self._read(kind, rows.kind_of(kind).at(realm, id))

    def several(self, kind: type[R], keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], R]:
        kept = rows.kind_of(kind)
        found = self.batches.read_all([Wanted(kind, kept.at(*key)) for key in dict.fromkeys(keys)])
        return {(kept.realm(record), kept.id(record)): record for record in found}

    def list(self, kind: type[R], realm: str) -> Iterator[R]:
        begins = tables.Registry.item.startswith(rows.kind_of(kind).prefix)
        return self.query(kind, "registry", realm, begins, consistent_read=True)

    def mention(self, id: str) -> Mention | None:  # noqa: A002
        from shared.domain.listening.mentions import Mention  # noqa: PLC0415  a stop has no use for it until something ended

        return self._read(Mention, rows.mention_at(id))

    def post(self, id: str) -> Post | None:  # noqa: A002
        return self._read(Post, Row("posts", id))

    def several_posts(self, ids: Sequence[str]) -> Mapping[str, Post]:
        found = self.batches.read_all([Wanted(Post, Row("posts", id_)) for id_ in dict.fromkeys(ids)])
        return {post.id: post for post in found}

    def posts(self, client: str, state: PostState, until: datetime | None = None) -> Iterator[Post]:
        partition = rows.client_state(client, state)
        where = tables.Posts.at <= rows.instant(until) if until else None
        return self.query(Post, "posts", partition, where, index_name="state", scan_index_forward=False)

    def posts_between(self, client: str, state: PostState, since: datetime, until: datetime) -> Iterator[Post]:
        span = tables.Posts.at.between(rows.instant(since), rows.instant(until))
        return self.query(Post, "posts", rows.client_state(client, state), span, index_name="state")

    def ledger(self, realm: str, day: date, after: str = "") -> Iterator[Entry]:
        """A busy week has a hundred thousand: nothing but the records is asked for, and decoded at once."""
        decode = tables.decoder(Entry).decode
        later, values = (" AND id > :after", {":after": {"S": rows.compared(after)}}) if after else ("", {})
        request = {
            "TableName": self.tables["ledger"].Meta.table_name,
            "KeyConditionExpression": f"realm_day = :day{later}",
            "ExpressionAttributeValues": {":day": {"S": rows.realm_day(realm, day)}, **values},
            "ProjectionExpression": "body",
            "ConsistentRead": True,
            "Limit": LEDGER_PAGE,
        }
        with answering():
            while True:
                page = self.connection.dispatch("Query", request)
                for item in page["Items"]:
                    yield decode(item["body"]["S"])
                if "LastEvaluatedKey" not in page:
                    return
                request["ExclusiveStartKey"] = page["LastEvaluatedKey"]

    def entries(self, realm: str, places: Sequence[tuple[datetime, str]]) -> Mapping[str, Entry]:
        found = self.batches.read_all([Wanted(Entry, rows.entry_at(realm, at, id_)) for at, id_ in places])
        return {entry.id: entry for entry in found}

    def deliveries(self, endpoint: str, before: str = "") -> Iterator[Delivery]:
        earlier = tables.Deliveries.id < rows.compared(before) if before else None
        return self.query(_delivery(), "deliveries", endpoint, earlier, scan_index_forward=False)

    def waiting_deliveries(self, endpoint: str) -> Iterator[Delivery]:
        return self.query(_delivery(), "deliveries", endpoint, index_name="waiting", consistent_read=True)

    def several_deliveries(self, endpoint: str, ids: Sequence[str]) -> Mapping[str, Delivery]:
        kind = _delivery()
        found = self.batches.read_all([Wanted(kind, rows.delivery_at(endpoint, id_)) for id_ in ids])
        return {delivery.id: delivery for delivery in found}

    def commit(self, *records: Record) -> None:
        """One conditional put, or one transaction.

        botocore sends a request again when its reply is lost. A transaction carries a token by which DynamoDB
        knows it again. A single put does not: if the lost one was written, the second is refused, and the
        ConflictError is of our own making. Whoever must tell the two apart reads the record and compares.
        """
        found = rows.rows(records)
        items = [self.tables[row.table].of(record, row) for record, row in zip(records, found, strict=True)]
        if not items:
            return
        token = str(uuid.uuid4())
        for tried in range(CONTENTION_TRIES):
            with answering():
                refusal = self._write(items, token)
            if refusal is None:
                return
            said = codes(refusal)
            for record, code in zip(records, said, strict=False):
                if code in CHANGED:
                    raise ConflictError(record) from refusal
            if tried + 1 == CONTENTION_TRIES or not CONTENDED.issuperset(filter(None, said)):
                raise unanswered(refusal) from refusal
            self._sleep(CONTENTION_PAUSE * 2**tried * self._jitter())

    def _write(self, items: Sequence[Table], token: str) -> PynamoDBException | None:
        """The refusal, if DynamoDB answered with one."""
        try:
            if len(items) == 1:
                items[0].save(items[0].condition())
                return None
            with TransactWrite(connection=self.connection, client_request_token=token) as transaction:
                for item in items:
                    transaction.save(item, item.condition())
        except (PutError, TransactWriteError) as refusal:
            return refusal
        return None

    def due(self, buckets: Iterable[str]) -> Iterator[Timer]:
        for bucket in buckets:
            yield from self.query(Timer, "timers", bucket, consistent_read=True)

    def forget(self, timers: Sequence[Timer]) -> None:
        table = self.tables["timers"]
        with answering(), table.batch_write() as batch:
            for hash_, range_ in dict.fromkeys(row.key for row in map(rows.timer_row, timers)):
                batch.delete(table(hash_, range_))

    def flags(self, scopes: Sequence[StopScope]) -> Mapping[str, Flag]:
        found = self.batches.read_whole(
            [Wanted(Flag, rows.flag_at(scope)) for scope in dict.fromkeys(map(str, scopes))]
        )
        return {flag.scope: flag for flag in found}

    def clearance(self, attempt: Attempt, post: Post) -> Clearance:
        # Here, for nobody else needs the rules by which a post is let go.
        from shared.stores import clearing  # noqa: PLC0415

        wanted = [Wanted(kind, row) for kind, row in clearing.places(attempt, post)]
        return clearing.clearance(self.batches.read_whole(wanted))

    def stop(self, id: str) -> Stop | None:  # noqa: A002
        return self._read(Stop, rows.stop_at(id))

    def page(self, stop: str, number: int) -> ReceiptPage | None:
        return self._read(ReceiptPage, rows.page_at(stop, number))

    def pages(self, stop: str) -> Iterator[ReceiptPage]:
        begins = tables.Stops.item.startswith(rows.PAGE)
        return self.query(ReceiptPage, "stops", rows.stop_at(stop).hash, begins, consistent_read=True)

    def attempts_since(self, at: datetime) -> Iterator[Attempt]:
        since = tables.Attempts.started >= rows.instant(at)
        for shard in rows.SHARD_NAMES:
            yield from self.query(Attempt, "attempts", shard, since, consistent_read=True)

    def attempt(self, id: str, started_at: datetime) -> Attempt | None:  # noqa: A002
        return self._read(Attempt, rows.attempt_at(id, started_at))

    def _read(self, kind: type[R], row: Row) -> R | None:
        if not row.can_be:
            return None
        with answering():
            try:
                return self.tables[row.table].get(row.hash, row.range, consistent_read=True).record(kind)
            except DoesNotExist:
                return None

    def query(
        self, kind: type[R], table: str, partition: str, where: Condition | None = None, **how: Any
    ) -> Iterator[R]:
        """Records of one partition of a table or of its index, :data:`PAGE` at a time as they are asked for."""
        with answering():
            for item in self.tables[table].query(partition, where, page_size=PAGE, **how):
                yield item.record(kind)
