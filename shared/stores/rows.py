"""Which table keeps which record, and under which key. Both stores take it from here; no caller makes a key.

A new kind of registry record is one line in :data:`KINDS`; a new table is a function in :data:`ROWS` and a
model in ``tables``.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Any

from shared.domain.accounts import Account, Endpoint, Grant, Source, source_realm
from shared.domain.attempts import SHARDS, Attempt
from shared.domain.audit import Audit
from shared.domain.incidents import Incident
from shared.domain.lanes import Lane
from shared.domain.ledger import Entry
from shared.domain.mandate import Mandate
from shared.domain.mentions import OPEN_STATES, UNREAD_KEPT, Mention, Unread, unread_realm
from shared.domain.parties import DEPLOYMENT, Agency, Client, Key, Member, Roll
from shared.domain.pictures import Picture
from shared.domain.polling import Listened
from shared.domain.posts import Post, PostState
from shared.domain.priorities import Priorities
from shared.domain.receipts import ReceiptPage
from shared.domain.recovery import DRILLS_KEPT, Drill, RecoveryPlan
from shared.domain.replay import REPLIES_KEPT, Reply
from shared.domain.review import Actions, Review
from shared.domain.schedule import Mark, Timer
from shared.domain.stops import Flag, QueuedRecall, StandingStop, Stop
from shared.domain.work import Escalation, Recommendation

MOST_RECORDS = 100
"""In one commit: what DynamoDB takes in one transaction."""
ATTEMPTS_KEPT = timedelta(days=30)
QUEUED_RECALLS_KEPT = timedelta(days=2)
"""After they were to be taken up: while one is put off again and again, it is rewritten with a later time."""
LIFTED_KEPT = timedelta(days=2)
"""In the list of stops that stand. The stops themselves are kept for good."""
TIMERS_KEPT = timedelta(days=2)
"""After they were due; a tick drops what it has handed on, and this drops what it could not."""
FLAG = "flag"
STOP = "stop"
PAGE = "page#"
"""What the items of a receipt's pages begin with, which lie with their stop."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where a record is kept: its table and key, what its index is keyed by, and when it may be forgotten."""

    table: str
    hash: str
    range: str | None = None
    index: Mapping[str, str | float] = field(default_factory=dict)
    expires: datetime | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        return self.hash, self.range


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of registry record: its name in the key, and how a record tells its realm and its id there."""

    name: str
    realm: Callable[[Any], str] = attrgetter("client")
    id: Callable[[Any], str] = attrgetter("id")
    expires: Callable[[Any], datetime | None] = lambda _: None

    def row(self, record: Any) -> Row:
        return replace(self.at(self.realm(record), self.id(record)), expires=self.expires(record))

    def at(self, realm: str, id: str) -> Row:  # noqa: A002
        return Row("registry", realm, f"{self.prefix}{id}")

    @property
    def prefix(self) -> str:
        """What all items of this kind begin with in their realm."""
        return f"{self.name}#"


def _forgotten(standing: StandingStop) -> datetime | None:
    return standing.lifted_at + LIFTED_KEPT if standing.lifted_at else None


KINDS: Mapping[type[Any], Kind] = {
    Client: Kind("client", realm=attrgetter("id")),
    Agency: Kind("agency", realm=attrgetter("id")),
    Member: Kind("member", realm=attrgetter("realm")),
    Key: Kind("key", realm=attrgetter("realm")),
    Account: Kind("account"),
    Grant: Kind("grant", id=attrgetter("account")),
    Source: Kind("source", realm=lambda source: source_realm(source.id)),
    Unread: Kind(
        "unread",
        realm=lambda unread: unread_realm(unread.source),
        expires=lambda unread: unread.received_at + UNREAD_KEPT,
    ),
    Endpoint: Kind("endpoint"),
    Mandate: Kind("mandate", id=attrgetter("agency")),
    Priorities: Kind("priorities", id=attrgetter("client")),
    Picture: Kind("picture", id=attrgetter("sha256")),
    Recommendation: Kind("recommendation"),
    Escalation: Kind("escalation"),
    Actions: Kind("actions", id=attrgetter("client")),
    Review: Kind("review", id=attrgetter("week")),
    Mark: Kind("mark", realm=attrgetter("realm")),
    Listened: Kind("listened", id=attrgetter("account")),
    Roll: Kind("roll", realm=attrgetter("realm")),
    Audit: Kind("audit", id=attrgetter("client")),
    Incident: Kind("incident"),
    RecoveryPlan: Kind("recovery_plan", id=attrgetter("client")),
    Drill: Kind("drill", expires=lambda drill: drill.started_at + DRILLS_KEPT),
    QueuedRecall: Kind(
        "recall",
        realm=lambda _: DEPLOYMENT,
        id=attrgetter("post"),
        expires=lambda queued: queued.until + QUEUED_RECALLS_KEPT,
    ),
    StandingStop: Kind("standing", realm=lambda _: DEPLOYMENT, expires=_forgotten),
    Lane: Kind("lane", id=attrgetter("account"), expires=attrgetter("empty_at")),
    Reply: Kind("reply", realm=attrgetter("realm"), expires=lambda reply: reply.at + REPLIES_KEPT),
}


def instant(at: datetime, timespec: str = "microseconds") -> str:
    """A time as text of fixed width that sorts by time: ``2026-11-25T03:14:34.000123Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


def mention_row(mention: Mention) -> Row:
    """Only open mentions have the index's key, so that the index holds the inbox and nothing else."""
    if mention.state not in OPEN_STATES:
        return Row("mentions", mention.id)
    return Row("mentions", mention.id, index={"inbox": mention.client, "score": mention.base_score})


def client_state(client: str, state: PostState) -> str:
    return f"{client}#{state.value}"


def post_row(post: Post) -> Row:
    index = {"client_state": client_state(post.client, post.state), "at": instant(post.state_at)}
    return Row("posts", post.id, index=index)


def timer_row(timer: Timer) -> Row:
    subject = f"{timer.kind.value}#{timer.subject}#{timer.subject_version}"
    due = f"{instant(timer.due_at, 'milliseconds')}#{subject}"
    return Row("timers", timer.bucket, due, expires=timer.due_at + TIMERS_KEPT)


SHARD_NAMES = tuple(str(shard) for shard in range(SHARDS))


def attempt_at(id: str, started_at: datetime) -> Row:  # noqa: A002
    shard = SHARD_NAMES[zlib.crc32(id.encode()) % SHARDS]
    return Row("attempts", shard, f"{instant(started_at)}#{id}", expires=started_at + ATTEMPTS_KEPT)


def attempt_row(attempt: Attempt) -> Row:
    return attempt_at(attempt.id, attempt.started_at)


def flag_at(scope: str) -> Row:
    return Row("stops", scope, FLAG)


def flag_row(flag: Flag) -> Row:
    return flag_at(flag.scope)


def stop_at(id: str) -> Row:  # noqa: A002
    return Row("stops", f"{STOP}#{id}", STOP)


def stop_row(stop: Stop) -> Row:
    return stop_at(stop.id)


def page_at(stop: str, number: int) -> Row:
    return Row("stops", stop_at(stop).hash, f"{PAGE}{number:06}")


def page_row(page: ReceiptPage) -> Row:
    return page_at(page.stop, page.number)


def realm_day(realm: str, day: date) -> str:
    return f"{realm}#{day.isoformat()}"


def entry_row(entry: Entry) -> Row:
    return Row("ledger", realm_day(entry.realm, entry.at.astimezone(UTC).date()), entry.id)


ROWS: Mapping[type[Any], Callable[[Any], Row]] = {
    **{record: kind.row for record, kind in KINDS.items()},
    Mention: mention_row,
    Post: post_row,
    Timer: timer_row,
    Attempt: attempt_row,
    Flag: flag_row,
    Stop: stop_row,
    ReceiptPage: page_row,
    Entry: entry_row,
}


def rows(records: Sequence[Any]) -> list[Row]:
    """The row of each record of one commit. Raises ValueError on a commit that no store can make."""
    found = [ROWS[type(record)](record) for record in records]
    if len(found) > MOST_RECORDS:
        raise ValueError(f"{len(found)} records in one commit; {MOST_RECORDS} are the most")
    if len({(row.table, *row.key) for row in found}) < len(found):
        raise ValueError("a commit writes one record twice")
    return found
