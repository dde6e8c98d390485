"""Which table keeps which record, and under which key. Both stores take it from here; no caller makes a key.

A new kind of registry record is one line in :data:`KINDS`; a new table is a function in :data:`ROWS` and a
model in ``tables``.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from shared.domain.attempts import SHARDS, Attempt
from shared.domain.parties import DEPLOYMENT

if TYPE_CHECKING:
    # Records are known by the names of their classes, so that a function loads those alone that it works with.
    from shared.domain.deliveries import Delivery
    from shared.domain.following.alarms import Alarm
    from shared.domain.ledger import Entry
    from shared.domain.listening.likeness import Likeness
    from shared.domain.listening.mentions import Mention
    from shared.domain.listening.people import Person, Utterance
    from shared.domain.posts import Post, PostState
    from shared.domain.receipts import ReceiptPage
    from shared.domain.schedule import Timer
    from shared.domain.stops import Flag, StandingStop, Stop

MOST_RECORDS = 100
"""In one commit: what DynamoDB takes in one transaction."""
LONGEST_HASH, LONGEST_RANGE = 2048, 1024
"""Bytes of a key's two parts."""
ATTEMPTS_KEPT = timedelta(days=30)
QUEUED_RECALLS_KEPT = timedelta(days=2)
"""After they were to be taken up: while one is put off again and again, it is rewritten with a later time."""
LIFTED_KEPT = timedelta(days=2)
"""In the list of stops that stand. The stops themselves are kept for good."""
TIMERS_KEPT = timedelta(days=2)
"""After they were due; a tick drops what it has handed on, and this drops what it could not."""
LINKS_KEPT = timedelta(days=30)
"""After they ended: what became of a link is asked for a while."""
FOLLOW_UPS_KEPT = timedelta(days=400)
"""After they were closed."""
SHIFTS_KEPT = timedelta(days=400)
"""After they ended."""
DELIVERIES_KEPT = timedelta(days=30)
"""After they ended, or were queued and never did."""
REPLAYS_KEPT = timedelta(days=90)
"""After they were asked for."""
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

    @property
    def can_be(self) -> bool:
        """Whether anything can lie here. DynamoDB takes keys of some lengths only, and ids come from outside."""
        fits = 1 <= len(self.hash.encode("utf-8", "replace")) <= LONGEST_HASH
        return fits and (self.range is None or 1 <= len(self.range.encode("utf-8", "replace")) <= LONGEST_RANGE)


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


KINDS: Mapping[str, Kind] = {
    "Client": Kind("client", realm=attrgetter("id")),
    "Agency": Kind("agency", realm=attrgetter("id")),
    "Member": Kind("member", realm=attrgetter("realm")),
    "Key": Kind("key", realm=attrgetter("realm")),
    "ApprovalLink": Kind("approval_link", expires=lambda link: link.expires_at + LINKS_KEPT),
    "Account": Kind("account"),
    "Grant": Kind("grant", id=attrgetter("account")),
    "Source": Kind("source", realm=attrgetter("realm")),
    "Unread": Kind("unread", realm=attrgetter("realm"), expires=attrgetter("forgotten_at")),
    "Endpoint": Kind("endpoint"),
    "Courier": Kind("courier", id=attrgetter("endpoint")),
    "Replay": Kind("replay", expires=lambda replay: replay.asked_at + REPLAYS_KEPT),
    "Mandate": Kind("mandate", id=attrgetter("agency")),
    "MandateVersion": Kind("mandate_version"),
    "MandateRequest": Kind("mandate_request", expires=attrgetter("until")),
    "Priorities": Kind("priorities", id=attrgetter("client")),
    "Listening": Kind("listening", id=attrgetter("client")),
    "Guidelines": Kind("guidelines", id=attrgetter("client")),
    "Plan": Kind("plan", id=attrgetter("client")),
    "Agenda": Kind("agenda", id=attrgetter("account")),
    "Feed": Kind("feed"),
    "Nudge": Kind("nudge", id=attrgetter("client")),
    "Pulse": Kind("pulse", id=attrgetter("client")),
    "Crisis": Kind("crisis"),
    "Scored": Kind("scored", id=attrgetter("client")),
    "Picture": Kind("picture", id=attrgetter("sha256")),
    "Recommendation": Kind("recommendation"),
    "Escalation": Kind("escalation"),
    "EscalationPlan": Kind("escalation_plan", id=attrgetter("client")),
    "FollowUp": Kind("follow_up", expires=lambda one: one.closed_at + FOLLOW_UPS_KEPT if one.closed_at else None),
    "Watch": Kind("watch", expires=attrgetter("forgotten_at")),
    "Actions": Kind("actions", id=attrgetter("client")),
    "Review": Kind("review", id=attrgetter("week")),
    "DayMeasures": Kind("measures"),
    "Export": Kind("export", expires=attrgetter("forgotten_at")),
    "ExportOrder": Kind("export_order", realm=attrgetter("realm"), expires=attrgetter("forgotten_at")),
    "Measuring": Kind("measuring", id=attrgetter("client")),
    "ReviewNotes": Kind("review_notes", id=attrgetter("week")),
    "ReviewLink": Kind("review_link", expires=lambda link: link.expires_at + LINKS_KEPT),
    "Mark": Kind("mark", realm=attrgetter("realm")),
    "Listened": Kind("listened", id=attrgetter("account")),
    "ReadBack": Kind("read_back", id=attrgetter("account")),
    "FollowerAudit": Kind("follower_audit", expires=attrgetter("forgotten_at")),
    "PeopleKey": Kind("people_key", id=attrgetter("client")),
    "Speaker": Kind("speaker", id=attrgetter("member")),
    "Shift": Kind("shift", expires=lambda shift: shift.ends_at + SHIFTS_KEPT),
    "SavedReply": Kind("saved_reply"),
    "ReplyUse": Kind("reply_use"),
    "Advocate": Kind("advocate"),
    "Suggestion": Kind("suggestion"),
    "Roll": Kind("roll", realm=attrgetter("realm")),
    "Voice": Kind("voice", realm=attrgetter("agency"), id=attrgetter("client")),
    "VoiceHolder": Kind("voice_holder", realm=attrgetter("agency")),
    "Trace": Kind("trace", realm=attrgetter("agency"), expires=attrgetter("forgotten_at")),
    "OutOfPlace": Kind("out_of_place", id=attrgetter("client")),
    "KeyUse": Kind("key_use", realm=attrgetter("realm"), id=attrgetter("key")),
    "Permits": Kind("permits", realm=attrgetter("realm"), id=attrgetter("key"), expires=attrgetter("forgotten_at")),
    "Audit": Kind("audit", id=attrgetter("client")),
    "Incident": Kind("incident"),
    "RecoveryPlan": Kind("recovery_plan", id=attrgetter("client")),
    "Drill": Kind("drill", expires=attrgetter("forgotten_at")),
    "QueuedRecall": Kind(
        "recall",
        realm=lambda _: DEPLOYMENT,
        id=attrgetter("post"),
        expires=lambda queued: queued.until + QUEUED_RECALLS_KEPT,
    ),
    "StandingStop": Kind("standing", realm=lambda _: DEPLOYMENT, expires=_forgotten),
    "Lane": Kind("lane", id=attrgetter("account"), expires=attrgetter("empty_at")),
    "Reply": Kind("reply", realm=attrgetter("realm"), expires=attrgetter("forgotten_at")),
}


def instant(at: datetime, timespec: str = "microseconds") -> str:
    """A time as text of fixed width that sorts by time: ``2026-11-25T03:14:34.000123Z``."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


def compared(id: str) -> str:  # noqa: A002
    """What keys are compared to: all of an id that can be one, and as much of a longer one as can be sent."""
    return id[: LONGEST_RANGE // 4]


def conversation_of(client: str, network: str, external_id: str) -> str:
    return f"{client}#{network}#{external_id}"


def mention_at(id: str) -> Row:  # noqa: A002
    """Of a mention, a likeness or an alarm, which have one table."""
    return Row("mentions", id)


def mention_row(mention: Mention) -> Row:
    """An index holds what it is for and no more: the inbox, what is to be looked at again, who answers whom."""
    index: dict[str, str | float] = {}
    if mention.is_in_inbox:
        index |= {"inbox": mention.client, "score": mention.score}
    if mention.next_at is not None:
        index |= {"waiting": mention.client, "next_at": instant(mention.next_at)}
    if mention.conversation:
        conversation = conversation_of(mention.client, mention.network, mention.conversation)
        index |= {"conversation": conversation, "posted_at": instant(mention.posted_at)}
    return replace(mention_at(mention.id), index=index)


def alarm_row(alarm: Alarm) -> Row:
    """Among the mentions that are to be looked at again, which are asked for each minute."""
    index = {"waiting": alarm.client, "next_at": instant(alarm.next_at)} if alarm.next_at is not None else {}
    return replace(mention_at(alarm.id), index=index)


def likeness_row(likeness: Likeness) -> Row:
    return replace(mention_at(likeness.id), expires=likeness.until)


def person_at(client: str, id: str) -> Row:  # noqa: A002
    return Row("people", client, id)


def person_row(person: Person) -> Row:
    return person_at(person.client, person.id)


def utterance_row(utterance: Utterance) -> Row:
    return Row("people", utterance.person, utterance.mention)


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


def entry_at(realm: str, at: datetime, id: str) -> Row:  # noqa: A002
    return Row("ledger", realm_day(realm, at.astimezone(UTC).date()), id)


def entry_row(entry: Entry) -> Row:
    return entry_at(entry.realm, entry.at, entry.id)


def delivery_at(endpoint: str, id: str) -> Row:  # noqa: A002
    return Row("deliveries", endpoint, id)


def delivery_row(delivery: Delivery) -> Row:
    """While it waits it is in the index: what is told for the first time before what is told again, each by its id."""
    index = {"waiting": f"{1 if delivery.replay else 0}#{delivery.id}"} if delivery.waits else {}
    expires = (delivery.ended_at or delivery.queued_at) + DELIVERIES_KEPT
    return replace(delivery_at(delivery.endpoint, delivery.id), index=index, expires=expires)


ROWS: Mapping[str, Callable[[Any], Row]] = {
    **{name: kind.row for name, kind in KINDS.items()},
    "Mention": mention_row,
    "Likeness": likeness_row,
    "Alarm": alarm_row,
    "Person": person_row,
    "Utterance": utterance_row,
    "Post": post_row,
    "Timer": timer_row,
    "Attempt": attempt_row,
    "Flag": flag_row,
    "Stop": stop_row,
    "ReceiptPage": page_row,
    "Entry": entry_row,
    "Delivery": delivery_row,
}


def kind_of(record: type[Any]) -> Kind:
    """Of a class whose records the registry keeps."""
    return KINDS[record.__name__]


def place_of(record: type[Any], realm: str, id: str) -> Row:  # noqa: A002
    """Where a record lies that is found by its id."""
    if record.__name__ in ("Mention", "Likeness", "Alarm"):
        return mention_at(id)
    if record.__name__ == "Person":
        return person_at(realm, id)
    return kind_of(record).at(realm, id)


def row_of(record: Any) -> Row:
    return ROWS[type(record).__name__](record)


def rows(records: Sequence[Any]) -> list[Row]:
    """The row of each record of one commit. Raises ValueError on a commit that no store can make."""
    found = [row_of(record) for record in records]
    if len(found) > MOST_RECORDS:
        raise ValueError(f"{len(found)} records in one commit; {MOST_RECORDS} are the most")
    if len({(row.table, *row.key) for row in found}) < len(found):
        raise ValueError("a commit writes one record twice")
    return found
