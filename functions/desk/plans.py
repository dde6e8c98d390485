"""The client's plan: set by it, and asked when a post gets its time and when it becomes scheduled."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any
from zoneinfo import ZoneInfo

from functions.desk.plan_statements import NewPlan, check_plan_statement
from functions.desk.rules import client_only
from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError, StateError
from shared.domain.ledger import Fact
from shared.domain.parties import Client
from shared.domain.plan.agenda import KEPT, REACH, STANDING, Agenda, Taken, given_back, seeded, takes_place
from shared.domain.plan.calendar import GOING
from shared.domain.plan.checking import Circumstances, Wanted, held_by_plan, local
from shared.domain.plan.findings import PlanFinding, PlanRule
from shared.domain.plan.rules import Plan, concerns
from shared.domain.posts import Post, PostState
from shared.domain.roster.shifts import Shift
from shared.stores import ConflictError, Record, Reference

MOST_LOOKED_AT = 100
"""Places of which one looks whether they were given back: one request."""
_PARTS = tuple(one.name for one in fields(Plan) if one.name not in ("client", "set_by", "set_at", "version"))


def set_plan(call: Call[NewPlan], desk: Desk) -> Change:
    """Say when the client's accounts speak; what becomes scheduled is held to it from now on."""
    client_only(call, "When its accounts speak")
    check_plan_statement(call, desk)
    before = desk.store.get(Plan, call.client, call.client) or Plan(client=call.client)
    parts = {name: getattr(call.body, name) for name in _PARTS}
    plan = Plan(client=call.client, **parts, set_by=call.caller.member, set_at=call.now, version=before.version + 1)
    if call.body.version not in (None, before.version):
        raise ConflictError(plan)
    changed = [name for name in _PARTS if getattr(plan, name) != getattr(before, name)]
    fact = Fact(type="plan.set", subject=call.client, data={"version": plan.version, "changed": changed})
    return Change(records=(plan,), facts=(fact,), reply=plan)


def show_plan(call: Call[None], desk: Desk) -> Plan:
    """Show when the client's accounts speak; version 0 is what holds when nobody has said anything."""
    return desk.store.get(Plan, call.client, call.client) or Plan(client=desk.client(call).id)


def check_plan(post: Post, call: Call[Any], desk: Desk) -> tuple[Post, tuple[Record, ...]]:
    """``post`` with what the plan says of its time, and what is to be written with it.

    One that is scheduled takes its place in the plan, or StateError says why it has none there and when it would. Any
    other is only told of. A client without a plan costs one read.
    """
    plan = desk.store.get(Plan, call.client, call.client)
    return (post, ()) if plan is None else _checked(post, plan, call, desk)


def check_drafts(posts: Iterable[Post], call: Call[Any], desk: Desk) -> tuple[Post, ...]:
    """As :func:`check_plan`, of several that are not scheduled."""
    plan = desk.store.get(Plan, call.client, call.client)
    return tuple(posts) if plan is None else tuple(_checked(post, plan, call, desk)[0] for post in posts)


def _checked(post: Post, plan: Plan, call: Call[Any], desk: Desk) -> tuple[Post, tuple[Record, ...]]:
    wanted = Wanted(
        post=post.id,
        account=post.account,
        function=post.function,
        at=post.due_at or post.publish_at or call.now,
        is_timed=post.publish_at is not None,
        takes_place=takes_place(post),
    )
    is_scheduled = post.state is PostState.SCHEDULED
    is_counted = wanted.takes_place and any(concerns(one.accounts, post.account) for one in plan.cadence)
    needs_agenda = wanted.takes_place if is_scheduled else is_counted
    around = _circumstances(wanted, plan, call, desk, needs_agenda=needs_agenda)
    found = _found(wanted, around)
    if any(one.rule in (PlanRule.MOST_A_DAY, PlanRule.LEAST_GAP) for one in found):
        around = replace(around, agenda=_looked_through(around.agenda, wanted, desk))
        found = _found(wanted, around)
    checked = replace(post, plan_findings=found)
    if not is_scheduled:
        return checked, ()
    refusals = [one for one in found if one.refuses]
    if refusals:
        raise StateError(_told(refusals, around.zone))
    if not wanted.takes_place:
        return checked, ()
    return checked, (around.agenda.with_place(Taken(post=post.id, at=wanted.at), call.now),)


def _found(wanted: Wanted, around: Circumstances) -> tuple[PlanFinding, ...]:
    try:
        return held_by_plan(wanted, around)
    except OverflowError as beyond:
        raise InvalidError("is beyond the calendar", "publish_at") from beyond


def _told(refusals: list[PlanFinding], zone: ZoneInfo) -> str:
    because = "; ".join(one.because for one in refusals)
    next_at = refusals[0].next_at
    if next_at is None:
        return f"The client's plan does not let it out then: {because}. No time that would suit is near."
    suits = local(next_at, zone)
    return f"The client's plan does not let it out then: {because}. Give it the next time that suits, {suits}."


def _circumstances(wanted: Wanted, plan: Plan, call: Call[Any], desk: Desk, *, needs_agenda: bool) -> Circumstances:
    client = Reference(Client, call.client, call.client)
    agenda = Reference(Agenda, call.client, wanted.account)
    found = desk.store.together((client, agenda) if needs_agenda else (client,))
    kept: Agenda | None = found.get(agenda)
    if kept is None and needs_agenda:
        kept = seeded(call.client, wanted.account, _standing(call, desk))  # what was on its way before the plan
    needs_shifts = wanted.is_timed and plan.coverage is not None
    shifts = tuple(desk.store.list(Shift, call.client)) if needs_shifts else ()
    return Circumstances(
        plan=plan,
        zone=ZoneInfo(found[client].zone),
        agenda=kept or Agenda(client=call.client, account=wanted.account),
        shifts=shifts,
    )


def _standing(call: Call[Any], desk: Desk) -> Iterator[Post]:
    """The posts that hold places, as the index tells it; of what is out, only what can still be in another's way."""
    for state in sorted(STANDING):
        for post in desk.store.posts(call.client, state):
            if state not in GOING and post.state_at < call.now - KEPT:
                break
            yield post


def _looked_through(agenda: Agenda, wanted: Wanted, desk: Desk) -> Agenda:
    """Without the places near to the wanted one, and behind it, that were given back."""
    asked = agenda.around(wanted.at - REACH, MOST_LOOKED_AT)
    return agenda.without(given_back(asked, desk.store.several_posts(asked)))
