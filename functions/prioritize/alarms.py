"""What has a time of its own: a question that waits for the client, and what was promised in an answer."""

from collections.abc import Sequence
from typing import Protocol

from shared.domain import escalations, follow_ups
from shared.domain.alarms import Alarm, alarm_of, subject_of
from shared.domain.clock import Clock, NewId
from shared.domain.follow_ups import FollowUp
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.mentions import OPEN_STATES, Mention
from shared.domain.parties import Member
from shared.domain.work import Escalation
from shared.stores import Committing, ConflictError, Mentions, Reading, Record, Reference

WHO = system("prioritize.attend")
MOOT = "what it is about is closed"


class Store(Reading, Mentions, Committing, Protocol): ...


def ring(client: str, alarms: Sequence[str], *, store: Store, clock: Clock, new_id: NewId) -> int:
    """Do what is due of these; returns of how many something was told.

    Another run may be at the same: of each reminder, each move and each day one is written, and told.
    """
    subjects = [id_ for alarm in alarms if (id_ := subject_of(alarm))]
    if not subjects:
        return 0
    kinds = (Escalation, FollowUp)
    found = store.together([Reference(kind, client, id_) for id_ in subjects for kind in kinds])
    asked = [one for one in found.values() if isinstance(one, Escalation)]
    promised = [one for one in found.values() if isinstance(one, FollowUp)]
    now, told = clock.now(), 0
    steps: list[tuple[Escalation | FollowUp, Fact] | None] = [follow_ups.due(one, now) for one in promised]
    if asked:
        is_there = escalations.those_of(store.list(Member, client))
        about = [Reference(Mention, client, one.mention) for one in asked]
        mentions = store.together(about)
        for one, place in zip(asked, about, strict=True):
            mention: Mention | None = mentions.get(place)
            moot = one.post is None and mention is not None and mention.state not in OPEN_STATES
            steps.append(escalations.moot(one, now, MOOT) if moot else escalations.due(one, now, is_there))
    for step in steps:
        if step is None:
            continue  # the index was behind
        record, fact = step
        records: list[Record] = [record, *_alarms(record), entry(fact, id=new_id("led"), realm=client, at=now, who=WHO)]
        try:
            store.commit(*records)
        except ConflictError:
            continue  # another run has told it, or somebody has answered
        told += 1
    return told


def _alarms(record: Escalation | FollowUp) -> tuple[Alarm, ...]:
    return escalations.alarms(record) if isinstance(record, Escalation) else (alarm_of(record),)
