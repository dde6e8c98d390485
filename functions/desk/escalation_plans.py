"""Whom the client has asked, function by function, and who comes next."""

from collections.abc import Iterator

import msgspec

from functions.desk.rules import LONGEST_ANSWER_MINUTES, SHORTEST_ESCALATION_MINUTES, check_known, client_only
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError
from shared.domain.following.escalations import ANY_FUNCTION, MOST_PEOPLE, Chain, EscalationPlan, IsThere, those_of
from shared.domain.ledger import Fact
from shared.domain.listening.settings import Listening
from shared.domain.parties import Member
from shared.stores import ConflictError


class NewEscalationPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before. ``functions``: by name, and ``*`` for all that are not named.

    ``version``: of the one before, when no other is to be replaced.
    """

    functions: dict[str, Chain]
    version: int | None = None


def set_escalation_plan(call: Call[NewEscalationPlan], desk: Desk) -> Change:
    """Say who answers for each business function, one after another, and how soon."""
    client_only(call, "Whom it has asked")
    before = desk.store.get(EscalationPlan, call.client, call.client)
    is_there = those_of(desk.store.list(Member, call.client))
    plan = EscalationPlan(
        client=call.client,
        functions=dict(_checked(call, desk, is_there)),
        set_by=call.caller.member,
        set_at=call.now,
        version=before.version + 1 if before else 1,
    )
    if call.body.version not in (None, plan.version - 1):
        raise ConflictError(plan)
    data = {"version": plan.version, "functions": sorted(plan.functions)}
    fact = Fact(type="escalation.planned", subject=call.client, data=data)
    return Change(records=(plan,), facts=(fact,), reply=plan)


def show_escalation_plan(call: Call[None], desk: Desk) -> EscalationPlan:
    """Show who answers for each business function."""
    return desk.registered(EscalationPlan, call, call.client)


def _checked(call: Call[NewEscalationPlan], desk: Desk, is_there: IsThere) -> Iterator[tuple[str, Chain]]:
    listening = desk.store.get(Listening, call.client, call.client)
    own = {one.name for one in listening.functions} if listening else set()
    for name, chain in call.body.functions.items():
        if name != ANY_FUNCTION:
            check_known((name,), own, "functions")
        field = f"functions.{name}"
        if not 1 <= len(chain.people) <= MOST_PEOPLE:
            raise InvalidError(f"must hold 1 to {MOST_PEOPLE}", f"{field}.people")
        for index, one in enumerate(chain.people):
            if not is_there(one) or one in chain.people[:index]:
                raise InvalidError(
                    "must be a member of the client or one of its teams, once", f"{field}.people.{index}"
                )
        minutes, reminder = chain.answer_within_minutes, chain.remind_after_minutes
        if minutes is not None and not SHORTEST_ESCALATION_MINUTES <= minutes <= LONGEST_ANSWER_MINUTES:
            within = f"{SHORTEST_ESCALATION_MINUTES} to {LONGEST_ANSWER_MINUTES}"
            raise InvalidError(f"must be {within}", f"{field}.answer_within_minutes")
        if reminder is not None and not 1 <= reminder < (minutes or LONGEST_ANSWER_MINUTES):
            raise InvalidError("must be 1 or more, and before the deadline", f"{field}.remind_after_minutes")
        yield name, chain
