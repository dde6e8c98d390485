"""What time does to a mention: while nobody answers it climbs, then both parties are told, then a person is asked.

And what was laid aside comes back. What has a time of its own is in ``alarms``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from functions.prioritize.alarms import ring
from shared.domain.clock import Clock, NewId
from shared.domain.following.alarms import PREFIX
from shared.domain.following.escalations import Escalation, EscalationPlan, alarms, in_order, those_of, timed
from shared.domain.ledger import Fact, entry, system
from shared.domain.listening.mentions import WAITING_STEPS, Mention, MentionState
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking
from shared.domain.listening.settings import Listening
from shared.domain.parties import Client, Member
from shared.stores import Committing, ConflictError, Mentions, Reading, Record, Reference

WHO = system("prioritize.attend")
AT_ONCE = 100
"""Mentions in one read."""
QUESTION = "Nobody has answered this for twice its answer target. Who does, and what may be said?"


class Store(Reading, Mentions, Committing, Protocol): ...


def attend(client: str, *, store: Store, clock: Clock, new_id: NewId, until: float) -> int:
    """Take up what is due; returns how many. ``until``: when to leave the rest to the next run."""
    due = iter(store.waiting(client, clock.now()))
    taken = 0
    while (ids := list(islice(due, AT_ONCE))) and clock.monotonic() < until:
        alarms = [id_ for id_ in ids if id_.startswith(PREFIX)]
        mentions = [id_ for id_ in ids if not id_.startswith(PREFIX)]
        taken += ring(client, alarms, store=store, clock=clock, new_id=new_id)
        taken += _attend_some(client, mentions, store, clock, new_id) if mentions else 0
    return taken


def _attend_some(client: str, ids: Sequence[str], store: Store, clock: Clock, new_id: NewId) -> int:
    laid_down = [Reference(kind, client, client) for kind in (Listening, Priorities, Client, EscalationPlan)]
    mentions = [Reference(Mention, client, id_) for id_ in ids]
    found = store.together([*laid_down, *mentions])
    now = clock.now()
    ranking = Ranking(found.get(laid_down[0]), found.get(laid_down[1]), now)
    agencies = found[laid_down[2]].agencies
    owing = _Owing(ranking.listening, found.get(laid_down[3]), store)
    taken = 0
    for mention in (found[one] for one in mentions if one in found):
        moved, facts = after(mention, ranking, now)
        if moved is mention:
            continue  # the index was behind
        records: list[Record] = [moved]
        forgotten = moved.state is MentionState.OPEN and moved.waits == len(WAITING_STEPS) > mention.waits
        if forgotten and agencies and (escalation := owing.asked(moved, agencies[0], new_id, now)):
            records = [replace(moved, state=MentionState.ESCALATED), escalation, *alarms(escalation)]
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
    if climbed.is_overdue and not mention.is_overdue:
        facts.append(Fact(type="mention.overdue", subject=mention.id, data=_waited(climbed, now)))
    return replace(climbed, version=mention.version + 1), facts


class _Owing:
    """Who of the client is asked about what nobody has taken up; read when there is something to ask."""

    def __init__(self, listening: Listening, plan: EscalationPlan | None, store: Store) -> None:
        self._listening = listening
        self._plan = plan
        self._store = store

    def asked(self, mention: Mention, agency: str, new_id: NewId, now: datetime) -> Escalation | None:
        """The question; None where the client has named nobody who is still there.

        What follows a post goes to whoever is first in the client's chain, where it has named nobody for all.
        """
        named = self._listening.escalate_to
        chain = self._plan.chain(mention.function) if self._plan is not None and (named or mention.watch) else None
        if not named and chain is None:
            return None
        people = in_order(chain, named, those_of(self._store.list(Member, mention.client)))
        if not people:
            return None
        escalation = Escalation(
            id=new_id("esc"),
            client=mention.client,
            agency=agency,
            mention=mention.id,
            function=mention.function,
            question=QUESTION,
            to=people[0],
            then=people[1:],
            asked_by=WHO["function"],
            asked_at=now,
            deadline=now,
        )
        return timed(escalation, chain, self._listening.escalation_time(mention.function))


def _escalated(mention: Mention, escalation: Escalation) -> Fact:
    data = {
        "escalation": escalation.id,
        "post": None,
        "to": escalation.to,
        "deadline": escalation.deadline.isoformat(),
        "function": mention.function,
        "mandate": "the client's own rule for what has waited twice its answer target",
    }
    return Fact(type="mention.escalated", subject=mention.id, data=data)


def _waited(mention: Mention, now: datetime) -> dict[str, Any]:
    minutes = round((now - mention.received_at).total_seconds() / 60, 1)
    claimed = mention.claim is not None and now < mention.claim.until
    return {
        "function": mention.function,
        "minutes": minutes,
        "score": mention.score,
        "claimed": claimed,
        "state": mention.state.value,
    }
