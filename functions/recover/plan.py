"""The client's recovery plan, served from here since this API stays up when nothing else does."""

from collections.abc import Iterator, Sequence

import msgspec

from functions.recover.switch import Switch
from shared.api.routes import Call, Change
from shared.domain.accounts import Account
from shared.domain.errors import ForbiddenError, InvalidError
from shared.domain.ledger import Fact
from shared.domain.parties import Key, Member, Party
from shared.domain.recovery import Contact, Drill, Missing, RecoveryPlan, Standing, Statement, last_of, missing
from shared.domain.text import clean
from shared.networks import capabilities_of

MOST_NAMED = 50
"""Members who may stop or resume, and contacts."""
MOST_STATEMENTS = 20
LONGEST_INTERVAL = 366
"""Days between two drills."""


class NewRecoveryPlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole plan; it replaces the one before. ``may_stop`` and ``resumes``: members' ids."""

    may_stop: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    statements: tuple[Statement, ...] = ()
    drill_every_days: int = 90


class RecoveryPlanView(msgspec.Struct, frozen=True):
    """``names``: of the members in the plan, by id. ``missing``: what must be seen to, before it is needed."""

    plan: RecoveryPlan | None
    names: dict[str, str]
    last_drill: Drill | None
    missing: tuple[Missing, ...]


def set_recovery_plan(call: Call[NewRecoveryPlan], switch: Switch) -> Change:
    """Lay down who may stop, who resumes, whom to call, what to say, and how often to drill."""
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError("The recovery plan is the client's to make.")
    before = switch.store.get(RecoveryPlan, call.client, call.client)
    standing = _standing(call.client, switch)
    plan = RecoveryPlan(
        client=call.client,
        may_stop=_members(call.body.may_stop, standing, "may_stop"),
        resumes=_members(call.body.resumes, standing, "resumes"),
        contacts=_contacts(call.body.contacts),
        statements=_statements(call.body.statements, standing),
        drill_every_days=_interval(call.body.drill_every_days),
        set_by=call.caller.member,
        set_at=call.now,
        version=before.version + 1 if before else 1,
    )
    fact = Fact(
        type="recovery.planned",
        subject=call.client,
        data={
            "version": plan.version,
            "may_stop": list(plan.may_stop),
            "resumes": list(plan.resumes),
            "contacts": len(plan.contacts),
            "statements": [statement.name for statement in plan.statements],
            "drill_every_days": plan.drill_every_days,
        },
    )
    return Change(records=(plan,), facts=(fact,), reply=_view(plan, standing, call))


def show_recovery_plan(call: Call[None], switch: Switch) -> RecoveryPlanView:
    """Show the recovery plan, the last drill, and what is missing."""
    plan = switch.store.get(RecoveryPlan, call.client, call.client)
    return _view(plan, _standing(call.client, switch), call)


def _view(plan: RecoveryPlan | None, standing: Standing, call: Call[NewRecoveryPlan] | Call[None]) -> RecoveryPlanView:
    named = {*plan.may_stop, *plan.resumes} if plan else set()
    return RecoveryPlanView(
        plan=plan,
        names={member.id: member.name for member in standing.members if member.id in named},
        last_drill=last_of(standing.drills),
        missing=missing(plan, standing, call.now),
    )


def _standing(client: str, switch: Switch) -> Standing:
    accounts = list(switch.store.list(Account, client))
    networks = sorted({account.network for account in accounts if account.closed_at is None})
    return Standing(
        members=list(switch.store.list(Member, client)),
        keys=list(switch.store.list(Key, client)),
        accounts=accounts,
        drills=list(switch.store.list(Drill, client)),
        too_long_for=lambda text: [network for network in networks if _too_long(text, network)],
    )


def _too_long(text: str, network: str) -> bool:
    spoken = capabilities_of(network)
    return spoken.length(text) > spoken.text_limit


def _members(ids: Sequence[str], standing: Standing, field: str) -> tuple[str, ...]:
    _at_most(MOST_NAMED, ids, field)
    for index, member in enumerate(ids):
        if member not in standing.here():
            raise InvalidError("is nobody who works on this client", f"{field}.{index}")
        if member in ids[:index]:
            raise InvalidError("is named twice", f"{field}.{index}")
    return tuple(ids)


def _contacts(given: Sequence[Contact]) -> tuple[Contact, ...]:
    _at_most(MOST_NAMED, given, "contacts")
    return tuple(
        Contact(
            name=clean(contact.name, f"contacts.{index}.name", longest=200),
            reach=clean(contact.reach, f"contacts.{index}.reach", longest=500),
        )
        for index, contact in enumerate(given)
    )


def _statements(given: Sequence[Statement], standing: Standing) -> tuple[Statement, ...]:
    _at_most(MOST_STATEMENTS, given, "statements")
    checked = tuple(_checked(given, standing))
    for index, statement in enumerate(checked):
        if any(statement.name == earlier.name for earlier in checked[:index]):
            raise InvalidError("is the name of two statements", f"statements.{index}.name")
    return checked


def _checked(given: Sequence[Statement], standing: Standing) -> Iterator[Statement]:
    for index, statement in enumerate(given):
        field = f"statements.{index}"
        text = clean(statement.text, f"{field}.text", longest=5000)
        if networks := standing.too_long_for(text):
            raise InvalidError(f"is too long for {', '.join(networks)}", f"{field}.text")
        yield Statement(name=clean(statement.name, f"{field}.name", longest=100), text=text)


def _interval(days: int) -> int:
    if not 1 <= days <= LONGEST_INTERVAL:
        raise InvalidError(f"must be 1 to {LONGEST_INTERVAL}", "drill_every_days")
    return days


def _at_most(most: int, given: Sequence[object], field: str) -> None:
    if len(given) > most:
        raise InvalidError(f"holds more than {most}", field)
