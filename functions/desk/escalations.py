"""Questions that only the client can answer: to a named person, with a deadline."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from functions.desk.ranked import ranking_of
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.listening.claims import check_free, check_open
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.mandate import Activity
from shared.domain.parties import Member, Party
from shared.domain.text import clean
from shared.domain.work import Escalation, EscalationState, escalation_deadline


class NewEscalation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``to``: the member of the client who owes the answer."""

    question: str
    to: str
    agency: str | None = None


class GivenAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    answer: str


def escalate(call: Call[NewEscalation], desk: Desk) -> Change:
    """Ask a named person of the client, with a deadline by business function."""
    mention = desk.mention(call)
    check_open(mention)
    check_free(mention, call.caller.member, call.now)
    agency = desk.agency(call, call.body.agency)
    escalation, fact = escalated(call, desk, mention, agency, call.body.question, call.body.to)
    ranking, _ = ranking_of(call, desk)
    moved = ranking.placed(mention.moved(MentionState.ESCALATED))
    return Change(records=(escalation, moved), facts=(fact,), reply=escalation)


def escalated(
    call: Call[Any], desk: Desk, mention: Mention, agency: str, question: str, to: str
) -> tuple[Escalation, Fact]:
    """The escalation of ``mention`` and its fact; used by a recommendation to escalate as well."""
    decision = desk.permission(call, Activity.IDENTIFY, mention.function, agency)
    person = desk.store.get(Member, call.client, to) if to else None
    if person is None or person.party is not Party.CLIENT or person.removed_at is not None:
        raise InvalidError("must be a member of the client", "to")
    escalation = Escalation(
        id=call.new_id("esc"),
        client=call.client,
        agency=agency,
        mention=mention.id,
        question=clean(question, "question", longest=2000),
        to=person.id,
        asked_by=call.caller.member,
        asked_at=call.now,
        deadline=escalation_deadline(mention.function, call.now),
    )
    fact = Fact(
        type="mention.escalated",
        subject=mention.id,
        data={
            "escalation": escalation.id,
            "to": person.id,
            "deadline": escalation.deadline.isoformat(),
            "function": mention.function,
            "mandate": decision.reason,
        },
    )
    return escalation, fact


def list_escalations(call: Call[None], desk: Desk) -> list[Escalation]:
    """List the questions to the client, the ones that still wait first."""
    found: Iterator[Escalation] = desk.store.list(Escalation, call.client)
    return sorted(found, key=lambda one: (one.state is EscalationState.ANSWERED, one.deadline))


def answer_escalation(call: Call[GivenAnswer], desk: Desk) -> Change:
    """Answer a question; the mention is in the inbox again for the agency to use the answer."""
    escalation = desk.registered(Escalation, call, call.path["escalation"])
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Only the client answers what it was asked.")
    if escalation.state is EscalationState.ANSWERED:
        raise StateError("That question is answered already.")
    answered = escalation.answered(clean(call.body.answer, "answer", longest=5000), call.caller.member, call.now)
    fact = Fact(
        type="escalation.answered",
        subject=escalation.id,
        data={
            "mention": escalation.mention,
            "minutes": round((call.now - escalation.asked_at).total_seconds() / 60, 1),
            "in_time": call.now <= escalation.deadline,
        },
    )
    return Change(records=(answered, *_reopened(call, desk, escalation.mention)), facts=(fact,), reply=answered)


def _reopened(call: Call[Any], desk: Desk, id_: str) -> Iterator[Mention]:
    """The mention that waited for the answer. Whoever is at it stays at it: an answer decides nothing."""
    mention = desk.store.mention(id_)
    if mention is not None and mention.state is MentionState.ESCALATED:
        ranking, _ = ranking_of(call, desk)
        yield ranking.placed(replace(mention.moved(MentionState.OPEN), claim=mention.claim))
