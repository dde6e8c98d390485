"""Questions that only the client can answer: to a person or a team, with a deadline, and then to the next."""

from dataclasses import replace
from typing import Any

import msgspec

from functions.desk.ranked import ranking_of
from functions.desk.tools import Desk
from shared.api.pages import Place, by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.errors import ForbiddenError, InvalidError, StateError
from shared.domain.following.escalations import (
    Escalation,
    EscalationPlan,
    EscalationState,
    alarms,
    in_order,
    measured,
    taken_back,
    telling,
    those_of,
    timed,
)
from shared.domain.ledger import Fact
from shared.domain.listening.claims import check_free, check_open
from shared.domain.listening.mentions import Mention, MentionState
from shared.domain.listening.settings import Listening
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Member, Party
from shared.domain.posts import Post, PostState, Question
from shared.domain.text import clean
from shared.stores import Record

MOST_QUESTIONS = 10
"""About one draft: it holds them."""


class NewEscalation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``to``: the member of the client who owes the answer, or a team such as ``team:legal``; when the client has laid
    down a chain it may be left out. ``post``: the draft that it is about, which waits for the answer.
    """

    question: str
    to: str = ""
    post: str | None = None
    agency: str | None = None


class GivenAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    answer: str


class Withdrawal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: str


def escalate(call: Call[NewEscalation], desk: Desk) -> Change:
    """Ask the client, with a deadline by business function; a draft that it is about waits for the answer."""
    mention = desk.mention(call)
    check_open(mention)
    check_free(mention, call.caller.member, call.now)
    agency = desk.agency(call, call.body.agency)
    escalation, fact = escalated(call, desk, mention, agency, call.body.question, call.body.to)
    records: list[Record] = []
    if call.body.post is not None:
        post = _drafted(call.body.post, mention, desk)
        escalation = replace(escalation, post=post.id)
        records.append(post.asked(Question(escalation=escalation.id, text=escalation.question)))
        fact = replace(fact, data={**fact.data, "post": post.id})
    ranking, _ = ranking_of(call, desk)
    moved = ranking.placed(mention.moved(MentionState.ESCALATED))
    records += [escalation, *alarms(escalation), moved]
    return Change(records=tuple(records), facts=(fact,), reply=escalation)


def _drafted(id_: str, mention: Mention, desk: Desk) -> Post:
    post = desk.store.post(id_)
    if post is None or post.client != mention.client or post.mention != mention.id:
        raise InvalidError("is not a draft that answers this mention", "post")
    if post.state is not PostState.IN_REVIEW:
        raise StateError(f"The post is {post.state.value}; only what is in review waits for an answer.")
    if len(post.questions) >= MOST_QUESTIONS:
        raise StateError(f"There were {MOST_QUESTIONS} questions about it already; write it anew.")
    return post


def escalated(
    call: Call[Any], desk: Desk, mention: Mention, agency: str, question: str, to: str
) -> tuple[Escalation, Fact]:
    """The escalation of ``mention`` and its fact; used by a recommendation to escalate as well."""
    decision = desk.permission(call, Activity.IDENTIFY, mention.function, agency)
    plan = desk.store.get(EscalationPlan, call.client, call.client)
    listening = desk.store.get(Listening, call.client, call.client) or Listening(client=call.client)
    chain = plan.chain(mention.function) if plan is not None else None
    people = in_order(chain, to, those_of(desk.store.list(Member, call.client)))
    if not people or (to and people[0] != to):
        raise InvalidError("must be a member of the client, or one of its teams", "to")
    asked = Escalation(
        id=call.new_id("esc"),
        client=call.client,
        agency=agency,
        mention=mention.id,
        function=mention.function,
        question=clean(question, "question", longest=2000),
        to=people[0],
        then=people[1:],
        asked_by=call.caller.member,
        asked_at=call.now,
        deadline=call.now,
    )
    escalation = timed(asked, chain, listening.escalation_time(mention.function))
    data = telling(escalation) | {"escalation": escalation.id, "mandate": decision.reason}
    del data["mention"]
    return escalation, Fact(type="mention.escalated", subject=mention.id, data=data)


def list_escalations(call: Call[None], desk: Desk) -> Listed[Escalation]:
    """List the questions to the client, the ones that still wait first."""
    return listed(call, desk.store.list(Escalation, call.client), _place)


def _place(escalation: Escalation) -> Place:
    by_deadline = by_time(escalation.deadline, escalation.id)
    return Place(f"{'open' if escalation.is_open else 'over'} {by_deadline.at}", escalation.id)


def answer_escalation(call: Call[GivenAnswer], desk: Desk) -> Change:
    """Answer a question; it stands on the draft, and the mention is in the inbox again for the agency to use it."""
    escalation = desk.registered(Escalation, call, call.path["escalation"])
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("Only the client answers what it was asked.")
    _check_open(escalation)
    answered = escalation.answered(clean(call.body.answer, "answer", longest=5000), call.caller.member, call.now)
    told = {"mention": escalation.mention, "post": escalation.post, "function": escalation.function}
    data = {**told, **measured(escalation, call.now)}
    fact = Fact(type="escalation.answered", subject=escalation.id, data=data)
    question = Question(
        escalation=answered.id,
        text=answered.question,
        answer=answered.answer,
        by=answered.answered_by,
        at=answered.answered_at,
    )
    return _ended(answered, question, fact, call, desk)


def withdraw_escalation(call: Call[Withdrawal], desk: Desk) -> Change:
    """Take back a question that one has asked: the draft that waited for its answer can be approved without."""
    escalation = desk.registered(Escalation, call, call.path["escalation"])
    if escalation.asked_by != call.caller.member:
        raise ForbiddenError("Only who asked a question takes it back.")
    _check_open(escalation)
    withdrawn, fact = taken_back(escalation, call.now, clean(call.body.reason, "reason", longest=500))
    question = Question(escalation=withdrawn.id, text=withdrawn.question, withdrawn=True)
    return _ended(withdrawn, question, fact, call, desk)


def check_answered(post: Post) -> None:
    """Raises StateError while a question about the draft waits for the client."""
    waiting = next((question for question in post.questions if question.waits), None)
    if waiting is not None:
        asked = f"{waiting.escalation} asks the client about it"
        raise StateError(f"{asked}; it is approved once that is answered, or taken back by whoever asked.")


def _check_open(escalation: Escalation) -> None:
    if escalation.state is EscalationState.ANSWERED:
        raise StateError("That question is answered already.")
    if not escalation.is_open:
        raise StateError("That question was taken back.")


def _ended(escalation: Escalation, question: Question, fact: Fact, call: Call[Any], desk: Desk) -> Change:
    post = desk.store.post(escalation.post) if escalation.post else None
    records: list[Record] = [escalation, *alarms(escalation)]
    if post is not None:
        records.append(post.asked(question))
    mention = desk.store.mention(escalation.mention)
    if mention is not None and mention.state is MentionState.ESCALATED:
        # The mention that waited for the answer. Whoever is at it stays at it: an answer decides nothing.
        drafted = post is not None and post.state is PostState.IN_REVIEW
        state = MentionState.RECOMMENDED if drafted else MentionState.OPEN
        ranking, _ = ranking_of(call, desk)
        records.append(ranking.placed(replace(mention.moved(state), claim=mention.claim)))
    return Change(records=tuple(records), facts=(fact,), reply=escalation)
