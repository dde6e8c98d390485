"""What has a time of its own: a question that waits for the client, and what was promised in an answer."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.following import escalations, follow_ups
from shared.domain.following.alarms import Alarm, alarm_of, subject_of
from shared.domain.following.escalations import Escalation
from shared.domain.following.follow_ups import FollowUp
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.mentions import Mention
from shared.domain.parties import Member
from shared.stores import Committing, ConflictError, Mentions, Reading, Reference

WHO = system("prioritize.attend")
MOOT = "what it is about is closed"
Step = tuple[Escalation | FollowUp, Fact]


class Store(Reading, Mentions, Committing, Protocol): ...


def ring(client: str, alarms: Sequence[str], *, store: Store, clock: Clock, new_id: NewId) -> int:
    """Do what is due of these; returns of how many something was told.

    Another run may be at the same: of each reminder, each move and each day one is written, and told.
    """
    subjects = [id_ for alarm in alarms if (id_ := subject_of(alarm))]
    if not subjects:
        return 0
    now, told = clock.now(), 0
    found = store.together([Reference(kind, client, id_) for id_ in subjects for kind in (Escalation, FollowUp)])
    for record, fact in _due(client, found, store, now):
        try:
            store.commit(record, *_alarms(record), entry(fact, id=new_id("led"), realm=client, at=now, who=WHO))
        except ConflictError:
            continue  # another run has told it, or somebody has answered
        told += 1
    return told


def _due(client: str, found: Mapping[Reference, Any], store: Store, now: datetime) -> Iterator[Step]:
    """Of what was found; nothing where the index was behind."""
    for promise in (one for one in found.values() if isinstance(one, FollowUp)):
        if late := follow_ups.due(promise, now):
            yield late
    asked = [one for one in found.values() if isinstance(one, Escalation)]
    if not asked:
        return
    is_there = escalations.those_of(store.list(Member, client))
    about = {one.id: Reference(Mention, client, one.mention) for one in asked}
    mentions = store.together(list(dict.fromkeys(about.values())))
    for question in asked:
        mention: Mention | None = mentions.get(about[question.id])
        closed = mention is not None and not mention.is_open
        # A draft that it is about may still be approved, and waits for whoever asked or answers.
        if closed and question.post is None:
            step = escalations.moot(question, now, MOOT)
        else:
            step = escalations.due(question, now, is_there)
        if step:
            yield step


def _alarms(record: Escalation | FollowUp) -> tuple[Alarm, ...]:
    return escalations.alarms(record) if isinstance(record, Escalation) else (alarm_of(record),)
