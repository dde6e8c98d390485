"""What time does to a mention: while nobody answers it climbs, then both parties are told, then a person is asked.

And what was laid aside comes back.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.mentions import OVERDUE, WAITING_STEPS, Mention, MentionState
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking
from shared.domain.listening.settings import Listening
from shared.domain.parties import Client, Member
from shared.domain.work import Escalation, escalation_deadline
from shared.stores import Committing, ConflictError, Mentions, Record, Reference

WHO = system("prioritize.attend")
AT_ONCE = 100
"""Mentions in one read."""
QUESTION = "Nobody has answered this for twice its answer target. Who does, and what may be said?"


class Store(Mentions, Committing, Protocol): ...


def attend(client: str, *, store: Store, clock: Clock, new_id: NewId, until: float) -> int:
    """Take up what is due; returns how many. ``until``: when to leave the rest to the next run."""
    due = iter(store.waiting(client, clock.now()))
    taken = 0
    while (ids := list(islice(due, AT_ONCE))) and clock.monotonic() < until:
        taken += _attend_some(client, ids, store, clock, new_id)
    return taken


def _attend_some(client: str, ids: Sequence[str], store: Store, clock: Clock, new_id: NewId) -> int:
    laid_down = [Reference(kind, client, client) for kind in (Listening, Priorities, Client)]
    mentions = [Reference(Mention, client, id_) for id_ in ids]
    found = store.together([*laid_down, *mentions])
    now = clock.now()
    ranking = Ranking(found.get(laid_down[0]), found.get(laid_down[1]), now)
    owes = _who_owes_an_answer(ranking.listening, store)
    agencies = found[laid_down[2]].agencies
    taken = 0
    for mention in (found[one] for one in mentions if one in found):
        moved, facts = after(mention, ranking, now)
        if moved is mention:
            continue  # the index was behind
        records: list[Record] = [moved]
        if moved.waits == len(WAITING_STEPS) > mention.waits and owes and agencies:
            escalation = _asked(moved, owes, agencies[0], new_id("esc"), now)
            records = [replace(moved, state=MentionState.ESCALATED), escalation]
            facts.append(_escalated(moved, escalation))
        entries = [entry(fact, id=new_id("led"), realm=client, at=now, who=WHO) for fact in facts]
        try:
            store.commit(*records, *entries)
        except ConflictError:
            continue  # somebody is at it; what is still due then is taken up next time
        taken += 1
    return taken


def after(mention: Mention, ranking: Ranking, now: datetime) -> tuple[Mention, list[Fact]]:
    """The mention as time has made it, and what is to be told of that; itself when nothing was due."""
    if mention.next_at is None or mention.next_at > now:
        return mention, []
    facts = []
    rested = mention.snoozed_until is not None and mention.snoozed_until <= now
    awake = replace(mention, snoozed_until=None) if rested else mention
    if rested:
        facts.append(Fact(type="mention.woken", subject=mention.id, data={"because": "its rest is over"}))
    climbed = ranking.climbed(awake, now)
    if climbed.waits >= OVERDUE > mention.waits:
        facts.append(Fact(type="mention.overdue", subject=mention.id, data=_waited(climbed, now)))
    return replace(climbed, version=mention.version + 1), facts


def _who_owes_an_answer(listening: Listening, store: Store) -> Member | None:
    if not listening.escalate_to:
        return None
    wanted = Reference(Member, listening.client, listening.escalate_to)
    member: Member | None = store.together([wanted]).get(wanted)
    return member if member is not None and member.removed_at is None else None


def _asked(mention: Mention, owes: Member, agency: str, id_: str, now: datetime) -> Escalation:
    return Escalation(
        id=id_,
        client=mention.client,
        agency=agency,
        mention=mention.id,
        question=QUESTION,
        to=owes.id,
        asked_by=WHO["function"],
        asked_at=now,
        deadline=escalation_deadline(mention.function, now),
    )


def _escalated(mention: Mention, escalation: Escalation) -> Fact:
    data = {
        "escalation": escalation.id,
        "to": escalation.to,
        "deadline": escalation.deadline.isoformat(),
        "function": mention.function,
        "mandate": "the client's own rule for what has waited twice its answer target",
    }
    return Fact(type="mention.escalated", subject=mention.id, data=data)


def _waited(mention: Mention, now: datetime) -> dict[str, Any]:
    minutes = round((now - mention.received_at).total_seconds() / 60, 1)
    claimed = mention.claim is not None and now < mention.claim.until
    return {"function": mention.function, "minutes": minutes, "score": mention.score, "claimed": claimed}
