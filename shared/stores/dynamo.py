"""The store on DynamoDB, through PynamoDB: one client and one credentials chain for all tables."""

import os
import random
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

import botocore.session
import msgspec
from botocore.exceptions import BotoCoreError
from botocore.parsers import ResponseParserError
from pynamodb.connection import Connection
from pynamodb.exceptions import DoesNotExist, PutError, PynamoDBException, TransactWriteError
from pynamodb.expressions.condition import Condition
from pynamodb.transactions import TransactWrite

from shared import aws
from shared.domain.attempts import Attempt
from shared.domain.ledger import Entry
from shared.domain.mentions import Mention
from shared.domain.posts import Post, PostState
from shared.domain.schedule import Timer
from shared.domain.stops import Flag, Stop, StopScope
from shared.stores import ConflictError, Record, StoreError, rows, tables
from shared.stores.rows import Row
from shared.stores.tables import Table

R = TypeVar("R")

CONNECT_TIMEOUT = 2.0
READ_TIMEOUT = 5.0
RETRIES = 2
"""By botocore, after a lost reply, a 5xx or a throttle: it waits up to 1 s, then up to 2 s."""
PAGE = 100
CONTENTION_TRIES = 5
CONTENTION_PAUSE = 0.05
"""Seconds; the longest pause before the second try, doubled before each later one."""
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


def response_code(error: PynamoDBException) -> str:
    """DynamoDB's own name for the failure, or "" if it named none.

    PynamoDB's ``cause_response_code`` trips over a read timeout, whose ``response`` is there and None.
    """
    response = getattr(error.cause, "response", None) or {}
    return str(response.get("Error", {}).get("Code", ""))


def unanswered(error: Exception) -> StoreError:
    """What a failure inside is called outside; names no table and quotes no record."""
    if isinstance(error, PynamoDBException):
        what = response_code(error) or type(error.cause or error).__name__
    else:
        what = type(error).__name__
    return StoreError(f"The store did not answer as it should: {what}.")


@contextmanager
def answering() -> Iterator[None]:
    """Turns every way in which DynamoDB, botocore or PynamoDB can fail into a StoreError."""
    try:
        yield
    except (PynamoDBException, BotoCoreError, ResponseParserError) as error:
        raise unanswered(error) from error
    except msgspec.DecodeError as error:
        raise StoreError("The store holds a record that cannot be read.") from error


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


class ProcessConnection(Connection):
    """Uses the process's botocore session, which has read its files and found its credentials already."""

    @property
    def session(self) -> botocore.session.Session:
        return aws.session()


class DynamoStore:
    """Every record of one stage. ``sleep`` and ``jitter`` (0 … 1) space out retries of contended commits.

    The client is made at the first call, with region and endpoint out of the environment (``AWS_REGION``,
    ``AWS_ENDPOINT_URL``).
    """

    def __init__(
        self,
        stage: str,
        *,
        sleep: Callable[[float], None] = time.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._sleep = sleep
        self._jitter = jitter
        self.connection = ProcessConnection(
            region=os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"),
            connect_timeout_seconds=CONNECT_TIMEOUT,
            read_timeout_seconds=READ_TIMEOUT,
            max_retry_attempts=RETRIES,
        )
        self.tables: Mapping[str, type[Table]] = {
            table.name: tables.bind(table, stage, self.connection) for table in tables.TABLES
        }

    def get(self, kind: type[R], realm: str, id: str) -> R | None:  # noqa: A002
        return self._read(kind, rows.KINDS[kind].at(realm, id))

    def list(self, kind: type[R], realm: str) -> Iterator[R]:
        begins = tables.Registry.item.startswith(rows.KINDS[kind].prefix)
        return self._query(kind, "registry", realm, begins, consistent_read=True)

    def mention(self, id: str) -> Mention | None:  # noqa: A002
        return self._read(Mention, Row("mentions", id))

    def inbox(self, client: str) -> Iterator[Mention]:
        return self._query(Mention, "mentions", client, index_name="inbox", scan_index_forward=False)

    def post(self, id: str) -> Post | None:  # noqa: A002
        return self._read(Post, Row("posts", id))

    def posts(self, client: str, state: PostState) -> Iterator[Post]:
        partition = rows.client_state(client, state)
        return self._query(Post, "posts", partition, index_name="state", scan_index_forward=False)

    def ledger(self, realm: str, day: date, after: str = "") -> Iterator[Entry]:
        later = tables.Ledger.id > after if after else None
        return self._query(Entry, "ledger", rows.realm_day(realm, day), later, consistent_read=True)

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
            yield from self._query(Timer, "timers", bucket, consistent_read=True)

    def forget(self, timers: Sequence[Timer]) -> None:
        table = self.tables["timers"]
        with answering(), table.batch_write() as batch:
            for hash_, range_ in dict.fromkeys(row.key for row in map(rows.timer_row, timers)):
                batch.delete(table(hash_, range_))

    def flags(self, scopes: Sequence[StopScope]) -> Mapping[str, Flag]:
        """PynamoDB's own batch read asks again for what was left unread, without end; this one never does."""
        if not scopes:
            return {}
        table = self.tables["stops"]
        name = table.Meta.table_name
        keys: Any = [{"scope": scope, "item": rows.FLAG} for scope in dict.fromkeys(map(str, scopes))]
        with answering():
            reply = self.connection.batch_get_item(name, keys, consistent_read=True)
        if "Responses" not in reply or reply.get("UnprocessedKeys"):
            raise StoreError("The store left a stop flag unread.")
        with answering():
            found = [table.from_raw_data(item).record(Flag) for item in reply["Responses"].get(name, ())]
        return {flag.scope: flag for flag in found}

    def stop(self, id: str) -> Stop | None:  # noqa: A002
        return self._read(Stop, rows.stop_at(id))

    def attempts_since(self, at: datetime) -> Iterator[Attempt]:
        since = tables.Attempts.started >= rows.instant(at)
        for shard in rows.SHARD_NAMES:
            yield from self._query(Attempt, "attempts", shard, since, consistent_read=True)

    def attempt(self, id: str, started_at: datetime) -> Attempt | None:  # noqa: A002
        return self._read(Attempt, rows.attempt_at(id, started_at))

    def _read(self, kind: type[R], row: Row) -> R | None:
        with answering():
            try:
                return self.tables[row.table].get(row.hash, row.range, consistent_read=True).record(kind)
            except DoesNotExist:
                return None

    def _query(
        self, kind: type[R], table: str, partition: str, where: Condition | None = None, **how: Any
    ) -> Iterator[R]:
        with answering():
            for item in self.tables[table].query(partition, where, page_size=PAGE, **how):
                yield item.record(kind)
