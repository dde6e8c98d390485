"""The store in a process's own memory, for simulations: every call is one atomic step; indexes never lag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from shared.domain.attempts import Attempt
from shared.domain.deliveries import Delivery
from shared.domain.ledger import Entry
from shared.domain.listening.mentions import Mention
from shared.domain.listening.people import Person, Utterance
from shared.domain.posts import Post, PostState
from shared.domain.receipts import ReceiptPage
from shared.domain.schedule import Timer
from shared.domain.stops import Flag, Stop, StopScope
from shared.stores import Clearance, ConflictError, Record, Reference, clearing, rows
from shared.stores.rows import Row

R = TypeVar("R")


class MemoryStore:
    """Iterators hold what was there at the call; records are frozen, so none is copied."""

    def __init__(self) -> None:
        self._tables: defaultdict[str, dict[tuple[str, str | None], Any]] = defaultdict(dict)

    def get(self, kind: type[R], realm: str, id: str) -> R | None:  # noqa: A002
        return self._read(kind, rows.kind_of(kind).at(realm, id))

    def several(self, kind: type[R], keys: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], R]:
        found = {key: self._read(kind, rows.kind_of(kind).at(*key)) for key in keys}
        return {key: record for key, record in found.items() if record is not None}

    def list(self, kind: type[R], realm: str) -> Iterator[R]:
        prefix = rows.kind_of(kind).prefix
        found = self._partition("registry", realm)
        return iter([record for item, record in found if item.startswith(prefix)])

    def mention(self, id: str) -> Mention | None:  # noqa: A002
        return self._read(Mention, Row("mentions", id))

    def together(self, wanted: Sequence[Reference]) -> Mapping[Reference, Any]:
        found = {one: self._read(one.kind, rows.place_of(one.kind, one.realm, one.id)) for one in wanted}
        return {one: record for one, record in found.items() if record is not None}

    def inbox(self, client: str, at_most: float | None = None) -> Iterator[Mention]:
        found = self._indexed("inbox", client, "score")
        return iter([mention for score, mention in reversed(found) if at_most is None or score <= at_most])

    def whole_inbox(self, client: str) -> Iterator[Mention]:
        return self.inbox(client)

    def waiting(self, client: str, until: datetime) -> Iterator[str]:
        found = self._indexed("waiting", client, "next_at")
        return iter([mention.id for at, mention in found if at <= rows.instant(until)])

    def conversation(self, client: str, network: str, external_id: str, since: datetime | None = None) -> Iterator[str]:
        found = self._indexed("conversation", rows.conversation_of(client, network, external_id), "posted_at")
        return iter([mention.id for at, mention in found if since is None or at >= rows.instant(since)])

    def people(self, client: str, after: str = "") -> Iterator[Person]:
        return iter([person for id_, person in self._partition("people", client) if id_ > after])

    def utterances(self, person: str) -> Iterator[Utterance]:
        return iter([utterance for _, utterance in self._partition("people", person)])

    def post(self, id: str) -> Post | None:  # noqa: A002
        return self._read(Post, Row("posts", id))

    def several_posts(self, ids: Sequence[str]) -> Mapping[str, Post]:
        found = {id_: self._read(Post, Row("posts", id_)) for id_ in ids}
        return {id_: post for id_, post in found.items() if post is not None}

    def posts(self, client: str, state: PostState, until: datetime | None = None) -> Iterator[Post]:
        posts: Iterable[Post] = self._tables["posts"].values()
        found = [post for post in posts if post.client == client and post.state is state]
        found = [post for post in found if until is None or post.state_at <= until]
        return iter(sorted(found, key=lambda post: post.state_at, reverse=True))

    def posts_between(self, client: str, state: PostState, since: datetime, until: datetime) -> Iterator[Post]:
        posts: Iterable[Post] = self._tables["posts"].values()
        found = [one for one in posts if (one.client, one.state) == (client, state) and since <= one.state_at <= until]
        return iter(sorted(found, key=lambda post: post.state_at))

    def ledger(self, realm: str, day: date, after: str = "") -> Iterator[Entry]:
        found = self._partition("ledger", rows.realm_day(realm, day))
        return iter([entry for id_, entry in found if id_ > after])

    def entries(self, realm: str, places: Sequence[tuple[datetime, str]]) -> Mapping[str, Entry]:
        found = (self._read(Entry, rows.entry_at(realm, at, id_)) for at, id_ in places)
        return {entry.id: entry for entry in found if entry is not None}

    def deliveries(self, endpoint: str, before: str = "") -> Iterator[Delivery]:
        found = [delivery for id_, delivery in self._partition("deliveries", endpoint) if not before or id_ < before]
        return iter(found[::-1])

    def waiting_deliveries(self, endpoint: str) -> Iterator[Delivery]:
        found: Iterable[Delivery] = (delivery for _, delivery in self._partition("deliveries", endpoint))
        waiting = [(rows.delivery_row(delivery).index["waiting"], delivery) for delivery in found if delivery.waits]
        return iter([delivery for _, delivery in sorted(waiting, key=lambda one: one[0])])

    def several_deliveries(self, endpoint: str, ids: Sequence[str]) -> Mapping[str, Delivery]:
        found = (self._read(Delivery, rows.delivery_at(endpoint, id_)) for id_ in ids)
        return {delivery.id: delivery for delivery in found if delivery is not None}

    def commit(self, *records: Record) -> None:
        found = rows.rows(records)
        for record, row in zip(records, found, strict=True):
            stored = self._tables[row.table].get(row.key)
            if (stored.version if stored else 0) != record.version - 1:
                raise ConflictError(record)
        for record, row in zip(records, found, strict=True):
            self._tables[row.table][row.key] = record

    def due(self, buckets: Iterable[str]) -> Iterator[Timer]:
        return iter([timer for bucket in buckets for _, timer in self._partition("timers", bucket)])

    def forget(self, timers: Sequence[Timer]) -> None:
        for timer in timers:
            self._tables["timers"].pop(rows.timer_row(timer).key, None)

    def flags(self, scopes: Sequence[StopScope]) -> Mapping[str, Flag]:
        asked = {scope: self._read(Flag, rows.flag_at(scope)) for scope in map(str, scopes)}
        return {scope: flag for scope, flag in asked.items() if flag}

    def clearance(self, attempt: Attempt, post: Post) -> Clearance:
        found = (self._read(kind, row) for kind, row in clearing.places(attempt, post))
        return clearing.clearance(record for record in found if record is not None)

    def stop(self, id: str) -> Stop | None:  # noqa: A002
        return self._read(Stop, rows.stop_at(id))

    def page(self, stop: str, number: int) -> ReceiptPage | None:
        return self._read(ReceiptPage, rows.page_at(stop, number))

    def pages(self, stop: str) -> Iterator[ReceiptPage]:
        found = self._partition("stops", rows.stop_at(stop).hash)
        return iter([page for item, page in found if item.startswith(rows.PAGE)])

    def attempts_since(self, at: datetime) -> Iterator[Attempt]:
        since = rows.instant(at)
        shards = (self._partition("attempts", shard) for shard in rows.SHARD_NAMES)
        return iter([attempt for shard in shards for started, attempt in shard if started >= since])

    def attempt(self, id: str, started_at: datetime) -> Attempt | None:  # noqa: A002
        return self._read(Attempt, rows.attempt_at(id, started_at))

    def _read(self, kind: type[R], row: Row) -> R | None:  # noqa: ARG002
        found: R | None = self._tables[row.table].get(row.key)
        return found

    def _indexed(self, index: str, partition: str, by: str) -> Sequence[tuple[Any, Mention]]:
        """The mentions in a partition of an index, each with what they are ordered by."""
        rows_of = [(rows.row_of(mention).index, mention) for mention in self._tables["mentions"].values()]
        found = [(keys[by], mention) for keys, mention in rows_of if keys.get(index) == partition]
        return sorted(found, key=lambda one: one[0])

    def _partition(self, table: str, partition: str) -> Iterable[tuple[str, Any]]:
        """A partition's records by range key."""
        found = self._tables[table].items()
        return sorted((str(range_), record) for (hash_, range_), record in found if hash_ == partition)
